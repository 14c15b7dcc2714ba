import type { Document } from 'mongodb';
import { projected } from './collection.ts';
import type { Change, Database } from './database.ts';
import { matches } from './matches.ts';
import { DuplicateKey, readIndex } from './uniqueness.ts';
import { keyOf, valueAt, valuesAt } from './values.ts';

/** A refusal with MongoDB's own number; the driver makes an error of it. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

const notBuilt = 238;
const commandNotFound = 59;

/** Carries out one command and answers as a standalone MongoDB server does. What is not built, is refused by name. */
export function answer(database: Database, command: Document): Document {
  const name = Object.keys(command)[0] ?? '';
  const run = commands[name];
  if (run === undefined) return refusal(new Refused(commandNotFound, `The stand-in does not know the command ${name}.`));
  try {
    refuseForeignWriteConcern(command);
    return { ...run(database, command), ok: 1 };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): Document {
  if (error instanceof DuplicateKey) return { ok: 0, errmsg: error.message, ...duplicate(error) };
  const message = error instanceof Error ? error.message : String(error);
  return { ok: 0, errmsg: message, code: error instanceof Refused ? error.code : notBuilt };
}

const duplicate = (error: DuplicateKey): Document => ({ code: 11000, keyPattern: error.index.key, keyValue: error.keyValue });

/** A single server has nobody to wait for; and it keeps no record of retried writes. */
function refuseForeignWriteConcern(command: Document): void {
  const wanted = (command.writeConcern as Document | undefined)?.w as unknown;
  if (typeof wanted === 'number' && wanted > 1) throw new Refused(2, "cannot use 'w' > 1 when a host is not replicated");
  if (command.txnNumber !== undefined)
    throw new Refused(20, 'Transaction numbers are only allowed on a replica set member or mongos');
}

type Command = (database: Database, command: Document) => Document;

const namespaceOf = (command: Document, name: string): string => `${String(command.$db)}.${String(command[name])}`;

const hello: Command = () => ({
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
});

/** Runs the items of a write one by one, as `ordered` says, and collects what each ran into. */
function eachWrite(command: Document, items: readonly Document[], write: (item: Document, index: number) => void): Document {
  const writeErrors: Document[] = [];
  for (const [index, item] of items.entries()) {
    try {
      write(item, index);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
      writeErrors.push({ index, errmsg: error.message, ...duplicate(error) });
      if (command.ordered !== false) break;
    }
  }
  return writeErrors.length === 0 ? {} : { writeErrors };
}

const insert: Command = (database, command) => {
  let n = 0;
  const errors = eachWrite(command, command.documents as Document[], (document) => {
    database.insert(namespaceOf(command, 'insert'), document);
    n += 1;
  });
  return { n, ...errors };
};

const update: Command = (database, command) => {
  const counted = { n: 0, nModified: 0 };
  const upserted: Document[] = [];
  const errors = eachWrite(command, command.updates as Document[], (item, index) => {
    for (const { before, after, inserted } of database.change(namespaceOf(command, 'update'), changeFrom(item))) {
      counted.n += 1;
      if (inserted) upserted.push({ index, _id: after._id as unknown });
      else if (keyOf(before) !== keyOf(after)) counted.nModified += 1;
    }
  });
  return { ...counted, ...(upserted.length > 0 ? { upserted } : {}), ...errors };
};

const changeFrom = (item: Document): Change => {
  if (item.arrayFilters !== undefined) throw new Error('The stand-in does not know array filters.');
  const { q, u, upsert, multi, sort } = item as { q: Document; u: Document; upsert?: boolean; multi?: boolean; sort?: Document };
  return { query: q, update: u, upsert: upsert === true, many: multi === true, sort };
};

const remove: Command = (database, command) => {
  let n = 0;
  const errors = eachWrite(command, command.deletes as Document[], ({ q, limit }) => {
    n += database.remove(namespaceOf(command, 'delete'), q as Document, { limit: limit as number }).length;
  });
  return { n, ...errors };
};

const findAndModify: Command = (database, command) => {
  const namespace = namespaceOf(command, 'findAndModify');
  const query = (command.query ?? {}) as Document;
  const shown = (document: Document | undefined): Document | null =>
    document === undefined ? null : projected(document, command.fields as Document | undefined);
  const sort = command.sort as Document | undefined;
  if (command.remove === true) {
    const [removed] = database.remove(namespace, query, { sort, limit: 1 });
    return { lastErrorObject: { n: removed === undefined ? 0 : 1 }, value: shown(removed) };
  }
  const change = { query, update: command.update as Document, upsert: command.upsert === true, many: false, sort };
  const [done] = database.change(namespace, change);
  const lastErrorObject = { n: done === undefined ? 0 : 1, updatedExisting: done?.inserted === false };
  return { lastErrorObject, value: shown(command.new === true ? done?.after : done?.before) };
};

const cursor = (command: Document, name: string, documents: readonly Document[]): Document => ({
  cursor: { id: 0n, ns: namespaceOf(command, name), firstBatch: documents },
});

/** Everything comes in one batch: what a test reads fits into a message. */
const find: Command = (database, command) => {
  const search = command as { filter?: Document; sort?: Document; skip?: number; limit?: number; projection?: Document };
  return cursor(command, 'find', database.find(namespaceOf(command, 'find'), search.filter ?? {}, search));
};

const aggregate: Command = (database, command) => {
  let documents = database.find(namespaceOf(command, 'aggregate'), {});
  for (const stage of command.pipeline as Document[]) documents = staged(documents, stage);
  return cursor(command, 'aggregate', documents);
};

function staged(documents: Document[], stage: Document): Document[] {
  const [[name, how]] = Object.entries(stage) as [[string, unknown]];
  if (name === '$match') return documents.filter((document) => matches(document, how as Document));
  if (name === '$skip') return documents.slice(Number(how));
  if (name === '$limit') return documents.slice(0, Number(how));
  if (name === '$count') return documents.length === 0 ? [] : [{ [String(how)]: documents.length }];
  if (name === '$group') return grouped(documents, how as Document);
  throw new Error(`The stand-in does not know the stage ${name}.`);
}

/** Groups by one field (or a constant) and counts. */
function grouped(documents: readonly Document[], { _id: by, ...counts }: Document): Document[] {
  if (Object.values(counts).some((count) => (count as Document).$sum !== 1))
    throw new Error('The stand-in only counts in groups.');
  const groups = new Map<string, { _id: unknown; size: number }>();
  for (const document of documents) {
    const _id = typeof by === 'string' && by.startsWith('$') ? valueAt(document, by.slice(1)) : (by as unknown);
    const group = groups.get(keyOf(_id)) ?? { _id, size: 0 };
    groups.set(keyOf(_id), { _id, size: group.size + 1 });
  }
  return [...groups.values()].map(({ _id, size }) => ({
    _id,
    ...Object.fromEntries(Object.keys(counts).map((name) => [name, size])),
  }));
}

const createIndexes: Command = (database, command) => {
  const namespace = namespaceOf(command, 'createIndexes');
  for (const asked of command.indexes as Document[]) {
    const index = readIndex(asked);
    const known = database.indexes(namespace)?.find(({ name }) => name === index.name);
    if (known === undefined) database.addIndex(namespace, index);
    else if (keyOf(known.key) !== keyOf(index.key) || known.unique !== index.unique)
      throw new Refused(86, `An existing index has the same name as the requested index: ${index.name}`);
  }
  return {};
};

const listIndexes: Command = (database, command) => {
  const indexes = database.indexes(namespaceOf(command, 'listIndexes'));
  if (indexes === undefined) throw new Refused(26, 'ns does not exist');
  return cursor(
    command,
    'listIndexes',
    indexes.map((index) => ({ v: 2, ...index })),
  );
};

const distinct: Command = (database, command) => {
  const found = database.find(namespaceOf(command, 'distinct'), (command.query ?? {}) as Document);
  const values = found.flatMap((document) => valuesAt(document, String(command.key)).flat());
  return { values: [...new Map(values.map((value) => [keyOf(value), value])).values()] };
};

const dropDatabase: Command = (database, command) => {
  for (const name of database.names(String(command.$db))) database.drop(`${String(command.$db)}.${name}`);
  return {};
};

const commands: Readonly<Record<string, Command>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: () => ({}),
  buildInfo: () => ({ version: '0.0.0', gitVersion: 'a stand-in, not MongoDB', storageEngines: ['a journal file'] }),
  endSessions: () => ({}),
  insert,
  update,
  delete: remove,
  findAndModify,
  find,
  aggregate,
  distinct,
  count: (database, command) => ({ n: database.find(namespaceOf(command, 'count'), (command.query ?? {}) as Document).length }),
  createIndexes,
  listIndexes,
  dropIndexes: (database, command) => {
    database.dropIndex(namespaceOf(command, 'dropIndexes'), String(command.index));
    return {};
  },
  listCollections: (database, command) => {
    const wanted = (command.filter ?? {}) as Document;
    const found = database.names(String(command.$db)).map((name) => ({ name, type: 'collection' }));
    return {
      cursor: {
        id: 0n,
        ns: `${String(command.$db)}.$cmd.listCollections`,
        firstBatch: found.filter((one) => matches(one, wanted)),
      },
    };
  },
  create: () => ({}),
  drop: (database, command) => {
    database.drop(namespaceOf(command, 'drop'));
    return {};
  },
  dropDatabase,
};
