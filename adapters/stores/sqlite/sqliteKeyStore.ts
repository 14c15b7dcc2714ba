import type { DatabaseSync } from 'node:sqlite';
import { RegisterUnavailable } from '../../../src/ports.ts';
import type { Box } from '../../../src/register/cryptography.ts';
import type { KeyRing, KeyStore } from '../../../src/register/keyStore.ts';
import { BUSY_MILLISECONDS, openDatabase } from './openDatabase.ts';
import { prepare, type Statement, type Values } from './rows.ts';
import { keyFile } from './schema.ts';
import { inTransaction, orUnavailable } from './transaction.ts';

/** `fingerprints`: of the master keys that rings are under; several only while the master key is being changed. At most two are named. */
export type SqliteKeyStore = KeyStore & { readonly fingerprints: () => Promise<readonly string[]> };

type RingRow = Omit<KeyRing, 'wrapped'> & { readonly number: number };
type KeyRow = { readonly part: string; readonly box: Box };

/** The key file of a register: beside it and never in it, so that a backup of the one does not carry the other along. */
export const keyFileOf = (registerFile: string): string => `${registerFile}.keys`;

/**
 * The wrapped keys, in a file of their own. A key that is destroyed is written over where it stood and the log beside the file is cut
 * off before the answer: then it is found in no byte of either. Throws as `sqliteEngine`.
 */
export function sqliteKeyStore(file: string, busyMilliseconds = BUSY_MILLISECONDS): SqliteKeyStore {
  const database = openDatabase(file, keyFile, busyMilliseconds);
  // The rest of a process that ended between destroying a key and cutting off the log.
  cutLog(database);
  return keyStoreOn(database);
}

/** The key store over an open database whose tables are there. Within a transaction that is under way, what it adds is part of that. */
export function keyStoreOn(database: DatabaseSync): SqliteKeyStore {
  const statements = prepareAll(database);
  return guarded({
    put: async (ring) => {
      cutWhatIsLeft(database);
      return inTransaction(database, () => put(statements, ring));
    },
    ring: async (id) => ringOf(statements, statements.byId.first({ id })),
    ringsOf: async (stream) => statements.ofStream.all({ stream }).flatMap((row) => ringOf(statements, row) ?? []),
    after: async (id, limit) => statements.after.all({ id, limit }).flatMap((row) => ringOf(statements, row) ?? []),
    destroy: async (id, parts) => {
      inTransaction(database, () => destroy(statements, statements.byId.first({ id }), parts));
      mustCutLog(database);
    },
    destroyStream: async (stream) => {
      inTransaction(database, () => {
        for (const row of statements.ofStream.all({ stream })) destroy(statements, row, undefined);
      });
      mustCutLog(database);
    },
    rewrap: async (before, after) => inTransaction(database, () => rewrap(statements, before, after)),
    fingerprints: async () => {
      const ends = statements.fingerprints.first();
      return [...new Set([ends?.first ?? [], ends?.last ?? []].flat())];
    },
    close: async () => {
      if (database.isOpen) database.close();
    },
  });
}

/** Not a character of any box, so that a place whose key was destroyed is told from one that holds a key. */
const BLANK = '.';

type Statements = ReturnType<typeof prepareAll>;
function prepareAll(database: DatabaseSync) {
  const ring = 'SELECT number, id, stream, fingerprint FROM ring';
  const blank = `UPDATE wrapped_key SET box = printf('%.*c', length(box), '${BLANK}') WHERE ring = :number`;
  return {
    byId: prepare<RingRow>(database, `${ring} WHERE id = :id`),
    ofStream: prepare<RingRow>(database, `${ring} WHERE stream = :stream ORDER BY number`),
    after: prepare<RingRow>(database, `${ring} WHERE id > :id ORDER BY id LIMIT :limit`),
    keysOf: prepare<KeyRow>(
      database,
      `SELECT part, box FROM wrapped_key WHERE ring = :number AND substr(box, 1, 1) <> '${BLANK}' ORDER BY position`,
    ),
    addRing: prepare<{ number: number }>(
      database,
      `INSERT INTO ring (number, id, stream, fingerprint)
       SELECT 1 + max(coalesce((SELECT max(number) FROM ring), 0), coalesce((SELECT max(ring) FROM wrapped_key), 0)), :id, :stream, :fingerprint
       RETURNING number`,
    ),
    addKey: prepare(database, 'INSERT INTO wrapped_key (ring, part, box) VALUES (:number, :part, :box)'),
    blankRing: prepare(database, blank),
    blankPart: prepare(database, `${blank} AND part = :part`),
    dropRing: prepare(database, 'DELETE FROM ring WHERE number = :number'),
    // Of the same length as before, so that it takes the place of the old one and nothing is moved.
    changeKey: prepare(database, 'UPDATE wrapped_key SET box = :box WHERE ring = :number AND part = :part'),
    changeFingerprint: prepare(database, 'UPDATE ring SET fingerprint = :fingerprint WHERE number = :number'),
    fingerprints: prepare<{ first: string | null; last: string | null }>(
      database,
      'SELECT (SELECT min(fingerprint) FROM ring) AS first, (SELECT max(fingerprint) FROM ring) AS last',
    ),
    retired: prepare(database, 'SELECT 1 FROM retired WHERE fingerprint = :fingerprint'),
    retire: prepare(database, 'INSERT INTO retired (fingerprint) VALUES (:fingerprint) ON CONFLICT DO NOTHING'),
    reinstate: prepare(database, 'DELETE FROM retired WHERE fingerprint = :fingerprint'),
  };
}

function put(statements: Statements, ring: KeyRing): KeyRing {
  const { id, stream, fingerprint, wrapped } = ring;
  const there = ringOf(statements, statements.byId.first({ id }));
  if (there) return there;
  if (has(statements.retired, { fingerprint }))
    throw new RegisterUnavailable('The master key was changed; start again with the new one.');
  const number = statements.addRing.first({ id, stream, fingerprint })?.number ?? 0;
  for (const [part, box] of Object.entries(wrapped)) statements.addKey.run({ number, part, box });
  return ring;
}

const has = (statement: Statement<never>, values: Values): boolean => statement.all(values).length > 0;

function ringOf(statements: Statements, row: RingRow | undefined): KeyRing | undefined {
  if (row === undefined) return undefined;
  const { number, id, stream, fingerprint } = row;
  const wrapped = Object.fromEntries(statements.keysOf.all({ number }).map(({ part, box }) => [part, box]));
  return { id, stream, fingerprint, wrapped };
}

function destroy(statements: Statements, row: RingRow | undefined, parts: readonly string[] | undefined): void {
  if (row === undefined) return;
  const { number } = row;
  for (const part of parts ?? []) statements.blankPart.run({ number, part });
  if (parts !== undefined) return;
  statements.blankRing.run({ number });
  statements.dropRing.run({ number });
}

/** From the first ring on that changes its master key, no new ring is taken under the old one: it would be lost with that key. */
function rewrap(statements: Statements, before: KeyRing, after: KeyRing): boolean {
  const row = statements.byId.first({ id: before.id });
  const now = ringOf(statements, row);
  if (row === undefined || now === undefined || !isSame(now, before)) return false;
  for (const [part, box] of Object.entries(after.wrapped)) statements.changeKey.run({ number: row.number, part, box });
  statements.changeFingerprint.run({ number: row.number, fingerprint: after.fingerprint });
  if (before.fingerprint !== after.fingerprint) {
    statements.retire.run({ fingerprint: before.fingerprint });
    statements.reinstate.run({ fingerprint: after.fingerprint });
  }
  return true;
}

function isSame(one: KeyRing, other: KeyRing): boolean {
  const parts = Object.keys(one.wrapped);
  return (
    one.fingerprint === other.fingerprint &&
    parts.length === Object.keys(other.wrapped).length &&
    parts.every((part) => one.wrapped[part] === other.wrapped[part])
  );
}

/** Brings the log into the file and cuts it off; false where another process reads just now. */
const cutLog = (database: DatabaseSync): boolean => database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0;

function mustCutLog(database: DatabaseSync): void {
  uncut.add(database);
  if (!cutLog(database))
    throw new RegisterUnavailable('The destroyed key still stands in the log of the key file. Destroy it again.');
  uncut.delete(database);
}

/** Files in whose log a destroyed key may still stand, because another process read just then. Closing or opening the file cuts it too. */
const uncut = new WeakSet<DatabaseSync>();

/** With every further write (each look is one), what an erasure left over is brought to its end, as soon as nobody reads. */
function cutWhatIsLeft(database: DatabaseSync): void {
  if (uncut.has(database) && cutLog(database)) uncut.delete(database);
}

/** Every failure of the engine leaves by the one name the port knows. */
const guarded = (store: SqliteKeyStore): SqliteKeyStore => ({
  put: orUnavailable(store.put),
  ring: orUnavailable(store.ring),
  ringsOf: orUnavailable(store.ringsOf),
  destroy: orUnavailable(store.destroy),
  destroyStream: orUnavailable(store.destroyStream),
  after: orUnavailable(store.after),
  rewrap: orUnavailable(store.rewrap),
  fingerprints: orUnavailable(store.fingerprints),
  close: orUnavailable(store.close),
});
