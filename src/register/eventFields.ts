import { HINT_ANSWERS } from '../breach/decideReport.ts';
import type { BreachEvent, BreachEventOf } from '../breach/events.ts';

/**
 * Which field of which event stands in the clear, where the chain covers it as it is, and which is sealed in a part of its own.
 * Clear is what proves that duties were met: kinds, times, duties, ids, enumerations. Sealed is every free text, every name, every
 * person, and every answer to a fact. A field that is not in this table does not compile; one from elsewhere is sealed.
 */
export type Treatment = 'clear' | 'sealed';

/** For a value with fields of its own the table goes on; for a list it says what holds for each of its values. */
type FieldPlan<Value> = [NonNullable<Value>] extends [string | number | boolean]
  ? Treatment
  : [NonNullable<Value>] extends [readonly (infer One)[]]
    ? { readonly each: FieldPlan<One> }
    : { readonly [Field in KeysOfEach<NonNullable<Value>>]-?: FieldPlan<ValueIn<NonNullable<Value>, Field>> };

type KeysOfEach<Union> = Union extends unknown ? keyof Union : never;
type ValueIn<Union, Field> = Union extends unknown ? (Field extends keyof Union ? Union[Field] : never) : never;

type Meta = 'type' | 'at' | 'by';
/** A rule where the treatment of a field depends on the event it stands in. */
type EventPlan<Event> = {
  readonly [Field in Exclude<KeysOfEach<Event>, Meta>]-?: FieldPlan<ValueIn<Event, Field>> | ((event: Event) => Treatment);
};

const clear = 'clear';
const sealed = 'sealed';

const DUTY = { id: clear, kind: clear, owedBy: clear, recipient: clear, status: clear, startsAt: clear, dueBy: clear } as const;

const INCIDENTS: readonly string[] = HINT_ANSWERS.incident;
/** The kind of incident stands on every card; whether it is contained and whom it concerns does not. */
const hintAnswer = ({ hint, answer }: BreachEventOf<'HintGiven'>): Treatment =>
  hint === 'incident' && INCIDENTS.includes(answer) ? clear : sealed;

export const EVENT_FIELDS: { readonly [Type in BreachEvent['type']]: EventPlan<BreachEventOf<Type>> } = {
  BreachReported: {
    number: clear,
    text: sealed,
    noticedAt: clear,
    reporter: sealed,
    reporterName: sealed,
    language: clear,
    source: { by: clear, toldAt: clear, informant: sealed },
  },
  ReportAdded: { text: sealed, authorName: sealed },
  HintGiven: { hint: clear, answer: hintAnswer },
  DataSetRecorded: {
    dataSet: clear,
    label: sealed,
    controller: clear,
    role: clear,
    reasons: sealed,
    jointWith: { each: clear },
    notifier: clear,
    worksFor: clear,
    residence: { each: clear },
    profile: clear,
  },
  FactAnswered: { dataSet: clear, fact: clear, answer: sealed },
  FactCorrected: { dataSet: clear, fact: clear, answer: sealed, before: sealed, reasons: sealed },
  TimeRecorded: { time: clear, moment: clear, source: sealed, reasons: sealed },
  AssessmentRecorded: {
    ruleSet: clear,
    risk: clear,
    duties: { each: DUTY },
    openFacts: clear,
    contradictions: { each: { first: clear, second: clear } },
  },
  DutyNeverApplied: { duty: clear },
  DutyReopened: { duty: clear, cause: clear },
  FollowUpOpened: { duty: DUTY },
  NeighbourAsked: {
    neighbour: { id: clear, regime: clear, controller: clear, name: sealed, hours: clear, entity: clear, country: clear },
    zone: clear,
    duty: DUTY,
  },
  NeighbourAnswered: {
    neighbour: clear,
    answer: { kind: clear, startsAt: clear, awareAt: clear, variant: clear },
    reasons: sealed,
    decidedBy: sealed,
  },
  SecondOpinionAnswered: {
    method: clear,
    answers: {
      simple: sealed,
      behavioural: sealed,
      financial: sealed,
      sensitive: sealed,
      identification: sealed,
      confidentiality: sealed,
      integrity: sealed,
      availability: sealed,
      intent: sealed,
      over100: sealed,
      unintelligible: sealed,
      dskSeverity: sealed,
      dskLikelihood: sealed,
    },
  },
  NeighbourStageOpened: { duty: DUTY },
  DecisionRecorded: {
    decisionId: clear,
    decision: { kind: clear, controller: clear, moment: clear, duties: { each: clear }, ground: clear, againstAssessment: clear },
    reasons: sealed,
    decidedBy: sealed,
    dpoAdvice: sealed,
    counts: clear,
  },
  DecisionConfirmed: { decisionId: clear, complete: clear },
  DecisionWithdrawn: { decisionId: clear, reasons: sealed },
  NoticeRecorded: {
    duty: clear,
    sentAt: clear,
    to: sealed,
    means: sealed,
    reference: sealed,
    missing: sealed,
    late: clear,
    reasonsForDelay: sealed,
    notice: clear,
    proof: clear,
    proofText: sealed,
  },
  NoticeFieldAnswered: { field: clear, answer: clear, value: sealed },
  GroupCounted: { group: clear, kind: clear, count: sealed, detail: sealed },
  MeasureExplained: { measureId: clear, against: sealed, effect: sealed },
  AuthorityQuestionReceived: { questionId: clear, duty: clear, text: sealed, receivedAt: clear, dueBy: clear },
  AuthorityQuestionAnswered: { questionId: clear, sentAt: clear, means: sealed, proof: sealed },
  ToldInAdvance: { duty: clear, toldAt: clear, spokeWith: sealed, note: sealed },
  ReferenceReceived: { duty: clear, reference: sealed, receivedAt: clear },
  ControllerListed: { controller: clear, name: sealed, contact: sealed, hours: clear, confidentiality: sealed },
  RecordCompleted: { duty: clear, facts: sealed, effects: sealed, remedialAction: sealed },
  CaseAcknowledged: { until: clear },
  MeasurePlanned: { measureId: clear, text: sealed, dueBy: clear, owner: sealed },
  MeasureFinished: { measureId: clear, note: sealed },
  QuestionAskedOfPerson: { questionId: clear, person: sealed, text: sealed },
  PersonAnswered: { questionId: clear, text: sealed, authorName: sealed },
  ReporterTold: { outcome: clear },
  PersonExcluded: { person: sealed, reasons: sealed },
  PersonReadmitted: { person: sealed, reasons: sealed },
  DuplicateJoined: { duplicate: clear, duplicateNumber: clear, earliestNamed: clear },
  JoinedInto: { main: clear, mainNumber: clear },
  CaseClosed: { note: sealed },
  CaseReopened: { reasons: sealed },
  TextErased: { sequence: clear, part: clear, reasons: sealed },
  RetentionExtended: { until: clear, reasons: sealed },
  CaseErased: { retention: sealed, reasons: sealed },
};
