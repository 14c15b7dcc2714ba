import type { Db } from 'mongodb';
import { RegisterUnavailable } from '../../../src/ports.ts';
import type { Box } from '../../../src/register/cryptography.ts';
import type { KeyRing, KeyStore } from '../../../src/register/keyStore.ts';
import type { Connected } from './connected.ts';
import { type RingDocument, retired, rings as ringsIn } from './documents.ts';
import { fieldName, nameOfField } from './fieldName.ts';
import { guarded, isDuplicate, untilSeen } from './unavailable.ts';

/** `fingerprints`: the master keys that are in use; more than one while the keys are being changed over. */
export type MongoKeyStore = KeyStore & { readonly fingerprints: () => Promise<readonly string[]> };

/**
 * The wrapped keys, in a database of their own, so that the backup of the register can leave them out. A server keeps what was
 * deleted for a while in its journal and its log of operations; a change of the master key makes that worthless too.
 */
export function mongoKeyStore(connected: Connected): MongoKeyStore {
  return { ...guarded(connected, ({ keys }) => keys, keyStoreOn), close: connected.close };
}

function keyStoreOn(database: Db): Omit<MongoKeyStore, 'close'> {
  const rings = ringsIn(database);
  const inOrder = { sort: { _id: 1 } } as const;
  return {
    put: async (ring) => untilSeen(() => putOnce(database, ring)),
    ring: async (id) => ringOf(await rings.findOne({ _id: id })),
    ringsOf: async (stream) => (await rings.find({ stream }, inOrder).toArray()).map(keyRing),
    destroy: async (id, parts) => {
      if (parts === undefined) await rings.deleteOne({ _id: id });
      else if (parts.length > 0) await rings.updateOne({ _id: id }, { $unset: fieldsOf(parts) });
    },
    destroyStream: async (stream) => {
      await rings.deleteMany({ stream });
    },
    after: async (id, limit) => {
      if (limit <= 0) return [];
      return (await rings.find({ _id: { $gt: id } }, { ...inOrder, limit }).toArray()).map(keyRing);
    },
    rewrap: async (before, { fingerprint, wrapped }) => {
      await retire(database, before.fingerprint, fingerprint);
      const changed = await rings.updateOne(unchanged(before), { $set: { fingerprint, wrapped: boxes(wrapped) } });
      return changed.matchedCount === 1;
    },
    fingerprints: () => rings.distinct('fingerprint'),
  };
}

async function putOnce(database: Db, ring: KeyRing): Promise<KeyRing | undefined> {
  const { id, stream, fingerprint, wrapped } = ring;
  try {
    await ringsIn(database).insertOne({ _id: id, stream, fingerprint, wrapped: boxes(wrapped) });
    await refuseRetired(database, ring);
    return ring;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return ringOf(await ringsIn(database).findOne({ _id: id }));
  }
}

/** Before the first ring changes its master key: from then on no new ring is taken under the old one, with which it would be lost. */
async function retire(database: Db, old: string, next: string): Promise<void> {
  if (old === next) return;
  await retired(database).updateOne({ _id: old }, { $set: { _id: old } }, { upsert: true });
  await retired(database).deleteOne({ _id: next });
}

/**
 * Asked after the ring was written, not before: where the old key is not yet retired then, the change begins later, and finds this ring
 * among the others.
 */
async function refuseRetired(database: Db, { id, fingerprint }: KeyRing): Promise<void> {
  if ((await retired(database).findOne({ _id: fingerprint })) === null) return;
  await ringsIn(database).deleteOne({ _id: id });
  throw new RegisterUnavailable('The master key was changed; start again with the new one.');
}

/** Keys are only ever taken from a ring, so one that still has all of these under the same master key is unchanged. */
const unchanged = ({ id, fingerprint, wrapped }: KeyRing): Record<string, string> => ({
  _id: id,
  fingerprint,
  ...Object.fromEntries(Object.entries(wrapped).map(([name, box]) => [`wrapped.${fieldName(name)}`, box])),
});

const fieldsOf = (parts: readonly string[]): Record<string, ''> =>
  Object.fromEntries(parts.map((name) => [`wrapped.${fieldName(name)}`, '']));

const boxes = (wrapped: KeyRing['wrapped']): Record<string, Box> =>
  Object.fromEntries(Object.entries(wrapped).map(([name, box]) => [fieldName(name), box]));

const keyRing = ({ _id, stream, fingerprint, wrapped }: RingDocument): KeyRing => ({
  id: _id,
  stream,
  fingerprint,
  wrapped: Object.fromEntries(Object.entries(wrapped).map(([field, box]) => [nameOfField(field), box])),
});

const ringOf = (document: RingDocument | null): KeyRing | undefined => (document === null ? undefined : keyRing(document));
