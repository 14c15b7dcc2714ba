import { describe, expect, it } from 'vitest';
import { ANSWERS, FACT_NAMES } from '../../src/rules/facts.ts';
import { rankOfAnswer, ranksOf, worstRank } from '../../src/rules/ranks.ts';

describe('the place of an answer in the order of risk', () => {
  it.each(FACT_NAMES)('of %s begins with the best and ends with the worst', (fact) => {
    expect(ANSWERS[fact].map((answer) => rankOfAnswer(fact, answer))).toEqual(ANSWERS[fact].map((_, at) => at));
    expect(ANSWERS[fact][worstRank(fact)]).toBe(ANSWERS[fact].at(-1));
    expect(rankOfAnswer(fact, 'unknown')).toBe(worstRank(fact));
  });

  it('of what was not asked, or what this version does not know, is open', () => {
    expect(rankOfAnswer('access', undefined)).toBeUndefined();
    expect(rankOfAnswer('access', 'of-an-older-version')).toBeUndefined();
  });

  it('of what is open is assumed at either end', () => {
    expect(ranksOf({}, {}, 'best').outflow).toBe(0);
    expect(ranksOf({}, {}, 'worst').outflow).toBe(4);
  });

  it('of what comes unasked is that it has not happened, at either end', () => {
    expect(ranksOf({}, {}, 'worst')).toMatchObject({ authorityOrder: 0, delayRequested: 0 });
    expect(ranksOf({ delayRequested: 'yes' }, { authorityOrder: 'inform' }, 'best')).toMatchObject({
      authorityOrder: 1,
      delayRequested: 1,
    });
  });
});
