import { describe, expect, it } from 'vitest';
import { annexB, evidenceOf } from '../../src/law/sources.ts';
import { assess, type AssessmentInput } from '../../src/rules/assess.ts';
import { FACT_NAMES, type Answer, type FactName, type Facts } from '../../src/rules/facts.ts';
import { nextQuestion } from '../../src/rules/nextQuestion.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { EDPB_9_2022_ANNEX_B, hostingFlaw } from '../cases/edpb-9-2022-annex-b.ts';
import { inputOf } from '../cases/publishedCase.ts';

const VARIANTS = EDPB_9_2022_ANNEX_B.flatMap(({ no, title, variants }) => variants.map((variant) => ({ no, title, ...variant })));
type Tested = (typeof VARIANTS)[number];

const statuses = (facts: Facts, reading: 'strict' | 'de') =>
  Object.fromEntries(assess(inputOf(facts, reading)).duties.map(({ duty, status }) => [duty, status]));

const expected = ({ notify, notifyInGermany, inform }: Tested, reading: 'strict' | 'de') => ({
  'art33-5': 'owed',
  'art33-1': (reading === 'de' ? (notifyInGermany ?? notify) : notify) ? 'owed' : 'not-owed',
  'art34-1': inform ? 'owed' : 'not-owed',
});

it('the list holds all ten examples, i to x', () => {
  expect(EDPB_9_2022_ANNEX_B.map(({ no }) => no)).toEqual(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']);
});

it.each(EDPB_9_2022_ANNEX_B)('example $no carries the evidence that the citation prints', ({ no, evidence }) => {
  expect(evidenceOf(annexB(no))).toBe(evidence);
});

it.each(EDPB_9_2022_ANNEX_B.filter(({ table }) => /depends|if /.test(`${table.notify} ${table.inform}`)))(
  'example $no, where the table makes a condition, has variants that end differently and name what decides',
  ({ variants }) => {
    expect(new Set(variants.map(({ notify, inform }) => `${notify}/${inform}`)).size).toBeGreaterThan(1);
    expect(variants.filter(({ decidedBy }) => decidedBy !== undefined).length).toBeGreaterThan(0);
  },
);

it('what a variant says it is decided by, differs from another variant of its example', () => {
  for (const { variants, no } of EDPB_9_2022_ANNEX_B) {
    for (const { decidedBy = [], facts } of variants) {
      for (const fact of decidedBy)
        expect(new Set(variants.map((other) => other.facts[fact])).size, `${no} ${fact}`).toBeGreaterThan(1);
      for (const fact of decidedBy) expect(facts[fact], `${no} ${fact}`).toBeDefined();
    }
  }
});

/** Asks what the rules want to know and answers from the case until nothing is left; what the case is silent on is `unknown`. */
function answeredByQuestions(facts: Facts): Facts {
  const known: Partial<Record<FactName, Answer>> = {};
  for (let next = nextQuestion(inputOf(known)); next !== undefined; next = nextQuestion(inputOf(known))) {
    known[next.fact] = facts[next.fact] ?? 'unknown';
  }
  return known;
}

it('over the 18 cases and the ten examples the questions are at most 7 at the median and 11 at worst', () => {
  const sheets = [...EDPB_01_2021.map(({ facts }) => facts), ...EDPB_9_2022_ANNEX_B.map(({ variants: [first] }) => first.facts)];
  const counts = sheets.map((facts) => Object.keys(answeredByQuestions(facts)).length).toSorted((a, b) => a - b);
  const median = ((counts[13] ?? 0) + (counts[14] ?? 0)) / 2;
  console.log(
    `Questions asked over 18 cases and 10 examples (of ${FACT_NAMES.length} facts): median ${median}, worst ${counts.at(-1) ?? 0}`,
  );
  expect(counts).toHaveLength(28);
  expect(median).toBeLessThanOrEqual(7);
  // Case 9: that nothing follows rests on every one of its circumstances, so each has to be asked.
  expect(counts.at(-1)).toBeLessThanOrEqual(11);
});

describe.each(VARIANTS)('EDPB 9/2022, Annex B, example $no: $title; $says', (variant) => {
  it.each(['strict', 'de'] as const)('reaches the published actions under the reading "%s"', (reading) => {
    expect(statuses(variant.facts, reading)).toEqual(expected(variant, reading));
  });

  it('has nothing left to ask that the example does not tell', () => {
    expect(assess(inputOf(variant.facts)).ask).toEqual([]);
  });

  it('ends the same by the questions alone, a fact the example is silent on being unknown', () => {
    expect(statuses(answeredByQuestions(variant.facts), 'strict')).toEqual(expected(variant, 'strict'));
  });
});

it('example vii: the hosting company tells every controller, whatever the risk, and notifies no authority for them', () => {
  const { personalData, ...facts } = hostingFlaw;
  const input: AssessmentInput = {
    sheet: {
      incident: { personalData },
      dataSets: ['shop', 'clinic'].map((controller) => ({
        id: controller,
        controller,
        role: 'processor' as const,
        facts: { ...facts, sensitivity: controller === 'shop' ? 'everyday' : 'severe' },
      })),
    },
    controllers: [],
    self: 'host',
    startsAt: {},
  };
  expect(assess(input).duties.map(({ id, status }) => [id, status])).toEqual([
    ['art33-2:host:shop', 'owed'],
    ['art33-2:host:clinic', 'owed'],
  ]);
});
