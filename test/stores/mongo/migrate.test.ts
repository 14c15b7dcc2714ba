import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '../../../adapters/stores/mongo/connect.ts';
import type { Connected } from '../../../adapters/stores/mongo/connected.ts';
import { DatabaseRefused } from '../../../adapters/stores/mongo/databaseRefused.ts';
import { marks, rings, shelves } from '../../../adapters/stores/mongo/documents.ts';
import { migrate, SCHEMA_VERSION } from '../../../adapters/stores/mongo/migrate.ts';
import { mongoEngine } from '../../../adapters/stores/mongo/mongoEngine.ts';
import { appendTo } from '../../contracts/engineWrites.ts';
import { describeOnServer } from '../../support/mongod.ts';
import { type MongoDatabase, mongoDatabase } from './mongoDatabase.ts';

describeOnServer('preparing a database', (server) => {
  let database: MongoDatabase;
  let connected: Connected;
  beforeEach(async () => {
    database = mongoDatabase(server().uri);
    connected = await connect(server().uri, { database: database.name });
  });
  afterEach(async () => {
    await connected.close();
    await database.remove();
  });
  const names = async (collection: { indexes: () => Promise<{ name?: string }[]> }) =>
    (await collection.indexes()).map(({ name }) => name).toSorted();
  const refusal = async (): Promise<unknown> => migrate(connected, 'real').catch((error: unknown) => error);

  it('makes what is missing, the locks among it', async () => {
    await migrate(connected, 'real');
    const { entries, cases, ends } = shelves(connected.register);
    expect(await names(entries)).toEqual(['_id_', 'behind', 'one_name', 'one_place', 'ordinals']);
    const locks = (await entries.indexes())
      .filter(({ name, unique }) => unique === true && name !== '_id_')
      .map(({ name }) => name);
    expect(locks.toSorted()).toEqual(['one_name', 'one_place']);
    expect(await names(cases)).toContain('due');
    expect(await names(ends)).toEqual(['_id_', 'open']);
    expect(await names(rings(connected.keys))).toEqual(['_id_', 'master_key', 'stream']);
    expect(await marks(connected.register).findOne({})).toEqual({
      _id: 'schema',
      program: 'fristwacht',
      version: SCHEMA_VERSION,
      purpose: 'real',
    });
  });

  it('may be repeated, and keeps what is there', async () => {
    await migrate(connected, 'real');
    const engine = mongoEngine(connected);
    await engine.append(appendTo('c-1', 1));
    await migrate(connected, 'real');
    expect(await engine.entries('case/c-1')).toHaveLength(1);
  });

  it('may be started by eight instances at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => migrate(connected, 'real')));
    expect(await marks(connected.register).countDocuments()).toBe(1);
  });

  it('brings back an index that somebody dropped', async () => {
    await migrate(connected, 'real');
    await shelves(connected.register).entries.dropIndex('one_name');
    await migrate(connected, 'real');
    expect(await names(shelves(connected.register).entries)).toContain('one_name');
  });

  it('goes on where an earlier one was broken off', async () => {
    await shelves(connected.register).entries.createIndexes([{ name: 'behind', key: { behind: 1, stream: 1 } }]);
    await migrate(connected, 'real');
    expect(await names(shelves(connected.register).entries)).toContain('one_place');
  });

  it('refuses a database of a newer version, and changes nothing in it', async () => {
    await migrate(connected, 'real');
    await marks(connected.register).updateOne({ _id: 'schema' }, { $set: { version: SCHEMA_VERSION + 1 } });
    await shelves(connected.register).cases.dropIndex('due');
    const refused = await refusal();
    expect(refused).toBeInstanceOf(DatabaseRefused);
    expect(refused).toMatchObject({ reason: 'newerVersion' });
    expect(await names(shelves(connected.register).cases)).not.toContain('due');
    expect(await marks(connected.register).findOne({})).toMatchObject({ version: SCHEMA_VERSION + 1 });
  });

  it('refuses entries of something else', async () => {
    await connected.register.collection('entries').insertOne({ diary: 'Monday' });
    expect(await refusal()).toMatchObject({ reason: 'notARegister' });
    expect(await names(shelves(connected.register).entries)).toEqual(['_id_']);
  });

  it.each([
    ['drill', 'real', 'onlyForDrills'],
    ['real', 'drill', 'notForDrills'],
  ] as const)('never makes a register for „%s“ one for „%s“', async (first, second, reason) => {
    await migrate(connected, first);
    await expect(migrate(connected, second)).rejects.toMatchObject({ name: 'DatabaseRefused', reason });
    await expect(migrate(connected, first)).resolves.toBeUndefined();
  });

  it('gives a fresh database to one purpose where two want it at once', async () => {
    const both = await Promise.allSettled([migrate(connected, 'real'), migrate(connected, 'drill')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses a database that another program marked', async () => {
    await connected.register.collection<{ _id: string }>('meta').insertOne({ _id: 'schema' });
    expect(await refusal()).toMatchObject({ reason: 'notARegister' });
  });
});
