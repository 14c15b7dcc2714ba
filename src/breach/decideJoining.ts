import { ANSWERS, sidesOf, UNKNOWN, type Answer, type DataSet, type FactName, type Facts } from '../rules/facts.ts';
import { withAssessment } from './assessCase.ts';
import type { BreachCase, CaseRecord } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting } from './commands.ts';
import { metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import type { BreachEvent, Meta } from './events.ts';
import { evolve } from './evolve.ts';
import { opensNextStages } from './neighbourCourse.ts';

type TakeIn = BreachCommandOf<'TakeInDuplicate'>;
type LabelledDataSet = TakeIn['dataSets'][number];

/**
 * The main case takes a duplicate in: its earliest moment counts from now on, both numbers stay, and what was answered there
 * is answered here. Where both answered, the worse answer counts, so that joining never lightens a duty.
 */
export function takeInDuplicate(command: TakeIn, record: CaseRecord, setting: CaseSetting): Decided {
  const { duplicate, duplicateNumber, earliestNamed } = command;
  if (duplicateNumber === record.number) return refuse('cannotJoinItself');
  if (record.joinedNumbers.includes(duplicateNumber)) return NOTHING_NEW;
  if (earliestNamed > command.at) return refuse('momentInFuture');
  const meta = metaOf(command);
  const joined = { ...meta, type: 'DuplicateJoined', duplicate, duplicateNumber, earliestNamed } as const;
  const answers = incidentAnswers(command, record, meta);
  const dataSets = command.dataSets.filter((dataSet) => addsSomething(dataSet, record));
  const taken = dataSets.flatMap((dataSet) => dataSetEvents(dataSet, command, meta));
  const texts = command.texts.map(({ text, authorName }) => ({ ...meta, type: 'ReportAdded', text, authorName }) as const);
  const asked = command.questions
    .filter(({ questionId }) => !record.questions.some((known) => known.questionId === questionId))
    .map((question) => ({ ...meta, type: 'QuestionAskedOfPerson', ...question }) as const);
  const events = withAssessment(
    record,
    [joined, ...texts, ...asked, ...answers, ...taken],
    asking(command, setting),
    meta,
    'onlyUp',
  );
  return [...events, ...movedReports(record, events, meta)];
}

/** Reports of neighbouring regimes that run from an earlier moment now. Their clocks are set anew; the old last moment stays on record. */
function movedReports(record: CaseRecord, events: readonly BreachEvent[], meta: Meta): readonly BreachEvent[] {
  const after = events.reduce<BreachCase>(evolve, record);
  if (after.status === 'none') return [];
  const moved = after.neighbours.filter(({ earlierNamed, neighbour: { id } }) => {
    const before = record.neighbours.find(({ neighbour }) => neighbour.id === id);
    return earlierNamed !== undefined && earlierNamed !== before?.earlierNamed;
  });
  return moved.flatMap((state) => opensNextStages(state, after, meta));
}

/** A regime that the configuration named when the duplicate came and no longer names now is asked about all the same. */
function asking({ neighbours }: TakeIn, setting: CaseSetting): CaseSetting {
  const { neighbours: configured = [] } = setting;
  const more = neighbours.filter(({ id }) => !configured.some((known) => known.id === id));
  return { ...setting, neighbours: [...configured, ...more] };
}

/** In its order of risk; what nobody can say stands just below the worst that somebody said. */
function gravity(fact: FactName, answer: Answer): number {
  const answers: readonly string[] = ANSWERS[fact];
  return answer === UNKNOWN ? answers.length - 1.5 : answers.indexOf(answer);
}

const factsOf = (facts: Facts): readonly (readonly [FactName, Answer])[] =>
  Object.entries(facts).map(([fact, answer]) => [fact as FactName, answer]);

function incidentAnswers({ incident, duplicateNumber }: TakeIn, record: CaseRecord, meta: Meta): readonly BreachEvent[] {
  return factsOf(incident).flatMap(([fact, answer]): readonly BreachEvent[] => {
    const before = record.incident[fact];
    if (before === undefined) return [{ ...meta, type: 'FactAnswered', fact, answer }];
    if (gravity(fact, answer) <= gravity(fact, before)) return [];
    return [{ ...meta, type: 'FactCorrected', fact, answer, before, reasons: duplicateNumber }];
  });
}

/** A body of data of which nothing is answered, and which the main case has already, would only ask everything twice. */
const addsSomething = (dataSet: LabelledDataSet, record: CaseRecord): boolean =>
  Object.keys(dataSet.facts).length > 0 ||
  !record.dataSets.some(
    (known: DataSet) =>
      known.controller === dataSet.controller &&
      known.role === dataSet.role &&
      JSON.stringify(sidesOf(known)) === JSON.stringify(sidesOf(dataSet)),
  );

function dataSetEvents(dataSet: LabelledDataSet, { duplicateNumber }: TakeIn, meta: Meta): readonly BreachEvent[] {
  const { controller, role } = dataSet;
  const id = `${duplicateNumber}/${dataSet.id}`;
  const label = dataSet.label === '' ? duplicateNumber : `${dataSet.label} (${duplicateNumber})`;
  return [
    { ...meta, type: 'DataSetRecorded', dataSet: id, label, controller, role, ...sidesOf(dataSet) },
    ...factsOf(dataSet.facts).map(([fact, answer]) => ({ ...meta, type: 'FactAnswered', dataSet: id, fact, answer }) as const),
  ];
}

/** What a case has that goes on nowhere else: whoever holds it is no mere duplicate. */
export const isHandled = (record: CaseRecord): boolean =>
  record.decisions.length > 0 ||
  record.notices.length > 0 ||
  record.records.length > 0 ||
  record.measures.length > 0 ||
  record.neighbours.some(({ answered }) => answered !== undefined && answered.answer.kind !== 'unknown');

/** The duplicate goes on under the number of the main case, and every open duty with it. */
export function joinInto(command: BreachCommandOf<'JoinInto'>, record: CaseRecord): Decided {
  const { main, mainNumber } = command;
  if (record.joinedInto) return record.joinedInto.main === main ? NOTHING_NEW : refuse('caseJoined');
  if (mainNumber === record.number) return refuse('cannotJoinItself');
  if (isHandled(record)) return refuse('duplicateHandled');
  return [{ ...metaOf(command), type: 'JoinedInto', main, mainNumber }];
}
