import type { StoredEntry } from '../ports.ts';
import { entryHash, NO_ENTRY, type Sha256 } from './entryHash.ts';

/** `order`: an entry is missing, doubled or from another case. `hash`: it, or the hash beside it, is not what was written. */
export type ChainCheck =
  | { readonly intact: true; readonly head: string }
  | { readonly intact: false; readonly sequence: number; readonly because: 'order' | 'hash' };

/**
 * Checks the entries of one case from the first on and names the first broken one by the sequence it should have.
 * A dropped tail does not show here: that takes the head as somebody else kept it.
 */
export function verifyChain(entries: readonly StoredEntry[], sha256: Sha256): ChainCheck {
  let head = NO_ENTRY;
  for (const [index, entry] of entries.entries()) {
    const sequence = index + 1;
    if (entry.sequence !== sequence || entry.caseId !== entries[0]?.caseId) return { intact: false, sequence, because: 'order' };
    if (entry.hash !== entryHash(entry, head, sha256)) return { intact: false, sequence, because: 'hash' };
    head = entry.hash;
  }
  return { intact: true, head };
}
