import { RegisterUnavailable } from '../ports.ts';
import type { Box, Key } from './cryptography.ts';
import { onlyKeyFor, onlyKeyIn } from './onlyKey.ts';
import { keyPlace } from './sealing.ts';
import type { RegisterEngine } from './registerEngine.ts';
import type { Vault } from './vault.ts';

const RING = 'notes';
/** Whoever was slower so many times running would hold up what it is about to do. */
const TRIES_AT_MOST = 100;

export type SealedNotes = {
  readonly note: (name: string) => Promise<string | undefined>;
  readonly changeNote: (name: string, change: (before: string | undefined) => string | undefined) => Promise<void>;
};

/** What Fristwacht notes for itself: one sealed text under each name, and of several writers none overwrites what it has not seen. */
export function sealedNotes({
  engine,
  sealing,
}: Pick<Vault, 'sealing'> & { readonly engine: Pick<RegisterEngine, 'note' | 'changeNote'> }): SealedNotes {
  const { cryptography, keyStore } = sealing;
  const opened = (key: Key | undefined, box: Box | undefined, name: string): string | undefined =>
    key === undefined || box === undefined ? undefined : cryptography.open(key, box, keyPlace(RING, name));
  return {
    note: async (name) => {
      const box = await engine.note(name);
      return box === undefined ? undefined : opened(onlyKeyIn(sealing, await keyStore.ring(RING)), box, name);
    },
    changeNote: async (name, change) => {
      const key = await onlyKeyFor(sealing, RING);
      for (let tries = 0; tries < TRIES_AT_MOST; tries += 1) {
        const box = await engine.note(name);
        const before = opened(key, box, name);
        const after = change(before);
        if (after === before && (after !== undefined || box === undefined)) return;
        const sealed = after === undefined ? undefined : cryptography.seal(key, after, keyPlace(RING, name));
        if (await engine.changeNote(name, box, sealed)) return;
      }
      throw new RegisterUnavailable('Others change this note without end.');
    },
  };
}
