// What the neighbouring regimes rest on. They are kept apart from `src/law/sources.ts`, because none of them decides a duty of the
// GDPR; they only start clocks beside it. Most were read in secondary sources, some not at all yet, and each says so.
import type { Evidence, Lang, Text } from '../../law/sources.ts';

export type NeighbourSourceName =
  | 'NIS2'
  | 'BSIG'
  | 'DORA'
  | 'DORA_RTS'
  | 'EIDAS'
  | 'TKG_169'
  | 'TKG_168'
  | 'TKG_168_NIS2'
  | 'REG_611_2013'
  | 'KRITIS_DACHG'
  | 'CRA'
  | 'AI_ACT'
  | 'SGB_X'
  | 'UK_GDPR'
  | 'UK_PECR'
  | 'CH_ISG'
  | 'CH_DSG'
  | 'AGREEMENT';

export type NeighbourSource = {
  readonly title: Text;
  readonly url: string;
  /** The day whose wording the rules follow, as YYYY-MM-DD; a month or a year where we know no more. */
  readonly textAsOf: string;
  /** The day our reading was last compared with what `evidence` names, as YYYY-MM-DD. */
  readonly comparedOn: string;
  readonly evidence: Evidence;
};

const COMPARED = '2026-11-23';

const source = (de: string, en: string, url: string, textAsOf: string, evidence: Evidence): NeighbourSource => ({
  title: { de, en },
  url,
  textAsOf,
  comparedOn: COMPARED,
  evidence,
});

export const NEIGHBOUR_SOURCES: { readonly [S in NeighbourSourceName]: NeighbourSource } = {
  NIS2: source(
    'Richtlinie (EU) 2022/2555 (NIS-2)',
    'Directive (EU) 2022/2555 (NIS2)',
    'https://eur-lex.europa.eu/eli/dir/2022/2555/oj',
    '2022-12-27',
    'secondary',
  ),
  BSIG: source('BSI-Gesetz', 'German BSI Act', 'https://www.gesetze-im-internet.de/bsig_2025/', '2025-12-06', 'secondary'),
  DORA: source(
    'Verordnung (EU) 2022/2554 (DORA)',
    'Regulation (EU) 2022/2554 (DORA)',
    'https://eur-lex.europa.eu/eli/reg/2022/2554/oj',
    '2022-12-27',
    'secondary',
  ),
  DORA_RTS: source(
    'Delegierte Verordnung (EU) 2025/301',
    'Delegated Regulation (EU) 2025/301',
    'https://eur-lex.europa.eu/eli/reg_del/2025/301/oj',
    '2025-02-20',
    'secondary',
  ),
  EIDAS: source(
    'Verordnung (EU) Nr. 910/2014 (eIDAS)',
    'Regulation (EU) No 910/2014 (eIDAS)',
    'https://eur-lex.europa.eu/eli/reg/2014/910',
    '2024-05-20',
    'secondary',
  ),
  TKG_169: source(
    '§ 169 TKG',
    'section 169 TKG',
    'https://www.gesetze-im-internet.de/tkg_2021/__169.html',
    '2022-03',
    'original',
  ),
  TKG_168: source(
    '§ 168 TKG',
    'section 168 TKG',
    'https://www.gesetze-im-internet.de/tkg_2021/__168.html',
    '2021-12-01',
    'secondary',
  ),
  TKG_168_NIS2: source(
    '§ 168 TKG in der Fassung des NIS-2-Umsetzungsgesetzes',
    'section 168 TKG as amended by the act implementing NIS2',
    'https://www.gesetze-im-internet.de/tkg_2021/__168.html',
    '2025-12-06',
    'secondary',
  ),
  REG_611_2013: source(
    'Verordnung (EU) Nr. 611/2013',
    'Regulation (EU) No 611/2013',
    'https://eur-lex.europa.eu/eli/reg/2013/611/oj',
    '2013-06-26',
    'authority',
  ),
  KRITIS_DACHG: source(
    'KRITIS-Dachgesetz und Richtlinie (EU) 2022/2557',
    'German KRITIS umbrella act and Directive (EU) 2022/2557',
    'https://eur-lex.europa.eu/eli/dir/2022/2557/oj',
    '2026-01',
    'unverified',
  ),
  CRA: source(
    'Verordnung (EU) 2024/2847 (Cyberresilienz)',
    'Regulation (EU) 2024/2847 (Cyber Resilience Act)',
    'https://eur-lex.europa.eu/eli/reg/2024/2847/oj',
    '2024-11-20',
    'unverified',
  ),
  AI_ACT: source(
    'Verordnung (EU) 2024/1689 (KI-Verordnung)',
    'Regulation (EU) 2024/1689 (AI Act)',
    'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
    '2026-07-31',
    'secondary',
  ),
  SGB_X: source(
    '§ 83a SGB X',
    'section 83a SGB X',
    'https://www.gesetze-im-internet.de/sgb_10/__83a.html',
    '2022-03',
    'original',
  ),
  UK_GDPR: source(
    'UK GDPR (Vereinigtes Königreich)',
    'UK GDPR (United Kingdom)',
    'https://ico.org.uk/for-organisations/report-a-breach/',
    '2025',
    'authority',
  ),
  UK_PECR: source(
    'Privacy and Electronic Communications Regulations 2003 (Vereinigtes Königreich)',
    'Privacy and Electronic Communications Regulations 2003 (UK)',
    'https://www.legislation.gov.uk/uksi/2003/2426',
    '2025-08-20',
    'secondary',
  ),
  CH_ISG: source(
    'Informationssicherheitsgesetz (Schweiz)',
    'Information Security Act (Switzerland)',
    'https://www.fedlex.admin.ch/eli/cc/2022/232',
    '2025-04-01',
    'unverified',
  ),
  CH_DSG: source(
    'Datenschutzgesetz (Schweiz)',
    'Data Protection Act (Switzerland)',
    'https://www.fedlex.admin.ch/eli/cc/2022/491',
    '2023-09-01',
    'secondary',
  ),
  AGREEMENT: source(
    'Vertrag oder Versicherungsbedingungen',
    'the contract or the terms of the insurance',
    'fristwacht.yaml',
    '2026-11-23',
    'unverified',
  ),
};

/** A pinpoint in one of these sources, as lawyers of either language write it. */
export type NeighbourCitation = { readonly source: NeighbourSourceName; readonly pinpoint: Text };

export const pinpoint = (named: NeighbourSourceName, de: string, en: string = de): NeighbourCitation => ({
  source: named,
  pinpoint: { de, en },
});

const MARK: Readonly<Record<Evidence, Text | undefined>> = {
  original: undefined,
  authority: undefined,
  secondary: { de: 'Sekundärquelle', en: 'secondary source' },
  unverified: { de: 'nicht am Original geprüft', en: 'not compared with the original' },
};

/** What is not backed by the original or an authority says so in brackets. What people agreed on needs no such mark. */
export function citeNeighbour({ source: named, pinpoint: text }: NeighbourCitation, lang: Lang): string {
  const mark = named === 'AGREEMENT' ? undefined : MARK[NEIGHBOUR_SOURCES[named].evidence];
  return mark === undefined ? text[lang] : `${text[lang]} [${mark[lang]}]`;
}
