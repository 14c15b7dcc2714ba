// What is posted where several people read it: number, kind, state, duties and times, never content.
import type { DecisionKind, DutyKind, ExceptionGround, Hints } from '../breach/events.ts';
import type { CaseRecord } from '../breach/breachCase.ts';
import type { CaseNumber } from '../breach/identifiers.ts';
import type { OpenNoticeTasks } from '../breach/noticeTasks.ts';
import type { Instant } from '../rules/instant.ts';
import type { Text } from '../law/sources.ts';
import type { Action } from './action.ts';
import type { CaseReference, DutyRow } from './promptParts.ts';

/** The card in the channel of the data protection office: number, kind, state, duties, times, buttons. */
export type CaseCardPrompt = CaseReference & {
  readonly kind: 'caseCard';
  readonly status: CaseRecord['status'];
  readonly incident: Hints['incident'] | undefined;
  readonly reportedAt: Instant;
  readonly noticedAt: Instant;
  readonly risk: 'unlikely' | 'low' | 'risk' | 'high';
  readonly openFacts: number;
  readonly duties: readonly DutyRow[];
  readonly openMeasures: number;
  readonly noticeTasks: readonly OpenNoticeTasks[];
  readonly awaitingConfirmation: number;
  readonly joinedNumbers: readonly CaseNumber[];
  readonly mainNumber?: CaseNumber;
  /** Two rules contradict each other on its facts: the graver result counts, and the fault must be mended. */
  readonly rulesContradict?: true;
  /** Somebody is on it until then. */
  readonly onItUntil?: Instant;
  /** Who, by the name in the configuration; absent where it does not name the person any more. */
  readonly onItBy?: string;
  /** Of a closed case: until when it is kept. */
  readonly retainedUntil?: Instant;
  /** How many entries the case has, and the hash of the last one. */
  readonly head?: { readonly entries: number; readonly hash: string };
  /** Of an erased case: platforms on which the bot cannot take its own messages away. */
  readonly keptOn?: readonly string[];
  /** After something was erased: platforms on which messages stayed that a person has to remove. */
  readonly leftOn?: readonly string[];
  /** The moment `hoursLeft` was reckoned from. */
  readonly asOf: Instant;
  readonly actions: readonly Action[];
};

export type ReminderPurpose =
  | 'new' // the first message of a case
  | 'step' // a step of the cadence
  | 'overdue'
  | 'escalation' // time runs short or nothing moves: others are told
  | 'lastWorkingHour' // before a night or weekend that the deadline is too near to wait for
  | 'decisionMissing' // the assessment says not owed; nobody has decided yet
  | 'investigation' // a day old, and nobody has decided whether and when there was awareness
  | 'measure'
  | 'noticeTask' // a field, a question of the authority, its reference
  | 'news' // somebody added something or answered; also on a closed case
  | 'readyToClose'
  | 'retention' // the period for which a closed case is kept is about to end, or has ended
  | 'channelGone' // the channel cannot be written to any more; what would go there comes to the reader in person
  | 'unreadable'; // the case cannot be read; what the index holds in the clear is told all the same

export type EscalationReason = 'timeLeft' | 'deadline' | 'noMovement' | 'nobodyThere';
/** `nobody`: this stage has nobody to tell, and whoever reads it must know that. */
export type Escalated = { readonly because: EscalationReason; readonly told: 'deputy' | 'management' | 'nobody' };

/** Our role in some data, when the controller became aware, whose word is waited for, and which other law may apply. */
export type MissingThing = 'role' | 'awareness' | 'confirmation' | 'answer' | 'neighbour';

/**
 * What management is told when a case is passed on: its number, the duties, the times, and the way to them. It has no room for a
 * reporter, a text, a name, or the kind of incident.
 */
export type EscalationPrompt = Pick<CaseReference, 'number' | 'zone'> & {
  readonly kind: 'escalation';
  readonly because: EscalationReason;
  readonly duties: readonly EscalatedDuty[];
  readonly asOf: Instant;
  readonly actions: readonly Action[];
};
export type EscalatedDuty = Pick<DutyRow, 'kind' | 'status' | 'startsAt' | 'dueBy' | 'hoursLeft' | 'under' | 'neighbour'>;
/** The last hour before people go home, with a last moment that lies in their free time or within a day of it. */
export type LastWorkingHour = {
  /** `dayOff` and `daysOff`: holidays, or the house is closed. */
  readonly before: 'night' | 'weekend' | 'dayOff' | 'daysOff';
  readonly dueBy: Instant;
  readonly worksAgainAt: Instant;
};

/** Number, duties, times, what is missing, one button per next step; nothing of the content. */
export type ReminderPrompt = CaseReference & {
  readonly kind: 'reminder';
  readonly purpose: ReminderPurpose;
  readonly duties: readonly DutyRow[];
  readonly incident: Hints['incident'] | undefined;
  readonly openFacts: number;
  readonly openMeasures: number;
  /** What is open around the notices, by kind and date; no content. */
  readonly noticeTasks: readonly OpenNoticeTasks[];
  /** Slots that fell due while nothing could be delivered and that this one message stands for. */
  readonly overtaken: number;
  /** What can still change a duty, by the wording of the questions; at most a few, and never an answer. */
  readonly openQuestions: readonly Text[];
  /** What is to be settled before the duties can be fulfilled; no content. */
  readonly missing: readonly MissingThing[];
  /** While the case is open: who has it, and until when; absent where nobody said so. */
  readonly onIt?: { readonly until: Instant; readonly by?: string };
  /** Whom the case was passed on to, and why. */
  readonly escalation?: Escalated;
  /** Platforms whose channel cannot be reached, so that this comes to the reader in person. */
  readonly channelsGone?: readonly string[];
  readonly lastWorkingHour?: LastWorkingHour;
  /** Only where the retention is what it is about. */
  readonly retainedUntil?: Instant;
  /** Only of a case that cannot be read: what the index says of it. `duties` are empty then. */
  readonly unreadable?: { readonly openDuties: readonly DutyKind[]; readonly firstDueBy?: Instant };
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
  readonly lastWorkingHour?: LastWorkingHour;
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

/** The moment of awareness that was decided; the controller is named where the organisation has more than one. */
export type DecidedAwareness = { readonly moment: Instant; readonly controllerName?: string };
