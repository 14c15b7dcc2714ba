import type { DutyState } from '../breach/breachCase.ts';
import { hoursBetween, type Instant } from '../rules/instant.ts';
import { type Cadence, DECISION_CADENCE, DUTY_CADENCE, SHORT_PERIOD_HOURS, WITHOUT_HOURS_CADENCE } from './cadence.ts';
import { type Pause, reportSeries, type StepSeries, stepSeries } from './stepSeries.ts';

type Clock = { readonly startsAt: Instant; readonly dueBy?: Instant; readonly since: Instant };

/** When an open duty is recalled: by its kind, by the length of its period, and by whether the law names a period at all. */
export function dutySeries({ kind, status }: Pick<DutyState, 'kind' | 'status'>, clock: Clock, pause?: Pause): StepSeries {
  const { startsAt, dueBy } = clock;
  if (status === 'not-owed') return stepSeries(decisionCadence(kind, clock), clock, pause);
  if (dueBy === undefined) return stepSeries(kind === 'art33-1' ? WITHOUT_HOURS_CADENCE : DUTY_CADENCE[kind], clock, pause);
  const isShort = hoursBetween(startsAt, dueBy) < SHORT_PERIOD_HOURS;
  return kind === 'neighbour' || isShort
    ? reportSeries({ ...clock, dueBy }, pause)
    : stepSeries(DUTY_CADENCE[kind], clock, pause);
}

/** The decision that a notice is not owed is missing: more closely before its last moment, where it has one. */
function decisionCadence(kind: DutyState['kind'], { startsAt, dueBy }: Clock): Cadence {
  const usual = DECISION_CADENCE[kind];
  if (kind !== 'art33-1') return usual;
  if (dueBy === undefined) return DECISION_CADENCE['art34-1'];
  const hours = hoursBetween(startsAt, dueBy);
  return hours < SHORT_PERIOD_HOURS ? { ...usual, atHours: [hours / 2, hours] } : usual;
}
