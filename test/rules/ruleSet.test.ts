import { describe, expect, it } from 'vitest';
import { ANSWERS, FACT_NAMES, type FactName } from '../../src/rules/facts.ts';
import type { Area, Condition } from '../../src/rules/rule.ts';
import { GDPR } from '../../src/rules/rulesets.ts';

const conditionsOf = ({ hurt, exceptions, aggravations }: Area): readonly Condition[] => {
  const rules = [hurt, ...exceptions, ...aggravations, ...aggravations.flatMap(({ unless }) => unless)];
  return rules.flatMap(({ all }): readonly Condition[] => all);
};
const factsOf = (area: Area): readonly FactName[] => [...new Set(conditionsOf(area).map(({ fact }) => fact))];

describe.each(GDPR.areas)('the rules on $id', (area) => {
  it('hold an answer for every limit they name', () => {
    for (const { fact, limit } of conditionsOf(area)) expect(ANSWERS[fact][limit]).toBeDefined();
  });
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
