import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import { audit } from '../../src/reminders/audit.ts';
import { nextChange } from '../../src/reminders/nextChange.ts';
import { owed } from '../../src/reminders/owed.ts';
import { announcements } from '../../src/reminders/owedAnnouncements.ts';
import { latestDue, nextDue, reportSeries, type StepSeries } from '../../src/reminders/stepSeries.ts';
import { addHours, type Instant, instant } from '../../src/rules/instant.ts';
import { assessed, caseAt, dora, duty, hours, reported, reportedAt } from './sampleCase.ts';

function steps(series: StepSeries, count: number, from: Instant): readonly string[] {
  const found: string[] = [];
  for (let now: Instant | undefined = from; now !== undefined && found.length < count; now = nextDue(series, now)) {
    const step = latestDue(series, now);
    if (step) found.push(`${step.name} ${step.dueAt}`);
  }
  return found;
}

describe('the cadence of a neighbouring report', () => {
  const start = instant('2026-03-28T12:00:00+01:00');

  it('24 hours: at once, half of the time, an hour before, the last moment, then every four hours', () => {
    expect(steps(reportSeries({ startsAt: start, since: start, dueBy: addHours(start, 24) }), 6, start)).toEqual([
      'at-once 2026-03-28T11:00:00.000Z',
      'half 2026-03-28T23:00:00.000Z',
      '1h-before 2026-03-29T10:00:00.000Z',
      'deadline 2026-03-29T11:00:00.000Z',
      'overdue-1 2026-03-29T15:00:00.000Z',
      'overdue-2 2026-03-29T19:00:00.000Z',
    ]);
  });

  it('a month: also a day before', () => {
    expect(steps(reportSeries({ startsAt: start, since: start, dueBy: addHours(start, 720) }), 5, start)).toEqual([
      'at-once 2026-03-28T11:00:00.000Z',
      'half 2026-04-12T11:00:00.000Z',
      '24h-before 2026-04-26T11:00:00.000Z',
      '1h-before 2026-04-27T10:00:00.000Z',
      'deadline 2026-04-27T11:00:00.000Z',
    ]);
  });

  it('answered late: half of what is left, and nothing that is past already', () => {
    const since = addHours(start, 23.5);
    expect(steps(reportSeries({ startsAt: start, since, dueBy: addHours(start, 24) }), 3, since)).toEqual([
      'at-once 2026-03-29T10:30:00.000Z',
      'half 2026-03-29T10:45:00.000Z',
      'deadline 2026-03-29T11:00:00.000Z',
    ]);
  });

  it('answered after the last moment: overdue at once', () => {
    const since = addHours(start, 30);
    const series = reportSeries({ startsAt: start, since, dueBy: addHours(start, 24) });
    expect(latestDue(series, since)?.name).toBe('overdue-1');
    expect(nextDue(series, since)).toBe(addHours(start, 32));
  });

  it('whatever the times, somebody is told at the last moment, and there is always a next step', () => {
    const hour = fc.double({ min: 0, max: 900, noNaN: true });
    fc.assert(
      fc.property(hour, hour, hour, (given, setAfter, later) => {
        const [dueBy, since] = [addHours(start, given), addHours(start, setAfter)];
        const series = reportSeries({ startsAt: start, since, dueBy });
        const now = addHours(start, setAfter + later);
        expect(latestDue(series, now)).toBeDefined();
        expect(nextDue(series, now)! > now).toBe(true);
        if (dueBy > since && dueBy <= now) expect(latestDue(series, dueBy)?.name).toBe('deadline');
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});

const question = duty({ kind: 'neighbour-question' });
const asked: BreachEvent = {
  ...{ type: 'NeighbourAsked', at: reportedAt, by: dora, neighbour: { id: 'nis2', regime: 'nis2' }, zone: 'Europe/Berlin' },
  duty: question,
};
const opened = (at: Instant, dueBy?: Instant): BreachEvent => ({
  ...{ type: 'NeighbourStageOpened', at, by: dora },
  duty: { ...duty({ kind: 'neighbour', status: 'owed' }), ...(dueBy === undefined ? {} : { dueBy }) },
});
const history = [reported, assessed(reportedAt, { kind: 'art33-5' }), asked];

const stepsOwed = (now: Instant, events: readonly BreachEvent[], about: string): readonly string[] =>
  owed(caseAt(now, events)).flatMap(({ slot }) => (slot.startsWith(`reminder/${about}/`) ? [slot.split('/').at(-2) ?? ''] : []));

describe('an open question of a neighbouring regime', () => {
  it('is told at once and again every day, for ever', () => {
    const announced = announcements(caseAt(reportedAt, history)).find(({ slots }) => slots.about === question.id)!;
    expect(steps(announced.steps, 3, reportedAt).map((step) => step.split(' ')[0])).toEqual(['at-once', '24h', '48h']);
    expect(nextDue(announced.steps, hours(24 * 365))).toBe(hours(24 * 366));
  });

  it('goes on after „not known yet“, and ends with an answer', () => {
    const answer = (kind: 'unknown' | 'not-applicable'): BreachEvent => ({
      ...{ type: 'NeighbourAnswered', at: hours(2), by: dora, neighbour: 'nis2', answer: { kind }, reasons: 'Nein' },
      decidedBy: 'Leitung',
    });
    const about = (events: readonly BreachEvent[]) =>
      announcements(caseAt(hours(30), events)).filter(({ slots }) => slots.about === question.id);
    expect(about([...history, answer('unknown')]).length).toBeGreaterThan(0);
    expect(about([...history, answer('not-applicable')])).toEqual([]);
  });
});

describe('an open report of a neighbouring regime', () => {
  const report = duty({ kind: 'neighbour' });
  const running = [...history, opened(hours(2), hours(24))];

  it('is reminded until its notice is recorded', () => {
    expect(stepsOwed(hours(23), running, report.id)).toContain('1h-before');
    expect(stepsOwed(hours(100), running, report.id)).toContain('overdue-19');
    const notice: BreachEvent = {
      ...{ type: 'NoticeRecorded', at: hours(24), by: dora, duty: report.id, sentAt: hours(24), to: 'BSI', means: 'Portal' },
      ...{ reference: '', missing: '', late: false, reasonsForDelay: '' },
    };
    expect(stepsOwed(hours(100), [...running, notice], report.id)).toEqual([]);
  });

  it('without hours it is recalled twice a day', () => {
    expect(stepsOwed(hours(2.5), [...history, opened(hours(2))], report.id)).toContain('at-once');
    expect(nextChange(caseAt(hours(400), [...history, opened(hours(2))]))).toBeDefined();
  });

  it('always has a next reminder, whatever the hour and whatever its last moment', () => {
    const moment = fc.double({ min: 2, max: 2000, noNaN: true });
    fc.assert(
      fc.property(fc.option(moment, { nil: undefined }), moment, (due, later) => {
        const events = [...history, opened(hours(2), due === undefined ? undefined : hours(due))];
        const now = hours(later);
        const known = caseAt(now, events);
        const rows = announcements(known).filter(({ slots }) => [report.id, question.id].includes(slots.about));
        expect(new Set(rows.map(({ slots }) => slots.about)).size).toBe(2);
        const reminding = rows.filter(({ slots }) => slots.purpose !== 'escalation');
        for (const row of reminding) expect(nextDue(row.steps, now)! > now).toBe(true);
        const silent = audit([{ ...known, deliveries: [], nextDueAt: now }], now).filter(
          ({ finding }) => finding === 'dutySilent',
        );
        expect(silent).toEqual([]);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
