import type { CaseRecord } from '../breach/breachCase.ts';
import type { PersonId } from '../breach/identifiers.ts';
import type { Lang } from '../law/sources.ts';
import {
  type Absence,
  absenceAt,
  accountsOf,
  languageOf,
  type Organisation,
  personsWithRole,
  PLATFORMS,
  type Platform,
  type SpecialRole,
} from '../organisation.ts';
import type { Addressee } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { isLost, lostSince, type Unreachable } from './unreachable.ts';

/**
 * Somebody who is written to, and in which language. `since`: they came back, or stand in, from then on; what fell due before is owed to
 * them then, as one message.
 */
export type Reader = {
  readonly to: Addressee;
  readonly language: Lang;
  readonly since?: Instant;
  /** Not one of those who are told anyway: what was said once before is not said to them again. */
  readonly standsIn?: true;
};

/** What must be known of a case to know whom to tell. */
type ReadersOf = Pick<CaseRecord, 'excluded' | 'reporter' | 'reporterLanguage'>;
type Known = {
  /** Absent for what belongs to no case. */
  readonly record?: ReadersOf;
  readonly organisation: Organisation;
  readonly platforms: readonly Platform[];
  readonly absences?: readonly Absence[];
  /** Without it nobody is away. */
  readonly now?: Instant;
  /** Whom the platforms said cannot be written to any more. */
  readonly unreachable?: readonly Unreachable[];
};

/** The channel of the data protection office on each platform that is connected. */
export const channelReaders = ({ organisation, platforms }: Known): readonly Reader[] =>
  PLATFORMS.flatMap((platform) => {
    const id = organisation.channels[platform];
    if (id === undefined || !platforms.includes(platform)) return [];
    return [{ to: { platform, kind: 'channel' as const, id }, language: organisation.language }];
  });

/**
 * Everybody who is reminded: each data protection officer in person, and the channel. Where no officer can be reached
 * (all excluded, away, or none has an account here) the deputies stand in, so that an exclusion never means silence. Where
 * all of them are away, all of them are told as if they were not. An officer whose accounts are gone is tried again from time to time, and the
 * deputies are told beside.
 */
export const officeReaders = (known: Known): readonly Reader[] => [...officePersons(known), ...channelReaders(known)];

function officePersons(known: Known): readonly Reader[] {
  const [officers, deputies] = [reachable(known, 'dpo'), reachable(known, 'deputy')];
  const present = officers.filter((person) => !isAway(known, person));
  if (present.length > 0) return [...readersOf(known, present), ...insteadOfLost(known, present, deputies)];
  const standIns = deputies.filter((person) => !isAway(known, person));
  if (officers.length === 0) return readersOf(known, standIns.length > 0 ? standIns : deputies);
  const since = emptySince(known, officers);
  if (standIns.length > 0) return standingIn(readersOf(known, standIns), since);
  const others = deputies.filter((person) => !officers.includes(person));
  return [...readersOf(known, officers), ...standingIn(readersOf(known, others), nobodyThereSince(known) ?? since)];
}

/** The deputies, where none of these officers can be written to any more. */
function insteadOfLost(known: Known, officers: readonly PersonId[], deputies: readonly PersonId[]): readonly Reader[] {
  const since = lostSince(known.unreachable ?? [], readersOf(known, officers));
  if (since === undefined) return [];
  const others = deputies.filter((person) => !officers.includes(person));
  return standingIn(readersOf(known, presentOrAll(known, others)), since);
}

const standingIn = (readers: readonly Reader[], since: Instant | undefined): readonly Reader[] =>
  readers.map((reader) => ({ ...reader, standsIn: true as const, ...latestSince(reader.since, since) }));

function latestSince(one: Instant | undefined, other: Instant | undefined): Pick<Reader, 'since'> {
  const since = [one, other]
    .filter((moment) => moment !== undefined)
    .toSorted()
    .at(-1);
  return since === undefined ? {} : { since };
}

/** From when on nobody of the office is there, although somebody could be reached; undefined where somebody is. */
export function nobodyThereSince(known: Known): Instant | undefined {
  const office = [...new Set([...reachable(known, 'dpo'), ...reachable(known, 'deputy')])];
  return office.length > 0 && office.every((person) => isAway(known, person)) ? emptySince(known, office) : undefined;
}

/** The moment the last of them left. */
const emptySince = (known: Known, persons: readonly PersonId[]): Instant | undefined =>
  persons
    .flatMap((person) => absenceNow(known, person)?.from ?? [])
    .toSorted()
    .at(-1);

/** Whom a stage of the escalation reaches, and whether it is the one it was meant for. */
export type Audience = {
  readonly told: 'deputy' | 'management' | 'nobody';
  /** Who is told directly, with all the office may see. */
  readonly office: readonly Reader[];
  /** Who is told number, duty and time only. */
  readonly management: readonly Reader[];
};

/**
 * The deputies who are there; where there is none, the management at once; where there is none either, the office itself, so that it knows
 * that nobody stands behind it. Whose accounts are gone counts as not there, and is tried again from time to time all the same.
 */
export function audienceOf(known: Known, stage: 'deputy' | 'management'): Audience {
  const deputies = stage === 'deputy' ? reachable(known, 'deputy').filter((person) => !isAway(known, person)) : [];
  if (canBeReached(known, deputies)) return { told: 'deputy', office: readersOf(known, deputies), management: [] };
  const management = presentOrAll(known, reachable(known, 'management'));
  const everybody = everybodyOfOffice(known);
  const isOffice = (person: PersonId): boolean => everybody.includes(person);
  const isThere = canBeReached(known, management);
  const office = isThere ? [...new Set([...deputies, ...management.filter(isOffice)])] : everybody;
  const others = management.filter((person) => !isOffice(person));
  return { told: isThere ? 'management' : 'nobody', office: readersOf(known, office), management: readersOf(known, others) };
}

/** Whether there is anybody among them whom something may still reach. */
const canBeReached = (known: Known, persons: readonly PersonId[]): boolean =>
  persons.length > 0 && lostSince(known.unreachable ?? [], readersOf(known, persons)) === undefined;

/** Officers and deputies who can be written to and may see the case, each once. */
export const everybodyOfOffice = (known: Known): readonly PersonId[] => [
  ...new Set([...reachable(known, 'dpo'), ...reachable(known, 'deputy')]),
];

/** Of these persons those who are there; all of them where nobody is. */
export function presentOrAll(known: Known, persons: readonly PersonId[]): readonly PersonId[] {
  const present = persons.filter((person) => !isAway(known, person));
  return present.length > 0 ? present : persons;
}

/** Somebody who is told what belongs to no case. `person` is absent for a channel. */
export type OrganisationReader = Reader & { readonly person?: PersonId };
export type OrganisationKnown = Omit<Known, 'record' | 'now'>;

/**
 * Who is told what belongs to no case: the data protection officers who are here, else the deputies who are, else the officers all the same; and
 * the channels. On every connected platform: what is wrong with one of them is told on the others. Where no officer, or a channel, cannot
 * be written to any more, the deputies are told too.
 */
export function organisationReaders(of: OrganisationKnown, now: Instant): readonly OrganisationReader[] {
  const known = { ...of, now };
  const [officers, deputies] = [reachable(known, 'dpo'), reachable(known, 'deputy')];
  const isHere = (person: PersonId): boolean => !isAway(known, person);
  const present = [officers, deputies].map((persons) => persons.filter(isHere)).find((persons) => persons.length > 0);
  const told = present ?? (officers.length > 0 ? officers : deputies);
  const channels = channelReaders(known);
  const unreachable = known.unreachable ?? [];
  const isShort =
    lostSince(unreachable, readersOf(known, told)) !== undefined || channels.some(({ to }) => isLost(unreachable, to));
  const persons = isShort ? new Set([...told, ...presentOrAll(known, deputies)]) : told;
  return [...[...persons].flatMap((person) => readersFor(known, person).map((reader) => ({ ...reader, person }))), ...channels];
}

/** Persons with this role who have an account on a connected platform and may see the case. */
const reachable = (known: Known, role: SpecialRole): readonly PersonId[] =>
  personsWithRole(known.organisation, role)
    .map(({ id }) => id)
    .filter((person) => readersFor(known, person).length > 0);

const readersOf = (known: Known, persons: readonly PersonId[]): readonly Reader[] =>
  persons.flatMap((person) => readersFor(known, person));

const isAway = (known: Known, person: PersonId): boolean => absenceNow(known, person) !== undefined;

const absenceNow = ({ absences = [], now }: Known, person: PersonId): Absence | undefined =>
  now === undefined ? undefined : absenceAt(absences, person, now);

/** The end of the last absence that is over. */
const backSince = ({ absences = [], now }: Known, person: PersonId): Instant | undefined =>
  now === undefined
    ? undefined
    : absences
        .filter((one) => one.person === person && one.until <= now)
        .map(({ until }) => until)
        .toSorted()
        .at(-1);

/** The next moment at which somebody leaves or comes back. */
export const nextPresence = ({ absences = [] }: Pick<Known, 'absences'>, now: Instant): Instant | undefined =>
  absences
    .flatMap(({ from, until }) => [from, until])
    .filter((moment) => moment > now)
    .toSorted()[0];

/** Every account of this person on a connected platform; none where the person is excluded from the case. */
export function readersFor(known: Known, person: PersonId): readonly Reader[] {
  const { record, organisation, platforms } = known;
  if (record?.excluded.includes(person)) return [];
  const isConfigured = organisation.persons.some((candidate) => candidate.id === person);
  const reported = record?.reporter === person && !isConfigured ? record.reporterLanguage : undefined;
  const language = reported ?? languageOf(organisation, person);
  const since = backSince(known, person);
  return accountsOf(organisation, person)
    .filter(({ platform }) => platforms.includes(platform))
    .map(({ platform, account }) => ({
      to: { platform, kind: 'person' as const, id: account },
      language,
      ...(since === undefined ? {} : { since }),
    }));
}
