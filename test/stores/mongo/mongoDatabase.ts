import { randomUUID } from 'node:crypto';
import { type Connected, connect } from '../../../adapters/stores/mongo/connect.ts';
import { migrate } from '../../../adapters/stores/mongo/migrate.ts';

/** A database of its own on this server, with that of its keys; gone after `remove`. */
export type MongoDatabase = {
  readonly name: string;
  readonly open: () => Promise<Connected>;
  readonly remove: () => Promise<void>;
};

/** Named by chance, so that nothing else on a server named from outside is touched. */
export function mongoDatabase(uri: string): MongoDatabase {
  const name = `fristwacht-test-${randomUUID().slice(0, 18)}`;
  return {
    name,
    open: async () => {
      const connected = await connect(uri, name);
      await migrate(connected);
      return connected;
    },
    remove: async () => {
      const { register, keys } = await connect(uri, name);
      await register.dropDatabase();
      await keys.dropDatabase();
      await register.client.close();
    },
  };
}
