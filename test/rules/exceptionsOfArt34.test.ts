import { describe, expect, it } from 'vitest';
import { assess, type Assessment, type ControllerProfile } from '../../src/rules/assess.ts';
import type { Facts } from '../../src/rules/facts.ts';
import { nextQuestion, openFacts } from '../../src/rules/nextQuestion.ts';
import { citeAll } from '../../src/law/sources.ts';
import { LANDS } from '../../src/rules/profiles/land.ts';
import { PROFILE_NAMES, type ProfileName } from '../../src/rules/profiles/profileName.ts';
import { PROFILES } from '../../src/rules/profiles/profiles.ts';
import { inputOf } from '../cases/publishedCase.ts';

const GRAVE: Facts = {
  ...{ personalData: 'yes', access: 'happened', encryption: 'none', recipient: 'criminal', sensitivity: 'severe' },
  ...{ outflow: 'shown', persons: 'many', effectOnPersons: 'minor', availability: 'unaffected', alteration: 'none' },
};
const french: ControllerProfile = { id: 'acme', country: 'FR', sector: 'private', authority: 'fr' };

const german = (facts: Facts) => inputOf({ ...GRAVE, ...facts });
const abroad = (facts: Facts) => ({ ...german(facts), controllers: [french] });
const undescribed = (facts: Facts) => ({ ...german(facts), controllers: [] });

const informing = ({ duties }: Assessment) => duties.find(({ duty }) => duty === 'art34-1');
const asked = (of: ReturnType<typeof german>) => openFacts(of).map(({ fact }) => fact);

describe('Art. 34(3)(b), the high risk averted', () => {
  it('needs the remaining risk assessed anew: claimed alone, it presumes the duty and asks for that', () => {
    const claimed = german({ exceptionToInforming: 'averted' });
    expect(informing(assess(claimed))).toMatchObject({ status: 'presumed' });
    expect(nextQuestion(claimed)).toEqual({ fact: 'highRiskAverted', dataSet: 'data' });
  });

  it('takes back informing people, and never the notice to the authority', () => {
    const { duties } = assess(german({ exceptionToInforming: 'averted', highRiskAverted: 'yes' }));
    expect(duties.map(({ duty, status }) => [duty, status])).toEqual([
      ['art33-5', 'owed'],
      ['art33-1', 'owed'],
      ['art34-1', 'not-owed'],
    ]);
  });

  it('never releases once the data have been misused, and asks for that where it is not settled', () => {
    const averted = { exceptionToInforming: 'averted', highRiskAverted: 'yes', secrecyWeighing: 'person' };
    expect(informing(assess(german({ ...averted, outflow: 'misused' })))).toMatchObject({ status: 'owed' });
    expect(informing(assess(german({ ...averted, outflow: 'unknown' })))).toMatchObject({ status: 'owed' });
    const { sheet, ...rest } = german({ ...averted, effectOnPersons: 'serious', availability: 'restored-late' });
    const dataSets = sheet.dataSets.map(({ facts: { outflow: _, ...facts }, ...dataSet }) => ({ ...dataSet, facts }));
    const open = { ...rest, sheet: { ...sheet, dataSets } };
    expect(informing(assess(open))).toMatchObject({ status: 'presumed' });
    expect(asked(open)).toEqual(['outflow']);
  });

  it('asks for the new assessment only where the exception is claimed', () => {
    expect(asked(german({ exceptionToInforming: 'none' }))).toEqual([]);
    expect(asked(abroad({ exceptionToInforming: 'averted', highRiskAverted: 'no' }))).toEqual([]);
  });
});

describe('§ 29(1) BDSG, a duty of secrecy', () => {
  const prevails: Facts = { exceptionToInforming: 'secrecy', secrecyWeighing: 'secrecy' };

  it('takes back informing people where secrecy prevails, for German controllers', () => {
    expect(informing(assess(german(prevails)))).toMatchObject({ status: 'not-owed' });
  });

  it('does so nowhere else, and not where nobody named the country', () => {
    expect(informing(assess(abroad(prevails)))).toMatchObject({ status: 'owed' });
    expect(informing(assess(undescribed(prevails)))).toMatchObject({ status: 'owed' });
  });

  it('releases joint controllers only where it is the law of each; an order overrides it for all of them', () => {
    const joint = (country: string, facts: Facts) => {
      const { sheet, controllers, ...rest } = german(facts);
      const partner: ControllerProfile = { id: 'partner', country, sector: 'private', authority: 'partners-authority' };
      const dataSets = sheet.dataSets.map((dataSet) => ({ ...dataSet, jointWith: ['partner'] }));
      const { duties } = assess({ ...rest, sheet: { ...sheet, dataSets }, controllers: [...controllers, partner] });
      return duties.filter(({ duty }) => duty === 'art34-1').map(({ status }) => status);
    };
    expect(joint('DE', prevails)).toEqual(['not-owed', 'not-owed']);
    expect(joint('FR', prevails)).toEqual(['owed', 'owed']);
    expect(joint('DE', { ...prevails, authorityOrder: 'inform' })).toEqual(['owed', 'owed']);
  });

  describe('is the law of those under the BDSG alone', () => {
    const informs = (controller: Partial<ControllerProfile>, profile?: ProfileName) => {
      const { sheet, controllers, ...rest } = german(prevails);
      const [own] = controllers;
      if (own === undefined) throw new Error('The sheet of this test has no controller.');
      const dataSets = sheet.dataSets.map((dataSet) => ({ ...dataSet, ...(profile === undefined ? {} : { profile }) }));
      return informing(assess({ ...rest, sheet: { ...sheet, dataSets }, controllers: [{ ...own, ...controller }] }));
    };
    const federal = { sector: 'public', authority: 'de-bfdi', land: 'BE' } as const;
    const ofLand = (land: string) => ({ sector: 'public', authority: `de-${land.toLowerCase()}`, land }) as const;

    it.each(PROFILE_NAMES)('%s', (profile) => {
      const country = PROFILES[profile].countries?.[0] ?? 'DE';
      const status = profile === 'private-body' ? 'not-owed' : 'owed';
      expect(informs({ profile, country, authority: 'competent' })).toMatchObject({ status });
      expect(informs({ country, authority: 'competent' }, profile)).toMatchObject({ status });
    });

    it('so of federal bodies, and of no body of a Land', () => {
      expect(informs(federal)).toMatchObject({ status: 'not-owed' });
      for (const land of LANDS) expect(informs(ofLand(land))).toMatchObject({ status: 'owed' });
    });

    it('the exception of a Land is shown beside the duty where its text was read, and else said to be missing', () => {
      const noted = (land: string) => informs(ofLand(land))?.notes?.map(({ id, cites }) => [id, citeAll(cites, 'de')]);
      expect(noted('HH')).toEqual([['art34/secrecy-elsewhere/land-law', '§ 18 HmbDSG [Sekundärquelle]; eigene Herleitung Q-30']]);
      expect(noted('SL')).toEqual([['art34/secrecy-elsewhere/not-verified', '§ 29 Abs. 1 BDSG; eigene Herleitung Q-30']]);
      expect(informs(federal)?.notes).toBeUndefined();
    });

    it('and says nothing where nobody claims secrecy', () => {
      const { controllers, ...rest } = german({ exceptionToInforming: 'none' });
      const [own] = controllers;
      if (own === undefined) throw new Error('The sheet of this test has no controller.');
      expect(informing(assess({ ...rest, controllers: [{ ...own, ...ofLand('HH') }] }))?.notes).toBeUndefined();
    });
  });

  it('is no exception where the people’s interests prevail, or nobody weighed them', () => {
    expect(informing(assess(german({ ...prevails, secrecyWeighing: 'person' })))).toMatchObject({ status: 'owed' });
    const unweighed = german({ exceptionToInforming: 'secrecy' });
    expect(informing(assess(unweighed))).toMatchObject({ status: 'presumed' });
    expect(nextQuestion(unweighed)).toEqual({ fact: 'secrecyWeighing', dataSet: 'data' });
  });

  it('is weighed in Germany only, and shown in the reasons only where somebody claims it', () => {
    expect(asked(abroad({ exceptionToInforming: 'secrecy' }))).toEqual([]);
    const rules = (facts: Facts) => informing(assess(german(facts)))?.because.map(({ rule }) => rule);
    expect(rules({ exceptionToInforming: 'none' })).not.toContain('art34/no-need-to-inform/secrecy-prevails');
    expect(rules({ ...prevails, secrecyWeighing: 'person' })).toContain('art34/no-need-to-inform/secrecy-prevails');
  });
});

describe('Art. 34(3)(c), a disproportionate effort', () => {
  const publicly: Facts = { exceptionToInforming: 'disproportionate' };

  it('releases from nothing: people are owed a public communication instead', () => {
    const { duties, hints } = assess(german(publicly));
    expect(informing(assess(german(publicly)))).toMatchObject({ status: 'owed', means: 'public' });
    expect(duties.filter(({ means }) => means !== undefined)).toHaveLength(1);
    expect(hints.map(({ id }) => id)).toEqual(['hint/public-communication']);
  });

  it('says so in the reasons', () => {
    const last = informing(assess(german(publicly)))?.because.at(-1);
    expect(last).toMatchObject({ rule: 'art34/public-communication', mark: 'holds' });
  });

  it('does not follow from another exception that is not proven', () => {
    const failed = german({ exceptionToInforming: 'averted', highRiskAverted: 'no', secrecyWeighing: 'person' });
    expect(informing(assess(failed))).toMatchObject({ status: 'owed' });
    expect(informing(assess(failed))).not.toHaveProperty('means');
  });

  it('suffices only if it does for every data set that brings the duty', () => {
    const [dataSet] = german(publicly).sheet.dataSets;
    if (dataSet === undefined) throw new Error('The sheet has one data set.');
    const withSecond = (facts: Facts) => {
      const input = german(publicly);
      const second = { ...dataSet, id: 'second', facts: { ...dataSet.facts, ...facts } };
      return { ...input, sheet: { ...input.sheet, dataSets: [dataSet, second] } };
    };
    expect(informing(assess(withSecond({})))).toHaveProperty('means', 'public');
    expect(informing(assess(withSecond({ exceptionToInforming: 'none' })))).not.toHaveProperty('means');
    expect(informing(assess(withSecond({ sensitivity: 'everyday' })))).toHaveProperty('means', 'public');
  });

  it('changes nothing where people need not be informed at all', () => {
    const { hints } = assess(german({ ...publicly, sensitivity: 'everyday' }));
    expect(informing(assess(german({ ...publicly, sensitivity: 'everyday' })))).not.toHaveProperty('means');
    expect(hints).toEqual([]);
  });
});

describe('Art. 34(4), an order of the authority', () => {
  it('makes informing people owed, whatever the risk and the exceptions', () => {
    const exceptions: readonly Facts[] = [
      { exceptionToInforming: 'averted', highRiskAverted: 'yes' },
      { exceptionToInforming: 'secrecy', secrecyWeighing: 'secrecy' },
      { sensitivity: 'everyday' },
      { access: 'none' },
    ];
    for (const facts of exceptions) {
      expect(informing(assess(german(facts)))).toMatchObject({ status: 'not-owed' });
      expect(informing(assess(german({ ...facts, authorityOrder: 'inform' })))).toMatchObject({ status: 'owed' });
    }
  });

  it('leaves no room for a public communication, and is the reason that is shown', () => {
    const ordered = informing(assess(german({ exceptionToInforming: 'disproportionate', authorityOrder: 'inform' })));
    expect(ordered).not.toHaveProperty('means');
    expect(ordered?.because.at(-1)).toMatchObject({ rule: 'art34/authority-order', mark: 'holds' });
  });

  it('is never asked for, and then no exception is asked for either', () => {
    expect(asked(inputOf({}))).not.toContain('authorityOrder');
    expect(asked(german({ authorityOrder: 'inform' }))).toEqual([]);
  });

  it('changes nothing about the other duties', () => {
    const others = (facts: Facts) => assess(german(facts)).duties.filter(({ duty }) => duty !== 'art34-1');
    expect(others({ authorityOrder: 'inform' })).toEqual(others({}));
  });
});

describe('recital 88, a wish of law enforcement', () => {
  it('is shown and postpones nothing', () => {
    const wished = assess(german({ exceptionToInforming: 'none', delayRequested: 'yes' }));
    const plain = assess(german({ exceptionToInforming: 'none' }));
    expect(wished.duties).toEqual(plain.duties);
    expect(wished.hints.map(({ id }) => id)).toEqual(['hint/delay-requested']);
    expect(plain.hints).toEqual([]);
  });

  it('is never asked for', () => {
    expect(asked(inputOf({}))).not.toContain('delayRequested');
  });
});
