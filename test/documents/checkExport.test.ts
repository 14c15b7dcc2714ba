import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkExport, type ExportFault, runChecker } from '../../adapters/documents/checkExport.mjs';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import { caseId, caseNumber } from '../../src/breach/identifiers.ts';
import { canonicalJson } from '../../src/register/canonicalJson.ts';
import { adding, opening } from '../contracts/sampleWrites.ts';
import { recordVectors } from '../documentation/recordVectors.ts';
import { temporaryFolder } from '../stores/sqlite/temporaryFolder.ts';
import { sampleRegister, writeExport, writeForged } from './sampleExport.ts';

const path = temporaryFolder();
const { sha256 } = nodeCryptography;
const checker = fileURLToPath(new URL('../../adapters/documents/checkExport.mjs', import.meta.url));

const linesOf = (name: string): string[] => readFileSync(path(name), 'utf8').trimEnd().split('\n');
const faultsOf = (name: string, heads: Parameters<typeof checkExport>[1] = []): readonly ExportFault[] =>
  checkExport(path(name), heads).faults;
const of = (stream: string, sequence: number) => (line: string) =>
  line.includes(`"sequence":${sequence},"stream":"${stream}"}`) && line.startsWith('{"clear"');
const ofStream = (stream: string) => (line: string) => line.endsWith(`"stream":"${stream}"}`);

/** The lines of a sample export, changed, under a new end and a new digest. */
async function forged(change: (lines: string[]) => string[]): Promise<readonly ExportFault[]> {
  await writeExport(await sampleRegister(), path('whole.jsonl'));
  writeForged(path('forged.jsonl'), change(linesOf('whole.jsonl')), sha256);
  return faultsOf('forged.jsonl');
}

function said(...args: readonly string[]) {
  let out = '';
  let error = '';
  const world = { write: (text: string) => void (out += text), writeError: (text: string) => void (error += text) };
  return { code: runChecker(args, { language: 'de', ...world }), out, error };
}

describe('a whole export', () => {
  it.each(['jsonl', 'json'] as const)('as %s is found whole, with what was erased counted', async (format) => {
    await writeExport(await sampleRegister(), path('whole'), { format });
    const { faults, entries, parts } = checkExport(path('whole'));
    expect({ faults, entries, parts }).toEqual({
      faults: [],
      entries: 9,
      parts: { erased: 1, withheld: 0, unexplained: 0 },
    });
  });

  it('as a document is JSON, and says the same as the lines', async () => {
    const register = await sampleRegister();
    await writeExport(register, path('document.json'), { format: 'json' });
    await writeExport(register, path('lines.jsonl'));
    const document: unknown = JSON.parse(readFileSync(path('document.json'), 'utf8'));
    expect(document).toEqual(linesOf('lines.jsonl').map((line) => JSON.parse(line) as unknown));
  });

  it('that was made again after more was written holds what was written', async () => {
    const register = await sampleRegister();
    await register.append(opening('c-4', { ordinal: 4 }));
    await register.append(adding('c-4', 1));
    await writeExport(register, path('whole.jsonl'));
    expect(faultsOf('whole.jsonl')).toEqual([]);
  });
});

describe('every byte counts', () => {
  it.each(['jsonl', 'json'] as const)(
    'of a small export as %s, whichever one is flipped',
    async (format) => {
      const number = caseNumber('DP', 2026, 3);
      await writeExport(await sampleRegister(), path('small'), { format, only: { name: 'c-3', number } });
      const bytes = readFileSync(path('small'));
      expect(faultsOf('small')).toEqual([]);
      const unnoticed: number[] = [];
      for (const place of bytes.keys()) {
        const changed = Buffer.from(bytes);
        changed[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
        writeFileSync(path('changed'), changed);
        if (faultsOf('changed').length === 0) unnoticed.push(place);
      }
      expect(bytes.length).toBeGreaterThan(2000);
      expect(unnoticed).toEqual([]);
    },
    120_000,
  );

  it('of a large one, sampled, also where it was taken away', async () => {
    const register = await sampleRegister();
    for (let version = 2; version < 60; version += 1) await register.append(adding('c-2', version));
    await writeExport(register, path('large.jsonl'));
    const bytes = readFileSync(path('large.jsonl'));
    const step = 397;
    for (let place = 0; place < bytes.length; place += step) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
      for (const changed of [flipped, Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)])]) {
        writeFileSync(path('changed'), changed);
        expect(faultsOf('changed'), `byte ${place}`).not.toEqual([]);
      }
    }
    expect(bytes.length).toBeGreaterThan(50_000);
  }, 60_000);

  it('also of an opened text, which names the entry it stands in', async () => {
    await writeExport(await sampleRegister(), path('whole.jsonl'));
    writeFileSync(path('changed'), readFileSync(path('whole.jsonl'), 'utf8').replace('Nachtrag 1', 'Nachtrag 9'));
    expect(faultsOf('changed')[0]).toMatchObject({ because: 'part', stream: 'case/c-2', sequence: 2, number: 'DP-2026-0002' });
  });

  it.each([
    ['nothing at all', ''],
    ['a line feed', '\n'],
    ['something else', 'Lieferschein Nr. 7\n'],
    ['an empty list', '[]\n'],
    ['no JSON', '{"fristwachtExport":1\n'],
    ['much nesting', `${'['.repeat(100_000)}\n`],
  ])('%s is no export', (_, text) => {
    writeFileSync(path('other'), text);
    expect(faultsOf('other')).not.toEqual([]);
  });
});

describe('what somebody took away, and left the end as it was', () => {
  const without = async (gone: (line: string) => boolean): Promise<readonly ExportFault[]> => {
    await writeExport(await sampleRegister(), path('whole.jsonl'));
    const left = linesOf('whole.jsonl').filter((line) => !gone(line));
    writeFileSync(path('changed'), `${left.join('\n')}\n`);
    return faultsOf('changed');
  };

  it('the last entry of a case', async () => {
    const faults = await without(of('case/c-2', 2));
    expect(faults[0]).toMatchObject({ because: 'end', stream: 'case/c-2', sequence: 2, number: 'DP-2026-0002' });
    expect(faults.map(({ because }) => because)).toEqual(['end', 'count', 'digest']);
  });

  it('a whole case', async () => {
    expect((await without(ofStream('case/c-3')))[0]).toMatchObject({ because: 'end', stream: 'case/c-3', sequence: 1 });
  });

  it('everything from any line on', async () => {
    await writeExport(await sampleRegister(), path('whole.jsonl'));
    const lines = linesOf('whole.jsonl');
    for (const count of lines.keys()) {
      writeFileSync(
        path('changed'),
        lines
          .slice(0, count)
          .map((line) => `${line}\n`)
          .join(''),
      );
      expect(faultsOf('changed'), `${count} lines`).not.toEqual([]);
    }
  });

  it('what was put behind the end is found as well', async () => {
    await writeExport(await sampleRegister(), path('whole.jsonl'));
    const lines = linesOf('whole.jsonl');
    const put = lines.with(-1, lines[1]!);
    const before = put.map((line) => `${line}\n`).join('');
    writeFileSync(path('changed'), `${before}${JSON.stringify({ sha256: sha256(before) })}\n`);
    expect(faultsOf('changed')).toEqual([expect.objectContaining({ because: 'after' })]);
  });
});

describe('what somebody took away, who wrote end and digest anew', () => {
  it('an entry in the middle', async () => {
    const faults = await forged((lines) => lines.filter((line) => !of('case/c-1', 2)(line)));
    expect(faults[0]).toMatchObject({ because: 'order', stream: 'case/c-1', sequence: 2 });
  });

  it('the last entry of a case, which a daily entry names', async () => {
    const faults = await forged((lines) => lines.filter((line) => !of('case/c-1', 3)(line)));
    expect(faults).toEqual([
      expect.objectContaining({ because: 'lost', stream: 'case/c-1', sequence: 3, number: 'DP-2026-0001' }),
    ]);
  });

  it('a whole case', async () => {
    const faults = await forged((lines) => lines.filter((line) => !ofStream('case/c-2')(line)));
    expect(faults).toContainEqual(expect.objectContaining({ because: 'lost', stream: 'case/c-2', sequence: 1 }));
    expect(faults).toContainEqual(expect.objectContaining({ because: 'gap', number: 'DP-2026-0002' }));
  });

  it('a whole case together with all daily entries, because its number is missing', async () => {
    const gone = (line: string): boolean => ofStream('case/c-2')(line) || ofStream('register')(line);
    expect(await forged((lines) => lines.filter((line) => !gone(line)))).toEqual([{ because: 'gap', number: 'DP-2026-0002' }]);
  });

  it('the record of who looked', async () => {
    const faults = await forged((lines) => lines.filter((line) => !ofStream('looks/c-1')(line)));
    expect(faults).toEqual([expect.objectContaining({ because: 'lost', stream: 'looks/c-1', sequence: 1 })]);
  });

  it('an entry after the last daily entry shows by nothing but a witness', async () => {
    const register = await sampleRegister();
    const { hash } = (await register.head(caseId('c-2')))!;
    await writeExport(register, path('whole.jsonl'));
    const without = linesOf('whole.jsonl').filter((line) => !of('case/c-2', 2)(line));
    writeForged(path('forged.jsonl'), without, sha256);
    expect(faultsOf('forged.jsonl')).toEqual([]);
    const head = { number: 'DP-2026-0002', hash };
    expect(faultsOf('forged.jsonl', [head])).toEqual([expect.objectContaining({ because: 'witness', number: 'DP-2026-0002' })]);
    expect(faultsOf('whole.jsonl', [head, { ...head, hash: hash.slice(0, 32) }])).toEqual([]);
  });
});

describe('what somebody changed, who wrote end and digest anew', () => {
  it('two entries in turned order', async () => {
    const faults = await forged((lines) => {
      const [two, three] = [lines.findIndex(of('case/c-1', 2)), lines.findIndex(of('case/c-1', 3))];
      return lines.with(two, lines[three]!).with(three, lines[two]!);
    });
    expect(faults[0]).toMatchObject({ because: 'order', stream: 'case/c-1', sequence: 2 });
  });

  it('an entry that stands there twice', async () => {
    const faults = await forged((lines) => lines.flatMap((line) => (of('case/c-1', 1)(line) ? [line, line] : [line])));
    expect(faults[0]).toMatchObject({ because: 'order', stream: 'case/c-1', sequence: 2 });
  });

  it('a case written anew from its first entry on, hashes and all', async () => {
    const faults = await forged((lines) => lines.map((line) => (ofStream('case/c-3')(line) ? rewritten(line) : line)));
    expect(faults).toEqual([expect.objectContaining({ because: 'head', stream: 'case/c-3', sequence: 1 })]);
  });

  it('a part that the entry never named', async () => {
    const faults = await forged((lines) =>
      lines.map((line) => (of('case/c-3', 1)(line) ? line.replace('"parts":[', '"parts":[{"name":"0/note"},') : line)),
    );
    expect(faults).toEqual([expect.objectContaining({ because: 'part', stream: 'case/c-3', sequence: 1 })]);
  });

  it('the daily entries moved to the end, where they could no longer be held against what they name', async () => {
    const faults = await forged((lines) => [
      ...lines.filter((line) => !ofStream('register')(line)),
      ...lines.filter(ofStream('register')),
    ]);
    expect(faults[0]).toMatchObject({ because: 'order', stream: 'register' });
  });

  it('names that steer a program lead nowhere', async () => {
    const steering = '"parts":[{"name":"__proto__","opened":"x"},{"name":"constructor","opened":"x"},';
    const faults = await forged((lines) =>
      lines.map((line) => (of('case/c-3', 1)(line) ? line.replace('"parts":[', steering) : line)),
    );
    expect(faults).toEqual([expect.objectContaining({ because: 'part', stream: 'case/c-3', sequence: 1 })]);
    expect(Object.prototype).not.toHaveProperty('opened');
  });

  it('an entry rewritten under a daily entry of its own, against the one that was there', async () => {
    const faults = await forged((lines) => {
      const changed = lines.map((line) => (of('case/c-3', 1)(line) ? rewritten(line) : line));
      const [newEnd] = changed.filter(of('case/c-3', 1)).map((line) => JSON.parse(line) as { hash: string });
      const daily = lines.filter(ofStream('register')).map((line) => JSON.parse(line) as { clear: string; hash: string });
      const last = daily.at(-1)!;
      const sequence = daily.length + 1;
      const heads = [{ stream: 'case/c-3', sequence: 1, hash: newEnd!.hash }];
      const clear = canonicalJson({ ...(JSON.parse(last.clear) as object), heads, previous: last.hash, sequence });
      const further = canonicalJson({ clear, hash: sha256(clear), parts: [], sequence, stream: 'register' });
      const place = changed.findLastIndex(ofStream('register'));
      return changed.toSpliced(place + 1, 0, further);
    });
    expect(faults).toContainEqual(expect.objectContaining({ because: 'head', stream: 'case/c-3', sequence: 1 }));
  });

  /** The time of an entry changed, and its hash with it. */
  function rewritten(line: string): string {
    const entry = JSON.parse(line) as { clear: string; hash: string };
    const clear = entry.clear.replaceAll('2026-03-27T09', '2026-03-27T08');
    return JSON.stringify({ ...entry, clear, hash: sha256(clear) });
  }
});

describe('an extract', () => {
  it('of one case is checked against the daily entries as far as it goes', async () => {
    const number = caseNumber('DP', 2026, 1);
    await writeExport(await sampleRegister(), path('one.jsonl'), { only: { name: 'c-1', number } });
    expect(faultsOf('one.jsonl')).toEqual([]);
    writeForged(
      path('forged.jsonl'),
      linesOf('one.jsonl').filter((line) => !of('case/c-1', 3)(line)),
      sha256,
    );
    expect(faultsOf('forged.jsonl')).toEqual([expect.objectContaining({ because: 'lost', stream: 'case/c-1', sequence: 3 })]);
  });

  it('without some texts stays checkable, and says what was left out', async () => {
    await writeExport(await sampleRegister(), path('redacted.jsonl'), { leftOut: ['text', 'reporterName'] });
    const { faults, parts } = checkExport(path('redacted.jsonl'));
    expect(faults).toEqual([]);
    expect(parts).toEqual({ erased: 1, withheld: 7, unexplained: 0 });
    const text = readFileSync(path('redacted.jsonl'), 'utf8');
    expect(text).not.toContain('USB-Stick');
    expect(text).toContain('Ada Ähnlich');
    expect(said(path('redacted.jsonl')).out).toContain('Weggelassen: text, reporterName.');
  });

  it('in which a text is missing without a word is not whole, and the part is named', async () => {
    await writeExport(await sampleRegister(), path('whole.jsonl'));
    const without = linesOf('whole.jsonl').map((line) =>
      line.replace(/,"opened":"(?:[^"\\]|\\.)*Nachtrag 1(?:[^"\\]|\\.)*"/, ''),
    );
    writeForged(path('forged.jsonl'), without, sha256);
    expect(checkExport(path('forged.jsonl'))).toMatchObject({
      faults: [{ because: 'unexplained', stream: 'case/c-2', sequence: 2, part: '0/text', number: 'DP-2026-0002' }],
      parts: { unexplained: 1 },
    });
  });
});

describe('a case that is given as unreadable', () => {
  it('is no excuse for leaving it out', async () => {
    await writeExport(await sampleRegister(), path('whole.jsonl'));
    const left = linesOf('whole.jsonl').filter((line) => !ofStream('case/c-2')(line) && !ofStream('register')(line));
    writeForged(path('forged.jsonl'), left, sha256);
    const excused = readFileSync(path('forged.jsonl'), 'utf8').replace('"unreadable":[]', '"unreadable":["DP-2026-0002"]');
    const before = excused.slice(0, excused.lastIndexOf('{"sha256"'));
    writeFileSync(path('forged.jsonl'), `${before}${JSON.stringify({ sha256: sha256(before) })}\n`);
    expect(faultsOf('forged.jsonl')).toEqual([{ because: 'gap', number: 'DP-2026-0002' }]);
  });
});

describe('an entry taken over from the first version', () => {
  it('is held to the hash it had there', async () => {
    const { opened } = (await recordVectors()).format1;
    const { parts, clear, hash, sequence, stream } = opened;
    const line = (text: string) => JSON.stringify({ clear: text, hash: sha256(text), parts, sequence, stream });
    const heading = '{"exportedAt":"2026-03-28T09:00:00.000Z","fristwachtExport":1,"leftOut":[],"scope":{}}';
    writeForged(path('taken.jsonl'), [heading, line(clear)], sha256);
    expect({ faults: faultsOf('taken.jsonl'), hash: sha256(clear) }).toEqual({ faults: [], hash });
    writeForged(path('forged.jsonl'), [heading, line(clear.replace('"earlierHash":"9', '"earlierHash":"8'))], sha256);
    expect(faultsOf('forged.jsonl')).toEqual([expect.objectContaining({ because: 'earlier', sequence: 1 })]);
  });
});

describe('the checker as a program', () => {
  it('names the first broken entry, in German and with exit code 1', async () => {
    await writeExport(await sampleRegister(), path('whole.jsonl'));
    writeFileSync(path('changed.jsonl'), readFileSync(path('whole.jsonl'), 'utf8').replace('Ada Ähnlich', 'Ida Ähnlich'));
    const { code, out } = said(path('changed.jsonl'));
    expect(code).toBe(1);
    expect(out).toMatch(/^Nicht unversehrt\.\nDP-2026-000\d \(case\/c-\d\), Eintrag \d, Zeile \d+: Ein Teil seines Inhalts/);
  });

  it('takes a check value as it stands on a card', async () => {
    const register = await sampleRegister();
    const { hash } = (await register.head(caseId('c-2')))!;
    await writeExport(register, path('whole.jsonl'));
    const onCard = `DP-2026-0002: ${hash.slice(0, 8)} ${hash.slice(8, 16)} ${hash.slice(16, 24)} ${hash.slice(24, 32)}`;
    expect(said(path('whole.jsonl'), '--head', onCard)).toMatchObject({ code: 0, out: expect.stringContaining('DP-2026-0002') });
    expect(said(path('whole.jsonl'), `--head=DP-2026-0001:${hash}`)).toMatchObject({ code: 1 });
  });

  it.each([
    [[]],
    [['--all', 'x']],
    [['one', 'two']],
    [['x', '--head']],
    [['x', '--head', 'DP-2026-0001:abc']],
    [['nowhere.jsonl']],
  ])('asked with %j answers 2 and says why', (args) => {
    const { code, error } = said(...args);
    expect({ code, isSaid: error.length > 20 }).toEqual({ code: 2, isSaid: true });
  });

  it('lets nothing that stands in a file pass for words of its own', async () => {
    await writeExport(await sampleRegister(), path('whole.jsonl'));
    const [heading = '', ...rest] = linesOf('whole.jsonl');
    const hostile = heading.replace('"leftOut":[]', '"leftOut":["\\u001b[2J\\nUnversehrt."]');
    writeForged(path('hostile.jsonl'), [hostile, ...rest], sha256);
    expect(said(path('hostile.jsonl')).out).toContain('Weggelassen: ?[2J?Unversehrt..');
  });

  it('stands alone: one copied file, under the Node of the machine', async () => {
    await writeExport(await sampleRegister(), path('whole.jsonl'));
    cpSync(checker, path('checkExport.mjs'));
    const env = { PATH: process.env.PATH, LC_ALL: 'de_DE.UTF-8' };
    const out = execFileSync('node', [path('checkExport.mjs'), path('whole.jsonl')], { env, encoding: 'utf8' });
    expect(out).toMatch(/^Unversehrt\. Einträge: 9/);
    writeFileSync(path('whole.jsonl'), 'x', { flag: 'a' });
    expect(spawnSync('node', [path('checkExport.mjs'), path('whole.jsonl')], { env }).status).toBe(1);
    expect(readFileSync(checker, 'utf8')).not.toMatch(/from '(?!node:)/);
  });
});
