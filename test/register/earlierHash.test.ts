import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { type CaseId, personId } from '../../src/breach/identifiers.ts';
import type { OpenedEntry } from '../../src/ports.ts';
import { NO_ENTRY } from '../../src/register/entryHash.ts';
import { openEntries } from '../../src/register/openEntries.ts';
import { openedEntry } from '../../src/register/openedEntry.ts';
import { sealEntry, type SealedEntry } from '../../src/register/sealEntry.ts';
import { openSealing, type Sealing } from '../../src/register/sealing.ts';
import { caseStream } from '../../src/register/streams.ts';
import { verifyChain } from '../../src/register/verifyChain.ts';
import type { Instant } from '../../src/rules/instant.ts';
import { countedIds, testMasterKey } from '../contracts/store.ts';
import { memoryKeyStore } from '../support/memoryEngine.ts';

/** What the first version of Fristwacht wrote, with the hashes it gave. */
type Plain = {
  readonly caseId: CaseId;
  readonly sequence: number;
  readonly commandId: string;
  readonly at: Instant;
  readonly by: string;
  readonly events: readonly BreachEvent[];
  readonly hash: string;
};
const SAMPLE = join(import.meta.dirname, '../stores/sqlite/samples/schema-1.json');
const { cases } = JSON.parse(readFileSync(SAMPLE, 'utf8')) as {
  cases: { readonly caseId: CaseId; readonly entries: readonly Plain[] }[];
};
const { sha256 } = nodeCryptography;

const sealing = (): Promise<Sealing> =>
  openSealing(
    { keyStore: memoryKeyStore(), cryptography: nodeCryptography, masterKey: testMasterKey, ids: countedIds() },
    async () => true,
  );

/** The entries of one case, taken over and opened again. */
async function takenOver(plain: readonly Plain[]): Promise<readonly OpenedEntry[]> {
  const own = await sealing();
  const sealed: SealedEntry[] = [];
  for (const { caseId, sequence, at, by, events, hash, commandId } of plain) {
    const previous = sealed.at(-1)?.entry.hash ?? NO_ENTRY;
    const place = { stream: caseStream(caseId), sequence, previous };
    sealed.push(sealEntry(own, { ...place, at, by: personId(by), names: [], body: { events }, earlier: { hash, commandId } }));
  }
  const rings = sealed.flatMap(({ ring }) => ring ?? []);
  return openEntries(
    own,
    sealed.map(({ entry }) => entry),
    rings,
  ).entries.map(openedEntry);
}

describe('entries taken over from format 1', () => {
  it.each(cases.map((one) => [one.caseId, one.entries] as const))('of %s still carry the hash they had', async (_, entries) => {
    expect(entries.length).toBeGreaterThan(1);
    expect(verifyChain(await takenOver(entries), sha256)).toMatchObject({ intact: true, withheld: 0 });
  });

  it.each<[string, (plain: Plain) => Plain]>([
    ['when', (plain) => ({ ...plain, at: '2026-03-27T09:00:01.000Z' as Instant })],
    ['who', (plain) => ({ ...plain, by: 'eva' })],
    ['which command', (plain) => ({ ...plain, commandId: 'another' })],
    ['what', (plain) => ({ ...plain, events: [...plain.events, plain.events[0]!] })],
    ['which hash', (plain) => ({ ...plain, hash: 'f'.repeat(64) })],
  ])('give away that it was changed before: %s', async (_, change) => {
    const { entries } = cases[0]!;
    const changed = await takenOver(entries.map((plain) => (plain.sequence === 2 ? change(plain) : plain)));
    expect(verifyChain(changed, sha256)).toEqual({ intact: false, sequence: 2, because: 'earlier' });
  });

  it('lose with an erased text the id of their command, the only thing in the earlier hash that nobody can guess', async () => {
    const reasons = 'Irrtum';
    const [first, ...rest] = cases[0]!.entries;
    const by = personId(first!.by);
    const erasure: BreachEvent = { type: 'TextErased', at: first!.at, by, sequence: 1, part: '0/text', reasons };
    const last: Plain = { ...first!, sequence: rest.length + 2, commandId: 'erase', by, events: [erasure] };
    const entries = await takenOver([first!, ...rest, last]);
    const missing = entries.map(({ parts }) => parts.filter(({ opened }) => opened === undefined).map(({ name }) => name));
    expect(missing).toEqual([['command', '0/text'], ...rest.map(() => []), []]);
    expect(verifyChain(entries.slice(0, -1), sha256)).toMatchObject({ intact: true, withheld: 2 });
  });

  it('say nothing of it where a part is not shown', async () => {
    const [first, ...rest] = await takenOver(cases[0]!.entries);
    const extract = [{ ...first!, parts: first!.parts.slice(1) }, ...rest];
    expect(verifyChain(extract, sha256)).toMatchObject({ intact: true, withheld: 1 });
  });
});
