import { notes } from '../stores/sqlite/notes.ts';
import { type FileKind, openDatabase } from '../stores/sqlite/openDatabase.ts';
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
  const { note, changeNote } = notes(database);
  return {
    note: orUnavailable(note),
    changeNote: orUnavailable(changeNote),
    close: async () => {
      if (database.isOpen) database.close();
    },
  };
}
