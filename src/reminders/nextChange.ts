import { addHours, type Instant } from '../rules/instant.ts';
import { nextPresence } from './addressees.ts';
import { nextRedraw } from './countdown.ts';
import { announcements } from './owedAnnouncements.ts';
import type { CaseInTime } from './owed.ts';
import { nextDue } from './stepSeries.ts';

/** An open case that nobody can be told of is looked at again all the same: the configuration may have changed. */
const NOBODY_THERE_HOURS = 1;

/**
 * The next moment at which `owed` may differ if nothing happens to the case. Between now and then it does not. An open case
 * always has one; `undefined` means that time alone will not change anything any more.
 */
export function nextChange(at: CaseInTime): Instant | undefined {
  if (at.record.status === 'erased') return undefined;
  const steps = announcements(at).map((announcement) => nextDue(announcement.steps, at.now));
  const moments = [...steps, nextRedraw(at.record, at.now), nextPresence(at, at.now)].filter((moment) => moment !== undefined);
  const soonest = moments.toSorted()[0];
  return soonest ?? (at.record.status === 'open' ? addHours(at.now, NOBODY_THERE_HOURS) : undefined);
}
