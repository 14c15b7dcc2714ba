import { registerContract } from '../../contracts/registerContract.ts';
import { sealedContract } from '../../contracts/sealedContract.ts';
import { prepareMemoryStore } from '../../support/memoryStore.ts';

registerContract('memory', prepareMemoryStore);
sealedContract('memory', prepareMemoryStore);
