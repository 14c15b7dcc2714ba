import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteRegister } from '../../../adapters/stores/sqlite/openSqliteRegister.ts';
import { registerContract } from '../../contracts/registerContract.ts';

registerContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fristwacht-register-'));
  return {
    open: async () => openSqliteRegister(join(folder, 'register.db')),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
});
