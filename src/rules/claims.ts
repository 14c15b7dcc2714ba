// From the risk of one data set to the duties it brings, for each role. All the law of who owes whom is in this one table.
import type { AssessmentInput, DutyKind } from './assessment.ts';
import { isOrderedToInform } from './art34/authorityOrder.ts';
import { controllersOf, toldBy, type DataSet } from './factSheet.ts';
import { lawBesideOwn, lawFor, notifiedFrom, type Law } from './profiles/lawFor.ts';
import { notified } from './recipients.ts';
import { HIGHEST, NO_BREACH, type RiskLevel } from './riskLevel.ts';
import type { RuleSet } from './rulesets.ts';

/** 0: not owed. 1: presumed, because our role is unclear. 2: owed. */
export type Strength = 0 | 1 | 2;
export type Claim = {
  readonly id: string;
  readonly duty: DutyKind;
  readonly owedBy: string;
  readonly recipient: string;
  readonly strength: Strength;
  /** The law it is owed under: that of the controller. */
  readonly law: Law;
};
/** What a data set's facts come to: the risk, and whether an exception takes back informing the persons. */
export type Outcome = { readonly level: RiskLevel; readonly needNotInform: boolean };

function isOwed(duty: DutyKind, { level, needNotInform }: Outcome, law: Law, isOrdered: boolean): boolean {
  switch (duty) {
    case 'art33-5':
    case 'art33-2':
      return level > NO_BREACH;
    case 'art33-1':
      return !law.isReplaced && level >= notifiedFrom(law);
    case 'art34-1':
      return isOrdered || (level === HIGHEST && !needNotInform);
  }
}

type Owed = Pick<Claim, 'duty' | 'owedBy' | 'recipient' | 'law'>;

/** What a controller can owe: the record, one notice to each authority, and informing the persons. */
function ofController(owedBy: string, law: Law, beside: readonly Law[], dataSet: DataSet): readonly Owed[] {
  const noticesUnder = (one: Law): readonly Owed[] =>
    notified(one, dataSet).map((recipient) => ({ duty: 'art33-1', owedBy, recipient, law: one }));
  return [
    { duty: 'art33-5', owedBy, recipient: 'register', law },
    ...[law, ...beside].flatMap(noticesUnder),
    { duty: 'art34-1', owedBy, recipient: 'persons', law },
  ];
}

type LawOf = (controller: string) => Law;
type BesideOf = (own: Law) => readonly Law[];

/** As a processor we owe none of the controllers' duties, unless we are one of them: whoever decides on the data is (Art. 4 No. 7 GDPR). */
function asController(dataSet: DataSet, { self }: AssessmentInput, law: LawOf, beside: BesideOf): readonly Owed[] {
  const owing = controllersOf(dataSet).filter((controller) => dataSet.role !== 'processor' || controller === self);
  return owing.flatMap((controller) => ofController(controller, law(controller), beside(law(controller)), dataSet));
}

/** Who is told as long as nobody said for whom we process. */
const UNNAMED_CONTROLLER = 'unknown';

/**
 * Nobody is processor for oneself, and nobody tells oneself. Where our role is open and only we are entered, somebody else may be the
 * controller all the same; who, is not known yet.
 */
function asProcessor(dataSet: DataSet, { self }: AssessmentInput, law: LawOf): readonly Owed[] {
  if (dataSet.role === 'controller') return [];
  const others = toldBy(dataSet).filter((recipient) => recipient !== self);
  const told = others.length === 0 && dataSet.role === 'unknown' ? [UNNAMED_CONTROLLER] : others;
  return told.map((recipient) => ({ duty: 'art33-2', owedBy: self, recipient, law: law(recipient) }));
}

/** Every duty the data set can bring in our role, each with its strength. A graver outcome never weakens one. */
export function claimsOf(dataSet: DataSet, outcome: Outcome, input: AssessmentInput, ruleSet: RuleSet): readonly Claim[] {
  const law = (controller: string): Law => lawFor(input, controller, dataSet, ruleSet);
  const beside = (own: Law): readonly Law[] => lawBesideOwn(own, input, ruleSet);
  const owed = [...asController(dataSet, input, law, beside), ...asProcessor(dataSet, input, law)];
  const isOrdered = isOrderedToInform(dataSet.facts);
  const full: Strength = dataSet.role === 'unknown' ? 1 : 2;
  return owed.map((one) => ({
    ...one,
    id: `${one.duty}:${one.owedBy}:${one.recipient}`,
    strength: isOwed(one.duty, outcome, one.law, isOrdered) ? full : 0,
  }));
}
