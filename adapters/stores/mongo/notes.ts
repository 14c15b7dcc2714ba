import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import type { Shelves } from './documents.ts';
import { isDuplicate } from './unavailable.ts';

/** What the program notes for itself. Each change is one update of one document that looks first, so no two instances both win. */
export function notes({ notes: kept }: Shelves): Pick<RegisterEngine, 'note' | 'changeNote'> {
  return {
    note: async (name) => (await kept.findOne({ _id: name }))?.box,
    changeNote: async (name, before, after) => {
      if (before === undefined) {
        if (after === undefined) return (await kept.findOne({ _id: name })) === null;
        return insertOnce(async () => kept.insertOne({ _id: name, box: after }));
      }
      if (after === undefined) return (await kept.deleteOne({ _id: name, box: before })).deletedCount === 1;
      return (await kept.updateOne({ _id: name, box: before }, { $set: { box: after } })).matchedCount === 1;
    },
  };
}

async function insertOnce(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return false;
  }
}
