import type { Instant } from '../rules/instant.ts';
import { appendInTurn } from './appendInTurn.ts';
import type { Vault } from './vault.ts';
import { REGISTER } from './streams.ts';

/** So many heads stand in one entry; where more changed, another entry follows. */
const HEADS_PER_ENTRY = 500;

/**
 * Enters every head that changed. The entry comes first and the mark after it: a break in between costs a head that stands there
 * twice, never one that is missing.
 */
export async function anchorHeads(vault: Vault, at: Instant): Promise<number> {
  for (let anchored = 0; ; ) {
    const ends = await vault.engine.unanchored(HEADS_PER_ENTRY);
    if (ends.length === 0) return anchored;
    const heads = ends.map(({ stream, sequence, hash }) => ({ stream, sequence, hash }));
    await appendInTurn(vault, REGISTER, { at, body: { heads } });
    await vault.engine.markAnchored(ends);
    anchored += ends.length;
  }
}
