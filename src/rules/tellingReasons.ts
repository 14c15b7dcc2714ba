// What of a trace a reader needs. The trace holds every condition of every rule that was looked at; of a rule that failed one condition is
// reason enough, and rules that fail for the same reason stand together. Nothing here changes a result.
import type { TraceStep } from './assessment.ts';

/** A rule with the conditions that belong below it; conditions of no rule stand by themselves. */
export type Reason = {
  readonly rule?: TraceStep;
  /** Empty where the next reason fails for the same condition and names it. */
  readonly conditions: readonly TraceStep[];
  /** All it asks for is met, or may be, and yet it does not hold: an exception that stands further down is proven. */
  readonly isSetAside: boolean;
  /** Whether the rule asks for anything, or only states what the law says. */
  readonly hasConditions: boolean;
};

/** Whether the step asks if there is a breach at all, as every duty does. */
export const isAboutBreach = ({ rule }: TraceStep): boolean => rule.startsWith('art4/');

/** One failed condition is reason enough; where nothing failed, what was unclear, or else all. */
function telling(rule: TraceStep, conditions: readonly TraceStep[]): readonly TraceStep[] {
  if (rule.mark !== 'fails') return conditions;
  const failed = conditions.find(({ mark }) => mark === 'fails');
  if (failed !== undefined) return [failed];
  const shown = conditions.some(({ mark }) => mark === 'open') ? 'open' : 'holds';
  return conditions.filter(({ mark }) => mark === shown);
}

function reasonsOf(steps: readonly TraceStep[]): readonly Reason[] {
  const rules = new Set(steps.filter(({ part }) => part === 'rule').map(({ rule }) => rule));
  return steps.flatMap((step): readonly Reason[] => {
    if (step.part === 'condition')
      return rules.has(step.rule) ? [] : [{ conditions: [step], isSetAside: false, hasConditions: true }];
    const own = steps.filter(({ part, rule }) => part === 'condition' && rule === step.rule);
    const isSetAside = step.mark === 'fails' && own.length > 0 && own.every(({ mark }) => mark !== 'fails');
    return [{ rule: step, conditions: telling(step, own), isSetAside, hasConditions: own.length > 0 }];
  });
}

/** What a failed rule failed for. */
function failureOf({ rule, conditions: [condition] }: Reason): string | undefined {
  return rule?.mark === 'fails' && condition?.mark === 'fails' ? condition.says.de : undefined;
}

/** Rules that fail for the same reason, one below the other, at the place of the first; the last of them names it. */
function grouped(reasons: readonly Reason[]): readonly Reason[] {
  const isFirst = (reason: Reason, at: number) => reasons.findIndex((other) => failureOf(other) === failureOf(reason)) === at;
  return reasons.flatMap((reason, at) => {
    if (failureOf(reason) === undefined) return [reason];
    if (!isFirst(reason, at)) return [];
    const same = reasons.filter((other) => failureOf(other) === failureOf(reason));
    return same.map((one, place) => (place === same.length - 1 ? one : { ...one, conditions: [] }));
  });
}

/** The reasons of one duty as far as one data set goes, in the order of the trace. */
export const tellingReasons = (steps: readonly TraceStep[]): readonly Reason[] => grouped(reasonsOf(steps));
