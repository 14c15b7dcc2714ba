import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStatute } from '../../../src/law/statutes.ts';
import { citeText } from '../../../src/law/sources.ts';
import { assess, type AssessmentInput, type ControllerProfile, REPLACES, type Risk } from '../../../src/rules/assess.ts';
import type { DataSet, Facts } from '../../../src/rules/facts.ts';
import { hoursBetween, instant } from '../../../src/rules/instant.ts';
import { PROFILE_NAMES, type ProfileName } from '../../../src/rules/profiles/profileName.ts';
import { profileFor } from '../../../src/rules/profiles/profileFor.ts';
import { PROFILES } from '../../../src/rules/profiles/profiles.ts';
import { arbitraryInputUnder, arbitraryPlace, runs } from '../arbitraryInput.ts';
import { checkPlace } from '../keptDuties.ts';

const monday = instant('2026-11-23T10:00:00+01:00');

/** One sheet for each risk, from none to high, with nothing left to ask. */
const BY_RISK: Readonly<Record<Risk, Facts>> = {
  unlikely: {
    access: 'happened',
    encryption: 'state-of-the-art',
    keySecret: 'yes',
    availability: 'unaffected',
    alteration: 'none',
    outflow: 'shown',
    effectOnPersons: 'none',
  },
  low: {
    ...{ access: 'happened', encryption: 'none', recipient: 'uncontrolled', sensitivity: 'everyday', outflow: 'shown' },
    ...{ persons: 'few', effectOnPersons: 'minor', duration: 'hours', volume: 'little', identifiability: 'directly' },
    ...{ availability: 'unaffected', alteration: 'none' },
  },
  risk: {
    ...{ access: 'happened', encryption: 'none', recipient: 'disloyal', sensitivity: 'profile', outflow: 'shown' },
    ...{ persons: 'few', effectOnPersons: 'minor', duration: 'hours', volume: 'little', identifiability: 'directly' },
    ...{ availability: 'unaffected', alteration: 'none' },
  },
  high: {
    ...{ access: 'happened', encryption: 'none', recipient: 'criminal', sensitivity: 'severe', outflow: 'shown' },
    ...{ persons: 'many', availability: 'unaffected', alteration: 'none', exceptionToInforming: 'none' },
  },
};
const UNHURT: Facts = { access: 'none', availability: 'unaffected', alteration: 'none', effectOnPersons: 'none' };
const RISK_NAMES = ['unlikely', 'low', 'risk', 'high'] as const;

const controllerUnder = (profile: ProfileName, more: Partial<ControllerProfile> = {}): ControllerProfile => ({
  id: 'acme',
  country: PROFILES[profile].countries?.[0] ?? 'DE',
  sector: 'private',
  authority: 'competent',
  profile,
  ...more,
});

function inputOf(
  facts: Facts,
  controllers: readonly ControllerProfile[],
  more: readonly Partial<DataSet>[] = [{}],
): AssessmentInput {
  const dataSets = more.map(
    (entry, at): DataSet => ({ id: `data-${at}`, controller: 'acme', role: 'controller', facts, ...entry }),
  );
  return { sheet: { incident: { personalData: 'yes' }, dataSets }, controllers, self: 'acme', startsAt: { acme: monday } };
}
const under = (profile: ProfileName, risk: Risk) => assess(inputOf(BY_RISK[risk], [controllerUnder(profile)])).duties;

it('the sheets have the risks they are named by', () => {
  for (const risk of RISK_NAMES) expect(assess(inputOf(BY_RISK[risk], [])).risk).toBe(risk);
});

/** Who is notified, from which risk on, within how many hours: what each law says, one line each. */
const TABLE: readonly (readonly [ProfileName, from: Risk, hours: number | 'none', to: readonly string[]])[] = [
  ['private-body', 'risk', 72, ['competent']],
  ['public-body', 'risk', 72, ['competent']],
  ['telecom', 'unlikely', 24, ['de-bnetza', 'de-bfdi']],
  ['social-data', 'risk', 72, ['competent', 'rechts-oder-fachaufsicht']],
  ['police-justice', 'low', 72, ['competent']],
  ['catholic', 'low', 72, ['competent']],
  ['protestant', 'risk', 'none', ['competent']],
  ['broadcasting', 'low', 72, ['competent']],
  ['uk', 'low', 72, ['uk-ico']],
  ['switzerland', 'high', 'none', ['ch-edoeb']],
  ['eu-body', 'low', 72, ['eu-edps']],
];

it('the table has a line for every profile', () => {
  expect(TABLE.map(([profile]) => profile)).toEqual(PROFILE_NAMES);
});

describe.each(TABLE)('%s: notified from %s on', (profile, from, hours, to) => {
  it.each(RISK_NAMES)('at the risk "%s"', (risk) => {
    const isReached = RISK_NAMES.indexOf(risk) >= RISK_NAMES.indexOf(from);
    const notices = under(profile, risk).filter(({ duty }) => duty === 'art33-1');
    expect(notices.map(({ recipient, status }) => [recipient, status])).toEqual(
      to.map((recipient) => [recipient, isReached ? 'owed' : 'not-owed']),
    );
  });

  it('shows a target of practice only where the law names no hours, and never as a deadline', () => {
    const notices = under(profile, 'high').filter(({ duty }) => duty === 'art33-1');
    for (const { because, dueBy, hours: named } of notices) {
      expect(named ?? 'none').toBe(hours);
      expect(because.some(({ rule }) => rule === 'art33/practice-target')).toBe(hours === 'none');
      if (hours === 'none') expect(dueBy).toBeUndefined();
    }
  });

  it(`within ${hours} hours`, () => {
    const notices = under(profile, 'high').filter(({ duty }) => duty === 'art33-1');
    const found = notices.map(({ dueBy }) => (dueBy === undefined ? 'none' : hoursBetween(monday, dueBy)));
    expect(found).toEqual(to.map(() => hours));
  });

  it('people are informed at a high risk and not below, and every breach is documented', () => {
    const statuses = (kind: string) => RISK_NAMES.map((risk) => under(profile, risk).find(({ duty }) => duty === kind)?.status);
    expect(statuses('art34-1')).toEqual(['not-owed', 'not-owed', 'not-owed', 'owed']);
    expect(statuses('art33-5')).toEqual(['owed', 'owed', 'owed', 'owed']);
  });

  it('is cited from its own law, in both languages', () => {
    const { notice, persons, record, textAsOf } = PROFILES[profile];
    const sentences = [notice.duty, notice.deadline, persons, record, ...(notice.threshold ? [notice.threshold] : [])];
    for (const { says, cites } of sentences) {
      expect(says.de).not.toBe('');
      expect(says.en).not.toBe('');
      expect(cites.some(({ source }) => source !== 'OPEN_QUESTION')).toBe(true);
    }
    expect(textAsOf).toMatch(/^\d{4}(-\d{2}){0,2}$/);
  });

  it('unknown removes nothing, a worse answer keeps each duty, and none is due later', { timeout: 900_000 }, () => {
    fc.assert(fc.property(arbitraryInputUnder(profile), arbitraryPlace, checkPlace), runs(0.05));
  });

  it('a duty is presumed only while a question or our role is open', { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(arbitraryInputUnder(profile), (input) => {
        const { duties, ask } = assess(input);
        const isRoleOpen = input.sheet.dataSets.some(({ role }) => role === 'unknown');
        const presumed = duties.some(({ status }) => status === 'presumed');
        if (!isRoleOpen && presumed !== ask.length > 0) throw new Error('Presumed and asked do not agree.');
        if (new Set(duties.map(({ id }) => id)).size !== duties.length) throw new Error('A duty is named twice.');
      }),
      runs(0.05),
    );
  });
});

describe('what is only half known says so', () => {
  it.each([
    ['catholic', '§ 33 Abs. 1 KDG [Sekundärquelle]'],
    ['protestant', '§ 32 Abs. 1 DSG-EKD [Sekundärquelle]'],
    ['broadcasting', 'Rundfunkrecht der Länder [nicht am Original geprüft]'],
    ['switzerland', 'Art. 24 Abs. 1 DSG (Schweiz) [Sekundärquelle]'],
  ] as const)('%s: %s', (profile, expected) => {
    const { duty, threshold } = PROFILES[profile].notice;
    const cites = [...duty.cites, ...(threshold?.cites ?? [])].map((citation) => citeText(citation, 'de'));
    expect(cites).toContain(expected);
  });
});

describe('telecommunication', () => {
  const provider = controllerUnder('telecom', { authority: 'de-nw' });
  const general = { ...provider, profile: 'private-body' } as const;
  const notices = (input: AssessmentInput) => assess(input).duties.filter(({ duty }) => duty === 'art33-1');

  const owedTo = (input: AssessmentInput) =>
    notices(input)
      .filter(({ status }) => status !== 'not-owed')
      .map(({ recipient }) => recipient);

  it('a mixed event brings the notice of § 169 TKG in the place of that of Art. 33, and says so', () => {
    const mixed = inputOf(BY_RISK.high, [general], [{ profile: 'telecom' }, {}]);
    expect(owedTo(mixed)).toEqual(['de-bnetza', 'de-bfdi']);
    const replaced = notices(mixed).find(({ recipient }) => recipient === 'de-nw');
    expect(replaced?.status).toBe('not-owed');
    expect(replaced?.because.map(({ rule }) => rule)).toContain('profile/telecom/replaces');
    expect(notices(mixed).flatMap(({ notes }) => notes?.map(({ id }) => id) ?? [])).toContain('profile/telecom/mixed');
  });

  it('telecommunication data that were not hit take nothing away', () => {
    expect(owedTo(inputOf(BY_RISK.high, [general], [{ profile: 'telecom', facts: UNHURT }, {}]))).toEqual(['de-nw']);
  });

  it.each<[string, Facts]>([
    ['nobody asked yet', {}],
    ['nobody knows', { ...UNHURT, access: 'unknown' }],
  ])('while it is open whether they were hit (%s), both notices stay', (_, facts) => {
    const open = inputOf(BY_RISK.high, [general], [{ profile: 'telecom', facts }, {}]);
    expect(owedTo(open).toSorted()).toEqual(['de-bfdi', 'de-bnetza', 'de-nw']);
  });

  it.each(['social-data', 'police-justice', 'catholic', 'protestant', 'broadcasting'] as const)(
    'what rests on another law (%s) gives way to nothing',
    (profile) => {
      const mixed = inputOf(BY_RISK.high, [general], [{ profile: 'telecom' }, { profile }]);
      const alone = inputOf(BY_RISK.high, [general], [{ profile }]);
      expect(owedTo(mixed)).toEqual(expect.arrayContaining(owedTo(alone)));
    },
  );

  it('other data of a provider alone go to the general authority', () => {
    const staff = inputOf(BY_RISK.high, [provider], [{ profile: 'private-body' }]);
    expect(notices(staff).map(({ recipient, dueBy }) => [recipient, dueBy])).toEqual([
      ['de-nw', instant('2026-11-26T10:00:00+01:00')],
    ]);
  });

  it('data that a provider only processes for others make no event mixed', () => {
    const asProcessor = inputOf(BY_RISK.high, [general], [{ profile: 'telecom', role: 'processor', controller: 'customer' }, {}]);
    expect(notices(asProcessor).map(({ recipient }) => recipient)).toEqual(['de-nw']);
  });
});

describe('the second addressee of § 83a SGB X', () => {
  it('is the body the configuration names, with a notice of its own and the same deadline', () => {
    const agency = controllerUnder('social-data', { sector: 'public', supervisoryBody: 'ministerium' });
    const { duties } = assess(inputOf(BY_RISK.high, [agency]));
    const notices = duties.filter(({ duty }) => duty === 'art33-1');
    expect(notices.map(({ id, status }) => [id, status])).toEqual([
      ['art33-1:acme:competent', 'owed'],
      ['art33-1:acme:ministerium', 'owed'],
    ]);
    expect(new Set(notices.map(({ dueBy }) => dueBy)).size).toBe(1);
    expect(notices[1]?.because.map(({ rule }) => rule)).toContain('profile/social-data/supervisory-body');
    expect(notices[0]?.because.map(({ rule }) => rule)).not.toContain('profile/social-data/supervisory-body');
  });
});

describe('notes beside the notice', () => {
  const notesOf = (profile: ProfileName, country: string) =>
    assess(inputOf(BY_RISK.high, [controllerUnder(profile, { country })]))
      .duties.find(({ duty }) => duty === 'art33-1')
      ?.notes?.map(({ id }) => id) ?? [];

  it.each([
    ['private-body', 'DE', ['profile/privilege']],
    ['private-body', 'FR', []],
    ['public-body', 'DE', ['profile/no-fine', 'profile/privilege']],
    ['public-body', 'AT', []],
    ['switzerland', 'CH', ['profile/switzerland/privilege']],
  ] as const)('%s in %s: %j', (profile, country, expected) => {
    expect(notesOf(profile, country)).toEqual(expected);
  });

  it('stay away where the notice is not owed', () => {
    expect(under('private-body', 'unlikely').every((duty) => !('notes' in duty))).toBe(true);
  });
});

describe('a law of another country', () => {
  it.each(['switzerland', 'uk', 'telecom'] as const)('%s takes nothing from a French company', (profile) => {
    const french = controllerUnder('private-body', { country: 'FR' });
    const plain = assess(inputOf(BY_RISK.low, [french])).duties.map(({ id, status }) => [id, status]);
    const named = [inputOf(BY_RISK.low, [{ ...french, profile }]), inputOf(BY_RISK.low, [french], [{ profile }])];
    for (const input of named) expect(assess(input).duties.map(({ id, status }) => [id, status])).toEqual(plain);
  });

  it('counts for nobody we know nothing of', () => {
    const nobody = inputOf(BY_RISK.low, [], [{ profile: 'switzerland' }]);
    expect(assess(nobody).duties.find(({ duty }) => duty === 'art33-1')).toMatchObject({ recipient: 'unknown', status: 'owed' });
  });
});

describe('one more data set of a controller', () => {
  const owed = (input: AssessmentInput) => assess(input).duties.filter(({ status }) => status === 'owed');
  const countries = ['DE', 'FR', 'GB', 'CH'] as const;

  it.each(countries)('in %s takes no duty away, unless REPLACES names what stands in for it', (country) => {
    const lost: string[] = [];
    for (const one of PROFILE_NAMES)
      for (const other of PROFILE_NAMES)
        for (const facts of [BY_RISK.high, UNHURT]) {
          const controllers = [controllerUnder('private-body', { country, supervisoryBody: 'ministry' })];
          const before = owed(inputOf(BY_RISK.high, controllers, [{ profile: one }]));
          const after = owed(inputOf(BY_RISK.high, controllers, [{ profile: one }, { profile: other, facts }]));
          for (const { id, duty } of before) {
            const standIns = REPLACES[duty] ?? [];
            const isHit = other === 'telecom' && facts !== UNHURT && country === 'DE';
            const givesWay = profileFor({ profile: one }, controllers[0]).givesWayTo === other;
            const isReplaced =
              isHit && givesWay && after.some((there) => standIns.includes(there.duty) && there.recipient === 'de-bnetza');
            const isKept = after.some((there) => there.id === id);
            if (!isKept && !isReplaced) lost.push(`${one} + ${other}: ${id}`);
          }
        }
    expect(lost).toEqual([]);
  });
});

describe('outside the EEA', () => {
  const affected = [
    { persons: 'FR', authority: 'fr-cnil' },
    { persons: 'DE-NW', authority: 'de-nw' },
  ];
  const company = (country: string, more: Partial<ControllerProfile> = {}): ControllerProfile => ({
    ...{ id: 'acme', country, sector: 'private', authority: 'at-home', competence: 'every-state', authorities: affected },
    ...more,
  });
  const notices = (controller: ControllerProfile, risk: Risk, set: Partial<DataSet> = {}) =>
    assess(inputOf(BY_RISK[risk], [controller], [set])).duties.filter(
      ({ duty, status }) => duty === 'art33-1' && status !== 'not-owed',
    );
  const told = (...of: Parameters<typeof notices>) => notices(...of).map(({ recipient }) => recipient);

  it('the law at home and Art. 33 GDPR stand side by side, each by its own threshold', () => {
    expect(told(company('GB'), 'low')).toEqual(['uk-ico', 'fr-cnil', 'de-nw']);
    expect(told(company('CH'), 'risk')).toEqual(['fr-cnil', 'de-nw']);
    expect(told(company('CH'), 'high')).toEqual(['ch-edoeb', 'fr-cnil', 'de-nw']);
  });

  it('each notice is cited from its own law', () => {
    const [home, french] = notices(company('GB'), 'high');
    expect(home?.because[0]?.rule).toBe('profile/uk/notify');
    expect(french?.because.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['art33/notify', 'art33/competence/every-state']),
    );
  });

  it('the law at home needs no profile, and naming the GDPR does not displace it', () => {
    const alone = { authorities: [] };
    expect(told(company('GB', alone), 'high')).toEqual(['uk-ico']);
    expect(told(company('CH', { ...alone, profile: 'private-body' }), 'high')).toEqual(['ch-edoeb']);
  });

  it('where the people live decides which authorities of the EEA', () => {
    expect(told(company('GB'), 'high', { residence: ['FR'] })).toEqual(['uk-ico', 'fr-cnil']);
    expect(told(company('GB'), 'high', { residence: ['GB'] })).toEqual(['uk-ico']);
  });

  it('a main establishment in the EEA leads there', () => {
    const led = company('GB', { competence: 'lead', authorities: [{ persons: 'EEA', authority: 'fr-cnil' }] });
    expect(told(led, 'high', { residence: ['ES', 'FR'] })).toEqual(['uk-ico', 'fr-cnil']);
  });

  it('places nobody configured keep a notice of their own each', () => {
    expect(told(company('US'), 'high', { residence: ['ES', 'IT', 'BR', 'US'] })).toEqual([
      'es-aepd',
      'it-gpdp',
      'unknown-BR',
      'unknown-US',
    ]);
  });

  it('a Swiss canton notifies its own authority, and is told that the law of the canton was not verified', () => {
    const canton = company('CH', { sector: 'public', authority: 'ch-zh', authorities: [] });
    expect(told(canton, 'high')).toEqual(['ch-zh']);
    expect(notices(canton, 'high')[0]?.notes?.map(({ id }) => id)).toContain('profile/switzerland/canton');
    expect(notices(company('CH'), 'high')[0]?.notes?.map(({ id }) => id)).not.toContain('profile/switzerland/canton');
  });
});

describe('data under another law than the rest of what the controller does', () => {
  const told = (controller: Partial<ControllerProfile>, profile: ProfileName) =>
    assess(
      inputOf(
        BY_RISK.high,
        [{ ...controllerUnder('private-body'), authority: 'de-nw', land: 'NW', ...controller }],
        [{ profile }],
      ),
    )
      .duties.filter(({ duty }) => duty === 'art33-1')
      .map(({ recipient }) => recipient);

  it.each<[ProfileName, Partial<ControllerProfile>, readonly string[]]>([
    ['catholic', {}, ['unknown-catholic']],
    ['broadcasting', {}, ['unknown-broadcasting']],
    ['protestant', {}, ['de-ekd']],
    ['protestant', { land: 'SN' }, ['unknown-protestant']],
    ['eu-body', {}, ['eu-edps']],
    ['police-justice', {}, ['de-nw']],
    ['catholic', { profile: 'catholic', authority: 'de-kdsz-do' }, ['de-kdsz-do']],
    ['private-body', { profile: 'catholic', authority: 'de-kdsz-do' }, ['de-nw']],
    ['private-body', { profile: 'catholic', authority: 'de-kdsz-by', land: 'BY' }, ['de-by-lda']],
  ])('%s data of %j go to %j', (profile, controller, recipients) => {
    expect(told(controller, profile)).toEqual(recipients);
  });
});

describe('the exceptions to informing people', () => {
  const averted: Facts = { ...BY_RISK.high, exceptionToInforming: 'averted', highRiskAverted: 'yes' };
  const secret: Facts = { ...BY_RISK.high, exceptionToInforming: 'secrecy', secrecyWeighing: 'secrecy' };
  const informed = (profile: ProfileName, facts: Facts) =>
    assess(inputOf(facts, [controllerUnder(profile)])).duties.find(({ duty }) => duty === 'art34-1')?.status;

  it.each(PROFILE_NAMES)(
    'later measures release under %s, unless telecommunication law is asked: it knows encryption alone',
    (profile) => {
      expect(informed(profile, averted)).toBe(profile === 'telecom' ? 'owed' : 'not-owed');
    },
  );

  it.each(PROFILE_NAMES)('§ 29 BDSG releases nobody but who stands under it: %s', (profile) => {
    expect(informed(profile, secret)).toBe(profile === 'private-body' ? 'not-owed' : 'owed');
  });

  it('release only where the law of every joint controller knows them', () => {
    const provider = controllerUnder('telecom', { id: 'beta' });
    const joint = inputOf(averted, [controllerUnder('private-body'), provider], [{ jointWith: ['beta'] }]);
    const { duties } = assess(joint);
    expect(duties.filter(({ duty }) => duty === 'art34-1').map(({ status }) => status)).toEqual(['owed', 'owed']);
  });
});

describe('what all laws share is cited from the law it is owed under', () => {
  const ELSEWHERE = ['uk', 'switzerland', 'eu-body', 'catholic', 'protestant', 'police-justice'] as const;
  const rulesCited = (input: AssessmentInput, rule: string) =>
    assess(input)
      .duties.flatMap(({ because }) => because.filter((step) => step.rule === rule))
      .flatMap(({ cites }) => cites);
  const ordered: Facts = { ...BY_RISK.high, authorityOrder: 'inform' };
  const public_: Facts = { ...BY_RISK.high, exceptionToInforming: 'disproportionate' };

  it.each(ELSEWHERE)('%s: the order, the public communication, the exception and the notice of a processor', (profile) => {
    const controllers = [controllerUnder(profile)];
    const found = [
      ...rulesCited(inputOf(ordered, controllers), 'art34/authority-order'),
      ...rulesCited(inputOf(public_, controllers), 'art34/public-communication'),
      ...rulesCited(inputOf(BY_RISK.high, controllers), 'art34/no-need-to-inform/high-risk-averted'),
      ...rulesCited({ ...inputOf(BY_RISK.high, controllers, [{ role: 'processor' }]), self: 'host' }, 'art33/tell-controller'),
    ];
    expect(found.filter((citation) => citation.source === 'GDPR' && citation.article > 30)).toEqual([]);
    expect(found.some(isStatute)).toBe(true);
  });

  it.each(['private-body', 'public-body', 'social-data', 'broadcasting'] as const)('%s: the GDPR itself', (profile) => {
    const found = rulesCited(inputOf(ordered, [controllerUnder(profile)]), 'art34/authority-order');
    expect(found.map((citation) => citeText(citation, 'de'))).toContain('Art. 34 Abs. 4 DSGVO');
  });
});

describe('a law with several versions', () => {
  const noticeOn = (day: string) => {
    const input = { ...inputOf(BY_RISK.high, [controllerUnder('catholic')]), startsAt: { acme: instant(`${day}T10:00:00Z`) } };
    return assess(input).duties.find(({ duty }) => duty === 'art33-1');
  };
  const cited = (day: string) => noticeOn(day)?.because[0]?.cites.map((citation) => citeText(citation, 'de'))[0];

  it('holds in that of the day of awareness', () => {
    expect(cited('2026-02-28')).toBe('§ 33 Abs. 1 KDG [Sekundärquelle]');
    expect(cited('2026-03-01')).toBe('§ 33 Abs. 1 KDG n. F. [nicht am Original geprüft]');
  });

  it('says that the new text was not verified, and changes nothing until it is', () => {
    expect(noticeOn('2026-02-28')?.notes).toBeUndefined();
    expect(noticeOn('2026-11-23')?.notes?.map(({ id }) => id)).toEqual(['profile/catholic/reform']);
    expect(noticeOn('2026-11-23')?.hours).toBe(noticeOn('2026-02-28')?.hours);
  });
});
