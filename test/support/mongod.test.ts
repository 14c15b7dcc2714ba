import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Collection, MongoClient } from 'mongodb';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from './arrows.ts';
import { describeOnReplicaSet, describeOnServer, serverToTest, startServer } from './mongod.ts';
import { endsWithUs, startMongod } from './mongodProcess.ts';
import { findMongod, standIn } from './mongodProgram.ts';

const durable = { writeConcern: { w: 'majority', journal: true } } as const;
const clients: MongoClient[] = [];

type Numbered = { _id: string; n?: number };

function collectionAt(uri: string): Collection<Numbered> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 20_000 });
  clients.push(client);
  return client.db(`fristwacht-test-${randomUUID()}`).collection('numbered');
}

afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
});

const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
};
const foldersLeft = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`fristwacht-mongod-${process.pid}-`));

describeOnServer('one server', (server) => {
  it('answers, and acknowledges what is durable', async () => {
    const numbered = collectionAt(server().uri);
    await numbered.insertOne({ _id: 'first', n: 1 }, durable);
    expect(await numbered.findOne({ _id: 'first' })).toEqual({ _id: 'first', n: 1 });
    await numbered.drop();
  });

  it('refuses a second document under one id, with code 11000', async () => {
    const numbered = collectionAt(server().uri);
    await numbered.insertOne({ _id: 'once' }, durable);
    await expect(numbered.insertOne({ _id: 'once' }, durable)).rejects.toMatchObject({ code: 11000 });
    await numbered.drop();
  });

  it('keeps what it acknowledged when it is killed and started again', async (context) => {
    const ours = server().process;
    if (ours === undefined) return context.skip('the server of MONGODB_TEST_URI is not ours to kill');
    const numbered = collectionAt(server().uri);
    await numbered.insertOne({ _id: 'kept' }, durable);
    await ours.kill();
    expect(ours.processId()).toBeUndefined();
    await ours.restart();
    expect(await numbered.findOne({ _id: 'kept' })).toEqual({ _id: 'kept' });
  });

  it('lost nothing it acknowledged when it was killed at any moment', { timeout: 120_000 }, async (context) => {
    const ours = server().process;
    if (ours === undefined) return context.skip('the server of MONGODB_TEST_URI is not ours to kill');
    const numbered = collectionAt(server().uri);
    const acknowledged: string[] = [];
    for (const afterMs of [5, 23, 60, 111, 170]) {
      let isWriting = true;
      const writing = (async () => {
        for (let number = 0; isWriting; number += 1) {
          const written = await numbered.insertOne({ _id: `${afterMs}:${number}` }, durable).catch(() => undefined);
          if (written === undefined) isWriting = false;
          else acknowledged.push(written.insertedId);
        }
      })();
      await pause(afterMs);
      await ours.kill();
      isWriting = false;
      await ours.restart();
      await writing;
    }
    const kept = new Set((await numbered.find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });
});

describeOnReplicaSet('a replica set of three', (set) => {
  it('takes writes again after its primary was killed, and lost none', async () => {
    const numbered = collectionAt(set().uri);
    await numbered.insertOne({ _id: 'before' }, durable);
    const killed = await set().primary();
    await set().kill(killed);
    await numbered.insertOne({ _id: 'after' }, durable);
    expect(await set().primary()).not.toBe(killed);
    expect(await numbered.countDocuments()).toBe(2);
    await set().restart(killed);
  });

  it('elects another when its primary gives way', async () => {
    const before = await set().primary();
    expect(await set().stepDown()).not.toBe(before);
  });
});

describe('whoever starts a server', () => {
  it('leaves no process and no folder behind after stopping it', async () => {
    const before = foldersLeft();
    const server = await startServer(findMongod(process.env) ?? standIn);
    const processId = server.process?.processId() ?? 0;
    expect(isAlive(processId)).toBe(true);
    expect(foldersLeft()).toHaveLength(before.length + 1);
    await server.stop();
    expect(isAlive(processId)).toBe(false);
    expect(foldersLeft()).toEqual(before);
  });

  it.skipIf(!endsWithUs)(
    'leaves no process behind when it is itself killed, and its folder only until the next start',
    async () => {
      const script = `
      import { startMongod } from './test/support/mongodProcess.ts';
      import { findMongod, standIn } from './test/support/mongodProgram.ts';
      const server = await startMongod(findMongod(process.env) ?? standIn);
      console.log(process.pid, server.processId());
      process.kill(process.pid, 'SIGKILL');`;
      const killed = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: projectRoot });
      const said = await killed.then(
        ({ stdout }) => stdout,
        (error: unknown) => (error as { stdout: string }).stdout,
      );
      const [maker, processId] = said.trim().split(' ').map(Number);
      expect(processId).toBeGreaterThan(1);
      await expect.poll(() => isAlive(processId ?? 0), { timeout: 5_000 }).toBe(false);
      const next = await startServer(findMongod(process.env) ?? standIn);
      await next.stop();
      expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`fristwacht-mongod-${maker}-`))).toEqual([]);
    },
  );

  it('hears why a program does not start', async () => {
    const broken = { ...standIn, name: 'a broken program', arguments: ['--eval', "throw new Error('no disk')", '--'] };
    const before = foldersLeft();
    await expect(startMongod(broken)).rejects.toThrow(/a broken program did not start on port \d+: [^]*no disk/);
    expect(foldersLeft()).toEqual(before);
  });
});

describe('the server of the tests', () => {
  it('is never called MongoDB when it is the stand-in', () => {
    const { name } = serverToTest();
    const isReal = findMongod(process.env) !== undefined || (process.env.MONGODB_TEST_URI ?? '') !== '';
    expect(name === standIn.name).toBe(!isReal);
  });

  it('is not looked for elsewhere when MONGOD names one that is missing', () => {
    expect(findMongod({ MONGOD: join(projectRoot, 'no-such-mongod'), PATH: process.env.PATH })).toBeUndefined();
  });
});
