import { setTimeout as pause } from 'node:timers/promises';
import { MongoError, MongoServerError } from 'mongodb';
import { RegisterUnavailable } from '../../../src/ports.ts';

const DUPLICATE_KEY = 11_000;
const TRIES = 100;
const PAUSE_MS = 20;

export const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === DUPLICATE_KEY;

/** What the driver said is kept as the cause; the message names nothing of a case. */
export const asUnavailable = (cause: MongoError): RegisterUnavailable =>
  new RegisterUnavailable('MongoDB did not answer clearly; whether anything was written is not known.', { cause });

type Method<Input extends readonly unknown[], Result> = (...input: Input) => Promise<Result>;

/**
 * The method, but every failure of the server, of the network or of the driver comes out as RegisterUnavailable: whether something was
 * written is unknown then, and whoever asked finds out by the names.
 */
function orUnavailable<Input extends readonly unknown[], Result>(method: Method<Input, Result>): Method<Input, Result> {
  return async (...input) => {
    try {
      return await method(...input);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      throw new RegisterUnavailable('MongoDB did not answer clearly; whether anything was written is not known.', {
        cause: error,
      });
    }
  };
}

/** Every method of the engine, guarded like that. */
export function allOrUnavailable<Engine extends object>(engine: Engine): Engine {
  const methods = Object.entries(engine) as [string, Method<readonly unknown[], unknown>][];
  return Object.fromEntries(methods.map(([name, method]) => [name, orUnavailable(method)])) as Engine;
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
