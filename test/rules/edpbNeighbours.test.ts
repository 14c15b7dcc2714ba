import { describe, expect, it } from 'vitest';
import { assess, type Reading } from '../../src/rules/assess.ts';
import type { Facts } from '../../src/rules/facts.ts';
import type { Aggravation, Condition, Exception } from '../../src/rules/rule.ts';
import { strengthsAt } from '../../src/rules/outcome.ts';
import { GDPR, type RuleSetInForce } from '../../src/rules/rulesets.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { NEIGHBOURS, type Neighbour, OWN_EXAMPLES } from '../cases/edpb-01-2021-neighbours.ts';
import { inputOf, without } from '../cases/publishedCase.ts';
import { IS_MUTATION } from './arbitraryInput.ts';

function factsOf(no: string): Facts {
  const published = EDPB_01_2021.find((one) => one.no === no);
  if (published === undefined) throw new Error(`There is no case ${no}.`);
  return published.facts;
}

const changed = ({ of, fact, answer }: Neighbour): Facts =>
  answer === undefined ? without(factsOf(of), fact) : { ...factsOf(of), [fact]: answer };

function outcome(facts: Facts, reading: Reading, ruleSet: RuleSetInForce = GDPR) {
  const { duties } = assess(inputOf(facts, reading), ruleSet);
  const statusOf = (kind: string) => duties.find(({ duty }) => duty === kind)?.status;
  return { notify: statusOf('art33-1'), inform: statusOf('art34-1') };
}

describe.each(NEIGHBOURS)('case $of, but $fact is "$answer": $because', (neighbour) => {
  it('strict', () => {
    expect(outcome(changed(neighbour), 'strict')).toEqual({ notify: neighbour.notify, inform: neighbour.inform });
  });
  it('in Germany', () => {
    const notify = neighbour.notifyInGermany ?? neighbour.notify;
    expect(outcome(changed(neighbour), 'de')).toEqual({ notify, inform: neighbour.inform });
  });
});

it.each(OWN_EXAMPLES)('$title', ({ facts, notify, notifyInGermany, inform }) => {
  expect(outcome(facts, 'strict')).toEqual({ notify, inform });
  expect(outcome(facts, 'de')).toEqual({ notify: notifyInGermany ?? notify, inform });
});

it('every case has at least three neighbours, and each really changes one fact', () => {
  for (const { no, facts } of EDPB_01_2021) {
    const around = NEIGHBOURS.filter(({ of }) => of === no);
    expect(around.length, no).toBeGreaterThanOrEqual(3);
    for (const { fact, answer } of around) expect(facts[fact], `${no} ${fact}`).not.toBe(answer);
  }
});

/** The rule set as it would be had nobody written this rule. */
function withoutRule(id: string): RuleSetInForce {
  const others = <T extends { readonly id: string }>(rules: readonly T[]) => rules.filter((rule) => rule.id !== id);
  return {
    ...GDPR,
    noNeedToInform: others(GDPR.noNeedToInform),
    areas: GDPR.areas.map((area) => ({
      ...area,
      exceptions: others(area.exceptions),
      aggravations: others(area.aggravations).map((aggravation) => ({ ...aggravation, unless: others(aggravation.unless) })),
    })),
  };
}

const allRules: readonly string[] = [
  ...new Set(
    GDPR.areas.flatMap(({ exceptions, aggravations }) => [
      ...exceptions.map(({ id }) => id),
      ...aggravations.flatMap(({ id, unless }) => [id, ...unless.map((exception: Exception) => exception.id)]),
    ]),
  ),
  ...GDPR.noNeedToInform.map(({ id }) => id),
];

/** Which published cases would come out otherwise without the rule, or why none does. */
const DECISIVE: Readonly<Record<string, readonly string[] | string>> = {
  'art33/unlikely-risk/unintelligible': ['01', '06', '10'],
  'art33/unlikely-risk/trusted-recipient': ['09'],
  'art33/unlikely-risk/trivial-mistake': ['13', '15'],
  'art33/unlikely-risk/restored-in-time': ['01', '10'],
  'art33/unlikely-risk/corrected-without-effect': ['01'],
  'art33/low-risk/bound-recipient': 'No published case turns on a low risk; derived from case 9 (Q-03).',
  'art33/low-risk/under-pseudonyms': 'No published case speaks of pseudonymised data; derived from Art. 4(5) (Q-10).',
  'art33/low-risk/everyday-data-to-known': 'No published case turns on a low risk; derived from case 15 (Q-03).',
  'art33/low-risk/everyday-data-of-few': 'No published case turns on a low risk; derived from Annex B, x (Q-03).',
  'art33/low-risk/hardly-identifiable': 'No published case turns on a low risk; derived from recital 26 (Q-33).',
  'art33/low-risk/everyday-data-not-taken': 'No published case turns on a low risk; derived from case 2 (Q-03).',
  'art33/low-risk/missed-by-nobody': 'No published case turns on a low risk; derived from case 1 (Q-03).',
  'art33/low-risk/lost-but-not-sensitive': 'No published case turns on a low risk; derived from case 12 (Q-03).',
  'art33/low-risk/corrected-with-minor-effect': 'No published case turns on a low risk; derived from case 1 (Q-03, Q-14).',
  'art34/high-risk/criminal-hands': ['11'],
  'art34/high-risk/nothing-taken':
    'For data that are not sensitive complete logs without a sign suffice (case 2); case 3 informs for another reason (Q-04).',
  'art34/high-risk/no-sign-in-complete-logs': 'Case 2 is read as proof that nothing was taken; derived from it (Q-04).',
  'art34/high-risk/sensitive-data': ['14'],
  'art34/high-risk/already-misused': 'Where misuse is reported, the data are with criminals or everyday ones (Q-06).',
  'art34/high-risk/harm-threatens': 'Where serious harm is reported, the data are sensitive or care suffers; recital 75 (Q-33).',
  'art34/high-risk/long-exposed': 'In case 5 the data are with criminals besides (Q-33).',
  'art34/high-risk/much-about-each': 'In case 18 the data are with criminals besides (Q-33).',
  'art34/high-risk/vulnerable-people': 'No published case ends otherwise for who the people are; recital 75 (Q-06).',
  'art34/high-risk/hidden-people': 'No published case speaks of secret addresses; recital 75 (Q-06).',
  'art34/high-risk/people-suffer': ['03'],
  'art34/no-need-to-inform/high-risk-averted': 'No published case turns on Art. 34(3)(b); the rule is the statute itself (Q-11).',
  'art34/no-need-to-inform/secrecy-prevails': 'No published case turns on § 29 BDSG; the rule is the statute itself (Q-11).',
};

describe.skipIf(IS_MUTATION)('every rule earns its place', () => {
  it('the table names every rule', () => {
    expect(Object.keys(DECISIVE).toSorted()).toEqual(allRules.toSorted());
  });

  it.each(allRules)('%s decides the cases it is said to decide', (id) => {
    const decides = EDPB_01_2021.filter(({ facts }) =>
      (['strict', 'de'] as const).some((reading) => {
        const withIt = outcome(facts, reading);
        const withoutIt = outcome(facts, reading, withoutRule(id));
        return withIt.notify !== withoutIt.notify || withIt.inform !== withoutIt.inform;
      }),
    ).map(({ no }) => no);
    const said = DECISIVE[id];
    expect(decides).toEqual(typeof said === 'string' ? [] : said);
  });

  it.each(allRules)('%s decides at least one neighbour or one case', (id) => {
    const sheets = [
      ...EDPB_01_2021.map(({ facts }) => facts),
      ...NEIGHBOURS.map(changed),
      ...OWN_EXAMPLES.map(({ facts }) => facts),
    ];
    const differs = sheets.some((facts) =>
      (['strict', 'de'] as const).some(
        (reading) => JSON.stringify(outcome(facts, reading)) !== JSON.stringify(outcome(facts, reading, withoutRule(id))),
      ),
    );
    expect(differs).toBe(true);
  });
});

const CHANGES = ['without it', 'one answer milder', 'one answer worse'] as const;
type Change = (typeof CHANGES)[number];

/** Without these the exception would contradict a rule on serious harm, which goes first; `ruleSet.test.ts` would see it. */
const ONLY_KEEPS_RULES_APART = [
  'art33/unlikely-risk/trusted-recipient: effectOnPersons',
  'art33/unlikely-risk/trivial-mistake: effectOnPersons',
  'art33/low-risk/bound-recipient: effectOnPersons',
  'art33/low-risk/under-pseudonyms: effectOnPersons',
  'art33/low-risk/everyday-data-to-known: effectOnPersons',
  'art33/low-risk/everyday-data-of-few: effectOnPersons',
  'art33/low-risk/hardly-identifiable: effectOnPersons',
  'art33/low-risk/corrected-with-minor-effect: effectOnPersons',
];
const changesOf = (condition: string): readonly Change[] =>
  ONLY_KEEPS_RULES_APART.includes(condition) ? ['one answer milder'] : CHANGES;

/** The rule set with one condition of one rule changed, wherever that rule stands. */
function withCondition(id: string, at: number, change: Change): RuleSetInForce {
  const mutate = <T extends Exception | Aggravation>(rule: T): T => {
    const unless = rule.kind === 'aggravation' ? { unless: rule.unless.map(mutate) } : {};
    if (rule.id !== id) return { ...rule, ...unless };
    const all = (rule.all as readonly Condition[]).flatMap((condition, place) => {
      if (place !== at) return [condition];
      const step = change === 'one answer worse' ? 1 : -1;
      return change === 'without it' ? [] : [{ ...condition, limit: condition.limit + step }];
    });
    return { ...rule, ...unless, all };
  };
  const areas = GDPR.areas.map((area) => ({
    ...area,
    hurt: mutate(area.hurt),
    exceptions: area.exceptions.map(mutate),
    aggravations: area.aggravations.map(mutate),
  }));
  return { ...GDPR, areas, noNeedToInform: GDPR.noNeedToInform.map(mutate) };
}

describe.skipIf(IS_MUTATION)(
  'every condition earns its place: change one, and a case, a neighbour or an example comes out otherwise',
  () => {
    const sheets = [
      ...EDPB_01_2021.map(({ facts }) => facts),
      ...NEIGHBOURS.map(changed),
      ...OWN_EXAMPLES.map(({ facts }) => facts),
    ];
    /** Both ends of what is open, for all duties, without the reasons. */
    const outcomes = (ruleSet: RuleSetInForce) =>
      JSON.stringify(
        sheets.flatMap((facts) =>
          (['strict', 'de'] as const).flatMap((reading) => {
            const input = inputOf(facts, reading);
            return (['best', 'worst'] as const).map((end) => [
              ...strengthsAt(input, input.sheet.dataSets, ruleSet, end).values(),
            ]);
          }),
        ),
      );
    const asItStands = outcomes(GDPR);
    const rules = new Map(
      GDPR.areas
        .flatMap(({ hurt, exceptions, aggravations }) => [
          hurt,
          ...exceptions,
          ...aggravations,
          ...aggravations.flatMap(({ unless }) => unless),
        ])
        .concat(GDPR.noNeedToInform)
        .map((rule) => [rule.id, rule]),
    );
    const conditions = [...rules.values()].flatMap(({ id, all }) => all.map(({ fact }, at) => ({ id, fact, at })));

    it.each(conditions)('$id: $fact', ({ id, fact, at }) => {
      for (const change of changesOf(`${id}: ${fact}`)) {
        expect(outcomes(withCondition(id, at, change)) === asItStands, change).toBe(false);
      }
    });
  },
);
