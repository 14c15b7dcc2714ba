// The facts the rules may ask for. Each has few answers, written from least to most risk, so that "worse" has one meaning everywhere.
// A fact that is absent was never asked; `unknown` was asked and nobody can say. Two facts are acts of an authority and come unasked.
//
// The order of the list is that of how easily people know the answer, and no fact stands before the one it builds on. Of the questions that
// can still settle as much as each other the earlier one is asked first (`nextQuestion.ts`); docs/questions.md holds the figures. The effect on
// people comes before what was missing or wrong: where it is known to be small, a risk that has to be notified anyway needs neither.
//
// Where two neighbouring answers are treated alike by today's rules (`possible` and `happened`, `no-sign` and `shown`, ...), the
// difference is kept for the record, and so that nobody has to overstate what is known. In doubt, the worse case counts.
import { ANSWERS, type FactName } from './answers.ts';
import { circumstanceFacts } from './art33/circumstanceFacts.ts';
import { riskFacts } from './art33/riskFacts.ts';
import { informingFacts } from './art34/informingFacts.ts';
import { breachFacts } from './art4/breachFacts.ts';
import type { FactDefinition } from './factDefinition.ts';

export { ANSWERS, UNKNOWN, type Answer, type AnswerOf, type FactName, type Facts } from './answers.ts';
export type { FactDefinition } from './factDefinition.ts';

const described: Readonly<Record<FactName, FactDefinition>> = {
  ...breachFacts,
  ...riskFacts,
  ...circumstanceFacts,
  ...informingFacts,
};

export const FACT_NAMES = Object.keys(ANSWERS) as readonly FactName[];

/** In the order of the list of answers, which is not that of the articles. */
export const FACTS = Object.fromEntries(FACT_NAMES.map((name) => [name, described[name]])) as Readonly<
  Record<FactName, FactDefinition>
>;
export const INCIDENT_FACTS: readonly FactName[] = FACT_NAMES.filter((name) => FACTS[name].scope === 'incident');
export const DATA_SET_FACTS: readonly FactName[] = FACT_NAMES.filter((name) => FACTS[name].scope === 'dataSet');
