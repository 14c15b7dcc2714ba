import { schedule } from 'node-cron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startTicking, type TickFault, type Ticking } from '../../adapters/timer/tick.ts';

const monotonicNow = () => performance.now();
const seconds = (count: number) => new Promise<void>((resolve) => setTimeout(resolve, count * 1000));
const never = () => new Promise<void>(() => undefined);

let ticking: Ticking | undefined;
let faults: TickFault[] = [];

/** Ticks every second in real time, counts the runs and gathers the faults. */
function tick(work: (run: number, signal: AbortSignal) => Promise<void>, timeoutSeconds = 60): { runs: number } {
  const count = { runs: 0 };
  faults = [];
  ticking = startTicking({
    work: (signal) => work((count.runs += 1), signal),
    everySeconds: 1,
    timeoutSeconds,
    monotonicNow,
    onFault: (fault) => faults.push(fault),
  });
  return count;
}

afterEach(async () => {
  vi.useRealTimers();
  await ticking?.stop();
  ticking = undefined;
});

describe('the tick', () => {
  it('runs at the start and again and again', async () => {
    const count = tick(async () => undefined);
    expect(count.runs).toBe(1);
    await seconds(2.3);
    expect(count.runs).toBeGreaterThanOrEqual(3);
  });

  it('does not stop because a run failed, and tells the fault', async () => {
    const count = tick(async (run) => {
      if (run <= 2) throw new Error(`run ${run}`);
    });
    await seconds(2.3);
    expect(count.runs).toBeGreaterThanOrEqual(3);
    expect(faults).toEqual([1, 2].map((run) => ({ kind: 'failed', error: new Error(`run ${run}`) })));
  });

  it('does not stop because telling the fault failed', async () => {
    let runs = 0;
    const work = async () => {
      runs += 1;
      throw new Error('always');
    };
    const onFault = () => {
      throw new Error('nobody listens');
    };
    ticking = startTicking({ work, everySeconds: 1, monotonicNow, onFault });
    await seconds(1.2);
    expect(runs).toBeGreaterThanOrEqual(2);
  });

  it('never runs twice at once', async () => {
    let under = 0;
    let most = 0;
    const count = tick(async () => {
      most = Math.max(most, (under += 1));
      await seconds(1.5);
      under -= 1;
    });
    void ticking?.runNow();
    await seconds(3.3);
    expect(most).toBe(1);
    expect(count.runs).toBeGreaterThanOrEqual(2);
  });

  it('leaves a run behind that hangs, tells it so, and goes on', async () => {
    const signals: AbortSignal[] = [];
    const count = tick((run, signal) => {
      signals.push(signal);
      return run === 1 ? never() : Promise.resolve();
    }, 0.5);
    await seconds(2.3);
    expect(count.runs).toBeGreaterThanOrEqual(2);
    expect(faults).toEqual([{ kind: 'hung', afterSeconds: 0.5 }]);
    expect(signals.map((signal) => signal.aborted).slice(0, 2)).toEqual([true, false]);
  });

  it('goes on when the system clock is set back by an hour, where node-cron alone falls silent', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-27T09:00:00.400Z') });
    const count = tick(async () => undefined);
    let alone = 0;
    const bare = schedule('* * * * * *', () => void (alone += 1), { timezone: 'UTC', suppressMissedWarning: true });
    vi.setSystemTime(new Date('2026-03-27T08:00:00.400Z'));
    await seconds(1);
    const before = { runs: count.runs, alone };
    await seconds(3.3);
    await bare.destroy();
    expect(alone).toBe(before.alone);
    expect(count.runs - before.runs).toBeGreaterThanOrEqual(1);
  });

  it.each([0, -1, 61, 1.5, Number.NaN])('refuses %s seconds', (everySeconds) => {
    expect(() => startTicking({ work: never, everySeconds, monotonicNow, onFault: () => undefined })).toThrow(RangeError);
  });
});

describe('a run out of turn', () => {
  it('happens at once and is waited for', async () => {
    let done = 0;
    tick(async () => {
      await seconds(0.05);
      done += 1;
    });
    await ticking?.runNow();
    expect(done).toBe(2);
  });

  it('waits for the one under way and then really runs, once for all that asked meanwhile', async () => {
    const order: string[] = [];
    tick(async (run) => {
      order.push(`begin ${run}`);
      await seconds(0.2);
      order.push(`end ${run}`);
    });
    await Promise.all([ticking?.runNow(), ticking?.runNow(), ticking?.runNow()]);
    expect(order.slice(0, 4)).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2']);
    expect(order.length).toBeLessThanOrEqual(6);
  });

  it('does not reject when the run fails', async () => {
    tick(async () => Promise.reject(new Error('no')));
    await expect(ticking?.runNow()).resolves.toBeUndefined();
  });
});

describe('stopping', () => {
  it('waits for the run under way and starts no other', async () => {
    let done = 0;
    const count = tick(async () => {
      await seconds(0.3);
      done += 1;
    });
    const queued = ticking?.runNow();
    await ticking?.stop();
    await queued;
    await ticking?.runNow();
    expect([count.runs, done]).toEqual([1, 1]);
    await seconds(1.6);
    expect(count.runs).toBe(1);
  });

  it('waits no longer than a run may take', async () => {
    tick(never, 0.3);
    const before = performance.now();
    await ticking?.stop();
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
