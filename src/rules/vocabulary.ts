// The facts the rules may ask for. Each has few answers, written from least to most risk, so that "worse" has one meaning everywhere.
// A fact that is absent was never asked; `unknown` was asked and nobody can say. Two facts are acts of an authority and come unasked.
//
// The order of the list is the order of asking. No question comes before the one it builds on, and what settles most comes early: over
// the 18 published cases this order needs fewer questions in the worst case and on average than asking greedily for whatever leaves
// least open after one answer (worst 9 against 10; `test/rules/edpbCases.test.ts` prints the figures).
//
// Where two neighbouring answers are treated alike by today's rules (`possible` and `happened`, `no-sign` and `shown`, ...), the
// difference is kept for the record, and so that nobody has to overstate what is known. In doubt, the worse case counts.
import {
  bdsg,
  edpbCase,
  edpbPara,
  gdpr,
  gdprDefinition,
  openQuestion,
  recital,
  type Citation,
  type Text,
} from '../law/sources.ts';

export const ANSWERS = {
  personalData: ['no', 'yes'],
  access: ['none', 'possible', 'happened'],
  encryption: ['state-of-the-art', 'pseudonymous', 'weak', 'none'],
  keySecret: ['yes', 'no'],
  recipient: ['bound', 'known', 'uncontrolled', 'disloyal', 'criminal'],
  sensitivity: ['everyday', 'profile', 'severe'],
  outflow: ['excluded', 'no-sign-logged', 'no-sign', 'shown', 'misused'],
  persons: ['few', 'many', 'vulnerable'],
  deletionConfirmed: ['in-writing', 'requested', 'no'],
  availability: ['unaffected', 'restored-in-time', 'restored-late', 'lost'],
  alteration: ['none', 'corrected', 'uncorrected'],
  effectOnPersons: ['none', 'minor', 'serious'],
  exceptionToInforming: ['averted', 'secrecy', 'disproportionate', 'none'],
  highRiskAverted: ['yes', 'no'],
  secrecyWeighing: ['secrecy', 'person'],
  authorityOrder: ['none', 'inform'],
  delayRequested: ['no', 'yes'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FactName = keyof typeof ANSWERS;
export type AnswerOf<F extends FactName> = (typeof ANSWERS)[F][number];
/** One of the fact's answers, or `unknown` where the fact allows it. `parseFactSheet` checks that. */
export type Answer = string;
export type Facts = Readonly<Partial<Record<FactName, Answer>>>;
export const UNKNOWN = 'unknown';

export type FactDefinition = {
  readonly name: FactName;
  /** `incident`: asked once. `dataSet`: asked for every body of data that was hit. */
  readonly scope: 'incident' | 'dataSet';
  /** From least to most risk. */
  readonly answers: readonly { readonly id: string; readonly label: Text }[];
  readonly ordered: boolean;
  readonly mayBeUnknown: boolean;
  /**
   * Not a circumstance of the breach but an act of an authority, which comes to us by itself. Nobody is asked for it; until it is
   * recorded it has not happened (open question Q-11).
   */
  readonly comesUnasked: boolean;
  readonly question: Text;
  readonly help: Text;
  /** Why the answer matters in law, in one sentence. */
  readonly why: Text;
  readonly cites: readonly Citation[];
};

type Definition<F extends FactName> = Omit<
  FactDefinition,
  'name' | 'answers' | 'ordered' | 'scope' | 'mayBeUnknown' | 'comesUnasked'
> & {
  readonly scope?: 'incident';
  readonly mayBeUnknown?: false;
  readonly comesUnasked?: true;
  readonly labels: { readonly [A in AnswerOf<F>]: Text };
};

function define<F extends FactName>(name: F, definition: Definition<F>): FactDefinition {
  const { labels, scope, mayBeUnknown, comesUnasked, ...texts } = definition;
  const answers = ANSWERS[name].map((id) => ({ id, label: labels[id as AnswerOf<F>] }));
  const given = { scope: scope ?? 'dataSet', mayBeUnknown: mayBeUnknown ?? true, comesUnasked: comesUnasked ?? false } as const;
  return { name, answers, ordered: true, ...given, ...texts };
}

export const FACTS: Readonly<Record<FactName, FactDefinition>> = {
  personalData: define('personalData', {
    scope: 'incident',
    labels: {
      no: { de: 'Nein, keine Angaben über Menschen', en: 'No, nothing about people' },
      yes: { de: 'Ja', en: 'Yes' },
    },
    question: { de: 'Geht es um Daten über Menschen?', en: 'Are data about people involved?' },
    help: {
      de: 'Gemeint ist alles, was sich einem Menschen zuordnen lässt, zum Beispiel Name, E-Mail-Adresse, Kundennummer, Foto. Auch verschlüsselte Daten zählen.',
      en: 'Anything that can be linked to a person counts, for example name, e-mail address, customer number, photo. Encrypted data count too.',
    },
    why: {
      de: 'Nur eine Verletzung des Schutzes personenbezogener Daten löst die Pflichten der DSGVO aus.',
      en: 'Only a breach of personal data brings the duties of the GDPR.',
    },
    cites: [gdprDefinition(1), gdprDefinition(12)],
  }),
  access: define('access', {
    labels: {
      none: { de: 'Nein, oder es ist nachgewiesen, dass niemand herankam', en: 'No, or it is proven that nobody could' },
      possible: { de: 'Möglich, aber nicht belegt', en: 'Possible, but not shown' },
      happened: { de: 'Ja', en: 'Yes' },
    },
    question: {
      de: 'Konnte jemand ohne Berechtigung an die Daten gelangen?',
      en: 'Could somebody without the right get at the data?',
    },
    help: {
      de: 'Zum Beispiel: eine E-Mail ging an die falsche Adresse, ein Laptop wurde gestohlen, ein Angreifer war im System. Es kommt nicht darauf an, ob die Daten auch gelesen wurden.',
      en: 'For example: an e-mail went to the wrong address, a laptop was stolen, an attacker was in the system. Whether the data were read does not matter here.',
    },
    why: {
      de: 'Offenlegung und Zugang ohne Befugnis sind eine Verletzung der Vertraulichkeit; im Zweifel ist der schlechtere Fall anzunehmen.',
      en: 'Disclosure and access without authority are a breach of confidentiality; in doubt the worse case is assumed.',
    },
    cites: [gdprDefinition(12), edpbPara(5)],
  }),
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
      de: 'Denken Sie an die ungünstigste Person, die in Betracht kommt. Die erste Antwort ist eng: Sie passt zum Beispiel auf eine Anwaltskanzlei, die sich gleich meldet; ein Geschäftspartner ohne Verschwiegenheitspflicht gehört nicht dazu.',
      en: 'Think of the worst person who comes into question. The first answer is narrow: for example it fits a law firm that calls at once; a business partner without a duty of secrecy is not meant.',
    },
    why: {
      de: 'Wem die Daten in die Hände fallen, bestimmt, wie wahrscheinlich ein Missbrauch ist.',
      en: 'Whose hands the data fall into decides how likely misuse is.',
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
  availability: define('availability', {
    labels: {
      unaffected: { de: 'Nein', en: 'No' },
      'restored-in-time': { de: 'Ja, aber rechtzeitig wieder da', en: 'Yes, but back in time' },
      'restored-late': { de: 'Ja, wieder da, aber spät', en: 'Yes, back, but late' },
      lost: { de: 'Ja, und noch nicht oder nie wieder da', en: 'Yes, and not back yet, or never' },
    },
    question: { de: 'Fehlten die Daten, oder fehlen sie noch?', en: 'Were the data missing, or are they still?' },
    help: {
      de: 'Rechtzeitig heißt: bevor jemand den Ausfall spüren musste, meist innerhalb weniger Stunden. Zum Beispiel: Wenn eine Sicherung oder eine zweite Ausfertigung sofort bereitstand, waren die Daten rechtzeitig wieder da.',
      en: 'In time means: before anybody had to feel it, mostly within hours. For example: if a backup or a second copy was at hand at once, the data were back in time.',
    },
    why: {
      de: 'Auch der Verlust des Zugangs ist eine Verletzung; wie schnell die Daten zurück sind, ist ein Schlüsselumstand.',
      en: 'Losing access is a breach too; how fast the data return is a key variable.',
    },
    cites: [gdprDefinition(12), edpbPara(5), edpbPara(24), openQuestion('Q-08')],
  }),
  alteration: define('alteration', {
    labels: {
      none: { de: 'Nein', en: 'No' },
      corrected: { de: 'Ja, ist berichtigt', en: 'Yes, put right' },
      uncorrected: { de: 'Ja, noch nicht berichtigt', en: 'Yes, not yet put right' },
    },
    question: {
      de: 'Wurden die Daten unbefugt oder versehentlich verändert?',
      en: 'Were the data changed without authority or by accident?',
    },
    help: {
      de: 'Zum Beispiel: eine Bankverbindung wurde ausgetauscht, Datensätze wurden vertauscht, ein Schadprogramm hat Dateien überschrieben.',
      en: 'For example: bank details were swapped, records were mixed up, malware overwrote files.',
    },
    why: {
      de: 'Unbefugte Veränderung ist eine Verletzung der Integrität.',
      en: 'Unauthorised alteration is a breach of integrity.',
    },
    cites: [gdprDefinition(12), edpbPara(5), edpbPara(17)],
  }),
  effectOnPersons: define('effectOnPersons', {
    labels: {
      none: { de: 'Keine', en: 'None' },
      minor: { de: 'Kleine (Verzögerung, Nachfrage)', en: 'Minor (a delay, a query)' },
      serious: { de: 'Ernste (Behandlung, Geld, Versorgung)', en: 'Serious (treatment, money, supply)' },
    },
    question: {
      de: 'Welche Folgen hat es für die Menschen, dass Daten fehlten oder falsch waren?',
      en: 'What did it mean for people that data were missing or wrong?',
    },
    help: {
      de: 'Ernst ist zum Beispiel: eine Operation wird verschoben, ein Gehalt kommt nicht an, eine Zahlung geht an Betrüger. Zählen Sie auch mit, was noch zu erwarten ist.',
      en: 'Serious is, for example: surgery is postponed, pay does not arrive, a payment goes to fraudsters. Count what is still to be expected.',
    },
    why: {
      de: 'Schon der Ausfall allein kann ein hohes Risiko sein, wenn Menschen darunter leiden.',
      en: 'Loss of availability alone can be a high risk when people suffer from it.',
    },
    cites: [recital(75), edpbPara(22), edpbCase(2), edpbCase(3)],
  }),
  exceptionToInforming: define('exceptionToInforming', {
    mayBeUnknown: false,
    labels: {
      averted: { de: 'Ja, das hohe Risiko ist inzwischen beseitigt', en: 'Yes, the high risk has been removed since' },
      secrecy: { de: 'Ja, eine Geheimhaltungspflicht steht entgegen', en: 'Yes, a duty of secrecy stands against it' },
      disproportionate: {
        de: 'Einzeln wäre der Aufwand unverhältnismäßig, also öffentlich',
        en: 'One by one the effort would be disproportionate, so publicly',
      },
      none: { de: 'Nein', en: 'No' },
    },
    question: {
      de: 'Spricht etwas dagegen, jeden Betroffenen einzeln zu benachrichtigen?',
      en: 'Does anything speak against informing every person one by one?',
    },
    help: {
      de: 'Nehmen Sie die oberste Antwort, die zutrifft. Geheimhaltung: nur, wenn ein Gesetz oder die Rechte Dritter sie verlangen, zum Beispiel ein Berufsgeheimnis (§ 29 Abs. 1 BDSG, nur in Deutschland). Unverhältnismäßig: etwa, wenn die Anschriften fehlen; Mühe und Kosten allein genügen selten.',
      en: 'Take the topmost answer that fits. Secrecy: only where a law or the rights of others demand it, such as professional secrecy (§ 29(1) BDSG, in Germany only). Disproportionate: for example where addresses are missing; trouble and cost alone rarely suffice.',
    },
    why: {
      de: 'Nur diese Ausnahmen nehmen die Benachrichtigung bei hohem Risiko. Bei unverhältnismäßigem Aufwand tritt eine öffentliche Bekanntmachung an ihre Stelle.',
      en: 'Only these exceptions take away informing people at high risk. Where the effort is disproportionate, a public communication takes its place.',
    },
    cites: [gdpr(34, 3, 'b'), gdpr(34, 3, 'c'), bdsg(29, 1), openQuestion('Q-11')],
  }),
  highRiskAverted: define('highRiskAverted', {
    mayBeUnknown: false,
    labels: {
      yes: { de: 'Ja, und die neue Bewertung ist dokumentiert', en: 'Yes, and the new assessment is documented' },
      no: { de: 'Nein, oder noch nicht bewertet', en: 'No, or not assessed yet' },
    },
    question: {
      de: 'Haben Sie das verbleibende Risiko neu bewertet, und ist es nicht mehr hoch?',
      en: 'Have you assessed the remaining risk anew, and is it no longer high?',
    },
    help: {
      de: 'Die Maßnahme muss gewirkt haben, bevor die Daten missbraucht werden konnten. Zum Beispiel: Das Konto war gesperrt, ehe sich jemand damit anmelden konnte. Halten Sie fest, was getan wurde, wann es wirkte und welches Risiko bleibt.',
      en: 'The measure must have worked before the data could be misused. For example: the account was locked before anybody could log in. Record what was done, when it took effect and which risk is left.',
    },
    why: {
      de: 'Dann entfällt die Benachrichtigung der Betroffenen, nicht aber die Meldung an die Behörde.',
      en: 'Then people need not be informed; the authority still has to be notified.',
    },
    cites: [gdpr(34, 3, 'b'), gdpr(5, 2), openQuestion('Q-11')],
  }),
  secrecyWeighing: define('secrecyWeighing', {
    mayBeUnknown: false,
    labels: {
      secrecy: { de: 'Ja, und die Abwägung ist festgehalten', en: 'Yes, and the weighing is on record' },
      person: { de: 'Nein, oder noch nicht abgewogen', en: 'No, or not weighed yet' },
    },
    question: {
      de: 'Verlangt ein Gesetz Geheimhaltung, und wiegt sie schwerer als das Interesse der Betroffenen an der Warnung?',
      en: 'Does a law demand secrecy, and does it outweigh the people’s interest in being warned?',
    },
    help: {
      de: 'Droht den Betroffenen ein Schaden, geht ihr Interesse in der Regel vor, zum Beispiel, wenn sie ihr Konto sperren müssen. Geheim bleiben darf nur der Teil, der das Geheimnis verraten würde.',
      en: 'Where harm threatens the people, their interest prevails as a rule, for example where they have to block their account. Only the part that would give the secret away may stay secret.',
    },
    why: {
      de: 'Überwiegt das Interesse der Betroffenen, ist trotz der Geheimhaltungspflicht zu benachrichtigen.',
      en: 'If the people’s interest prevails, they have to be informed in spite of the secrecy.',
    },
    cites: [bdsg(29, 1, 3), bdsg(29, 1, 4), openQuestion('Q-11')],
  }),
  authorityOrder: define('authorityOrder', {
    mayBeUnknown: false,
    comesUnasked: true,
    labels: {
      none: { de: 'Nein', en: 'No' },
      inform: { de: 'Ja, sie verlangt die Benachrichtigung', en: 'Yes, it demands that people be informed' },
    },
    question: {
      de: 'Hat die Aufsichtsbehörde die Benachrichtigung der Betroffenen angeordnet?',
      en: 'Has the authority ordered that the people be informed?',
    },
    help: {
      de: 'Gemeint ist eine Anordnung in diesem Vorgang, zum Beispiel ein Bescheid, der die Benachrichtigung verlangt. Legen Sie das Schreiben zum Vorgang.',
      en: 'An order in this very case is meant, for example a decision that demands informing people. Keep the letter with the case.',
    },
    why: {
      de: 'Ordnet die Behörde die Benachrichtigung an, nimmt keine Ausnahme sie zurück.',
      en: 'Where the authority orders it, no exception takes it back.',
    },
    cites: [gdpr(34, 4), openQuestion('Q-11')],
  }),
  delayRequested: define('delayRequested', {
    scope: 'incident',
    mayBeUnknown: false,
    comesUnasked: true,
    labels: {
      no: { de: 'Nein', en: 'No' },
      yes: { de: 'Ja', en: 'Yes' },
    },
    question: {
      de: 'Hat eine Strafverfolgungsbehörde gebeten, mit der Benachrichtigung zu warten?',
      en: 'Has a law enforcement authority asked to wait with informing people?',
    },
    help: {
      de: 'Zum Beispiel: Die Staatsanwaltschaft will erst durchsuchen. Halten Sie fest, wer wann darum gebeten hat und bis wann.',
      en: 'For example: the prosecutor wants to search first. Record who asked for it, when, and until when.',
    },
    why: {
      de: 'Der Wunsch verschiebt keine Pflicht von selbst. Er kann begründen, warum später benachrichtigt wird.',
      en: 'The wish postpones no duty by itself. It can be the reason why people are informed later.',
    },
    cites: [recital(88), openQuestion('Q-11')],
  }),
};

export const FACT_NAMES = Object.keys(ANSWERS) as readonly FactName[];
export const INCIDENT_FACTS: readonly FactName[] = FACT_NAMES.filter((name) => FACTS[name].scope === 'incident');
export const DATA_SET_FACTS: readonly FactName[] = FACT_NAMES.filter((name) => FACTS[name].scope === 'dataSet');
