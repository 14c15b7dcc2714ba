import type { Fault } from '../prompt/prompt.ts';
import { addHours, type Instant } from '../rules/instant.ts';
import { readDay } from './readDay.ts';
import { localDay, type MomentRead, readMoment } from './readMoment.ts';

/** The end of an absence: a moment, or what is wrong with it. */
export type UntilRead = MomentRead | { readonly fault: Extract<Fault, 'untilUnreadable' | 'untilPast' | 'untilTooFar'> };

/** A day alone means its morning: whoever is back on Monday is there then. */
const MORNING = '09:00';
const LONGEST_DAYS = 366;
const MS_PER_DAY = 86_400_000;

const WEEKDAYS: readonly (readonly string[])[] = [
  ['sonntag', 'so', 'sunday', 'sun'],
  ['montag', 'mo', 'monday', 'mon'],
  ['dienstag', 'di', 'tuesday', 'tue'],
  ['mittwoch', 'mi', 'wednesday', 'wed'],
  ['donnerstag', 'do', 'thursday', 'thu'],
  ['freitag', 'fr', 'friday', 'fri'],
  ['samstag', 'sonnabend', 'sa', 'saturday', 'sat'],
];
const TODAY = ['heute', 'today'];
const TOMORROW = ['morgen', 'tomorrow'];

const WITH_TIME =
  /^(?<day>.*?),?\s*(?:(?:um|at)\s+)?(?<hour>\d{1,2})(?::(?<minute>\d{2}))?(?<clock>\s*(?:Uhr|h))?(?<offset>\s*[+-]\d{2}:\d{2})?$/iu;

/** „Montag“, „morgen 9 Uhr“, „30.11.“, „2026-11-30 08:00“: the next such moment on the spot. */
export function readUntil(text: string, zone: string, now: Instant): UntilRead {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[.!]$/u, (end) => (/\d\.$/u.test(text.trim()) ? end : ''));
  const read = momentOf(typed, zone, now);
  if ('fault' in read) return read;
  if (read.moment <= now) return { fault: 'untilPast' };
  return read.moment > addHours(now, LONGEST_DAYS * 24) ? { fault: 'untilTooFar' } : read;
}

function momentOf(typed: string, zone: string, now: Instant): UntilRead {
  const alone = dayOf(typed, zone, now);
  if (alone !== undefined) return readMoment(`${alone}T${MORNING}`, zone, now);
  const { day = '', hour, minute, clock, offset = '' } = WITH_TIME.exec(typed)?.groups ?? {};
  // „30“ alone is no time of day.
  if (hour === undefined || (minute === undefined && clock === undefined)) return { fault: 'untilUnreadable' };
  const date = day === '' ? dayOf('heute', zone, now) : dayOf(day, zone, now);
  if (date === undefined) return { fault: 'untilUnreadable' };
  const read = readMoment(`${date}T${hour.padStart(2, '0')}:${minute ?? '00'}${offset.trim()}`, zone, now);
  return 'fault' in read && read.fault === 'timeUnreadable' ? { fault: 'untilUnreadable' } : read;
}

/** A day as `2026-11-30`, by its name or its date. */
function dayOf(text: string, zone: string, now: Instant): string | undefined {
  const word = text.toLowerCase().replace(/\.$/u, '').trim();
  const { year, month, day } = localDay(now, zone);
  const today = Date.UTC(year, month - 1, day);
  if (TODAY.includes(word)) return isoDay(today);
  if (TOMORROW.includes(word)) return isoDay(today + MS_PER_DAY);
  const weekday = WEEKDAYS.findIndex((names) => names.includes(word));
  // On a Monday, „until Monday“ is the next one.
  if (weekday >= 0) return isoDay(today + ((weekday - new Date(today).getUTCDay() + 6) % 7) * MS_PER_DAY + MS_PER_DAY);
  return dateOf(text.trim(), zone, today);
}

const SHORT = /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.?$/u;

/** Without a year the next such day. */
function dateOf(text: string, zone: string, today: number): string | undefined {
  const { day, month } = SHORT.exec(text)?.groups ?? {};
  if (day === undefined || month === undefined) return dated(text, zone);
  const years = [new Date(today).getUTCFullYear(), new Date(today).getUTCFullYear() + 1];
  return years
    .map((year) => dated(`${day}.${month}.${year}`, zone))
    .find((found) => found !== undefined && Date.parse(found) >= today);
}

function dated(text: string, zone: string): string | undefined {
  const read = readDay(text, zone);
  if (read === undefined) return undefined;
  const { year, month, day } = localDay(read.from, zone);
  return isoDay(Date.UTC(year, month - 1, day));
}

const isoDay = (utc: number): string => new Date(utc).toISOString().slice(0, 10);
