import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type EmbeddedSetting, openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { brokenChain } from '../../../adapters/stores/sqlite/checkChains.ts';
import { openDatabase } from '../../../adapters/stores/sqlite/openDatabase.ts';
import { RegisterRefused } from '../../../adapters/stores/sqlite/registerRefused.ts';
import { keyFile, registerFile } from '../../../adapters/stores/sqlite/schema.ts';
import { MasterKeyRefused } from '../../../adapters/vault/masterKeyRefused.ts';
import { nodeCryptography } from '../../../adapters/vault/nodeCryptography.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import { RegisterUnavailable } from '../../../src/ports.ts';
import { CaseUnreadable } from '../../../src/register/caseUnreadable.ts';
import { ada, adding, nine, openCases, opening } from '../../contracts/sampleWrites.ts';
import { smallDisk } from './smallDisk.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const path = temporaryFolder();
const registerChild = fileURLToPath(new URL('registerChild.ts', import.meta.url));
const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);
const opened = (file: string, more: Partial<EmbeddedSetting> = {}) =>
  openEmbeddedRegister(file, { ids: { next: () => randomUUID() }, ...more });

/** A register with two cases, closed again. */
async function filled(): Promise<string> {
  const file = path('register.db');
  const register = await opened(file);
  await openCases(register, 'c-1', 'c-2');
  await register.append(adding('c-1', 1, { inboundIds: ['m-1'] }));
  await register.recordLook({ caseId: caseId('c-1'), by: ada, at: nine, what: 'openCase', allowed: true });
  await register.close();
  return file;
}

/** Somebody with a tool of their own at the file. */
function tamper(file: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(file);
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}

async function refusal(file: string, more: Partial<EmbeddedSetting> = {}): Promise<RegisterRefused | MasterKeyRefused> {
  try {
    await opened(file, more);
  } catch (error) {
    if (error instanceof RegisterRefused || error instanceof MasterKeyRefused) return error;
    throw error;
  }
  return expect.unreachable('was opened');
}

describe('the files of the register', () => {
  it('are made with their folder, for the owner alone', async () => {
    const file = path('data/deep/register.db');
    const register = await opened(file);
    await register.append(opening('c-1'));
    expect(modeOf(dirname(file))).toBe('700');
    const files = [file, `${file}.keys`].flatMap((name) => [name, `${name}-wal`, `${name}-shm`]);
    expect([...files, path('data/deep/register.masterkey')].map(modeOf)).toEqual(Array(7).fill('600'));
    await register.close();
  });

  it('are closed to others again where they came with wider permissions', async () => {
    const file = await filled();
    for (const name of [file, `${file}.keys`]) chmodSync(name, 0o644);
    await (await opened(file)).close();
    expect([file, `${file}.keys`].map(modeOf)).toEqual(['600', '600']);
  });

  it.each([
    ['entries', registerFile],
    ['keys', keyFile],
  ])(
    'of the %s are opened so that an answer waits for the disk, a writer for another one, and nothing deleted lingers',
    (_, kind) => {
      const database = openDatabase(path('register.db'), kind, 1234);
      const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'busy_timeout', 'secure_delete'];
      const read = settings.map((name) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
      expect(read).toEqual(['wal', 2, 1, 0, 1234, 1]);
      database.close();
    },
  );

  it('hold no text, no name and no person in the clear, and keys and entries nothing of each other', async () => {
    const file = await filled();
    const [entries, keys] = [readFileSync(file), readFileSync(`${file}.keys`)];
    for (const text of ['USB-Stick', 'Ähnlich', 'Nachtrag', 'm-1', 'openCase', '"ada"']) {
      expect([entries.includes(text), keys.includes(text)]).toEqual([false, false]);
    }
    const database = new DatabaseSync(`${file}.keys`);
    const boxes = database.prepare('SELECT box FROM wrapped_key').all();
    database.close();
    expect(boxes.length).toBeGreaterThan(10);
    expect(boxes.filter(({ box }) => entries.includes(String(box)))).toEqual([]);
  });
});

describe('what was entered stays', () => {
  const entry = (values: string) =>
    `INSERT INTO entry (stream, sequence, previous, hash, key_ring, clear) SELECT ${values} FROM entry`;
  it.each([
    ['UPDATE entry SET clear = clear'],
    ['DELETE FROM entry'],
    [`INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE stream = 'case/c-1' AND sequence = 1`],
    [`${entry(`stream, 3, hash, 'x', '', clear`)} WHERE stream = 'case/c-2'`],
    [`${entry(`stream, 2, 'not the hash before', 'x', '', clear`)} WHERE stream = 'case/c-2'`],
    ['UPDATE part SET box = box'],
    ['DELETE FROM part'],
    ['INSERT OR REPLACE INTO part SELECT * FROM part'],
    ['INSERT OR REPLACE INTO part SELECT entry, position + 100, name, box FROM part'],
    ['UPDATE name SET entry = 1'],
    ['DELETE FROM name'],
    ['INSERT OR REPLACE INTO name SELECT * FROM name'],
    ['DELETE FROM stream_end'],
    ['UPDATE stream_end SET sequence = 1'],
    ['UPDATE stream_end SET hash = 0'],
    ['INSERT OR REPLACE INTO stream_end SELECT * FROM stream_end'],
    ['DELETE FROM case_index'],
    [`UPDATE case_index SET number = 'DP-2026-0009' WHERE case_id = 'c-1'`],
    ['UPDATE case_index SET version = 1'],
    ['UPDATE case_index SET fence = -1'],
    ['INSERT OR REPLACE INTO case_index SELECT * FROM case_index'],
  ])('%s is refused', async (statement) => {
    const file = await filled();
    const read = () => {
      const database = new DatabaseSync(file);
      const rows = ['entry', 'part', 'name', 'stream_end'].map((table) => database.prepare(`SELECT * FROM ${table}`).all());
      database.close();
      return rows;
    };
    const before = read();
    expect(() => tamper(file, statement)).toThrow(/only grows|does not follow/);
    expect(read()).toEqual(before);
  });
});

describe('an entry that somebody changed all the same', () => {
  const changes = [
    ['its time', `clear = replace(clear, '"at":"2026-03-27T09', '"at":"2026-03-27T08')`],
    ['its hash', `hash = '0'`],
    ['its place', `sequence = 9`],
  ] as const;

  it.each(changes)('is found when it was %s, and named; the case cannot be read, the others can', async (_, change) => {
    const file = await filled();
    tamper(file, 'DROP TRIGGER entry_keeps', `UPDATE entry SET ${change} WHERE stream = 'case/c-1' AND sequence = 2`);
    const database = new DatabaseSync(file);
    expect(brokenChain(database)).toBe('case/c-1 2');
    database.close();
    const register = await opened(file);
    await expect(register.read(caseId('c-1'))).rejects.toBeInstanceOf(CaseUnreadable);
    expect(await register.read(caseId('c-2'))).toMatchObject({ version: 1 });
    await register.close();
  });

  it('and cannot be read any more stops nobody else, and is not quoted', async () => {
    const file = await filled();
    tamper(file, 'DROP TRIGGER entry_keeps', `UPDATE entry SET clear = substr(clear, 1, 120) WHERE stream = 'case/c-1'`);
    const register = await opened(file);
    const failure = await failureOf(() => register.read(caseId('c-1')));
    expect(failure).toBeInstanceOf(CaseUnreadable);
    expect(failure).toMatchObject({ message: 'The case c-1 cannot be read by this version.' });
    expect((failure as CaseUnreadable).cause).toBeUndefined();
    expect(await register.list({ limit: 9 })).toHaveLength(2);
    await register.close();
  });

  it('or took away with its case is found by what the register keeps beside it', async () => {
    const file = await filled();
    tamper(file, 'PRAGMA foreign_keys = OFF', 'DROP TRIGGER entry_stays', `DELETE FROM entry WHERE stream = 'case/c-2'`);
    const database = new DatabaseSync(file);
    expect(brokenChain(database)).toBe('case/c-2 1');
    database.close();
  });
});

describe('a register that is not opened', () => {
  it('was written by a newer version, and stays as it is', async () => {
    const file = await filled();
    tamper(file, 'PRAGMA user_version = 3', 'PRAGMA wal_checkpoint(TRUNCATE)');
    const before = readFileSync(file);
    const refused = await refusal(file);
    expect(refused.reason).toBe('newerVersion');
    expect(refused.text.de).toContain('neueren Version');
    expect(refused.message).toContain(file);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('has keys that a newer version wrote', async () => {
    const file = await filled();
    tamper(`${file}.keys`, 'PRAGMA user_version = 2');
    expect((await refusal(file)).reason).toBe('newerVersion');
  });

  it('belongs to another program, and stays as it is', async () => {
    const file = path('notes.db');
    tamper(file, 'CREATE TABLE note (text TEXT)');
    const before = readFileSync(file);
    expect((await refusal(file)).reason).toBe('notARegister');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}.keys`)).toBe(false);
    expect(existsSync(path('register.masterkey'))).toBe(false);
  });

  it('is no database at all', async () => {
    const file = path('letter.txt');
    writeFileSync(file, 'Sehr geehrte Damen und Herren, '.repeat(100));
    expect((await refusal(file)).reason).toBe('notARegister');
    expect(readFileSync(file, 'utf8')).toMatch(/^Sehr geehrte/);
  });

  it('is damaged', async () => {
    const file = await filled();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 100, 4096));
    expect((await refusal(file)).reason).toBe('damaged');
  });

  it.each(['', '.keys'])('may not be written to (register%s)', async (suffix) => {
    const file = await filled();
    chmodSync(dirname(file), 0o777);
    for (const name of [file, `${file}.keys`, path('register.masterkey')]) chmodSync(name, 0o666);
    chmodSync(`${file}${suffix}`, 0o444);
    expect((await asNobody(() => refusal(file))).reason).toBe('notWritable');
    chmodSync(`${file}${suffix}`, 0o644);
    const register = await opened(file);
    expect(await register.read(caseId('c-1'))).toMatchObject({ version: 2 });
    await register.close();
  });

  it('lies in a folder that may not be written to', async () => {
    const file = await filled();
    for (const name of [file, `${file}.keys`, path('register.masterkey')]) chmodSync(name, 0o666);
    chmodSync(dirname(file), 0o555);
    const refused = await asNobody(() => refusal(file));
    chmodSync(dirname(file), 0o755);
    expect(refused.reason).toBe('notWritable');
  });

  it('is a folder', async () => {
    mkdirSync(path('register.db'));
    expect((await refusal(path('register.db'))).reason).toBe('notWritable');
  });

  it('never has the refusal in one language only', () => {
    const reasons = [
      'newerVersion',
      'olderVersion',
      'notARegister',
      'damaged',
      'notWritable',
      'noLocalDisk',
      'masterKeyChanging',
    ] as const;
    for (const reason of reasons) {
      const { text } = new RegisterRefused(reason, 'register.db');
      expect(text.de).toMatch(
        /^(Das Register|Die Datei|In das Register|Der Wechsel des Hauptschlüssels von) register\.db .*\.$/u,
      );
      expect(text.en).toMatch(/^The (register|file|change of the master key of) register\.db .*\.$/u);
    }
  });
});

describe('the keys', () => {
  const filesOf = (file: string) => [readFileSync(file), readFileSync(`${file}.keys`)];
  const base64 = () => Buffer.from(nodeCryptography.randomKey(), 'base64url').toString('base64');

  it('of a register that is there are never replaced by new ones', async () => {
    const file = await filled();
    renameSync(path('register.masterkey'), path('elsewhere'));
    expect((await refusal(file)).reason).toBe('missing');
    expect(existsSync(path('register.masterkey'))).toBe(false);
    renameSync(path('elsewhere'), path('register.masterkey'));
    renameSync(`${file}.keys`, path('elsewhere'));
    expect((await refusal(file)).reason).toBe('keysLost');
    expect(existsSync(`${file}.keys`)).toBe(false);
    renameSync(path('elsewhere'), `${file}.keys`);
    await (await opened(file)).close();
  });

  it('do not open under another master key, and nothing is changed', async () => {
    const file = await filled();
    const before = filesOf(file);
    const refused = await refusal(file, { masterKey: { key: base64() } });
    expect(refused.reason).toBe('wrongKey');
    expect(filesOf(file)).toEqual(before);
  });

  it('that are empty do not stand for those of a register that has entries', async () => {
    const file = await filled();
    tamper(`${file}.keys`, 'DELETE FROM ring');
    expect((await refusal(file)).reason).toBe('keysLost');
  });

  it('lie under one master key, or the register waits for the end of the change', async () => {
    const file = await filled();
    tamper(`${file}.keys`, `UPDATE ring SET fingerprint = 'another' WHERE number = (SELECT max(number) FROM ring)`);
    expect((await refusal(file)).reason).toBe('masterKeyChanging');
  });

  it('of one entry that are gone make its case unreadable, not empty', async () => {
    const file = await filled();
    tamper(`${file}.keys`, `DELETE FROM ring WHERE stream = 'case/c-1'`);
    const register = await opened(file);
    await expect(register.read(caseId('c-1'))).rejects.toBeInstanceOf(CaseUnreadable);
    expect(await register.read(caseId('c-2'))).toMatchObject({ version: 1 });
    await register.close();
  });
});

const failureOf = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => undefined,
    (error: unknown) => error,
  );

/** The administrator may write everywhere; what permissions forbid shows only to somebody else. */
async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('an engine that fails', () => {
  it.each(['', '.keys'])(
    'because another process is writing for too long (register%s) says unavailable, and works again afterwards',
    async (suffix) => {
      const file = await filled();
      const register = await opened(file, { busyMilliseconds: 50 });
      const other = new DatabaseSync(`${file}${suffix}`);
      other.exec('BEGIN IMMEDIATE');
      const failure = await failureOf(() => register.append(adding('c-1', 2)));
      expect(failure).toBeInstanceOf(RegisterUnavailable);
      expect((failure as RegisterUnavailable).cause).toMatchObject({ errcode: 5 });
      expect(await register.read(caseId('c-1'))).toMatchObject({ version: 2 });
      other.exec('ROLLBACK');
      other.close();
      expect(await register.append(adding('c-1', 2))).toEqual({ outcome: 'appended', version: 3 });
      expect(await register.read(caseId('c-1'))).toMatchObject({ version: 3 });
      await register.close();
    },
  );

  it('because the disk is full says unavailable; nothing acknowledged is lost, and it works again afterwards', async () => {
    const file = path('register.db');
    // A limit on the size of files stands for the full disk: the same write fails at the same place of the engine.
    const limited = ['-c', 'ulimit -f 3000; exec "$0" "$@"', process.execPath, registerChild];
    const { stdout, status } = spawnSync('sh', [...limited, 'append', file], { encoding: 'utf8' });
    const lines = stdout.trim().split('\n');
    expect(status).toBe(0);
    expect(lines.at(-1)).toBe('unavailable');
    expect(lines.length).toBeGreaterThan(10);

    const register = await opened(file);
    const heads = await register.list({ limit: 10_000 });
    expect(heads.reduce((sum, { version }) => sum + version, 0)).toBe(lines.length - 1);
    for (const head of heads) expect(await register.read(head.caseId)).toMatchObject({ version: head.version });
    const ordinal = await register.nextOrdinal('DP', 2026);
    expect(await register.append(opening('after', { ordinal }))).toEqual({ outcome: 'appended', version: 1 });
    await register.close();
  });

  it.for([
    ['entries', 'register.db'],
    ['keys', 'register.db.keys'],
  ] as const)(
    'because a genuine disk with the %s is full says so, loses nothing, and goes on once there is room',
    async ([, name], context) => {
      const disk = smallDisk(path('disk'));
      context.skip(disk === undefined, 'skipped: a small disk can be made by the administrator of a Linux machine alone');
      if (disk === undefined) return;
      symlinkSync(join(disk.folder, name), path(name));
      const register = await opened(path('register.db'));
      try {
        disk.fill(700_000);
        const acknowledged: string[] = [];
        const failure = await failureOf(async () => {
          for (let ordinal = 1; ordinal < 5000; ordinal += 1) {
            await register.append(opening(`c-${ordinal}`, { ordinal }));
            acknowledged.push(`c-${ordinal}`);
          }
        });
        expect(failure).toBeInstanceOf(RegisterUnavailable);
        expect(acknowledged.length).toBeGreaterThan(5);
        for (const each of acknowledged) expect(await register.read(caseId(each))).toMatchObject({ version: 1 });
        disk.clear();
        const ordinal = await register.nextOrdinal('DP', 2026);
        expect(ordinal).toBe(acknowledged.length + 1);
        expect(await register.append(opening(`c-${ordinal}`, { ordinal }))).toMatchObject({ outcome: 'appended' });
      } finally {
        await register.close();
        disk.remove();
      }
    },
  );

  it('leaves nothing of a write that failed half-way', async () => {
    const file = await filled();
    tamper(file, `CREATE TRIGGER full BEFORE INSERT ON name BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    const register = await opened(file);
    const request = opening('c-3', { ordinal: 3, inboundIds: ['m-9'] });
    await expect(register.append(request)).rejects.toBeInstanceOf(RegisterUnavailable);
    expect(await register.read(caseId('c-3'))).toBeUndefined();
    expect(await register.head(caseId('c-3'))).toBeUndefined();
    expect(await register.nextOrdinal('DP', 2026)).toBe(3);
    tamper(file, 'DROP TRIGGER full');
    expect(await register.append(request)).toEqual({ outcome: 'appended', version: 1 });
    await register.close();
  });

  it('tells nothing of the content', async () => {
    const file = await filled();
    const register = await opened(file);
    await register.close();
    const failure = await failureOf(() => register.append(opening('c-9', { ordinal: 3 })));
    expect(failure).toBeInstanceOf(RegisterUnavailable);
    expect(JSON.stringify([String(failure), String((failure as Error).cause)])).not.toMatch(/USB|Ähnlich/);
  });
});
