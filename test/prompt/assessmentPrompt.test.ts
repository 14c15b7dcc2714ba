import { describe, expect, it } from 'vitest';
import { caseId } from '../../src/breach/identifiers.ts';
import { assessCase } from '../../src/breach/assessCase.ts';
import { assessmentPrompt } from '../../src/prompt/assessmentPrompt.ts';
import type { ControllerProfile } from '../../src/rules/assess.ts';
import { instant } from '../../src/rules/instant.ts';
import { PROFILE_NAMES, type ProfileName } from '../../src/rules/profiles/profileName.ts';
import { PROFILES } from '../../src/rules/profiles/profiles.ts';
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
