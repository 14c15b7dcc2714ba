import { describe, expect, it } from 'vitest';
import { addHours, earliest, hoursBetween, instant, isBefore, parseInstant } from '../../src/rules/instant.ts';

describe('an instant', () => {
  it('is written in one way: UTC with milliseconds', () => {
    expect(instant('2026-03-27T17:40:00+01:00')).toBe('2026-03-27T16:40:00.000Z');
    expect(instant('2026-03-27T16:40Z')).toBe('2026-03-27T16:40:00.000Z');
    expect(instant('2026-03-27T16:40:00.5Z')).toBe('2026-03-27T16:40:00.500Z');
  });

  it.each(['2026-03-27T17:40:00', '2026-03-27', '2026-02-30T10:00:00Z', '2026-13-01T10:00:00Z', 'now', '', '27.03.2026 17:40'])(
    'refuses "%s", which names no moment',
    (text) => {
      expect(parseInstant(text)).toBeUndefined();
      expect(() => instant(text)).toThrow(RangeError);
    },
  );

  it('adds hours that pass, not hours on the wall', () => {
    expect(addHours(instant('2026-03-27T17:00:00+01:00'), 72)).toBe(instant('2026-03-30T18:00:00+02:00'));
    expect(addHours(instant('2026-03-27T17:00:00Z'), -0.5)).toBe(instant('2026-03-27T16:30:00Z'));
  });

  it('measures and compares', () => {
    const noon = instant('2026-03-27T12:00:00Z');
    const half = instant('2026-03-27T13:30:00+01:00');
    expect(hoursBetween(noon, half)).toBe(0.5);
    expect(hoursBetween(half, noon)).toBe(-0.5);
    expect(isBefore(noon, half)).toBe(true);
    expect(isBefore(noon, noon)).toBe(false);
    expect(earliest(half, noon, half)).toBe(noon);
    expect(earliest(half)).toBe(half);
  });
});
