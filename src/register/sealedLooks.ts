import type { PersonId } from '../breach/identifiers.ts';
import type { Look, Register } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { appendInTurn } from './appendInTurn.ts';
import { ERASED_TEXT } from './erased.ts';
import { requireCurrentKey } from './currentKey.ts';
import { openEntries, type ReadEntry } from './openEntries.ts';
import { valueIn } from './readEntry.ts';
import type { Vault } from './vault.ts';
import { looksStream } from './streams.ts';

/** Who looked at what. A chain of its own for each case; who and what are sealed, when and whether it was allowed are not. */
export function sealedLooks(vault: Vault): Pick<Register, 'recordLook' | 'looksAt'> {
  return {
    recordLook: ({ caseId, by, at, what, allowed }) =>
      appendInTurn(vault, looksStream(caseId), { at, by, body: { look: { what, allowed } } }),
    looksAt: async (caseId) => {
      const stream = looksStream(caseId);
      const kept = await vault.engine.entries(stream);
      const rings = kept.length === 0 ? [] : await vault.sealing.keyStore.ringsOf(stream);
      requireCurrentKey(vault.sealing, rings);
      return openEntries(vault.sealing, kept, rings).entries.map((entry) => lookIn(caseId, entry));
    },
  };
}

/** A look whose keys went with the case it was at still says that somebody looked, and when. */
function lookIn(caseId: Look['caseId'], { clear, parts }: ReadEntry): Look {
  const said = (name: string): string => {
    const part = parts.find((candidate) => candidate.name === name);
    return part?.state === 'opened' && part.text !== undefined ? String(valueIn(part.text)) : ERASED_TEXT;
  };
  return {
    caseId,
    by: said('by') as PersonId,
    at: (clear?.at ?? '') as Instant,
    what: said('what'),
    allowed: clear?.look?.allowed ?? false,
  };
}
