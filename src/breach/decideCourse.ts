import { addHours, earliest, type Instant } from '../rules/instant.ts';
import { withAssessment } from './assessCase.ts';
import type { CaseRecord } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting, Refusal } from './commands.ts';
import { isBlank, metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import { clockInForce, openDuties, openMeasures, unconfirmedDecisions } from './duties.ts';
import type { BreachEvent } from './events.ts';
import { lastMoment } from './lastMoment.ts';
import { contractHours } from './listedControllers.ts';
import { pauseUntil, withinHalf } from './pauseUntil.ts';

/** „I am on it“ buys at most this many hours. */
const MOST_HOURS_BOUGHT = 24;

export function acknowledge(
  command: BreachCommandOf<'Acknowledge'>,
  record: CaseRecord,
  setting: Pick<CaseSetting, 'timeZone' | 'controllers'>,
): Decided {
  const { hours, at, by } = command;
  if (hours !== 'tomorrow' && !(hours >= 1 && hours <= MOST_HOURS_BOUGHT)) return refuse('hoursOutOfRange');
  const until = boughtUntil(record, at, hours, setting);
  const { acknowledged } = record;
  if (acknowledged?.by === by && acknowledged.until === until && acknowledged.at === at) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'CaseAcknowledged', until }];
}

/** Where one last moment is past and another lies ahead, both bounds hold. The hours of a contract are a last moment like those of a law. */
function boughtUntil(
  record: CaseRecord,
  at: Instant,
  hours: number | 'tomorrow',
  { timeZone = 'UTC', controllers }: Pick<CaseSetting, 'timeZone' | 'controllers'>,
): Instant {
  const within = (dueBy: Instant | undefined): Instant =>
    hours === 'tomorrow' ? pauseUntil('tomorrow', at, timeZone, dueBy) : withinHalf(addHours(at, hours), at, dueBy);
  const dueBys = openDuties(record).flatMap((duty) => {
    return lastMoment(duty.kind, clockInForce(duty), contractHours(record, controllers, duty.recipient)) ?? [];
  });
  return earliest(within(undefined), ...dueBys.map(within));
}

export function planMeasure(command: BreachCommandOf<'PlanMeasure'>, record: CaseRecord): Decided {
  const { measureId, dueBy } = command;
  if (record.measures.some((known) => known.measureId === measureId)) return NOTHING_NEW;
  const text = command.text.trim();
  if (text === '') return refuse('textMissing');
  return [{ ...metaOf(command), type: 'MeasurePlanned', measureId, text, dueBy, owner: command.owner.trim() }];
}

export function finishMeasure(command: BreachCommandOf<'FinishMeasure'>, record: CaseRecord): Decided {
  const { measureId } = command;
  const measure = record.measures.find((known) => known.measureId === measureId);
  if (measure === undefined) return refuse('noSuchMeasure');
  if (measure.finishedAt !== undefined) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'MeasureFinished', measureId, note: command.note.trim() }];
}

export function askPerson(command: BreachCommandOf<'AskPerson'>, record: CaseRecord): Decided {
  const { questionId, person } = command;
  if (record.questions.some((known) => known.questionId === questionId)) return NOTHING_NEW;
  const text = command.text.trim();
  if (text === '') return refuse('textMissing');
  return [{ ...metaOf(command), type: 'QuestionAskedOfPerson', questionId, person, text }];
}

/** Only the person who was asked answers, under the own name; a second answer supersedes the first and both stay recorded. */
export function answerAsPerson(command: BreachCommandOf<'AnswerAsPerson'>, record: CaseRecord): Decided {
  const { questionId, authorName } = command;
  const question = record.questions.find((known) => known.questionId === questionId);
  if (question === undefined) return refuse('noSuchQuestion');
  if (question.person !== command.by) return refuse('notAskedOfYou');
  const text = command.text.trim();
  if (text === '') return refuse('textMissing');
  if (question.answer?.text === text) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'PersonAnswered', questionId, text, authorName }];
}

/** Closing ends no duty: it is refused while anything is open. */
export function closeCase(command: BreachCommandOf<'CloseCase'>, record: CaseRecord): Decided {
  if (record.status === 'closed') return NOTHING_NEW;
  return stillOpen(record) ?? [{ ...metaOf(command), type: 'CaseClosed', note: command.note.trim() }];
}

function stillOpen(record: CaseRecord): Refusal | undefined {
  const duties = openDuties(record).map(({ id }) => id);
  if (duties.length > 0) return { refused: 'dutiesOpen', open: duties };
  const measures = openMeasures(record).map(({ measureId }) => measureId);
  if (measures.length > 0) return { refused: 'measuresOpen', open: measures };
  const decisions = unconfirmedDecisions(record).map(({ decisionId }) => decisionId);
  return decisions.length > 0 ? { refused: 'decisionsUnconfirmed', open: decisions } : undefined;
}

/**
 * A risk first thought unlikely may turn out otherwise (EDPB Guidelines 01/2021, para. 10). What was decided is open again;
 * what was fulfilled stays fulfilled, and no fact is forgotten.
 */
export function reopenCase(command: BreachCommandOf<'ReopenCase'>, record: CaseRecord, setting: CaseSetting): Decided {
  if (record.status === 'open') return NOTHING_NEW;
  if (isBlank(command.reasons)) return refuse('reasonsMissing');
  const meta = metaOf(command);
  const decided = record.duties.filter(({ end }) => end?.how === 'decision');
  const reopening: readonly BreachEvent[] = [
    { ...meta, type: 'CaseReopened', reasons: command.reasons.trim() },
    ...decided.map(({ id }) => ({ ...meta, type: 'DutyReopened', duty: id, cause: 'case-reopened' }) as const),
  ];
  return withAssessment(record, reopening, setting, meta, 'onlyUp');
}
