import Holidays from 'date-holidays';
import type { WorkingTime } from '../organisation.ts';

type Place = WorkingTime['holidaysOf'];

const known = new Map<string, ReadonlySet<string>>();

/**
 * The public holidays of a place as days like `2026-12-25`; none where the place is not known. Computed from rules and the year alone,
 * and kept, because a year takes some milliseconds.
 */
export function publicHolidays(place: Place, year: number): ReadonlySet<string> {
  const key = `${placeName(place)}/${year}`;
  const found = known.get(key) ?? computed(place, year);
  known.set(key, found);
  return found;
}

const computed = (place: Place, year: number): ReadonlySet<string> =>
  new Set(calendarOf(place).getHolidays(year, 'de').flatMap(daysOf));

function calendarOf({ country, state = '', region = '' }: Place): Holidays {
  return new Holidays(country, state, region, { types: ['public'] });
}

const MS_PER_DAY = 86_400_000;
/** A holiday may last several days, and begin in the evening before: the day it is named after counts, and those that follow it whole. */
function daysOf({ date, start, end }: { readonly date: string; readonly start: Date; readonly end: Date }): readonly string[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / MS_PER_DAY));
  return Array.from({ length }, (_, place) => new Date(first + place * MS_PER_DAY).toISOString().slice(0, 10));
}

/** `DE-BY-KATH`. */
export const placeName = ({ country, state, region }: Place): string =>
  [country, state, region].filter((part) => part !== undefined).join('-');

/** Reads `DE`, `DE-NW`, `CH-ZH` or `DE-BY-KATH`; undefined where the holidays of such a place are not known. */
export function placeOf(name: string): Place | undefined {
  const [country = '', state, ...further] = name.split('-');
  const region = further.length === 0 ? undefined : further.join('-');
  const calendar = new Holidays();
  if (!Object.hasOwn(calendar.getCountries(), country)) return undefined;
  if (state !== undefined && !isKnownIn(calendar.getStates(country), state)) return undefined;
  if (region !== undefined && !isKnownIn(calendar.getRegions(country, state ?? ''), region)) return undefined;
  return { country, ...(state !== undefined && { state }), ...(region !== undefined && { region }) };
}

/** The package answers with nothing where a country has no such parts, whatever its types say. */
const isKnownIn = (parts: Readonly<Record<string, string>> | undefined, part: string): boolean =>
  Object.hasOwn(parts ?? {}, part);
