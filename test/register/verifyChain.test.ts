import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { caseId } from '../../src/breach/identifiers.ts';
import type { OpenedEntry } from '../../src/ports.ts';
import { canonicalJson } from '../../src/register/canonicalJson.ts';
import { verifyChain } from '../../src/register/verifyChain.ts';
import { ada, adding, hoursAfterNine, opening } from '../contracts/sampleWrites.ts';
import { registerOn } from '../contracts/store.ts';
import { memoryEngine, memoryKeyStore } from '../support/memoryEngine.ts';

const { sha256 } = nodeCryptography;
const SEED = 20260327;
const RUNS = process.env.FRISTWACHT_PROOF === '1' ? 20_000 : 400;

/** A chain of so many entries, as the register opens it. */
async function chain(length: number, name = 'c-1', last?: BreachEvent): Promise<readonly OpenedEntry[]> {
  const register = await registerOn({ engine: memoryEngine(), keyStore: memoryKeyStore() });
  await register.append(opening(name));
  for (let version = 1; version < length; version += 1) {
    await register.append(adding(name, version, { at: hoursAfterNine(version) }));
  }
  if (last) await register.append(adding(name, length, { events: [last] }));
  return register.openedEntries(`case/${caseId(name)}`);
}

/** The chain with one entry replaced. */
const changed = (
  entries: readonly OpenedEntry[],
  sequence: number,
  change: (entry: OpenedEntry) => OpenedEntry,
): readonly OpenedEntry[] => entries.map((entry) => (entry.sequence === sequence ? change(entry) : entry));

const withClear =
  (change: object) =>
  (entry: OpenedEntry): OpenedEntry => ({
    ...entry,
    clear: canonicalJson({ ...JSON.parse(entry.clear), ...change }),
  });
/** Also with the hash that fits, as somebody would do who means to hide it. */
const mended =
  (change: object) =>
  (entry: OpenedEntry): OpenedEntry => {
    const { clear } = withClear(change)(entry);
    return { ...entry, clear, hash: sha256(clear) };
  };
const withPart =
  (change: Partial<OpenedEntry['parts'][number]>) =>
  (entry: OpenedEntry): OpenedEntry => ({
    ...entry,
    parts: entry.parts.map((part) => (part.name === 'by' ? { ...part, ...change } : part)),
  });

describe('a chain', () => {
  it('that nobody touched is intact and ends in its head', async () => {
    const entries = await chain(5);
    expect(verifyChain(entries, sha256)).toEqual({ intact: true, head: entries[4]?.hash, erased: 0, withheld: 0 });
  });

  it('without entries is intact', () => {
    expect(verifyChain([], sha256)).toEqual({ intact: true, head: '0', erased: 0, withheld: 0 });
  });

  it.each<[string, (entry: OpenedEntry) => OpenedEntry]>([
    ['the time', withClear({ at: hoursAfterNine(99) })],
    ['the actor', withClear({ actor: sha256('eva') })],
    ['the names', withClear({ names: [] })],
    ['a digest', withClear({ parts: { by: sha256('eva') } })],
    ['a space', (entry) => ({ ...entry, clear: `${entry.clear} ` })],
    ['the hash', (entry) => ({ ...entry, hash: 'f'.repeat(64) })],
  ])('in which %s of an entry was changed is broken there', async (_, change) => {
    const entries = await chain(5);
    for (const sequence of [1, 3, 5]) {
      expect(verifyChain(changed(entries, sequence, change), sha256)).toEqual({ intact: false, sequence, because: 'hash' });
    }
  });

  it('whose author also mended the hash of the changed entry is broken at the next one', async () => {
    const entries = changed(await chain(5), 3, mended({ at: hoursAfterNine(99) }));
    expect(verifyChain(entries, sha256)).toEqual({ intact: false, sequence: 4, because: 'hash' });
  });

  it.each<[string, (entry: OpenedEntry) => OpenedEntry]>([
    ['says something else', withPart({ opened: canonicalJson({ salt: 'AAAA', value: 'eva' }) })],
    ['is no part of it', withPart({ name: '9/text' })],
    ['is called like something every object has', withPart({ name: 'constructor' })],
  ])('in which an opened part %s is broken there', async (_, change) => {
    const entries = changed(await chain(3), 2, change);
    expect(verifyChain(entries, sha256)).toEqual({ intact: false, sequence: 2, because: 'part' });
  });

  it.each<[string, string]>([
    ['of a newer format', canonicalJson({ format: 3 })],
    ['that is no entry', '[]'],
    ['that is no JSON', '{"format":2'],
    ['with a part of a name nobody gives', canonicalJson({ parts: { __proto__2: 'x' } })],
  ])('with an entry %s is not called intact', async (_, clear) => {
    const entries = changed(await chain(3), 3, (entry) => ({ ...entry, clear, hash: sha256(clear) }));
    expect(verifyChain(entries, sha256)).toEqual({ intact: false, sequence: 3, because: 'format' });
  });

  it.each<[string, (entries: readonly OpenedEntry[]) => readonly OpenedEntry[], number]>([
    ['lacks its first entry', (entries) => entries.slice(1), 1],
    ['lacks one in the middle', (entries) => entries.toSpliced(2, 1), 3],
    ['has one twice', (entries) => entries.toSpliced(2, 0, entries[1]!), 3],
    ['has two in the wrong order', (entries) => entries.with(1, entries[2]!).with(2, entries[1]!), 2],
    ['has one with another number on it', (entries) => changed(entries, 4, (entry) => ({ ...entry, sequence: 9 })), 4],
  ])('that %s is broken there', async (_, change, sequence) => {
    expect(verifyChain(change(await chain(5)), sha256)).toEqual({ intact: false, sequence, because: 'order' });
  });

  it('that has an entry of another case is broken there', async () => {
    const other = (await chain(5, 'c-2'))[3]!;
    const entries = await chain(5);
    expect(verifyChain(entries.with(3, other), sha256)).toEqual({ intact: false, sequence: 4, because: 'order' });
    const renamed = { ...other, stream: entries[0]!.stream };
    expect(verifyChain(entries.with(3, renamed), sha256)).toEqual({ intact: false, sequence: 4, because: 'order' });
  });

  it('of another case does not pass under a new name', async () => {
    const renamed = (await chain(3)).map((entry) => ({ ...entry, stream: 'case/c-2' as const }));
    expect(verifyChain(renamed, sha256)).toEqual({ intact: false, sequence: 1, because: 'order' });
  });

  it('in which any one byte is another one is broken, or says in figures that a part is missing', async () => {
    const erasing: BreachEvent = {
      type: 'TextErased',
      at: hoursAfterNine(9),
      by: ada,
      sequence: 2,
      part: '0/text',
      reasons: 'x',
    };
    const text = JSON.stringify(await chain(3, 'c-1', erasing));
    const intact = verifyChain(JSON.parse(text), sha256);
    expect(intact).toMatchObject({ intact: true, erased: 1, withheld: 0 });
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'a', '"', '}', ' '), (at, other) => {
        fc.pre(text[at] !== other);
        const flipped = parsed(`${text.slice(0, at)}${other}${text.slice(at + 1)}`);
        if (flipped === undefined) return;
        expect(verifyChain(flipped, sha256)).not.toEqual(intact);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

/** What is no list of entries any more never reaches the check: reading the file refuses it. */
function parsed(text: string): readonly OpenedEntry[] | undefined {
  try {
    const read = JSON.parse(text) as OpenedEntry[];
    const isWhole = read.every(
      (entry) =>
        typeof entry.clear === 'string' && Array.isArray(entry.parts) && entry.parts.every(({ name }) => name !== undefined),
    );
    return isWhole ? read : undefined;
  } catch {
    return undefined;
  }
}

describe('what is not shown', () => {
  it('is counted, and does not break the chain: a redacted extract stays checkable', async () => {
    const entries = changed(await chain(3), 2, (entry) => ({ ...entry, parts: entry.parts.slice(1) }));
    expect(verifyChain(entries, sha256)).toMatchObject({ intact: true, erased: 0, withheld: 1 });
    const shut = changed(await chain(3), 2, (entry) => ({ ...entry, parts: entry.parts.map(({ name }) => ({ name })) }));
    expect(verifyChain(shut, sha256)).toMatchObject({ intact: true, erased: 0, withheld: 3 });
  });

  it('is told apart from what was erased', async () => {
    const erasing: BreachEvent = { type: 'CaseErased', at: hoursAfterNine(9), by: ada, retention: '3 Jahre', reasons: 'x' };
    const entries = await chain(2, 'c-1', erasing);
    expect(verifyChain(entries, sha256)).toMatchObject({ intact: true, erased: 7, withheld: 0 });
    const extract = changed(entries, 3, (entry) => ({ ...entry, parts: [] }));
    expect(verifyChain(extract, sha256)).toMatchObject({ intact: true, erased: 7, withheld: 3 });
  });
});
