import { readLocalTime } from '../rules/art33/deadline.ts';
import type { Instant } from '../rules/instant.ts';

const GERMAN = /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})$/;
const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** The first moment of a day on the spot, and of the day after it; undefined where there is no such day. `day`: as `2026-03-27`. */
export function readDay(
  text: string,
  zone: string,
): { readonly day: string; readonly from: Instant; readonly until: Instant } | undefined {
  const typed = text.normalize('NFKC').trim();
  const groups = (GERMAN.exec(typed) ?? ISO.exec(typed))?.groups;
  if (!groups) return undefined;
  const [year, month, day] = [Number(groups['year']), Number(groups['month']), Number(groups['day'])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const from = midnight(date, zone);
  const until = midnight(new Date(date.getTime() + MS_PER_DAY), zone);
  return from === undefined || until === undefined ? undefined : { day: date.toISOString().slice(0, 10), from, until };
}

/** Where the clocks skip midnight, or show it twice, the first moment of the day. */
function midnight(day: Date, zone: string): Instant | undefined {
  const read = readLocalTime(`${day.toISOString().slice(0, 10)}T00:00`, zone);
  if ('instant' in read) return read.instant;
  return read.problem === 'unreadable' ? undefined : read.candidates[0];
}
