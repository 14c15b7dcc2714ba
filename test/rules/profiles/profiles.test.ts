import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citeText } from '../../../src/law/sources.ts';
import { assess, type AssessmentInput, type ControllerProfile, type Risk } from '../../../src/rules/assess.ts';
import type { DataSet, Facts } from '../../../src/rules/facts.ts';
import { hoursBetween, instant } from '../../../src/rules/instant.ts';
import { PROFILE_NAMES, type ProfileName } from '../../../src/rules/profiles/profileName.ts';
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
    outflow: 'shown',
    availability: 'unaffected',
    alteration: 'none',
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

  it('a mixed event brings the notice of § 169 TKG and no other, also for the rest of the data, with the hint', () => {
    const mixed = inputOf(BY_RISK.high, [general], [{ profile: 'telecom' }, {}]);
    expect(notices(mixed).map(({ id }) => id)).toEqual(['art33-1:acme:de-bnetza', 'art33-1:acme:de-bfdi']);
    expect(notices(mixed).flatMap(({ notes }) => notes?.map(({ id }) => id) ?? [])).toContain('profile/telecom/mixed');
  });

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
