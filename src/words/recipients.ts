// Whom a duty is owed to, in words. The ids are those of the directory of authorities (`de-nw`, `fr-cnil`).
import type { DutyKind } from '../breach/events.ts';
import type { Lang, Text } from '../law/sources.ts';

const LAENDER: Readonly<Record<string, string>> = {
  'de-bw': 'Baden-Württemberg',
  'de-be': 'Berlin',
  'de-bb': 'Brandenburg',
  'de-hb': 'Bremen',
  'de-hh': 'Hamburg',
  'de-he': 'Hessen',
  'de-mv': 'Mecklenburg-Vorpommern',
  'de-ni': 'Niedersachsen',
  'de-nw': 'Nordrhein-Westfalen',
  'de-rp': 'Rheinland-Pfalz',
  'de-sl': 'Saarland',
  'de-sn': 'Sachsen',
  'de-st': 'Sachsen-Anhalt',
  'de-sh': 'Schleswig-Holstein',
  'de-th': 'Thüringen',
};

const NAMED: Readonly<Record<string, Text>> = {
  persons: { de: 'betroffene Personen', en: 'the persons concerned' },
  unknown: { de: 'noch nicht benannt', en: 'not named yet' },
  register: { de: 'eigenes Register', en: 'our own register' },
  'de-by-lda': { de: 'Aufsichtsbehörde Bayern, private Stellen (BayLDA)', en: 'Authority of Bayern, private bodies (BayLDA)' },
  'de-by-lfd': { de: 'Aufsichtsbehörde Bayern, öffentliche Stellen (BayLfD)', en: 'Authority of Bayern, public bodies (BayLfD)' },
  'de-bfdi': { de: 'Aufsichtsbehörde des Bundes (BfDI)', en: 'Federal authority of Germany (BfDI)' },
  'de-ekd': { de: 'Kirchliche Aufsicht (BfD EKD)', en: 'Church authority (BfD EKD)' },
  'de-dsbkd': { de: 'Kirchliche Aufsicht (DSBKD)', en: 'Church authority (DSBKD)' },
  'de-kdsz-by': { de: 'Kirchliche Aufsicht (KDSZ Bayern)', en: 'Church authority (KDSZ Bayern)' },
  'de-kdsz-do': { de: 'Kirchliche Aufsicht (KDSZ Dortmund)', en: 'Church authority (KDSZ Dortmund)' },
  'de-kdsz-ffm': { de: 'Kirchliche Aufsicht (KDSZ Frankfurt)', en: 'Church authority (KDSZ Frankfurt)' },
  'de-kdsa-nord': { de: 'Kirchliche Aufsicht (KDSA Nord)', en: 'Church authority (KDSA Nord)' },
  'de-kdsa-ost': { de: 'Kirchliche Aufsicht (KDSA Ost)', en: 'Church authority (KDSA Ost)' },
  'de-rundfunk': { de: 'Rundfunkdatenschutzbeauftragter', en: 'Data protection officer of the broadcasters' },
  'de-dsa-ak': { de: 'Kirchliche Aufsicht (Alt-Katholisches Bistum)', en: 'Church authority (Old Catholic diocese)' },
  'de-dw': { de: 'Rundfunkdatenschutz der Deutschen Welle', en: 'Data protection of Deutsche Welle' },
  'de-ndr': { de: 'Rundfunkdatenschutz des NDR', en: 'Data protection of the NDR' },
  'de-rb': { de: 'Rundfunkdatenschutz von Radio Bremen', en: 'Data protection of Radio Bremen' },
  'de-blm': { de: 'Mediendatenbeauftragter der BLM', en: 'Media data officer of the BLM' },
  'de-bnetza': { de: 'Bundesnetzagentur', en: 'Bundesnetzagentur' },
  'eu-edps': { de: 'Europäischer Datenschutzbeauftragter', en: 'European Data Protection Supervisor' },
};

/** The laws with authorities of their own that the seat does not tell. */
const LAWS: Readonly<Record<string, Text>> = {
  catholic: { de: 'katholische Kirche', en: 'Catholic church' },
  protestant: { de: 'evangelische Kirche', en: 'Protestant church' },
  broadcasting: { de: 'Rundfunk', en: 'broadcasting' },
};

/** The national authorities of the EEA, Switzerland and the United Kingdom, as the directory calls them; each id begins with its state. */
const NATIONAL = new Set(
  [
    'at-dsb be-apd bg-cpdp ch-edoeb cy-dpc cz-uoou dk-dt ee-aki es-aepd fi-tsv fr-cnil gr-dpa hr-azop hu-naih ie-dpc is-pv it-gpdp',
    'li-dss lt-vdai lu-cnpd lv-dvi mt-idpc nl-ap no-dt pl-uodo pt-cnpd ro-anspdcp se-imy si-ip sk-uoou uk-ico',
  ].flatMap((line) => line.split(' ')),
);

const countryName = (code: string, language: Lang): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(code === 'uk' ? 'GB' : code.toUpperCase()) ?? code.toUpperCase();

/** An authority nobody named yet, with the place or the law that tells it apart where there are several. */
function notNamed(which: string | undefined, language: Lang): string {
  const about =
    which === undefined ? '' : /^[A-Z]{2}$/.test(which) ? countryName(which.toLowerCase(), language) : LAWS[which]?.[language];
  const behind = about === undefined || about === '' ? '' : `${about}: `;
  return language === 'de' ? `Aufsichtsbehörde (${behind}noch nicht benannt)` : `Authority (${behind}not named yet)`;
}

/** A country, in Germany with its Land (`FR`, `DE-NW`), as people call it. */
export const placeName = (place: string, language: Lang): string =>
  LAENDER[place.toLowerCase()] ?? (place === 'DE-BY' ? 'Bayern' : countryName(place.slice(0, 2).toLowerCase(), language));

/** Whom a processor tells (Art. 33(2) GDPR): a controller is known by its name, as it stands, or not yet. */
const controllerName = (id: string, language: Lang): string =>
  id !== 'unknown' ? id : language === 'de' ? 'Verantwortlicher (noch nicht benannt)' : 'Controller (not named yet)';

/** The recipient of a duty as people call it; a state whose authority has no id is known by its code. The name of a controller stays as it is. */
export function recipientName(kind: DutyKind, id: string, language: Lang): string {
  if (kind === 'art33-2') return controllerName(id, language);
  if (id === 'unknown' || id.startsWith('unknown-')) return notNamed(id.split('-').slice(1).join('-') || undefined, language);
  const named = NAMED[id]?.[language];
  if (named !== undefined) return named;
  const land = LAENDER[id];
  if (land !== undefined) return language === 'de' ? `Aufsichtsbehörde ${land}` : `Authority of ${land}`;
  if (!NATIONAL.has(id) && !/^[a-z]{2}$/.test(id)) return id;
  const country = countryName(id.slice(0, 2), language);
  return language === 'de' ? `Aufsichtsbehörde ${country}` : `Authority of ${country}`;
}
