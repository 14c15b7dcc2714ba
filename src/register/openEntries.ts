import { type ClearEntry, readClear } from './clearEntry.ts';
import { erasuresIn, type IsErased } from './erasures.ts';
import type { KeyRing } from './keyStore.ts';
import type { KeptEntry } from './registerEngine.ts';
import { keyPlace, type Sealing } from './sealing.ts';
import { partPlace } from './sealEntry.ts';

/**
 * `erased`: by an event of the same stream. `shut`: the key is not there, though nothing says that it was destroyed, or it does not fit.
 * `altered`: it opens, and is not what the entry committed itself to.
 */
export type PartState = 'opened' | 'erased' | 'shut' | 'altered';
export type OpenPart = { readonly name: string; readonly state: PartState; readonly text?: string };

export type ReadEntry = {
  readonly kept: KeptEntry;
  /** Absent where the entry is damaged or of another format. */
  readonly clear?: ClearEntry;
  readonly parts: readonly OpenPart[];
};

/** Keys that an erasure should have destroyed and that are still there: it broke off in between. */
export type OverdueKeys = { readonly ring: string; readonly parts: readonly string[] };
export type Opened = { readonly entries: readonly ReadEntry[]; readonly overdue: readonly OverdueKeys[] };

/** Opens the parts of one stream with the rings that are there. Never throws on what an entry holds. */
export function openEntries(sealing: Sealing, kept: readonly KeptEntry[], rings: readonly KeyRing[]): Opened {
  const ringOf = new Map(rings.map((ring) => [ring.id, ring]));
  const clears = kept.map((entry) => readClear(entry.clear));
  const isErased = erasuresIn(clears);
  const entries = kept.map((entry, place): ReadEntry => {
    const clear = clears[place];
    const parts = entry.parts.map(({ name }) => openPart(sealing, entry, clear, name, ringOf.get(entry.keyRing), isErased));
    return clear === undefined ? { kept: entry, parts } : { kept: entry, clear, parts };
  });
  return { entries, overdue: kept.flatMap((entry) => overdueKeys(entry, ringOf.get(entry.keyRing), isErased)) };
}

function openPart(
  { cryptography, masterKey }: Sealing,
  entry: KeptEntry,
  clear: ClearEntry | undefined,
  name: string,
  ring: KeyRing | undefined,
  isErased: IsErased,
): OpenPart {
  if (isErased(entry.sequence, name)) return { name, state: 'erased' };
  const wrapped = ring?.wrapped[name];
  const key = wrapped === undefined ? undefined : masterKey.unwrap(wrapped, keyPlace(entry.keyRing, name));
  const box = entry.parts.find((part) => part.name === name)?.box;
  const place = partPlace(entry.stream, entry.sequence, name);
  const text = key === undefined || box === undefined ? undefined : cryptography.open(key, box, place);
  if (text === undefined) return { name, state: 'shut' };
  return { name, state: clear?.parts[name] === cryptography.sha256(text) ? 'opened' : 'altered', text };
}

function overdueKeys(entry: KeptEntry, ring: KeyRing | undefined, isErased: IsErased): readonly OverdueKeys[] {
  const overdue = Object.keys(ring?.wrapped ?? {}).filter((name) => isErased(entry.sequence, name));
  return overdue.length === 0 ? [] : [{ ring: entry.keyRing, parts: overdue }];
}
