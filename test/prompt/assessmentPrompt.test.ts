import { describe, expect, it } from 'vitest';
import { caseId } from '../../src/breach/identifiers.ts';
import { assessCase } from '../../src/breach/assessCase.ts';
import { assessmentPrompt } from '../../src/prompt/assessmentPrompt.ts';
import { assess, type ControllerProfile } from '../../src/rules/assess.ts';
import { instant } from '../../src/rules/instant.ts';
import { PROFILE_NAMES, type ProfileName } from '../../src/rules/profiles/profileName.ts';
import { PROFILES } from '../../src/rules/profiles/profiles.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { inputOf } from '../cases/publishedCase.ts';
import { givenDoneUnder, hour, report, setting } from '../support/given.ts';

/** What the prompt shows of the notices to authorities under this law: deadline, and the later reading of Reg. 1182/71. */
function noticesUnder(profile: ProfileName) {
  const country = PROFILES[profile].countries?.[0] ?? 'DE';
  const acme: ControllerProfile = { id: 'acme', country, sector: 'public', authority: 'competent', profile };
  const under = { ...setting, controllers: [acme], timeZone: 'Europe/Berlin' };
  const { record } = givenDoneUnder(under, report);
  const organisation = { timeZone: 'Europe/Berlin', controllers: [{ ...acme, name: 'Acme', contact: '' }], neighbours: [] };
  const assessment = assessCase(record, under);
  const prompt = assessmentPrompt({ caseId: caseId('case-7'), record, assessment, organisation, asOf: hour(1) });
  return prompt.duties.filter(({ kind }) => kind === 'art33-1').map(({ dueBy, hourReading }) => [dueBy, hourReading]);
}

describe('the later reading of Reg. 1182/71', () => {
  // The report was noticed at 9 o'clock in Berlin: the hour begun then does not count.
  const after72 = [instant('2026-11-26T08:00:00Z'), instant('2026-11-26T09:00:00Z')];
  const after24 = [instant('2026-11-24T08:00:00Z'), instant('2026-11-24T09:00:00Z')];
  const only72 = [instant('2026-11-26T08:00:00Z'), undefined];
  const nothing = [undefined, undefined];

  const SHOWN: Readonly<Record<ProfileName, readonly (readonly unknown[])[]>> = {
    'private-body': [after72],
    'public-body': [after72],
    telecom: [after24, after24],
    'social-data': [after72, after72],
    'police-justice': [only72],
    catholic: [only72],
    protestant: [nothing],
    broadcasting: [after72],
    uk: [only72],
    switzerland: [nothing],
    'eu-body': [after72],
  };

  it.each(PROFILE_NAMES)('%s: is shown for hours that an act of the Union names, and with these hours', (profile) => {
    expect(noticesUnder(profile)).toEqual(SHOWN[profile]);
  });
});

describe('the reasons shown in chat', () => {
  /** Of the duties as the rules find them on the facts of a published case. */
  function shownOf(no: string) {
    const facts = EDPB_01_2021.find((published) => published.no === no)?.facts ?? {};
    const assessment = assess(inputOf(facts));
    const organisation = { timeZone: 'Europe/Berlin', controllers: [], neighbours: [] };
    const { record } = givenDoneUnder({ ...setting, controllers: [] }, report);
    const { duties } = assessmentPrompt({ caseId: caseId('case-7'), record, assessment, organisation, asOf: hour(1) });
    const shown = (kind: string) => duties.findLast((duty) => duty.kind === kind)?.because ?? [];
    return { assessment, notice: shown('art33-1'), persons: shown('art34-1'), record: shown('art33-5') };
  }
  const saying = (because: readonly { readonly says: { readonly en: string } }[]) => because.map(({ says }) => says.en);

  it.each(EDPB_01_2021)('case $no: there is room for all of them in every window, with what decides the case', ({ no }) => {
    const { assessment, notice, persons, record } = shownOf(no);
    // A window of Slack holds 24 entries, a card of Teams more.
    for (const because of [notice, persons, record]) expect(because.length).toBeLessThanOrEqual(24);
    const { because = [] } = assessment.duties.find(({ duty }) => duty === 'art34-1') ?? {};
    const decisive = because.filter(({ part, mark }) => part === 'rule' && mark === 'holds');
    expect(saying(persons)).toEqual(expect.arrayContaining(decisive.map(({ says }) => says.en)));
  });

  it('of a rule that an exception keeps from holding name the exception, not what else was met', () => {
    const { persons } = shownOf('10');
    expect(saying(persons)).toContain('High risk: revealing data are with criminals.');
    expect(saying(persons)).not.toContain('Thieves, fraudsters or attackers have the data, or may have them.');
    expect(persons.find(({ says }) => says.en === 'Exception: outsiders cannot read the data.')).toMatchObject({ mark: 'holds' });
  });

  it('say once whether there is a breach at all, under the record', () => {
    const { notice, persons, record } = shownOf('17');
    expect(saying(record)).toContain('Personal data are involved.');
    expect(saying([...notice, ...persons])).not.toContain('Personal data are involved.');
  });

  it('name the data set whose reasons begin, where a case has several', () => {
    const { record } = givenDoneUnder(setting, report);
    const [only] = record.dataSets;
    if (only === undefined) throw new Error('A report begins with one data set.');
    const both = {
      ...record,
      dataSets: [
        { ...only, label: 'Kundenliste' },
        { ...only, id: 'mail', label: 'Postfach' },
      ],
    };
    const assessment = assess({ ...inputOf({}), sheet: { incident: { personalData: 'no' }, dataSets: both.dataSets } });
    const organisation = { timeZone: 'Europe/Berlin', controllers: [], neighbours: [] };
    const labelsOf = (of: typeof record) =>
      assessmentPrompt({ caseId: caseId('case-7'), record: of, assessment, organisation, asOf: hour(1) })
        .duties.find(({ kind }) => kind === 'art33-1')
        ?.because.flatMap(({ dataSetLabel }) => dataSetLabel ?? []);
    expect(labelsOf(both)).toEqual(['Kundenliste', 'Postfach']);
    expect(labelsOf(record)).toEqual([]);
  });
});
