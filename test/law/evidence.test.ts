import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annexB, edpbCase, type Evidence, evidenceOf } from '../../src/law/sources.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { EDPB_9_2022_ANNEX_B } from '../cases/edpb-9-2022-annex-b.ts';
import { projectRoot } from '../support/arrows.ts';

const page = readFileSync(`${projectRoot}/docs/law/evidence.md`, 'utf8');
const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map(cellsOf);
const cell = ({ needed, evidence }: { readonly needed: boolean; readonly evidence: Evidence }) =>
  `${needed ? 'yes' : 'no'} (${evidence})`;

describe('the page on evidence', () => {
  it('gives every case the outcome and the marks of its sheet', () => {
    const written = rows.filter(([no = '']) => /^\d{2}$/.test(no)).map(([no, notify, inform]) => [no, notify, inform]);
    expect(written).toEqual(EDPB_01_2021.map(({ no, actions }) => [no, cell(actions.notify), cell(actions.inform)]));
  });

  it('gives every example of Annex B the mark of its sheet', () => {
    const written = rows.filter(([no = '']) => /^[ivx]+$/.test(no)).map(([no, mark]) => [no, mark]);
    expect(written).toEqual(EDPB_9_2022_ANNEX_B.map(({ no, evidence }) => [no, evidence]));
    for (const { no, evidence } of EDPB_9_2022_ANNEX_B) expect(evidenceOf(annexB(no))).toBe(evidence);
  });

  it('names who reports whatever is more than general knowledge, and nobody where it is not', () => {
    for (const [no = '', , inform = '', reported = ''] of rows.filter(([first = '']) => /^\d{2}$/.test(first))) {
      expect(reported === '–', no).toBe(inform.includes('unverified'));
    }
    for (const [no = '', mark = '', reported = ''] of rows.filter(([first = '']) => /^[ivx]+$/.test(first))) {
      expect(reported === '–', no).toBe(mark === 'unverified');
    }
  });
});

it('a case is printed with a mark between those of its two answers', () => {
  const strength: readonly Evidence[] = ['unverified', 'secondary', 'authority', 'original'];
  for (const { no, actions } of EDPB_01_2021) {
    const answers = [actions.notify.evidence, actions.inform.evidence].map((evidence) => strength.indexOf(evidence));
    const printed = strength.indexOf(evidenceOf(edpbCase(Number(no))));
    expect(printed, no).toBeGreaterThanOrEqual(Math.min(...answers));
    expect(printed, no).toBeLessThanOrEqual(Math.max(...answers));
  }
});
