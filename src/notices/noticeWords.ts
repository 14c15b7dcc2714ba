import type { Lang } from '../law/sources.ts';
import type { FieldSource } from './noticeFields.ts';

/** What stands in a notice around its fields. */
export type NoticeWords = {
  readonly title: (kind: string, law: string) => string;
  readonly to: (authority: string) => string;
  readonly refersTo: (reference: string, sent: string) => string;
  readonly withoutReference: string;
  /** The second part only where the law is the GDPR itself. */
  readonly incomplete: string;
  readonly inStages: string;
  readonly incompleteFollows: (when: string) => string;
  readonly withdrawn: string;
  readonly corrected: string;
  readonly late: (hours: number, due: string) => string;
  readonly wasLate: (hours: number, due: string) => string;
  readonly reasonsBelow: Readonly<Record<'gdpr' | 'other', string>>;
  readonly sections: Readonly<Record<NoticeSection, string>>;
  readonly missing: string;
  readonly open: string;
  readonly openBy: (owner: string, due: string) => string;
  readonly proposal: string;
  /** Before the source, where there is room for one line. */
  readonly proposalShort: string;
  readonly untied: (count: number) => string;
  readonly from: Readonly<Record<FieldSource, string>>;
  readonly lacking: string;
  readonly earlierHead: readonly [string, string, string, string];
  readonly privilegeTitle: string;
  readonly privilege: readonly string[];
  readonly draft: (moment: string) => string;
  readonly kinds: { readonly unnamed: string };
};

export const NOTICE_SECTIONS = [
  'notice',
  'sender',
  'time',
  'incident',
  'persons-and-data',
  'before',
  'consequences',
  'measures',
  'persons',
  'borders',
  'annexes',
] as const;
export type NoticeSection = (typeof NOTICE_SECTIONS)[number];

export const noticeWords: Readonly<Record<Lang, NoticeWords>> = {
  de: {
    title: (kind, law) => `Meldung einer Verletzung des Schutzes personenbezogener Daten nach ${law}: ${kind}`,
    to: (authority) => `An: ${authority}`,
    refersTo: (reference, sent) => `Diese Meldung gehört zu unserer Meldung vom ${sent}, Aktenzeichen ${reference}.`,
    withoutReference: '(noch keines erhalten)',
    incomplete: 'Diese Meldung ist noch nicht vollständig. Was fehlt, ist gekennzeichnet; wir reichen es nach.',
    inStages: 'Art. 33 Abs. 4 DSGVO erlaubt, schrittweise zu melden.',
    incompleteFollows: (when) => `Unser Ziel für die nächste Meldung ist ${when}.`,
    withdrawn: 'Wir nehmen unsere Meldung zurück. Die Gründe stehen unten.',
    corrected: 'Wir berichtigen unsere frühere Meldung. Was sich ändert, steht unten; die übrigen Angaben bleiben.',
    late: (hours, due) => `Diese Meldung geht ${hours} Stunden nach Kenntnis ab; die Frist endete am ${due}.`,
    wasLate: (hours, due) => `Unsere erste Meldung ging ${hours} Stunden nach Kenntnis ab; die Frist endete am ${due}.`,
    reasonsBelow: {
      gdpr: 'Die Gründe der Verzögerung stehen unten (Art. 33 Abs. 1 Satz 2 DSGVO).',
      other: 'Die Gründe der Verzögerung stehen unten.',
    },
    sections: {
      notice: 'Die Meldung',
      sender: 'Wer meldet',
      time: 'Zeitlicher Ablauf',
      incident: 'Was geschehen ist',
      'persons-and-data': 'Betroffene Personen und Daten',
      before: 'Maßnahmen vor dem Vorfall',
      consequences: 'Wahrscheinliche Folgen und Risiko',
      measures: 'Maßnahmen',
      persons: 'Benachrichtigung der betroffenen Personen',
      borders: 'Andere Stellen und Staaten',
      annexes: 'Anlagen',
    },
    missing: 'Noch nicht angegeben',
    open: 'Wird noch ermittelt',
    openBy: (owner, due) => `Wird noch ermittelt, zuständig: ${owner}, bis ${due}`,
    proposalShort: 'Vorschlag',
    proposal: 'Vorschlag aus den Angaben, bitte vor dem Absenden prüfen',
    untied: (count) =>
      count === 1
        ? 'Bei einer Maßnahme fehlt noch, welches Risiko sie mindert'
        : `Bei ${count} Maßnahmen fehlt noch, welches Risiko sie mindern`,
    from: {
      fact: 'aus den Antworten im Vorgang',
      report: 'aus der Meldung im Haus',
      measure: 'aus den Maßnahmen',
      event: 'aus dem Register',
      decision: 'aus einer Entscheidung',
      configuration: 'aus der Konfiguration',
      said: 'für diese Meldung angegeben',
    },
    lacking: 'Was noch fehlt',
    earlierHead: ['Art', 'Abgesandt', 'Weg', 'Aktenzeichen'],
    privilegeTitle: 'Hinweis zur Verwendung dieser Meldung',
    privilege: [
      'Diese Meldung darf in einem Strafverfahren gegen die Meldepflichtigen oder ihre Angehörigen nach § 52 Abs. 1 StPO nur mit deren Zustimmung verwendet werden (§ 42 Abs. 4 BDSG); für Bußgeldverfahren gilt dasselbe (§ 43 Abs. 4 BDSG).',
      'Geschützt ist die Meldung. Ob der Schutz auch unsere interne Dokumentation, Protokolle und Chatverläufe erfasst, sagt das Gesetz nicht; wir beanspruchen ihn dort nicht.',
    ],
    draft: (moment) =>
      `Stand der Angaben: ${moment}. Dieses Schriftstück ist ein Entwurf, bis es abgesandt und die Abgabe festgehalten ist.`,
    kinds: { unnamed: 'Meldung' },
  },
  en: {
    title: (kind, law) => `Notification of a personal data breach under ${law}: ${kind}`,
    to: (authority) => `To: ${authority}`,
    refersTo: (reference, sent) => `This notice belongs to our notice of ${sent}, reference ${reference}.`,
    withoutReference: '(none received yet)',
    incomplete: 'This notice is not complete yet. What is missing is marked; it will follow.',
    inStages: 'Art. 33(4) GDPR allows a notice in phases.',
    incompleteFollows: (when) => `Our target for the next notice is ${when}.`,
    withdrawn: 'We withdraw our notice. The reasons stand below.',
    corrected: 'We correct our earlier notice. What changes stands below; everything else remains.',
    late: (hours, due) => `This notice goes out ${hours} hours after awareness; the period ended on ${due}.`,
    wasLate: (hours, due) => `Our first notice went out ${hours} hours after awareness; the period ended on ${due}.`,
    reasonsBelow: {
      gdpr: 'The reasons for the delay stand below (Art. 33(1), second sentence, GDPR).',
      other: 'The reasons for the delay stand below.',
    },
    sections: {
      notice: 'The notice',
      sender: 'Who notifies',
      time: 'Course in time',
      incident: 'What happened',
      'persons-and-data': 'Persons and data concerned',
      before: 'Measures before the incident',
      consequences: 'Likely consequences and risk',
      measures: 'Measures',
      persons: 'Communication to the persons concerned',
      borders: 'Other bodies and countries',
      annexes: 'Annexes',
    },
    missing: 'Not stated yet',
    open: 'To be determined',
    openBy: (owner, due) => `To be determined by ${owner}, until ${due}`,
    proposalShort: 'Proposed',
    proposal: 'Proposed from the facts, please check before sending',
    untied: (count) =>
      count === 1
        ? 'For one measure it is not stated yet which risk it reduces'
        : `For ${count} measures it is not stated yet which risk they reduce`,
    from: {
      fact: 'from the answers in the case',
      report: 'from the report in the house',
      measure: 'from the measures',
      event: 'from the register',
      decision: 'from a decision',
      configuration: 'from the configuration',
      said: 'stated for this notice',
    },
    lacking: 'What is still missing',
    earlierHead: ['Kind', 'Sent', 'Means', 'Reference'],
    privilegeTitle: 'On the use of this notice',
    privilege: [
      'In criminal proceedings against those obliged to notify, or their relatives under § 52(1) StPO, this notice may be used only with their consent (§ 42(4) BDSG); the same holds for proceedings on administrative fines (§ 43(4) BDSG).',
      'What is protected is the notice. Whether that reaches our internal record, logs and chats the statute does not say; we do not claim it there.',
    ],
    draft: (moment) => `The details are as of ${moment}. This paper is a draft until it is sent and the sending is recorded.`,
    kinds: { unnamed: 'Notice' },
  },
};
