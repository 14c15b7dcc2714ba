// What makes an incident a personal data breach, and of which kind (Art. 4 No. 12 GDPR).
import { edpbPara, gdprDefinition, openQuestion, recital } from '../../law/sources.ts';
import { define } from '../factDefinition.ts';

export const breachFacts = {
  personalData: define('personalData', {
    scope: 'incident',
    labels: {
      no: { de: 'Nein, keine Angaben über Menschen', en: 'No, nothing about people' },
      yes: { de: 'Ja', en: 'Yes' },
    },
    question: { de: 'Geht es um Daten über Menschen?', en: 'Are data about people involved?' },
    help: {
      de: 'Gemeint ist alles, was sich einem Menschen zuordnen lässt, zum Beispiel Name, E-Mail-Adresse, Kundennummer, Foto. Auch verschlüsselte Daten zählen. Reine Firmendaten und Angaben über Verstorbene zählen nicht, die über Ansprechpartner und Angehörige schon.',
      en: 'Anything that can be linked to a person counts, for example name, e-mail address, customer number, photo. Encrypted data count too. Mere company data and data about the dead do not count, those about contact persons and relatives do.',
    },
    why: {
      de: 'Nur eine Verletzung des Schutzes personenbezogener Daten löst die Pflichten der DSGVO aus.',
      en: 'Only a breach of personal data brings the duties of the GDPR.',
    },
    cites: [gdprDefinition(1), gdprDefinition(12), recital(14), recital(27)],
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
    cites: [gdprDefinition(12), edpbPara(5), openQuestion('Q-36')],
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
      de: 'Rechtzeitig heißt: bevor jemand den Ausfall spüren musste, meist innerhalb weniger Stunden. Zum Beispiel: Wenn eine Sicherung oder eine zweite Ausfertigung sofort bereitstand, waren die Daten rechtzeitig wieder da. Eine geplante Wartung zählt nicht.',
      en: 'In time means: before anybody had to feel it, mostly within hours. For example: if a backup or a second copy was at hand at once, the data were back in time. Planned maintenance does not count.',
    },
    why: {
      de: 'Auch der Verlust des Zugangs ist eine Verletzung; wie schnell die Daten zurück sind, ist ein Schlüsselumstand.',
      en: 'Losing access is a breach too; how fast the data return is a key variable.',
    },
    cites: [gdprDefinition(12), edpbPara(5), edpbPara(24), openQuestion('Q-08'), openQuestion('Q-36')],
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
};
