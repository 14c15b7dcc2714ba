import { describe, expect, it } from 'vitest';
import { NOTICE_FIELD_NAMES } from '../../src/breach/noticeFields.ts';
import { DERIVED_FIELDS, FIELD_TABLE } from '../../src/notices/fieldTable.ts';
import { PASTE_FORMS } from '../../src/notices/pasteForms.ts';
import { pastePack, pasteText } from '../../src/notices/pastePack.ts';
import { noticeAfter } from '../support/completeNotice.ts';
import { stolenData } from '../support/given.ts';
import { report } from '../support/sampleCase.ts';

const textFor = (authority: string): string => {
  const notice = { ...noticeAfter([report, ...stolenData]), authority };
  return pasteText(pastePack(notice, 'de'), 'de');
};

describe('the forms of the authorities', () => {
  it('are marked as far as they were seen: four whole, eight in part, all others in general order', () => {
    const marks = Object.fromEntries(Object.entries(PASTE_FORMS).map(([id, form]) => [id, form?.coverage]));
    expect(marks).toEqual({
      ...{ 'de-bw': 'complete', 'de-rp': 'complete', 'fr-cnil': 'complete', 'uk-ico': 'complete' },
      ...{ 'de-ni': 'in-part', 'de-nw': 'in-part', 'de-be': 'in-part', 'de-sn': 'in-part', 'de-sl': 'in-part' },
      ...{ 'at-dsb': 'in-part', 'se-imy': 'in-part', 'no-dt': 'in-part' },
    });
    expect(textFor('de-he')).toContain('Dieses Formular kennen wir nicht');
    expect(textFor('de-nw')).toContain('nur in Teilen bekannt');
    expect(textFor('de-bw')).toContain('alle uns bekannten Fragen');
  });

  it('lose nothing: what a form was not seen to ask stands behind, so that every field has its place', () => {
    for (const [authority, form] of Object.entries(PASTE_FORMS)) {
      const notice = { ...noticeAfter([report, ...stolenData]), authority };
      const { entries, others } = pastePack(notice, 'de');
      const placed = new Set([...entries, ...others].flatMap(({ fields }) => fields));
      const shown = notice.fields.filter(({ needed, state }) => needed !== 'no' || state !== 'missing').map(({ id }) => id);
      expect([authority, shown.filter((id) => !placed.has(id))]).toEqual([authority, []]);
      expect(form?.entries.every(({ heading }) => heading.de !== '' && heading.en !== '')).toBe(true);
    }
    expect(FIELD_TABLE.map(({ id }) => id).toSorted()).toEqual([...NOTICE_FIELD_NAMES, ...DERIVED_FIELDS].toSorted());
  });

  it.each([
    ['de-nw', ['nicht übermittelt', '30 Minuten', 'Aktenzeichen der Behörde']],
    ['de-he', ['erst das Hochladen', 'aktuelle Formular']],
    ['de-by-lfd', ['keine eigene Bestätigung', 'eigene Kopie mit Zeit']],
    ['de-rp', ['ID der ersten Meldung']],
    ['be-apd', ['Nur die E-Mail mit dem eindeutigen Code', 'E-Mail mit dem Code']],
    ['uk-ico', ['nicht zwischenspeichern']],
    ['de-hh', ['gilt der Vorgang dort als abgeschlossen', 'PDF der Behörde']],
    ['de-mv', ['Die Seite für Meldungen ist uns nicht bekannt']],
  ] as const)('of %s name their traps and what proves receipt, before anything is copied', (authority, sentences) => {
    const text = textFor(authority);
    for (const sentence of sentences) {
      expect(text).toContain(sentence);
      expect(text.indexOf(sentence)).toBeLessThan(text.indexOf('### '));
    }
  });
});
