import { addHours, hoursBetween, instant, type Instant } from '../rules/instant.ts';
import { type Cadence, REPORT_DAY_BEFORE_FROM_HOURS, REPORT_HOURS_BEFORE, REPORT_OVERDUE_EVERY_HOURS } from './cadence.ts';

const MS_PER_HOUR = 3_600_000;

/** One step of a cadence on a clock. `at` is its own moment, `dueAt` when it is really owed (a pause, a clock set late). */
export type Step = { readonly name: string; readonly ordinal: number; readonly at: number; readonly firm: boolean };
export type DueStep = { readonly name: string; readonly ordinal: number; readonly dueAt: Instant };

/** „I am on it“: steps that fall into it are owed when it ends. Half open: `from` belongs to it, `until` does not. */
export type Pause = { readonly from: Instant; readonly until: Instant };

/**
 * All steps of one cadence on one clock: a few with names of their own, then one every so many hours for ever. Only what is
 * said once and never recalled (the first message of a case, how it ended) has no tail.
 */
export type StepSeries = {
  readonly steps: readonly Step[];
  readonly tail?: { readonly from: number; readonly everyMs: number; readonly name: (count: number) => string };
  /** Nothing was owed before: then the clock was set, or the question asked. */
  readonly since: number;
  readonly pause?: { readonly from: number; readonly until: number };
};

type Tail = NonNullable<StepSeries['tail']>;
type Clock = { readonly startsAt: Instant; readonly dueBy?: Instant; readonly since: Instant };

/** Lays a cadence on a clock. The first step and the deadline are firm: no pause defers them. */
export function stepSeries(cadence: Cadence, clock: Clock, pause?: Pause): StepSeries {
  const start = Date.parse(clock.startsAt);
  const deadline = deadlineOf(cadence, clock);
  const hours = cadence.atHours.filter((hour) => deadline === undefined || start + hour * MS_PER_HOUR < deadline);
  const named = hours.map((hour) => ({ name: hourName(hour), at: start + hour * MS_PER_HOUR, firm: hour === 0 }));
  const steps = deadline === undefined ? named : [...named, { name: 'deadline', at: deadline, firm: true }];
  return {
    steps: steps.map((step, ordinal) => ({ ...step, ordinal })),
    tail:
      deadline === undefined
        ? hourly(start, cadence)
        : { from: deadline, everyMs: cadence.thenEveryHours * MS_PER_HOUR, name: (count) => `overdue-${count}` },
    since: Date.parse(clock.since),
    ...(pause === undefined ? {} : { pause: { from: Date.parse(pause.from), until: Date.parse(pause.until) } }),
  };
}

function deadlineOf(cadence: Cadence, clock: Clock): number | undefined {
  if (cadence.deadlineAtHours === undefined) return undefined;
  return Date.parse(clock.dueBy ?? addHours(clock.startsAt, cadence.deadlineAtHours));
}

function hourly(start: number, cadence: Cadence): Tail {
  const last = cadence.atHours.at(-1) ?? 0;
  const every = cadence.thenEveryHours;
  return { from: start + last * MS_PER_HOUR, everyMs: every * MS_PER_HOUR, name: (count) => hourName(last + count * every) };
}

/** `at-once`, `48h`, or `24h-before`. */
const hourName = (hour: number): string => (hour === 0 ? 'at-once' : hour < 0 ? `${-hour}h-before` : `${hour}h`);

/**
 * Towards the last moment of a neighbouring report: at once, when half of the time is gone, a day before where there is more than one, an
 * hour before, and after it for ever. Half is counted from when the clock was set, for nobody could be told before.
 */
export function reportSeries(clock: Clock & { readonly dueBy: Instant }, pause?: Pause): StepSeries {
  const [set, due] = [Math.max(Date.parse(clock.startsAt), Date.parse(clock.since)), Date.parse(clock.dueBy)];
  const given = (due - set) / MS_PER_HOUR;
  const led = [
    { name: 'half', at: set + Math.floor((due - set) / 2) },
    ...(given >= REPORT_DAY_BEFORE_FROM_HOURS ? [{ name: '24h-before', at: due - 24 * MS_PER_HOUR }] : []),
    { name: `${REPORT_HOURS_BEFORE}h-before`, at: due - REPORT_HOURS_BEFORE * MS_PER_HOUR },
  ];
  const steps = [
    { name: 'at-once', at: Math.min(set, due), firm: true },
    ...led
      .filter(({ at }) => at > set && at < due)
      .toSorted((one, other) => one.at - other.at)
      .map((step) => ({ ...step, firm: false })),
    { name: 'deadline', at: due, firm: true },
  ];
  return {
    steps: steps.map((step, ordinal) => ({ ...step, ordinal })),
    tail: { from: due, everyMs: REPORT_OVERDUE_EVERY_HOURS * MS_PER_HOUR, name: (count) => `overdue-${count}` },
    since: Date.parse(clock.since),
    ...(pause === undefined ? {} : { pause: { from: Date.parse(pause.from), until: Date.parse(pause.until) } }),
  };
}

/** Said once, at that moment. */
export const onceSeries = (at: Instant): StepSeries => ({
  steps: [{ name: 'at-once', ordinal: 0, at: Date.parse(at), firm: true }],
  since: Date.parse(at),
});

/**
 * Steps that press on towards a moment: every so many hours from `startsAt`, and from `urgentFrom` on at a shorter distance.
 * Without such a moment the longer distance stays.
 */
export function pressingSeries(of: {
  readonly startsAt: Instant;
  readonly since: Instant;
  readonly everyHours: number;
  readonly urgentFrom: Instant | undefined;
  readonly urgentEveryHours: number;
}): StepSeries {
  const { startsAt, since, everyHours, urgentFrom, urgentEveryHours } = of;
  if (urgentFrom === undefined) return stepSeries({ atHours: [0], thenEveryHours: everyHours }, { startsAt, since });
  const calmHours = Math.max(0, hoursBetween(startsAt, urgentFrom));
  const calm = Array.from({ length: Math.ceil(calmHours / everyHours) }, (_, count) => count * everyHours);
  const start = Date.parse(startsAt);
  const steps = calm.map((hour, ordinal) => ({
    name: hourName(hour),
    at: start + hour * MS_PER_HOUR,
    firm: hour === 0,
    ordinal,
  }));
  const from = Math.max(start, Date.parse(urgentFrom));
  return {
    steps: [...steps, { name: 'urgent', at: from, firm: true, ordinal: steps.length }],
    tail: { from, everyMs: urgentEveryHours * MS_PER_HOUR, name: (count) => `urgent-${count}` },
    since: Date.parse(since),
  };
}

/** The step with this number, counted from 0. A series with a tail has one for every number. */
function stepOf(series: StepSeries, ordinal: number): Step {
  const named = series.steps[ordinal];
  if (named) return named;
  if (series.tail === undefined) throw new RangeError('A series without a tail ends with its last named step.');
  const count = ordinal - series.steps.length + 1;
  return { name: series.tail.name(count), ordinal, at: series.tail.from + count * series.tail.everyMs, firm: false };
}

/** The name of the step with this number. */
export const stepName = (series: StepSeries, ordinal: number): string => stepOf(series, ordinal).name;

/** When a step is owed: at its moment, not before its clock was set, and not in a pause unless it is firm. */
function owedFrom(series: StepSeries, step: Step): number {
  const { pause, since } = series;
  const at = pause && !step.firm && step.at >= pause.from && step.at < pause.until ? pause.until : step.at;
  return Math.max(at, since);
}

/** The last step owed by `now`; the earlier ones are overtaken by it. A few looks, however many years have passed. */
export function latestDue(series: StepSeries, now: Instant): DueStep | undefined {
  const moment = Date.parse(now);
  for (const ordinal of candidates(series, moment)) {
    const step = stepOf(series, ordinal);
    const dueAt = owedFrom(series, step);
    if (dueAt <= moment) return { name: step.name, ordinal, dueAt: atMillis(dueAt) };
  }
  return undefined;
}

/** From the last step whose moment has come downwards; of the endless part only the last, and the last before a pause. */
function candidates(series: StepSeries, moment: number): readonly number[] {
  const named = series.steps.map(({ ordinal }) => ordinal).toReversed();
  const tail = [tailCount(series, moment), tailCount(series, Math.min(moment, (series.pause?.from ?? moment + 1) - 1))];
  return [...tail.filter((count) => count > 0).map((count) => series.steps.length + count - 1), ...named];
}

/** How many steps of the endless part have their moment at or before this one. */
const tailCount = ({ tail }: StepSeries, moment: number): number =>
  tail === undefined ? 0 : Math.max(0, Math.floor((moment - tail.from) / tail.everyMs));

/** The next moment after `now` at which another step is owed; a series with a tail always has one. */
export function nextDue(series: StepSeries, now: Instant): Instant | undefined {
  const moment = Date.parse(now);
  const moments = [...series.steps, ...nextOfTail(series, moment)].map((step) => owedFrom(series, step));
  const pauseEnd = series.pause ? [series.pause.until] : [];
  const coming = [...moments, ...pauseEnd].filter((candidate) => candidate > moment);
  return coming.length === 0 ? undefined : atMillis(Math.min(...coming));
}

const nextOfTail = (series: StepSeries, moment: number): readonly Step[] =>
  series.tail === undefined ? [] : [stepOf(series, series.steps.length + tailCount(series, moment))];

/** How many steps before this one were owed after `after` and before this one was: they fell due and were never told. */
export function stepsBetween(series: StepSeries, after: Instant | undefined, before: DueStep): number {
  const [from, to] = [after === undefined ? -Infinity : Date.parse(after), Date.parse(before.dueAt)];
  let count = 0;
  for (let ordinal = before.ordinal - 1; ordinal >= 0; ordinal -= 1) {
    const due = owedFrom(series, stepOf(series, ordinal));
    if (due > from && due < to) count += 1;
  }
  return count;
}

const atMillis = (milliseconds: number): Instant => instant(new Date(milliseconds).toISOString());
