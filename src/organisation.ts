import type { CaseSetting } from './breach/commands.ts';
import type { DutyKind } from './breach/events.ts';
import type { PersonId } from './breach/identifiers.ts';
import { personId } from './breach/identifiers.ts';
import type { RetentionSetting } from './breach/retention.ts';
import type { Lang } from './law/sources.ts';
import type { ControllerProfile } from './rules/assess.ts';
import type { Instant } from './rules/instant.ts';
import type { Neighbour } from './rules/neighbours/neighbour.ts';

export const PLATFORMS = ['slack', 'teams', 'desk'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What a person may be, from the configuration; whoever is not named there is an employee. */
export const SPECIAL_ROLES = ['dpo', 'deputy', 'decider', 'management'] as const;
export type SpecialRole = (typeof SPECIAL_ROLES)[number];
export type OrganisationRole = SpecialRole | 'employee';

export type Controller = ControllerProfile & {
  readonly name: string;
  readonly contact: string;
  readonly decider?: PersonId;
  /** Where we are its processor: within how many hours the contract wants it told (Art. 33(2) GDPR itself names none). */
  readonly toldWithinHours?: number;
};

/** Monday first, as in ISO 8601. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When somebody works, by the clocks of the organisation's place. Times as `08:00`, up to `24:00`; days as `2026-12-24`. */
export type WorkingTime = {
  readonly hours: Readonly<Partial<Record<Weekday, { readonly from: string; readonly to: string }>>>;
  /** Whose public holidays count: a country, with Land or canton and region where it has them (`DE`, `NW`; `DE`, `BY`, `KATH`). */
  readonly holidaysOf: { readonly country: string; readonly state?: string; readonly region?: string };
  /** Further free days: `12-24` in every year, or one day. */
  readonly holidays: readonly string[];
  /** When the house is closed, first and last day included. */
  readonly closed: readonly { readonly from: string; readonly to: string }[];
};

/** What a cadence can be given for: the kinds of duty, and what else is recalled. `src/reminders/cadence.ts` holds the usual one of each. */
export const CADENCE_KINDS = [
  'art33-1',
  'art33-1-without-hours',
  'art34-1',
  'art33-2',
  'art33-4',
  'art33-5',
  'neighbour',
  'neighbour-question',
  'investigation',
  'decision-art33-1',
  'decision',
  'measure',
  'authority-question',
  'close',
  'question',
] as const;
export type CadenceKind = (typeof CADENCE_KINDS)[number];

/** Steps in elapsed hours from the start (for a measure: from its due date, negative before it), and the distance of all that follow. */
export type CadenceGiven = { readonly atHours: readonly number[]; readonly thenEveryHours: number };
export type CadenceOverrides = Readonly<Partial<Record<CadenceKind, CadenceGiven>>>;

export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly SpecialRole[];
  readonly language?: Lang;
  /** One person may have an account on each platform. */
  readonly accounts: Readonly<Partial<Record<Platform, string>>>;
};

/** Somebody is away from one moment to another; `until` no longer belongs to it. */
export type Absence = { readonly person: PersonId; readonly from: Instant; readonly until: Instant };

/** The absence in which this person is at that moment, if any. */
export const absenceAt = (absences: readonly Absence[], person: PersonId, now: Instant): Absence | undefined =>
  absences.find((one) => one.person === person && one.from <= now && now < one.until);

/** When somebody else is told. At least one of the two kinds of moment is there, so that every stage comes. */
export type EscalationStage = {
  /** So many hours before the last moment; where less than 72 hours were given, the same share of them. */
  readonly hoursLeft?: number;
  /** At the last moment itself, and every so many hours after it. */
  readonly thenEveryHours?: number;
  /** After so many hours in which the office recorded nothing on the case. */
  readonly withoutMovementHours?: number;
};
/** The DPO is stage one: who is reminded from the beginning. */
export const ESCALATION_STAGES = ['deputy', 'management'] as const;
export type EscalationStageName = (typeof ESCALATION_STAGES)[number];
/** Per kind of duty; `decision` while the rules say „not owed“ and nobody has decided so. */
export type EscalationKind = DutyKind | 'decision';
export type EscalationPlan = Readonly<Record<EscalationStageName, EscalationStage>>;
export type EscalationOverrides = Readonly<Partial<Record<EscalationKind, Partial<EscalationPlan>>>>;

/** The configuration (`fristwacht.yaml`), validated; secrets are never in it. */
export type Organisation = {
  readonly name: string;
  readonly language: Lang;
  /** IANA name, for example `Europe/Berlin`. */
  readonly timeZone: string;
  readonly self: string;
  readonly processesForOthers: boolean;
  readonly controllers: readonly Controller[];
  readonly persons: readonly Person[];
  /** The channel of the data protection office on each platform. */
  readonly channels: Readonly<Partial<Record<Platform, string>>>;
  /** Whom a person can always reach, also when the bot cannot help. */
  readonly contactPoint: { readonly name: string; readonly email: string; readonly phone: string };
  /** Whether the employer confirmed that reporting has no disadvantage; only then is it said. */
  readonly noDisadvantage: boolean;
  readonly confirmation: CaseSetting['confirmation'];
  /** The neighbouring regimes that concern our own organisation at all; each case asks about these and no others. */
  readonly neighbours?: readonly Neighbour[];
  /** How long a closed case is kept, by how it came out; the default where the file says nothing. */
  readonly retention?: RetentionSetting;
  /** Who is told when, where it is not the default of `src/reminders/escalation.ts`. */
  readonly escalation?: EscalationOverrides;
  /** When somebody works here; without it every hour counts as working time and nothing is deferred. */
  readonly workingTime?: WorkingTime;
  /** Other steps than the usual ones, by kind; checked before they get here (`cadenceFault`). */
  readonly cadence?: CadenceOverrides;
  /** Never from a file: other rule sets than those of this version, to try them out. */
  readonly ruleSets?: CaseSetting['ruleSets'];
};

/** The person behind an account; somebody not named in the configuration is known by `platform:account`. */
export function personBehind(organisation: Organisation, platform: Platform, account: string): PersonId {
  return organisation.persons.find((person) => person.accounts[platform] === account)?.id ?? personId(`${platform}:${account}`);
}

/** Where a person can be written to: every account known of them. */
export function accountsOf(
  organisation: Organisation,
  person: PersonId,
): readonly { readonly platform: Platform; readonly account: string }[] {
  const known = organisation.persons.find((candidate) => candidate.id === person);
  if (known) {
    return PLATFORMS.flatMap((platform) => {
      const account = known.accounts[platform];
      return account === undefined ? [] : [{ platform, account }];
    });
  }
  const [platform, ...account] = person.split(':');
  const found = PLATFORMS.find((candidate) => candidate === platform);
  return found && account.length > 0 ? [{ platform: found, account: account.join(':') }] : [];
}

export function rolesOf(organisation: Organisation, person: PersonId): readonly OrganisationRole[] {
  const roles = organisation.persons.find((candidate) => candidate.id === person)?.roles ?? [];
  return [...roles, 'employee'];
}

export const personsWithRole = (organisation: Organisation, role: SpecialRole): readonly Person[] =>
  organisation.persons.filter((person) => person.roles.includes(role));

export const languageOf = (organisation: Organisation, person: PersonId): Lang =>
  organisation.persons.find((candidate) => candidate.id === person)?.language ?? organisation.language;

/** What the configuration settles for every case. */
export const caseSetting = (organisation: Organisation): CaseSetting => ({
  controllers: organisation.controllers,
  self: organisation.self,
  processesForOthers: organisation.processesForOthers,
  confirmation: organisation.confirmation,
  deciders: personsWithRole(organisation, 'decider').map((person) => person.id),
  neighbours: organisation.neighbours ?? [],
  ...(organisation.retention !== undefined && { retention: organisation.retention }),
  timeZone: organisation.timeZone,
  ...(organisation.ruleSets === undefined ? {} : { ruleSets: organisation.ruleSets }),
  decidersOf: Object.fromEntries(organisation.controllers.flatMap(({ id, decider }) => (decider ? [[id, decider]] : []))),
});
