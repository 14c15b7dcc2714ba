import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../adapters/cli/commandLine.ts';
import type { CommandWorld } from '../../../adapters/cli/commandWorld.ts';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import { ORGANISATION } from '../../../src/register/organisationStream.ts';
import { nine, openCases } from '../../contracts/sampleWrites.ts';
import { startDesk, tryToStart } from '../../desk/runningDesk.ts';
import { temporaryFolder } from '../../stores/sqlite/temporaryFolder.ts';

const path = temporaryFolder();

async function asked(args: readonly string[], env: CommandWorld['env'] = {}, now = () => '2026-12-01T08:00:00.000Z') {
  const said = { out: '', error: '' };
  const world: CommandWorld = {
    env: { FRISTWACHT_DATA: path('data'), LANG: 'de_DE.UTF-8', ...env },
    readStdin: () => Promise.resolve(''),
    write: (words) => void (said.out += words),
    writeError: (words) => void (said.error += words),
    now,
    randomId: () => randomUUID(),
  };
  return { code: await runCommandLine(['status', ...args], world), ...said };
}

describe('fristwacht status', () => {
  it('tells a running house from outside, and that it is gone once it was killed', async () => {
    const desk = await startDesk({ args: ['--example'] });
    const env = { FRISTWACHT_DATA: `${desk.folder}/data` };
    const machine =
      (aheadMs = 0) =>
      () =>
        new Date(performance.timeOrigin + performance.now() + aheadMs).toISOString();
    try {
      const running = await asked([], env, machine());
      expect(running).toMatchObject({ code: 0, error: '' });
      expect(running.out).toContain('Fristwacht läuft');
      expect(running.out).toContain('Offene Vorgänge: 1');
      expect(running.out).toContain('(eine Instanz läuft)');
      expect(running.out).not.toMatch(/Ü-\d|Lösegeld|\[1\]/);
      await desk.crash();
      const gone = await asked([], { ...env, LANG: 'en_GB.UTF-8' }, machine(200_000));
      expect(gone.code).toBe(1);
      expect(gone.out).toContain('For some minutes nobody has looked at what is due.');
    } finally {
      await desk.dispose();
    }
  });

  it('finds what is neglected though nothing runs, and changes nothing', async () => {
    const register = await openEmbeddedRegister(path('data/register.sqlite'), { ids: { next: () => randomUUID() } });
    await openCases(register, 'c-1');
    await register.settle((await register.claimCase(caseId('c-1'), nine, 1))!, 1, undefined);
    const { code, out } = await asked([]);
    expect(code).toBe(1);
    expect(out).toContain('1 Vorgang wäre nicht rechtzeitig wieder angesehen worden');
    expect((await register.head(caseId('c-1')))?.nextDueAt).toBeUndefined();
    expect(await register.deliveries(ORGANISATION)).toEqual([]);
    await register.close();
  });

  it.each([
    ['without a register', [], {}, 1],
    ['with a stranger among the words', ['now'], {}, 2],
    [
      'with a server that is not there',
      [],
      { MONGODB_URI: 'mongodb://127.0.0.1:9/x', FRISTWACHT_MASTER_KEY: 'a'.repeat(43) + '=' },
      1,
    ],
  ])('%s says what is wrong', async (_, args, env, expected) => {
    const { code, out, error } = await asked(args, { FRISTWACHT_DATA: path('nothing'), ...env });
    expect({ code, out }).toEqual({ code: expected, out: '' });
    expect(error).not.toBe('');
  });

  it('explains itself', async () => {
    expect(await asked(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Nennt keinen Vorgang') });
  });
});

describe('fristwacht start', () => {
  it('refuses an address for the sign of life that would cross the network unprotected, without repeating it', async () => {
    mkdirSync(path('refused'), { recursive: true });
    const { code, output } = await tryToStart(path('refused'), {
      env: { FRISTWACHT_HEARTBEAT_URL: 'http://hc.example/secret-key' },
    });
    expect(code).toBe(2);
    expect(output).toContain('FRISTWACHT_HEARTBEAT_URL');
    expect(output).not.toContain('secret-key');
  });
});
