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

export type Controller = ControllerProfile & { readonly name: string; readonly contact: string; readonly decider?: PersonId };

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
