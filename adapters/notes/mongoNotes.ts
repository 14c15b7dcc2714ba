import type { Db } from 'mongodb';
import type { Connected } from '../stores/mongo/connected.ts';
import { guarded } from '../stores/mongo/unavailable.ts';
import type { NoteShelf } from './notes.ts';

/** In a collection of their own; every write is to a single document. */
export function mongoNotes(connected: Connected): NoteShelf {
  const shelfOn = (database: Db): Omit<NoteShelf, 'close'> => {
    const notes = database.collection<{ readonly _id: string; readonly box: string }>('notes');
    return {
      read: async (name) => (await notes.findOne({ _id: name }))?.box,
      write: async (name, box) => {
        await notes.updateOne({ _id: name }, { $set: { box } }, { upsert: true });
      },
      forget: async (name) => {
        await notes.deleteOne({ _id: name });
      },
    };
  };
  return { ...guarded(connected, ({ register }) => register, shelfOn), close: connected.close };
}
