import type { AssessmentInput } from '../../src/rules/assess.ts';

/** The same sheet with the entries of every object in reverse order. */
export function reversed(input: AssessmentInput): AssessmentInput {
  const turn = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).toReversed()) as T;
  const dataSets = input.sheet.dataSets.map((dataSet) => turn({ ...dataSet, facts: turn(dataSet.facts) }));
  return turn({ ...input, sheet: turn({ incident: turn(input.sheet.incident), dataSets }) });
}

/** Whoever writes into it from now on throws. */
export function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
