import type { BreachEvent } from '../breach/events.ts';

/** Lifts one event from one vocabulary to the next. */
export type UpcastStep = (event: BreachEvent) => BreachEvent;

/**
 * Every change of what an event means, oldest first: the step at place 0 lifts vocabulary 1 to 2. An entry is never rewritten; it is
 * read as if it had been written today. A field that is merely added and may be absent needs no step.
 */
const STEPS: readonly UpcastStep[] = [];

/** The vocabulary that new entries are written in. */
export const VOCABULARY = 1 + STEPS.length;

/** The events in the present vocabulary; undefined where a newer version wrote them. */
export function upcast(
  events: readonly BreachEvent[],
  vocabulary: number,
  steps: readonly UpcastStep[] = STEPS,
): readonly BreachEvent[] | undefined {
  if (!Number.isSafeInteger(vocabulary) || vocabulary < 1 || vocabulary > 1 + steps.length) return undefined;
  return events.map((event) => steps.slice(vocabulary - 1).reduce((lifted, step) => step(lifted), event));
}
