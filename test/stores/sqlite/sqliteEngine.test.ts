import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEngine } from '../../../adapters/stores/sqlite/sqliteEngine.ts';
import { keyFileOf, sqliteKeyStore } from '../../../adapters/stores/sqlite/sqliteKeyStore.ts';
import { engineContract } from '../../contracts/engineContract.ts';
import { keyStoreContract } from '../../contracts/keyStoreContract.ts';

const prepare = async <Opened>(open: (file: string) => Opened) => {
  const folder = mkdtempSync(join(tmpdir(), 'fristwacht-register-'));
  return {
    open: async () => open(join(folder, 'register.db')),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

engineContract('SQLite', () => prepare(sqliteEngine));
keyStoreContract('SQLite', () => prepare((file) => sqliteKeyStore(keyFileOf(file))));
