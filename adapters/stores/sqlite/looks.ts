import type { DatabaseSync } from 'node:sqlite';
import type { CaseId, PersonId } from '../../../src/breach/identifiers.ts';
import type { Look, Register } from '../../../src/ports.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { prepare } from './rows.ts';

type LookRow = {
  readonly case_id: CaseId | null;
  readonly actor: PersonId;
  readonly at: Instant;
  readonly what: string;
  readonly allowed: 0 | 1;
};

/** Who looked at which case, or tried to. */
export function looks(database: DatabaseSync): Pick<Register, 'recordLook' | 'looksAt'> {
  const record = prepare(
    database,
    'INSERT INTO look (case_id, actor, at, what, allowed) VALUES (:caseId, :by, :at, :what, :allowed)',
  );
  const ofCase = prepare<LookRow>(
    database,
    'SELECT case_id, actor, at, what, allowed FROM look WHERE case_id = :caseId ORDER BY position',
  );
  return {
    recordLook: async ({ caseId, by, at, what, allowed }) => void record.run({ caseId, by, at, what, allowed: allowed ? 1 : 0 }),
    looksAt: async (caseId) => ofCase.all({ caseId }).map(look),
  };
}

const look = (row: LookRow): Look => ({
  caseId: row.case_id ?? undefined,
  by: row.actor,
  at: row.at,
  what: row.what,
  allowed: row.allowed === 1,
});
