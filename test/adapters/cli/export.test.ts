import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { userInfo } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../adapters/cli/commandLine.ts';
import type { CommandWorld } from '../../../adapters/cli/commandWorld.ts';
import { readExportOptions } from '../../../adapters/cli/exportOptions.ts';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import type { Register } from '../../../src/ports.ts';
import { ada, adding, hoursAfterNine, nine, opening } from '../../contracts/sampleWrites.ts';
import { temporaryFolder } from '../../stores/sqlite/temporaryFolder.ts';

const path = temporaryFolder();
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

const exported = (name: string, ...args: readonly string[]) => asked(['export', '--out', path(name), ...args]);
const verified = (name: string, ...args: readonly string[]) => asked(['verify', path(name), ...args]);
const opened = (): Promise<Register> => openEmbeddedRegister(path('data/register.sqlite'), { ids: { next: () => randomUUID() } });

const hostile = `=HYPERLINK("http://x";"y")\n+1\r@SUM(A1) <b>&amp;]]></b> "; ' \u202eoben\u0000 \ud800 ${'ä'.repeat(10_000)}`;

async function filled(): Promise<void> {
  const register = await opened();
  for (const [index, name] of ['c-1', 'c-2', 'c-3'].entries()) {
    await register.append(opening(name, { ordinal: index + 1, at: hoursAfterNine(24 * index) }));
  }
  const added = { type: 'ReportAdded', at: nine, by: ada, text: hostile, authorName: '=1+1' } as const;
  await register.append(adding('c-1', 1, { events: [added] }));
  await register.recordLook({ caseId: caseId('c-1'), by: ada, at: nine, what: 'openCase', allowed: true });
  await register.anchorHeads(hoursAfterNine(72));
  await register.close();
}

describe('fristwacht export', () => {
  it('writes lines that verify finds whole, with the checker beside them, for the owner alone', async () => {
    await filled();
    const { code, out } = await asked(['export', '--out', path('all.jsonl')], { LANG: 'de_DE.UTF-8' });
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('fristwacht verify') });
    expect(readdirSync(path('')).toSorted()).toEqual(['all.jsonl', 'checkExport.mjs', 'data']);
    expect(statSync(path('all.jsonl')).mode & 0o777).toBe(0o600);
    expect(await verified('all.jsonl')).toMatchObject({ code: 0, out: expect.stringContaining('the whole register') });
  });

  it('records who exported what, before anything goes out', async () => {
    await filled();
    await exported('one.jsonl', '--case', 'dp-2026-1', '--leave-out', 'text');
    const register = await opened();
    const looks = await register.looksAt(caseId('c-1'));
    await register.close();
    const by = `operator:${userInfo().username}`;
    const what = 'export case=DP-2026-0001 format=jsonl leave-out=text';
    expect(looks.at(-1)).toMatchObject({ by, what, allowed: true, at: '2026-12-01T08:00:00.000Z' });
    expect(readFileSync(path('one.jsonl'), 'utf8')).toContain(what);
  });

  it('of a case that does not exist is refused, and the attempt recorded', async () => {
    await filled();
    expect(await exported('none.jsonl', '--case', 'DP-2026-0009')).toMatchObject({
      code: 1,
      error: expect.stringContaining('DP-2026-0009'),
    });
    expect(existsSync(path('none.jsonl'))).toBe(false);
    const register = await opened();
    const looks = await register.openedEntries('looks/register');
    await register.close();
    expect(looks).toHaveLength(1);
    expect(looks[0]?.clear).toContain('"look":{"allowed":false}');
    expect(JSON.stringify(looks)).toContain('export case=DP-2026-0009 format=jsonl');
  });

  it('writes over nothing, also not over the lines beside a table', async () => {
    await filled();
    writeFileSync(path('x.jsonl'), 'mine');
    for (const args of [
      ['--format', 'csv', '--out', path('x.csv')],
      ['--out', path('x.jsonl')],
    ]) {
      expect(await asked(['export', ...args])).toMatchObject({ code: 1, error: expect.stringContaining('is there already') });
    }
    expect(readFileSync(path('x.jsonl'), 'utf8')).toBe('mine');
    expect(existsSync(path('x.csv'))).toBe(false);
  });

  it('where it cannot write leaves nothing half-written', async () => {
    await filled();
    mkdirSync(path('checkExport.mjs'));
    await expect(exported('x.jsonl')).resolves.toMatchObject({ code: 1 });
    expect(existsSync(path('x.jsonl'))).toBe(false);
  });

  it('of days takes the cases reported on them, where the organisation is', async () => {
    await filled();
    await exported('day.jsonl', '--from', '2026-03-28', '--to', '2026-03-28');
    const text = readFileSync(path('day.jsonl'), 'utf8');
    expect([1, 2, 3].filter((ordinal) => text.includes(`number:DP-2026-000${ordinal}`))).toEqual([2]);
    expect(await verified('day.jsonl')).toMatchObject({ code: 0, out: expect.stringContaining('2026-03-28') });
  });

  it('names a case that cannot be read, exports it as it is, and says so by the exit code; verify names the entry', async () => {
    await filled();
    const database = new DatabaseSync(path('data/register.sqlite'));
    for (const { name } of database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) {
      database.exec(`DROP TRIGGER "${String(name)}"`);
    }
    database.exec(
      'UPDATE entry SET clear = replace(clear, \'"language":"de"\', \'"language":"en"\') WHERE stream = \'case/c-2\'',
    );
    database.close();
    const { code, error } = await exported('all.csv', '--format', 'csv');
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('DP-2026-0002') });
    const check = await verified('all.jsonl');
    expect(check).toMatchObject({ code: 1, out: expect.stringMatching(/^Not whole\.\nDP-2026-0002 \(case\/c-2\), entry 1,/) });
    expect(readFileSync(path('all.csv'), 'utf8')).toContain('DP-2026-0003');
  });

  it('while another process appends is whole, every time', async () => {
    await filled();
    const child = spawn(process.execPath, [registerChild, 'append', path('data/register.sqlite')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    await once(lines, 'line');
    const register = await opened();
    for (let count = 0; count < 3; count += 1) {
      await register.anchorHeads(hoursAfterNine(100 + count));
      expect((await exported(`${count}.jsonl`)).code).toBe(0);
      expect(await verified(`${count}.jsonl`)).toMatchObject({ code: 0 });
    }
    await register.close();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const sizes = [0, 1, 2].map((count) => statSync(path(`${count}.jsonl`)).size);
    expect(sizes[2]).toBeGreaterThan(sizes[0]!);
  }, 60_000);

  it.each([
    [['export'], {}, 1, 'There is no register'],
    [['export'], { LANG: 'de_DE' }, 1, 'Es gibt kein Register'],
    [['export', '--all'], {}, 2, '--all'],
    [['export', '--format', 'pdf'], {}, 2, 'pdf'],
    [['export', '--case', 'seven'], {}, 2, 'seven'],
    [['export', '--from', '2026-02-30'], {}, 2, '2026-02-30'],
    [['export', '--from', '2026-03-02', '--to', '2026-03-01'], {}, 2, 'before the beginning'],
    [['export', '--case', 'DP-2026-0001', '--to', '2026-03-01'], {}, 2, 'either'],
    [['export', '--leave-out', 'texts'], {}, 2, 'texts'],
    [['export', '--leave-out', ''], {}, 2, 'There is no field'],
    [['export', '--out', 'x.txt'], {}, 2, '.jsonl'],
    [['verify'], {}, 2, 'Usage'],
    [['verify', 'nowhere.jsonl'], { LANG: 'de_DE' }, 2, 'lässt sich nicht lesen'],
  ])('refuses %j under %j with %i, and says why', async (args, env, expected, why) => {
    const { code, error } = await asked(args, env);
    expect({ code, error }).toEqual({ code: expected, error: expect.stringContaining(why) });
  });

  it('explains itself in both languages', async () => {
    expect(await asked(['export', '--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Nothing is written over') });
    expect(await asked(['export', '-h'], { LANG: 'de' })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Überschrieben wird nichts'),
    });
  });
});

describe('what is left out', () => {
  it('names persons or everything by one word', () => {
    expect(readExportOptions(['--leave-out', 'persons,text'])).toMatchObject({
      leaveOut: ['authorName', 'by', 'decidedBy', 'owner', 'person', 'reporter', 'reporterName', 'source.informant', 'text'],
    });
  });

  it('of all content leaves no text in any format, and stays checkable', async () => {
    await filled();
    for (const format of ['jsonl', 'csv', 'json']) {
      await exported(`bare-${format}.${format}`, '--format', format, '--leave-out', 'all');
      const text = readFileSync(path(`bare-${format}.${format}`), 'utf8');
      const contents = ['Ähnlich', 'USB-Stick', 'HYPERLINK', '"ada"', '\\"ada\\"', 'operator:'];
      expect(contents.filter((content) => text.includes(content))).toEqual([]);
      expect(await verified(`bare-${format}.${format}`)).toMatchObject({ code: 0, out: expect.stringContaining('Left out: ') });
    }
  });
});

describe('a table', () => {
  it('as csv opens in a spreadsheet as text, whatever people wrote', async () => {
    await filled();
    await exported('table.csv', '--format', 'csv');
    const text = readFileSync(path('table.csv'), 'utf8');
    expect(text.startsWith('\ufeff"Number";"Entry";')).toBe(true);
    const rows = rowsOf(text);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([9]));
    expect(rows.flat().filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(text).not.toMatch(/[\u0000\u202e]|[^\r]\n/);
    const added = rows.find((row) => row[3] === 'Report added to');
    expect(added?.[6]).toContain('ä'.repeat(10_000));
    expect(added?.[6]).toContain('written by: =1+1');
    expect(added?.[2]).toBe('2026-03-27 10:00 (UTC+1)');
  });

  it('as xlsx is a workbook without a formula, in which the same stands', async () => {
    await filled();
    await exported('table.xlsx', '--format', 'xlsx');
    const files = unzipped(readFileSync(path('table.xlsx')));
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    const texts = `${sheet}${files.get('xl/sharedStrings.xml') ?? ''}`;
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(texts).toContain('ä'.repeat(10_000));
    expect(texts).toContain('&lt;b&gt;&amp;amp;]]&gt;&lt;/b&gt;');
    expect(texts).not.toMatch(/[\u0000\u202e]/);
  });

  it.each(['csv', 'xlsx'])('as %s is checked by the lines beside it', async (format) => {
    await filled();
    await exported(`table.${format}`, '--format', format);
    for (const name of [`table.${format}`, 'table.jsonl']) {
      expect(await verified(name)).toMatchObject({ code: 0, out: expect.stringContaining(`Also checked: table.${format}.`) });
    }
    const bytes = readFileSync(path(`table.${format}`));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path(`table.${format}`), bytes);
    for (const name of [`table.${format}`, 'table.jsonl']) {
      expect(await verified(name)).toMatchObject({ code: 1, out: expect.stringContaining('The table is not the one') });
    }
  });

  it('shows what was erased and what was left out as such', async () => {
    await filled();
    const register = await opened();
    const erasure = { type: 'TextErased', at: nine, by: ada, sequence: 2, part: '0/text', reasons: 'Irrtum' } as const;
    await register.append(adding('c-1', 2, { events: [erasure] }));
    await register.close();
    await asked(['export', '--format', 'csv', '--out', path('table.csv'), '--leave-out', 'authorName'], { LANG: 'de_DE' });
    const row = rowsOf(readFileSync(path('table.csv'), 'utf8')).find((cells) => cells[3] === 'Meldung ergänzt');
    expect(row?.[6]).toBe('Verfasst von: [weggelassen] ⏎ Text: [gelöscht]');
  });

  /** The cells of a csv text, read as RFC 4180 says. */
  function rowsOf(text: string): string[][] {
    return text
      .slice(1)
      .split('\r\n')
      .slice(0, -1)
      .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:;|$)/g)].map(([, cell = '']) => cell.replaceAll('""', '"')));
  }

  /** The files in a zip archive, by its central directory. */
  function unzipped(bytes: Buffer): Map<string, string> {
    const files = new Map<string, string>();
    for (let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006') + 16); bytes.readUInt32LE(at) === 0x02014b50; ) {
      const [method, size, nameLength] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
      const [more, local] = [bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const content = bytes.subarray(from, from + size);
      files.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
      at += 46 + nameLength + more;
    }
    return files;
  }
});
