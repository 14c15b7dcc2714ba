// What every platform is held to, sentence by sentence; the names of the tests, and the rows of docs/parity.md.

/** `%s` is the number of the published case. */
export const FEATURES = {
  report: {
    en: 'a report is confirmed with a number, kept as a receipt, and shown to the office without its text',
    de: 'Eine Meldung wird mit einer Nummer bestätigt, bleibt als Quittung stehen und erscheint bei der Datenschutzstelle ohne ihren Text.',
  },
  lacksText: {
    en: 'a report that lacks its text is not taken, and what was given stays',
    de: 'Eine Meldung ohne Text wird nicht angenommen; was eingetragen war, bleibt stehen.',
  },
  future: { en: 'a moment that lies ahead is not taken', de: 'Ein Zeitpunkt in der Zukunft wird nicht angenommen.' },
  written: {
    en: 'what somebody simply writes comes back in the form, word by word',
    de: 'Was jemand einfach schreibt, steht Wort für Wort im Formular.',
  },
  hints: {
    en: 'the hints of the reporter are taken one by one, with the advice that follows from them',
    de: 'Die ersten Angaben werden einzeln erfragt, mit dem Rat, der aus ihnen folgt.',
  },
  addition: {
    en: 'an addition from the receipt reaches the case',
    de: 'Eine Ergänzung von der Quittung aus kommt beim Vorgang an.',
  },
  writtenLater: {
    en: 'what somebody writes who has an open report goes where they say, word by word',
    de: 'Was jemand mit offener Meldung schreibt, kommt Wort für Wort dorthin, wo es hin soll.',
  },
  stranger: {
    en: 'somebody else sees nothing of the case, also not by its number',
    de: 'Andere sehen nichts von dem Vorgang, auch nicht über seine Nummer.',
  },
  byNumber: {
    en: 'an officer who writes the number comes to the case',
    de: 'Wer in der Datenschutzstelle die Nummer schreibt, kommt zum Vorgang.',
  },
  reminded: {
    en: 'while nobody does anything the officer is reminded, and told when the period is over',
    de: 'Solange niemand etwas tut, wird erinnert, und auch gesagt, wenn die Frist um ist.',
  },
  acknowledged: {
    en: '„I am on it“ from the card in the channel is answered to whoever pressed alone',
    de: 'Auf „Ich kümmere mich“ im Kanal bekommt nur die Person eine Antwort, die es gedrückt hat.',
  },
  corrected: { en: 'an answer can be corrected, with reasons', de: 'Eine Angabe lässt sich berichtigen, mit Begründung.' },
  exported: {
    en: 'the office fetches an export with link and code, once, and nobody else can ask for it',
    de: 'Die Datenschutzstelle holt einen Export mit Link und Code ab, einmal; niemand sonst kann ihn anfordern.',
  },
  case: {
    en: 'case %s of EDPB Guidelines 01/2021 comes to its end',
    de: 'Fall %s der EDSA-Leitlinien 01/2021 kommt zum Abschluss.',
  },
  fromMessage: {
    en: 'a report is begun from the menu of a message',
    de: 'Eine Meldung beginnt im Menü einer Nachricht.',
  },
  onlyThem: {
    en: 'what somebody asks in a channel is answered there so that only they see it',
    de: 'Eine Frage in einem Kanal wird dort so beantwortet, dass nur die fragende Person es sieht.',
  },
} as const;
export type Feature = keyof typeof FEATURES;

export const CASES = ['01', '04', '15', '17'] as const;

/** What a platform cannot do, and why; everything else it is held to. */
export type Lacks = Readonly<Partial<Record<Feature, { readonly de: string; readonly en: string }>>>;

export const SUITES = {
  'Slack by HTTP': {},
  'Slack in Socket Mode': {},
  'Teams with botbuilder': {
    onlyThem: {
      de: 'Die Bibliothek kann solche Nachrichten nicht senden; die Antwort kommt im persönlichen Chat.',
      en: 'The library cannot send such messages; the answer comes in the personal chat.',
    },
  },
  'Teams with plain REST': {},
} as const satisfies Readonly<Record<string, Lacks>>;
export type Suite = keyof typeof SUITES;

/** The desk is a page on one machine: it has neither messages of others nor channels to ask in. */
export const LACKS_OF_THE_DESK: Lacks = {
  fromMessage: { de: 'Auf der Seite schreibt niemand anderem.', en: 'On the page nobody writes to anybody else.' },
  onlyThem: { de: 'Die Seite hat keinen Kanal für Fragen.', en: 'The page has no channel to ask in.' },
};
