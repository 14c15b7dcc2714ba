// The directory of supervisory authorities: who they are, where a notice goes, and on which day that was last looked at.
import type { Text } from '../law/sources.ts';
import { ADVICE, type AuthorityAdvice } from './authorityAdvice.ts';
import { DIRECTORY_CHECKED_ON, DIRECTORY_ENTRIES } from './directoryEntries.ts';

export type AuthorityKind = 'federal' | 'land' | 'church' | 'broadcast' | 'media' | 'sector' | 'national' | 'regional' | 'eu';

export type DirectoryEntry = {
  readonly id: string;
  /** ISO 3166; `EU` for the one of the institutions. */
  readonly country: string;
  readonly land?: string;
  readonly kind: AuthorityKind;
  readonly name: string;
  readonly short: string;
  readonly city?: string;
  readonly website: string;
  /** Where a notice is made. Absent: not found, and never guessed. `unverified`: known only by hearsay. */
  readonly page?: { readonly url: string; readonly seen: 'stored-copy' | 'unverified' };
  /** The entry itself is known only by hearsay. */
  readonly entry?: 'unverified';
  readonly languages: readonly string[];
};

/** An entry with what is to be known before sending there. */
export type Authority = DirectoryEntry & AuthorityAdvice & { readonly checkedOn: string };

/** The page of the EDPB that leads to the national ways; shown where we know no page. No notice goes there. */
export const EDPB_HUB = 'https://www.edpb.europa.eu/notify-data-breach_en';

export const AUTHORITIES: readonly Authority[] = DIRECTORY_ENTRIES.map((entry) => ({
  ...entry,
  ...(ADVICE[entry.id] ?? {}),
  checkedOn: DIRECTORY_CHECKED_ON,
}));

/** Undefined for an id that stands for an authority nobody named yet, and for one we do not know. */
export const authorityOfId = (id: string): Authority | undefined => AUTHORITIES.find((authority) => authority.id === id);

/** Reads what a person types: the id, or the short name. */
export const authorityNamed = (typed: string): Authority | undefined => {
  const wanted = typed.trim().toLowerCase();
  return AUTHORITIES.find(({ id, short }) => id === wanted || short.toLowerCase() === wanted);
};

export const AUTHORITY_KINDS: Readonly<Record<AuthorityKind, Text>> = {
  federal: { de: 'Bund', en: 'federal' },
  land: { de: 'Land', en: 'Land' },
  church: { de: 'Kirche', en: 'church' },
  broadcast: { de: 'Rundfunk', en: 'broadcasting' },
  media: { de: 'Medien', en: 'media' },
  sector: { de: 'besonderer Bereich', en: 'special sector' },
  national: { de: 'Staat', en: 'national' },
  regional: { de: 'Region', en: 'regional' },
  eu: { de: 'Organe der EU', en: 'institutions of the EU' },
};
