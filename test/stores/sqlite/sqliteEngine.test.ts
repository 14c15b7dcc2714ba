import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEngine } from '../../../adapters/stores/sqlite/sqliteEngine.ts';
import { keyFileOf, sqliteKeyStore } from '../../../adapters/stores/sqlite/sqliteKeyStore.ts';
import { engineContract } from '../../contracts/engineContract.ts';
import { keyStoreContract } from '../../contracts/keyStoreContract.ts';
import { registerContract } from '../../contracts/registerContract.ts';

const prepare = async <Opened>(open: (file: string) => Opened) => {
  const folder = mkdtempSync(join(tmpdir(), 'fristwacht-register-'));
  return {
    open: async () => open(join(folder, 'register.db')),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};
const keysOf = (file: string) => sqliteKeyStore(keyFileOf(file));

engineContract('SQLite', () => prepare(sqliteEngine));
keyStoreContract('SQLite', () => prepare(keysOf));
registerContract('SQLite', () => prepare((file) => ({ engine: sqliteEngine(file), keyStore: keysOf(file) })));
