import type { DatabaseSync } from 'node:sqlite';
import type { Claim, Delivery, Register } from '../../../src/ports.ts';
import type { CaseId } from '../../../src/breach/identifiers.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { CLAIM_HOLDS } from './claims.ts';
import { prepare } from './rows.ts';

type DeliveryRow = {
  readonly case_id: CaseId;
  readonly slot: string;
  readonly state: Delivery['state'];
  readonly at: Instant;
  readonly attempts: number;
  readonly message_id: string | null;
  readonly shown: string | null;
};

/** What became of each slot, beside the case. Written only under a claim that still holds. */
export function deliveries(database: DatabaseSync): Pick<Register, 'deliveries' | 'recordDelivery'> {
  const ofCase = prepare<DeliveryRow>(database, 'SELECT * FROM delivery WHERE case_id = :caseId ORDER BY slot');
  const record = prepare(
    database,
    `INSERT INTO delivery (case_id, slot, state, at, attempts, message_id, shown, fence)
     SELECT :caseId, :slot, :state, :at, :attempts, :messageId, :shown, :fence FROM case_head WHERE ${CLAIM_HOLDS}
     ON CONFLICT (case_id, slot) DO UPDATE SET state = excluded.state, at = excluded.at, attempts = excluded.attempts,
       message_id = excluded.message_id, shown = excluded.shown, fence = excluded.fence`,
  );
  return {
    deliveries: async (caseId) => ofCase.all({ caseId }).map(delivery),
    recordDelivery: async (claim, made) => record.run(rowOf(claim, made)) === 1,
  };
}

function rowOf(claim: Claim, { caseId, slot, state, at, attempts, messageId, shown }: Delivery) {
  if (caseId !== claim.caseId) throw new RangeError('A delivery is recorded under the claim of its own case.');
  return { caseId, slot, state, at, attempts, messageId, shown, fence: claim.fence };
}

const delivery = (row: DeliveryRow): Delivery => ({
  caseId: row.case_id,
  slot: row.slot,
  state: row.state,
  at: row.at,
  attempts: row.attempts,
  ...(row.message_id !== null && { messageId: row.message_id }),
  ...(row.shown !== null && { shown: row.shown }),
});
