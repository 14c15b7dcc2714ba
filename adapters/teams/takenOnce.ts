import { createHash } from 'node:crypto';
import { setTimeout as waitFor } from 'node:timers/promises';
import { RegisterUnavailable } from '../../src/ports.ts';
import type { Notes } from '../notes/notes.ts';

/** Teams sends again within minutes; after an hour nothing comes a second time. */
const KEPT_MS = 3_600_000;
/** Teams asks again after fifteen seconds; whoever took it has answered by then, or died over it. */
const PATIENCE_MS = 10_000;
const ASKED_AGAIN_MS = 200;
const DIGITS = 24;

export type TakenOnceWorld = {
  readonly notes: Pick<Notes, 'change'>;
  /** By the machine's clock, for it is shared. */
  readonly nowMs: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
};

type Kept = Readonly<Record<string, { readonly at: number; readonly done: boolean }>>;
type Claim = 'ours' | 'done' | 'begun elsewhere';

/**
 * Lets one of several instances do the work that belongs to an id; the others wait until it is done. Where the one that began dies over it,
 * another does it: better an answer twice than a message lost, and that nothing is recorded twice is the register's affair. What failed
 * may come again. Where the notes do not answer, the work is done.
 */
export function takenOnce({ notes, nowMs, wait = waitFor }: TakenOnceWorld) {
  const keep = async (id: string, change: (kept: Kept, digest: string) => Kept): Promise<void> => {
    const digest = createHash('sha256').update(id).digest('hex').slice(0, DIGITS);
    // By its first two digits there are 256 notes, each with what came within the hour.
    await notes.change(`teams/taken/${digest.slice(0, 2)}`, (text) => {
      const before = keptIn(text, nowMs());
      const after = change(before, digest);
      return after === before && text !== undefined ? text : JSON.stringify(after);
    });
  };
  const claim = async (id: string): Promise<Claim> => {
    let claimed: Claim = 'ours';
    await keep(id, (kept, digest) => {
      const before = kept[digest];
      const isFresh = before !== undefined && nowMs() - before.at < PATIENCE_MS;
      claimed = before?.done === true ? 'done' : isFresh ? 'begun elsewhere' : 'ours';
      return claimed === 'ours' ? { ...kept, [digest]: { at: nowMs(), done: false } } : kept;
    });
    return claimed;
  };
  const mark = (id: string): Promise<void> => keep(id, (kept, digest) => ({ ...kept, [digest]: { at: nowMs(), done: true } }));
  const release = (id: string): Promise<void> =>
    keep(id, (kept, digest) => Object.fromEntries(Object.entries(kept).filter(([name]) => name !== digest)));

  return async (id: string, work: () => Promise<void>): Promise<void> => {
    let claimed = await ifAnswered(() => claim(id));
    for (let waited = 0; claimed === 'begun elsewhere' && waited < PATIENCE_MS; waited += ASKED_AGAIN_MS) {
      await wait(ASKED_AGAIN_MS);
      claimed = await ifAnswered(() => claim(id));
    }
    if (claimed === 'done') return;
    try {
      await work();
    } catch (error) {
      await ifAnswered(() => release(id));
      throw error;
    }
    await ifAnswered(() => mark(id));
  };
}

async function ifAnswered<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    return undefined;
  }
}

/** What is too old, or from a clock that was set back since, falls out. */
function keptIn(text: string | undefined, nowMs: number): Kept {
  if (text === undefined) return {};
  const kept = JSON.parse(text) as Kept;
  return Object.fromEntries(Object.entries(kept).filter(([, { at }]) => Math.abs(nowMs - at) < KEPT_MS));
}
