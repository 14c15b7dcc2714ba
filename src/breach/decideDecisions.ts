import { controllersOf } from '../rules/facts.ts';
import { withAssessment } from './assessCase.ts';
import type { CaseRecord } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting, Refusal } from './commands.ts';
import { isBlank, metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import { dutiesEndedBy, dutyById, goesAgainstAssessment, isDischarged, mayEnd } from './duties.ts';
import { isBeforeTheLaw } from './times.ts';
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
    counts: !setting.confirmation.includes(command.decision.kind) || setting.deciders.includes(command.by),
  };
  return recorded.counts ? withAssessment(record, [recorded], setting, meta, 'onlyUp') : [recorded];
}

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
      return isController(decision.controller, record, setting) ? undefined : refuse('unknownController');
    case 'no-breach':
      return undefined;
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
const asItIs = (decision: Decision, record: CaseRecord): Decision =>
  decision.kind === 'not-notifying'
    ? { ...decision, againstAssessment: goesAgainstAssessment(record, decision.duties) }
    : decision;

export function confirmDecision(command: BreachCommandOf<'ConfirmDecision'>, record: CaseRecord, setting: CaseSetting): Decided {
  const { decisionId } = command;
  const pending = record.decisions.find((known) => known.decisionId === decisionId);
  if (pending === undefined) return refuse('noSuchDecision');
  if (!setting.deciders.includes(command.by)) return refuse('notADecider');
  if (pending.counts) return NOTHING_NEW;
  if (isOvertakenByAssessment(pending.decision, record)) return refuse('againstAssessment');
  const meta = metaOf(command);
  return withAssessment(record, [{ ...meta, type: 'DecisionConfirmed', decisionId }], setting, meta, 'onlyUp');
}

/** Recorded while the rules found nothing owed, to be confirmed after they did: that is another decision, to be taken anew. */
function isOvertakenByAssessment(decision: Decision, record: CaseRecord): boolean {
  if (decision.kind !== 'not-notifying' || decision.againstAssessment) return false;
  return goesAgainstAssessment(
    record,
    dutiesEndedBy(decision, record).map(({ id }) => id),
  );
}
