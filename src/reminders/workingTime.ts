import { DateTime } from 'luxon';
import { WEEKDAYS, type WorkingTime } from '../organisation.ts';
import { publicHolidays } from './holidays.ts';

/** What lies between two working times, by what it is called. `daysOff`: at least one of its whole days is none of a usual weekend. */
export type FreeTimeKind = 'night' | 'weekend' | 'dayOff' | 'daysOff';

/** Half open, in milliseconds: work ends at `from` and begins again at `until`. */
export type FreeTime = { readonly from: number; readonly until: number; readonly kind: FreeTimeKind };
type Window = { readonly from: number; readonly until: number };

/** Where an organisation does not work for so many days in a row, it counts as having no working time at all. */
const LOOK_AT_MOST_DAYS = 60;

/** When an organisation works, in milliseconds. Pure, and quick after the first look at a day. */
export type WorkCalendar = {
  /** The free time around a moment; undefined while somebody works, or where nobody ever does. */
  readonly freeTimeAt: (moment: number) => FreeTime | undefined;
  /** The working time around a moment. */
  readonly workAt: (moment: number) => Window | undefined;
};

const calendars = new WeakMap<WorkingTime, Map<string, WorkCalendar>>();

/** The calendar of a working time in a zone; the same object for the same configuration, so that its days are reckoned once. */
export function workCalendar(working: WorkingTime, zone: string): WorkCalendar {
  const zones = calendars.get(working) ?? new Map<string, WorkCalendar>();
  calendars.set(working, zones);
  const calendar = zones.get(zone) ?? newCalendar(working, zone);
  zones.set(zone, calendar);
  return calendar;
}

function newCalendar(working: WorkingTime, zone: string): WorkCalendar {
  const windows = new Map<string, Window | undefined>();
  const windowOn = (day: string): Window | undefined => {
    if (!windows.has(day)) windows.set(day, isFree(working, day) ? undefined : windowOf(working, day, zone));
    return windows.get(day);
  };
  const spanAt = remembering((moment) =>
    spanAround(moment, DateTime.fromMillis(moment, { zone }).toISODate() ?? '', working, windowOn),
  );
  return {
    freeTimeAt: (moment) => {
      const span = spanAt(moment);
      return span?.kind === 'work' ? undefined : span;
    },
    workAt: (moment) => {
      const span = spanAt(moment);
      return span?.kind === 'work' ? span : undefined;
    },
  };
}

type Span = (Window & { readonly kind: 'work' }) | FreeTime;

function spanAround(
  moment: number,
  day: string,
  working: WorkingTime,
  windowOn: (day: string) => Window | undefined,
): Span | undefined {
  const today = windowOn(day);
  if (today !== undefined && today.from <= moment && moment < today.until) return { ...today, kind: 'work' };
  const isOver = today !== undefined && moment >= today.until;
  const last = lookFrom(isOver ? day : dayAfter(day, -1), -1, windowOn);
  const next = lookFrom(today !== undefined && !isOver ? day : dayAfter(day, 1), 1, windowOn);
  if (last === undefined || next === undefined) return undefined;
  return { from: last.window.until, until: next.window.from, kind: kindOf(working, last.day, next.day) };
}

const REMEMBERED_SPANS = 24;

/** The spans of one case lie close together and are asked for again and again; what was found is found again without a calendar. */
function remembering(find: (moment: number) => Span | undefined): (moment: number) => Span | undefined {
  const found: Span[] = [];
  return (moment) => {
    const known = found.find(({ from, until }) => from <= moment && moment < until);
    if (known !== undefined) return known;
    const span = find(moment);
    if (span !== undefined) found.unshift(span);
    if (found.length > REMEMBERED_SPANS) found.pop();
    return span;
  };
}

/** The first day with working time from this one on, forwards or backwards. */
function lookFrom(
  first: string,
  direction: 1 | -1,
  windowOn: (day: string) => Window | undefined,
): { readonly day: string; readonly window: Window } | undefined {
  for (let count = 0; count < LOOK_AT_MOST_DAYS; count += 1) {
    const day = dayAfter(first, count * direction);
    const window = windowOn(day);
    if (window !== undefined) return { day, window };
  }
  return undefined;
}

const MS_PER_DAY = 86_400_000;
const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10);

const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

function hoursOn({ hours }: WorkingTime, day: string): { readonly from: string; readonly to: string } | undefined {
  const name = WEEKDAYS[weekdayOf(day)];
  return name === undefined ? undefined : hours[name];
}

/** A holiday or closed, whatever weekday it is. */
function isFree({ holidaysOf, holidays, closed }: WorkingTime, day: string): boolean {
  return (
    holidays.some((free) => free === day || free === day.slice(5)) ||
    closed.some(({ from, to }) => from <= day && day <= to) ||
    publicHolidays(holidaysOf, Number(day.slice(0, 4))).has(day)
  );
}

function windowOf(working: WorkingTime, day: string, zone: string): Window | undefined {
  const hours = hoursOn(working, day);
  if (hours === undefined) return undefined;
  return { from: momentOn(day, hours.from, zone), until: momentOn(day, hours.to, zone) };
}

/** A time of day on the spot; one that the change of the clocks leaves out is taken an hour later. */
const momentOn = (day: string, time: string, zone: string): number =>
  DateTime.fromISO(time === '24:00' ? `${dayAfter(day, 1)}T00:00` : `${day}T${time}`, { zone }).toMillis();

function kindOf(working: WorkingTime, lastDay: string, nextDay: string): FreeTimeKind {
  const count = Math.round((Date.parse(nextDay) - Date.parse(lastDay)) / MS_PER_DAY) - 1;
  const between = Array.from({ length: Math.max(0, count) }, (_, place) => dayAfter(lastDay, place + 1));
  if (between.length === 0) return 'night';
  if (between.every((day) => hoursOn(working, day) === undefined)) return 'weekend';
  return between.length === 1 ? 'dayOff' : 'daysOff';
}
