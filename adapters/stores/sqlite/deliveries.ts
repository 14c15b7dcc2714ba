import type { DatabaseSync } from 'node:sqlite';
import type { CaseId } from '../../../src/breach/identifiers.ts';
import { ORGANISATION } from '../../../src/register/organisationStream.ts';
import type { KeptDelivery, RegisterEngine } from '../../../src/register/registerEngine.ts';
import { CLAIM_HOLDS } from './claims.ts';
import { prepare } from './rows.ts';
import { inTransaction } from './transaction.ts';

type Deliveries = Pick<RegisterEngine, 'deliveries' | 'recordDeliveries' | 'forgetDeliveries'>;

/** What became of each slot, sealed, beside the case or beside the organisation's stream. Written only under a claim that still holds. */
export function deliveries(database: DatabaseSync): Deliveries {
  const ofCases = deliveriesIn(database, 'delivery', 'case_index');
  const ofOrganisation = deliveriesIn(database, 'organisation_delivery', 'organisation');
  const about = (caseId: CaseId): Deliveries => (caseId === ORGANISATION ? ofOrganisation : ofCases);
  return {
    deliveries: (caseId) => about(caseId).deliveries(caseId),
    recordDeliveries: (claim, made) => about(claim.caseId).recordDeliveries(claim, made),
    forgetDeliveries: (caseId, names) => about(caseId).forgetDeliveries(caseId, names),
  };
}

function deliveriesIn(database: DatabaseSync, table: string, claimed: string): Deliveries {
  const ofCase = prepare<KeptDelivery>(database, `SELECT name, box FROM ${table} WHERE case_id = :caseId ORDER BY name`);
  const held = prepare<{ held: 1 }>(database, `SELECT 1 AS held FROM ${claimed} WHERE ${CLAIM_HOLDS}`);
  const record = prepare(
    database,
    `INSERT INTO ${table} (case_id, name, box) VALUES (:caseId, :name, :box)
     ON CONFLICT (case_id, name) DO UPDATE SET box = excluded.box`,
  );
  const forget = prepare(database, `DELETE FROM ${table} WHERE case_id = :caseId`);
  const forgetOne = prepare(database, `DELETE FROM ${table} WHERE case_id = :caseId AND name = :name`);
  return {
    deliveries: async (caseId) => ofCase.all({ caseId }).map(({ name, box }) => ({ name, box })),
    recordDeliveries: async ({ caseId, fence }, made) =>
      inTransaction(database, () => {
        if (!held.first({ caseId, fence })) return false;
        for (const { name, box } of made) record.run({ caseId, name, box });
        return true;
      }),
    forgetDeliveries: async (caseId, names) => {
      if (names === undefined) forget.run({ caseId });
      else inTransaction(database, () => names.forEach((name) => void forgetOne.run({ caseId, name })));
    },
  };
}
