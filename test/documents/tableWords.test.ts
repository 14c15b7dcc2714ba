import { describe, expect, it } from 'vitest';
import { tableWords } from '../../adapters/documents/tableWords.ts';
import { tableRow } from '../../adapters/documents/tableRow.ts';
import { SEALED_FIELDS } from '../../src/register/sealedFields.ts';

const row = { stream: 'case/c', sequence: 1, at: '2026-07-01T10:00:00.000Z', hash: 'ab', duties: [], fields: [] } as const;
const berlin = { language: 'de', zone: 'Europe/Berlin' } as const;

describe('the words of a table', () => {
  it('name every field in German that people write in', () => {
    expect(SEALED_FIELDS.filter((field) => !Object.hasOwn(tableWords.de.fields, field))).toEqual([]);
    expect(SEALED_FIELDS).toContain('source.informant');
    expect(SEALED_FIELDS).not.toContain('noticedAt');
  });

  it('say a duty with its status and its last moment', () => {
    const duty = { id: 'art33-1:c:de-nw', kind: 'art33-1', owedBy: 'c', recipient: 'de-nw', status: 'presumed', dueBy: row.at };
    const cells = tableRow({ ...row, kind: 'AssessmentRecorded', duties: [duty, { id: 'art33-5:c:register' }] }, berlin);
    expect(cells[3]).toBe('Eingeschätzt');
    expect(cells[5]).toMatch(
      /^Meldung an die Aufsichtsbehörde \(Art\. 33 Abs\. 1 DSGVO\), c, .*Nordrhein-Westfalen.*, vorsorglich angenommen.*, bis 2026-07-01 12:00 \(UTC\+2\)\nart33-5:c:register$/,
    );
  });

  it('show an event of a newer version by its name, and a text that is too long for a cell up to there', () => {
    const text = 'x'.repeat(40_000);
    const cells = tableRow({ ...row, kind: 'SomethingNew', fields: [{ field: 'something', value: text }] }, berlin);
    expect(cells[3]).toBe('SomethingNew');
    expect(cells[6]).toMatch(/^something: x+ … \[gekürzt/);
    expect(cells[6]!.length).toBeLessThan(32_767);
  });
});
