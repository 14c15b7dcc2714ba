import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KNOWN_KEYS } from '../../adapters/configuration/configurationFile.ts';
import { readConfiguration } from '../../adapters/configuration/readConfiguration.ts';
import { isRemedy, REMEDIES } from '../../adapters/configuration/remedies.ts';
import { type Organisation, PLATFORMS, type Platform, personBehind, rolesOf } from '../../src/organisation.ts';
import { projectRoot } from '../support/arrows.ts';

const example = readFileSync(join(projectRoot, 'fristwacht.example.yaml'), 'utf8');

const smallest = `
organisation: { name: Musterwerke, country: DE, land: NW, sector: private }
contactPoint: { name: Datenschutz, phone: 0251 5550111 }
persons:
  - { id: anna-berger, name: Anna Berger, roles: [dpo], accounts: { slack: U1 } }
channels: { slack: C1 }
`;

function accepted(text: string | undefined, platform: Platform = 'desk'): Organisation {
  const read = readConfiguration(text, { platform });
  return read.ok ? read.organisation : expect.unreachable(`refused: ${JSON.stringify(read.faults)}`);
}

function faults(text: string | undefined, platform: Platform = 'desk') {
  const read = readConfiguration(text, { platform });
  return read.ok ? [] : read.faults;
}

/** The smallest file with one line of it replaced. */
function withChange(before: string, after: string): string {
  expect(smallest).toContain(before);
  return smallest.replace(before, after);
}

describe('without a file', () => {
  it('the desk runs with sensible values', () => {
    expect(accepted(undefined)).toEqual({
      name: 'Ihre Organisation',
      language: 'de',
      timeZone: 'Europe/Berlin',
      self: 'self',
      processesForOthers: false,
      controllers: [
        { id: 'self', name: 'Ihre Organisation', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw', contact: '' },
      ],
      persons: [{ id: 'dpo', name: 'Datenschutzbeauftragte', roles: ['dpo'], accounts: { desk: 'dpo' } }],
      channels: { desk: 'privacy' },
      // No working time: at the desk nothing waits.
      contactPoint: { name: 'Datenschutz', email: 'datenschutz@ihre-organisation.example', phone: '' },
      noDisadvantage: false,
      confirmation: [],
    });
  });

  it.each(['slack', 'teams'] as const)('%s does not run, and the fault says what to do', (platform) => {
    expect(faults(undefined, platform)).toEqual([{ key: 'fristwacht.yaml', value: '', remedy: REMEDIES.fileMissing }]);
  });
});

describe('fristwacht.example.yaml', () => {
  it.each(PLATFORMS)('is accepted as it stands, on %s', (platform) => {
    expect(accepted(example, platform).name).toBe('Musterwerke GmbH, Münster');
  });

  it('shows every key there is', () => {
    const keys = Object.values(KNOWN_KEYS).flat();
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key) => !new RegExp(`^[ #-]*${key}:`, 'mu').test(example))).toEqual([]);
  });

  it('yields the organisation it describes', () => {
    const organisation = accepted(example, 'slack');
    expect(organisation).toMatchObject({
      language: 'de',
      self: 'musterwerke',
      processesForOthers: true,
      confirmation: ['exception', 'not-notifying'],
      neighbours: [
        { id: 'nis2', regime: 'nis2', country: 'DE' },
        { id: 'contract.hoster', regime: 'contract', name: 'Rechenzentrum Musterstadt GmbH', hours: 48, country: 'DE' },
        { id: 'insurance.cyber', regime: 'insurance', hours: 72, country: 'DE' },
      ],
      contactPoint: { phone: '0251 5550111' },
      channels: { slack: 'C0PRIVACY' },
      retention: {
        notified: { years: 5, reasons: 'Die Innenrevision prüft Meldungen im Rhythmus von fünf Jahren.' },
        'not-notified': { years: 3, reasons: '' },
        'no-breach': { years: 1, reasons: 'Für Hinweise ohne Verletzung genügt ein Jahr.' },
      },
    });
    expect(organisation.controllers.map(({ id, authority, decider }) => [id, authority, decider])).toEqual([
      ['musterwerke', 'de-nw', 'jonas-feld'],
      ['musterwerke-bildung', 'de-by-lda', 'jonas-feld'],
      ['stadtwerke-bad-doberan', 'de-mv', undefined],
    ]);
    expect(rolesOf(organisation, personBehind(organisation, 'slack', 'U0JONAS1'))).toEqual(['decider', 'management', 'employee']);
  });
});

describe('what follows from the file', () => {
  it('a stage that is named replaces the usual one, and only that', () => {
    const file = withChange(
      'channels:',
      'escalation:\n  art33-1:\n    management: { hoursLeft: 6, thenEveryHours: 12 }\nchannels:',
    );
    expect(accepted(file).escalation).toEqual({ 'art33-1': { management: { hoursLeft: 6, thenEveryHours: 12 } } });
    expect(accepted(smallest).escalation).toBeUndefined();
  });

  it.each([
    ['country: DE, land: NW, sector: private', 'de-nw'],
    ['country: DE, land: BY, sector: private', 'de-by-lda'],
    ['country: DE, land: BY, sector: public', 'de-by-lfd'],
    ['country: FR, sector: private, timeZone: Europe/Paris', 'fr-cnil'],
    ['country: DE, land: BE, sector: public, authority: de-bfdi', 'de-bfdi'],
  ])('the authority of a controller in „%s“ is %s', (profile, authority) => {
    const text = withChange('country: DE, land: NW, sector: private', profile);
    expect(accepted(text).controllers[0]).toMatchObject({ authority });
  });

  it.each([
    ['country: DE, land: NW', 'de'],
    ['country: AT, timeZone: Europe/Vienna', 'de'],
    ['country: FR, timeZone: Europe/Paris', 'en'],
    ['country: FR, timeZone: Europe/Paris, language: de', 'de'],
  ])('the language in „%s“ is %s', (place, language) => {
    expect(accepted(withChange('country: DE, land: NW', place)).language).toBe(language);
  });

  it('an outcome that is not named is kept as long as usual', () => {
    const file = withChange('channels:', 'retention:\n  notified:\n    years: 10\n    reasons: Aufsicht\nchannels:');
    expect(accepted(file).retention).toEqual({
      notified: { years: 10, reasons: 'Aufsicht' },
      'not-notified': { years: 3, reasons: '' },
      'no-breach': { years: 3, reasons: '' },
    });
  });

  it('a telephone number keeps its zero', () => {
    expect(accepted(withChange('0251 5550111', '02515550111')).contactPoint.phone).toBe('02515550111');
  });

  it('the desk has its channel and a DPO in the seat, also where the file names none', () => {
    const organisation = accepted(smallest);
    expect(organisation.channels).toEqual({ desk: 'privacy', slack: 'C1' });
    expect(personBehind(organisation, 'desk', 'dpo')).toBe('anna-berger');
  });

  it('a chat platform gets nothing of the desk', () => {
    const organisation = accepted(smallest, 'slack');
    expect(organisation.channels).toEqual({ slack: 'C1' });
    expect(personBehind(organisation, 'desk', 'dpo')).toBe('desk:dpo');
  });

  it('a key without a value counts as not there', () => {
    expect(accepted(`${smallest}\nconfirmation:\n`).confirmation).toEqual([]);
  });
});

describe('a faulty file', () => {
  it.each([
    ['no name', 'name: Musterwerke, ', '', 'organisation.name', '', 'name'],
    ['a country in words', 'country: DE', 'country: Deutschland', 'organisation.country', 'Deutschland', 'country'],
    ['an alias instead of the code', 'country: DE', 'country: UK', 'organisation.country', 'UK', 'country'],
    ['no Land in Germany', ', land: NW', '', 'organisation.land', '', 'land'],
    ['a Land elsewhere', 'country: DE', 'country: AT, timeZone: Europe/Vienna', 'organisation.land', 'NW', 'landElsewhere'],
    ['no time zone outside Germany', 'country: DE, land: NW', 'country: AT', 'organisation.timeZone', '', 'timeZone'],
    [
      'an offset as time zone',
      'sector: private',
      'sector: private, timeZone: "+01:00"',
      'organisation.timeZone',
      '+01:00',
      'timeZone',
    ],
    ['a language that is none', 'sector: private', 'sector: private, language: fr', 'organisation.language', 'fr', 'language'],
    [
      'ja instead of true',
      'sector: private',
      'sector: private, noDisadvantage: ja',
      'organisation.noDisadvantage',
      'ja',
      'yesOrNo',
    ],
    ['a role that is none', 'roles: [dpo]', 'roles: [dpo, boss]', 'persons[anna-berger].roles[2]', 'boss', 'role'],
    ['one role without brackets', 'roles: [dpo]', 'roles: dpo', 'persons[anna-berger].roles', 'dpo', 'list'],
    ['an id with a blank', 'id: anna-berger', 'id: Anna B', 'persons[Anna B].id', 'Anna B', 'id'],
    ['nobody as DPO', 'roles: [dpo]', 'roles: [deputy]', 'persons', '', 'dpoMissing'],
    ['nobody to reach', ', phone: 0251 5550111', '', 'contactPoint', 'Datenschutz', 'contactPoint'],
    ['no e-mail address', 'phone: 0251 5550111', 'email: datenschutz', 'contactPoint.email', 'datenschutz', 'email'],
    [
      'a decider nobody knows',
      'sector: private',
      'sector: private, decider: eva',
      'organisation.decider',
      'eva',
      'deciderUnknown',
    ],
    [
      'a decider without the role',
      'sector: private',
      'sector: private, decider: anna-berger',
      'organisation.decider',
      'anna-berger',
      'deciderRole',
    ],
    [
      'confirmation by nobody',
      'channels:',
      'confirmation: [awareness]\nchannels:',
      'confirmation',
      'awareness',
      'confirmationWithoutDecider',
    ],
    [
      'another period without a reason',
      'channels:',
      'retention:\n  no-breach:\n    years: 1\nchannels:',
      'retention.no-breach.reasons',
      '',
      'retentionReasons',
    ],
    [
      'a period that is none',
      'channels:',
      'retention:\n  notified:\n    years: ewig\nchannels:',
      'retention.notified.years',
      'ewig',
      'retentionYears',
    ],
    [
      'a stage that would never come',
      'channels:',
      'escalation:\n  art34-1:\n    deputy: {}\nchannels:',
      'escalation.art34-1.deputy',
      '',
      'escalationNever',
    ],
    [
      'a stage that waits for a deadline there is not',
      'channels:',
      'escalation:\n  art34-1:\n    management: { hoursLeft: 12 }\nchannels:',
      'escalation.art34-1.management',
      '12',
      'escalationWithoutDeadline',
    ],
    [
      'a stage before the deadline without its hours',
      'channels:',
      'escalation:\n  art33-1:\n    management: { thenEveryHours: 24 }\nchannels:',
      'escalation.art33-1.management.hoursLeft',
      '',
      'escalationNever',
    ],
    [
      'a stage that comes with the first message',
      'channels:',
      'escalation:\n  art33-1:\n    deputy: { hoursLeft: 72 }\nchannels:',
      'escalation.art33-1.deputy.hoursLeft',
      '72',
      'escalationTooEarly',
    ],
    [
      'management before the deputy',
      'channels:',
      'escalation:\n  art33-1:\n    management: { hoursLeft: 48 }\nchannels:',
      'escalation.art33-1.management',
      '',
      'escalationOrder',
    ],
    [
      'management before the deputy, by silence',
      'channels:',
      'escalation:\n  art34-1:\n    deputy: { withoutMovementHours: 96 }\nchannels:',
      'escalation.art34-1.management',
      '',
      'escalationOrder',
    ],
    [
      'a stage after more than a month',
      'channels:',
      'escalation:\n  art34-1:\n    management: { withoutMovementHours: 9999 }\nchannels:',
      'escalation.art34-1.management.withoutMovementHours',
      '9999',
      'escalationHours',
    ],
    ['a decision that is none', 'channels:', 'confirmation: [sometimes]\nchannels:', 'confirmation[1]', 'sometimes', 'decision'],
    [
      'an address in the clear',
      'channels:',
      'files: { publicUrl: http://a.example }\nchannels:',
      'files.publicUrl',
      'http://a.example',
      'publicUrl',
    ],
    [
      'an address with more behind it',
      'channels:',
      'files: { publicUrl: https://a.example/?x }\nchannels:',
      'files.publicUrl',
      'https://a.example/?x',
      'publicUrl',
    ],
    ['exports to nowhere', 'channels:', 'slack: { exports: mail }\nchannels:', 'slack.exports', 'mail', 'slackExports'],
    [
      'rights by half',
      'channels:',
      'slack: { membersAreOfficers: maybe }\nchannels:',
      'slack.membersAreOfficers',
      'maybe',
      'yesOrNo',
    ],
    ['a section without keys', 'channels: { slack: C1 }', 'channels: C1', 'channels', 'C1', 'section'],
  ] as const)('with %s names key, value and remedy', (_, before, after, key, value, remedy) => {
    expect(faults(withChange(before, after))).toEqual([{ key, value, remedy: REMEDIES[remedy] }]);
  });

  it('on a chat platform lacks the channel and the account of the DPO', () => {
    expect(faults(smallest, 'teams')).toEqual([
      { key: 'channels.teams', value: '', remedy: REMEDIES.channelMissing },
      { key: 'persons[anna-berger].accounts.teams', value: '', remedy: REMEDIES.dpoAccountMissing },
    ]);
  });

  it('names every fault, not only the first', () => {
    const text = smallest
      .replace('country: DE', 'country: De')
      .replace('sector: private', 'sector: privat')
      .replace('[dpo]', '[dbo]');
    expect(faults(text).map(({ key }) => key)).toEqual([
      'organisation.country',
      'organisation.sector',
      'persons[anna-berger].roles[1]',
    ]);
  });

  it('tells persons and accounts apart', () => {
    const again = '  - { id: anna-berger, name: Eva, accounts: { slack: U1 } }\nchannels:';
    expect(faults(withChange('channels:', again))).toEqual([
      { key: 'persons[anna-berger].id', value: 'anna-berger', remedy: REMEDIES.idTaken },
      { key: 'persons[anna-berger].accounts.slack', value: 'U1', remedy: REMEDIES.accountTaken },
    ]);
  });

  it('gives no two controllers one id', () => {
    const other = 'controllers: [{ id: self, name: Tochter, country: DE, land: NW, sector: private }]\nchannels:';
    expect(faults(withChange('channels:', other))).toEqual([
      { key: 'controllers[self].id', value: 'self', remedy: REMEDIES.idTaken },
    ]);
  });

  it('gives no two controllers one name, however it is written', () => {
    const named = (id: string, name: string) => `{ id: ${id}, name: "${name}", country: DE, land: NW, sector: private }`;
    const two = `controllers: [${named('nord', 'Meier GmbH')}, ${named('sued', ' MEIER  GmbH ')}]\nchannels:`;
    expect(faults(withChange('channels:', two))).toEqual([
      expect.objectContaining({ key: 'controllers[sued].name', remedy: REMEDIES.nameTaken }),
    ]);
    const apart = `controllers: [${named('nord', 'Meier GmbH Nord')}, ${named('sued', 'Meier GmbH Süd')}]\nchannels:`;
    expect(faults(withChange('channels:', apart))).toEqual([]);
  });

  it.each([
    ['organisation: {', 'organsation: {', 'organsation', 'Meinten Sie organisation?'],
    ['sector: private', 'sector: private, timezone: Europe/Berlin', 'organisation.timezone', 'Meinten Sie timeZone?'],
    ['accounts: { slack: U1 }', 'accounts: { slcak: U1 }', 'persons[anna-berger].accounts.slcak', 'Meinten Sie slack?'],
    ['channels: {', 'noDisadvantage: true\nchannels: {', 'noDisadvantage', 'gehört unter organisation.'],
    ['sector: private', 'sector: private, persons: []', 'organisation.persons', 'an den Anfang der Zeile'],
    ['channels: {', 'colour: blue\nchannels: {', 'colour', 'Diesen Schlüssel gibt es nicht.'],
  ])('with an unknown key („%s“ → „%s“) says which one was probably meant', (before, after, key, hint) => {
    const found = faults(withChange(before, after)).find((one) => one.key === key);
    expect(found?.remedy.de).toContain(hint);
  });

  it('suggests the word that was probably meant', () => {
    const [found] = faults(withChange('sector: private', 'sector: private, timeZone: Europe/Berlni'));
    expect(found?.remedy.en).toContain('Did you mean Europe/Berlin?');
  });

  it.each([
    ['a broken line', 'organisation: [\nname', 'fristwacht.yaml:2'],
    ['a key that stands twice', `${smallest}channels: { slack: C2 }\n`, 'fristwacht.yaml:7'],
  ])('with %s names the line', (_, text, key) => {
    expect(faults(text)[0]).toMatchObject({ key });
  });

  it('that is empty, or no file of ours, is refused and not taken for none', () => {
    expect(faults('')).not.toEqual([]);
    expect(faults('just a sentence')).not.toEqual([]);
    expect(faults('- a\n- b')).not.toEqual([]);
  });
});

describe('a secret in the file', () => {
  const hidden = ['x', 'oxb-', '1234567890-abcdef'].join('');

  it.each([
    ['a token under a key of its own', `slackBotToken: ${hidden}\nchannels:`, 'slackBotToken'],
    ['a password', 'database:\n  password: hunter2hunter2\nchannels:', 'database.password'],
    ['a signing secret', 'slackSigningSecret: abcdef\nchannels:', 'slackSigningSecret'],
    ['an address with a password in it', 'store: mongodb://bot:hunter2hunter2@db.example/x\nchannels:', 'store'],
  ])('(%s) is refused, sent to the environment, and not repeated', (_, lines, key) => {
    const found = faults(withChange('channels:', lines));
    expect(found).toContainEqual({ key, value: '***', remedy: REMEDIES.secret });
    expect(JSON.stringify(found)).not.toMatch(/hunter2|1234567890|abcdef/);
  });

  it('is found where it hides as the value of a good key', () => {
    const found = faults(withChange('{ slack: C1 }', `{ slack: ${hidden} }`), 'slack');
    expect(found).toEqual([{ key: 'channels.slack', value: '***', remedy: REMEDIES.secret }]);
  });

  it('is not repeated from a line that cannot be read', () => {
    expect(JSON.stringify(faults(`token: "${hidden}\n`))).not.toContain('1234567890');
  });

  it('is not repeated from a key that was mistyped', () => {
    expect(JSON.stringify(faults(withChange('channels:', `tokn: ${hidden.slice(5)}-and-more\nchannels:`)))).not.toContain(
      '1234567890',
    );
  });
});

describe('the remedies', () => {
  it.each(Object.entries(REMEDIES))('%s is a sentence in both languages', (_, { de, en }) => {
    expect(de).toMatch(/^[A-ZÄÖÜ].*[.]$/u);
    expect(en).toMatch(/^[A-Z].*[.]$/u);
    expect(de).not.toBe(en);
  });

  it('are named by a key, and a sentence is none', () => {
    expect(isRemedy('land')).toBe(true);
    expect(isRemedy('toString')).toBe(false);
    expect(isRemedy('Invalid input')).toBe(false);
  });
});

describe('law and place of a controller', () => {
  const place = (entry: string) => withChange('country: DE, land: NW, sector: private', entry);

  it('the profile and the supervising body are taken over; without them nothing is added', () => {
    const agency = 'country: DE, land: NW, sector: public, profile: social-data, supervisoryBody: sozialministerium';
    expect(accepted(place(agency)).controllers[0]).toMatchObject({
      profile: 'social-data',
      supervisoryBody: 'sozialministerium',
    });
    expect(Object.keys(accepted(smallest).controllers[0] ?? {})).not.toContain('profile');
  });

  it('the main establishment leads, and an authority that is named goes before all', () => {
    const group = 'country: DE, land: NW, sector: private, establishments: [{ country: IE, main: true }]';
    expect(accepted(place(group)).controllers[0]).toMatchObject({ authority: 'ie-dpc', competence: 'lead' });
    const named = accepted(place(`${group}, authority: de-bfdi`)).controllers[0];
    expect(named).toMatchObject({ authority: 'de-bfdi' });
    expect(named).not.toHaveProperty('competence');
  });

  it('a Swiss canton keeps the authority it names beside those of the places in the EEA', () => {
    const canton = 'country: CH, timeZone: Europe/Zurich, sector: public, authority: ch-zh, affectedIn: [FR]';
    expect(accepted(place(canton)).controllers[0]).toMatchObject({
      authority: 'ch-zh',
      authorities: [{ persons: 'FR', authority: 'fr-cnil' }],
    });
  });

  it('a British company needs to name neither its law nor an authority', () => {
    expect(accepted(place('country: GB, timeZone: Europe/London, sector: private')).controllers[0]?.authority).toBe('uk-ico');
  });

  it('from outside the EEA each place where people live has its authority', () => {
    const american = 'country: US, timeZone: America/New_York, sector: private, affectedIn: [FR, DE-BY]';
    expect(accepted(place(american)).controllers[0]?.authorities?.map(({ authority }) => authority)).toEqual([
      'fr-cnil',
      'de-by-lda',
    ]);
  });

  it.each([
    ['country: DE, land: NW, sector: private, profile: telekom', 'organisation.profile', 'profile'],
    ['country: DE, land: NW, sector: private, profile: switzerland', 'organisation.profile', 'profileElsewhere'],
    ['country: DE, land: NW, sector: private, profile: catholic', 'organisation.authority', 'authorityNeeded'],
    ['country: DE, land: NW, sector: private, establishments: [{ country: DE }]', 'organisation.establishments[1].land', 'land'],
    [
      'country: DE, land: NW, sector: private, establishments: [{ country: FR, land: NW }]',
      'organisation.establishments[1].land',
      'landElsewhere',
    ],
    [
      'country: DE, land: NW, sector: private, establishments: [{ country: FR, main: true }, { country: IE, main: true }]',
      'organisation.establishments',
      'mainTwice',
    ],
    ['country: DE, land: NW, sector: private, affectedIn: [FR]', 'organisation.affectedIn', 'affectedInAtHome'],
    ['country: US, timeZone: America/New_York, sector: private', 'organisation.affectedIn', 'affectedInNeeded'],
    [
      'country: US, timeZone: America/New_York, sector: private, authority: fr-cnil, affectedIn: [FR, IT]',
      'organisation.authority',
      'authorityBesideAffectedIn',
    ],
    ['country: DE, land: TH, sector: private, profile: protestant', 'organisation.authority', 'authorityNeeded'],
    ['country: US, timeZone: America/New_York, sector: private, affectedIn: [DE]', 'organisation.affectedIn[1]', 'affectedIn'],
  ] as const)('„%s“ is a fault at %s', (entry, key, remedy) => {
    const [found, ...others] = faults(place(entry));
    expect(found?.key).toBe(key);
    expect(found?.remedy.de.startsWith(REMEDIES[remedy].de)).toBe(true);
    expect(others).toEqual([]);
  });
});

describe('the neighbouring regimes', () => {
  const withNeighbours = (list: string) => `${smallest}\nneighbours: ${list}\n`;

  it('are none unless the file names them', () => {
    expect(accepted(smallest).neighbours).toBeUndefined();
    expect(accepted(withNeighbours('[]')).neighbours).toEqual([]);
  });

  it('take a word, or a section where there is more to say', () => {
    const list = '[kritis, { regime: dora, entity: credit-institution }, { regime: contract, id: host, hours: 24 }]';
    expect(accepted(withNeighbours(list)).neighbours).toEqual([
      { id: 'kritis', regime: 'kritis', country: 'DE' },
      { id: 'dora', regime: 'dora', entity: 'credit-institution', country: 'DE' },
      { id: 'contract.host', regime: 'contract', hours: 24, country: 'DE' },
    ]);
  });

  it.each([
    ['a rule nobody knows', '[nis3]', 'neighbours[1]', 'nis3', 'neighbour'],
    ['one in a section', '[{ regime: dorra }]', 'neighbours[1].regime', 'dorra', 'neighbour'],
    ['a contract without hours', '[{ regime: contract, id: a }]', 'neighbours[contract.a].hours', '', 'neighbourHours'],
    ['a contract without an id', '[{ regime: contract, hours: 4 }]', 'neighbours[contract].id', '', 'neighbourId'],
    ['hours that are none', '[{ regime: contract, id: a, hours: soon }]', 'neighbours[a].hours', 'soon', 'neighbourHours'],
    ['hours for a statute', '[{ regime: nis2, hours: 48 }]', 'neighbours[nis2].hours', '48', 'neighbourHours'],
    ['an id for a statute', '[{ regime: nis2, id: a }]', 'neighbours[nis2.a].id', 'a', 'neighbourNotAgreed'],
    ['an entity outside DORA', '[{ regime: nis2, entity: other }]', 'neighbours[nis2].entity', 'other', 'financialEntity'],
    ['an entity that is none', '[{ regime: dora, entity: bank }]', 'neighbours[1].entity', 'bank', 'financialEntity'],
    [
      'a controller nobody knows',
      '[{ regime: nis2, controller: kita }]',
      'neighbours[nis2.kita].controller',
      'kita',
      'neighbourController',
    ],
    ['the same rule twice', '[nis2, nis2]', 'neighbours[nis2]', 'nis2', 'neighbourTwice'],
  ] as const)('%s is refused where it stands', (_what, list, key, value, remedy) => {
    const [found, ...others] = faults(withNeighbours(list));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ key, value });
    expect(found?.remedy.de.startsWith(REMEDIES[remedy].de)).toBe(true);
  });

  it('a mistyped word is named the one probably meant', () => {
    expect(faults(withNeighbours('[insurence]'))[0]?.remedy.en).toMatch(/Did you mean insurance\?$/);
  });

  it('an unknown key in a section is told like any other', () => {
    expect(faults(withNeighbours('[{ regime: nis2, hour: 3 }]'))[0]).toMatchObject({ key: 'neighbours[1].hour' });
  });
});
