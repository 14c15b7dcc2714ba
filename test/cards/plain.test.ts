import { describe, expect, it } from 'vitest';
import { plain, plainActions } from '../../cards/plain.ts';
import { summary } from '../../cards/summary.ts';
import { sampleCard, samplePrompts, sampleReminder } from '../support/samplePrompts.ts';

describe('a case card as plain text', () => {
  it('reads like this in German', () => {
    expect(plain({ ...sampleCard, duties: sampleCard.duties.slice(0, 2), actions: sampleCard.actions.slice(0, 2) }, 'de')).toBe(
      [
        'DP-2026-0007 · Fehlversand',
        'Stand: offen',
        'Bemerkt: Fr., 04.12.2026, 17:40 Uhr',
        'Gemeldet: Fr., 04.12.2026, 17:52 Uhr',
        'Risiko für Betroffene: hoch, noch nicht ausgeschlossen',
        'Offene Angaben: 4 Angaben können noch etwas ändern',
        'Offene Maßnahmen: 1',
        'In Bearbeitung: Jemand kümmert sich bis Mo., 07.12.2026, 16:20 Uhr',
        '',
        'Pflichten',
        'Meldung an die Aufsichtsbehörde (Art. 33 Abs. 1 DSGVO)',
        'Unverzüglich, spätestens Mo., 07.12.2026, 17:40 Uhr (noch 5 Std. 20 Min.)',
        'nach Einschätzung geschuldet',
        'An: Aufsichtsbehörde Nordrhein-Westfalen',
        'Vorsorgliche Frist ab Fr., 04.12.2026, 17:40 Uhr; kein Eingeständnis der Kenntnis',
        'Dokumentation (Art. 33 Abs. 5 DSGVO)',
        'Ohne gesetzliche Frist; am besten laufend mitschreiben',
        'nach Einschätzung geschuldet',
        'Prüfwert: 9f86d081 884c7d65 9a2feaa0 c55ad015 (14 Einträge)',
        'Stand der Anzeige: Mo., 07.12.2026, 12:20 Uhr',
        '[1] Angaben klären  [2] Meldung festhalten',
      ].join('\n'),
    );
  });

  it('says in English the same, with the words of the GDPR', () => {
    const text = plain(sampleCard, 'en');
    expect(text).toContain('Notification of the supervisory authority (Art. 33(1) GDPR)');
    expect(text).toContain('Without undue delay, at the latest Mon 7 Dec 2026, 17:40 (5 h 20 min left)');
    expect(text).toContain('Precautionary deadline from Fri 4 Dec 2026, 17:40; not an admission of awareness');
  });
});

describe('what the data protection office sees of the facts', () => {
  const shown = (name: string, language: 'de' | 'en') =>
    plain(samplePrompts.find((sample) => sample.name === name)!.prompt, language);

  it('offers to record what nobody is asked for', () => {
    const german = shown('fact-list', 'de');
    expect(german).toContain('Danach wird nicht gefragt. Halten Sie es fest, sobald eine Behörde sich so meldet.');
    expect(german).toContain(
      'Hat eine Strafverfolgungsbehörde gebeten, mit der Benachrichtigung zu warten? noch nicht festgehalten',
    );
    expect(shown('fact-list', 'en')).toContain(
      'Has the authority ordered that the people be informed? (Teilnehmerliste): not recorded yet',
    );
    expect(shown('fact-list-none', 'de')).not.toContain('Danach wird nicht gefragt');
  });

  it('does not count among the questions what somebody chose to record', () => {
    expect(shown('question', 'de')).toContain('Noch höchstens 4 Fragen');
    expect(shown('question-unasked', 'de')).not.toMatch(/letzte Frage|höchstens/);
  });

  it('warns in one line of each contradiction', () => {
    expect(shown('assessment', 'de')).not.toContain('Widerspruch');
    expect(shown('assessment-contradictions', 'de').split('\n')).toEqual(
      expect.arrayContaining([
        'Widerspruch: Es soll nicht um Daten über Menschen gehen, eine andere Angabe spricht aber von Menschen. Bitte berichtigen Sie, was nicht stimmt.',
        'Widerspruch (Teilnehmerliste): Niemand soll an die Daten gelangt sein, und doch wurden sie gelesen, mitgenommen oder missbraucht. Bitte berichtigen Sie, was nicht stimmt.',
      ]),
    );
    expect(shown('assessment-contradictions', 'en')).toContain(
      'Contradiction (Teilnehmerliste): Nobody is said to have got at the data',
    );
  });
});

describe('the word to another controller', () => {
  const list = samplePrompts.find(({ name }) => name === 'duty-list')!.prompt;
  const card = samplePrompts.find(({ name }) => name === 'case-card-awareness')!.prompt;

  it('is owed by the processor, to the controller that is named', () => {
    expect(plain(card, 'de')).toContain('An: Stadtwerke Beispielstadt AöR · Auftragsverarbeiter: Musterwerke GmbH');
    expect(plain(card, 'en')).toContain('To: Stadtwerke Beispielstadt AöR · Processor: Musterwerke GmbH');
  });

  it('tells management in its one line who is to be told', () => {
    expect(plain(list, 'de')).toContain(
      'Mitteilung an den Verantwortlichen (An: Stadtwerke Beispielstadt AöR · Auftragsverarbeiter: Musterwerke GmbH): nach Einschätzung geschuldet',
    );
    expect(plain(list, 'en')).toContain(
      'Notice to the controller (To: Stadtwerke Beispielstadt AöR · Processor: Musterwerke GmbH)',
    );
  });

  it('leaves every other duty to its controller', () => {
    const duty = { ...sampleCard.duties[1]!, owedBy: 'Musterwerke GmbH' };
    expect(plain({ ...sampleCard, duties: [duty] }, 'de')).toContain('Verantwortlicher: Musterwerke GmbH');
  });
});

describe('the numbers of the buttons', () => {
  it.each(['de', 'en'] as const)('are those of plainActions, for every sample in %s', (language) => {
    for (const { name, prompt } of samplePrompts) {
      const shown = [...plain(prompt, language).matchAll(/^(?!.*│).*$/gm)].flatMap(([line]) => [
        ...line.matchAll(/\[(\d+)\] ([^[]*)/g),
      ]);
      expect(
        shown.map(([, number, label]) => `${number} ${label!.trim()}`),
        name,
      ).toEqual(plainActions(prompt, language).map(({ label }, at) => `${at + 1} ${label}`));
    }
  });
});

describe('a notification', () => {
  it('names number, kind, duty and time', () => {
    expect(summary(sampleReminder('step'), 'de')).toBe(
      'Erinnerung: DP-2026-0007 · Fehlversand · Meldung an die Aufsichtsbehörde: Unverzüglich, spätestens Mo., 07.12.2026, 17:40 Uhr',
    );
    expect(summary(sampleReminder('step'), 'en')).toBe(
      'Reminder: DP-2026-0007 · Sent to the wrong people · Notification of the authority: Without undue delay, at the latest Mon 7 Dec 2026, 17:40',
    );
  });

  it('is one short line for every sample', () => {
    for (const { name, prompt } of samplePrompts) {
      for (const language of ['de', 'en'] as const) expect(summary(prompt, language), name).toMatch(/^[^\n]{3,200}$/);
    }
  });
});
