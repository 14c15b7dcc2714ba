import { controllersOf } from '../rules/facts.ts';
import { withAssessment } from './assessCase.ts';
import type { CaseRecord } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting, Refusal } from './commands.ts';
import { isBlank, metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import { isConfirmed, mayConfirm } from './confirmation.ts';
import {
  contradictsAssessment,
  dutiesEndedBy,
  dutyById,
  goesAgainstAssessment,
  isDischarged,
  mayEnd,
  unconfirmedDecisions,
} from './duties.ts';
import { isBeforeTheLaw, occurredAfter } from './times.ts';
import type { BreachEvent, Decision, DutyId } from './events.ts';

/** Records what the controller decided. It takes effect at once, or once a decider has confirmed it. */
export function recordDecision(command: BreachCommandOf<'RecordDecision'>, record: CaseRecord, setting: CaseSetting): Decided {
  const { decisionId } = command;
  if (record.decisions.some((known) => known.decisionId === decisionId)) return NOTHING_NEW;
  if (isBlank(command.reasons)) return refuse('reasonsMissing');
  if (isBlank(command.decidedBy)) return refuse('deciderMissing');
  const refusal = refusalOf(command.decision, command, record, setting);
  if (refusal) return refusal;
  const meta = metaOf(command);
  const recorded: BreachEvent = {
    ...meta,
    type: 'DecisionRecorded',
    decisionId,
    decision: asItIs(command.decision, record),
    reasons: command.reasons.trim(),
    decidedBy: command.decidedBy.trim(),
    dpoAdvice: command.dpoAdvice.trim(),
    counts: countsAtOnce(command, record, setting),
  };
  if (recorded.counts) return withAssessment(record, [recorded], setting, meta, 'onlyUp');
  return mayConfirm(command.by, command.decision, record, setting)
    ? [recorded, { ...meta, type: 'DecisionConfirmed', decisionId, complete: false }]
    : [recorded];
}

/** Needs nobody's confirmation, or the one who records it is all the deciders it needs. */
const countsAtOnce = ({ decision, by }: BreachCommandOf<'RecordDecision'>, record: CaseRecord, setting: CaseSetting): boolean =>
  !setting.confirmation.includes(decision.kind) || isConfirmed([by], decision, record, setting);

function refusalOf(
  decision: Decision,
  { at }: BreachCommandOf<'RecordDecision'>,
  record: CaseRecord,
  setting: CaseSetting,
): Refusal | undefined {
  switch (decision.kind) {
    case 'awareness':
      if (decision.moment > at) return refuse('momentInFuture');
      if (isBeforeTheLaw(decision.moment)) return refuse('beforeTheLaw');
      if (occurredAfter(record, decision.moment)) return refuse('beforeOccurred');
      return isController(decision.controller, record, setting) ? undefined : refuse('unknownController');
    case 'no-breach':
      return contradictsAssessment(record) && !decision.againstAssessment ? refuse('againstAssessment') : undefined;
    case 'exception':
      return refusalOfDuties(decision.kind, decision.duties, record);
    case 'not-notifying':
      return refusalOfDuties(decision.kind, decision.duties, record) ?? refusalAgainst(decision, record);
  }
}

const isController = (controller: string, record: CaseRecord, setting: CaseSetting): boolean =>
  setting.controllers.some(({ id }) => id === controller) ||
  record.dataSets.some((dataSet) => controllersOf(dataSet).includes(controller));

function refusalOfDuties(kind: Decision['kind'], ids: readonly DutyId[], record: CaseRecord): Refusal | undefined {
  const duties = ids.map((id) => dutyById(record, id)).filter((duty) => duty !== undefined);
  if (ids.length === 0 || duties.length < ids.length) return refuse('noSuchDuty');
  if (duties.some((duty) => !mayEnd(kind, duty.kind))) return refuse('notDischargedThisWay');
  return duties.some(isDischarged) ? refuse('dutyAlreadyEnded') : undefined;
}

/** Art. 33(1) GDPR makes the notice the rule. Who leaves it out although it is owed, or may be, must say so expressly. */
const refusalAgainst = (
  { duties, againstAssessment }: Extract<Decision, { readonly kind: 'not-notifying' }>,
  record: CaseRecord,
): Refusal | undefined => (goesAgainstAssessment(record, duties) && !againstAssessment ? refuse('againstAssessment') : undefined);

/** The record says „against the assessment“ only where that is so. */
function asItIs(decision: Decision, record: CaseRecord): Decision {
  switch (decision.kind) {
    case 'no-breach':
      return { ...decision, againstAssessment: contradictsAssessment(record) };
    case 'not-notifying':
      return { ...decision, againstAssessment: goesAgainstAssessment(record, decision.duties) };
    case 'awareness':
    case 'exception':
      return decision;
  }
}

/** One of the deciders confirms; with the last one it needs, the decision counts. An old card confirms nothing that was overtaken. */
export function confirmDecision(command: BreachCommandOf<'ConfirmDecision'>, record: CaseRecord, setting: CaseSetting): Decided {
  const { decisionId, by } = command;
  const pending = record.decisions.find((known) => known.decisionId === decisionId);
  if (pending === undefined) return refuse('noSuchDecision');
  if (!mayConfirm(by, pending.decision, record, setting)) return refuse('notADecider');
  if (pending.counts || pending.confirmations.includes(by)) return NOTHING_NEW;
  if (!unconfirmedDecisions(record).includes(pending)) return refuse('decisionOvertaken');
  if (isOvertakenByAssessment(pending.decision, record)) return refuse('againstAssessment');
  const complete = isConfirmed([...pending.confirmations, by], pending.decision, record, setting);
  const meta = metaOf(command);
  return withAssessment(record, [{ ...meta, type: 'DecisionConfirmed', decisionId, complete }], setting, meta, 'onlyUp');
}

/** Rejected by a decider or taken back by the office; what counts already is not undone this way. */
export function withdrawDecision(command: BreachCommandOf<'WithdrawDecision'>, record: CaseRecord): Decided {
  const { decisionId } = command;
  const reasons = command.reasons.trim();
  const pending = record.decisions.find((known) => known.decisionId === decisionId);
  if (pending === undefined) return refuse('noSuchDecision');
  if (pending.withdrawn) return NOTHING_NEW;
  if (pending.counts) return refuse('decisionOvertaken');
  return reasons === '' ? refuse('reasonsMissing') : [{ ...metaOf(command), type: 'DecisionWithdrawn', decisionId, reasons }];
}

/** Recorded while the rules found nothing owed, to be confirmed after they did: that is another decision, to be taken anew. */
function isOvertakenByAssessment(decision: Decision, record: CaseRecord): boolean {
  if (decision.kind === 'no-breach') return contradictsAssessment(record) && !decision.againstAssessment;
  if (decision.kind !== 'not-notifying' || decision.againstAssessment) return false;
  return goesAgainstAssessment(
    record,
    dutiesEndedBy(decision, record).map(({ id }) => id),
  );
}
