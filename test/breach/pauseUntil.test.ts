import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAUSE_CHOICES, pauseUntil } from '../../src/breach/pauseUntil.ts';
import { addHours, hoursBetween, instant } from '../../src/rules/instant.ts';

const berlin = 'Europe/Berlin';
/** Friday, 17:40 in Berlin. */
const friday = instant('2026-03-27T16:40:00Z');

describe('„I am on it“', () => {
  it('lasts as long as chosen while nothing presses', () => {
    expect(pauseUntil('2h', friday, berlin, undefined)).toBe(addHours(friday, 2));
    expect(pauseUntil('4h', friday, berlin, addHours(friday, 72))).toBe(addHours(friday, 4));
    expect(pauseUntil('tomorrow', friday, berlin, addHours(friday, 72))).toBe(instant('2026-03-28T08:00:00Z'));
  });

  it('until tomorrow means nine on the spot, also when the clocks change in the night', () => {
    const saturday = instant('2026-03-28T16:40:00Z');
    expect(pauseUntil('tomorrow', saturday, berlin, undefined)).toBe(instant('2026-03-29T07:00:00Z'));
    expect(pauseUntil('tomorrow', instant('2026-03-27T23:30:00Z'), berlin, undefined)).toBe(instant('2026-03-29T07:00:00Z'));
  });

  it('is cut to half of the time left, and to two hours after a missed deadline', () => {
    expect(pauseUntil('4h', friday, berlin, addHours(friday, 3))).toBe(addHours(friday, 1.5));
    expect(pauseUntil('tomorrow', friday, berlin, addHours(friday, 20))).toBe(addHours(friday, 10));
    expect(pauseUntil('tomorrow', friday, berlin, addHours(friday, -1))).toBe(addHours(friday, 2));
  });

  it('never goes beyond half of the time left, whenever it is pressed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PAUSE_CHOICES),
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        fc.integer({ min: 1, max: 200 * 60 }),
        (choice, minutes, left) => {
          const now = addHours(friday, minutes / 60);
          const deadline = addHours(now, left / 60);
          const until = pauseUntil(choice, now, berlin, deadline);
          expect(hoursBetween(now, until)).toBeGreaterThan(0);
          expect(hoursBetween(now, until)).toBeLessThanOrEqual(left / 120 + 1e-6);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});
