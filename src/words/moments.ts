// Moments as people read them. Only what both languages share: the parts of a local time, offsets, spans.
import { addHours, type Instant } from '../rules/instant.ts';

export type LocalParts = {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  /** 0 is Sunday. */
  readonly weekday: number;
};

type Style = 'clock' | 'shortOffset' | 'longOffset';

const CLOCK = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const satisfies Intl.DateTimeFormatOptions;

/** Making a formatter costs more than using it a hundred times; the same zone and style give the same one for good. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, style: Style): Intl.DateTimeFormat {
  const known = formatters.get(`${style} ${zone}`);
  if (known !== undefined) return known;
  const options = style === 'clock' ? CLOCK : ({ timeZoneName: style } as const);
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  formatters.set(`${style} ${zone}`, made);
  return made;
}

const partsOf = (moment: Instant, zone: string, style: Style): Partial<Record<string, string>> =>
  Object.fromEntries(
    formatter(zone, style)
      .formatToParts(new Date(moment))
      .map(({ type, value }) => [type, value]),
  );

/** The parts of a moment as the clocks in `zone` show it, two digits each. */
export function localParts(moment: Instant, zone: string): LocalParts {
  const { year = '', month = '', day = '', hour = '', minute = '' } = partsOf(moment, zone, 'clock');
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay();
  return { year, month, day, hour, minute, weekday };
}

/** The distance to UTC in `zone` at that moment: `UTC+1`, `UTC+5:30`, `UTC`. */
export const offsetText = (moment: Instant, zone: string): string =>
  (partsOf(moment, zone, 'shortOffset').timeZoneName ?? '').replace(/^(?:GMT|UTC)(?:\+0)?/, 'UTC');

/** The distance to UTC as a form takes it: `+01:00`. */
export function longOffset(moment: Instant, zone: string): string {
  const name = partsOf(moment, zone, 'longOffset').timeZoneName ?? 'GMT';
  return name === 'GMT' ? '+00:00' : name.replace('GMT', '');
}

/** What people there call the time of that moment (`MESZ`, `CEST`); nothing where it has no name but its distance to UTC. */
export function zoneName(moment: Instant, zone: string, locale: 'de-DE' | 'en-GB'): string {
  const parts = zoneNames(zone, locale).formatToParts(new Date(moment));
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return /^(?:GMT|UTC)/.test(name) ? '' : name;
}

function zoneNames(zone: string, locale: 'de-DE' | 'en-GB'): Intl.DateTimeFormat {
  const known = formatters.get(`${locale} ${zone}`);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
  formatters.set(`${locale} ${zone}`, made);
  return made;
}

/** Around a moment at which the clocks are set, the same time of the clock may come twice. */
const AROUND_HOURS = 3;
/** Whether a moment needs its distance to UTC: the clocks are set between here and there, or about then. */
export const needsOffset = (from: Instant, moment: Instant, zone: string): boolean =>
  clockChangesBetween(from, moment, zone) ||
  clockChangesBetween(addHours(moment, -AROUND_HOURS), addHours(moment, AROUND_HOURS), zone);

/** True where the clocks are set forward or back between the two moments. */
export const clockChangesBetween = (one: Instant, other: Instant, zone: string): boolean =>
  offsetText(one, zone) !== offsetText(other, zone);

/** A span in whole days, hours and minutes, cut off and never rounded up: nobody is promised a minute that is not there. */
export type Span = { readonly days: number; readonly hours: number; readonly minutes: number };

export function spanOf(hours: number): Span {
  const minutes = Math.floor(Math.abs(hours) * 60 + 1e-6);
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

const LOCAL_ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/** The parts of a local time as forms carry it (`2026-11-23T17:40`); nothing for anything else a person typed. */
export function readLocalIso(value: string): Omit<LocalParts, 'weekday'> | undefined {
  const [, year, month, day, hour, minute] = LOCAL_ISO.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined)
    return undefined;
  return { year, month, day, hour, minute };
}
