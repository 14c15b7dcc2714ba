import { randomUUID } from 'node:crypto';
import { BUSY_MILLISECONDS, openDatabase } from '../../adapters/stores/sqlite/openDatabase.ts';
import { keyFile, registerFile } from '../../adapters/stores/sqlite/schema.ts';
import { engineOn } from '../../adapters/stores/sqlite/sqliteEngine.ts';
import { keyFileOf, keyStoreOn } from '../../adapters/stores/sqlite/sqliteKeyStore.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import { openSealing } from '../../src/register/sealing.ts';
import { benchMasterKey } from './benchMasterKey.ts';
import type { Instant } from '../../src/rules/instant.ts';
import type { CaseHistory } from './caseHistories.ts';
import { dueOf, historyOf } from './population.ts';
import { fillCase } from './fillCase.ts';

const CASES_PER_TRANSACTION = 500;

/** What the cases of a register are like, by their number. */
export type Population = {
  readonly historyOf: (ordinal: number) => CaseHistory;
  readonly dueOf: (ordinal: number) => Instant | undefined;
};
const usual: Population = { historyOf, dueOf };

/**
 * Brings an embedded register from so many cases to so many. In large transactions that are not made durable one by one: it is the size that
 * is wanted here, and a run that breaks off begins anew.
 */
export async function fillSqlite(file: string, from: number, to: number, population: Population = usual): Promise<void> {
  const databases = [
    openDatabase(file, registerFile, BUSY_MILLISECONDS),
    openDatabase(keyFileOf(file), keyFile, BUSY_MILLISECONDS),
  ] as const;
  const [register, keys] = databases;
  const each = (sql: string): void => {
    for (const database of databases) database.exec(sql);
  };
  each('PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; PRAGMA journal_mode = MEMORY');
  const engine = engineOn(register);
  const keyStore = keyStoreOn(keys);
  const sealing = await openSealing(
    { keyStore, cryptography: nodeCryptography, masterKey: benchMasterKey, ids: { next: randomUUID } },
    async () => true,
  );
  for (let ordinal = from + 1; ordinal <= to; ) {
    each('BEGIN IMMEDIATE');
    for (const last = Math.min(to, ordinal + CASES_PER_TRANSACTION - 1); ordinal <= last; ordinal += 1) {
      await fillCase(engine, sealing, ordinal, population.historyOf(ordinal), population.dueOf(ordinal));
    }
    each('COMMIT');
  }
  each('PRAGMA wal_checkpoint(TRUNCATE)');
  for (const database of databases) database.close();
}
