import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommandLine } from '../../../adapters/cli/commandLine.ts';
import type { CommandWorld } from '../../../adapters/cli/commandWorld.ts';
import { openMongoRegister } from '../../../adapters/stores/mongo/openMongoRegister.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import type { Register } from '../../../src/ports.ts';
import { adding, hoursAfterNine, openCases } from '../../contracts/sampleWrites.ts';
import { describeOnServer } from '../../support/mongod.ts';
import { temporaryFolder } from '../sqlite/temporaryFolder.ts';
import { type MongoDatabase, mongoDatabase } from './mongoDatabase.ts';

const path = temporaryFolder();
const KEY = Buffer.alloc(32, 'the key of the operator').toString('base64');

describeOnServer('fristwacht export with MONGODB_URI', (server) => {
  let database: MongoDatabase;
  beforeEach(() => {
    database = mongoDatabase(server().uri);
  });
  afterEach(() => database.remove());
  const address = () => server().uri.replace('/?', `/${database.name}?`);
  const opened = (): Promise<Register> =>
    openMongoRegister(address(), { ids: { next: () => randomUUID() }, masterKey: { key: KEY }, purpose: 'real' });

  async function asked(...args: readonly string[]) {
    const said = { out: '', error: '' };
    const world: CommandWorld = {
      env: { MONGODB_URI: address(), FRISTWACHT_MASTER_KEY: KEY },
      readStdin: () => Promise.resolve(''),
      write: (words) => void (said.out += words),
      writeError: (words) => void (said.error += words),
      now: () => '2026-12-01T08:00:00.000Z',
      randomId: () => randomUUID(),
    };
    return { code: await runCommandLine(args, world), ...said };
  }

  it('writes what verify finds whole, while the bot has the register open, and records the look', async () => {
    const register = await opened();
    await openCases(register, 'c-1', 'c-2');
    await register.append(adding('c-1', 1));
    await register.anchorHeads(hoursAfterNine(12));
    expect(await asked('export', '--out', path('all.jsonl'))).toMatchObject({ code: 0, error: '' });
    expect(await asked('verify', path('all.jsonl'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('the whole register'),
    });
    expect(await asked('export', '--case', 'DP-2026-0001', '--out', path('one.jsonl'))).toMatchObject({ code: 0 });
    expect((await register.looksAt(caseId('c-1'))).map(({ what }) => what)).toEqual(['export case=DP-2026-0001 format=jsonl']);
    await register.close();
  });

  it('of a database that holds no register is refused, and makes none', async () => {
    expect(await asked('export', '--out', path('all.jsonl'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('MONGODB_URI'),
    });
    expect(existsSync(path('all.jsonl'))).toBe(false);
  });
});
