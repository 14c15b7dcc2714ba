import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';

/** Runs each work once the one before has ended, however that ended; in between, what has ended is answered first. */
export function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined).then(() => nextTurnOfTheLoop());
    return next;
  };
}
