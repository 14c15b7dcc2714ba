import { accessSync, chmodSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RegisterUnavailable } from '../../../src/ports.ts';
import { RegisterRefused } from './registerRefused.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { engineCode, inTransaction } from './transaction.ts';

const OWNER_ONLY = 0o600;
const EVERYBODY_ELSE = 0o077;
const FOLDER_FOR_OWNER_ONLY = 0o700;

/** The engine's kinds of failure that decide what a person is told at the start. */
const BUSY = 5;
const DAMAGED = 11;
const NOT_A_DATABASE = 26;

/**
 * Opens the file, makes it where there is none, and brings its tables to this version. Waits up to `busyMilliseconds` for another
 * process that is writing. Throws RegisterRefused with what to do, or RegisterUnavailable where the file was busy all the time.
 */
export function openDatabase(file: string, busyMilliseconds: number): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    makeFile(file);
    // The waiting time comes first: two processes that open the file at once would otherwise refuse each other.
    const opened = new DatabaseSync(file, { timeout: busyMilliseconds, enableForeignKeyConstraints: true, defensive: true });
    database = opened;
    refuseStranger(opened, file);
    keepForOwner(file);
    makeDurable(opened, file);
    inTransaction(opened, () => makeTables(opened, file));
    return opened;
  } catch (error) {
    database?.close();
    throw asRefusal(error, file);
  }
}

function makeFile(file: string): void {
  const folder = dirname(file);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: FOLDER_FOR_OWNER_ONLY });
  closeSync(openSync(file, 'a', OWNER_ONLY));
  // The engine keeps two more files beside this one while it runs.
  accessSync(folder, constants.W_OK);
}

/** Before anything is written: a file that is not ours, or not ours yet, stays as it is. */
function refuseStranger(database: DatabaseSync, file: string): void {
  const isOurs = readNumber(database, 'application_id') === APPLICATION_ID;
  if (!isOurs && countTables(database) > 0) throw new RegisterRefused('notARegister', file);
  if (isOurs && readNumber(database, 'user_version') > SCHEMA_VERSION) throw new RegisterRefused('newerVersion', file);
}

/** A register that was copied or restored may have come with wider permissions. */
function keepForOwner(file: string): void {
  if ((statSync(file).mode & EVERYBODY_ELSE) !== 0) chmodSync(file, OWNER_ONLY);
}

function makeDurable(database: DatabaseSync, file: string): void {
  const { journal_mode: mode } = database.prepare('PRAGMA journal_mode = WAL').get() ?? {};
  if (mode !== 'wal') throw new RegisterRefused('noLocalDisk', file);
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA trusted_schema = OFF');
  // On macOS a plain fsync stops at the drive's own cache; elsewhere these two change nothing.
  database.exec('PRAGMA fullfsync = ON');
  database.exec('PRAGMA checkpoint_fullfsync = ON');
}

/** Looks again, under the lock: two processes may have found the same empty file. */
function makeTables(database: DatabaseSync, file: string): void {
  refuseStranger(database, file);
  if (countTables(database) > 0) return;
  database.exec(SCHEMA);
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
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
