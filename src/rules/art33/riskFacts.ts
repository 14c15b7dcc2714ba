// What the risk depends on (Arts. 33(1) and 34(1) GDPR, recitals 75 and 76): what is left of the data, who has them, whom they concern, what follows.
import { edpbCase, edpbPara, gdpr, openQuestion, recital } from '../../law/sources.ts';
import { define } from '../factDefinition.ts';

export const riskFacts = {
  encryption: define('encryption', {
    labels: {
      'state-of-the-art': { de: 'Ja, nach dem Stand der Technik', en: 'Yes, state of the art' },
      pseudonymous: {
        de: 'Nein, aber pseudonym: Daraus ist niemand zu erkennen',
        en: 'No, but under pseudonyms: they identify nobody',
      },
      weak: { de: 'Nur schwach, veraltet oder teilweise', en: 'Only weakly, outdated or in part' },
      none: { de: 'Nein', en: 'No' },
    },
    question: {
      de: 'Waren die Daten für Fremde unlesbar verschlüsselt?',
      en: 'Were the data encrypted so that outsiders cannot read them?',
    },
    help: {
      de: 'Stand der Technik heißt: heute als sicher geltendes Verfahren, zum Beispiel eine vollständig verschlüsselte Festplatte; bei Kennwörtern ein starker Hash mit Salt. Pseudonym heißt: Nur mit einer Zuordnung, die getrennt liegt, ließe sich jemand erkennen. Liegt daneben etwas Lesbares, das Menschen erkennen lässt (etwa Name oder E-Mail-Adresse), wählen Sie „teilweise“. Die Verschlüsselung durch einen Erpresser zählt nicht.',
      en: 'State of the art means: a method regarded as secure today, for example a fully encrypted disk; for passwords a strong salted hash. Under pseudonyms means: only a list kept elsewhere says who is who. If something readable beside it identifies people (such as name or e-mail address), choose “in part”. Encryption by an extortionist does not count.',
    },
    why: {
      de: 'Unlesbare Daten machen ein Risiko unwahrscheinlich und nehmen die Pflicht zur Benachrichtigung; Pseudonyme mindern das Risiko.',
      en: 'Unreadable data make a risk unlikely and take away the duty to inform people; pseudonyms lessen the risk.',
    },
    cites: [gdpr(34, 3, 'a'), recital(75), edpbPara(20), edpbCase(6), edpbCase(10), openQuestion('Q-10')],
  }),
  keySecret: define('keySecret', {
    labels: {
      yes: { de: 'Ja, er ist sicher verwahrt', en: 'Yes, it is safe' },
      no: { de: 'Nein', en: 'No' },
    },
    question: {
      de: 'Ist der Schlüssel (Kennwort, Salt, Zuordnung der Pseudonyme) geheim geblieben?',
      en: 'Did the key (password, salt, list of pseudonyms) stay secret?',
    },
    help: {
      de: 'Ein Schlüssel, der auf demselben Gerät offen lag oder vom Angreifer benutzt werden konnte, ist nicht geheim geblieben. Zum Beispiel: Das Kennwort klebte am Laptop.',
      en: 'A key that lay open on the same device, or that the attacker could use, did not stay secret. For example: the password stuck to the laptop.',
    },
    why: {
      de: 'Verschlüsselung und Pseudonyme schützen nur, solange der Schlüssel nicht in fremde Hände gerät.',
      en: 'Encryption and pseudonyms protect only as long as the key is in nobody else’s hands.',
    },
    cites: [gdpr(34, 3, 'a'), edpbPara(20)],
  }),
  recipient: define('recipient', {
    labels: {
      bound: {
        de: 'Nur eine Stelle, schweigepflichtig, hat den Fehler selbst gemeldet',
        en: 'One single recipient, bound to secrecy, who reported the mistake',
      },
      known: { de: 'Wenige, bekannte Personen, aus Versehen', en: 'A few known people, by mistake' },
      uncontrolled: { de: 'Viele oder unbekannte Personen', en: 'Many or unknown people' },
      disloyal: { de: 'Jemand aus dem eigenen Haus, in eigener Absicht', en: 'An insider acting in the own interest' },
      criminal: { de: 'Diebe, Betrüger oder Angreifer', en: 'Thieves, fraudsters or attackers' },
    },
    question: { de: 'Wer hat die Daten bekommen oder könnte sie haben?', en: 'Who got the data, or may have them?' },
    help: {
      de: 'Denken Sie an die ungünstigste Person, die in Betracht kommt. Wer mit Absicht handelt, gehört zu den letzten beiden Antworten, auch wenn Sie ihn kennen. Die erste Antwort ist eng: Sie passt zum Beispiel auf eine Anwaltskanzlei, die sich gleich meldet; ein Geschäftspartner ohne Verschwiegenheitspflicht gehört nicht dazu.',
      en: 'Think of the worst person who comes into question. Whoever acts on purpose belongs to the last two answers, even if you know them. The first answer is narrow: for example it fits a law firm that calls at once; a business partner without a duty of secrecy is not meant.',
    },
    why: {
      de: 'Wem die Daten in die Hände fallen und in welcher Absicht, bestimmt, wie wahrscheinlich ein Missbrauch ist.',
      en: 'Whose hands the data fall into, and with what intent, decides how likely misuse is.',
    },
    cites: [recital(76), edpbCase(8), edpbCase(9), edpbCase(16)],
  }),
  sensitivity: define('sensitivity', {
    labels: {
      everyday: { de: 'Alltägliches (Kontaktdaten, Bestellung)', en: 'Everyday (contact data, an order)' },
      profile: { de: 'Genaueres (Geburtsdatum, Vertrag, Lebenslauf)', en: 'More revealing (date of birth, contract, CV)' },
      severe: {
        de: 'Heikles (Gesundheit, Bank- oder Ausweisdaten, Kennwörter, Gehalt)',
        en: 'Sensitive (health, bank or identity numbers, passwords, pay)',
      },
    },
    question: { de: 'Wie heikel sind die Daten?', en: 'How sensitive are the data?' },
    help: {
      de: 'Heikel ist, was Identitätsdiebstahl, Geldverlust, Bloßstellung oder Verfolgung ermöglicht, auch Kommunikationsdaten. Entscheidend ist der Zusammenhang: Der Vermerk „laktosefrei“ in einer Essensliste bleibt zum Beispiel alltäglich.',
      en: 'Sensitive is what makes identity theft, loss of money, exposure or stalking possible, communication data included. The context decides: for example, “lactose-free” on a catering list stays everyday.',
    },
    why: {
      de: 'Art und Zusammenhang der Daten bestimmen, wie schwer ein Schaden wäre. Die Einstufung nach Art. 9 allein entscheidet nicht.',
      en: 'Kind and context of the data decide how grave a harm would be. The label of Art. 9 alone does not.',
    },
    cites: [recital(75), recital(76), edpbCase(14), edpbCase(15), openQuestion('Q-05')],
  }),
  outflow: define('outflow', {
    labels: {
      excluded: { de: 'Ja, lückenlos nachgewiesen', en: 'Yes, proven without gaps' },
      'no-sign-logged': {
        de: 'Kein Anzeichen in vollständigen Protokollen, aber kein Nachweis',
        en: 'No sign in complete logs, but no proof',
      },
      'no-sign': { de: 'Kein Anzeichen, aber Lücken in den Protokollen', en: 'No sign, but gaps in the logs' },
      shown: { de: 'Nein, Daten wurden gelesen oder mitgenommen', en: 'No, data were read or taken' },
      misused: { de: 'Nein, Daten wurden schon missbraucht', en: 'No, data have been misused already' },
    },
    question: {
      de: 'Ist nachgewiesen, dass niemand die Daten gelesen, kopiert oder mitgenommen hat?',
      en: 'Is it proven that nobody read, copied or took the data?',
    },
    help: {
      de: 'Ein Nachweis sind zum Beispiel vollständige Protokolle aller abgehenden Daten. Hat niemand sie mit Fachleuten ausgewertet, oder konnte der Angreifer Spuren löschen, ist das kein Nachweis. Fehlen Protokolle, zählt das als Lücke.',
      en: 'Proof is, for example, complete logs of all outgoing data. If nobody had experts look through them, or the attacker could erase traces, that is no proof. Missing logs count as a gap.',
    },
    why: {
      de: 'Kein Anzeichen für einen Abfluss ist kein Beweis, dass es keinen gab.',
      en: 'No sign of outflow is not proof that there was none.',
    },
    cites: [edpbPara(19), edpbCase(2), edpbCase(3), edpbCase(5), openQuestion('Q-04')],
  }),
  persons: define('persons', {
    labels: {
      few: { de: 'Wenige (bis etwa 100)', en: 'Few (up to about 100)' },
      many: { de: 'Viele', en: 'Many' },
      vulnerable: {
        de: 'Auch besonders Schutzbedürftige, gleich wie viele',
        en: 'Also people in need of special protection, however many',
      },
    },
    question: {
      de: 'Wie viele Menschen sind betroffen, und brauchen welche davon besonderen Schutz?',
      en: 'How many people are affected, and do any of them need special protection?',
    },
    help: {
      de: 'Besonderen Schutz brauchen zum Beispiel Kinder, Patienten und Menschen, deren Anschrift geheim bleiben muss. Sonst genügt eine grobe Schätzung. Auch bei einem einzigen Menschen kann das Risiko hoch sein.',
      en: 'Special protection is needed by children, patients and people whose address has to stay secret, for example. Else a rough estimate will do. The risk can be high for one single person.',
    },
    why: {
      de: 'Schutzbedürftige trifft ein Schaden schwerer. Die Zahl der Betroffenen ist ein Umstand des Risikos, aber keine Schwelle.',
      en: 'Harm hits people in need of protection harder. The number of people is one circumstance of the risk, not a threshold.',
    },
    cites: [recital(75), edpbCase(15), edpbCase(17), openQuestion('Q-01'), openQuestion('Q-06')],
  }),
  deletionConfirmed: define('deletionConfirmed', {
    labels: {
      'in-writing': { de: 'Ja, schriftlich', en: 'Yes, in writing' },
      requested: { de: 'Nur darum gebeten', en: 'Only asked for' },
      no: { de: 'Nein', en: 'No' },
    },
    question: {
      de: 'Hat der Empfänger die Löschung oder Rückgabe bestätigt?',
      en: 'Did the recipient confirm deletion or return?',
    },
    help: {
      de: 'Eine E-Mail genügt als schriftliche Bestätigung, zum Beispiel: „Wir haben die Liste gelöscht und nicht weitergegeben.“ Legen Sie sie zum Vorgang.',
      en: 'An e-mail is enough as written confirmation, for example: “We have deleted the list and passed nothing on.” Keep it with the case.',
    },
    why: {
      de: 'Beim vertrauenswürdigen Empfänger gehört die schriftliche Bestätigung zu den Umständen, die ein Risiko unwahrscheinlich machen.',
      en: 'With a trusted recipient the written confirmation is among the circumstances that make a risk unlikely.',
    },
    cites: [edpbCase(9), { source: 'UODO_MBANK' }],
  }),
};
