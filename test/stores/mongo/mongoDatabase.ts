import { randomUUID } from 'node:crypto';
import { connect } from '../../../adapters/stores/mongo/connect.ts';
import type { Connected } from '../../../adapters/stores/mongo/connected.ts';
import type { Purpose } from '../../../adapters/stores/mongo/documents.ts';
import { migrate } from '../../../adapters/stores/mongo/migrate.ts';

/** A database of its own on this server, with that of its keys; gone after `remove`. */
export type MongoDatabase = {
  readonly name: string;
  /** Over another address where one is given: the same server behind a wire that fails. */
  readonly open: (over?: string, answerWithinMs?: number, purpose?: Purpose) => Promise<Connected>;
  readonly remove: () => Promise<void>;
};

/** Named by chance, so that nothing else on a server named from outside is touched. */
export function mongoDatabase(uri: string): MongoDatabase {
  const name = `fristwacht-test-${randomUUID().slice(0, 18)}`;
  return {
    name,
    open: async (over = uri, answerWithinMs = 10_000, purpose = 'real') => {
      const connected = await connect(over, { database: name, answerWithinMs });
      await migrate(connected, purpose);
      return connected;
    },
    remove: async () => {
      const connected = await connect(uri, { database: name });
      await connected.register.dropDatabase();
      await connected.keys.dropDatabase();
      await connected.close();
    },
  };
}

/** A server named by MONGODB_TEST_URI is reached as its address says, never over a wire of ours that fails on purpose. */
export const isNamedFromOutside = (process.env.MONGODB_TEST_URI ?? '') !== '';
export const wireNeedsOwnServer = 'over a wire of our own, to a server that we start';
