import { setTimeout as pause } from 'node:timers/promises';
import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directUri, type MongodProcess, startMongod } from './mongodProcess.ts';
import { findMongod, type MongodProgram, standIn } from './mongodProgram.ts';

const electionTimeoutMs = 1_000;
const electedWithinMs = 30_000;
const setName = 'test';

/** One server to test against. `process` is missing where `MONGODB_TEST_URI` names a server that is not ours to kill. */
export type MongoServer = {
  /** What it is, for the names of tests: a genuine mongod with its version, the stand-in, or a server named from outside. */
  readonly name: string;
  readonly genuine: boolean;
  readonly uri: string;
  readonly process?: MongodProcess;
  readonly stop: () => Promise<void>;
};

/** Three genuine servers on this machine that elect a primary; members are counted from 0. */
export type ReplicaSet = {
  readonly name: string;
  readonly uri: string;
  readonly members: readonly MongodProcess[];
  /** The member that takes writes; waits for an election. */
  readonly primary: () => Promise<number>;
  /** Has the primary give way and answers with the one elected in its place. */
  readonly stepDown: () => Promise<number>;
  /** SIGKILL. */
  readonly kill: (member: number) => Promise<void>;
  readonly restart: (member: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** What the single server of the tests will be: `MONGODB_TEST_URI`, else a genuine mongod, else the stand-in. */
export function serverToTest(): { readonly name: string; readonly start: () => Promise<MongoServer> } {
  const named = process.env.MONGODB_TEST_URI;
  if (named !== undefined && named !== '')
    return { name: 'the server of MONGODB_TEST_URI', start: async () => namedServer(named) };
  const program = findMongod(process.env) ?? standIn;
  return { name: program.name, start: () => startServer(program) };
}

const namedServer = (uri: string): MongoServer => ({
  name: 'the server of MONGODB_TEST_URI',
  genuine: true,
  uri,
  stop: async () => undefined,
});

export async function startServer(program: MongodProgram): Promise<MongoServer> {
  const mongod = await startMongod(program);
  return { name: program.name, genuine: program.genuine, uri: directUri(mongod.port), process: mongod, stop: mongod.stop };
}

async function startReplicaSet(program: MongodProgram): Promise<ReplicaSet> {
  const options = ['--replSet', setName, '--oplogSize', '64'];
  const members = await Promise.all([0, 1, 2].map(() => startMongod(program, options)));
  const hosts = members.map(({ port }) => `127.0.0.1:${port}`);
  const first = members[0];
  if (first === undefined) throw new Error('A replica set has a first member.');
  await ask(first, {
    replSetInitiate: {
      _id: setName,
      settings: { electionTimeoutMillis: electionTimeoutMs },
      members: hosts.map((host, _id) => ({ _id, host })),
    },
  });
  const primary = (otherThan?: number): Promise<number> => electedOf(members, otherThan);
  await primary();
  return {
    name: `three ${program.name} on this machine`,
    uri: `mongodb://${hosts.join(',')}/?replicaSet=${setName}`,
    members,
    primary: () => primary(),
    stepDown: async () => {
      const before = await primary();
      await ask(memberOf(members, before), { replSetStepDown: 20, secondaryCatchUpPeriodSecs: 10 });
      return primary(before);
    },
    kill: (member) => memberOf(members, member).kill(),
    restart: (member) => memberOf(members, member).restart(),
    stop: async () => {
      await Promise.all(members.map((member) => member.stop()));
    },
  };
}

function memberOf(members: readonly MongodProcess[], index: number): MongodProcess {
  const member = members[index];
  if (member === undefined) throw new Error(`The set has no member ${index}.`);
  return member;
}

/** Asks one member itself, whether it takes writes or not. */
async function ask(member: MongodProcess, command: Document): Promise<Document> {
  const client = new MongoClient(directUri(member.port), { serverSelectionTimeoutMS: 1_000 });
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close();
  }
}

async function electedOf(members: readonly MongodProcess[], otherThan: number | undefined): Promise<number> {
  const deadline = performance.now() + electedWithinMs;
  while (performance.now() < deadline) {
    const taking = await Promise.all(members.map(takesWrites));
    const elected = taking.findIndex((takes, index) => takes && index !== otherThan);
    if (elected !== -1) return elected;
    await pause(50);
  }
  throw new Error(`No primary was elected within ${electedWithinMs / 1_000} s.`);
}

async function takesWrites(member: MongodProcess): Promise<boolean> {
  if (member.processId() === undefined) return false;
  try {
    return (await ask(member, { hello: 1 })).isWritablePrimary === true;
  } catch {
    return false;
  }
}

/**
 * Tests on one server, which the name of the tests tells. Without a genuine one they run on the stand-in, except under `CI=true`:
 * there it is a failure, unless `NO_GENUINE_MONGOD` gives the reason, as `.ci/run` does where none can be had.
 */
export function describeOnServer(name: string, body: (server: () => MongoServer) => void): void {
  const server = serverToTest();
  if (server.name === standIn.name && isWantedByCi()) failForWantOfMongod(name);
  else describe(`${name} (on ${server.name})`, () => whileRunning(server.start, body));
}

/** Tests on a replica set of three, which takes a genuine mongod: without it they are skipped and say so, or fail as above. */
export function describeOnReplicaSet(name: string, body: (set: () => ReplicaSet) => void): void {
  const program = findMongod(process.env);
  if (program !== undefined)
    describe(`${name} (on three ${program.name})`, () => whileRunning(() => startReplicaSet(program), body));
  else if (isWantedByCi()) failForWantOfMongod(name);
  // One line for all of them: hundreds of tests that are not run would bury the ones that are.
  else it.skip(`${name}: all tests on a replica set (no genuine mongod; see .ci/mongod)`, () => undefined);
}

const isWantedByCi = (): boolean =>
  process.env.CI === 'true' && (process.env.MONGODB_TEST_URI ?? '') === '' && (process.env.NO_GENUINE_MONGOD ?? '') === '';

function whileRunning<Started extends { readonly stop: () => Promise<void> }>(
  start: () => Promise<Started>,
  body: (started: () => Started) => void,
): void {
  let started: Started | undefined;
  beforeAll(async () => {
    started = await start();
  });
  afterAll(async () => {
    await started?.stop();
  });
  body(() => started ?? notRunning());
}

function failForWantOfMongod(name: string): void {
  it(`${name}: finds a genuine mongod, or CI says why there is none`, () => {
    expect.unreachable('no mongod: looked at MONGOD, the PATH and the cache folder; NO_GENUINE_MONGOD gives no reason');
  });
}

function notRunning(): never {
  throw new Error('The server is there only while the tests run: ask for it inside of a test.');
}
