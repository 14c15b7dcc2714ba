// What the data protection office, a decider and the management read, and every refusal.
import type { NoticeTaskKind } from '../breach/noticeTasks.ts';
import type { RefusalReason } from '../breach/commands.ts';
import type { RetentionOutcome } from '../breach/retention.ts';
import type { FormKind } from '../prompt/action.ts';
import type { FieldName } from '../prompt/form.ts';
import type { LastWorkingHour } from '../prompt/channelPrompts.ts';
import type {
  Contact,
  DialogueRefusal,
  Escalated,
  EscalationReason,
  Fault,
  FormField,
  MissingThing,
  ReminderPurpose,
} from '../prompt/prompt.ts';
import type { RefusalWords, FieldWords, FormWords } from './wordShapes.ts';
import type { LookedAt } from './lookedAt.ts';

export type OfficeWords = {
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
  readonly awarenessProposal: {
    readonly proposed: (moment: string) => string;
    readonly basis: (time: string, source: string) => string;
    readonly yours: string;
  };
  readonly dataSetList: {
    readonly title: (number: string) => string;
    readonly intro: string;
    readonly part: string;
    readonly controller: string;
    readonly jointWith: string;
    readonly notifier: string;
    readonly worksFor: string;
    readonly residence: string;
    readonly law: string;
    readonly add: string;
    readonly change: string;
  };
  readonly assessment: {
    readonly title: (number: string) => string;
    readonly intro: string;
    readonly reasons: string;
    readonly marks: string;
    /** Answers that do not fit together; `dataSet` where the case has more than one. */
    readonly contradiction: (says: string, dataSet?: string) => string;
    readonly roleOpen: string;
    readonly contradictingRules: (first: string, second: string) => string;
    readonly publicly: string;
    /** Above what to know beside the duties. */
    readonly hints: string;
    /** The later reading of the hours, beside the one that counts here. */
    readonly hourReading: (end: string) => string;
  };
  readonly forms: Readonly<Record<FormKind, FormWords>>;
  readonly fields: Readonly<Record<FieldName, FieldWords>>;
  /** Joins the hint of a field where the case calls for it. */
  readonly beside: Readonly<Record<NonNullable<FormField['beside']>, string>>;
  /** A task of whoever recorded a notice to an authority without its reference. */
  readonly askForReference: string;
  readonly factsOnly: string;
  readonly choose: string;
  /** Beside a box to tick; what is ticked stands in its label. */
  readonly ticked: string;
  readonly lookAgain: (count: number) => string;
  /** `longest`: how many characters the input takes. */
  readonly faults: Readonly<Record<Fault, (candidates: readonly string[], longest: number) => string>>;
  readonly missingInput: string;
  readonly unreadable: { readonly duties: string; readonly earliest: string; readonly none: string };
  readonly reminders: Readonly<Record<ReminderPurpose, { readonly title: (number: string) => string; readonly text: string }>>;
  readonly escalation: {
    /** To the office and its channel, over the usual title of the case. */
    readonly titles: Readonly<Record<Escalated['told'], (title: string) => string>>;
    readonly because: Readonly<Record<EscalationReason, string>>;
    readonly told: Readonly<Record<Escalated['told'], string>>;
    /** To management, which sees number, duties and times. */
    readonly management: {
      readonly titles: Readonly<Record<EscalationReason, (number: string) => string>>;
      readonly please: string;
    };
  };
  /** What is still missing, over the list, and how many questions beyond those named. */
  readonly stillMissing: string;
  readonly moreQuestions: (count: number) => string;
  readonly missingThings: Readonly<Record<MissingThing, string>>;
  /** What is open around the notices: how many of a kind, and the date of the next. */
  readonly noticeTasksHeading: string;
  readonly noticeTasks: Readonly<Record<NoticeTaskKind, (count: number, due: string) => string>>;
  readonly overtaken: (count: number) => string;
  /** In a message that comes to a person because the channel on these platforms cannot be reached. */
  readonly channelsGone: (platforms: readonly string[]) => string;
  /** `dueBy` and `again` are moments in words. */
  readonly lastWorkingHour: (before: LastWorkingHour['before'], dueBy: string, again: string) => string;
  readonly confirmation: {
    readonly title: (number: string) => string;
    readonly intro: (decision: string, recorded: string) => string;
    readonly notYet: string;
    readonly concerns: string;
    readonly gap: (hours: number, earliestNamed: string, awareness: string) => string;
    readonly against: string;
    readonly notAgainst: string;
  };
  /** One text that can be erased: what it is, when it was written, how it begins. */
  readonly erasable: (kind: string, at: string, excerpt: string) => string;
  readonly retention: {
    /** Above the forms about it. */
    readonly until: (moment: string) => string;
    readonly configured: (reasons: string) => string;
    readonly outcomes: Readonly<Record<RetentionOutcome, string>>;
    /** What is recorded with the erasure. */
    readonly recorded: (outcome: string, years: number, until: string, reasons: string) => string;
  };
  readonly exporting: {
    readonly title: (scope: string) => string;
    /** Days as `2026-03-27`. */
    readonly span: (from: string | undefined, until: string | undefined) => string;
    /** The draft of a notice to an authority. */
    readonly notice: (number: string) => string;
    readonly linkToNotice: string;
    readonly noticeHolds: string;
    readonly howTo: (until: string) => string;
    readonly link: string;
    readonly code: string;
    readonly holds: string;
    readonly keepSafe: string;
    readonly again: string;
    readonly posted: string;
    readonly postedKeepSafe: string;
  };
  readonly search: {
    readonly title: string;
    /** How many of this page; never how many there are in all. */
    readonly found: (count: number, more: boolean) => string;
    readonly more: string;
    readonly again: string;
  };
  readonly dutyList: { readonly title: string; readonly none: string };
  readonly looks: {
    readonly title: (number: string) => string;
    readonly registerTitle: string;
    readonly registerIntro: string;
    readonly page: (page: number, pages: number) => string;
    readonly older: string;
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
