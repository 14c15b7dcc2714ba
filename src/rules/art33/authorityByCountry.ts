// The authorities outside Germany by country, and the countries in which Chapter VII GDPR (lead authority) applies.

/** The authority of each state of the EEA, Switzerland and the United Kingdom, by the id it has in every duty. */
export const AUTHORITY_BY_COUNTRY: Readonly<Record<string, string>> = {
  AT: 'at-dsb',
  BE: 'be-apd',
  BG: 'bg-cpdp',
  CH: 'ch-edoeb',
  CY: 'cy-dpc',
  CZ: 'cz-uoou',
  DK: 'dk-dt',
  EE: 'ee-aki',
  ES: 'es-aepd',
  FI: 'fi-tsv',
  FR: 'fr-cnil',
  GB: 'uk-ico',
  GR: 'gr-dpa',
  HR: 'hr-azop',
  HU: 'hu-naih',
  IE: 'ie-dpc',
  IS: 'is-pv',
  IT: 'it-gpdp',
  LI: 'li-dss',
  LT: 'lt-vdai',
  LU: 'lu-cnpd',
  LV: 'lv-dvi',
  MT: 'mt-idpc',
  NL: 'nl-ap',
  NO: 'no-dt',
  PL: 'pl-uodo',
  PT: 'pt-cnpd',
  RO: 'ro-anspdcp',
  SE: 'se-imy',
  SI: 'si-ip',
  SK: 'sk-uoou',
};

/** The European Economic Area: the Union with Iceland, Liechtenstein and Norway. */
export const EEA: readonly string[] = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE'],
  ...['IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
];

/** A country, in Germany with its Land. */
export type Place = { readonly country: string; readonly land?: string | undefined };

export const isInEea = ({ country }: Place): boolean => EEA.includes(country);

/** Written as `FR` or `DE-NW`. */
export function placeOf(text: string): Place {
  const [country = '', land] = text.split('-');
  return { country, land };
}

/**
 * In Germany that of the Land, in Bavaria one for private and one for public bodies; elsewhere that of the country. Where we know none, each
 * place has a name of its own, so that no two of them become one.
 */
export function authorityAt({ country, land }: Place, sector: 'private' | 'public'): string {
  if (country !== 'DE') return AUTHORITY_BY_COUNTRY[country] ?? `unknown-${country}`;
  if (land === undefined) return 'unknown-DE';
  if (land === 'BY') return sector === 'private' ? 'de-by-lda' : 'de-by-lfd';
  return `de-${land.toLowerCase()}`;
}
