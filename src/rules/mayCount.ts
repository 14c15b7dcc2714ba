// Which rules of an area can still make a fact count, and where. It spares the search for the next question what cannot decide.
import type { Branch } from './canDecide.ts';
import { levelOf, type RiskLevel } from './riskLevel.ts';
import { meets, type Aggravation, type Area, type Condition, type Exception, type Ranks } from './rule.ts';
import type { FactName } from './vocabulary.ts';

/** Where the rules that name the fact just hold: there it is likeliest to decide. */
export function bordersOf({ exceptions, aggravations }: Area, fact: FactName): readonly Partial<Ranks>[] {
  const names = ({ all }: { readonly all: readonly Condition[] }): boolean => all.some((condition) => condition.fact === fact);
  const named = [...exceptions.filter(names), ...aggravations.filter((one) => names(one) || one.unless.some(names))];
  return named.map(({ all }) => Object.fromEntries(all.map((condition) => [condition.fact, condition.limit])) as Partial<Ranks>);
}

/** Can this exception hold beside this aggravation? In a rule set that passed the tests none does. */
function canMeet({ all }: Exception, aggravation: Aggravation): boolean {
  const isWithin = (one: Condition): boolean => all.every((other) => other.fact !== one.fact || one.limit <= other.limit);
  const isImplied = (unless: Exception): boolean =>
    unless.all.every((one) => all.some((other) => other.fact === one.fact && other.limit <= one.limit));
  return aggravation.all.every(isWithin) && !aggravation.unless.some(isImplied);
}

/** Does the aggravation lift anything over this step that is not there already, or taken back by an exception it can meet? */
const lifts = (aggravation: Aggravation, { general, exceptions }: Area, step: RiskLevel): boolean =>
  levelOf(aggravation.gives) >= step &&
  (levelOf(general.gives) < step ||
    exceptions.some((exception) => levelOf(exception.gives) < step && canMeet(exception, aggravation)));

/** Might the fact count in this area for a step up to this level? Only in a rule whose other conditions can still hold. */
export function mayCount(area: Area, fact: FactName, step: RiskLevel, { best, worst }: Branch): boolean {
  const names = (rule: { readonly all: readonly Condition[] }): boolean => rule.all.some((condition) => condition.fact === fact);
  const isPossible = ({ all }: Exception): boolean => all.every((condition) => meets(condition, best));
  return (
    names(area.hurt) ||
    (levelOf(area.general.gives) >= step &&
      area.exceptions.some((exception) => levelOf(exception.gives) < step && names(exception) && isPossible(exception))) ||
    area.aggravations.some(
      (aggravation) =>
        lifts(aggravation, area, step) &&
        aggravation.all.every((condition) => meets(condition, worst)) &&
        (names(aggravation) || aggravation.unless.some((exception) => names(exception) && isPossible(exception))),
    )
  );
}
