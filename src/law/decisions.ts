// What authorities decided or wrote, as far as the rules rest on it. Summaries stand for decisions that we did not read themselves.
import type { Evidence, Text } from './sourceList.ts';

export type DecisionName = 'AP_BOOKING' | 'DPC_MAYNOOTH' | 'NO_ARGON' | 'GARANTE_LAZIOCREA' | 'BLNBDI_PROCESSOR' | 'BFDI_TELECOM';

type AuthoritysWord = {
  readonly short: Text;
  readonly title: Text;
  readonly url: string;
  readonly version: string;
  readonly textAsOf: string;
  readonly evidence: Evidence;
};

/** Known from the collection of summaries at gdprhub.eu. */
const summary = (short: string, title: Text, year: string): AuthoritysWord => ({
  ...{ short: { de: short, en: short }, title, url: 'https://gdprhub.eu/' },
  ...{ version: 'summary', textAsOf: year, evidence: 'secondary' },
});

/** From the authority's own pages. */
const ownPage = (short: Text, title: Text, url: string): AuthoritysWord => ({
  ...{ short, title, url, version: 'web page', textAsOf: '2026', evidence: 'authority' },
});

export const DECISIONS: { readonly [D in DecisionName]: AuthoritysWord } = {
  AP_BOOKING: summary(
    'Autoriteit Persoonsgegevens (NL), Booking',
    { de: 'Niederländische Aufsichtsbehörde, Bescheid Booking.com', en: 'Dutch authority, decision on Booking.com' },
    '2020',
  ),
  DPC_MAYNOOTH: summary(
    'DPC (IE), Maynooth University',
    { de: 'Irische Aufsichtsbehörde, Bescheid Maynooth University', en: 'Irish authority, decision on Maynooth University' },
    '2025',
  ),
  NO_ARGON: {
    short: { de: 'Datatilsynet (NO), 21/03126 Argon', en: 'Datatilsynet (NO), 21/03126 Argon' },
    title: {
      de: 'Norwegische Aufsichtsbehörde, Bescheid 21/03126 Argon',
      en: 'Norwegian authority, decision 21/03126 Argon',
    },
    url: 'https://www.datatilsynet.no/',
    version: '21/03126',
    textAsOf: '2023',
    evidence: 'authority',
  },
  GARANTE_LAZIOCREA: summary(
    'Garante (IT), LAZIOcrea',
    { de: 'Italienische Aufsichtsbehörde, Bescheid LAZIOcrea', en: 'Italian authority, decision on LAZIOcrea' },
    '2024',
  ),
  BLNBDI_PROCESSOR: ownPage(
    { de: 'BlnBDI, Hinweise zur Meldung', en: 'BlnBDI, notes on notices' },
    { de: 'Berliner Aufsichtsbehörde, Hinweise zur Meldung von Datenpannen', en: 'Berlin authority, notes on breach notices' },
    'https://www.datenschutz-berlin.de/',
  ),
  BFDI_TELECOM: ownPage(
    { de: 'BfDI, Meldungen nach § 169 TKG', en: 'BfDI, notices under § 169 TKG' },
    {
      de: 'BfDI, Hinweise zu Meldungen nach § 169 TKG',
      en: 'BfDI (federal authority, Germany), notes on notices under § 169 TKG',
    },
    'https://www.bfdi.bund.de/',
  ),
};
