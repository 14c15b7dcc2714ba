import type { PrepareStore } from '../contracts/store.ts';
import { memoryEngine, memoryKeyStore, newMemory } from './memoryEngine.ts';

/** A store in memory, for tests that need no disk. */
export const prepareMemoryStore: PrepareStore = async () => {
  const memory = newMemory();
  return {
    open: async () => ({ engine: memoryEngine(memory), keyStore: memoryKeyStore(memory) }),
    remove: async () => undefined,
  };
};
