import type { Text } from '../../../src/law/sources.ts';
import type { Ids, Register } from '../../../src/ports.ts';
import { KeysRefused } from '../../../src/register/keysRefused.ts';
import { sealedRegister } from '../../../src/register/sealedRegister.ts';
import { MasterKeyRefused } from '../../vault/masterKeyRefused.ts';
import { nodeCryptography } from '../../vault/nodeCryptography.ts';
import { configuredMasterKey } from './configuredMasterKey.ts';
import { asRefusal, connect } from './connect.ts';
import type { Connected } from './connected.ts';
import { DatabaseRefused } from './databaseRefused.ts';
import type { Purpose } from './documents.ts';
import { migrate } from './migrate.ts';
import { mongoEngine } from './mongoEngine.ts';
import { type MongoKeyStore, mongoKeyStore } from './mongoKeyStore.ts';

export type MongoSetting = {
  readonly ids: Ids;
  /** The values of FRISTWACHT_MASTER_KEY and FRISTWACHT_MASTER_KEY_FILE; one of them must be set. */
  readonly masterKey: { readonly key?: string | undefined; readonly keyFile?: string | undefined };
  readonly purpose: Purpose;
  /** Else the one in the address, else `fristwacht`; the keys lie in one of the same name with `_keys` behind it. */
  readonly database?: string;
  /** Hears what whoever starts it should know, such as a key file that others can read. */
  readonly note?: (text: Text) => void;
};

/**
 * The register in MongoDB. Makes what is missing in the database; any number of instances may have it open at once.
 *
 * Throws DatabaseRefused or MasterKeyRefused, which say in both languages what to do, or RegisterUnavailable where the server went away
 * in between. Nothing is made beside a server by itself, no master key either: it would be another one on every machine.
 */
export async function openMongoRegister(uri: string, setting: MongoSetting): Promise<Register> {
  const { ids, database, purpose, note = () => undefined } = setting;
  const { masterKey, place, warning } = configuredMasterKey(setting.masterKey);
  if (warning) note(warning);
  const connected = await connect(uri, { database });
  try {
    await migrate(connected, purpose);
    const engine = mongoEngine(connected);
    const keyStore = mongoKeyStore(connected);
    await refuseHalfChanged(keyStore, connected.where);
    return await sealedRegister({ engine, keyStore, cryptography: nodeCryptography, masterKey, ids });
  } catch (error) {
    await connected.close();
    throw refusalFor(error, connected, place);
  }
}

/** Under two master keys at once half of the register could not be read: the change comes to its end first. */
async function refuseHalfChanged(keyStore: MongoKeyStore, where: string): Promise<void> {
  if ((await keyStore.fingerprints()).length > 1) throw new DatabaseRefused('masterKeyChanging', where);
}

const refusalFor = (error: unknown, { where }: Connected, place: string): unknown =>
  error instanceof KeysRefused ? new MasterKeyRefused(error.reason, place, { cause: error }) : asRefusal(error, where);
