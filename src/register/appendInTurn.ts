import { RegisterUnavailable } from '../ports.ts';
import { NO_ENTRY } from './entryHash.ts';
import { keepRing } from './keepRing.ts';
import type { StreamName } from './registerEngine.ts';
import type { Vault } from './vault.ts';
import { type EntryDraft, sealEntry } from './sealEntry.ts';

/** So many writers may come first before the register is called unavailable. */
const MOST_ATTEMPTS = 100;

/** Appends at the end of a stream, wherever that is by now: for entries that depend on none before them. */
export async function appendInTurn(
  { engine, sealing }: Vault,
  stream: StreamName,
  draft: Omit<EntryDraft, 'stream' | 'sequence' | 'previous' | 'names'>,
): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const end = await engine.end(stream);
    const place = { stream, sequence: (end?.sequence ?? 0) + 1, previous: end?.hash ?? NO_ENTRY, names: [] };
    const entry = await keepRing(sealing, () => sealEntry(sealing, { ...draft, ...place }));
    if ((await engine.append({ entry, at: draft.at })).outcome === 'appended') return;
  }
  throw new RegisterUnavailable('Too many writers at the end of one stream.');
}
