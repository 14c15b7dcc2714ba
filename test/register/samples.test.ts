// Entries as some version of Fristwacht wrote them, frozen for good: every later version reads them. A new vocabulary, or a new kind of
// event, gets a further sample beside them (`FRISTWACHT_WRITE_SAMPLE=<name>`); one that is there is never written again.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masterKeyOf, readKey } from '../../adapters/vault/masterKeyOf.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { caseId } from '../../src/breach/identifiers.ts';
import type { Look, OpenedEntry, Register, StoredEntry } from '../../src/ports.ts';
import type { KeyRing } from '../../src/register/keyStore.ts';
import type { KeptEntry } from '../../src/register/registerEngine.ts';
import { sealedRegister } from '../../src/register/sealedRegister.ts';
import { verifyRegister } from '../../src/register/verifyRegister.ts';
import { EVENT_TYPES, eventOfType } from '../contracts/randomEvent.ts';
import { ada, adding, nine, opening } from '../contracts/sampleWrites.ts';
import { countedIds } from '../contracts/store.ts';
import { memoryEngine, memoryKeyStore, newMemory } from '../support/memoryEngine.ts';

type Sample = {
  /** As an operator would write it. */
  readonly masterKey: string;
  readonly entries: readonly KeptEntry[];
  readonly rings: readonly KeyRing[];
  /** What a reader must find in it. */
  readonly read: readonly StoredEntry[];
  readonly looks: readonly Look[];
};

const FOLDER = join(import.meta.dirname, 'samples');
const STREAMS = ['case/c-1', 'looks/c-1', 'register'] as const;
const MASTER_KEY = 'bm90IGEga2V5OiBmcm96ZW4gaW4gYSBzYW1wbGUsIDM=';

const registerIn = (memory: ReturnType<typeof newMemory>, masterKey: string): Promise<Register> =>
  sealedRegister({
    engine: memoryEngine(memory),
    keyStore: memoryKeyStore(memory),
    cryptography: nodeCryptography,
    masterKey: masterKeyOf(readKey(masterKey)!),
    ids: countedIds(),
  });

function filled({ entries, rings }: Sample): ReturnType<typeof newMemory> {
  const memory = newMemory();
  for (const [stream, own] of Map.groupBy(entries, ({ stream }) => stream)) memory.streams.set(stream, own);
  for (const ring of rings) memory.rings.set(ring.id, ring);
  return memory;
}

/** One case with every kind of event in it, a look at it, and a daily entry. */
async function newSample(): Promise<Sample> {
  const memory = newMemory();
  const register = await registerIn(memory, MASTER_KEY);
  await register.append(opening('c-1', { inboundIds: ['m-1'] }));
  const kinds = EVENT_TYPES.filter((type) => type !== 'BreachReported' && type !== 'CaseErased');
  for (const [place, type] of kinds.entries()) {
    const events = fc.sample(eventOfType(type), { seed: 20261123, numRuns: 2 }) as [BreachEvent, BreachEvent];
    await register.append(adding('c-1', place + 1, { events }));
  }
  await register.recordLook({ caseId: caseId('c-1'), by: ada, at: nine, what: 'openCase', allowed: true });
  await register.anchorHeads(nine);
  const entries = STREAMS.flatMap((stream) => memory.streams.get(stream) ?? []);
  const { entries: read } = (await register.read(caseId('c-1')))!;
  const looks = await register.looksAt(caseId('c-1'));
  return { masterKey: MASTER_KEY, entries, rings: [...memory.rings.values()], read, looks };
}

const wanted = process.env.FRISTWACHT_WRITE_SAMPLE;
if (wanted !== undefined) {
  const file = join(FOLDER, `${wanted}.json`);
  if (existsSync(file)) throw new Error('A sample is frozen: give the new one another name.');
  writeFileSync(file, `${JSON.stringify(await newSample(), null, 1)}\n`);
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const sampleIn = (file: string): Sample => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Sample;

describe.each(files)('the sample %s', (file) => {
  const sample = sampleIn(file);

  it('is read as it was written', async () => {
    const register = await registerIn(filled(sample), sample.masterKey);
    const stored = await register.read(caseId('c-1'));
    expect(stored?.entries).toEqual(sample.read);
    expect(await register.looksAt(caseId('c-1'))).toEqual(sample.looks);
  });

  it('holds its chains, with every part in them', async () => {
    const register = await registerIn(filled(sample), sample.masterKey);
    const opened: OpenedEntry[] = (await Promise.all(STREAMS.map((stream) => register.openedEntries(stream)))).flat();
    expect(verifyRegister(opened, nodeCryptography.sha256, true)).toEqual({
      faults: [],
      streams: STREAMS.length,
      entries: sample.entries.length,
      erased: 0,
      withheld: 0,
    });
  });
});

it('every kind of event is in some sample, but for the one that takes all others away', () => {
  const frozen = files.flatMap((file) => sampleIn(file).read.flatMap(({ events }) => events.map(({ type }) => type)));
  expect(EVENT_TYPES.filter((type) => !frozen.includes(type))).toEqual(['CaseErased']);
});
