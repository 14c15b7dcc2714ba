import { describe, expect, it } from 'vitest';
import type { WorkingTime } from '../../src/organisation.ts';
import { placeName, placeOf, publicHolidays } from '../../src/reminders/holidays.ts';
import { workCalendar } from '../../src/reminders/workingTime.ts';
import { officeHours } from './officeHours.ts';

const BERLIN = 'Europe/Berlin';
const calendar = (more: Partial<WorkingTime> = {}) => workCalendar({ ...officeHours, ...more }, BERLIN);
const at = (moment: string): number => Date.parse(moment);
/** Free time as two moments and its kind. */
function free(moment: string, more: Partial<WorkingTime> = {}): string | undefined {
  const found = calendar(more).freeTimeAt(at(moment));
  return found && `${new Date(found.from).toISOString()} ${new Date(found.until).toISOString()} ${found.kind}`;
}

describe('holidays', () => {
  it('are those of the Land: Fronleichnam in Nordrhein-Westfalen, not in Hamburg', () => {
    expect(publicHolidays({ country: 'DE', state: 'NW' }, 2026).has('2026-06-04')).toBe(true);
    expect(publicHolidays({ country: 'DE', state: 'HH' }, 2026).has('2026-06-04')).toBe(false);
  });

  it('are those of the region: Mariä Himmelfahrt where Bavaria is mostly Catholic, the Friedensfest in Augsburg', () => {
    expect(publicHolidays({ country: 'DE', state: 'BY' }, 2026).has('2026-08-15')).toBe(false);
    expect(publicHolidays({ country: 'DE', state: 'BY', region: 'KATH' }, 2026).has('2026-08-15')).toBe(true);
    expect(publicHolidays({ country: 'DE', state: 'BY', region: 'A' }, 2026).has('2026-08-08')).toBe(true);
  });

  it('are those of the country elsewhere, and of the canton', () => {
    expect(publicHolidays({ country: 'AT' }, 2026).has('2026-10-26')).toBe(true);
    expect(publicHolidays({ country: 'CH', state: 'ZH' }, 2026).has('2026-08-01')).toBe(true);
    expect(publicHolidays({ country: 'CH', state: 'TI' }, 2026).has('2026-03-19')).toBe(true);
    expect(publicHolidays({ country: 'CH', state: 'ZH' }, 2026).has('2026-03-19')).toBe(false);
  });

  it('are no days on which only banks are closed', () => {
    expect(publicHolidays({ country: 'DE', state: 'NW' }, 2026).has('2026-12-24')).toBe(false);
  });

  it.each(['DE', 'DE-NW', 'DE-BY-KATH', 'AT-9', 'CH-ZH', 'FR'])('of %s are known', (name) => {
    const place = placeOf(name);
    expect(place && placeName(place)).toBe(name);
    expect(place && publicHolidays(place, 2027).size).toBeGreaterThan(3);
  });

  it.each(['', 'XX', 'DE-XX', 'FR-XX', 'DE-NW-KATH', 'de-nw'])('of „%s“ are not', (name) => {
    expect(placeOf(name)).toBeUndefined();
  });
});

describe('free time', () => {
  it('is none while somebody works; the end of the day belongs to it, the beginning does not', () => {
    expect(free('2026-03-26T12:00:00+01:00')).toBeUndefined();
    expect(free('2026-03-26T16:59:59+01:00')).toBeUndefined();
    expect(free('2026-03-26T17:00:00+01:00')).toBe('2026-03-26T16:00:00.000Z 2026-03-27T07:00:00.000Z night');
    expect(free('2026-03-27T08:00:00+01:00')).toBeUndefined();
  });

  it('is the weekend, an hour shorter when the clocks go forward and an hour longer when they go back', () => {
    expect(free('2026-03-28T12:00:00+01:00')).toBe('2026-03-27T16:00:00.000Z 2026-03-30T06:00:00.000Z weekend');
    expect(free('2026-10-24T12:00:00+02:00')).toBe('2026-10-23T15:00:00.000Z 2026-10-26T07:00:00.000Z weekend');
  });

  it('is Easter from Maundy Thursday to Tuesday', () => {
    expect(free('2026-04-04T12:00:00+02:00')).toBe('2026-04-02T15:00:00.000Z 2026-04-07T06:00:00.000Z daysOff');
  });

  it('is a bridge where the house is closed on it: Ascension Day and the Friday after', () => {
    const closed = [{ from: '2026-05-15', to: '2026-05-15' }];
    expect(free('2026-05-14T12:00:00+02:00')).toBe('2026-05-13T15:00:00.000Z 2026-05-15T06:00:00.000Z dayOff');
    expect(free('2026-05-14T12:00:00+02:00', { closed })).toBe('2026-05-13T15:00:00.000Z 2026-05-18T06:00:00.000Z daysOff');
  });

  it('is the time between the years, where the house is closed from Christmas Eve', () => {
    const closed = [{ from: '2026-12-24', to: '2027-01-01' }];
    expect(free('2026-12-28T12:00:00+01:00', { closed })).toBe('2026-12-23T16:00:00.000Z 2027-01-04T07:00:00.000Z daysOff');
    expect(free('2026-12-24T12:00:00+01:00', { holidays: ['12-24'] })).toBe(
      '2026-12-23T16:00:00.000Z 2026-12-28T07:00:00.000Z daysOff',
    );
  });

  it('differs between Länder', () => {
    const hamburg = { holidaysOf: { country: 'DE', state: 'HH' } };
    expect(free('2026-06-04T12:00:00+02:00')).toBe('2026-06-03T15:00:00.000Z 2026-06-05T06:00:00.000Z dayOff');
    expect(free('2026-06-04T12:00:00+02:00', hamburg)).toBeUndefined();
  });

  it('knows other hours on other days, and midnight as an end', () => {
    const hours = { mon: { from: '08:00', to: '24:00' }, tue: { from: '00:00', to: '06:00' } };
    expect(free('2026-03-23T23:59:59+01:00', { hours })).toBeUndefined();
    expect(free('2026-03-24T00:00:00+01:00', { hours })).toBeUndefined();
    expect(free('2026-03-25T12:00:00+01:00', { hours })).toBe('2026-03-24T05:00:00.000Z 2026-03-30T06:00:00.000Z weekend');
  });

  it('is none where nobody ever works: then nothing waits', () => {
    expect(free('2026-03-26T12:00:00+01:00', { hours: {} })).toBeUndefined();
    expect(free('2026-03-26T12:00:00+01:00', { closed: [{ from: '2026-01-01', to: '2026-12-31' }] })).toBeUndefined();
  });
});
