// What anybody may be shown: the reporting person above all, and whoever is asked something.
import type { HintKind, Hints, ReporterOutcome } from '../breach/events.ts';
import type { CaseId, CaseNumber } from '../breach/identifiers.ts';
import type { RefusalReason } from '../breach/commands.ts';
import type { SpecialRole } from '../organisation.ts';
import type { Instant } from '../rules/instant.ts';
import type { Action } from './action.ts';
import type { CaseReference, Contact, DutyRow, FieldFault, FormValues, Warning } from './promptParts.ts';

/** The start: what this person can do here. */
export type HomePrompt = {
  readonly kind: 'home';
  readonly office: boolean;
  /** Sees the open duties of all cases, and nothing more of them (management). */
  readonly seesDuties: boolean;
  /** Is told things by itself, and so may say when they are away. */
  readonly mayBeAway?: true;
  readonly openCases: number;
  readonly ownReports: number;
  readonly contact: Contact;
};

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
  /** „I am on it“: until when the reminders wait, and whether that is less than was asked for. */
  readonly paused?: { readonly until: Instant; readonly cut: boolean };
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
  | 'secondOpinion'
  | 'decisionPartlyConfirmed'
  | 'decisionWithdrawn'
  | 'notice'
  | 'noticeField'
  | 'groupCounted'
  | 'measureExplained'
  | 'authorityQuestion'
  | 'authorityAnswer'
  | 'toldInAdvance'
  | 'referenceReceived'
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
  | 'retentionExtended'
  | 'textErased'
  | 'caseErased'
  | 'nothingNew';

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
  /** How many entries the case has, and the hash of the last one. */
  readonly head?: { readonly entries: number; readonly hash: string };
};

/** Who is away until when, and what happens meanwhile. Names are those of the configuration. */
export type AbsencePrompt = {
  readonly kind: 'absence';
  readonly what: 'set' | 'unchanged' | 'ended' | 'notAway';
  readonly zone: string;
  readonly until?: Instant;
  readonly role?: SpecialRole;
  /** Whoever is there all the time; nobody where it is empty. */
  readonly standIns: readonly string[];
  /** The first one within that time; only for whoever may see the case. */
  readonly deadline?: { readonly number: CaseNumber; readonly dueBy: Instant };
  readonly actions: readonly Action[];
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
  'nothingAsked',
  'nothingToExplain',
  'nobodyToReadmit',
  'nothingToKeepLonger',
  'nothingToErase',
  'numberUnknown',
  'exportElsewhere', // no address is set under which a file could be fetched
  'exportTooLarge',
  'exportNotPosted',
  'outsider', // a guest, or somebody of another organisation
  'rightsUnknown', // what somebody may do hangs on the platform, and it does not answer
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
