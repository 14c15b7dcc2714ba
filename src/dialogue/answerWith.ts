import type { BreachCase, CaseRecord } from '../breach/breachCase.ts';
import { dutyById, openDuties } from '../breach/duties.ts';
import type { BreachEvent, BreachEventOf } from '../breach/events.ts';
import { isWideGap } from '../breach/times.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { RegisterUnavailable } from '../ports.ts';
import type { Action } from '../prompt/action.ts';
import { nextSteps } from '../prompt/detailActions.ts';
import { openHints } from '../prompt/receipt.ts';
import type { RecordedPrompt, RecordedThing, Warning } from '../prompt/prompt.ts';
import { hoursBetween, type Instant } from '../rules/instant.ts';
import type { Operation } from './access.ts';
import type { Committed, Recorded } from './commit.ts';
import { permission, recordLook } from './look.ts';
import { refuse, refuseFor } from './refuse.ts';
import type { Opened, Prompts, Turn } from './turn.ts';

const KEEPING = {
  TextErased: 'textErased',
  RetentionExtended: 'retentionExtended',
  CaseErased: 'caseErased',
} as const satisfies Record<string, RecordedThing>;

const AROUND_NOTICES = {
  NoticeFieldAnswered: 'noticeField',
  GroupCounted: 'groupCounted',
  MeasureExplained: 'measureExplained',
  AuthorityQuestionReceived: 'authorityQuestion',
  AuthorityQuestionAnswered: 'authorityAnswer',
  ToldInAdvance: 'toldInAdvance',
  ReferenceReceived: 'referenceReceived',
} as const satisfies Record<string, RecordedThing>;
const isAroundNotices = (event: BreachEvent): event is BreachEventOf<keyof typeof AROUND_NOTICES> =>
  Object.hasOwn(AROUND_NOTICES, event.type);

/** What an event is called when the person is told that it is recorded; nothing for what follows from another. */
function thingOf(event: BreachEvent, before: BreachCase): RecordedThing | undefined {
  if (isAroundNotices(event)) return AROUND_NOTICES[event.type];
  switch (event.type) {
    case 'BreachReported':
      return 'report';
    case 'ReportAdded':
      return 'addition';
    case 'HintGiven':
      return 'hint';
    case 'DataSetRecorded':
      return isKnown(event.dataSet, before) ? 'dataSetChanged' : 'dataSet';
    case 'ControllerListed':
      return 'dataSet';
    case 'FactAnswered':
      return 'answer';
    case 'FactCorrected':
      return 'correction';
    case 'TimeRecorded':
      return 'time';
    case 'DecisionRecorded':
      if (!event.counts) return 'decisionAwaitingConfirmation';
      return event.decision.kind === 'awareness' ? 'awareness' : 'decision';
    case 'DecisionConfirmed':
      return event.complete ? 'decisionConfirmed' : 'decisionPartlyConfirmed';
    case 'DecisionWithdrawn':
      return 'decisionWithdrawn';
    case 'NeighbourAnswered':
      return 'neighbour';
    case 'SecondOpinionAnswered':
      return 'secondOpinion';
    case 'NoticeRecorded':
      return 'notice';
    case 'RecordCompleted':
      return 'record';
    case 'CaseAcknowledged':
      return 'acknowledgement';
    case 'MeasurePlanned':
      return 'measure';
    case 'MeasureFinished':
      return 'measureFinished';
    case 'QuestionAskedOfPerson':
      return 'questionAsked';
    case 'PersonAnswered':
      return 'questionAnswered';
    case 'ReporterTold':
      return 'reporterTold';
    case 'PersonExcluded':
      return 'exclusion';
    case 'PersonReadmitted':
      return 'readmission';
    case 'DuplicateJoined':
    case 'JoinedInto':
      return 'joined';
    case 'CaseClosed':
      return 'closed';
    case 'CaseReopened':
      return 'reopened';
    case 'TextErased':
    case 'RetentionExtended':
    case 'CaseErased':
      return KEEPING[event.type];
    case 'AssessmentRecorded':
    case 'DutyNeverApplied':
    case 'DutyReopened':
    case 'FollowUpOpened':
    case 'NeighbourAsked':
    case 'NeighbourStageOpened':
      return undefined;
  }
}

const isKnown = (dataSet: string, before: BreachCase): boolean =>
  before.status !== 'none' && before.dataSets.some(({ id }) => id === dataSet);

function warningsOf(event: BreachEvent, { record }: Opened): readonly Warning[] {
  if (event.type === 'NoticeRecorded') return noticeWarnings(event, record);
  if (event.type === 'DutyNeverApplied') return [{ warning: 'dutiesNeverApplied' }];
  if (event.type === 'NeighbourStageOpened') return [{ warning: 'reportOpened' }];
  if (event.type === 'FollowUpOpened') return [{ warning: 'followUpOpened' }];
  if (event.type !== 'DecisionRecorded') return [];
  const { decision } = event;
  if (decision.kind === 'not-notifying' || decision.kind === 'no-breach')
    return decision.againstAssessment ? [{ warning: 'againstAssessment' }] : [];
  if (decision.kind !== 'awareness' || !isWideGap(record, decision.moment)) return [];
  return [{ warning: 'awarenessGap', hours: Math.floor(hoursBetween(record.earliestNamed, decision.moment)) }];
}

function noticeWarnings(event: BreachEventOf<'NoticeRecorded'>, record: CaseRecord): readonly Warning[] {
  // What a neighbouring report lacks opens the next one, and that says so itself.
  if (dutyById(record, event.duty)?.kind === 'neighbour') return event.late ? [{ warning: 'reportLate' }] : [];
  const late: readonly Warning[] = event.late ? [{ warning: 'noticeLate' }] : [];
  const isOpen = openDuties(record).some(({ id }) => id === event.duty);
  return isOpen ? [...late, { warning: 'noticeIncomplete' }] : late;
}

/** Steps that this person may take from here. */
function next(turn: Turn, opened: Opened): readonly Action[] {
  if (permission(turn, 'openCase', opened).may) return nextSteps(opened);
  const ofCase = { case: opened.caseId };
  return permission(turn, 'addToReport', opened).may
    ? [
        { verb: 'openAddition', data: ofCase },
        { verb: 'myReports', data: {} },
      ]
    : [];
}

const recordedPrompt = (
  turn: Turn,
  opened: Opened,
  what: RecordedThing,
  at: Instant,
  warnings: readonly Warning[],
): RecordedPrompt => ({
  kind: 'recorded',
  what,
  number: opened.record.number,
  at,
  zone: turn.organisation.timeZone,
  next: next(turn, opened),
  warnings,
  ...(what === 'report' || what === 'hint' ? forReporter(turn, opened) : {}),
});

/** What matters to the reporting person right now stands in the answer itself: the receipt may lie above it, out of sight. */
function forReporter(turn: Turn, opened: Opened): Pick<RecordedPrompt, 'advice' | 'nextHint'> {
  const { hints, source, reporter, status } = opened.record;
  if (source.by !== 'self' || reporter !== turn.person || status === 'closed' || status === 'erased') return {};
  return { advice: { hints, contact: turn.organisation.contactPoint }, ...nextHint(opened) };
}

function nextHint({ caseId, record }: Opened): Pick<RecordedPrompt, 'nextHint'> {
  const [hint] = openHints(record);
  return hint === undefined ? {} : { nextHint: { caseId, hint } };
}

/** „Recorded“, said only of what the register holds. */
function sayRecorded(turn: Turn, { before, opened, events, at }: Recorded): RecordedPrompt {
  const what = events.map((event) => thingOf(event, before)).find((thing) => thing !== undefined) ?? 'nothingNew';
  return recordedPrompt(turn, opened, what, at, onceEach(events.flatMap((event) => warningsOf(event, opened))));
}

const onceEach = (warnings: readonly Warning[]): readonly Warning[] =>
  warnings.filter((one, place) => warnings.findIndex(({ warning }) => warning === one.warning) === place);

/** A way to look whether it is there after all. */
const whereToLook = (turn: Turn, caseId: CaseId | undefined): readonly Action[] =>
  caseId !== undefined && permission(turn, 'openCase', undefined).may
    ? [{ verb: 'openCase', data: { case: caseId } }]
    : [{ verb: 'myReports', data: {} }];

/** The answer to a command, whatever became of it. `typed` comes back with whatever is not recorded, so that nobody has to write it again. */
export function answerTo(turn: Turn, committed: Committed, caseId?: CaseId, typed: readonly string[] = []): Prompts {
  switch (committed.outcome) {
    case 'recorded':
      return [sayRecorded(turn, committed)];
    case 'nothingNew':
      return [recordedPrompt(turn, committed.opened, 'nothingNew', turn.now, [])];
    case 'refused':
      return [refuseFor(turn, committed.refusal, committed.opened, committed.opened ? next(turn, committed.opened) : [], typed)];
    case 'turnedAway':
      return committed.prompts;
    case 'notConfirmedYet':
      return [refuse(turn, 'notConfirmedYet', { actions: whereToLook(turn, caseId), given: typed })];
  }
}

/**
 * After something was recorded, goes on to what comes next. If that look cannot be recorded, it is not given, and the
 * person is told what is recorded all the same.
 */
export async function goOn(
  turn: Turn,
  recorded: Recorded,
  operation: Operation,
  view: (opened: Opened) => Prompts,
): Promise<Prompts> {
  try {
    await recordLook(turn, recorded.opened.caseId, operation, true);
  } catch (error) {
    if (error instanceof RegisterUnavailable) return [sayRecorded(turn, recorded)];
    throw error;
  }
  return view(recorded.opened);
}
