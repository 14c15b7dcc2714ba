import type { DutyKind } from '../breach/events.ts';
import { type PersonId, personId } from '../breach/identifiers.ts';
import type { Absence, Organisation, Platform } from '../organisation.ts';
import type { CaseHead, Claim, Delivery, OpenedEntry } from '../ports.ts';
import type { ReminderPrompt } from '../prompt/prompt.ts';
import { readClear } from '../register/clearEntry.ts';
import { valueIn } from '../register/readEntry.ts';
import { caseStream } from '../register/streams.ts';
import { addHours, type Instant } from '../rules/instant.ts';
import { absencesIn } from './absencesIn.ts';
import { channelReaders, officeReaders, type Reader } from './addressees.ts';
import { addMinutes } from './backoff.ts';
import type { OwedAnnouncement } from './owed.ts';
import { plan, type Sending } from './plan.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { send } from './send.ts';
import { addresseeName, slotName, type SlotSeries } from './slot.ts';
import { isLeftAlone, unreachableIn } from './unreachable.ts';
import { latestDue, nextDue, type StepSeries, stepSeries } from './stepSeries.ts';

/*
 * A case that cannot be read, because it is damaged or was written by a newer version. What the index holds in the clear is enough to say that
 * duties are open and until when, so nobody has to miss a deadline because of it.
 */

const LOOK_AGAIN_MINUTES = 5;
const EVERY_HOURS = 4;
const DAY_HOURS = 24;
/** Hours before the earliest deadline; before the first of them daily. */
const HOURS_BEFORE = [24, 12, 6, 2, 1] as const;

/** What the index knows of the case, and who must not be told, as far as that can be read. */
export type UnreadableCase = {
  readonly head: CaseHead;
  readonly excluded: readonly PersonId[] | 'unknown';
  readonly organisation: Organisation;
  readonly platforms: readonly Platform[];
  readonly absences?: readonly Absence[];
};

/** A case that is closed and owes nothing needs nobody at night; the alarm is enough. */
const speaks = ({ status, openDuties }: CaseHead): boolean => status === 'open' || openDuties.length > 0;

/**
 * When the open duties of a case that cannot be read are recalled: at once, daily, more closely before the earliest deadline, and after it (or
 * without one) every four hours for ever. Reckoned from the index alone, so that every worker comes to the same steps.
 */
export function unreadableSeries({ openedAt, firstDueBy }: Pick<CaseHead, 'openedAt' | 'firstDueBy'>): StepSeries {
  const clock = { startsAt: openedAt, since: openedAt };
  if (firstDueBy === undefined) return stepSeries({ atHours: [0], thenEveryHours: EVERY_HOURS }, clock);
  const hours = Math.max(0, (Date.parse(firstDueBy) - Date.parse(openedAt)) / 3_600_000);
  const days = Array.from({ length: Math.ceil(hours / DAY_HOURS) }, (_, day) => day * DAY_HOURS);
  const before = HOURS_BEFORE.map((left) => hours - left).filter((hour) => hour > 0);
  const atHours = [...new Set([0, ...days, ...before])].toSorted((one, other) => one - other);
  const cadence = { atHours, deadlineAtHours: hours, thenEveryHours: EVERY_HOURS };
  // A deadline that was over before the case was opened counts from the opening, so that the first step is there at once.
  return stepSeries(cadence, { ...clock, dueBy: firstDueBy < openedAt ? openedAt : firstDueBy });
}

/** What is owed of it by now: the same message to each reader. The slot names the version, so that what a later entry changes is told anew. */
export function owedOfUnreadable(of: UnreadableCase, now: Instant): readonly OwedAnnouncement[] {
  const { head } = of;
  const steps = unreadableSeries(head);
  const step = latestDue(steps, now);
  if (!speaks(head) || step === undefined) return [];
  const { name, ordinal, dueAt } = step;
  return readersOf(of, now).map(({ to, language }) => {
    const slots: SlotSeries = { purpose: 'unreadable', about: 'case', clock: head.version, to };
    const owed = { kind: 'announcement', to, language, dueAt, ordinal, group: 'unreadable', series: { slots, steps } } as const;
    return { ...owed, slot: slotName(slots, name), prompt: promptOf(of, now) };
  });
}

function promptOf({ head, organisation }: UnreadableCase, asOf: Instant): ReminderPrompt {
  const { caseId, number, openDuties, firstDueBy, kind } = head;
  const openInIndex: readonly DutyKind[] = openDuties;
  return {
    ...{ kind: 'reminder', purpose: 'unreadable', caseId, number, zone: organisation.timeZone, incident: kind, asOf },
    ...{ duties: [], openFacts: 0, openQuestions: [], missing: [], openMeasures: 0, noticeTasks: [], overtaken: 0, actions: [] },
    unreadable: { openDuties: openInIndex, ...(firstDueBy === undefined ? {} : { firstDueBy }) },
  };
}

/** Where somebody was excluded and it cannot be read who, the channel alone is told, if there is one; silence is not among the choices. */
function readersOf({ excluded, organisation, platforms, absences = [] }: UnreadableCase, now: Instant): readonly Reader[] {
  const nobody = { reporter: personId(''), reporterLanguage: organisation.language };
  const known = {
    record: { ...nobody, excluded: excluded === 'unknown' ? [] : excluded },
    organisation,
    platforms,
    absences,
    now,
  };
  const channels = channelReaders(known);
  return excluded === 'unknown' && channels.length > 0 ? channels : officeReaders(known);
}

/** Who is excluded by what can still be opened of the entries; `unknown` where an exclusion is there and its person is not. */
function excludedIn(entries: readonly OpenedEntry[]): UnreadableCase['excluded'] {
  const excluded = new Set<PersonId>();
  for (const { clear, parts } of entries) {
    for (const [place, { type }] of (readClear(clear)?.events ?? []).entries()) {
      if (type !== 'PersonExcluded' && type !== 'PersonReadmitted') continue;
      const opened = parts.find(({ name }) => name === `${place}/person`)?.opened;
      const person = opened === undefined ? undefined : valueIn(opened);
      if (typeof person === 'string' && type === 'PersonExcluded') excluded.add(personId(person));
      else if (typeof person === 'string') excluded.delete(personId(person));
      else if (type === 'PersonExcluded') return 'unknown';
    }
  }
  return [...excluded];
}

/** A first message stands for no other: until then the case could be read, and was told of as usual. */
function asFirst(sending: Sending, head: CaseHead, recorded: readonly Delivery[]): Sending {
  const { prompt, to } = sending.message;
  const [row, reader] = [`unreadable/case/clock-${head.version}/`, `/${addresseeName(to)}`];
  const isFirst = !recorded.some(({ slot, state }) => state === 'sent' && slot.startsWith(row) && slot.endsWith(reader));
  if (!isFirst || prompt.kind !== 'reminder') return sending;
  return { ...sending, overtaken: [], message: { ...sending.message, prompt: { ...prompt, overtaken: 0 } } };
}

/**
 * Tells of a claimed case that cannot be read, through the same plan and the same record as everything else, and has it looked at again soon:
 * once it can be read, the usual reminders go on. May throw RegisterUnavailable; the lease then runs out.
 */
export async function remindOfUnreadable(
  world: RemindersWorld,
  claim: Claim,
  retries: Map<string, Instant>,
): Promise<'settled' | 'claimLost' | 'leaseShort'> {
  const { register, clock, organisation, channels } = world;
  const now = clock.now();
  const head = await register.head(claim.caseId);
  if (head === undefined) return 'settled';
  const platforms = channels.map(({ platform }) => platform);
  const absences = await absencesIn(world);
  const of = {
    head,
    organisation,
    platforms,
    absences,
    excluded: excludedIn(await register.openedEntries(caseStream(claim.caseId))),
  };
  const recorded = await register.deliveries(claim.caseId);
  const { sendings } = plan(claim.caseId, owedOfUnreadable(of, now), recorded);
  for (const sending of sendings) {
    const isTooEarly = sending.notBefore !== undefined && sending.notBefore > now;
    const isLeft = isLeftAlone(unreachableIn(recorded), sending.message.to, now);
    if (isTooEarly || isLeft || retries.has(sending.message.key)) continue;
    if (leaseIsShort(world, claim)) return (await register.settle(claim, head.version, clock.now())) ? 'leaseShort' : 'claimLost';
    const outcome = await send(world, claim, asFirst(sending, head, recorded));
    if (outcome.sent === 'claimLost') return 'claimLost';
    if (outcome.sent === 'later') retries.set(sending.message.key, outcome.at);
  }
  return (await register.settle(claim, head.version, lookAgain(head, now, sendings, retries))) ? 'settled' : 'claimLost';
}

const leaseIsShort = ({ clock, leaseSeconds }: RemindersWorld, { leaseUntil }: Claim): boolean =>
  (Date.parse(leaseUntil) - Date.parse(clock.now())) * 2 < leaseSeconds * 1000;

/** Soon in any case, for it may have been mended; sooner where a step falls due or a message failed. */
function lookAgain(head: CaseHead, now: Instant, sendings: readonly Sending[], retries: ReadonlyMap<string, Instant>): Instant {
  const step = speaks(head) ? nextDue(unreadableSeries(head), now) : undefined;
  const patience = sendings.flatMap(({ notBefore }) => (notBefore !== undefined && notBefore > now ? [notBefore] : []));
  const moments = [addMinutes(now, LOOK_AGAIN_MINUTES), ...(step === undefined ? [] : [step]), ...patience, ...retries.values()];
  return moments.toSorted()[0] ?? addHours(now, 1);
}
