import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citeAll } from '../../../src/law/sources.ts';
import { assess, type AssessmentInput, type ControllerProfile } from '../../../src/rules/assess.ts';
import { hoursBetween, instant } from '../../../src/rules/instant.ts';
import { LANDS, type Land } from '../../../src/rules/profiles/land.ts';
import { POLICE_OF_LAND } from '../../../src/rules/profiles/policeOfLand.ts';
import { arbitraryInput, runs } from '../arbitraryInput.ts';

const monday = instant('2026-11-23T10:00:00+01:00');
const police = (more: Partial<ControllerProfile>): ControllerProfile => ({
  ...{ id: 'acme', country: 'DE', sector: 'public', authority: 'competent', profile: 'police-justice' },
  ...more,
});
const presumed = (controller: ControllerProfile): AssessmentInput => ({
  sheet: { incident: { personalData: 'yes' }, dataSets: [{ id: 'data', controller: 'acme', role: 'controller', facts: {} }] },
  ...{ controllers: [controller], self: 'acme', startsAt: { acme: monday } },
});
const dutyOf = (controller: ControllerProfile, kind: string) => {
  const found = assess(presumed(controller)).duties.find(({ duty }) => duty === kind);
  if (found === undefined) throw new Error(`There is no duty ${kind}.`);
  return found;
};
const cited = (controller: ControllerProfile, kind: string): string =>
  citeAll(dutyOf(controller, kind).because[0]?.cites ?? [], 'de').replace('; eigene Herleitung Q-32', '');
const notes = (controller: ControllerProfile) => dutyOf(controller, 'art33-1').notes?.map(({ id }) => id.split('/').at(-1));

const DIRECTIVE_NOTICE = 'Art. 30 Abs. 1 RL (EU) 2016/680 [Sekundärquelle]';
const DIRECTIVE_PERSONS = 'Art. 31 Abs. 1 RL (EU) 2016/680 [Sekundärquelle]';

/** What each Land is cited with: for the notice, and for informing people. */
const CITED: Readonly<Record<Land, readonly [notice: string, persons: string]>> = {
  BW: ['§ 88 Abs. 1 PolG BW [Sekundärquelle]', '§ 87 Abs. 1 PolG BW [Sekundärquelle]'],
  BY: [DIRECTIVE_NOTICE, DIRECTIVE_PERSONS],
  BE: ['§ 51 Abs. 1 BlnDSG [Sekundärquelle]', DIRECTIVE_PERSONS],
  BB: [DIRECTIVE_NOTICE, DIRECTIVE_PERSONS],
  HB: ['§ 64 Abs. 1 BremPolG [Sekundärquelle]', DIRECTIVE_PERSONS],
  HH: [DIRECTIVE_NOTICE, DIRECTIVE_PERSONS],
  HE: [DIRECTIVE_NOTICE, DIRECTIVE_PERSONS],
  MV: [DIRECTIVE_NOTICE, DIRECTIVE_PERSONS],
  NI: ['§ 41 Abs. 1 NDSG [Sekundärquelle]', '§ 42 Abs. 1 NDSG [Sekundärquelle]'],
  NW: ['§ 59 DSG NRW', DIRECTIVE_PERSONS],
  RP: ['§ 54 LDSG RP', DIRECTIVE_PERSONS],
  SL: [DIRECTIVE_NOTICE, DIRECTIVE_PERSONS],
  SN: ['§ 21 SächsDSUG [Sekundärquelle]', '§ 22 Abs. 1 SächsDSUG [Sekundärquelle]'],
  ST: [DIRECTIVE_NOTICE, DIRECTIVE_PERSONS],
  SH: [DIRECTIVE_NOTICE, DIRECTIVE_PERSONS],
  TH: [DIRECTIVE_NOTICE, DIRECTIVE_PERSONS],
};

describe('police and justice of a Land', () => {
  it.each(LANDS)('%s: cites its own law where that was verified, else the directive, and says that it is missing', (land) => {
    const body = police({ land });
    const [notice, persons] = CITED[land];
    expect([cited(body, 'art33-1'), cited(body, 'art34-1')]).toEqual([notice, persons]);
    expect(notes(body)?.includes('not-verified')).toBe(notice === DIRECTIVE_NOTICE);
    const { dueBy } = dutyOf(body, 'art33-1');
    expect(dueBy && hoursBetween(monday, dueBy)).toBe(72);
  });

  it('never cites the BDSG, which binds the federal level', () => {
    for (const land of LANDS) {
      const { notice, persons, record, hints } = POLICE_OF_LAND[land];
      const all = [notice.duty, notice.deadline, ...(notice.threshold ? [notice.threshold] : []), persons, record, ...hints];
      expect(all.flatMap(({ cites }) => cites).some(({ source }) => source === 'BDSG')).toBe(false);
      for (const { cites } of all) expect(cites.some(({ source }) => source !== 'OPEN_QUESTION')).toBe(true);
    }
  });

  it('promises no protection against criminal proceedings that was not read in its own law', () => {
    expect(LANDS.filter((land) => notes(police({ land }))?.includes('privilege'))).toEqual(['NI']);
  });

  it('a federal body in a Land stands under §§ 65, 66 BDSG all the same, and so does one whose Land nobody named', () => {
    for (const body of [police({ land: 'BE', authority: 'de-bfdi' }), police({})]) {
      expect(cited(body, 'art33-1')).toContain('§ 65 Abs. 1 BDSG');
      expect(cited(body, 'art34-1')).toContain('§ 66 Abs. 1 BDSG');
    }
  });

  it('owes what the federal level owes, whatever the facts and the Land', () => {
    const statuses = (input: AssessmentInput, controller: ControllerProfile) =>
      assess({ ...input, controllers: [controller] }).duties.map(({ id, status, dueBy }) => [id, status, dueBy]);
    fc.assert(
      fc.property(arbitraryInput, fc.constantFrom(...LANDS), (input, land) => {
        expect(statuses(input, police({ land }))).toEqual(statuses(input, police({})));
      }),
      runs(0.02),
    );
  });
});
