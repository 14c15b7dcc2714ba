import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import { holds } from './claims.ts';
import type { Shelves } from './documents.ts';
import { fieldName, nameOfField } from './fieldName.ts';

type Deliveries = Pick<RegisterEngine, 'deliveries' | 'recordDeliveries' | 'forgetDeliveries'>;

/** What became of each slot, in the document of the case: so one update both checks the claim and writes all of them. */
export function deliveries({ cases }: Shelves): Deliveries {
  return {
    deliveries: async (caseId) => {
      const found = await cases.findOne({ _id: caseId }, { projection: { deliveries: 1 } });
      return Object.entries(found?.deliveries ?? {}).map(([field, box]) => ({ name: nameOfField(field), box }));
    },
    recordDeliveries: async (claim, made) => {
      const boxes = made.map(({ name, box }) => [`deliveries.${fieldName(name)}`, box] as const);
      // The fence is set to what it is, so that an update without any box is still one the server takes.
      const written = await cases.updateOne(holds(claim), { $set: { fence: claim.fence, ...Object.fromEntries(boxes) } });
      return written.matchedCount === 1;
    },
    forgetDeliveries: async (caseId, names) => {
      if (names?.length === 0) return;
      const fields = names?.map((name) => [`deliveries.${fieldName(name)}`, '' as const] as const);
      await cases.updateOne({ _id: caseId }, { $unset: fields === undefined ? { deliveries: '' } : Object.fromEntries(fields) });
    },
  };
}
