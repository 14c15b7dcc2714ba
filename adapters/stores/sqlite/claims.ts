import type { DatabaseSync } from 'node:sqlite';
import type { CaseId } from '../../../src/breach/identifiers.ts';
import type { Claim } from '../../../src/ports.ts';
import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { prepare } from './rows.ts';

type ClaimRow = { readonly case_id: CaseId; readonly fence: number; readonly lease_until: Instant };
type Claims = Pick<RegisterEngine, 'claimDue' | 'claimCase' | 'settle' | 'earliestDue' | 'wakeAll'>;

/** True while the claim named by `:caseId` and `:fence` is neither settled nor lost to another worker. */
export const CLAIM_HOLDS = `case_id = :caseId AND fence = :fence AND lease_until <> ''`;

/** Who serves which case just now. Every change is one atomic statement, so two processes on one file cannot both win. */
export function claims(database: DatabaseSync): Claims {
  const take = `UPDATE case_index SET lease_until = :leaseUntil, fence = fence + 1, woken = 0`;
  const claimDue = prepare<ClaimRow>(
    database,
    `${take} WHERE case_id = (
       SELECT case_id FROM case_index WHERE next_due_at <= :now AND lease_until <= :now ORDER BY next_due_at, case_id LIMIT 1
     ) RETURNING case_id, fence, lease_until`,
  );
  const claimCase = prepare<ClaimRow>(
    database,
    `${take} WHERE case_id = :caseId AND lease_until <= :now RETURNING case_id, fence, lease_until`,
  );
  return {
    claimDue: async (now, leaseSeconds) => claim(claimDue.first({ now, leaseUntil: later(now, leaseSeconds) })),
    claimCase: async (caseId, now, leaseSeconds) => claim(claimCase.first({ caseId, now, leaseUntil: later(now, leaseSeconds) })),
    ...settling(database),
    ...dueTimes(database),
  };
}

/** Where the case was written to, or woken, since it was read, its due time stays: that costs a look, never a message. */
function settling(database: DatabaseSync): Pick<RegisterEngine, 'settle'> {
  const settle = prepare(
    database,
    `UPDATE case_index SET lease_until = '',
       next_due_at = CASE WHEN version = :version AND woken = 0 THEN :nextDueAt ELSE next_due_at END
     WHERE ${CLAIM_HOLDS}`,
  );
  return {
    settle: async ({ caseId, fence }, version, nextDueAt) => settle.run({ caseId, fence, version, nextDueAt }) === 1,
  };
}

function dueTimes(database: DatabaseSync): Pick<RegisterEngine, 'earliestDue' | 'wakeAll'> {
  const earliest = prepare<{ due: Instant | null }>(
    database,
    'SELECT min(next_due_at) AS due FROM case_index WHERE next_due_at IS NOT NULL',
  );
  const wakeAll = prepare(
    database,
    `UPDATE case_index SET woken = 1, next_due_at = min(coalesce(next_due_at, :now), :now) WHERE status = 'open'`,
  );
  return {
    earliestDue: async () => earliest.first()?.due ?? undefined,
    wakeAll: async (now) => void wakeAll.run({ now }),
  };
}

const claim = (row: ClaimRow | undefined): Claim | undefined =>
  row && { caseId: row.case_id, fence: row.fence, leaseUntil: row.lease_until };

const MS_PER_SECOND = 1000;
const later = (now: Instant, seconds: number): Instant =>
  new Date(Date.parse(now) + seconds * MS_PER_SECOND).toISOString() as Instant;
