import { engineContract } from '../../contracts/engineContract.ts';
import { keyStoreContract } from '../../contracts/keyStoreContract.ts';
import { memoryEngine, memoryKeyStore, newMemory } from '../../support/memoryEngine.ts';

const remove = async (): Promise<void> => undefined;

engineContract('memory', async () => {
  const memory = newMemory();
  return { open: async () => memoryEngine(memory), remove };
});

keyStoreContract('memory', async () => {
  const memory = newMemory();
  return { open: async () => memoryKeyStore(memory), remove };
});
