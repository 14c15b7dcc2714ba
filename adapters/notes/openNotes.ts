import { join } from 'node:path';
import type { Ids } from '../../src/ports.ts';
import { type MasterKeyWanted, MASTER_KEY_FILE, REGISTER_FILE } from '../stores/openEmbeddedRegister.ts';
import { configuredMasterKey } from '../stores/mongo/configuredMasterKey.ts';
import { connect } from '../stores/mongo/connect.ts';
import { mongoKeyStore } from '../stores/mongo/mongoKeyStore.ts';
import { BUSY_MILLISECONDS } from '../stores/sqlite/openDatabase.ts';
import { keyFileOf, sqliteKeyStore } from '../stores/sqlite/sqliteKeyStore.ts';
import { nodeCryptography } from '../vault/nodeCryptography.ts';
import { openMasterKey } from '../vault/openMasterKey.ts';
import type { Notes } from './notes.ts';
import { mongoNotes } from './mongoNotes.ts';
import { sealedNotes } from './sealedNotes.ts';
import { sqliteNotes } from './sqliteNotes.ts';

/** The name of the notes in the folder of the register. */
export const NOTES_FILE = 'notes.sqlite';

export type NotesSetting = {
  /** As for `openRegister`; the register must have been opened before, for it makes the keys. */
  readonly mongodbUri?: string | undefined;
  readonly folder: string;
  readonly ids: Ids;
  readonly masterKey?: MasterKeyWanted;
};

/** The notes beside the register, in MongoDB where the register is there. Throws what `openRegister` throws. */
export async function openNotes({ mongodbUri, ...setting }: NotesSetting): Promise<Notes> {
  return mongodbUri === undefined || mongodbUri.trim() === '' ? inFolder(setting) : inMongo(mongodbUri.trim(), setting);
}

type Setting = Omit<NotesSetting, 'mongodbUri'>;

async function inFolder({ folder, ids, masterKey: wanted = {} }: Setting): Promise<Notes> {
  const { masterKey } = openMasterKey({ ...wanted, beside: { file: join(folder, MASTER_KEY_FILE), mayMake: false } });
  const keyStore = sqliteKeyStore(keyFileOf(join(folder, REGISTER_FILE)), BUSY_MILLISECONDS);
  try {
    const shelf = sqliteNotes(join(folder, NOTES_FILE), BUSY_MILLISECONDS);
    return await sealedNotes({ shelf, keyStore, cryptography: nodeCryptography, masterKey, ids });
  } catch (error) {
    await keyStore.close();
    throw error;
  }
}

async function inMongo(uri: string, { ids, masterKey: wanted = {} }: Setting): Promise<Notes> {
  const { masterKey } = configuredMasterKey(wanted);
  const connected = await connect(uri);
  try {
    const keyStore = mongoKeyStore(connected);
    return await sealedNotes({ shelf: mongoNotes(connected), keyStore, cryptography: nodeCryptography, masterKey, ids });
  } catch (error) {
    await connected.close();
    throw error;
  }
}
