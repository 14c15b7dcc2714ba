import type { BreachCommand, Refusal, RefusalReason } from './commands.ts';
import type { BreachEvent, Meta } from './events.ts';

/** What a command comes to: events to record (none where it says nothing new), or a refusal with its own name. */
export type Decided = readonly BreachEvent[] | Refusal;

/** Said before, recorded once. */
export const NOTHING_NEW: readonly BreachEvent[] = [];

export const refuse = (refused: RefusalReason): Refusal => ({ refused });

export const metaOf = ({ at, by }: BreachCommand): Meta => ({ at, by });

export const isBlank = (text: string): boolean => text.trim() === '';
