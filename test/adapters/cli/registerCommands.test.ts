import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../adapters/cli/commandLine.ts';
import type { CommandWorld } from '../../../adapters/cli/commandWorld.ts';
import { DRILL_MARK } from '../../../adapters/desk/drillMark.ts';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { nodeCryptography } from '../../../adapters/vault/nodeCryptography.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import { type Register, RegisterUnavailable } from '../../../src/ports.ts';
import { ada, adding, nine, openCases, opening } from '../../contracts/sampleWrites.ts';
import { temporaryFolder } from '../../stores/sqlite/temporaryFolder.ts';

const path = temporaryFolder();
const main = fileURLToPath(new URL('../../../adapters/main.ts', import.meta.url));
const registerChild = fileURLToPath(new URL('../../stores/sqlite/registerChild.ts', import.meta.url));

async function asked(args: readonly string[], env: CommandWorld['env'] = {}) {
  const said = { out: '', error: '' };
  const world: CommandWorld = {
    env: { FRISTWACHT_DATA: path('data'), ...env },
    readStdin: () => Promise.resolve(''),
    write: (words) => void (said.out += words),
    writeError: (words) => void (said.error += words),
    now: () => '2026-12-01T08:00:00.000Z',
    randomId: () => randomUUID(),
  };
  return { code: await runCommandLine(args, world), ...said };
}

type MasterKey = { readonly key?: string; readonly keyFile?: string };
const opened = (folder = path('data'), masterKey: MasterKey = {}): Promise<Register> =>
  openEmbeddedRegister(`${folder}/register.sqlite`, { ids: { next: () => randomUUID() }, masterKey });
const newKey = (): string => Buffer.from(nodeCryptography.randomKey(), 'base64url').toString('base64');

async function filled(masterKey: MasterKey = {}): Promise<void> {
  const register = await opened(path('data'), masterKey);
  await openCases(register, 'c-1', 'c-2');
  await register.append(adding('c-1', 1));
  await register.recordLook({ caseId: caseId('c-1'), by: ada, at: nine, what: 'openCase', allowed: true });
  await register.close();
}

/** All that a register tells, for comparing two. */
async function told(folder = path('data'), masterKey: MasterKey = {}): Promise<unknown> {
  const register = await opened(folder, masterKey);
  const heads = await register.list({ limit: 9999 });
  const cases = await Promise.all(
    heads.map(async (head) => [head, await register.read(head.caseId), await register.looksAt(head.caseId)]),
  );
  await register.close();
  return cases;
}

const fingerprintsOf = (folder: string): unknown[] => {
  const database = new DatabaseSync(`${folder}/register.sqlite.keys`);
  const rows = database.prepare('SELECT DISTINCT fingerprint FROM ring').all();
  database.close();
  return rows;
};

describe('fristwacht backup', () => {
  it('copies entries and keys apart, and the master key not at all', async () => {
    await filled();
    const { code, out } = await asked(['backup', path('backup')], { LANG: 'de_DE.UTF-8' });
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Bewahren Sie beide getrennt auf') });
    expect(readdirSync(path('backup')).toSorted()).toEqual(['README.txt', 'keys', 'register']);
    expect(readdirSync(path('backup/register'))).toEqual(['register.sqlite']);
    expect(readdirSync(path('backup/keys'))).toEqual(['register.sqlite.keys']);
    expect(statSync(path('backup/keys/register.sqlite.keys')).mode & 0o777).toBe(0o600);
    const key = readFileSync(path('data/register.masterkey'), 'utf8').trim();
    const all = ['register/register.sqlite', 'keys/register.sqlite.keys', 'README.txt'].map((name) =>
      readFileSync(path(`backup/${name}`)),
    );
    expect(Buffer.concat(all).includes(key)).toBe(false);
  });

  it('of a register without its keys is refused, makes none, and leaves nothing', async () => {
    await filled();
    rmSync(path('data/register.sqlite.keys'));
    expect(await asked(['backup', path('backup')])).toMatchObject({
      code: 1,
      error: expect.stringContaining('is missing or empty'),
    });
    expect(existsSync(path('data/register.sqlite.keys'))).toBe(false);
    expect(readdirSync(path('backup'))).toEqual([]);
  });

  it('writes over nothing', async () => {
    await filled();
    await asked(['backup', path('backup')]);
    const before = readFileSync(path('backup/register/register.sqlite'));
    const { code, error } = await asked(['backup', path('backup')]);
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('is not empty') });
    expect(readFileSync(path('backup/register/register.sqlite')).equals(before)).toBe(true);
  });

  it.each([
    [['backup'], {}, 2, 'Name the folder'],
    [['backup', '--all'], {}, 2, 'There is no “--all” here'],
    [['backup', 'one', 'two'], {}, 2, 'There is no “two” here'],
    [['backup', 'somewhere'], { MONGODB_URI: 'mongodb://127.0.0.1' }, 1, 'MONGODB_URI is set'],
    [['backup', 'somewhere'], {}, 1, 'There is no register'],
    [['backup', 'somewhere'], { LANG: 'de_DE' }, 1, 'Es gibt kein Register'],
  ])('refuses %j under %j with %i, and says why', async (args, env, expected, why) => {
    const { code, error } = await asked(args, env);
    expect({ code, error }).toEqual({ code: expected, error: expect.stringContaining(why) });
    expect(existsSync('somewhere')).toBe(false);
  });

  it.each(['backup', 'restore', 'rotate-key'])('explains %s', async (name) => {
    for (const LANG of ['de', 'en']) {
      const { code, out } = await asked([name, '--help'], { LANG });
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^fristwacht ${name}`));
      expect(out).toContain('FRISTWACHT_DATA');
    }
  });
});

describe('fristwacht restore', () => {
  const restored = (env: CommandWorld['env'] = {}) =>
    asked(['restore', path('backup')], { FRISTWACHT_DATA: path('new'), ...env });
  /** As an operator would: the key from its own place, into the new folder. */
  const bringKey = (): void => {
    mkdirSync(path('new'), { recursive: true });
    cpSync(path('data/register.masterkey'), path('new/register.masterkey'));
  };

  it('brings everything back, and the register goes on', async () => {
    await filled();
    await asked(['backup', path('backup')]);
    bringKey();
    expect(await restored()).toMatchObject({ code: 0, out: expect.stringContaining('cases: 2') });
    expect(await told(path('new'))).toEqual(await told());
    const register = await opened(path('new'));
    expect(await register.append(adding('c-1', 2))).toEqual({ outcome: 'appended', version: 3 });
    await register.close();
    expect(existsSync(path('new/restoring'))).toBe(false);
  });

  it('of a register that was written to meanwhile holds all that was acknowledged before, readable', async () => {
    const writer = spawn(process.execPath, [registerChild, 'append', path('data/register.sqlite')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    const reader = createInterface({ input: writer.stdout });
    reader.on('line', (line) => lines.push(line));
    try {
      while (lines.length < 20) await once(reader, 'line');
      const before = [...lines];
      expect((await asked(['backup', path('backup')])).code).toBe(0);
      const during = lines.length;
      while (lines.length < during + 5) await once(reader, 'line');
      bringKey();
      expect(await restored()).toMatchObject({ code: 0, error: '' });
      const register = await opened(path('new'));
      for (const line of before) {
        const [, name = '', sequence = ''] = line.split(' ');
        expect((await register.read(caseId(name)))?.entries[Number(sequence) - 1]).toBeDefined();
      }
      await register.close();
    } finally {
      writer.kill();
      await once(writer, 'exit');
    }
  });

  it('writes over no register and no keys', async () => {
    await filled();
    await asked(['backup', path('backup')]);
    const before = await told();
    const over = await asked(['restore', path('backup')]);
    expect(over).toMatchObject({ code: 1, error: expect.stringContaining('it is not overwritten') });
    rmSync(path('data/register.sqlite'));
    const keysOnly = await asked(['restore', path('backup')], { LANG: 'de' });
    expect(keysOnly).toMatchObject({ code: 1, error: expect.stringContaining('Es gibt schon eine Schlüsseldatei') });
    renameSync(path('data/register.sqlite.keys'), path('data/aside'));
    expect((await asked(['restore', path('backup')])).code).toBe(0);
    expect(await told()).toEqual(before);
  });

  it.each([
    ['without the master key', {}, 'its master key is missing'],
    ['with another one', { FRISTWACHT_MASTER_KEY: newKey() }, 'does not belong to this register'],
  ])('is refused %s, and leaves nothing', async (_, env, why) => {
    await filled();
    await asked(['backup', path('backup')]);
    expect(await restored(env)).toMatchObject({ code: 1, error: expect.stringContaining(why) });
    expect(readdirSync(path('new'))).toEqual([]);
  });

  const damages = [
    ['an entry was changed', `DROP TRIGGER entry_keeps; UPDATE entry SET clear = replace(clear, 'T09', 'T08')`, 'breaks at'],
    [
      'the last entry was dropped',
      `PRAGMA foreign_keys = OFF; DROP TRIGGER entry_stays; DELETE FROM entry WHERE stream = 'case/c-1' AND sequence = 2`,
      'case/c-1 2',
    ],
    [
      'a case was taken out',
      `PRAGMA foreign_keys = OFF; DROP TRIGGER entry_stays; DROP TRIGGER stream_end_stays; DELETE FROM entry WHERE stream = 'case/c-2'; DELETE FROM stream_end WHERE stream = 'case/c-2'`,
      'case/c-2 1',
    ],
  ] as const;
  it.each(damages)('is refused where %s, and leaves nothing', async (_, change, why) => {
    await filled();
    await asked(['backup', path('backup')]);
    const database = new DatabaseSync(path('backup/register/register.sqlite'));
    database.exec(change);
    database.close();
    bringKey();
    expect(await restored()).toMatchObject({ code: 1, error: expect.stringContaining(why) });
    expect(readdirSync(path('new'))).toEqual(['register.masterkey']);
  });

  it.each(['register/register.sqlite', 'keys/register.sqlite.keys'])(
    'is refused where %s is missing, torn or no database',
    async (name) => {
      await filled();
      await asked(['backup', path('backup')]);
      bringKey();
      const whole = readFileSync(path(`backup/${name}`));
      writeFileSync(path(`backup/${name}`), whole.subarray(0, whole.length / 2));
      expect((await restored()).code).toBe(1);
      writeFileSync(path(`backup/${name}`), 'Sehr geehrte Damen und Herren, '.repeat(99));
      expect(await restored()).toMatchObject({ code: 1, error: expect.stringContaining('is not a register') });
      writeFileSync(path(`backup/${name}`), '');
      expect(await restored()).toMatchObject({ code: 1, error: expect.stringContaining('is damaged') });
      rmSync(path(`backup/${name}`));
      expect(await restored()).toMatchObject({ code: 1, error: expect.stringContaining('no complete backup') });
      expect(readdirSync(path('new'))).toEqual(['register.masterkey']);
    },
  );

  it('keeps a drill a drill, and never makes one of a real register', async () => {
    await filled();
    writeFileSync(path(`data/${DRILL_MARK}`), 'drill');
    await asked(['backup', path('backup')]);
    bringKey();
    await restored();
    expect(existsSync(path(`new/${DRILL_MARK}`))).toBe(true);

    rmSync(path(`backup/${DRILL_MARK}`));
    rmSync(path('new/register.sqlite'));
    rmSync(path('new/register.sqlite.keys'));
    expect(await restored()).toMatchObject({ code: 1, error: expect.stringContaining('is marked as a drill') });
    expect(existsSync(path('new/register.sqlite'))).toBe(false);
  });

  it('names the cases that cannot be read, and restores the others', async () => {
    await filled();
    const keys = new DatabaseSync(path('data/register.sqlite.keys'));
    keys.exec(`DELETE FROM ring WHERE stream = 'case/c-2'`);
    keys.close();
    await asked(['backup', path('backup')]);
    bringKey();
    expect(await restored()).toMatchObject({ code: 1, error: expect.stringContaining('DP-2026-0002') });
    const register = await opened(path('new'));
    expect(await register.read(caseId('c-1'))).toMatchObject({ version: 2 });
    await register.close();
  });
});

describe('fristwacht rotate-key', () => {
  it('makes a new key beside the register where the old one lies there; the old one opens nothing any more', async () => {
    await filled();
    const before = await told();
    const old = readFileSync(path('data/register.masterkey'), 'utf8').trim();
    const { code, out } = await asked(['rotate-key'], { LANG: 'de' });
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Der Hauptschlüssel ist gewechselt') });
    expect(readFileSync(path('data/register.masterkey'), 'utf8').trim()).not.toBe(old);
    expect(await told()).toEqual(before);
    await expect(opened(path('data'), { key: old })).rejects.toMatchObject({ reason: 'wrongKey' });
    expect(fingerprintsOf(path('data'))).toHaveLength(1);
    expect(existsSync(path('data/register.masterkey.new'))).toBe(false);
    // Older backups open with it alone; when it goes, the operator decides.
    const [kept = ''] = readdirSync(path('data')).filter((name) => name.startsWith('register.masterkey.old-'));
    expect(readFileSync(path(`data/${kept}`), 'utf8').trim()).toBe(old);
    expect(out).toContain(`Der bisherige liegt in ${path(`data/${kept}`)}`);
  });

  it('changes over to the key that is named, and has nothing left to do when repeated', async () => {
    const [from, to] = [newKey(), newKey()];
    await filled({ key: from });
    const before = await told(path('data'), { key: from });
    const env = { FRISTWACHT_MASTER_KEY: from, FRISTWACHT_NEW_MASTER_KEY: to };
    expect(await asked(['rotate-key'], env)).toMatchObject({ code: 0, out: expect.stringContaining('with the new master key') });
    expect(await told(path('data'), { key: to })).toEqual(before);
    await expect(opened(path('data'), { key: from })).rejects.toMatchObject({ reason: 'wrongKey' });
    expect(await asked(['rotate-key'], env)).toMatchObject({ code: 0, out: expect.stringContaining('changed over: 0') });
    expect(await told(path('data'), { key: to })).toEqual(before);
  });

  it.each([
    ['the present key is wrong', { FRISTWACHT_MASTER_KEY: newKey(), FRISTWACHT_NEW_MASTER_KEY: newKey() }, 1, 'does not belong'],
    ['the new key is not named', { FRISTWACHT_MASTER_KEY: newKey() }, 2, 'Name the new master key'],
    ['the new key is none', { FRISTWACHT_NEW_MASTER_KEY: 'short' }, 1, 'holds no master key'],
    ['there is no register', { FRISTWACHT_DATA: 'nowhere' }, 1, 'There is no register'],
  ])('is refused where %s, and changes nothing', async (_, env, expected, why) => {
    await filled();
    const before = readFileSync(path('data/register.sqlite.keys'));
    expect(await asked(['rotate-key'], env)).toMatchObject({ code: expected, error: expect.stringContaining(why) });
    expect(readFileSync(path('data/register.sqlite.keys')).equals(before)).toBe(true);
  });

  it('is refused where both keys are the same', async () => {
    const key = newKey();
    await filled({ key });
    const env = { FRISTWACHT_MASTER_KEY: key, FRISTWACHT_NEW_MASTER_KEY: key };
    expect(await asked(['rotate-key'], env)).toMatchObject({ code: 1, error: expect.stringContaining('is the present one') });
  });

  it('loses nothing that a bot still running with the old key acknowledges meanwhile', async () => {
    await filled();
    const running = await opened();
    expect(await running.append(adding('c-2', 1))).toMatchObject({ outcome: 'appended' });
    await asked(['rotate-key']);
    // It must not write under a key that is about to be destroyed: it says so, and goes on after a new start.
    await expect(running.append(opening('c-3', { ordinal: 3 }))).rejects.toBeInstanceOf(RegisterUnavailable);
    await running.close();
    const register = await opened();
    expect(await register.read(caseId('c-2'))).toMatchObject({ version: 2 });
    expect(await register.append(opening('c-3', { ordinal: 3 }))).toMatchObject({ outcome: 'appended' });
    await register.close();
  });

  it('killed in between is refused at the start, and brought to its end by the same call', async () => {
    await filled();
    const register = await opened();
    for (let ordinal = 3; ordinal < 150; ordinal += 1) await register.append(opening(`c-${ordinal}`, { ordinal }));
    await register.close();
    const before = await told();
    await killHalfway();
    await expect(opened()).rejects.toMatchObject({ reason: 'masterKeyChanging' });
    expect(await asked(['rotate-key'])).toMatchObject({ code: 0 });
    expect(await told()).toEqual(before);
  });

  /** Starts a change in a process of its own and kills it as soon as some rings are under the new key and some are not. */
  async function killHalfway(): Promise<void> {
    const env = { ...process.env, FRISTWACHT_DATA: path('data') };
    const child = spawn(process.execPath, [main, 'rotate-key'], { env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (child.exitCode === null && fingerprintsOf(path('data')).length < 2)
      await new Promise((resolve) => setTimeout(resolve, 1));
    child.kill('SIGKILL');
    await ended;
    expect(fingerprintsOf(path('data'))).toHaveLength(2);
  }
});
