import { sidesOf, type Facts } from '../rules/facts.ts';
import { none, type BreachCase, type CaseRecord } from './breachCase.ts';
import type { BreachEvent, BreachEventOf, TimeKind } from './events.ts';
import { recordNeighbourAnswered, recordNeighbourAsked, recordNeighbourStage, knownEarlier } from './evolveNeighbours.ts';
import {
  recordAssessment,
  recordConfirmation,
  recordDecision,
  recordFollowUp,
  recordJoinedInto,
  recordNeverApplied,
  recordNotice,
  recordRecord,
  recordReopening,
  recordWithdrawal,
} from './evolveDuties.ts';
import { recordForNotice } from './evolveNotices.ts';
import { withListedController } from './listedControllers.ts';
import { earliest, type Instant } from '../rules/instant.ts';
import { earliestAtReport, earliestWith, reportedAt } from './times.ts';

/**
 * One event further. Calls no rule: what the rules said stands in the events.
 * Throws on an event this version does not know, and on a log that does not begin with the report: a hole in this log
 * would be a hole in the record of Art. 33(5) GDPR.
 */
export function evolve(state: BreachCase, event: BreachEvent): BreachCase {
  if (state.status === 'none') {
    if (event.type === 'BreachReported') return opened(event);
    throw new Error(
      `The log of a case begins with ${event.type} instead of BreachReported. Verify the register before going on.`,
    );
  }
  const record = applied(state, event);
  return event.type === 'CaseAcknowledged' ? record : { ...record, movedAt: event.at, movedBy: withMover(record, event) };
}

const withMover = ({ movedBy = [] }: CaseRecord, { by, at }: BreachEvent): NonNullable<CaseRecord['movedBy']> => [
  ...movedBy.filter((known) => known.by !== by),
  { by, at },
];

/** The state of a case from all its events, in the order recorded. */
export const fold = (events: readonly BreachEvent[]): BreachCase => events.reduce(evolve, none);

function applied(record: CaseRecord, event: BreachEvent): CaseRecord {
  switch (event.type) {
    case 'BreachReported':
      throw new Error('The log of a case holds BreachReported twice. Verify the register before going on.');
    case 'ReportAdded':
      return withAddition(record, event);
    case 'HintGiven':
      return { ...record, hints: { ...record.hints, [event.hint]: event.answer } };
    case 'DataSetRecorded':
      return withDataSet(record, event);
    case 'FactAnswered':
    case 'FactCorrected':
      return withFact(record, event);
    case 'TimeRecorded':
      return withTime(record, event);
    case 'AssessmentRecorded':
      return recordAssessment(record, event);
    case 'DutyNeverApplied':
      return recordNeverApplied(record, event);
    case 'DutyReopened':
      return recordReopening(record, event);
    case 'FollowUpOpened':
      return recordFollowUp(record, event);
    case 'NeighbourAsked':
    case 'NeighbourAnswered':
    case 'NeighbourStageOpened':
      return withNeighbour(record, event);
    case 'SecondOpinionAnswered':
      return { ...record, secondOpinions: { ...record.secondOpinions, [event.method]: event.answers } };
    case 'DecisionRecorded':
    case 'DecisionConfirmed':
    case 'DecisionWithdrawn':
      return withDecision(record, event);
    case 'NoticeRecorded':
      return recordNotice(record, event);
    case 'NoticeFieldAnswered':
    case 'GroupCounted':
    case 'MeasureExplained':
    case 'AuthorityQuestionReceived':
    case 'AuthorityQuestionAnswered':
    case 'ToldInAdvance':
    case 'ReferenceReceived':
      return recordForNotice(record, event);
    case 'ControllerListed':
      return withListedController(record, event);
    case 'RecordCompleted':
      return recordRecord(record, event);
    case 'DuplicateJoined':
    case 'JoinedInto':
      return event.type === 'JoinedInto' ? recordJoinedInto(record, event) : withDuplicate(record, event);
    case 'CaseAcknowledged':
      return { ...record, acknowledged: { by: event.by, at: event.at, until: event.until } };
    case 'CaseClosed':
    case 'CaseReopened':
    case 'TextErased':
    case 'RetentionExtended':
    case 'CaseErased':
      return withEnd(record, event);
    case 'MeasurePlanned':
    case 'MeasureFinished':
      return event.type === 'MeasurePlanned' ? withMeasure(record, event) : withMeasureFinished(record, event);
    case 'QuestionAskedOfPerson':
    case 'PersonAnswered':
    case 'ReporterTold':
    case 'PersonExcluded':
    case 'PersonReadmitted':
      return withPerson(record, event);
  }
  return unreadable(event);
}

function withNeighbour(
  record: CaseRecord,
  event: BreachEventOf<'NeighbourAsked' | 'NeighbourAnswered' | 'NeighbourStageOpened'>,
): CaseRecord {
  switch (event.type) {
    case 'NeighbourAsked':
      return recordNeighbourAsked(record, event);
    case 'NeighbourAnswered':
      return recordNeighbourAnswered(record, event);
    case 'NeighbourStageOpened':
      return recordNeighbourStage(record, event);
  }
}

function withDecision(
  record: CaseRecord,
  event: BreachEventOf<'DecisionRecorded' | 'DecisionConfirmed' | 'DecisionWithdrawn'>,
): CaseRecord {
  switch (event.type) {
    case 'DecisionRecorded':
      return recordDecision(record, event);
    case 'DecisionConfirmed':
      return recordConfirmation(record, event);
    case 'DecisionWithdrawn':
      return recordWithdrawal(record, event);
  }
}

type OfPerson = 'QuestionAskedOfPerson' | 'PersonAnswered' | 'ReporterTold' | 'PersonExcluded' | 'PersonReadmitted';

function withPerson(record: CaseRecord, event: BreachEventOf<OfPerson>): CaseRecord {
  switch (event.type) {
    case 'QuestionAskedOfPerson':
      return withQuestion(record, event);
    case 'PersonAnswered':
      return withPersonAnswer(record, event);
    case 'ReporterTold':
      return { ...record, told: [...record.told, { outcome: event.outcome, at: event.at }] };
    case 'PersonExcluded':
    case 'PersonReadmitted':
      return withExclusion(record, event);
  }
}

function withExclusion(record: CaseRecord, { type, person }: BreachEventOf<'PersonExcluded' | 'PersonReadmitted'>): CaseRecord {
  const others = record.excluded.filter((excluded) => excluded !== person);
  return { ...record, excluded: type === 'PersonExcluded' ? [...others, person] : others };
}

type EndOfCase = BreachEventOf<'CaseClosed' | 'CaseReopened' | 'TextErased' | 'RetentionExtended' | 'CaseErased'>;

/** Closing and what comes after it. Of an erased text only its place is kept: the text itself is no longer there. */
function withEnd(record: CaseRecord, event: EndOfCase): CaseRecord {
  switch (event.type) {
    case 'CaseClosed':
      return { ...record, status: 'closed', closedAt: event.at };
    case 'CaseReopened':
      return { ...record, status: 'open', reopenedTimes: record.reopenedTimes + 1 };
    case 'TextErased':
      return { ...record, erasedTexts: [...record.erasedTexts, { sequence: event.sequence, part: event.part, at: event.at }] };
    case 'RetentionExtended':
      return { ...record, retainUntil: event.until };
    case 'CaseErased':
      return { ...record, status: 'erased' };
  }
}

function unreadable(event: never): never {
  const { type } = event as { readonly type: string };
  throw new Error(
    `The log holds an event this version does not know: ${type}. Run the version of Fristwacht that wrote it, or a later one.`,
  );
}

const named = (event: BreachEventOf<'BreachReported'>, time: TimeKind, moment: Instant) => ({
  ...{ time, moment, reasons: '', recordedAt: event.at, by: event.by },
  source: event.source.by === 'self' ? event.reporterName : event.source.informant,
});

/** The case as the report alone makes it. */
export function opened(event: BreachEventOf<'BreachReported'>): CaseRecord {
  const { number, text, reporter, reporterName, source, at } = event;
  return {
    ...{ number, text, reporter, reporterName, source },
    status: 'open',
    joinedNumbers: [],
    openedAt: at,
    reporterLanguage: event.language,
    additions: [],
    hints: {},
    incident: {},
    dataSets: [],
    times: [named(event, 'noticed', event.noticedAt), named(event, 'reported', reportedAt(event))],
    earliestNamed: earliestAtReport(event),
    awareness: {},
    // Nothing is assessed yet, so the worst is presumed; the report's own write brings the assessment.
    risk: 'high',
    ruleSet: '',
    openFacts: 0,
    contradictingRules: [],
    duties: [],
    decisions: [],
    notices: [],
    noticeFields: {},
    groups: [],
    authorityQuestions: [],
    toldInAdvance: [],
    records: [],
    neighbours: [],
    secondOpinions: {},
    measures: [],
    questions: [],
    told: [],
    excluded: [],
    erasedTexts: [],
    movedAt: at,
    reopenedTimes: 0,
  };
}

function withAddition(record: CaseRecord, { text, authorName, at, by }: BreachEventOf<'ReportAdded'>): CaseRecord {
  return { ...record, additions: [...record.additions, { text, authorName, at, by }] };
}

function withDataSet(record: CaseRecord, event: BreachEventOf<'DataSetRecorded'>): CaseRecord {
  const { dataSet: id, label, controller, role } = event;
  const facts = record.dataSets.find((known) => known.id === id)?.facts;
  const recorded = { id, label, controller, role, facts: facts ?? {}, ...sidesOf(event) };
  if (facts === undefined) return { ...record, dataSets: [...record.dataSets, recorded] };
  return { ...record, dataSets: record.dataSets.map((known) => (known.id === id ? recorded : known)) };
}

function withFact(record: CaseRecord, event: BreachEventOf<'FactAnswered' | 'FactCorrected'>): CaseRecord {
  const answered = (facts: Facts): Facts => ({ ...facts, [event.fact]: event.answer });
  if (event.dataSet === undefined) return { ...record, incident: answered(record.incident) };
  const dataSets = record.dataSets.map((set) => (set.id === event.dataSet ? { ...set, facts: answered(set.facts) } : set));
  return { ...record, dataSets };
}

function withTime(record: CaseRecord, event: BreachEventOf<'TimeRecorded'>): CaseRecord {
  const { time, moment, source, reasons, at, by } = event;
  const times = [...record.times, { time, moment, source, reasons, recordedAt: at, by }];
  return { ...record, times, earliestNamed: earliestWith(record, time, moment) };
}

/**
 * Somebody knew earlier than awareness was recorded for: that decision did not know of it and no longer carries the clock. The
 * precautionary clock runs again, from the earliest moment, until awareness is recorded anew.
 */
function withDuplicate(record: CaseRecord, event: BreachEventOf<'DuplicateJoined'>): CaseRecord {
  const joinedNumbers = [...record.joinedNumbers, event.duplicateNumber];
  const awareness = Object.entries(record.awareness).filter(([, { moment }]) => moment <= event.earliestNamed);
  return {
    ...record,
    joinedNumbers,
    awareness: Object.fromEntries(awareness),
    earliestNamed: earliest(record.earliestNamed, event.earliestNamed),
    neighbours: record.neighbours.map((state) => knownEarlier(state, event.earliestNamed)),
  };
}

function withMeasure(record: CaseRecord, event: BreachEventOf<'MeasurePlanned'>): CaseRecord {
  const { measureId, text, dueBy, owner } = event;
  return { ...record, measures: [...record.measures, { measureId, text, dueBy, owner, note: '' }] };
}

function withMeasureFinished(record: CaseRecord, event: BreachEventOf<'MeasureFinished'>): CaseRecord {
  const measures = record.measures.map((measure) =>
    measure.measureId === event.measureId ? { ...measure, finishedAt: event.at, note: event.note } : measure,
  );
  return { ...record, measures };
}

function withQuestion(record: CaseRecord, event: BreachEventOf<'QuestionAskedOfPerson'>): CaseRecord {
  const { questionId, person, text, at: askedAt, by: askedBy } = event;
  return { ...record, questions: [...record.questions, { questionId, person, text, askedAt, askedBy }] };
}

function withPersonAnswer(record: CaseRecord, event: BreachEventOf<'PersonAnswered'>): CaseRecord {
  const answer = { text: event.text, at: event.at, authorName: event.authorName };
  const questions = record.questions.map((question) =>
    question.questionId === event.questionId ? { ...question, answer } : question,
  );
  return { ...record, questions };
}
