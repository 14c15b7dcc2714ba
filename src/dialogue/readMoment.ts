import { readLocalTime } from '../rules/art33/deadline.ts';
import { parseInstant, type Instant } from '../rules/instant.ts';
import type { Fault } from '../prompt/prompt.ts';

/** A time of the clock on the wall, as somebody typed it; `offset` only where they said which of two is meant. */
type LocalParts = { readonly local: string; readonly offset?: string };

export type MomentRead =
  | { readonly moment: Instant }
  | {
      readonly fault: Extract<Fault, 'timeUnreadable' | 'timeDoesNotExist' | 'timeExistsTwice'>;
      readonly candidates?: readonly Instant[];
    };

type Day = { readonly year: number; readonly month: number; readonly day: number };

const CLOCK =
  '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2}(?:\\.\\d{1,3})?)?(?:\\s*Uhr)?\\s*(?<offset>Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)?';
const ISO = new RegExp(`^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:T|\\s+)${CLOCK}$`, 'iu');
const GERMAN = new RegExp(`^(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>\\d{4})?,?\\s*${CLOCK}$`, 'iu');
const RELATIVE = new RegExp(`^(?:(?<word>heute|gestern|today|yesterday),?\\s+)?(?:um\\s+|at\\s+)?${CLOCK}$`, 'iu');
const YESTERDAY = ['gestern', 'yesterday'];
const NOW = ['', 'jetzt', 'now'];
const MS_PER_DAY = 86_400_000;

/** The calendar day of a moment on the spot. */
export function localDay(moment: Instant, zone: string): Day {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(new Date(moment)).map(({ type, value }) => [type, Number(value)]));
  return { year: part.year ?? NaN, month: part.month ?? NaN, day: part.day ?? NaN };
}

const daysSinceEpoch = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / MS_PER_DAY;

function dayBefore(day: Day): Day {
  const before = new Date(Date.UTC(day.year, day.month - 1, day.day) - MS_PER_DAY);
  return { year: before.getUTCFullYear(), month: before.getUTCMonth() + 1, day: before.getUTCDate() };
}

/** Where no year was said, the one that brings the day nearest to today: „31.12.“ on 2 January was the day before yesterday. */
function nearestYear(month: number, day: number, today: Day): number {
  const distance = (year: number) => Math.abs(daysSinceEpoch({ year, month, day }) - daysSinceEpoch(today));
  return [today.year, today.year - 1, today.year + 1].reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

type Groups = Readonly<Partial<Record<string, string>>>;

function dayOf(groups: Groups, today: Day): Day {
  const { year, month, day, word } = groups;
  if (month !== undefined && day !== undefined) {
    return {
      year: year === undefined ? nearestYear(Number(month), Number(day), today) : Number(year),
      month: Number(month),
      day: Number(day),
    };
  }
  return word !== undefined && YESTERDAY.includes(word.toLowerCase()) ? dayBefore(today) : today;
}

const padded = (value: number, length = 2): string => String(value).padStart(length, '0');

/**
 * What people type for a moment: `2026-11-23T17:40`, `23.11.2026 17:40`, `23.11. 17:40`, `17:40` (today),
 * `gestern 17:40`, each with an offset where the clock shows a time twice. Undefined where it is none of these.
 */
function parseLocal(text: string, zone: string, now: Instant): LocalParts | undefined {
  const typed = text.normalize('NFKC').trim();
  const groups: Groups | undefined = [ISO, GERMAN, RELATIVE]
    .map((form) => form.exec(typed)?.groups)
    .find((found) => found !== undefined);
  if (!groups) return undefined;
  const { year, month, day } = dayOf(groups, localDay(now, zone));
  const { hour = '', minute = '', offset } = groups;
  const local = `${padded(year, 4)}-${padded(month)}-${padded(day)}T${padded(Number(hour))}:${minute}`;
  return offset === undefined ? { local } : { local, offset: offset.toUpperCase() };
}

/**
 * Reads what somebody typed for a moment; empty means now. A time that does not exist on the spot, or exists twice, is
 * asked back and never guessed; the candidates can be named by their offset.
 */
export function readMoment(text: string, zone: string, now: Instant): MomentRead {
  if (NOW.includes(text.trim().toLowerCase())) return { moment: now };
  const parts = parseLocal(text, zone, now);
  if (!parts) return { fault: 'timeUnreadable' };
  if (parts.offset !== undefined) {
    const moment = parseInstant(parts.local + parts.offset);
    return moment === undefined ? { fault: 'timeUnreadable' } : { moment };
  }
  return onTheSpot(parts.local, zone);
}

function onTheSpot(local: string, zone: string): MomentRead {
  const read = readLocalTime(local, zone);
  if ('instant' in read) return { moment: read.instant };
  switch (read.problem) {
    case 'unreadable':
      return { fault: 'timeUnreadable' };
    case 'does-not-exist':
      return { fault: 'timeDoesNotExist', candidates: read.candidates };
    case 'exists-twice':
      return { fault: 'timeExistsTwice', candidates: read.candidates };
  }
}
