import type { DutyState } from '../breach/breachCase.ts';
import { lastMoment } from '../breach/lastMoment.ts';
import type { CadenceOverrides } from '../organisation.ts';
import { hoursBetween, type Instant } from '../rules/instant.ts';
import { type Cadence, cadenceOf, SHORT_PERIOD_HOURS } from './cadence.ts';
import { type Holding, reportSeries, type StepSeries, stepSeries } from './stepSeries.ts';

type Clock = { readonly startsAt: Instant; readonly dueBy?: Instant; readonly since: Instant };

/** What the organisation says of its reminders: other cadences, and the hours a contract gives the processor. */
export type DutyTerms = { readonly cadence?: CadenceOverrides | undefined; readonly toldWithinHours?: number | undefined };

/** When an open duty is recalled: by its kind, by the length of its period, and by whether law or contract name a period at all. */
export function dutySeries(
  { kind, status }: Pick<DutyState, 'kind' | 'status'>,
  clock: Clock,
  holding: Holding = {},
  { cadence, toldWithinHours }: DutyTerms = {},
): StepSeries {
  if (status === 'not-owed') return stepSeries(decisionCadence(kind, clock, cadence), clock, holding);
  const dueBy = lastMoment(kind, clock, toldWithinHours);
  if (dueBy === undefined) return stepSeries(cadenceOf(kind === 'art33-1' ? WITHOUT_HOURS : kind, cadence), clock, holding);
  const ledUpTo = { ...clock, dueBy };
  const isShort = hoursBetween(clock.startsAt, dueBy) < SHORT_PERIOD_HOURS;
  return isShort || kind === 'neighbour' || kind === 'art33-2'
    ? reportSeries(ledUpTo, holding)
    : stepSeries({ deadlineAtHours: 0, ...cadenceOf(kind, cadence) }, ledUpTo, holding);
}

const WITHOUT_HOURS = 'art33-1-without-hours';

/** The decision that a notice is not owed is missing: more closely before its last moment, where it has one. */
function decisionCadence(kind: DutyState['kind'], { startsAt, dueBy }: Clock, cadence: CadenceOverrides | undefined): Cadence {
  if (kind !== 'art33-1' || dueBy === undefined) return cadenceOf('decision', cadence);
  const hours = hoursBetween(startsAt, dueBy);
  const usual = cadenceOf('decision-art33-1', cadence);
  return hours < SHORT_PERIOD_HOURS ? { ...usual, atHours: [hours / 2, hours] } : usual;
}
