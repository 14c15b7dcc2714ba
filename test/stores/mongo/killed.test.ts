import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Register } from '../../../src/ports.ts';
import { describeOnReplicaSet, describeOnServer, type MongoServer, type ReplicaSet } from '../../support/mongod.ts';
import { isNamedFromOutside, type MongoDatabase, mongoDatabase } from './mongoDatabase.ts';
import { type Acknowledged, damageOf, missingOf, openTestRegister, writeOn } from './writing.ts';

const writerProcess = fileURLToPath(new URL('writerProcess.ts', import.meta.url));
const isProof = process.env.FRISTWACHT_PROOF === '1';
const WRITER_KILLS = isProof ? 200 : 4;
const SERVER_KILLS = isProof ? 20 : 3;
const PRIMARY_KILLS = isProof ? 10 : 2;
const SEED = Number(process.env.FRISTWACHT_SEED ?? 20260327);
const WRITERS = 3;
const LONGEST_LIFE_MS = 400;
const AT_ONCE = 4;
const LONGEST_REST_MS = 400;
const PROGRESS = 2 * WRITERS;
const PROGRESS_WITHIN_MS = 60_000;
const LONGEST_PROOF_MS = 45 * 60_000;

/** Numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Lets a process write until it is killed, so many milliseconds after its first entry; gives what was acknowledged. */
async function writeUntilKilled(uri: string, database: string, writer: string, lifeMs: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [writerProcess, uri, database, writer], { stdio: ['pipe', 'pipe', 'inherit'] });
  const reader = createInterface({ input: child.stdout });
  const acknowledged: Acknowledged[] = [];
  reader.on('line', (line) => {
    const [name = '', sequence] = line.split(' ');
    acknowledged.push({ name, sequence: Number(sequence) });
  });
  const closed = once(reader, 'close');
  await Promise.race([once(reader, 'line'), closed]);
  setTimeout(() => child.kill('SIGKILL'), lifeMs);
  await closed;
  return acknowledged;
}

async function expectWhole(register: Register, acknowledged: readonly Acknowledged[], story: string): Promise<void> {
  const { lost, broken } = await damageOf(register, acknowledged);
  console.log(`${story}: acknowledged ${acknowledged.length}, lost ${lost.length}`);
  expect(lost).toEqual([]);
  expect(broken).toEqual([]);
}

const inDatabase = async (uri: string, use: (database: MongoDatabase) => Promise<void>): Promise<void> => {
  const database = mongoDatabase(uri);
  await use(database);
  await database.remove();
};

/** Three instances write while `disturb` does its worst, so many times; after each time they must get on. */
async function writeThrough(uri: string, database: string, times: number, disturb: (time: number) => Promise<void>) {
  const acknowledged: Acknowledged[] = [];
  const registers = await Promise.all(Array.from({ length: WRITERS }, () => openTestRegister(uri, database)));
  let isOver = false;
  const writing = Promise.all(
    registers.map((register, index) =>
      writeOn(
        register,
        `w${index}`,
        (entry) => acknowledged.push(entry),
        () => isOver,
      ),
    ),
  );
  const disturbing = (async () => {
    for (let time = 0; time < times; time += 1) {
      await disturb(time);
      const before = acknowledged.length;
      const gotOn = () => acknowledged.length - before;
      await expect.poll(gotOn, { timeout: PROGRESS_WITHIN_MS, interval: 20 }).toBeGreaterThanOrEqual(PROGRESS);
    }
  })().finally(() => {
    isOver = true;
  });
  await Promise.all([writing, disturbing]);
  await Promise.all(registers.map((register) => register.close()));
  return acknowledged;
}

function killedWriters(server: () => MongoServer): void {
  it(
    `killed ${WRITER_KILLS} times at random moments, writers lose nothing that was acknowledged (seed ${SEED})`,
    { timeout: LONGEST_PROOF_MS },
    () =>
      inDatabase(server().uri, async ({ name }) => {
        const register = await openTestRegister(server().uri, name);
        const random = seeded(SEED);
        const acknowledged: Acknowledged[] = [];
        for (let kill = 0; kill < WRITER_KILLS; kill += AT_ONCE) {
          const writers = Array.from({ length: AT_ONCE }, (_, place) => `k${kill + place}`);
          const said = (
            await Promise.all(writers.map((writer) => writeUntilKilled(server().uri, name, writer, random() * LONGEST_LIFE_MS)))
          ).flat();
          expect(await missingOf(register, said)).toEqual([]);
          acknowledged.push(...said);
        }
        expect(acknowledged.length).toBeGreaterThanOrEqual(WRITER_KILLS);
        await expectWhole(register, acknowledged, `${server().name}, ${WRITER_KILLS} kills of the writer`);
        await register.close();
      }),
  );
}

function killedServer(server: () => MongoServer): void {
  it(
    `killed ${SERVER_KILLS} times under ${WRITERS} writers, the server loses nothing that was acknowledged (seed ${SEED})`,
    { timeout: LONGEST_PROOF_MS },
    () =>
      inDatabase(server().uri, async ({ name }) => {
        const { process: mongod } = server();
        if (mongod === undefined) return expect.unreachable('a server of our own');
        const random = seeded(SEED);
        const acknowledged = await writeThrough(server().uri, name, SERVER_KILLS, async () => {
          await pause(random() * LONGEST_REST_MS);
          await mongod.kill();
          await pause(random() * LONGEST_REST_MS);
          await mongod.restart();
        });
        const register = await openTestRegister(server().uri, name);
        await expectWhole(register, acknowledged, `${server().name}, ${SERVER_KILLS} kills of the server`);
        await register.close();
      }),
  );
}

function killedPrimary(set: () => ReplicaSet): void {
  it(
    `killed ${PRIMARY_KILLS} times under ${WRITERS} writers, the primary takes nothing with it that was acknowledged (seed ${SEED})`,
    { timeout: LONGEST_PROOF_MS },
    () =>
      inDatabase(set().uri, async ({ name }) => {
        const random = seeded(SEED);
        let fallen: number | undefined;
        const acknowledged = await writeThrough(set().uri, name, PRIMARY_KILLS, async () => {
          // The last one to fall is back before the next one does, so that there is always a majority to elect from.
          if (fallen !== undefined) await set().restart(fallen);
          fallen = await set().primary();
          await pause(random() * LONGEST_REST_MS);
          await set().kill(fallen);
          await set().primary();
        });
        if (fallen !== undefined) await set().restart(fallen);
        const register = await openTestRegister(set().uri, name);
        await expectWhole(register, acknowledged, `${set().name}, ${PRIMARY_KILLS} kills of the primary`);
        await register.close();
      }),
  );
}

describeOnServer('kills', (server) => {
  killedWriters(server);
  describe.skipIf(isNamedFromOutside)('of a server that we start', () => killedServer(server));
});
describeOnReplicaSet('kills', killedPrimary);
