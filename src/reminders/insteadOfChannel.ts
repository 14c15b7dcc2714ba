import type { Platform } from '../organisation.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { reminder } from '../prompt/reminder.ts';
import { everybodyOfOffice, presentOrAll, readersFor, type Reader } from './addressees.ts';
import type { Announcement, CaseKnown } from './owedAnnouncements.ts';
import { addresseeName, type SlotSeries } from './slot.ts';
import { onceSeries, type Step, type StepSeries } from './stepSeries.ts';
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
  const rows = Map.groupBy([...redirected, ...all], ({ slots }) => seriesName(slots));
  return [...rows.values()].map((rowsOfOne) => saying(rowsOfOne.reduce((channels, own) => inOneRow(channels, own))));
}

/**
 * The later of both rows, with the steps of the earlier one that it does not have: a row of stages has only those meant for its reader,
 * and the row of a channel has them all.
 */
function inOneRow(channels: Announcement, own: Announcement): Announcement {
  const named = new Set(own.steps.steps.map(({ name }) => name));
  const steps = stillOwed(channels.steps).filter(({ name }) => !named.has(name));
  const tail = own.steps.tail ?? channels.steps.tail;
  if (steps.length === 0 && tail === own.steps.tail) return own;
  const together = [...own.steps.steps, ...steps].toSorted((one, other) => one.at - other.at);
  const inOrder = together.map((step, ordinal) => ({ ...step, ordinal }));
  return { ...own, steps: { ...own.steps, steps: inOrder, ...(tail && { tail }) } };
}

/** Of what fell due before the channel was lost only the last, and that from then on. */
function stillOwed({ steps, since }: StepSeries): readonly Step[] {
  const last = steps.findLast(({ at }) => at <= since)?.ordinal ?? 0;
  return steps.filter(({ ordinal }) => ordinal >= last).map((step) => ({ ...step, at: Math.max(step.at, since) }));
}

function redirectedFrom(known: CaseKnown, channel: Unreachable, all: readonly Announcement[]): readonly Announcement[] {
  const theirs = all.filter(({ reader }) => addresseeName(reader.to) === addresseeName(channel.to));
  if (theirs.length === 0) return [];
  return standIns(known).flatMap((reader) => [
    channelGone(known, channel, reader),
    ...theirs.map((announcement) => handedOver(announcement, reader, channel)),
  ]);
}

/** Those of officer and deputy who are here; where nobody is, all of them. */
const standIns = (known: CaseKnown): readonly Reader[] =>
  presentOrAll(known, everybodyOfOffice(known)).flatMap((person) => readersFor(known, person));

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
