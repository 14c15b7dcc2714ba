import { DateTime } from 'luxon';
import type { Organisation } from '../organisation.ts';
import { instant, type Instant } from '../rules/instant.ts';

/** When the digest of this local day is told; undefined where nobody works on it. */
export type Mornings = (day: DateTime<true>) => Instant | undefined;

/** Half past eight on Monday to Friday: for an organisation that says nothing of its working time. */
export const weekdayMornings: Mornings = (day) => {
  if (day.weekday > FRIDAY) return undefined;
  return instant(day.set({ hour: 8, minute: 30, second: 0, millisecond: 0 }).toUTC().toISO());
};
const FRIDAY = 5;

/** The longest row of days on which nobody works that is looked beyond. */
const DAYS_AHEAD = 31;

/** A digest has a day, and a moment from which it is told. */
export type DigestDay = { readonly day: string; readonly at: Instant };

/** The digest of the present local day, once its moment has come. What was missed on an earlier day is not made up for: today's says it. */
export function digestOfToday(
  now: Instant,
  { timeZone }: Pick<Organisation, 'timeZone'>,
  mornings: Mornings = weekdayMornings,
): DigestDay | undefined {
  const today = startOfDay(now, timeZone);
  const at = mornings(today);
  return at === undefined || at > now ? undefined : { day: today.toISODate(), at };
}

/** The next moment at which a digest is told. */
export function nextDigest(
  now: Instant,
  { timeZone }: Pick<Organisation, 'timeZone'>,
  mornings: Mornings = weekdayMornings,
): Instant | undefined {
  const today = startOfDay(now, timeZone);
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
