import { randomUUID } from 'node:crypto';
import { env } from 'node:process';
import { connect } from '../../adapters/stores/mongo/connect.ts';
import type { Connected } from '../../adapters/stores/mongo/connected.ts';
import { migrate } from '../../adapters/stores/mongo/migrate.ts';
import { mongoEngine } from '../../adapters/stores/mongo/mongoEngine.ts';
import { mongoKeyStore } from '../../adapters/stores/mongo/mongoKeyStore.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import { sealedRegister } from '../../src/register/sealedRegister.ts';
import { openSealing } from '../../src/register/sealing.ts';
import { directUri, startMongod } from '../support/mongodProcess.ts';
import { findMongod } from '../support/mongodProgram.ts';
import { benchMasterKey } from './benchMasterKey.ts';
import { appendLine } from './durableAppends.ts';
import { fillCase } from './fillCase.ts';
import { growthLines, growthOf, measureGrowth } from './growth.ts';
import { dueOf, historyOf } from './population.ts';

type Say = (text: string) => void;
const AT_ONCE = 16;

/** The same on MongoDB, where there is a genuine one. The stand-in of the tests is no measure of anything's speed. */
export async function benchMongo(sizes: readonly number[], say: Say): Promise<boolean> {
  const named = env.MONGODB_TEST_URI;
  if (named !== undefined && named !== '') return benchServer('the server of MONGODB_TEST_URI', named, sizes, say);
  const program = findMongod(env);
  if (program === undefined) {
    say('MongoDB: not measured. There is no genuine one (MONGODB_TEST_URI, MONGOD), and the stand-in is no measure of speed.\n');
    return true;
  }
  const mongod = await startMongod(program);
  try {
    return await benchServer(program.name, directUri(mongod.port), sizes, say);
  } finally {
    await mongod.stop();
  }
}

async function benchServer(name: string, uri: string, sizes: readonly number[], say: Say): Promise<boolean> {
  say(`MongoDB: ${name}\n\n`);
  const databases: Connected[] = [];
  const opened = async () => {
    const connected = await connect(uri, { database: `fristwacht-test-${randomUUID().slice(0, 18)}` });
    databases.push(connected);
    await migrate(connected, 'real');
    return connected;
  };
  try {
    say(await appendLine(await registerOn(await opened()), 'durable appends, new register'));
    const registers = [];
    for (const cases of sizes) {
      const connected = await opened();
      await fill(connected, cases);
      registers.push({ cases, register: await registerOn(connected) });
    }
    const growths = await measureGrowth(registers);
    say(`\n${growths.map(growthLines).join('\n')}\n`);
    return growths.every((growth) => growthOf(growth).holds);
  } finally {
    for (const connected of databases) await remove(connected);
  }
}

const keysFor = (connected: Connected) => ({
  ...{ keyStore: mongoKeyStore(connected), cryptography: nodeCryptography },
  ...{ masterKey: benchMasterKey, ids: { next: () => randomUUID() } },
});
const registerOn = (connected: Connected) => sealedRegister({ engine: mongoEngine(connected), ...keysFor(connected) });

/** Several cases at once, each write as durable as always; the numbers are dealt out here, so nobody races for them. */
async function fill(connected: Connected, cases: number): Promise<void> {
  const engine = mongoEngine(connected);
  const sealing = await openSealing(keysFor(connected), async () => true);
  let dealt = 0;
  const lane = async (): Promise<void> => {
    while (dealt < cases) {
      const ordinal = (dealt += 1);
      await fillCase(engine, sealing, ordinal, historyOf(ordinal), dueOf(ordinal));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function remove(connected: Connected): Promise<void> {
  await connected.register.dropDatabase();
  await connected.keys.dropDatabase();
  await connected.close();
}
