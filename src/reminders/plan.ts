import type { CaseId } from '../breach/identifiers.ts';
import type { Addressee, Delivery, OutgoingMessage } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { afterLostAnswers } from './backoff.ts';
import type { ReminderPrompt } from '../prompt/channelPrompts.ts';
import { digest, fingerprint } from './fingerprint.ts';
import type { Owed, OwedAnnouncement, OwedSurface } from './owed.ts';
import { missedSteps, overtakenSlots } from './overtaken.ts';
import { addresseeName, type Purpose, reachSlot, surfaceSlot } from './slot.ts';

/** One message to send, and what is recorded once it arrived. */
export type Sending = {
  readonly message: OutgoingMessage;
  /** Every announcement it stands for. */
  readonly slots: readonly string[];
  readonly surface?: { readonly slot: string; readonly shown: string };
  /** Earlier steps that need not be said any more. */
  readonly overtaken: readonly string[];
  readonly dueAt: Instant;
  /** Answers lost so far; the highest of all its slots. */
  readonly lost: number;
  /** Not before this moment: an answer was lost and the platform is given time. */
  readonly notBefore?: Instant;
  /** The message whose answer was lost: by which key it can be found, and what it stood for. */
  readonly lostMessage?: { readonly key: string; readonly slots: readonly string[] };
  /** What was recorded last of whether the reader can be reached. */
  readonly reach?: Delivery;
};

/** What is to be sent now. `more`: something else waits for the same reader, who gets one announcement at a time. */
export type Plan = { readonly sendings: readonly Sending[]; readonly more: boolean };

type Recorded = ReadonlyMap<string, Delivery>;

/** Owed minus delivered: per reader first the surfaces, then the announcements that fell due first, told together. */
export function plan(caseId: CaseId, owedNow: readonly Owed[], deliveries: readonly Delivery[]): Plan {
  const recorded: Recorded = new Map(deliveries.map((delivery) => [delivery.slot, delivery]));
  const readers = [...Map.groupBy(owedNow, ({ to }) => addresseeName(to)).values()];
  const plans = readers.map((forReader) => planForReader(caseId, forReader, recorded));
  return { sendings: plans.flatMap(({ sendings }) => sendings), more: plans.some(({ more }) => more) };
}

function planForReader(caseId: CaseId, owedNow: readonly Owed[], recorded: Recorded): Plan {
  const surfaces = owedNow.filter((one) => one.kind === 'surface').filter((one) => !isShown(one, recorded));
  const waiting = owedNow.filter((one) => one.kind === 'announcement').filter((one) => !isDone(recorded.get(one.slot)));
  const groups = [...Map.groupBy(waiting, ({ group }) => group).values()].toSorted(byDueTime);
  const shown = surfaces.map((surface) => showing(caseId, surface, recorded));
  return { sendings: inOneRow(caseId, shown, groups[0], recorded), more: groups.length > 1 };
}

function inOneRow(
  caseId: CaseId,
  shown: readonly Sending[],
  told: readonly OwedAnnouncement[] | undefined,
  recorded: Recorded,
): readonly Sending[] {
  const [first] = shown;
  if (told === undefined) return shown;
  return first !== undefined && standsForFirstMessage(first, told)
    ? [withAnnouncements(first, told, recorded), ...shown.slice(1)]
    : [...shown, telling(caseId, told, recorded)];
}

const isDone = (delivery: Delivery | undefined): boolean => delivery?.state === 'sent' || delivery?.state === 'overtaken';

const isShown = ({ slot, prompt, language }: OwedSurface, recorded: Recorded): boolean => {
  const delivery = recorded.get(slot);
  return delivery?.state === 'sent' && delivery.shown === fingerprint(prompt, language);
};

const earliestDue = (group: readonly OwedAnnouncement[]): string => group.map(({ dueAt }) => dueAt).toSorted()[0] ?? '';
const byDueTime = (one: readonly OwedAnnouncement[], other: readonly OwedAnnouncement[]): number =>
  earliestDue(one) < earliestDue(other) ? -1 : 1;

/** The card that appears in the channel for the first time says all that a first message would: one message, not two. */
const standsForFirstMessage = ({ message }: Sending, told: readonly OwedAnnouncement[]): boolean =>
  message.prompt.kind === 'caseCard' &&
  message.replaces === undefined &&
  told.some(({ series }) => series.slots.purpose === 'new') &&
  told.every(({ series }) => !NOT_ON_THE_CARD.includes(series.slots.purpose));

/** That others are told, and that nobody has decided yet whether there is awareness. */
const NOT_ON_THE_CARD: readonly Purpose[] = ['escalation', 'investigation'];

function showing(caseId: CaseId, { slot, to, prompt, language, dueAt }: OwedSurface, recorded: Recorded): Sending {
  const before = recorded.get(slot);
  const replaces = before?.messageId;
  const lost = lostAnswers(before);
  const key = keyOf(caseId, [slot]);
  return {
    message: {
      ...{ to, prompt, language, key },
      ...(replaces === undefined ? {} : { replaces }),
      // Drawing the same message twice changes nothing; only a fresh one could stand there twice.
      mayBeRepeated: lost > 0 && replaces === undefined,
    },
    slots: [],
    surface: { slot, shown: fingerprint(prompt, language) },
    overtaken: [],
    dueAt,
    lost,
    ...patience(before),
    ...(lost > 0 && replaces === undefined && { lostMessage: { key, slots: [slot] } }),
    ...reachOf(to, recorded),
  };
}

function telling(caseId: CaseId, group: readonly OwedAnnouncement[], recorded: Recorded): Sending {
  const leading = group.toSorted(byUrgency)[0] as OwedAnnouncement;
  const { to, language } = leading;
  const slots = group.map(({ slot }) => slot);
  const unclear = latestUnclear(slots, recorded);
  const message = { to, language, key: keyOf(caseId, slots), mayBeRepeated: lostAnswers(unclear) > 0 };
  return {
    message: { ...message, ...underCard(leading, recorded), prompt: withOvertaken(leading, group, recorded) },
    slots,
    overtaken: group.flatMap((member) => overtakenSlots(member, recorded)),
    dueAt: leading.dueAt,
    lost: lostAnswers(unclear),
    ...patience(unclear),
    ...lostMessage(caseId, slots, unclear, recorded),
    ...reachOf(to, recorded),
  };
}

/** In a channel what is said of a case stands under its card. */
function underCard({ to }: OwedAnnouncement, recorded: Recorded): Pick<OutgoingMessage, 'thread'> {
  const card = recorded.get(surfaceSlot('card', to))?.messageId;
  return card === undefined ? {} : { thread: card };
}

function withAnnouncements(card: Sending, group: readonly OwedAnnouncement[], recorded: Recorded): Sending {
  const slots = group.map(({ slot }) => slot);
  const { lostMessage: lost } = card;
  return {
    ...card,
    slots,
    overtaken: group.flatMap((member) => overtakenSlots(member, recorded)),
    ...(lost && {
      lostMessage: { ...lost, slots: [...lost.slots, ...slots.filter((slot) => lostAnswers(recorded.get(slot)) > 0)] },
    }),
  };
}

/** More may have fallen due since: what was lost stood for the slots that were begun in the same write. */
function lostMessage(
  caseId: CaseId,
  slots: readonly string[],
  unclear: Delivery | undefined,
  recorded: Recorded,
): Pick<Sending, 'lostMessage'> {
  if (unclear === undefined || lostAnswers(unclear) === 0) return {};
  const together = slots.filter((slot) => recorded.get(slot)?.at === unclear.at && lostAnswers(recorded.get(slot)) > 0);
  return { lostMessage: { key: keyOf(caseId, together), slots: together } };
}

function reachOf(to: Addressee, recorded: Recorded): Pick<Sending, 'reach'> {
  const reach = recorded.get(reachSlot(to));
  return reach === undefined ? {} : { reach };
}

const withOvertaken = (
  { prompt }: OwedAnnouncement,
  group: readonly OwedAnnouncement[],
  recorded: Recorded,
): OutgoingMessage['prompt'] =>
  prompt.kind === 'reminder'
    ? { ...prompt, ...lastWorkingHourIn(group), overtaken: missedSteps(group, [...recorded.values()]) }
    : prompt;

/** Whatever else it is told together with, that this is the last working hour is said. */
function lastWorkingHourIn(group: readonly OwedAnnouncement[]): Pick<ReminderPrompt, 'lastWorkingHour'> {
  const said = group.flatMap(({ prompt }) => (prompt.kind === 'reminder' ? (prompt.lastWorkingHour ?? []) : []))[0];
  return said === undefined ? {} : { lastWorkingHour: said };
}

const URGENCY = [
  'escalation',
  'channelGone',
  'new',
  'overdue',
  'lastWorkingHour',
  'investigation',
  'step',
  'decisionMissing',
  'noticeTask',
  'measure',
  'news',
  'readyToClose',
  'retention',
  'unreadable',
] as const;

/** Of several reminders told together the most urgent one gives the message its first sentence. */
function byUrgency(one: OwedAnnouncement, other: OwedAnnouncement): number {
  const place = ({ prompt }: OwedAnnouncement): number =>
    prompt.kind === 'reminder' ? URGENCY.indexOf(prompt.purpose) : URGENCY.length;
  return place(one) - place(other);
}

/** An entry „unclear“ with no lost answer is an attempt the platform surely refused. */
const lostAnswers = (delivery: Delivery | undefined): number => (delivery?.state === 'unclear' ? delivery.attempts : 0);

const latestUnclear = (slots: readonly string[], recorded: Recorded): Delivery | undefined =>
  slots.flatMap((slot) => recorded.get(slot) ?? []).toSorted((one, other) => lostAnswers(other) - lostAnswers(one))[0];

const patience = (delivery: Delivery | undefined): Pick<Sending, 'notBefore'> =>
  delivery !== undefined && lostAnswers(delivery) > 0 ? { notBefore: afterLostAnswers(delivery.at, delivery.attempts) } : {};

/** The same for the same case and slots, and opaque: no duty and no account is legible in it. */
const keyOf = (caseId: CaseId, slots: readonly string[]): string => digest([caseId, ...slots.toSorted()].join('\n'));
