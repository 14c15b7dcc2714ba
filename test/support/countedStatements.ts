import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Newer versions of Node tell what a statement did; the types of the oldest one we serve do not know it yet. */
type Telling = StatementSync & { readonly stat?: (counter: 'vmStep' | 'fullscanStep') => number };
type Prepared = { readonly sql: string; readonly statement: Telling };

/** What the statements of one connection that are prepared from now on have done. */
export type CountedStatements = {
  /** Steps of the engine's own machine: the same for the same work, however busy the computer is. */
  readonly steps: () => number;
  /** Statements that walk through a whole table or a whole index, with the engine's own words for it. */
  readonly scans: () => readonly string[];
};

/** Not a table at all, a table of one row, or an index that holds only the work that is still to be done. */
const HARMLESS = [
  /^SCAN CONSTANT ROW/,
  /^SCAN organisation$/,
  /^SCAN stream_end USING INDEX stream_end_unanchored/,
  /^SCAN case_index USING INDEX case_index_never/,
];
/** Asks for so many, whichever they are: the walk ends with the page. */
const isPage = (sql: string): boolean => sql.includes('LIMIT') && !sql.includes('WHERE');
const isScan = (detail: string, sql: string): boolean =>
  detail.startsWith('SCAN') && !isPage(sql) && !HARMLESS.some((harmless) => harmless.test(detail));

/** Whether this version of Node tells at all. */
export const tellsSteps = (database: DatabaseSync): boolean =>
  typeof (database.prepare('SELECT 1') as Telling).stat === 'function';

export function countStatements(database: DatabaseSync): CountedStatements {
  const prepared: Prepared[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (sql, ...more) => {
    const statement: Telling = prepare(sql, ...more);
    prepared.push({ sql, statement });
    return statement;
  };
  return {
    steps: () => prepared.reduce((sum, { statement }) => sum + (statement.stat?.('vmStep') ?? 0), 0),
    scans: () =>
      prepared.flatMap(({ sql }) => {
        const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
        return plan.flatMap(({ detail }) => (isScan(String(detail), sql) ? [`${String(detail)}: ${sql}`] : []));
      }),
  };
}
