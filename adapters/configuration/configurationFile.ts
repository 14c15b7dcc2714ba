import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { PROFILE_NAMES } from '../../src/rules/profiles/profileName.ts';
import { CADENCE_KINDS, ESCALATION_STAGES, type EscalationKind, SPECIAL_ROLES, WEEKDAYS } from '../../src/organisation.ts';
import { ESCALATION } from '../../src/reminders/escalation.ts';
import { FINANCIAL_ENTITIES } from '../../src/rules/neighbours/neighbour.ts';
import { REGIME_IDS } from '../../src/rules/neighbours/regime.ts';
import type { Remedy } from './remedies.ts';

/** The shape of `fristwacht.yaml`. Every scalar is read as text, so that a telephone number keeps its zero. */

const LANDS = ['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const;
const DECISIONS = ['awareness', 'no-breach', 'exception', 'not-notifying'] as const;

/** The first one is the usual one. */
const TEAMS_TRANSPORTS = ['botbuilder', 'rest'] as const;

/** zod reports the remedy's name as its message. */
const text = (remedy: Remedy = 'text') => z.string({ error: remedy });
const textLike = (pattern: RegExp, remedy: Remedy) => text(remedy).regex(pattern, { error: remedy });
const oneOf = <const Values extends readonly string[]>(values: Values, remedy: Remedy) => z.enum(values, { error: remedy });
const section = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject(shape, { error: sectionError });
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'list' satisfies Remedy });

/** Unknown keys are told apart by their own kind of issue; everything else wrong with a section is that it is none. */
const sectionError = (): Remedy => 'section';

const yesOrNo = oneOf(['true', 'false'], 'yesOrNo').transform((word) => word === 'true');
const id = textLike(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'id');
const language = oneOf(['de', 'en'], 'language');
const NO_COUNTRY = /^(EU|EZ|UN|QO|ZZ|X.)$/;
/** Alias names such as UK have another canonical form and are no code of their own. */
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) &&
  !NO_COUNTRY.test(code) &&
  Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` &&
  new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined;
/** The engine also takes bare offsets such as +01:00, but an offset knows no summer time. */
const isTimeZone = (name: string): boolean => (name === 'UTC' || name.includes('/')) && IANAZone.isValidZone(name);

const country = text('country').refine(isCountry, { error: 'country' satisfies Remedy });
const establishment = section({ country, land: oneOf(LANDS, 'land').optional(), main: yesOrNo.optional() });
/** A country, in Germany with its Land. */
const isPlace = (place: string): boolean => {
  const [country = '', land] = place.split('-');
  return isCountry(country) && (country === 'DE' ? (LANDS as readonly string[]).includes(land ?? '') : land === undefined);
};

const profile = {
  name: text('name'),
  country,
  land: oneOf(LANDS, 'land').optional(),
  sector: oneOf(['private', 'public'], 'sector'),
  authority: textLike(/^[a-z]{2}(-[a-z0-9]+)*$/, 'authority').optional(),
  profile: oneOf(PROFILE_NAMES, 'profile').optional(),
  supervisoryBody: id.optional(),
  establishments: listOf(establishment).optional(),
  affectedIn: listOf(text('affectedIn').refine(isPlace, { error: 'affectedIn' satisfies Remedy })).optional(),
  contact: text().optional(),
  decider: text('deciderUnknown').optional(),
};

const organisation = section({
  id: id.optional(),
  ...profile,
  language: language.optional(),
  timeZone: text('timeZone')
    .refine(isTimeZone, { error: 'timeZone' satisfies Remedy })
    .optional(),
  processesForOthers: yesOrNo.optional(),
  noDisadvantage: yesOrNo.optional(),
});
const controller = section({
  id,
  ...profile,
  toldWithinHours: textLike(/^[1-9]\d{0,2}$/, 'toldWithinHours').optional(),
});
const contactPoint = section({
  name: text('contactPoint'),
  email: textLike(/^[^\s@]+@[^\s@]+$/, 'email').optional(),
  phone: text().optional(),
});
const accounts = section({ slack: text().optional(), teams: text().optional(), desk: text().optional() });
const person = section({
  id,
  name: text('name'),
  roles: listOf(oneOf(SPECIAL_ROLES, 'role')).optional(),
  language: language.optional(),
  accounts: accounts.optional(),
});

const retentionPeriod = section({
  years: textLike(/^([1-9]|[12]\d|30)$/, 'retentionYears'),
  reasons: text().optional(),
});
const retention = section({
  notified: retentionPeriod.optional(),
  'not-notified': retentionPeriod.optional(),
  'no-breach': retentionPeriod.optional(),
});

/** Up to 30 days: what comes later never comes. */
const escalationHours = textLike(/^([1-9]\d?|[1-6]\d\d|7[01]\d|720)$/, 'escalationHours');
const escalationStage = section({
  hoursLeft: escalationHours.optional(),
  thenEveryHours: escalationHours.optional(),
  withoutMovementHours: escalationHours.optional(),
});
const escalationPlan = section({ deputy: escalationStage.optional(), management: escalationStage.optional() });
/** The kinds of duty, as the default table names them. */
export const ESCALATION_KINDS = Object.keys(ESCALATION) as readonly EscalationKind[];
const escalation = section(
  Object.fromEntries(ESCALATION_KINDS.map((kind) => [kind, escalationPlan.optional()])) as Record<
    EscalationKind,
    z.ZodOptional<typeof escalationPlan>
  >,
);
const weekday = `(?:${WEEKDAYS.join('|')})`;
const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const isDay = (day: string): boolean => DateTime.fromISO(day.length === 5 ? `2028-${day}` : day).isValid;
const day = textLike(/^(?:\d{4}-)?\d{2}-\d{2}$/, 'workingDay').refine(isDay, { error: 'workingDay' satisfies Remedy });
const period = textLike(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/, 'workingPeriod').refine(
  (words) => words.split('/').every(isDay),
  { error: 'workingPeriod' satisfies Remedy },
);
const workingSection = section({
  hours: listOf(textLike(new RegExp(`^${weekday}(?:-${weekday})? ${clock}-(?:${clock}|24:00)$`), 'workingHours')).optional(),
  holidaysOf: text('holidaysOf').optional(),
  holidays: listOf(day).optional(),
  closed: listOf(period).optional(),
});
/** `none`, or a section; what is left out of it is as usual. */
const workingTime = z.union([z.literal('none', { error: 'workingTime' satisfies Remedy }), workingSection], {
  error: 'workingTime' satisfies Remedy,
});

const hours = textLike(/^-?\d{1,4}(?:\.\d{1,2})?$/, 'cadenceHours').transform(Number);
const cadence = section({ at: listOf(hours), every: hours });
const cadences = section(
  Object.fromEntries(CADENCE_KINDS.map((kind) => [kind, cadence.optional()])) as Record<
    (typeof CADENCE_KINDS)[number],
    z.ZodOptional<typeof cadence>
  >,
);
const reminders = section({ cadence: cadences.optional() });

type NeighbourSection = {
  readonly regime: (typeof REGIME_IDS)[number];
  readonly controller?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly hours?: string | undefined;
  readonly entity?: (typeof FINANCIAL_ENTITIES)[number] | undefined;
};

/** One word, or a section where there is more to say. What a section may hold depends on the regime; `meaningFaults` looks at it. */
const neighbour = z.union(
  [
    oneOf(REGIME_IDS, 'neighbour').transform((regime): NeighbourSection => ({ regime })),
    section({
      regime: oneOf(REGIME_IDS, 'neighbour'),
      controller: id.optional(),
      id: id.optional(),
      name: text().optional(),
      hours: textLike(/^[1-9]\d{0,3}$/, 'neighbourHours').optional(),
      entity: oneOf(FINANCIAL_ENTITIES, 'financialEntity').optional(),
    }),
  ],
  { error: 'neighbour' satisfies Remedy },
);
const neighbourKeys = ['regime', 'controller', 'id', 'name', 'hours', 'entity'] as const;

/** How the bot is connected with Slack; tokens and secrets stand in the environment. */
const slack = section({
  transport: oneOf(['http', 'socket'], 'slackTransport').optional(),
  team: textLike(/^T[A-Z0-9]{2,}$/, 'slackTeam').optional(),
  enterprise: textLike(/^E[A-Z0-9]{2,}$/, 'slackTeam').optional(),
  officerGroup: textLike(/^S[A-Z0-9]{2,}$/, 'slackGroup').optional(),
  port: textLike(/^\d{1,5}$/, 'slackPort').optional(),
  host: text().optional(),
  requestUrl: textLike(/^https:\/\/\S+$/, 'slackRequestUrl').optional(),
  exports: oneOf(['link', 'channel'], 'slackExports').optional(),
  membersAreOfficers: yesOrNo.optional(),
});
export type SlackEntry = z.output<typeof slack>;
/** How the bot writes to Teams; who it is stands in the environment. */
const teams = section({ transport: oneOf(TEAMS_TRANSPORTS, 'teamsTransport').optional() });
export type TeamsEntry = z.output<typeof teams>;

/** Where browsers reach this server; in the clear only on the machine itself. */
const files = section({
  publicUrl: textLike(
    /^(?:https:\/\/[^\s/?#]+|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d{1,5})?)(?:\/[^\s?#]*[^\s/?#])?\/?$/,
    'publicUrl',
  ),
});
export type FilesEntry = z.output<typeof files>;

export const configurationFile = section({
  organisation,
  controllers: listOf(controller).optional(),
  contactPoint,
  persons: listOf(person),
  channels: accounts.optional(),
  confirmation: listOf(oneOf(DECISIONS, 'decision')).optional(),
  neighbours: listOf(neighbour).optional(),
  retention: retention.optional(),
  slack: slack.optional(),
  escalation: escalation.optional(),
  workingTime: workingTime.optional(),
  reminders: reminders.optional(),
  teams: teams.optional(),
  files: files.optional(),
});

export type ConfigurationFile = z.output<typeof configurationFile>;
export type NeighbourEntry = NonNullable<ConfigurationFile['neighbours']>[number];
export type ProfileEntry = ConfigurationFile['organisation'] | NonNullable<ConfigurationFile['controllers']>[number];

/** Every section by its path (list positions left out) with the keys it knows; for suggestions. */
export const KNOWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(configurationFile.shape),
  organisation: Object.keys(organisation.shape),
  'organisation.establishments': Object.keys(establishment.shape),
  controllers: Object.keys(controller.shape),
  'controllers.establishments': Object.keys(establishment.shape),
  contactPoint: Object.keys(contactPoint.shape),
  persons: Object.keys(person.shape),
  'persons.accounts': Object.keys(accounts.shape),
  channels: Object.keys(accounts.shape),
  neighbours: neighbourKeys,
  slack: Object.keys(slack.shape),
  teams: Object.keys(teams.shape),
  files: Object.keys(files.shape),
  retention: Object.keys(retention.shape),
  'retention.notified': Object.keys(retentionPeriod.shape),
  'retention.not-notified': Object.keys(retentionPeriod.shape),
  'retention.no-breach': Object.keys(retentionPeriod.shape),
  escalation: ESCALATION_KINDS,
  ...Object.fromEntries(ESCALATION_KINDS.map((kind) => [`escalation.${kind}`, ESCALATION_STAGES])),
  ...Object.fromEntries(
    ESCALATION_KINDS.flatMap((kind) =>
      ESCALATION_STAGES.map((stage) => [`escalation.${kind}.${stage}`, Object.keys(escalationStage.shape)]),
    ),
  ),
  workingTime: Object.keys(workingSection.shape),
  reminders: Object.keys(reminders.shape),
  'reminders.cadence': CADENCE_KINDS,
  ...Object.fromEntries(CADENCE_KINDS.map((kind) => [`reminders.cadence.${kind}`, Object.keys(cadence.shape)])),
};

/** The words a key takes, where it takes only certain ones; for suggestions. */
export const KNOWN_WORDS: Partial<Record<Remedy, readonly string[]>> = {
  land: LANDS,
  sector: ['private', 'public'],
  profile: PROFILE_NAMES,
  role: SPECIAL_ROLES,
  decision: DECISIONS,
  neighbour: REGIME_IDS,
  teamsTransport: TEAMS_TRANSPORTS,
  timeZone: Intl.supportedValuesOf('timeZone'),
};
