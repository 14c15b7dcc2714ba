import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canDecide, type Reaches } from '../../src/rules/canDecide.ts';
import { ANSWERS, FACT_NAMES, type FactName } from '../../src/rules/facts.ts';
import { worstRank } from '../../src/rules/ranks.ts';
import type { Ranks } from '../../src/rules/rule.ts';
import { SEED } from './arbitraryInput.ts';

/** Four facts with at least three answers each, so that there is something between the two ends. The first of them is asked. */
const [ASKED, FIRST, SECOND, THIRD] = FACT_NAMES.filter((fact) => ANSWERS[fact].length > 2) as [
  FactName,
  FactName,
  FactName,
  FactName,
];
const OPEN = [FIRST, SECOND, THIRD];

const everyRank = (fact: FactName): readonly number[] => ANSWERS[fact].map((_, rank) => rank);
const TELLING = Object.fromEntries(FACT_NAMES.map((fact) => [fact, everyRank(fact)])) as Record<FactName, number[]>;
const BEST = Object.fromEntries(FACT_NAMES.map((fact) => [fact, 0])) as Ranks;

/** The branch in which these facts are open and all others are at their best. */
const branchOf = (open: readonly FactName[]) => ({
  best: BEST,
  worst: { ...BEST, ...Object.fromEntries([ASKED, ...open].map((fact) => [fact, worstRank(fact)])) },
  open,
});

/** Reaches as soon as one of the ways is met: every fact of it at least so bad. */
const anyOf =
  (...ways: readonly Partial<Ranks>[]): Reaches =>
  (ranks) =>
    ways.some((way) => FACT_NAMES.every((fact) => ranks[fact] >= (way[fact] ?? 0)));

const decides = (reaches: Reaches, open: readonly FactName[] = OPEN, starts: readonly Partial<Ranks>[] = []): boolean =>
  canDecide(reaches, ASKED, branchOf(open), TELLING, starts);

/** The definition itself, by trying everything. */
function decidesSomewhere(reaches: Reaches, open: readonly FactName[]): boolean {
  const completions = open.reduce<readonly Ranks[]>(
    (sheets, fact) => sheets.flatMap((sheet) => everyRank(fact).map((rank) => ({ ...sheet, [fact]: rank }))),
    [BEST],
  );
  return completions.some((ranks) => reaches({ ...ranks, [ASKED]: worstRank(ASKED) }) && !reaches({ ...ranks, [ASKED]: 0 }));
}

const way = fc.record(Object.fromEntries([ASKED, ...OPEN].map((fact) => [fact, fc.integer({ min: 1, max: worstRank(fact) })])), {
  requiredKeys: [],
}) as fc.Arbitrary<Partial<Ranks>>;

describe('whether one fact alone can still decide', () => {
  it('it can where its worst answer is all that is needed', () => {
    expect(decides(anyOf({ [ASKED]: 1 }), [])).toBe(true);
  });

  it('it cannot where the others have settled the matter, in one direction or in the other', () => {
    expect(decides(() => true)).toBe(false);
    expect(decides(() => false)).toBe(false);
    expect(decides(() => true, [])).toBe(false);
  });

  it('it cannot where it stands in no rule, though others are open that decide', () => {
    expect(decides(anyOf({ [FIRST]: 1 }))).toBe(false);
    expect(decides(anyOf({ [FIRST]: 1, [SECOND]: 1 }, { [THIRD]: 2 }))).toBe(false);
  });

  it('it can where another answer must come to it first, whichever of the open ones that is', () => {
    for (const fact of OPEN) expect(decides(anyOf({ [ASKED]: 1, [fact]: 1 })), fact).toBe(true);
    expect(decides(anyOf({ [ASKED]: 1, [FIRST]: 1, [SECOND]: 2, [THIRD]: 1 }))).toBe(true);
  });

  it('it cannot where the answer it would need beside it settles the matter by itself', () => {
    expect(decides(anyOf({ [ASKED]: 1, [FIRST]: 1 }, { [FIRST]: 1 }))).toBe(false);
  });

  it('it can where only a middle answer of two others leaves room for it: no order of worsening one after the other finds that', () => {
    const reaches = anyOf({ [ASKED]: 1, [FIRST]: 1, [SECOND]: 1 }, { [FIRST]: 2 }, { [SECOND]: 2 });
    expect(decides(reaches, [FIRST, SECOND])).toBe(true);
    const tight = anyOf({ [ASKED]: 1, [FIRST]: 1, [SECOND]: 1, [THIRD]: 1 }, { [FIRST]: 2 }, { [SECOND]: 2 }, { [THIRD]: 2 });
    expect(decides(tight)).toBe(true);
    expect(decides(anyOf({ [ASKED]: 1, [FIRST]: 2, [SECOND]: 1 }, { [FIRST]: 2 }, { [SECOND]: 2 }), [FIRST, SECOND])).toBe(false);
  });

  it('changes none of the ranks it was given', () => {
    const branch = branchOf(OPEN);
    const before = structuredClone(branch);
    canDecide(anyOf({ [ASKED]: 1, [FIRST]: 2 }, { [SECOND]: 2 }), ASKED, branch, TELLING);
    expect(branch).toEqual(before);
  });

  it('is exactly what trying every completion says, wherever the search begins', () => {
    const seen = { yes: 0, no: 0 };
    const drawn = fc.record({
      ways: fc.array(way, { minLength: 1, maxLength: 5 }),
      open: fc.subarray(OPEN),
      starts: fc.array(way, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(drawn, ({ ways, open, starts }) => {
        const reaches = anyOf(...ways);
        const expected = decidesSomewhere(reaches, open);
        seen[expected ? 'yes' : 'no'] += 1;
        expect(decides(reaches, open, starts)).toBe(expected);
      }),
      { seed: SEED, numRuns: 500 },
    );
    // Both answers in number, or the comparison would prove little.
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(50);
  });
});
