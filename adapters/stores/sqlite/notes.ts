import type { DatabaseSync } from 'node:sqlite';
import type { Box } from '../../../src/register/cryptography.ts';
import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import { prepare } from './rows.ts';

/** What the program notes for itself. Each change is one statement that looks first, so two processes cannot both win. */
export function notes(database: DatabaseSync): Pick<RegisterEngine, 'note' | 'changeNote'> {
  const find = prepare<{ readonly box: Box }>(database, 'SELECT box FROM note WHERE name = :name');
  const add = prepare(database, 'INSERT INTO note (name, box) VALUES (:name, :after) ON CONFLICT DO NOTHING');
  const replace = prepare(database, 'UPDATE note SET box = :after WHERE name = :name AND box = :before');
  const remove = prepare(database, 'DELETE FROM note WHERE name = :name AND box = :before');
  return {
    note: async (name) => find.first({ name })?.box,
    changeNote: async (name, before, after) => {
      if (before === undefined) return after === undefined ? find.first({ name }) === undefined : add.run({ name, after }) === 1;
      return (after === undefined ? remove.run({ name, before }) : replace.run({ name, before, after })) === 1;
    },
  };
}
