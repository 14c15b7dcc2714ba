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
  readonly short: string;
  readonly title: string;
  readonly url: string;
  readonly version: string;
  readonly textAsOf: string;
  readonly evidence: Evidence;
};

export const LAND_STATUTES: { readonly [S in LandStatuteName]: LandStatute } = {
  BLN_DSG: {
    ...{ short: 'BlnDSG', title: 'Berliner Datenschutzgesetz', version: 'copy of the text', textAsOf: '2021-09-27' },
    ...{ url: 'https://gesetze.berlin.de/', evidence: 'secondary' },
  },
  BREM_DSGVOAG: {
    ...{ short: 'BremDSGVOAG', title: 'Bremisches Ausführungsgesetz zur DSGVO', version: 'copy of the text', textAsOf: '2018' },
    ...{ url: 'https://www.transparenz.bremen.de/', evidence: 'secondary' },
  },
  BREM_POLG: {
    ...{ short: 'BremPolG', title: 'Bremisches Polizeigesetz', version: 'copy of the text', textAsOf: '2020' },
    ...{ url: 'https://www.transparenz.bremen.de/', evidence: 'secondary' },
  },
  DSG_NRW: {
    ...{
      short: 'DSG NRW',
      title: 'Datenschutzgesetz Nordrhein-Westfalen',
      version: 'named by the LDI NRW',
      textAsOf: '2018-05-17',
    },
    ...{ url: 'https://recht.nrw.de/', evidence: 'authority' },
  },
  HMB_DSG: {
    ...{ short: 'HmbDSG', title: 'Hamburgisches Datenschutzgesetz', version: 'copy of the text', textAsOf: '2018' },
    ...{ url: 'https://www.landesrecht-hamburg.de/', evidence: 'secondary' },
  },
  LDSG_BW: {
    ...{ short: 'LDSG BW', title: 'Landesdatenschutzgesetz Baden-Württemberg', version: 'copy of the text', textAsOf: '2018' },
    ...{ url: 'https://www.landesrecht-bw.de/', evidence: 'secondary' },
  },
  LDSG_RP: {
    ...{
      short: 'LDSG RP',
      title: 'Landesdatenschutzgesetz Rheinland-Pfalz',
      version: 'named by the LfDI',
      textAsOf: '2018-05-08',
    },
    ...{ url: 'https://www.landesrecht.rlp.de/', evidence: 'authority' },
  },
  LDSG_SH: {
    ...{
      short: 'LDSG SH',
      title: 'Landesdatenschutzgesetz Schleswig-Holstein',
      version: 'copy of the text',
      textAsOf: '2018-05-02',
    },
    ...{ url: 'https://www.gesetze-rechtsprechung.sh.juris.de/', evidence: 'secondary' },
  },
  NDSG: {
    ...{ short: 'NDSG', title: 'Niedersächsisches Datenschutzgesetz', version: 'copy of the text', textAsOf: '2024-02-08' },
    ...{ url: 'https://voris.wolterskluwer-online.de/', evidence: 'secondary' },
  },
  POLG_BW: {
    ...{ short: 'PolG BW', title: 'Polizeigesetz Baden-Württemberg', version: 'copy of the text', textAsOf: '2021-01-17' },
    ...{ url: 'https://www.landesrecht-bw.de/', evidence: 'secondary' },
  },
  SAECHS_DSUG: {
    ...{ short: 'SächsDSUG', title: 'Sächsisches Datenschutz-Umsetzungsgesetz', version: 'copy of § 22', textAsOf: '2019' },
    ...{ url: 'https://www.revosax.sachsen.de/', evidence: 'secondary' },
  },
};

/** A Land statute has one name in both languages. */
export const inBothLanguages = (text: string): Text => ({ de: text, en: text });
