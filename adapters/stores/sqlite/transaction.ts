import type { DatabaseSync } from 'node:sqlite';
import { RegisterUnavailable } from '../../../src/ports.ts';

/** The engine's number for what went wrong (`errcode` of node:sqlite), or undefined for an error that is not the engine's. */
export function engineCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return undefined;
  // The lower byte is the kind; the rest only says where in the engine it came up.
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
}

const isClosed = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE';

type Method<Input extends readonly unknown[], Result> = (...input: Input) => Promise<Result>;

/**
 * The method, but every failure of the engine (disk full, not writable, busy for too long, closed) comes out as
 * RegisterUnavailable. The cause is kept; the message names nothing of a case.
 */
export function orUnavailable<Input extends readonly unknown[], Result>(method: Method<Input, Result>): Method<Input, Result> {
  return async (...input) => {
    try {
      return await method(...input);
    } catch (error) {
      if (engineCode(error) === undefined && !isClosed(error)) throw error;
      throw new RegisterUnavailable('The register did not answer; nothing is known to be written.', { cause: error });
    }
  };
}

/**
 * One write, all of it or nothing, on disk before it returns. It takes the write lock at once: a transaction that reads first and
 * takes the lock later would fail under load. Within a transaction that is under way, the work is a part of that one.
 */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** After a full disk the engine may have rolled back by itself; that the rollback fails too must not hide why. */
function rollBack(database: DatabaseSync): void {
  try {
    if (database.isTransaction) database.exec('ROLLBACK');
  } catch (error) {
    if (engineCode(error) === undefined) throw error;
  }
}
