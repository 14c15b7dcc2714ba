import { AWARENESS_CITATIONS } from '../../src/rules/awareness.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  annexB,
  bdsg,
  citeAll,
  citeText,
  type Citation,
  edpbCase,
  edpbPara,
  enisa,
  evidenceOf,
  gdpr,
  gdprDefinition,
  openQuestion,
  recital,
  type Source,
  type SourceName,
  SOURCES,
} from '../../src/law/sources.ts';
import { comparisonOf } from '../../src/law/comparison.ts';
import { projectRoot, sourceFilesUnder } from '../support/arrows.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';

const PRINTED: readonly (readonly [Citation, string, string])[] = [
  [gdpr(33, 1), 'Art. 33 Abs. 1 DSGVO', 'Art. 33(1) GDPR'],
  [gdpr(34, 3, 'a'), 'Art. 34 Abs. 3 Buchst. a DSGVO', 'Art. 34(3)(a) GDPR'],
  [gdpr(9), 'Art. 9 DSGVO', 'Art. 9 GDPR'],
  [gdprDefinition(12), 'Art. 4 Nr. 12 DSGVO', 'Art. 4(12) GDPR'],
  [recital(85), 'ErwGr. 85 DSGVO [Sekundärquelle]', 'recital 85 GDPR [secondary source]'],
  [edpbPara(20), 'EDSA-Leitlinien 01/2021, Rn. 20', 'EDPB Guidelines 01/2021, para. 20'],
  [edpbCase(9), 'EDSA-Leitlinien 01/2021, Fall 9', 'EDPB Guidelines 01/2021, case 9'],
  [edpbCase(3), 'EDSA-Leitlinien 01/2021, Fall 3 [Sekundärquelle]', 'EDPB Guidelines 01/2021, case 3 [secondary source]'],
  [
    edpbCase(19),
    'EDSA-Leitlinien 01/2021, Fall 19 [nicht am Original geprüft]',
    'EDPB Guidelines 01/2021, case 19 [not compared with the original]',
  ],
  [
    { source: 'EDPB_9_2022', annexB: 'x' },
    'EDSA-Leitlinien 9/2022, Anhang B, Beispiel x [Sekundärquelle]',
    'EDPB Guidelines 9/2022, Annex B, example x [secondary source]',
  ],
  [bdsg(29, 1), '§ 29 Abs. 1 BDSG', '§ 29(1) BDSG'],
  [bdsg(29, 1, 4), '§ 29 Abs. 1 Satz 4 BDSG', '§ 29(1) s. 4 BDSG'],
  [{ source: 'DSK_KP_18' }, 'DSK-Kurzpapier Nr. 18 [Sekundärquelle]', 'DSK short paper no. 18 [secondary source]'],
  [
    annexB('iii'),
    'EDSA-Leitlinien 9/2022, Anhang B, Beispiel iii [nicht am Original geprüft]',
    'EDPB Guidelines 9/2022, Annex B, example iii [not compared with the original]',
  ],
  [
    { source: 'DSK_KP_18_MATRIX' },
    'DSK-Kurzpapier Nr. 18, Matrix [nicht am Original geprüft]',
    'DSK short paper no. 18, matrix [not compared with the original]',
  ],
  [enisa('CB'), 'ENISA 2013, CB [Sekundärquelle]', 'ENISA 2013, CB [secondary source]'],
  [openQuestion('Q-01'), 'eigene Herleitung Q-01', 'own derivation Q-01'],
];

describe('a citation', () => {
  it.each(PRINTED)(
    '%j prints as lawyers of either language write it, with the mark of its evidence',
    (citation, german, english) => {
      expect(citeText(citation, 'de')).toBe(german);
      expect(citeText(citation, 'en')).toBe(english);
    },
  );

  it('in a row of its kind does not repeat the name of the work', () => {
    const row = [gdpr(33, 1), edpbPara(20), edpbCase(3), openQuestion('Q-01')];
    expect(citeAll(row, 'de')).toBe(
      'Art. 33 Abs. 1 DSGVO; EDSA-Leitlinien 01/2021, Rn. 20, Fall 3 [Sekundärquelle]; eigene Herleitung Q-01',
    );
    expect(citeAll([], 'en')).toBe('');
  });

  it('to an article no authority we read quotes says so, beside the others of the same work', () => {
    expect([gdpr(26, 1), gdpr(28, 4), gdpr(33, 1)].map(evidenceOf)).toEqual(['secondary', 'secondary', 'authority']);
    expect(citeText(gdpr(28, 4), 'en')).toBe('Art. 28(4) GDPR [secondary source]');
  });

  it('that a controller is aware once its processor told it is backed by secondary sources alone', () => {
    const told = AWARENESS_CITATIONS.find(({ id }) => id === 'awareness/told-by-processor')?.cites ?? [];
    expect(citeAll(told, 'de')).toBe('Art. 33 Abs. 2 DSGVO; EDSA-Leitlinien 9/2022 [Sekundärquelle]');
  });

  it('to a case nobody vouched for counts as not verified', () => {
    expect(evidenceOf(edpbCase(19))).toBe('unverified');
  });

  it('never claims more for a published case than the better backed of its two answers', () => {
    const strength = ['unverified', 'secondary', 'authority', 'original'];
    for (const { no, actions } of EDPB_01_2021) {
      const best = Math.max(strength.indexOf(actions.notify.evidence), strength.indexOf(actions.inform.evidence));
      expect(strength.indexOf(evidenceOf(edpbCase(Number(no)))), no).toBeLessThanOrEqual(
        Math.max(best, strength.indexOf('authority')),
      );
    }
  });
});

describe('every source', () => {
  it.each(Object.entries(SOURCES))(
    '%s has a title in both languages, a place, a version, and the days of its text and of our comparison',
    (name, source: Source) => {
      expect(source.title.de).not.toBe('');
      expect(source.title.en).not.toBe('');
      expect(source.url).toMatch(/^https:\/\/|^docs\//);
      expect(source.version).not.toBe('');
      if (name !== 'UODO_ENEA' && name !== 'BROADCASTING') expect(source.textAsOf).toMatch(/^\d{4}(-\d{2}){0,2}$/);
      expect(source.comparedOn ?? 'never').toMatch(/^\d{4}-\d{2}-\d{2}$|^never$/);
    },
  );
});

describe('the day a source was last compared', () => {
  it.each([
    ['GDPR', '2026-11-23', 'recent'],
    ['GDPR', '2027-11-23', 'recent'],
    ['GDPR', '2027-11-24', 'old'],
    ['GDPR', '2040-01-01', 'old'],
    ['DSK_KP_18_MATRIX', '2026-11-23', 'never'],
    ['OPEN_QUESTION', '2040-01-01', 'own'],
  ] as const)('%s, seen on %s, is %s', (name, asOf, comparison) => {
    expect(comparisonOf(name, asOf)).toBe(comparison);
  });

  it('is named wherever more is claimed than general knowledge, and never where not', () => {
    for (const name of Object.keys(SOURCES) as SourceName[]) {
      const source: Source = SOURCES[name];
      expect(source.comparedOn !== undefined, name).toBe(source.evidence !== 'unverified');
    }
  });
});

describe('the open questions', () => {
  const page = readFileSync(`${projectRoot}/docs/law/open-questions.md`, 'utf8');
  const written = [...page.matchAll(/^\| (Q-\d{2}) \|/gm)].map(([, id]) => id);
  const code = [...sourceFilesUnder(projectRoot, 'src/law'), ...sourceFilesUnder(projectRoot, 'src/rules')];
  const cited = new Set(
    code.flatMap((file) => [...readFileSync(`${projectRoot}/${file}`, 'utf8').matchAll(/Q-\d{2}/g)].map(([id]) => id)),
  );

  it('are numbered without gaps or doubles', () => {
    expect(written).toEqual(written.map((_, at) => `Q-${String(at + 1).padStart(2, '0')}`));
  });

  it('hold every id the code cites, and the code cites every one', () => {
    expect([...cited].toSorted()).toEqual(written);
  });
});
