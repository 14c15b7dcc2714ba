/** The authority of each state of the EEA, Switzerland and the United Kingdom, by the id it has in every duty. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
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

/**
 * The id of the competent authority of a controller, where nothing else is configured: in Germany that of its Land, in Bavaria one
 * for private and one for public bodies, elsewhere that of its country. Federal bodies, telecoms, churches and broadcasters have
 * authorities of their own and name them in the configuration. A country without an entry is known by its code.
 */
export function authority(controller: {
  readonly country: string;
  readonly land?: string | undefined;
  readonly sector: 'private' | 'public';
}): string {
  const { country, land, sector } = controller;
  if (country !== 'DE' || land === undefined) return BY_COUNTRY[country] ?? country.toLowerCase();
  if (land === 'BY') return sector === 'private' ? 'de-by-lda' : 'de-by-lfd';
  return `de-${land.toLowerCase()}`;
}
