import { type Checked, type CheckedWorld, checkHealth } from '../../src/reminders/checkHealth.ts';
import { tellWithoutRegister } from '../../src/reminders/tellWithoutRegister.ts';
import { minutesBetween } from '../../src/reminders/health.ts';
import type { Instant } from '../../src/rules/instant.ts';
import { oneAtATime } from '../timer/oneAtATime.ts';
import { beat } from './heartbeat.ts';

export type CheckingSetting = { readonly checkSeconds?: number; readonly heartbeat?: URL | undefined };

export type Checking = {
  readonly checkNow: () => Promise<void>;
  /** No further check starts; ends when the present one has ended. */
  readonly stop: () => Promise<void>;
};

const CHECK_SECONDS = 300;
const MS_PER_SECOND = 1000;
const LOGGED_AGAIN_MINUTES = 60;

/** Checks every five minutes, by a timer of its own that no tick can hold up. Only a check that finds nothing anywhere lets the sign of life go out. */
export function keepChecking(world: CheckedWorld, { checkSeconds = CHECK_SECONDS, heartbeat }: CheckingSetting): Checking {
  const tellDirectly = tellWithoutRegister(world);
  const log = logOf(world);
  let stopped = false;
  const check = async (): Promise<void> => {
    if (stopped) return;
    const checked = await checkHealth(world);
    log(checked);
    await tellDirectly(checked.register === 'reached');
    const isWell = checked.register === 'reached' && checked.troubles.length === 0;
    if (isWell && heartbeat !== undefined && !(await beat(heartbeat))) world.alarm({ what: 'heartbeatFailed' });
  };
  const { run, runAfresh, idle } = oneAtATime(check, checkSeconds, () => world.alarm({ what: 'unexpected' }));
  const timer = setInterval(() => void run(), checkSeconds * MS_PER_SECOND);
  return {
    checkNow: runAfresh,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await idle();
    },
  };
}

/** What the log hears: the beginning of a trouble, every hour of it, and its end. Kinds and numbers only. */
function logOf({ alarm, clock }: CheckedWorld): (checked: Checked) => void {
  let told: { readonly since: Instant; readonly at: Instant } | undefined;
  return (checked) => {
    if (checked.register === 'unreachable') {
      alarm({ what: 'registerUnavailable' });
      return;
    }
    const { health } = checked;
    if (health === undefined) return;
    const now = clock.now();
    if (health.overAt === undefined) {
      if (told?.since === health.since && Math.abs(minutesBetween(told.at, now)) < LOGGED_AGAIN_MINUTES) return;
      told = { since: health.since, at: now };
      alarm({ what: 'unwell', troubles: health.troubles });
    } else if (told !== undefined) {
      told = undefined;
      alarm({ what: 'wellAgain' });
    }
  };
}
