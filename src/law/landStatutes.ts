// Statutes of the German Länder that stand beside the GDPR or in the place of §§ 29, 65 and 66 BDSG. Only such are named here whose text
// we read, in a copy, or which the authority of the Land names itself; what is missing is told by the rules as not verified.
import type { Evidence, Text } from './sourceList.ts';

export type LandStatuteName =
  | 'BLN_DSG'
  | 'BREM_DSGVOAG'
  | 'BREM_POLG'
  | 'DSG_NRW'
  | 'HMB_DSG'
  | 'LDSG_BW'
  | 'LDSG_RP'
  | 'LDSG_SH'
  | 'NDSG'
  | 'POLG_BW'
  | 'SAECHS_DSUG';

type LandStatute = {
  readonly short: Text;
  readonly title: Text;
  readonly url: string;
  readonly version: string;
  readonly textAsOf: string;
  readonly evidence: Evidence;
};

/** A Land statute has one name in both languages. */
export const inBothLanguages = (text: string): Text => ({ de: text, en: text });

const of = (
  short: string,
  title: string,
  url: string,
  [version, textAsOf]: readonly [version: string, textAsOf: string],
  evidence: Evidence,
): LandStatute => ({ short: inBothLanguages(short), title: inBothLanguages(title), url, version, textAsOf, evidence });

export const LAND_STATUTES: { readonly [S in LandStatuteName]: LandStatute } = {
  BLN_DSG: of(
    'BlnDSG',
    'Berliner Datenschutzgesetz',
    'https://gesetze.berlin.de/',
    ['copy of the text', '2021-09-27'],
    'secondary',
  ),
  BREM_DSGVOAG: of(
    'BremDSGVOAG',
    'Bremisches Ausführungsgesetz zur DSGVO',
    'https://www.transparenz.bremen.de/',
    ['copy of the text', '2018'],
    'secondary',
  ),
  BREM_POLG: of(
    'BremPolG',
    'Bremisches Polizeigesetz',
    'https://www.transparenz.bremen.de/',
    ['copy of the text', '2020'],
    'secondary',
  ),
  DSG_NRW: of(
    'DSG NRW',
    'Datenschutzgesetz Nordrhein-Westfalen',
    'https://recht.nrw.de/',
    ['named by the LDI NRW', '2018-05-17'],
    'authority',
  ),
  HMB_DSG: of(
    'HmbDSG',
    'Hamburgisches Datenschutzgesetz',
    'https://www.landesrecht-hamburg.de/',
    ['copy of the text', '2018'],
    'secondary',
  ),
  LDSG_BW: of(
    'LDSG BW',
    'Landesdatenschutzgesetz Baden-Württemberg',
    'https://www.landesrecht-bw.de/',
    ['copy of the text', '2018'],
    'secondary',
  ),
  LDSG_RP: of(
    'LDSG RP',
    'Landesdatenschutzgesetz Rheinland-Pfalz',
    'https://www.landesrecht.rlp.de/',
    ['named by the LfDI', '2018-05-08'],
    'authority',
  ),
  LDSG_SH: of(
    'LDSG SH',
    'Landesdatenschutzgesetz Schleswig-Holstein',
    'https://www.gesetze-rechtsprechung.sh.juris.de/',
    ['copy of the text', '2018-05-02'],
    'secondary',
  ),
  NDSG: of(
    'NDSG',
    'Niedersächsisches Datenschutzgesetz',
    'https://voris.wolterskluwer-online.de/',
    ['copy of the text', '2024-02-08'],
    'secondary',
  ),
  POLG_BW: of(
    'PolG BW',
    'Polizeigesetz Baden-Württemberg',
    'https://www.landesrecht-bw.de/',
    ['copy of the text', '2021-01-17'],
    'secondary',
  ),
  SAECHS_DSUG: of(
    'SächsDSUG',
    'Sächsisches Datenschutz-Umsetzungsgesetz',
    'https://www.revosax.sachsen.de/',
    ['copy of § 22', '2019'],
    'secondary',
  ),
};
