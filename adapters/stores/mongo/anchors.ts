import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import type { Shelves } from './documents.ts';
import { followBehind } from './followEntries.ts';

/** Which ends the register's own stream still lacks. */
export function anchors(shelves: Shelves): Pick<RegisterEngine, 'unanchored' | 'markAnchored'> {
  const { ends } = shelves;
  return {
    unanchored: async (limit) => {
      await followBehind(shelves);
      if (limit <= 0) return [];
      const found = await ends.find({ open: true }, { sort: { _id: 1 }, limit }).toArray();
      return found.map(({ _id, sequence, hash }) => ({ stream: _id, sequence, hash }));
    },
    markAnchored: async (marked) => {
      if (marked.length === 0) return;
      const closing = marked.map(({ stream, sequence }) => ({
        updateOne: { filter: { _id: stream, sequence }, update: { $set: { open: false } } },
      }));
      await ends.bulkWrite(closing, { ordered: false });
    },
  };
}
