import { setTimeout as pause } from 'node:timers/promises';
import {
  MongoClient,
  type MongoClientOptions,
  MongoCompatibilityError,
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  ReadConcern,
  ReadPreference,
} from 'mongodb';
import type { Connected } from './connected.ts';
import { DatabaseRefused } from './databaseRefused.ts';
import { asUnavailable } from './unavailable.ts';

/** How long anything may take, in milliseconds. Somebody waits for the answer in chat. */
const SELECTION_MS = 2000;
const CONNECT_MS = 2000;
const MAJORITY_MS = 5000;
const ANSWER_MS = 10_000;
const WORK_MS = 20_000;

const limits: MongoClientOptions = {
  serverSelectionTimeoutMS: SELECTION_MS,
  connectTimeoutMS: CONNECT_MS,
  waitQueueTimeoutMS: CONNECT_MS,
  maxPoolSize: 20,
  ignoreUndefined: true,
};

/** Said here, so that nothing in the address can weaken it: durable on a majority before it counts, read from what a majority has. */
const safely = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: MAJORITY_MS },
  readConcern: new ReadConcern('majority'),
  readPreference: ReadPreference.primary,
} as const;

const USUAL_NAME = 'fristwacht';
const NAME_IN_ADDRESS = /^mongodb(?:\+srv)?:\/\/[^/]*\/([^?]+)/;

export type Connecting = {
  /** Else the one in the address, else `fristwacht`. */
  readonly database?: string | undefined;
  /** How long the server may take for one answer. */
  readonly answerWithinMs?: number;
  /** How long all answers for one piece of work may take together. */
  readonly workWithinMs?: number;
};

/** Connects and asks once whether anybody is there. Throws DatabaseRefused. */
export async function connect(uri: string, connecting: Connecting = {}): Promise<Connected> {
  const { database, answerWithinMs = ANSWER_MS, workWithinMs = WORK_MS } = connecting;
  const newClient = (): MongoClient => clientFor(uri, { ...limits, socketTimeoutMS: answerWithinMs });
  const first = newClient();
  const name = database ?? decodeURIComponent(NAME_IN_ADDRESS.exec(uri)?.[1] ?? USUAL_NAME);
  const where = `${serversOf(first)}, ${name}`;
  const connected = connectedOver(first, newClient, { name, where, workWithinMs });
  try {
    await first.connect();
    await connected.register.command({ ping: 1 });
    return connected;
  } catch (error) {
    await connected.close();
    throw asRefusal(error, where);
  }
}

type Named = Pick<Connected, 'where' | 'workWithinMs'> & { readonly name: string };

function connectedOver(first: MongoClient, newClient: () => MongoClient, { name, ...named }: Named): Connected {
  const over = (client: MongoClient) => ({ client, register: client.db(name, safely), keys: client.db(`${name}_keys`, safely) });
  let now = over(first);
  let isClosed = false;
  return {
    ...named,
    get register() {
      return now.register;
    },
    get keys() {
      return now.keys;
    },
    renew: (broken) => {
      if (isClosed || broken.client !== now.client) return;
      now = over(newClient());
      void closeAtLast(broken.client);
    },
    close: async () => {
      isClosed = true;
      await closeAtLast(now.client);
    },
  };
}

/** A client that is broken may never have done with closing; nobody waits for it any longer than for anything else. */
async function closeAtLast(client: MongoClient): Promise<void> {
  await Promise.race([client.close().catch(() => undefined), pause(CONNECT_MS, undefined, { ref: false })]);
}

function clientFor(uri: string, options: MongoClientOptions): MongoClient {
  try {
    return new MongoClient(uri, options);
  } catch (error) {
    // The driver's own words may repeat the address, and with it the password; so they are not kept as the cause.
    if (error instanceof Error) throw new DatabaseRefused('addressInvalid');
    throw error;
  }
}

function serversOf({ options }: MongoClient): string {
  return options.srvHost ?? options.hosts.map(String).join(', ');
}

/** Numbers of the server for: no such login, not allowed, and the login of Atlas. */
const REFUSED_LOGIN = new Set<unknown>([18, 13, 8000]);

/** What a failure at the start means to whoever started, where it means anything to them. */
export function asRefusal(error: unknown, where: string): unknown {
  if (error instanceof MongoServerError && REFUSED_LOGIN.has(error.code)) {
    return new DatabaseRefused('notAllowed', where, { cause: error });
  }
  if (error instanceof MongoCompatibilityError) return new DatabaseRefused('serverTooOld', where, { cause: error });
  if (error instanceof MongoServerSelectionError || error instanceof MongoNetworkError) {
    return new DatabaseRefused('unreachable', where, { cause: error });
  }
  return error instanceof MongoError ? asUnavailable(error) : error;
}
