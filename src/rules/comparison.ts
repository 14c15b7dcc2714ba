// Two rule sets on the same facts: what one of them asks that the other does not. Looks only; nothing of it can be recorded.
import { assessBy, type AssessedDuty, type AssessmentInput, type DutyKind, type DutyStatus } from './assess.ts';
import type { RuleSetInForce } from './rulesets.ts';
import type { SimulatedRuleSet } from './simulations.ts';
import type { Instant } from './instant.ts';

/** A set of law, or a proposal. Which it is, its standing says. */
export type ComparedRuleSet = RuleSetInForce | SimulatedRuleSet;

/** One kind of duty of one controller under one rule set, however many recipients it has. */
export type Side = {
  /** The gravest of all recipients. */
  readonly status: DutyStatus;
  readonly recipients: readonly string[];
  readonly dueBy?: Instant;
  readonly hours?: number;
};

/** A duty that the two sets see differently; a side is absent where its set does not know the duty. */
export type Difference = { readonly duty: DutyKind; readonly owedBy: string; readonly first?: Side; readonly second?: Side };

export type Comparison = {
  readonly first: ComparedRuleSet;
  readonly second: ComparedRuleSet;
  readonly differences: readonly Difference[];
};

const GRAVITY: Readonly<Record<DutyStatus, number>> = { 'not-owed': 0, presumed: 1, owed: 2 };

function sideOf(duties: readonly AssessedDuty[]): Side | undefined {
  const [gravest] = duties.toSorted((one, other) => GRAVITY[other.status] - GRAVITY[one.status]);
  if (gravest === undefined) return undefined;
  const [dueBy] = duties.flatMap((duty) => duty.dueBy ?? []).toSorted();
  const hours = duties.flatMap((duty) => duty.hours ?? []);
  return {
    status: gravest.status,
    recipients: duties.map(({ recipient }) => recipient).toSorted(),
    ...(dueBy === undefined ? {} : { dueBy }),
    ...(hours.length === 0 ? {} : { hours: Math.min(...hours) }),
  };
}

const isSame = (one: Side | undefined, other: Side | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A duty is the same one under both sets where kind and controller are the same: another authority or period is a change of it. */
const keyOf = ({ duty, owedBy }: AssessedDuty): string => `${duty}:${owedBy}`;

/** What changes on these facts from the first set to the second, in the order of the first. */
export function compareRuleSets(input: AssessmentInput, first: ComparedRuleSet, second: ComparedRuleSet): Comparison {
  const before = assessBy(first, input).duties;
  const after = assessBy(second, input).duties;
  const differences = [...new Map([...before, ...after].map((duty) => [keyOf(duty), duty]))].flatMap(
    ([key, { duty, owedBy }]): readonly Difference[] => {
      const one = sideOf(before.filter((candidate) => keyOf(candidate) === key));
      const other = sideOf(after.filter((candidate) => keyOf(candidate) === key));
      if (isSame(one, other)) return [];
      return [{ duty, owedBy, ...(one === undefined ? {} : { first: one }), ...(other === undefined ? {} : { second: other }) }];
    },
  );
  return { first, second, differences };
}
