import { createHash } from 'node:crypto';
import type { Notes } from '../notes/notes.ts';
import { type KeptToken, keptToken, writtenToken } from './keptToken.ts';
import type { RotationSetting } from './slackSetting.ts';

export const TOKEN_NOTE = 'slack/token';

export type TokenShelf = {
  /** As it was read or written last; undefined before that. */
  readonly inMind: () => KeptToken | undefined;
  readonly read: () => Promise<KeptToken>;
  /** Writes what `work` makes of the token as it stands; it is asked again where another instance was faster. */
  readonly change: (work: (before: KeptToken) => KeptToken) => Promise<void>;
  /**
   * Puts the successor in the place of exactly the token whose refresh token was spent for it. Until that is done it is held here; may throw
   * RegisterUnavailable.
   */
  readonly store: (spent: string, successor: Omit<KeptToken, 'seeds'>) => Promise<void>;
  /** Stores what is still held, if anything is. */
  readonly storeHeld: () => Promise<void>;
};

/** The token in the notes, for all instances, and what of it is in mind. Every method may throw RegisterUnavailable. */
export function tokenShelf(notes: Pick<Notes, 'read' | 'change'>, setting: RotationSetting, now: () => number): TokenShelf {
  let inMind: KeptToken | undefined;
  let held: { readonly spent: string; readonly kept: KeptToken } | undefined;
  const change: TokenShelf['change'] = (work) =>
    notes.change(TOKEN_NOTE, (text) => writtenToken((inMind = work(begun(keptToken(text), setting, now())))));
  const storeHeld = async (): Promise<void> => {
    const waiting = held;
    if (waiting === undefined) return;
    await change((before) => (before.refresh === waiting.spent ? { ...waiting.kept, seeds: before.seeds } : before));
    held = undefined;
  };
  return {
    inMind: () => inMind,
    read: async () => {
      if (held !== undefined) return held.kept;
      const found = keptToken(await notes.read(TOKEN_NOTE));
      if (found === undefined || !isKnown(found, setting)) await change((before) => before);
      else inMind = found;
      return inMind ?? begun(found, setting, now());
    },
    change,
    store: async (spent, successor) => {
      inMind = { ...successor, seeds: inMind?.seeds ?? [] };
      held = { spent, kept: inMind };
      await storeHeld();
    },
    storeHeld,
  };
}

/** Slack says twelve hours. */
export const USUAL_LIFE_MS = 12 * 3_600_000;
const SEEDS_AT_MOST = 50;

const digest = (token: string): string => createHash('sha256').update(token).digest('hex').slice(0, 32);

/** Whether the pair in the environment was taken up before; then it is used up, whatever became of it. */
export const isKnown = ({ seeds }: KeptToken, { seed }: RotationSetting): boolean => seeds.includes(digest(seed));

/**
 * A pair that nobody has seen yet begins anew; one that was seen is used up, whatever stands in the environment. So several instances
 * may be started with old and new values in any order.
 */
function begun(found: KeptToken | undefined, setting: RotationSetting, now: number): KeptToken {
  if (found !== undefined && isKnown(found, setting)) return found;
  const { seed, firstToken } = setting;
  const seeds = [...(found?.seeds ?? []), digest(seed)].slice(-SEEDS_AT_MOST);
  // When it ends nobody says; it is renewed at once, and serves until then.
  return { seeds, access: firstToken, refresh: seed, renewAt: now, endsAt: now + USUAL_LIFE_MS, takenUntil: 0, lost: false };
}
