import { createHash, createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { OpenedEntry } from '../../src/ports.ts';
import { EVENT_FIELDS } from '../../src/register/eventFields.ts';
import { ENTRY_FORMAT } from '../../src/register/clearEntry.ts';
import { VOCABULARY } from '../../src/register/upcast.ts';
import { verifyRegister } from '../../src/register/verifyRegister.ts';
import { openBox, type RecordVectors, recordVectors, VECTORS_BEGIN, VECTORS_END, vectorSection } from './recordVectors.ts';

const PAGE = join(import.meta.dirname, '../../docs/record-format.md');
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

let vectors: RecordVectors;
let page: string;
beforeAll(async () => {
  vectors = await recordVectors();
  page = readFileSync(PAGE, 'utf8');
  if (process.env['FRISTWACHT_WRITE_VECTORS'] === 'yes') writeFileSync(PAGE, (page = withVectors(page, vectorSection(vectors))));
});

function withVectors(text: string, section: string): string {
  const [before, after] = [text.indexOf(VECTORS_BEGIN) + VECTORS_BEGIN.length, text.indexOf(VECTORS_END)];
  return `${text.slice(0, before)}\n\n${section}\n${text.slice(after)}`;
}

describe('the page on the format of the record', () => {
  it('shows the vectors that this version makes', () => {
    expect(withVectors(page, vectorSection(vectors))).toBe(page);
  });

  it('names the format and the vocabulary that are written', () => {
    expect(page).toContain(`\`format\` | \`${ENTRY_FORMAT}\``);
    expect(page).toContain(`\`vocabulary\` | \`${VOCABULARY}\``);
  });

  it('lists what every kind of event seals, and no more', () => {
    const rows = page.split('\n').flatMap((line) => {
      const [, type, fields] = /^\| `([A-Z]\w+)` \| (.*) \|$/.exec(line) ?? [];
      return type === undefined ? [] : [[type, fields] as const];
    });
    const listed = Object.fromEntries(rows);
    const sealed = Object.entries(EVENT_FIELDS).map(([type, plan]) => [type, sealedIn(plan)]);
    expect(listed).toEqual(Object.fromEntries(sealed));
  });
});

/** As the page writes it: `text`, `source.informant`; a rule counts as sealed, with the exception named there. */
function sealedIn(plan: object, path = ''): string {
  const found = Object.entries(plan).flatMap(([field, treatment]: [string, unknown]) => {
    if (typeof treatment === 'object' && treatment !== null) return sealedIn(treatment, `${path}${field}.`) || [];
    if (typeof treatment === 'function') return `\`${path}${field}\` (unless it is a kind of incident)`;
    return treatment === 'sealed' ? `\`${path}${field}\`` : [];
  });
  return found.join(', ') || (path === '' ? '–' : '');
}

describe('another program that has only read the page', () => {
  const clearOf = (entry: OpenedEntry) =>
    JSON.parse(entry.clear) as {
      stream: string;
      sequence: number;
      previous: string;
      parts: Record<string, string>;
      heads?: OpenedEntry[];
    };

  it('finds every hash, every link and every digest', () => {
    for (const [, entries] of Map.groupBy(vectors.entries, ({ stream }) => stream)) {
      let previous = '0';
      for (const [place, entry] of entries.entries()) {
        const clear = clearOf(entry);
        expect(clear).toMatchObject({ stream: entry.stream, sequence: place + 1, previous });
        expect(entry.hash).toBe(sha256(entry.clear));
        for (const { name, opened } of entry.parts) if (opened !== undefined) expect(sha256(opened)).toBe(clear.parts[name]);
        previous = entry.hash;
      }
    }
  });

  it('finds the heads of the daily entry, and what was erased', () => {
    const daily = clearOf(vectors.entries.at(-1)!);
    for (const head of daily.heads!) {
      const last = vectors.entries.findLast(({ stream }) => stream === head.stream);
      expect(head).toEqual({ stream: last!.stream, sequence: last!.sequence, hash: last!.hash });
    }
    expect(vectors.entries[1]!.parts).toContainEqual({ name: '0/text' });
    expect(verifyRegister(vectors.entries, nodeCryptography.sha256, true)).toMatchObject({ faults: [], erased: 1, withheld: 0 });
  });

  it('opens the box, unwraps the key and finds the pseudonym', () => {
    const { part, wrappedKey, pseudonym, canonical } = vectors;
    expect(openBox(wrappedKey.masterKey, wrappedKey.wrapped, wrappedKey.boundTo)).toBe(wrappedKey.key);
    expect(openBox(wrappedKey.key, part.box, part.boundTo)).toBe(part.opened);
    expect(sha256(part.opened)).toBe(part.digest);
    const mac = (key: string, text: string) => createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest('hex');
    expect(mac(pseudonym.key, pseudonym.text)).toBe(pseudonym.pseudonym);
    expect(mac(wrappedKey.masterKey, 'Fristwacht master key').slice(0, 16)).toBe(wrappedKey.fingerprint);
    expect(sha256(canonical.canonical)).toBe(canonical.sha256);
  });

  it('tells the hash that an entry had in format 1 from its opened parts', () => {
    const { earlier, opened } = vectors.format1 as { earlier: { covered: string; hash: string }; opened: OpenedEntry };
    expect(sha256(earlier.covered)).toBe(earlier.hash);
    expect(JSON.parse(opened.clear)).toMatchObject({ earlierHash: earlier.hash });
  });
});
