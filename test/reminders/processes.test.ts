import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeOnServer } from '../support/mongod.ts';
import { mongoDatabase } from '../stores/mongo/mongoDatabase.ts';
import { killedRound, type RoundResult } from './processes/killedRound.ts';
import type { Place } from './processes/reminderProcess.ts';
import { faultsOf } from './simulation/report.ts';

const PROOF = process.env.FRISTWACHT_PROOF === '1';
const SEED = Number(process.env.FRISTWACHT_SEED ?? 20_260_327);
const SIZE = PROOF
  ? { cases: 40, roughSeconds: 300, calmSeconds: 25, hours: 80 }
  : { cases: 5, roughSeconds: 6, calmSeconds: 8, hours: 10 };
const TIMEOUT_MS = PROOF ? 15 * 60_000 : 60_000;

const story = ({
  cases,
  owed,
  delivered,
  endedFirst,
  faults,
  repetitions,
  messages,
  kills,
  answersLost,
  latestMs,
  latestRealSeconds,
}: RoundResult) =>
  [
    `cases ${cases}, reminders owed ${owed}, delivered ${delivered}, ended before they could be ${endedFirst}`,
    `lost ${faults.lost.length}, doubled ${faults.doubled.length}, out of order or after the end ${faults.other.length}`,
    `repetitions ${repetitions} for ${answersLost} lost answers and ${kills} kills`,
    `latest delivery after due: ${latestRealSeconds.toFixed(1)} s of real time (${(latestMs / 60_000).toFixed(0)} min on the clock of the test), outage included`,
    `messages ${messages}`,
  ].join(', ');

async function expectKept(name: string, place: Place): Promise<void> {
  const result = await killedRound({ place, seed: SEED, ...SIZE });
  console.log(`${name}, ${SIZE.roughSeconds} s: ${story(result)}`);
  // The clock of this test runs far ahead of the machine's, so hours on it say nothing of lateness; the seconds are printed.
  expect(faultsOf({ faults: { ...result.faults, late: [] } })).toEqual([]);
  expect(result.owed).toBeGreaterThan(SIZE.cases * 5);
  expect(result.kills).toBeGreaterThan(SIZE.roughSeconds / 8);
  expect(result.repetitions).toBeLessThanOrEqual(result.answersLost + result.kills);
}

const title = `three instances killed at random for ${SIZE.roughSeconds} s lose no reminder and double none (seed ${SEED})`;

describe('on one embedded file', () => {
  it(title, { timeout: TIMEOUT_MS }, async () => {
    const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fristwacht-processes-'));
    try {
      await expectKept('embedded', { file: join(folder, 'register.sqlite') });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describeOnServer('on one MongoDB', (server) => {
  it(title, { timeout: TIMEOUT_MS }, async () => {
    const database = mongoDatabase(server().uri);
    try {
      await expectKept(server().name, { uri: server().uri, database: database.name });
    } finally {
      await database.remove();
    }
  });
});
