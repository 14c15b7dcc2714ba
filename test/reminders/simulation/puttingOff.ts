import type { CaseRecord } from '../../../src/breach/breachCase.ts';
import type { Organisation } from '../../../src/organisation.ts';
import type { FreeSpan } from './freeTime.ts';
import type { Version } from './listener.ts';
import { lastMomentOf, setAtOf, type Thing } from './things.ts';
import * as words from './wordsOfThePromise.ts';

const HOUR = 3_600_000;

/** What is recorded in the minute something falls due is recorded before it is told. */
const BEFORE_THE_NEXT_TICK = 60_000;

type Deadline = { readonly at: number; readonly setAt: number };

/** Until when the words of the promise let something wait, in the course of one case. */
export function puttingOff(organisation: Organisation, course: readonly Version[], free: readonly FreeSpan[]) {
  const pauseEnds = boundedPauses(organisation, course);

  const paused = (moment: number, { acknowledged }: CaseRecord): number => {
    if (acknowledged === undefined) return moment;
    const from = Date.parse(acknowledged.at);
    const until = pauseEnds.get(`${acknowledged.at} ${acknowledged.until}`) ?? from;
    return from <= moment && moment < until ? until : moment;
  };

  const overFreeTime = (moment: number, record: CaseRecord, atMostHours: number): number => {
    const span = free.find(({ from, until }) => from <= moment && moment < until);
    if (span === undefined || span.until - moment > atMostHours * HOUR) return moment;
    const isTooNear = deadlinesOf(record, organisation).some(
      ({ at }) => at <= moment || at < span.until + words.NEVER_PUT_OFF_WITHIN_HOURS * HOUR,
    );
    return isTooNear ? moment : span.until;
  };

  function waits(moment: number, record: CaseRecord, thing: Thing): number {
    const once = (from: number): number =>
      overFreeTime(thing.isPausable ? paused(from, record) : from, record, thing.putOffAtMostHours);
    const first = once(moment);
    return first === moment ? first : once(first);
  }

  /** What is recorded meanwhile may end the waiting, or prolong it („I am on it“). */
  function latest(moment: number, thing: Thing, until: number): number {
    const first = course.find((version) => version.at <= moment && moment < version.until);
    if (first === undefined) return moment;
    let by = waits(moment, first.record, thing);
    for (const { at, record } of course) {
      if (at <= moment || at > by + BEFORE_THE_NEXT_TICK || at >= until) continue;
      const pressed = record.acknowledged === undefined ? moment : Math.min(at, Date.parse(record.acknowledged.at));
      by = Math.max(at, waits(thing.movesOn ? at : Math.max(moment, pressed), record, thing));
    }
    return by;
  }

  return { latest };
}

const deadlinesOf = (record: CaseRecord, organisation: Organisation): readonly Deadline[] =>
  record.duties
    .filter(({ end }) => end === undefined)
    .flatMap((duty) => {
      const at = lastMomentOf(duty, organisation);
      return at === undefined ? [] : [{ at, setAt: setAtOf(duty) }];
    });

/** When each „I am on it“ ends at the latest, by what was known when it was said. */
function boundedPauses(organisation: Organisation, course: readonly Version[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const { record } of course) {
    const { acknowledged } = record;
    if (acknowledged === undefined || ends.has(`${acknowledged.at} ${acknowledged.until}`)) continue;
    const at = Date.parse(acknowledged.at);
    const bounds = deadlinesOf(record, organisation).map((deadline) =>
      deadline.at > at ? at + (deadline.at - at) / 2 : at + words.PAUSE_WHEN_LATE_HOURS * HOUR,
    );
    const most = Math.min(at + words.PAUSE_AT_MOST_HOURS * HOUR, ...bounds);
    ends.set(`${acknowledged.at} ${acknowledged.until}`, Math.min(Date.parse(acknowledged.until), most));
  }
  return ends;
}
