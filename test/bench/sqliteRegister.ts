import { randomUUID } from 'node:crypto';
import { openEmbeddedRegister } from '../../adapters/stores/openEmbeddedRegister.ts';
import { BUSY_MILLISECONDS, openDatabase } from '../../adapters/stores/sqlite/openDatabase.ts';
import { keyFile, registerFile } from '../../adapters/stores/sqlite/schema.ts';
import { engineOn } from '../../adapters/stores/sqlite/sqliteEngine.ts';
import { keyFileOf, keyStoreOn } from '../../adapters/stores/sqlite/sqliteKeyStore.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { Register } from '../../src/ports.ts';
import { sealedRegister } from '../../src/register/sealedRegister.ts';
import { countStatements, tellsSteps } from '../support/countedStatements.ts';
import { BENCH_KEY, benchMasterKey } from './benchMasterKey.ts';

/** As the bot opens it. */
export const openAsUsual = (file: string): Promise<Register> =>
  openEmbeddedRegister(file, { ids: { next: () => randomUUID() }, masterKey: { key: BENCH_KEY } });

/** The same register, put together from the same parts, over two connections whose statements are counted. */
export async function openCounted(file: string) {
  const register = openDatabase(file, registerFile, BUSY_MILLISECONDS);
  const keys = openDatabase(keyFileOf(file), keyFile, BUSY_MILLISECONDS);
  const tells = tellsSteps(register);
  const counted = [countStatements(register), countStatements(keys)];
  const sealed = await sealedRegister({
    ...{ engine: engineOn(register), keyStore: keyStoreOn(keys) },
    ...{ cryptography: nodeCryptography, masterKey: benchMasterKey, ids: { next: () => randomUUID() } },
  });
  const steps = (): number => counted.reduce((sum, connection) => sum + connection.steps(), 0);
  return { register: sealed, scans: () => counted.flatMap((connection) => connection.scans()), ...(tells && { steps }) };
}
