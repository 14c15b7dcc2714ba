// Two ways of counting that elapsed hours do not know: months, and the working days of DORA. Both need the clocks of a place.
import { DateTime } from 'luxon';
import type { Instant } from '../instant.ts';

const NOON = { hour: 12, minute: 0, second: 0, millisecond: 0 };
const SATURDAY = 6;

const there = (moment: Instant, zone: string): DateTime<true> => {
  const read = DateTime.fromISO(moment, { zone });
  if (!read.isValid) throw new RangeError('Not a time zone: write a name like Europe/Berlin.');
  return read;
};

const asInstant = (moment: DateTime): Instant => moment.toUTC().toISO() as Instant;

/**
 * The same hour on the day of the same number, or on the last day of a month that has no such day (31 January: 28 February). Reg.
 * 1182/71 would give the rest of that day as well; the same hour is the earlier reading.
 */
export const addMonths = (from: Instant, months: number, zone: string): Instant => asInstant(there(from, zone).plus({ months }));

/** Easter Sunday of the Gregorian calendar, by the rule of Gauss as Meeus gives it. */
function easter(year: number): DateTime {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return DateTime.fromObject({ year, month: Math.floor(f / 31), day: (f % 31) + 1 }, { zone: 'utc' });
}

const GERMAN_FIXED = ['01-01', '05-01', '10-03', '12-25', '12-26'];
/** Good Friday, Easter Monday, Ascension, Whit Monday: days from Easter Sunday. */
const GERMAN_MOVING = [-2, 1, 39, 50];

/**
 * Public holidays of the whole state. One of a single Land, or of a state not listed here, is not counted: then the last moment does
 * not move, and the report comes earlier than it had to.
 */
function isHoliday(day: DateTime, country: string): boolean {
  if (country !== 'DE') return false;
  const moving = GERMAN_MOVING.map((days) => easter(day.year).plus({ days }).toFormat('MM-dd'));
  return [...GERMAN_FIXED, ...moving].includes(day.toFormat('MM-dd'));
}

const isWorkingDay = (day: DateTime, country: string): boolean => day.weekday < SATURDAY && !isHoliday(day, country);

/** Art. 5(4) Del. Reg. 2025/301: what would be due on a weekend or holiday is due by noon of the next working day. */
export function noonOfNextWorkingDay(dueBy: Instant, zone: string, country: string): Instant {
  const last = there(dueBy, zone);
  if (isWorkingDay(last, country)) return dueBy;
  let day: DateTime = last;
  while (!isWorkingDay(day, country)) day = day.plus({ days: 1 });
  return asInstant(day.set(NOON));
}
