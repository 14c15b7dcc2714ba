// The tables of `docs/reminders.md`, made from the cadences and bounds themselves; a test checks that the page prints them.
import type { Lang } from '../../src/law/sources.ts';
import { CADENCE_KINDS, type CadenceKind } from '../../src/organisation.ts';
import { USUAL_CADENCES } from '../../src/reminders/cadence.ts';
import { CADENCE_BOUNDS } from '../../src/reminders/cadenceFault.ts';

const NAMES: Readonly<Record<CadenceKind, { readonly [L in Lang]: string }>> = {
  'art33-1': { de: 'Meldung an die Behörde, Art. 33 Abs. 1 DSGVO', en: 'notice to the authority, Art. 33(1) GDPR' },
  'art33-1-without-hours': { de: 'dieselbe, wo das Gesetz keine Stunden nennt', en: 'the same, where the law names no hours' },
  'art34-1': { de: 'Benachrichtigung der Betroffenen, Art. 34', en: 'informing the persons, Art. 34' },
  'art33-2': {
    de: 'Mitteilung des Auftragsverarbeiters, Art. 33 Abs. 2, ohne Stunden im Vertrag',
    en: 'the processor tells the controller, Art. 33(2), no hours in the contract',
  },
  'art33-4': { de: 'Nachreichen, Art. 33 Abs. 4', en: 'follow-up, Art. 33(4)' },
  'art33-5': { de: 'Dokumentation, Art. 33 Abs. 5', en: 'record, Art. 33(5)' },
  neighbour: { de: 'andere Vorschrift ohne Frist', en: 'another rule without a deadline' },
  'neighbour-question': { de: 'die Frage, ob eine andere Vorschrift gilt', en: 'the question whether another rule applies' },
  investigation: { de: 'Kenntnis noch nicht entschieden', en: 'awareness not decided yet' },
  'decision-art33-1': {
    de: 'Meldung nicht geschuldet, Entscheidung fehlt',
    en: 'notice not owed, decision missing',
  },
  decision: { de: 'anderes nicht geschuldet, Entscheidung fehlt', en: 'anything else not owed, decision missing' },
  measure: { de: 'Maßnahme, um ihren Termin', en: 'measure, around its date' },
  'authority-question': { de: 'Frage der Behörde, um deren Termin', en: 'question of the authority, around its date' },
  close: { de: 'bereit zum Abschluss', en: 'ready to close' },
  question: { de: 'Rückfrage an eine Person', en: 'question to one person' },
};

const HEAD: Readonly<Record<Lang, readonly [string, string]>> = {
  de: [
    '| Schlüssel | wofür | Schritte (Std.) | danach alle | erster spätestens | größter Abstand | Wiederholung höchstens alle |',
    'Frist',
  ],
  en: ['| key | for what | steps (h) | then every | first at the latest | widest gap | repetition at most every |', 'deadline'],
};

/** One row for each kind: what is usual, and how far it may be stretched. */
export function remindersTable(language: Lang): string {
  const [head, deadline] = HEAD[language];
  const rows = CADENCE_KINDS.map((kind) => {
    const { atHours, deadlineAtHours, thenEveryHours } = USUAL_CADENCES[kind];
    const { first, gap, every } = CADENCE_BOUNDS[kind];
    const steps = [...atHours.map(String), ...(deadlineAtHours === undefined ? [] : [deadline])].join(', ');
    return `| \`${kind}\` | ${NAMES[kind][language]} | ${steps} | ${thenEveryHours} | ${first} | ${gap} | ${every} |`;
  });
  return [head, '|---|---|---|---:|---:|---:|---:|', ...rows].join('\n');
}
