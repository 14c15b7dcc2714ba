import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Risk } from '../../src/rules/assessment.ts';
import type { Branch } from '../../src/rules/canDecide.ts';
import { ANSWERS, FACT_NAMES, type FactName } from '../../src/rules/facts.ts';
import { bordersOf, mayCount } from '../../src/rules/mayCount.ts';
import { worstRank } from '../../src/rules/ranks.ts';
import { areaLevel, levelOf, type RiskLevel } from '../../src/rules/riskLevel.ts';
import type { Aggravation, Area, AtLeast, AtMost, Exception, Ranks } from '../../src/rules/rule.ts';
import { GDPR } from '../../src/rules/rulesets.ts';
import { SEED } from './arbitraryInput.ts';

const [HURT, A, B, C, IDLE] = FACT_NAMES.filter((fact) => ANSWERS[fact].length > 2) as [
  FactName,
  FactName,
  FactName,
  FactName,
  FactName,
];
const SAYS = { de: '', en: '' };
const atMost = (fact: FactName, limit: number): AtMost => ({ bound: 'atMost', fact, limit, says: SAYS, cites: [] });
const atLeast = (fact: FactName, limit: number): AtLeast => ({ bound: 'atLeast', fact, limit, says: SAYS, cites: [] });
const exception = (gives: Risk, ...all: readonly AtMost[]): Exception => ({
  kind: 'exception',
  id: 'exception',
  gives,
  says: SAYS,
  cites: [],
  all,
});
const aggravation = (gives: Risk, all: readonly AtLeast[], unless: readonly Exception[] = []): Aggravation => ({
  kind: 'aggravation',
  id: 'aggravation',
  gives,
  says: SAYS,
  cites: [],
  all,
  unless,
});

/** An area whose breach is presumed to bring a risk, unless an exception is proven or an aggravation lifts it. */
const area = (parts: Partial<Pick<Area, 'exceptions' | 'aggravations'>>): Area => ({
  id: 'confidentiality',
  hurt: aggravation('risk', [atLeast(HURT, 1)]),
  general: { kind: 'general', id: 'general', gives: 'risk', says: SAYS, cites: [] },
  exceptions: [],
  aggravations: [],
  ...parts,
});

const ranks = (rank: (fact: FactName) => number): Ranks =>
  Object.fromEntries(FACT_NAMES.map((fact) => [fact, rank(fact)])) as Ranks;
const BEST = ranks(() => 0);
const WORST = ranks(worstRank);
const OPEN: Branch = { best: BEST, worst: WORST, open: [] };
const RISK = levelOf('risk');
const HIGH = levelOf('high');

describe('which facts can still count in an area', () => {
  it('those by which the area is hurt, for every step', () => {
    for (const step of [1, 2, 3, 4] as const) expect(mayCount(area({}), HURT, step, OPEN)).toBe(true);
    expect(mayCount(area({}), IDLE, RISK, OPEN)).toBe(false);
  });

  it('those of an exception below the step, as long as its other conditions can be proven and the general rule reaches it', () => {
    const excused = area({ exceptions: [exception('unlikely', atMost(A, 1), atMost(B, 1))] });
    expect(mayCount(excused, A, RISK, OPEN)).toBe(true);
    expect(mayCount(excused, C, RISK, OPEN)).toBe(false);
    expect(mayCount(excused, A, RISK, { ...OPEN, best: { ...BEST, [B]: 2 } })).toBe(false);
    expect(mayCount(excused, A, HIGH, OPEN)).toBe(false);
    expect(mayCount(area({ exceptions: [exception('risk', atMost(A, 1))] }), A, RISK, OPEN)).toBe(false);
  });

  it('those of an aggravation over the step, as long as its other conditions can still hold', () => {
    const lifted = area({ aggravations: [aggravation('high', [atLeast(A, 1), atLeast(B, 1)])] });
    expect(mayCount(lifted, A, HIGH, OPEN)).toBe(true);
    expect(mayCount(lifted, C, HIGH, OPEN)).toBe(false);
    expect(mayCount(lifted, A, HIGH, { ...OPEN, worst: { ...WORST, [B]: 0 } })).toBe(false);
    expect(mayCount(area({ aggravations: [aggravation('risk', [atLeast(A, 1)])] }), A, HIGH, OPEN)).toBe(false);
  });

  it('not those of an aggravation to what is presumed anyway, unless an exception it can meet has taken that back', () => {
    const again = aggravation('risk', [atLeast(A, 2)]);
    const counts = (...exceptions: readonly Exception[]) => mayCount(area({ exceptions, aggravations: [again] }), A, RISK, OPEN);
    expect(counts()).toBe(false);
    expect(counts(exception('unlikely', atMost(B, 1)))).toBe(true);
    expect(counts(exception('risk', atMost(B, 1)))).toBe(false);
    expect(counts(exception('risk', atMost(B, 1)), exception('unlikely', atMost(C, 1)))).toBe(true);
  });

  it('nor where exception and aggravation exclude each other', () => {
    const meets = (excuse: readonly AtMost[], all: readonly AtLeast[], unless: readonly Exception[] = []) =>
      mayCount(
        area({ exceptions: [exception('unlikely', ...excuse)], aggravations: [aggravation('risk', all, unless)] }),
        C,
        RISK,
        OPEN,
      );
    expect(meets([atMost(B, 1)], [atLeast(C, 1), atLeast(B, 1)])).toBe(true);
    expect(meets([atMost(B, 1)], [atLeast(C, 1), atLeast(B, 2)])).toBe(false);
    expect(meets([atMost(A, 1), atMost(B, 1)], [atLeast(C, 1), atLeast(B, 2)])).toBe(false);
    // What excuses the aggravation is already proven with the exception.
    const off = exception('unlikely', atMost(A, 1));
    expect(meets([atMost(A, 1)], [atLeast(C, 1)], [off])).toBe(false);
    expect(meets([atMost(A, 0)], [atLeast(C, 1)], [off])).toBe(false);
    expect(meets([atMost(A, 2)], [atLeast(C, 1)], [off])).toBe(true);
    expect(meets([atMost(B, 1)], [atLeast(C, 1)], [off])).toBe(true);
    expect(meets([atMost(A, 1)], [atLeast(C, 1)], [exception('unlikely', atMost(A, 1), atMost(B, 1))])).toBe(true);
    expect(meets([atMost(A, 1), atMost(B, 0)], [atLeast(C, 1)], [off])).toBe(false);
    expect(meets([atMost(A, 1)], [atLeast(C, 1)], [exception('unlikely', atMost(B, 1)), off])).toBe(false);
  });

  it('those that excuse an aggravation, as long as the excuse can be proven', () => {
    const excused = area({
      aggravations: [
        aggravation('high', [atLeast(A, 1)], [exception('risk', atMost(B, 1), atMost(C, 1)), exception('risk', atMost(HURT, 1))]),
      ],
    });
    expect(mayCount(excused, B, HIGH, OPEN)).toBe(true);
    expect(mayCount(excused, IDLE, HIGH, OPEN)).toBe(false);
    expect(mayCount(excused, B, HIGH, { ...OPEN, best: { ...BEST, [C]: 2 } })).toBe(false);
  });

  it('never leaves out a fact that changes the level, in any area of the law of today', { timeout: 60_000 }, () => {
    const sheet = fc.infiniteStream(fc.nat(1_000)).map((numbers) => {
      const draw = () => numbers.next().value ?? 0;
      return ranks((fact) => draw() % ANSWERS[fact].length);
    });
    let counted = 0;
    fc.assert(
      fc.property(sheet, fc.constantFrom(...GDPR.areas), (drawn, drawnArea) => {
        for (const fact of FACT_NAMES) {
          const best = { ...drawn, [fact]: 0 };
          const worst = { ...drawn, [fact]: worstRank(fact) };
          const [low, high] = [areaLevel(drawnArea, best), areaLevel(drawnArea, worst)];
          for (let step = low + 1; step <= high; step += 1) {
            counted += 1;
            expect(mayCount(drawnArea, fact, step as RiskLevel, { best, worst, open: [] }), fact).toBe(true);
          }
        }
      }),
      { seed: SEED, numRuns: 2_000 },
    );
    expect(counted).toBeGreaterThan(200);
  });
});

describe('where the search for a fact begins', () => {
  it('at the border of each rule that names it, in its conditions or in what excuses them', () => {
    const both = area({
      exceptions: [exception('unlikely', atMost(A, 1), atMost(B, 2)), exception('unlikely', atMost(C, 1))],
      aggravations: [
        aggravation('high', [atLeast(A, 2)]),
        aggravation('high', [atLeast(B, 1)], [exception('risk', atMost(C, 0)), exception('risk', atMost(A, 0))]),
        aggravation('high', [atLeast(C, 2)]),
      ],
    });
    expect(bordersOf(both, A)).toEqual([{ [A]: 1, [B]: 2 }, { [A]: 2 }, { [B]: 1 }]);
    expect(bordersOf(both, IDLE)).toEqual([]);
  });
});
