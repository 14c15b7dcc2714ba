import type { KeyStore } from '../../../src/register/keyStore.ts';
import { asRefusal, connect } from './connect.ts';
import { refuseUnlessRegister } from './migrate.ts';
import { mongoKeyStore } from './mongoKeyStore.ts';

/** The keys of the register in this database alone, for a change of the master key. Throws DatabaseRefused; makes nothing. */
export async function openMongoKeys(uri: string): Promise<KeyStore> {
  const connected = await connect(uri);
  try {
    await refuseUnlessRegister(connected);
    return mongoKeyStore(connected);
  } catch (error) {
    await connected.close();
    throw asRefusal(error, connected.where);
  }
}
