import type { DatabaseSync } from 'node:sqlite';
import type { CaseId, CaseNumber, Series } from '../../../src/breach/identifiers.ts';
import type { IndexedCase, RegisterEngine } from '../../../src/register/registerEngine.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { listCases } from './listCases.ts';
import { prepare } from './rows.ts';

export type IndexRow = {
  readonly case_id: CaseId;
  readonly series: Series;
  readonly year: number;
  readonly ordinal: number;
  readonly number: CaseNumber;
  readonly status: IndexedCase['status'];
  readonly reporter: string;
  readonly opened_at: Instant;
  readonly open_duties: string;
  readonly first_due_by: Instant | null;
  readonly kind: NonNullable<IndexedCase['kind']> | null;
  readonly closed_at: Instant | null;
  readonly version: number;
  readonly hash: string;
  readonly next_due_at: Instant | null;
};

/** What is found without opening a case. */
export function caseIndex(database: DatabaseSync): Pick<RegisterEngine, 'find' | 'list' | 'highestOrdinal'> {
  const find = prepare<IndexRow>(database, 'SELECT * FROM case_index WHERE case_id = :caseId');
  const highest = prepare<{ ordinal: number }>(
    database,
    'SELECT coalesce(max(ordinal), 0) AS ordinal FROM case_index WHERE series = :series AND year = :year',
  );
  return {
    find: async (caseId) => {
      const row = find.first({ caseId });
      return row && indexedCase(row);
    },
    list: async (filter) => listCases(database, filter).map(indexedCase),
    highestOrdinal: async (series, year) => highest.first({ series, year })?.ordinal ?? 0,
  };
}

const indexedCase = (row: IndexRow): IndexedCase => ({
  caseId: row.case_id,
  number: row.number,
  series: row.series,
  year: row.year,
  ordinal: row.ordinal,
  status: row.status,
  reporter: row.reporter,
  openedAt: row.opened_at,
  openDuties: JSON.parse(row.open_duties) as IndexedCase['openDuties'],
  ...(row.first_due_by !== null && { firstDueBy: row.first_due_by }),
  ...(row.kind !== null && { kind: row.kind }),
  ...(row.closed_at !== null && { closedAt: row.closed_at }),
  version: row.version,
  hash: row.hash,
  ...(row.next_due_at !== null && { nextDueAt: row.next_due_at }),
});

/** Brings the index of a case to its last entry; to be called in the transaction that writes the entry. The case is due by `at`. */
export function indexWriter(database: DatabaseSync): (index: Omit<IndexedCase, 'nextDueAt'>, at: Instant) => void {
  const before = prepare<{ open_duties: string }>(database, 'SELECT open_duties FROM case_index WHERE case_id = :caseId');
  const add = prepare(database, ADD);
  const move = prepare(database, MOVE);
  const dropDuties = prepare(database, 'DELETE FROM open_duty WHERE case_id = :caseId');
  const addDuty = prepare(
    database,
    'INSERT INTO open_duty (kind, year, ordinal, series, case_id) VALUES (:kind, :year, :ordinal, :series, :caseId)',
  );
  return (index, at) => {
    const { caseId, series, year, ordinal, openDuties, ...rest } = index;
    const values = { caseId, ...rest, openDuties: JSON.stringify(openDuties), at };
    const known = before.first({ caseId });
    if (known) move.run(moving(values));
    else add.run({ ...values, series, year, ordinal });
    if (known?.open_duties === values.openDuties) return;
    dropDuties.run({ caseId });
    for (const kind of new Set(openDuties)) addDuty.run({ kind, year, ordinal, series, caseId });
  };
}

type Values = Readonly<Record<'caseId' | 'status' | 'reporter' | 'openDuties' | 'at' | 'hash', string>> &
  Pick<IndexedCase, 'version'> & { readonly [More in 'firstDueBy' | 'kind' | 'closedAt']?: string | undefined };

/** What a later entry of the case can change. */
const moving = ({ caseId, status, reporter, openDuties, firstDueBy, kind, closedAt, version, hash, at }: Values) => ({
  ...{ caseId, status, reporter, openDuties, firstDueBy, kind, closedAt, version, hash, at },
});

const ADD = `
INSERT INTO case_index (case_id, series, year, ordinal, number, status, reporter, opened_at,
  open_duties, first_due_by, kind, closed_at, version, hash, next_due_at)
VALUES (:caseId, :series, :year, :ordinal, :number, :status, :reporter, :openedAt,
  :openDuties, :firstDueBy, :kind, :closedAt, :version, :hash, :at)`;

const MOVE = `
UPDATE case_index SET status = :status, reporter = :reporter, open_duties = :openDuties, first_due_by = :firstDueBy, kind = :kind,
  closed_at = :closedAt, version = :version, hash = :hash, next_due_at = min(coalesce(next_due_at, :at), :at)
WHERE case_id = :caseId`;
