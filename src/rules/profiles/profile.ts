// The form of a profile: what the law a controller stands under says of the notice, beside or instead of Art. 33 GDPR. A profile is data.
import type { Text } from '../../law/sources.ts';
import type { DutyKind, Risk } from '../assessment.ts';
import type { Statement } from '../art33/notify.ts';
import type { Release } from '../rule.ts';
import type { Counterparts } from './counterparts.ts';
import type { Land } from './land.ts';
import type { ProfileName } from './profileName.ts';

/** The mildest risk that is notified. `by-reading`: as the authorities of the country read Art. 33(1). `any-breach`: no test of risk. */
export type Threshold = 'by-reading' | 'any-breach' | Risk;

export type Notice = {
  readonly duty: Statement;
  readonly from: Threshold;
  /** From when on, as a sentence; the readings of Art. 33(1) bring their own. */
  readonly threshold?: Statement;
  /** Elapsed hours from awareness; absent where the law names none. */
  readonly hours?: number;
  readonly deadline: Statement;
  /** By when what the notice still lacks has to follow: elapsed hours from its sending. Absent where the law only says without delay. */
  readonly completion?: Statement & { readonly hours: number };
  /** The authorities the law itself names; absent where the configured one is competent. */
  readonly to?: readonly [string, ...string[]];
  /** Public bodies notify the configured authority instead of those above. */
  readonly publicBodiesElsewhere?: true;
  /** A second addressee beside the authority, by function; the configuration names who that is. */
  readonly also?: Statement;
};

/** A sentence to know beside a duty; it changes nothing. */
export type Hint = Statement & { readonly on: DutyKind; readonly inCountry?: string; readonly inSector?: 'private' | 'public' };

export type Profile = {
  readonly id: ProfileName;
  readonly name: Text;
  /** The version of the law our reading rests on: a day, or a month or year where we know no more. */
  readonly textAsOf: string;
  /** Later versions of this law in order, each with its first day (YYYY-MM-DD); the version itself holds before them. */
  readonly later?: readonly { readonly validFrom: string; readonly profile: Profile }[];
  /** The countries whose law this is; absent where it is that of the whole EEA. */
  readonly countries?: readonly string[];
  /** The authority where neither the law nor the configuration names one; `ask`: the configuration has to. */
  readonly authority?: string;
  /** The Länder in which a body of its own is competent instead; there the configuration has to name it. */
  readonly authorityAskedIn?: readonly Land[];
  readonly notice: Notice;
  /** The profile whose notice stands in for this one where both kinds of data are hit; absent where none does. */
  readonly givesWayTo?: ProfileName;
  readonly persons: Statement;
  /** The exceptions to informing people it knows beside unintelligible data. */
  readonly releases: readonly Release[];
  /** Its own places for what the GDPR says alike; absent where the GDPR itself is cited. */
  readonly counterparts?: Counterparts;
  readonly record: Statement;
  readonly hints: readonly Hint[];
};

/** What the second addressee is called while the configuration does not say who it is. */
export const UNNAMED_SUPERVISORY_BODY = 'rechts-oder-fachaufsicht';

/** The authority of this law at a place; `ask` where the configuration has to name it. Absent where the seat decides. */
export function authorityOf(
  { authority, authorityAskedIn = [] }: Profile,
  place: { readonly land?: string | undefined },
): string | undefined {
  const isAsked = authorityAskedIn.some((land) => land === place.land);
  return isAsked ? 'ask' : authority;
}

/** The version that holds on a day (YYYY-MM-DD); without one the latest. The duties go by the day of awareness, as the rule sets do. */
export function versionOn(profile: Profile, day: string | undefined): Profile {
  const { later = [] } = profile;
  return later.findLast(({ validFrom }) => day === undefined || validFrom <= day)?.profile ?? profile;
}
