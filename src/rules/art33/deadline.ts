// Art. 33(1) GDPR: without undue delay and, where feasible, not later than 72 hours after having become aware.
// The bot plans by the strict reading: 72 elapsed hours, weekends, holidays and clock changes included. It is the earliest of all
// readings, so it is safe under each. The reading of Reg. 1182/71 Art. 3 is shown beside it, never relied on (open question Q-12).
import { DateTime, IANAZone } from 'luxon';
import type { DutyKind } from '../assessment.ts';
import { addHours, parseInstant, type Instant } from '../instant.ts';

const NOTICE_HOURS = 72;
const MS_PER_MINUTE = 60_000;

/** 72 elapsed hours from awareness, to the millisecond. */
export function strictDeadline(awareAt: Instant): Instant {
  return addHours(awareAt, NOTICE_HOURS);
}

/**
 * Reg. (EEC, Euratom) 1182/71 Art. 3(1) and (2)(a): the hour of the event is not counted and the last hour counts in full. The hours are
 * those on the clocks of `zone`, 72 unless another law names others. Never more than an hour later than the strict deadline. Throws RangeError for an unknown zone.
 */
export function hourReading(awareAt: Instant, zone: string, hours = NOTICE_HOURS): Instant {
  const there = DateTime.fromISO(awareAt, { zone });
  if (!there.isValid) throw new RangeError('Not a time zone: write a name like Europe/Berlin.');
  const intoTheHour = there.minute / 60 + there.second / 3_600 + there.millisecond / 3_600_000;
  return addHours(awareAt, hours + 1 - intoTheHour);
}

/**
 * Only the notice to the authority has a time limit in hours; the other duties are owed without undue delay. `hours` are those of the
 * law it is owed under: 72 by the GDPR, `none` where that law names none.
 */
export const deadlineOf = (duty: DutyKind, startsAt: Instant, hours: number | 'none' = NOTICE_HOURS): Instant | undefined =>
  duty === 'art33-1' && hours !== 'none' ? addHours(startsAt, hours) : undefined;

export type LocalTime =
  | { readonly instant: Instant }
  | { readonly problem: 'does-not-exist' | 'exists-twice' | 'unreadable'; readonly candidates: readonly Instant[] };

const UNREADABLE: LocalTime = { problem: 'unreadable', candidates: [] };
const ISO_LOCAL = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:T|\s+)(?<hour>\d{1,2}):(?<minute>\d{2})$/;
const GERMAN_LOCAL =
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}),?\s+(?:um\s+)?(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:\s*Uhr)?$/;

/** The wall-clock time as if it were UTC, in milliseconds; undefined when there is no such day or hour in any zone. */
function wallMillis(text: string): number | undefined {
  const parts = (ISO_LOCAL.exec(text) ?? GERMAN_LOCAL.exec(text))?.groups;
  if (parts === undefined) return undefined;
  const field = (name: string) => Number(parts[name]);
  const wall = DateTime.fromObject(
    { year: field('year'), month: field('month'), day: field('day'), hour: field('hour'), minute: field('minute') },
    { zone: 'utc' },
  );
  return wall.isValid && field('hour') < 24 ? wall.toMillis() : undefined;
}

/**
 * Reads what a person wrote (`27.03.2026 17:00`, `2026-03-27 17:00`, or ISO with an offset) on the clocks of `zone`. A time that the
 * clock change skipped or repeated is never guessed: it comes back with the moments that can be meant, earliest first.
 */
export function readLocalTime(text: string, zone: string): LocalTime {
  const exact = parseInstant(text.trim());
  if (exact !== undefined) return { instant: exact };
  const wall = wallMillis(text.trim());
  const there = IANAZone.create(zone);
  if (wall === undefined || !there.isValid) return UNREADABLE;
  const day = 24 * 60 * MS_PER_MINUTE;
  const offsets = [...new Set([there.offset(wall - day), there.offset(wall + day)])];
  const possible = offsets.map((offset) => wall - offset * MS_PER_MINUTE).toSorted((a, b) => a - b);
  const real = possible.filter((ms) => ms + there.offset(ms) * MS_PER_MINUTE === wall);
  const [only] = real;
  if (real.length === 1 && only !== undefined) return { instant: toInstant(only) };
  return { problem: real.length === 0 ? 'does-not-exist' : 'exists-twice', candidates: possible.map(toInstant) };
}

const toInstant = (ms: number): Instant => DateTime.fromMillis(ms, { zone: 'utc' }).toISO() as Instant;
