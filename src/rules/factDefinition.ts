// What is said of one fact: the question as people read it, its answers, and why it is asked.
import type { Citation, Text } from '../law/sources.ts';
import { ANSWERS, type AnswerOf, type FactName } from './answers.ts';

export type FactDefinition = {
  readonly name: FactName;
  /** `incident`: asked once. `dataSet`: asked for every body of data that was hit. */
  readonly scope: 'incident' | 'dataSet';
  /** From least to most risk. */
  readonly answers: readonly { readonly id: string; readonly label: Text }[];
  readonly ordered: boolean;
  readonly mayBeUnknown: boolean;
  /**
   * Not a circumstance of the breach but an act of an authority, which comes to us by itself. Nobody is asked for it; until it is
   * recorded it has not happened (open question Q-11).
   */
  readonly comesUnasked: boolean;
  readonly question: Text;
  readonly help: Text;
  /** Why the answer matters in law, in one sentence. */
  readonly why: Text;
  readonly cites: readonly Citation[];
};

type Definition<F extends FactName> = Omit<
  FactDefinition,
  'name' | 'answers' | 'ordered' | 'scope' | 'mayBeUnknown' | 'comesUnasked'
> & {
  readonly scope?: 'incident';
  readonly mayBeUnknown?: false;
  readonly comesUnasked?: true;
  readonly labels: { readonly [A in AnswerOf<F>]: Text };
};

export function define<F extends FactName>(name: F, definition: Definition<F>): FactDefinition {
  const { labels, scope, mayBeUnknown, comesUnasked, ...texts } = definition;
  const answers = ANSWERS[name].map((id) => ({ id, label: labels[id as AnswerOf<F>] }));
  const given = { scope: scope ?? 'dataSet', mayBeUnknown: mayBeUnknown ?? true, comesUnasked: comesUnasked ?? false } as const;
  return { name, answers, ordered: true, ...given, ...texts };
}
