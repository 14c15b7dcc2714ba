import { DateTime } from 'luxon';
import type { Organisation } from '../organisation.ts';
import { instant, type Instant } from '../rules/instant.ts';
import { workCalendar } from './workingTime.ts';

/** When the digest of this local day is told; undefined where nobody works on it. */
export type Mornings = (day: DateTime<true>) => Instant | undefined;

/** Half past eight on Monday to Friday: for an organisation that says nothing of its working time. */
const weekdayMornings: Mornings = (day) => (day.weekday > FRIDAY ? undefined : halfPastEight(day));
const FRIDAY = 5;
const halfPastEight = (day: DateTime<true>): Instant =>
  instant(day.set({ hour: 8, minute: 30, second: 0, millisecond: 0 }).toUTC().toISO());

/** When work begins on that day; nothing on a free one. */
function morningsOf({ workingTime, timeZone }: Place): Mornings {
  if (workingTime === undefined) return weekdayMornings;
  const calendar = workCalendar(workingTime, timeZone);
  return (day) => {
    const midnight = day.toMillis();
    // Where somebody works through midnight, work begins at no moment of the day.
    if (calendar.workAt(midnight) !== undefined) return halfPastEight(day);
    const free = calendar.freeTimeAt(midnight);
    if (free === undefined) return weekdayMornings(day);
    const isToday = free.until < day.plus({ days: 1 }).toMillis();
    return isToday ? instant(new Date(free.until).toISOString()) : undefined;
  };
}

type Place = Pick<Organisation, 'timeZone' | 'workingTime'>;

/** The longest row of days on which nobody works that is looked beyond. */
const DAYS_AHEAD = 31;

/** A digest has a day, and a moment from which it is told. */
export type DigestDay = { readonly day: string; readonly at: Instant };

/** The digest of the present local day, once its moment has come. What was missed on an earlier day is not made up for: today's says it. */
export function digestOfToday(now: Instant, place: Place, mornings: Mornings = morningsOf(place)): DigestDay | undefined {
  const today = startOfDay(now, place.timeZone);
  const at = mornings(today);
  return at === undefined || at > now ? undefined : { day: today.toISODate(), at };
}

/** The next moment at which a digest is told. */
export function nextDigest(now: Instant, place: Place, mornings: Mornings = morningsOf(place)): Instant | undefined {
  const today = startOfDay(now, place.timeZone);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const at = mornings(today.plus({ days: ahead }));
    if (at !== undefined && at > now) return at;
  }
  return undefined;
}

function startOfDay(now: Instant, zone: string): DateTime<true> {
  const day = DateTime.fromISO(now, { zone }).startOf('day');
  if (!day.isValid) throw new RangeError('A moment or a time zone is none.');
  return day;
}
