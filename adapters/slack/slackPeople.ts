import { type PersonId, personId } from '../../src/breach/identifiers.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { Organisation, Person } from '../../src/organisation.ts';
import type { SlackCalls } from './slackCalls.ts';

export type Profile = { readonly name: string; readonly language?: Lang };

export type SlackPeople = {
  /** Name and language as the profile says; what is not known in time is left out. */
  readonly profile: (account: string, usualName: string) => Promise<Profile>;
  /** The organisation with the members of the user group as data protection officers. */
  readonly organisation: () => Organisation;
  /** Asks Slack who is in the group. A failure leaves whoever was known. */
  readonly refreshGroup: () => Promise<void>;
};

const PROFILE_GOOD_FOR_MS = 60 * 60_000;
const PROFILES_AT_MOST = 5000;
/** Somebody waits; a name is not worth more. */
const PROFILE_WAITS_MS = 600;

export function slackPeople(world: {
  readonly calls: SlackCalls;
  readonly organisation: Organisation;
  readonly officerGroup: string | undefined;
  readonly monotonicNow: () => number;
  readonly wait: (ms: number) => Promise<undefined>;
}): SlackPeople {
  const known = new Map<string, { readonly profile: Profile; readonly until: number }>();
  let organisation = world.organisation;
  const ask = async (account: string): Promise<Profile | undefined> => {
    const asked = await world.calls('users.info', { user: account, include_locale: true });
    if (!asked.ok) return undefined;
    const profile = profileIn(asked.answer.user);
    if (known.size >= PROFILES_AT_MOST) known.clear();
    known.set(account, { profile, until: world.monotonicNow() + PROFILE_GOOD_FOR_MS });
    return profile;
  };
  return {
    profile: async (account, usualName) => {
      const before = known.get(account);
      if (before !== undefined && before.until > world.monotonicNow()) return before.profile;
      const asked = await Promise.race([ask(account), world.wait(PROFILE_WAITS_MS)]);
      return asked ?? before?.profile ?? { name: usualName };
    },
    organisation: () => organisation,
    refreshGroup: async () => {
      if (world.officerGroup === undefined) return;
      const asked = await world.calls('usergroups.users.list', { usergroup: world.officerGroup });
      if (!asked.ok || !Array.isArray(asked.answer.users)) return;
      const members = asked.answer.users.filter((each): each is string => typeof each === 'string');
      const officers = await Promise.all(members.map(async (account) => ({ account, profile: await ask(account) })));
      organisation = withOfficers(
        world.organisation,
        officers.map(({ account, profile }) => ({ account, name: profile?.name ?? account })),
      );
    },
  };
}

function profileIn(user: unknown): Profile {
  const { real_name: name, locale } = (typeof user === 'object' && user !== null ? user : {}) as Readonly<
    Record<string, unknown>
  >;
  const said =
    typeof locale === 'string' ? { language: locale.toLowerCase().startsWith('de') ? ('de' as const) : ('en' as const) } : {};
  return { name: typeof name === 'string' ? name : '', ...said };
}

type Officer = { readonly account: string; readonly name: string };

/** Somebody whom the configuration names keeps their name and gains the role; anybody else is known by their account. */
function withOfficers(organisation: Organisation, officers: readonly Officer[]): Organisation {
  const isMember = (person: Person): boolean => officers.some(({ account }) => person.accounts.slack === account);
  const raised = organisation.persons.map(
    (person): Person =>
      isMember(person) && !person.roles.includes('dpo') ? { ...person, roles: [...person.roles, 'dpo'] } : person,
  );
  const named = new Set(organisation.persons.map(({ accounts }) => accounts.slack));
  const others = officers
    .filter(({ account }) => !named.has(account))
    .map(({ account, name }): Person => ({ id: idOf(account), name, roles: ['dpo'], accounts: { slack: account } }));
  return { ...organisation, persons: [...raised, ...others] };
}

/** The same id that anybody has whom the configuration does not name. */
const idOf = (account: string): PersonId => personId(`slack:${account}`);
