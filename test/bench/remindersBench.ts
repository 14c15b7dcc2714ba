import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { env, memoryUsage, stdout } from 'node:process';
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
import type { Register } from '../../src/ports.ts';
import type { KeyStore } from '../../src/register/keyStore.ts';
import type { RegisterEngine } from '../../src/register/registerEngine.ts';
import { sealedRegister } from '../../src/register/sealedRegister.ts';
import { openSealing } from '../../src/register/sealing.ts';
import { digestCases, digestFor } from '../../src/reminders/digestCases.ts';
import { reconcileDue } from '../../src/reminders/reconcile.ts';
import type { RemindersWorld } from '../../src/reminders/remindersWorld.ts';
import { auditTurn } from '../../src/reminders/rollingAudit.ts';
import { addHours, type Instant } from '../../src/rules/instant.ts';
import { countStatements } from '../support/countedStatements.ts';
import { serverToTest } from '../support/mongod.ts';
import { standIn } from '../support/mongodProgram.ts';
import { benchMasterKey } from './benchMasterKey.ts';
import { openHistory } from './caseHistories.ts';
import { fillCase } from './fillCase.ts';
import { fillSqlite, type Population } from './fillSqlite.ts';
import { NOW } from './population.ts';
import { quantile } from './quantile.ts';

const DUE = 100;
/** Reported, one hint, one addition: every duty is open. */
const history = openHistory.slice(0, 3);
const HOURS_OF_A_DAY = 24;
/** The stand-in of the tests keeps everything in memory; more than this it need not show. */
const STAND_IN_AT_MOST = 3_000;
const AT_ONCE = 16;
const MEBIBYTE = 2 ** 20;
/** From the smallest register to the largest. */
const MOST_GROWTH = 1.1;

/** So often a tick is measured, by turns on each register and with other cases due each time; the quickest counts. */
const ROUNDS = 5;
const SECONDS_APART = 600;
const SECONDS_BETWEEN = 60;
const roundAt = (round: number): Instant => addHours(NOW, (round * SECONDS_APART) / 3600);

/** A hundred cases for each round, spread over the whole register. */
const populationOf = (cases: number): Population => ({
  historyOf: () => history,
  dueOf: (ordinal) => {
    const round = ordinal % (cases / DUE);
    return round < ROUNDS ? roundAt(round) : addHours(NOW, 1 + (ordinal % HOURS_OF_A_DAY));
  },
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
type Tick = { readonly milliseconds: number; readonly rows: number; readonly steps: number; readonly messages: number };
type Measured = { readonly cases: number; readonly ticks: readonly Tick[] };

/** One tick with a hundred cases due among many open ones: what it takes, and how much it reads. False where reading grows with the register. */
export async function benchReminders(sizes: readonly number[]): Promise<boolean> {
  const compared = [sizes[0] ?? 0, sizes.at(-1) ?? 0];
  const embedded = await benchEmbedded(compared);
  const mongo = await benchMongo(compared);
  return embedded && mongo;
}

async function benchEmbedded(sizes: readonly number[]): Promise<boolean> {
  const opened = [];
  try {
    for (const cases of sizes) opened.push(await openFilled(cases));
    const measured = await ticksByTurns(opened);
    const scans = new Set(opened.flatMap(({ scans: ofOne }) => ofOne()));
    const holds = sayTicks('embedded engine (SQLite)', measured);
    stdout.write(`statements that walk through a whole table: ${scans.size === 0 ? 'none' : [...scans].join('\n')}\n\n`);
    for (const { register, cases } of opened) await sayWholeRegister(worldOn(register, roundAt(ROUNDS)), cases);
    return holds && scans.size === 0;
  } finally {
    for (const { close } of opened) close();
  }
}

/** What is needed of a register to measure a tick on it: `count` has the rows that its engine handed out, `steps` the engine's own. */
type Opened = {
  readonly cases: number;
  readonly register: Register;
  readonly count: { rows: number };
  readonly steps: () => number;
};

async function openFilled(cases: number) {
  const folder = mkdtempSync(join(tmpdir(), 'fristwacht-bench-'));
  const file = join(folder, 'register.sqlite');
  await fillSqlite(file, 0, cases, populationOf(cases));
  const connections = [
    openDatabase(file, registerFile, BUSY_MILLISECONDS),
    openDatabase(keyFileOf(file), keyFile, BUSY_MILLISECONDS),
  ] as const;
  const counted = connections.map((connection) => countStatements(connection));
  return {
    ...(await openedOn({ engine: engineOn(connections[0]), keyStore: keyStoreOn(connections[1]) }, cases)),
    steps: () => counted.reduce((sum, connection) => sum + connection.steps(), 0),
    scans: () => counted.flatMap((connection) => connection.scans()),
    close: () => {
      for (const connection of connections) connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function benchMongo(sizes: readonly number[]): Promise<boolean> {
  const server = await serverToTest().start();
  const isStandIn = server.name === standIn.name && (env.MONGODB_TEST_URI ?? '') === '';
  const measured: Measured[] = [];
  try {
    for (const cases of new Set(sizes.map((size) => (isStandIn ? Math.min(size, STAND_IN_AT_MOST) : size)))) {
      const connected = await connect(server.uri, { database: `fristwacht-test-${randomUUID().slice(0, 18)}` });
      await migrate(connected, 'real');
      const store = { engine: mongoEngine(connected), keyStore: mongoKeyStore(connected) };
      await fillMongo(store, cases);
      measured.push(...(await ticksByTurns([await openedOn(store, cases)])));
      await connected.register.dropDatabase();
      await connected.keys.dropDatabase();
      await connected.close();
    }
  } finally {
    await server.stop();
  }
  return sayTicks(`MongoDB: ${server.name}${isStandIn ? ' (its time says nothing of MongoDB)' : ''}`, measured);
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

async function openedOn(store: Store, cases: number): Promise<Opened> {
  const count = { rows: 0 };
  const counting = { engine: countRows(store.engine, count), keyStore: countRows(store.keyStore, count) };
  return {
    cases,
    count,
    steps: () => 0,
    register: await sealedRegister({ ...counting, ...keysFor(store), keyStore: counting.keyStore }),
  };
}

/** By turns, so that a machine that slows down slows every size. */
async function ticksByTurns(registers: readonly Opened[]): Promise<readonly Measured[]> {
  const measured = registers.map(({ cases }) => ({ cases, ticks: [] as Tick[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [place, opened] of registers.entries()) measured[place]?.ticks.push(await tickOn(opened, roundAt(round)));
  }
  return measured;
}

/** The tick of the bot itself, onto a platform that takes everything at once. */
async function tickOn({ register, count, steps }: Opened, at: Instant): Promise<Tick> {
  const { world, messages } = { world: worldOn(register, at), messages: countedMessages() };
  await untilNothingIsOwed(register, at);
  count.rows = 0;
  const stepsBefore = steps();
  const start = performance.now();
  const served = await reconcileDue({ ...world, channels: [messages.channel] });
  const milliseconds = performance.now() - start;
  if (served !== DUE) throw new Error(`The tick served ${served} cases instead of ${DUE}.`);
  return { milliseconds, rows: count.rows, steps: steps() - stepsBefore, messages: messages.sent() };
}

/** What the cases of the round before still owed is told first: a reader gets one message of a case in a tick, and half a minute later the next. */
async function untilNothingIsOwed(register: Register, at: Instant): Promise<void> {
  for (let second = SECONDS_APART - SECONDS_BETWEEN; second > 0; second -= SECONDS_BETWEEN) {
    await reconcileDue(worldOn(register, addHours(at, -second / 3600)));
  }
}

function countedMessages() {
  let sent = 0;
  const deliver = async () => ({ result: 'delivered', messageId: `message-${(sent += 1)}` }) as const;
  return { channel: { platform: 'slack' as const, deliver }, sent: () => sent };
}

function worldOn(register: Register, at: Instant): RemindersWorld {
  let moment = Date.parse(at);
  return {
    ...{ register, organisation, timer: realTimer, leaseSeconds: 60, channels: [countedMessages().channel] },
    clock: { now: () => new Date((moment += 1)).toISOString() as Instant },
    alarm: ({ what }) => {
      throw new Error(`An alarm was raised: ${what}.`);
    },
  };
}

/** What looks at all open cases: one turn of the own check, and the digest. It may grow with them; how long it takes must be known. */
async function sayWholeRegister(world: RemindersWorld, cases: number): Promise<void> {
  const from = performance.now();
  const { looked } = await auditTurn(world);
  const turned = performance.now();
  await auditTurn(world);
  const again = performance.now();
  const read = await digestCases(world.register);
  const { rows } = digestFor(undefined, read, organisation, world.clock.now());
  const drawn = performance.now();
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
  stdout.write(
    [
      `the own check among ${cases} open cases: ${looked} looked at in a turn, ${seconds(turned - from)} with the beginning of a round,`,
      `${seconds(again - turned)} without; the digest of ${rows.length} duties: ${seconds(drawn - again)},`,
      `memory (RSS) afterwards ${Math.round(memoryUsage.rss() / MEBIBYTE)} MiB\n`,
    ].join(' '),
  );
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

function sayTicks(name: string, measured: readonly Measured[]): boolean {
  stdout.write(`one tick, ${DUE} cases due, ${name}; the quickest of ${ROUNDS}, and the middle one\n`);
  for (const { cases, ticks } of measured) {
    const times = ticks.map(({ milliseconds }) => milliseconds);
    const [least, middle] = [Math.min(...times), quantile(times, 0.5)].map((time) => time.toFixed(0).padStart(6));
    const { rows, messages, steps } = costliest(ticks);
    const work = `${rows} rows read${steps > 0 ? `, ${steps} steps of the engine` : ''}`;
    stdout.write(`  ${cases.toString().padStart(8)} open cases  ${least} ms  ${middle} ms  ${work}  ${messages} messages\n`);
  }
  const [first, last] = [measured[0], measured.at(-1)];
  const holds =
    first !== undefined && last !== undefined && costliest(last.ticks).rows <= costliest(first.ticks).rows * MOST_GROWTH;
  stdout.write(`  rows read: ${holds ? 'as many in the largest as in the smallest' : 'GROW with the register'}\n\n`);
  return holds;
}

const costliest = (ticks: readonly Tick[]) => ({
  rows: Math.max(...ticks.map(({ rows }) => rows)),
  steps: Math.max(...ticks.map(({ steps }) => steps)),
  messages: Math.max(...ticks.map(({ messages }) => messages)),
});
