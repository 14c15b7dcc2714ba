import { earliest, hoursBetween, instant, type Instant } from '../rules/instant.ts';
import { FIRST_DAY } from '../rules/rulesets.ts';
import type { CaseRecord, NamedTime } from './breachCase.ts';
import type { BreachEventOf, TimeKind } from './events.ts';

/** Hours from the earliest named moment to awareness beyond which the person is warned (never refused). */
const WIDE_GAP_HOURS = 24;

/** Named moments that start the precautionary clock. When it happened does not: nobody knew then. */
const STARTS_THE_CLOCK: readonly TimeKind[] = [
  'noticed',
  'signIgnored',
  'investigationBegan',
  'certain',
  'reported',
  'toldByProcessor',
];

/** Nobody can have become aware of a breach under a law that was not there yet: such a date is a slip of the pen. */
export const isBeforeTheLaw = (moment: Instant): boolean => moment < FIRST_DAY;

/** Whether naming this kind of time can start the clock. */
export const startsTheClock = (time: TimeKind): boolean => STARTS_THE_CLOCK.includes(time);

/** The moment somebody was told: by the person, at once; on behalf, when the informant spoke. */
export const reportedAt = ({ source, at }: Pick<BreachEventOf<'BreachReported'>, 'source' | 'at'>): Instant =>
  source.by === 'self' ? at : source.toldAt;

/** From where the precautionary clock runs at first; at the latest from the report itself. */
export const earliestAtReport = (event: BreachEventOf<'BreachReported'>): Instant =>
  earliest(event.at, event.noticedAt, reportedAt(event));

/** The precautionary clock only ever moves earlier, whatever is corrected. */
export const earliestWith = (record: CaseRecord, time: TimeKind, moment: Instant): Instant =>
  STARTS_THE_CLOCK.includes(time) ? earliest(record.earliestNamed, moment) : record.earliestNamed;

/** What was named last for this kind of time; earlier sayings stay in `times`. */
export const lastNamed = (record: CaseRecord, time: TimeKind): NamedTime | undefined =>
  record.times.findLast((named) => named.time === time);

/** Forms take minutes, so within one minute nothing is before anything else. */
const minuteOf = (moment: Instant): string => moment.slice(0, 16);

/** When it happened, where that was named and lies after this moment: nobody knows of a breach before it happened. */
export function occurredAfter(record: CaseRecord, moment: Instant): Instant | undefined {
  const occurred = lastNamed(record, 'occurred')?.moment;
  return occurred !== undefined && minuteOf(moment) < minuteOf(occurred) ? occurred : undefined;
}

/** The first moment, as last named, at which somebody knew of it; awareness included. */
export function firstNamedOf(record: CaseRecord): Instant | undefined {
  const named = STARTS_THE_CLOCK.flatMap((time) => lastNamed(record, time)?.moment ?? []);
  return [...named, ...Object.values(record.awareness).map(({ moment }) => moment)].toSorted()[0];
}

/** The first moment, as last named, at which somebody knew of it, awareness included, where it lies before this one. */
export function knownBefore(record: CaseRecord, moment: Instant): Instant | undefined {
  const first = firstNamedOf(record);
  return first !== undefined && minuteOf(first) < minuteOf(moment) ? first : undefined;
}

/** From when the clock of a controller runs: awareness once it counts, until then the earliest named moment. */
export const clockStart = (record: CaseRecord, controller: string): Instant =>
  record.awareness[controller]?.moment ?? record.earliestNamed;

/** The first moment at which anybody can have sent a notice: nobody tells what nobody knows and what did not happen yet. */
export function firstKnown(record: CaseRecord): Instant {
  const awareness = Object.values(record.awareness).map(({ moment }) => moment);
  const known = earliest(record.earliestNamed, ...awareness);
  const occurred = lastNamed(record, 'occurred')?.moment;
  return occurred !== undefined && occurred > known ? occurred : known;
}

/** True where awareness would be set so late after the first word that it must be warned about. */
export const isWideGap = (record: CaseRecord, awareness: Instant): boolean =>
  hoursBetween(record.earliestNamed, awareness) > WIDE_GAP_HOURS;

/** The moment half-way between two others, rounded down to the millisecond. */
export const halfway = (from: Instant, to: Instant): Instant =>
  instant(new Date(Math.floor((Date.parse(from) + Date.parse(to)) / 2)).toISOString());
