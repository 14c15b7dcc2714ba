import { describe, expect, it } from 'vitest';
import { AUTHORITIES, authorityOfId, EDPB_HUB } from '../../src/authorities/directory.ts';
import { findAuthority } from '../../src/authorities/findAuthority.ts';
import type { Seat } from '../../src/authorities/competent.ts';
import { EEA } from '../../src/authorities/authorityByCountry.ts';
import { PROFILE_NAMES } from '../../src/rules/profiles/profileName.ts';

const seat = (more: Partial<Seat>): Seat => ({ country: 'DE', land: 'NW', sector: 'private', ...more });
const found = (more: Partial<Seat>) => {
  const { competent, also } = findAuthority(seat(more));
  return {
    ids: competent.map(({ id }) => id),
    also: also.map(({ id }) => id),
    why: competent.map(({ why }) => why.de).join(' '),
  };
};

describe('who is competent, and why', () => {
  it.each([
    ['a company: the Land of its seat', {}, ['de-nw'], /§ 40 BDSG\), nicht die des Orts des Vorfalls/u],
    ['a company in Bavaria: the authority for private bodies', { land: 'BY' }, ['de-by-lda'], /§ 40 BDSG/u],
    ['a town in Bavaria: the one for public bodies', { land: 'BY', sector: 'public' }, ['de-by-lfd'], /Art\. 55 Abs\. 2 DSGVO/u],
    ['a public body: that of its Land, with a word on federal ones', { sector: 'public' }, ['de-nw'], /Stellen des Bundes/u],
    ['a telecom provider: both that the law names', { profile: 'telecom' }, ['de-bnetza', 'de-bfdi'], /Das Gesetz nennt/u],
    ['a Catholic body: its own authority has to be named', { profile: 'catholic' }, undefined, /in der Konfiguration zu nennen/u],
    ['a body of the EKD', { land: 'NI', profile: 'protestant' }, ['de-ekd'], /Das Gesetz nennt die Stelle selbst/u],
    ['a body of the EU', { country: 'BE', profile: 'eu-body' }, ['eu-edps'], /Das Gesetz nennt/u],
    ['a company in France', { country: 'FR' }, ['fr-cnil'], /Art\. 55 DSGVO/u],
    ['a Swiss company', { country: 'CH' }, ['ch-edoeb'], /nach dessen Recht/u],
    [
      'several Länder: that of the main establishment',
      { establishments: [{ country: 'DE', land: 'HH' }] },
      ['de-nw'],
      /Hauptniederlassung/u,
    ],
    [
      'several countries: that of the main establishment leads',
      { establishments: [{ country: 'IE', main: true }, { country: 'FR' }] },
      ['ie-dpc'],
      /federführenden Behörde/u,
    ],
    [
      'no main establishment in the EEA: every place where the people live',
      { country: 'US', affectedIn: ['FR', 'DE-BY', 'SE'] },
      ['fr-cnil', 'de-by-lda', 'se-imy'],
      /Vertreter nach Art\. 27 ändert daran nichts/u,
    ],
  ] as const)('%s', (_, of, ids, why) => {
    const one = found(of);
    if (ids !== undefined) expect(one.ids).toEqual(ids);
    expect(one.why).toMatch(why);
  });

  it('names the second addressee of social data, and none elsewhere', () => {
    expect(found({ profile: 'social-data' })).toMatchObject({ ids: ['de-nw'], also: ['supervising-body'] });
    expect(findAuthority(seat({ profile: 'social-data' })).also[0]?.why.de).toMatch(/§ 83a SGB X|Rechts- oder Fachaufsicht/u);
    for (const profile of PROFILE_NAMES.filter((name) => name !== 'social-data')) expect(found({ profile }).also).toEqual([]);
  });

  it('says that the Land is missing, and guesses none', () => {
    const { why } = found({ land: undefined });
    expect(why).toContain('es fehlt');
  });

  it('gives every law of ours an authority, a question, or a place where it is named', () => {
    for (const profile of PROFILE_NAMES) {
      const { ids, why } = found({ profile });
      expect([profile, ids.length > 0, why !== '']).toEqual([profile, true, true]);
    }
  });
});

describe('the directory is complete', () => {
  const LANDS = ['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'];

  it('for every Land and both sectors', () => {
    for (const land of LANDS)
      for (const sector of ['private', 'public'] as const) {
        const [id = ''] = found({ land, sector }).ids;
        expect([land, sector, authorityOfId(id)?.land]).toEqual([land, sector, land]);
      }
  });

  it('for every state of the EEA, the United Kingdom and Switzerland', () => {
    for (const country of [...EEA, 'GB', 'CH'].filter((one) => one !== 'DE')) {
      const [id = ''] = found({ country, land: undefined }).ids;
      expect([country, authorityOfId(id)?.kind]).toEqual([country, 'national']);
    }
  });

  it('for churches, broadcasters, federal bodies, telecoms and the institutions of the EU', () => {
    for (const id of [
      ...['de-ekd', 'de-dsbkd', 'de-kdsz-by', 'de-kdsz-do', 'de-kdsz-ffm', 'de-kdsa-nord', 'de-kdsa-ost', 'de-dsa-ak'],
      ...['de-rundfunk', 'de-dw', 'de-ndr', 'de-rb', 'de-blm', 'de-bfdi', 'de-bnetza', 'de-bsi', 'eu-edps'],
    ])
      expect(authorityOfId(id), id).toBeDefined();
  });

  it('says of each where it is, when it was last looked at, and how well its page is known', () => {
    for (const { id, name, short, website, page, checkedOn, languages } of AUTHORITIES) {
      expect([id, name !== '', short !== '', languages.length > 0]).toEqual([id, true, true, true]);
      expect(website).toMatch(/^https:\/\/[a-z0-9.-]+(?:\/[\w./-]*)?$/u);
      expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      if (page !== undefined) expect(page.url).toMatch(/^https:\/\//u);
    }
    expect(new Set(AUTHORITIES.map(({ id }) => id)).size).toBe(AUTHORITIES.length);
  });

  it('guesses no page: where none was found none stands, and hearsay is marked', () => {
    const without = AUTHORITIES.filter(({ page }) => page === undefined).map(({ id }) => id);
    expect(without).toEqual(
      expect.arrayContaining(['de-bb', 'de-mv', 'de-st', 'de-th', 'de-ekd', 'bg-cpdp', 'pl-uodo', 'is-pv', 'li-dss']),
    );
    expect(AUTHORITIES.filter(({ page }) => page?.seen === 'unverified').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['de-sh', 'es-aepd', 'fi-tsv', 'ch-edoeb']),
    );
    expect(AUTHORITIES.some(({ page }) => page?.url === EDPB_HUB)).toBe(false);
  });
});
