import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DutyKind } from '../../src/breach/events.ts';
import { CADENCE_KINDS, type CadenceGiven, type CadenceKind } from '../../src/organisation.ts';
import { cadenceOf, USUAL_CADENCES } from '../../src/reminders/cadence.ts';
import { CADENCE_BOUNDS, cadenceFault } from '../../src/reminders/cadenceFault.ts';
import { dutySeries } from '../../src/reminders/dutySeries.ts';
import { latestDue, nextDue, type StepSeries, stepSeries } from '../../src/reminders/stepSeries.ts';
import { addHours, hoursBetween, type Instant, instant } from '../../src/rules/instant.ts';

const start = instant('2026-03-27T17:40:00+01:00');

/** Cadences of any kind, many of them just inside or outside of what is accepted. */
const steps = fc
  .array(fc.integer({ min: 0, max: 8 }), { maxLength: 14 })
  .chain((gaps) => fc.constantFrom(1, 2, 4, 6, 12, 24).map((unit) => gaps.map((gap) => gap * unit)))
  .chain((gaps) => fc.constantFrom(0, 0, 0, 1, 4, 24, -24, -168).map((first) => ({ first, gaps })))
  .map(({ first, gaps }) => gaps.reduce<readonly number[]>((hours, gap) => [...hours, (hours.at(-1) ?? first) + gap], [first]));
const given: fc.Arbitrary<CadenceGiven> = fc.record({
  atHours: fc.oneof(steps, fc.constant([])),
  thenEveryHours: fc.constantFrom(-1, 0, 0.5, 1, 2, 4, 8, 12, 24, 48, 72, 168, 400),
});
const seeded = { seed: 33, numRuns: 8000 };
const DUTIES: readonly DutyKind[] = ['art33-1', 'art34-1', 'art33-2', 'art33-4', 'art33-5', 'neighbour', 'neighbour-question'];

/** The moments at which steps are owed, from a moment on. */
function owedMoments(series: StepSeries, from: Instant, count: number): readonly Instant[] {
  const found: Instant[] = [];
  for (let now: Instant | undefined = from; now !== undefined && found.length < count; now = nextDue(series, now)) {
    const due = latestDue(series, now)?.dueAt;
    if (due !== undefined && found.at(-1) !== due) found.push(due);
  }
  return found;
}

const seriesOf = (kind: CadenceKind, wanted: CadenceGiven): StepSeries => {
  const cadence = cadenceOf(kind, { [kind]: wanted });
  return stepSeries(cadence, { startsAt: start, since: kind === 'measure' ? addHours(start, -1000) : start });
};

describe('a cadence that is accepted', () => {
  it('always has a next step, however late, and is never silent for longer than its bounds allow', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...CADENCE_KINDS), given, fc.integer({ min: 0, max: 90_000 }), (kind, wanted, after) => {
        if (cadenceFault(kind, wanted) !== undefined) return;
        accepted += 1;
        const { first, gap, every } = CADENCE_BOUNDS[kind];
        const series = seriesOf(kind, wanted);
        const now = addHours(start, after);
        const next = nextDue(series, now);
        expect(next !== undefined && next > now).toBe(true);
        const moments = owedMoments(series, addHours(start, -1000), 20);
        expect(hoursBetween(start, moments[0] as Instant)).toBeLessThanOrEqual(first);
        moments.slice(1).forEach((moment, place) => {
          expect(hoursBetween(moments[place] as Instant, moment)).toBeLessThanOrEqual(Math.max(gap, every));
        });
      }),
      seeded,
    );
    expect(accepted).toBeGreaterThan(300);
  });

  it('tells every duty with a deadline before that deadline, also where the clock was set late', () => {
    let told = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...DUTIES),
        fc.constantFrom('owed' as const, 'presumed' as const, 'not-owed' as const),
        given,
        given,
        fc.integer({ min: 2, max: 200 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (kind, status, one, other, period, late) => {
          const cadence = {
            ...(cadenceFault(kind, one) === undefined && { [kind]: one }),
            ...(cadenceFault('decision-art33-1', other) === undefined && { 'decision-art33-1': other }),
          };
          const dueBy = addHours(start, kind === 'art33-1' ? Math.min(period, 72) : period);
          if (status === 'not-owed' && kind !== 'art33-1') return;
          const since = addHours(start, hoursBetween(start, dueBy) * late);
          const [first] = owedMoments(dutySeries({ kind, status }, { startsAt: start, dueBy, since }, {}, { cadence }), since, 1);
          told += 1;
          // Towards the decision not to notify the last step is the deadline itself where half of the time was gone already.
          expect(first !== undefined && (status === 'not-owed' ? first <= dueBy : first < dueBy)).toBe(true);
        },
      ),
      seeded,
    );
    expect(told).toBeGreaterThan(1000);
  });
});

describe('a cadence that is refused', () => {
  it.each([
    ['art33-1', [], 4, 'cadenceStart'],
    ['art33-1', [5, 24, 48, 71], 4, 'cadenceStart'],
    ['art33-1', [0, 24, 49, 71], 4, 'cadenceGap'],
    ['art33-1', [0, 24, 47], 4, 'cadenceGap'],
    ['art33-1', [0, 24, 48, 71, 73], 4, 'cadenceAfterDeadline'],
    ['art33-1', [0, 24, 48, 71], 13, 'cadenceRepetition'],
    ['art33-1', [0, 24, 48, 71], Number.NaN, 'cadenceRepetition'],
    ['art33-1', [0, 24, 24, 48, 71], 4, 'cadenceSteps'],
    ['art33-1', [0, Number.NaN, 48, 71], 4, 'cadenceSteps'],
    ['art34-1', Array.from({ length: 51 }, (_, hour) => hour), 4, 'cadenceSteps'],
    ['art33-2', [0, 13], 4, 'cadenceGap'],
    ['measure', [-200], 24, 'cadenceGap'],
    ['measure', [1], 24, 'cadenceStart'],
    ['measure', [-24, 1], 24, 'cadenceAfterDeadline'],
    ['question', [1], 24, 'cadenceStart'],
    ['close', [0], 169, 'cadenceRepetition'],
  ] as const)('%s at %j, then every %d hours: %s', (kind, atHours, thenEveryHours, fault) => {
    expect(cadenceFault(kind, { atHours, thenEveryHours })).toBe(fault);
  });

  it.each(CADENCE_KINDS)('is never the usual one: %s', (kind) => {
    expect(cadenceFault(kind, USUAL_CADENCES[kind])).toBeUndefined();
  });
});
