// Asking and answering, for tests: what nobody was asked about, and the sheet with one more answer.
import type { AssessmentInput, OpenFact } from '../../src/rules/assess.ts';
import {
  type Answer,
  DATA_SET_FACTS,
  FACT_NAMES,
  type FactName,
  FACTS,
  type Facts,
  INCIDENT_FACTS,
} from '../../src/rules/facts.ts';
import { nextQuestion } from '../../src/rules/nextQuestion.ts';
import { strengthsAt } from '../../src/rules/outcome.ts';
import { GDPR, type RuleSet } from '../../src/rules/rulesets.ts';
import { inputOf } from '../cases/publishedCase.ts';
import { withAnswer } from './arbitraryInput.ts';

/** The duties of a sheet that leaves nothing open, as one line of text. */
export const dutiesOf = (input: AssessmentInput, ruleSet: RuleSet = GDPR): string =>
  JSON.stringify([...strengthsAt(input, input.sheet.dataSets, ruleSet, 'worst')].toSorted());

/** Everything that can be asked and nobody was asked about, whether it matters or not. */
export function absentFacts({ sheet }: AssessmentInput): readonly OpenFact[] {
  return [
    ...INCIDENT_FACTS.filter((fact) => !FACTS[fact].comesUnasked && sheet.incident[fact] === undefined).map((fact) => ({ fact })),
    ...sheet.dataSets.flatMap(({ id, facts }) =>
      DATA_SET_FACTS.filter((fact) => !FACTS[fact].comesUnasked && facts[fact] === undefined).map((fact) => ({
        fact,
        dataSet: id,
      })),
    ),
  ];
}

/** `undefined` makes it as if nobody had asked. */
export function answer(input: AssessmentInput, { fact, dataSet }: OpenFact, value: string | undefined): AssessmentInput {
  const at = input.sheet.dataSets.findIndex(({ id }) => id === dataSet);
  return withAnswer(input, { fact, at: Math.max(0, at) }, value);
}

/** What a form for one data set would ask that asks everything. */
export const WHOLE_QUESTIONNAIRE: readonly FactName[] = FACT_NAMES.filter((fact) => !FACTS[fact].comesUnasked);

/**
 * Asks what the rules want to know and answers from the case until nothing is left; what the case is silent on is `unknown`. The facts stand
 * in the order in which they were asked.
 */
export function answeredByQuestions(facts: Facts): Facts {
  const known: Partial<Record<FactName, Answer>> = {};
  for (let next = nextQuestion(inputOf(known)); next !== undefined; next = nextQuestion(inputOf(known))) {
    known[next.fact] = facts[next.fact] ?? 'unknown';
  }
  return known;
}

export const askedFor = (facts: Facts): readonly FactName[] => Object.keys(answeredByQuestions(facts)) as FactName[];
