import { describe, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import { summary } from '../../cards/summary.ts';
import { ACCESS } from '../../src/dialogue/access.ts';
import {
  CASE_STATUSES,
  DUTY_KINDS,
  EXCEPTION_GROUNDS,
  FORMS,
  INCIDENTS,
  NEIGHBOUR_ANSWERS,
  SOURCES_ON_BEHALF,
  TIME_KINDS,
} from '../../src/prompt/forms.ts';
import { PARTS } from '../../src/prompt/dataSetPart.ts';
import { readMoment } from '../../src/dialogue/readMoment.ts';
import { instant } from '../../src/rules/instant.ts';
import { choiceLabel } from '../../cards/formWords.ts';
import { recipientName } from '../../src/words/recipients.ts';
import { lookedAt } from '../../src/words/words.ts';
import { ERASABLE_KINDS } from '../../src/register/erasableTexts.ts';
import { needsOffset } from '../../src/words/moments.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { sampleForm, samplePrompts } from '../support/samplePrompts.ts';

const de = wordsOf('de');
const en = wordsOf('en');
const berlin = 'Europe/Berlin';

describe('a moment', () => {
  it('is printed with weekday and local time', () => {
    const moment = instant('2026-12-07T17:20:00Z');
    expect(de.moment(moment, berlin)).toBe('Mo., 07.12.2026, 18:20 Uhr');
    expect(en.moment(moment, berlin)).toBe('Mon 7 Dec 2026, 18:20');
  });

  it('takes the day of the place, not of UTC', () => {
    const moment = instant('2026-12-31T23:30:00Z');
    expect(de.moment(moment, berlin)).toBe('Fr., 01.01.2027, 00:30 Uhr');
    expect(en.moment(moment, 'America/New_York')).toBe('Thu 31 Dec 2026, 18:30');
  });

  it('can carry its distance to UTC, on either side of a clock change', () => {
    expect(de.momentWithOffset(instant('2026-10-24T12:00:00Z'), berlin)).toBe('Sa., 24.10.2026, 14:00 Uhr (UTC+2)');
    expect(de.momentWithOffset(instant('2026-10-26T12:00:00Z'), berlin)).toBe('Mo., 26.10.2026, 13:00 Uhr (UTC+1)');
    expect(en.momentWithOffset(instant('2026-10-26T12:00:00Z'), 'UTC')).toBe('Mon 26 Oct 2026, 12:00 (UTC)');
    expect(en.momentWithOffset(instant('2026-10-26T12:00:00Z'), 'Asia/Kolkata')).toBe('Mon 26 Oct 2026, 17:30 (UTC+5:30)');
  });

  it('is written out in a reminder, with the name of the local time where it could be mistaken', () => {
    const twice = instant('2026-10-25T00:30:00Z');
    expect(de.longMoment(twice, berlin)).toBe('Sonntag, 25. Oktober 2026, 02:30 Uhr');
    expect(de.longMomentWithOffset(twice, berlin)).toBe('Sonntag, 25. Oktober 2026, 02:30 Uhr MESZ (UTC+2)');
    expect(en.longMomentWithOffset(twice, berlin)).toBe('Sunday 25 October 2026, 02:30 CEST (UTC+2)');
    expect(en.longMomentWithOffset(instant('2026-10-26T12:00:00Z'), 'Asia/Kolkata')).toBe(
      'Monday 26 October 2026, 17:30 (UTC+5:30)',
    );
  });

  it.each([
    ['2026-10-24T10:00:00Z', '2026-10-25T00:30:00Z', true],
    ['2026-10-24T10:00:00Z', '2026-10-26T12:00:00Z', true],
    ['2026-10-26T10:00:00Z', '2026-10-28T12:00:00Z', false],
  ])('from %s to %s the distance to UTC is needed: %s', (from, to, needed) => {
    expect(needsOffset(instant(from), instant(to), berlin)).toBe(needed);
  });

  it.each(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-12-07T17:20:00Z'])(
    '%s offered as a choice is read back as itself',
    (iso) => {
      for (const words of [de, en]) {
        const typed = words.typedMomentWithOffset(instant(iso), berlin);
        expect(readMoment(typed, berlin, instant('2026-12-31T00:00:00Z'))).toEqual({ moment: instant(iso) });
      }
    },
  );

  it('the example in an empty field can be read', () => {
    for (const words of [de, en]) {
      expect(readMoment(words.momentPlaceholder, berlin, instant('2026-12-31T00:00:00Z'))).toEqual({
        moment: instant('2026-11-23T16:40:00Z'),
      });
    }
  });
});

describe('the time that is left', () => {
  it.each([
    [71.5, 'noch 71 Std.', '71 h left'],
    [24, 'noch 24 Std.', '24 h left'],
    [5 + 1 / 3, 'noch 5 Std. 20 Min.', '5 h 20 min left'],
    [5, 'noch 5 Std.', '5 h left'],
    [0.5, 'noch 30 Min.', '30 min left'],
    [0, 'noch weniger als 1 Min.', 'less than 1 min left'],
    [-0.5, 'seit 30 Min. überfällig', 'overdue for 30 min'],
    [-3, 'seit 3 Std. überfällig', 'overdue for 3 h'],
    [-73, 'seit 3 Tagen überfällig', 'overdue for 3 days'],
  ])('%d hours: %s', (hours, german, english) => {
    expect(de.hoursLeft(hours)).toBe(german);
    expect(en.hoursLeft(hours)).toBe(english);
  });

  it('is never rounded up', () => {
    expect(de.hoursLeft(4.9999)).toBe('noch 4 Std. 59 Min.');
  });
});

describe('a recipient', () => {
  it.each([
    ['de-nw', 'Aufsichtsbehörde Nordrhein-Westfalen', 'Authority of Nordrhein-Westfalen'],
    ['de-by-lda', 'Aufsichtsbehörde Bayern, private Stellen (BayLDA)', 'Authority of Bayern, private bodies (BayLDA)'],
    ['de-by-lfd', 'Aufsichtsbehörde Bayern, öffentliche Stellen (BayLfD)', 'Authority of Bayern, public bodies (BayLfD)'],
    ['fr-cnil', 'Aufsichtsbehörde Frankreich', 'Authority of France'],
    ['at-dsb', 'Aufsichtsbehörde Österreich', 'Authority of Austria'],
    ['de', 'Aufsichtsbehörde Deutschland', 'Authority of Germany'],
    ['persons', 'betroffene Personen', 'the persons concerned'],
    ['Stadtwerke Beispielstadt AöR', 'Stadtwerke Beispielstadt AöR', 'Stadtwerke Beispielstadt AöR'],
    ['it-service', 'it-service', 'it-service'],
  ])('%s is called %s', (id, german, english) => {
    expect(recipientName('art33-1', id, 'de')).toBe(german);
    expect(recipientName('art33-1', id, 'en')).toBe(english);
  });

  it('a processor tells a controller, who may not be named yet, and never an authority', () => {
    expect(recipientName('art33-2', 'unknown', 'de')).toBe('Verantwortlicher (noch nicht benannt)');
    expect(recipientName('art33-2', 'unknown', 'en')).toBe('Controller (not named yet)');
    expect(recipientName('art33-2', 'Stadtwerke Beispielstadt AöR', 'de')).toBe('Stadtwerke Beispielstadt AöR');
  });

  it('every Land has its authority', () => {
    const laender = [
      'bw',
      'by-lda',
      'by-lfd',
      'be',
      'bb',
      'hb',
      'hh',
      'he',
      'mv',
      'ni',
      'nw',
      'rp',
      'sl',
      'sn',
      'st',
      'sh',
      'th',
    ];
    for (const land of laender) expect(recipientName('art33-1', `de-${land}`, 'de')).toMatch(/^Aufsichtsbehörde [A-ZÜ]/);
  });
});

describe('a contact that is known in part', () => {
  const parts = ['', 'given'] as const;
  const contacts = parts.flatMap((name) =>
    parts.flatMap((phone) =>
      parts.map((email) => ({
        name: name && 'Datenschutzstelle',
        phone: phone && '0211 123456',
        email: email && 'datenschutz@acme.example',
      })),
    ),
  );

  it.each(contacts)('name „$name“, phone „$phone“, e-mail „$email“ leaves no gap in any sentence', (contact) => {
    for (const words of [de, en]) {
      const { no, unknown, yes } = words.adviceContained;
      for (const sentence of [no(contact), unknown(contact), yes(contact)]) {
        expect(sentence).not.toMatch(/ [,.]|, ?\.|\(\)|:\s*[.,]|: ?$| {2}/);
        expect(sentence).toMatch(/\.$/);
      }
      const way = contact.phone || contact.email || contact.name;
      expect(no(contact)).toContain(way);
      expect(words.contactLine(contact)).toBe([contact.name, contact.phone, contact.email].filter(Boolean).join(' · '));
    }
  });

  it.each([
    [
      contacts[7]!,
      'Rufen Sie bitte gleich an: 0211 123456 (Datenschutzstelle).',
      'please call now: 0211 123456 (Datenschutzstelle).',
    ],
    [
      contacts[5]!,
      'Schreiben Sie bitte gleich an: datenschutz@acme.example (Datenschutzstelle).',
      'please write now to: datenschutz@acme.example (Datenschutzstelle).',
    ],
    [contacts[4]!, 'Wenden Sie sich bitte gleich an: Datenschutzstelle.', 'please turn now to: Datenschutzstelle.'],
    [contacts[0]!, 'Sagen Sie es bitte gleich der Datenschutzstelle.', 'please tell the data protection office now.'],
  ])('%j is told how to be reached', (contact, german, english) => {
    expect(de.adviceContained.no(contact)).toBe(`Es läuft noch: ${german}`);
    expect(en.adviceContained.no(contact)).toBe(`It is still going on: ${english}`);
  });

  it('of whom nothing is known has no line on a card', () => {
    const nobody = { name: '', phone: '', email: '' };
    const home = { kind: 'home', office: false, seesDuties: false, openCases: 0, ownReports: 0 } as const;
    expect(plain({ ...home, contact: nobody }, 'de')).not.toContain('Ansprechstelle');
    expect(plain({ ...home, contact: { ...nobody, name: 'Datenschutz' } }, 'de')).toContain('Ansprechstelle: Datenschutz');
  });
});

describe('a text that is too long', () => {
  const fault = (field: string) => ({ field, fault: 'tooLong' }) as const;

  it('is told how long it may be, by the field it is in', () => {
    const report = { kind: 'reportForm', zone: berlin, values: {}, faults: [fault('text')] } as const;
    expect(plain(report, 'de')).toContain('höchstens 4.000 Zeichen');
    expect(plain(report, 'en')).toContain('at most 4,000 characters');
    const short = sampleForm('notice', { faults: [fault('to')] });
    expect(plain(short, 'de')).toContain('höchstens 300 Zeichen');
    expect(plain(sampleForm('notice', { faults: [fault('missing')] }), 'de')).toContain('höchstens 4.000 Zeichen');
  });
});

describe('nothing is left without a word', () => {
  it('every operation that is recorded as a look', () => {
    expect(Object.keys(ACCESS).filter((operation) => lookedAt(operation) === undefined)).toEqual([]);
  });

  it.each([
    ['ground', EXCEPTION_GROUNDS],
    ['time', TIME_KINDS],
    ['role', PARTS],
    ['source', SOURCES_ON_BEHALF],
    ['neighbourAnswer', NEIGHBOUR_ANSWERS],
    ['openDuty', ['any', ...DUTY_KINDS]],
    ['incident', ['any', ...INCIDENTS]],
    ['dataSet', ['new']],
    ['duty', ['all']],
  ] as const)('every choice of the field %s', (field, ids) => {
    for (const words of [de, en]) for (const id of ids) expect(choiceLabel(words, field, { id })).not.toBe(id);
  });

  it('every state of a case; in English some are called as the code calls them', () => {
    for (const id of CASE_STATUSES) expect(choiceLabel(de, 'caseStatus', { id })).not.toBe(id);
    expect(CASE_STATUSES.map((id) => choiceLabel(en, 'caseStatus', { id }))).toEqual([
      'open',
      'closed',
      'joined with another case',
      'closed, content erased',
    ]);
  });

  it('every button label of every form', () => {
    for (const form of Object.keys(FORMS)) {
      for (const words of [de, en]) expect(words.buttons.openForm({ form })).not.toMatch(/Formular öffnen|Open form/);
    }
  });
});

describe('a text that can be erased', () => {
  it('is named by what it is, whatever kind it has', () => {
    for (const kind of ERASABLE_KINDS) {
      for (const words of [de, en]) expect(words.erasable(kind, 'x', 'y')).not.toMatch(/^Text /);
    }
  });
});

describe('the voice', () => {
  const german = samplePrompts.map(({ name, prompt }) => ({ name, text: `${summary(prompt, 'de')}\n${plain(prompt, 'de')}` }));
  const english = samplePrompts.map(({ name, prompt }) => ({ name, text: `${summary(prompt, 'en')}\n${plain(prompt, 'en')}` }));

  it('never calls the precautionary deadline awareness', () => {
    for (const { name, text } of german) expect(text, name).not.toMatch(/Kenntnis.{0,20}vorsorglich|vorsorgliche Kenntnis/i);
    expect(de.basis.precautionary('x')).toContain('kein Eingeständnis der Kenntnis');
    expect(en.basis.precautionary('x')).toContain('not an admission of awareness');
  });

  it('promises no disadvantage only where the employer has confirmed it', () => {
    const promising = samplePrompts.filter(({ prompt }) => plain(prompt, 'de').includes('kein Nachteil'));
    expect(promising.map(({ prompt }) => prompt.kind === 'receipt' && prompt.noDisadvantage)).toEqual([true, true]);
  });

  it('leaves no gap and no code word behind', () => {
    for (const { name, text } of [...german, ...english])
      expect(text, name).not.toMatch(/undefined|NaN|\[object|null|\bart3[34]-/);
  });

  it('uses German quotation marks and dashes in German, and no decorative signs anywhere', () => {
    for (const { name, text } of german) expect(text.replace(/│.*$/gm, ''), name).not.toMatch(/["“](?=\p{L})| - |\.\.\./u);
    for (const { name, text } of [...german, ...english]) expect(text, name).not.toMatch(/[\p{Extended_Pictographic}--[✓✗]]/v);
  });
});
