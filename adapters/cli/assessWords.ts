import type { DutyKind, DutyStatus, Reading, Risk } from '../../src/rules/assess.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';

interface AssessWords {
  readonly usage: string;
  readonly unknownOption: (name: string, known: readonly string[]) => string;
  readonly needsValue: (name: string) => string;
  readonly factsMissing: string;
  readonly fileUnreadable: string;
  readonly notJson: string;
  readonly badTime: (option: string) => string;
  readonly badCountry: string;
  readonly badLanguage: string;
  readonly faults: (count: number) => string;
  readonly contradictions: (count: number) => string;
  readonly title: (ruleSet: string, reading: string) => string;
  readonly readings: Readonly<Record<Reading, string>>;
  readonly noCountry: string;
  readonly risk: string;
  readonly risks: Readonly<Record<Risk, string>>;
  readonly isBreach: string;
  readonly goals: Readonly<Record<'confidentiality' | 'availability' | 'integrity', string>>;
  readonly publicly: string;
  readonly duties: Readonly<Record<DutyKind, string>>;
  readonly statuses: Readonly<Record<DutyStatus, string>>;
  readonly dueBy: (when: string) => string;
  readonly withoutDelay: string;
  readonly dataSet: (id: string) => string;
  readonly stillAsked: string;
  readonly nothingAsked: string;
  readonly disclaimer: string;
}

/** What `fristwacht assess` and `fristwacht facts` say. The reasons themselves come from the rules. */
export const assessWords: Readonly<Record<CommandLineLanguage, AssessWords>> = {
  de: {
    usage:
      'Aufruf: fristwacht assess --facts DATEI|- [--country DE] [--aware-at ZEIT] [--occurred-at ZEIT] [--lang de|en] [--json]\n        fristwacht facts --json-schema\n',
    unknownOption: (name, known) => `Die Option „${name}“ gibt es nicht. Möglich: ${known.join(', ')}.`,
    needsValue: (name) => `Die Option „${name}“ braucht einen Wert.`,
    factsMissing: 'Die Option „--facts“ fehlt: eine JSON-Datei mit den Angaben, oder „-“ für die Standardeingabe.',
    fileUnreadable: 'Die Datei hinter „--facts“ lässt sich nicht lesen. Prüfen Sie Namen und Rechte.',
    notJson: 'Die Angaben sind kein gültiges JSON.',
    badTime: (option) => `Der Wert von „${option}“ ist kein Zeitpunkt mit Abstand zu UTC. Beispiel: 2026-03-27T17:40:00+01:00.`,
    badCountry: 'Der Wert von „--country“ ist kein Land. Möglich: zwei Buchstaben nach ISO 3166-1, zum Beispiel DE oder FR.',
    badLanguage: 'Der Wert von „--lang“ ist nicht möglich. Möglich: de, en.',
    contradictions: (count) => (count === 1 ? 'Die Angaben widersprechen sich:' : `${count} Widersprüche in den Angaben:`),
    faults: (count) => (count === 1 ? 'Eine Angabe ist nicht lesbar:' : `${count} Angaben sind nicht lesbar:`),
    title: (ruleSet, reading) => `Einschätzung nach Regelwerk ${ruleSet}, ${reading}`,
    readings: { strict: 'strenge Lesart', de: 'Lesart der deutschen Aufsichtsbehörden' },
    noCountry: ' (kein Land angegeben)',
    risk: 'Risiko, das sich nicht ausschließen lässt',
    risks: { unlikely: 'unwahrscheinlich', low: 'gering', risk: 'Risiko', high: 'hoch' },
    isBreach: 'Ist der Schutz personenbezogener Daten verletzt?',
    goals: { confidentiality: 'Vertraulichkeit', availability: 'Verfügbarkeit', integrity: 'Integrität' },
    publicly: 'durch öffentliche Bekanntmachung',
    duties: {
      'art33-5': 'Dokumentation (Art. 33 Abs. 5 DSGVO)',
      'art33-1': 'Meldung an die Aufsichtsbehörde (Art. 33 Abs. 1 DSGVO)',
      'art34-1': 'Benachrichtigung der Betroffenen (Art. 34 Abs. 1 DSGVO)',
      'art33-2': 'Mitteilung an den Verantwortlichen (Art. 33 Abs. 2 DSGVO)',
    },
    statuses: { owed: 'geschuldet', presumed: 'vermutet, solange Angaben fehlen', 'not-owed': 'nicht geschuldet' },
    dueBy: (when) => `unverzüglich, spätestens ${when}`,
    withoutDelay: 'unverzüglich',
    dataSet: (id) => `Datenbestand ${id}`,
    stillAsked: 'Noch zu klären, in dieser Reihenfolge:',
    nothingAsked: 'Keine offene Angabe kann an den Pflichten noch etwas ändern.',
    disclaimer: 'Das ist eine Empfehlung mit Gründen, keine Rechtsberatung. Entscheiden muss der Verantwortliche.',
  },
  en: {
    usage:
      'Usage: fristwacht assess --facts FILE|- [--country DE] [--aware-at TIME] [--occurred-at TIME] [--lang de|en] [--json]\n       fristwacht facts --json-schema\n',
    unknownOption: (name, known) => `There is no option “${name}”. Possible: ${known.join(', ')}.`,
    needsValue: (name) => `The option “${name}” needs a value.`,
    factsMissing: 'The option “--facts” is missing: a JSON file with the facts, or “-” for standard input.',
    fileUnreadable: 'The file behind “--facts” cannot be read. Check its name and permissions.',
    notJson: 'The facts are not valid JSON.',
    badTime: (option) => `The value of “${option}” is no moment with its offset from UTC. Example: 2026-03-27T17:40:00+01:00.`,
    badCountry: 'The value of “--country” is no country. Possible: two letters of ISO 3166-1, for example DE or FR.',
    badLanguage: 'The value of “--lang” is not possible. Possible: de, en.',
    contradictions: (count) => (count === 1 ? 'The answers contradict each other:' : `${count} contradictions in the answers:`),
    faults: (count) => (count === 1 ? 'One entry cannot be read:' : `${count} entries cannot be read:`),
    title: (ruleSet, reading) => `Assessment by rule set ${ruleSet}, ${reading}`,
    readings: { strict: 'strict reading', de: 'reading of the German authorities' },
    noCountry: ' (no country given)',
    risk: 'Risk that cannot be excluded',
    risks: { unlikely: 'unlikely', low: 'low', risk: 'risk', high: 'high' },
    isBreach: 'Is there a personal data breach?',
    goals: { confidentiality: 'confidentiality', availability: 'availability', integrity: 'integrity' },
    publicly: 'by a public communication',
    duties: {
      'art33-5': 'Documentation (Art. 33(5) GDPR)',
      'art33-1': 'Notice to the authority (Art. 33(1) GDPR)',
      'art34-1': 'Informing the people concerned (Art. 34(1) GDPR)',
      'art33-2': 'Notice to the controller (Art. 33(2) GDPR)',
    },
    statuses: { owed: 'owed', presumed: 'presumed while facts are missing', 'not-owed': 'not owed' },
    dueBy: (when) => `without undue delay, at the latest ${when}`,
    withoutDelay: 'without undue delay',
    dataSet: (id) => `data set ${id}`,
    stillAsked: 'Still to be clarified, in this order:',
    nothingAsked: 'No open fact can change a duty any more.',
    disclaimer: 'This is a recommendation with its reasons, no legal advice. The controller has to decide.',
  },
};
