import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourReading, readLocalTime, strictDeadline } from '../../src/rules/art33/deadline.ts';
import { hoursBetween, instant } from '../../src/rules/instant.ts';
import { runs } from './arbitraryInput.ts';

const BERLIN = 'Europe/Berlin';

/** Awareness and both readings as local time in Berlin with its offset. The offset makes the nights of the clock change plain. */
const EXAMPLES: readonly (readonly [lesson: string, awareness: string, strict: string, hourRule: string])[] = [
  ['a plain case', '2026-12-01T09:10:00+01:00', '2026-12-04T09:10:00+01:00', '2026-12-04T10:00:00+01:00'],
  [
    'seconds and their fractions count',
    '2026-12-01T09:10:30.250+01:00',
    '2026-12-04T09:10:30.250+01:00',
    '2026-12-04T10:00:00+01:00',
  ],
  ['a full hour is not counted either', '2026-12-01T09:00:00+01:00', '2026-12-04T09:00:00+01:00', '2026-12-04T10:00:00+01:00'],
  ['Friday evening: the weekend counts', '2026-12-04T18:20:00+01:00', '2026-12-07T18:20:00+01:00', '2026-12-07T19:00:00+01:00'],
  ['ends on Christmas Day', '2020-12-22T12:17:00+01:00', '2020-12-25T12:17:00+01:00', '2020-12-25T13:00:00+01:00'],
  ['ends on Boxing Day', '2026-12-23T16:05:00+01:00', '2026-12-26T16:05:00+01:00', '2026-12-26T17:00:00+01:00'],
  ['Maundy Thursday to Easter Sunday', '2026-04-02T17:45:00+02:00', '2026-04-05T17:45:00+02:00', '2026-04-05T18:00:00+02:00'],
  ['the eve of Ascension', '2027-05-05T19:00:00+02:00', '2027-05-08T19:00:00+02:00', '2027-05-08T20:00:00+02:00'],
  [
    'spring: the wall clock shows an hour more',
    '2026-03-27T17:00:00+01:00',
    '2026-03-30T18:00:00+02:00',
    '2026-03-30T19:00:00+02:00',
  ],
  ['spring change on Easter Sunday', '2027-03-25T17:45:00+01:00', '2027-03-28T18:45:00+02:00', '2027-03-28T19:00:00+02:00'],
  [
    'autumn: the wall clock shows an hour less',
    '2026-10-23T17:00:00+02:00',
    '2026-10-26T16:00:00+01:00',
    '2026-10-26T17:00:00+01:00',
  ],
  ['autumn before All Saints’ Day', '2027-10-30T11:30:00+02:00', '2027-11-02T10:30:00+01:00', '2027-11-02T11:00:00+01:00'],
  ['the first 02:30 of the autumn night', '2026-10-25T02:30:00+02:00', '2026-10-28T01:30:00+01:00', '2026-10-28T02:00:00+01:00'],
  ['the second 02:30 of the autumn night', '2026-10-25T02:30:00+01:00', '2026-10-28T02:30:00+01:00', '2026-10-28T03:00:00+01:00'],
];

describe('the 72 hours of Art. 33(1), worked examples in Berlin', () => {
  it.each(EXAMPLES)('%s: aware %s, strictly due %s', (_lesson, awareness, strict) => {
    expect(strictDeadline(instant(awareness))).toBe(instant(strict));
  });

  it.each(EXAMPLES)('%s: aware %s, the hour reading beside it', (_lesson, awareness, _strict, hourRule) => {
    expect(hourReading(instant(awareness), BERLIN)).toBe(instant(hourRule));
  });

  it('the strict deadline is always 72 elapsed hours, and never later than the hour reading, nor more than an hour earlier', () => {
    const moments = fc.date({
      min: new Date('2018-05-25T00:00:00Z'),
      max: new Date('2037-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(BERLIN, 'Europe/Dublin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(moments, zones, (date, zone) => {
        const awareAt = instant(date.toISOString());
        expect(hoursBetween(awareAt, strictDeadline(awareAt))).toBe(72);
        const later = hoursBetween(strictDeadline(awareAt), hourReading(awareAt, zone));
        expect(later).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(1);
      }),
      runs(0.25),
    );
  });

  it('refuses a zone that does not exist', () => {
    expect(() => hourReading(instant('2026-12-01T09:10:00Z'), 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('a local time as somebody writes it', () => {
  it.each([
    ['2026-03-27 17:00', '2026-03-27T17:00:00+01:00'],
    ['2026-03-27T17:00', '2026-03-27T17:00:00+01:00'],
    ['27.03.2026 17:00', '2026-03-27T17:00:00+01:00'],
    ['27.3.2026, 17:00 Uhr', '2026-03-27T17:00:00+01:00'],
    ['27.03.2026 um 17.00 Uhr', '2026-03-27T17:00:00+01:00'],
    ['  30.03.2026 8:05 ', '2026-03-30T08:05:00+02:00'],
    ['2026-03-29 01:59', '2026-03-29T01:59:00+01:00'],
    ['2026-03-29 03:00', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25 01:59', '2026-10-25T01:59:00+02:00'],
    ['2026-10-25 03:00', '2026-10-25T03:00:00+01:00'],
    ['2026-10-25T02:30:00+01:00', '2026-10-25T02:30:00+01:00'],
    [' 2026-10-25T02:30:00+01:00 ', '2026-10-25T02:30:00+01:00'],
  ])('"%s" is read', (text, expected) => {
    expect(readLocalTime(text, BERLIN)).toEqual({ instant: instant(expected) });
  });

  it('that the spring change skipped is asked back, with what it can mean', () => {
    expect(readLocalTime('29.03.2026 02:30', BERLIN)).toEqual({
      problem: 'does-not-exist',
      candidates: [instant('2026-03-29T01:30:00+01:00'), instant('2026-03-29T03:30:00+02:00')],
    });
  });

  it('that the autumn change repeated is asked back, earliest first', () => {
    expect(readLocalTime('25.10.2026 02:30', BERLIN)).toEqual({
      problem: 'exists-twice',
      candidates: [instant('2026-10-25T02:30:00+02:00'), instant('2026-10-25T02:30:00+01:00')],
    });
  });

  it('depends on the zone: in Dublin the same night is another one', () => {
    expect(readLocalTime('25.10.2026 02:30', 'Europe/Dublin')).toEqual({ instant: instant('2026-10-25T02:30:00+00:00') });
    expect(readLocalTime('25.10.2026 01:30', 'Europe/Dublin')).toMatchObject({ problem: 'exists-twice' });
  });

  it.each([
    '',
    'gestern',
    '17:00',
    '2026-02-30 10:00',
    '31.04.2026 10:00',
    '2026-03-27 24:30',
    '2026-03-27 24:00',
    '27.03.26 10:00',
    '2026-03-27',
  ])('"%s" is not guessed', (text) => {
    expect(readLocalTime(text, BERLIN)).toEqual({ problem: 'unreadable', candidates: [] });
  });
});
