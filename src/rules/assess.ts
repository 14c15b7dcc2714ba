// Facts to assessment: which duties follow, for whom, why, and what is still worth asking.
import type { AssessedDuty, Assessment, AssessmentInput, DutyStatus, TraceStep } from './assessment.ts';
import { isPublicEnough } from './art34/publicCommunication.ts';
import { kindsOfBreach } from './art4/kindsOfBreach.ts';
import { deadlineOf } from './art33/deadline.ts';
import type { Claim } from './claims.ts';
import type { DataSet } from './factSheet.ts';
import { hintsOf } from './hints.ts';
import { openFacts } from './nextQuestion.ts';
import { claimsAt, outcomeOf } from './outcome.ts';
import { riskAt, type RiskLevel } from './riskLevel.ts';
import { GDPR, type RuleSet, type RuleSetInForce } from './rulesets.ts';
import { notesOf, trace } from './trace.ts';
import type { Instant } from './instant.ts';

export type {
  AssessedDuty,
  Assessment,
  AssessmentInput,
  ControllerProfile,
  DutyKind,
  DutyStatus,
  OpenFact,
  Reading,
  Risk,
  TraceStep,
} from './assessment.ts';
export { DUTY_KINDS, REPLACES, RISKS } from './assessment.ts';

/** What one data set says of one duty. */
type Finding = { readonly claim: Claim; readonly status: DutyStatus; readonly dataSet: DataSet };

const GRAVITY: Readonly<Record<DutyStatus, number>> = { 'not-owed': 0, presumed: 1, owed: 2 };
const MARKS: Readonly<Record<DutyStatus, TraceStep['mark']>> = { 'not-owed': 'fails', presumed: 'open', owed: 'holds' };

function statusOf(least: Claim, most: Claim): DutyStatus {
  if (least.strength === 2) return 'owed';
  return most.strength > 0 ? 'presumed' : 'not-owed';
}

function findingsOf(input: AssessmentInput, dataSet: DataSet, ruleSet: RuleSet): readonly Finding[] {
  const least = claimsAt(input, dataSet, ruleSet, 'best');
  const most = claimsAt(input, dataSet, ruleSet, 'worst');
  return most.flatMap((claim, at) => {
    const counterpart = least[at];
    return counterpart === undefined ? [] : [{ claim, status: statusOf(counterpart, claim), dataSet }];
  });
}

/** A processor's own clock is kept under our own id, where it is known; a controller's clock is always its own. */
const startOf = (input: AssessmentInput, { duty, owedBy, recipient }: Claim): Instant | undefined =>
  input.startsAt[owedBy] ?? (duty === 'art33-2' ? input.startsAt[recipient] : undefined);

function timesOf(input: AssessmentInput, claim: Claim): Pick<AssessedDuty, 'startsAt' | 'dueBy'> {
  const startsAt = startOf(input, claim);
  if (startsAt === undefined) return {};
  const dueBy = deadlineOf(claim.duty, startsAt, claim.law.notice.hours ?? 'none');
  return dueBy === undefined ? { startsAt } : { startsAt, dueBy };
}

/** Where several laws bring the same notice with other hours, the fewest; they all run from the same moment. */
function fewestHours(same: readonly Finding[]): Pick<AssessedDuty, 'hours'> {
  const hours = same.flatMap(({ claim }) => (claim.duty === 'art33-1' ? (claim.law.notice.hours ?? []) : []));
  return hours.length === 0 ? {} : { hours: Math.min(...hours) };
}

/** Where several laws bring the same duty with other hours (two data sets, one authority), the earliest deadline counts. */
function earliestTimes(same: readonly Finding[], input: AssessmentInput): Pick<AssessedDuty, 'startsAt' | 'dueBy'> {
  const all = same.map(({ claim }) => timesOf(input, claim));
  return all.reduce<Pick<AssessedDuty, 'startsAt' | 'dueBy'>>(
    (first, next) => (first.startsAt === undefined || isEarlier(next.dueBy, first.dueBy) ? next : first),
    {},
  );
}

const isEarlier = (one: Instant | undefined, other: Instant | undefined): boolean =>
  one !== undefined && (other === undefined || one < other);

/** The fewest again; like those of the notice only from what brings the duty. */
function completionOf(same: readonly Finding[]): Pick<AssessedDuty, 'completionHours'> {
  const hours = same.flatMap(({ claim }) => (claim.duty === 'art33-1' ? (claim.law.notice.completion?.hours ?? []) : []));
  return hours.length === 0 ? {} : { completionHours: Math.min(...hours) };
}

/** One by one, unless a public communication suffices for every data set that brings the duty. */
function meansOf(status: DutyStatus, same: readonly Finding[]): Pick<AssessedDuty, 'means'> {
  const bringing = same.filter((finding) => finding.status === status && finding.claim.duty === 'art34-1');
  if (status === 'not-owed' || bringing.length === 0) return {};
  return bringing.every(({ dataSet }) => isPublicEnough(dataSet.facts)) ? { means: 'public' } : {};
}

/** One duty from all data sets that can bring it. The gravest status counts; its reasons are shown, or all of them if none brings it. */
function dutyOf(same: readonly [Finding, ...Finding[]], input: AssessmentInput, ruleSet: RuleSet): AssessedDuty {
  const decisive = same.reduce((gravest, next) => (GRAVITY[next.status] > GRAVITY[gravest.status] ? next : gravest));
  const { id, duty, owedBy, recipient } = decisive.claim;
  // Data that bring nothing set no clock for those that do.
  const bringing = decisive.status === 'not-owed' ? same : same.filter(({ status }) => status !== 'not-owed');
  const shown = decisive.status === 'not-owed' ? same : [decisive];
  const because = shown.flatMap(({ claim, status, dataSet }) => trace(claim, MARKS[status], dataSet, input, ruleSet));
  const notes = decisive.status === 'not-owed' ? [] : notesOf(decisive.claim, decisive.dataSet);
  return {
    ...{
      id,
      duty,
      owedBy,
      recipient,
      status: decisive.status,
      ...earliestTimes(bringing, input),
      ...fewestHours(bringing),
      ...completionOf(bringing),
      because,
      ...meansOf(decisive.status, same),
    },
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function sameDuty(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const byId = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const same = byId.get(finding.claim.id);
    if (same === undefined) byId.set(finding.claim.id, [finding]);
    else same.push(finding);
  }
  return [...byId.values()];
}

/** The same facts, the same rule set: the same assessment, wherever it is asked for. Reads no clock; all times come with the input. */
export function assess(input: AssessmentInput, ruleSet: RuleSetInForce = GDPR): Assessment {
  // The types say so already; whoever gets past them must not reach a case with a proposal.
  if ((ruleSet.standing as string) !== 'law') throw new TypeError('A case is assessed by law, never by a proposal.');
  return assessBy(ruleSet, input);
}

/** As `assess`, under any rules at all. What comes of a proposal is no assessment of a case: `simulations.ts` says so by its type. */
export function assessBy(ruleSet: RuleSet, input: AssessmentInput): Assessment {
  const { dataSets } = input.sheet;
  const findings = dataSets.flatMap((dataSet) => findingsOf(input, dataSet, ruleSet));
  const worst = dataSets.map((dataSet) => outcomeOf(input, dataSet, ruleSet, 'worst').level);
  const duties = sameDuty(findings).map((same) => dutyOf(same, input, ruleSet));
  return {
    ruleSet: ruleSet.id,
    duties,
    kinds: kindsOfBreach(input.sheet),
    hints: hintsOf(input.sheet, duties),
    risk: riskAt(Math.max(0, ...worst) as RiskLevel),
    ask: openFacts(input, ruleSet),
  };
}
