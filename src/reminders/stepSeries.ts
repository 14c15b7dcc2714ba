import { addHours, hoursBetween, instant, type Instant } from '../rules/instant.ts';
import { afterFreeTime, type Deferral, lastHoursBefore } from './deferral.ts';
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
  /** What holds back a step that falls into the night or the weekend; without it every hour is as good as another. */
  readonly deferral?: Deferral;
  /** The last moment this row leads up to. */
  readonly last?: number;
};

/** What may hold back a step that is not firm. */
export type Holding = { readonly pause?: Pause | undefined; readonly deferral?: Deferral | undefined };

type Tail = NonNullable<StepSeries['tail']>;
type Clock = { readonly startsAt: Instant; readonly dueBy?: Instant; readonly since: Instant };

/**
 * Lays a cadence on a clock. The first step and the deadline are firm: neither a pause nor free time defers them. Before a free time
 * that the deadline is too near to wait for there is a step in the last working hour.
 */
export function stepSeries(cadence: Cadence, clock: Clock, holding: Holding = {}): StepSeries {
  const start = Date.parse(clock.startsAt);
  const deadline = deadlineOf(cadence, clock);
  const hours = cadence.atHours.filter((hour) => deadline === undefined || start + hour * MS_PER_HOUR < deadline);
  const named = hours.map((hour) => ({ name: hourName(hour), at: start + hour * MS_PER_HOUR, firm: hour === 0 }));
  if (deadline === undefined) {
    return { steps: numbered(named), tail: hourly(start, cadence), ...held(clock, holding) };
  }
  return {
    steps: numbered([...leadingUp(named, deadline, clock, holding), { name: 'deadline', at: deadline, firm: true }]),
    tail: { from: deadline, everyMs: cadence.thenEveryHours * MS_PER_HOUR, name: (count) => `overdue-${count}` },
    ...held(clock, holding),
    last: deadline,
  };
}

type Unnumbered = Omit<Step, 'ordinal'>;
const numbered = (steps: readonly Unnumbered[]): readonly Step[] => steps.map((step, ordinal) => ({ ...step, ordinal }));

const held = (clock: Pick<Clock, 'since'>, { pause, deferral }: Holding): Pick<StepSeries, 'since' | 'pause' | 'deferral'> => ({
  since: Date.parse(clock.since),
  ...(pause === undefined ? {} : { pause: { from: Date.parse(pause.from), until: Date.parse(pause.until) } }),
  ...(deferral === undefined ? {} : { deferral }),
});

/** The steps before a last moment, with the last working hours among them; these are firm, for an hour later they are no longer true. */
function leadingUp(steps: readonly Unnumbered[], last: number, clock: Clock, { deferral }: Holding): readonly Unnumbered[] {
  if (deferral === undefined) return steps;
  const since = Math.max(Date.parse(clock.startsAt), Date.parse(clock.since));
  const hours = lastHoursBefore(last, Math.min(since, last), deferral.calendar);
  const told = hours.map(({ at, endsAt }) => ({ name: lastHourName(endsAt), at, firm: true }));
  return [...steps, ...told].toSorted((one, other) => one.at - other.at);
}

/** `last-working-hour-2026-03-27T16`, by the day and hour in UTC at which it ends. */
const lastHourName = (endsAt: number): string => `last-working-hour-${new Date(endsAt).toISOString().slice(0, 13)}`;
export const isLastHour = (step: string): boolean => step.startsWith('last-working-hour');

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
export function reportSeries(clock: Clock & { readonly dueBy: Instant }, holding: Holding = {}): StepSeries {
  const [set, due] = [Math.max(Date.parse(clock.startsAt), Date.parse(clock.since)), Date.parse(clock.dueBy)];
  const given = (due - set) / MS_PER_HOUR;
  const led = [
    { name: 'half', at: set + Math.floor((due - set) / 2) },
    ...(given >= REPORT_DAY_BEFORE_FROM_HOURS ? [{ name: '24h-before', at: due - 24 * MS_PER_HOUR }] : []),
    { name: `${REPORT_HOURS_BEFORE}h-before`, at: due - REPORT_HOURS_BEFORE * MS_PER_HOUR },
  ];
  const before = led
    .filter(({ at }) => at > set && at < due)
    .toSorted((one, other) => one.at - other.at)
    .map((step) => ({ ...step, firm: false }));
  const first = { name: 'at-once', at: Math.min(set, due), firm: true };
  return {
    steps: numbered([first, ...leadingUp(before, due, clock, holding), { name: 'deadline', at: due, firm: true }]),
    tail: { from: due, everyMs: REPORT_OVERDUE_EVERY_HOURS * MS_PER_HOUR, name: (count) => `overdue-${count}` },
    ...held(clock, holding),
    last: due,
  };
}

/** Said once, at that moment; or, with something that holds it back, when work begins again. */
export const onceSeries = (at: Instant, deferral?: Deferral): StepSeries => ({
  steps: [{ name: 'at-once', ordinal: 0, at: Date.parse(at), firm: deferral === undefined }],
  ...held({ since: at }, { deferral }),
});

/**
 * Steps that press on towards a last moment: every so many hours from `startsAt`, from `urgent.from` on at a shorter distance, and in the
 * last working hour before a free time that cannot be waited for. Without such a moment the longer distance stays. The names of the urgent
 * steps say from when they count: where another deadline comes to press, they are others, and what was told towards the first counts for none.
 */
export function pressingSeries(
  of: {
    readonly startsAt: Instant;
    readonly since: Instant;
    readonly everyHours: number;
    readonly urgent: { readonly from: Instant; readonly dueBy: Instant; readonly everyHours: number } | undefined;
  },
  holding: Holding = {},
): StepSeries {
  const { startsAt, since, everyHours, urgent } = of;
  if (urgent === undefined) return stepSeries({ atHours: [0], thenEveryHours: everyHours }, { startsAt, since }, holding);
  const [start, last, everyMs] = [Date.parse(startsAt), Date.parse(urgent.dueBy), urgent.everyHours * MS_PER_HOUR];
  const calmHours = Math.max(0, hoursBetween(startsAt, urgent.from));
  const calm = Array.from({ length: Math.ceil(calmHours / everyHours) }, (_, count) => count * everyHours);
  const steps = calm.map((hour) => ({ name: hourName(hour), at: start + hour * MS_PER_HOUR, firm: hour === 0 }));
  const from = Math.max(start, Date.parse(urgent.from));
  const name = `urgent-from-${atMillis(from).slice(0, 16)}`;
  const before = Math.max(0, Math.ceil((last - from) / everyMs) - 1);
  const closer = Array.from({ length: before }, (_, place) => ({
    name: `${name}-${place + 1}`,
    at: from + (place + 1) * everyMs,
    firm: false,
  }));
  const all = [...steps, { name, at: from, firm: true }, ...closer];
  return {
    steps: numbered(leadingUp(all, last, { startsAt, since }, holding)),
    tail: { from: from + before * everyMs, everyMs, name: (count) => `${name}-${before + count}` },
    ...held({ since }, holding),
    last,
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

/**
 * When a step is owed: at its moment, not before its clock was set, and unless it is firm neither in a pause nor in free time that can
 * be waited for. Of two steps that are not firm the later one is never owed before the earlier.
 */
function owedFrom(series: StepSeries, step: Step): number {
  const { since, deferral, last } = series;
  if (step.firm) return Math.max(step.at, since);
  const moment = Math.max(afterPause(series, step.at), since);
  if (deferral === undefined) return moment;
  const deferred = afterFreeTime(moment, deferral, last);
  const resumed = deferred === moment ? moment : afterPause(series, deferred);
  return resumed === deferred ? deferred : afterFreeTime(resumed, deferral, last);
}

const afterPause = ({ pause }: StepSeries, moment: number): number =>
  pause !== undefined && moment >= pause.from && moment < pause.until ? pause.until : moment;

/** The last step owed by `now`; the earlier ones are overtaken by it. A few looks, however many years have passed. */
export function latestDue(series: StepSeries, now: Instant): DueStep | undefined {
  const moment = Date.parse(now);
  const count = tailOwed(series, moment);
  const named = series.steps.map(({ ordinal }) => ordinal).toReversed();
  for (const ordinal of count > 0 ? [series.steps.length + count - 1, ...named] : named) {
    const step = stepOf(series, ordinal);
    const dueAt = owedFrom(series, step);
    if (dueAt <= moment) return { name: step.name, ordinal, dueAt: atMillis(dueAt) };
  }
  return undefined;
}

/** How many steps of the endless part are owed by a moment: mostly all that have come, else found by halving what is left. */
function tailOwed(series: StepSeries, moment: number): number {
  const { tail, steps } = series;
  if (tail === undefined) return 0;
  const isOwed = (count: number): boolean => owedFrom(series, stepOf(series, steps.length + count - 1)) <= moment;
  let [owed, notOwed] = [0, Math.max(0, Math.floor((moment - tail.from) / tail.everyMs)) + 1];
  if (notOwed > 1 && isOwed(notOwed - 1)) return notOwed - 1;
  while (notOwed - owed > 1) {
    const middle = Math.floor((owed + notOwed) / 2);
    if (isOwed(middle)) owed = middle;
    else notOwed = middle;
  }
  return owed;
}

/** The next moment after `now` at which another step is owed; a series with a tail always has one. */
export function nextDue(series: StepSeries, now: Instant): Instant | undefined {
  const moment = Date.parse(now);
  const next = series.tail === undefined ? [] : [stepOf(series, series.steps.length + tailOwed(series, moment))];
  const moments = [...series.steps, ...next].map((step) => owedFrom(series, step));
  const pauseEnd = series.pause ? [series.pause.until] : [];
  const coming = [...moments, ...pauseEnd].filter((candidate) => candidate > moment);
  return coming.length === 0 ? undefined : atMillis(Math.min(...coming));
}

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
