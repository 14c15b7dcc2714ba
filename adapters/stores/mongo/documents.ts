import type { Collection, Db } from 'mongodb';
import type { CaseId } from '../../../src/breach/identifiers.ts';
import type { Box } from '../../../src/register/cryptography.ts';
import type { CaseIndex, KeptEntry, StreamName } from '../../../src/register/registerEngine.ts';
import type { Instant } from '../../../src/rules/instant.ts';

/**
 * One entry is one document, and the only truth. What else is stored is derived from entries and follows them: `behind` marks an
 * entry whose case and stream have not followed yet, so that a writer that died in between is made up for (see followEntries).
 */
export type EntryDocument = KeptEntry & {
  /** Stream and sequence: one place, one entry. */
  readonly _id: string;
  readonly at: Instant;
  /** The case as it stands with this entry; absent where the entry belongs to no case. */
  readonly index?: CaseIndex;
  readonly behind?: true;
};

/**
 * A case with everything that changes beside its entries. Each change is one atomic update of this document. The organisation's stream is
 * one of them without `index`, `place` and `hash`, by which no list and no search finds it.
 */
export type CaseDocument = {
  readonly _id: CaseId;
  readonly index: CaseIndex;
  /** Year, ordinal and series in one text whose order is the order of the list. */
  readonly place: string;
  readonly version: number;
  readonly hash: string;
  /** Absent where the case is due at no time by itself. */
  readonly nextDueAt?: Instant;
  /** Empty while nobody holds the case. */
  readonly leaseUntil: Instant | '';
  readonly fence: number;
  /** Woken since it was claimed: a settlement then leaves it due. */
  readonly woken: boolean;
  /** By `fieldName` of the slot. */
  readonly deliveries?: Readonly<Record<string, Box>>;
};

/** What the program notes for itself, sealed. */
export type NoteDocument = { readonly _id: string; readonly box: Box };

/** The last place of a stream, and whether the register's own stream still lacks it. */
export type EndDocument = {
  readonly _id: StreamName;
  readonly sequence: number;
  readonly hash: string;
  readonly open: boolean;
};

export type RingDocument = {
  readonly _id: string;
  readonly stream: string;
  readonly fingerprint: string;
  /** By `fieldName` of the part. */
  readonly wrapped: Readonly<Record<string, Box>>;
};

/** A register of drills never becomes a real one, nor the other way round. */
export type Purpose = 'real' | 'drill';

/** Says of what program, of which version and for which purpose a database is. */
export type MarkDocument = {
  readonly _id: 'schema';
  readonly program: string;
  readonly version: number;
  readonly purpose: Purpose;
};

/** The collections of the register. */
export type Shelves = {
  readonly entries: Collection<EntryDocument>;
  readonly cases: Collection<CaseDocument>;
  readonly ends: Collection<EndDocument>;
  readonly notes: Collection<NoteDocument>;
};

export const shelves = (database: Db): Shelves => ({
  entries: database.collection('entries'),
  cases: database.collection('cases'),
  ends: database.collection('ends'),
  notes: database.collection('notes'),
});

export const rings = (database: Db): Collection<RingDocument> => database.collection('rings');
/** Fingerprints of the master keys that were changed for another one. */
export const retired = (database: Db): Collection<{ readonly _id: string }> => database.collection('retired');
export const marks = (database: Db): Collection<MarkDocument> => database.collection('meta');

export const entryId = (stream: StreamName, sequence: number): string => `${stream}:${sequence}`;
