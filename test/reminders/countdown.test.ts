import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockInForce, openDuties } from '../../src/breach/duties.ts';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import { nextRedraw, shownAsOf } from '../../src/reminders/countdown.ts';
import { addHours, hoursBetween, type Instant } from '../../src/rules/instant.ts';
import { randomEvents } from './randomCase.ts';
import { assessed, hours, recordOf, reported, reportedAt } from './sampleCase.ts';

/** Every moment at which time alone draws the card anew, between two moments. */
function redraws(record: CaseRecord, from: Instant, until: Instant): readonly Instant[] {
  const found: Instant[] = [];
  for (let next = nextRedraw(record, from); next !== undefined && next < until; next = nextRedraw(record, next)) found.push(next);
  return found;
}

const deadlinesOf = (record: CaseRecord): readonly Instant[] =>
  openDuties(record).flatMap((duty) => clockInForce(duty).dueBy ?? []);

describe('how often time alone draws a card anew', () => {
  const record = recordOf(reported, assessed(reportedAt, { kind: 'art33-1' }));

  it('over the whole period of 72 hours: hourly, and every quarter of an hour in the last six', () => {
    const drawn = redraws(record, reportedAt, addHours(reportedAt, 72));
    expect(drawn.filter((moment) => moment <= hours(66))).toHaveLength(66 + 1);
    expect(drawn.filter((moment) => moment > hours(66))).toHaveLength(24);
  });

  it('a day past the deadline it is drawn once a day', () => {
    expect(redraws(record, hours(100), hours(100 + 240)).length).toBeLessThanOrEqual(11);
  });

  it('in any hour of any life at most once, five times in the last six hours before a deadline, and when something of its own turns', () => {
    let hoursSeen = 0;
    fc.assert(
      fc.property(randomEvents, fc.integer({ min: 0, max: 400 }), (events, after) => {
        const any = recordOf(...events);
        const [from, until] = [hours(after), hours(after + 1)];
        const drawn = redraws(any, from, until);
        if (any.status !== 'open') {
          expect(drawn).toEqual([]);
          return;
        }
        hoursSeen += 1;
        const isClose = deadlinesOf(any).some((dueBy) => hoursBetween(from, dueBy) > 0 && hoursBetween(until, dueBy) <= 6);
        expect(drawn.length).toBeLessThanOrEqual((isClose ? 4 : 1) + turns(any, from, until));
        for (const moment of drawn) expect(shownAsOf(any, moment)).toBe(moment);
      }),
      { seed: 6, numRuns: 1500 },
    );
    expect(hoursSeen).toBeGreaterThan(800);
  });
});

/** What happens in the case itself, and the turns around its deadlines; each draws the card once more. */
function turns(record: CaseRecord, from: Instant, until: Instant): number {
  const around = deadlinesOf(record).flatMap((dueBy) => [addHours(dueBy, -6), dueBy, addHours(dueBy, 24)]);
  const { acknowledged } = record;
  const own = [record.openedAt, record.movedAt, ...(acknowledged ? [acknowledged.at, acknowledged.until] : [])];
  return new Set([...around, ...own].filter((moment) => moment > from && moment < until)).size;
}
