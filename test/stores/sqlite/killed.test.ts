import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openEmbeddedRegister } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { brokenChain } from '../../../adapters/stores/sqlite/checkChains.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import type { Register } from '../../../src/ports.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const path = temporaryFolder();
const registerChild = fileURLToPath(new URL('registerChild.ts', import.meta.url));
const PROOF = process.env.FRISTWACHT_PROOF === '1';
const KILLS = PROOF ? 200 : 8;
const KILLED_CONVERSIONS = PROOF ? 60 : 6;
const SEED = Number(process.env.FRISTWACHT_SEED ?? 20260327);
const LONGEST_LIFE_MS = 250;
const opened = (file: string): Promise<Register> => openEmbeddedRegister(file, { ids: { next: () => randomUUID() } });

/** Numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Lets a child write until it is killed, so many milliseconds after its first entry; gives what was acknowledged. */
async function appendUntilKilled(file: string, lifeMs: number): Promise<string[]> {
  const writer = spawn(process.execPath, [registerChild, 'append', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const reader = createInterface({ input: writer.stdout });
  const lines: string[] = [];
  reader.on('line', (line) => lines.push(line));
  const closed = once(reader, 'close');
  await Promise.race([once(reader, 'line'), closed]);
  setTimeout(() => writer.kill('SIGKILL'), lifeMs);
  await closed;
  return lines;
}

/** The acknowledged entries that are not there any more, or not what was acknowledged. */
async function lostOf(register: Register, acknowledged: readonly string[]): Promise<string[]> {
  const lost: string[] = [];
  for (const line of acknowledged) {
    const [outcome, name = '', sequence] = line.split(' ');
    const command = sequence === '1' ? `open ${name}` : `add ${Number(sequence) - 1} to ${name}`;
    const place = await register.findByCommand(command);
    if (outcome !== 'appended' || place?.caseId !== name || place.sequence !== Number(sequence)) lost.push(line);
  }
  return lost;
}

function chainOf(file: string): string | undefined {
  const database = new DatabaseSync(file);
  try {
    return brokenChain(database);
  } finally {
    database.close();
  }
}

it(`a writer killed ${KILLS} times at random moments loses nothing it acknowledged (seed ${SEED})`, async () => {
  const file = path('register.db');
  const random = seeded(SEED);
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) acknowledged.push(...(await appendUntilKilled(file, random() * LONGEST_LIFE_MS)));

  const register = await opened(file);
  const lost = await lostOf(register, acknowledged);
  console.log(`SQLite, ${KILLS} kills: acknowledged ${acknowledged.length}, lost ${lost.length}`);
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
  expect(lost).toEqual([]);

  const heads = await register.list({ limit: 1_000_000 });
  const ordinals = heads.map(({ number }) => Number(number.split('-')[2])).toReversed();
  expect(ordinals).toEqual(heads.map((_, place) => place + 1));
  for (const head of heads) {
    // Opens every part: an entry whose keys were not on the disk before it would be unreadable here.
    const { entries, version } = (await register.read(head.caseId))!;
    expect(head).toMatchObject({ version, hash: entries.at(-1)?.hash });
    for (const { sequence } of entries) {
      // „Done“ and „seen“ came apart nowhere, not even in the write that was under way.
      const place = await register.findByCommand(`message ${Number(head.number.slice(-4))} ${sequence - 1}`);
      expect(place).toEqual({ caseId: head.caseId, sequence });
    }
  }
  await register.close();
  expect(chainOf(file)).toBeUndefined();
});

const SAMPLE = join(import.meta.dirname, 'samples', 'schema-1.sqlite');

it(`a conversion killed ${KILLED_CONVERSIONS} times leaves the older register whole, or the new one`, async () => {
  const random = seeded(SEED);
  const found = { older: 0, newer: 0 };
  for (let kill = 0; kill < KILLED_CONVERSIONS; kill += 1) {
    const file = path(`register-${kill}.sqlite`);
    copyFileSync(SAMPLE, file);
    const child = spawn(process.execPath, [registerChild, 'open', file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const begun = until(() => isUnderWay(file));
    await Promise.race([begun, ended]);
    setTimeout(() => child.kill('SIGKILL'), random() * 2 * LONGEST_LIFE_MS);
    await ended;
    const database = new DatabaseSync(file);
    const isNew = database.prepare('PRAGMA user_version').get()?.user_version === 2;
    const entries = Number(database.prepare(`SELECT count(*) AS entries FROM entry WHERE true`).get()?.entries);
    database.close();
    found[isNew ? 'newer' : 'older'] += 1;
    // Of the first version: the entries of the cases. Of the second: the looks are entries too.
    expect(entries).toBe(isNew ? 29 : 18);

    const register = await opened(file);
    expect(await register.read(caseId('c-1'))).toMatchObject({ version: 5 });
    expect((await register.list({ limit: 9 })).map(({ number }) => number).toSorted()).toEqual([
      'DP-2026-0001',
      'DP-2026-0002',
      'Ü-2026-0001',
    ]);
    await register.close();
    expect(chainOf(file)).toBeUndefined();
  }
  console.log(`SQLite, ${KILLED_CONVERSIONS} conversions killed: ${found.older} left as they were, ${found.newer} done`);
});

/** The keys of the new entries come first, so the child is in the middle of it. */
function isUnderWay(file: string): boolean {
  try {
    const keys = new DatabaseSync(`${file}.keys`, { readOnly: true });
    try {
      return Number(keys.prepare('SELECT count(*) AS rings FROM ring').get()?.rings) > 1;
    } finally {
      keys.close();
    }
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !holds(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}
