import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseId, personId } from '../../src/breach/identifiers.ts';
import type { StoredEntry } from '../../src/ports.ts';
import { entryHash, NO_ENTRY } from '../../src/register/entryHash.ts';
import { verifyChain } from '../../src/register/verifyChain.ts';
import { adding, hoursAfterNine } from '../contracts/sampleWrites.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A chain of so many entries, as an engine writes it. */
function chain(length: number, name = 'c-1'): StoredEntry[] {
  const entries: StoredEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const { caseId: id, commandId, at, by, events } = adding(name, sequence - 1, { at: hoursAfterNine(sequence) });
    const entry = { caseId: id, sequence, commandId, at, by, events };
    entries.push({ ...entry, hash: entryHash(entry, entries.at(-1)?.hash ?? NO_ENTRY, sha256) });
  }
  return entries;
}

/** The chain with one entry replaced. */
const changed = (entries: readonly StoredEntry[], sequence: number, change: Partial<StoredEntry>): StoredEntry[] =>
  entries.map((entry) => (entry.sequence === sequence ? { ...entry, ...change } : entry));

describe('the hash of an entry', () => {
  it('is the value that another program, in another language, found for the same entry', () => {
    const [first] = chain(1);
    expect(first?.hash).toBe('48003a947581bafbdd9838e2faded3c9359ae84d27b47b0f71a5c20dd7cc981b');
  });

  it('spells the content apart from the rest, so that the chain holds without it', () => {
    const [first] = chain(1);
    const { caseId: id, sequence, commandId, at, by, events } = first!;
    const [added] = events;
    const content = sha256(`[{"at":"${at}","authorName":"Ada Ähnlich","by":"ada","text":"Nachtrag 0","type":"ReportAdded"}]`);
    expect(added).toMatchObject({ text: 'Nachtrag 0' });
    const clear = `{"at":"${at}","by":"${by}","caseId":"${id}","commandId":"${commandId}","content":"${content}","format":1,"previous":"0","sequence":${sequence}}`;
    expect(first?.hash).toBe(sha256(clear));
  });
});

describe('a chain', () => {
  it('that nobody touched is intact and ends in its head', () => {
    const entries = chain(5);
    expect(verifyChain(entries, sha256)).toEqual({ intact: true, head: entries[4]?.hash });
  });

  it('without entries is intact', () => {
    expect(verifyChain([], sha256)).toEqual({ intact: true, head: NO_ENTRY });
  });

  it.each<[string, Partial<StoredEntry>]>([
    ['the content', { events: adding('c-1', 7).events }],
    ['the time', { at: hoursAfterNine(99) }],
    ['the author', { by: personId('eva') }],
    ['the command', { commandId: 'another' }],
    ['the hash', { hash: 'f'.repeat(64) }],
  ])('in which %s of an entry was changed is broken there', (_, change) => {
    for (const sequence of [1, 3, 5]) {
      expect(verifyChain(changed(chain(5), sequence, change), sha256)).toEqual({ intact: false, sequence, because: 'hash' });
    }
  });

  it('whose author also mended the hash of the changed entry is broken at the next one', () => {
    const entries = chain(5);
    const { hash: _, ...entry } = { ...entries[2]!, by: personId('eva') };
    const mended = changed(entries, 3, { ...entry, hash: entryHash(entry, entries[1]!.hash, sha256) });
    expect(verifyChain(mended, sha256)).toEqual({ intact: false, sequence: 4, because: 'hash' });
  });

  it.each<[string, (entries: StoredEntry[]) => StoredEntry[], number]>([
    ['lacks its first entry', (entries) => entries.slice(1), 1],
    ['lacks one in the middle', (entries) => entries.toSpliced(2, 1), 3],
    ['has one twice', (entries) => entries.toSpliced(2, 0, entries[1]!), 3],
    ['has two in the wrong order', (entries) => entries.with(1, entries[2]!).with(2, entries[1]!), 2],
    ['has one of another case', (entries) => entries.with(3, chain(5, 'c-2')[3]!), 4],
  ])('that %s is broken there', (_, change, sequence) => {
    expect(verifyChain(change(chain(5)), sha256)).toEqual({ intact: false, sequence, because: 'order' });
  });

  it('of another case does not pass under a new name', () => {
    const renamed = chain(3).map((entry) => ({ ...entry, caseId: caseId('c-2') }));
    expect(verifyChain(renamed, sha256)).toEqual({ intact: false, sequence: 1, because: 'hash' });
  });
});
