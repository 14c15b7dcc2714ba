import { MONTHS } from './lettersDe.ts';
import type { LetterWords } from './letterWords.ts';

/** The letter in einfache Sprache: one thought per sentence, everyday words, nothing nested. */
export const lettersSimpleDe: LetterWords = {
  language: 'de',
  title: 'Wichtige Nachricht zu Ihren Daten',
  publicTitle: (sender) => `${sender}: Wichtige Nachricht zu Ihren Daten`,
  salutation: (name) => `Guten Tag ${name},`,
  opening: (sender) => `bei ${sender} ist etwas mit Ihren Daten passiert. Wir sagen Ihnen, was Sie tun können.`,
  publicOpening: (sender) => `Bei ${sender} ist etwas mit Daten von Menschen passiert. Wir sagen Ihnen, was Sie tun können.`,
  publicReach: {
    public: 'Wir können nicht allen einen Brief schreiben. Darum steht es hier.',
    partly: 'Wir schreiben Briefe. Wir haben aber nicht alle Adressen. Darum steht es auch hier.',
  },
  headings: {
    nature: 'Was ist passiert?',
    data: 'Welche Daten sind das?',
    consequences: 'Was kann jetzt passieren?',
    taken: 'Was haben wir getan?',
    planned: 'Was machen wir noch?',
    advice: 'Was können Sie tun?',
    contact: 'Wen können Sie fragen?',
  },
  occurred: (day) => `Das war am ${day}.`,
  noticed: (day) => `Wir haben es am ${day} gemerkt.`,
  incidents: {
    'wrong-recipient': 'Wir haben eine Nachricht an die falschen Leute geschickt. In der Nachricht standen auch Ihre Daten.',
    'lost-or-stolen': 'Etwas mit Ihren Daten ist weg. Wir haben es verloren oder jemand hat es gestohlen.',
    attack: 'Fremde sind in einen Computer von uns gekommen. Auf dem Computer sind auch Ihre Daten.',
    'seen-by-others': 'Andere Leute konnten Ihre Daten sehen. Sie durften das nicht.',
    'not-available': 'Mit Ihren Daten stimmt etwas nicht. Sie waren weg oder sie wurden geändert.',
  },
  facts: {
    outflow: {
      'no-sign-logged': 'Vielleicht hat niemand die Daten genommen. Sicher wissen wir es nicht.',
      'no-sign': 'Vielleicht hat niemand die Daten genommen. Sicher wissen wir es nicht.',
      shown: 'Jemand hat die Daten gelesen oder kopiert.',
      misused: 'Jemand hat mit den Daten schon etwas Schlechtes getan.',
      unknown: 'Hat jemand die Daten gelesen? Das wissen wir noch nicht.',
    },
    deletionConfirmed: {
      'in-writing': 'Die Leute haben uns geschrieben: Wir haben die Daten gelöscht.',
      requested: 'Wir haben die Leute gebeten: Bitte löschen Sie die Daten. Wir warten auf die Antwort.',
    },
    availability: {
      'restored-in-time': 'Die Daten sind wieder da.',
      'restored-late': 'Die Daten sind jetzt wieder da.',
      lost: 'Die Daten sind für immer weg.',
    },
    alteration: { uncorrected: 'Ein Teil der Daten ist noch falsch.', corrected: 'Die Daten stimmen jetzt wieder.' },
  },
  contactPoint: (name) => `Haben Sie Fragen? Hier hilft man Ihnen: ${name}.`,
  telephone: (number) => `Telefon: ${number}`,
  email: (address) => `E-Mail: ${address}`,
  closing: 'Viele Grüße',
  day: (year, month, day) => `${Number(day)}. ${MONTHS[Number(month) - 1] ?? ''} ${year}`,
  dataKinds: {
    contact: {
      name: 'Ihr Name und wo Sie wohnen',
      consequences: ['Fremde können bei Ihnen anrufen. Sie tun dann vielleicht so, als ob sie Sie kennen.'],
      advice: ['Ruft jemand Fremdes an? Dann sagen Sie nichts über sich. Legen Sie auf.'],
    },
    email: {
      name: 'Ihre E-Mail-Adresse',
      consequences: ['Vielleicht bekommen Sie falsche E-Mails.'],
      advice: ['Kennen Sie eine E-Mail nicht? Dann klicken Sie auf nichts. Löschen Sie die E-Mail.'],
    },
    password: {
      name: 'Ihr Passwort',
      consequences: ['Fremde können sich mit Ihrem Passwort anmelden.'],
      advice: [
        'Denken Sie sich ein neues Passwort aus. Machen Sie das heute.',
        'Nehmen Sie für jede Seite ein anderes Passwort.',
      ],
    },
    card: {
      name: 'Ihre Bank-Karte',
      consequences: ['Fremde können mit Ihrer Karte bezahlen.'],
      advice: [
        'Rufen Sie Ihre Bank an. Sagen Sie: Bitte sperren Sie meine Karte.',
        'Sehen Sie auf Ihrem Konto nach. Fehlt Geld? Sagen Sie es der Bank.',
      ],
      adviceInGermany: ['Sie können auch 116 116 anrufen. Das geht am Tag und in der Nacht.'],
    },
    bank: {
      name: 'Ihr Konto bei der Bank',
      consequences: ['Fremde können versuchen, Geld von Ihrem Konto zu nehmen.'],
      advice: [
        'Sehen Sie oft auf Ihrem Konto nach. Fehlt Geld? Gehen Sie zu Ihrer Bank. Die Bank kann das Geld oft zurückholen.',
      ],
    },
    identity: {
      name: 'Ihr Ausweis',
      consequences: ['Fremde können mit Ihrem Namen etwas kaufen.'],
      advice: [
        'Bekommen Sie eine Rechnung? Und Sie haben nichts gekauft? Dann schreiben Sie: Das war ich nicht.',
        'Gehen Sie damit auch zur Polizei.',
      ],
      adviceInGermany: ['Ist Ihr Ausweis weg? Gehen Sie zum Bürger-Amt. Oder rufen Sie an: 116 116.'],
    },
    insurance: {
      name: 'Eine Nummer von Ihnen, zum Beispiel von der Krankenkasse',
      consequences: ['Fremde können am Telefon sagen: Ich bin von der Kasse. Das ist dann gelogen.'],
      advice: ['Ruft jemand an? Legen Sie auf. Rufen Sie dann selbst bei der Kasse an.'],
    },
    health: {
      name: 'Was Sie für eine Krankheit haben',
      consequences: ['Andere können wissen, dass Sie krank sind oder waren.'],
      advice: [
        'Will jemand Geld von Ihnen? Zahlen Sie nichts. Gehen Sie zur Polizei.',
        'Ist jemand darum schlecht zu Ihnen? Sagen Sie es uns.',
      ],
    },
    employment: {
      name: 'Was Sie arbeiten und was Sie verdienen',
      consequences: ['Andere können wissen, wie viel Geld Sie bekommen.'],
      advice: ['Haben Sie darum Ärger bei der Arbeit? Sagen Sie es uns.'],
    },
    messages: {
      name: 'Ihre Nachrichten und Ihre Fotos',
      consequences: ['Andere können Dinge über Sie lesen, die nur Sie angehen.'],
      advice: [
        'Droht Ihnen jemand? Zahlen Sie nichts. Gehen Sie zur Polizei.',
        'Stand ein Passwort in den Nachrichten? Ändern Sie es.',
      ],
    },
    location: {
      name: 'Wo Sie waren',
      consequences: ['Andere können wissen, wo Sie wohnen. Sie wissen auch, wann Sie weg sind.'],
      advice: ['Haben Sie Angst? Rufen Sie die Polizei an.'],
    },
    sensitive: {
      name: 'Sehr Privates, zum Beispiel Ihr Glaube',
      consequences: ['Andere können darum schlecht zu Ihnen sein.'],
      advice: ['Droht Ihnen jemand? Heben Sie das auf. Gehen Sie damit zur Polizei.'],
    },
    children: {
      name: 'Etwas über Ihr Kind',
      consequences: ['Fremde können Ihr Kind ansprechen.'],
      advice: ['Sagen Sie Ihrem Kind: Geh nie mit Fremden mit. Auch wenn sie deinen Namen kennen.'],
    },
  },
};
