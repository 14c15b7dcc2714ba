import { z } from 'zod';
import type { Notes } from '../notes/notes.ts';

export type Officer = { readonly account: string; readonly name: string };

export type KeptOfficers = {
  /** Undefined where nobody was ever known, or the notes do not answer. Never rejects. */
  readonly read: () => Promise<readonly Officer[] | undefined>;
  /** Never rejects: who is known now is known without it. */
  readonly keep: (officers: readonly Officer[]) => Promise<void>;
};

const shape = z.array(z.object({ account: z.string(), name: z.string() }));

/**
 * Who was in the user group when Slack was asked last, for a start at which Slack is away: else nobody would be the office, and
 * reminders would go to deputies and management who should not have them.
 */
export function keptOfficers(notes: Notes, group: string | undefined): KeptOfficers {
  const name = `slack/officers/${group ?? ''}`;
  return {
    read: async () => {
      const text = await notes.read(name).catch((): undefined => undefined);
      return text === undefined ? undefined : shape.safeParse(JSON.parse(text)).data;
    },
    keep: (officers) => notes.write(name, JSON.stringify(officers)).catch(() => undefined),
  };
}
