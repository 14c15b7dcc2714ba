import type { DatabaseSync } from 'node:sqlite';
import { type CaseId, type CaseNumber, type PersonId, partsOfCaseNumber } from '../../../src/breach/identifiers.ts';
import type { CaseHead, ListFilter, Register } from '../../../src/ports.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { prepare, type Values } from './rows.ts';

type HeadRow = {
  readonly case_id: CaseId;
  readonly number: CaseNumber;
  readonly status: CaseHead['status'];
  readonly reporter: PersonId;
  readonly opened_at: Instant;
  readonly version: number;
  readonly next_due_at: Instant | null;
};

/** What is found without opening a case. */
export function caseHeads(database: DatabaseSync): Pick<Register, 'list' | 'findByNumber' | 'nextOrdinal'> {
  const byNumber = prepare<{ case_id: CaseId }>(database, 'SELECT case_id FROM case_head WHERE number = :number');
  const nextOrdinal = prepare<{ next: number }>(
    database,
    'SELECT 1 + coalesce(max(ordinal), 0) AS next FROM case_head WHERE series = :series AND year = :year',
  );
  return {
    findByNumber: async (number) => byNumber.first({ number })?.case_id,
    nextOrdinal: async (series, year) => nextOrdinal.first({ series, year })?.next ?? 1,
    list: async (filter) => {
      const { sql, values } = query(filter);
      return prepare<HeadRow>(database, sql).all(values).map(caseHead);
    },
  };
}

/** Only the conditions asked for are written, so that each is answered from its index however many cases there are. */
function query(filter: ListFilter): { readonly sql: string; readonly values: Values } {
  const statuses = Object.fromEntries((filter.status ?? []).map((status, index) => [`status${index}`, status]));
  const conditions = [
    filter.status &&
      `status IN (${Object.keys(statuses)
        .map((name) => `:${name}`)
        .join(', ')})`,
    filter.reporter && 'reporter = :reporter',
    filter.before && '(year, ordinal, series) < (:year, :ordinal, :series)',
  ].filter((condition) => condition !== undefined);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const values = {
    ...statuses,
    ...(filter.reporter && { reporter: filter.reporter }),
    ...(filter.before && partsOfCaseNumber(filter.before)),
    limit: Math.max(0, Math.trunc(filter.limit)),
  };
  return { sql: `SELECT * FROM case_head ${where} ORDER BY year DESC, ordinal DESC, series DESC LIMIT :limit`, values };
}

const caseHead = (row: HeadRow): CaseHead => ({
  caseId: row.case_id,
  number: row.number,
  status: row.status,
  reporter: row.reporter,
  openedAt: row.opened_at,
  version: row.version,
  ...(row.next_due_at !== null && { nextDueAt: row.next_due_at }),
});
