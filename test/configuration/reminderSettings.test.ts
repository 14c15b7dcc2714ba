import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../adapters/configuration/readConfiguration.ts';
import { REMEDIES } from '../../adapters/configuration/remedies.ts';
import { CADENCE_KINDS, type Organisation } from '../../src/organisation.ts';
import { USUAL_CADENCES } from '../../src/reminders/cadence.ts';
import { projectRoot } from '../support/arrows.ts';

const smallest = `
organisation: { name: Musterwerke, country: DE, land: NW, sector: private }
contactPoint: { name: Datenschutz, phone: 0251 5550111 }
persons:
  - { id: anna-berger, name: Anna Berger, roles: [dpo], accounts: { slack: U1 } }
channels: { slack: C1 }
`;
const example = readFileSync(join(projectRoot, 'fristwacht.example.yaml'), 'utf8');

function accepted(more: string, file = smallest): Organisation {
  const read = readConfiguration(`${file}\n${more}\n`, { platform: 'slack' });
  return read.ok ? read.organisation : expect.unreachable(`refused: ${JSON.stringify(read.faults)}`);
}
function faults(more: string) {
  const read = readConfiguration(`${smallest}\n${more}\n`, { platform: 'slack' });
  return read.ok ? [] : read.faults;
}

describe('working time in the file', () => {
  it('is Monday to Friday with the holidays of the seat where nothing is said', () => {
    expect(accepted('').workingTime).toMatchObject({
      hours: { mon: { from: '08:00', to: '17:00' }, fri: { from: '08:00', to: '17:00' } },
      holidaysOf: { country: 'DE', state: 'NW' },
    });
    expect(accepted('').workingTime?.hours.sat).toBeUndefined();
  });

  it('none means any hour', () => expect(accepted('workingTime: none').workingTime).toBeUndefined());

  it('takes days, holidays of another place, own days off and times when the house is closed', () => {
    const section = `workingTime:
  hours: [mon-wed 07:30-16:00, sun 10:00-24:00]
  holidaysOf: DE-BY-KATH
  holidays: [12-24, 2026-05-15]
  closed: [2026-12-23/2027-01-01]`;
    expect(accepted(section).workingTime).toEqual({
      hours: {
        mon: { from: '07:30', to: '16:00' },
        tue: { from: '07:30', to: '16:00' },
        wed: { from: '07:30', to: '16:00' },
        sun: { from: '10:00', to: '24:00' },
      },
      holidaysOf: { country: 'DE', state: 'BY', region: 'KATH' },
      holidays: ['12-24', '2026-05-15'],
      closed: [{ from: '2026-12-23', to: '2027-01-01' }],
    });
  });

  it.each([
    ['a word that is none', 'workingTime: always', 'workingTime', 'always', 'workingTime'],
    ['times without days', 'workingTime: { hours: [08:00-17:00] }', 'workingTime.hours[1]', '08:00-17:00', 'workingHours'],
    [
      'an end before the beginning',
      'workingTime: { hours: [mon 17:00-08:00] }',
      'workingTime.hours',
      'mon 17:00-08:00',
      'workingHours',
    ],
    [
      'days backwards',
      'workingTime: { hours: [fri-mon 08:00-17:00] }',
      'workingTime.hours',
      'fri-mon 08:00-17:00',
      'workingHours',
    ],
    [
      'a day twice',
      'workingTime: { hours: [mon-fri 08:00-17:00, fri 08:00-12:00] }',
      'workingTime.hours',
      'fri 08:00-12:00',
      'workingDayTwice',
    ],
    ['no day at all', 'workingTime: { hours: [] }', 'workingTime.hours', '', 'workingHoursMissing'],
    ['a place nobody knows', 'workingTime: { holidaysOf: DE-XX }', 'workingTime.holidaysOf', 'DE-XX', 'holidaysOf'],
    ['a region of another Land', 'workingTime: { holidaysOf: DE-NW-KATH }', 'workingTime.holidaysOf', 'DE-NW-KATH', 'holidaysOf'],
    ['a day that does not exist', 'workingTime: { holidays: [02-30] }', 'workingTime.holidays[1]', '02-30', 'workingDay'],
    [
      'a closing that ends before it begins',
      'workingTime: { closed: [2027-01-02/2026-12-23] }',
      'workingTime.closed',
      '2027-01-02/2026-12-23',
      'workingPeriod',
    ],
  ] as const)('refuses %s', (_, more, key, value, remedy) => {
    expect(faults(more)).toEqual([{ key, value, remedy: REMEDIES[remedy] }]);
  });
});

describe('a cadence in the file', () => {
  const cadence = (kind: string, at: string, every: string): string =>
    `reminders:\n  cadence:\n    ${kind}: { at: ${at}, every: ${every} }`;

  it('replaces the usual one of its kind and no other', () => {
    expect(accepted(cadence('art33-1', '[0, 12, 24, 36, 48, 60, 71.5]', '2')).cadence).toEqual({
      'art33-1': { atHours: [0, 12, 24, 36, 48, 60, 71.5], thenEveryHours: 2 },
    });
    expect(accepted('').cadence).toBeUndefined();
  });

  it.each([
    ['no step', 'art33-1', '[]', '4', 'at', '', 'cadenceStart'],
    ['no step near the start', 'art33-1', '[24, 48, 71]', '4', 'at', '24, 48, 71', 'cadenceStart'],
    ['a step before the start', 'art34-1', '[-4, 0]', '4', 'at', '-4, 0', 'cadenceStart'],
    ['a wide gap', 'art33-1', '[0, 48, 71]', '4', 'at', '0, 48, 71', 'cadenceGap'],
    ['silence before the deadline', 'art33-1', '[0, 24]', '4', 'at', '0, 24', 'cadenceGap'],
    ['a step only after the deadline', 'art33-1', '[0, 24, 48, 71, 80]', '4', 'at', '0, 24, 48, 71, 80', 'cadenceAfterDeadline'],
    ['steps out of order', 'art33-1', '[0, 48, 24, 71]', '4', 'at', '0, 48, 24, 71', 'cadenceSteps'],
    ['a step twice', 'art33-1', '[0, 0, 24, 48, 71]', '4', 'at', '0, 0, 24, 48, 71', 'cadenceSteps'],
    ['a rare repetition', 'art34-1', '[0, 4]', '48', 'every', '48', 'cadenceRepetition'],
    ['no repetition', 'art34-1', '[0, 4]', '0', 'every', '0', 'cadenceRepetition'],
    ['a measure that is recalled only when it is late', 'measure', '[24]', '24', 'at', '24', 'cadenceStart'],
  ] as const)('is refused with %s', (_, kind, at, every, member, value, remedy) => {
    expect(faults(cadence(kind, at, every))).toEqual([
      { key: `reminders.cadence.${kind}.${member}`, value, remedy: REMEDIES[remedy] },
    ]);
  });

  it('is refused without a repetition, with a word for hours, and for a kind that is none', () => {
    expect(faults('reminders:\n  cadence:\n    art34-1: { at: [0, 4] }')).toEqual([
      { key: 'reminders.cadence.art34-1.every', value: '', remedy: REMEDIES.cadenceHours },
    ]);
    expect(faults(cadence('art34-1', '[0, later]', '12'))).toEqual([
      { key: 'reminders.cadence.art34-1.at[2]', value: 'later', remedy: REMEDIES.cadenceHours },
    ]);
    const [wrong] = faults(cadence('investigations', '[24]', '24'));
    expect(wrong?.remedy.en).toContain('Did you mean investigation?');
  });

  it('each usual one is accepted, and stands in the example', () => {
    const shown = example.replaceAll(/^ {4}# (?=[a-z0-9-]+: \{ at:)/gm, '    ');
    const read = accepted('', shown).cadence;
    for (const kind of CADENCE_KINDS) {
      const { atHours, thenEveryHours } = USUAL_CADENCES[kind];
      expect(read?.[kind], kind).toEqual({ atHours, thenEveryHours });
    }
  });
});

describe('the hours a contract gives a processor', () => {
  const served = (hours: string): string =>
    `controllers:\n  - { id: kita, name: Kita Sonnenschein, country: DE, land: NW, sector: private, toldWithinHours: ${hours} }`;

  it('belong to the controller', () => {
    expect(accepted(served('24')).controllers[1]).toMatchObject({ id: 'kita', toldWithinHours: 24 });
  });
  it('are a whole number', () => {
    expect(faults(served('soon'))).toEqual([
      { key: 'controllers[kita].toldWithinHours', value: 'soon', remedy: REMEDIES.toldWithinHours },
    ]);
  });
});
