import type { Box } from './cryptography.ts';

/**
 * The keys of the parts of one entry, each wrapped by the master key. A ring is written before the entry that needs it, so one that no
 * entry names is the harmless rest of a write that did not come to its end.
 */
export type KeyRing = {
  /** Random; the entry names it. */
  readonly id: string;
  /** What the ring belongs to; see `StreamName`. */
  readonly stream: string;
  /** The master key that wrapped them. */
  readonly fingerprint: string;
  /** By the name of the part. */
  readonly wrapped: Readonly<Record<string, Box>>;
};

/**
 * Where the wrapped keys lie: apart from the entries and from their backups, because a key that lingers there would undo an erasure.
 * Every method may throw RegisterUnavailable and answers only after a durable write.
 */
export type KeyStore = {
  /** Writes a ring once; the one that is there already is answered instead. */
  readonly put: (ring: KeyRing) => Promise<KeyRing>;
  readonly ring: (id: string) => Promise<KeyRing | undefined>;
  readonly ringsOf: (stream: string) => Promise<readonly KeyRing[]>;
  /** Takes the keys of these parts away for good, also from the file behind the store; of the whole ring where none are named. */
  readonly destroy: (id: string, parts?: readonly string[]) => Promise<void>;
  readonly destroyStream: (stream: string) => Promise<void>;
  /** Rings in the order of their ids, for a change of the master key: at most `limit` after this id. */
  readonly after: (id: string, limit: number) => Promise<readonly KeyRing[]>;
  /**
   * The same keys under another master key; false where the ring changed or vanished meanwhile: then nothing was written, so that a
   * destroyed key does not come back.
   */
  readonly rewrap: (before: KeyRing, after: KeyRing) => Promise<boolean>;
  readonly close: () => Promise<void>;
};
