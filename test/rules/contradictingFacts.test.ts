import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradictions, contradictoryTimes } from '../../src/rules/contradictingFacts.ts';
import { FACT_NAMES, type FactName, type Facts } from '../../src/rules/facts.ts';
import { instant } from '../../src/rules/instant.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { OWN_EXAMPLES } from '../cases/edpb-01-2021-neighbours.ts';
import { sheetOf, without } from '../cases/publishedCase.ts';
import { arbitraryInput, runs } from './arbitraryInput.ts';

const at = (name: string) => `dataSets[0].facts.${name}`;

/** What cannot be, with the places that are named. */
const IMPOSSIBLE: readonly (readonly [string, Facts, readonly string[]])[] = [
  [
    'no personal data, and health data',
    { personalData: 'no', sensitivity: 'severe' },
    ['incident.personalData', at('sensitivity')],
  ],
  [
    'no personal data, and a birthday',
    { personalData: 'no', sensitivity: 'profile' },
    ['incident.personalData', at('sensitivity')],
  ],
  ['no personal data, and children', { personalData: 'no', persons: 'vulnerable' }, ['incident.personalData', at('persons')]],
  [
    'no personal data, and people who suffer',
    { personalData: 'no', effectOnPersons: 'minor' },
    ['incident.personalData', at('effectOnPersons')],
  ],
  [
    'no personal data, and an order to inform people',
    { personalData: 'no', authorityOrder: 'inform' },
    ['incident.personalData', at('authorityOrder')],
  ],
  ['nobody could get at the data, and they were taken', { access: 'none', outflow: 'shown' }, [at('access'), at('outflow')]],
  ['not encrypted, and the key stayed secret', { encryption: 'none', keySecret: 'yes' }, [at('encryption'), at('keySecret')]],
  [
    'nobody could read the data, and they were misused',
    { encryption: 'state-of-the-art', keySecret: 'yes', outflow: 'misused' },
    [at('encryption'), at('keySecret'), at('outflow')],
  ],
  [
    'nothing happened to the data, and people suffered from it',
    { access: 'none', availability: 'unaffected', alteration: 'none', effectOnPersons: 'serious' },
    [at('access'), at('availability'), at('alteration'), at('effectOnPersons')],
  ],
  [
    'the pseudonyms held, and the data were misused',
    { encryption: 'pseudonymous', keySecret: 'yes', outflow: 'misused' },
    [at('encryption'), at('keySecret'), at('outflow')],
  ],
  [
    'a recipient that can be trusted, and the data were misused',
    { recipient: 'bound', outflow: 'misused' },
    [at('recipient'), at('outflow')],
  ],
  [
    'nobody could get at the data, and criminals may have them',
    { access: 'none', recipient: 'criminal' },
    [at('access'), at('recipient')],
  ],
  [
    'the high risk is averted, and the data were misused',
    { highRiskAverted: 'yes', outflow: 'misused' },
    [at('highRiskAverted'), at('outflow')],
  ],
  [
    'no personal data, and people who can be recognised',
    { personalData: 'no', identifiability: 'directly' },
    ['incident.personalData', at('identifiability')],
  ],
  [
    'no exception, and the high risk is averted',
    { exceptionToInforming: 'none', highRiskAverted: 'yes' },
    [at('exceptionToInforming'), at('highRiskAverted')],
  ],
  [
    'no exception, and secrecy prevails',
    { exceptionToInforming: 'none', secrecyWeighing: 'secrecy' },
    [at('exceptionToInforming'), at('secrecyWeighing')],
  ],
];

describe.each(IMPOSSIBLE)('%s', (_, facts, paths) => {
  it('is named with both places and the way out, in both languages', () => {
    const found = contradictions(sheetOf(facts));
    expect(found.map((one) => one.paths)).toEqual([paths]);
    for (const { says } of found) {
      expect(says.de).toMatch(/Angegeben .+„\w+“/);
      expect(says.en).toMatch(/It (says|names) .+“\w+”/);
    }
  });

  it('is told in one sentence to people who never saw the names of the facts', () => {
    for (const { plainly, dataSet } of contradictions(sheetOf(facts))) {
      expect(dataSet).toBe('data');
      for (const sentence of [plainly.de, plainly.en]) {
        expect(sentence).toMatch(/^[A-Z][^.]+\.$/);
        expect(FACT_NAMES.filter((name) => name !== 'access' && sentence.includes(name))).toEqual([]);
      }
    }
  });

  it('is settled by taking back any one of the answers', () => {
    for (const name of Object.keys(facts)) expect(contradictions(sheetOf(without(facts, name as FactName)))).toEqual([]);
  });

  it('is nothing an "unknown" can bring about', () => {
    for (const name of Object.keys(facts)) expect(contradictions(sheetOf({ ...facts, [name]: 'unknown' }))).toEqual([]);
  });
});

describe('what can be', () => {
  it('harm that comes of others knowing the data alone, though nothing was missing or wrong', () => {
    const known = { access: 'happened', recipient: 'known', availability: 'unaffected', alteration: 'none' };
    for (const effectOnPersons of ['minor', 'serious', 'lasting', 'unknown']) {
      expect(contradictions(sheetOf({ ...known, effectOnPersons }))).toEqual([]);
    }
  });

  it.each(EDPB_01_2021)('case $no contradicts itself nowhere', ({ facts }) => {
    expect(contradictions(sheetOf(facts))).toEqual([]);
  });

  it('nor does an empty sheet', () => {
    expect(contradictions(sheetOf({}))).toEqual([]);
  });

  it('nor one of our own examples, but those that are meant to', () => {
    const found = OWN_EXAMPLES.filter(({ facts }) => contradictions(sheetOf(facts)).length > 0).map(({ title }) => title);
    expect(found).toEqual(OWN_EXAMPLES.filter(({ contradictory }) => contradictory).map(({ title }) => title));
  });
});

it('the data set that contradicts itself is the one that is named', () => {
  const [dataSet] = sheetOf({}).dataSets;
  if (dataSet === undefined) throw new Error('The sheet has one data set.');
  const second = { ...dataSet, id: 'second', facts: { encryption: 'none', keySecret: 'yes' } };
  expect(contradictions({ incident: {}, dataSets: [dataSet, second] }).map(({ paths }) => paths)).toEqual([
    ['dataSets[1].facts.encryption', 'dataSets[1].facts.keySecret'],
  ]);
});

it('every place named is a place of the sheet that holds an answer', { timeout: 900_000 }, () => {
  fc.assert(
    fc.property(arbitraryInput, ({ sheet }) => {
      for (const { paths } of contradictions(sheet)) {
        for (const path of paths) {
          const [, place, name] = /^(?:incident|dataSets\[(\d+)\]\.facts)\.(\w+)$/.exec(path) ?? [];
          const facts: Readonly<Record<string, string | undefined>> =
            place === undefined ? sheet.incident : (sheet.dataSets[Number(place)]?.facts ?? {});
          if (facts[name ?? ''] === undefined) throw new Error(`${path} holds no answer.`);
        }
      }
    }),
    runs(0.25),
  );
});

describe('a time before the incident', () => {
  const occurredAt = instant('2026-03-27T17:40:00+01:00');
  const earlier = instant('2026-03-27T16:39:00+00:00');
  const later = instant('2026-03-28T08:00:00+01:00');

  it('is named with the way out', () => {
    expect(contradictoryTimes({ occurredAt, noticedAt: earlier }).map(({ paths }) => paths)).toEqual([
      ['occurredAt', 'noticedAt'],
    ]);
    expect(contradictoryTimes({ occurredAt, awareAt: earlier }).map(({ paths }) => paths)).toEqual([['occurredAt', 'awareAt']]);
    for (const { says } of contradictoryTimes({ occurredAt, noticedAt: earlier, awareAt: earlier })) {
      expect(says.de).toContain('Prüfen Sie');
      expect(says.en).toContain('Check');
    }
  });

  it('is none where the moments are the same, come later, or are not known', () => {
    expect(contradictoryTimes({ occurredAt, noticedAt: occurredAt, awareAt: later })).toEqual([]);
    expect(contradictoryTimes({ noticedAt: later, awareAt: earlier })).toEqual([]);
    expect(contradictoryTimes({})).toEqual([]);
  });
});
