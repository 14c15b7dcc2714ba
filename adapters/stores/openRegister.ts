import { join } from 'node:path';
import type { Text } from '../../src/law/sources.ts';
import type { Ids, Register } from '../../src/ports.ts';
import { MasterKeyRefused } from '../vault/masterKeyRefused.ts';
import { DatabaseRefused } from './mongo/databaseRefused.ts';
import { openMongoRegister } from './mongo/openMongoRegister.ts';
import { type MasterKeyWanted, openEmbeddedRegister, REGISTER_FILE } from './openEmbeddedRegister.ts';
import { RegisterRefused } from './sqlite/registerRefused.ts';

export type RegisterSetting = {
  /** The value of MONGODB_URI; where it is not set, the register is embedded. */
  readonly mongodbUri?: string | undefined;
  /** The folder of the embedded register. */
  readonly folder: string;
  /** `as-it-is`: for whoever only reads what is there. */
  readonly purpose: 'real' | 'drill' | 'as-it-is';
  readonly ids: Ids;
  readonly masterKey?: MasterKeyWanted;
  readonly note?: (text: Text) => void;
};

/** The register in MongoDB where MONGODB_URI names one, else in a file in the folder. Throws as both openings do; see `refusalText`. */
export async function openRegister({ mongodbUri, folder, purpose, ...setting }: RegisterSetting): Promise<Register> {
  if (mongodbUri === undefined || mongodbUri.trim() === '') {
    return openEmbeddedRegister(join(folder, REGISTER_FILE), setting);
  }
  return openMongoRegister(mongodbUri.trim(), { masterKey: {}, ...setting, purpose });
}

/** What to say to whoever started, where the register was refused for a reason they can do something about. */
export const refusalText = (error: unknown): Text | undefined =>
  error instanceof RegisterRefused || error instanceof DatabaseRefused || error instanceof MasterKeyRefused
    ? error.text
    : undefined;
