import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDeskClock } from '../../adapters/desk/deskClock.ts';
import { addHours, type Instant, instant } from '../../src/rules/instant.ts';

const nine = instant('2026-03-02T09:00:00Z');

/** The settings of a desk and a machine clock that a test can turn. */
function machine() {
  const settings = new Map<string, string>();
  let latest: Instant | undefined;
  let now = nine;
  return {
    turnTo: (moment: Instant) => void (now = moment),
    turnBy: (hours: number) => void (now = addHours(now, hours)),
    showSomethingAt: (moment: Instant) => void (latest = moment),
    start: () =>
      openDeskClock(
        {
          readSetting: (name) => settings.get(name),
          writeSetting: (name, value) => void settings.set(name, value),
          latestMoment: () => latest,
        },
        () => now,
      ),
  };
}

describe('the clock of the desk', () => {
  it('shows the time of the machine until somebody puts it forward', () => {
    expect(machine().start().now()).toBe(nine);
  });

  it('runs on from where it was put', () => {
    const its = machine();
    const clock = its.start();
    clock.forwardTo(addHours(nine, 12));
    its.turnBy(1);
    expect(clock.now()).toBe(addHours(nine, 13));
  });

  it('does not go back when it is put to a moment that is past', () => {
    const clock = machine().start();
    clock.forwardTo(addHours(nine, 12));
    expect(clock.forwardTo(addHours(nine, 2))).toBe(addHours(nine, 12));
  });

  it('keeps its lead across a restart', () => {
    const its = machine();
    its.start().forwardTo(addHours(nine, 24));
    its.turnBy(1);
    expect(its.start().now()).toBe(addHours(nine, 25));
  });

  it('does not go behind what it has shown when the machine was set back in between', () => {
    const its = machine();
    its.showSomethingAt(addHours(nine, 5));
    expect(its.start().now()).toBe(addHours(nine, 5));
  });

  it('never runs backwards, whatever is done to it', () => {
    const step = fc.oneof(
      fc.record({ does: fc.constant('turn' as const), hours: fc.integer({ min: -48, max: 48 }) }),
      fc.record({ does: fc.constant('forward' as const), hours: fc.integer({ min: -24, max: 100 }) }),
      fc.record({ does: fc.constant('restart' as const), hours: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const its = machine();
        let clock = its.start();
        let last = clock.now();
        for (const { does, hours } of steps) {
          // What the desk shows carries its time, so a restart knows how far it had come.
          its.showSomethingAt(last);
          if (does === 'turn') its.turnBy(hours);
          if (does === 'forward') clock.forwardTo(addHours(last, hours));
          if (does === 'restart') clock = its.start();
          expect(clock.now() >= last).toBe(true);
          last = clock.now();
        }
      }),
      { seed: 72, numRuns: 500 },
    );
  });
});
