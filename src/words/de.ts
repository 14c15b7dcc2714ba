// Every sentence in German. For somebody nervous at 17:40 on a Friday, and for an officer with a clock running.
import type { ActionData } from '../prompt/action.ts';
import type { LastWorkingHour } from '../prompt/channelPrompts.ts';
import type { Contact } from '../prompt/prompt.ts';
import { fieldsDe, formsDe } from './formsDe.ts';
import { localParts, longOffset, offsetText, spanOf, zoneName } from './moments.ts';
import { organisationDe } from './organisationDe.ts';
import { preparationDe } from './preparationDe.ts';
import { recipientName } from './recipients.ts';
import { refusalsDe } from './refusalsDe.ts';
import type { FormWords, Words } from './words.ts';

const WEEKDAYS = ['So.', 'Mo.', 'Di.', 'Mi.', 'Do.', 'Fr.', 'Sa.'];

const moment: Words['moment'] = (at, zone) => {
  const { year, month, day, hour, minute, weekday } = localParts(at, zone);
  return `${WEEKDAYS[weekday] ?? ''}, ${day}.${month}.${year}, ${hour}:${minute} Uhr`;
};

const DAYS = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'];
const MONTHS = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
  ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
];

const longMoment: Words['longMoment'] = (at, zone) => {
  const { year, month, day, hour, minute, weekday } = localParts(at, zone);
  return `${DAYS[weekday] ?? ''}, ${Number(day)}. ${MONTHS[Number(month) - 1] ?? ''} ${year}, ${hour}:${minute} Uhr`;
};

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

function spanText(hours: number): string {
  const span = spanOf(hours);
  if (span.hours === 0) return span.minutes === 0 ? 'weniger als 1 Min.' : `${span.minutes} Min.`;
  return span.hours >= 24 || span.minutes === 0 ? `${span.hours} Std.` : `${span.hours} Std. ${span.minutes} Min.`;
}

function overdueText(hours: number): string {
  const { days } = spanOf(hours);
  return days >= 3 ? `seit ${days} Tagen überfällig` : `seit ${spanText(hours)} überfällig`;
}

const joined = (names: readonly string[]): string => new Intl.ListFormat('de').format(names);

const dutyKindOf = (data: ActionData): string => data['duty']?.split(':')[0] ?? '';

const NOTICE_BUTTONS: Readonly<Record<string, string>> = {
  'art33-1': 'Meldung festhalten',
  'art33-2': 'Mitteilung festhalten',
  'art33-4': 'Nachmeldung festhalten',
  'art34-1': 'Benachrichtigung festhalten',
};

const risks: Words['risks'] = {
  unlikely: 'voraussichtlich keines',
  low: 'gering',
  risk: 'vorhanden, nicht hoch',
  high: 'hoch',
};

/** By telephone where there is one, else by e-mail; a contact may be known by name alone, or not at all. */
function reaching({ name, phone, email }: Contact, politely: string): string {
  const named = (way: string): string => (name === '' ? way : `${way} (${name})`);
  if (phone !== '') return `Rufen Sie ${politely} an: ${named(phone)}.`;
  if (email !== '') return `Schreiben Sie ${politely} an: ${named(email)}.`;
  return name === '' ? `Sagen Sie es ${politely} der Datenschutzstelle.` : `Wenden Sie sich ${politely} an: ${name}.`;
}

const hintAnswers: Words['hintAnswers'] = {
  incident: {
    'wrong-recipient': 'An Falsche geschickt',
    'lost-or-stolen': 'Verloren oder gestohlen',
    attack: 'Angriff oder Schadprogramm',
    'seen-by-others': 'Für Unbefugte sichtbar',
    'not-available': 'Daten fehlen oder sind falsch',
    other: 'Etwas anderes',
  },
  contained: { yes: 'Ja, gestoppt', no: 'Nein, läuft noch', unknown: 'Weiß ich nicht' },
  concerned: {
    customers: 'Kunden',
    employees: 'Beschäftigte',
    'patients-or-children': 'Patienten oder Kinder',
    others: 'Andere',
    unknown: 'Weiß ich nicht',
  },
};

const FREE_TIME: Readonly<Record<LastWorkingHour['before'], string>> = {
  night: 'dem Feierabend',
  weekend: 'dem Wochenende',
  dayOff: 'dem freien Tag',
  daysOff: 'den freien Tagen',
};

const ERASABLE: Readonly<Record<string, string>> = {
  report: 'Meldung',
  reporterName: 'Name der meldenden Person',
  informant: 'Wer es mitgeteilt hat',
  addition: 'Ergänzung',
  authorName: 'Name dazu',
  dataSetName: 'Name des Datenbestands',
  reasons: 'Gründe',
  timeSource: 'Quelle eines Zeitpunkts',
  decidedBy: 'Wer entschieden hat',
  dpoAdvice: 'Rat der oder des Datenschutzbeauftragten',
  noticeTo: 'Empfänger der Abgabe',
  noticeMeans: 'Weg der Abgabe',
  noticeReference: 'Aktenzeichen',
  noticeMissing: 'Was noch fehlte',
  reasonsForDelay: 'Gründe der Verzögerung',
  facts: 'Tatsachen',
  effects: 'Auswirkungen',
  remedialAction: 'Abhilfe',
  measure: 'Maßnahme',
  owner: 'Zuständig',
  note: 'Vermerk',
  question: 'Frage',
  askedPerson: 'Wer gefragt wurde',
  answer: 'Antwort',
  noticeField: 'Angabe für die Meldung',
  noticeProof: 'Nachweis der Abgabe',
  measureEffect: 'Wirkung einer Maßnahme',
};

export const de: Words = {
  language: 'de',

  moment,
  longMoment,
  longMomentWithOffset: (at, zone) =>
    [longMoment(at, zone), zoneName(at, zone, 'de-DE'), `(${offsetText(at, zone)})`].filter((part) => part !== '').join(' '),
  momentWithOffset: (at, zone) => `${moment(at, zone)} (${offsetText(at, zone)})`,
  typedMoment: ({ year, month, day, hour, minute }) => `${day}.${month}.${year} ${hour}:${minute}`,
  typedMomentWithOffset: (at, zone) => `${de.typedMoment(localParts(at, zone))} ${longOffset(at, zone)}`,
  momentPlaceholder: '23.11.2026 17:40',
  typedInZone: (zone) => `Was Sie eintragen, gilt in der Zeitzone ${zone}. Angezeigte Zeiten stehen in Ihrer eigenen.`,
  hoursLeft: (hours) => (hours < 0 ? overdueText(hours) : `noch ${spanText(hours)}`),

  duties: {
    'art33-5': {
      name: 'Dokumentation (Art. 33 Abs. 5 DSGVO)',
      short: 'Dokumentation',
      done: 'vollständig dokumentiert',
    },
    'art33-1': {
      name: 'Meldung an die Aufsichtsbehörde (Art. 33 Abs. 1 DSGVO)',
      short: 'Meldung an die Aufsichtsbehörde',
      done: 'gemeldet',
    },
    'art34-1': {
      name: 'Benachrichtigung der betroffenen Personen (Art. 34 Abs. 1 DSGVO)',
      short: 'Benachrichtigung der betroffenen Personen',
      done: 'benachrichtigt',
    },
    'art33-2': {
      name: 'Mitteilung an den Verantwortlichen (Art. 33 Abs. 2 DSGVO)',
      short: 'Mitteilung an den Verantwortlichen',
      done: 'mitgeteilt',
    },
    'art33-4': {
      name: 'Nachmeldung (Art. 33 Abs. 4 DSGVO)',
      short: 'Nachmeldung',
      done: 'nachgemeldet',
    },
    neighbour: { name: 'Meldung nach einer anderen Vorschrift', short: 'Weitere Meldung', done: 'abgegeben' },
    'neighbour-question': {
      name: 'Frage nach einer weiteren Meldepflicht',
      short: 'Weitere Meldepflicht?',
      done: 'beantwortet',
    },
  },
  statuses: {
    owed: 'nach Einschätzung geschuldet',
    presumed: 'vorsorglich angenommen, weil Angaben fehlen',
    'not-owed': 'nach Einschätzung nicht geschuldet – Entscheidung fehlt',
  },
  recipient: (kind, id) => recipientName(kind, id, 'de'),
  ends: {
    notice: (kind, at) => `erledigt: ${de.duties[kind].done}, festgehalten am ${at}`,
    record: (kind, at) => `erledigt: ${de.duties[kind].done} am ${at}`,
    decision: (_kind, at) => `beendet durch Entscheidung, festgehalten am ${at}`,
    'never-applied': (_kind, at) => `bestand nach Rolle oder Profil nicht, festgestellt am ${at}`,
    answered: (kind, at) =>
      kind === 'neighbour' ? `beendet: gilt hier nicht, festgehalten am ${at}` : `beantwortet, festgehalten am ${at}`,
    joined: (_kind, at) => `geht im Hauptvorgang weiter, verbunden am ${at}`,
  },
  owedBy: (kind, name) => `${kind === 'art33-2' ? 'Auftragsverarbeiter' : 'Verantwortlicher'}: ${name}`,
  to: (recipient) => `An: ${recipient}`,
  dueBy: (due, left) => `Unverzüglich, spätestens ${due}${left === undefined ? '' : ` (${left})`}`,
  withoutDelay: 'Unverzüglich, ohne feste Stundenfrist',
  sendIncomplete: 'Noch nicht alles geklärt? Melden Sie jetzt, was Sie wissen, und reichen Sie den Rest nach.',
  target: (due) => `Ziel: vollständig bis ${due} (gute Praxis, keine gesetzliche Frist)`,
  noStatutoryPeriod: 'Ohne gesetzliche Frist; am besten laufend mitschreiben',
  basis: {
    precautionary: (start) => `Vorsorgliche Frist ab ${start}; kein Eingeständnis der Kenntnis`,
    awareness: (start) => `Frist ab Kenntnis am ${start}`,
    event: (start) => `Die Frist läuft ab ${start}`,
  },
  earlierDeadline: (due) => `Frühere Frist, bleibt vermerkt: ${due}`,
  neighbours: {
    notAnswered: 'noch nicht beantwortet',
    answerSoon: 'Bitte bald klären: Davon können eigene, kurze Fristen abhängen',
    owed: 'geschuldet, weil die Vorschrift gilt',
    heading: 'Weitere Meldepflichten',
    startsAt: 'Frist ab',
    answers: { applies: 'Ja, sie gilt', 'not-applicable': 'Nein, sie gilt nicht', unknown: 'Noch nicht bekannt' },
  },

  caseStatuses: {
    open: 'offen',
    closed: 'abgeschlossen',
    joined: 'mit einem anderen Vorgang verbunden',
    erased: 'abgeschlossen, Inhalt gelöscht',
  },
  risks,
  riskWhileOpen: (risk) => (risk === 'unlikely' ? risks.unlikely : `${risks[risk]}, noch nicht ausgeschlossen`),
  incidents: {
    'wrong-recipient': 'Fehlversand',
    'lost-or-stolen': 'Verlust oder Diebstahl',
    attack: 'Angriff',
    'seen-by-others': 'Für Unbefugte sichtbar',
    'not-available': 'Daten fehlen oder sind falsch',
    other: 'Anderer Vorfall',
  },
  incidentUnknown: 'Art noch unbekannt',
  hintQuestions: {
    incident: 'Was trifft am ehesten zu?',
    contained: 'Ist es schon gestoppt?',
    concerned: 'Um wessen Daten geht es vor allem?',
  },
  hintNames: { incident: 'Art', contained: 'Gestoppt', concerned: 'Betroffen' },
  hintAnswers,
  decisions: {
    awareness: 'Zeitpunkt der Kenntnis',
    'no-breach': 'Keine Verletzung des Schutzes personenbezogener Daten',
    exception: 'Ausnahme von der Benachrichtigung',
    'not-notifying': 'Keine Meldung oder Benachrichtigung',
  },
  grounds: {
    'art34-3-a': 'Daten waren für Unbefugte unlesbar (Art. 34 Abs. 3 Buchst. a DSGVO)',
    'art34-3-b': 'Das hohe Risiko ist durch spätere Maßnahmen beseitigt (Art. 34 Abs. 3 Buchst. b DSGVO)',
    'art34-3-c': 'Unverhältnismäßiger Aufwand; stattdessen öffentliche Bekanntmachung (Art. 34 Abs. 3 Buchst. c DSGVO)',
    'bdsg-29': 'Geheimhaltungspflicht geht nach Abwägung vor (§ 29 Abs. 1 BDSG)',
  },
  times: {
    occurred: 'Vorfall geschehen',
    noticed: 'Bemerkt',
    signIgnored: 'Deutliches Zeichen, dem niemand nachging',
    investigationBegan: 'Prüfung begonnen',
    certain: 'Hinreichend sicher, dass Daten betroffen sind',
    reported: 'Intern gemeldet',
    toldByProcessor: 'Vom Auftragsverarbeiter mitgeteilt',
  },
  sources: {
    self: 'selbst gemeldet',
    telephone: 'Telefon',
    email: 'E-Mail',
    letter: 'Brief',
    'in-person': 'Persönlich',
    other: 'Anders',
  },
  roles: {
    controller: 'Verantwortlicher',
    joint: 'Gemeinsam Verantwortlicher',
    processor: 'Auftragsverarbeiter',
    processorForJoint: 'Auftragsverarbeiter mehrerer gemeinsam Verantwortlicher',
    subProcessor: 'Weiterer Auftragsverarbeiter (für einen anderen Auftragsverarbeiter)',
    unknown: 'Noch offen',
  },
  specialChoices: { any: 'Egal', all: 'Alle genannten Pflichten', new: 'Neuer Datenbestand' },
  dataSetName: (label) => label || 'Erster Datenbestand',
  drill: 'Übung. Dieser Vorgang ist kein echter Fall.',
  labels: {
    state: 'Stand',
    reported: 'Gemeldet',
    noticed: 'Bemerkt',
    risk: 'Risiko für Betroffene',
    openFacts: 'Offene Angaben',
    measures: 'Offene Maßnahmen',
    awaiting: 'Wartet auf Bestätigung',
    joinedNumbers: 'Verbunden mit',
    mainNumber: 'Geht weiter unter',
    onIt: 'In Bearbeitung',
    asOf: 'Stand der Anzeige',
    contact: 'Ansprechstelle',
    ruleSet: 'Regelstand',
    why: 'Warum das zählt',
    recordedAt: 'Festgehalten',
    retainedUntil: 'Aufbewahrt bis',
    head: 'Prüfwert',
  },
  head: (hash, entries) => `${hash} (${counted(entries, 'Eintrag', 'Einträge')})`,
  headMeans: 'Der Prüfwert belegt später, dass nichts verändert wurde. Sie müssen damit nichts tun.',
  erased: {
    means: 'Der Inhalt dieses Vorgangs ist endgültig gelöscht. Nummer, Zeiten, Pflichten und Prüfwerte bleiben.',
    keptOn: (platforms) =>
      `In ${platforms.join(' und ')} kann ich meine früheren Nachrichten nicht selbst löschen. Texte aus dem Vorgang stehen nicht mehr darin. Sollen sie ganz verschwinden, lassen Sie sie dort bitte entfernen.`,
    leftOn: (platforms) =>
      `In ${platforms.join(' und ')} stehen noch Nachrichten von mir zu diesem Vorgang, obwohl etwas gelöscht wurde. Ich konnte sie dort eine Woche lang nicht entfernen. Bitte lassen Sie sie von Hand löschen.`,
  },
  platforms: { slack: 'Slack', teams: 'Teams', desk: 'der Seite zum Ausprobieren' },
  endOfYear: (year) => `bis Ende ${year}`,
  openFacts: (count) =>
    count === 0 ? 'keine' : counted(count, 'Angabe kann noch etwas ändern', 'Angaben können noch etwas ändern'),
  awaitingConfirmation: (count) => counted(count, 'Entscheidung', 'Entscheidungen'),
  onItUntil: (until, name) => `${name ?? 'Jemand'} kümmert sich bis ${until}`,
  nobodyOnIt: 'noch niemand eingetragen',
  rulesContradict:
    'Zwei Regeln von Fristwacht widersprechen sich bei diesem Vorgang. Es gilt das strengere Ergebnis, keine Pflicht entfällt dadurch. Prüfen Sie die Einschätzung selbst, und geben Sie der Betreuung von Fristwacht Bescheid.',
  dutiesHeading: 'Pflichten',
  noDuties: 'Zurzeit ist keine Pflicht offen.',

  buttons: {
    home: () => 'Start',
    openReport: () => 'Verdacht melden',
    report: () => 'Melden',
    openAddition: () => 'Etwas ergänzen',
    addToReport: () => 'Ergänzung senden',
    giveHint: ({ hint, answer }) => hintAnswerLabel(hint, answer),
    myReports: () => 'Meine Meldungen',
    answerQuestion: () => 'Antwort senden',
    openCases: () => 'Offene Vorgänge',
    openCase: () => 'Vorgang öffnen',
    triage: () => 'Angaben klären',
    dataSets: () => 'Datenbestände',
    prepareNotice: () => 'Meldung vorbereiten',
    answerNotice: () => 'Festhalten und weiter',
    answerFact: () => 'Antworten',
    chooseFact: () => 'Angabe berichtigen',
    openFact: () => 'Berichtigen',
    correctFact: () => 'Berichtigung festhalten',
    assessment: () => 'Einschätzung ansehen',
    acknowledge: ({ hours }) => acknowledgeLabel(hours),
    openForm: (data) => openFormLabel(data),
    submitForm: ({ form }) => formWords(form)?.submit ?? 'Festhalten',
    confirmDecision: () => 'Entscheidung bestätigen',
    tellReporter: ({ outcome }) => tellReporterLabel(outcome),
    looks: () => 'Wer hat hineingesehen?',
    registerLooks: () => 'Einsichten ins Register',
    backAgain: () => 'Ich bin wieder da',
    status: () => 'Läuft Fristwacht?',
    digest: () => 'Was heute offen ist',
    export: () => 'Exportieren',
  },
  pauseFurther: (hours) => (hours === 'tomorrow' ? 'bis morgen 9 Uhr' : `${hours} Std.`),
  addTo: (number) => `Zu ${number} ergänzen`,
  open: (number) => `${number} öffnen`,
  newReport: 'Neuen Verdacht melden',
  unknownAnswer: 'Weiß niemand',
  readAndDecide: 'Gründe lesen und entscheiden',
  reject: 'Ablehnen',
  moreSteps: 'Weitere Schritte',
  cancel: 'Zurück',

  home: {
    title: 'Womit kann ich helfen?',
    intro:
      'Ist mit Daten über Menschen etwas schiefgegangen, oder könnte es sein? Sagen Sie es hier. Ein Verdacht genügt, und Sie müssen nichts bewerten.',
    officeIntro: (openCases) =>
      openCases === 0 ? 'Kein Vorgang ist offen.' : counted(openCases, 'Vorgang ist offen.', 'Vorgänge sind offen.'),
    ownReports: (count) => counted(count, 'eigene Meldung', 'eigene Meldungen'),
  },
  reportForm: {
    title: 'Verdacht melden',
    intro: 'Zwei Angaben genügen. Alles Weitere können Sie später ergänzen.',
    factsOnly: 'Bitte nur Tatsachen, keine Schuldzuweisung, keine Namen Betroffener.',
    text: {
      label: 'Was ist passiert?',
      hint: 'Zum Beispiel: Eine Liste mit Adressen ging per E-Mail an den falschen Empfänger.',
    },
    noticedAt: { label: 'Wann haben Sie es bemerkt?', hint: 'Ungefähr genügt. Bleibt das Feld leer, gilt: jetzt.' },
  },
  recorded: {
    report: { title: 'Verdacht festgehalten', text: 'Die Datenschutzstelle kümmert sich darum.' },
    addition: { title: 'Ergänzung festgehalten', text: 'Danke. Sie liegt jetzt beim Vorgang.' },
    hint: { title: 'Hinweis festgehalten', text: 'Danke. Das hilft bei den nächsten Schritten.' },
    answer: { title: 'Angabe festgehalten', text: 'Die Einschätzung ist auf dem neuen Stand.' },
    correction: { title: 'Berichtigung festgehalten', text: 'Die frühere Angabe bleibt mit den Gründen vermerkt.' },
    time: { title: 'Zeitpunkt festgehalten', text: 'Frühere Angaben und Fristen bleiben vermerkt.' },
    dataSet: { title: 'Datenbestand angelegt', text: 'Für ihn werden eigene Fragen gestellt.' },
    noticeField: {
      title: 'Angabe für die Meldung festgehalten',
      text: 'Sie steht in der nächsten Meldung. An den Pflichten ändert sie nichts.',
    },
    groupCounted: { title: 'Zahl der Personen festgehalten', text: 'Sie steht in der nächsten Meldung.' },
    measureExplained: { title: 'Maßnahme erläutert', text: 'Welches Risiko sie mindert, steht in der nächsten Meldung.' },
    authorityQuestion: {
      title: 'Rückfrage der Behörde festgehalten',
      text: 'Sie ist eine Aufgabe mit dem Termin der Behörde; Sie werden daran erinnert.',
    },
    authorityAnswer: { title: 'Antwort an die Behörde festgehalten', text: 'Die Aufgabe ist erledigt.' },
    toldInAdvance: { title: 'Anruf festgehalten', text: 'Die Meldung selbst steht weiter aus.' },
    referenceReceived: { title: 'Aktenzeichen festgehalten', text: 'Es steht in jeder weiteren Meldung an diese Behörde.' },
    secondOpinion: { title: 'Zweitmeinung festgehalten', text: 'Sie steht in der Einschätzung und nimmt keine Pflicht weg.' },
    dataSetChanged: {
      title: 'Datenbestand geändert',
      text: 'Die Antworten zu ihm gelten weiter. Die Einschätzung ist auf dem neuen Stand.',
    },
    awareness: {
      title: 'Kenntnis festgehalten',
      text: 'Die Frist läuft ab diesem Zeitpunkt. Die vorsorgliche Frist bleibt vermerkt.',
    },
    decision: { title: 'Entscheidung festgehalten', text: 'Gründe und Entscheider sind Teil der Dokumentation.' },
    decisionAwaitingConfirmation: {
      title: 'Entscheidung festgehalten, Bestätigung fehlt',
      text: 'Sie zählt erst, wenn eine entscheidungsbefugte Person sie bestätigt. Bis dahin laufen Fristen und Erinnerungen weiter.',
    },
    decisionConfirmed: { title: 'Entscheidung bestätigt', text: 'Sie zählt ab jetzt.' },
    neighbour: {
      title: 'Antwort festgehalten',
      text: 'Gilt die Vorschrift, steht jede fällige Meldung jetzt als eigene Pflicht im Vorgang. Ist es noch offen, werden Sie täglich erinnert.',
    },
    decisionPartlyConfirmed: {
      title: 'Bestätigung festgehalten',
      text: 'Es fehlt noch die Bestätigung für einen anderen Verantwortlichen. Bis dahin zählt die Entscheidung nicht.',
    },
    decisionWithdrawn: { title: 'Entscheidung zurückgenommen', text: 'Sie zählt nicht. Fristen und Erinnerungen laufen weiter.' },
    notice: { title: 'Abgabe festgehalten', text: 'Bewahren Sie den Eingangsnachweis beim Vorgang auf.' },
    record: { title: 'Dokumentation abgeschlossen', text: 'Tatsachen, Auswirkungen und Abhilfe sind festgehalten.' },
    acknowledgement: {
      title: 'Festgehalten: Sie kümmern sich',
      text: 'Die Frist ändert sich nicht.',
    },
    measure: { title: 'Maßnahme geplant', text: 'Sie werden daran erinnert.' },
    measureFinished: { title: 'Maßnahme abgeschlossen', text: 'Das Ergebnis steht beim Vorgang.' },
    questionAsked: { title: 'Frage gestellt', text: 'Die Person sieht nur diese Frage. Die Antwort erscheint im Vorgang.' },
    questionAnswered: { title: 'Antwort festgehalten', text: 'Danke. Die Datenschutzstelle sieht sie jetzt.' },
    reporterTold: {
      title: 'Rückmeldung festgehalten',
      text: 'Die meldende Person erfährt das Ergebnis, aber keine Einzelheiten.',
    },
    exclusion: { title: 'Person ausgeschlossen', text: 'Sie sieht diesen Vorgang nicht mehr.' },
    readmission: { title: 'Person wieder zugelassen', text: 'Sie sieht diesen Vorgang wieder, soweit ihre Rolle es erlaubt.' },
    joined: { title: 'Vorgänge verbunden', text: 'Die früheste Zeit zählt. Beide Nummern bleiben gültig.' },
    closed: { title: 'Vorgang abgeschlossen', text: 'Er bleibt im Register und kann wieder geöffnet werden.' },
    reopened: { title: 'Vorgang wieder offen', text: 'Pflichten und Erinnerungen laufen weiter.' },
    retentionExtended: { title: 'Aufbewahrung verlängert', text: 'Sie werden rechtzeitig vor dem neuen Ende erinnert.' },
    textErased: {
      title: 'Text gelöscht',
      text: 'Er ist endgültig weg. An seiner Stelle steht, dass er gelöscht wurde, und warum. Ältere Sicherungen prüfen Sie bitte selbst.',
    },
    caseErased: {
      title: 'Inhalt gelöscht',
      text: 'Er ist endgültig weg. Nummer, Zeiten, Pflichten und Prüfwerte bleiben. Meine Nachrichten dazu werden jetzt entfernt, wo das geht.',
    },
    nothingNew: { title: 'Schon festgehalten', text: 'Das lag bereits vor. Es hat sich nichts geändert.' },
  },
  paused: {
    until: (moment) =>
      `Ihre Erinnerungen warten bis ${moment}; danach erinnere ich wieder von selbst. Vertretung und Leitung werden trotzdem informiert, wenn die Zeit knapp wird.`,
    cut: 'Das ist kürzer als gewählt: Mehr als die Hälfte der verbleibenden Zeit soll nie ohne Erinnerung vergehen, und nach einer verpassten Frist sind es höchstens zwei Stunden.',
  },
  warnings: {
    awarenessGap: (hours) =>
      `Zwischen dem ersten Hinweis und der Kenntnis liegen ${Math.floor(hours)} Stunden. Eine Behörde wird danach fragen. Erklären Sie in den Gründen, was in dieser Zeit geprüft wurde.`,
    noticeLate: 'Die Frist war schon vorbei. Die Gründe der Verzögerung gehören in die Meldung (Art. 33 Abs. 1 Satz 2 DSGVO).',
    followUpOpened: 'Es fehlen noch Informationen. Die Nachmeldung (Art. 33 Abs. 4 DSGVO) ist jetzt als eigene Pflicht offen.',
    reportLate: 'Die Frist war schon vorbei. Prüfen Sie, ob die Meldung selbst die Gründe nennen muss.',
    reportOpened: 'Eine weitere Meldung ist jetzt als eigene Pflicht offen.',
    noticeIncomplete: 'Es fehlt noch etwas. Die Pflicht bleibt offen, bis die Abgabe vollständig ist.',
    dutiesNeverApplied: 'Mit dieser Rolle bestehen bisherige Pflichten nicht mehr. Der Vorgang zeigt, welche.',
    againstAssessment: 'Diese Entscheidung weicht von der Einschätzung ab. Das bleibt sichtbar.',
  },
  receipt: {
    title: (number) => `Ihre Meldung ist festgehalten: ${number}`,
    thanks: 'Danke. Die Datenschutzstelle übernimmt.',
    noDisadvantage: 'Aus der Meldung entsteht Ihnen kein Nachteil.',
    closed: 'Dieser Vorgang ist abgeschlossen. Wenn Ihnen noch etwas einfällt, schreiben Sie es trotzdem.',
    doNow: 'Das hilft jetzt',
    pleaseDoNot: 'Bitte nicht',
    optional: 'Freiwillig',
    addLater: 'Etwas ergänzen? Schreiben Sie es einfach hier.',
  },
  advice: {
    'wrong-recipient': {
      doNow: [
        'Bitten Sie den Empfänger, nichts zu lesen, nichts weiterzuleiten und alles zu löschen.',
        'Bitten Sie ihn, die Löschung kurz schriftlich zu bestätigen.',
        'Bewahren Sie Ihre gesendete Nachricht auf.',
      ],
      pleaseDoNot: ['Leiten Sie die Nachricht nicht weiter, auch nicht zum Zeigen.'],
    },
    'lost-or-stolen': {
      doNow: [
        'Rufen Sie die IT an: Sie soll das Gerät sperren und Kennwörter zurücksetzen.',
        'Bei Diebstahl: Erstatten Sie Anzeige, und heben Sie das Aktenzeichen auf.',
        'Überlegen Sie, wo Sie zuletzt waren, und fragen Sie dort nach.',
      ],
      pleaseDoNot: ['Warten Sie mit dem Sperren nicht darauf, dass sich das Gerät wiederfindet.'],
    },
    attack: {
      doNow: [
        'Trennen Sie das Gerät vom Netz: Kabel ziehen, WLAN aus.',
        'Rufen Sie die IT an, mit einem anderen Gerät.',
        'Notieren Sie, was auf dem Bildschirm steht und seit wann.',
      ],
      pleaseDoNot: [
        'Schalten Sie das Gerät nicht aus; Spuren gingen sonst verloren.',
        'Klicken Sie nichts mehr an, und zahlen Sie nichts.',
      ],
    },
    'seen-by-others': {
      doNow: [
        'Schließen Sie den Zugang: Freigabe beenden oder Link abschalten. Wenn Sie das nicht können, rufen Sie die IT an.',
        'Notieren Sie, seit wann und für wen die Daten sichtbar waren.',
      ],
      pleaseDoNot: ['Verschicken Sie den Link nicht weiter, auch nicht zum Zeigen.'],
    },
    'not-available': {
      doNow: [
        'Rufen Sie die IT an, und sagen Sie, was seit wann fehlt oder falsch ist.',
        'Notieren Sie, was dadurch gerade nicht geht.',
      ],
      pleaseDoNot: ['Versuchen Sie nicht selbst, Daten wiederherzustellen.'],
    },
    other: {
      doNow: ['Notieren Sie, was Sie wissen: wann, wo, welche Daten.'],
      pleaseDoNot: [],
    },
  },
  adviceBeforeHints: {
    doNow: ['Notieren Sie, was Sie wissen: wann, wo, welche Daten.', 'Bleiben Sie nach Möglichkeit erreichbar.'],
    pleaseDoNot: [],
  },
  adviceContained: {
    yes: () => 'Gut, dass es gestoppt ist. Lassen Sie alles so, wie es jetzt ist.',
    no: (contact) => `Es läuft noch: ${reaching(contact, 'bitte gleich')}`,
    unknown: (contact) => `Wenn Sie glauben, dass es noch läuft: ${reaching(contact, 'bitte')}`,
  },
  adviceAlways: {
    doNow: [],
    pleaseDoNot: [
      'Löschen Sie bei sich nichts: keine Nachrichten, keine Dateien, keine Protokolle.',
      'Schreiben Sie keine Namen betroffener Personen in diesen Chat.',
    ],
  },
  ownReports: {
    title: 'Ihre Meldungen',
    none: 'Sie haben noch nichts gemeldet.',
    entry: (reported, closed) => `gemeldet ${reported}, ${closed ? 'abgeschlossen' : 'in Bearbeitung'}`,
  },
  whichCase: {
    title: 'Wozu gehört das?',
    intro: 'Ihre Nachricht ist noch nicht festgehalten. Wählen Sie bitte, wohin sie gehört.',
    text: { label: 'Ihre Nachricht' },
  },
  personQuestion: {
    title: (number) => `Eine Frage an Sie zu ${number}`,
    reminderTitle: (number) => `Noch offen: eine Frage an Sie zu ${number}`,
    intro: (asked) => `Die Datenschutzstelle fragt (${asked}):`,
    factsOnly: 'Bitte nur Tatsachen und keine Namen Betroffener. Wenn Sie es nicht wissen, schreiben Sie das; auch das hilft.',
    answered: 'Beantwortet. Danke.',
    text: { label: 'Ihre Antwort' },
  },
  absence: {
    titles: {
      set: (until) => `Festgehalten: Sie sind weg bis ${until}`,
      unchanged: (until) => `Schon festgehalten: Sie sind weg bis ${until}`,
      ended: () => 'Willkommen zurück',
      notAway: () => 'Sie sind nicht abwesend gemeldet',
    },
    ended: 'Ab jetzt erinnere ich wieder Sie. Was inzwischen fällig war, kommt gleich in einer Nachricht je Vorgang.',
    notAway: 'Es hat sich nichts geändert: Erinnerungen kommen zu Ihnen.',
    standIn: (names, role) =>
      ({
        dpo: `Bis dahin gehen Ihre Erinnerungen an ${joined(names)}.`,
        deputy: `Bis dahin ist da: ${joined(names)}. Sie werden so lange nicht als Vertretung angesprochen.`,
        decider: `Bis dahin bitte ich ${joined(names)} um Bestätigungen.`,
        management: `Bis dahin informiere ich ${joined(names)}.`,
      })[role],
    nobody: (role) =>
      ({
        dpo: 'Niemand vertritt Sie durchgehend. Ihre Erinnerungen kommen deshalb trotzdem zu Ihnen, sobald niemand da ist, und die Leitung erfährt davon. Still wird es nicht.',
        deputy:
          'Außer Ihnen ist nicht durchgehend jemand da. Erinnerungen kommen deshalb trotzdem zu Ihnen, sobald niemand da ist, und die Leitung erfährt davon.',
        decider: 'Niemand kann Sie durchgehend vertreten. Um Bestätigungen bitte ich deshalb weiter Sie.',
        management: 'Niemand aus der Leitung ist durchgehend da. Eilige Nachrichten kommen deshalb weiter zu Ihnen.',
      })[role],
    afterwards: 'Nach Ihrer Rückkehr erfahren Sie in einer Nachricht je Vorgang, was offen ist.',
    deadline: (number, dueBy) => `In diese Zeit fällt eine Frist: ${number}, spätestens ${dueBy}.`,
    deadlineAlone: (number, dueBy) =>
      `In dieser Zeit läuft die Frist von ${number} ab (${dueBy}), und niemand steht für Sie ein. Bitte klären Sie vorher, wer das übernimmt.`,
  },
  outcomes: {
    'being-handled': {
      title: 'Ihre Meldung wird bearbeitet',
      text: 'Danke für Ihren Hinweis. Wir kümmern uns darum. Sie müssen im Moment nichts tun.',
    },
    handled: {
      title: 'Ihre Meldung ist bearbeitet',
      text: 'Danke für Ihren Hinweis. Alles Nötige ist getan. Einzelheiten können wir hier nicht nennen.',
    },
    'no-breach': {
      title: 'Ihre Meldung ist geprüft',
      text: 'Es war keine Verletzung des Datenschutzes. Ihre Meldung war trotzdem richtig: Lieber einmal zu viel als zu spät.',
    },
  },

  details: {
    report: 'Meldung',
    by: (name, source) => `${name} (${source})`,
    toldAt: (at, informant) => (informant === '' ? `Mitgeteilt ${at}` : `Mitgeteilt ${at} von ${informant}`),
    additions: 'Ergänzungen',
    dataSets: 'Datenbestände',
    answers: 'Angaben',
    times: 'Zeitpunkte',
    decisions: 'Entscheidungen',
    notices: 'Was abgegeben wurde',
    record: 'Dokumentation (Art. 33 Abs. 5 DSGVO)',
    measures: 'Maßnahmen',
    questions: 'Fragen an Personen',
    reasons: 'Gründe',
    source: 'Quelle',
    decidedBy: 'Entschieden von',
    dpoAdvice: 'Rat der oder des Datenschutzbeauftragten',
    awaitsConfirmation: 'Zählt noch nicht: Bestätigung fehlt',
    to: 'An',
    means: 'Weg',
    reference: 'Aktenzeichen',
    missing: 'Fehlte noch',
    reasonsForDelay: 'Gründe der Verzögerung',
    late: 'nach Ablauf der Frist',
    facts: 'Tatsachen',
    effects: 'Auswirkungen',
    remedialAction: 'Abhilfe',
    owner: 'Zuständig',
    dueBy: 'Bis',
    finished: (at) => `✓ abgeschlossen ${at}`,
    note: 'Vermerk',
    unanswered: 'Noch keine Antwort',
    recordedAt: 'Festgehalten',
    sentAt: 'Abgegeben',
    askedOf: (name, asked) => `Frage an ${name}, ${asked}`,
    answeredBy: (name) => `Antwort von ${name}`,
  },
  shortened: '… gekürzt',
  moreEntries: (count) => counted(count, 'weiterer Eintrag, hier gekürzt', 'weitere Einträge, hier gekürzt'),
  caseList: {
    title: (count) => (count === 0 ? 'Offene Vorgänge' : `Offene Vorgänge (${count})`),
    none: 'Kein Vorgang ist offen.',
  },
  question: {
    title: (number) => `${number}: Frage`,
    correcting: (number) => `${number}: Angabe berichtigen`,
    about: (dataSet) => `Datenbestand: ${dataSet}`,
    before: (answer) => `Bisherige Antwort: ${answer}`,
    open: (count) =>
      count <= 1
        ? 'Das ist die letzte Frage, die noch etwas ändern kann.'
        : `Noch höchstens ${count} Fragen, diese eingeschlossen.`,
    answer: { label: 'Neue Antwort' },
    reasons: { label: 'Warum wird berichtigt?', hint: 'Die bisherige Antwort bleibt mit diesem Grund vermerkt.' },
  },
  factList: {
    title: (number) => `${number}: Angaben`,
    intro: 'Welche Angabe stimmt nicht mehr?',
    none: 'Es gibt noch keine Angaben.',
    unasked: 'Danach wird nicht gefragt. Halten Sie es fest, sobald eine Behörde sich so meldet.',
    notRecorded: 'noch nicht festgehalten',
    record: 'Festhalten',
  },
  awarenessProposal: {
    proposed: (moment) => `Vorschlag: ${moment}.`,
    basis: (time, source) => `Grundlage: „${time}“${source === '' ? '' : `, Quelle: ${source}`}.`,
    yours: 'Das ist der früheste Zeitpunkt, der sich vertreten lässt. Sie können ihn ändern; ein späterer braucht gute Gründe.',
  },
  dataSetList: {
    title: (number) => `${number}: Datenbestände`,
    intro: 'Wer bei diesen Daten welche Rolle hat, entscheidet, wer wem was melden muss.',
    part: 'Unsere Rolle',
    controller: 'Verantwortlicher',
    jointWith: 'Gemeinsam mit',
    notifier: 'Es meldet nach der Vereinbarung',
    worksFor: 'Im Auftrag von',
    residence: 'Betroffene leben in',
    law: 'Besonderes Recht',
    add: 'Datenbestand anlegen',
    change: 'Ändern',
  },
  assessment: {
    title: (number) => `${number}: Einschätzung`,
    intro: 'So ordnen die Regeln die bisherigen Angaben ein. Entscheiden müssen Menschen.',
    reasons: 'Gründe',
    marks: '✓ trifft zu, ✗ trifft nicht zu, ? noch offen.',
    contradiction: (says, dataSet) =>
      `Widerspruch${dataSet === undefined ? '' : ` (${dataSet})`}: ${says} Bitte berichtigen Sie, was nicht stimmt.`,
    roleOpen:
      'Noch offen ist unsere Rolle. Halten Sie über „Rolle klären“ fest, ob wir verantwortlich sind oder im Auftrag arbeiten. Bis dahin gelten vorsorglich die Pflichten beider Rollen.',
    contradictingRules: (first, second) => `Widerspruch zwischen den Regeln „${first}“ und „${second}“.`,
    publicly: 'Durch öffentliche Bekanntmachung (Art. 34 Abs. 3 Buchst. c DSGVO).',
    hints: 'Gut zu wissen',
    hourReading: (end) =>
      `Nach VO 1182/71 (angefangene Stunde zählt nicht): bis ${end}. Nur zur Kenntnis; erinnert wird nach der früheren Frist.`,
  },
  forms: formsDe,
  fields: fieldsDe,
  beside: {
    progressReport:
      'Steht hier etwas, gilt eine Abschlussmeldung (etwa nach NIS-2) als Fortschrittsmeldung; die Abschlussmeldung bleibt offen, mit neuer Frist.',
  },
  askForReference: 'Aktenzeichen der Behörde erfragen und nachtragen',
  factsOnly: 'Bitte nur Tatsachen, keine Schuldzuweisung, keine Namen Betroffener.',
  ticked: 'Ja, so ist es',
  choose: 'Bitte wählen',
  lookAgain: (count) => (count === 1 ? 'Eine Angabe bitte noch einmal ansehen.' : `${count} Angaben bitte noch einmal ansehen.`),
  faults: {
    missing: () => 'Hier fehlt noch etwas.',
    nameTaken: () =>
      'So heißt schon ein anderer Datenbestand. Geben Sie diesem einen eigenen Namen, oder wählen Sie oben den vorhandenen aus, um ihn zu ändern.',
    notJoint: () =>
      'Melden kann nur, wer hier verantwortlich ist. Wählen Sie einen der gemeinsam Verantwortlichen, oder nehmen Sie ihn oben dazu.',
    worksForController: () =>
      'Das ist ein Verantwortlicher dieser Daten. Wählen Sie den Auftragsverarbeiter, der Sie beauftragt hat; arbeiten Sie direkt für den Verantwortlichen, ist Ihre Rolle „Auftragsverarbeiter“.',
    otherController: () =>
      'Für wen verarbeiten Sie? Wählen Sie den Verantwortlichen. Fehlt er in der Liste, lassen Sie ihn in der Konfiguration ergänzen, oder ändern Sie die Rolle.',
    tooLong: (_, longest) => `Das ist zu lang. Bitte kürzen Sie es auf höchstens ${longest.toLocaleString('de')} Zeichen.`,
    timeUnreadable: () => 'Diesen Zeitpunkt kann ich nicht lesen. Bitte so: 23.11.2026 17:40.',
    timeDoesNotExist: () => 'Diese Uhrzeit gab es nicht: In dieser Nacht wurde die Uhr vorgestellt. Bitte prüfen Sie sie.',
    timeExistsTwice: (candidates) =>
      `Diese Uhrzeit gab es zweimal, weil die Uhr zurückgestellt wurde. Welche ist gemeint? ${candidates.join(' oder ')}. Schreiben Sie sie bitte genau so.`,
    timeInFuture: () => 'Dieser Zeitpunkt liegt in der Zukunft. Bitte prüfen Sie ihn.',
    chooseOne: () => 'Bitte wählen Sie eine der Möglichkeiten.',
    unknownNumber: () => 'Diese Nummer gibt es nicht. Bitte prüfen Sie sie.',
    reasonsForDelay: () =>
      'Die Frist war da schon vorbei. Bitte nennen Sie die Gründe der Verzögerung (Art. 33 Abs. 1 Satz 2 DSGVO).',
    reasonsForLateReport: () => 'Die Frist war da schon vorbei. Bitte nennen Sie die Gründe der Verzögerung.',
    reasonsForLater: () => 'Dieser Zeitpunkt liegt nach dem ersten Hinweis. Bitte begründen Sie, warum.',
    reasonsForRole: () => 'Damit ändert sich, wer verantwortlich ist oder in welcher Rolle. Bitte begründen Sie, warum.',
    confirmAgainstAssessment: () =>
      'Die Einschätzung sagt etwas anderes. Bitte setzen Sie das Häkchen, wenn trotzdem so entschieden ist.',
    beforeKnown: () => 'Dieser Zeitpunkt liegt vor dem ersten Hinweis. Bitte prüfen Sie ihn.',
    beforeTheLaw: () => 'Dieser Zeitpunkt liegt vor dem 25. Mai 2018; vorher galt die DSGVO nicht. Bitte prüfen Sie das Jahr.',
    beforeOccurred: ([occurred]) =>
      `Das liegt vor dem Vorfall${occurred === undefined ? '' : ` (${occurred})`}, und vorher kann niemand davon wissen. Prüfen Sie Tag und Uhrzeit. Begann der Vorfall früher, halten Sie zuerst diesen früheren Zeitpunkt fest.`,
    afterKnown: ([known]) =>
      `Davon wusste jemand schon vorher${known === undefined ? '' : ` (${known})`}. Begann der Vorfall früher, nennen Sie den früheren Zeitpunkt; ist die andere Angabe falsch, berichtigen Sie zuerst diese.`,
    unknownPerson: () => 'Diese Person kenne ich nicht. Bitte wählen Sie jemanden aus der Liste.',
    wholeNumber: () =>
      'Hier passt nur eine ganze Zahl, zum Beispiel 1200. Wissen Sie sie nur ungefähr, sagen Sie das im Feld darüber.',
    numberUncalledFor: () => 'Zu dieser Antwort gehört keine Zahl. Leeren Sie das Feld, oder wählen Sie „genau“ oder „ungefähr“.',
    beforeThat: () => 'Das liegt vor dem, worauf es antwortet. Bitte prüfen Sie Tag und Uhrzeit.',
    proofMissing: () =>
      'Womit können Sie zeigen, dass die Meldung angekommen ist? Ohne Nachweis gilt sie nicht als abgegeben. Haben Sie nichts bekommen, heben Sie eine Kopie mit Uhrzeit auf und wählen „eigene Kopie mit Zeit“.',
    proofWithoutNumber: () => 'Wie lautet das Aktenzeichen? Haben Sie noch keines, wählen Sie unten einen anderen Nachweis.',
    proofWithoutPlace: () => 'Wo liegt der Nachweis, oder was steht darin? Zum Beispiel: Postfach Datenschutz, Code 7F3K.',
    noticeKindUnfit: () =>
      'Das passt nicht zum Verlauf: Die erste Meldung kommt zuerst, und abschließend ist eine nur, wenn nichts mehr fehlt.',
    numberInvalid: () => 'Das ist keine Vorgangsnummer. Bitte so: DP-2026-0001.',
    dayUnreadable: () => 'Diesen Tag kann ich nicht lesen. Bitte so: 23.11.2026.',
    untilUnreadable: () => 'Das kann ich nicht lesen. Bitte so: Montag, morgen 9:00 oder 30.11.2026 08:00.',
    untilPast: () => 'Dieser Zeitpunkt ist schon vorbei. Bitte nennen Sie einen späteren.',
    untilTooFar: () => 'Das ist mehr als ein Jahr. Bitte lassen Sie für so lange Zeit die Konfiguration ändern.',
    confirmBeforeEnd: () =>
      'Die Aufbewahrung läuft noch; so lange kann eine Behörde die Dokumentation verlangen. Bitte setzen Sie das Häkchen, wenn trotzdem gelöscht werden soll.',
  },
  missingInput: 'Hier fehlt noch etwas.',
  unreadable: { duties: 'Offene Pflichten', earliest: 'Spätestens', none: 'Im Register ist keine verzeichnet.' },
  reminders: {
    unreadable: {
      title: (number) => `Vorgang nicht lesbar: ${number}`,
      text: 'Fristwacht kann diesen Vorgang gerade nicht lesen. Bitte rufen Sie die Technik. Die Fristen laufen weiter; melden Sie notfalls direkt bei der Behörde.',
    },
    new: {
      title: (number) => `Neuer Verdacht: ${number}`,
      text: 'Bitte ansehen und die ersten Angaben klären. Die vorsorgliche Frist läuft.',
    },
    step: { title: (number) => `Erinnerung: ${number}`, text: 'Diese Pflichten sind noch offen.' },
    overdue: {
      title: (number) => `Frist überschritten: ${number}`,
      text: 'Die Pflicht besteht weiter. Eine späte Meldung ist besser als keine; die Gründe der Verzögerung gehören hinein.',
    },
    escalation: { title: (number) => `Weitergegeben: ${number}`, text: 'Diese Pflichten sind noch offen.' },
    lastWorkingHour: {
      title: (number) => `Letzte Arbeitsstunde vor der Frist: ${number}`,
      text: 'Danach ist vor der Frist kaum noch jemand da. Diese Pflichten sind noch offen.',
    },
    investigation: {
      title: (number) => `Noch nicht entschieden: ${number}`,
      text: 'Der Verdacht wird seit mehr als einem Tag untersucht. Bitte halten Sie fest, ab wann Kenntnis bestand, oder dass keine Verletzung vorliegt. Bis dahin läuft die vorsorgliche Frist.',
    },
    decisionMissing: {
      title: (number) => `Entscheidung fehlt: ${number}`,
      text: 'Nach Einschätzung ist hier nichts geschuldet. Das muss noch jemand entscheiden und begründen.',
    },
    noticeTask: { title: (number) => `Zur Meldung noch offen: ${number}`, text: 'Zu einer Meldung ist noch etwas zu erledigen.' },
    measure: { title: (number) => `Maßnahme fällig: ${number}`, text: 'Eine geplante Maßnahme ist noch offen.' },
    news: {
      title: (number) => `Neues: ${number}`,
      text: 'Jemand hat etwas ergänzt oder auf eine Frage geantwortet. Bitte ansehen.',
    },
    readyToClose: {
      title: (number) => `Bereit zum Abschluss: ${number}`,
      text: 'Keine Pflicht und keine Maßnahme ist mehr offen.',
    },
    retention: {
      title: (number) => `Aufbewahrung endet: ${number}`,
      text: 'Bitte entscheiden Sie: Inhalt löschen, oder mit Gründen länger aufbewahren. Von selbst wird nichts gelöscht.',
    },
    channelGone: {
      title: (number) => `Kanal nicht erreichbar: ${number}`,
      text: 'In den Kanal kann ich nicht mehr schreiben: Er ist archiviert oder gelöscht, oder ich wurde dort entfernt. Was dorthin gehört, schreibe ich Ihnen.',
    },
  },
  escalation: {
    titles: {
      deputy: (title) => `Vertretung informiert: ${title}`,
      management: (title) => `Leitung informiert: ${title}`,
      nobody: (title) => `Niemand steht dahinter: ${title}`,
    },
    because: {
      timeLeft: 'Bis zur Frist bleibt nicht mehr viel Zeit.',
      deadline: 'Die Frist ist abgelaufen. Die Pflicht besteht weiter.',
      noMovement: 'Seit einer Weile wurde an diesem Vorgang nichts festgehalten.',
      nobodyThere: 'Zurzeit ist niemand aus der Datenschutzstelle da.',
    },
    told: {
      deputy: 'Deshalb wird jetzt auch die Vertretung erinnert.',
      management: 'Deshalb erfährt die Leitung Nummer, Pflicht und Zeit, sonst nichts.',
      nobody:
        'Jetzt sollte es noch jemand erfahren, doch dafür ist niemand erreichbar. Außer Ihnen weiß es also keiner: Holen Sie bitte jemanden dazu.',
    },
    management: {
      titles: {
        timeLeft: (number) => `Frist läuft bald ab: ${number}`,
        deadline: (number) => `Frist abgelaufen: ${number}`,
        noMovement: (number) => `Noch offen: ${number}`,
        nobodyThere: (number) => `Zurzeit unbesetzt: ${number}`,
      },
      please:
        'Bitte sorgen Sie dafür, dass jemand die Zeit und die Mittel hat, sich jetzt darum zu kümmern. Einzelheiten kennt die Datenschutzstelle.',
    },
  },
  stillMissing: 'Es fehlt noch',
  moreQuestions: (count) => counted(count, 'weitere Frage', 'weitere Fragen'),
  missingThings: {
    role: 'Unsere Rolle bei einem Datenbestand',
    awareness: 'Der Zeitpunkt der Kenntnis',
    confirmation: 'Die Bestätigung einer Entscheidung',
    answer: 'Die Antwort einer gefragten Person',
    neighbour: 'Ob eine weitere Meldepflicht gilt',
  },
  noticeTasksHeading: 'Zur Meldung zu erledigen',
  noticeTasks: {
    controller: (count, due) =>
      count === 1
        ? `Den Kontakt eines Verantwortlichen klären: bis ${due}`
        : `Kontakte von ${count} Verantwortlichen klären: der nächste bis ${due}`,
    question: (count, due) =>
      count === 1
        ? `Eine Frage der Behörde beantworten: bis ${due}`
        : `${count} Fragen der Behörde beantworten: die nächste bis ${due}`,
    field: (count, due) => (count === 1 ? `Eine Angabe klären: bis ${due}` : `${count} Angaben klären: die nächste bis ${due}`),
    reference: (count, due) =>
      count === 1
        ? `Das Aktenzeichen der Behörde erfragen: bis ${due}`
        : `${count} Aktenzeichen erfragen: das nächste bis ${due}`,
  },
  channelsGone: (platforms) =>
    `In ${platforms.join(' und ')} ist der Kanal nicht erreichbar. Deshalb schreibe ich Ihnen persönlich. Sobald er wieder da ist, schreibe ich dort weiter.`,
  overtaken: (count) =>
    count === 1
      ? 'Eine frühere Erinnerung konnte nicht zugestellt werden. Diese tritt an ihre Stelle.'
      : `${count} frühere Erinnerungen konnten nicht zugestellt werden. Diese tritt an ihre Stelle.`,
  lastWorkingHour: (before, dueBy, again) =>
    `Die Frist endet am ${dueBy}. Dies ist die letzte Arbeitsstunde vor ${FREE_TIME[before]}. Die nächste Arbeitszeit beginnt am ${again}.`,
  confirmation: {
    title: (number) => `Ihre Bestätigung fehlt: ${number}`,
    intro: (decision, recorded) => `Festgehalten am ${recorded}: ${decision}.`,
    notYet: 'Die Entscheidung zählt erst mit Ihrer Bestätigung. Bis dahin laufen die Fristen weiter.',
    concerns: 'Betrifft',
    gap: (hours, earliestNamed, awareness) =>
      `Zwischen dem frühesten genannten Zeitpunkt (${earliestNamed}) und der Kenntnis (${awareness}) liegen ${hours} Stunden. Eine Behörde wird danach fragen. Prüfen Sie, ob die Gründe das erklären.`,
    against: 'Diese Entscheidung weicht von der Einschätzung ab. Prüfen Sie, ob die Gründe das tragen.',
    notAgainst: 'Die Einschätzung sagt dasselbe.',
  },
  erasable: (kind, at, excerpt) => `${ERASABLE[kind] ?? 'Text'} (${at}): „${excerpt}“`,
  retention: {
    until: (moment) => `Dieser Vorgang wird aufbewahrt bis ${moment}.`,
    configured: (reasons) => `Grund für diese Dauer: ${reasons}`,
    outcomes: {
      notified: 'gemeldet oder benachrichtigt',
      'not-notified': 'nicht gemeldet, mit Gründen',
      'no-breach': 'keine Verletzung',
    },
    recorded: (outcome, years, until, reasons) =>
      `Aufbewahrung (${outcome}): bis zum Ende des ${years}. Jahres nach dem Abschluss, mit Verlängerungen bis ${until}.${reasons === '' ? '' : ` Grund: ${reasons}`}`,
  },
  exporting: {
    title: (scope) => `Export: ${scope}`,
    span: (from, until) =>
      from === undefined && until === undefined
        ? 'alle Vorgänge, die Sie sehen dürfen'
        : `Vorgänge, gemeldet ${from === undefined ? '' : `ab ${germanDay(from)}`}${from === undefined || until === undefined ? '' : ' '}${until === undefined ? '' : `bis ${germanDay(until)}`}`,
    howTo: (until) =>
      `Öffnen Sie den Link im Browser, und geben Sie dort den Code ein. Beides gilt einmal, und nur bis ${until}.`,
    notice: (number) => `${number}: Entwurf der Meldung`,
    linkToNotice: 'Entwurf abholen',
    noticeHolds:
      'Sie bekommen eine ZIP-Datei, auf Deutsch und Englisch: DOCX, PDF, Text, JSON und die Angaben in der Reihenfolge des Behördenformulars. Gemeldet ist damit noch nichts.',
    link: 'Export abholen',
    code: 'Code',
    holds: 'Sie bekommen eine ZIP-Datei: die Tabelle zum Lesen, die Zeilen zum Prüfen und das Prüfprogramm.',
    keepSafe:
      'Darin steht alles im Klartext. Geben Sie Link und Code nicht weiter, und bewahren Sie die Datei so sorgfältig auf wie das Register.',
    again: 'Neuen Link erstellen',
    posted: 'Die Datei liegt jetzt im Kanal der Datenschutzstelle.',
    postedKeepSafe: 'Darin steht alles im Klartext. Entfernen Sie die Datei dort, sobald niemand sie mehr braucht.',
  },
  search: {
    title: 'Suche im Register',
    found: (count, more) =>
      count === 0
        ? more
          ? 'Bis hierher nichts gefunden; es gibt noch ältere Vorgänge.'
          : 'Nichts gefunden.'
        : `${counted(count, 'Vorgang', 'Vorgänge')} auf dieser Seite${more ? '; es gibt vielleicht noch ältere' : ''}.`,
    more: 'Weiter suchen',
    again: 'Neu suchen',
  },
  ...organisationDe,
  ...preparationDe,
  dutyList: { title: 'Offene Pflichten', none: 'Keine Pflicht ist offen.' },
  looks: {
    title: (number) => `${number}: Wer hineingesehen hat`,
    intro: 'Jeder Blick in einen Vorgang wird festgehalten, auch der abgewiesene.',
    registerTitle: 'Einsichten ins Register',
    registerIntro: 'Listen, Suchen und abgewiesene Versuche, die zu keinem einzelnen Vorgang gehören.',
    page: (page, pages) => `Seite ${page} von ${pages}, Neuestes zuerst.`,
    older: 'Ältere ansehen',
    none: 'Noch niemand.',
    entry: (name, what, at, allowed) => `${name}: ${what}, ${at}${allowed ? '' : ' – abgewiesen'}`,
    what: {
      home: 'Startseite',
      report: 'Meldung',
      seeOwnReports: 'eigene Meldungen angesehen',
      addToReport: 'Ergänzung',
      giveHint: 'Hinweis gegeben',
      answerQuestion: 'Frage beantwortet',
      listCases: 'Liste der Vorgänge angesehen',
      openCase: 'Vorgang geöffnet',
      triage: 'Angaben geklärt',
      assessment: 'Einschätzung angesehen',
      factList: 'Angaben angesehen',
      answerFact: 'Angabe festgehalten',
      correctFact: 'Angabe berichtigt',
      recordTime: 'Zeitpunkt festgehalten',
      dataSets: 'Datenbestände angesehen',
      prepareNotice: 'Meldung vorbereitet',
      answerNotice: 'Angabe für die Meldung eingetragen',
      listControllers: 'Verantwortliche aus einer Liste angesehen oder eingelesen',
      recordDataSet: 'Datenbestand festgehalten',
      acknowledge: 'Bearbeitung übernommen',
      setAbsence: 'Abwesenheit',
      recordDecision: 'Entscheidung festgehalten',
      withdrawDecision: 'Entscheidung zurückgenommen',
      seeDecision: 'Entscheidung angesehen',
      confirmDecision: 'Entscheidung bestätigt',
      answerSecondOpinion: 'Zweitmeinung festgehalten',
      answerNeighbour: 'weitere Meldepflicht geklärt',
      recordNotice: 'Abgabe festgehalten',
      completeRecord: 'Dokumentation abgeschlossen',
      planMeasure: 'Maßnahme geplant',
      finishMeasure: 'Maßnahme abgeschlossen',
      askPerson: 'Frage gestellt',
      reportForAnother: 'für jemanden gemeldet',
      tellReporter: 'Rückmeldung gegeben',
      excludePerson: 'Ausschluss geändert',
      joinCases: 'Vorgänge verbunden',
      closeCase: 'Vorgang abgeschlossen',
      reopenCase: 'Vorgang wieder geöffnet',
      looks: 'Einsichten angesehen',
      seeDuties: 'offene Pflichten angesehen',
      extendRetention: 'Aufbewahrung verlängert',
      eraseText: 'Text gelöscht',
      eraseCase: 'Inhalt gelöscht',
      searchCases: 'im Register gesucht',
      registerLooks: 'Einsichten ins Register angesehen',
      seeStatus: 'Stand der Dinge angesehen',
      seeDigest: 'Tagesübersicht angesehen',
      export: 'Export angefordert',
      exportTaken: 'Export abgeholt',
    },
    other: 'Zugriff',
  },
  refusals: refusalsDe,
  pleaseNote: (what) => `Bitte beachten: ${what}`,
  inTheWay: 'Noch offen',
  given: 'Das haben Sie geschrieben. Bitte kopieren Sie es, und senden Sie es gleich noch einmal:',
  contactLine: ({ name, email, phone }) => [name, phone, email].filter((part) => part !== '').join(' · '),
};

const germanDay = (day: string): string => day.split('-').toReversed().join('.');

function hintAnswerLabel(hint: string | undefined, answer: string | undefined): string {
  const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = hintAnswers;
  return answers[hint ?? '']?.[answer ?? ''] ?? 'Hinweis geben';
}

function formWords(form: string | undefined): FormWords | undefined {
  const forms: Readonly<Record<string, FormWords>> = formsDe;
  return forms[form ?? ''];
}

function openFormLabel(data: ActionData): string {
  if (data['form'] === 'notice') return NOTICE_BUTTONS[dutyKindOf(data)] ?? 'Meldung festhalten';
  if (data['form'] === 'dataSet' && data['dataSet'] !== undefined) return 'Rolle klären';
  return formWords(data['form'])?.title ?? 'Formular öffnen';
}

function acknowledgeLabel(hours: string | undefined): string {
  if (hours === undefined) return 'Ich kümmere mich';
  return hours === 'tomorrow' ? 'Ich kümmere mich (bis morgen 9 Uhr)' : `Ich kümmere mich (${hours} Std.)`;
}

function tellReporterLabel(outcome: string | undefined): string {
  if (outcome === 'being-handled') return 'Rückmeldung: in Bearbeitung';
  if (outcome === 'handled') return 'Rückmeldung: erledigt';
  if (outcome === 'no-breach') return 'Rückmeldung: keine Verletzung';
  return 'Rückmeldung geben';
}
