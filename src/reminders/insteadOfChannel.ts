import { personsWithRole, type Platform } from '../organisation.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { reminder } from '../prompt/reminder.ts';
import { readersFor, type Reader } from './addressees.ts';
import type { Announcement, CaseKnown } from './owedAnnouncements.ts';
import { addresseeName, type SlotSeries } from './slot.ts';
import { onceSeries } from './stepSeries.ts';
import type { Unreachable } from './unreachable.ts';

/**
 * What is owed to a channel that cannot be reached goes to officer and deputy in person, and says why. What they are told anyway they are
 * not told twice. The channel's own announcements stay owed: they are tried again from time to time (`isLeftAlone`).
 */
export function insteadOfChannel(known: CaseKnown, all: readonly Announcement[]): readonly Announcement[] {
  const gone = (known.unreachable ?? []).filter(({ to }) => to.kind === 'channel');
  const redirected = gone.flatMap((channel) => redirectedFrom(known, channel, all));
  if (redirected.length === 0) return all;
  const platforms = [...new Set(gone.map(({ to }) => to.platform))];
  const readers = new Set(standIns(known).map(({ to }) => addresseeName(to)));
  const saying = (announcement: Announcement): Announcement =>
    readers.has(addresseeName(announcement.reader.to)) ? withNote(announcement, platforms) : announcement;
  return [...new Map([...redirected, ...all].map((one) => [seriesName(one.slots), saying(one)])).values()];
}

function redirectedFrom(known: CaseKnown, channel: Unreachable, all: readonly Announcement[]): readonly Announcement[] {
  const theirs = all.filter(({ reader }) => addresseeName(reader.to) === addresseeName(channel.to));
  if (theirs.length === 0) return [];
  return standIns(known).flatMap((reader) => [
    channelGone(known, channel, reader),
    ...theirs.map((announcement) => handedOver(announcement, reader, channel)),
  ]);
}

const standIns = (known: CaseKnown): readonly Reader[] =>
  (['dpo', 'deputy'] as const)
    .flatMap((role) => personsWithRole(known.organisation, role))
    .flatMap(({ id }) => readersFor(known, id));

/** Owed from the moment the channel was lost: what it had been told before is no omission of theirs. */
const handedOver = ({ slots, steps, ...rest }: Announcement, reader: Reader, { since }: Unreachable): Announcement => ({
  ...rest,
  reader,
  slots: { ...slots, to: reader.to },
  steps: { ...steps, since: Math.max(steps.since, Date.parse(since)) },
});

const channelGone = (known: CaseKnown, { to, since, times }: Unreachable, reader: Reader): Announcement => ({
  reader,
  slots: { purpose: 'channelGone', about: to.platform, clock: times, to: reader.to },
  steps: onceSeries(since),
  group: 'reminder',
  prompt: (_step, asOf) => reminder({ ...known, purpose: 'channelGone', asOf }),
});

const withNote = (announcement: Announcement, channelsGone: readonly Platform[]): Announcement => ({
  ...announcement,
  prompt: (step, asOf) => noted(announcement.prompt(step, asOf), channelsGone),
});

const noted = (prompt: Prompt, channelsGone: readonly Platform[]): Prompt =>
  prompt.kind === 'reminder' ? { ...prompt, channelsGone } : prompt;

const seriesName = ({ purpose, about, clock, to }: SlotSeries): string => `${purpose}/${about}/${clock}/${addresseeName(to)}`;
