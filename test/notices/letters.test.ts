import { describe, expect, it } from 'vitest';
import { letterFindings } from '../../src/notices/persons/letterFindings.ts';
import type { LetterDetails, LetterTexts } from '../../src/notices/persons/letterDetails.ts';
import { personsLetter } from '../../src/notices/persons/personsLetter.ts';
import { readability, syllables } from '../../src/notices/persons/readability.ts';
import { readRecipients } from '../../src/notices/persons/recipients.ts';
import { plainText } from '../../src/notices/plainText.ts';
import { readControllerList } from '../../src/notices/controllers/controllerList.ts';
import { DATA_KINDS, LETTER_VERSIONS } from '../../src/words/letters/letterWords.ts';
import { letterWordsOf } from '../../src/words/letters/letterWordsOf.ts';

const full: LetterTexts = {
  nature: ['Es ist etwas passiert.'],
  consequences: ['Das kann sein.'],
  measuresTaken: ['Das ist getan.'],
  measuresPlanned: [],
  advice: ['Tun Sie das.'],
};
const details = (texts: Partial<LetterTexts> = {}): LetterDetails => ({
  sender: { name: 'Muster GmbH', address: [], country: 'DE' },
  contact: { name: 'Dora', phone: '0211 1', email: '' },
  dataKinds: ['password'],
  texts: { de: { ...full, ...texts } },
});
const blemishesOf = (text: string, audience: 'person' | 'partly' = 'person') =>
  letterFindings(details({ nature: [text] }), 'de', audience).blemishes.map(({ blemish }) => blemish);

describe('the letter to a person', () => {
  it('lacks nothing of Art. 34(2) where all of it is written', () => {
    expect(letterFindings(details(), 'de', 'person')).toMatchObject({ missing: [], blemishes: [] });
  });

  it.each([
    ['nature', { nature: [] }],
    ['consequences', { consequences: [' '] }],
    ['measures', { measuresTaken: [] }],
    ['advice', { advice: [] }],
  ] as const)('names %s as missing where it is not written', (part, texts) => {
    expect(letterFindings(details(texts), 'de', 'person').missing).toEqual([part]);
  });

  it('names the contact as missing where nobody can be reached, and a version that nobody wrote', () => {
    const unreachable = { ...details(), contact: { name: 'Dora', phone: '', email: '' } };
    expect(letterFindings(unreachable, 'de', 'person').missing).toEqual(['contact']);
    expect(letterFindings(details(), 'en', 'person').missing).toEqual(['nature', 'consequences', 'measures', 'advice']);
  });

  it('finds words of lawyers, advertising, needless numbers and what plays down', () => {
    expect(blemishesOf('Gemäß Art. 34 DSGVO teilen wir das mit.')).toEqual(['legal-words']);
    expect(blemishesOf('Sichern Sie sich unser Angebot.')).toEqual(['advertising']);
    expect(blemishesOf('Es geht um 12.000 Kunden.')).toEqual(['numbers']);
    expect(blemishesOf('Es gibt keinen Grund zur Sorge.')).toEqual(['playing-down']);
  });

  it('must not claim in public that all were written to', () => {
    expect(blemishesOf('Wir haben alle Kunden angeschrieben.', 'partly')).toContain('claims-all-told');
    expect(blemishesOf('Wir haben alle Kunden angeschrieben.')).not.toContain('claims-all-told');
  });

  it('has our own words free of all that it looks for, easier in einfache Sprache than in plain German', () => {
    const figures = LETTER_VERSIONS.map((version) => {
      const { incidents, facts, dataKinds } = letterWordsOf(version);
      const kinds = DATA_KINDS.map((kind) => dataKinds[kind]);
      const texts: LetterTexts = {
        nature: [...Object.values(incidents), ...Object.values(facts).flatMap((sentences) => Object.values(sentences))],
        consequences: kinds.flatMap(({ consequences }) => consequences),
        advice: kinds.flatMap(({ advice, adviceInGermany = [] }) => [...advice, ...adviceInGermany]),
        measuresTaken: ['A.'],
        measuresPlanned: [],
      };
      const of = { ...details(), dataKinds: DATA_KINDS, texts: { [version]: texts } };
      const found = letterFindings(of, version, 'partly');
      expect(found).toMatchObject({ missing: [], blemishes: [] });
      return found.readability.scores[0]?.value ?? 0;
    });
    expect(figures[2]).toBeLessThan((figures[0] ?? 0) - 2);
  });

  it('is addressed by the columns of the list, and the public text is not', () => {
    expect(plainText(personsLetter(details(), 'de', 'person'))).toContain('Guten Tag «salutation»');
    expect(plainText(personsLetter(details(), 'de', 'partly'))).not.toContain('«');
  });
});

describe('the readability', () => {
  it('counts syllables as people speak them', () => {
    expect(['Haus', 'Freunde', 'Datenbank', 'Euro'].map((word) => syllables(word, 'de'))).toEqual([1, 2, 3, 2]);
    expect(['house', 'people', 'changed', 'data'].map((word) => syllables(word, 'en'))).toEqual([1, 2, 1, 2]);
  });

  it('follows the formulas: ten words of one syllable in one sentence', () => {
    const text = 'Der Mann geht im Wald und sieht den Hund dort.';
    // 0.1672 × 10 − 0.0327 × 100 − 0.875; 180 − 10 − 58.5
    expect(readability(text, 'de').scores).toEqual([
      { formula: 'vienna', value: -2.5 },
      { formula: 'amstad', value: 111.5 },
    ]);
  });
});

describe('a list of recipients', () => {
  it('says of everybody how they can be reached, and names whoever is there twice', () => {
    const list =
      '\ufeffName;Straße;PLZ;Ort;E-Mail\n"Ada; L.";Weg 1;10115;Berlin;\nBo;;;;bo@x.example\nCy;;;;nirgends\nBo;;;;bo@x.example\n';
    const { recipients, repeated } = readRecipients(list);
    expect(recipients.map(({ salutation, way }) => [salutation, way])).toEqual([
      ['Ada; L.', 'post'],
      ['Bo', 'email'],
      ['Cy', 'none'],
    ]);
    expect(repeated).toEqual([5]);
  });
});

describe('a list of controllers', () => {
  it('takes the terms of each contract and names every fault by its line', () => {
    const list = 'id,name,contact,hours,confidentiality\nkita,Kita e. V.,k@x.example,24,streng\nBAD,,,,\nx1,,,0,\nkita,,,,\n';
    expect(readControllerList(list)).toEqual({
      terms: [{ line: 2, id: 'kita', name: 'Kita e. V.', contact: 'k@x.example', hours: 24, confidentiality: 'streng' }],
      faults: [
        { line: 3, fault: 'id-missing' },
        { line: 4, fault: 'hours' },
        { line: 5, fault: 'repeated' },
      ],
    });
  });
});
