// A moment, always as canonical UTC with milliseconds (2026-03-27T16:40:00.000Z), so that text order is time order.
import { DateTime } from 'luxon';

export type Instant = string & { readonly __brand: 'Instant' };

const MS_PER_HOUR = 3_600_000;
const CANONICAL_LENGTH = '2026-03-27T16:40:00.000Z'.length;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const fromMillis = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** Already as we write it; then there is nothing to read. */
function isCanonical(iso: string): iso is Instant {
  const ms = iso.length === CANONICAL_LENGTH && iso.endsWith('Z') ? Date.parse(iso) : Number.NaN;
  return !Number.isNaN(ms) && fromMillis(ms) === iso;
}

/** Reads an ISO time that carries its offset; `undefined` when it has none, or names a moment that does not exist. */
export function parseInstant(iso: string): Instant | undefined {
  if (isCanonical(iso)) return iso;
  if (!WITH_OFFSET.test(iso)) return undefined;
  const read = DateTime.fromISO(iso, { setZone: true });
  return read.isValid ? fromMillis(read.toMillis()) : undefined;
}

/** As `parseInstant`, for times that must be right. Throws RangeError. */
export function instant(iso: string): Instant {
  const read = parseInstant(iso);
  if (read === undefined) {
    throw new RangeError('Not a moment: write date, time and offset, for example 2026-03-27T17:40:00+01:00.');
  }
  return read;
}

/** Elapsed hours, never wall-clock days: 72 hours stay 72 hours when the clocks change. */
export function addHours(from: Instant, hours: number): Instant {
  return fromMillis(Date.parse(from) + hours * MS_PER_HOUR);
}

/** Elapsed hours from `a` to `b`, with fractions; negative when `b` is before `a`. */
export function hoursBetween(a: Instant, b: Instant): number {
  return (Date.parse(b) - Date.parse(a)) / MS_PER_HOUR;
}

export const isBefore = (a: Instant, b: Instant): boolean => a < b;

export function earliest(first: Instant, ...others: readonly Instant[]): Instant {
  return others.reduce((soonest, next) => (next < soonest ? next : soonest), first);
}
