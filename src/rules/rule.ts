// The form of a rule. A duty is the general rule; an exception takes it back, and must be proven; an aggravation makes it heavier.
//
// The types keep a promise: an exception may only ask that an answer is at most so bad, an aggravation only that it is at least so
// bad. So a worse answer can end an exception or begin an aggravation, never the other way round, whatever rules are added.
import type { Citation, Text } from '../law/sources.ts';
import type { Risk } from './assessment.ts';
import { ANSWERS, type AnswerOf, type FactName } from './vocabulary.ts';

type Bound = {
  readonly fact: FactName;
  /** Place of the answer in the fact's order of risk, 0 the least. */
  readonly limit: number;
  /** What is so if the condition holds. */
  readonly says: Text;
  readonly cites: readonly Citation[];
};
export type AtMost = Bound & { readonly bound: 'atMost' };
export type AtLeast = Bound & { readonly bound: 'atLeast' };
export type Condition = AtMost | AtLeast;

/**
 * An exception to informing people that not every law knows. `averted`: later measures removed the high risk (Art. 34(3)(b) GDPR). `bdsg`:
 * secrecy (§ 29(1) BDSG).
 */
export type Release = 'averted' | 'bdsg';

export type Exception = {
  readonly kind: 'exception';
  readonly id: string;
  /** The most that is left of the risk if every condition is proven. */
  readonly gives: Risk;
  readonly says: Text;
  readonly cites: readonly Citation[];
  /** The exception exists only for controllers whose law knows it. */
  readonly onlyUnder?: Release;
  readonly all: readonly AtMost[];
};
export type Aggravation = {
  readonly kind: 'aggravation';
  readonly id: string;
  readonly gives: Risk;
  readonly says: Text;
  readonly cites: readonly Citation[];
  readonly all: readonly AtLeast[];
  readonly unless: readonly Exception[];
};
export type General = {
  readonly kind: 'general';
  readonly id: string;
  readonly says: Text;
  readonly cites: readonly Citation[];
};

/** One of the three ways in which data can be hurt, with all rules on how dangerous that is. */
export type Area = {
  readonly id: 'confidentiality' | 'availability' | 'integrity';
  /** Art. 4(12): from when on this area is hurt at all. */
  readonly hurt: Aggravation;
  /** What is presumed of it if no exception is proven. */
  readonly general: General & { readonly gives: Risk };
  readonly exceptions: readonly Exception[];
  readonly aggravations: readonly Aggravation[];
};

/** For every fact the place of its answer in the order of risk. */
export type Ranks = Readonly<Record<FactName, number>>;

const rankOf = (fact: FactName, answer: string): number => (ANSWERS[fact] as readonly string[]).indexOf(answer);

export const atMost = <F extends FactName>(fact: F, worst: AnswerOf<F>, says: Text, cites: readonly Citation[]): AtMost => ({
  bound: 'atMost',
  fact,
  limit: rankOf(fact, worst),
  says,
  cites,
});

export const atLeast = <F extends FactName>(fact: F, mildest: AnswerOf<F>, says: Text, cites: readonly Citation[]): AtLeast => ({
  bound: 'atLeast',
  fact,
  limit: rankOf(fact, mildest),
  says,
  cites,
});

export const meets = (condition: Condition, ranks: Ranks): boolean =>
  condition.bound === 'atMost' ? ranks[condition.fact] <= condition.limit : ranks[condition.fact] >= condition.limit;

export const isProven = (exception: Exception, ranks: Ranks): boolean =>
  exception.all.every((condition) => meets(condition, ranks));

export const applies = (aggravation: Aggravation, ranks: Ranks): boolean =>
  aggravation.all.every((condition) => meets(condition, ranks)) &&
  !aggravation.unless.some((exception) => isProven(exception, ranks));
