import { DateTime } from 'luxon';
import { type Organisation, WEEKDAYS } from '../../../src/organisation.ts';
import { HOLIDAYS } from './wordsOfThePromise.ts';

/** The working hours of a house day by day, reckoned simply and beside the product. All in milliseconds. */
export type Workday = { readonly day: string; readonly from: number; readonly until: number };
export type FreeSpan = { readonly from: number; readonly until: number };

/** Nothing where the house names no working time. */
export function workdaysOf({ workingTime, timeZone }: Organisation, from: number, until: number): readonly Workday[] | undefined {
  if (workingTime === undefined) return undefined;
  const { hours, holidays, closed, holidaysOf } = workingTime;
  const found: Workday[] = [];
  const first = DateTime.fromMillis(from, { zone: timeZone }).startOf('day').minus({ days: 15 });
  for (let noon = first.set({ hour: 12 }); noon.toMillis() < until + 40 * 86_400_000; noon = noon.plus({ days: 1 })) {
    const day = noon.toFormat('yyyy-MM-dd');
    const open = hours[WEEKDAYS[noon.weekday - 1] ?? 'sun'];
    const isHoliday = HOLIDAYS[holidaysOf.state ?? '']?.includes(day) ?? false;
    const isClosed = closed.some((span) => span.from <= day && day <= span.to);
    if (open === undefined || isHoliday || isClosed || holidays.includes(day.slice(5))) continue;
    const at = (time: string): number => DateTime.fromISO(`${day}T${time}`, { zone: timeZone }).toMillis();
    found.push({ day, from: at(open.from), until: at(open.to) });
  }
  return found;
}

/** The spans between two working days. */
export const freeSpans = (workdays: readonly Workday[]): readonly FreeSpan[] =>
  workdays.slice(1).map(({ from }, place) => ({ from: workdays[place]?.until ?? from, until: from }));
