import type { DatabaseSync } from 'node:sqlite';
import type { KeptDelivery, RegisterEngine } from '../../../src/register/registerEngine.ts';
import { CLAIM_HOLDS } from './claims.ts';
import { prepare } from './rows.ts';
import { inTransaction } from './transaction.ts';

type Deliveries = Pick<RegisterEngine, 'deliveries' | 'recordDeliveries' | 'forgetDeliveries'>;

/** What became of each slot, sealed, beside the case. Written only under a claim that still holds. */
export function deliveries(database: DatabaseSync): Deliveries {
  const ofCase = prepare<KeptDelivery>(database, 'SELECT name, box FROM delivery WHERE case_id = :caseId ORDER BY name');
  const held = prepare<{ held: 1 }>(database, `SELECT 1 AS held FROM case_index WHERE ${CLAIM_HOLDS}`);
  const record = prepare(
    database,
    `INSERT INTO delivery (case_id, name, box) VALUES (:caseId, :name, :box)
     ON CONFLICT (case_id, name) DO UPDATE SET box = excluded.box`,
  );
  const forget = prepare(database, 'DELETE FROM delivery WHERE case_id = :caseId');
  return {
    deliveries: async (caseId) => ofCase.all({ caseId }).map(({ name, box }) => ({ name, box })),
    recordDeliveries: async ({ caseId, fence }, made) =>
      inTransaction(database, () => {
        if (!held.first({ caseId, fence })) return false;
        for (const { name, box } of made) record.run({ caseId, name, box });
        return true;
      }),
    forgetDeliveries: async (caseId) => void forget.run({ caseId }),
  };
}
