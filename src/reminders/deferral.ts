import { LEFT_AFTER_WAITING_HOURS } from './cadence.ts';
import type { WorkCalendar } from './workingTime.ts';

const MS_PER_HOUR = 3_600_000;
const LEFT_MS = LEFT_AFTER_WAITING_HOURS * MS_PER_HOUR;

/** What decides whether a step that falls into free time waits for the next working moment. All moments in milliseconds. */
export type Deferral = {
  readonly calendar: WorkCalendar;
  /** The last moments of all open duties of the case, and since when each is known; one that is past holds nothing back any more. */
  readonly deadlines: readonly Deadline[];
  readonly atMostMs: number;
};
export type Deadline = { readonly at: number; readonly knownSince: number };

/**
 * When a step is owed that would be owed at this moment: then, or when work begins again. Never earlier, and of two steps the later
 * one never before the earlier one. `last` is the last moment of its own row: up to it, nothing may be held back over it.
 */
export function afterFreeTime(moment: number, { calendar, deadlines, atMostMs }: Deferral, last?: number): number {
  if (deadlines.some(({ at, knownSince }) => at <= moment && knownSince <= moment)) return moment;
  const until = calendar.freeTimeAt(moment)?.until;
  if (until === undefined || until - moment > atMostMs) return moment;
  if (last !== undefined && moment < last && until + LEFT_MS > last) return moment;
  const near = deadlines.filter(({ at }) => until + LEFT_MS > at);
  // A deadline that became known while the step was waiting ends the waiting there and then.
  return near.length === 0 ? until : Math.min(until, Math.max(moment, Math.min(...near.map(({ knownSince }) => knownSince))));
}

/** A free time that is not waited for because a last moment is too near, and its last working hour. */
export type LastHour = { readonly at: number; readonly endsAt: number };

/** Every last working hour before a free time that this last moment is too near to wait for, if it ends after `since`; earliest first. */
export function lastHoursBefore(last: number, since: number, calendar: WorkCalendar): readonly LastHour[] {
  const found: LastHour[] = [];
  for (let moment: number | undefined = last; moment !== undefined && moment > last - LEFT_MS; ) {
    const free = calendar.freeTimeAt(moment);
    if (free === undefined) {
      moment = before(calendar.workAt(moment)?.from);
    } else {
      if (free.from > since) found.unshift({ at: Math.max(lastHourBefore(free.from, calendar), since), endsAt: free.from });
      moment = free.from - 1;
    }
  }
  return found;
}

const before = (moment: number | undefined): number | undefined => (moment === undefined ? undefined : moment - 1);

/** An hour before work ends, or its beginning where it is shorter. */
const lastHourBefore = (end: number, calendar: WorkCalendar): number =>
  Math.max(end - MS_PER_HOUR, calendar.workAt(end - 1)?.from ?? end - MS_PER_HOUR);
