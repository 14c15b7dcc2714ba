import type { CaseRecord } from './breach/breachCase.ts';
import type { BreachEvent, DutyId, DutyKind, Hints } from './breach/events.ts';
import type { CaseId, CaseNumber, PersonId, Series } from './breach/identifiers.ts';
import type { Lang } from './law/sources.ts';
import type { Absence, Platform } from './organisation.ts';
import type { Prompt } from './prompt/prompt.ts';
import type { Instant } from './rules/instant.ts';

/** All that `src` needs from outside. Engines and chat platforms implement these; nothing in `src` knows which. */

export type Clock = { readonly now: () => Instant };
/** Waits for so many seconds of real time, whatever the clock says. `over` never comes once it was cancelled. */
export type Timer = (seconds: number) => { readonly over: Promise<void>; readonly cancel: () => void };
/** Unguessable ids; in tests a counted sequence, so that a failure repeats. */
export type Ids = { readonly next: () => string };

// ---------------------------------------------------------------- register

/** A row of entries with a chain of its own: one per case, one per case for the looks at it, and one for the register itself. */
export type StreamName = `case/${string}` | `looks/${string}` | 'register';

/** What lists and searches use of a case. No person, no text. */
export type CaseSummary = {
  readonly status: CaseRecord['status'];
  /** Kinds of the open duties, each once. */
  readonly openDuties: readonly DutyKind[];
  /** The earliest end of a period of all open duties. */
  readonly firstDueBy?: Instant;
  readonly kind?: NonNullable<Hints['incident']>;
  /** Only while closed. */
  readonly closedAt?: Instant;
};

/** One write: the events of one command, under the version the case had when they were decided. */
export type AppendRequest = {
  readonly caseId: CaseId;
  /** Entries the case has; 0 opens it. */
  readonly expectedVersion: number;
  /** Names the command; a repeated command is recognised by it. Unique in the register. */
  readonly commandId: string;
  /** The platform's ids of the inbound message, kept in the same write, so that „seen“ and „done“ cannot come apart. */
  readonly inboundIds: readonly string[];
  readonly at: Instant;
  readonly by: PersonId;
  readonly events: readonly [BreachEvent, ...BreachEvent[]];
  /** The case as it stands with these events, for lists and searches. */
  readonly summary: CaseSummary;
  /** Present in the write that opens a case. */
  readonly number?: CaseNumber;
};

export type AppendOutcome =
  | { readonly outcome: 'appended'; readonly version: number }
  /** The command, or one of its inbound ids, is already there: nothing was written. */
  | { readonly outcome: 'repeated'; readonly caseId: CaseId; readonly version: number }
  /** Another write came first: read again, decide again. */
  | { readonly outcome: 'conflict' }
  /** The case number is taken: take the next one. */
  | { readonly outcome: 'number-taken' };

export type StoredEntry = {
  readonly caseId: CaseId;
  readonly sequence: number;
  readonly at: Instant;
  readonly by: PersonId;
  /** With the marker ERASED_TEXT in place of every text whose key was destroyed. */
  readonly events: readonly BreachEvent[];
  readonly hash: string;
};

export type StoredCase = { readonly caseId: CaseId; readonly version: number; readonly entries: readonly StoredEntry[] };

/** What is found without opening a case. */
export type CaseHead = CaseSummary & {
  readonly caseId: CaseId;
  readonly number: CaseNumber;
  readonly openedAt: Instant;
  readonly version: number;
  /** Hash of the last entry; whoever keeps it can later show that nothing was dropped or changed. */
  readonly hash: string;
  readonly nextDueAt?: Instant;
};

/** An entry with its parts opened, as an export carries it: whoever has it can check every digest offline. */
export type OpenedEntry = {
  readonly stream: StreamName;
  readonly sequence: number;
  readonly clear: string;
  readonly hash: string;
  /** `opened` is the exact text the digest covers (canonical JSON of salt and value); absent where its key was destroyed. */
  readonly parts: readonly { readonly name: string; readonly opened?: string }[];
};

/** A look at a case, or a refused attempt; kept apart from the case, so that a look never changes its version. */
export type Look = {
  readonly caseId: CaseId | undefined;
  readonly by: PersonId;
  readonly at: Instant;
  readonly what: string;
  readonly allowed: boolean;
};

/** One case served by one worker: everything written under it carries the fencing number. */
export type Claim = { readonly caseId: CaseId; readonly fence: number; readonly leaseUntil: Instant };

/** An open case whose next look is missing (no `nextDueAt`) or long past. */
export type Neglected = { readonly caseId: CaseId; readonly nextDueAt?: Instant };

/** What Fristwacht notes for itself beside the cases: who is away, how it is doing, what it told. Nothing of a case but ids. */
export type NoteName = 'absences' | 'begun' | 'health' | 'rolling' | 'running' | 'failure' | 'exports';

/** What became of one slot. */
export type Delivery = {
  readonly caseId: CaseId;
  readonly slot: string;
  /** `unreachable` and `reachable` are said of an addressee, under a slot of its own. */
  readonly state: 'sent' | 'overtaken' | 'unclear' | 'unreachable' | 'reachable';
  readonly at: Instant;
  /** Of an addressee: how many times it has been lost. */
  readonly attempts: number;
  /** Of an addressee: since when it cannot be reached. */
  readonly since?: Instant;
  readonly messageId?: string;
  /** Fingerprint of what was shown; a surface is redrawn when it differs from what is due. */
  readonly shown?: string;
};

export type ListFilter = {
  readonly status?: readonly CaseHead['status'][];
  readonly reporter?: PersonId;
  /** Only cases with an open duty of one of these kinds. */
  readonly openDuty?: readonly DutyKind[];
  readonly kind?: readonly NonNullable<CaseHead['kind']>[];
  readonly openedFrom?: Instant;
  readonly openedBefore?: Instant;
  /** At most this many, newest first. */
  readonly limit: number;
  readonly before?: CaseNumber;
};

/** The register failed before it could know: nothing may be told as recorded or as not recorded. */
export class RegisterUnavailable extends Error {
  override readonly name = 'RegisterUnavailable';
}

/**
 * The register: append-only cases, what was delivered beside them, and who looked.
 * Every method may throw RegisterUnavailable. `append` answers only after a durable write.
 */
export type Register = {
  readonly append: (request: AppendRequest) => Promise<AppendOutcome>;
  /** May throw CaseUnreadable: damaged, or written by a newer version. */
  readonly read: (caseId: CaseId) => Promise<StoredCase | undefined>;
  /** What stands in the index of this case; costs the same however long the case is. */
  readonly head: (caseId: CaseId) => Promise<CaseHead | undefined>;
  /** Entries of one stream with their parts opened, for export and check. */
  readonly openedEntries: (stream: StreamName) => Promise<readonly OpenedEntry[]>;
  readonly findByNumber: (number: CaseNumber) => Promise<CaseId | undefined>;
  /** Which case a command (or inbound id) was recorded in, if it was; clears up an answer that was lost. */
  readonly findByCommand: (commandId: string) => Promise<{ readonly caseId: CaseId; readonly sequence: number } | undefined>;
  /** The ordinal the next case of this series and year would get; taken only by the append. */
  readonly nextOrdinal: (series: Series, year: number) => Promise<number>;
  readonly list: (filter: ListFilter) => Promise<readonly CaseHead[]>;

  readonly recordLook: (look: Look) => Promise<void>;
  /** Undefined: the looks that concern no single case. */
  readonly looksAt: (caseId: CaseId | undefined) => Promise<readonly Look[]>;

  /**
   * Claims the case that is longest due, if any is due (`nextDueAt <= now`) and not leased: one atomic update that sets
   * the lease and raises the fencing number.
   */
  readonly claimDue: (now: Instant, leaseSeconds: number) => Promise<Claim | undefined>;
  /** Claims this case, due or not, unless it is leased. */
  readonly claimCase: (caseId: CaseId, now: Instant, leaseSeconds: number) => Promise<Claim | undefined>;
  readonly deliveries: (caseId: CaseId) => Promise<readonly Delivery[]>;
  /** All of them in one write. False where the claim was lost to another worker: then nothing was written. */
  readonly recordDeliveries: (claim: Claim, deliveries: readonly Delivery[]) => Promise<boolean>;
  /** Takes away what was delivered and to whom, for good: the end of an erased case. With slots: of these alone, which are never owed again. */
  readonly forgetDeliveries: (caseId: CaseId, slots?: readonly string[]) => Promise<void>;
  /**
   * Ends the claim and stores when to look again (`undefined`: never by itself). Where the case moved on since
   * `version`, it stays due now. False where the claim was lost.
   */
  readonly settle: (claim: Claim, version: number, nextDueAt: Instant | undefined) => Promise<boolean>;
  /** The earliest `nextDueAt` of all cases. */
  readonly earliestDue: () => Promise<Instant | undefined>;
  /** Every open case is due now: the rolling check after a start or a change of configuration. */
  readonly wakeAll: (now: Instant) => Promise<void>;
  /** This case, or the organisation's stream, is due now, unless it was due before; a claim that is under way leaves it due. */
  readonly wake: (caseId: CaseId, now: Instant) => Promise<void>;
  /**
   * Open cases that time alone would never bring back, and those that were due before this moment; at most `limit`. Held by somebody or
   * not: a case whose service fails each time is held most of the time. Costs what it finds.
   */
  readonly neglected: (before: Instant, limit: number) => Promise<readonly Neglected[]>;

  readonly note: (name: NoteName) => Promise<string | undefined>;
  /** Writes what `change` makes of the note as it stands (undefined: none); asks again where another writer was faster. */
  readonly changeNote: (name: NoteName, change: (before: string | undefined) => string | undefined) => Promise<void>;

  /**
   * Enters every head that changed since the last time into the register's own stream, so that a dropped tail or a lost case shows.
   * Answers how many. Meant once a day; safe to repeat and from several instances.
   */
  readonly anchorHeads: (at: Instant) => Promise<number>;

  readonly close: () => Promise<void>;
};

// ---------------------------------------------------------------- absences

/** Who is away. Belongs to no case. Every method may throw RegisterUnavailable; `set` and `end` answer only after a durable write. */
export type Absences = {
  /**
   * Those that are or will be, and those that ended within the last 40 days: whoever comes back is told what fell due meanwhile. Of one
   * person at most one that has not ended.
   */
  readonly list: () => Promise<readonly Absence[]>;
  /** Replaces the absence of this person that has not ended yet. */
  readonly set: (absence: Absence) => Promise<void>;
  /** The person is back now; without an absence nothing happens. */
  readonly end: (person: PersonId) => Promise<void>;
};

// ---------------------------------------------------------------- exports

/** What somebody asks to have exported: a case, or only the draft of its next notice for this duty; or what was reported in a span of days. Days as `2026-03-27`, both included; without them from the beginning, until now. */
export type ExportWanted =
  | { readonly of: 'case'; readonly caseId: CaseId; readonly number: CaseNumber; readonly notice?: DutyId }
  | { readonly of: 'opened'; readonly from?: string; readonly until?: string };

/**
 * How an export is handed over. `link`: it can be fetched once until then, with the code; nothing is made before. `posted`: it was put into
 * the channel of the office. `tooLarge`, `notPosted`: it was not, and nothing of it is anywhere.
 */
export type ExportOffer =
  | { readonly by: 'link'; readonly url: string; readonly code: string; readonly until: Instant }
  | { readonly by: 'posted' }
  | { readonly by: 'none'; readonly because: 'tooLarge' | 'notPosted' };

/** Hands out exports, to this person alone. May throw RegisterUnavailable. */
export type Exports = {
  readonly offer: (wanted: ExportWanted, to: { readonly person: PersonId; readonly language: Lang }) => Promise<ExportOffer>;
};

// ---------------------------------------------------------------- channels

/** Whom or where a message goes to. `id` is the platform's own (a user's account or a channel). */
export type Addressee = { readonly platform: Platform; readonly kind: 'person' | 'channel'; readonly id: string };

export type OutgoingMessage = {
  readonly to: Addressee;
  /** Opaque; travels as metadata, so that a message that was posted and not recorded can be recognised. */
  readonly key: string;
  readonly prompt: Prompt;
  readonly language: Lang;
  /** The platform's id of the message it belongs under, where one case has one thread. */
  readonly thread?: string;
  /** The platform's id of the message this one replaces (a surface that is redrawn). */
  readonly replaces?: string;
  /** Set on each repetition after an answer of the platform was lost; the reader is told so. */
  readonly mayBeRepeated: boolean;
};

export type DeliveryResult =
  | { readonly result: 'delivered'; readonly messageId: string }
  /** Surely not sent; try again, after so many seconds where the platform named them. */
  | { readonly result: 'not-sent'; readonly retryAfterSeconds?: number }
  /** Perhaps sent: the answer was lost on the wire. */
  | { readonly result: 'unclear' }
  /** The message to replace no longer exists: post a fresh one. */
  | { readonly result: 'gone' }
  /** Surely not sent: this channel or person cannot be written to any more (archived, bot removed, account gone). */
  | { readonly result: 'unreachable' };

/** `absent`: looked, and it is not there. `unknown`: the platform could not be asked, or does not let the bot look. */
export type FoundResult =
  | { readonly result: 'found'; readonly messageId: string }
  | { readonly result: 'absent' }
  | { readonly result: 'unknown' };

/** `removed`: it is not there any more, whoever took it away. `not-removed`: try again later. */
export type RemovalResult =
  | { readonly result: 'removed' }
  | { readonly result: 'not-removed'; readonly retryAfterSeconds?: number };

export type Channel = {
  readonly platform: Platform;
  /** Tries once. Whatever library is underneath must not try again by itself: only the register knows what was lost. */
  readonly deliver: (message: OutgoingMessage) => Promise<DeliveryResult>;
  /** Looks for one of the bot's own messages by its key, in the thread where it belongs under one; absent where the platform never lets it. */
  readonly find?: (message: { readonly to: Addressee; readonly key: string; readonly thread?: string }) => Promise<FoundResult>;
  /**
   * Takes one of the bot's own messages away, where the platform lets it; safe to repeat. Absent where it does not: people are then told
   * to remove them by hand.
   */
  readonly remove?: (message: { readonly to: Addressee; readonly messageId: string }) => Promise<RemovalResult>;
};
