import { RegisterUnavailable } from '../ports.ts';
import { caseErasedAt } from './erasures.ts';
import type { Opened } from './openEntries.ts';
import type { StreamName } from './registerEngine.ts';
import type { Vault } from './vault.ts';
import { caseOf, looksStream } from './streams.ts';

/**
 * Destroys every key that an erasure on record should have taken. Runs after the erasing entry is written and whenever the case is
 * read, so that one that broke off in between is brought to its end. A store that cannot be reached is no reason not to read: the next
 * reading tries again.
 */
export async function finishErasure(vault: Vault, stream: StreamName, { entries, overdue }: Opened): Promise<void> {
  if (overdue.length === 0) return;
  const { keyStore } = vault.sealing;
  try {
    // The looks first: as long as a key of the case itself is overdue, the next reading comes here again.
    await destroyLooks(vault, stream, erasedAt(entries));
    for (const { ring, parts } of overdue) await keyStore.destroy(ring, parts);
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
  }
}

const erasedAt = (entries: Opened['entries']): string | undefined => caseErasedAt(entries.map(({ clear }) => clear));

/** Who looked at the case while there was something to see. Who looks at what remains of it stays on record. */
async function destroyLooks({ engine, sealing }: Vault, stream: StreamName, until: string | undefined): Promise<void> {
  const caseId = caseOf(stream);
  if (until === undefined || caseId === undefined) return;
  for (const look of await engine.entries(looksStream(caseId))) {
    if (lookedAt(look.clear) <= until) await sealing.keyStore.destroy(look.keyRing);
  }
}

const lookedAt = (clear: string): string => String((JSON.parse(clear) as { readonly at?: unknown }).at);
