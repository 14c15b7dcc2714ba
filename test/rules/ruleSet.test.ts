import { describe, expect, it } from 'vitest';
import { ANSWERS, FACT_NAMES, type FactName } from '../../src/rules/facts.ts';
import type { Area, Condition } from '../../src/rules/rule.ts';
import { GDPR, RULE_SETS, type RuleSet } from '../../src/rules/rulesets.ts';
import { SIMULATION_NAMES, SIMULATIONS } from '../../src/rules/simulations.ts';

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

const SETS: readonly RuleSet[] = [...RULE_SETS, ...SIMULATION_NAMES.map((name) => SIMULATIONS[name])];

describe.each(SETS)('every sentence of $id', ({ areas, noNeedToInform, notice = {} }) => {
  const exceptions = [...areas.flatMap((area) => area.exceptions), ...noNeedToInform];
  const aggravations = areas.flatMap((area) => area.aggravations);
  const rules = [...exceptions, ...aggravations, ...aggravations.flatMap(({ unless }) => unless)];
  const conditions = [...areas.flatMap(conditionsOf), ...noNeedToInform.flatMap(({ all }) => all)];
  const ofNotice = [notice.duty, notice.deadline, notice.threshold, notice.also].flatMap((statement) => statement ?? []);

  it('cites a source that is not our own: general rules, exceptions, aggravations, conditions, the notice', () => {
    const sentences = [...areas.map(({ general }) => general), ...rules, ...conditions, ...ofNotice];
    expect(sentences.length).toBeGreaterThan(60);
    for (const { says, cites } of sentences)
      expect(
        cites.filter(({ source }) => source !== 'OPEN_QUESTION'),
        says.en,
      ).not.toEqual([]);
  });

  it('is written in both languages, and rules have names of their own', () => {
    for (const { says } of [...rules, ...conditions, ...ofNotice]) expect(says.de.trim() && says.en.trim()).not.toBe('');
    const named = new Map([...rules, ...areas.map(({ general }) => general)].map((rule) => [rule.id, rule]));
    for (const rule of rules) expect(named.get(rule.id), rule.id).toBe(rule);
  });

  it('asks something: no exception and no aggravation holds without a condition', () => {
    for (const { all, id } of rules) expect(all.length, id).toBeGreaterThan(0);
  });
});
