// Two rules that say different things of the same facts. The tests look through every combination of answers and fail on the first
// one. Should one slip through all the same, the graver result counts (`areaLevel`), so that no duty is lost, and whoever runs the
// rules can raise an alarm with what is found here.
import type { AssessmentInput } from './assessment.ts';
import { ranksOf } from './ranks.ts';
import { levelOf } from './riskLevel.ts';
import { applies, isProven, type Aggravation, type Area, type Condition, type Exception, type Ranks } from './rule.ts';
import type { RuleSet } from './rulesets.ts';

/** The ids of two rules that cannot both be right. */
export type Contradiction = { readonly first: string; readonly second: string };

/** On these facts: an exception that lowers the risk and an aggravation that raises it hold at once. */
export function contradictionsAt({ hurt, exceptions, aggravations }: Area, ranks: Ranks): readonly Contradiction[] {
  if (!applies(hurt, ranks)) return [];
  const lowering = exceptions.filter((exception) => isProven(exception, ranks));
  const raising = aggravations.filter((aggravation) => applies(aggravation, ranks));
  return lowering.flatMap(({ id: first }) => raising.map(({ id: second }) => ({ first, second })));
}

/** On the facts of a case, at both ends of what is still open. Empty for a rule set that passed the tests. */
export function contradictionsIn(input: AssessmentInput, ruleSet: RuleSet): readonly Contradiction[] {
  const ends = input.sheet.dataSets.flatMap(({ facts }) =>
    (['best', 'worst'] as const).map((assume) => ranksOf(input.sheet.incident, facts, assume)),
  );
  const found = ends.flatMap((ranks) => ruleSet.areas.flatMap((area) => contradictionsAt(area, ranks)));
  return [...new Map(found.map((one) => [`${one.first} ${one.second}`, one])).values()];
}

type Rule = Exception | Aggravation;

const conditionKey = ({ fact, bound, limit }: Condition): string => `${fact} ${bound} ${limit}`;
/** What a rule asks for, whatever it is called. */
const askedBy = (rule: Rule): string => {
  const unless = rule.kind === 'aggravation' ? rule.unless.map(askedBy) : [];
  return [...rule.all.map(conditionKey), ...unless.map((other) => `unless ${other}`)].toSorted().join(', ');
};

/** The same conditions with another result, or one id for two different rules. */
const clash = (one: Rule, other: Rule): boolean =>
  askedBy(one) === askedBy(other) ? one.gives !== other.gives : one.id === other.id;

/** Visible without any facts: rules that clash, an exception that takes nothing back, an aggravation that makes nothing heavier. */
export function contradictionsBetween({ general, exceptions, aggravations }: Area): readonly Contradiction[] {
  const rules: readonly Rule[] = [...exceptions, ...aggravations];
  const clashing = rules.flatMap((one, at) =>
    rules
      .slice(at + 1)
      .filter((other) => clash(one, other))
      .map((other) => ({ first: one.id, second: other.id })),
  );
  const presumed = levelOf(general.gives);
  const idle = rules.filter(({ kind, gives }) =>
    kind === 'exception' ? levelOf(gives) >= presumed : levelOf(gives) <= presumed,
  );
  return [...clashing, ...idle.map(({ id }) => ({ first: id, second: general.id }))];
}
