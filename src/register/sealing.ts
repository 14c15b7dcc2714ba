import type { Ids } from '../ports.ts';
import type { Cryptography, Key, MasterKey } from './cryptography.ts';
import type { KeyStore } from './keyStore.ts';
import { KeysRefused } from './keysRefused.ts';

export type Keys = {
  readonly keyStore: KeyStore;
  readonly cryptography: Cryptography;
  readonly masterKey: MasterKey;
  /** Names for the rings of new entries. */
  readonly ids: Ids;
};

/** `message`: a command or an inbound message, so that one is never taken for two. `slot`: what was delivered for a case. */
export type PseudonymKind = 'person' | 'message' | 'slot';

/** All it takes to seal and to open. */
export type Sealing = Keys & {
  /** The same name for the same thing throughout the register; nobody without the key can tell whose it is. */
  readonly pseudonym: (kind: PseudonymKind, of: string) => string;
};

const PSEUDONYMS = 'pseudonyms';
/** The one key in a ring that holds only one. */
export const ONLY_KEY = 'key';

/** Bound to its place, so that a wrapped key cannot be put elsewhere. */
export const keyPlace = (ring: string, part: string): string => `${ring}/${part}`;

/**
 * Opens the key of the pseudonyms, which every start needs and which shows at once whether the master key is the right one. Makes it
 * where the register is new. Throws KeysRefused, and then has written nothing.
 */
export async function openSealing(keys: Keys, isNew: () => Promise<boolean>): Promise<Sealing> {
  const key = await singleKey(keys, PSEUDONYMS, 'register', isNew);
  const pseudonym = (kind: PseudonymKind, of: string): string => keys.cryptography.hmacSha256(key, `${kind} ${of}`);
  return { ...keys, pseudonym };
}

async function singleKey(keys: Keys, id: string, stream: string, mayMake: () => Promise<boolean>): Promise<Key> {
  const kept = await keys.keyStore.ring(id);
  if (kept === undefined && !(await mayMake())) throw new KeysRefused('keysLost');
  const ring = kept ?? (await keys.keyStore.put(newRing(keys, id, stream)));
  const wrapped = ring.wrapped[ONLY_KEY];
  const key = wrapped === undefined ? undefined : keys.masterKey.unwrap(wrapped, keyPlace(id, ONLY_KEY));
  if (key === undefined) throw new KeysRefused('wrongKey');
  return key;
}

/** A ring with one fresh key in it. */
export function newRing({ cryptography, masterKey }: Omit<Keys, 'ids'>, id: string, stream: string) {
  const wrapped = masterKey.wrap(cryptography.randomKey(), keyPlace(id, ONLY_KEY));
  return { id, stream, fingerprint: masterKey.fingerprint, wrapped: { [ONLY_KEY]: wrapped } };
}
