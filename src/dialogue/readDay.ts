import { DateTime } from 'luxon';
import type { Instant } from '../rules/instant.ts';

const GERMAN = /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})$/;
const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;

/** The first moment of a day on the spot, and of the day after it; undefined where there is no such day. */
export function readDay(text: string, zone: string): { readonly from: Instant; readonly until: Instant } | undefined {
  const typed = text.normalize('NFKC').trim();
  const groups = (GERMAN.exec(typed) ?? ISO.exec(typed))?.groups;
  if (!groups) return undefined;
  const { year, month, day } = groups;
  const start = DateTime.fromObject({ year: Number(year), month: Number(month), day: Number(day) }, { zone });
  if (!start.isValid) return undefined;
  const asInstant = (moment: DateTime): Instant => moment.toUTC().toISO() as Instant;
  return { from: asInstant(start), until: asInstant(start.plus({ days: 1 }).startOf('day')) };
}
