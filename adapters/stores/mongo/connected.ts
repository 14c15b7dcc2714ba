import type { Db } from 'mongodb';

/** The register and, in a database of their own, its keys; both over one client. */
export type Connected = {
  /** As they are now: a client that is broken for good is replaced, so ask anew for each piece of work. */
  readonly register: Db;
  readonly keys: Db;
  /** Servers and database, for people. */
  readonly where: string;
  /** How long a whole piece of work may take, in milliseconds. */
  readonly workWithinMs: number;
  /** Replaces the client of this database, unless that was done already. */
  readonly renew: (broken: Db) => void;
  /** May be said twice. Nothing is answered after it. */
  readonly close: () => Promise<void>;
};
