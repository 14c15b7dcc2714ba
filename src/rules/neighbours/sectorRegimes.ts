// Regimes of single sectors: finance, telecommunications, artificial intelligence, social security, and neighbours of the GDPR abroad.
import { pinpoint } from './neighbourSources.ts';
import type { Regime } from './regime.ts';

/**
 * Two moments start it: classification as major (asked for) and awareness (the case knows it). Both limits bind; only where
 * classification came later than 24 hours after awareness does the second fall away.
 */
export const DORA: Regime = {
  id: 'dora',
  name: { de: 'DORA', en: 'DORA' },
  trigger: {
    de: 'Ist der IKT-bezogene Vorfall als schwerwiegend eingestuft?',
    en: 'Has the ICT-related incident been classified as major?',
  },
  start: { de: 'Einstufung als schwerwiegend', en: 'classification as major' },
  stages: [
    {
      id: 'notification',
      name: { de: 'Erstmeldung', en: 'Initial notification' },
      to: ['financial-supervisor'],
      limits: [
        { from: 'start', hours: 4 },
        { from: 'awareness', hours: 24, onlyIfStartIsWithin: true },
      ],
    },
    {
      id: 'intermediate',
      name: { de: 'Zwischenmeldung', en: 'Intermediate report' },
      to: ['financial-supervisor'],
      after: 'notification',
      limits: [{ from: 'sent', hours: 72 }],
      again: 'update',
    },
    {
      id: 'final',
      name: { de: 'Abschlussmeldung', en: 'Final report' },
      to: ['financial-supervisor'],
      after: 'intermediate',
      limits: [{ from: 'sent', months: 1 }],
    },
  ],
  startsByClassification: true,
  calendar: 'dora',
  validFrom: '2025-01-17',
  cites: [
    pinpoint('DORA', 'Art. 19 VO (EU) 2022/2554', 'Art. 19 Reg. (EU) 2022/2554'),
    pinpoint('DORA_RTS', 'Art. 5 DelVO (EU) 2025/301', 'Art. 5 Del. Reg. (EU) 2025/301'),
  ],
};

/** Where the personal data of a telecom service are hurt, this notice stands in the place of that of the GDPR. */
export const TKG_169: Regime = {
  id: 'tkg-169',
  name: { de: '§ 169 TKG', en: 'section 169 TKG' },
  trigger: {
    de: 'Sind Daten aus einem öffentlich zugänglichen Telekommunikationsdienst betroffen?',
    en: 'Are data of a publicly available telecommunications service affected?',
  },
  start: { de: 'Feststellung der Verletzung', en: 'detection of the breach' },
  stages: [
    {
      id: 'notification',
      name: { de: 'Erste Benachrichtigung', en: 'First notification' },
      to: ['bnetza', 'bfdi'],
      limits: [{ from: 'start', hours: 24 }],
    },
    {
      id: 'rest',
      name: { de: 'Übrige Angaben', en: 'Remaining information' },
      to: ['bnetza', 'bfdi'],
      after: 'notification',
      limits: [{ from: 'sent', hours: 3 * 24 }],
    },
    {
      id: 'persons',
      name: { de: 'Benachrichtigung, wenn schwerwiegend beeinträchtigt', en: 'Information where severely affected' },
      to: ['affected'],
      limits: [],
    },
  ],
  saidBy: 'telecom',
  calendar: 'elapsed',
  validFrom: '2021-12-01',
  cites: [
    pinpoint('TKG_169', '§ 169 TKG', 'section 169 TKG'),
    pinpoint('REG_611_2013', 'Art. 2 VO (EU) Nr. 611/2013', 'Art. 2 Reg. (EU) No 611/2013'),
  ],
};

const telecomOffices = ['bnetza', 'bsi'] as const;

/** § 168 TKG until the act implementing NIS2: without delay, no hours. */
const withoutDelay: Regime = {
  id: 'tkg-168',
  name: { de: '§ 168 TKG', en: 'section 168 TKG' },
  trigger: {
    de: 'Hat der Sicherheitsvorfall beträchtliche Auswirkungen auf Netze oder Dienste?',
    en: 'Does the security incident considerably affect networks or services?',
  },
  start: { de: 'Kenntnis des Sicherheitsvorfalls', en: 'becoming aware of the security incident' },
  stages: [{ id: 'notification', name: { de: 'Mitteilung', en: 'Notification' }, to: telecomOffices, limits: [] }],
  calendar: 'elapsed',
  validFrom: '2021-12-01',
  cites: [pinpoint('TKG_168', '§ 168 TKG', 'section 168 TKG')],
};

/** Since then in the stages of NIS2, to both offices; read in a copy of the text, not on the official page. */
const inStages: Regime = {
  ...withoutDelay,
  trigger: {
    de: 'Ist es ein erheblicher Sicherheitsvorfall in Ihrem Telekommunikationsnetz oder Ihren Telekommunikationsdiensten?',
    en: 'Is it a significant security incident in your telecommunications network or services?',
  },
  start: { de: 'Kenntnis des erheblichen Sicherheitsvorfalls', en: 'becoming aware of the significant security incident' },
  stages: [
    {
      id: 'warning',
      name: { de: 'Frühe Erstmeldung', en: 'Early warning' },
      to: telecomOffices,
      limits: [{ from: 'start', hours: 24 }],
    },
    {
      id: 'notification',
      name: { de: 'Meldung mit erster Bewertung', en: 'Incident notification' },
      to: telecomOffices,
      limits: [{ from: 'start', hours: 72 }],
    },
    {
      id: 'final',
      name: { de: 'Abschlussmeldung', en: 'Final report' },
      to: telecomOffices,
      after: 'notification',
      limits: [{ from: 'sent', months: 1 }],
      again: 'progress',
    },
  ],
  validFrom: '2025-12-06',
  cites: [pinpoint('TKG_168_NIS2', '§ 168 Abs. 1 und 2 TKG', 'section 168(1) and (2) TKG')],
};
export const TKG_168: readonly Regime[] = [{ ...withoutDelay, validUntil: '2025-12-05' }, inStages];

const days = (number: number): number => number * 24;

/**
 * 15 days as a rule (Art. 73(2)), 2 for a widespread infringement or critical infrastructure (3), 10 after a death (4), each the longest
 * that "immediately" may take. Days are counted as elapsed hours, the earliest reading. The duties for high-risk systems were put off to
 * 2 December 2027.
 */
export const AI_ACT: Regime = {
  id: 'ai-act',
  name: { de: 'KI-Verordnung', en: 'AI Act' },
  trigger: {
    de: 'Ist es ein schwerwiegender Vorfall mit einem Hochrisiko-KI-System, das Sie anbieten?',
    en: 'Is it a serious incident with a high-risk AI system that you provide?',
  },
  start: { de: 'Kenntnis des schwerwiegenden Vorfalls', en: 'becoming aware of the serious incident' },
  stages: [
    {
      id: 'notification',
      name: { de: 'Meldung (je nach Schwere 2, 10 oder 15 Tage)', en: 'Report (2, 10 or 15 days by gravity)' },
      to: ['market-surveillance'],
      limits: [{ from: 'start', hours: 'by-variant' }],
    },
  ],
  variants: [
    {
      id: 'widespread',
      name: {
        de: '2 Tage: weitverbreiteter Verstoß, oder kritische Infrastruktur schwer und unumkehrbar gestört',
        en: '2 days: widespread infringement, or critical infrastructure seriously and irreversibly disrupted',
      },
      hours: days(2),
    },
    { id: 'death', name: { de: '10 Tage: ein Mensch ist gestorben', en: '10 days: a person has died' }, hours: days(10) },
    { id: 'other', name: { de: '15 Tage: keines von beiden', en: '15 days: neither of these' }, hours: days(15) },
  ],
  calendar: 'elapsed',
  validFrom: '2027-12-02',
  cites: [pinpoint('AI_ACT', 'Art. 73 Abs. 2 bis 4 VO (EU) 2024/1689', 'Art. 73(2) to (4) Reg. (EU) 2024/1689')],
};

/** The second addressee of the notice under Art. 33 GDPR, at the same time. */
export const SGB_X: Regime = {
  id: 'sgb-x',
  name: { de: '§ 83a SGB X', en: 'section 83a SGB X' },
  trigger: { de: 'Sind Sozialdaten betroffen?', en: 'Are social data affected?' },
  start: {
    de: 'Kenntnis der Verletzung, wie bei Art. 33 DSGVO',
    en: 'becoming aware of the breach, as under Art. 33 GDPR',
  },
  stages: [
    {
      id: 'notification',
      name: { de: 'Meldung von Sozialdaten', en: 'Notification of social data' },
      to: ['supervising-body'],
      limits: [{ from: 'start', hours: 72 }],
    },
  ],
  saidBy: 'social-data',
  calendar: 'elapsed',
  validFrom: '2018-05-25',
  cites: [pinpoint('SGB_X', '§ 83a SGB X', 'section 83a SGB X')],
};

/** For a company elsewhere that processes data of people in the United Kingdom; one that sits there is told by its profile. */
export const UK_GDPR: Regime = {
  id: 'uk-gdpr',
  name: { de: 'UK GDPR (Vereinigtes Königreich)', en: 'UK GDPR' },
  trigger: {
    de: 'Sind Daten von Menschen im Vereinigten Königreich betroffen, und ist ein Risiko für sie nicht unwahrscheinlich?',
    en: 'Are data of people in the United Kingdom affected, and is a risk to them not unlikely?',
  },
  start: { de: 'Kenntnis der Verletzung', en: 'becoming aware of the breach' },
  stages: [
    { id: 'notification', name: { de: 'Meldung', en: 'Notification' }, to: ['ico'], limits: [{ from: 'start', hours: 72 }] },
    {
      id: 'persons',
      name: { de: 'Benachrichtigung bei hohem Risiko', en: 'Information at a high risk' },
      to: ['affected'],
      limits: [],
    },
  ],
  saidBy: 'uk',
  calendar: 'elapsed',
  validFrom: '2021-01-01',
  cites: [pinpoint('UK_GDPR', 'Art. 33 und 34 UK GDPR', 'Arts. 33 and 34 UK GDPR')],
};

const pecr = (hours: number): Pick<Regime, 'id' | 'name' | 'trigger' | 'start' | 'stages' | 'calendar'> => ({
  id: 'uk-pecr',
  name: { de: 'PECR (Vereinigtes Königreich)', en: 'PECR (UK)' },
  trigger: {
    de: 'Sind Daten eines öffentlichen Kommunikationsdienstes im Vereinigten Königreich betroffen?',
    en: 'Are data of a public electronic communications service in the UK affected?',
  },
  start: { de: 'Kenntnis der Verletzung', en: 'becoming aware of the breach' },
  stages: [{ id: 'notification', name: { de: 'Meldung', en: 'Notification' }, to: ['ico'], limits: [{ from: 'start', hours }] }],
  calendar: 'elapsed',
});

/** 24 hours until the Data (Use and Access) Act 2025 made them 72. */
export const UK_PECR: readonly Regime[] = [
  {
    ...pecr(24),
    validFrom: '2013-08-25',
    validUntil: '2025-08-19',
    cites: [
      pinpoint('UK_PECR', 'reg. 5A PECR', 'reg. 5A PECR'),
      pinpoint('REG_611_2013', 'VO (EU) Nr. 611/2013', 'Reg. (EU) No 611/2013'),
    ],
  },
  { ...pecr(72), validFrom: '2025-08-20', cites: [pinpoint('UK_PECR', 'reg. 5A PECR', 'reg. 5A PECR')] },
];

/** Only where the risk is likely to be high; „so rasch als möglich“, without hours. */
export const CH_DSG: Regime = {
  id: 'ch-dsg',
  name: { de: 'Datenschutzgesetz (Schweiz)', en: 'Data Protection Act (Switzerland)' },
  trigger: {
    de: 'Führt die Verletzung voraussichtlich zu einem hohen Risiko für Menschen in der Schweiz?',
    en: 'Is the breach likely to result in a high risk to people in Switzerland?',
  },
  start: { de: 'Kenntnis der Verletzung', en: 'becoming aware of the breach' },
  stages: [
    { id: 'notification', name: { de: 'Meldung', en: 'Notification' }, to: ['edoeb'], limits: [] },
    {
      id: 'persons',
      name: { de: 'Information, wenn zu ihrem Schutz nötig', en: 'Information where needed for their protection' },
      to: ['affected'],
      limits: [],
    },
  ],
  saidBy: 'switzerland',
  calendar: 'elapsed',
  validFrom: '2023-09-01',
  cites: [pinpoint('CH_DSG', 'Art. 24 DSG (CH)', 'Art. 24 DSG (CH)')],
};
