// Every sentence the bot can say, by name. Each union of the prompts and of the case is a key here, so that a sentence that is
// missing in one language does not compile.
import type { RefusalReason } from '../breach/commands.ts';
import type {
  DecisionKind,
  DutyKind,
  ExceptionGround,
  HintKind,
  Hints,
  NeighbourAnswer,
  ReporterOutcome,
  ReportSource,
  TimeKind,
} from '../breach/events.ts';
import type { Lang } from '../law/sources.ts';
import type { ActionData, FormKind, Verb } from '../prompt/action.ts';
import type { FieldName } from '../prompt/form.ts';
import type {
  FormField,
  CaseCardPrompt,
  Contact,
  DialogueRefusal,
  DutyRow,
  Fault,
  RecordedThing,
  ReminderPurpose,
  Warning,
} from '../prompt/prompt.ts';
import type { Instant } from '../rules/instant.ts';

export type HintAnswer<K extends HintKind> = NonNullable<Hints[K]>;
export type Incident = HintAnswer<'incident'>;
export type Risk = CaseCardPrompt['risk'];
export type DutyEndHow = NonNullable<DutyRow['end']>['how'];

/** What to do and not to do right now. */
export type Advice = { readonly doNow: readonly string[]; readonly pleaseDoNot: readonly string[] };

/** What happened, what it means, what to do next; whom to ask is added from the configuration. */
export type RefusalWords = { readonly title: string; readonly means: string; readonly next: string };

export type FieldWords = { readonly label: string; readonly hint?: string };
export type FormWords = {
  readonly title: string;
  readonly intro: string;
  readonly submit: string;
  /** Where a field means something of its own in this form. */
  readonly fields?: Readonly<Partial<Record<FieldName, FieldWords>>>;
};

export type DutyWords = {
  /** With its provision, as it is named wherever there is room. */
  readonly name: string;
  /** For notifications, tight lines and choices. */
  readonly short: string;
  /** Said once a notice has ended it, or a record. */
  readonly done: string;
};

/** What a look is recorded as; every operation of the dialogue has its word (proven by a test). */
export const LOOKED_AT = [
  'home',
  'report',
  'seeOwnReports',
  'addToReport',
  'giveHint',
  'answerQuestion',
  'listCases',
  'openCase',
  'triage',
  'assessment',
  'factList',
  'answerFact',
  'correctFact',
  'recordTime',
  'recordDataSet',
  'acknowledge',
  'recordDecision',
  'withdrawDecision',
  'seeDecision',
  'confirmDecision',
  'answerNeighbour',
  'recordNotice',
  'completeRecord',
  'planMeasure',
  'finishMeasure',
  'askPerson',
  'reportForAnother',
  'tellReporter',
  'excludePerson',
  'joinCases',
  'closeCase',
  'reopenCase',
  'looks',
  'seeDuties',
] as const;
export type LookedAt = (typeof LOOKED_AT)[number];
export const isLookedAt = (what: string): what is LookedAt => (LOOKED_AT as readonly string[]).includes(what);

export type Words = {
  readonly language: Lang;

  // ------------------------------------------------------------ times
  readonly moment: (moment: Instant, zone: string) => string;
  readonly momentWithOffset: (moment: Instant, zone: string) => string;
  /** A local time as people here type it, for an input that is filled in already. */
  readonly typedMoment: (parts: {
    readonly year: string;
    readonly month: string;
    readonly day: string;
    readonly hour: string;
    readonly minute: string;
  }) => string;
  /** The same with its distance to UTC, the way the bot reads it back: to choose between two times of the same name. */
  readonly typedMomentWithOffset: (moment: Instant, zone: string) => string;
  readonly momentPlaceholder: string;
  /** Hours to a deadline; negative when it is past. */
  readonly hoursLeft: (hours: number) => string;

  // ------------------------------------------------------------ duties
  readonly duties: Readonly<Record<DutyKind, DutyWords>>;
  readonly statuses: Readonly<Record<DutyRow['status'], string>>;
  readonly recipient: (id: string) => string;
  readonly ends: Readonly<Record<DutyEndHow, (kind: DutyKind, at: string) => string>>;
  /** Who owes it: the controller, or for the word to the controller (Art. 33(2) GDPR) the processor. */
  readonly owedBy: (kind: DutyKind, name: string) => string;
  readonly to: (recipient: string) => string;
  readonly dueBy: (moment: string, left: string | undefined) => string;
  readonly withoutDelay: string;
  readonly noStatutoryPeriod: string;
  readonly basis: Readonly<Record<DutyRow['basis'], (start: string) => string>>;
  readonly earlierDeadline: (moment: string) => string;
  /** What runs beside the GDPR. */
  readonly neighbours: {
    /** In the place of a status, and of a last moment, while its question is open. */
    readonly notAnswered: string;
    readonly answerSoon: string;
    readonly owed: string;
    readonly heading: string;
    readonly startsAt: string;
    readonly answers: Readonly<Record<NeighbourAnswer['kind'], string>>;
  };

  // ------------------------------------------------------------ case
  readonly caseStatuses: Readonly<Record<CaseCardPrompt['status'], string>>;
  readonly risks: Readonly<Record<Risk, string>>;
  readonly riskWhileOpen: (risk: Risk) => string;
  readonly incidents: Readonly<Record<Incident, string>>;
  readonly incidentUnknown: string;
  readonly hintQuestions: Readonly<Record<HintKind, string>>;
  readonly hintNames: Readonly<Record<HintKind, string>>;
  readonly hintAnswers: { readonly [K in HintKind]: Readonly<Record<HintAnswer<K>, string>> };
  readonly decisions: Readonly<Record<DecisionKind, string>>;
  readonly grounds: Readonly<Record<ExceptionGround, string>>;
  readonly times: Readonly<Record<TimeKind, string>>;
  readonly sources: Readonly<Record<ReportSource['by'], string>>;
  readonly roles: Readonly<Record<'controller' | 'processor' | 'unknown', string>>;
  /** Choices of forms that are no answer of the case itself, by id (`all` duties, a `new` data set). */
  readonly specialChoices: Readonly<Record<string, string>>;
  /** As it was named; the first one until then. */
  readonly dataSetName: (label: string) => string;
  readonly drill: string;
  readonly labels: {
    readonly state: string;
    readonly reported: string;
    readonly noticed: string;
    readonly risk: string;
    readonly openFacts: string;
    readonly measures: string;
    readonly awaiting: string;
    readonly joinedNumbers: string;
    readonly mainNumber: string;
    readonly onIt: string;
    readonly asOf: string;
    readonly contact: string;
    readonly ruleSet: string;
    readonly why: string;
    readonly recordedAt: string;
  };
  readonly openFacts: (count: number) => string;
  readonly awaitingConfirmation: (count: number) => string;
  readonly onItUntil: (moment: string) => string;
  readonly dutiesHeading: string;
  readonly noDuties: string;

  // ------------------------------------------------------------ buttons
  readonly buttons: Readonly<Record<Verb, (data: ActionData) => string>>;
  readonly addTo: (number: string) => string;
  readonly open: (number: string) => string;
  readonly newReport: string;
  readonly unknownAnswer: string;
  readonly readAndDecide: string;
  /** A decider does not confirm. */
  readonly reject: string;
  readonly moreSteps: string;
  readonly cancel: string;

  // ------------------------------------------------------------ prompts for anybody
  readonly home: {
    readonly title: string;
    readonly intro: string;
    readonly officeIntro: (openCases: number) => string;
    readonly ownReports: (count: number) => string;
  };
  readonly reportForm: {
    readonly title: string;
    readonly intro: string;
    readonly factsOnly: string;
    readonly text: FieldWords;
    readonly noticedAt: FieldWords;
  };
  readonly recorded: Readonly<Record<RecordedThing, { readonly title: string; readonly text: string }>>;
  readonly warnings: Readonly<Record<Exclude<Warning['warning'], 'awarenessGap'>, string>> & {
    readonly awarenessGap: (hours: number) => string;
  };
  readonly receipt: {
    readonly title: (number: string) => string;
    readonly thanks: string;
    readonly noDisadvantage: string;
    readonly closed: string;
    readonly doNow: string;
    readonly pleaseDoNot: string;
    readonly optional: string;
    readonly addLater: string;
  };
  readonly advice: Readonly<Record<Incident, Advice>>;
  readonly adviceBeforeHints: Advice;
  /** Said first, or nothing. */
  readonly adviceContained: Readonly<Record<HintAnswer<'contained'>, (contact: Contact) => string>>;
  readonly adviceAlways: Advice;
  readonly ownReports: {
    readonly title: string;
    readonly none: string;
    readonly entry: (reported: string, closed: boolean) => string;
  };
  readonly whichCase: { readonly title: string; readonly intro: string; readonly text: FieldWords };
  readonly personQuestion: {
    readonly title: (number: string) => string;
    readonly reminderTitle: (number: string) => string;
    readonly intro: (asked: string) => string;
    readonly factsOnly: string;
    readonly answered: string;
    readonly text: FieldWords;
  };
  readonly outcomes: Readonly<Record<ReporterOutcome, { readonly title: string; readonly text: string }>>;

  // ------------------------------------------------------------ prompts for the office
  readonly details: {
    readonly report: string;
    readonly by: (name: string, source: string) => string;
    readonly toldAt: (moment: string, informant: string) => string;
    readonly additions: string;
    readonly dataSets: string;
    readonly answers: string;
    readonly times: string;
    readonly decisions: string;
    readonly notices: string;
    readonly record: string;
    readonly measures: string;
    readonly questions: string;
    readonly reasons: string;
    readonly source: string;
    readonly decidedBy: string;
    readonly dpoAdvice: string;
    readonly awaitsConfirmation: string;
    readonly to: string;
    readonly means: string;
    readonly reference: string;
    readonly missing: string;
    readonly reasonsForDelay: string;
    readonly late: string;
    readonly facts: string;
    readonly effects: string;
    readonly remedialAction: string;
    readonly owner: string;
    readonly dueBy: string;
    readonly finished: (moment: string) => string;
    readonly note: string;
    readonly unanswered: string;
    readonly recordedAt: string;
    readonly sentAt: string;
    readonly askedOf: (name: string, asked: string) => string;
    readonly answeredBy: (name: string) => string;
  };
  readonly shortened: string;
  readonly moreEntries: (count: number) => string;
  readonly caseList: { readonly title: (count: number) => string; readonly none: string };
  readonly question: {
    readonly title: (number: string) => string;
    readonly correcting: (number: string) => string;
    readonly about: (dataSet: string) => string;
    readonly before: (answer: string) => string;
    readonly open: (count: number) => string;
    readonly answer: FieldWords;
    readonly reasons: FieldWords;
  };
  readonly factList: {
    readonly title: (number: string) => string;
    readonly intro: string;
    readonly none: string;
    /** Above what nobody is asked for, and its button. */
    readonly unasked: string;
    readonly notRecorded: string;
    readonly record: string;
  };
  readonly assessment: {
    readonly title: (number: string) => string;
    readonly intro: string;
    readonly reasons: string;
    readonly marks: string;
    /** Answers that do not fit together; `dataSet` where the case has more than one. */
    readonly contradiction: (says: string, dataSet?: string) => string;
    /** The later reading of the hours, beside the one that counts here. */
    readonly hourReading: (end: string) => string;
  };
  readonly forms: Readonly<Record<FormKind, FormWords>>;
  readonly fields: Readonly<Record<FieldName, FieldWords>>;
  /** Joins the hint of a field where the case calls for it. */
  readonly beside: Readonly<Record<NonNullable<FormField['beside']>, string>>;
  readonly factsOnly: string;
  readonly choose: string;
  /** Beside a box to tick; what is ticked stands in its label. */
  readonly ticked: string;
  readonly lookAgain: (count: number) => string;
  /** `longest`: how many characters the input takes. */
  readonly faults: Readonly<Record<Fault, (candidates: readonly string[], longest: number) => string>>;
  readonly missingInput: string;
  readonly reminders: Readonly<Record<ReminderPurpose, { readonly title: (number: string) => string; readonly text: string }>>;
  readonly overtaken: (count: number) => string;
  readonly confirmation: {
    readonly title: (number: string) => string;
    readonly intro: (decision: string, recorded: string) => string;
    readonly notYet: string;
    readonly concerns: string;
    readonly gap: (hours: number, earliestNamed: string, awareness: string) => string;
    readonly against: string;
    readonly notAgainst: string;
  };
  readonly dutyList: { readonly title: string; readonly none: string };
  readonly looks: {
    readonly title: (number: string) => string;
    readonly intro: string;
    readonly none: string;
    readonly entry: (name: string, what: string, at: string, allowed: boolean) => string;
    readonly what: Readonly<Record<LookedAt, string>>;
    /** Anything this version has no word for. */
    readonly other: string;
  };
  readonly refusals: Readonly<Record<RefusalReason | DialogueRefusal, RefusalWords>>;
  readonly inTheWay: string;
  /** Above what the person wrote and could not be recorded. */
  readonly given: string;
  /** Said before what must not be overlooked. */
  readonly pleaseNote: (what: string) => string;
  readonly contactLine: (contact: Contact) => string;
};
