import type { CaseId } from '../breach/identifiers.ts';
import type { Delivery, Register } from '../ports.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { Key } from './cryptography.ts';
import { onlyKeyFor, onlyKeyIn } from './onlyKey.ts';
import type { KeptDelivery } from './registerEngine.ts';
import type { Vault } from './vault.ts';
import { keyPlace, type Sealing } from './sealing.ts';

const ringOf = (caseId: CaseId): string => `deliveries/${caseId}`;

/** What was delivered beside a case: one key for all of it, made with the first delivery and destroyed when the case is erased. */
export function sealedDeliveries({
  engine,
  sealing,
}: Vault): Pick<Register, 'deliveries' | 'recordDeliveries' | 'forgetDeliveries'> {
  return {
    deliveries: async (caseId) => {
      const kept = await engine.deliveries(caseId);
      const key = kept.length === 0 ? undefined : onlyKeyIn(sealing, await sealing.keyStore.ring(ringOf(caseId)));
      return key === undefined ? [] : kept.flatMap((delivery) => opened(sealing, key, caseId, delivery)).toSorted(bySlot);
    },
    recordDeliveries: async (claim, deliveries) => {
      if (deliveries.some(({ caseId }) => caseId !== claim.caseId)) {
        throw new RangeError('A delivery is recorded under the claim of its own case.');
      }
      const key = deliveries.length === 0 ? undefined : await onlyKeyFor(sealing, ringOf(claim.caseId));
      return engine.recordDeliveries(claim, key === undefined ? [] : deliveries.map((one) => sealed(sealing, key, one)));
    },
    forgetDeliveries: async (caseId, slots) => {
      if (slots !== undefined) {
        await engine.forgetDeliveries(
          caseId,
          slots.map((slot) => nameOf(sealing, caseId, slot)),
        );
        return;
      }
      await engine.forgetDeliveries(caseId);
      await sealing.keyStore.destroy(ringOf(caseId));
    },
  };
}

const nameOf = ({ pseudonym }: Sealing, caseId: CaseId, slot: string): string => pseudonym('slot', `${caseId} ${slot}`);

const bySlot = (one: Delivery, other: Delivery): number => (one.slot < other.slot ? -1 : 1);

function sealed(sealing: Sealing, key: Key, { caseId, ...made }: Delivery): KeptDelivery {
  const name = nameOf(sealing, caseId, made.slot);
  return { name, box: sealing.cryptography.seal(key, canonicalJson(made), keyPlace(ringOf(caseId), name)) };
}

/** What was sealed under a key that is gone by now was forgotten. */
function opened({ cryptography }: Sealing, key: Key, caseId: CaseId, { name, box }: KeptDelivery): readonly Delivery[] {
  const text = cryptography.open(key, box, keyPlace(ringOf(caseId), name));
  return text === undefined ? [] : [{ caseId, ...(JSON.parse(text) as Omit<Delivery, 'caseId'>) }];
}
