// Two rules that contradict each other fail here. The second half is the test of the test: contradictions planted on purpose are found,
// and until somebody mends them no duty is lost.
import { describe, expect, it } from 'vitest';
import { gdpr } from '../../src/law/sources.ts';
import { assess } from '../../src/rules/assess.ts';
import { contradictionsAt, contradictionsBetween, contradictionsIn, type Contradiction } from '../../src/rules/contradictions.ts';
import { ANSWERS, FACT_NAMES, type FactName, type Facts } from '../../src/rules/facts.ts';
import {
  atLeast,
  atMost,
  type Aggravation,
  type Area,
  type Condition,
  type Exception,
  type Ranks,
} from '../../src/rules/rule.ts';
import { GDPR, RULE_SETS, type RuleSet, type RuleSetInForce } from '../../src/rules/rulesets.ts';
import { SIMULATION_NAMES, SIMULATIONS } from '../../src/rules/simulations.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { EDPB_9_2022_ANNEX_B } from '../cases/edpb-9-2022-annex-b.ts';
import { inputOf } from '../cases/publishedCase.ts';
import { IS_MUTATION } from './arbitraryInput.ts';

const LEAST = Object.fromEntries(FACT_NAMES.map((fact) => [fact, 0])) as Ranks;

function conditionsOf({ hurt, exceptions, aggravations }: Area): readonly Condition[] {
  const rules = [hurt, ...exceptions, ...aggravations, ...aggravations.flatMap(({ unless }) => unless)];
  return rules.flatMap(({ all }): readonly Condition[] => all);
}

/** The answers that some condition of the area tells from the one before; the others count like their milder neighbour. */
function tellingRanks(fact: FactName, conditions: readonly Condition[]): readonly number[] {
  const borders = conditions
    .filter((one) => one.fact === fact)
    .map(({ bound, limit }) => (bound === 'atMost' ? limit + 1 : limit));
  return ANSWERS[fact].map((_, rank) => rank).filter((rank) => rank === 0 || borders.includes(rank));
}

/** Every combination of answers the area tells apart. One by one, for they are many. */
function* everySheet(area: Area): Generator<Ranks> {
  const conditions = conditionsOf(area);
  const facts = [...new Set(conditions.map(({ fact }) => fact))];
  const choices = facts.map((fact) => tellingRanks(fact, conditions));
  const combinations = choices.reduce((product, { length }) => product * length, 1);
  for (let number = 0; number < combinations; number += 1) {
    let rest = number;
    const sheet: Record<FactName, number> = { ...LEAST };
    for (const [at, fact] of facts.entries()) {
      const ranks = choices[at] ?? [0];
      sheet[fact] = ranks[rest % ranks.length] ?? 0;
      rest = Math.floor(rest / ranks.length);
    }
    yield sheet;
  }
}

const named = (found: readonly Contradiction[]): readonly string[] => [
  ...new Set(found.map(({ first, second }) => `${first} against ${second}`)),
];
const contradictionsOf = (area: Area): readonly string[] =>
  named([...contradictionsBetween(area), ...everySheet(area).flatMap((ranks) => contradictionsAt(area, ranks))]);

/** Every set that was law, and every proposal. Areas that a proposal takes over unchanged are tried once. */
const EVERY_SET: readonly RuleSet[] = [...RULE_SETS, ...SIMULATION_NAMES.map((name) => SIMULATIONS[name])];
const AREAS = EVERY_SET.flatMap(({ id, areas }, at) =>
  areas
    .filter((area) => !EVERY_SET.slice(0, at).some((before) => before.areas.includes(area)))
    .map((area) => ({ set: id, name: area.id, area })),
);

it.skipIf(IS_MUTATION).each(AREAS)(
  'the rules of $set on $name never contradict each other, over every combination of answers',
  ({ area }) => {
    expect([...everySheet(area).take(9)]).toHaveLength(9);
    expect(contradictionsOf(area)).toEqual([]);
  },
);

it('no published case raises an alarm', () => {
  const sheets: readonly Facts[] = [
    {},
    ...EDPB_01_2021.map(({ facts }) => facts),
    ...EDPB_9_2022_ANNEX_B.flatMap(({ variants }) => variants.map(({ facts }) => facts)),
  ];
  for (const facts of sheets) for (const set of EVERY_SET) expect(contradictionsIn(inputOf(facts), set)).toEqual([]);
});

const says = { de: 'geplant', en: 'planted' };
const cites = [gdpr(33, 1)];
const [confidentiality, ...others] = GDPR.areas;
if (confidentiality === undefined) throw new Error('The set has areas.');

const stolenButFew: Exception = {
  kind: 'exception',
  id: 'planted/few',
  gives: 'unlikely',
  says,
  cites,
  all: [atMost('persons', 'few', says, cites)],
};
const anyAccess: Aggravation = {
  kind: 'aggravation',
  id: 'planted/any-access',
  gives: 'high',
  says,
  cites,
  all: [atLeast('access', 'happened', says, cites)],
  unless: [],
};
const withException = (...planted: readonly Exception[]): Area => ({
  ...confidentiality,
  exceptions: [...confidentiality.exceptions, ...planted],
});
const withAggravation = (...planted: readonly Aggravation[]): Area => ({
  ...confidentiality,
  aggravations: [...confidentiality.aggravations, ...planted],
});
const [firstException] = confidentiality.exceptions;
if (firstException === undefined) throw new Error('The area has exceptions.');

const PLANTED: readonly (readonly [string, Area, string])[] = [
  [
    'an exception that holds beside an aggravation',
    withException(stolenButFew),
    'planted/few against art34/high-risk/criminal-hands',
  ],
  [
    'an aggravation that holds beside an exception',
    withAggravation(anyAccess),
    'art33/unlikely-risk/unintelligible against planted/any-access',
  ],
  [
    'the same conditions with another result',
    withException({ ...firstException, id: 'planted/twin', gives: 'low' }),
    'art33/unlikely-risk/unintelligible against planted/twin',
  ],
  [
    'one id for two rules',
    withException({ ...stolenButFew, id: firstException.id }),
    'art33/unlikely-risk/unintelligible against art33/unlikely-risk/unintelligible',
  ],
  [
    'an exception that takes nothing back',
    withException({ ...stolenButFew, gives: 'risk' }),
    'planted/few against art33/confidentiality-risk',
  ],
  [
    'an aggravation that makes nothing heavier',
    withAggravation({ ...anyAccess, gives: 'low' }),
    'planted/any-access against art33/confidentiality-risk',
  ],
  [
    'an aggravation that says no more than the general rule',
    withAggravation({ ...anyAccess, gives: 'risk' }),
    'planted/any-access against art33/confidentiality-risk',
  ],
];

describe('a contradiction planted on purpose is found:', () => {
  it.each(PLANTED)('%s', (_what, area, expected) => {
    expect(contradictionsOf(area)).toContain(expected);
  });

  it('two aggravations that part only in what they make an exception for do not contradict each other', () => {
    const mild: Area = { ...confidentiality, general: { ...confidentiality.general, gives: 'low' }, exceptions: [] };
    const grave = { ...anyAccess, id: 'planted/grave', unless: [stolenButFew] };
    const graver = { ...anyAccess, id: 'planted/less-grave', gives: 'risk' as const };
    expect(contradictionsBetween({ ...mild, aggravations: [grave, graver] })).toEqual([]);
    expect(named(contradictionsBetween({ ...mild, aggravations: [grave, { ...graver, unless: [stolenButFew] }] }))).toEqual([
      'planted/grave against planted/less-grave',
    ]);
    // What one asks for as its exception is not what the other asks for as a condition.
    const asCondition = { ...grave, id: 'planted/as-condition', gives: 'risk' as const, all: [...grave.all], unless: [] };
    expect(contradictionsBetween({ ...mild, aggravations: [grave, asCondition] })).toEqual([]);
  });

  it('two rules that say the same of the same facts do not contradict each other', () => {
    expect(contradictionsBetween(withException({ ...firstException, id: 'planted/echo' }))).toEqual([]);
  });

  it('conditions in another order are still the same conditions', () => {
    const twin = { ...firstException, id: 'planted/twin', gives: 'low' as const, all: firstException.all.toReversed() };
    expect(named(contradictionsBetween(withException(twin)))).toEqual([
      'art33/unlikely-risk/unintelligible against planted/twin',
    ]);
  });
});

describe('in operation', () => {
  const set = (area: Area): RuleSetInForce => ({ ...GDPR, id: 'planted', areas: [area, ...others] });
  const fewStolen: Facts = {
    personalData: 'yes',
    access: 'happened',
    encryption: 'none',
    recipient: 'criminal',
    sensitivity: 'severe',
    outflow: 'shown',
    persons: 'few',
    effectOnPersons: 'minor',
    duration: 'hours',
    volume: 'little',
    availability: 'unaffected',
    alteration: 'none',
    exceptionToInforming: 'none',
  };
  const standing = (area: Area) =>
    assess(inputOf(fewStolen), set(area))
      .duties.filter(({ status }) => status === 'owed')
      .map(({ duty }) => duty);

  it('contradicting rules yield the union of their duties', () => {
    // Alone, the planted exception would leave nothing but the record; the aggravation beside it brings all three duties.
    expect(standing({ ...withException(stolenButFew), aggravations: [] })).toEqual(['art33-5']);
    expect(standing(withException(stolenButFew))).toEqual(['art33-5', 'art33-1', 'art34-1']);
  });

  it('a rule that says less than another never weakens it', () => {
    const harmless = { ...anyAccess, id: 'planted/harmless', gives: 'unlikely' as const };
    expect(standing(withAggravation(harmless))).toEqual(['art33-5', 'art33-1', 'art34-1']);
  });

  it('they are named, so that an alarm can be raised, and each pair once', () => {
    expect(named(contradictionsIn(inputOf(fewStolen), set(withException(stolenButFew))))).toEqual([
      'planted/few against art34/high-risk/criminal-hands',
      'planted/few against art34/high-risk/sensitive-data',
    ]);
  });

  it('they are named already while facts are missing', () => {
    const open: Facts = { personalData: 'yes', access: 'happened', recipient: 'criminal', persons: 'few' };
    expect(contradictionsIn(inputOf(open), set(withException(stolenButFew)))).not.toEqual([]);
  });

  it('they are named in a proposal too', () => {
    const proposal: RuleSet = { ...SIMULATIONS.omnibus, areas: [withException(stolenButFew), ...others] };
    expect(named(contradictionsIn(inputOf(fewStolen), proposal))).toContain('planted/few against art34/high-risk/criminal-hands');
  });

  it('no alarm is raised for what does not concern the case', () => {
    const lockedOnly: Facts = { personalData: 'yes', access: 'none', persons: 'few' };
    expect(contradictionsIn(inputOf(lockedOnly), set(withException(stolenButFew)))).toEqual([]);
  });
});
