// The law beside the GDPR itself: German, church, British, Swiss and EU statutes, what the board says of competence and awareness, and
// decisions. Each is cited by its name and, where there is one, the place in it, written as lawyers of either language do.
import { DECISIONS, type DecisionName } from './decisions.ts';
import { inBothLanguages, LAND_STATUTES, type LandStatuteName } from './landStatutes.ts';
import type { Evidence, Text } from './sourceList.ts';

type StatuteName =
  | DecisionName
  | LandStatuteName
  | 'EDPB_9_2022_PARA'
  | 'BDSG'
  | 'TKG'
  | 'SGB_X'
  | 'REG_611_2013'
  | 'KDG'
  | 'KDG_2026'
  | 'DSG_EKD'
  | 'BROADCASTING'
  | 'UK_GDPR'
  | 'CH_DSG'
  | 'REG_2018_1725'
  | 'OMNIBUS'
  | 'JHA_DIRECTIVE';

/** `place` as `§ 43 Abs. 3` or `Art. 24(4)`; without one the whole work is meant. */
export type StatuteCitation = {
  readonly source: StatuteName;
  readonly place?: Text;
  /** Where this place is backed less well than the rest of the work. */
  readonly backedBy?: Evidence;
};

export const statute = (source: StatuteName, de?: string, en: string | undefined = de): StatuteCitation => ({
  source,
  ...(de === undefined || en === undefined ? {} : { place: { de, en } }),
});

/** A place in the BDSG as numbers: section, paragraph, sentence. */
export const bdsg = (section: number, paragraph: number, sentence?: number): StatuteCitation =>
  statute(
    'BDSG',
    `§ ${section} Abs. ${paragraph}${sentence === undefined ? '' : ` Satz ${sentence}`}`,
    `§ ${section}(${paragraph})${sentence === undefined ? '' : ` s. ${sentence}`}`,
  );

type Statute = {
  /** What is printed behind the place. */
  readonly short: Text;
  readonly title: Text;
  readonly url: string;
  readonly version: string;
  /** As in every source: absent where no text was seen, or none was compared. */
  readonly textAsOf?: string;
  readonly comparedOn?: string;
  readonly evidence: Evidence;
};

const COMPARED = '2026-11-23';

function source(
  short: Text,
  title: Text,
  url: string,
  [version, textAsOf]: readonly [version: string, textAsOf?: string],
  evidence: Evidence,
): Statute {
  const days = {
    ...(textAsOf === undefined ? {} : { textAsOf }),
    ...(evidence === 'unverified' ? {} : { comparedOn: COMPARED }),
  };
  return { short, title, url, version, ...days, evidence };
}

/** The German statutes were read in a snapshot of March 2022; whatever changed since is open question Q-19. */
const MARCH_2022 = ['consolidated text of March 2022', '2022-03'] as const;

type Described = {
  readonly short: Text;
  readonly title: Text;
  readonly url: string;
  readonly version: string;
  readonly textAsOf: string;
  readonly evidence: Evidence;
};

/** The works of another file, each as a source. */
const from = <N extends StatuteName>(works: Readonly<Record<N, Described>>): Readonly<Record<N, Statute>> =>
  Object.fromEntries(
    Object.entries<Described>(works).map(([name, { short, title, url, version, textAsOf, evidence }]) => [
      name,
      source(short, title, url, [version, textAsOf], evidence),
    ]),
  ) as Record<N, Statute>;

export const STATUTES: { readonly [S in StatuteName]: Statute } = {
  EDPB_9_2022_PARA: source(
    { de: 'EDSA-Leitlinien 9/2022', en: 'EDPB Guidelines 9/2022' },
    {
      de: 'EDSA-Leitlinien 9/2022, Kenntnis und zuständige Behörde',
      en: 'EDPB Guidelines 9/2022, awareness and the competent authority',
    },
    'https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-92022-personal-data-breach-notification-under_en',
    ['2.0, 28 March 2023', '2023-03-28'],
    'authority',
  ),
  BDSG: source(
    inBothLanguages('BDSG'),
    { de: 'Bundesdatenschutzgesetz', en: 'Federal Data Protection Act (Germany)' },
    'https://www.gesetze-im-internet.de/bdsg_2018/',
    MARCH_2022,
    'original',
  ),
  TKG: source(
    inBothLanguages('TKG'),
    { de: 'Telekommunikationsgesetz', en: 'Telecommunications Act (Germany)' },
    'https://www.gesetze-im-internet.de/tkg_2021/',
    MARCH_2022,
    'original',
  ),
  SGB_X: source(
    inBothLanguages('SGB X'),
    { de: 'Sozialgesetzbuch, Zehntes Buch', en: 'Social Code, Book Ten (Germany)' },
    'https://www.gesetze-im-internet.de/sgb_10/',
    MARCH_2022,
    'original',
  ),
  REG_611_2013: source(
    { de: 'VO (EU) 611/2013', en: 'Reg. (EU) 611/2013' },
    {
      de: 'Verordnung (EU) Nr. 611/2013 über Meldungen der Telekommunikationsanbieter',
      en: 'Regulation (EU) No 611/2013 on notices by telecom providers',
    },
    'https://eur-lex.europa.eu/eli/reg/2013/611/oj',
    ['OJ L 173, 26.6.2013', '2013-06-26'],
    'authority',
  ),
  KDG: source(
    inBothLanguages('KDG'),
    { de: 'Gesetz über den Kirchlichen Datenschutz', en: 'Church Data Protection Act (Catholic)' },
    'https://kdsz.bayern/',
    ['as told by the church authorities; until the reform', '2018'],
    'secondary',
  ),
  KDG_2026: source(
    { de: 'KDG n. F.', en: 'KDG (2026)' },
    {
      de: 'Gesetz über den Kirchlichen Datenschutz in der Fassung der Reform 2026',
      en: 'Church Data Protection Act (Catholic) as reformed in 2026',
    },
    'https://kirchenrecht-bistummainz.de/document/10242',
    ['decided on 24 November 2025, planned for 1 March 2026, put in force by each diocese; §§ 33, 34 not seen', '2025-11-24'],
    'unverified',
  ),
  DSG_EKD: source(
    inBothLanguages('DSG-EKD'),
    { de: 'EKD-Datenschutzgesetz', en: 'EKD Data Protection Act (Protestant)' },
    'https://www.kirchenrecht-ekd.de/',
    ['before the reform of 1 May 2025', '2018'],
    'secondary',
  ),
  BROADCASTING: source(
    { de: 'Rundfunkrecht der Länder', en: 'broadcasting law of the Länder' },
    {
      de: 'Rundfunkrecht der Länder, eigene Datenschutzaufsicht',
      en: 'Broadcasting law of the Länder, with its own authorities',
    },
    'https://www.rundfunkdatenschutz.de/',
    ['not seen'],
    'unverified',
  ),
  UK_GDPR: source(
    inBothLanguages('UK GDPR'),
    { de: 'UK GDPR (Vereinigtes Königreich)', en: 'UK GDPR (United Kingdom)' },
    'https://ico.org.uk/for-organisations/report-a-breach/',
    ['as told by the ICO', '2025'],
    'authority',
  ),
  CH_DSG: source(
    { de: 'DSG (Schweiz)', en: 'FADP (Switzerland)' },
    { de: 'Bundesgesetz über den Datenschutz (Schweiz)', en: 'Federal Act on Data Protection (Switzerland)' },
    'https://www.fedlex.admin.ch/eli/cc/2022/491/de',
    ['in force since 1 September 2023', '2023-09-01'],
    'secondary',
  ),
  REG_2018_1725: source(
    { de: 'VO (EU) 2018/1725', en: 'Reg. (EU) 2018/1725' },
    {
      de: 'Verordnung (EU) 2018/1725 über den Datenschutz bei den Organen der Union',
      en: 'Regulation (EU) 2018/1725 on data protection at the Union institutions',
    },
    'https://eur-lex.europa.eu/eli/reg/2018/1725/oj',
    ['OJ L 295, 21.11.2018', '2018-11-21'],
    'authority',
  ),
  JHA_DIRECTIVE: source(
    { de: 'RL (EU) 2016/680', en: 'Dir. (EU) 2016/680' },
    {
      de: 'Richtlinie (EU) 2016/680 über den Datenschutz bei Polizei und Justiz',
      en: 'Directive (EU) 2016/680 on data protection in police and justice',
    },
    'https://eur-lex.europa.eu/eli/dir/2016/680/oj',
    ['OJ L 119, 4.5.2016', '2016-05-04'],
    'secondary',
  ),
  OMNIBUS: source(
    { de: 'Vorschlag COM(2025) 837', en: 'proposal COM(2025) 837' },
    {
      de: 'Digital-Omnibus, Vorschlag COM(2025) 837 (2025/0360), nicht in Kraft',
      en: 'Digital Omnibus, proposal COM(2025) 837 (2025/0360), not in force',
    },
    'https://eur-lex.europa.eu/procedure/EN/2025_360',
    ['proposal of 19 November 2025; state of 20 September 2026', '2025-11-19'],
    'secondary',
  ),
  ...from(DECISIONS),
  ...from(LAND_STATUTES),
};

export const isStatute = (citation: { readonly source: string }): citation is StatuteCitation =>
  Object.hasOwn(STATUTES, citation.source);

/** The place first, then the work: `§ 43 Abs. 3 BDSG`; of guidelines the work first: `EDSA-Leitlinien 9/2022, Rn. 73`. */
export function statuteText({ source: name, place }: StatuteCitation, lang: 'de' | 'en'): string {
  const short = STATUTES[name].short[lang];
  if (place === undefined) return short;
  return name === 'EDPB_9_2022_PARA' ? `${short}, ${place[lang]}` : `${place[lang]} ${short}`;
}
