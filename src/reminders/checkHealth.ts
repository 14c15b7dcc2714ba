import { type Neglected, RegisterUnavailable } from '../ports.ts';
import type { CountedTrouble } from '../prompt/prompt.ts';
import { ORGANISATION } from '../register/organisationStream.ts';
import type { Instant } from '../rules/instant.ts';
import { addMinutes } from './backoff.ts';
import { type Health, highest, type Instance, noteHealth, noteInstance, troublesOf } from './health.ts';
import { reconcileCase } from './reconcile.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { auditTurn } from './rollingAudit.ts';

/** What only this instance knows of itself. */
export type Vitals = {
  /** Since the last run through everything due came to its end, by a clock that nobody sets. */
  readonly tickAgeSeconds: number;
  /** People and channels that wait for something, and those of them that wait for more than ten minutes. */
  readonly waiting: number;
  readonly stuck: number;
};

export type CheckedWorld = RemindersWorld & {
  /** Names this instance among several; random, made at its start. */
  readonly instance: string;
  /** The machine's own moment; at the desk the clock of the reminders may be ahead of it. */
  readonly machineNow: () => Instant;
  readonly vitals: () => Vitals;
  /** Runs once more through everything due, and ends when that has ended. */
  readonly runAgain: () => Promise<void>;
};

export type Checked =
  /** `troubles`: of all instances. */
  | { readonly register: 'reached'; readonly troubles: readonly CountedTrouble[]; readonly health: Health | undefined }
  | { readonly register: 'unreachable' };

const LATE_MINUTES = 10;
const OLD_TICK_SECONDS = 180;
const FOUND_AT_MOST = 1000;

/**
 * The check that knows nothing of the machinery it checks: is every open case looked at again, and in time; would every open duty speak; does
 * this instance run and deliver. What it finds is noted, and told through the organisation's stream, which is served here and not left to the
 * next tick: that may be what is broken. Throws nothing but what is no failure of the register.
 */
export async function checkHealth(world: CheckedWorld): Promise<Checked> {
  try {
    const found = highest([...ownTroubles(world.vitals()), ...(await neglected(world)), ...(await auditTurn(world)).troubles]);
    return await told(world, found);
  } catch (error) {
    if (error instanceof RegisterUnavailable) return { register: 'unreachable' };
    throw error;
  }
}

function ownTroubles({ tickAgeSeconds, stuck }: Vitals): readonly CountedTrouble[] {
  return [
    { trouble: 'tickOld', count: tickAgeSeconds > OLD_TICK_SECONDS ? 1 : 0 },
    { trouble: 'deliveriesStuck', count: stuck },
  ];
}

/** A machine that slept finds everything late and nothing wrong: first it may look. Whom nobody would have looked at is counted for good. */
async function neglected({ register, clock, runAgain }: CheckedWorld): Promise<readonly CountedTrouble[]> {
  const first = await register.neglected(late(clock.now()), FOUND_AT_MOST);
  if (first.length === 0) return [];
  const missing = first.filter(isMissing);
  for (const { caseId } of missing) await register.wake(caseId, clock.now());
  await runAgain();
  const left = await register.neglected(late(clock.now()), FOUND_AT_MOST);
  return [
    { trouble: 'lookMissing', count: missing.length },
    { trouble: 'lookLate', count: left.filter((one) => !isMissing(one)).length },
  ];
}

const late = (now: Instant): Instant => addMinutes(now, -LATE_MINUTES);
const isMissing = ({ nextDueAt }: Neglected): boolean => nextDueAt === undefined;

async function told(world: CheckedWorld, found: readonly CountedTrouble[]): Promise<Checked> {
  const { register, clock, instance } = world;
  const now = clock.now();
  const running = await noteInstance(register, instance, () => ({ ...ofItself(world), checkedAt: now, troubles: [...found] }));
  const troubles = troublesOf(running, now);
  const health = await noteHealth(register, troubles, now);
  if (health !== undefined && (health.overAt === undefined || health.overAt === now)) {
    await register.wake(ORGANISATION, now);
    await reconcileCase(world, ORGANISATION);
  }
  return { register: 'reached', troubles, health };
}

const ofItself = ({ machineNow, clock, vitals }: CheckedWorld): Pick<Instance, 'machine' | 'clock' | 'waiting'> => ({
  machine: machineNow(),
  clock: clock.now(),
  waiting: vitals().waiting,
});

/** Notes after a run that this instance lives; what its last check found stays as it was. May throw RegisterUnavailable. */
export async function noteTick(world: CheckedWorld): Promise<void> {
  await noteInstance(world.register, world.instance, (before) => ({ troubles: [], ...before, ...ofItself(world) }));
}
