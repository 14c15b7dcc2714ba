import { type FileKind, openDatabase } from '../stores/sqlite/openDatabase.ts';
import { prepare } from '../stores/sqlite/rows.ts';
import { orUnavailable } from '../stores/sqlite/transaction.ts';
import type { NoteShelf } from './notes.ts';

/** A file of its own beside the register, „FRWN“ as four bytes: it is not needed to read the register, and no backup carries it along. */
const notesFile: FileKind = {
  applicationId: 0x46_52_57_4e,
  version: 1,
  schema: 'CREATE TABLE note (name TEXT NOT NULL PRIMARY KEY, box TEXT NOT NULL) STRICT, WITHOUT ROWID;',
};

/** Throws RegisterRefused or RegisterUnavailable as the register does. */
export function sqliteNotes(file: string, busyMilliseconds: number): NoteShelf {
  const database = openDatabase(file, notesFile, busyMilliseconds);
  const found = prepare<{ readonly box: string }>(database, 'SELECT box FROM note WHERE name = :name');
  const put = prepare(
    database,
    'INSERT INTO note (name, box) VALUES (:name, :box) ON CONFLICT (name) DO UPDATE SET box = excluded.box',
  );
  const drop = prepare(database, 'DELETE FROM note WHERE name = :name');
  return {
    read: orUnavailable(async (name: string) => found.first({ name })?.box),
    write: orUnavailable(async (name: string, box: string) => void put.run({ name, box })),
    forget: orUnavailable(async (name: string) => void drop.run({ name })),
    close: async () => {
      if (database.isOpen) database.close();
    },
  };
}
