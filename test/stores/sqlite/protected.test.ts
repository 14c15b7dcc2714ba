import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../adapters/stores/sqlite/openDatabase.ts';
import { openSqliteRegister } from '../../../adapters/stores/sqlite/openSqliteRegister.ts';
import { RegisterRefused } from '../../../adapters/stores/sqlite/registerRefused.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import { RegisterUnavailable } from '../../../src/ports.ts';
import { CaseUnreadable } from '../../../src/register/caseUnreadable.ts';
import { verifyChain } from '../../../src/register/verifyChain.ts';
import { ada, adding, nine, openCases, opening } from '../../contracts/sampleWrites.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const path = temporaryFolder();
const registerChild = fileURLToPath(new URL('registerChild.ts', import.meta.url));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

/** A register with two cases, closed again. */
async function filled(): Promise<string> {
  const file = path('register.db');
  const register = openSqliteRegister(file);
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

function refusal(open: () => unknown): RegisterRefused {
  try {
    open();
  } catch (error) {
    if (error instanceof RegisterRefused) return error;
    throw error;
  }
  return expect.unreachable('was opened');
}

describe('the file of the register', () => {
  it('is made with its folder, for the owner alone', async () => {
    const file = path('data/deep/register.db');
    const register = openSqliteRegister(file);
    await register.append(opening('c-1'));
    expect(modeOf(dirname(file))).toBe('700');
    expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(['600', '600', '600']);
    await register.close();
  });

  it('is closed to others again where it came with wider permissions', async () => {
    const file = await filled();
    chmodSync(file, 0o644);
    await openSqliteRegister(file).close();
    expect(modeOf(file)).toBe('600');
  });

  it('is opened so that an answer waits for the disk, and a writer for another one', () => {
    const database = openDatabase(path('register.db'), 1234);
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'busy_timeout'];
    const read = settings.map((name) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
    expect(read).toEqual(['wal', 2, 1, 0, 1234]);
    database.close();
  });
});

describe('what was entered stays', () => {
  it.each([
    ['UPDATE entry SET content = content'],
    ['DELETE FROM entry'],
    [`INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE case_id = 'c-1' AND sequence = 1`],
    [
      `INSERT OR REPLACE INTO entry SELECT 'c-2', 2, command_id, at, actor, content, (SELECT hash FROM entry WHERE case_id = 'c-2'), 'x' FROM entry WHERE case_id = 'c-1' AND sequence = 1`,
    ],
    [`INSERT INTO entry SELECT 'c-2', 3, 'new', at, actor, content, hash, 'x' FROM entry WHERE case_id = 'c-2'`],
    [`INSERT INTO entry SELECT 'c-2', 2, 'new', at, actor, content, 'not the hash before', 'x' FROM entry WHERE case_id = 'c-2'`],
    [`UPDATE inbound SET case_id = 'c-2'`],
    ['DELETE FROM inbound'],
    ['INSERT OR REPLACE INTO inbound SELECT * FROM inbound'],
    ['UPDATE look SET allowed = 0'],
    ['DELETE FROM look'],
    ['INSERT OR REPLACE INTO look SELECT * FROM look'],
    ['DELETE FROM case_head'],
    [`UPDATE case_head SET number = 'DP-2026-0009' WHERE case_id = 'c-1'`],
    ['UPDATE case_head SET version = 1'],
    ['UPDATE case_head SET fence = -1'],
    ['INSERT OR REPLACE INTO case_head SELECT * FROM case_head'],
    [
      `INSERT INTO case_head SELECT 'c-9', series, year, 9, 'DP-2026-0009', status, reporter, opened_at, 1, NULL, '', 0, 0 FROM case_head LIMIT 1`,
    ],
  ])('%s is refused', async (statement) => {
    const file = await filled();
    const before = new DatabaseSync(file).prepare('SELECT * FROM entry').all();
    expect(() => tamper(file, statement)).toThrow(/only grows|does not follow|no gaps/);
    expect(new DatabaseSync(file).prepare('SELECT * FROM entry').all()).toEqual(before);
  });
});

describe('an entry that somebody changed all the same', () => {
  const changes = [
    ['its content', `content = replace(content, 'USB-Stick', 'Ordner')`],
    ['its time', `at = '2026-03-26T09:00:00.000Z'`],
    ['who wrote it', `actor = 'eva'`],
    ['its hash', `hash = '0'`],
  ] as const;

  it.each(changes)('is found when it was %s, and named', async (_, change) => {
    const file = await filled();
    tamper(file, 'DROP TRIGGER entry_keeps', `UPDATE entry SET ${change} WHERE case_id = 'c-1' AND sequence = 1`);
    const register = openSqliteRegister(file);
    const { entries } = (await register.read(caseId('c-1')))!;
    expect(verifyChain(entries, sha256)).toEqual({ intact: false, sequence: 1, because: 'hash' });
    const untouched = (await register.read(caseId('c-2')))!;
    expect(verifyChain(untouched.entries, sha256)).toMatchObject({ intact: true });
    await register.close();
  });

  it('and cannot be read any more stops nobody else, and is not quoted', async () => {
    const file = await filled();
    tamper(file, 'DROP TRIGGER entry_keeps', `UPDATE entry SET content = substr(content, 1, 120) WHERE case_id = 'c-1'`);
    const register = openSqliteRegister(file);
    const failure: unknown = await register.read(caseId('c-1')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CaseUnreadable);
    expect(failure).toMatchObject({ message: 'The case c-1 cannot be read by this version.' });
    expect((failure as CaseUnreadable).cause).toBeUndefined();
    expect(await register.read(caseId('c-2'))).toMatchObject({ version: 1 });
    expect(await register.list({ limit: 9 })).toHaveLength(2);
    await register.close();
  });
});

describe('a file that is not opened', () => {
  it('was written by a newer version, and stays as it is', async () => {
    const file = await filled();
    tamper(file, 'PRAGMA user_version = 2', 'PRAGMA wal_checkpoint(TRUNCATE)');
    const before = readFileSync(file);
    const refused = refusal(() => openSqliteRegister(file));
    expect(refused.reason).toBe('newerVersion');
    expect(refused.text.de).toContain('neueren Version');
    expect(refused.message).toContain(file);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('belongs to another program, and stays as it is', () => {
    const file = path('notes.db');
    tamper(file, 'CREATE TABLE note (text TEXT)');
    const before = readFileSync(file);
    expect(refusal(() => openSqliteRegister(file)).reason).toBe('notARegister');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is no database at all', () => {
    const file = path('letter.txt');
    writeFileSync(file, 'Sehr geehrte Damen und Herren, '.repeat(100));
    expect(refusal(() => openSqliteRegister(file)).reason).toBe('notARegister');
    expect(readFileSync(file, 'utf8')).toMatch(/^Sehr geehrte/);
  });

  it('is damaged', async () => {
    const file = await filled();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 100, 4096));
    expect(refusal(() => openSqliteRegister(file)).reason).toBe('damaged');
  });

  it('may not be written to', async () => {
    const file = await filled();
    chmodSync(dirname(file), 0o755);
    chmodSync(file, 0o444);
    expect(asNobody(() => refusal(() => openSqliteRegister(file))).reason).toBe('notWritable');
    chmodSync(file, 0o644);
    await openSqliteRegister(file).close();
  });

  it('lies in a folder that may not be written to', async () => {
    const file = await filled();
    chmodSync(file, 0o666);
    chmodSync(dirname(file), 0o555);
    const refused = asNobody(() => refusal(() => openSqliteRegister(file)));
    chmodSync(dirname(file), 0o755);
    expect(refused.reason).toBe('notWritable');
  });

  it('is a folder', () => {
    mkdirSync(path('register.db'));
    expect(refusal(() => openSqliteRegister(path('register.db'))).reason).toBe('notWritable');
  });

  it('never has the refusal in one language only', () => {
    for (const reason of ['newerVersion', 'notARegister', 'damaged', 'notWritable', 'noLocalDisk'] as const) {
      const { text } = new RegisterRefused(reason, 'register.db');
      expect(text.de).toMatch(/^(Das Register|Die Datei|In das Register) register\.db .*\.$/u);
      expect(text.en).toMatch(/^The (register|file) register\.db .*\.$/u);
    }
  });
});

/** The administrator may write everywhere; what permissions forbid shows only to somebody else. */
function asNobody<Result>(work: () => Result): Result {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('an engine that fails', () => {
  it('because another process is writing for too long says unavailable, and works again afterwards', async () => {
    const file = await filled();
    const register = openSqliteRegister(file, 50);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const failure: unknown = await register.append(adding('c-1', 2)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RegisterUnavailable);
    expect((failure as RegisterUnavailable).cause).toMatchObject({ errcode: 5 });
    expect(await register.read(caseId('c-1'))).toMatchObject({ version: 2 });
    other.exec('ROLLBACK');
    other.close();
    expect(await register.append(adding('c-1', 2))).toEqual({ outcome: 'appended', version: 3 });
    await register.close();
  });

  it('because the disk is full says unavailable; nothing acknowledged is lost, and it works again afterwards', async () => {
    const file = path('register.db');
    // A limit on the size of files stands for the full disk: the same write fails at the same place of the engine.
    const limited = ['-c', 'ulimit -f 3000; exec "$0" "$@"', process.execPath, registerChild];
    const { stdout, status } = spawnSync('sh', [...limited, 'append', file], { encoding: 'utf8' });
    const lines = stdout.trim().split('\n');
    expect(status).toBe(0);
    expect(lines.at(-1)).toBe('unavailable');
    expect(lines.length).toBeGreaterThan(10);

    const register = openSqliteRegister(file);
    const entries = (await register.list({ limit: 10_000 })).reduce((sum, { version }) => sum + version, 0);
    expect(entries).toBe(lines.length - 1);
    const ordinal = await register.nextOrdinal('DP', 2026);
    expect(await register.append(opening('after', { ordinal }))).toEqual({ outcome: 'appended', version: 1 });
    await register.close();
  });

  it('leaves nothing of a write that failed half-way', async () => {
    const file = await filled();
    tamper(file, `CREATE TRIGGER full BEFORE INSERT ON inbound BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    const register = openSqliteRegister(file);
    const request = opening('c-3', { ordinal: 3, inboundIds: ['m-9'] });
    await expect(register.append(request)).rejects.toBeInstanceOf(RegisterUnavailable);
    expect(await register.read(caseId('c-3'))).toBeUndefined();
    expect(await register.nextOrdinal('DP', 2026)).toBe(3);
    tamper(file, 'DROP TRIGGER full');
    expect(await register.append(request)).toEqual({ outcome: 'appended', version: 1 });
    await register.close();
  });

  it('does not hide a mistake of the caller behind unavailable', async () => {
    const register = openSqliteRegister(path('register.db'));
    const { number: _, ...withoutNumber } = opening('c-1');
    await expect(register.append(withoutNumber)).rejects.toBeInstanceOf(RangeError);
    await expect(register.append({ ...adding('c-1', 0), number: opening('c-1').number! })).rejects.toBeInstanceOf(RangeError);
    expect(await register.list({ limit: 9 })).toEqual([]);
    await register.close();
  });

  it('tells nothing of the content', async () => {
    const file = await filled();
    const register = openSqliteRegister(file);
    await register.close();
    const failure: unknown = await register.append(opening('c-9', { ordinal: 3 })).catch((error: unknown) => error);
    expect(JSON.stringify([String(failure), String((failure as Error).cause)])).not.toMatch(/USB|Ähnlich/);
  });
});
