import type { CaseRecord } from '../breach/breachCase.ts';
import type { PersonId } from '../breach/identifiers.ts';
import type { Lang } from '../law/sources.ts';
import {
  accountsOf,
  languageOf,
  type Organisation,
  personsWithRole,
  PLATFORMS,
  type Platform,
  type SpecialRole,
} from '../organisation.ts';
import type { Addressee } from '../ports.ts';

/** Somebody who is written to, and in which language. */
export type Reader = { readonly to: Addressee; readonly language: Lang };

/** What must be known of a case to know whom to tell. */
type ReadersOf = Pick<CaseRecord, 'excluded' | 'reporter' | 'reporterLanguage'>;
type Known = { readonly record: ReadersOf; readonly organisation: Organisation; readonly platforms: readonly Platform[] };

/** The channel of the data protection office on each platform that is connected. */
export const channelReaders = ({ organisation, platforms }: Omit<Known, 'record'>): readonly Reader[] =>
  PLATFORMS.flatMap((platform) => {
    const id = organisation.channels[platform];
    if (id === undefined || !platforms.includes(platform)) return [];
    return [{ to: { platform, kind: 'channel' as const, id }, language: organisation.language }];
  });

/**
 * Everybody who is reminded: each data protection officer in person, and the channel. Where no officer can be reached
 * (all excluded, or none has an account here) the deputies stand in, so that an exclusion never means silence.
 */
export function officeReaders(known: Known): readonly Reader[] {
  const officers = readersWithRole(known, 'dpo');
  const persons = officers.length > 0 ? officers : readersWithRole(known, 'deputy');
  return [...persons, ...channelReaders(known)];
}

const readersWithRole = (known: Known, role: SpecialRole): readonly Reader[] =>
  personsWithRole(known.organisation, role).flatMap((person) => readersFor(known, person.id));

/** Every account of this person on a connected platform; none where the person is excluded from the case. */
export function readersFor({ record, organisation, platforms }: Known, person: PersonId): readonly Reader[] {
  if (record.excluded.includes(person)) return [];
  const isConfigured = organisation.persons.some((candidate) => candidate.id === person);
  const language = person === record.reporter && !isConfigured ? record.reporterLanguage : languageOf(organisation, person);
  return accountsOf(organisation, person)
    .filter(({ platform }) => platforms.includes(platform))
    .map(({ platform, account }) => ({ to: { platform, kind: 'person' as const, id: account }, language }));
}
