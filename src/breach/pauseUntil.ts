import { DateTime } from 'luxon';
import { addHours, earliest, type Instant, instant } from '../rules/instant.ts';
import { halfway } from './times.ts';

/** How long „I am on it“ may last, as the buttons offer it. */
export const PAUSE_CHOICES = ['2h', '4h', 'tomorrow'] as const;
export type PauseChoice = (typeof PAUSE_CHOICES)[number];

/** „Until tomorrow“ ends then, on the spot. */
const MORNING_HOUR = 9;
/** „I am on it“ buys at most this many hours where a last moment is past. */
const MOST_HOURS_WHEN_LATE = 2;

/**
 * Until when „I am on it“ silences the reminders: as chosen, but never beyond half of the time that is left, so that somebody still
 * hears of it in time; and at most two hours once the deadline is past.
 */
export const pauseUntil = (choice: PauseChoice, now: Instant, timeZone: string, earliestDeadline: Instant | undefined): Instant =>
  withinHalf(wantedUntil(choice, now, timeZone), now, earliestDeadline);

/** What was asked for, before the time that is left is looked at. */
export function wantedUntil(choice: PauseChoice, now: Instant, timeZone: string): Instant {
  switch (choice) {
    case '2h':
      return addHours(now, 2);
    case '4h':
      return addHours(now, 4);
    case 'tomorrow':
      return tomorrowMorning(now, timeZone);
  }
}

/** Of a wanted end as much as may be had. */
export function withinHalf(wanted: Instant, now: Instant, earliestDeadline: Instant | undefined): Instant {
  if (earliestDeadline === undefined) return wanted;
  return earliest(wanted, earliestDeadline > now ? halfway(now, earliestDeadline) : addHours(now, MOST_HOURS_WHEN_LATE));
}

function tomorrowMorning(now: Instant, timeZone: string): Instant {
  const morning = DateTime.fromISO(now, { zone: timeZone })
    .plus({ days: 1 })
    .set({ hour: MORNING_HOUR, minute: 0, second: 0, millisecond: 0 });
  return instant(morning.toUTC().toISO() ?? now);
}
