import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../adapters/stores/mongo/connect.ts';
import { shelves } from '../../../adapters/stores/mongo/documents.ts';
import { mongoEngine } from '../../../adapters/stores/mongo/mongoEngine.ts';
import { mongoKeyStore } from '../../../adapters/stores/mongo/mongoKeyStore.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import { RegisterUnavailable } from '../../../src/ports.ts';
import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import { appendTo } from '../../contracts/engineWrites.ts';
import { hoursAfterNine, nine } from '../../contracts/sampleWrites.ts';
import { type Fault, type LossyWire, openLossyWire } from '../../support/lossyWire.ts';
import { describeOnServer } from '../../support/mongod.ts';
import { isNamedFromOutside, type MongoDatabase, mongoDatabase, wireNeedsOwnServer } from './mongoDatabase.ts';

const SELECTION_MS = 2000;
const SLACK_MS = 1000;
const ANSWER_MS = 500;

/** What one server can leave open, with nobody to retry for us. On a replica set the driver repeats a lost write by itself. */
describeOnServer('an answer that is not clear', (server) => {
  describe.skipIf(isNamedFromOutside)(wireNeedsOwnServer, () => {
    let database: MongoDatabase;
    let wire: LossyWire;
    let engine: RegisterEngine;
    const sure = async () => mongoEngine(await database.open());

    beforeEach(async () => {
      database = mongoDatabase(server().uri);
      wire = await openLossyWire(server().process?.port ?? expect.unreachable('a server of our own'));
      engine = mongoEngine(await database.open(wire.uri, ANSWER_MS));
    });
    afterEach(async () => {
      await engine.close();
      await wire.close();
      await database.remove();
    });

    const unavailable = (call: Promise<unknown>): Promise<void> => expect(call).rejects.toBeInstanceOf(RegisterUnavailable);

    const lateMajority = {
      writeConcernError: { code: 64, errmsg: 'waiting for replication timed out', errInfo: { wtimeout: true } },
    };
    const unclear: readonly [string, Fault, boolean][] = [
      ['its request is lost', 'request lost', false],
      ['its answer is lost', 'answer lost', true],
      ['nobody ever answers', 'no answer', true],
      ['the majority is late', { answeredWith: lateMajority }, true],
    ];

    it.each(unclear)(
      'an append is neither told as recorded nor as lost when %s, and its name tells',
      async (_, fault, isThere) => {
        wire.next('insert', fault);
        await unavailable(engine.append(appendTo('c-1', 1)));
        expect(await engine.findName('number:DP-2026-0001')).toEqual(isThere ? { stream: 'case/c-1', sequence: 1 } : undefined);
        const again = await engine.append(appendTo('c-1', 1));
        expect(again.outcome).toBe(isThere ? 'name-taken' : 'appended');
        expect(await engine.entries('case/c-1')).toEqual([appendTo('c-1', 1).entry]);
        expect(await engine.claimDue(nine, 60)).toMatchObject({ caseId: 'c-1' });
      },
    );

    it('an append that is there is told as recorded, also when what follows it hangs', async () => {
      wire.next('update', 'no answer');
      expect(await engine.append(appendTo('c-1', 1))).toEqual({ outcome: 'appended' });
      expect(await engine.claimDue(nine, 60)).toMatchObject({ caseId: 'c-1' });
    });

    it('a claim whose answer is lost holds until its time is over, and nobody serves the case twice', async () => {
      await engine.append(appendTo('c-1', 1));
      wire.next('findAndModify', 'answer lost');
      await unavailable(engine.claimDue(nine, 60));
      expect(await engine.claimDue(nine, 60)).toBeUndefined();
      expect(await engine.claimDue(hoursAfterNine(1), 60)).toMatchObject({ caseId: 'c-1', fence: 2 });
    });

    it('deliveries whose answer is lost are all there, under the claim that still holds', async () => {
      await engine.append(appendTo('c-1', 1));
      const claim = (await engine.claimDue(nine, 60))!;
      const made = ['a', 'b', 'c'].map((name) => ({ name, box: `box ${name}` }));
      wire.next('update', 'answer lost');
      await unavailable(engine.recordDeliveries(claim, made));
      expect(await engine.deliveries(caseId('c-1'))).toEqual(made);
      expect(await engine.settle(claim, 1, undefined)).toBe(true);
    });

    it('deliveries whose request is lost are all missing', async () => {
      await engine.append(appendTo('c-1', 1));
      const claim = (await engine.claimDue(nine, 60))!;
      wire.next('update', 'request lost');
      await unavailable(engine.recordDeliveries(claim, [{ name: 'a', box: 'box' }]));
      expect(await engine.deliveries(caseId('c-1'))).toEqual([]);
    });

    it('a ring whose answer is lost is put once, and put again it is the same', async () => {
      const keyStore = mongoKeyStore(await database.open(wire.uri, ANSWER_MS));
      const ring = { id: 'r-1', stream: 'case/c-1', fingerprint: 'f', wrapped: { '0/text': 'box' } };
      wire.next('insert', 'answer lost');
      await unavailable(keyStore.put(ring));
      expect(await keyStore.put({ ...ring, wrapped: { '0/text': 'another' } })).toEqual(ring);
      await keyStore.close();
    });

    it('reading goes on by itself when one answer is lost', async () => {
      await engine.append(appendTo('c-1', 1));
      wire.next('find', 'answer lost');
      expect(await engine.entries('case/c-1')).toHaveLength(1);
    });

    it('a server that is gone is said within two seconds, for every kind of call, and nothing is half-written', async () => {
      await engine.append(appendTo('c-1', 1));
      const claim = (await engine.claimDue(nine, 60))!;
      await wire.cut();
      const calls = [
        () => engine.append(appendTo('c-1', 2)),
        () => engine.entries('case/c-1'),
        () => engine.end('case/c-1'),
        () => engine.findName('number:DP-2026-0001'),
        () => engine.highestOrdinal('DP', 2026),
        () => engine.list({ limit: 1 }),
        () => engine.find(caseId('c-1')),
        () => engine.claimDue(nine, 60),
        () => engine.claimCase(caseId('c-1'), nine, 60),
        () => engine.settle(claim, 1, undefined),
        () => engine.earliestDue(),
        () => engine.wakeAll(nine),
        () => engine.deliveries(caseId('c-1')),
        () => engine.recordDeliveries(claim, []),
        () => engine.forgetDeliveries(caseId('c-1')),
        () => engine.unanchored(1),
        () => engine.markAnchored([{ stream: 'case/c-1', sequence: 1, hash: '' }]),
      ];
      const start = performance.now();
      await Promise.all(calls.map((call) => unavailable(call())));
      expect(performance.now() - start).toBeLessThan(SELECTION_MS + SLACK_MS);

      const other = await sure();
      expect(await other.entries('case/c-1')).toHaveLength(1);
      await other.close();
      await wire.mend();
      await expect.poll(async () => (await engine.append(appendTo('c-1', 2))).outcome, { timeout: 15_000 }).toBe('appended');
    });

    it('an entry is either there with everything in it or not there at all, however often the wire breaks', async () => {
      const there = shelves((await database.open()).register).entries;
      for (let sequence = 1; sequence <= 6; sequence += 1) {
        const append = appendTo('c-1', sequence);
        wire.next(sequence % 3 === 0 ? 'update' : 'insert', sequence % 2 === 0 ? 'request lost' : 'answer lost');
        await engine.append(append).catch(() => undefined);
        if ((await engine.findName(`command ${sequence} of case/c-1`)) === undefined) await engine.append(append);
        expect((await engine.entries('case/c-1')).at(-1)).toEqual(append.entry);
      }
      expect(await there.countDocuments()).toBe(6);
      await there.db.client.close();
      await engine.claimDue(nine, 60);
      expect(await engine.find(caseId('c-1'))).toMatchObject({ version: 6 });
    });

    it('an answer that the driver would wait for without end ends the work in time, and the next work goes over a fresh client', async () => {
      const patient = await connect(wire.uri, { database: database.name, answerWithinMs: 60_000, workWithinMs: 700 });
      const waiting = mongoEngine(patient);
      await waiting.append(appendTo('c-1', 1));
      const broken = patient.register.client;
      wire.next('findAndModify', 'no answer');
      const start = performance.now();
      await unavailable(waiting.claimDue(nine, 60));
      expect(performance.now() - start).toBeLessThan(700 + SLACK_MS);
      expect(patient.register.client).not.toBe(broken);
      expect(await waiting.find(caseId('c-1'))).toMatchObject({ version: 1 });
      await waiting.close();
    });

    it('a client that finds no server is replaced once, however many calls failed on it, and the fresh one finds it at once', async () => {
      const connected = await database.open(wire.uri, ANSWER_MS);
      const several = mongoEngine(connected);
      const [broken, clients] = [connected.register.client, new Set()];
      await wire.cut();
      const call = async () => {
        await unavailable(several.find(caseId('c-1')));
        clients.add(connected.register.client);
      };
      await Promise.all(Array.from({ length: 8 }, call));
      expect(clients.size).toBe(1);
      expect(clients.has(broken)).toBe(false);
      await wire.mend();
      const start = performance.now();
      expect(await several.find(caseId('c-1'))).toBeUndefined();
      expect(performance.now() - start).toBeLessThan(SLACK_MS);
      await several.close();
    });

    it('a client that was closed is not replaced: whoever closed it wanted it so', async () => {
      const connected = await database.open(wire.uri, ANSWER_MS);
      const closed = mongoEngine(connected);
      await closed.close();
      const { client } = connected.register;
      await unavailable(closed.find(caseId('c-1')));
      expect(connected.register.client).toBe(client);
    });

    it('says in its error nothing of a case, and keeps what the driver said as the cause', async () => {
      wire.next('insert', 'answer lost');
      const error = await engine.append(appendTo('c-1', 1)).catch((caught: unknown) => caught as Error);
      expect(error).toMatchObject({ cause: { name: 'MongoNetworkError' } });
      expect((error as Error).message).not.toMatch(/c-1|DP-2026|box/);
    });
  });
});
