import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** Values by name; `undefined` is written as the empty value of the database. */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** A prepared statement whose rows have the shape that its SELECT or RETURNING names. */
export type Statement<Row> = {
  readonly first: (values?: Values) => Row | undefined;
  readonly all: (values?: Values) => readonly Row[];
  /** The number of rows changed. */
  readonly run: (values?: Values) => number;
};

export function prepare<Row = never>(database: DatabaseSync, sql: string): Statement<Row> {
  const statement = database.prepare(sql);
  return {
    first: (values = {}) => statement.get(bound(values)) as Row | undefined,
    all: (values = {}) => statement.all(bound(values)) as unknown as readonly Row[],
    run: (values = {}) => Number(statement.run(bound(values)).changes),
  };
}

const bound = (values: Values): Record<string, SQLInputValue> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null]));
