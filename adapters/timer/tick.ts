import { schedule } from 'node-cron';
import { oneAtATime, type TickFault, type Work } from './oneAtATime.ts';

export type { TickFault } from './oneAtATime.ts';

export type TickOptions = {
  /** What to do at every tick. The signal says that it took too long and was left behind; it should end then. */
  readonly work: Work;
  /** 1 to 60; 60 where nothing is said. */
  readonly everySeconds?: number;
  /** How long one run may take before the next one starts without it. */
  readonly timeoutSeconds?: number;
  /** Milliseconds from any start, which no change of the system clock moves. */
  readonly monotonicNow: () => number;
  readonly onFault: (fault: TickFault) => void;
};

export type Ticking = {
  /** Runs once more, without waiting for the tick; ends when that run has ended. Never rejects. */
  readonly runNow: () => Promise<void>;
  /** No further run starts; ends when the present one has ended or its time is over. */
  readonly stop: () => Promise<void>;
};

const MINUTE = 60;
const MS_PER_SECOND = 1000;

/**
 * Runs `work` at once and then again and again. node-cron gives the tick, which knows nothing of what is due. It falls silent
 * while the system clock is set back, so a guard with a clock of its own steps in when a tick and a half have passed without one.
 * A run too many does no harm: what is due stands in the register.
 */
export function startTicking({ work, everySeconds = MINUTE, timeoutSeconds = 120, monotonicNow, onFault }: TickOptions): Ticking {
  const expression = cronExpression(everySeconds);
  let lastStart = Number.NEGATIVE_INFINITY;
  let stopped = false;
  const noted: Work = async (signal) => {
    if (stopped) return;
    lastStart = monotonicNow();
    await work(signal);
  };
  const { run, runAfresh, idle } = oneAtATime(noted, timeoutSeconds, onFault);

  const task = schedule(expression, () => void run(), { name: 'tick', timezone: 'UTC', suppressMissedWarning: true });
  const halfTickMs = (everySeconds * MS_PER_SECOND) / 2;
  const guard = setInterval(() => {
    if (monotonicNow() - lastStart > 3 * halfTickMs) void run();
  }, halfTickMs);
  void run();

  return {
    runNow: async () => (stopped ? undefined : runAfresh()),
    stop: async () => {
      stopped = true;
      clearInterval(guard);
      await task.destroy();
      await idle();
    },
  };
}

function cronExpression(everySeconds: number): string {
  if (everySeconds === MINUTE) return '* * * * *';
  if (Number.isInteger(everySeconds) && everySeconds > 0 && everySeconds < MINUTE) return `*/${everySeconds} * * * * *`;
  throw new RangeError('The tick takes 1 to 60 whole seconds.');
}
