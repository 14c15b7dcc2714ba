import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openSqliteRegister } from '../../../adapters/stores/sqlite/openSqliteRegister.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import type { Register } from '../../../src/ports.ts';
import { verifyChain } from '../../../src/register/verifyChain.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const path = temporaryFolder();
const registerChild = fileURLToPath(new URL('registerChild.ts', import.meta.url));
const KILLS = process.env.FRISTWACHT_PROOF === '1' ? 200 : 8;
const SEED = Number(process.env.FRISTWACHT_SEED ?? 20260327);
const LONGEST_LIFE_MS = 100;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

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
    const entry = (await register.read(caseId(name)))?.entries[Number(sequence) - 1];
    const command = sequence === '1' ? `open ${name}` : `add ${Number(sequence) - 1} to ${name}`;
    if (outcome !== 'appended' || entry?.commandId !== command) lost.push(line);
  }
  return lost;
}

it(`a writer killed ${KILLS} times at random moments loses nothing it acknowledged (seed ${SEED})`, async () => {
  const file = path('register.db');
  const random = seeded(SEED);
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) acknowledged.push(...(await appendUntilKilled(file, random() * LONGEST_LIFE_MS)));

  const register = openSqliteRegister(file);
  const lost = await lostOf(register, acknowledged);
  console.log(`SQLite, ${KILLS} kills: acknowledged ${acknowledged.length}, lost ${lost.length}`);
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
  expect(lost).toEqual([]);

  for (const head of await register.list({ limit: 1_000_000 })) {
    const { entries, version } = (await register.read(head.caseId))!;
    expect(verifyChain(entries, sha256)).toEqual({ intact: true, head: entries.at(-1)?.hash });
    expect(head.version).toBe(version);
    for (const { sequence } of entries) {
      // „Done“ and „seen“ came apart nowhere, not even in the write that was under way.
      const place = await register.findByCommand(`message ${Number(head.number.slice(-4))} ${sequence - 1}`);
      expect(place).toEqual({ caseId: head.caseId, sequence });
    }
  }
  await register.close();
});
