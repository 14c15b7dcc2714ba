import { randomUUID } from 'node:crypto';
import { type Collection, MongoClient } from 'mongodb';
import { afterAll, expect, it } from 'vitest';
import { describeOnServer } from './mongod.ts';

/** What the register takes for granted of a MongoDB server. The same tests run on a genuine one and on the stand-in. */

type Row = {
  _id: string;
  caseId?: string;
  sequence?: number;
  fence?: number;
  leaseUntil?: number;
  value?: number;
  number?: number;
  year?: number;
  commandId?: string;
  inboundIds?: readonly string[];
  nextDueAt?: Date | null;
};

const durable = { writeConcern: { w: 'majority', journal: true } } as const;
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

describeOnServer('a MongoDB server, as the register needs it', (server) => {
  const clients: MongoClient[] = [];
  const fresh = async (): Promise<Collection<Row>> => {
    const client = new MongoClient(server().uri, durable);
    clients.push(client);
    return client.db('fristwacht-test').collection<Row>(randomUUID());
  };
  afterAll(async () => {
    await clients[0]?.db('fristwacht-test').dropDatabase();
    await Promise.all(clients.map((client) => client.close()));
  });
  const codeOf = (writing: Promise<unknown>): Promise<unknown> =>
    writing.then(
      () => 'written',
      (error: unknown) => (error as { code: unknown }).code,
    );

  it('lets exactly one of 32 writers have a sequence', async () => {
    const entries = await fresh();
    await entries.createIndex({ caseId: 1, sequence: 1 }, { unique: true }, {});
    for (const sequence of times(20, (index) => index + 1)) {
      const outcomes = await Promise.all(
        times(32, (writer) => codeOf(entries.insertOne({ _id: `${sequence}:${writer}`, caseId: 'case', sequence }))),
      );
      expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 11000)).toHaveLength(31);
    }
    expect(await entries.countDocuments()).toBe(20);
  });

  it('gives a case to exactly one of 32 claimers, whose fence is the next number', async () => {
    const cases = await fresh();
    await cases.insertOne({ _id: 'case', leaseUntil: 0, fence: 0 });
    for (const round of times(20, (index) => index + 1)) {
      const claims = await Promise.all(
        times(32, () =>
          cases.findOneAndUpdate(
            { _id: 'case', leaseUntil: { $lt: round } },
            { $set: { leaseUntil: round }, $inc: { fence: 1 } },
            { returnDocument: 'after' },
          ),
        ),
      );
      expect(claims.filter((claim) => claim !== null).map((claim) => claim.fence)).toEqual([round]);
    }
  });

  it('counts every one of 320 parallel increments', async () => {
    const counters = await fresh();
    await Promise.all(times(320, () => counters.updateOne({ _id: 'counter' }, { $inc: { value: 1 } }, { upsert: true })));
    expect(await counters.findOne({ _id: 'counter' })).toMatchObject({ value: 320 });
  });

  it('holds a value of a list unique between documents, not within one', async () => {
    const entries = await fresh();
    await entries.createIndex(
      { inboundIds: 1 },
      { unique: true, partialFilterExpression: { 'inboundIds.0': { $exists: true } } },
      {},
    );
    await entries.insertOne({ _id: 'twice', inboundIds: ['m1', 'm1'] });
    await entries.insertMany([
      { _id: 'none', inboundIds: [] },
      { _id: 'none either', inboundIds: [] },
    ]);
    expect(await codeOf(entries.insertOne({ _id: 'other', inboundIds: ['m2', 'm1'] }))).toBe(11000);
    expect(await codeOf(entries.insertOne({ _id: 'free', inboundIds: ['m2'] }))).toBe('written');
  });

  it('names the index that a duplicate met', async () => {
    const entries = await fresh();
    await entries.createIndex({ commandId: 1 }, { unique: true, name: 'one entry per command' }, {});
    await entries.insertOne({ _id: 'a', commandId: 'c1' });
    await expect(entries.insertOne({ _id: 'b', commandId: 'c1' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { commandId: 1 },
      keyValue: { commandId: 'c1' },
    });
  });

  it('refuses a unique index that what is there does not meet, and leaves none behind', async () => {
    const entries = await fresh();
    await entries.insertMany([
      { _id: 'a', number: 1 },
      { _id: 'b', number: 1 },
    ]);
    expect(await codeOf(entries.createIndex({ number: 1 }, { unique: true }, {}))).toBe(11000);
    expect((await entries.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  it('takes the same index twice, and another of its name never', async () => {
    const entries = await fresh();
    await entries.createIndex({ number: 1 }, { unique: true, name: 'by number' }, {});
    await entries.createIndex({ number: 1 }, { unique: true, name: 'by number' }, {});
    expect(await codeOf(entries.createIndex({ year: 1 }, { name: 'by number' }, {}))).toBe(86);
  });

  it('writes the first of several documents when the second is a duplicate: several are not one write', async () => {
    const entries = await fresh();
    await entries.insertOne({ _id: 'b' });
    expect(await codeOf(entries.insertMany([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }]))).toBe(11000);
    expect((await entries.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual(['a', 'b']);
  });

  it('takes a missing field for neither earlier nor later than a moment, and sorts it first', async () => {
    const cases = await fresh();
    await cases.insertMany([
      { _id: 'due', nextDueAt: new Date('2026-03-27T08:00:00Z') },
      { _id: 'later', nextDueAt: new Date('2026-03-28T08:00:00Z') },
      { _id: 'never' },
      { _id: 'never either', nextDueAt: null },
    ]);
    const due = cases.find({ nextDueAt: { $lte: new Date('2026-03-27T09:00:00Z') } });
    expect((await due.toArray()).map(({ _id }) => _id)).toEqual(['due']);
    const all = await cases.find().sort({ nextDueAt: -1, _id: 1 }).limit(3).toArray();
    expect(all.map(({ _id }) => _id)).toEqual(['later', 'due', 'never']);
  });

  it('pages in an order, and reads more than fits into one batch', async () => {
    const cases = await fresh();
    await cases.insertMany(times(350, (number) => ({ _id: `case-${number}`, number })));
    const page = await cases
      .find({ number: { $lt: 300 } })
      .sort({ number: -1 })
      .limit(3)
      .project({ _id: 0, number: 1 })
      .toArray();
    expect(page).toEqual([{ number: 299 }, { number: 298 }, { number: 297 }]);
    expect(await cases.find({}, { batchSize: 100 }).toArray()).toHaveLength(350);
  });

  it('changes nothing where the guard of an update is not met', async () => {
    const cases = await fresh();
    await cases.insertOne({ _id: 'case', fence: 2 });
    const late = await cases.updateOne({ _id: 'case', fence: 1 }, { $set: { nextDueAt: null } });
    expect([late.matchedCount, late.modifiedCount]).toEqual([0, 0]);
    expect(await cases.findOne({ _id: 'case' })).toEqual({ _id: 'case', fence: 2 });
  });
});
