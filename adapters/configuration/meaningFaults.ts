import { DEFAULT_RETENTION_YEARS, RETENTION_OUTCOMES } from '../../src/breach/retention.ts';
import { hasLawAtHome, isInEea } from '../../src/authorities/competent.ts';
import { authorityOf } from '../../src/rules/profiles/profile.ts';
import { PROFILES } from '../../src/rules/profiles/profiles.ts';
import type { Platform } from '../../src/organisation.ts';
import { PLATFORMS } from '../../src/organisation.ts';
import type { ConfigurationFile, NeighbourEntry, ProfileEntry } from './configurationFile.ts';
import { escalationFaults } from './escalation.ts';
import { type ConfigurationFault, fault } from './fault.ts';
import { reminderFaults } from './reminderFaults.ts';

/** What each key allows by itself and yet makes no sense together. */
export function meaningFaults(file: ConfigurationFile, platforms: readonly Platform[]): readonly ConfigurationFault[] {
  return [
    ...profileFaults(file, 'organisation', file.organisation),
    ...(file.controllers ?? []).flatMap((entry) => profileFaults(file, `controllers[${entry.id}]`, entry)),
    ...timeZoneFaults(file),
    ...contactFaults(file),
    ...idFaults(file),
    ...nameFaults(file),
    ...accountFaults(file),
    ...roleFaults(file),
    ...neighbourFaults(file),
    ...retentionFaults(file.retention),
    ...escalationFaults(file),
    ...reminderFaults(file),
    ...(platforms.includes('desk') ? [] : platformFaults(file, platforms)),
  ];
}

function profileFaults(file: ConfigurationFile, key: string, entry: ProfileEntry): readonly ConfigurationFault[] {
  const faults: ConfigurationFault[] = [];
  if (entry.country === 'DE' && entry.land === undefined) faults.push(fault(`${key}.land`, '', 'land'));
  if (entry.country !== 'DE' && entry.land !== undefined) faults.push(fault(`${key}.land`, entry.land, 'landElsewhere'));
  return [
    ...faults,
    ...lawFaults(key, entry),
    ...placeFaults(key, entry),
    ...deciderFaults(file, `${key}.decider`, entry.decider),
  ];
}

/** A law that does not hold where the controller sits would be passed over without a word; here it is said. */
function lawFaults(key: string, { profile, country, authority, land }: ProfileEntry): readonly ConfigurationFault[] {
  if (profile === undefined) return [];
  const law = PROFILES[profile];
  if (law.countries?.includes(country) === false) return [fault(`${key}.profile`, profile, 'profileElsewhere')];
  return authorityOf(law, { land }) === 'ask' && authority === undefined
    ? [fault(`${key}.authority`, '', 'authorityNeeded')]
    : [];
}

function placeFaults(key: string, entry: ProfileEntry): readonly ConfigurationFault[] {
  const { country, establishments = [], affectedIn } = entry;
  const faults = establishments.flatMap(({ country: where, land }, at): readonly ConfigurationFault[] => {
    const place = `${key}.establishments[${at + 1}].land`;
    if (where === 'DE' && land === undefined) return [fault(place, '', 'land')];
    return where !== 'DE' && land !== undefined ? [fault(place, land, 'landElsewhere')] : [];
  });
  const main = establishments.filter((one) => one.main === true);
  if (main.length > 1) faults.push(fault(`${key}.establishments`, '', 'mainTwice'));
  const isAtHome = isInEea({ country }) || main.some(isInEea);
  if (affectedIn !== undefined && isAtHome) faults.push(fault(`${key}.affectedIn`, affectedIn.join(', '), 'affectedInAtHome'));
  return isAtHome ? faults : [...faults, ...outsideFaults(key, entry)];
}

/** Outside the EEA every authority counts where affected people live: one that is named would hide the others, and with none there is none. */
function outsideFaults(key: string, entry: ProfileEntry): readonly ConfigurationFault[] {
  const { authority, affectedIn, profile } = entry;
  if (hasLawAtHome(entry) || profile === 'eu-body') return [];
  if (affectedIn === undefined || affectedIn.length === 0)
    return authority === undefined ? [fault(`${key}.affectedIn`, '', 'affectedInNeeded')] : [];
  return authority === undefined ? [] : [fault(`${key}.authority`, authority, 'authorityBesideAffectedIn')];
}

function deciderFaults(file: ConfigurationFile, key: string, decider: string | undefined): readonly ConfigurationFault[] {
  if (decider === undefined) return [];
  const person = file.persons.find(({ id }) => id === decider);
  if (person === undefined) return [fault(key, decider, 'deciderUnknown')];
  return person.roles?.includes('decider') ? [] : [fault(key, decider, 'deciderRole')];
}

/** Only Germany has a default; a wrong zone would show wrong hours without a word. */
const timeZoneFaults = ({ organisation }: ConfigurationFile): readonly ConfigurationFault[] =>
  organisation.timeZone === undefined && organisation.country !== 'DE' ? [fault('organisation.timeZone', '', 'timeZone')] : [];

const contactFaults = ({ contactPoint }: ConfigurationFile): readonly ConfigurationFault[] =>
  contactPoint.email === undefined && contactPoint.phone === undefined
    ? [fault('contactPoint', contactPoint.name, 'contactPoint')]
    : [];

function idFaults(file: ConfigurationFile): readonly ConfigurationFault[] {
  const controllers = [ownId(file), ...(file.controllers ?? []).map(({ id }) => id)];
  const persons = file.persons.map(({ id }) => id);
  return [
    ...repeated(controllers).map((id) => fault(`controllers[${id}].id`, id, 'idTaken')),
    ...repeated(persons).map((id) => fault(`persons[${id}].id`, id, 'idTaken')),
  ];
}

/** Two controllers of one name could not be told apart in any list or message. */
function nameFaults(file: ConfigurationFile): readonly ConfigurationFault[] {
  const controllers = file.controllers ?? [];
  const names = [file.organisation.name, ...controllers.map(({ name }) => name)].map(folded);
  return controllers.flatMap(({ id, name }, at) =>
    names.indexOf(folded(name)) <= at ? [fault(`controllers[${id}].name`, name, 'nameTaken')] : [],
  );
}

const folded = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').normalize('NFC').toLowerCase();

/** The id of our own organisation where the file gives none. */
export const ownId = (file: ConfigurationFile): string => file.organisation.id ?? 'self';

const repeated = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => words.indexOf(word) === index && words.lastIndexOf(word) !== index);

function accountFaults({ persons }: ConfigurationFile): readonly ConfigurationFault[] {
  return PLATFORMS.flatMap((platform) => {
    const withAccount = persons.filter(({ accounts }) => accounts?.[platform] !== undefined);
    const taken = repeated(withAccount.map(({ accounts }) => accounts?.[platform] ?? ''));
    return taken.flatMap((account) =>
      withAccount
        .filter(({ accounts }) => accounts?.[platform] === account)
        .slice(1)
        .map(({ id }) => fault(`persons[${id}].accounts.${platform}`, account, 'accountTaken')),
    );
  });
}

function roleFaults({ persons, confirmation }: ConfigurationFile): readonly ConfigurationFault[] {
  const has = (role: 'dpo' | 'decider'): boolean => persons.some(({ roles }) => roles?.includes(role));
  const faults: ConfigurationFault[] = [];
  if (!has('dpo')) faults.push(fault('persons', '', 'dpoMissing'));
  if (confirmation?.length && !has('decider'))
    faults.push(fault('confirmation', confirmation.join(', '), 'confirmationWithoutDecider'));
  return faults;
}

const isAgreed = ({ regime }: NeighbourEntry): boolean => regime === 'contract' || regime === 'insurance';

/** By what a regime is known in a case: its own name, and behind it the controller it concerns where that is not us, and the contract. */
export const neighbourId = ({ regime, controller, id }: NeighbourEntry): string =>
  [regime, controller, id].filter((part) => part !== undefined).join('.');

function neighbourFaults(file: ConfigurationFile): readonly ConfigurationFault[] {
  const entries = file.neighbours ?? [];
  const others = (file.controllers ?? []).map((one) => one.id);
  const strangers = entries.filter(({ controller }) => controller !== undefined && !others.includes(controller));
  const ids = entries.map(neighbourId);
  return [
    ...repeated(ids).map((id) => fault(`neighbours[${id}]`, id, 'neighbourTwice')),
    ...strangers.map((entry) =>
      fault(`neighbours[${neighbourId(entry)}].controller`, entry.controller ?? '', 'neighbourController'),
    ),
    ...entries.flatMap((entry) => sectionFaults(`neighbours[${neighbourId(entry)}]`, entry)),
  ];
}

/** An id, a name and hours belong to what people agreed on, the kind of entity to DORA. */
function sectionFaults(key: string, entry: NeighbourEntry): readonly ConfigurationFault[] {
  const { id, name, hours, entity } = entry;
  const faults: ConfigurationFault[] = [];
  if (isAgreed(entry) && id === undefined) faults.push(fault(`${key}.id`, '', 'neighbourId'));
  if (isAgreed(entry) && hours === undefined) faults.push(fault(`${key}.hours`, '', 'neighbourHours'));
  if (!isAgreed(entry) && id !== undefined) faults.push(fault(`${key}.id`, id, 'neighbourNotAgreed'));
  if (!isAgreed(entry) && name !== undefined) faults.push(fault(`${key}.name`, name, 'neighbourNotAgreed'));
  if (!isAgreed(entry) && hours !== undefined) faults.push(fault(`${key}.hours`, hours, 'neighbourHours'));
  if (entry.regime !== 'dora' && entity !== undefined) faults.push(fault(`${key}.entity`, entity, 'financialEntity'));
  return faults;
}

/** Whoever keeps records for another time than usual must be able to say why (Art. 5(1)(e) GDPR). */
const retentionFaults = (retention: ConfigurationFile['retention'] = {}): readonly ConfigurationFault[] =>
  RETENTION_OUTCOMES.flatMap((outcome) => {
    const period = retention[outcome];
    const isUsual = period === undefined || Number(period.years) === DEFAULT_RETENTION_YEARS;
    const isSaid = (period?.reasons ?? '').trim() !== '';
    return isUsual || isSaid ? [] : [fault(`retention.${outcome}.reasons`, '', 'retentionReasons')];
  });

function platformFaults({ persons, channels }: ConfigurationFile, platforms: readonly Platform[]): readonly ConfigurationFault[] {
  const [platform] = platforms;
  if (platform === undefined) return [];
  const officers = persons.filter(({ roles }) => roles?.includes('dpo'));
  const hasAccount = officers.some(({ accounts }) => platforms.some((one) => accounts?.[one] !== undefined));
  const faults = channelFaults(channels, platforms);
  if (officers.length === 0 || hasAccount) return faults;
  return [...faults, fault(`persons[${officers[0]?.id ?? ''}].accounts.${platform}`, '', 'dpoAccountMissing')];
}

/** One platform needs its channel; of several that run together, one is where the office works. */
function channelFaults(
  channels: ConfigurationFile['channels'] = {},
  platforms: readonly Platform[],
): readonly ConfigurationFault[] {
  const given = platforms.filter((platform) => channels[platform] !== undefined);
  const { primary } = channels;
  if (given.length === 0) return [fault(`channels.${platforms[0] ?? ''}`, '', 'channelMissing')];
  const isDecided = primary === undefined ? given.length === 1 : given.includes(primary);
  return platforms.length > 1 && !isDecided ? [fault('channels.primary', primary ?? '', 'primaryChannel')] : [];
}
