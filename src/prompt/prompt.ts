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
import type { CaseId, CaseNumber } from '../breach/identifiers.ts';
import type { RefusalReason } from '../breach/commands.ts';
import type { Citation, Text } from '../law/sources.ts';
import type { DutyStatus } from '../rules/assess.ts';
import type { Instant } from '../rules/instant.ts';
import type { NeighbourLabel } from './neighbourLabel.ts';
import type { Action, FormKind } from './action.ts';
import type { FieldName } from './form.ts';

/**
 * The union of all the bot can say or ask, free of any platform and of any language. Cards draw it; a kind that a
 * platform cannot draw does not compile there. Times are instants; the card prints them in `zone`.
 */
export type Prompt =
  | HomePrompt
  | ReportFormPrompt
  | RecordedPrompt
  | ReceiptPrompt
  | OwnReportsPrompt
  | WhichCasePrompt
  | PersonQuestionPrompt
  | OutcomePrompt
  | CaseCardPrompt
  | CaseDetailsPrompt
  | CaseListPrompt
  | QuestionPrompt
  | FactListPrompt
  | AssessmentPrompt
  | FormPrompt
  | ReminderPrompt
  | ConfirmationRequestPrompt
  | DutyListPrompt
  | LooksPrompt
  | RefusalPrompt;
export type PromptKind = Prompt['kind'];
export type PromptOf<K extends PromptKind> = Extract<Prompt, { readonly kind: K }>;

type CaseReference = { readonly caseId: CaseId; readonly number: CaseNumber; readonly zone: string };

/** The start: what this person can do here. */
export type HomePrompt = {
  readonly kind: 'home';
  readonly office: boolean;
  /** Sees the open duties of all cases, and nothing more of them (management). */
  readonly seesDuties: boolean;
  readonly openCases: number;
  readonly ownReports: number;
  readonly contact: Contact;
};

export type Contact = { readonly name: string; readonly email: string; readonly phone: string };

/** Two inputs: what happened; when it was noticed (local time, default now). What was given comes back with the fault. */
export type ReportFormPrompt = {
  readonly kind: 'reportForm';
  readonly zone: string;
  readonly values: FormValues;
  readonly faults: readonly FieldFault[];
};

/** The short answer on the screen after something was recorded. `next` says what can be done now. */
export type RecordedPrompt = {
  readonly kind: 'recorded';
  readonly what: RecordedThing;
  readonly number: CaseNumber;
  readonly at: Instant;
  readonly zone: string;
  readonly next: readonly Action[];
  /** Said beside it, where it holds. */
  readonly warnings: readonly Warning[];
  /** The next hint to ask the reporting person for, right where they answered the last one. */
  readonly nextHint?: { readonly caseId: CaseId; readonly hint: HintKind };
  /** To the reporting person, while something can still be saved: what to do and not to do, as far as the hints tell. */
  readonly advice?: { readonly hints: Hints; readonly contact: Contact };
};
export type RecordedThing =
  | 'report'
  | 'addition'
  | 'hint'
  | 'answer'
  | 'correction'
  | 'time'
  | 'dataSet'
  | 'dataSetChanged'
  | 'awareness'
  | 'decision'
  | 'decisionAwaitingConfirmation'
  | 'decisionConfirmed'
  | 'neighbour'
  | 'decisionPartlyConfirmed'
  | 'decisionWithdrawn'
  | 'notice'
  | 'record'
  | 'acknowledgement'
  | 'measure'
  | 'measureFinished'
  | 'questionAsked'
  | 'questionAnswered'
  | 'reporterTold'
  | 'exclusion'
  | 'readmission'
  | 'joined'
  | 'closed'
  | 'reopened'
  | 'nothingNew';
export type Warning =
  | { readonly warning: 'awarenessGap'; readonly hours: number }
  | { readonly warning: 'noticeLate' }
  | { readonly warning: 'followUpOpened' }
  /** A report of a neighbouring regime came late. */
  | { readonly warning: 'reportLate' }
  /** Another report of a neighbouring regime is owed from now on. */
  | { readonly warning: 'reportOpened' }
  | { readonly warning: 'noticeIncomplete' }
  | { readonly warning: 'dutiesNeverApplied' }
  | { readonly warning: 'againstAssessment' };

/** Kept in the reporting person's own conversation; one tap each adds a hint, the advice follows from the hints. */
export type ReceiptPrompt = CaseReference & {
  readonly kind: 'receipt';
  readonly reportedAt: Instant;
  readonly noticedAt: Instant;
  readonly hints: Hints;
  readonly openHints: readonly HintKind[];
  /** Said only where the employer confirmed it in the configuration. */
  readonly noDisadvantage: boolean;
  readonly contact: Contact;
  readonly closed: boolean;
};

export type OwnReportsPrompt = {
  readonly kind: 'ownReports';
  readonly zone: string;
  readonly reports: readonly {
    readonly caseId: CaseId;
    readonly number: CaseNumber;
    readonly reportedAt: Instant;
    readonly closed: boolean;
  }[];
};

/** A message came without saying where it belongs; the words are kept and come back in the form or the addition. */
export type WhichCasePrompt = {
  readonly kind: 'whichCase';
  readonly text: string;
  readonly reports: readonly { readonly caseId: CaseId; readonly number: CaseNumber }[];
};

/** The one question the DPO asked of one person; that person sees only this. */
export type PersonQuestionPrompt = CaseReference & {
  readonly kind: 'personQuestion';
  readonly questionId: string;
  readonly text: string;
  readonly askedAt: Instant;
  readonly reminder: boolean;
  readonly answered: boolean;
};

/** Tells the reporting person how it ended, without details. */
export type OutcomePrompt = CaseReference & { readonly kind: 'outcome'; readonly outcome: ReporterOutcome };

/** One duty as shown anywhere: kind, state and times, never content. */
export type DutyRow = {
  readonly id: string;
  readonly kind: DutyKind;
  /** Who owes it, by name, where the organisation has more than one controller: the controller, under Art. 33(2) GDPR the processor. */
  readonly owedBy?: string;
  readonly recipient: string;
  readonly status: DutyStatus;
  readonly basis: 'precautionary' | 'awareness' | 'event';
  readonly startsAt: Instant;
  readonly dueBy?: Instant;
  /** An earlier deadline that a corrected start moved; stays visible. */
  readonly earlierDueBy?: Instant;
  /** Hours from `asOf` to the deadline; negative when it is past. */
  readonly hoursLeft?: number;
  readonly end?: {
    readonly how: 'notice' | 'record' | 'decision' | 'never-applied' | 'answered' | 'joined';
    readonly at: Instant;
  };
  /** What it is called where it belongs to a neighbouring regime; it then goes before the words for the kind. */
  readonly neighbour?: NeighbourLabel;
};

/** The card in the channel of the data protection office: number, kind, state, duties, times, buttons. */
export type CaseCardPrompt = CaseReference & {
  readonly kind: 'caseCard';
  readonly status: 'open' | 'closed' | 'joined' | 'erased';
  readonly incident: Hints['incident'] | undefined;
  readonly reportedAt: Instant;
  readonly noticedAt: Instant;
  readonly risk: 'unlikely' | 'low' | 'risk' | 'high';
  readonly openFacts: number;
  readonly duties: readonly DutyRow[];
  readonly openMeasures: number;
  readonly awaitingConfirmation: number;
  readonly joinedNumbers: readonly CaseNumber[];
  readonly mainNumber?: CaseNumber;
  /** Somebody is on it until then. */
  readonly onItUntil?: Instant;
  /** The moment `hoursLeft` was reckoned from. */
  readonly asOf: Instant;
  readonly actions: readonly Action[];
};

/** The whole case, opened by a press, for that person alone. */
export type CaseDetailsPrompt = CaseReference & {
  readonly kind: 'caseDetails';
  readonly card: CaseCardPrompt;
  readonly text: string;
  readonly reporterName: string;
  readonly source: ReportSource;
  readonly additions: readonly { readonly text: string; readonly authorName: string; readonly at: Instant }[];
  readonly hints: Hints;
  readonly dataSets: readonly {
    /** Empty for the first one as long as nobody has named it; so wherever a data set is labelled. */
    readonly label: string;
    readonly controllerName: string;
    readonly role: 'controller' | 'processor' | 'unknown';
  }[];
  readonly answers: readonly AnsweredFact[];
  readonly times: readonly {
    readonly time: TimeKind;
    readonly moment: Instant;
    readonly source: string;
    readonly reasons: string;
  }[];
  readonly decisions: readonly {
    readonly decisionId: string;
    readonly kind: DecisionKind;
    readonly ground?: ExceptionGround;
    readonly awareness?: DecidedAwareness;
    readonly reasons: string;
    readonly decidedBy: string;
    readonly dpoAdvice: string;
    readonly at: Instant;
    readonly counts: boolean;
  }[];
  /** Neighbouring regimes this case was asked about; absent where the configuration names none. */
  readonly neighbours?: readonly {
    readonly question: Text;
    /** Absent until somebody said something. */
    readonly answer?: NeighbourAnswer['kind'];
    readonly startsAt?: Instant;
    readonly reasons: string;
    readonly decidedBy: string;
  }[];
  readonly notices: readonly {
    readonly duty: DutyKind;
    readonly neighbour?: NeighbourLabel;
    readonly sentAt: Instant;
    readonly to: string;
    readonly means: string;
    readonly reference: string;
    readonly missing: string;
    readonly late: boolean;
    readonly reasonsForDelay: string;
  }[];
  readonly record?: { readonly facts: string; readonly effects: string; readonly remedialAction: string };
  readonly measures: readonly {
    readonly measureId: string;
    readonly text: string;
    readonly dueBy: Instant;
    readonly owner: string;
    readonly finishedAt?: Instant;
    readonly note: string;
  }[];
  readonly questions: readonly {
    readonly personName: string;
    readonly text: string;
    readonly askedAt: Instant;
    readonly answer?: { readonly text: string; readonly authorName: string };
  }[];
  readonly actions: readonly Action[];
};

/** The moment of awareness that was decided; the controller is named where the organisation has more than one. */
export type DecidedAwareness = { readonly moment: Instant; readonly controllerName?: string };

export type AnsweredFact = {
  readonly fact: string;
  readonly dataSet?: string;
  readonly dataSetLabel?: string;
  readonly question: Text;
  readonly answer: Text;
};

export type UnaskedFact = Omit<AnsweredFact, 'answer'>;

export type CaseListPrompt = { readonly kind: 'caseList'; readonly cases: readonly CaseCardPrompt[]; readonly zone: string };

/** One question of the triage. */
export type QuestionPrompt = CaseReference & {
  readonly kind: 'question';
  readonly fact: string;
  readonly dataSet?: string;
  /** Named where the case has more than one data set. */
  readonly dataSetLabel?: string;
  readonly question: Text;
  readonly help: Text;
  readonly why: Text;
  readonly cites: readonly Citation[];
  readonly choices: readonly { readonly answer: string; readonly label: Text }[];
  readonly mayBeUnknown: boolean;
  /** An act of an authority: none of the questions that are counted, somebody chose to record it. */
  readonly unasked?: true;
  /** How many facts can still change a duty, this one included. */
  readonly open: number;
  /** The answer given before; set when it is being corrected, and then reasons are asked for. */
  readonly before?: string;
  readonly faults: readonly FieldFault[];
  readonly values: FormValues;
};

export type FactListPrompt = CaseReference & {
  readonly kind: 'factList';
  readonly answers: readonly AnsweredFact[];
  /** What nobody is asked for and can be recorded as soon as it happens. */
  readonly unasked: readonly UnaskedFact[];
};

export type AssessmentPrompt = CaseReference & {
  readonly kind: 'assessment';
  readonly ruleSet: string;
  readonly risk: 'unlikely' | 'low' | 'risk' | 'high';
  readonly openFacts: number;
  /** Answers that cannot all be true; each is warned of, and the assessment stands on them until somebody mends them. */
  readonly contradictions: readonly {
    readonly says: Text;
    /** Named where the case has more than one data set. */
    readonly dataSetLabel?: string;
  }[];
  readonly duties: readonly (DutyRow & {
    /** Where Reg. 1182/71 would let the 72 hours end; shown for information, never reminded by. */
    readonly hourReading?: Instant;
    readonly because: readonly {
      readonly mark: 'holds' | 'fails' | 'open';
      readonly says: Text;
      readonly cites: readonly Citation[];
    }[];
  })[];
  readonly actions: readonly Action[];
};

/** Values as typed, so that nothing given is lost when something else was wrong. */
export type FormValues = Readonly<Record<string, string>>;

/** One thing to put right, by field. Cards print the sentence from the words. */
export type FieldFault = { readonly field: string; readonly fault: Fault; readonly candidates?: readonly Instant[] };
export const FAULTS = [
  'missing',
  'tooLong',
  'timeUnreadable',
  'timeDoesNotExist',
  'timeExistsTwice',
  'timeInFuture',
  'chooseOne',
  'unknownNumber',
  'reasonsForDelay',
  'reasonsForLateReport',
  'reasonsForLater',
  'reasonsForRole',
  'confirmAgainstAssessment',
  'beforeKnown',
  'unknownPerson',
  'numberInvalid',
] as const;
export type Fault = (typeof FAULTS)[number];

export type FormField = {
  readonly name: FieldName;
  readonly input: 'text' | 'longText' | 'moment' | 'choice' | 'toggle';
  readonly required: boolean;
  /** For `choice`: the ids; the card's words know those of the form, `label` carries the others (a duty, a person). */
  readonly choices?: readonly { readonly id: string; readonly label?: Text }[];
  /** Something to know beside the hint, only where the case has it: an incomplete final report counts as a progress report. */
  readonly beside?: 'progressReport';
};

export type FormPrompt = {
  readonly kind: 'form';
  readonly form: FormKind;
  /** Absent only for `onBehalf`, which opens a case. */
  readonly caseId?: CaseId;
  readonly number?: CaseNumber;
  readonly zone: string;
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly faults: readonly FieldFault[];
  /** Said above the fields where it holds. */
  readonly warnings: readonly Warning[];
};

export type ReminderPurpose =
  | 'new' // the first message of a case
  | 'step' // a step of the cadence
  | 'overdue'
  | 'decisionMissing' // the assessment says not owed; nobody has decided yet
  | 'measure'
  | 'news' // somebody added something or answered; also on a closed case
  | 'readyToClose';

/** Number, duties, times, what is missing, one button per next step; nothing of the content. */
export type ReminderPrompt = CaseReference & {
  readonly kind: 'reminder';
  readonly purpose: ReminderPurpose;
  readonly duties: readonly DutyRow[];
  readonly incident: Hints['incident'] | undefined;
  readonly openFacts: number;
  readonly openMeasures: number;
  /** Slots that fell due while nothing could be delivered and that this one message stands for. */
  readonly overtaken: number;
  readonly asOf: Instant;
  readonly actions: readonly Action[];
};

/** Asks a decider to confirm what was recorded for the controller. */
export type ConfirmationRequestPrompt = CaseReference & {
  readonly kind: 'confirmationRequest';
  readonly decisionId: string;
  readonly decision: DecisionKind;
  readonly duties: readonly DutyRow[];
  readonly recordedAt: Instant;
  /** The reasons, only in the view opened by the decider; never in the announcement. */
  readonly reasons?: string;
  readonly dpoAdvice?: string;
  readonly decidedBy?: string;
  /** What exactly is to be confirmed; like the reasons only in the opened view. */
  readonly awareness?: DecidedAwareness & {
    /** Where it lies so long after the earliest moment named that an authority will ask. */
    readonly gap?: { readonly hours: number; readonly earliestNamed: Instant };
  };
  readonly ground?: ExceptionGround;
  /** Whether the decision goes against what the rules say; absent where they are not asked. */
  readonly againstAssessment?: boolean;
};

/** What management sees: number, duty and time. */
export type DutyListPrompt = {
  readonly kind: 'dutyList';
  readonly zone: string;
  readonly cases: readonly { readonly number: CaseNumber; readonly duties: readonly DutyRow[] }[];
};

export type LooksPrompt = CaseReference & {
  readonly kind: 'looks';
  readonly looks: readonly { readonly name: string; readonly at: Instant; readonly what: string; readonly allowed: boolean }[];
};

export const DIALOGUE_REFUSALS = [
  'notAllowed', // not for your role: says whom to ask
  'excluded', // you are excluded from this case
  'filesNotTaken', // files are refused kindly, with the reason
  'notUnderstood',
  // a form would have nothing to choose from
  'nothingToDecline',
  'nothingToExcept',
  'nothingToNotify',
  'nothingToRecord',
  'nothingBesideGdpr',
  'nothingToWithdraw',
  'nothingToFinish',
  'nobodyToReadmit',
  'numberUnknown',
  'notConfirmedYet', // the store's answer is unclear: neither recorded nor not recorded
  'caseUnreadable', // this one case cannot be read; the others can
  'storeDown', // nothing could be recorded; what to do meanwhile
] as const;
export type DialogueRefusal = (typeof DIALOGUE_REFUSALS)[number];

/** A polite no: what happened, what it means, what to do next, whom to ask. */
export type RefusalPrompt = {
  readonly kind: 'refusal';
  readonly reason: RefusalReason | DialogueRefusal;
  /** What the person wrote and could not be recorded, in their own words, so that nothing given is lost. */
  readonly given?: readonly string[];
  readonly number?: CaseNumber;
  /** Ids of what stands in the way (open duties, measures). */
  readonly duties: readonly DutyRow[];
  readonly zone: string;
  readonly contact: Contact;
  readonly actions: readonly Action[];
};
