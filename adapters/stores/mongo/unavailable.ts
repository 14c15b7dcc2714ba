import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { RegisterUnavailable } from '../../../src/ports.ts';
import type { Connected } from './connected.ts';

const DUPLICATE_KEY = 11_000;
const TRIES = 100;
const PAUSE_MS = 20;

export const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === DUPLICATE_KEY;

/** What the driver said is kept as the cause; the message names nothing of a case. */
export const asUnavailable = (cause: Error): RegisterUnavailable =>
  new RegisterUnavailable('MongoDB did not answer clearly; whether anything was written is not known.', { cause });

/** The whole piece of work took too long; one of its answers may never come. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

type Method = (...input: readonly unknown[]) => Promise<unknown>;

/**
 * The engine on a database, but every failure of the server, of the network or of the driver comes out as RegisterUnavailable: whether
 * something was written is unknown then, and whoever asked finds out by the names.
 *
 * And none of them lasts. The driver can miss that a connection was closed while it was writing to it: then it waits for ever, with a call
 * or with the heartbeat by which it finds the server again. So every piece of work has an end, and a client that gives no answer, or
 * finds no server, is replaced; a fresh one finds what there is to find.
 */
export function guarded<Engine extends object>(
  connected: Connected,
  databaseOf: (connected: Connected) => Db,
  engineOn: (database: Db) => Engine,
  limits: Partial<Readonly<Record<keyof Engine, number>>> = {},
): Engine {
  let database = databaseOf(connected);
  let engine = engineOn(database);
  const call = async (name: keyof Engine, input: readonly unknown[]): Promise<unknown> => {
    if (databaseOf(connected) !== database) {
      database = databaseOf(connected);
      engine = engineOn(database);
    }
    const asked = database;
    try {
      return await within(limits[name] ?? connected.workWithinMs, (engine[name] as Method)(...input));
    } catch (error) {
      if (error instanceof NoAnswer || error instanceof MongoServerSelectionError) connected.renew(asked);
      throw error instanceof MongoError || error instanceof NoAnswer ? asUnavailable(error) : error;
    }
  };
  const names = Object.keys(engine) as (keyof Engine)[];
  return Object.fromEntries(names.map((name) => [name, (...input: readonly unknown[]) => call(name, input)])) as Engine;
}

async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const { promise: end, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NoAnswer(`No answer within ${milliseconds} ms.`)), milliseconds);
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}

/**
 * Asks again until there is an answer. The server refuses a second document at once, but shows the first one only when a majority has
 * it; between the two lie milliseconds, or an election.
 */
export async function untilSeen<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(PAUSE_MS);
  }
  throw new RegisterUnavailable('MongoDB refused a document as double and shows no other; nothing is known to be written.');
}
