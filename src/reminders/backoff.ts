import { addHours, hoursBetween, type Instant } from '../rules/instant.ts';

const MINUTES_PER_HOUR = 60;
const SECONDS_PER_MINUTE = 60;
/** Minutes to wait after the first, second, third … failure; the last one for ever. */
const WAITS = [1, 2, 5, 15] as const;
export const LONGEST_MINUTES = 15;

/** When to try again after so many answers were lost (at least one). */
export const afterLostAnswers = (at: Instant, lost: number): Instant => addMinutes(at, WAITS[lost - 1] ?? LONGEST_MINUTES);

/**
 * When to try again what the platform surely did not take. How often it failed is not kept: the longer it is owed, the longer
 * the wait. Seconds named by the platform go first.
 */
export function afterRefusal(dueAt: Instant, now: Instant, retryAfterSeconds: number | undefined): Instant {
  if (retryAfterSeconds !== undefined) return addMinutes(now, Math.max(1, retryAfterSeconds) / SECONDS_PER_MINUTE);
  const owedMinutes = Math.max(0, hoursBetween(dueAt, now) * MINUTES_PER_HOUR);
  return addMinutes(now, WAITS.find((wait) => owedMinutes < 2 * wait) ?? LONGEST_MINUTES);
}

export const addMinutes = (from: Instant, minutes: number): Instant => addHours(from, minutes / MINUTES_PER_HOUR);
