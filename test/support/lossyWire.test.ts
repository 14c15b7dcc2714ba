import { randomUUID } from 'node:crypto';
import { type Collection, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openLossyWire, type LossyWire } from './lossyWire.ts';
import { describeOnServer } from './mongod.ts';

type Row = { _id: string };

/** What the driver makes of a wire that loses something: the register's errors are read from this. */
describeOnServer('a wire that loses things', (server) => {
  let opened: LossyWire | undefined;
  let wire: LossyWire;
  const clients: MongoClient[] = [];
  const rows = (): Collection<Row> => {
    const options = {
      serverSelectionTimeoutMS: 2_000,
      socketTimeoutMS: 1_000,
      writeConcern: { w: 'majority', journal: true },
    } as const;
    const client = new MongoClient(wire.uri, options);
    clients.push(client);
    return client.db('fristwacht-test').collection<Row>(randomUUID());
  };
  const there = async (collection: Collection<Row>): Promise<string[]> =>
    (await collection.find().toArray()).map(({ _id }) => _id);

  beforeAll(async () => {
    const port = server().process?.port;
    opened = port === undefined ? undefined : await openLossyWire(port);
  });
  beforeEach((context) => {
    if (opened === undefined) return context.skip('the wire leads to a server of our own only, not to that of MONGODB_TEST_URI');
    wire = opened;
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await opened?.close();
  });

  it('loses a request: nothing was written, and the driver says so as it does when the answer is lost', async () => {
    const written = rows();
    wire.next('insert', 'request lost');
    await expect(written.insertOne({ _id: 'a' })).rejects.toMatchObject({ name: 'MongoNetworkError' });
    expect(await there(written)).toEqual([]);
  });

  it('loses an answer: it was written, and the driver cannot know', async () => {
    const written = rows();
    wire.next('insert', 'answer lost');
    await expect(written.insertOne({ _id: 'a' })).rejects.toMatchObject({ name: 'MongoNetworkError' });
    expect(await there(written)).toEqual(['a']);
  });

  it('gives no answer: only the time limit of the socket ends the waiting (timeoutMS has no effect in this driver), and it was written', async () => {
    const written = rows();
    wire.next('insert', 'no answer');
    await expect(written.insertOne({ _id: 'a' })).rejects.toMatchObject({ name: 'MongoNetworkTimeoutError' });
    expect(await there(written)).toEqual(['a']);
  });

  it('carries an error of the write concern: it was written, and the driver throws with the code', async () => {
    const written = rows();
    const writeConcernError = { code: 64, errmsg: 'waiting for replication timed out', errInfo: { wtimeout: true } };
    wire.next('insert', { answeredWith: { writeConcernError } });
    await expect(written.insertOne({ _id: 'a' })).rejects.toMatchObject({ name: 'MongoWriteConcernError', code: 64 });
    expect(await there(written)).toEqual(['a']);
  });

  it('is cut: the first to notice gets an error of the network, the next waits the 2 s of server selection; mended, all is well', async () => {
    const written = rows();
    await written.insertOne({ _id: 'a' });
    await wire.cut();
    await expect(written.insertOne({ _id: 'b' })).rejects.toMatchObject({
      name: expect.stringMatching(/^Mongo(Network|ServerSelection)Error$/),
    });
    const start = performance.now();
    await expect(written.insertOne({ _id: 'c' })).rejects.toMatchObject({ name: 'MongoServerSelectionError' });
    expect(performance.now() - start).toBeLessThan(3_000);
    await wire.mend();
    await expect.poll(() => there(written).catch(() => []), { timeout: 15_000 }).toEqual(['a']);
  });

  it('counts what went over it', async () => {
    const before = wire.seen('insert');
    await rows().insertOne({ _id: 'a' });
    expect(wire.seen('insert')).toBe(before + 1);
  });
});
