import { type PersonId, personId } from '../../src/breach/identifiers.ts';
import type { Lang } from '../../src/law/sources.ts';
import { accountsOf, type Organisation, type Person } from '../../src/organisation.ts';
import { lookAtChannel } from './channelCheck.ts';
import type { Identity } from './identity.ts';
import type { KeptOfficers, Officer } from './keptOfficers.ts';
import type { SlackCalls } from './slackCalls.ts';

/** `standing`: absent where Slack did not say. */
export type Profile = { readonly name: string; readonly language?: Lang; readonly standing?: 'member' | 'outsider' };

/** The organisation as it stands for one person. `rightsUnknown`: what they may do hangs on the channel, and Slack could not be asked. */
export type OrganisationOfOne = { readonly organisation: Organisation; readonly rightsUnknown?: true };

export type SlackPeople = {
  /** Name and language as the profile says; what is not known in time is left out. */
  readonly profile: (account: string, usualName: string) => Promise<Profile>;
  /** The organisation with the members of the user group as data protection officers. */
  readonly organisation: () => Organisation;
  /** With the rights that this account has by being in the channel of the office, where that is switched on. */
  readonly organisationFor: (account: string) => Promise<OrganisationOfOne>;
  /** The same for somebody who is known by their id; without an unanswered question, for what is not known is no right. */
  readonly organisationOf: (person: PersonId) => Promise<Organisation>;
  /** A guest, or somebody of another organisation, whom nobody named: in the configuration, or in the user group. */
  readonly isOutsider: (account: string, profile: Profile) => boolean;
  /** Asks Slack who is in the group. A failure leaves whoever was known, also before a restart. */
  readonly refreshGroup: () => Promise<void>;
};

const PROFILE_GOOD_FOR_MS = 60 * 60_000;
const PROFILES_AT_MOST = 5000;
/** Somebody waits; a name is not worth more. */
const PROFILE_WAITS_MS = 600;

/** So long somebody who left the channel may still count as in it. */
const MEMBERS_GOOD_FOR_MS = 2 * 60_000;
const MEMBERS_WAIT_MS = 1200;
const MEMBERS_PER_PAGE = 200;
const MEMBERS_AT_MOST = 2000;

export type SlackPeopleWorld = {
  readonly calls: SlackCalls;
  readonly organisation: Organisation;
  readonly officerGroup: string | undefined;
  readonly monotonicNow: () => number;
  readonly wait: (ms: number) => Promise<undefined>;
  /** Who was in the group when it was asked last. */
  readonly kept: KeptOfficers;
  /** The channel whose members are officers, where that is switched on. */
  readonly membersOf?: string | undefined;
  /** Whose workspace or organisation is ours, once Slack said it. */
  readonly identity: () => Pick<Identity, 'teamId' | 'enterpriseId'> | undefined;
};

export function slackPeople(world: SlackPeopleWorld): SlackPeople {
  const known = new Map<string, { readonly profile: Profile; readonly until: number }>();
  let organisation = world.organisation;
  let groupIsKnown = false;
  const take = (officers: readonly Officer[]): void => {
    groupIsKnown = true;
    organisation = withOfficers(world.organisation, officers);
  };
  const ask = async (account: string): Promise<Profile | undefined> => {
    const asked = await world.calls('users.info', { user: account, include_locale: true });
    if (!asked.ok) return undefined;
    const profile = profileIn(asked.answer.user, world.identity());
    if (known.size >= PROFILES_AT_MOST) known.clear();
    known.set(account, { profile, until: world.monotonicNow() + PROFILE_GOOD_FOR_MS });
    return profile;
  };
  const profileOf: SlackPeople['profile'] = async (account, usualName) => {
    const before = known.get(account);
    if (before !== undefined && before.until > world.monotonicNow()) return before.profile;
    const asked = await Promise.race([ask(account), world.wait(PROFILE_WAITS_MS)]);
    return asked ?? before?.profile ?? { name: usualName };
  };
  const members = channelMembers(world);
  const organisationFor: SlackPeople['organisationFor'] = async (account) => {
    if (world.membersOf === undefined || hasRole(organisation, account)) return { organisation };
    const present = await members();
    if (present === 'unknown') return { organisation, rightsUnknown: true };
    if (!present.has(account)) return { organisation };
    const { name, standing } = await profileOf(account, account);
    if (standing === undefined) return { organisation, rightsUnknown: true };
    return {
      organisation: standing === 'member' ? withOfficers(organisation, [{ account, name: name || account }]) : organisation,
    };
  };
  return {
    profile: profileOf,
    organisation: () => organisation,
    organisationFor,
    organisationOf: async (person) => {
      const account = accountsOf(organisation, person).find(({ platform }) => platform === 'slack')?.account;
      return account === undefined ? organisation : (await organisationFor(account)).organisation;
    },
    isOutsider: (account, { standing }) => standing === 'outsider' && !isNamed(organisation, account),
    refreshGroup: async () => {
      if (world.officerGroup === undefined) return;
      const before = groupIsKnown ? undefined : await world.kept.read();
      if (before !== undefined && !groupIsKnown) take(before);
      const asked = await world.calls('usergroups.users.list', { usergroup: world.officerGroup });
      if (!asked.ok || !Array.isArray(asked.answer.users)) return;
      const members = asked.answer.users.filter((each): each is string => typeof each === 'string');
      const found = await Promise.all(members.map(async (account) => ({ account, profile: await ask(account) })));
      const officers = found.map(({ account, profile }) => ({ account, name: profile?.name ?? account }));
      take(officers);
      await world.kept.keep(officers);
    },
  };
}

const isNamed = ({ persons }: Organisation, account: string): boolean =>
  persons.some(({ accounts }) => accounts.slack === account);
const hasRole = ({ persons }: Organisation, account: string): boolean =>
  persons.some(({ accounts, roles }) => accounts.slack === account && roles.length > 0);

/** Who is in the channel, asked at most every few minutes; a channel that others can get into by themselves gives nobody rights. */
function channelMembers({
  calls,
  membersOf,
  monotonicNow,
  wait,
}: SlackPeopleWorld): () => Promise<ReadonlySet<string> | 'unknown'> {
  let known: { readonly members: ReadonlySet<string>; readonly until: number } | undefined;
  const ask = async (channel: string): Promise<ReadonlySet<string> | undefined> => {
    const state = await lookAtChannel(calls, channel);
    if (state === 'unknown') return undefined;
    return state.usable ? allMembers(calls, channel) : new Set();
  };
  return async () => {
    if (membersOf === undefined) return new Set();
    if (known !== undefined && known.until > monotonicNow()) return known.members;
    const asking = ask(membersOf).then((members) => {
      if (members !== undefined) known = { members, until: monotonicNow() + MEMBERS_GOOD_FOR_MS };
      return members;
    });
    return (await Promise.race([asking, wait(MEMBERS_WAIT_MS)])) ?? 'unknown';
  };
}

async function allMembers(calls: SlackCalls, channel: string): Promise<ReadonlySet<string> | undefined> {
  const found = new Set<string>();
  let cursor = '';
  do {
    const page = await calls('conversations.members', { channel, limit: MEMBERS_PER_PAGE, ...(cursor === '' ? {} : { cursor }) });
    if (!page.ok || !Array.isArray(page.answer.members)) return undefined;
    for (const member of page.answer.members) if (typeof member === 'string') found.add(member);
    const { next_cursor: next } = (page.answer.response_metadata ?? {}) as { readonly next_cursor?: unknown };
    cursor = typeof next === 'string' ? next : '';
  } while (cursor !== '' && found.size < MEMBERS_AT_MOST);
  return found;
}

function profileIn(user: unknown, ours: Pick<Identity, 'teamId' | 'enterpriseId'> | undefined): Profile {
  const read = (typeof user === 'object' && user !== null ? user : {}) as Readonly<Record<string, unknown>>;
  const { real_name: name, locale } = read;
  const said =
    typeof locale === 'string' ? { language: locale.toLowerCase().startsWith('de') ? ('de' as const) : ('en' as const) } : {};
  return { name: typeof name === 'string' ? name : '', ...said, standing: isOutside(read, ours) ? 'outsider' : 'member' };
}

/** Guests of one or several channels, people whom Slack Connect brings in, other bots, and accounts that were closed. */
function isOutside(
  user: Readonly<Record<string, unknown>>,
  ours: Pick<Identity, 'teamId' | 'enterpriseId'> | undefined,
): boolean {
  const marks = ['is_restricted', 'is_ultra_restricted', 'is_stranger', 'is_bot', 'deleted'];
  if (marks.some((mark) => user[mark] === true)) return true;
  const { team_id: team, enterprise_user: inGrid } = user;
  const { enterprise_id: enterprise } = (inGrid ?? {}) as { readonly enterprise_id?: unknown };
  if (typeof enterprise === 'string' && ours?.enterpriseId !== undefined) return enterprise !== ours.enterpriseId;
  return typeof team === 'string' && ours?.teamId !== undefined && team !== ours.teamId;
}

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
