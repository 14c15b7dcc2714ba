import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { countedIds, registerOn } from '../../contracts/store.ts';
import { memoryEngine, memoryKeyStore, newMemory } from '../../support/memoryEngine.ts';
import { type PartOfRegister, plainRegister } from './plainRegister.ts';

/** What the simulation runs on: claims alone, the register as it seals and chains, and the embedded engine in a file. */
export const REGISTERS = { plain: async () => plainRegister(), sealed, embedded } as const;
export type RegisterKind = keyof typeof REGISTERS;

async function sealed(): Promise<PartOfRegister> {
  const memory = newMemory();
  return registerOn({ engine: memoryEngine(memory), keyStore: memoryKeyStore(memory) }, countedIds());
}

/** It writes tens of thousands of times; where Linux keeps files in memory, no disk has to follow. */
const MEMORY = '/dev/shm';

async function embedded(): Promise<PartOfRegister> {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'fristwacht-simulation-'));
  const register = await openEmbeddedRegister(join(folder, 'register.sqlite'), { ids: countedIds() });
  return {
    ...register,
    close: async () => {
      await register.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
