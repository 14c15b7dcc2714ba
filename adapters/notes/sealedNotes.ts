import { requireCurrentKey } from '../../src/register/currentKey.ts';
import type { Key } from '../../src/register/cryptography.ts';
import { keyPlace, type Keys, newRing, ONLY_KEY, openSealing, type Sealing } from '../../src/register/sealing.ts';
import type { Notes, NoteShelf } from './notes.ts';

/** The ring of the one key that seals them all; it lies with the keys of the register, so that a change of the master key takes it along. */
const RING = 'notes';

/** Notes on any shelf, sealed with the keys of a register that is there already. Throws KeysRefused where they are not the right ones. */
export async function sealedNotes({ shelf, ...keys }: Keys & { readonly shelf: NoteShelf }): Promise<Notes> {
  const sealing = await openSealing(keys, async () => false);
  const nameOf = (name: string): string => sealing.pseudonym('slot', `${RING} ${name}`);
  return {
    read: async (name) => {
      const kept = nameOf(name);
      const box = await shelf.read(kept);
      return box === undefined ? undefined : sealing.cryptography.open(await keyOf(sealing), box, keyPlace(RING, kept));
    },
    write: async (name, text) => {
      const kept = nameOf(name);
      await shelf.write(kept, sealing.cryptography.seal(await keyOf(sealing), text, keyPlace(RING, kept)));
    },
    forget: (name) => shelf.forget(nameOf(name)),
    close: async () => {
      await Promise.all([shelf.close(), keys.keyStore.close()]);
    },
  };
}

/** Asked for each time: after a change of the master key nothing may be read or written with the old one. */
async function keyOf(sealing: Sealing): Promise<Key> {
  const ring = (await sealing.keyStore.ring(RING)) ?? (await sealing.keyStore.put(newRing(sealing, RING, RING)));
  requireCurrentKey(sealing, [ring]);
  const wrapped = ring.wrapped[ONLY_KEY];
  const key = wrapped === undefined ? undefined : sealing.masterKey.unwrap(wrapped, keyPlace(RING, ONLY_KEY));
  if (key === undefined) throw new RangeError('The key of the notes was wrapped for another place.');
  return key;
}
