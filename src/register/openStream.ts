import { requireCurrentKey } from './currentKey.ts';
import { finishErasure } from './finishErasure.ts';
import { openEntries, type ReadEntry } from './openEntries.ts';
import type { StreamName } from './registerEngine.ts';
import type { Vault } from './vault.ts';

/** The entries of a stream with their parts opened; an erasure that broke off is brought to its end on the way. */
export async function openStream(vault: Vault, stream: StreamName): Promise<readonly ReadEntry[]> {
  const { engine, sealing } = vault;
  const kept = await engine.entries(stream);
  // The entries come first: a ring is there before its entry, so none can be missing because it is too new.
  const rings = kept.length === 0 ? [] : await sealing.keyStore.ringsOf(stream);
  requireCurrentKey(sealing, rings);
  const opened = openEntries(sealing, kept, rings);
  await finishErasure(vault, stream, opened);
  return opened.entries;
}
