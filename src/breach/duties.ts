import type { ClockSetting, CaseRecord, DecisionState, DutyEnd, DutyState, MeasureState, NoticeState } from './breachCase.ts';
import type { DutyKind as AssessedDutyKind } from '../rules/assess.ts';
import type { Decision, DutyId, DutyKind, NeighbourDutyKind } from './events.ts';

/** Every duty nobody has fulfilled or discharged yet, whatever its status: also a `not-owed` one waits for the decision. */
export const openDuties = (record: CaseRecord): readonly DutyState[] => record.duties.filter((duty) => !isDischarged(duty));

export const endedDuties = (record: CaseRecord): readonly (DutyState & { readonly end: DutyEnd })[] =>
  record.duties.filter(isDischarged);

/** Ended by fulfilment, by decision, because it never applied, or because it goes on in another case. */
export const isDischarged = (duty: DutyState): duty is DutyState & { readonly end: DutyEnd } => duty.end !== undefined;

/** The setting that counts: the last one. */
export const clockInForce = (duty: DutyState): ClockSetting => duty.clocks.at(-1) ?? duty.clocks[0];

export const dutyById = (record: CaseRecord, id: DutyId): DutyState | undefined => record.duties.find((duty) => duty.id === id);

export const openMeasures = (record: CaseRecord): readonly MeasureState[] =>
  record.measures.filter((measure) => measure.finishedAt === undefined);

/** Beside the GDPR: nothing the rules assess, and nothing that the absence of a personal data breach would end. */
export const isNeighbouring = (kind: DutyKind): kind is NeighbourDutyKind =>
  kind === 'neighbour' || kind === 'neighbour-question';

/** Named by the assessment; a follow-up and a neighbouring duty are none of its findings. */
export const isAssessed = (kind: DutyKind): kind is AssessedDutyKind => kind !== 'art33-4' && !isNeighbouring(kind);

/** The duty an incomplete notice opens beside its own (Art. 33(4) GDPR). */
export const followUpId = (duty: DutyState): DutyId => `art33-4:${duty.owedBy}:${duty.recipient}`;

/** Every notice of this controller to this authority so far, in the order recorded: the first one and what followed it. */
export const noticesTo = (
  record: CaseRecord,
  { owedBy, recipient }: Pick<DutyState, 'owedBy' | 'recipient'>,
): readonly NoticeState[] =>
  record.notices.filter(({ duty }) => [`art33-1:${owedBy}:${recipient}`, `art33-4:${owedBy}:${recipient}`].includes(duty));

/**
 * „No breach“ while the rules, on the facts recorded, find a duty owed: whoever decides so must say so expressly. What runs beside the
 * GDPR is owed all the same where no personal data were hurt, so it contradicts nothing.
 */
export const contradictsAssessment = (record: CaseRecord): boolean =>
  openDuties(record).some((duty) => duty.status === 'owed' && !isNeighbouring(duty.kind));

/**
 * Whether not notifying would go against what the rules say so far: the duty is owed, or presumed because something is not
 * known yet. A follow-up and the report of a neighbouring regime are no findings of the rules: they may be withdrawn with reasons.
 */
export const goesAgainstAssessment = (record: CaseRecord, ids: readonly DutyId[]): boolean =>
  record.duties.some((duty) => ids.includes(duty.id) && isAssessed(duty.kind) && duty.status !== 'not-owed');

const NOT_NOTIFIABLE_AWAY: readonly DutyKind[] = ['art33-5', 'art33-2', 'neighbour-question'];

/**
 * Whether a decision of this kind may end a duty of that kind. The record (Art. 33(5) GDPR) and the word to the controller
 * (Art. 33(2) GDPR) know no test of risk: nobody decides them away, short of finding that there was no breach at all.
 * A neighbouring regime does not ask whether personal data were hurt, so „no breach“ ends nothing of it.
 * The exceptions of Art. 34(3) GDPR and of § 29 BDSG reach Art. 34 alone.
 */
export function mayEnd(decision: Decision['kind'], duty: DutyKind): boolean {
  switch (decision) {
    case 'awareness':
      return false;
    case 'no-breach':
      return !isNeighbouring(duty);
    case 'exception':
      return duty === 'art34-1';
    case 'not-notifying':
      return !NOT_NOTIFIABLE_AWAY.includes(duty);
  }
}

/** The open duties a decision ends once it counts. */
export function dutiesEndedBy(decision: Decision, record: CaseRecord): readonly DutyState[] {
  switch (decision.kind) {
    case 'awareness':
      return [];
    case 'no-breach':
      return openDuties(record).filter(({ kind }) => mayEnd('no-breach', kind));
    case 'exception':
    case 'not-notifying':
      return openDuties(record).filter((duty) => decision.duties.includes(duty.id));
  }
}

/** A later awareness of the same controller counts already, so this one need not be confirmed any more. */
function isOvertaken(candidate: DecisionState, record: CaseRecord): boolean {
  const { decision } = candidate;
  if (decision.kind !== 'awareness') return dutiesEndedBy(decision, record).length === 0;
  const counting = record.awareness[decision.controller];
  if (counting === undefined) return false;
  const places = record.decisions.map(({ decisionId }) => decisionId);
  return places.indexOf(counting.decisionId) > places.indexOf(candidate.decisionId);
}

/** Decisions that wait for a decider and would still change something. */
export const unconfirmedDecisions = (record: CaseRecord): readonly DecisionState[] =>
  record.decisions.filter((decision) => !decision.counts && !decision.withdrawn && !isOvertaken(decision, record));
