import type { KeyRing } from './keyStore.ts';
import type { KeptEntry } from './registerEngine.ts';
import type { SealedEntry } from './sealEntry.ts';
import type { Sealing } from './sealing.ts';

/** An id that is taken twice running is no accident but a broken source of ids. */
const MOST_DRAWS = 10;

/**
 * Seals, and keeps the ring before anybody can see the entry that needs it. Where the id of the ring is taken, everything is drawn anew:
 * an entry under somebody else's ring could never be opened.
 */
export async function keepRing({ keyStore }: Sealing, seal: () => SealedEntry): Promise<KeptEntry> {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const { entry, ring } = seal();
    if (ring === undefined || isSame(await keyStore.put(ring), ring)) return entry;
  }
  throw new RangeError('The ids of key rings repeat themselves.');
}

const isSame = (kept: KeyRing, ring: KeyRing): boolean =>
  Object.entries(ring.wrapped).every(([part, box]) => kept.wrapped[part] === box);
