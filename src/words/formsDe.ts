// The forms of the data protection office in German.
import { severityFields } from './secondOpinions.ts';
import type { Words } from './words.ts';

export const fieldsDe: Words['fields'] = {
  ...severityFields('de'),
  controller: { label: 'Verantwortlicher' },
  moment: { label: 'Zeitpunkt' },
  reasons: { label: 'Gründe' },
  decidedBy: { label: 'Wer hat für den Verantwortlichen entschieden?', hint: 'Name oder Funktion.' },
  dpoAdvice: { label: 'Was hat die oder der Datenschutzbeauftragte geraten?', hint: 'Ein Satz genügt.' },
  duty: { label: 'Pflicht' },
  neighbour: { label: 'Welche Vorschrift?' },
  neighbourAnswer: { label: 'Gilt sie für diesen Vorfall?' },
  neighbourVariant: { label: 'Wie schwer ist der Vorfall?', hint: 'Bleibt das Feld leer, gilt die kürzeste Frist.' },
  againstAssessment: { label: 'Die Einschätzung sagt etwas anderes. Es ist trotzdem so entschieden.' },
  ground: { label: 'Welche Ausnahme?' },
  sentAt: { label: 'Wann abgegeben?' },
  to: { label: 'An wen?' },
  means: { label: 'Auf welchem Weg?', hint: 'Zum Beispiel: Online-Formular, E-Mail, Brief.' },
  receivedAt: { label: 'Wann eingegangen?', hint: 'Leer heißt: jetzt.' },
  spokeWith: { label: 'Mit wem gesprochen?', hint: 'Name oder Stelle, und die Rufnummer.' },
  question: { label: 'Welche Rückfrage?' },
  group: { label: 'Welche Personengruppe?' },
  countKind: { label: 'Wie genau ist die Zahl?' },
  count: { label: 'Wie viele Personen?', hint: 'Nur die Zahl. Leer lassen, wenn sie noch nicht oder gar nicht feststeht.' },
  detail: { label: 'Erläuterung', hint: 'Zum Beispiel: nur Kunden der Filiale Bonn.' },
  against: { label: 'Welches Risiko mindert sie?', hint: 'Zum Beispiel: Missbrauch der Zugangsdaten.' },
  effect: { label: 'Was hat sie bewirkt?', hint: 'Leer lassen, wenn es noch nicht feststeht.' },
  noticeKind: {
    label: 'Welche Meldung ist es?',
    hint: 'Bleibt das Feld leer: die nächste; fehlt nichts mehr, die abschließende.',
  },
  reference: {
    label: 'Aktenzeichen',
    hint: 'Haben Sie noch keines, lassen Sie das Feld leer. Bei Meldungen an die Behörde fragen wir danach, bis es da ist.',
  },
  proof: { label: 'Womit ist die Abgabe nachgewiesen?', hint: 'Bei Meldungen an die Behörde nötig. Das Aktenzeichen genügt.' },
  proofText: {
    label: 'Wo liegt der Nachweis?',
    hint: 'Zum Beispiel: PDF in der Akte, E-Mail im Postfach Datenschutz mit Code 7F3K.',
  },
  missing: { label: 'Was fehlt noch?', hint: 'Leer lassen, wenn alles enthalten war. Sonst werden Sie weiter erinnert.' },
  decision: { label: 'Entscheidung' },
  reasonsForDelay: { label: 'Gründe der Verzögerung', hint: 'Warum ging es nicht früher?' },
  facts: { label: 'Tatsachen', hint: 'Was ist wann geschehen, welche Daten, wie viele Personen ungefähr?' },
  effects: { label: 'Auswirkungen', hint: 'Was bedeutet es für die Menschen, auch wenn es noch nicht eingetreten ist?' },
  remedialAction: { label: 'Abhilfe', hint: 'Was wurde getan, was ist geplant?' },
  time: { label: 'Welcher Zeitpunkt?' },
  source: { label: 'Woher wissen Sie das?' },
  dataSet: { label: 'Datenbestand' },
  label: { label: 'Name des Datenbestands', hint: 'Zum Beispiel: Kundendatei, Personalakten.' },
  role: { label: 'Unsere Rolle für diese Daten' },
  jointWith: { label: 'Wer ist mitverantwortlich?', hint: 'Wählen Sie alle. Jeder von ihnen ist für sich verpflichtet.' },
  notifier: {
    label: 'Wer meldet nach Ihrer Vereinbarung?',
    hint: 'Art. 26 DSGVO. Darf leer bleiben; die Pflicht der anderen bleibt bestehen.',
  },
  worksFor: { label: 'Für welchen Auftragsverarbeiter arbeiten Sie?', hint: 'Ihm teilen Sie die Verletzung mit.' },
  residence: {
    label: 'Wo leben die betroffenen Personen?',
    hint: 'Ohne Hauptniederlassung im EWR ist jede Behörde dieser Orte zuständig. Leer heißt: überall möglich.',
  },
  profile: {
    label: 'Gilt für diese Daten ein besonderes Recht?',
    hint: 'Nur ausfüllen, wenn es ein anderes ist als sonst für den Verantwortlichen.',
  },
  text: { label: 'Text' },
  dueBy: { label: 'Bis wann?' },
  owner: { label: 'Wer kümmert sich?' },
  measure: { label: 'Maßnahme' },
  note: { label: 'Vermerk' },
  person: { label: 'Person' },
  noticedAt: { label: 'Wann wurde es bemerkt?', hint: 'Ungefähr genügt. Bleibt das Feld leer, gilt: jetzt.' },
  toldAt: { label: 'Wann hat man es Ihnen mitgeteilt?', hint: 'Bleibt das Feld leer, gilt: jetzt.' },
  informant: { label: 'Von wem?', hint: 'Name oder Funktion. Nur die Datenschutzstelle sieht das.' },
  number: { label: 'Vorgangsnummer', hint: 'Zum Beispiel: DP-2026-0001.' },
  keepUntil: { label: 'Wie lange?' },
  erasable: { label: 'Welcher Text?' },
  beforeEnd: { label: 'Die Aufbewahrung läuft noch. Es soll trotzdem gelöscht werden.' },
  caseStatus: { label: 'Stand' },
  openDuty: { label: 'Offene Pflicht' },
  incident: { label: 'Art des Vorfalls' },
  awayUntil: {
    label: 'Bis wann sind Sie weg?',
    hint: 'Zum Beispiel: Montag, morgen 9:00 oder 30.11.2026 08:00. Ein Tag allein meint 9 Uhr.',
  },
  openedFrom: { label: 'Gemeldet ab', hint: 'Ein Tag, zum Beispiel: 01.11.2026.' },
  openedUntil: { label: 'Gemeldet bis', hint: 'Ein Tag; er zählt mit.' },
  system: {
    label: 'Datenbestand, Verantwortlicher oder Auftragsverarbeiter',
    hint: 'Ein Teil des Namens genügt.',
  },
};

export const formsDe: Words['forms'] = {
  awareness: {
    title: 'Kenntnis festhalten',
    intro:
      'Ab wann war hinreichend sicher, dass eine Verletzung des Schutzes personenbezogener Daten vorliegt? Ab diesem Zeitpunkt läuft die Frist. Die vorsorgliche Frist bleibt vermerkt.',
    submit: 'Kenntnis festhalten',
    fields: {
      moment: { label: 'Zeitpunkt der Kenntnis' },
      reasons: { label: 'Warum dieser Zeitpunkt?', hint: 'Was war vorher offen, und was hat es geklärt?' },
    },
  },
  noBreach: {
    title: 'Keine Verletzung festhalten',
    intro:
      'Damit enden alle Pflichten nach der DSGVO in diesem Vorgang. Weitere Meldepflichten, etwa nach NIS-2, bleiben offen. Die Gründe bleiben im Register.',
    submit: 'Entscheidung festhalten',
    fields: { reasons: { label: 'Warum liegt keine Verletzung vor?' } },
  },
  notNotifying: {
    title: 'Nicht melden: Entscheidung festhalten',
    intro: 'Mit dieser Entscheidung endet die Pflicht. Die Gründe müssen einer Prüfung durch die Behörde standhalten.',
    submit: 'Entscheidung festhalten',
    fields: { reasons: { label: 'Warum wird nicht gemeldet oder benachrichtigt?' } },
  },
  exception: {
    title: 'Ausnahme festhalten',
    intro:
      'Die betroffenen Personen müssen dann nicht benachrichtigt werden. Die Meldung an die Aufsichtsbehörde bleibt davon unberührt.',
    submit: 'Entscheidung festhalten',
    fields: { reasons: { label: 'Warum greift die Ausnahme?', hint: 'Nennen Sie, was sie belegt.' } },
  },
  neighbour: {
    title: 'Weitere Meldepflicht klären',
    intro:
      'Neben der DSGVO können andere Vorschriften oder Verträge eine Meldung verlangen, oft binnen Stunden. Was darin stehen muss, sagt Ihnen die jeweilige Stelle; Fristwacht erinnert nur an die Frist.',
    submit: 'Antwort festhalten',
    fields: {
      moment: {
        label: 'Ab wann läuft die Frist?',
        hint: 'Nötig, wenn sie gilt. Welcher Zeitpunkt zählt, steht bei der Vorschrift.',
      },
      reasons: { label: 'Gründe', hint: 'Nötig, wenn sie nicht gilt, oder wenn der Zeitpunkt später liegt als bisher.' },
      decidedBy: { label: 'Wer hat das entschieden?', hint: 'Nötig, wenn sie nicht gilt. Name oder Funktion.' },
    },
  },
  enisaOpinion: {
    title: 'Zweitmeinung nach ENISA 2013',
    intro:
      'Gefragt ist nur, was die Angaben des Vorgangs noch nicht sagen; alles darf leer bleiben. Die Zweitmeinung steht neben der Einschätzung und nimmt keine Pflicht weg.',
    submit: 'Zweitmeinung festhalten',
  },
  dskOpinion: {
    title: 'Zweitmeinung nach DSK-Kurzpapier Nr. 18',
    intro:
      'Schätzen Sie Schwere und Wahrscheinlichkeit eines Schadens für die Menschen. Die Zweitmeinung nimmt keine Pflicht weg.',
    submit: 'Zweitmeinung festhalten',
  },
  withdrawDecision: {
    title: 'Entscheidung zurücknehmen',
    intro:
      'Für eine Entscheidung, die festgehalten, aber nicht bestätigt ist. Sie zählt dann nicht; Fristen und Erinnerungen laufen weiter.',
    submit: 'Entscheidung zurücknehmen',
    fields: { reasons: { label: 'Warum wird sie zurückgenommen oder abgelehnt?' } },
  },
  notice: {
    title: 'Meldung festhalten',
    intro:
      'Halten Sie hier fest, welche Meldung, Benachrichtigung oder Mitteilung schon abgegeben ist. Fristwacht verschickt nichts selbst.',
    submit: 'Abgabe festhalten',
  },
  reference: {
    title: 'Aktenzeichen nachtragen',
    intro: 'Unter diesem Zeichen führt die Behörde Ihre Meldung. Danach fragt niemand mehr.',
    submit: 'Aktenzeichen festhalten',
    fields: { reference: { label: 'Aktenzeichen der Behörde' } },
  },
  toldInAdvance: {
    title: 'Vorab angerufen',
    intro: 'Ein Anruf vorab ist noch keine Meldung: Die Pflicht bleibt offen, und die Erinnerungen laufen weiter.',
    submit: 'Anruf festhalten',
    fields: { toldAt: { label: 'Wann?' }, note: { label: 'Was wurde besprochen?', hint: 'Darf leer bleiben.' } },
  },
  authorityQuestion: {
    title: 'Rückfrage der Behörde',
    intro: 'Sie bekommt eine eigene Frist, und Fristwacht erinnert daran, bis die Antwort abgegeben ist.',
    submit: 'Rückfrage festhalten',
    fields: {
      text: { label: 'Was fragt die Behörde?' },
      receivedAt: { label: 'Wann eingegangen?' },
      dueBy: { label: 'Bis wann will sie die Antwort?', hint: 'Hat sie keine Frist gesetzt, nennen Sie Ihr eigenes Ziel.' },
      owner: { label: 'Wer beantwortet sie?' },
    },
  },
  authorityAnswer: {
    title: 'Antwort an die Behörde festhalten',
    intro: 'Fristwacht verschickt nichts selbst. Mit der Antwort endet die Erinnerung an diese Rückfrage.',
    submit: 'Antwort festhalten',
    fields: {
      sentAt: { label: 'Wann beantwortet?' },
      proofText: { label: 'Womit ist die Antwort nachgewiesen?', hint: 'Zum Beispiel: Sendebericht in der Akte.' },
    },
  },
  countGroup: {
    title: 'Zahl der Betroffenen',
    intro: 'Je Personengruppe eine Angabe; sie lässt sich jederzeit ändern. Die Gesamtzahl steht auf der Seite „Personen“.',
    submit: 'Zahl festhalten',
  },
  explainMeasure: {
    title: 'Wogegen eine Maßnahme hilft',
    intro: 'Die Meldung sagt zu jeder Maßnahme, welches Risiko sie mindert und was sie bewirkt hat.',
    submit: 'Angabe festhalten',
    fields: { measure: { label: 'Welche Maßnahme?' } },
  },
  completeRecord: {
    title: 'Dokumentation abschließen',
    intro: 'Diese drei Angaben muss jede Dokumentation enthalten (Art. 33 Abs. 5 DSGVO).',
    submit: 'Dokumentation abschließen',
  },
  time: {
    title: 'Zeitpunkt festhalten',
    intro: 'Ein früherer Zeitpunkt kann die Frist vorverlegen. Nichts Früheres wird gelöscht.',
    submit: 'Zeitpunkt festhalten',
    fields: {
      source: { label: 'Woher wissen Sie das?', hint: 'Zum Beispiel: Protokoll der Firewall, Anruf des Empfängers.' },
      reasons: { label: 'Erläuterung', hint: 'Ein Satz genügt.' },
    },
  },
  dataSet: {
    title: 'Datenbestand anlegen oder ändern',
    intro: 'Nötig, wenn der Vorfall Daten verschiedener Verantwortlicher oder mit verschiedener Rolle trifft.',
    submit: 'Datenbestand festhalten',
  },
  measure: {
    title: 'Maßnahme planen',
    intro: 'Sie werden daran erinnert, bis die Maßnahme abgeschlossen ist.',
    submit: 'Maßnahme planen',
    fields: { text: { label: 'Was ist zu tun?' } },
  },
  finishMeasure: {
    title: 'Maßnahme abschließen',
    intro: 'Was ist daraus geworden?',
    submit: 'Maßnahme abschließen',
    fields: { note: { label: 'Ergebnis' } },
  },
  askPerson: {
    title: 'Jemanden fragen',
    intro: 'Die Person sieht nur diese eine Frage und die Nummer, nicht den Vorgang. Sie wird erinnert, bis sie antwortet.',
    submit: 'Frage stellen',
    fields: { person: { label: 'Wen fragen Sie?' }, text: { label: 'Ihre Frage', hint: 'Bitte ohne Namen Betroffener.' } },
  },
  onBehalf: {
    title: 'Für jemanden melden',
    intro: 'Für Hinweise, die auf anderem Weg kamen. Wichtig ist, wann es bemerkt und wann es Ihnen mitgeteilt wurde.',
    submit: 'Vorgang anlegen',
    fields: { text: { label: 'Was ist passiert?' }, source: { label: 'Wie kam der Hinweis?' } },
  },
  addToReport: {
    title: 'Etwas ergänzen',
    intro: 'Es kommt zum selben Vorgang.',
    submit: 'Ergänzung senden',
    fields: { text: { label: 'Was möchten Sie ergänzen?' } },
  },
  exclude: {
    title: 'Person ausschließen',
    intro: 'Für Fälle, die eine Person selbst betreffen. Sie sieht diesen Vorgang dann nicht mehr.',
    submit: 'Person ausschließen',
    fields: { person: { label: 'Wen schließen Sie aus?' } },
  },
  readmit: {
    title: 'Person wieder zulassen',
    intro: 'Die Person sieht den Vorgang wieder, soweit ihre Rolle es erlaubt.',
    submit: 'Person wieder zulassen',
    fields: { person: { label: 'Wen lassen Sie wieder zu?' } },
  },
  join: {
    title: 'Mit anderem Vorgang verbinden',
    intro: 'Für doppelte Meldungen. Dieser Vorgang geht im anderen weiter. Die früheste Zeit zählt, beide Nummern bleiben.',
    submit: 'Vorgänge verbinden',
    fields: { number: { label: 'Nummer des Vorgangs, in dem es weitergeht', hint: 'Zum Beispiel: DP-2026-0001.' } },
  },
  close: {
    title: 'Vorgang abschließen',
    intro: 'Möglich, wenn keine Pflicht und keine Maßnahme mehr offen ist.',
    submit: 'Vorgang abschließen',
    fields: { note: { label: 'Schlussvermerk', hint: 'Darf leer bleiben.' } },
  },
  reopen: {
    title: 'Vorgang wieder öffnen',
    intro: 'Die Pflichten leben wieder auf, und die Erinnerungen laufen weiter.',
    submit: 'Vorgang wieder öffnen',
    fields: { reasons: { label: 'Warum wird er wieder geöffnet?' } },
  },
  extendRetention: {
    title: 'Länger aufbewahren',
    intro: 'Zum Beispiel, weil eine Behörde noch prüft oder ein Verfahren läuft. Die Gründe bleiben beim Vorgang.',
    submit: 'Aufbewahrung verlängern',
    fields: { reasons: { label: 'Warum länger?' } },
  },
  eraseText: {
    title: 'Einen Text löschen',
    intro:
      'Für Texte, die nicht hier stehen dürfen, etwa der Name einer betroffenen Person. Der Text ist danach endgültig weg. Wurde er beim Verbinden in einen anderen Vorgang übernommen, wird er auch dort gelöscht.',
    submit: 'Text endgültig löschen',
    fields: { reasons: { label: 'Warum wird er gelöscht?', hint: 'Bitte ohne zu wiederholen, was darin stand.' } },
  },
  eraseCase: {
    title: 'Inhalt löschen',
    intro:
      'Alle Texte, Namen und Antworten dieses Vorgangs und der mit ihm verbundenen sind danach endgültig weg. Nummer, Zeiten, Pflichten und Prüfwerte bleiben.',
    submit: 'Inhalt endgültig löschen',
    fields: { reasons: { label: 'Warum wird gelöscht?', hint: 'Zum Beispiel: Die Aufbewahrung ist abgelaufen.' } },
  },
  absence: {
    title: 'Abwesend melden',
    intro:
      'Fristen laufen weiter. Solange Sie weg sind, gehen Ihre Erinnerungen an die Vertretung; danach erfahren Sie alles in einer Nachricht.',
    submit: 'Festhalten',
  },
  export: {
    title: 'Exportieren',
    intro:
      'Einen Vorgang oder alle, die in einem Zeitraum gemeldet wurden. Bleibt alles leer: alle, die Sie sehen dürfen. Der Export wird festgehalten.',
    submit: 'Exportieren',
    fields: { number: { label: 'Vorgangsnummer', hint: 'Leer lassen für einen Zeitraum.' } },
  },
  search: {
    title: 'Im Register suchen',
    intro: 'Füllen Sie aus, was Sie wissen; was leer bleibt, grenzt nicht ein. Die Suche wird festgehalten.',
    submit: 'Suchen',
    fields: {
      number: { label: 'Vorgangsnummer' },
      text: {
        label: 'Wörter im Text',
        hint: 'Alle müssen vorkommen. Gesucht wird in Meldung, Ergänzungen, Gründen und Dokumentation.',
      },
    },
  },
};
