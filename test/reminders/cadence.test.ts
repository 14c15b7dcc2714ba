import { describe, expect, it } from 'vitest';
import {
  CLOSING_CADENCE,
  CONFIRMATION_CADENCE,
  DECISION_CADENCE,
  DUTY_CADENCE,
  MEASURE_CADENCE,
  QUESTION_CADENCE,
} from '../../src/reminders/cadence.ts';
import { dutySeries } from '../../src/reminders/dutySeries.ts';
import { latestDue, nextDue, pressingSeries, type StepSeries, stepSeries } from '../../src/reminders/stepSeries.ts';
import { type Instant, instant } from '../../src/rules/instant.ts';

// Friday 27 March 2026, 17:40 in Berlin. On Sunday the clocks go forward: the deadline is Monday 18:40, not 17:40.
const start = instant('2026-03-27T17:40:00+01:00');
const clock = { startsAt: start, since: start };

/** The first steps with the moment each is owed from, in Berlin's time of that day. */
function firstSteps(series: StepSeries, count: number, from: Instant = start): readonly string[] {
  const steps: string[] = [];
  for (let now: Instant | undefined = from; now !== undefined && steps.length < count; now = nextDue(series, now)) {
    const step = latestDue(series, now);
    if (step) steps.push(`${step.name} ${step.dueAt}`);
  }
  return steps;
}

describe('the notice under a law that names other hours, or none', () => {
  const notice = { kind: 'art33-1', status: 'owed' } as const;
  const decision = { kind: 'art33-1', status: 'not-owed' } as const;
  const within24 = { ...clock, dueBy: instant('2026-03-28T16:40:00Z') };

  it('without hours is recalled daily, then twice a day, and never called overdue', () => {
    const series = dutySeries(notice, clock);
    expect(firstSteps(series, 7)).toEqual([
      'at-once 2026-03-27T16:40:00.000Z',
      '24h 2026-03-28T16:40:00.000Z',
      '48h 2026-03-29T16:40:00.000Z',
      '72h 2026-03-30T16:40:00.000Z',
      '84h 2026-03-31T04:40:00.000Z',
      '96h 2026-03-31T16:40:00.000Z',
      '108h 2026-04-01T04:40:00.000Z',
    ]);
    const aYearOn = latestDue(series, instant('2027-03-27T16:40:00Z'));
    expect(aYearOn?.name).toBe('8760h');
  });

  it('within 24 hours is recalled at half time and an hour before', () => {
    expect(firstSteps(dutySeries(notice, within24), 5)).toEqual([
      'at-once 2026-03-27T16:40:00.000Z',
      'half 2026-03-28T04:40:00.000Z',
      '1h-before 2026-03-28T15:40:00.000Z',
      'deadline 2026-03-28T16:40:00.000Z',
      'overdue-1 2026-03-28T20:40:00.000Z',
    ]);
  });

  it('asks for the decision not to notify before those hours are over, and else daily', () => {
    expect(firstSteps(dutySeries(decision, within24), 3)).toEqual([
      '12h 2026-03-28T04:40:00.000Z',
      '24h 2026-03-28T16:40:00.000Z',
      '48h 2026-03-29T16:40:00.000Z',
    ]);
    expect(firstSteps(dutySeries(decision, clock), 2)).toEqual(['24h 2026-03-28T16:40:00.000Z', '48h 2026-03-29T16:40:00.000Z']);
  });

  it('within 72 hours keeps the steps of the GDPR', () => {
    const within72 = { ...clock, dueBy: instant('2026-03-30T16:40:00Z') };
    expect(firstSteps(dutySeries(notice, within72), 4).at(-1)).toBe('60h 2026-03-30T04:40:00.000Z');
  });
});

describe('the cadence of the notice to the authority (Art. 33(1))', () => {
  it('presses on towards the 72nd hour and never ends after it', () => {
    expect(firstSteps(stepSeries(DUTY_CADENCE['art33-1'], clock), 11)).toEqual([
      'at-once 2026-03-27T16:40:00.000Z',
      '24h 2026-03-28T16:40:00.000Z',
      '48h 2026-03-29T16:40:00.000Z',
      '60h 2026-03-30T04:40:00.000Z',
      '66h 2026-03-30T10:40:00.000Z',
      '70h 2026-03-30T14:40:00.000Z',
      '71h 2026-03-30T15:40:00.000Z',
      'deadline 2026-03-30T16:40:00.000Z',
      'overdue-1 2026-03-30T20:40:00.000Z',
      'overdue-2 2026-03-31T00:40:00.000Z',
      'overdue-3 2026-03-31T04:40:00.000Z',
    ]);
  });

  it('follows the last moment of its clock, and drops what would come after it', () => {
    const series = stepSeries(DUTY_CADENCE['art33-1'], { ...clock, dueBy: instant('2026-03-29T10:40:00Z') });
    expect(firstSteps(series, 4)).toEqual([
      'at-once 2026-03-27T16:40:00.000Z',
      '24h 2026-03-28T16:40:00.000Z',
      'deadline 2026-03-29T10:40:00.000Z',
      'overdue-1 2026-03-29T14:40:00.000Z',
    ]);
  });

  it('asks daily for the decision while the rules say „not owed“, and more closely before the deadline', () => {
    expect(firstSteps(stepSeries(DECISION_CADENCE['art33-1'], clock), 7)).toEqual([
      '24h 2026-03-28T16:40:00.000Z',
      '48h 2026-03-29T16:40:00.000Z',
      '66h 2026-03-30T10:40:00.000Z',
      '71h 2026-03-30T15:40:00.000Z',
      '72h 2026-03-30T16:40:00.000Z',
      '96h 2026-03-31T16:40:00.000Z',
      '120h 2026-04-01T16:40:00.000Z',
    ]);
  });
});

describe('the other cadences', () => {
  it.each([
    [
      'persons (Art. 34(1))',
      DUTY_CADENCE['art34-1'],
      [
        'at-once 2026-03-27T16:40:00.000Z',
        '4h 2026-03-27T20:40:00.000Z',
        '16h 2026-03-28T08:40:00.000Z',
        '28h 2026-03-28T20:40:00.000Z',
      ],
    ],
    [
      'controller (Art. 33(2))',
      DUTY_CADENCE['art33-2'],
      [
        'at-once 2026-03-27T16:40:00.000Z',
        '4h 2026-03-27T20:40:00.000Z',
        '8h 2026-03-28T00:40:00.000Z',
        '12h 2026-03-28T04:40:00.000Z',
      ],
    ],
    [
      'follow-up (Art. 33(4))',
      DUTY_CADENCE['art33-4'],
      [
        '24h 2026-03-28T16:40:00.000Z',
        '48h 2026-03-29T16:40:00.000Z',
        '72h 2026-03-30T16:40:00.000Z',
        '84h 2026-03-31T04:40:00.000Z',
      ],
    ],
    [
      'record (Art. 33(5))',
      DUTY_CADENCE['art33-5'],
      [
        '24h 2026-03-28T16:40:00.000Z',
        '48h 2026-03-29T16:40:00.000Z',
        '72h 2026-03-30T16:40:00.000Z',
        '96h 2026-03-31T16:40:00.000Z',
      ],
    ],
    [
      'ready to close',
      CLOSING_CADENCE,
      [
        'at-once 2026-03-27T16:40:00.000Z',
        '24h 2026-03-28T16:40:00.000Z',
        '48h 2026-03-29T16:40:00.000Z',
        '72h 2026-03-30T16:40:00.000Z',
      ],
    ],
    [
      'question',
      QUESTION_CADENCE,
      [
        'at-once 2026-03-27T16:40:00.000Z',
        '24h 2026-03-28T16:40:00.000Z',
        '48h 2026-03-29T16:40:00.000Z',
        '72h 2026-03-30T16:40:00.000Z',
      ],
    ],
  ])('%s', (_, cadence, expected) => {
    expect(firstSteps(stepSeries(cadence, clock), 4)).toEqual(expected);
  });

  it('a measure is recalled the day before, when it is due, and daily from then on', () => {
    const series = stepSeries(MEASURE_CADENCE, { startsAt: instant('2026-03-30T10:00:00Z'), since: start });
    expect(firstSteps(series, 4)).toEqual([
      '24h-before 2026-03-29T10:00:00.000Z',
      'deadline 2026-03-30T10:00:00.000Z',
      'overdue-1 2026-03-31T10:00:00.000Z',
      'overdue-2 2026-04-01T10:00:00.000Z',
    ]);
  });

  it('a confirmation is asked for every 12 hours, and every 4 once fewer than 12 remain to the deadline', () => {
    const series = pressingSeries({
      startsAt: start,
      since: start,
      everyHours: 12,
      urgent: { from: instant('2026-03-28T08:40:00Z'), dueBy: instant('2026-03-28T20:40:00Z'), everyHours: 4 },
    });
    expect(firstSteps(series, 7)).toEqual([
      'at-once 2026-03-27T16:40:00.000Z',
      '12h 2026-03-28T04:40:00.000Z',
      'urgent-from-2026-03-28T08:40 2026-03-28T08:40:00.000Z',
      'urgent-from-2026-03-28T08:40-1 2026-03-28T12:40:00.000Z',
      'urgent-from-2026-03-28T08:40-2 2026-03-28T16:40:00.000Z',
      'urgent-from-2026-03-28T08:40-3 2026-03-28T20:40:00.000Z',
      'urgent-from-2026-03-28T08:40-4 2026-03-29T00:40:00.000Z',
    ]);
  });

  it('a confirmation that is asked for after the deadline is asked for at once, and every 4 hours', () => {
    const urgent = { from: instant('2026-03-27T00:40:00Z'), dueBy: instant('2026-03-27T12:40:00Z'), everyHours: 4 };
    expect(firstSteps(pressingSeries({ startsAt: start, since: start, everyHours: 12, urgent }), 3)).toEqual([
      'urgent-from-2026-03-27T16:40 2026-03-27T16:40:00.000Z',
      'urgent-from-2026-03-27T16:40-1 2026-03-27T20:40:00.000Z',
      'urgent-from-2026-03-27T16:40-2 2026-03-28T00:40:00.000Z',
    ]);
  });

  it('a confirmation without any deadline is asked for every 12 hours for ever', () => {
    const series = pressingSeries({ startsAt: start, since: start, everyHours: 12, urgent: undefined });
    expect(firstSteps(series, 3)).toEqual([
      'at-once 2026-03-27T16:40:00.000Z',
      '12h 2026-03-28T04:40:00.000Z',
      '24h 2026-03-28T16:40:00.000Z',
    ]);
  });

  it('none leaves more than a day of silence, and none has an end', () => {
    const all = [
      ...Object.values(DUTY_CADENCE),
      ...Object.values(DECISION_CADENCE),
      CLOSING_CADENCE,
      QUESTION_CADENCE,
      CONFIRMATION_CADENCE,
    ];
    expect(all.length).toBeGreaterThan(12);
    for (const { atHours, thenEveryHours } of all) {
      const gaps = atHours.map((hour, place) => hour - (atHours[place - 1] ?? 0));
      expect(Math.max(...gaps, thenEveryHours)).toBeLessThanOrEqual(24);
      expect(thenEveryHours).toBeGreaterThan(0);
    }
  });
});

describe('a pause', () => {
  const series = stepSeries(DUTY_CADENCE['art33-1'], clock, {
    pause: { from: instant('2026-03-29T15:40:00Z'), until: instant('2026-03-29T19:40:00Z') },
  });

  it('holds back a step until it is over', () => {
    expect(latestDue(series, instant('2026-03-29T19:39:59.999Z'))?.name).toBe('24h');
    expect(latestDue(series, instant('2026-03-29T19:40:00Z'))).toEqual({
      name: '48h',
      ordinal: 2,
      dueAt: '2026-03-29T19:40:00.000Z',
    });
  });

  it('does not hold back the deadline', () => {
    const late = stepSeries(DUTY_CADENCE['art33-1'], clock, {
      pause: { from: instant('2026-03-30T15:00:00Z'), until: instant('2026-03-30T21:00:00Z') },
    });
    expect(firstSteps(late, 3, instant('2026-03-30T15:00:00Z'))).toEqual([
      '70h 2026-03-30T14:40:00.000Z',
      'deadline 2026-03-30T16:40:00.000Z',
      'overdue-1 2026-03-30T21:00:00.000Z',
    ]);
  });

  it('ends by itself, also where it holds back a step of the endless part', () => {
    const overdue = stepSeries(DUTY_CADENCE['art33-1'], clock, {
      pause: { from: instant('2026-04-01T16:00:00Z'), until: instant('2026-04-01T18:00:00Z') },
    });
    const during = instant('2026-04-01T17:00:00Z');
    expect(latestDue(overdue, during)?.name).toBe('overdue-11');
    expect(nextDue(overdue, during)).toBe('2026-04-01T18:00:00.000Z');
    expect(latestDue(overdue, instant('2026-04-01T18:00:00Z'))).toMatchObject({
      name: 'overdue-12',
      dueAt: '2026-04-01T18:00:00.000Z',
    });
  });

  it('does not hold back the first message', () => {
    const early = stepSeries(DUTY_CADENCE['art33-1'], clock, {
      pause: { from: start, until: instant('2026-03-27T20:40:00Z') },
    });
    expect(latestDue(early, start)?.name).toBe('at-once');
  });
});

describe('years overdue', () => {
  const tenYearsLater = instant('2036-03-30T16:40:00Z');

  it('the latest step is found at once, and there is a next one', () => {
    const series = stepSeries(DUTY_CADENCE['art33-1'], clock);
    const before = performance.now();
    for (let round = 0; round < 1000; round += 1) latestDue(series, tenYearsLater);
    expect(performance.now() - before).toBeLessThan(500);
    expect(latestDue(series, tenYearsLater)).toEqual({
      name: 'overdue-21918',
      ordinal: 21_925,
      dueAt: '2036-03-30T16:40:00.000Z',
    });
    expect(nextDue(series, tenYearsLater)).toBe('2036-03-30T20:40:00.000Z');
  });
});
