import type { Timer } from '../ports.ts';

/** Ends when the work ends or the time is over, whichever comes first. What is left behind may still end, unheard. */
export async function inTime<T>(timer: Timer, seconds: number, work: () => Promise<T>): Promise<T | 'timeOver'> {
  const waiting = timer(seconds);
  const working = work();
  working.catch(() => undefined);
  try {
    return await Promise.race([working, waiting.over.then(() => 'timeOver' as const)]);
  } finally {
    waiting.cancel();
  }
}
