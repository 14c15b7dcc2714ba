// In which order the open questions come: what can still settle most kinds of duty first, then what people know most easily, data set by data
// set. What a question can settle is found here by trying every answer to everything, and not by the search of the rules.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentInput, DutyKind, OpenFact } from '../../src/rules/assess.ts';
import { DUTY_KINDS } from '../../src/rules/assess.ts';
import { ANSWERS, FACT_NAMES, type FactName, type Facts } from '../../src/rules/facts.ts';
import { nextQuestion, openFacts, questionsInOrder } from '../../src/rules/nextQuestion.ts';
import { strengthsAt } from '../../src/rules/outcome.ts';
import { GDPR } from '../../src/rules/rulesets.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { EDPB_9_2022_ANNEX_B } from '../cases/edpb-9-2022-annex-b.ts';
import { inputOf } from '../cases/publishedCase.ts';
import { arbitraryInput, runs } from './arbitraryInput.ts';
import { absentFacts, answer, askedFor } from './questionnaire.ts';

const PUBLISHED = [...EDPB_01_2021, ...EDPB_9_2022_ANNEX_B.flatMap(({ variants }) => variants)];

/** The duties of this kind as they stand when nothing is open. */
const dutiesOfKind = (input: AssessmentInput, kind: DutyKind): string =>
  JSON.stringify(
    [...strengthsAt(input, input.sheet.dataSets, GDPR, 'worst')].filter(([id]) => id.startsWith(`${kind}:`)).toSorted(),
  );

/** For how many kinds of duty some answers to the others exist in which two answers to this end differently. */
function settles(input: AssessmentInput, asked: OpenFact, absent: readonly OpenFact[]): number {
  const sheets = absent
    .filter((other) => other !== asked)
    .reduce<readonly AssessmentInput[]>(
      (some, open) => some.flatMap((sheet) => ANSWERS[open.fact].map((value) => answer(sheet, open, value))),
      [input],
    );
  const ends = (sheet: AssessmentInput, kind: DutyKind) =>
    new Set(ANSWERS[asked.fact].map((value) => dutiesOfKind(answer(sheet, asked, value), kind)));
  return DUTY_KINDS.filter((kind) => sheets.some((sheet) => ends(sheet, kind).size > 1)).length;
}

/** A published case of which a few answers are open again. */
const withGaps = fc
  .tuple(fc.constantFrom(...PUBLISHED), fc.subarray([...FACT_NAMES], { minLength: 2, maxLength: 4 }))
  .map(([{ facts }, open]) => {
    const full = absentFacts(inputOf(facts)).reduce((sheet, one) => answer(sheet, one, ANSWERS[one.fact][0]), inputOf(facts));
    return absentFacts(inputOf({}))
      .filter(({ fact }) => open.includes(fact))
      .reduce((sheet, one) => answer(sheet, one, undefined), full);
  });

const place = ({ fact }: OpenFact): number => FACT_NAMES.indexOf(fact);

describe('the order of asking', () => {
  it('puts first what bears on more kinds of duty, and of the rest what people know more easily', () => {
    let decidedByWeight = 0;
    const { numRuns = 0 } = runs(0.02);
    fc.assert(
      fc.property(withGaps, (input) => {
        const absent = absentFacts(input);
        const weighed = questionsInOrder(input).map((open) => {
          const same = absent.find(({ fact, dataSet }) => fact === open.fact && dataSet === open.dataSet) ?? open;
          return { place: place(open), weight: open.dataSet === undefined ? Infinity : settles(input, same, absent) };
        });
        expect(weighed).toEqual(
          weighed.toSorted((one, other) =>
            one.weight === other.weight ? one.place - other.place : one.weight < other.weight ? 1 : -1,
          ),
        );
        if (weighed.some((one, at) => one.place > (weighed[at + 1]?.place ?? Infinity))) decidedByWeight += 1;
      }),
      runs(0.02),
    );
    // Else the order of the vocabulary alone would pass. A single sheet, as mutants are judged by, need not show it.
    if (numRuns > 1) expect(decidedByWeight).toBeGreaterThan(0);
  });

  it('is an order of exactly the open facts, one data set after the other, and begins with the next question', () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const ordered = questionsInOrder(input);
        const keyOf = ({ fact, dataSet }: OpenFact) => `${dataSet ?? ''}/${fact}`;
        expect(ordered.map(keyOf).toSorted()).toEqual(openFacts(input).map(keyOf).toSorted());
        expect(nextQuestion(input)).toEqual(ordered[0]);
        const places = ordered.map(({ dataSet }) =>
          dataSet === undefined ? -1 : input.sheet.dataSets.findIndex(({ id }) => id === dataSet),
        );
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
      runs(0.03),
    );
  });

  const asked = PUBLISHED.map(({ facts }) => askedFor(facts));
  const BUILDS_ON: readonly (readonly [FactName, FactName])[] = [
    ['keySecret', 'encryption'],
    ['deletionConfirmed', 'recipient'],
    ['highRiskAverted', 'exceptionToInforming'],
    ['secrecyWeighing', 'exceptionToInforming'],
  ];
  it.each(BUILDS_ON)('never asks for %s before %s', (later, earlier) => {
    const builtOn = asked.filter((facts) => facts.includes(later));
    expect(builtOn.every((facts) => facts.includes(earlier) && facts.indexOf(earlier) < facts.indexOf(later))).toBe(true);
    // Two are asked only after an answer that no published case gives.
    if (later === 'keySecret' || later === 'deletionConfirmed') expect(builtOn.length).toBeGreaterThan(0);
  });

  it('asks in case 3 what people felt before who had the data: it can settle the notice as well', () => {
    const known: Facts = { personalData: 'yes', access: 'happened', encryption: 'none', outflow: 'excluded' };
    expect(nextQuestion(inputOf(known))).toMatchObject({ fact: 'effectOnPersons' });
    expect(openFacts(inputOf(known))[0]).toMatchObject({ fact: 'recipient' });
  });
});
