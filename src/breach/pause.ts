import { DateTime } from 'luxon';
import { addHours, earliest, type Instant } from '../rules/instant.ts';
import { halfway } from './times.ts';

/** What „I am on it“ can buy: hours, or the night. */
export const PAUSE_CHOICES = ['2h', '4h', 'tomorrow'] as const;
export type PauseChoice = (typeof PAUSE_CHOICES)[number];

/** Where a last moment is past, nobody buys more than this. */
export const MOST_HOURS_WHEN_LATE = 2;
const MORNING = { hour: 9, minute: 0, second: 0, millisecond: 0 };

/**
 * Until when the reminders of a case wait after „I am on it“: the hours chosen, or nine in the morning of the next day by the clocks of
 * the place; never beyond half of the time that is left to `earliestDeadline`, and two hours at most once that is past. Nothing has to
 * end it: the reminder it held back is owed at that moment. Throws RangeError for a zone that does not exist.
 */
export function pauseUntil(choice: PauseChoice, now: Instant, timeZone: string, earliestDeadline: Instant | undefined): Instant {
  const asked = askedUntil(choice, now, timeZone);
  if (earliestDeadline === undefined) return asked;
  return earliest(asked, earliestDeadline > now ? halfway(now, earliestDeadline) : addHours(now, MOST_HOURS_WHEN_LATE));
}

function askedUntil(choice: PauseChoice, now: Instant, zone: string): Instant {
  switch (choice) {
    case '2h':
      return addHours(now, 2);
    case '4h':
      return addHours(now, 4);
    case 'tomorrow':
      return nextMorning(now, zone);
  }
}

function nextMorning(now: Instant, zone: string): Instant {
  const here = DateTime.fromISO(now, { zone });
  if (!here.isValid) throw new RangeError('Not a time zone: write a name like Europe/Berlin.');
  return here.plus({ days: 1 }).set(MORNING).toUTC().toISO() as Instant;
}
