import { describe, expect, it } from 'vitest';
import { AUTHORITY_BY_COUNTRY, EEA } from '../../src/authorities/authorityByCountry.ts';
import { competent, type Seat } from '../../src/authorities/competent.ts';
import { assess, type AssessmentInput } from '../../src/rules/assess.ts';

const seat = (country: string, more: Partial<Seat> = {}): Seat => ({ country, sector: 'private', ...more });
const munich = { land: 'BY' } as const;

describe('the seat decides', () => {
  it.each([
    ['a company in Münster', seat('DE', { land: 'NW' }), 'de-nw'],
    ['a company in Munich', seat('DE', munich), 'de-by-lda'],
    ['the city of Munich', seat('DE', { ...munich, sector: 'public' }), 'de-by-lfd'],
    ['a company in Paris', seat('FR'), 'fr-cnil'],
    ['a company in Oslo', seat('NO'), 'no-dt'],
    ['a parish of the EKD', seat('DE', { land: 'NI', profile: 'protestant' }), 'de-ekd'],
    ['a Swiss company', seat('CH', { profile: 'switzerland' }), 'ch-edoeb'],
    ['a telecom provider, for its staff data', seat('DE', { land: 'NW', profile: 'telecom' }), 'de-nw'],
    ['a country whose authority we do not know', seat('JP'), 'unknown-JP'],
    ['a Swiss company that names no law', seat('CH'), 'ch-edoeb'],
    ['a parish in Saxony, whose commissioner has to be named', seat('DE', { land: 'SN', profile: 'protestant' }), 'de-sn'],
  ])('%s', (_, of, authority) => {
    expect(competent(of)).toEqual({ authority });
  });
});

describe('several establishments', () => {
  it('in several countries: the authority of the main one leads, which is the seat unless another is marked', () => {
    const abroad = [{ country: 'FR' }, { country: 'US' }];
    expect(competent(seat('DE', { land: 'HE', establishments: abroad }))).toEqual({ authority: 'de-he', competence: 'lead' });
    const marked = [{ country: 'IE', main: true }, { country: 'FR' }];
    expect(competent(seat('DE', { land: 'HE', establishments: marked }))).toEqual({ authority: 'ie-dpc', competence: 'lead' });
  });

  it('in several Länder: that of the main establishment, not of the place where it happened', () => {
    const lands = [{ country: 'DE', land: 'BY' }];
    expect(competent(seat('DE', { land: 'HH', establishments: lands }))).toEqual({
      authority: 'de-hh',
      competence: 'main-in-germany',
    });
  });

  it('of a company from outside the EEA: a main one inside leads', () => {
    expect(
      competent(
        seat('US', {
          establishments: [
            { country: 'IE', main: true },
            { country: 'DE', land: 'BE' },
          ],
        }),
      ),
    ).toEqual({
      authority: 'ie-dpc',
      competence: 'lead',
    });
  });

  it('a public body has no lead authority', () => {
    expect(competent(seat('DE', { land: 'BE', sector: 'public', establishments: [{ country: 'FR' }] }))).toEqual({
      authority: 'de-be',
    });
  });

  it('one place has nothing to say of it', () => {
    expect(competent(seat('DE', { land: 'BE', establishments: [{ country: 'DE', land: 'BE' }] }))).toEqual({
      authority: 'de-be',
    });
  });
});

describe('without a main establishment in the EEA', () => {
  const affectedIn = ['FR', 'DE-BY', 'DE-NW'];
  const american = seat('US', { affectedIn });

  it('every authority of a place where affected people live, also with branches that decide nothing', () => {
    const expected = {
      authority: 'fr-cnil',
      competence: 'every-state',
      authorities: [
        { persons: 'FR', authority: 'fr-cnil' },
        { persons: 'DE-BY', authority: 'de-by-lda' },
        { persons: 'DE-NW', authority: 'de-nw' },
      ],
    };
    expect(competent(american)).toEqual(expected);
    expect(competent({ ...american, establishments: [{ country: 'DE', land: 'NW' }] })).toEqual(expected);
  });

  const noticesFor = (residence?: readonly string[]) => {
    const input: AssessmentInput = {
      sheet: {
        incident: { personalData: 'yes' },
        dataSets: [
          { id: 'data', controller: 'acme', role: 'controller', facts: {}, ...(residence === undefined ? {} : { residence }) },
        ],
      },
      controllers: [{ id: 'acme', country: 'US', sector: 'private', ...competent(american) }],
      self: 'acme',
      startsAt: {},
    };
    return assess(input).duties.filter(({ duty }) => duty === 'art33-1');
  };

  it('brings a notice to each, with the reason; where nobody says where the people live, to all', () => {
    expect(noticesFor().map(({ id }) => id)).toEqual(['art33-1:acme:fr-cnil', 'art33-1:acme:de-by-lda', 'art33-1:acme:de-nw']);
    expect(noticesFor([])).toEqual(noticesFor());
    for (const { because } of noticesFor()) expect(because.map(({ rule }) => rule)).toContain('art33/competence/every-state');
  });

  it('only to those of the places where they live, and to that of a place nobody configured', () => {
    expect(noticesFor(['DE-NW']).map(({ recipient }) => recipient)).toEqual(['de-nw']);
    expect(noticesFor(['FR', 'ES']).map(({ recipient }) => recipient)).toEqual(['fr-cnil', 'es-aepd']);
  });
});

it('every state of the EEA but Germany has an authority; Switzerland and the United Kingdom have one outside it', () => {
  expect(EEA).toHaveLength(30);
  expect(EEA.filter((country) => country !== 'DE' && AUTHORITY_BY_COUNTRY[country] === undefined)).toEqual([]);
  expect(Object.keys(AUTHORITY_BY_COUNTRY).filter((country) => !EEA.includes(country))).toEqual(['CH', 'GB']);
});

describe('a law of its own outside the EEA', () => {
  it('stays beside every authority in the EEA', () => {
    expect(competent(seat('GB', { affectedIn: ['FR', 'DE-NW'] }))).toEqual({
      authority: 'uk-ico',
      competence: 'every-state',
      authorities: [
        { persons: 'FR', authority: 'fr-cnil' },
        { persons: 'DE-NW', authority: 'de-nw' },
      ],
    });
  });

  it('stays beside the lead authority of a main establishment in the EEA', () => {
    expect(competent(seat('CH', { establishments: [{ country: 'IE', main: true }] }))).toMatchObject({
      authority: 'ch-edoeb',
      authorities: [{ persons: 'EEA', authority: 'ie-dpc' }],
    });
  });
});
