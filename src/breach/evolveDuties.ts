import { earliest } from '../rules/instant.ts';
import type { CaseRecord, ClockSetting, DecisionState, DutyEnd, DutyState } from './breachCase.ts';
import { clockInForce, dutiesEndedBy, dutyById, followUpId, isDischarged, isNeighbouring } from './duties.ts';
import type { BreachEventOf, Decision, DutyId, Meta, RecordedDuty } from './events.ts';

type Basis = ClockSetting['basis'];

export function withDuty(record: CaseRecord, id: DutyId, change: (duty: DutyState) => DutyState): CaseRecord {
  return { ...record, duties: record.duties.map((duty) => (duty.id === id ? change(duty) : duty)) };
}

export const ended =
  (end: DutyEnd) =>
  (duty: DutyState): DutyState => ({ ...duty, end });

const setting = (
  clock: number,
  basis: Basis,
  { startsAt, dueBy }: Pick<RecordedDuty, 'startsAt' | 'dueBy'>,
  { at }: Meta,
): ClockSetting => ({
  clock,
  basis,
  startsAt,
  ...(dueBy === undefined ? {} : { dueBy }),
  setAt: at,
});

export function newDuty(recorded: RecordedDuty, basis: Basis, meta: Meta): DutyState {
  const { id, kind, owedBy, recipient, status, dueBy } = recorded;
  const clocks = [setting(1, basis, recorded, meta)] as const;
  return { id, kind, owedBy, recipient, status, clocks, ...(dueBy === undefined ? {} : { earliestDueBy: dueBy }) };
}

/** Sets the clock anew, with the next number; the earliest last moment stays. */
export function withClock(duty: DutyState, basis: Basis, times: Pick<RecordedDuty, 'startsAt' | 'dueBy'>, meta: Meta): DutyState {
  const next = setting(clockInForce(duty).clock + 1, basis, times, meta);
  const known = [duty.earliestDueBy, times.dueBy].filter((dueBy) => dueBy !== undefined);
  const [first, ...others] = known;
  return {
    ...duty,
    clocks: [...duty.clocks, next],
    ...(first === undefined ? {} : { earliestDueBy: earliest(first, ...others) }),
  };
}

function withAssessed(duty: DutyState, recorded: RecordedDuty, basis: Basis, meta: Meta): DutyState {
  const assessed = { ...duty, status: recorded.status };
  const { startsAt, dueBy } = clockInForce(duty);
  return recorded.startsAt === startsAt && recorded.dueBy === dueBy ? assessed : withClock(assessed, basis, recorded, meta);
}

const basisOf = (record: CaseRecord, controller: string): Basis =>
  record.awareness[controller] === undefined ? 'precautionary' : 'awareness';

/** Takes what the rules said; a duty they no longer name stays as it was. */
export function recordAssessment(record: CaseRecord, event: BreachEventOf<'AssessmentRecorded'>): CaseRecord {
  const duties = event.duties.reduce<CaseRecord>((known, recorded) => {
    const basis = basisOf(known, recorded.owedBy);
    if (dutyById(known, recorded.id)) return withDuty(known, recorded.id, (duty) => withAssessed(duty, recorded, basis, event));
    return { ...known, duties: [...known.duties, newDuty(recorded, basis, event)] };
  }, record);
  const { risk, ruleSet, openFacts, contradictions: contradictingRules = [] } = event;
  return { ...duties, risk, ruleSet, openFacts, contradictingRules };
}

export const recordNeverApplied = (record: CaseRecord, event: BreachEventOf<'DutyNeverApplied'>): CaseRecord =>
  withDuty(record, event.duty, ended({ how: 'never-applied', at: event.at }));

export function reopened(duty: DutyState): DutyState {
  const { end: _, ...open } = duty;
  return open;
}

/** Open again: the same start, the next clock number, so that the reminders begin anew. */
export const recordReopening = (record: CaseRecord, event: BreachEventOf<'DutyReopened'>): CaseRecord =>
  withDuty(record, event.duty, (duty) => {
    const inForce = clockInForce(duty);
    return withClock(reopened(duty), inForce.basis, inForce, event);
  });

/** Opens the follow-up of a notice, or opens it again where a later notice lacks something once more. */
export function recordFollowUp(record: CaseRecord, event: BreachEventOf<'FollowUpOpened'>): CaseRecord {
  const basis = basisOf(record, event.duty.owedBy);
  if (dutyById(record, event.duty.id)) {
    return withDuty(record, event.duty.id, (duty) => withClock(reopened(duty), basis, event.duty, event));
  }
  return { ...record, duties: [...record.duties, newDuty(event.duty, basis, event)] };
}

/** A clock that already runs from this very moment is not set anew: it only rests on awareness from now on. */
function restsOnAwareness(duty: DutyState, awareness: Extract<Decision, { readonly kind: 'awareness' }>): DutyState {
  const inForce = clockInForce(duty);
  if (isNeighbouring(duty.kind) || duty.owedBy !== awareness.controller || inForce.startsAt !== awareness.moment) return duty;
  const [first, ...others] = [...duty.clocks.slice(0, -1), { ...inForce, basis: 'awareness' as const }];
  return { ...duty, clocks: [first, ...others] };
}

/** What a decision brings about from the moment it counts. */
function takeEffect(
  record: CaseRecord,
  { decision, decisionId }: Pick<DecisionState, 'decision' | 'decisionId'>,
  { at }: Meta,
): CaseRecord {
  if (decision.kind === 'awareness') {
    const awareness = { ...record.awareness, [decision.controller]: { moment: decision.moment, decisionId } };
    return { ...record, awareness, duties: record.duties.map((duty) => restsOnAwareness(duty, decision)) };
  }
  return dutiesEndedBy(decision, record).reduce(
    (known, { id, status }) => withDuty(known, id, ended({ how: 'decision', at, decisionId, statusThen: status })),
    record,
  );
}

export function recordDecision(record: CaseRecord, event: BreachEventOf<'DecisionRecorded'>): CaseRecord {
  const { decisionId, decision, reasons, decidedBy, dpoAdvice, counts } = event;
  const decided: DecisionState = {
    ...{ decisionId, decision, reasons, decidedBy, dpoAdvice, counts, confirmations: [] },
    recordedAt: event.at,
    recordedBy: event.by,
  };
  const known = { ...record, decisions: [...record.decisions, decided] };
  return counts ? takeEffect(known, decided, event) : known;
}

export function recordConfirmation(record: CaseRecord, event: BreachEventOf<'DecisionConfirmed'>): CaseRecord {
  const pending = record.decisions.find(({ decisionId }) => decisionId === event.decisionId);
  if (pending === undefined) return record;
  const confirmed = { ...pending, counts: event.complete, confirmations: [...pending.confirmations, event.by] };
  const decisions = record.decisions.map((decision) => (decision === pending ? confirmed : decision));
  const known = { ...record, decisions };
  return event.complete ? takeEffect(known, confirmed, event) : known;
}

export function recordWithdrawal(record: CaseRecord, event: BreachEventOf<'DecisionWithdrawn'>): CaseRecord {
  const { at, by, reasons } = event;
  const decisions = record.decisions.map((decision) =>
    decision.decisionId === event.decisionId ? { ...decision, withdrawn: { at, by, reasons } } : decision,
  );
  return { ...record, decisions };
}

/**
 * A notice that still lacks something (persons not reached yet, say) does not end its duty. Only the notice to the authority is
 * done all the same: what it lacks follows as a duty of its own (Art. 33(4) GDPR). A neighbouring report is sent even where its
 * incident goes on: whether another is owed after it, its regime says, and opens it anew.
 */
const isFulfilling = (duty: DutyState, event: BreachEventOf<'NoticeRecorded'>): boolean =>
  duty.kind === 'art33-1' || duty.kind === 'neighbour' || event.missing === '' || event.notice === 'withdrawal';

export function recordNotice(record: CaseRecord, event: BreachEventOf<'NoticeRecorded'>): CaseRecord {
  const { type: _, at, ...notice } = event;
  const known = { ...record, notices: [...record.notices, { ...notice, recordedAt: at }] };
  const end = { how: 'notice', at, sentAt: event.sentAt } as const;
  const sent = withDuty(known, event.duty, (duty) =>
    duty.end?.how === 'notice' || !isFulfilling(duty, event) ? duty : ended(end)(duty),
  );
  return event.notice === 'withdrawal' ? withoutFollowUp(sent, event, end) : sent;
}

/** What was taken back as a whole needs no completion any more. */
function withoutFollowUp(record: CaseRecord, { duty: id }: BreachEventOf<'NoticeRecorded'>, end: DutyEnd): CaseRecord {
  const duty = dutyById(record, id);
  return duty === undefined
    ? record
    : withDuty(record, followUpId(duty), (open) => (isDischarged(open) ? open : ended(end)(open)));
}

export function recordRecord(record: CaseRecord, event: BreachEventOf<'RecordCompleted'>): CaseRecord {
  const { duty: id, facts, effects, remedialAction, at } = event;
  const completed = { duty: id, facts, effects, remedialAction, at };
  const isKnown = record.records.some(({ duty }) => duty === id);
  const records = isKnown
    ? record.records.map((before) => (before.duty === id ? completed : before))
    : [...record.records, completed];
  const known = { ...record, records };
  return withDuty(known, event.duty, (duty) => (duty.end?.how === 'record' ? duty : ended({ how: 'record', at })(duty)));
}

/** The case goes on under another number, and with it every duty that is still open. */
export function recordJoinedInto(record: CaseRecord, event: BreachEventOf<'JoinedInto'>): CaseRecord {
  const end: DutyEnd = { how: 'joined', at: event.at };
  const duties = record.duties.map((duty) => (duty.end === undefined ? ended(end)(duty) : duty));
  return { ...record, status: 'joined', joinedInto: { main: event.main, number: event.mainNumber }, duties };
}
