import { requireCurrentKey } from './currentKey.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { Delivery, Register } from '../ports.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { Key } from './cryptography.ts';
import type { KeyRing } from './keyStore.ts';
import type { KeptDelivery } from './registerEngine.ts';
import type { Vault } from './vault.ts';
import { keyPlace, newRing, ONLY_KEY, type Sealing } from './sealing.ts';

const ringOf = (caseId: CaseId): string => `deliveries/${caseId}`;

/** What was delivered beside a case: one key for all of it, made with the first delivery and destroyed when the case is erased. */
export function sealedDeliveries({
  engine,
  sealing,
}: Vault): Pick<Register, 'deliveries' | 'recordDeliveries' | 'forgetDeliveries'> {
  return {
    deliveries: async (caseId) => {
      const kept = await engine.deliveries(caseId);
      const key = kept.length === 0 ? undefined : keyIn(sealing, await sealing.keyStore.ring(ringOf(caseId)));
      return key === undefined ? [] : kept.flatMap((delivery) => opened(sealing, key, caseId, delivery)).toSorted(bySlot);
    },
    recordDeliveries: async (claim, deliveries) => {
      if (deliveries.some(({ caseId }) => caseId !== claim.caseId)) {
        throw new RangeError('A delivery is recorded under the claim of its own case.');
      }
      const key = deliveries.length === 0 ? undefined : await keyFor(sealing, claim.caseId);
      return engine.recordDeliveries(claim, key === undefined ? [] : deliveries.map((one) => sealed(sealing, key, one)));
    },
    forgetDeliveries: async (caseId) => {
      await engine.forgetDeliveries(caseId);
      await sealing.keyStore.destroy(ringOf(caseId));
    },
  };
}

const bySlot = (one: Delivery, other: Delivery): number => (one.slot < other.slot ? -1 : 1);

async function keyFor(sealing: Sealing, caseId: CaseId): Promise<Key> {
  const id = ringOf(caseId);
  const kept = (await sealing.keyStore.ring(id)) ?? (await sealing.keyStore.put(newRing(sealing, id, id)));
  const key = keyIn(sealing, kept);
  if (key === undefined) throw new RangeError('The key of these deliveries was wrapped by another master key.');
  return key;
}

function keyIn(sealing: Sealing, ring: KeyRing | undefined): Key | undefined {
  const wrapped = ring?.wrapped[ONLY_KEY];
  if (ring === undefined || wrapped === undefined) return undefined;
  requireCurrentKey(sealing, [ring]);
  return sealing.masterKey.unwrap(wrapped, keyPlace(ring.id, ONLY_KEY));
}

function sealed({ cryptography, pseudonym }: Sealing, key: Key, { caseId, ...made }: Delivery): KeptDelivery {
  const name = pseudonym('slot', `${caseId} ${made.slot}`);
  return { name, box: cryptography.seal(key, canonicalJson(made), keyPlace(ringOf(caseId), name)) };
}

/** What was sealed under a key that is gone by now was forgotten. */
function opened({ cryptography }: Sealing, key: Key, caseId: CaseId, { name, box }: KeptDelivery): readonly Delivery[] {
  const text = cryptography.open(key, box, keyPlace(ringOf(caseId), name));
  return text === undefined ? [] : [{ caseId, ...(JSON.parse(text) as Omit<Delivery, 'caseId'>) }];
}
