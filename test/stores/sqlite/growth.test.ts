import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUSY_MILLISECONDS, openDatabase } from '../../../adapters/stores/sqlite/openDatabase.ts';
import { keyFile, registerFile } from '../../../adapters/stores/sqlite/schema.ts';
import { engineOn } from '../../../adapters/stores/sqlite/sqliteEngine.ts';
import { keyFileOf, keyStoreOn } from '../../../adapters/stores/sqlite/sqliteKeyStore.ts';
import { caseId, caseNumber, personId } from '../../../src/breach/identifiers.ts';
import type { Register } from '../../../src/ports.ts';
import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import { appendTo } from '../../contracts/engineWrites.ts';
import { ada, adding, hoursAfterNine, nine, opening } from '../../contracts/sampleWrites.ts';
import { registerOn } from '../../contracts/store.ts';
import { countStatements, tellsSteps } from '../../support/countedStatements.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const FEW = 1_000;
const MANY = 10_000;
/** Ten times the cases may cost a step more here and there, where a tree is one page deeper; nothing near ten times the steps. */
const MOST_GROWTH = 1.5;
const DUE = 3;
const LEASE_SECONDS = 60;
/** Filling takes a few seconds; only a machine with much else to do takes longer. */
const LONGEST_MS = 180_000;
const now = hoursAfterNine(24);
const later = hoursAfterNine(10_000);
const nodeTells = tellsSteps(new DatabaseSync(':memory:'));

const path = temporaryFolder();
let databases: readonly [DatabaseSync, DatabaseSync];
let register: Register;
let engine: RegisterEngine;
let steps: () => number;
let scans: () => readonly string[];
/** The organisation has one row and no more; in that index stand only open cases which nobody will look at, of which there should be none. */
const isShort = (scan: string): boolean => /^SCAN (?:organisation:|case_index USING INDEX case_index_never:)/.test(scan);

beforeEach(async () => {
  const file = path('register.sqlite');
  databases = [openDatabase(file, registerFile, BUSY_MILLISECONDS), openDatabase(keyFileOf(file), keyFile, BUSY_MILLISECONDS)];
  const counted = databases.map(countStatements);
  steps = () => counted.reduce((sum, connection) => sum + connection.steps(), 0);
  scans = () => counted.flatMap((connection) => connection.scans()).filter((scan) => !isShort(scan));
  engine = engineOn(databases[0]);
  register = await registerOn({ engine, keyStore: keyStoreOn(databases[1]) }, { next: randomUUID });
  await writeFirstCase();
  filled = 1;
});
afterEach(() => register.close());

/** The one whose entries are opened: sealed like any other. */
async function writeFirstCase(): Promise<void> {
  await register.append(opening('case-1'));
  for (let version = 1; version < 5; version += 1) await register.append(adding('case-1', version));
  await look('case-1', 5);
}

async function look(name: string, version: number, due = later): Promise<void> {
  const claim = await engine.claimCase(caseId(name), now, LEASE_SECONDS);
  if (claim === undefined || !(await engine.settle(claim, version, due))) throw new Error('Somebody else is at this case.');
}

let filled: number;

/** So many cases in all. Those that are only passed by need no seal: what could slow down others are their rows. */
async function fillUpTo(cases: number): Promise<void> {
  databases[0].exec('BEGIN IMMEDIATE');
  while (filled < cases) {
    filled += 1;
    const name = `case-${filled}`;
    const closed = filled % 10 === 0 ? {} : ({ status: 'closed', openDuties: [] } as const);
    const { outcome } = await engine.append(appendTo(name, 1, { ordinal: filled, ...closed }));
    if (outcome !== 'appended') throw new Error(`The engine refuses a row: ${outcome}.`);
    await look(name, 1);
  }
  databases[0].exec('COMMIT');
}

/** The engine's steps for this work; the same however busy the machine is. */
async function stepsFor(work: () => Promise<unknown>): Promise<number> {
  const before = steps();
  await work();
  return steps() - before;
}

async function tick(): Promise<void> {
  let served = 0;
  for (let claim = await register.claimDue(now, LEASE_SECONDS); claim; claim = await register.claimDue(now, LEASE_SECONDS)) {
    const head = await register.head(claim.caseId);
    await register.settle(claim, head?.version ?? 0, later);
    served += 1;
  }
  expect(served).toBe(DUE);
  expect(await register.earliestDue()).toBe(later);
}

type Work = readonly [what: string, work: () => Promise<unknown>];
const WORKS: readonly Work[] = [
  ['reading a case', async () => expect((await register.read(caseId('case-1')))?.version).toBe(5)],
  ['a tick', tick],
  ['the head of a case', () => register.head(caseId('case-1'))],
  ['finding a number', () => register.findByNumber(caseNumber('DP', 2026, 1))],
  ['finding a command', () => register.findByCommand('open case-1')],
  ['the next number', () => register.nextOrdinal('DP', 2026)],
  ['a page of the list', () => register.list({ limit: 20 })],
  ['a page of the open cases', () => register.list({ status: ['open'], limit: 20 })],
  ['a page of one open duty', () => register.list({ openDuty: ['art33-1'], limit: 20 })],
  ['the cases of one reporter', () => register.list({ reporter: ada, limit: 20 })],
  ['a look', () => register.recordLook({ caseId: caseId('case-1'), by: personId('eve'), at: now, what: 'case', allowed: true })],
];

async function costs(): Promise<readonly number[]> {
  for (let due = 0; due < DUE; due += 1) await look(`case-${filled - 7 * due}`, 1, nine);
  const all: number[] = [];
  for (const [, work] of WORKS) all.push(await stepsFor(work));
  return all;
}

describe.skipIf(!nodeTells)('with the number of cases (where Node tells the steps of the engine)', () => {
  it(`nothing that is done every day becomes dearer from ${FEW} cases to ${MANY}`, { timeout: LONGEST_MS }, async () => {
    await fillUpTo(FEW);
    const few = await costs();
    await fillUpTo(MANY);
    const many = await costs();
    for (const [place, [what]] of WORKS.entries()) {
      const factor = (many[place] ?? Number.NaN) / (few[place] ?? Number.NaN);
      expect(factor, `${what}: ${few[place]} steps, then ${many[place]}`).toBeLessThan(MOST_GROWTH);
    }
  });

  it('a walk through all cases would be noticed', { timeout: LONGEST_MS }, async () => {
    const walk = databases[0].prepare('SELECT count(*) FROM case_index WHERE lease_until = :never');
    const walking = () => stepsFor(async () => walk.all({ never: 'never' }));
    await fillUpTo(200);
    const few = await walking();
    await fillUpTo(2_000);
    expect((await walking()) / few).toBeGreaterThan(5);
    expect(scans()).toEqual([expect.stringContaining('lease_until = :never')]);
  });
});

it('no statement of the register walks through a whole table or index', async () => {
  await fillUpTo(100);
  for (const [, work] of WORKS.slice(2)) await work();
  await register.anchorHeads(now);
  await register.wakeAll(now);
  expect(scans()).toEqual([]);
});
