import type { CaseRecord } from '../breach/breachCase.ts';
import type { Text } from '../law/sources.ts';
import { type Answer, DATA_SET_FACTS, type FactName, FACTS, type Facts, INCIDENT_FACTS } from '../rules/facts.ts';
import { wordsOf } from '../words/wordsOf.ts';
import type { AnsweredFact, UnaskedFact } from './prompt.ts';

const nobodyKnows: Text = { de: wordsOf('de').unknownAnswer, en: wordsOf('en').unknownAnswer };

/** An answer as it was offered. */
const answerLabel = (fact: FactName, answer: Answer): Text =>
  FACTS[fact].answers.find((candidate) => candidate.id === answer)?.label ?? nobodyKnows;

/** The name of a data set, where the case has more than one and it must be said which is meant; empty while nobody has named it. */
export function dataSetLabel(record: CaseRecord, dataSet: string | undefined): string | undefined {
  if (dataSet === undefined || record.dataSets.length < 2) return undefined;
  return record.dataSets.find(({ id }) => id === dataSet)?.label;
}

/** Every answer given, in the order of the vocabulary; first the incident, then each data set. */
export const answeredFacts = (record: CaseRecord): readonly AnsweredFact[] =>
  placesIn(record).flatMap(({ facts, names, dataSet }) =>
    names.flatMap((fact) => {
      const answer = facts[fact];
      return answer === undefined ? [] : [{ ...named(fact, record, dataSet), answer: answerLabel(fact, answer) }];
    }),
  );

/** The acts of an authority that nobody recorded yet. They come by themselves, so no question leads to them. */
export const unaskedFacts = (record: CaseRecord): readonly UnaskedFact[] =>
  placesIn(record).flatMap(({ facts, names, dataSet }) =>
    names.filter((fact) => FACTS[fact].comesUnasked && facts[fact] === undefined).map((fact) => named(fact, record, dataSet)),
  );

type FactPlace = { readonly facts: Facts; readonly names: readonly FactName[]; readonly dataSet?: string };

const placesIn = (record: CaseRecord): readonly FactPlace[] => [
  { facts: record.incident, names: INCIDENT_FACTS },
  ...record.dataSets.map(({ id, facts }) => ({ facts, names: DATA_SET_FACTS, dataSet: id })),
];

function named(fact: FactName, record: CaseRecord, dataSet: string | undefined): UnaskedFact {
  const label = dataSetLabel(record, dataSet);
  return {
    fact,
    ...(dataSet === undefined ? {} : { dataSet }),
    ...(label === undefined ? {} : { dataSetLabel: label }),
    question: FACTS[fact].question,
  };
}
