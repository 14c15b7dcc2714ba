import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { env, stdout } from 'node:process';
import { connect } from '../../adapters/stores/mongo/connect.ts';
import { migrate } from '../../adapters/stores/mongo/migrate.ts';
import { mongoEngine } from '../../adapters/stores/mongo/mongoEngine.ts';
import { mongoKeyStore } from '../../adapters/stores/mongo/mongoKeyStore.ts';
import { BUSY_MILLISECONDS, openDatabase } from '../../adapters/stores/sqlite/openDatabase.ts';
import { keyFile, registerFile } from '../../adapters/stores/sqlite/schema.ts';
import { engineOn } from '../../adapters/stores/sqlite/sqliteEngine.ts';
import { keyFileOf, keyStoreOn } from '../../adapters/stores/sqlite/sqliteKeyStore.ts';
import { realTimer } from '../../adapters/timer/realTimer.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import { personId } from '../../src/breach/identifiers.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { KeyStore } from '../../src/register/keyStore.ts';
import type { RegisterEngine } from '../../src/register/registerEngine.ts';
import { sealedRegister } from '../../src/register/sealedRegister.ts';
import { openSealing } from '../../src/register/sealing.ts';
import { reconcileDue } from '../../src/reminders/reconcile.ts';
import { addHours, type Instant } from '../../src/rules/instant.ts';
import { countStatements } from '../support/countedStatements.ts';
import { serverToTest } from '../support/mongod.ts';
import { standIn } from '../support/mongodProgram.ts';
import { benchMasterKey } from './benchMasterKey.ts';
import { openHistory } from './caseHistories.ts';
import { fillCase } from './fillCase.ts';
import { fillSqlite, type Population } from './fillSqlite.ts';
import { NOW } from './population.ts';

const DUE = 100;
/** Reported, one hint, one addition: every duty is open. */
const history = openHistory.slice(0, 3);
const HOURS_OF_A_DAY = 24;
/** The stand-in of the tests keeps everything in memory; more than this it need not show. */
const STAND_IN_AT_MOST = 10_000;
const AT_ONCE = 16;
/** From the smallest register to the largest. */
const MOST_GROWTH = 1.1;

const populationOf = (cases: number): Population => ({
  historyOf: () => history,
  dueOf: (ordinal) => (ordinal % (cases / DUE) === 0 ? NOW : addHours(NOW, 1 + (ordinal % HOURS_OF_A_DAY))),
});

const organisation: Organisation = {
  ...{ name: 'Acme', language: 'de', timeZone: 'Europe/Berlin', self: 'acme', processesForOthers: false },
  controllers: [{ id: 'acme', name: 'Acme', contact: '', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' }],
  persons: [{ id: personId('dora'), name: 'Dora', roles: ['dpo'], accounts: { slack: 'U04DORA01' } }],
  channels: { slack: 'C042' },
  contactPoint: { name: 'Dora', email: 'dsb@acme.example', phone: '0211 1' },
  ...{ noDisadvantage: false, confirmation: [] },
};

type Store = { readonly engine: RegisterEngine; readonly keyStore: KeyStore };
type Tick = { readonly cases: number; readonly milliseconds: number; readonly rows: number; readonly messages: number };

/** One tick with a hundred cases due among many open ones: what it takes, and how much it reads. False where reading grows with the register. */
export async function benchReminders(sizes: readonly number[]): Promise<boolean> {
  const compared = [sizes[0] ?? 0, sizes.at(-1) ?? 0];
  const embedded = await benchEmbedded(compared);
  const mongo = await benchMongo(compared);
  return embedded && mongo;
}

async function benchEmbedded(sizes: readonly number[]): Promise<boolean> {
  const ticks: Tick[] = [];
  const scans = new Set<string>();
  for (const cases of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'fristwacht-bench-'));
    try {
      const file = join(folder, 'register.sqlite');
      await fillSqlite(file, 0, cases, populationOf(cases));
      const register = openDatabase(file, registerFile, BUSY_MILLISECONDS);
      const keys = openDatabase(keyFileOf(file), keyFile, BUSY_MILLISECONDS);
      const counted = [countStatements(register), countStatements(keys)];
      ticks.push(await tickOn({ engine: engineOn(register), keyStore: keyStoreOn(keys) }, cases));
      counted.flatMap((connection) => connection.scans()).forEach((scan) => scans.add(scan));
      register.close();
      keys.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const holds = sayTicks('embedded engine (SQLite)', ticks);
  stdout.write(`statements that walk through a whole table: ${scans.size === 0 ? 'none' : [...scans].join('\n')}\n\n`);
  return holds && scans.size === 0;
}

async function benchMongo(sizes: readonly number[]): Promise<boolean> {
  const server = await serverToTest().start();
  const isStandIn = server.name === standIn.name && (env.MONGODB_TEST_URI ?? '') === '';
  const ticks: Tick[] = [];
  try {
    for (const cases of new Set(sizes.map((size) => (isStandIn ? Math.min(size, STAND_IN_AT_MOST) : size)))) {
      const connected = await connect(server.uri, { database: `fristwacht-test-${randomUUID().slice(0, 18)}` });
      await migrate(connected, 'real');
      const store = { engine: mongoEngine(connected), keyStore: mongoKeyStore(connected) };
      await fillMongo(store, cases);
      ticks.push(await tickOn(store, cases));
      await connected.register.dropDatabase();
      await connected.keys.dropDatabase();
      await connected.close();
    }
  } finally {
    await server.stop();
  }
  return sayTicks(`MongoDB: ${server.name}${isStandIn ? ' (its time says nothing of MongoDB)' : ''}`, ticks);
}

const keysFor = ({ keyStore }: Store) => ({
  ...{ keyStore, cryptography: nodeCryptography, masterKey: benchMasterKey, ids: { next: () => randomUUID() } },
});

async function fillMongo(store: Store, cases: number): Promise<void> {
  const sealing = await openSealing(keysFor(store), async () => true);
  const { historyOf, dueOf } = populationOf(cases);
  let dealt = 0;
  const lane = async (): Promise<void> => {
    while (dealt < cases) {
      const ordinal = (dealt += 1);
      await fillCase(store.engine, sealing, ordinal, historyOf(ordinal), dueOf(ordinal));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** The tick of the bot itself, onto a platform that takes everything at once. */
async function tickOn(store: Store, cases: number): Promise<Tick> {
  const count = { rows: 0 };
  const counting = { engine: countRows(store.engine, count), keyStore: countRows(store.keyStore, count) };
  const register = await sealedRegister({ ...counting, ...keysFor(store), keyStore: counting.keyStore });
  let messages = 0;
  const deliver = async () => ({ result: 'delivered', messageId: `message-${(messages += 1)}` }) as const;
  let moment = Date.parse(NOW);
  const world = {
    ...{ register, organisation, timer: realTimer, leaseSeconds: 60, channels: [{ platform: 'slack' as const, deliver }] },
    clock: { now: () => new Date((moment += 1)).toISOString() as Instant },
    alarm: ({ what }: { readonly what: string }) => {
      throw new Error(`The tick raised an alarm: ${what}.`);
    },
  };
  count.rows = 0;
  const start = performance.now();
  const served = await reconcileDue(world);
  const milliseconds = performance.now() - start;
  if (served !== DUE) throw new Error(`The tick served ${served} cases instead of ${DUE}.`);
  return { cases, milliseconds, rows: count.rows, messages };
}

/** Counts what the engine hands out: a row for each thing, none for nothing. */
function countRows<T extends object>(engine: T, count: { rows: number }): T {
  const counted = Object.entries(engine).map(([name, method]) => [
    name,
    async (...given: unknown[]) => {
      const result = await (method as (...all: unknown[]) => Promise<unknown>)(...given);
      count.rows += Array.isArray(result) ? result.length : typeof result === 'object' && result !== null ? 1 : 0;
      return result;
    },
  ]);
  return Object.fromEntries(counted) as T;
}

function sayTicks(name: string, ticks: readonly Tick[]): boolean {
  stdout.write(`one tick, ${DUE} cases due, ${name}\n`);
  for (const { cases, milliseconds, rows, messages } of ticks) {
    stdout.write(
      `  ${cases.toString().padStart(8)} open cases  ${milliseconds.toFixed(0).padStart(7)} ms  ${rows} rows read  ${messages} messages\n`,
    );
  }
  const [first, last] = [ticks[0], ticks.at(-1)];
  const holds = first !== undefined && last !== undefined && last.rows <= first.rows * MOST_GROWTH;
  stdout.write(`  rows read: ${holds ? 'as many in the largest as in the smallest' : 'GROW with the register'}\n\n`);
  return holds;
}
