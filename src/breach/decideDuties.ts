import { addHours, type Instant } from '../rules/instant.ts';
import { assessCase } from './assessCase.ts';
import type { CaseRecord, DutyState } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting, Refusal } from './commands.ts';
import { isBlank, metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import { finished, planned, referenceTask, taskFault } from './decideNotices.ts';
import { clockInForce, dutyById, followUpId, isDischarged, noticesTo } from './duties.ts';
import { evolve } from './evolve.ts';
import type { BreachEvent, BreachEventOf, Meta } from './events.ts';
import { neighbourOf, opensNextStages, takesUpdate } from './neighbourCourse.ts';
import { firstKnown } from './times.ts';

type Notice = Omit<BreachEventOf<'NoticeRecorded'>, 'type' | 'late'>;

/** What nobody said of a notice to an authority follows from the course: which of them it is, and that a file number proves it. */
function courseOf(
  { notice, proof, reference, missing }: BreachCommandOf<'RecordNotice'>,
  duty: DutyState,
  record: CaseRecord,
): Pick<Notice, 'notice' | 'proof'> {
  if (!isToAuthority(duty)) return { ...(notice && { notice }), ...(proof && { proof }) };
  const next = noticesTo(record, duty).length === 0 ? 'first' : missing.trim() === '' ? 'final' : 'follow-up';
  // After the last one, whether something is put right or taken back has to be said.
  const isAfterwards = duty.kind === 'art33-1' && duty.end?.how === 'notice';
  const kind = notice ?? (isAfterwards ? undefined : next);
  const shown = proof ?? (reference.trim() === '' ? undefined : 'file-number');
  return { ...(kind && { notice: kind }), ...(shown && { proof: shown }) };
}

const isToAuthority = ({ kind }: DutyState): boolean => kind === 'art33-1' || kind === 'art33-4';

const noticeOf = (command: BreachCommandOf<'RecordNotice'>, duty: DutyState, record: CaseRecord): Notice => ({
  ...metaOf(command),
  duty: command.duty,
  sentAt: command.sentAt,
  to: command.to.trim(),
  means: command.means.trim(),
  reference: command.reference.trim(),
  missing: command.missing.trim(),
  reasonsForDelay: command.reasonsForDelay.trim(),
  ...courseOf(command, duty, record),
  ...(command.proofText !== undefined && command.proofText.trim() !== '' && { proofText: command.proofText.trim() }),
});

const isRecorded = (notice: Notice, said: BreachCommandOf<'RecordNotice'>['notice'], record: CaseRecord): boolean =>
  record.notices.some(
    (known) =>
      known.duty === notice.duty &&
      known.sentAt === notice.sentAt &&
      known.to === notice.to &&
      known.means === notice.means &&
      known.reference === notice.reference &&
      known.missing === notice.missing &&
      (said === undefined || known.notice === said) &&
      known.reasonsForDelay === notice.reasonsForDelay,
  );

/**
 * Only a follow-up takes a second notice, and a report that its regime wants updated. What was decided not to be sent may be sent all the same, and is then fulfilled;
 * what never applied is not owed to anybody.
 */
function takesNotice(duty: DutyState, record: CaseRecord, { notice }: Notice): boolean {
  // What was sent can be put right or taken back at any time after.
  if (duty.kind === 'art33-1' && duty.end?.how === 'notice') return notice === 'correction' || notice === 'withdrawal';
  if (!isDischarged(duty) || duty.end.how === 'decision') return true;
  return duty.end.how === 'notice' && (duty.kind === 'art33-4' || (duty.kind === 'neighbour' && takesUpdate(duty, record)));
}

export function recordNotice(command: BreachCommandOf<'RecordNotice'>, record: CaseRecord, setting: CaseSetting): Decided {
  const duty = dutyById(record, command.duty);
  if (duty === undefined) return refuse('noSuchDuty');
  if (duty.kind === 'art33-5' || duty.kind === 'neighbour-question') return refuse('notDischargedThisWay');
  const notice = noticeOf(command, duty, record);
  if (isRecorded(notice, command.notice, record)) return NOTHING_NEW;
  if (!takesNotice(duty, record, notice)) return refuse('dutyAlreadyEnded');
  const refused = refusalOf(notice, duty, record) ?? kindFault(notice, duty, record) ?? taskFault(command.referenceTask, command);
  if (refused) return refused;
  const sent = { ...notice, type: 'NoticeRecorded', late: isLate(notice, duty) } as const;
  return [...noticeEvents(sent, duty, record, setting), ...referenceEvents(command, duty, record)];
}

/** A notice to an authority is sent only with what shows that it arrived; and each kind has its place in the row of them. */
function kindFault(
  { notice, proof, proofText, reference, missing }: Notice,
  duty: DutyState,
  record: CaseRecord,
): Refusal | undefined {
  if (!isToAuthority(duty)) return notice === undefined ? undefined : refuse('noticeKindUnfit');
  const isFirst = noticesTo(record, duty).length === 0;
  if (isFirst !== (notice === 'first') || (notice === 'final' && missing !== '')) return refuse('noticeKindUnfit');
  const isProven = proof === 'file-number' ? reference !== '' : proof !== undefined && proofText !== undefined;
  return isProven ? undefined : refuse('proofMissing');
}

/** The reference of the authority is asked for until it is there. */
function referenceEvents(
  { at, by, reference, referenceTask: task }: BreachCommandOf<'RecordNotice'>,
  duty: DutyState,
  record: CaseRecord,
): readonly BreachEvent[] {
  const meta: Meta = { at, by };
  if (reference.trim() !== '') return finished(referenceTask(duty), record, meta);
  const isKnown = noticesTo(record, duty).some((sent) => sent.reference !== '');
  return task === undefined || isKnown ? [] : planned(referenceTask(duty), task, record, meta);
}

function refusalOf(notice: Notice, duty: DutyState, record: CaseRecord): Refusal | undefined {
  if (notice.to === '' || notice.means === '') return refuse('noticeDetailsMissing');
  if (notice.sentAt > notice.at) return refuse('momentInFuture');
  if (notice.sentAt < firstKnown(record)) return refuse('sentBeforeKnown');
  if (!isLate(notice, duty) || notice.reasonsForDelay !== '') return undefined;
  return refuse(duty.kind === 'neighbour' ? 'reasonsForLateReportMissing' : 'reasonsForDelayMissing');
}

/** Later than the last moment in force. An earlier last moment, overtaken since, stays visible and forces no reasons. */
function isLate({ sentAt }: Notice, duty: DutyState): boolean {
  // An update of a report that was sent already has no last moment of its own.
  if (duty.kind === 'neighbour' && duty.end?.how === 'notice') return false;
  if (duty.kind === 'art33-1' && duty.end?.how === 'notice') return false;
  const { dueBy } = clockInForce(duty);
  return dueBy !== undefined && sentAt > dueBy;
}

const noticeEvents = (
  notice: BreachEventOf<'NoticeRecorded'>,
  duty: DutyState,
  record: CaseRecord,
  setting: CaseSetting,
): readonly BreachEvent[] => [notice, ...followUp(notice, duty, record, setting), ...nextStages(notice, duty, record)];

/** The sending of a neighbouring report starts the clock of the next one. */
function nextStages(notice: BreachEventOf<'NoticeRecorded'>, duty: DutyState, record: CaseRecord): readonly BreachEvent[] {
  const state = duty.kind === 'neighbour' ? neighbourOf(duty, record) : undefined;
  const after = evolve(record, notice);
  if (state === undefined || after.status === 'none') return [];
  return opensNextStages(state, after, { at: notice.at, by: notice.by });
}

/** Art. 33(4) GDPR: what the notice to the authority lacks follows without undue further delay. */
function followUp(
  notice: BreachEventOf<'NoticeRecorded'>,
  duty: DutyState,
  record: CaseRecord,
  setting: CaseSetting,
): readonly BreachEvent[] {
  if (notice.missing === '' || notice.notice === 'withdrawal' || (duty.kind !== 'art33-1' && duty.kind !== 'art33-4')) return [];
  const id = followUpId(duty);
  const known = dutyById(record, id);
  if (known !== undefined && !isDischarged(known)) return [];
  const { owedBy, recipient } = duty;
  const meta: Meta = { at: notice.at, by: notice.by };
  const dueBy = completionDue(notice, duty, record, setting);
  const opened = {
    ...({ id, kind: 'art33-4', owedBy, recipient, status: 'owed', startsAt: notice.sentAt } as const),
    ...(dueBy === undefined ? {} : { dueBy }),
  };
  return [{ ...meta, type: 'FollowUpOpened', duty: opened }];
}

/** Most laws name no hours for what follows; telecommunication law does, from the first notice on (Art. 2(3) Reg. 611/2013). */
function completionDue({ sentAt }: Notice, duty: DutyState, record: CaseRecord, setting: CaseSetting): Instant | undefined {
  if (duty.kind !== 'art33-1') return undefined;
  const hours = assessCase(record, setting).duties.find(({ id }) => id === duty.id)?.completionHours;
  return hours === undefined ? undefined : addHours(sentAt, hours);
}

/** Art. 33(5) GDPR: the facts, the effects and the remedial action; a later text replaces the one before for display, each controller’s its own. */
export function completeRecord(command: BreachCommandOf<'CompleteRecord'>, record: CaseRecord): Decided {
  const duty = dutyById(record, command.duty);
  if (duty === undefined) return refuse('noSuchDuty');
  if (duty.kind !== 'art33-5') return refuse('notDischargedThisWay');
  if (duty.end?.how === 'never-applied') return refuse('dutyAlreadyEnded');
  if ([command.facts, command.effects, command.remedialAction].some(isBlank)) return refuse('recordIncomplete');
  const completed = {
    facts: command.facts.trim(),
    effects: command.effects.trim(),
    remedialAction: command.remedialAction.trim(),
  };
  if (duty.end?.how === 'record' && isSameRecord(completed, recordOf(duty, record))) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'RecordCompleted', duty: duty.id, ...completed }];
}

type RecordTexts = Pick<BreachEventOf<'RecordCompleted'>, 'facts' | 'effects' | 'remedialAction'>;

const recordOf = ({ id }: DutyState, { records }: CaseRecord): RecordTexts | undefined => records.find(({ duty }) => duty === id);

const isSameRecord = (texts: RecordTexts, record: RecordTexts | undefined): boolean =>
  record?.facts === texts.facts && record.effects === texts.effects && record.remedialAction === texts.remedialAction;
