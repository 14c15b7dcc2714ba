import type { Key } from './cryptography.ts';
import { requireCurrentKey } from './currentKey.ts';
import type { KeyRing } from './keyStore.ts';
import { keyPlace, newRing, ONLY_KEY, type Sealing } from './sealing.ts';

/** The key of a ring that holds only one; made where it is missing. */
export async function onlyKeyFor(sealing: Sealing, id: string): Promise<Key> {
  const kept = (await sealing.keyStore.ring(id)) ?? (await sealing.keyStore.put(newRing(sealing, id, id)));
  const key = onlyKeyIn(sealing, kept);
  if (key === undefined) throw new RangeError('This key was wrapped by another master key.');
  return key;
}

export function onlyKeyIn(sealing: Sealing, ring: KeyRing | undefined): Key | undefined {
  const wrapped = ring?.wrapped[ONLY_KEY];
  if (ring === undefined || wrapped === undefined) return undefined;
  requireCurrentKey(sealing, [ring]);
  return sealing.masterKey.unwrap(wrapped, keyPlace(ring.id, ONLY_KEY));
}
