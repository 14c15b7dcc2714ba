import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import { assessCase } from '../../src/breach/assessCase.ts';
import type { CaseSetting } from '../../src/breach/commands.ts';
import { openDuties } from '../../src/breach/duties.ts';
import type { Citation } from '../../src/law/sources.ts';
import type { ControllerProfile } from '../../src/rules/assess.ts';
import { neighboursInForce, REGIMES, type Neighbour } from '../../src/rules/neighbours/neighbour.ts';
import { REGIME_IDS, type AddresseeId, type RegimeId } from '../../src/rules/neighbours/regime.ts';
import { readStageRecipient } from '../../src/rules/neighbours/stageName.ts';
import { PROFILE_NAMES, type ProfileName } from '../../src/rules/profiles/profileName.ts';
import { PROFILES } from '../../src/rules/profiles/profiles.ts';
import { givenDoneUnder, hour, report, setting, type LooseCommand } from '../support/given.ts';

/** The regimes that are in force on the day of the report. */
const inForce = REGIME_IDS.filter((regime) => neighboursInForce([{ id: regime, regime }], hour(0), 'Europe/Berlin').length > 0);
const COMBINATIONS = PROFILE_NAMES.flatMap((profile) => inForce.map((regime) => [profile, regime] as const));

/** What a regime and a profile say alike. */
const ALIKE: readonly (readonly [ProfileName, RegimeId])[] = [
  ['telecom', 'tkg-169'],
  ['social-data', 'sgb-x'],
  ['switzerland', 'ch-dsg'],
  ['uk', 'uk-gdpr'],
];
const isAlike = (profile: ProfileName, regime: RegimeId): boolean =>
  ALIKE.some(([one, other]) => one === profile && other === regime);

const acme = (profile: ProfileName): ControllerProfile => ({
  ...{ id: 'acme', country: PROFILES[profile].countries?.[0] ?? 'DE', sector: 'private', authority: 'competent' },
  supervisoryBody: 'ministry',
  profile,
});
const under = (controller: ControllerProfile, regime: RegimeId): CaseSetting => ({
  ...{ ...setting, controllers: [controller], timeZone: 'Europe/Berlin' },
  neighbours: [{ id: regime, regime, country: 'DE' } satisfies Neighbour],
});

const applies = (regime: RegimeId): LooseCommand => ({
  ...{ type: 'AnswerNeighbour', neighbour: regime, answer: { kind: 'applies', startsAt: hour(0) }, reasons: '', decidedBy: '' },
});
/** The first body of data falls under this law from now on. */
const fallsUnder = (profile: ProfileName): LooseCommand => ({
  ...{ type: 'RecordDataSet', dataSet: 'main', label: '', controller: 'acme', role: 'controller', reasons: 'Geprüft' },
  profile,
});

const isAsked = (record: CaseRecord): boolean =>
  record.duties.some(({ kind, end }) => kind === 'neighbour-question' && end?.how !== 'never-applied');

const AUTHORITIES: { readonly [A in AddresseeId]?: string } = {
  ...{ bnetza: 'de-bnetza', bfdi: 'de-bfdi', ico: 'uk-ico', edoeb: 'ch-edoeb', affected: 'persons' },
  'supervising-body': 'ministry',
};
/** The paragraph or article without its subdivisions, by which two duties are the same law. */
const lawOf = (citation: Citation): string =>
  'place' in citation ? `${citation.source} ${citation.place.de.split(' Abs.')[0]}` : citation.source;
const LAW_OF_REGIME: { readonly [R in RegimeId]?: string } = {
  ...{ 'tkg-169': 'TKG § 169', 'uk-gdpr': 'UK_GDPR Art. 33', 'sgb-x': 'SGB_X § 83a', 'ch-dsg': 'CH_DSG Art. 24' },
};

/** Whom the case tells by which law, once for every open duty. */
function told(record: CaseRecord, by: CaseSetting): readonly string[] {
  const assessed = assessCase(record, by).duties;
  return openDuties(record).flatMap((duty): readonly string[] => {
    if (duty.kind === 'neighbour-question') return [];
    if (duty.kind !== 'neighbour') {
      const laws = assessed.find(({ id }) => id === duty.id)?.because.filter(({ part }) => part === 'rule') ?? [];
      const named = laws.flatMap(({ rule, cites }) => (rule.startsWith('profile/') ? cites.map(lawOf) : []));
      return [...new Set(named)].map((law) => `${duty.recipient} by ${law}`);
    }
    const { regime, to, stage } = readStageRecipient(duty.recipient);
    const authority = to === undefined ? undefined : AUTHORITIES[to];
    return [`${authority ?? to} by ${LAW_OF_REGIME[regime] ?? `${regime} ${stage}`}`];
  });
}
const twice = (all: readonly string[]): readonly string[] => all.filter((one, at) => all.indexOf(one) !== at);

const answered = (record: CaseRecord, regime: RegimeId): readonly LooseCommand[] => (isAsked(record) ? [applies(regime)] : []);

describe('a profile and a regime that say the same duty', () => {
  it('are the ones the regimes name', () => {
    const named = REGIMES.flatMap(({ id, saidBy }) => (saidBy === undefined ? [] : [[saidBy, id]]));
    expect(named.toSorted()).toEqual(ALIKE.map((pair) => [...pair]).toSorted());
  });

  it.each(COMBINATIONS)('%s beside %s: nobody is told the same twice, and the profile goes first', (profile, regime) => {
    const by = under(acme(profile), regime);
    const { record: opened } = givenDoneUnder(by, report);
    expect(isAsked(opened)).toBe(!isAlike(profile, regime));
    const { record } = givenDoneUnder(by, report, ...answered(opened, regime));
    expect(twice(told(record, by))).toEqual([]);
    const ofRules = (one: CaseRecord) =>
      one.duties.filter(({ kind }) => !kind.startsWith('neighbour')).map(({ id, status }) => [id, status]);
    expect(ofRules(record)).toEqual(ofRules(givenDoneUnder({ ...by, neighbours: [] }, report).record));
  });

  it.each(COMBINATIONS)('%s beside %s: also where the data come under it only after the answer', (profile, regime) => {
    const by = under({ ...acme(profile), profile: 'private-body' }, regime);
    const before = givenDoneUnder(by, report).record;
    const after = givenDoneUnder(by, report, ...answered(before, regime), fallsUnder(profile)).record;
    expect(twice(told(after, by))).toEqual([]);
    expect(openDuties(after).some(({ kind }) => kind === 'neighbour')).toBe(isAsked(before) && !isAlike(profile, regime));
  });
});

describe('where data leave such a law again', () => {
  const by = under({ ...acme('telecom'), profile: 'private-body' }, 'tkg-169');
  const QUESTION = 'neighbour-question:acme:tkg-169';
  const open = (...commands: readonly LooseCommand[]) =>
    openDuties(givenDoneUnder(by, report, ...commands).record).map(({ id }) => id);

  it('the question is open again, and so are the reports', () => {
    expect(open(fallsUnder('telecom'))).not.toContain(QUESTION);
    expect(open(fallsUnder('telecom'), fallsUnder('private-body'))).toContain(QUESTION);
    const reports = [...open(applies('tkg-169'))].filter((id) => id.startsWith('neighbour:'));
    expect(reports).toHaveLength(3);
    expect(open(applies('tkg-169'), fallsUnder('telecom'))).not.toEqual(expect.arrayContaining(reports));
    expect(open(applies('tkg-169'), fallsUnder('telecom'), fallsUnder('private-body'))).toEqual(expect.arrayContaining(reports));
  });

  it('an answer is refused while the rules say it themselves', () =>
    givenDoneUnder(by, report, fallsUnder('telecom')).when(applies('tkg-169')).thenRefused('noSuchNeighbour'));

  it('data we only process for others are no reason not to ask', () => {
    const kita = { id: 'kita', country: 'DE', sector: 'private', authority: 'competent' } as const;
    const processed = { ...fallsUnder('telecom'), controller: 'kita', role: 'processor' } as LooseCommand;
    const { record } = givenDoneUnder({ ...by, controllers: [...by.controllers, kita] }, report, processed);
    expect(openDuties(record).map(({ id }) => id)).toContain(QUESTION);
  });
});

describe('a mixed event of a company whose telecommunication is a regime beside the GDPR', () => {
  it('stays two duties: that of § 169 TKG and that of Art. 33 GDPR', () => {
    const by = under({ ...acme('private-body'), authority: 'de-nw' }, 'tkg-169');
    const { record } = givenDoneUnder(by, report, applies('tkg-169'));
    const recipients = openDuties(record).map(({ recipient }) => recipient);
    expect(recipients).toEqual(expect.arrayContaining(['de-nw', 'tkg-169/notification/bnetza', 'tkg-169/notification/bfdi']));
  });
});
