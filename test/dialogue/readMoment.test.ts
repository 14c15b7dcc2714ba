import { describe, expect, it } from 'vitest';
import { readMoment } from '../../src/dialogue/readMoment.ts';
import { instant } from '../../src/rules/instant.ts';

const berlin = 'Europe/Berlin';
const now = instant('2026-11-23T18:00:00+01:00');

describe('a moment as people type it', () => {
  it.each([
    ['2026-11-23T17:40', '2026-11-23T17:40:00+01:00'],
    ['2026-11-23 17:40', '2026-11-23T17:40:00+01:00'],
    ['2026-11-23T17:40:00', '2026-11-23T17:40:00+01:00'],
    ['23.11.2026 17:40', '2026-11-23T17:40:00+01:00'],
    ['23.11.2026, 17:40 Uhr', '2026-11-23T17:40:00+01:00'],
    ['3.9.2026 9:05', '2026-09-03T09:05:00+02:00'],
    ['23.11. 17:40', '2026-11-23T17:40:00+01:00'],
    ['17:40', '2026-11-23T17:40:00+01:00'],
    ['heute 17:40', '2026-11-23T17:40:00+01:00'],
    ['gestern 17:40', '2026-11-22T17:40:00+01:00'],
    ['Gestern um 17:40 Uhr', '2026-11-22T17:40:00+01:00'],
    ['yesterday at 17:40', '2026-11-22T17:40:00+01:00'],
    ['  17:40  ', '2026-11-23T17:40:00+01:00'],
    ['17:40+01:00', '2026-11-23T17:40:00+01:00'],
    ['2026-11-23T16:40Z', '2026-11-23T17:40:00+01:00'],
    ['', '2026-11-23T18:00:00+01:00'],
    ['jetzt', '2026-11-23T18:00:00+01:00'],
    ['now', '2026-11-23T18:00:00+01:00'],
  ])('%j is %s', (typed, expected) => {
    expect(readMoment(typed, berlin, now)).toEqual({ moment: instant(expected) });
  });

  it.each([
    '23.11.2026',
    'vorhin',
    '11/23/2026 17:40',
    '32.11.2026 10:00',
    '24:00',
    '25:10',
    '17:60',
    '17:40 17:40',
    '2026-11-23T17:40+99:00',
  ])('%j is asked back as unreadable', (typed) => {
    expect(readMoment(typed, berlin, now)).toEqual({ fault: 'timeUnreadable' });
  });

  it('takes yesterday from the calendar of the place, not of the server', () => {
    const shortlyAfterMidnight = instant('2026-11-24T00:20:00+01:00');
    expect(readMoment('gestern 23:50', berlin, shortlyAfterMidnight)).toEqual({ moment: instant('2026-11-23T23:50:00+01:00') });
  });

  it('knows that 31.12. was two days ago on 2 January', () => {
    const newYear = instant('2027-01-02T09:00:00+01:00');
    expect(readMoment('31.12. 22:00', berlin, newYear)).toEqual({ moment: instant('2026-12-31T22:00:00+01:00') });
    expect(readMoment('1.1. 8:00', berlin, instant('2026-12-31T09:00:00+01:00'))).toEqual({
      moment: instant('2027-01-01T08:00:00+01:00'),
    });
  });
});

describe('the nights of the clock change', () => {
  it('asks back a time that does not exist, with the moments that can be meant', () => {
    expect(readMoment('29.03.2026 02:30', berlin, now)).toEqual({
      fault: 'timeDoesNotExist',
      candidates: [instant('2026-03-29T01:30:00+01:00'), instant('2026-03-29T03:30:00+02:00')],
    });
  });

  it('asks back a time that exists twice, and takes the one named by its offset', () => {
    const candidates = [instant('2026-10-25T02:30:00+02:00'), instant('2026-10-25T02:30:00+01:00')];
    expect(readMoment('25.10.2026 02:30', berlin, now)).toEqual({ fault: 'timeExistsTwice', candidates });
    expect(readMoment('25.10.2026 02:30 +02:00', berlin, now)).toEqual({ moment: candidates[0] });
    expect(readMoment('2026-10-25T02:30+01:00', berlin, now)).toEqual({ moment: candidates[1] });
  });
});
