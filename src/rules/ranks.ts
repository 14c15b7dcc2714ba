// From answers to places in the order of risk. The two ends of what is still open bound everything the rules can say.
import { ANSWERS, FACT_NAMES, FACTS, UNKNOWN, type FactName, type Facts } from './vocabulary.ts';
import type { Ranks } from './rule.ts';

/** What is assumed of a fact that nobody was asked about. */
export type Assume = 'best' | 'worst';

export const worstRank = (fact: FactName): number => ANSWERS[fact].length - 1;

/**
 * The place of an answer, or `undefined` when it was not asked. An asked `unknown` is the worst answer: an exception nobody can prove
 * is no exception. An answer that today's vocabulary does not know (an older version wrote it) counts as not asked, so it is asked anew.
 */
export function rankOfAnswer(fact: FactName, answer: string | undefined): number | undefined {
  if (answer === undefined) return undefined;
  if (answer === UNKNOWN) return worstRank(fact);
  const rank = (ANSWERS[fact] as readonly string[]).indexOf(answer);
  return rank === -1 ? undefined : rank;
}

const answerTo = (fact: FactName, incident: Facts, facts: Facts): string | undefined =>
  FACTS[fact].scope === 'incident' ? incident[fact] : facts[fact];

/** The facts of one data set that are still open, with those of the incident. What comes unasked is never open. */
export const openFactsOf = (incident: Facts, facts: Facts): readonly FactName[] =>
  FACT_NAMES.filter((fact) => !FACTS[fact].comesUnasked && rankOfAnswer(fact, answerTo(fact, incident, facts)) === undefined);

export function ranksOf(incident: Facts, facts: Facts, assume: Assume): Ranks {
  const ranks = {} as Record<FactName, number>;
  for (const fact of FACT_NAMES) {
    const assumed = assume === 'best' || FACTS[fact].comesUnasked ? 0 : worstRank(fact);
    ranks[fact] = rankOfAnswer(fact, answerTo(fact, incident, facts)) ?? assumed;
  }
  return ranks;
}
