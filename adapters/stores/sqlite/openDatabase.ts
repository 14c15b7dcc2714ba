import { accessSync, chmodSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RegisterUnavailable } from '../../../src/ports.ts';
import { RegisterRefused } from './registerRefused.ts';
import { engineCode, inTransaction } from './transaction.ts';

/** What a file of ours is: its mark, by which nobody mistakes another program's database for it, and its tables. */
export type FileKind = {
  readonly applicationId: number;
  /** Raised with every change of the tables. A file with a higher number was written by a newer version and is refused. */
  readonly version: number;
  readonly schema: string;
  /** Tables that came later without a new version; made wherever they are missing, so safe to say again. */
  readonly additions?: string;
};

/** How long a write waits for another process before it gives up. Waiting holds up this process, so it is short. */
export const BUSY_MILLISECONDS = 5000;

const OWNER_ONLY = 0o600;
const EVERYBODY_ELSE = 0o077;
const FOLDER_FOR_OWNER_ONLY = 0o700;

/** The engine's kinds of failure that decide what a person is told at the start. */
const BUSY = 5;
const DAMAGED = 11;
const NOT_A_DATABASE = 26;

/**
 * Opens the file, or makes it with its tables where there is none. Waits up to `busyMilliseconds` for another process that is
 * writing. Throws RegisterRefused with what to do, or RegisterUnavailable where the file was busy all the time.
 */
export function openDatabase(file: string, kind: FileKind, busyMilliseconds: number): DatabaseSync {
  return opening(file, (opened) => {
    makeFile(file);
    const database = opened(busyMilliseconds);
    refuseStranger(database, file, kind);
    keepForOwner(file);
    makeDurable(database, file, busyMilliseconds);
    inTransaction(database, () => makeTables(database, file, kind));
    return database;
  });
}

/** Opens a file that is there, of this version or an older one; undefined where there is none, or nothing in it. Throws as `openDatabase`. */
export function openAsItIs(
  file: string,
  kind: FileKind,
  busyMilliseconds: number,
): { readonly database: DatabaseSync; readonly version: number } | undefined {
  if (!existsSync(file) || statSync(file).size === 0) return undefined;
  return opening(file, (opened) => {
    const database = opened(busyMilliseconds);
    if (isOfSomebodyElse(database, kind)) throw new RegisterRefused('notARegister', file);
    const version = readNumber(database, 'user_version');
    if (version > kind.version) throw new RegisterRefused('newerVersion', file);
    keepForOwner(file);
    makeDurable(database, file, busyMilliseconds);
    return { database, version };
  });
}

/** Runs what opens a database; where that fails, the database is closed and the failure has a name. */
function opening<Opened>(file: string, work: (open: (busyMilliseconds: number) => DatabaseSync) => Opened): Opened {
  let database: DatabaseSync | undefined;
  try {
    return work((timeout) => {
      // The waiting time comes first: two processes that open the file at once would otherwise refuse each other.
      database = new DatabaseSync(file, { timeout, enableForeignKeyConstraints: true, defensive: true });
      return database;
    });
  } catch (error) {
    database?.close();
    throw asRefusal(error, file);
  }
}

/** The folder of the register, for the owner alone. Throws RegisterRefused where it cannot be made. */
export function makeFolderOf(file: string): void {
  try {
    const folder = dirname(file);
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: FOLDER_FOR_OWNER_ONLY });
  } catch (error) {
    throw asRefusal(error, file);
  }
}

function makeFile(file: string): void {
  const folder = dirname(file);
  makeFolderOf(file);
  closeSync(openSync(file, 'a', OWNER_ONLY));
  // The engine keeps two more files beside this one while it runs.
  accessSync(folder, constants.W_OK);
}

/**
 * Tables first, then whose they are: tables and mark come in one transaction, so whoever sees the tables sees the mark.
 * The other way round a process that starts beside the one that makes the register would take it for a stranger's.
 */
const isOfSomebodyElse = (database: DatabaseSync, { applicationId }: FileKind): boolean =>
  countTables(database) > 0 && readNumber(database, 'application_id') !== applicationId;

/** A file that belongs to somebody else, or was written by another version, is left exactly as it is. */
function refuseStranger(database: DatabaseSync, file: string, kind: FileKind): void {
  if (isOfSomebodyElse(database, kind)) throw new RegisterRefused('notARegister', file);
  const isOurs = readNumber(database, 'application_id') === kind.applicationId;
  const version = readNumber(database, 'user_version');
  if (isOurs && version > kind.version) throw new RegisterRefused('newerVersion', file);
  if (isOurs && version < kind.version) throw new RegisterRefused('olderVersion', file);
}

/** A register that was copied or restored may have come with wider permissions. */
function keepForOwner(file: string): void {
  if ((statSync(file).mode & EVERYBODY_ELSE) !== 0) chmodSync(file, OWNER_ONLY);
}

function makeDurable(database: DatabaseSync, file: string, busyMilliseconds: number): void {
  const { journal_mode: mode } = waiting(busyMilliseconds, () => database.prepare('PRAGMA journal_mode = WAL').get()) ?? {};
  if (mode !== 'wal') throw new RegisterRefused('noLocalDisk', file);
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA trusted_schema = OFF');
  // What is taken away is overwritten, so that it does not linger in a free corner of the file.
  database.exec('PRAGMA secure_delete = ON');
  // On macOS a plain fsync stops at the drive's own cache; elsewhere these two change nothing.
  database.exec('PRAGMA fullfsync = ON');
  database.exec('PRAGMA checkpoint_fullfsync = ON');
}

const PAUSE_MILLISECONDS = 10;

/** The engine does not wait by itself where a file changes its journal: of two processes that start at once one would be refused. */
function waiting<T>(busyMilliseconds: number, work: () => T): T {
  const until = performance.now() + busyMilliseconds;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (engineCode(error) !== BUSY || performance.now() >= until) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
  }
}

/** Looks again, under the lock: two processes may have found the same empty file. */
function makeTables(database: DatabaseSync, file: string, kind: FileKind): void {
  refuseStranger(database, file, kind);
  if (countTables(database) > 0) {
    if (kind.additions !== undefined) database.exec(kind.additions);
    return;
  }
  database.exec(kind.schema);
  database.exec(`PRAGMA application_id = ${kind.applicationId}`);
  database.exec(`PRAGMA user_version = ${kind.version}`);
}

const countTables = (database: DatabaseSync): number =>
  Number(database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables);

function readNumber(database: DatabaseSync, pragma: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
}

function asRefusal(error: unknown, file: string): unknown {
  if (error instanceof RegisterRefused) return error;
  const code = engineCode(error);
  if (code === NOT_A_DATABASE) return new RegisterRefused('notARegister', file, { cause: error });
  if (code === DAMAGED) return new RegisterRefused('damaged', file, { cause: error });
  if (code === BUSY) return new RegisterUnavailable('Another process keeps the register busy.', { cause: error });
  if (code !== undefined || isFileError(error)) return new RegisterRefused('notWritable', file, { cause: error });
  return error;
}

const isFileError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
