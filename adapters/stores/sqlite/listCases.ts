import type { DatabaseSync } from 'node:sqlite';
import { partsOfCaseNumber } from '../../../src/breach/identifiers.ts';
import type { EngineFilter } from '../../../src/register/registerEngine.ts';
import type { IndexRow } from './caseIndex.ts';
import { prepare, type Values } from './rows.ts';

/** One question to the engine: conditions on `case_index`, all of which hold, and the values they name. */
type Condition = { readonly sql: string; readonly values?: Values };
type Question = { readonly from: string; readonly order: string; readonly conditions: readonly Condition[] };

/**
 * The cases the filter describes, newest number first. What narrows most is asked for by itself, once per value, so that each question is
 * answered from one index in the order wanted; what was found is merged.
 */
export function listCases(database: DatabaseSync, filter: EngineFilter): readonly IndexRow[] {
  const limit = Math.max(0, Math.trunc(filter.limit));
  const rows = questions(filter).flatMap((question) => ask(database, question, limit));
  const once = new Map(rows.map((row) => [row.case_id, row]));
  return [...once.values()].sort(newestFirst).slice(0, limit);
}

function ask(database: DatabaseSync, { from, order, conditions }: Question, limit: number): readonly IndexRow[] {
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`;
  const newest = ['year', 'ordinal', 'series'].map((column) => `${order}.${column} DESC`).join(', ');
  const values = Object.assign({}, ...conditions.map((condition) => condition.values ?? {})) as Values;
  return prepare<IndexRow>(database, `SELECT case_index.* FROM ${from} ${where} ORDER BY ${newest} LIMIT :limit`).all({
    ...values,
    limit,
  });
}

/** A plus before a column keeps the engine from walking through all of one status where something else narrows more. */
function questions(filter: EngineFilter): readonly Question[] {
  const { reporter, openDuty, status, kind } = filter;
  const index = { from: 'case_index', order: 'case_index' };
  const narrower = [...anyOf('+status', 'status', status), ...anyOf('+kind', 'kind', kind)];
  const others = [...always(filter), ...narrower];
  if (reporter !== undefined) {
    const conditions = [{ sql: 'reporter = :reporter', values: { reporter } }, ...others, ...withDuty(openDuty)];
    return [{ ...index, conditions }];
  }
  if (openDuty !== undefined) {
    const duties = { from: 'open_duty JOIN case_index USING (case_id)', order: 'open_duty' };
    return openDuty.map((duty) => ({
      ...duties,
      conditions: [{ sql: 'open_duty.kind = :duty', values: { duty } }, ...always(filter, 'open_duty'), ...narrower],
    }));
  }
  if (kind !== undefined) return onePer('kind', kind, [...always(filter), ...anyOf('+status', 'status', status)]);
  if (status !== undefined) return onePer('status', status, always(filter));
  return [{ ...index, conditions: others }];
}

const onePer = (column: 'status' | 'kind', wanted: readonly string[], others: readonly Condition[]): readonly Question[] =>
  wanted.map((value) => ({
    from: 'case_index',
    order: 'case_index',
    conditions: [{ sql: `${column} = :wanted`, values: { wanted: value } }, ...others],
  }));

function always({ openedFrom, openedBefore, before }: EngineFilter, order = 'case_index'): readonly Condition[] {
  const place = `(${order}.year, ${order}.ordinal, ${order}.series) < (:year, :ordinal, :series)`;
  return [
    ...(openedFrom === undefined ? [] : [{ sql: 'opened_at >= :openedFrom', values: { openedFrom } }]),
    ...(openedBefore === undefined ? [] : [{ sql: 'opened_at < :openedBefore', values: { openedBefore } }]),
    ...(before === undefined ? [] : [{ sql: place, values: partsOfCaseNumber(before) }]),
  ];
}

function anyOf(column: string, name: string, wanted: readonly string[] | undefined): readonly Condition[] {
  if (wanted === undefined) return [];
  const values = Object.fromEntries(wanted.map((value, place) => [`${name}${place}`, value]));
  const names = Object.keys(values).map((key) => `:${key}`);
  const qualified = column.replace(/\w+$/, 'case_index.$&');
  return [{ sql: `${qualified} IN (${names.join(', ')})`, values }];
}

function withDuty(wanted: readonly string[] | undefined): readonly Condition[] {
  const [inOpenDuty] = anyOf('kind', 'duty', wanted);
  if (inOpenDuty === undefined) return [];
  const kind = inOpenDuty.sql.replace('case_index.kind', 'open_duty.kind');
  return [
    {
      sql: `EXISTS (SELECT 1 FROM open_duty WHERE open_duty.case_id = case_index.case_id AND ${kind})`,
      values: inOpenDuty.values ?? {},
    },
  ];
}

function newestFirst(one: IndexRow, other: IndexRow): number {
  if (one.year !== other.year) return other.year - one.year;
  if (one.ordinal !== other.ordinal) return other.ordinal - one.ordinal;
  return one.series < other.series ? 1 : -1;
}
