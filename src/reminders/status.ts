import { z } from 'zod';
import type { Clock, Register } from '../ports.ts';
import type { CountedTrouble, Status } from '../prompt/prompt.ts';
import { instant, type Instant } from '../rules/instant.ts';
import { addMinutes } from './backoff.ts';
import { openHeads } from './digestCases.ts';
import { highest, minutesBetween, readHealth, readRunning, type Running, troublesOf } from './health.ts';
import { readNote, updateNote } from './notes.ts';
import type { Alarm } from './remindersWorld.ts';

const HEADS_PER_PAGE = 1000;
/** Older than that, and nobody has looked; the tick comes every minute. */
const OLD_TICK_MINUTES = 3;
const LATE_MINUTES = 10;
const FOUND_AT_MOST = 1000;

/**
 * How Fristwacht is doing, from what stands in the register alone: so any process that can open it can ask, whether the program runs or not.
 * Changes nothing. Counts and times, no case. `machineNow`: the machine's own moment. May throw RegisterUnavailable.
 */
export async function statusOf(register: Register, machineNow: Instant): Promise<Status> {
  const running = await readRunning(register);
  const last = Object.values(running).toSorted((one, other) => (one.machine < other.machine ? 1 : -1))[0];
  // The desk may have put its clock forward; what is due is due by that clock.
  const ahead = last === undefined ? 0 : minutesBetween(last.machine, last.clock);
  const now = ahead > 0 ? addMinutes(machineNow, ahead) : machineNow;
  const alive = Object.values(running).filter(({ machine }) => isFresh(machine, machineNow));
  const nextLook = await register.earliestDue();
  const lastFailure = await readNote(register, 'failure', failureShape);
  return {
    asOf: now,
    ...(last && { lastTick: last.clock }),
    instances: alive.length,
    ...(await countsOf(register)),
    ...(nextLook && { nextLook }),
    waiting: Math.max(0, ...alive.map(({ waiting }) => waiting)),
    ...(lastFailure && { lastFailure: { at: instant(lastFailure.at), what: lastFailure.what } }),
    troubles: await troublesNow(register, running, alive.length, now),
  };
}

const isFresh = (machine: Instant, now: Instant): boolean => minutesBetween(machine, now) <= OLD_TICK_MINUTES;

async function troublesNow(
  register: Register,
  running: Running,
  alive: number,
  now: Instant,
): Promise<readonly CountedTrouble[]> {
  const health = await readHealth(register);
  const found = await register.neglected(addMinutes(now, -LATE_MINUTES), FOUND_AT_MOST);
  return highest([
    ...troublesOf(running, now),
    ...(health !== undefined && health.overAt === undefined ? health.troubles : []),
    { trouble: 'tickOld', count: alive === 0 ? 1 : 0 },
    { trouble: 'lookMissing', count: found.filter(({ nextDueAt }) => nextDueAt === undefined).length },
    { trouble: 'lookLate', count: found.filter(({ nextDueAt }) => nextDueAt !== undefined).length },
  ]);
}

async function countsOf(register: Register): Promise<Pick<Status, 'openCases' | 'openDuties' | 'firstDueBy'>> {
  let [openCases, openDuties] = [0, 0];
  let first: Instant | undefined;
  for await (const page of openHeads(register, HEADS_PER_PAGE)) {
    openCases += page.length;
    for (const { openDuties: kinds, firstDueBy } of page) {
      openDuties += kinds.length;
      if (firstDueBy !== undefined && (first === undefined || firstDueBy < first)) first = firstDueBy;
    }
  }
  return { openCases, openDuties, ...(first && { firstDueBy: first }) };
}

// ---------------------------------------------------------------- the last failure

const failureShape = z.object({ at: z.string(), what: z.string() });

/** Notes that something failed: when, and its kind. May throw RegisterUnavailable. */
export async function noteFailure(register: Register, clock: Clock, what: Alarm['what']): Promise<void> {
  await updateNote(register, 'failure', failureShape, () => ({ at: clock.now(), what }));
}
