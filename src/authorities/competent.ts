// Which authority is competent for a controller, and why. Nothing is chosen for good here: the configuration is what people confirm.
import type { ControllerProfile } from '../rules/assess.ts';
import { PROFILES } from '../rules/profiles/profiles.ts';
import type { ProfileName } from '../rules/profiles/profileName.ts';
import { AUTHORITY_BY_COUNTRY, EEA } from './authorityByCountry.ts';

/** A country, in Germany with its Land. */
export type Place = { readonly country: string; readonly land?: string | undefined };

export type Seat = Place & {
  readonly sector: 'private' | 'public';
  readonly profile?: ProfileName | undefined;
  /** Further establishments. The seat is the main one, unless one of these is marked (Art. 4(16) GDPR: where the decisions are taken). */
  readonly establishments?: readonly (Place & { readonly main?: boolean | undefined })[] | undefined;
  /** Where the people live whose data a controller from outside the EEA processes: `FR`, in Germany by Land `DE-NW`. */
  readonly affectedIn?: readonly string[] | undefined;
};

export type Competence = Pick<ControllerProfile, 'authority' | 'competence' | 'authorities'>;

/** In Germany that of the Land, in Bavaria one for private and one for public bodies; elsewhere that of the country, or its code. */
function authorityAt({ country, land }: Place, sector: 'private' | 'public'): string {
  if (country !== 'DE' || land === undefined) return AUTHORITY_BY_COUNTRY[country] ?? country.toLowerCase();
  if (land === 'BY') return sector === 'private' ? 'de-by-lda' : 'de-by-lfd';
  return `de-${land.toLowerCase()}`;
}

export const isInEea = ({ country }: Place): boolean => EEA.includes(country);

/** Written as `FR` or `DE-NW`. */
function placeOf(text: string): Place {
  const [country = '', land] = text.split('-');
  return { country, land };
}

/** A law may have an authority of its own. Those a law names as addressees of every notice stand in the profile, not here. */
function byProfile({ profile }: Seat): Competence | undefined {
  const authority = profile === undefined ? undefined : PROFILES[profile].authority;
  return authority === undefined || authority === 'ask' ? undefined : { authority };
}

/**
 * The competent authority of a controller where its configuration names none. Federal bodies, churches and broadcasters have authorities
 * of their own that do not follow from the seat; they are named in the configuration.
 */
export const competent = (seat: Seat): Competence => byProfile(seat) ?? bySeat(seat);

function bySeat(seat: Seat): Competence {
  const main = mainEstablishment(seat);
  if (main !== undefined) return { authority: authorityAt(main, seat.sector), ...groundOf(seat, main) };
  const authorities = (seat.affectedIn ?? []).map((persons) => ({
    persons,
    authority: authorityAt(placeOf(persons), 'private'),
  }));
  const [first] = authorities;
  if (first === undefined) return { authority: authorityAt(seat, seat.sector) };
  return { authority: first.authority, competence: 'every-state', authorities };
}

/** The marked establishment, else the seat, in the EEA. A representative (Art. 27 GDPR) is no establishment and not asked for. */
function mainEstablishment(seat: Seat): Place | undefined {
  const marked = seat.establishments?.find(({ main }) => main === true);
  return [marked, seat].find((place) => place !== undefined && isInEea(place));
}

/** One-stop-shop is for private bodies alone (Art. 55(2) GDPR). */
function groundOf(seat: Seat, main: Place): Pick<Competence, 'competence'> {
  if (seat.sector === 'public') return {};
  const places = [seat, ...(seat.establishments ?? [])].filter(isInEea);
  if (places.some(({ country }) => country !== main.country)) return { competence: 'lead' };
  if (main.country === 'DE' && places.some(({ land }) => land !== main.land)) return { competence: 'main-in-germany' };
  return {};
}
