// Every source the rules rest on. Two days are kept apart: that of the text we rely on, and that on which we last compared our reading
// with it. A new version of the text does not make our comparison newer, nor the other way round.
import type { SourceName } from './citation.ts';

export type Lang = 'de' | 'en';
export type Text = { readonly de: string; readonly en: string };

/**
 * How well our reading of a source is backed: `original` (the published text itself was read), `authority` (an authority quotes or
 * publishes it), `secondary` (a law firm or practitioner reports it), `unverified` (general knowledge, still to be compared).
 */
export type Evidence = 'original' | 'authority' | 'secondary' | 'unverified';

export type Source = {
  readonly title: Text;
  readonly url: string;
  readonly version: string;
  /** The day of the text we rely on, as YYYY-MM-DD; a month or a year where we know no more; absent where we know none. */
  readonly textAsOf?: string;
  /** The day our reading was last compared with what `evidence` names, as YYYY-MM-DD; absent where it never was. */
  readonly comparedOn?: string;
  readonly evidence: Evidence;
};

const EDPB_01_2021_URL = 'https://www.edpb.europa.eu/system/files/2022-01/edpb_guidelines_012021_pdbnotification_adopted_en.pdf';
const GDPR_URL = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj';

export const SOURCES: { readonly [S in SourceName]: Source } = {
  GDPR: {
    title: { de: 'Datenschutz-Grundverordnung (EU) 2016/679', en: 'General Data Protection Regulation (EU) 2016/679' },
    url: GDPR_URL,
    version: 'OJ L 119, 4.5.2016',
    textAsOf: '2016-05-04',
    comparedOn: '2026-11-23',
    evidence: 'authority',
  },
  GDPR_RECITAL: {
    title: { de: 'Erwägungsgründe der DSGVO', en: 'Recitals of the GDPR' },
    url: GDPR_URL,
    version: 'OJ L 119, 4.5.2016',
    textAsOf: '2016-05-04',
    comparedOn: '2026-11-23',
    evidence: 'secondary',
  },
  EDPB_01_2021: {
    title: {
      de: 'EDSA-Leitlinien 01/2021 zu Beispielen für die Meldung von Datenschutzverletzungen (Einleitung und Fall 1)',
      en: 'EDPB Guidelines 01/2021 on Examples regarding Personal Data Breach Notification (introduction and case 1)',
    },
    url: EDPB_01_2021_URL,
    version: '2.0, 14 December 2021',
    textAsOf: '2021-12-14',
    comparedOn: '2026-11-23',
    evidence: 'original',
  },
  EDPB_01_2021_CASE: {
    title: {
      de: 'EDSA-Leitlinien 01/2021, die 18 Fälle (Beleg je Fall verschieden)',
      en: 'EDPB Guidelines 01/2021, the 18 cases (evidence differs from case to case)',
    },
    url: EDPB_01_2021_URL,
    version: '2.0, 14 December 2021',
    textAsOf: '2021-12-14',
    comparedOn: '2026-11-23',
    evidence: 'authority',
  },
  EDPB_9_2022: {
    title: {
      de: 'EDSA-Leitlinien 9/2022 für die Meldung von Verletzungen des Schutzes personenbezogener Daten, Anhang B (Beleg je Beispiel verschieden)',
      en: 'EDPB Guidelines 9/2022 on personal data breach notification under GDPR, Annex B (evidence differs from example to example)',
    },
    url: 'https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-92022-personal-data-breach-notification-under_en',
    version: '2.0, 28 March 2023',
    textAsOf: '2023-03-28',
    comparedOn: '2026-11-23',
    evidence: 'secondary',
  },
  BDSG: {
    title: { de: 'Bundesdatenschutzgesetz', en: 'German Federal Data Protection Act (BDSG)' },
    url: 'https://www.gesetze-im-internet.de/bdsg_2018/',
    version: 'as of March 2022',
    textAsOf: '2022-03',
    comparedOn: '2026-11-23',
    evidence: 'secondary',
  },
  DSK_KP_18: {
    title: {
      de: 'DSK-Kurzpapier Nr. 18, Risiko für die Rechte und Freiheiten natürlicher Personen',
      en: 'DSK short paper no. 18, Risk to the rights and freedoms of natural persons (conference of the German authorities)',
    },
    url: 'https://www.datenschutzkonferenz-online.de/media/kp/dsk_kpnr_18.pdf',
    version: '26 April 2018',
    textAsOf: '2018-04-26',
    comparedOn: '2026-11-23',
    evidence: 'secondary',
  },
  DSK_KP_18_MATRIX: {
    title: {
      de: 'DSK-Kurzpapier Nr. 18, die Matrix aus Schwere und Wahrscheinlichkeit',
      en: 'DSK short paper no. 18, the matrix of severity and likelihood',
    },
    url: 'https://www.datenschutzkonferenz-online.de/media/kp/dsk_kpnr_18.pdf',
    version: '26 April 2018',
    textAsOf: '2018-04-26',
    evidence: 'unverified',
  },
  ENISA_2013: {
    title: {
      de: 'ENISA, Empfehlungen für eine Methode zur Bewertung der Schwere von Datenschutzverletzungen',
      en: 'ENISA, Recommendations for a methodology of the assessment of severity of personal data breaches',
    },
    url: 'https://www.enisa.europa.eu/publications/dbn-severity',
    version: '1.0, December 2013',
    textAsOf: '2013-12',
    comparedOn: '2026-11-23',
    evidence: 'secondary',
  },
  REG_1182_71: {
    title: {
      de: 'Verordnung (EWG, Euratom) Nr. 1182/71 über Fristen, Daten und Termine',
      en: 'Regulation (EEC, Euratom) No 1182/71 on periods, dates and time limits',
    },
    url: 'https://eur-lex.europa.eu/eli/reg/1971/1182/oj',
    version: 'OJ L 124, 8.6.1971',
    textAsOf: '1971-06-08',
    comparedOn: '2026-11-23',
    evidence: 'secondary',
  },
  UODO_MBANK: {
    title: {
      de: 'Polnische Aufsichtsbehörde (UODO), Bescheid DKN.5131.1.2024 (mBank)',
      en: 'Polish authority (UODO), decision DKN.5131.1.2024 (mBank)',
    },
    url: 'https://uodo.gov.pl/decyzje/DKN.5131.1.2024',
    version: '2024',
    textAsOf: '2024',
    comparedOn: '2026-11-23',
    evidence: 'authority',
  },
  UODO_ENEA: {
    title: { de: 'Polnische Aufsichtsbehörde (UODO), Bescheid gegen ENEA', en: 'Polish authority (UODO), decision against ENEA' },
    url: 'https://gdprhub.eu/',
    version: 'summary',
    comparedOn: '2026-11-23',
    evidence: 'secondary',
  },
  OPEN_QUESTION: {
    title: { de: 'Eigene Herleitung, als offene Frage geführt', en: 'Our own derivation, kept as an open question' },
    url: 'docs/law/open-questions.md',
    version: '2026-11-23',
    textAsOf: '2026-11-23',
    evidence: 'unverified',
  },
};
