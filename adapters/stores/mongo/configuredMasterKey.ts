import { type MasterKeySetting, type OpenedMasterKey, openMasterKey } from '../../vault/openMasterKey.ts';
import { DatabaseRefused } from './databaseRefused.ts';

/** Nothing is made beside a server by itself: a master key of its own on every machine would be none. Throws as `openMasterKey` does. */
export function configuredMasterKey({ key = '', keyFile = '' }: Pick<MasterKeySetting, 'key' | 'keyFile'>): OpenedMasterKey {
  if (key.trim() === '' && keyFile.trim() === '') throw new DatabaseRefused('masterKeyMissing');
  return openMasterKey({ key, keyFile });
}
