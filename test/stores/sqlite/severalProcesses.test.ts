import { type ChildProcess, spawn } from 'node:child_process';
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
import { opening } from '../../contracts/sampleWrites.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const path = temporaryFolder();
const registerChild = fileURLToPath(new URL('registerChild.ts', import.meta.url));
const PROCESSES = 4;
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** Starts one racer; `lines` gathers what it says. */
function startRacer(
  file: string,
  name: string,
): { child: ChildProcess; lines: string[]; ready: Promise<unknown>; ended: Promise<unknown> } {
  const child = spawn(process.execPath, [registerChild, 'race', file, name], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const reader = createInterface({ input: child.stdout });
  const lines: string[] = [];
  reader.on('line', (line) => lines.push(line));
  return { child, lines, ready: once(reader, 'line'), ended: Promise.all([once(child, 'exit'), once(reader, 'close')]) };
}

it(`${PROCESSES} processes open one new file at once and race: each version and each number has one winner`, async () => {
  const file = path('register.db');
  const racers = upTo(PROCESSES).map((index) => startRacer(file, `p${index}`));
  await Promise.all(racers.map(({ ready }) => ready));
  const register = await openEmbeddedRegister(file, { ids: { next: () => randomUUID() } });
  await register.append(opening('c-1'));
  for (const { child } of racers) child.stdin!.write('go\n');
  await Promise.all(racers.map(({ ended }) => ended));

  const said = racers.flatMap(({ lines }) => lines.map((line) => line.split(' ')));
  const placesOf = (race: string, outcome: string) =>
    said
      .filter((words) => words[0] === race && words[1] === outcome)
      .map((words) => Number(words[2]))
      .sort((one, other) => one - other);
  expect(racers.map(({ child }) => child.exitCode)).toEqual(Array(PROCESSES).fill(0));
  expect(placesOf('version', 'appended')).toEqual(upTo(60).slice(1));
  expect(placesOf('number', 'appended')).toEqual(upTo(60).slice(1));
  // Without a lost race the test would have shown nothing.
  expect(placesOf('version', 'conflict').length).toBeGreaterThan(0);
  expect(placesOf('number', 'number-taken').length).toBeGreaterThan(0);

  expect((await register.read(caseId('c-1')))?.entries.map(({ sequence }) => sequence)).toEqual(upTo(60));
  expect((await register.list({ limit: 100 })).map(({ number }) => Number(number.slice(-4))).reverse()).toEqual(upTo(60));
  // One key for all of them: whoever opens the file later reads what each of them wrote.
  for (const { caseId: id } of await register.list({ limit: 100 })) expect(await register.read(id)).toBeDefined();
  await register.close();
  const database = new DatabaseSync(file);
  expect(brokenChain(database)).toBeUndefined();
  database.close();
});

it(`${PROCESSES} processes start at once on a register of the first version: it is converted once, and whole`, async () => {
  const file = path('register.sqlite');
  copyFileSync(join(import.meta.dirname, 'samples', 'schema-1.sqlite'), file);
  const starts = upTo(PROCESSES).map(() =>
    spawn(process.execPath, [registerChild, 'open', file], { stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  const codes = await Promise.all(starts.map(async (child) => ((await once(child, 'exit')) as [number])[0]));
  expect(codes).toEqual(Array(PROCESSES).fill(0));
  const register = await openEmbeddedRegister(file, { ids: { next: () => randomUUID() } });
  const heads = await register.list({ limit: 9 });
  expect(heads.map(({ version }) => version).toSorted((one, other) => one - other)).toEqual([2, 5, 11]);
  for (const head of heads) expect(await register.read(head.caseId)).toMatchObject({ version: head.version });
  await register.close();
});
