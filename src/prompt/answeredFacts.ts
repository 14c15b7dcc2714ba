import type { CaseRecord } from '../breach/breachCase.ts';
import type { Text } from '../law/sources.ts';
import { FACTS, FACT_NAMES, type Answer, type FactName, type Facts } from '../rules/facts.ts';
import { wordsOf } from '../words/wordsOf.ts';
import type { AnsweredFact } from './prompt.ts';

const nobodyKnows: Text = { de: wordsOf('de').unknownAnswer, en: wordsOf('en').unknownAnswer };

/** An answer as it was offered. */
const answerLabel = (fact: FactName, answer: Answer): Text =>
  FACTS[fact].answers.find((candidate) => candidate.id === answer)?.label ?? nobodyKnows;

/** The name of a data set, where the case has more than one and it must be said which is meant; empty while nobody has named it. */
export function dataSetLabel(record: CaseRecord, dataSet: string | undefined): string | undefined {
  if (dataSet === undefined || record.dataSets.length < 2) return undefined;
  return record.dataSets.find(({ id }) => id === dataSet)?.label;
}

/** Every answer given, in the order of asking; first the incident, then each data set. */
export const answeredFacts = (record: CaseRecord): readonly AnsweredFact[] => [
  ...answersIn(record.incident, record),
  ...record.dataSets.flatMap(({ id, facts }) => answersIn(facts, record, id)),
];

const answersIn = (facts: Facts, record: CaseRecord, dataSet?: string): readonly AnsweredFact[] =>
  FACT_NAMES.flatMap((fact) => {
    const answer = facts[fact];
    if (answer === undefined) return [];
    const label = dataSetLabel(record, dataSet);
    return [
      {
        fact,
        ...(dataSet === undefined ? {} : { dataSet }),
        ...(label === undefined ? {} : { dataSetLabel: label }),
        question: FACTS[fact].question,
        answer: answerLabel(fact, answer),
      },
    ];
  });
