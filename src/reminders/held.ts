import type { CaseRecord, DutyState } from '../breach/breachCase.ts';
import { clockInForce, openDuties } from '../breach/duties.ts';
import { lastMoment } from '../breach/lastMoment.ts';
import { contractHours } from '../breach/listedControllers.ts';
import type { Organisation } from '../organisation.ts';
import type { LastWorkingHour } from '../prompt/channelPrompts.ts';
import { type Instant, instant } from '../rules/instant.ts';
import { LEFT_AFTER_WAITING_HOURS, OTHERS_WAIT_AT_MOST_HOURS, PRESSING_WAITS_AT_MOST_HOURS } from './cadence.ts';
import type { Deadline, Deferral } from './deferral.ts';
import type { DutyTerms } from './dutySeries.ts';
import type { Holding } from './stepSeries.ts';
import { workCalendar } from './workingTime.ts';

const MS_PER_HOUR = 3_600_000;

type Known = { readonly record: CaseRecord; readonly organisation: Organisation };
/** What is owed „unverzüglich“ and names no last moment presses on over a weekend; anything else waits for the office. */
export type Patience = 'pressing' | 'others';
export const OTHERS: Patience = 'others';

export const isPressing = ({ kind, status }: DutyState): Patience => {
  const waits = kind === 'art33-4' || kind === 'art33-5' || kind === 'neighbour-question';
  return status === 'not-owed' || waits ? 'others' : 'pressing';
};

/** What holds back the steps of a case: „I am on it“, and the night. */
export const holdingOf = (known: Known, patience: Patience): Holding => {
  const { acknowledged } = known.record;
  return {
    pause: acknowledged && { from: acknowledged.at, until: acknowledged.until },
    deferral: deferralOf(known, patience),
  };
};

/** Absent where the organisation names no working time: then nothing waits. */
export function deferralOf({ record, organisation }: Known, patience: Patience): Deferral | undefined {
  const { workingTime, timeZone } = organisation;
  if (workingTime === undefined) return undefined;
  const hours = patience === 'pressing' ? PRESSING_WAITS_AT_MOST_HOURS : OTHERS_WAIT_AT_MOST_HOURS;
  return {
    calendar: workCalendar(workingTime, timeZone),
    deadlines: deadlinesOf(record, organisation),
    atMostMs: hours * MS_PER_HOUR,
  };
}

const deadlinesOf = (record: CaseRecord, organisation: Organisation): readonly Deadline[] =>
  record.status === 'open'
    ? openDuties(record).flatMap((duty) => {
        const clock = clockInForce(duty);
        const at = lastMoment(duty.kind, clock, dutyTerms(record, organisation, duty).toldWithinHours);
        return at === undefined ? [] : [{ at: Date.parse(at), knownSince: Date.parse(clock.setAt) }];
      })
    : [];

/** What the organisation has laid down for a duty: the cadence of its kind, and the hours agreed with a controller we work for. */
export const dutyTerms = (record: CaseRecord, { cadence, controllers }: Organisation, { recipient }: DutyState): DutyTerms => ({
  cadence,
  toldWithinHours: contractHours(record, controllers, recipient),
});

/** Whether this is the last working hour before a free time that the earliest deadline ahead is too near to wait for; and what to say of it. */
export function lastWorkingHourAt({ record, organisation }: Known, asOf: Instant): LastWorkingHour | undefined {
  const { workingTime, timeZone } = organisation;
  if (workingTime === undefined || record.status !== 'open') return undefined;
  const calendar = workCalendar(workingTime, timeZone);
  const moment = Date.parse(asOf);
  const work = calendar.workAt(moment);
  if (work === undefined || moment < work.until - MS_PER_HOUR) return undefined;
  const free = calendar.freeTimeAt(work.until);
  if (free === undefined) return undefined;
  const ahead = deadlinesOf(record, organisation).flatMap(({ at }) => (at >= free.from ? [at] : []));
  const earliest = Math.min(...ahead);
  if (!(earliest < free.until + LEFT_AFTER_WAITING_HOURS * MS_PER_HOUR)) return undefined;
  return { before: free.kind, dueBy: atMillis(earliest), worksAgainAt: atMillis(free.until) };
}

const atMillis = (milliseconds: number): Instant => instant(new Date(milliseconds).toISOString());
