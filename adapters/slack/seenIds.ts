import { createHash } from 'node:crypto';
import type { Notes } from '../notes/notes.ts';
import { recentIds } from './recentIds.ts';

/** Slack delivers again within minutes; after an hour nothing comes a second time. */
const KEPT_MS = 3_600_000;
const DIGITS = 24;

/**
 * Says of each id whether it was here before, at this instance or another: a balancer sends what Slack delivers again wherever it likes. It
 * spares people the same answer twice; that nothing is recorded twice is the register's affair. Where the notes do not answer, nothing
 * counts as repeated: an answer too many is better than none.
 */
export function seenIds(world: {
  readonly notes: Pick<Notes, 'change'>;
  /** By the machine's clock, for it is shared. */
  readonly nowMs: () => number;
}): (id: string) => Promise<boolean> {
  const isRepeatedHere = recentIds();
  return async (id) => {
    if (isRepeatedHere(id)) return true;
    const digest = createHash('sha256').update(id).digest('hex').slice(0, DIGITS);
    let before = false;
    try {
      // By its first two digits there are 256 notes, each with what came within the hour.
      await world.notes.change(`slack/seen/${digest.slice(0, 2)}`, (text) => {
        const seen = readSeen(text, world.nowMs());
        before = digest in seen;
        return before ? text : JSON.stringify({ ...seen, [digest]: world.nowMs() });
      });
    } catch {
      return false;
    }
    return before;
  };
}

/** What is too old, or from a clock that was set back since, falls out. */
function readSeen(text: string | undefined, nowMs: number): Readonly<Record<string, number>> {
  if (text === undefined) return {};
  const kept = JSON.parse(text) as Readonly<Record<string, number>>;
  return Object.fromEntries(Object.entries(kept).filter(([, at]) => Math.abs(nowMs - at) < KEPT_MS));
}
