// Which authority is competent for a controller, and why. Nothing is chosen for good here: the configuration is what people confirm.
import type { ControllerProfile } from '../rules/assess.ts';
import { PROFILES } from '../rules/profiles/profiles.ts';
import type { ProfileName } from '../rules/profiles/profileName.ts';
import { authorityAt, isInEea, type Place, placeOf } from '../rules/art33/authorityByCountry.ts';
import { authorityOf } from '../rules/profiles/profile.ts';
import { profileFor } from '../rules/profiles/profileFor.ts';
import { WHOLE_EEA } from '../rules/recipients.ts';

export { isInEea, type Place } from '../rules/art33/authorityByCountry.ts';

export type Seat = Place & {
  readonly sector: 'private' | 'public';
  readonly profile?: ProfileName | undefined;
  /** Further establishments. The seat is the main one, unless one of these is marked (Art. 4(16) GDPR: where the decisions are taken). */
  readonly establishments?: readonly (Place & { readonly main?: boolean | undefined })[] | undefined;
  /** Where the people live whose data a controller from outside the EEA processes: `FR`, in Germany by Land `DE-NW`. */
  readonly affectedIn?: readonly string[] | undefined;
};

export type Competence = Pick<ControllerProfile, 'authority' | 'competence' | 'authorities'>;

/** A law may have an authority of its own. Those a law names as addressees of every notice stand in the profile, not here. */
function byProfile(seat: Seat): Competence | undefined {
  const authority = seat.profile === undefined ? undefined : authorityOf(PROFILES[seat.profile], seat);
  return authority === undefined || authority === 'ask' ? undefined : { authority };
}

/** True outside the EEA where another law of ours holds: the authority at home stays, those in the EEA stand beside it. */
export const hasLawAtHome = ({ country, sector, profile }: Seat): boolean => {
  const seat = { id: '', country, sector, authority: '', ...(profile !== undefined && { profile }) };
  return !isInEea({ country }) && profileFor({}, seat).countries?.includes(country) === true;
};

/**
 * The competent authority of a controller where its configuration names none. Federal bodies, churches and broadcasters have authorities
 * of their own that do not follow from the seat; they are named in the configuration.
 */
export const competent = (seat: Seat): Competence => byProfile(seat) ?? bySeat(seat);

function bySeat(seat: Seat): Competence {
  const main = mainEstablishment(seat);
  const atHome = hasLawAtHome(seat) ? { authority: authorityAt(seat, seat.sector) } : undefined;
  if (main !== undefined)
    return { authority: authorityAt(main, seat.sector), ...groundOf(seat, main), ...besideHome(atHome, main) };
  const authorities = (seat.affectedIn ?? []).map((persons) => ({
    persons,
    authority: authorityAt(placeOf(persons), 'private'),
  }));
  const [first] = authorities;
  if (first === undefined) return { authority: authorityAt(seat, seat.sector) };
  return { authority: first.authority, competence: 'every-state', authorities, ...atHome };
}

/** With a main establishment in the EEA its authority leads there, beside the one at home. */
const besideHome = (atHome: Competence | undefined, main: Place): Partial<Competence> =>
  atHome === undefined ? {} : { ...atHome, authorities: [{ persons: WHOLE_EEA, authority: authorityAt(main, 'private') }] };

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
