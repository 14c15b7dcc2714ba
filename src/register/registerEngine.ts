import type { CaseId, CaseNumber, Series } from '../breach/identifiers.ts';
import type { CaseSummary, Claim, Neglected, StreamName } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import type { Box } from './cryptography.ts';

/**
 * What an engine keeps. It stores entries in order and finds them again; it neither seals nor hashes, and reads nothing of a case but
 * what `CaseIndex` holds. Everything that makes the register a register (chain, sealing, pseudonyms) is built on it once, for every engine.
 */

export type { StreamName };

/** `name` is unique within the entry. */
export type KeptPart = { readonly name: string; readonly box: Box };

export type KeptEntry = {
  readonly stream: StreamName;
  /** From 1, without gaps. */
  readonly sequence: number;
  /** The hash of the entry before; NO_ENTRY before the first. */
  readonly previous: string;
  readonly hash: string;
  /** Canonical JSON; byte for byte what the hash covers. */
  readonly clear: string;
  readonly parts: readonly KeptPart[];
  /** The ring that opens the parts; see `KeyStore`. */
  readonly keyRing: string;
  /** Names that are unique in the whole register: pseudonyms of the command and of the inbound messages, and the number where it opens a case. */
  readonly names: readonly string[];
};

/** What is found of a case without opening it. Holds no person and no text, only keyed pseudonyms. */
export type CaseIndex = CaseSummary & {
  readonly caseId: CaseId;
  readonly number: CaseNumber;
  readonly series: Series;
  readonly year: number;
  readonly ordinal: number;
  /**
   * Pseudonym of the reporting person; empty once the case is erased. An engine keeps no earlier one of the same case, wherever it holds
   * the index.
   */
  readonly reporter: string;
  readonly openedAt: Instant;
};
export type IndexedCase = CaseIndex & {
  readonly version: number;
  /** Hash of the last entry. */
  readonly hash: string;
  readonly nextDueAt?: Instant;
};

export type EngineAppend = {
  readonly entry: KeptEntry;
  readonly at: Instant;
  /** With an entry of a case: the index as it stands with this entry. The case is then due at `at`, if not earlier. */
  readonly index?: CaseIndex;
};

export type EngineAppendOutcome =
  | { readonly outcome: 'appended' }
  /** Another entry has this place, or the one before it is missing. Nothing was written. */
  | { readonly outcome: 'conflict' }
  /** One of the names is there already, in this place. Nothing was written. */
  | { readonly outcome: 'name-taken'; readonly name: string; readonly stream: StreamName; readonly sequence: number };

export type EngineFilter = {
  readonly status?: readonly CaseIndex['status'][];
  readonly reporter?: string;
  /** Only cases with an open duty of one of these kinds. */
  readonly openDuty?: readonly string[];
  readonly kind?: readonly string[];
  readonly openedFrom?: Instant;
  readonly openedBefore?: Instant;
  /** At most this many, newest number first. */
  readonly limit: number;
  readonly before?: CaseNumber;
};

/** The last place of a stream. */
export type StreamEnd = { readonly stream: StreamName; readonly sequence: number; readonly hash: string };

/** One slot beside a case. `name` is a pseudonym of the slot; what became of it lies in the box. */
export type KeptDelivery = { readonly name: string; readonly box: Box };

/** Every method may throw RegisterUnavailable. Writes are durable before they answer. */
export type RegisterEngine = {
  /** One atomic write under the unique places and names. */
  readonly append: (append: EngineAppend) => Promise<EngineAppendOutcome>;
  readonly entries: (stream: StreamName, from?: number) => Promise<readonly KeptEntry[]>;
  readonly end: (stream: StreamName) => Promise<StreamEnd | undefined>;
  readonly findName: (name: string) => Promise<{ readonly stream: StreamName; readonly sequence: number } | undefined>;
  /** Highest ordinal given in this series and year; 0 before the first. */
  readonly highestOrdinal: (series: Series, year: number) => Promise<number>;
  readonly list: (filter: EngineFilter) => Promise<readonly IndexedCase[]>;
  readonly find: (caseId: CaseId) => Promise<IndexedCase | undefined>;

  /** As in `Register`. */
  readonly claimDue: (now: Instant, leaseSeconds: number) => Promise<Claim | undefined>;
  readonly claimCase: (caseId: CaseId, now: Instant, leaseSeconds: number) => Promise<Claim | undefined>;
  readonly settle: (claim: Claim, version: number, nextDueAt: Instant | undefined) => Promise<boolean>;
  readonly earliestDue: () => Promise<Instant | undefined>;
  readonly wakeAll: (now: Instant) => Promise<void>;
  readonly wake: (caseId: CaseId, now: Instant) => Promise<void>;
  readonly neglected: (before: Instant, limit: number) => Promise<readonly Neglected[]>;
  readonly deliveries: (caseId: CaseId) => Promise<readonly KeptDelivery[]>;
  /** All or none, and none where the claim was lost. */
  readonly recordDeliveries: (claim: Claim, deliveries: readonly KeptDelivery[]) => Promise<boolean>;
  /** Takes away what was delivered, with the addresses in it (an erased case); of these names only, where some are given. */
  readonly forgetDeliveries: (caseId: CaseId, names?: readonly string[]) => Promise<void>;

  /** What is kept beside the cases under a name of ours; it changes, and holds nothing that is evidence. */
  readonly note: (name: string) => Promise<Box | undefined>;
  /** Puts `after` in the place of `before` (undefined: none) in one atomic step. False where something else stands there: then nothing changed. */
  readonly changeNote: (name: string, before: Box | undefined, after: Box | undefined) => Promise<boolean>;

  /** Streams whose end was not yet entered into the register's own stream; in a stable order, at most this many. */
  readonly unanchored: (limit: number) => Promise<readonly StreamEnd[]>;
  /** Marks these ends as entered; a stream that moved on meanwhile stays open. */
  readonly markAnchored: (ends: readonly StreamEnd[]) => Promise<void>;
  readonly close: () => Promise<void>;
};
