import type { DatabaseSync } from 'node:sqlite';
import type { CaseId } from '../../../src/breach/identifiers.ts';
import type { Claim } from '../../../src/ports.ts';
import { ORGANISATION } from '../../../src/register/organisationStream.ts';
import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { prepare } from './rows.ts';

type ClaimRow = { readonly case_id: CaseId; readonly fence: number; readonly lease_until: Instant };
type Claims = Pick<RegisterEngine, 'claimDue' | 'claimCase' | 'settle'>;
type DueTimes = Pick<RegisterEngine, 'earliestDue' | 'wakeAll' | 'wake' | 'neglected'>;

/** True while the claim named by `:caseId` and `:fence` is neither settled nor lost to another worker. */
export const CLAIM_HOLDS = `case_id = :caseId AND fence = :fence AND lease_until <> ''`;

/** The organisation's stream has a table of its own, with the columns of a case that claims are made of. */
type ClaimTable = 'case_index' | 'organisation';
const TABLES: readonly ClaimTable[] = ['organisation', 'case_index'];
const tableOf = (caseId: CaseId): ClaimTable => (caseId === ORGANISATION ? 'organisation' : 'case_index');

/** Who serves which case just now. Every change is one atomic statement, so two processes on one file cannot both win. */
export function claims(database: DatabaseSync): Claims & DueTimes {
  const claimsOn = { case_index: claimsIn(database, 'case_index'), organisation: claimsIn(database, 'organisation') };
  const isDue = prepare<{ due: 1 }>(
    database,
    'SELECT 1 AS due FROM organisation WHERE next_due_at <= :now AND lease_until <= :now',
  );
  return {
    claimDue: async (now, leaseSeconds) => {
      // Only looked at, which takes no lock: the organisation is due a few times a day, and asked about at every claim.
      const first = isDue.first({ now }) && (await claimsOn.organisation.claimDue(now, leaseSeconds));
      return first ?? claimsOn.case_index.claimDue(now, leaseSeconds);
    },
    claimCase: (caseId, now, leaseSeconds) => claimsOn[tableOf(caseId)].claimCase(caseId, now, leaseSeconds),
    settle: (claim, version, nextDueAt) => claimsOn[tableOf(claim.caseId)].settle(claim, version, nextDueAt),
    ...dueTimes(database),
  };
}

function claimsIn(database: DatabaseSync, table: ClaimTable): Claims {
  const take = `UPDATE ${table} SET lease_until = :leaseUntil, fence = fence + 1, woken = 0`;
  const claimDue = prepare<ClaimRow>(
    database,
    `${take} WHERE case_id = (
       SELECT case_id FROM ${table} WHERE next_due_at <= :now AND lease_until <= :now ORDER BY next_due_at, case_id LIMIT 1
     ) RETURNING case_id, fence, lease_until`,
  );
  const claimCase = prepare<ClaimRow>(
    database,
    `${take} WHERE case_id = :caseId AND lease_until <= :now RETURNING case_id, fence, lease_until`,
  );
  return {
    claimDue: async (now, leaseSeconds) => claim(claimDue.first({ now, leaseUntil: later(now, leaseSeconds) })),
    claimCase: async (caseId, now, leaseSeconds) => claim(claimCase.first({ caseId, now, leaseUntil: later(now, leaseSeconds) })),
    ...settling(database, table),
  };
}

/** Where the case was written to, or woken, since it was read, its due time stays: that costs a look, never a message. */
function settling(database: DatabaseSync, table: ClaimTable): Pick<RegisterEngine, 'settle'> {
  const settle = prepare(
    database,
    `UPDATE ${table} SET lease_until = '',
       next_due_at = CASE WHEN version = :version AND woken = 0 THEN :nextDueAt ELSE next_due_at END
     WHERE ${CLAIM_HOLDS}`,
  );
  return {
    settle: async ({ caseId, fence }, version, nextDueAt) => settle.run({ caseId, fence, version, nextDueAt }) === 1,
  };
}

const WAKE = 'woken = 1, next_due_at = min(coalesce(next_due_at, :now), :now)';

function dueTimes(database: DatabaseSync): DueTimes {
  const earliest = TABLES.map((table) =>
    prepare<{ due: Instant | null }>(database, `SELECT min(next_due_at) AS due FROM ${table} WHERE next_due_at IS NOT NULL`),
  );
  const wakeAll = prepare(database, `UPDATE case_index SET ${WAKE} WHERE status = 'open'`);
  const wake = {
    case_index: prepare(database, `UPDATE case_index SET ${WAKE} WHERE case_id = :caseId`),
    organisation: prepare(database, `UPDATE organisation SET ${WAKE} WHERE case_id = :caseId`),
  };
  return {
    earliestDue: async () => earliest.flatMap((statement) => statement.first()?.due ?? []).toSorted()[0],
    wakeAll: async (now) => void wakeAll.run({ now }),
    wake: async (caseId, now) => void wake[tableOf(caseId)].run({ caseId, now }),
    ...neglect(database),
  };
}

type NeglectedRow = { readonly case_id: CaseId; readonly next_due_at: Instant | null };

/** Two questions, each answered from an index of its own. */
function neglect(database: DatabaseSync): Pick<RegisterEngine, 'neglected'> {
  const never = prepare<NeglectedRow>(
    database,
    `SELECT case_id, next_due_at FROM case_index INDEXED BY case_index_never
     WHERE status = 'open' AND next_due_at IS NULL ORDER BY case_id LIMIT :limit`,
  );
  const late = prepare<NeglectedRow>(
    database,
    `SELECT case_id, next_due_at FROM case_index INDEXED BY case_index_due
     WHERE next_due_at < :before AND status = 'open' ORDER BY next_due_at, case_id LIMIT :limit`,
  );
  return {
    neglected: async (before, limit) =>
      [...never.all({ limit: Math.max(0, limit) }), ...late.all({ before, limit: Math.max(0, limit) })]
        .slice(0, Math.max(0, limit))
        .map(({ case_id: caseId, next_due_at: nextDueAt }) => (nextDueAt === null ? { caseId } : { caseId, nextDueAt })),
  };
}

const claim = (row: ClaimRow | undefined): Claim | undefined =>
  row && { caseId: row.case_id, fence: row.fence, leaseUntil: row.lease_until };

const MS_PER_SECOND = 1000;
const later = (now: Instant, seconds: number): Instant =>
  new Date(Date.parse(now) + seconds * MS_PER_SECOND).toISOString() as Instant;
