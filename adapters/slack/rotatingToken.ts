// A token of Slack's that ends after hours. Its successor is got with a refresh token that works once, by one of any number of instances.
import { RegisterUnavailable } from '../../src/ports.ts';
import type { Notes } from '../notes/notes.ts';
import type { KeptToken } from './keptToken.ts';
import { type RenewalWorld, renewToken } from './renewToken.ts';
import { tokenShelf } from './tokenShelf.ts';

export type RotatingToken = {
  /**
   * The token that holds now. While it does nobody waits for its successor. Handed one that Slack refused, it answers another. Throws
   * NoToken where there is none, or RegisterUnavailable.
   */
  readonly token: (refused?: string) => Promise<string>;
  /** Looks whether the token is due; for a timer, so that it is renewed where nobody calls Slack for hours. Never rejects. */
  readonly keepFresh: () => Promise<void>;
};

export type RotatingTokenWorld = Omit<RenewalWorld, 'shelf'> & {
  readonly notes: Pick<Notes, 'read' | 'change'>;
  readonly wait: (ms: number) => Promise<undefined>;
};

/** There is no token that Slack would take. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

/** So long somebody waits for another instance that is renewing a token that has ended. */
const OTHERS_TRIES = 8;
const OTHERS_PAUSE_MS = 250;

/**
 * Renews at half of a token's life, so that whatever goes wrong leaves hours to mend it.
 *
 * A crash between Slack's answer and the notes loses the successor. The old refresh token is then tried once more (it may never have
 * arrived); where Slack knows it as used, that is kept and told as `tokenLost`, and the old token goes on serving until it ends.
 */
export function rotatingToken(world: RotatingTokenWorld): RotatingToken {
  const { now, report, wait } = world;
  const shelf = tokenShelf(world.notes, world.setting, now);
  let renewing: Promise<void> | undefined;
  const isGood = (kept: KeptToken, refused?: string): boolean => kept.access !== refused && now() < kept.endsAt;
  const isDue = ({ renewAt, lost }: KeptToken): boolean => !lost && now() >= renewAt;
  const renewOnce = (refused: string | undefined): Promise<void> => {
    renewing ??= renewToken({ ...world, shelf }, refused).finally(() => (renewing = undefined));
    return renewing;
  };
  const renewedByAny = async (refused: string | undefined): Promise<string> => {
    for (let tries = 0; tries < OTHERS_TRIES; tries += 1) {
      await renewOnce(refused);
      const kept = await shelf.read();
      if (isGood(kept, refused)) return kept.access;
      if (kept.lost) break;
      await wait(OTHERS_PAUSE_MS);
    }
    throw new NoToken('Slack’s token has ended, and none is there in its place.');
  };
  return {
    token: async (refused) => {
      const inMind = shelf.inMind();
      const known = inMind !== undefined && isGood(inMind, refused) ? inMind : undefined;
      if (known !== undefined && !isDue(known)) return known.access;
      const kept = await shelf.read().catch(orKnown(known));
      if (!isGood(kept, refused)) return renewedByAny(refused);
      if (isDue(kept)) void renewOnce(refused).catch(() => report({ what: 'tokenNotRenewed', code: 'notes' }));
      return kept.access;
    },
    keepFresh: async () => {
      try {
        await shelf.storeHeld();
        const kept = await shelf.read();
        if (isDue(kept)) await renewOnce(undefined);
        else if (kept.lost) report({ what: 'tokenLost' });
      } catch {
        report({ what: 'tokenNotRenewed', code: 'notes' });
      }
    },
  };
}

/** Without the notes, what is in mind serves as long as it holds. */
const orKnown =
  (known: KeptToken | undefined) =>
  (error: unknown): KeptToken => {
    if (known !== undefined && error instanceof RegisterUnavailable) return known;
    throw error;
  };
