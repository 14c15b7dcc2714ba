import { sealedNotes as sealedTexts } from '../../src/register/sealedNotes.ts';
import { type Keys, openSealing } from '../../src/register/sealing.ts';
import type { Notes, NoteShelf } from './notes.ts';

/**
 * Notes on any shelf, sealed as the register seals its own and with the same key, so that a change of the master key takes both along. Throws
 * KeysRefused where the keys are not the right ones.
 */
export async function sealedNotes({ shelf, ...keys }: Keys & { readonly shelf: NoteShelf }): Promise<Notes> {
  const sealing = await openSealing(keys, async () => false);
  const { note, changeNote } = sealedTexts({ engine: shelf, sealing });
  // Whose note it is stands nowhere in the clear.
  const nameOf = (name: string): string => sealing.pseudonym('slot', `notes ${name}`);
  return {
    read: (name) => note(nameOf(name)),
    write: (name, text) => changeNote(nameOf(name), () => text),
    change: (name, change) => changeNote(nameOf(name), change),
    forget: (name) => changeNote(nameOf(name), () => undefined),
    close: async () => {
      await Promise.all([shelf.close(), keys.keyStore.close()]);
    },
  };
}
