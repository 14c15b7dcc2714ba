import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type AssessmentInput, type OpenFact } from '../../src/rules/assess.ts';
import { ANSWERS, FACT_NAMES } from '../../src/rules/facts.ts';
import { nextQuestion, openFacts } from '../../src/rules/nextQuestion.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { inputOf } from '../cases/publishedCase.ts';
import { arbitraryInput, IS_MUTATION, runs } from './arbitraryInput.ts';
import { absentFacts, answer, dutiesOf } from './questionnaire.ts';

/** Every way of answering all of these. */
function completions(input: AssessmentInput, facts: readonly OpenFact[]): readonly AssessmentInput[] {
  return facts.reduce<readonly AssessmentInput[]>(
    (sheets, open) => sheets.flatMap((sheet) => ANSWERS[open.fact].map((value) => answer(sheet, open, value))),
    [input],
  );
}

/** The definition itself, by trying everything: some completion of the others in which two answers end in different duties. */
function matters(input: AssessmentInput, asked: OpenFact, absent: readonly OpenFact[]): boolean {
  const others = absent.filter((other) => other !== asked);
  return completions(input, others).some(
    (sheet) => new Set(ANSWERS[asked.fact].map((value) => dutiesOf(answer(sheet, asked, value)))).size > 1,
  );
}

/** A drawn sheet, or one of the published cases: in drawn ones the second data set often hides what the first could still change. */
const anySheet = fc.oneof(
  arbitraryInput,
  fc.constantFrom(...EDPB_01_2021).map(({ facts }) => inputOf(facts)),
);

/** The sheet with all its gaps filled, and then a few places, drawn from everywhere, opened again. */
const almostComplete = fc.tuple(anySheet, fc.infiniteStream(fc.nat(1_000)), fc.nat(4)).map(([input, numbers, gaps]) => {
  const draw = () => numbers.next().value ?? 0;
  const full = absentFacts(input).reduce((sheet, open) => {
    const values = ANSWERS[open.fact];
    return answer(sheet, open, values[draw() % values.length] ?? values[0]);
  }, input);
  const places = full.sheet.dataSets.flatMap(({ id }) => FACT_NAMES.map((fact): OpenFact => ({ fact, dataSet: id })));
  const opened = places.map((place) => ({ place, by: draw() })).toSorted((a, b) => a.by - b.by);
  return opened.slice(0, gaps).reduce((sheet, { place }) => answer(sheet, place, undefined), full);
});

const keyOf = ({ fact, dataSet }: OpenFact) => `${dataSet ?? ''}/${fact}`;

describe('what is asked', () => {
  it.skipIf(IS_MUTATION)(
    'is exactly what some completion makes decisive, compared with trying every completion',
    { timeout: 900_000 },
    () => {
      let decisive = 0;
      let idle = 0;
      fc.assert(
        fc.property(almostComplete, (input) => {
          const absent = absentFacts(input);
          const expected = absent.filter((open) => matters(input, open, absent)).map(keyOf);
          decisive += expected.length;
          idle += absent.length - expected.length;
          expect(openFacts(input).map(keyOf)).toEqual(expected);
        }),
        runs(0.1),
      );
      // The sheets drawn hold both kinds in number, or the comparison would prove little.
      expect(Math.min(decisive, idle)).toBeGreaterThan(500);
    },
  );

  it('stopping when nothing is asked ends in the duties of the full questionnaire', { timeout: 900_000 }, () => {
    const everything = fc.tuple(arbitraryInput, fc.infiniteStream(fc.nat(1_000)));
    fc.assert(
      fc.property(everything, ([start, numbers]) => {
        const draw = ({ fact }: OpenFact) => {
          const values = ANSWERS[fact];
          return values[(numbers.next().value ?? 0) % values.length] ?? values[0];
        };
        let input = start;
        // The order does not matter here; that of asking costs several searches more.
        for (let [next] = openFacts(input); next !== undefined; [next] = openFacts(input))
          input = answer(input, next, draw(next));
        const stoppedWith = dutiesOf(input);
        for (let sample = 0; sample < 3; sample += 1) {
          const full = absentFacts(input).reduce((sheet, open) => answer(sheet, open, draw(open)), input);
          if (dutiesOf(full) !== stoppedWith) throw new Error('A question that was not asked changed a duty.');
        }
      }),
      runs(),
    );
  });

  it('never is something answered, not even with "unknown"', { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const absent = new Set(absentFacts(input).map(keyOf));
        if (openFacts(input).some((open) => !absent.has(keyOf(open)))) throw new Error('Asked twice.');
      }),
      runs(0.5),
    );
  });
});

describe('in order', () => {
  it('begins with whether personal data are involved, and ends there when they are not', () => {
    expect(nextQuestion(inputOf({}))).toEqual({ fact: 'personalData' });
    expect(openFacts(inputOf({ personalData: 'no' }))).toEqual([]);
  });

  it('asks for the key only where something was encrypted', () => {
    const base = { personalData: 'yes', access: 'happened' };
    const asks = (encryption: string) => openFacts(inputOf({ ...base, encryption })).map(({ fact }) => fact);
    expect(asks('state-of-the-art')).toContain('keySecret');
    expect(asks('none')).not.toContain('keySecret');
    expect(asks('unknown')).not.toContain('keySecret');
  });

  it('asks a processor only whether there is a breach at all', () => {
    const [dataSet] = inputOf({ personalData: 'yes' }).sheet.dataSets;
    if (dataSet === undefined) throw new Error('The sheet has one data set.');
    const sheet = {
      incident: { personalData: 'yes' },
      dataSets: [{ ...dataSet, role: 'processor' as const, controller: 'beta' }],
    };
    const input = { ...inputOf({}), sheet };
    expect(openFacts(input).map(({ fact }) => fact)).toEqual(['access', 'availability', 'alteration']);
    expect(assess(input).duties.map(({ id, status }) => [id, status])).toEqual([['art33-2:acme:beta', 'presumed']]);
  });

  it('does not ask about a second data set what the first one has settled', () => {
    const grave = { personalData: 'yes', access: 'happened', encryption: 'none', recipient: 'criminal', sensitivity: 'severe' };
    const input = inputOf({ ...grave, outflow: 'shown', exceptionToInforming: 'none' });
    const second = { id: 'second', controller: 'acme', role: 'controller' as const, facts: {} };
    const both = { ...input, sheet: { ...input.sheet, dataSets: [...input.sheet.dataSets, second] } };
    expect(openFacts(both)).toEqual([]);
    const foreign = { ...both, sheet: { ...both.sheet, dataSets: [...input.sheet.dataSets, { ...second, controller: 'beta' }] } };
    expect(openFacts(foreign).map(({ dataSet }) => dataSet)).toContain('second');
  });
});
