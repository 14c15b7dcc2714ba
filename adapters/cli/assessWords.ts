import { wordsOf } from '../../src/words/wordsOf.ts';
import type { DutyKind, DutyStatus, Reading, Risk } from '../../src/rules/assess.ts';
import type { CommandLineLanguage } from './preferredLanguage.ts';

interface AssessWords {
  readonly usage: string;
  /** Below the usage, for whoever asks for help: what each option is for. */
  readonly options: string;
  readonly unknownOption: (name: string, known: readonly string[]) => string;
  readonly needsValue: (name: string) => string;
  readonly factsMissing: string;
  readonly fileUnreadable: string;
  readonly notJson: string;
  readonly badTime: (option: string) => string;
  readonly badCountry: string;
  readonly badZone: string;
  readonly countryForProfile: (profile: string) => string;
  readonly badLanguage: string;
  readonly badRuleSet: (known: readonly string[]) => string;
  readonly noRules: (firstDay: string) => string;
  readonly notes: string;
  readonly noDifference: string;
  readonly comparison: (first: string, second: string) => string;
  readonly recipients: (ids: readonly string[]) => string;
  readonly doesNotExist: string;
  readonly faults: (count: number) => string;
  readonly contradictingAnswers: (count: number) => string;
  readonly contradictingRules: (first: string, second: string) => string;
  readonly title: (ruleSet: string, reading: string) => string;
  readonly readings: Readonly<Record<Reading, string>>;
  readonly noCountry: string;
  readonly risk: string;
  readonly risks: Readonly<Record<Risk, string>>;
  readonly isBreach: (provision: string) => string;
  /** Behind a reason that is explained further up on the page. */
  readonly seeAbove: string;
  /** Behind a rule whose conditions are met, or may be, and which an exception keeps from holding. */
  readonly exceptionBelow: string;
  /** What the marks and the short forms of sources on the page mean. */
  readonly legend: {
    readonly marks: string;
    readonly secondary: string;
    readonly unverified: string;
    readonly derivation: string;
  };
  readonly goals: Readonly<Record<'confidentiality' | 'availability' | 'integrity', string>>;
  readonly publicly: string;
  readonly duties: Readonly<Record<DutyKind, string>>;
  readonly statuses: Readonly<Record<DutyStatus, string>>;
  readonly dueBy: (when: string) => string;
  readonly withoutDelay: string;
  readonly noStatutoryPeriod: string;
  /** Art. 33(1) GDPR as long as no moment of awareness is given. */
  readonly afterAwareness: (hours: number) => string;
  readonly dataSet: (id: string) => string;
  readonly stillAsked: string;
  readonly nothingAsked: string;
  readonly disclaimer: string;
}

/** The words of the card, in the middle of a line. */
const inSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What `fristwacht assess` and `fristwacht facts` say. The reasons themselves come from the rules. */
export const assessWords: Readonly<Record<CommandLineLanguage, AssessWords>> = {
  de: {
    usage:
      'Aufruf: fristwacht assess --facts DATEI|- [--country DE] [--aware-at ZEIT] [--occurred-at ZEIT] [--zone ZONE] [--lang de|en] [--json] [--ruleset NAME[,NAME]]\n        fristwacht facts --json-schema\n',
    options: `
  --facts DATEI   die Angaben als JSON, „-“ für die Standardeingabe; ihr Aufbau steht in docs/facts.md
  --country       Sitz des Verantwortlichen; ohne ihn gilt die strenge Lesart
  --aware-at      Zeitpunkt der Kenntnis; ohne ihn steht statt des letzten Zeitpunkts die Zahl der Stunden da
  --occurred-at   wann es geschah; liegt die Kenntnis davor, wird es gesagt
  --zone          Zeitzone, in der Zeitpunkte angezeigt werden; sonst Europe/Berlin
  --ruleset       ein Regelwerk neben dem geltenden, oder zwei nebeneinander; „omnibus“ ist nur eine Simulation
  --lang          Sprache der Seite
  --json          dasselbe für Programme, mit jeder geprüften Bedingung

Es wird nichts gespeichert und nichts verschickt.
`,
    unknownOption: (name, known) => `Die Option „${name}“ gibt es nicht. Möglich: ${known.join(', ')}.`,
    needsValue: (name) => `Die Option „${name}“ braucht einen Wert.`,
    factsMissing: 'Die Option „--facts“ fehlt: eine JSON-Datei mit den Angaben, oder „-“ für die Standardeingabe.',
    fileUnreadable: 'Die Datei hinter „--facts“ lässt sich nicht lesen. Prüfen Sie Namen und Rechte.',
    notJson: 'Die Angaben sind kein gültiges JSON.',
    badTime: (option) => `Der Wert von „${option}“ ist kein Zeitpunkt mit Abstand zu UTC. Beispiel: 2026-03-27T17:40:00+01:00.`,
    badCountry: 'Der Wert von „--country“ ist kein Land. Möglich: zwei Buchstaben nach ISO 3166-1, zum Beispiel DE oder FR.',
    badZone: 'Der Wert von „--zone“ ist keine Zeitzone. Möglich: ein IANA-Name, zum Beispiel Europe/Berlin.',
    countryForProfile: (profile) =>
      `Das Profil „${profile}“ ist das Recht eines bestimmten Staates. Nennen Sie den Staat dazu, zum Beispiel „--country DE“.`,
    badLanguage: 'Der Wert von „--lang“ ist nicht möglich. Möglich: de, en.',
    badRuleSet: (known) =>
      `Hinter „--ruleset“ stehen ein oder zwei Regelwerke, durch Komma getrennt. Möglich: ${known.join(', ')}.`,
    noRules: (firstDay) => `An diesem Tag galten keine Regeln, die Fristwacht kennt. Der erste Tag ist der ${firstDay}.`,
    notes: 'Gut zu wissen:',
    noDifference: 'An den Pflichten ändert sich bei diesen Angaben nichts.',
    comparison: (first, second) => `Vergleich der Regelwerke ${first} und ${second} bei denselben Angaben`,
    recipients: (ids) => `an ${ids.join(', ')}`,
    doesNotExist: 'gibt es nicht',
    contradictingAnswers: (count) => (count === 1 ? 'Die Angaben widersprechen sich:' : `${count} Widersprüche in den Angaben:`),
    faults: (count) => (count === 1 ? 'Eine Angabe ist nicht lesbar:' : `${count} Angaben sind nicht lesbar:`),
    contradictingRules: (first, second) =>
      `Alarm: Die Regeln „${first}“ und „${second}“ widersprechen sich. Es gilt das strengere Ergebnis; bitte melden Sie diesen Fehler.`,
    title: (ruleSet, reading) => `Einschätzung nach Regelwerk ${ruleSet}, ${reading}`,
    readings: { strict: 'strenge Lesart', de: 'Lesart der deutschen Aufsichtsbehörden' },
    noCountry: ' (kein Land angegeben)',
    risk: 'Risiko im ungünstigsten Fall',
    risks: { unlikely: 'unwahrscheinlich', low: 'nur gering', risk: 'ja, aber nicht hoch', high: 'hoch' },
    legend: {
      marks: '✓ trifft zu, ✗ nicht, ? offen',
      secondary: 'Sekundärquelle',
      unverified: 'nicht am Original geprüft',
      derivation: 'Q-…: eigene Herleitung, docs/law/open-questions.md',
    },
    isBreach: (provision) => `Ist der Schutz personenbezogener Daten verletzt (${provision})?`,
    seeAbove: 'siehe oben',
    exceptionBelow: 'Aber siehe unten.',
    goals: { confidentiality: 'Vertraulichkeit', availability: 'Verfügbarkeit', integrity: 'Integrität' },
    publicly: 'durch öffentliche Bekanntmachung',
    duties: {
      'art33-5': 'Dokumentation',
      'art33-1': 'Meldung an die Aufsichtsbehörde',
      'art34-1': 'Benachrichtigung der betroffenen Personen',
      'art33-2': 'Mitteilung an den Verantwortlichen',
    },
    statuses: { owed: 'geschuldet', presumed: wordsOf('de').statuses.presumed, 'not-owed': 'nicht geschuldet' },
    dueBy: (when) => `unverzüglich, spätestens ${when}`,
    withoutDelay: inSentence(wordsOf('de').withoutDelay),
    noStatutoryPeriod: inSentence(wordsOf('de').noStatutoryPeriod),
    afterAwareness: (hours) => `unverzüglich, spätestens ${hours} Stunden nach Kenntnis`,
    dataSet: (id) => `Datenbestand ${id}`,
    stillAsked: 'Noch zu klären, in dieser Reihenfolge:',
    nothingAsked: 'Keine offene Angabe kann an den Pflichten noch etwas ändern.',
    disclaimer: 'Das ist eine Empfehlung mit Gründen, keine Rechtsberatung. Entscheiden muss der Verantwortliche.',
  },
  en: {
    usage:
      'Usage: fristwacht assess --facts FILE|- [--country DE] [--aware-at TIME] [--occurred-at TIME] [--zone ZONE] [--lang de|en] [--json] [--ruleset NAME[,NAME]]\n       fristwacht facts --json-schema\n',
    options: `
  --facts FILE    the facts as JSON, “-” for standard input; docs/facts.md says how they are written
  --country       where the controller sits; without it the strict reading holds
  --aware-at      the moment of awareness; without it the number of hours stands in the place of the last moment
  --occurred-at   when it happened; where awareness lies before it, that is said
  --zone          the time zone moments are shown in; else Europe/Berlin
  --ruleset       a rule set beside the law of the day, or two beside each other; “omnibus” is only a simulation
  --lang          the language of the page
  --json          the same for programs, with every condition that was looked at

Nothing is kept, and nothing is sent.
`,
    unknownOption: (name, known) => `There is no option “${name}”. Possible: ${known.join(', ')}.`,
    needsValue: (name) => `The option “${name}” needs a value.`,
    factsMissing: 'The option “--facts” is missing: a JSON file with the facts, or “-” for standard input.',
    fileUnreadable: 'The file behind “--facts” cannot be read. Check its name and permissions.',
    notJson: 'The facts are not valid JSON.',
    badTime: (option) => `The value of “${option}” is no moment with its offset from UTC. Example: 2026-03-27T17:40:00+01:00.`,
    badCountry: 'The value of “--country” is no country. Possible: two letters of ISO 3166-1, for example DE or FR.',
    badZone: 'The value of “--zone” is no time zone. Possible: an IANA name, for example Europe/Berlin.',
    countryForProfile: (profile) =>
      `The profile “${profile}” is the law of one country. Name that country too, for example “--country DE”.`,
    badLanguage: 'The value of “--lang” is not possible. Possible: de, en.',
    badRuleSet: (known) => `“--ruleset” takes one or two rule sets, separated by a comma. Possible: ${known.join(', ')}.`,
    noRules: (firstDay) => `On that day no rules held that Fristwacht knows. The first day is ${firstDay}.`,
    notes: 'Good to know:',
    noDifference: 'On these facts nothing changes in the duties.',
    comparison: (first, second) => `Comparison of the rule sets ${first} and ${second} on the same facts`,
    recipients: (ids) => `to ${ids.join(', ')}`,
    doesNotExist: 'does not exist',
    contradictingAnswers: (count) =>
      count === 1 ? 'The answers contradict each other:' : `${count} contradictions in the answers:`,
    faults: (count) => (count === 1 ? 'One entry cannot be read:' : `${count} entries cannot be read:`),
    contradictingRules: (first, second) =>
      `Alarm: the rules “${first}” and “${second}” contradict each other. The stricter result stands; please report this fault.`,
    title: (ruleSet, reading) => `Assessment by rule set ${ruleSet}, ${reading}`,
    readings: { strict: 'strict reading', de: 'reading of the German authorities' },
    noCountry: ' (no country given)',
    risk: 'Risk at worst',
    risks: { unlikely: 'unlikely', low: 'only low', risk: 'yes, but not high', high: 'high' },
    legend: {
      marks: '✓ holds, ✗ does not, ? open',
      secondary: 'secondary source',
      unverified: 'not compared with the original',
      derivation: 'Q-…: own derivation, docs/law/open-questions.md',
    },
    isBreach: (provision) => `Is there a personal data breach (${provision})?`,
    seeAbove: 'see above',
    exceptionBelow: 'But see below.',
    goals: { confidentiality: 'confidentiality', availability: 'availability', integrity: 'integrity' },
    publicly: 'by a public communication',
    duties: {
      'art33-5': 'Documentation',
      'art33-1': 'Notification of the supervisory authority',
      'art34-1': 'Communication to the persons concerned',
      'art33-2': 'Notice to the controller',
    },
    statuses: { owed: 'owed', presumed: wordsOf('en').statuses.presumed, 'not-owed': 'not owed' },
    dueBy: (when) => `without undue delay, at the latest ${when}`,
    withoutDelay: inSentence(wordsOf('en').withoutDelay),
    noStatutoryPeriod: inSentence(wordsOf('en').noStatutoryPeriod),
    afterAwareness: (hours) => `without undue delay, at the latest ${hours} hours after awareness`,
    dataSet: (id) => `data set ${id}`,
    stillAsked: 'Still to be clarified, in this order:',
    nothingAsked: 'No open fact can change a duty any more.',
    disclaimer: 'This is a recommendation with its reasons, no legal advice. The controller has to decide.',
  },
};
