import { RegisterUnavailable } from '../ports.ts';
import { localDate } from './localDate.ts';
import type { RemindersWorld } from './remindersWorld.ts';

type AnchorWorld = Pick<RemindersWorld, 'register' | 'clock' | 'organisation' | 'alarm'>;

/**
 * Enters the heads of the register once on each local day, at the first tick of that day; a call on a day that has its entry does
 * nothing. After a restart the register itself says which day was the last one. Never throws; what failed is tried at the next call.
 */
export function dailyAnchor(world: AnchorWorld): () => Promise<void> {
  let last: string | undefined;
  return async () => {
    const { register, clock, organisation, alarm } = world;
    const now = clock.now();
    const today = localDate(now, organisation.timeZone);
    if (last === today) return;
    try {
      last ??= await lastDay(world);
      if (last !== today) await register.anchorHeads(now);
      last = today;
    } catch (error) {
      alarm({ what: error instanceof RegisterUnavailable ? 'registerUnavailable' : 'unexpected' });
    }
  };
}

/** The day of the last entry of the register's own stream. */
async function lastDay({ register, organisation }: AnchorWorld): Promise<string | undefined> {
  const entry = (await register.openedEntries('register')).at(-1);
  const { at } = entry === undefined ? {} : (JSON.parse(entry.clear) as { readonly at?: string });
  return at === undefined ? undefined : localDate(at, organisation.timeZone);
}
