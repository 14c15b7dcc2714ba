import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/rules/assess.ts';
import { BREACH_KINDS, kindsOfBreach } from '../../src/rules/art4/kindsOfBreach.ts';
import type { Facts } from '../../src/rules/facts.ts';
import { ranksOf } from '../../src/rules/ranks.ts';
import { areaLevel, isAboutPersonalData, NO_BREACH } from '../../src/rules/riskLevel.ts';
import { GDPR } from '../../src/rules/rulesets.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { inputOf, sheetOf } from '../cases/publishedCase.ts';
import { arbitraryInput, runs } from './arbitraryInput.ts';

const said = (facts: Facts): readonly string[] => kindsOfBreach(sheetOf(facts)).map(({ says }) => says.en);

/** Art. 4 No. 12 in the published cases, by our own reading. */
const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  '01': ['Loss for a time', 'Alteration for a time', 'Unauthorised disclosure: possible, but not shown', 'Unauthorised access'],
  '02': ['Loss for a time', 'Alteration for a time', 'Unauthorised disclosure: possible, but not shown', 'Unauthorised access'],
  '04': [
    'Destruction: possible, but not shown',
    'Loss',
    'Alteration',
    'Unauthorised disclosure: possible, but not shown',
    'Unauthorised access',
  ],
  '11': ['Loss for a time', 'Unauthorised disclosure: possible, but not shown', 'Unauthorised access: possible, but not shown'],
  '13': ['Unauthorised disclosure'],
  '16': ['Unauthorised disclosure'],
};

describe('the kinds of breach of Art. 4 No. 12', () => {
  it.each(Object.entries(PUBLISHED))('of case %s are read off its facts', (no, expected) => {
    expect(said(EDPB_01_2021.find((published) => published.no === no)?.facts ?? {})).toEqual(expected);
  });

  it.each(EDPB_01_2021)('case $no has one, and nothing about it stays open', ({ facts }) => {
    const kinds = kindsOfBreach(sheetOf(facts));
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.every(({ certainty }) => certainty !== 'open')).toBe(true);
  });

  it('data that were missing for minutes are a loss all the same', () => {
    const quiet: Facts = { personalData: 'yes', access: 'none', alteration: 'none', availability: 'restored-in-time' };
    expect(kindsOfBreach(sheetOf(quiet))).toMatchObject([
      { kind: 'loss', goal: 'availability', certainty: 'shown', isTemporary: true },
    ]);
  });

  it('access that was possible and is not shown is named as such, and counts as a breach', () => {
    const facts: Facts = { personalData: 'yes', access: 'possible', availability: 'unaffected', alteration: 'none' };
    expect(kindsOfBreach(sheetOf(facts)).map(({ certainty }) => certainty)).toEqual(['possible', 'possible']);
    expect(assess(inputOf(facts)).duties[0]).toMatchObject({ duty: 'art33-5', status: 'owed' });
  });

  it('what nobody can say is possible, what nobody was asked is open', () => {
    const unknown: Facts = { personalData: 'yes', access: 'unknown', availability: 'unknown', alteration: 'unknown' };
    expect(new Set(kindsOfBreach(sheetOf(unknown)).map(({ certainty }) => certainty))).toEqual(new Set(['possible']));
    expect(kindsOfBreach(sheetOf({})).map(({ kind, certainty }) => [kind, certainty])).toEqual(
      BREACH_KINDS.map((kind) => [kind, 'open']),
    );
  });

  it('every data set has its own', () => {
    const [dataSet] = sheetOf({
      access: 'happened',
      recipient: 'known',
      availability: 'unaffected',
      alteration: 'none',
    }).dataSets;
    if (dataSet === undefined) throw new Error('The sheet has one data set.');
    const gone = { ...dataSet, id: 'archive', facts: { access: 'none', availability: 'lost', alteration: 'none' } };
    const kinds = kindsOfBreach({ incident: { personalData: 'yes' }, dataSets: [dataSet, gone] });
    expect(kinds.map(({ dataSet: id, kind }) => [id, kind])).toEqual([
      ['data', 'disclosure'],
      ['archive', 'destruction'],
      ['archive', 'loss'],
    ]);
  });

  it('each comes with an example and a source, in both languages', () => {
    for (const { says, example, cites } of kindsOfBreach(sheetOf({}))) {
      expect(says.de).not.toBe(says.en);
      expect(example.de).toMatch(/\.$/);
      expect(example.en).toMatch(/\.$/);
      expect(cites[0]).toEqual({ source: 'GDPR', article: 4, number: 12 });
    }
  });

  it('always agree with the rules on which of the three goals is hurt', { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(arbitraryInput, ({ sheet }) => {
        const kinds = kindsOfBreach(sheet);
        for (const { id, facts } of sheet.dataSets) {
          for (const area of GDPR.areas) {
            const hurt = (assume: 'best' | 'worst') => {
              const ranks = ranksOf(sheet.incident, facts, assume);
              return isAboutPersonalData(ranks) && areaLevel(area, ranks) > NO_BREACH;
            };
            const named = kinds.filter(({ dataSet, goal }) => dataSet === id && goal === area.id);
            if (hurt('worst') !== named.length > 0) throw new Error(`${area.id} and the kinds do not agree.`);
            if (hurt('best') !== named.some(({ certainty }) => certainty !== 'open')) throw new Error(`${area.id} is not open.`);
          }
        }
      }),
      runs(0.5),
    );
  });
});

describe('an incident without personal data', () => {
  const { duties, kinds, hints } = assess(inputOf({ personalData: 'no', access: 'happened', availability: 'lost' }));

  it('is no breach: no kind of it, and no duty', () => {
    expect(kinds).toEqual([]);
    expect(duties.every(({ status }) => status === 'not-owed')).toBe(true);
  });

  it('is kept on record, with a hint at NIS 2', () => {
    expect(hints.map(({ id }) => id)).toEqual(['hint/no-personal-data']);
    expect(hints[0]?.says.de).toContain('Wir halten den Vorfall trotzdem fest.');
    expect(hints[0]?.says.de).toContain('NIS-2');
    expect(hints[0]?.says.en).toContain('NIS 2');
  });

  it('is not hinted at as long as that is not settled', () => {
    expect(assess(inputOf({})).hints).toEqual([]);
    expect(assess(inputOf({ personalData: 'unknown' })).hints).toEqual([]);
  });
});
