import type { LetterWords } from './letterWords.ts';

export const MONTHS = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
  ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
];

/** The letter in plain German. */
export const lettersDe: LetterWords = {
  language: 'de',
  title: 'Information über einen Vorfall mit Ihren Daten',
  publicTitle: (sender) => `${sender}: Information über einen Vorfall mit persönlichen Daten`,
  salutation: (name) => `Guten Tag ${name},`,
  opening: (sender) =>
    `bei ${sender} gab es einen Vorfall, der auch Ihre Daten betrifft. Hier lesen Sie, was das für Sie bedeutet.`,
  publicOpening: (sender) =>
    `Bei ${sender} gab es einen Vorfall mit persönlichen Daten. Hier lesen Sie, was das für Sie bedeuten kann.`,
  publicReach: {
    public: 'Wir können nicht alle einzeln anschreiben. Deshalb informieren wir auf diesem Weg.',
    partly:
      'Wen wir erreichen können, dem schreiben wir einzeln. Nicht von allen haben wir eine gültige Anschrift. Deshalb informieren wir auch auf diesem Weg.',
  },
  headings: {
    nature: 'Was ist passiert?',
    data: 'Um welche Daten geht es?',
    consequences: 'Welche Folgen sind möglich?',
    taken: 'Was haben wir getan?',
    planned: 'Was tun wir noch?',
    advice: 'Was können Sie selbst tun?',
    contact: 'Wer hilft Ihnen weiter?',
  },
  occurred: (day) => `Das geschah am ${day}.`,
  noticed: (day) => `Bemerkt haben wir es am ${day}.`,
  incidents: {
    'wrong-recipient': 'Eine Nachricht mit Ihren Daten ging an Menschen, für die sie nicht bestimmt war.',
    'lost-or-stolen': 'Ein Gerät oder Unterlagen mit Ihren Daten sind verloren gegangen oder wurden gestohlen.',
    attack: 'Unbekannte haben ein Computersystem angegriffen, auf dem auch Ihre Daten liegen.',
    'seen-by-others': 'Menschen, die das nicht durften, konnten Ihre Daten sehen.',
    'not-available': 'Ihre Daten sind verloren gegangen, waren nicht erreichbar oder wurden verändert.',
  },
  facts: {
    outflow: {
      'no-sign-logged': 'Bisher spricht nichts dafür, dass jemand die Daten mitgenommen hat. Ausschließen können wir es nicht.',
      'no-sign': 'Bisher spricht nichts dafür, dass jemand die Daten mitgenommen hat. Ausschließen können wir es nicht.',
      shown: 'Die Daten wurden gelesen oder kopiert.',
      misused: 'Die Daten wurden schon missbraucht.',
      unknown: 'Ob jemand die Daten gelesen oder kopiert hat, wissen wir noch nicht.',
    },
    deletionConfirmed: {
      'in-writing': 'Die Empfänger haben uns schriftlich bestätigt, dass sie die Daten gelöscht haben.',
      requested: 'Wir haben die Empfänger gebeten, die Daten zu löschen. Eine Bestätigung fehlt noch.',
    },
    availability: {
      'restored-in-time': 'Die Daten sind wieder da.',
      'restored-late': 'Die Daten sind inzwischen wieder da.',
      lost: 'Die Daten lassen sich nicht wiederherstellen.',
    },
    alteration: {
      uncorrected: 'Ein Teil der Daten ist falsch und noch nicht berichtigt.',
      corrected: 'Falsche Daten sind berichtigt.',
    },
  },
  contactPoint: (name) => `Fragen beantwortet Ihnen ${name}.`,
  telephone: (number) => `Telefon: ${number}`,
  email: (address) => `E-Mail: ${address}`,
  closing: 'Mit freundlichen Grüßen',
  day: (year, month, day) => `${Number(day)}. ${MONTHS[Number(month) - 1] ?? ''} ${year}`,
  dataKinds: {
    contact: {
      name: 'Name, Anschrift, Telefonnummer, Geburtsdatum',
      consequences: ['Fremde können sich am Telefon oder im Brief als jemand ausgeben, den Sie kennen.'],
      advice: ['Seien Sie vorsichtig bei unerwarteten Anrufen und Briefen. Nennen Sie am Telefon keine weiteren Daten.'],
    },
    email: {
      name: 'E-Mail-Adresse',
      consequences: ['Sie können mehr Werbung und gefälschte E-Mails bekommen.'],
      advice: ['Öffnen Sie keine Anhänge und Links in E-Mails, die Sie nicht erwarten. Sie können gefälscht sein.'],
    },
    password: {
      name: 'Kennwort oder andere Zugangsdaten',
      consequences: ['Fremde können sich mit Ihrem Kennwort anmelden, auch bei anderen Diensten.'],
      advice: [
        'Ändern Sie Ihr Kennwort sofort, auch überall dort, wo Sie das gleiche nutzen.',
        'Nutzen Sie für jeden Dienst ein eigenes Kennwort. Schalten Sie die Anmeldung in zwei Schritten ein, wo es sie gibt.',
      ],
    },
    card: {
      name: 'Daten Ihrer Kreditkarte oder Girokarte',
      consequences: ['Fremde können versuchen, mit Ihrer Karte zu bezahlen.'],
      advice: [
        'Lassen Sie Ihre Karte von Ihrer Bank sperren und ersetzen.',
        'Prüfen Sie Ihre Umsätze. Melden Sie Ihrer Bank sofort, was Sie nicht kennen.',
      ],
      adviceInGermany: ['Die Karte sperren Sie rund um die Uhr unter der Telefonnummer 116 116.'],
    },
    bank: {
      name: 'Bankverbindung',
      consequences: ['Fremde können versuchen, Geld von Ihrem Konto abzubuchen oder in Ihrem Namen zu bestellen.'],
      advice: ['Prüfen Sie Ihre Kontoauszüge. Eine Lastschrift, die Sie nicht erlaubt haben, kann Ihre Bank zurückholen.'],
    },
    identity: {
      name: 'Ausweis, Pass oder Führerschein',
      consequences: ['Fremde können mit Ihren Daten Verträge schließen oder Konten eröffnen.'],
      advice: [
        'Achten Sie auf Rechnungen, Mahnungen und Verträge, die Sie nicht kennen. Widersprechen Sie ihnen gleich, am besten schriftlich.',
        'Zeigen Sie einen Missbrauch bei der Polizei an.',
      ],
      adviceInGermany: [
        'Bei einer Auskunftei, zum Beispiel der SCHUFA, können Sie kostenlos erfragen, was dort über Sie steht.',
        'Ist der Ausweis selbst weg: Melden Sie das Ihrem Bürgeramt. Die Online-Funktion sperren Sie unter 116 116.',
      ],
    },
    insurance: {
      name: 'Versicherungsnummer, Steuernummer oder Kundennummer',
      consequences: ['Wer diese Nummer kennt, wirkt am Telefon glaubwürdig und kann sich als Sie ausgeben.'],
      advice: [
        'Fragen Sie zurück, wenn jemand mit dieser Nummer anruft: Rufen Sie selbst an, unter der Nummer, die Sie schon kennen.',
      ],
    },
    health: {
      name: 'Angaben zu Ihrer Gesundheit',
      consequences: [
        'Andere können erfahren, welche Krankheiten oder Behandlungen Sie haben. Das kann Sie bloßstellen oder Ihnen schaden.',
      ],
      advice: [
        'Antworten Sie nicht, wenn Fremde Sie auf Ihre Gesundheit ansprechen oder Geld fordern. Gehen Sie damit zur Polizei.',
        'Sprechen Sie uns an, wenn Sie dadurch bei der Arbeit, bei einer Versicherung oder im Alltag Nachteile haben.',
      ],
    },
    employment: {
      name: 'Angaben zu Ihrer Arbeit, Ihrem Lohn oder Ihrer Bewerbung',
      consequences: ['Andere können erfahren, was Sie verdienen oder wie Ihre Arbeit bewertet wird.'],
      advice: ['Sprechen Sie uns oder Ihre Vertretung der Beschäftigten an, wenn Sie dadurch Nachteile haben.'],
    },
    messages: {
      name: 'Nachrichten, Fotos oder Dokumente von Ihnen',
      consequences: ['Andere können Privates über Sie erfahren und weitergeben.'],
      advice: [
        'Überlegen Sie, was in den Nachrichten stand: Kennwörter darin ändern Sie, andere Menschen darin warnen Sie.',
        'Lassen Sie sich nicht erpressen. Zahlen Sie nichts und gehen Sie zur Polizei.',
      ],
    },
    location: {
      name: 'Angaben, wo Sie waren',
      consequences: ['Andere können erkennen, wo Sie wohnen und wann Sie nicht zu Hause sind.'],
      advice: [
        'Schalten Sie die Ortung in der App aus, wenn Sie sie nicht brauchen. Rufen Sie die Polizei, wenn Sie sich bedroht fühlen.',
      ],
    },
    sensitive: {
      name: 'Angaben zu Religion, Herkunft, politischer Meinung, Gewerkschaft oder Liebesleben',
      consequences: ['Wer davon erfährt, kann Sie benachteiligen, bloßstellen oder unter Druck setzen.'],
      advice: ['Lassen Sie sich nicht unter Druck setzen. Heben Sie Drohungen auf und gehen Sie damit zur Polizei.'],
    },
    children: {
      name: 'Angaben über Kinder',
      consequences: ['Fremde können ein Kind mit dem ansprechen, was sie über es wissen.'],
      advice: ['Sprechen Sie mit Ihrem Kind darüber, dass Fremde sich als Bekannte ausgeben können.'],
    },
  },
};
