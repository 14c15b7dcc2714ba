import { mongoEngine } from '../../../adapters/stores/mongo/mongoEngine.ts';
import { mongoKeyStore } from '../../../adapters/stores/mongo/mongoKeyStore.ts';
import { engineContract } from '../../contracts/engineContract.ts';
import { keyStoreContract } from '../../contracts/keyStoreContract.ts';
import { describeOnReplicaSet, describeOnServer } from '../../support/mongod.ts';
import { mongoDatabase } from './mongoDatabase.ts';

function contracts(server: () => { readonly uri: string }): void {
  engineContract('MongoDB', async () => {
    const { open, remove } = mongoDatabase(server().uri);
    return { open: async () => mongoEngine(await open()), remove };
  });
  keyStoreContract('MongoDB', async () => {
    const { open, remove } = mongoDatabase(server().uri);
    return { open: async () => mongoKeyStore(await open()), remove };
  });
}

describeOnServer('the engine on one server', contracts);
describeOnReplicaSet('the engine on a replica set', contracts);
