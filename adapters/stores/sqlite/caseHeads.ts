import type { DatabaseSync } from 'node:sqlite';
import { type CaseId, type CaseNumber, type PersonId, partsOfCaseNumber } from '../../../src/breach/identifiers.ts';
import type { CaseHead, ListFilter, Register } from '../../../src/ports.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { prepare, type Values } from './rows.ts';

type HeadRow = {
  readonly case_id: CaseId;
  readonly series: string;
  readonly year: number;
  readonly ordinal: number;
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
    list: async (filter) => list(database, filter),
  };
}

/** Each status is asked for by itself, so that it is answered from its index, and what was found is merged. */
function list(database: DatabaseSync, filter: ListFilter): readonly CaseHead[] {
  const { status: statuses = [undefined], ...others } = filter;
  const rows = statuses.flatMap((status) => {
    const { sql, values } = query(status, others);
    return prepare<HeadRow>(database, sql).all(values);
  });
  return rows.sort(newestFirst).slice(0, limitOf(filter)).map(caseHead);
}

type Query = { readonly sql: string; readonly values: Values };

function query(status: CaseHead['status'] | undefined, { reporter, before, limit }: Omit<ListFilter, 'status'>): Query {
  const conditions = [
    // One person reported few cases: the plus keeps the engine from walking through all of a status instead.
    status && `${reporter ? '+' : ''}status = :status`,
    reporter && 'reporter = :reporter',
    before && '(year, ordinal, series) < (:year, :ordinal, :series)',
  ].filter((condition) => condition !== undefined);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return {
    sql: `SELECT * FROM case_head ${where} ORDER BY year DESC, ordinal DESC, series DESC LIMIT :limit`,
    values: {
      ...(status && { status }),
      ...(reporter && { reporter }),
      ...(before && partsOfCaseNumber(before)),
      limit: limitOf({ limit }),
    },
  };
}

/** To the engine a negative limit would mean none. */
const limitOf = ({ limit }: Pick<ListFilter, 'limit'>): number => Math.max(0, Math.trunc(limit));

function newestFirst(one: HeadRow, other: HeadRow): number {
  if (one.year !== other.year) return other.year - one.year;
  if (one.ordinal !== other.ordinal) return other.ordinal - one.ordinal;
  return one.series < other.series ? 1 : -1;
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
