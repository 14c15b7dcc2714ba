import type { Connected } from '../stores/mongo/connected.ts';
import { shelves } from '../stores/mongo/documents.ts';
import { notes } from '../stores/mongo/notes.ts';
import { guarded } from '../stores/mongo/unavailable.ts';
import type { NoteShelf } from './notes.ts';

/** In the collection of the register's own notes, under pseudonyms that none of those bears. */
export function mongoNotes(connected: Connected): NoteShelf {
  return {
    ...guarded(
      connected,
      ({ register }) => register,
      (database) => notes(shelves(database)),
    ),
    close: connected.close,
  };
}
