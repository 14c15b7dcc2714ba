import { type Competence, competent, hasLawAtHome } from '../../src/authorities/competent.ts';
import {
  DEFAULT_RETENTION,
  type RetentionOutcome,
  type RetentionPeriod,
  type RetentionSetting,
} from '../../src/breach/retention.ts';
import { personId } from '../../src/breach/identifiers.ts';
import type { Lang } from '../../src/law/sources.ts';
import type { Controller, Organisation, Person, Platform } from '../../src/organisation.ts';
import type { Neighbour } from '../../src/rules/neighbours/neighbour.ts';
import type { ConfigurationFile, NeighbourEntry, ProfileEntry } from './configurationFile.ts';
import { escalationFrom } from './escalation.ts';
import { neighbourId, ownId } from './meaningFaults.ts';
import { cadencesFrom, workingTimeFrom } from './workingTimeFrom.ts';

type PersonEntry = ConfigurationFile['persons'][number];
type Accounts = Readonly<Partial<Record<Platform, string>>>;

const DESK_CHANNEL = 'privacy';
const DESK_ACCOUNT = 'dpo';
const GERMAN_SPEAKING = ['DE', 'AT', 'LI'];

/** The organisation as the file describes it. The page for trying out gets its channel and the seat of the DPO without being asked. */
export function organisationFrom(file: ConfigurationFile, platforms: readonly Platform[]): Organisation {
  const { organisation, contactPoint } = file;
  const persons = file.persons.map(person);
  const workingTime = workingTimeFrom(file);
  return {
    name: organisation.name,
    language: languageOf(organisation),
    timeZone: organisation.timeZone ?? 'Europe/Berlin',
    self: ownId(file),
    processesForOthers: organisation.processesForOthers ?? false,
    controllers: [controller(ownId(file), organisation), ...(file.controllers ?? []).map(controllerServed)],
    persons: platforms.includes('desk') ? withDeskSeat(persons) : persons,
    channels: channelsFrom(file, platforms),
    contactPoint: { name: contactPoint.name, email: contactPoint.email ?? '', phone: contactPoint.phone ?? '' },
    noDisadvantage: organisation.noDisadvantage ?? false,
    confirmation: file.confirmation ?? [],
    ...(workingTime !== undefined && { workingTime }),
    ...(file.reminders?.cadence !== undefined && { cadence: cadencesFrom(file) }),
    ...(file.retention !== undefined && { retention: retentionFrom(file.retention) }),
    ...(file.escalation !== undefined && { escalation: escalationFrom(file.escalation) }),
    ...(file.neighbours !== undefined && { neighbours: file.neighbours.map((entry) => neighbour(entry, file)) }),
  };
}

/** Where several platforms run together the office works in one channel, the primary one; everybody is still written to on their own platform. */
function channelsFrom({ channels }: ConfigurationFile, platforms: readonly Platform[]): Accounts {
  const named = { ...(platforms.includes('desk') && { desk: DESK_CHANNEL }), ...given(channels) };
  const primary = channels?.primary;
  if (platforms.length < 2 || primary === undefined) return named;
  const channel = named[primary];
  return channel === undefined ? {} : { [primary]: channel };
}

/** What is not named is kept as usual. */
const retentionFrom = (named: NonNullable<ConfigurationFile['retention']>): RetentionSetting => {
  const period = (outcome: RetentionOutcome): RetentionPeriod => {
    const entry = named[outcome];
    return entry === undefined
      ? DEFAULT_RETENTION[outcome]
      : { years: Number(entry.years), reasons: entry.reasons?.trim() ?? '' };
  };
  return { notified: period('notified'), 'not-notified': period('not-notified'), 'no-breach': period('no-breach') };
};

function neighbour(entry: NeighbourEntry, { organisation, controllers = [] }: ConfigurationFile): Neighbour {
  const concerned = controllers.find(({ id }) => id === entry.controller);
  // In lists the other party of a contract comes first, else the controller it concerns.
  const name = entry.name ?? concerned?.name;
  return {
    id: neighbourId(entry),
    regime: entry.regime,
    ...(entry.controller !== undefined && { controller: entry.controller }),
    ...(name !== undefined && { name }),
    ...agreedOn(entry),
    country: (concerned ?? organisation).country,
  };
}

const agreedOn = (entry: NeighbourEntry): Pick<Neighbour, 'hours' | 'entity'> => ({
  ...(entry.hours !== undefined && { hours: Number(entry.hours) }),
  ...(entry.entity !== undefined && { entity: entry.entity }),
});

const languageOf = ({ language, country }: ConfigurationFile['organisation']): Lang =>
  language ?? (GERMAN_SPEAKING.includes(country) ? 'de' : 'en');

const controller = (id: string, entry: ProfileEntry): Controller => ({
  id,
  name: entry.name,
  country: entry.country,
  ...(entry.land !== undefined && { land: entry.land }),
  sector: entry.sector,
  ...competenceOf(entry),
  ...(entry.profile !== undefined && { profile: entry.profile }),
  ...(entry.supervisoryBody !== undefined && { supervisoryBody: entry.supervisoryBody }),
  contact: entry.contact ?? '',
  ...(entry.decider !== undefined && { decider: personId(entry.decider) }),
});

const controllerServed = (entry: NonNullable<ConfigurationFile['controllers']>[number]): Controller => ({
  ...controller(entry.id, entry),
  ...(entry.toldWithinHours !== undefined && { toldWithinHours: Number(entry.toldWithinHours) }),
});

/** An authority that is named is the one; nothing is derived beside it, but those in the EEA for whoever has a law of its own outside. */
function competenceOf(entry: ProfileEntry): Competence {
  if (entry.authority === undefined) return competent(entry);
  return { ...(hasLawAtHome(entry) ? competent(entry) : {}), authority: entry.authority };
}

const person = (entry: PersonEntry): Person => ({
  id: personId(entry.id),
  name: entry.name,
  roles: entry.roles ?? [],
  ...(entry.language !== undefined && { language: entry.language }),
  accounts: given(entry.accounts),
});

const given = ({ slack, teams, desk }: NonNullable<PersonEntry['accounts']> = {}): Accounts => ({
  ...(slack !== undefined && { slack }),
  ...(teams !== undefined && { teams }),
  ...(desk !== undefined && { desk }),
});

/** At the desk somebody must sit in the DPO's seat: the first person with that role, where nobody was given it. */
function withDeskSeat(persons: readonly Person[]): readonly Person[] {
  const officers = persons.filter(({ roles }) => roles.includes('dpo'));
  if (officers.some(({ accounts }) => accounts.desk !== undefined)) return persons;
  return persons.map((one) => (one === officers[0] ? { ...one, accounts: { ...one.accounts, desk: DESK_ACCOUNT } } : one));
}
