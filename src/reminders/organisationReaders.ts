import type { PersonId } from '../breach/identifiers.ts';
import {
  type Absence,
  absenceAt,
  accountsOf,
  languageOf,
  type Organisation,
  type Platform,
  personsWithRole,
} from '../organisation.ts';
import type { Instant } from '../rules/instant.ts';
import { channelReaders, type Reader } from './addressees.ts';

/** Somebody who is told what belongs to no case. `person` is absent for a channel. */
export type OrganisationReader = Reader & { readonly person?: PersonId };

export type OrganisationKnown = {
  readonly organisation: Organisation;
  readonly platforms: readonly Platform[];
  readonly absences?: readonly Absence[];
};

/**
 * The data protection officers who are here, else the deputies who are, else the officers all the same; and the channels. On every connected
 * platform: what is wrong with one of them is told on the others.
 */
export function organisationReaders(known: OrganisationKnown, now: Instant): readonly OrganisationReader[] {
  const { organisation, absences = [] } = known;
  const [officers, deputies] = [reachable(known, 'dpo'), reachable(known, 'deputy')];
  const present = [officers, deputies]
    .map((readers) => readers.filter(({ person }) => absenceAt(absences, person, now) === undefined))
    .find((readers) => readers.length > 0);
  const persons = present ?? (officers.length > 0 ? officers : deputies);
  return [...persons, ...channelReaders({ organisation, platforms: known.platforms })];
}

const reachable = ({ organisation, platforms }: OrganisationKnown, role: 'dpo' | 'deputy') =>
  personsWithRole(organisation, role).flatMap(({ id: person }) =>
    accountsOf(organisation, person)
      .filter(({ platform }) => platforms.includes(platform))
      .map(({ platform, account: id }) => ({
        person,
        to: { platform, kind: 'person' as const, id },
        language: languageOf(organisation, person),
      })),
  );
