// What the notice to an authority holds and what goes on around it: fields, numbers by group, what a measure is for, the questions of the
// authority, its reference. Nothing of it is a fact of the rules, and nothing here ends a duty.
import type { CaseRecord, DutyState } from './breachCase.ts';
import type { BreachCommandOf, NoticeTask, Refusal } from './commands.ts';
import { isBlank, metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import { dutyById, noticesTo } from './duties.ts';
import type { BreachEvent, Meta } from './events.ts';
import { isCount, isNoticeAnswer, isNoticeField, isPersonGroup } from './noticeFields.ts';

/** The tasks that stand for something open in a notice have ids of their own, and are no measures to remedy the breach. */
const TASK_PREFIX = 'notice:';
export const isNoticeTask = (measureId: string): boolean => measureId.startsWith(TASK_PREFIX);
const fieldTask = (field: string): string => `${TASK_PREFIX}field/${field}`;
const questionTask = (questionId: string): string => `${TASK_PREFIX}question/${questionId}`;
/** One for each controller and authority, however many notices go there. */
export const referenceTask = ({ owedBy, recipient }: DutyState): string => `${TASK_PREFIX}reference/${owedBy}:${recipient}`;

/** A task that was done once and is needed again gets a number. */
export function planned(base: string, task: NoticeTask, record: CaseRecord, meta: Meta): readonly BreachEvent[] {
  const known = record.measures.filter(({ measureId }) => measureId === base || measureId.startsWith(`${base}#`));
  if (known.some(({ finishedAt }) => finishedAt === undefined)) return [];
  const measureId = known.length === 0 ? base : `${base}#${known.length + 1}`;
  return [{ ...meta, type: 'MeasurePlanned', measureId, text: task.text.trim(), dueBy: task.dueBy, owner: task.owner.trim() }];
}

export const finished = (base: string, record: CaseRecord, meta: Meta): readonly BreachEvent[] =>
  record.measures
    .filter(({ measureId, finishedAt }) => finishedAt === undefined && (measureId === base || measureId.startsWith(`${base}#`)))
    .map(({ measureId }) => ({ ...meta, type: 'MeasureFinished', measureId, note: '' }));

export const taskFault = (task: NoticeTask | undefined, now: Meta): Refusal | undefined => {
  if (task === undefined) return undefined;
  if (isBlank(task.text)) return refuse('textMissing');
  if (isBlank(task.owner)) return refuse('ownerMissing');
  return task.dueBy <= now.at ? refuse('dueInThePast') : undefined;
};

/** Says a field, or that it has to be found out, by whom and until when. What was said before stays in the record. */
function answerNoticeField(command: BreachCommandOf<'AnswerNoticeField'>, record: CaseRecord): Decided {
  const { field, answer, task } = command;
  if (!isNoticeField(field)) return refuse('unknownAnswer');
  const value = answer === 'said' ? command.value.trim() : '';
  if (answer === 'said' && !isNoticeAnswer(field, value)) return refuse('unknownAnswer');
  const fault = answer === 'to-be-determined' ? taskFault(task, command) : undefined;
  if (fault) return fault;
  const meta = metaOf(command);
  const known = record.noticeFields[field];
  const isRepeated = known?.answer === answer && known.value === value;
  const said = isRepeated ? [] : [{ ...meta, type: 'NoticeFieldAnswered', field, answer, value } as const];
  if (answer === 'said') return isRepeated ? NOTHING_NEW : [...said, ...finished(fieldTask(field), record, meta)];
  return [...said, ...(task === undefined ? [] : planned(fieldTask(field), task, record, meta))];
}

/** A page of fields: one that cannot be recorded keeps the others from being recorded, so that the page comes back as it was. */
function answerNoticeFields({ answers, ...meta }: BreachCommandOf<'AnswerNoticeFields'>, record: CaseRecord): Decided {
  if (new Set(answers.map(({ field }) => field)).size < answers.length) return refuse('unknownAnswer');
  const decided = answers.map((each) => answerNoticeField({ ...meta, ...each, type: 'AnswerNoticeField' }, record));
  const refusal = decided.find((one) => 'refused' in one);
  return refusal ?? decided.flatMap((one) => ('refused' in one ? [] : one));
}

/** How many persons of one group; the number of the whole is asked for by itself, for a person may belong to two groups. */
function countGroup(command: BreachCommandOf<'CountGroup'>, record: CaseRecord): Decided {
  const { group, kind } = command;
  if (!isPersonGroup(group)) return refuse('unknownAnswer');
  const [count, detail] = [command.count.trim(), command.detail.trim()];
  const needsNumber = kind === 'exact' || kind === 'approximate';
  if (needsNumber !== (count !== '') || (needsNumber && !isCount(count))) return refuse('numberMissing');
  const known = record.groups.find((one) => one.group === group);
  if (known === undefined && kind === 'not-concerned') return NOTHING_NEW;
  if (known?.kind === kind && known.count === count && known.detail === detail) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'GroupCounted', group, kind, count, detail }];
}

/** Which risk a measure reduces, and what it came to. */
function explainMeasure(command: BreachCommandOf<'ExplainMeasure'>, record: CaseRecord): Decided {
  const measure = record.measures.find(({ measureId }) => measureId === command.measureId);
  if (measure === undefined || isNoticeTask(command.measureId)) return refuse('noSuchMeasure');
  const [against, effect] = [command.against.trim(), command.effect.trim()];
  if (against === '') return refuse('textMissing');
  if (measure.against === against && (measure.effect ?? '') === effect) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'MeasureExplained', measureId: measure.measureId, against, effect }];
}

/** An authority may ask before anything was sent to it, after a call for example; what it sets is its own deadline. */
function recordAuthorityQuestion(command: BreachCommandOf<'RecordAuthorityQuestion'>, record: CaseRecord): Decided {
  const { questionId, duty, receivedAt, dueBy } = command;
  const target = dutyById(record, duty);
  if (target === undefined) return refuse('noSuchDuty');
  if (target.kind !== 'art33-1' && target.kind !== 'art33-4') return refuse('notDischargedThisWay');
  if (record.authorityQuestions.some((known) => known.questionId === questionId)) return NOTHING_NEW;
  const text = command.text.trim();
  if (text === '') return refuse('textMissing');
  if (isBlank(command.owner)) return refuse('ownerMissing');
  if (receivedAt > command.at) return refuse('momentInFuture');
  if (dueBy <= receivedAt) return refuse('dueInThePast');
  const meta = metaOf(command);
  const task = { text, owner: command.owner, dueBy };
  return [
    { ...meta, type: 'AuthorityQuestionReceived', questionId, duty, text, receivedAt, dueBy },
    ...planned(questionTask(questionId), task, record, meta),
  ];
}

function recordAuthorityAnswer(command: BreachCommandOf<'RecordAuthorityAnswer'>, record: CaseRecord): Decided {
  const { questionId, sentAt } = command;
  const question = record.authorityQuestions.find((known) => known.questionId === questionId);
  if (question === undefined) return refuse('noSuchQuestion');
  if (question.answered !== undefined) return NOTHING_NEW;
  const [means, proof] = [command.means.trim(), command.proof.trim()];
  if (means === '') return refuse('noticeDetailsMissing');
  if (proof === '') return refuse('proofMissing');
  if (sentAt > command.at) return refuse('momentInFuture');
  if (sentAt < question.receivedAt) return refuse('sentBeforeKnown');
  const meta = metaOf(command);
  return [
    { ...meta, type: 'AuthorityQuestionAnswered', questionId, sentAt, means, proof },
    ...finished(questionTask(questionId), record, meta),
  ];
}

/** „By telephone in advance“: kept, and it ends nothing. */
function tellInAdvance(command: BreachCommandOf<'TellInAdvance'>, record: CaseRecord): Decided {
  const duty = dutyById(record, command.duty);
  if (duty === undefined) return refuse('noSuchDuty');
  if (duty.kind !== 'art33-1' && duty.kind !== 'art33-4') return refuse('notDischargedThisWay');
  const { toldAt } = command;
  const [spokeWith, note] = [command.spokeWith.trim(), command.note.trim()];
  if (spokeWith === '') return refuse('noticeDetailsMissing');
  if (toldAt > command.at) return refuse('momentInFuture');
  const isKnown = record.toldInAdvance.some(
    (one) => one.duty === duty.id && one.toldAt === toldAt && one.spokeWith === spokeWith,
  );
  if (isKnown) return NOTHING_NEW;
  return [{ ...metaOf(command), type: 'ToldInAdvance', duty: duty.id, toldAt, spokeWith, note }];
}

/** The number under which the authority keeps it; from then on nobody is asked for it. */
function recordReference(command: BreachCommandOf<'RecordReference'>, record: CaseRecord): Decided {
  const { receivedAt } = command;
  const duty = dutyById(record, command.duty);
  if (duty === undefined) return refuse('noSuchDuty');
  const sent = noticesTo(record, duty).at(-1);
  if (sent === undefined) return refuse('nothingSentYet');
  const reference = command.reference.trim();
  if (reference === '') return refuse('textMissing');
  if (receivedAt > command.at) return refuse('momentInFuture');
  if (receivedAt < sent.sentAt) return refuse('sentBeforeKnown');
  if (sent.reference === reference && sent.receivedAt === receivedAt) return NOTHING_NEW;
  const meta = metaOf(command);
  return [
    { ...meta, type: 'ReferenceReceived', duty: sent.duty, reference, receivedAt },
    ...finished(referenceTask(duty), record, meta),
  ];
}

type ForNotice = BreachCommandOf<
  | 'AnswerNoticeField'
  | 'AnswerNoticeFields'
  | 'CountGroup'
  | 'ExplainMeasure'
  | 'RecordAuthorityQuestion'
  | 'RecordAuthorityAnswer'
  | 'TellInAdvance'
  | 'RecordReference'
>;

/** What is said of a notice: its fields, and what passes between us and the authority. None of it moves a duty. */
export function decideForNotice(command: ForNotice, record: CaseRecord): Decided {
  switch (command.type) {
    case 'AnswerNoticeField':
      return answerNoticeField(command, record);
    case 'AnswerNoticeFields':
      return answerNoticeFields(command, record);
    case 'CountGroup':
      return countGroup(command, record);
    case 'ExplainMeasure':
      return explainMeasure(command, record);
    case 'RecordAuthorityQuestion':
      return recordAuthorityQuestion(command, record);
    case 'RecordAuthorityAnswer':
      return recordAuthorityAnswer(command, record);
    case 'TellInAdvance':
      return tellInAdvance(command, record);
    case 'RecordReference':
      return recordReference(command, record);
  }
}
