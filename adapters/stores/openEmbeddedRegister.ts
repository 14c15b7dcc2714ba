import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Text } from '../../src/law/sources.ts';
import type { Ids, Register } from '../../src/ports.ts';
import { KeysRefused } from '../../src/register/keysRefused.ts';
import { sealedRegister } from '../../src/register/sealedRegister.ts';
import { MasterKeyRefused } from '../vault/masterKeyRefused.ts';
import { nodeCryptography } from '../vault/nodeCryptography.ts';
import { type OpenedMasterKey, openMasterKey } from '../vault/openMasterKey.ts';
import { holdsEntries } from './sqlite/holdsEntries.ts';
import { BUSY_MILLISECONDS, makeFolderOf } from './sqlite/openDatabase.ts';
import { RegisterRefused } from './sqlite/registerRefused.ts';
import { sqliteEngine } from './sqlite/sqliteEngine.ts';
import { keyFileOf, type SqliteKeyStore, sqliteKeyStore } from './sqlite/sqliteKeyStore.ts';
import { upgradeRegister } from './sqlite/upgradeRegister.ts';

/** The name of the register in its folder. */
export const REGISTER_FILE = 'register.sqlite';
/** Where the master key lies that nobody configured: in the folder of the register. */
export const MASTER_KEY_FILE = 'register.masterkey';
/** The next master key while the keys are being changed over to it. */
export const NEXT_MASTER_KEY_FILE = `${MASTER_KEY_FILE}.new`;

/** The values of FRISTWACHT_MASTER_KEY and FRISTWACHT_MASTER_KEY_FILE; where neither is set, the key lies beside the register. */
export type MasterKeyWanted = { readonly key?: string | undefined; readonly keyFile?: string | undefined };

export type EmbeddedSetting = {
  readonly ids: Ids;
  readonly masterKey?: MasterKeyWanted;
  /** The folder of the master key that nobody configured; that of the register where it is not named. */
  readonly keyFolder?: string;
  /** Hears what whoever starts it should know: a key that lies in the open, a register that was converted. */
  readonly note?: (text: Text) => void;
  readonly busyMilliseconds?: number;
};

/**
 * The register in one file on a local disk, with its keys in a second one beside it. Makes what is missing; converts the register of an
 * older version. Several processes on the same machine may have it open at once.
 *
 * Throws RegisterRefused or MasterKeyRefused, which say in both languages what to do, or RegisterUnavailable where the file was busy all the
 * time. Where a key is wrong or missing, nothing was changed.
 */
export async function openEmbeddedRegister(file: string, setting: EmbeddedSetting): Promise<Register> {
  const { ids, note = () => undefined, busyMilliseconds = BUSY_MILLISECONDS } = setting;
  const isSealed = holdsEntries(file, busyMilliseconds);
  if (isSealed && !existsSync(keyFileOf(file))) throw new MasterKeyRefused('keysLost', keyFileOf(file));
  makeFolderOf(file);
  const { masterKey, place, warning } = masterKeyOf(file, setting, !isSealed && !existsSync(keyFileOf(file)));
  if (warning) note(warning);
  const keyStore = sqliteKeyStore(keyFileOf(file), busyMilliseconds);
  try {
    await refuseHalfChanged(keyStore, file);
    const sealing = { keyStore, cryptography: nodeCryptography, masterKey, ids };
    const upgraded = await upgradeRegister(file, sealing, busyMilliseconds);
    if (upgraded) note(upgraded);
    const register = await sealedRegister({ engine: sqliteEngine(file, busyMilliseconds), ...sealing });
    return register;
  } catch (error) {
    await keyStore.close();
    throw asRefusal(error, place);
  }
}

function masterKeyOf(
  file: string,
  { masterKey = {}, keyFolder = dirname(file) }: EmbeddedSetting,
  mayMake: boolean,
): OpenedMasterKey {
  return openMasterKey({ ...masterKey, beside: { file: join(keyFolder, MASTER_KEY_FILE), mayMake } });
}

/** Under two master keys at once half of the register could not be read: the change comes to its end first. */
async function refuseHalfChanged(keyStore: SqliteKeyStore, file: string): Promise<void> {
  if ((await keyStore.fingerprints()).length > 1) throw new RegisterRefused('masterKeyChanging', file);
}

const asRefusal = (error: unknown, place: string): unknown =>
  error instanceof KeysRefused ? new MasterKeyRefused(error.reason, place, { cause: error }) : error;
