import type { CadenceGiven, CadenceKind } from '../organisation.ts';
import { type Cadence, USUAL_CADENCES } from './cadence.ts';

/** What would leave something silent, or drown it. */
export type CadenceFault = 'cadenceSteps' | 'cadenceStart' | 'cadenceGap' | 'cadenceAfterDeadline' | 'cadenceRepetition';

/** Hours. The first step comes at the latest then, no two steps lie further apart, and the repetition is no rarer. */
type Bounds = { readonly first: number; readonly gap: number; readonly every: number };

const daily: Bounds = { first: 24, gap: 24, every: 24 };
/** How far a cadence may be stretched, by kind. What has a deadline may not be silent long before it either: the gap counts up to it. */
export const CADENCE_BOUNDS: Readonly<Record<CadenceKind, Bounds>> = {
  'art33-1': { first: 4, gap: 24, every: 12 },
  'art33-1-without-hours': { first: 4, gap: 24, every: 24 },
  'art34-1': { first: 4, gap: 24, every: 24 },
  'art33-2': { first: 4, gap: 12, every: 12 },
  'art33-4': daily,
  'art33-5': { first: 48, gap: 72, every: 72 },
  neighbour: { first: 4, gap: 24, every: 24 },
  'neighbour-question': daily,
  investigation: daily,
  'decision-art33-1': daily,
  decision: { first: 48, gap: 48, every: 48 },
  measure: { first: 0, gap: 168, every: 72 },
  'authority-question': { first: 0, gap: 72, every: 24 },
  close: { first: 72, gap: 168, every: 168 },
  question: { first: 0, gap: 72, every: 72 },
};

/** Nobody reads what comes every few minutes, or in fifty steps. */
const EVERY_AT_LEAST_HOURS = 1;
const STEPS_AT_MOST = 50;
/** The decision not to notify counts towards the same 72nd hour as the notice. */
const DEADLINE_HOURS: Readonly<Partial<Record<CadenceKind, number>>> = { 'art33-1': 72, 'decision-art33-1': 72 };

/**
 * What is wrong with another cadence for a kind, or undefined. One that passes leaves no duty silent: there is always a next step, one
 * near the start, none of the gaps is wide, and one comes before the deadline.
 */
export function cadenceFault(kind: CadenceKind, given: CadenceGiven): CadenceFault | undefined {
  const { atHours, thenEveryHours } = given;
  const { first, gap, every } = CADENCE_BOUNDS[kind];
  if (!isAscending(atHours) || atHours.length > STEPS_AT_MOST) return 'cadenceSteps';
  if (!(thenEveryHours >= EVERY_AT_LEAST_HOURS && thenEveryHours <= every)) return 'cadenceRepetition';
  const [start] = atHours;
  if (start === undefined || start > first || (!AROUND_A_DATE.includes(kind) && start < 0)) return 'cadenceStart';
  if (atHours.some((hour) => isAfterDeadline(kind, hour))) return 'cadenceAfterDeadline';
  return gapsOf(atHours, lastOf(kind)).some((hours) => hours > gap) ? 'cadenceGap' : undefined;
}

const isAscending = (hours: readonly number[]): boolean =>
  hours.every((hour, place) => Number.isFinite(hour) && (place === 0 || hour > (hours[place - 1] ?? Infinity)));

/** Their steps are counted from a date, and lie before it. */
const AROUND_A_DATE: readonly CadenceKind[] = ['measure', 'authority-question'];

/** The steps of a measure all lie before its date or on it. */
const isAfterDeadline = (kind: CadenceKind, hour: number): boolean => {
  const last = lastOf(kind);
  return last !== undefined && hour > last;
};

const lastOf = (kind: CadenceKind): number | undefined => {
  const usual: Cadence = USUAL_CADENCES[kind];
  return usual.deadlineAtHours ?? DEADLINE_HOURS[kind];
};

const gapsOf = (hours: readonly number[], last: number | undefined): readonly number[] => {
  const moments = last === undefined ? hours : [...hours, last];
  return moments.slice(1).map((hour, place) => hour - (moments[place] ?? 0));
};
