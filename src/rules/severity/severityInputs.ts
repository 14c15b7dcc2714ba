// What the two published methods of estimating severity ask for: ENISA 2013 and the matrix of DSK short paper no. 18. Their scales are
// not ours (open question Q-05), so they have a vocabulary of their own. Every answer is written from least to most.
import { enisa, openQuestion, type Citation, type Text } from '../../law/sources.ts';

const ONE_TO_FOUR = ['not-involved', '1', '2', '3', '4'] as const;
const DSK_SCALE = ['negligible', 'limited', 'substantial', 'great'] as const;

export const SEVERITY_ANSWERS = {
  simple: ONE_TO_FOUR,
  behavioural: ONE_TO_FOUR,
  financial: ONE_TO_FOUR,
  sensitive: ONE_TO_FOUR,
  identification: ['negligible', 'limited', 'significant', 'maximum'],
  confidentiality: ['unaffected', 'exposed', 'known-recipients', 'unknown-recipients'],
  integrity: ['unaffected', 'restored', 'recoverable', 'not-recoverable'],
  availability: ['unaffected', 'recovered-easily', 'temporarily', 'gone'],
  intent: ['none-known', 'malicious'],
  over100: ['no', 'yes'],
  unintelligible: ['yes', 'no'],
  dskSeverity: DSK_SCALE,
  dskLikelihood: DSK_SCALE,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SeverityName = keyof typeof SEVERITY_ANSWERS;
export type SeverityAnswerOf<N extends SeverityName> = (typeof SEVERITY_ANSWERS)[N][number];
export type SeverityAnswers = { readonly [N in SeverityName]?: SeverityAnswerOf<N> };

export const DATA_CLASSES = ['simple', 'behavioural', 'financial', 'sensitive'] as const satisfies readonly SeverityName[];
/** What each method asks for; no input belongs to both. */
export const INPUTS_OF_METHOD = {
  'enisa-2013': [
    ...DATA_CLASSES,
    ...(['identification', 'confidentiality', 'integrity', 'availability', 'intent', 'over100', 'unintelligible'] as const),
  ],
  'dsk-kp-18': ['dskSeverity', 'dskLikelihood'],
} as const satisfies Readonly<Record<string, readonly SeverityName[]>>;
export const SEVERITY_NAMES = Object.keys(SEVERITY_ANSWERS) as readonly SeverityName[];

export type SeverityInput<N extends SeverityName = SeverityName> = {
  readonly question: Text;
  readonly labels: { readonly [A in SeverityAnswerOf<N>]: Text };
  readonly cites: readonly Citation[];
};

const notInvolved: Text = { de: 'Nicht betroffen', en: 'Not involved' };
const dskLabels = {
  negligible: { de: 'geringfügig', en: 'negligible' },
  limited: { de: 'überschaubar', en: 'limited' },
  substantial: { de: 'substanziell', en: 'substantial' },
  great: { de: 'groß', en: 'great' },
} as const;

export const SEVERITY_INPUTS: { readonly [N in SeverityName]: SeverityInput<N> } = {
  simple: {
    question: {
      de: 'Einfache Daten (Name, Kontakt, Ausbildung, Familie, Beruf): was verraten sie in diesem Zusammenhang?',
      en: 'Simple data (name, contact, education, family, job): what do they reveal in this context?',
    },
    labels: {
      'not-involved': notInvolved,
      '1': {
        de: 'Nichts weiter, etwa die Kundenliste eines Supermarkts',
        en: 'Nothing more, such as the customers of a supermarket',
      },
      '2': { de: 'Sie lassen auf Wohlstand oder Ähnliches schließen', en: 'They let one guess wealth or the like' },
      '3': { de: 'Sie lassen auf Sexualleben oder Gesundheit schließen', en: 'They let one guess sex life or health' },
      '4': { de: 'Sie gefährden Menschen, etwa verdeckte Ermittler', en: 'They endanger people, such as undercover officers' },
    },
    cites: [enisa('DPC')],
  },
  behavioural: {
    question: {
      de: 'Verhaltensdaten (Aufenthalt, Verbindungen, Gewohnheiten): was verraten sie?',
      en: 'Behavioural data (location, traffic, habits): what do they reveal?',
    },
    labels: {
      'not-involved': notInvolved,
      '1': { de: 'Wenig, etwa Anrufe bei einer Störungsstelle', en: 'Little, such as calls to a help desk' },
      '2': { de: 'Einiges, etwa Verbindungen einer Woche', en: 'Some, such as a week of call records' },
      '3': { de: 'Viel, etwa Verbindungen oder Fahrten eines Jahres', en: 'Much, such as a year of calls or journeys' },
      '4': { de: 'Innerstes, etwa Anrufe bei einer Krisenberatung', en: 'The innermost, such as calls to a crisis line' },
    },
    cites: [enisa('DPC')],
  },
  financial: {
    question: {
      de: 'Finanzdaten (Einkommen, Umsätze, Karten, Rechnungen): was verraten oder ermöglichen sie?',
      en: 'Financial data (income, payments, cards, invoices): what do they reveal or allow?',
    },
    labels: {
      'not-involved': notInvolved,
      '1': { de: 'Nur dass jemand Kunde einer Bank ist', en: 'Only that somebody is a customer of a bank' },
      '2': { de: 'Umsätze eines Tages ohne Einzelheiten', en: 'Payments of a day without details' },
      '3': { de: 'Kontostände eines Monats, Gehalt, Teile von Kartendaten', en: 'Balances of a month, pay, parts of card data' },
      '4': {
        de: 'Auszüge eines Jahres, nutzbare Kartendaten, Zugang zum Konto',
        en: 'Statements of a year, usable card data, access to the account',
      },
    },
    cites: [enisa('DPC')],
  },
  sensitive: {
    question: {
      de: 'Besondere Daten (Gesundheit, Politik, Sexualleben …): was verraten sie?',
      en: 'Special data (health, politics, sex life …): what do they reveal?',
    },
    labels: {
      'not-involved': notInvolved,
      '1': { de: 'Belangloses, etwa dass Blut abgenommen wurde', en: 'Trivia, such as that blood was taken' },
      '2': {
        de: 'Einen Anlass, etwa eine Blutprobe in der Notaufnahme',
        en: 'An occasion, such as a blood test in an emergency room',
      },
      '3': { de: 'Einen Verdacht, etwa der Test auf eine Krankheit', en: 'A suspicion, such as the test for a disease' },
      '4': {
        de: 'Den Befund, die Überzeugung, die Orientierung selbst',
        en: 'The result, the conviction, the orientation itself',
      },
    },
    cites: [enisa('DPC')],
  },
  identification: {
    question: {
      de: 'Wie leicht führen die Daten zu einem bestimmten Menschen?',
      en: 'How easily do the data lead to a particular person?',
    },
    labels: {
      negligible: { de: 'Kaum', en: 'Hardly' },
      limited: { de: 'Mit Mühe', en: 'With effort' },
      significant: { de: 'Mit weiteren Angaben', en: 'With further information' },
      maximum: { de: 'Ohne Weiteres', en: 'At once' },
    },
    cites: [enisa('EI'), openQuestion('Q-18')],
  },
  confidentiality: {
    question: { de: 'Wohin sind die Daten gelangt?', en: 'Where did the data get to?' },
    labels: {
      unaffected: { de: 'Nirgendwohin', en: 'Nowhere' },
      exposed: {
        de: 'Sie lagen offen; niemand scheint sie benutzt zu haben',
        en: 'They lay open; nobody seems to have used them',
      },
      'known-recipients': { de: 'An einige bekannte Empfänger', en: 'To some known recipients' },
      'unknown-recipients': { de: 'An unbekannt viele oder an die Öffentlichkeit', en: 'To an unknown number or to the public' },
    },
    cites: [enisa('CB')],
  },
  integrity: {
    question: { de: 'Wurden die Daten verändert?', en: 'Were the data altered?' },
    labels: {
      unaffected: { de: 'Nein', en: 'No' },
      restored: { de: 'Ja, und vor jedem falschen Gebrauch berichtigt', en: 'Yes, and put right before any wrong use' },
      recoverable: {
        de: 'Ja, vielleicht falsch gebraucht, noch zu berichtigen',
        en: 'Yes, perhaps wrongly used, can be put right',
      },
      'not-recoverable': { de: 'Ja, und nicht mehr zu berichtigen', en: 'Yes, and cannot be put right' },
    },
    cites: [enisa('CB')],
  },
  availability: {
    question: { de: 'Fehlten die Daten?', en: 'Were the data missing?' },
    labels: {
      unaffected: { de: 'Nein', en: 'No' },
      'recovered-easily': { de: 'Ja, ohne Mühe wiederhergestellt', en: 'Yes, recovered without difficulty' },
      temporarily: { de: 'Ja, zeitweise', en: 'Yes, for a time' },
      gone: { de: 'Ja, endgültig', en: 'Yes, for good' },
    },
    cites: [enisa('CB')],
  },
  intent: {
    question: { de: 'Steckt böse Absicht dahinter?', en: 'Was there malicious intent?' },
    labels: {
      'none-known': { de: 'Keine bekannt (Versehen, Verlust, Fehler)', en: 'None known (mistake, loss, bug)' },
      malicious: { de: 'Ja (Diebstahl, Angriff, Verkauf)', en: 'Yes (theft, attack, sale)' },
    },
    cites: [enisa('CB')],
  },
  over100: {
    question: { de: 'Sind mehr als 100 Menschen betroffen?', en: 'Are more than 100 people affected?' },
    labels: { no: { de: 'Nein', en: 'No' }, yes: { de: 'Ja', en: 'Yes' } },
    cites: [enisa('SE'), openQuestion('Q-18')],
  },
  unintelligible: {
    question: { de: 'Sind die Daten für Fremde unlesbar?', en: 'Are the data unreadable for outsiders?' },
    labels: { yes: { de: 'Ja, und der Schlüssel ist sicher', en: 'Yes, and the key is safe' }, no: { de: 'Nein', en: 'No' } },
    cites: [enisa('SE'), openQuestion('Q-18')],
  },
  dskSeverity: {
    question: { de: 'Wie schwer wäre ein Schaden?', en: 'How severe would a harm be?' },
    labels: dskLabels,
    cites: [{ source: 'DSK_KP_18' }],
  },
  dskLikelihood: {
    question: { de: 'Wie wahrscheinlich ist er?', en: 'How likely is it?' },
    labels: dskLabels,
    cites: [{ source: 'DSK_KP_18' }],
  },
};
