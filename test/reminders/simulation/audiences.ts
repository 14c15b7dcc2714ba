import type { PersonId } from '../../../src/breach/identifiers.ts';
import { type Absence, type Organisation, type Platform, type SpecialRole } from '../../../src/organisation.ts';
import type { Version } from './listener.ts';
import type { Thing } from './things.ts';

/** An account or a channel. */
export type Place = {
  /** As a message names it. */
  readonly name: string;
  readonly platform: Platform;
  readonly isChannel: boolean;
  readonly person?: PersonId;
};

type Wanted = Thing['to'] | 'everybodyOfOffice' | 'digest';

/** Who must hear, by the words of the promise: officer, else deputy, else everybody; stages go on to the next who is there. */
export function audiencesOf(of: {
  readonly organisation: Organisation;
  readonly platforms: readonly Platform[];
  readonly absences: readonly Absence[];
  readonly course: readonly Version[];
}) {
  const { organisation, platforms, course } = of;
  const absences = of.absences.map(({ person, from, until }) => ({ person, from: Date.parse(from), until: Date.parse(until) }));
  const changes = [...absences.flatMap(({ from, until }) => [from, until]), ...course.map(({ at }) => at)].toSorted(
    (a, b) => a - b,
  );

  const isAway = (person: PersonId, moment: number): boolean =>
    absences.some((one) => one.person === person && one.from <= moment && moment < one.until);
  const isExcluded = (person: PersonId, moment: number): boolean =>
    course.findLast(({ at }) => at <= moment)?.record.excluded.includes(person) ?? false;
  const withRole = (role: SpecialRole, moment: number): readonly PersonId[] =>
    organisation.persons.filter(({ roles, id }) => roles.includes(role) && !isExcluded(id, moment)).map(({ id }) => id);
  const there = (persons: readonly PersonId[], moment: number): readonly PersonId[] =>
    persons.filter((person) => !isAway(person, moment));
  const orAll = (present: readonly PersonId[], all: readonly PersonId[]): readonly PersonId[] =>
    present.length > 0 ? present : all;

  function personsAt(wanted: Wanted, moment: number): readonly PersonId[] {
    if (typeof wanted === 'object') return [];
    const [officers, deputies] = [withRole('dpo', moment), withRole('deputy', moment)];
    const office = [...officers, ...deputies];
    const management = withRole('management', moment);
    switch (wanted) {
      case 'office':
        return [there(officers, moment), there(deputies, moment), office].find(({ length }) => length > 0) ?? [];
      case 'digest':
        return [there(officers, moment), there(deputies, moment), officers].find(({ length }) => length > 0) ?? [];
      case 'everybodyOfOffice':
        return orAll(there(office, moment), office);
      case 'deputy':
        return orAll(there(deputies, moment), orAll(orAll(there(management, moment), management), office));
      case 'management':
        return orAll(orAll(there(management, moment), management), office);
      case 'deciders':
        return orAll(there(withRole('decider', moment), moment), withRole('decider', moment));
    }
  }

  const accountsOf = (person: PersonId): readonly Place[] => {
    const accounts = organisation.persons.find(({ id }) => id === person)?.accounts ?? {};
    return platforms.flatMap((platform): readonly Place[] => {
      const id = accounts[platform];
      return id === undefined ? [] : [{ name: `${platform}:person:${id}`, platform, isChannel: false, person }];
    });
  };
  const channels: readonly Place[] = platforms.flatMap((platform) => {
    const id = organisation.channels[platform];
    return id === undefined ? [] : [{ name: `${platform}:channel:${id}`, platform, isChannel: true }];
  });

  const isSteady = (wanted: Wanted, from: number, until: number): boolean => {
    const before = personsAt(wanted, from).join();
    return changes
      .filter((change) => from < change && change <= until)
      .every((change) => personsAt(wanted, change).join() === before);
  };

  return {
    /** Those who are it all the time; where that changes, the persons among them are left to `arrivals`. */
    of: (wanted: Wanted, from: number, until: number): readonly Place[] => {
      if (typeof wanted === 'object') return [{ name: wanted.account, platform: 'desk', isChannel: false }];
      const persons = isSteady(wanted, from, until) ? personsAt(wanted, from).flatMap(accountsOf) : [];
      return wanted === 'deciders' || wanted === 'everybodyOfOffice' ? persons : [...persons, ...channels];
    },
    isThere: ({ person }: Place, from: number, until: number): boolean =>
      person === undefined ||
      [from, ...changes.filter((change) => from < change && change <= until)].every((moment) =>
        personsAt('office', moment).includes(person),
      ),
    /** Who comes to be one of those who are reminded, and since when they were none of them. */
    arrivals: (
      from: number,
      until: number,
    ): readonly { readonly place: Place; readonly at: number; readonly awaySince: number }[] => {
      const left = new Map<PersonId, number>();
      let before = personsAt('office', from);
      return changes
        .filter((change) => from < change && change < until)
        .flatMap((at) => {
          const present = personsAt('office', at);
          const came = present.filter((person) => !before.includes(person));
          for (const person of before) if (!present.includes(person)) left.set(person, at);
          before = present;
          return came.flatMap((person) =>
            accountsOf(person).map((place) => ({ place, at, awaySince: left.get(person) ?? -Infinity })),
          );
        });
    },
  };
}
