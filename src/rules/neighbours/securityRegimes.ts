// Regimes about the security of systems, plants and products. They know no personal data: an incident without any may still be theirs.
import { pinpoint } from './neighbourSources.ts';
import type { Regime, Stage } from './regime.ts';

const knownSince = { de: 'Kenntnis des erheblichen Sicherheitsvorfalls', en: 'becoming aware of the significant incident' };

/** The notification runs from awareness like the warning does: a warning that was forgotten must not hide it. */
const nis2Stages: readonly Stage[] = [
  {
    id: 'warning',
    name: { de: 'Frühe Erstmeldung', en: 'Early warning' },
    to: ['nis2-office'],
    limits: [{ from: 'start', hours: 24 }],
  },
  {
    id: 'notification',
    name: { de: 'Meldung mit erster Bewertung', en: 'Incident notification' },
    to: ['nis2-office'],
    limits: [{ from: 'start', hours: 72 }],
  },
  {
    id: 'final',
    name: { de: 'Abschlussmeldung', en: 'Final report' },
    to: ['nis2-office'],
    after: 'notification',
    limits: [{ from: 'sent', months: 1 }],
    again: 'progress',
  },
];

const nis2 = {
  id: 'nis2',
  trigger: {
    de: 'Ist das ein erheblicher Sicherheitsvorfall, also mit schwerer Betriebsstörung, finanziellem Verlust oder erheblichem Schaden für andere?',
    en: 'Is this a significant incident: severe disruption, financial loss, or considerable damage to others?',
  },
  start: knownSince,
  stages: nis2Stages,
  calendar: 'elapsed',
} as const;

/** Before the German act, the directive bound only through the law of other states. */
export const NIS2: readonly Regime[] = [
  {
    ...nis2,
    name: { de: 'NIS-2', en: 'NIS2' },
    validFrom: '2024-10-18',
    validUntil: '2025-12-05',
    cites: [pinpoint('NIS2', 'Art. 23 Abs. 4 RL (EU) 2022/2555', 'Art. 23(4) Dir. (EU) 2022/2555')],
  },
  {
    ...nis2,
    name: { de: 'NIS-2', en: 'NIS2' },
    validFrom: '2025-12-06',
    cites: [
      pinpoint('BSIG', '§ 32 BSIG', 'section 32 BSIG'),
      pinpoint('NIS2', 'Art. 23 Abs. 4 RL (EU) 2022/2555', 'Art. 23(4) Dir. (EU) 2022/2555'),
    ],
  },
];

/**
 * The Bundestag passed the act on 29 January 2026, the Bundesrat agreed on 6 March 2026, and it came into force on the day after its
 * publication, which we have not seen: the first day that was possible stands here (open question Q-35). A draft lets the month of the
 * detailed report run from knowledge, as here.
 */
export const KRITIS: Regime = {
  id: 'kritis',
  name: { de: 'KRITIS-Dachgesetz', en: 'KRITIS umbrella act' },
  trigger: {
    de: 'Hat der Vorfall die Erbringung einer kritischen Dienstleistung erheblich gestört, oder könnte er das?',
    en: 'Did the incident significantly disrupt a critical service, or could it?',
  },
  start: { de: 'Kenntnis des Vorfalls', en: 'becoming aware of the incident' },
  stages: [
    {
      id: 'notification',
      name: { de: 'Erstmeldung', en: 'Initial notification' },
      to: ['kritis-office'],
      limits: [{ from: 'start', hours: 24 }],
    },
    {
      id: 'final',
      name: { de: 'Ausführlicher Bericht', en: 'Detailed report' },
      to: ['kritis-office'],
      limits: [{ from: 'start', months: 1 }],
    },
  ],
  calendar: 'elapsed',
  validFrom: '2026-03-07',
  cites: [
    pinpoint(
      'KRITIS_DACHG',
      '§ 18 KRITIS-Dachgesetz, Art. 15 RL (EU) 2022/2557',
      'section 18 German KRITIS act, Art. 15 Dir. (EU) 2022/2557',
    ),
  ],
};

const craFirstStages: readonly Stage[] = [
  {
    id: 'warning',
    name: { de: 'Frühwarnung', en: 'Early warning' },
    to: ['cra-platform'],
    limits: [{ from: 'start', hours: 24 }],
  },
  {
    id: 'notification',
    name: { de: 'Meldung', en: 'Notification' },
    to: ['cra-platform'],
    limits: [{ from: 'start', hours: 72 }],
  },
];

/** The final report on a vulnerability is due 14 days after a remedy is available, a moment nobody asks for yet: it stays without hours. */
export const CRA: readonly Regime[] = [
  {
    id: 'cra-vulnerability',
    name: { de: 'Cyber Resilience Act, Schwachstelle', en: 'Cyber Resilience Act, vulnerability' },
    trigger: {
      de: 'Wird eine Schwachstelle in einem Ihrer Produkte aktiv ausgenutzt?',
      en: 'Is a vulnerability in one of your products being actively exploited?',
    },
    start: { de: 'Kenntnis der ausgenutzten Schwachstelle', en: 'becoming aware of the exploited vulnerability' },
    stages: [
      ...craFirstStages,
      {
        id: 'final',
        name: {
          de: 'Abschlussbericht (binnen 14 Tagen, sobald eine Abhilfe verfügbar ist)',
          en: 'Final report (within 14 days once a remedy is available)',
        },
        to: ['cra-platform'],
        after: 'notification',
        limits: [],
      },
    ],
    calendar: 'elapsed',
    validFrom: '2026-09-11',
    cites: [pinpoint('CRA', 'Art. 14 Abs. 2 VO (EU) 2024/2847', 'Art. 14(2) Reg. (EU) 2024/2847')],
  },
  {
    id: 'cra-incident',
    name: { de: 'Cyber Resilience Act, Vorfall', en: 'Cyber Resilience Act, incident' },
    trigger: {
      de: 'Beeinträchtigt der Vorfall die Sicherheit eines Ihrer Produkte schwerwiegend?',
      en: 'Does the incident severely affect the security of one of your products?',
    },
    start: { de: 'Kenntnis des schwerwiegenden Vorfalls', en: 'becoming aware of the severe incident' },
    stages: [
      ...craFirstStages,
      {
        id: 'final',
        name: { de: 'Abschlussbericht', en: 'Final report' },
        to: ['cra-platform'],
        after: 'notification',
        limits: [{ from: 'sent', months: 1 }],
      },
    ],
    calendar: 'elapsed',
    validFrom: '2026-09-11',
    cites: [pinpoint('CRA', 'Art. 14 Abs. 4 VO (EU) 2024/2847', 'Art. 14(4) Reg. (EU) 2024/2847')],
  },
];

export const EIDAS: Regime = {
  id: 'eidas',
  name: { de: 'eIDAS', en: 'eIDAS' },
  trigger: {
    de: 'Wirkt sich der Vorfall erheblich auf einen Vertrauensdienst oder auf dort verarbeitete Daten aus?',
    en: 'Does the incident significantly affect a trust service or the data kept in it?',
  },
  start: { de: 'Kenntnis der Sicherheitsverletzung', en: 'becoming aware of the security breach' },
  stages: [
    {
      id: 'notification',
      name: { de: 'Meldung', en: 'Notification' },
      to: ['trust-supervisor'],
      limits: [{ from: 'start', hours: 24 }],
    },
    { id: 'persons', name: { de: 'Unterrichtung', en: 'Information' }, to: ['affected'], limits: [] },
  ],
  calendar: 'elapsed',
  validFrom: '2016-07-01',
  cites: [pinpoint('EIDAS', 'Art. 19, 19a, 24 VO (EU) Nr. 910/2014', 'Arts. 19, 19a, 24 Reg. (EU) No 910/2014')],
};

/** From which moment the 14 days to complete the report run was not compared with the text; from the start is the earliest reading. */
export const CH_ISG: Regime = {
  id: 'ch-isg',
  name: { de: 'Informationssicherheitsgesetz (Schweiz)', en: 'Information Security Act (Switzerland)' },
  trigger: {
    de: 'Ist es ein meldepflichtiger Cyberangriff auf eine kritische Infrastruktur in der Schweiz?',
    en: 'Is it a cyberattack on critical infrastructure in Switzerland that must be reported?',
  },
  start: { de: 'Entdeckung des Cyberangriffs', en: 'discovery of the cyberattack' },
  stages: [
    { id: 'notification', name: { de: 'Meldung', en: 'Report' }, to: ['bacs'], limits: [{ from: 'start', hours: 24 }] },
    {
      id: 'rest',
      name: { de: 'Ergänzung der Meldung', en: 'Completion of the report' },
      to: ['bacs'],
      limits: [{ from: 'start', hours: 14 * 24 }],
    },
  ],
  calendar: 'elapsed',
  validFrom: '2025-04-01',
  cites: [pinpoint('CH_ISG', 'Art. 74a ff. ISG (CH)', 'Arts. 74a et seq. ISG (CH)')],
};
