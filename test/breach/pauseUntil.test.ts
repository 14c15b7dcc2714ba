import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAUSE_CHOICES, pauseUntil, wantedUntil, withinHalf } from '../../src/breach/pauseUntil.ts';
import { addHours, hoursBetween, type Instant, instant } from '../../src/rules/instant.ts';

const BERLIN = 'Europe/Berlin';
const now = instant('2026-03-27T17:40:00+01:00');
const far = addHours(now, 1000);

describe('how long „I am on it“ lasts', () => {
  it('is what was chosen where the deadline is far, or where there is none', () => {
    for (const deadline of [far, undefined]) {
      expect(pauseUntil('2h', now, BERLIN, deadline)).toBe(addHours(now, 2));
      expect(pauseUntil('4h', now, BERLIN, deadline)).toBe(addHours(now, 4));
      expect(pauseUntil('tomorrow', now, BERLIN, deadline)).toBe(instant('2026-03-28T09:00:00+01:00'));
    }
  });

  it.each([
    ['before the clocks go forward', '2026-03-28T22:00:00+01:00', BERLIN, '2026-03-29T09:00:00+02:00'],
    ['before the clocks go back', '2026-10-24T22:00:00+02:00', BERLIN, '2026-10-25T09:00:00+01:00'],
    ['just after midnight it is the morning of the day after', '2026-11-23T00:30:00+01:00', BERLIN, '2026-11-24T09:00:00+01:00'],
    ['on the last day of the year', '2026-12-31T23:00:00+00:00', 'Europe/Lisbon', '2027-01-01T09:00:00+00:00'],
  ])('until tomorrow means nine on the spot: %s', (_, at, zone, until) => {
    expect(pauseUntil('tomorrow', instant(at), zone, undefined)).toBe(instant(until));
  });

  it('is never more than half of the time left', () => {
    expect(pauseUntil('4h', now, BERLIN, addHours(now, 3))).toBe(addHours(now, 1.5));
    expect(pauseUntil('tomorrow', now, BERLIN, addHours(now, 10))).toBe(addHours(now, 5));
    expect(pauseUntil('2h', now, BERLIN, addHours(now, 4))).toBe(addHours(now, 2));
  });

  it('is two hours at most once the deadline is past', () => {
    for (const choice of PAUSE_CHOICES) expect(pauseUntil(choice, now, BERLIN, addHours(now, -1))).toBe(addHours(now, 2));
    expect(pauseUntil('4h', now, BERLIN, now)).toBe(addHours(now, 2));
  });

  it('always ends, before the deadline, and within two days', () => {
    const minutes = fc.integer({ min: -200 * 60, max: 200 * 60 });
    const moment = fc
      .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') })
      .map((ms): Instant => instant(new Date(ms).toISOString()));
    fc.assert(
      fc.property(fc.constantFrom(...PAUSE_CHOICES), moment, minutes, (choice, at, left) => {
        const deadline = addHours(at, left / 60);
        const until = pauseUntil(choice, at, BERLIN, deadline);
        expect(until >= at).toBe(true);
        expect(hoursBetween(at, until)).toBeLessThanOrEqual(34);
        if (deadline > at) expect(hoursBetween(at, until)).toBeLessThanOrEqual(hoursBetween(at, deadline) / 2);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('is the shorter of what was wanted and what may be had', () => {
    const wanted = wantedUntil('4h', now, BERLIN);
    expect(withinHalf(wanted, now, addHours(now, 100))).toBe(wanted);
    expect(withinHalf(wanted, now, addHours(now, 2))).toBe(addHours(now, 1));
  });
});
