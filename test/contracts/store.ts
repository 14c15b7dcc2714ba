import { masterKeyOf } from '../../adapters/vault/masterKeyOf.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { Ids, Register } from '../../src/ports.ts';
import type { KeyStore } from '../../src/register/keyStore.ts';
import type { RegisterEngine } from '../../src/register/registerEngine.ts';
import { sealedRegister } from '../../src/register/sealedRegister.ts';

/** An engine and the key store that belongs to it, both over the same data. */
export type Store = { readonly engine: RegisterEngine; readonly keyStore: KeyStore };

/** Gives each test a store of its own: the first `open` makes it, every further one opens the same data again. */
export type PrepareStore = () => Promise<{ readonly open: () => Promise<Store>; readonly remove: () => Promise<void> }>;

/** The operator's key in all tests: 32 bytes that nobody should use. */
export const testMasterKey = masterKeyOf('bm90IGEga2V5OiBmb3IgdGVzdHMgb25seSwgMzIgYnk');

/** Ids that count, so that a failure repeats. */
export function countedIds(): Ids {
  let count = 0;
  return { next: () => `id-${String((count += 1)).padStart(6, '0')}` };
}

/** The register as it runs, with the real cryptography, on this store. */
export const registerOn = (store: Store, ids: Ids = countedIds()): Promise<Register> =>
  sealedRegister({ ...store, cryptography: nodeCryptography, masterKey: testMasterKey, ids });
