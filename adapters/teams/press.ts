import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Verb } from '../../src/prompt/action.ts';

/** The one key of ours among what a button carries; beside it Teams puts what was typed. */
export const OURS = 'fristwacht';

/** What travels with a button: ids only. Whoever presses it is checked anew, and the case is read anew. */
export type Carried = {
  readonly verb: Verb | typeof PRESENT;
  readonly data: Readonly<Record<string, string>>;
  /** Which drawing of the card it was, so that one press that comes twice is one command. */
  readonly drawing: string;
  /** The card is a message that stays, and is not drawn over by an answer. */
  readonly kept?: true;
  /** The card of a case: it is answered with the card as it stands now. */
  readonly card?: true;
  /** The message in the chat that this answer is about. */
  readonly said?: string;
};

/** Asks for the card as it stands now, for whoever looks at it. */
export const PRESENT = 'present';

const values = z.record(z.string().max(200), z.string().max(2000));
const carriedShape = z.object({
  verb: z.string().max(100),
  data: values,
  drawing: z.string().max(100),
  kept: z.literal(true).optional(),
  card: z.literal(true).optional(),
  said: z.string().max(500).optional(),
});

/** A press as it came; the verb may be none of ours. */
export type Press = z.output<typeof carriedShape> & { readonly inputs: Readonly<Record<string, string>> };

/** Reads what a button carried; undefined where it is not one of ours. Everything else beside it was typed or chosen. */
export function readPress(value: unknown): Press | undefined {
  const all = z.record(z.string(), z.unknown()).safeParse(value);
  if (!all.success) return undefined;
  const { [OURS]: ours, msteams: _, ...typed } = all.data;
  const carried = carriedShape.safeParse(ours);
  return carried.success ? { ...carried.data, inputs: inputsOf(typed) } : undefined;
}

/** Teams sends texts; some clients send a switch as a yes or no. */
function inputsOf(typed: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const read = Object.entries(typed).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[name, value] as const];
    return typeof value === 'boolean' || typeof value === 'number' ? [[name, String(value)] as const] : [];
  });
  return Object.fromEntries(read);
}

/**
 * The same press has the same id, whatever id the platform gave it this time: who, which drawing of the card, which button, and what
 * was typed. So a press that Teams brings twice, or that somebody makes twice on an old card, is one command.
 */
export function pressId(account: string, { verb, data, drawing, inputs }: Press): string {
  const parts = [account, drawing, verb, Object.entries(data).toSorted(), Object.entries(inputs).toSorted()];
  return `press-${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}
