import { mongoEngine } from '../../../adapters/stores/mongo/mongoEngine.ts';
import { mongoKeyStore } from '../../../adapters/stores/mongo/mongoKeyStore.ts';
import { registerContract } from '../../contracts/registerContract.ts';
import { sealedContract } from '../../contracts/sealedContract.ts';
import type { PrepareStore } from '../../contracts/store.ts';
import { describeOnReplicaSet, describeOnServer } from '../../support/mongod.ts';
import { mongoDatabase } from './mongoDatabase.ts';

function contracts(server: () => { readonly uri: string }): void {
  const prepare: PrepareStore = async () => {
    const { open, remove } = mongoDatabase(server().uri);
    const store = async () => {
      const connected = await open();
      return { engine: mongoEngine(connected), keyStore: mongoKeyStore(connected) };
    };
    return { open: store, remove };
  };
  registerContract('MongoDB', prepare);
  sealedContract('MongoDB', prepare);
}

describeOnServer('the register on one server', contracts);
describeOnReplicaSet('the register on a replica set', contracts);
