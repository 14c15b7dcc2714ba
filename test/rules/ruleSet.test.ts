import { describe, expect, it } from 'vitest';
import { ANSWERS, FACT_NAMES, type FactName } from '../../src/rules/facts.ts';
import { applies, type Area, type Condition, isProven, type Ranks } from '../../src/rules/rule.ts';
import { areaLevel, levelOf } from '../../src/rules/riskLevel.ts';
import { GDPR } from '../../src/rules/rulesets.ts';

const conditionsOf = ({ hurt, exceptions, aggravations }: Area): readonly Condition[] => {
  const rules = [hurt, ...exceptions, ...aggravations, ...aggravations.flatMap(({ unless }) => unless)];
  return rules.flatMap(({ all }): readonly Condition[] => all);
};
const factsOf = (area: Area): readonly FactName[] => [...new Set(conditionsOf(area).map(({ fact }) => fact))];

const LEAST = Object.fromEntries(FACT_NAMES.map((fact) => [fact, 0])) as Ranks;

/** Every combination of answers to the facts an area looks at. */
const everySheet = (area: Area): readonly Ranks[] =>
  factsOf(area).reduce<readonly Ranks[]>(
    (sheets, fact) => sheets.flatMap((sheet) => ANSWERS[fact].map((_, rank) => ({ ...sheet, [fact]: rank }))),
    [LEAST],
  );

/** Pairs of rules that hold at once and say different things: an exception that lowers the risk, an aggravation that raises it. */
function contradictions(area: Area): readonly string[] {
  const found = everySheet(area).flatMap((ranks) => {
    const lowering = area.exceptions.filter((exception) => isProven(exception, ranks));
    const raising = area.aggravations.filter((aggravation) => applies(aggravation, ranks));
    return lowering.flatMap((exception) => raising.map((aggravation) => `${exception.id} against ${aggravation.id}`));
  });
  return [...new Set(found)];
}

describe.each(GDPR.areas)('the rules on $id', (area) => {
  it('never contradict each other, over every combination of answers', () => {
    expect(contradictions(area)).toEqual([]);
  });

  it('a planted contradiction is found, and then the graver result counts', () => {
    const [first] = area.exceptions;
    if (first === undefined) throw new Error('Every area has an exception.');
    const always = { ...first, id: 'planted/always', all: [] };
    const planted = { ...area, exceptions: [...area.exceptions, always] };
    expect(contradictions(planted)).not.toEqual([]);
    const gravest = Object.fromEntries(FACT_NAMES.map((fact) => [fact, ANSWERS[fact].length - 1])) as Ranks;
    expect(areaLevel(planted, gravest)).toBe(levelOf('high'));
  });

  it('hold an answer for every limit they name', () => {
    for (const { fact, limit } of conditionsOf(area)) expect(ANSWERS[fact][limit]).toBeDefined();
  });
});

it('no fact of Art. 34(3) is also a fact of the risk: the search for the next question looks at them apart', () => {
  const ofRisk = GDPR.areas.flatMap(factsOf);
  const ofRelease = GDPR.noNeedToInform.flatMap(({ all }) => all.map(({ fact }) => fact));
  expect(ofRelease.filter((fact) => ofRisk.includes(fact))).toEqual([]);
});

it('every fact of the vocabulary is used by a rule', () => {
  const used = [
    ...GDPR.areas.flatMap(factsOf),
    ...GDPR.noNeedToInform.flatMap(({ all }) => all.map(({ fact }) => fact)),
    'personalData',
    // Acts of an authority: `art34/authorityOrder.ts` and `hints.ts` read them.
    'authorityOrder',
    'delayRequested',
  ];
  expect(FACT_NAMES.filter((fact) => !used.includes(fact))).toEqual([]);
});
