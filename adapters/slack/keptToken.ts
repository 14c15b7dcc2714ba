import { z } from 'zod';

const shape = z.object({
  /** Digests of the refresh tokens somebody entered, so that a used one never begins anew. */
  seeds: z.array(z.string()),
  access: z.string(),
  refresh: z.string(),
  /** Milliseconds by the machine's clock. */
  renewAt: z.number(),
  endsAt: z.number(),
  /** Until then one instance is renewing, or nobody is to try. */
  takenUntil: z.number(),
  /** The refresh token is used up, and its successor is nowhere. */
  lost: z.boolean(),
});

/** The token as it stands in the notes, sealed there. */
export type KeptToken = Readonly<z.output<typeof shape>>;

export function keptToken(text: string | undefined): KeptToken | undefined {
  if (text === undefined) return undefined;
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export const writtenToken = (kept: KeptToken): string => JSON.stringify(kept);
