import type { PersonId } from '../breach/identifiers.ts';
import type { Organisation } from '../organisation.ts';
import type { Delivery } from '../ports.ts';
import type { DigestPrompt, HealthPrompt } from '../prompt/prompt.ts';
import { hoursBetween, type Instant } from '../rules/instant.ts';
import { type DigestDay, digestOfToday, type Mornings, nextDigest } from './digestMoment.ts';
import type { Health } from './health.ts';
import {
  channelReaders,
  everybodyOfOffice,
  type OrganisationKnown,
  type OrganisationReader,
  organisationReaders,
  readersFor,
} from './addressees.ts';
import type { OwedAnnouncement } from './owed.ts';
import { addresseeIn, addresseeName, slotName, type SlotSeries } from './slot.ts';
import { isLeftAlone } from './unreachable.ts';
import { latestDue, nextDue, onceSeries, type StepSeries, stepSeries } from './stepSeries.ts';

/** The organisation at a moment, and all that decides what it owes besides its cases. */
export type OrganisationInTime = OrganisationKnown & {
  readonly now: Instant;
  /** When this stream was served for the first time; nothing from before it is owed. */
  readonly begun: Instant;
  readonly health: Health | undefined;
  readonly recorded: readonly Delivery[];
  readonly mornings?: Mornings;
};

/** Said where nothing is open: not before so many hours after the last digest. */
const NOTHING_OPEN_AFTER_HOURS = 6.5 * 24;
/** While a trouble lasts. */
const AGAIN_EVERY_HOURS = 1;

/** Who waits for the digest of this day. As long as there is nobody, no case need be read. */
export function waitingForDigest(at: OrganisationInTime): readonly OrganisationReader[] {
  const today = todaysDigest(at);
  if (today === undefined) return [];
  const done = new Set(at.recorded.flatMap(({ slot, state }) => (state === 'unclear' ? [] : [slot])));
  return readersNow(at).filter((reader) => !done.has(slotOfDigest(today, reader)));
}

/** Whom something may be sent to: who cannot be written to any more is tried again from time to time. */
const readersNow = (at: OrganisationInTime): readonly OrganisationReader[] =>
  organisationReaders(at, at.now).filter(({ to }) => !isLeftAlone(at.unreachable ?? [], to, at.now));

function todaysDigest({ now, begun, organisation, mornings }: OrganisationInTime): DigestDay | undefined {
  const today = digestOfToday(now, organisation, mornings);
  return today === undefined || today.at < begun ? undefined : today;
}

const seriesOfDigest = ({ day }: DigestDay, { to }: OrganisationReader): SlotSeries => ({
  purpose: 'digest',
  about: day,
  clock: 1,
  to,
});
const slotOfDigest = (today: DigestDay, reader: OrganisationReader): string => slotName(seriesOfDigest(today, reader), 'at-once');

/** The digest of today for each who waits for it, drawn for that person (undefined: for a channel). */
export function owedDigests(
  at: OrganisationInTime,
  digestFor: (person: PersonId | undefined) => DigestPrompt,
): readonly OwedAnnouncement[] {
  const today = todaysDigest(at);
  if (today === undefined) return [];
  return waitingForDigest(at).flatMap((reader) => {
    const prompt = digestFor(reader.person);
    const isEmpty = prompt.rows.length + prompt.unreadable.length + prompt.readyToClose.length === 0;
    if (isEmpty && wasToldLately(reader, at)) return [];
    return [announced(reader, seriesOfDigest(today, reader), onceSeries(today.at), at.now, prompt)];
  });
}

/** Of the digests that arrived; one in doubt counts for none. */
const wasToldLately = ({ to }: OrganisationReader, { recorded, now }: OrganisationInTime): boolean =>
  recorded.some(
    ({ slot, state, at }) =>
      state === 'sent' &&
      slot.startsWith('digest/') &&
      slot.endsWith(`/${addresseeName(to)}`) &&
      hoursBetween(at, now) < NOTHING_OPEN_AFTER_HOURS,
  );

/** A trouble is told at once and every hour while it lasts; its end once, to whoever heard of it. */
export function owedHealth(at: OrganisationInTime): readonly OwedAnnouncement[] {
  const { health, now, organisation, recorded } = at;
  if (health === undefined) return [];
  const { since, overAt } = health;
  const steps = stepsOf(health);
  const heard = new Set(recorded.filter(({ slot }) => slot.startsWith(`health/${since}/`)).map(({ slot }) => nameIn(slot)));
  const readers = overAt === undefined ? readersNow(at) : everybody(at).filter(({ to }) => heard.has(addresseeName(to)));
  return readers.map((reader) => {
    const series = { purpose: overAt === undefined ? 'health' : 'healthOver', about: since, clock: 1, to: reader.to } as const;
    return announced(reader, series, steps, now, healthPrompt(health, organisation, now));
  });
}

/** Whoever may ever be told: somebody who stood in is not needed any more, and yet is owed the end of what they heard. */
const everybody = (at: OrganisationInTime): readonly OrganisationReader[] =>
  [...everybodyOfOffice(at).flatMap((person) => readersFor(at, person)), ...channelReaders(at)].filter(
    ({ to }) => !isLeftAlone(at.unreachable ?? [], to, at.now),
  );

const nameIn = (slot: string): string => {
  const to = addresseeIn(slot);
  return to === undefined ? '' : addresseeName(to);
};

export const healthPrompt = (
  { since, overAt, troubles }: Pick<Health, 'since' | 'overAt' | 'troubles'>,
  { timeZone: zone }: Pick<Organisation, 'timeZone'>,
  asOf: Instant,
): HealthPrompt => ({ kind: 'health', state: overAt === undefined ? 'trouble' : 'over', since, troubles, zone, asOf });

const stepsOf = ({ since, overAt }: Health): StepSeries =>
  overAt === undefined
    ? stepSeries({ atHours: [0], thenEveryHours: AGAIN_EVERY_HOURS }, { startsAt: since, since })
    : onceSeries(overAt);

function announced(
  { to, language }: OrganisationReader,
  slots: SlotSeries,
  steps: StepSeries,
  now: Instant,
  prompt: OwedAnnouncement['prompt'],
): OwedAnnouncement {
  // Where the clock was set back since, the first step counts as due.
  const { name, ordinal, dueAt } = latestDue(steps, now) ?? { name: 'at-once', ordinal: 0, dueAt: now };
  const group = slots.purpose;
  return {
    kind: 'announcement',
    slot: slotName(slots, name),
    to,
    language,
    dueAt,
    prompt,
    group,
    series: { slots, steps },
    ordinal,
  };
}

/** When something of it may next differ. */
export function nextChangeOfOrganisation(at: OrganisationInTime): Instant | undefined {
  const { health, now, organisation, mornings, unreachable = [] } = at;
  const again = unreachable.map(({ tryAgainAt }) => tryAgainAt).filter((moment) => moment > now);
  const moments = [...again, nextDigest(now, organisation, mornings), health && nextDue(stepsOf(health), now)];
  return moments.filter((moment) => moment !== undefined).toSorted()[0];
}

/** Kept so long: what was told of a day is never owed again after it. */
const KEPT_HOURS = 40 * 24;

/** What nobody will ask for any more. */
export const outlivedSlots = ({ recorded, now }: Pick<OrganisationInTime, 'recorded' | 'now'>): readonly string[] =>
  recorded.filter(({ at }) => hoursBetween(at, now) > KEPT_HOURS).map(({ slot }) => slot);
