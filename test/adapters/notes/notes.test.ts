import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { mongoNotes } from '../../../adapters/notes/mongoNotes.ts';
import { NOTES_FILE, openNotes } from '../../../adapters/notes/openNotes.ts';
import type { Notes, NoteShelf } from '../../../adapters/notes/notes.ts';
import { sealedNotes } from '../../../adapters/notes/sealedNotes.ts';
import { REGISTER_FILE, openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { mongoKeyStore } from '../../../adapters/stores/mongo/mongoKeyStore.ts';
import { sqliteKeyStore, keyFileOf } from '../../../adapters/stores/sqlite/sqliteKeyStore.ts';
import { masterKeyOf } from '../../../adapters/vault/masterKeyOf.ts';
import { nodeCryptography } from '../../../adapters/vault/nodeCryptography.ts';
import { RegisterUnavailable } from '../../../src/ports.ts';
import { changeMasterKey } from '../../../src/register/changeMasterKey.ts';
import { openSealing } from '../../../src/register/sealing.ts';
import { describeOnServer } from '../../support/mongod.ts';
import { mongoDatabase } from '../../stores/mongo/mongoDatabase.ts';
import { temporaryFolder } from '../../stores/sqlite/temporaryFolder.ts';

const PERSON = 'teams/person/ada';
let count = 0;
const ids = { next: () => `id-${String((count += 1))}` };

/** What notes promise, wherever they lie. */
function contract(prepare: () => { readonly open: () => Promise<Notes>; readonly remove: () => Promise<void> }): void {
  it('what was written is read again after a restart, the newest of it; and nothing else is', async () => {
    const { open, remove } = prepare();
    const notes = await open();
    expect(await notes.read(PERSON)).toBeUndefined();
    await notes.write(PERSON, 'first');
    await notes.write(PERSON, 'second');
    await notes.close();
    const again = await open();
    expect(await again.read(PERSON)).toBe('second');
    expect(await again.read('teams/person/ben')).toBeUndefined();
    await again.close();
    await remove();
  });

  it('of many that change one note at once none is lost, and what stays the same is not written', async () => {
    const { open, remove } = prepare();
    const several = [await open(), await open()];
    const one = (before: string | undefined): string => String(Number(before ?? '0') + 1);
    await Promise.all(Array.from({ length: 20 }, (_, at) => several[at % 2]!.change(PERSON, one)));
    expect(await several[0]!.read(PERSON)).toBe('20');
    await several[1]!.change(PERSON, (before) => before);
    await several[1]!.change(PERSON, () => undefined);
    expect(await several[0]!.read(PERSON)).toBeUndefined();
    for (const notes of several) await notes.close();
    await remove();
  });

  it('what was forgotten is gone, and forgetting it twice does no harm', async () => {
    const { open, remove } = prepare();
    const notes = await open();
    await notes.write(PERSON, 'text');
    await notes.forget(PERSON);
    await notes.forget(PERSON);
    expect(await notes.read(PERSON)).toBeUndefined();
    await notes.close();
    await remove();
  });
}

describe('notes beside a register in a folder', () => {
  const inFolder = temporaryFolder();
  beforeEach(async () => {
    await (await openEmbeddedRegister(inFolder(REGISTER_FILE), { ids })).close();
  });
  const open = () => openNotes({ folder: inFolder('.'), ids });
  contract(() => ({ open, remove: async () => undefined }));

  it('hold neither what was noted nor whose it is in the clear', async () => {
    const notes = await open();
    await notes.write(PERSON, 'https://smba.example/19:secret');
    await notes.close();
    const bytes = readFileSync(inFolder(NOTES_FILE), 'latin1');
    // Each too long to come up by chance in a digest or in what is sealed.
    for (const word of ['/ada', 'person', 'smba', 'secret', 'teams']) expect(bytes).not.toContain(word);
  });

  it('are unavailable to whoever still runs with the old master key, and whole under the new one', async () => {
    const [from, to] = [
      masterKeyOf(Buffer.alloc(32, 1).toString('base64url')),
      masterKeyOf(Buffer.alloc(32, 2).toString('base64url')),
    ];
    const file = keyFileOf(inFolder('other.sqlite'));
    const keysOf = (masterKey: typeof from) => ({
      keyStore: sqliteKeyStore(file, 1000),
      cryptography: nodeCryptography,
      masterKey,
      ids,
    });
    await openSealing(keysOf(from), async () => true);
    const boxes = new Map<string, string>();
    const shelf: NoteShelf = {
      note: async (name) => boxes.get(name),
      changeNote: async (name, _, after) => {
        boxes.set(name, after ?? '');
        return true;
      },
      close: async () => undefined,
    };
    const before = await sealedNotes({ shelf, ...keysOf(from) });
    await before.write(PERSON, 'text');
    await changeMasterKey({ keyStore: sqliteKeyStore(file, 1000), from, to });
    await expect(before.read(PERSON)).rejects.toThrow(RegisterUnavailable);
    const after = await sealedNotes({ shelf, ...keysOf(to) });
    expect(await after.read(PERSON)).toBe('text');
  });
});

describeOnServer('notes in MongoDB', (server) => {
  contract(() => {
    const { open, remove } = mongoDatabase(server().uri);
    const masterKey = masterKeyOf(Buffer.alloc(32, 7).toString('base64url'));
    return {
      open: async () => {
        const connected = await open();
        const keys = { keyStore: mongoKeyStore(connected), cryptography: nodeCryptography, masterKey, ids };
        await openSealing(keys, async () => true);
        return sealedNotes({ shelf: mongoNotes(connected), ...keys });
      },
      remove,
    };
  });
});
