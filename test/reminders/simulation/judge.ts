import type { CaseRecord } from '../../../src/breach/breachCase.ts';
import { openDuties } from '../../../src/breach/duties.ts';
import type { BreachEvent } from '../../../src/breach/events.ts';
import { fold } from '../../../src/breach/evolve.ts';
import type { CaseId, CaseNumber } from '../../../src/breach/identifiers.ts';
import { type Absence, absenceAt, type Organisation, personsWithRole } from '../../../src/organisation.ts';
import type { AppendRequest, Delivery, OutgoingMessage } from '../../../src/ports.ts';
import type { Prompt } from '../../../src/prompt/prompt.ts';
import { readersFor } from '../../../src/reminders/addressees.ts';
import { nextChange } from '../../../src/reminders/nextChange.ts';
import { type CaseInTime, type Owed, type OwedAnnouncement, owed } from '../../../src/reminders/owed.ts';
import { addresseeName } from '../../../src/reminders/slot.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import type { Presence } from './house.ts';
import type { Life } from './instance.ts';
import type { Listener } from './listener.ts';
import { isWithin, type Post, type Span, type TroubledPlatform } from './troubledPlatform.ts';

/** What a message was begun with, as far as one can see from outside. */
export type Begun = { readonly caseId: CaseId | undefined; readonly slots: readonly string[]; readonly clockAt: Instant };

type Arrival = {
  readonly kind: Prompt['kind'];
  readonly about: string;
  readonly purpose: string | undefined;
  readonly isFresh: boolean;
  readonly messageId: string;
  readonly clockAt: number;
  readonly at: number;
};
type History = { readonly events: BreachEvent[]; readonly versions: { readonly at: number; readonly events: number }[] };
type Seen = { version: number | undefined; looked: number; begun: readonly string[]; recorded: number };
/** Who is away, as somebody knew it. */
type Known = { readonly absences: readonly Absence[]; readonly name: string };

/** What one run comes to. */
export type Figures = {
  readonly cases: number;
  readonly owed: number;
  readonly delivered: number;
  /** Its reason ended before it could arrive; how long it had waited counts as lateness all the same. */
  readonly endedFirst: number;
  readonly repetitions: number;
  readonly messages: number;
  readonly latestMs: number;
  readonly latest: string;
  readonly faults: {
    readonly lost: readonly string[];
    readonly doubled: readonly string[];
    /** While the platform was up, the clocks right and an instance running. */
    readonly late: readonly string[];
    readonly other: readonly string[];
  };
};

export type Judge = {
  readonly appended: (request: AppendRequest) => void;
  readonly looked: (life: Life, caseId: CaseId, version: number | undefined) => void;
  readonly sawPresence: (life: Life, absences: readonly Absence[]) => void;
  readonly recorded: (life: Life, caseId: CaseId, made: readonly Delivery[]) => void;
  readonly begun: (life: Life, message: OutgoingMessage, clockAt: Instant) => Begun;
  readonly arrived: (begun: Begun, message: OutgoingMessage, post: Post) => void;
  readonly vanished: (begun: Begun, post: Post) => void;
  readonly hasFound: () => boolean;
  readonly accounts: (
    deliveries: (caseId: CaseId) => Promise<readonly Delivery[]>,
    inbounds: readonly { readonly id: string; readonly caseId: CaseId }[],
    troubled: readonly Span[],
  ) => Promise<Figures>;
};

const HOUR = 3_600_000;
/** What fell due so shortly before the end of a run may still be on its way. */
const JUST_DUE = 10 * 60_000;
/** Machines that sleep and messages that fail several times in a row stay below it. */
const LATE_MS = 2 * HOUR;

/**
 * Looks on from outside: what people said and when it was recorded, what stood on the platforms and when. What was owed it reckons anew
 * from the recorded history, moment by moment; of the code it checks it uses only what says what is owed.
 */
export function judgeOf(of: {
  readonly organisation: Organisation;
  readonly platforms: readonly TroubledPlatform[];
  readonly now: () => number;
  readonly presence: Pick<Presence, 'list'>;
  readonly listener?: Pick<Listener, 'appended' | 'heard'>;
}): Judge {
  const { organisation, now } = of;
  const names = of.platforms.map(({ platform }) => platform);
  const histories = new Map<CaseId, History>();
  const names_ = new Map<string, number>();
  const arrivals = new Map<string, Arrival[]>();
  const stands = new Map<string, string>();
  const unmarked = new Map<string, number>();
  const lastStep = new Map<string, { readonly due: number; readonly steps: string }>();
  const seen = new Map<string, Seen>();
  const groups = new Map<string, string>();
  const numbered = new Map<CaseNumber, CaseId>();
  const seenPresence = new Map<Life, Known>();
  const faults = { lost: [] as string[], doubled: [] as string[], late: [] as string[], other: [] as string[] };
  let [sequence, repetitions, messages] = [0, 0, 0];

  const seenBy = (life: Life, caseId: CaseId): Seen => {
    const key = `${life.name} ${caseId}`;
    const known = seen.get(key) ?? { version: undefined, looked: 0, begun: [], recorded: 0 };
    seen.set(key, known);
    return known;
  };

  // ------------------------------------------------------------ what a case owed at a version and a moment

  let folded: { key: string; record: CaseRecord } | undefined;
  function recordAt(caseId: CaseId, version: number): CaseRecord {
    const key = `${caseId} ${version}`;
    if (folded?.key !== key) {
      const history = histories.get(caseId);
      const state = fold(history?.events.slice(0, history.versions[version - 1]?.events) ?? []);
      if (state.status === 'none') throw new Error('A message of a case that nobody reported.');
      folded = { key, record: state };
    }
    return folded.record;
  }

  const inTime = (caseId: CaseId, version: number, moment: Instant, absences = of.presence.list()): CaseInTime => ({
    ...{ caseId, record: recordAt(caseId, version), organisation, platforms: names, now: moment, absences },
  });

  /** Management is told the number of a case and nothing else of it. */
  const caseOf = (prompt: Prompt): CaseId | undefined => {
    if (prompt.kind === 'escalation') return numbered.get(prompt.number);
    return 'caseId' in prompt ? prompt.caseId : undefined;
  };

  let reckoned: { key: string; items: readonly Owed[] } | undefined;
  function owedAt(caseId: CaseId, version: number, moment: Instant, { absences, name }: Known, exact: boolean): readonly Owed[] {
    const key = `${caseId} ${version} ${moment.slice(0, 16)} ${name}`;
    if (exact || reckoned?.key !== key) {
      reckoned = { key, items: owed(inTime(caseId, version, moment, absences)) };
      for (const one of reckoned.items) {
        if (one.kind === 'announcement' && one.prompt.kind === 'reminder') groups.set(one.prompt.purpose, one.group);
      }
    }
    return reckoned.items;
  }

  // ------------------------------------------------------------ while it goes on

  function checkBegun(life: Life, caseId: CaseId, message: OutgoingMessage, clockAt: Instant): void {
    const { version, looked, recorded } = seenBy(life, caseId);
    const story = `${message.prompt.kind} to ${addresseeName(message.to)} of ${caseId} at ${clockAt}`;
    if (version === undefined || looked < recorded) return void faults.other.push(`begun without a last look: ${story}`);
    const open = new Set<string>(openDuties(recordAt(caseId, version)).map(({ id }) => id));
    if (message.prompt.kind === 'reminder') {
      for (const { id } of message.prompt.duties) {
        if (!open.has(id)) faults.other.push(`begun after its end was recorded: ${id}, ${story}`);
      }
      if (message.prompt.channelsGone?.some(wasGone)) return;
    }
    const known = seenPresence.get(life) ?? { absences: [], name: '' };
    const isOwed = (exact: boolean): boolean =>
      owedAt(caseId, version, clockAt, known, exact).some((one) => isSaid(one, message));
    if (!isOwed(false) && !isOwed(true)) faults.other.push(`begun and not owed: ${story}`);
  }

  const isSaid = (one: Owed, { to, prompt }: OutgoingMessage): boolean =>
    addresseeName(one.to) === addresseeName(to) && one.prompt.kind === prompt.kind && aboutOf(one.prompt) === aboutOf(prompt);

  /** Found out about at most an hour late, by clocks that are two hours off at most. */
  const wasGone = (platform: string): boolean =>
    of.platforms.some(
      (one) => one.platform === platform && one.gone.some(({ from, until }) => from <= now() && now() < until + 4 * HOUR),
    );

  function noteArrival({ caseId, slots, clockAt }: Begun, message: OutgoingMessage, post: Post): void {
    const isFresh = message.replaces === undefined;
    stands.set(post.messageId, post.to);
    of.listener?.heard(caseId, message);
    messages += 1;
    if (message.mayBeRepeated) repetitions += 1;
    if (caseId === undefined) {
      if (isFresh) noteOnce(`key ${message.key} ${addresseeName(message.to)}`, message, clockAt);
      return;
    }
    const { prompt, to } = message;
    const place = `${caseId} ${addresseeName(to)}`;
    const purpose = prompt.kind === 'reminder' ? prompt.purpose : undefined;
    const { messageId } = post;
    const arrival = {
      kind: prompt.kind,
      about: aboutOf(prompt),
      purpose,
      isFresh,
      messageId,
      clockAt: Date.parse(clockAt),
      at: now(),
    };
    arrivals.set(place, [...(arrivals.get(place) ?? []), arrival]);
    if (!isFresh) return;
    for (const name of new Set([`key ${message.key} ${place}`, ...slots.map((slot) => `${caseId} ${slot}`)])) {
      noteOnce(name, message, clockAt);
    }
    noteOrder(caseId, slots, clockAt);
  }

  /** The same stands there once, but for what is marked as a repetition. */
  function noteOnce(name: string, { mayBeRepeated }: OutgoingMessage, clockAt: Instant): void {
    const times = (unmarked.get(name) ?? 0) + (mayBeRepeated ? 0 : 1);
    unmarked.set(name, times);
    if (times > 1) faults.doubled.push(`${name} at ${clockAt}`);
  }

  function noteOrder(caseId: CaseId, slots: readonly string[], clockAt: Instant): void {
    for (const one of reckoned?.items ?? []) {
      if (one.kind !== 'announcement' || !slots.includes(one.slot)) continue;
      const { purpose, about, clock, to } = one.series.slots;
      const row = `${caseId} ${purpose}/${about}/${clock}/${addresseeName(to)}`;
      const due = Date.parse(one.dueAt);
      // Where the steps themselves changed (another deadline presses), there is no earlier and later among old and new.
      const steps = JSON.stringify(one.series.steps);
      const last = lastStep.get(row);
      if (last !== undefined && last.steps === steps && due < last.due)
        faults.other.push(`out of order: ${one.slot} of ${caseId} at ${clockAt}`);
      lastStep.set(row, { due, steps });
    }
  }

  /** Somebody took it away by hand: what is posted in its place is no double. */
  function noteVanished({ caseId }: Begun, { key, to }: Post): void {
    for (const name of [`key ${key} ${caseId} ${to}`, `${caseId} card/${to}`, `${caseId} receipt/${to}`]) unmarked.delete(name);
  }

  // ------------------------------------------------------------ at the end

  type Obligation = { readonly one: OwedAnnouncement; from: number; endedAt: number | undefined; readonly row: string };

  function obligationsOf(caseId: CaseId, until: number): readonly Obligation[] {
    const { versions } = histories.get(caseId) as History;
    const presenceMoments = of.presence.list().flatMap(({ from, until }) => [Date.parse(from), Date.parse(until)]);
    const found = new Map<string, Obligation>();
    versions.forEach(({ at }, place) => {
      const end = versions[place + 1]?.at ?? until;
      let compared: number | undefined;
      for (let moment: number | undefined = at; moment !== undefined && moment < end; ) {
        const stand = inTime(caseId, place + 1, new Date(moment).toISOString() as Instant);
        const announced = owed(stand).filter((one) => one.kind === 'announcement');
        const [before, here] = [compared, moment];
        const isHandedOver = before !== undefined && presenceMoments.some((gone) => before < gone && gone <= here);
        for (const one of announced) {
          const { purpose, about, clock, to } = one.series.slots;
          const row = `${purpose}/${about}/${clock}/${addresseeName(to)}`;
          if (one.prompt.kind === 'reminder') groups.set(one.prompt.purpose, one.group);
          // Whoever comes to it because somebody left or came back could not be told before.
          const from = Math.max(isHandedOver ? moment : at, Date.parse(one.dueAt));
          const known = found.get(one.slot);
          // A later step of its row was told already, which stood for it: neither a return nor a pause makes it owed again.
          if (known === undefined && isOvertaken(found, caseId, one, row, here)) continue;
          if (known === undefined) found.set(one.slot, { one, from, endedAt: undefined, row });
          else if (known.endedAt !== undefined && !arrivedBefore(caseId, known, known.endedAt)) {
            // Owed again, after a case was opened again or a pause was over.
            Object.assign(known, { from: Math.max(from, moment), endedAt: undefined });
          }
        }
        // Besides what is recorded only coming and going ends a row, for those who come and go.
        if (before === undefined || isHandedOver) {
          endRows(found, announced, before === undefined ? at : moment);
          compared = moment;
        }
        const next: Instant | undefined = nextChange(stand);
        moment = next === undefined ? undefined : Date.parse(next);
      }
    });
    return [...found.values()];
  }

  const isOvertaken = (
    found: ReadonlyMap<string, Obligation>,
    caseId: CaseId,
    one: OwedAnnouncement,
    row: string,
    moment: number,
  ): boolean =>
    found.values().some((other) => other.row === row && other.one.ordinal > one.ordinal && arrivedBefore(caseId, other, moment));

  /** What is owed no longer since something was recorded: its row has ended, or stands before this step again (a pause). */
  function endRows(found: ReadonlyMap<string, Obligation>, announced: readonly OwedAnnouncement[], at: number): void {
    const going = new Map(
      announced.map(({ series: { slots }, ordinal }) => [
        `${slots.purpose}/${slots.about}/${slots.clock}/${addresseeName(slots.to)}`,
        ordinal,
      ]),
    );
    for (const obligation of found.values()) {
      const ordinal = going.get(obligation.row);
      if (ordinal === undefined || ordinal < obligation.one.ordinal) obligation.endedAt ??= at;
    }
  }

  const arrivedBefore = (caseId: CaseId, obligation: Obligation, moment: number): boolean =>
    (arrivalFor(caseId, obligation, addresseeName(obligation.one.to))?.at ?? Infinity) <= moment + 60_000;

  const arrivalFor = (caseId: CaseId, { one, from }: Obligation, to: string): Arrival | undefined =>
    (arrivals.get(`${caseId} ${to}`) ?? []).find(
      (arrival) => arrival.clockAt >= Math.min(from, Date.parse(one.dueAt)) && standsFor(arrival, one),
    );

  /**
   * Told before it was owed: by a clock that went wrong, or in the place of a channel. It is not told again when its time has come. That
   * it might be told then was looked at when it was begun.
   */
  function earlyBy(troubled: readonly Span[], caseId: CaseId, to: string, messageId: string | undefined): Arrival | undefined {
    const gone = of.platforms.flatMap((platform) => platform.gone.map(({ from, until }) => ({ from, until: until + 4 * HOUR })));
    return (arrivals.get(`${caseId} ${to}`) ?? []).find(
      (arrival) => arrival.messageId === messageId && arrival.isFresh && isWithin([...troubled, ...gone], arrival.at),
    );
  }

  const standsFor = ({ kind, about, purpose, isFresh }: Arrival, { prompt, group }: OwedAnnouncement): boolean =>
    (kind === prompt.kind &&
      about === aboutOf(prompt) &&
      (purpose === undefined || (groups.get(purpose) ?? 'reminder') === group)) ||
    (kind === 'caseCard' && isFresh && prompt.kind === 'reminder' && group === 'reminder');

  /** In the place of a channel that was gone: everybody who stands in for it has been told. */
  function toldInstead(caseId: CaseId, obligation: Obligation): Arrival | undefined {
    const { to } = obligation.one;
    const wasGoneThen = of.platforms.some(
      ({ platform, gone }) => platform === to.platform && gone.some(({ until }) => until > obligation.from),
    );
    if (to.kind !== 'channel' || !wasGoneThen) return undefined;
    const known = inTime(caseId, (histories.get(caseId) as History).versions.length, new Date(now()).toISOString() as Instant);
    const office = [...personsWithRole(organisation, 'dpo'), ...personsWithRole(organisation, 'deputy')].map(({ id }) => id);
    const there = office.filter((person) => !isAwayAround(person, obligation.from));
    const told = (there.length > 0 ? there : office)
      .flatMap((person) => readersFor(known, person))
      .map((reader) => arrivalFor(caseId, obligation, addresseeName(reader.to)));
    const isEnough =
      there.length > 0 ? told.every((arrival) => arrival !== undefined) : told.some((arrival) => arrival !== undefined);
    return !isEnough ? undefined : told.toSorted((a, b) => (b?.at ?? 0) - (a?.at ?? 0))[0];
  }

  const isAwayAround = (person: Absence['person'], moment: number): boolean =>
    [0, LATE_MS].some((later) => {
      const then = new Date(moment + later).toISOString() as Instant;
      return absenceAt(of.presence.list(), person, then) !== undefined;
    });

  async function accounts(
    deliveries: (caseId: CaseId) => Promise<readonly Delivery[]>,
    inbounds: readonly { readonly id: string; readonly caseId: CaseId }[],
    troubled: readonly Span[],
  ): Promise<Figures> {
    const sum = { owed: 0, delivered: 0, endedFirst: 0, latestMs: 0, latest: 'nothing' };
    for (const { id } of inbounds) {
      const times = names_.get(id) ?? 0;
      if (times === 0) faults.lost.push(`what somebody said: ${id}`);
      if (times > 1) faults.doubled.push(`what somebody said: ${id}`);
    }
    for (const caseId of histories.keys()) {
      const recorded = new Map((await deliveries(caseId)).map((delivery) => [delivery.slot, delivery]));
      for (const obligation of obligationsOf(caseId, now() - JUST_DUE)) {
        const { one, from, endedAt } = obligation;
        const { state, messageId } = recorded.get(one.slot) ?? {};
        const place = addresseeName(one.to);
        const own = earlier(arrivalFor(caseId, obligation, place), earlyBy(troubled, caseId, place, messageId));
        const arrival = earlier(own, toldInstead(caseId, obligation));
        const inTimeOfEnd = arrival !== undefined && (endedAt === undefined || arrival.at <= endedAt + 60_000);
        sum.owed += 1;
        if (inTimeOfEnd) sum.delivered += 1;
        else if (endedAt !== undefined) sum.endedFirst += 1;
        else faults.lost.push(`${caseId} ${one.slot}, due ${one.dueAt}: never arrived`);
        if (own !== undefined && inTimeOfEnd && endedAt === undefined && state !== 'sent' && state !== 'overtaken') {
          faults.lost.push(`${caseId} ${one.slot}, due ${one.dueAt}: recorded as ${state ?? 'nothing'}`);
        }
        const waited = (inTimeOfEnd ? arrival.at : (endedAt ?? now())) - from;
        const { outages = [], gone = [] } = of.platforms.find(({ platform }) => platform === one.to.platform) ?? {};
        // Who hears it in the place of a channel, and how soon, the listener knows.
        const notThere = one.to.kind === 'channel' ? gone : [];
        const late = waited <= sum.latestMs ? 0 : waited - covered(from, from + waited, [...outages, ...notThere, ...troubled]);
        if (late > LATE_MS) faults.late.push(`${caseId} ${one.slot}, due ${one.dueAt}: ${(late / HOUR).toFixed(1)} h late`);
        if (late > sum.latestMs) Object.assign(sum, { latestMs: late, latest: `${caseId} ${one.slot}` });
      }
    }
    return { cases: histories.size, ...sum, repetitions, messages, faults };
  }

  return {
    appended: ({ caseId, events, inboundIds, number }) => {
      if (number !== undefined) numbered.set(number, caseId);
      of.listener?.appended(caseId, events);
      for (const id of inboundIds) names_.set(id, (names_.get(id) ?? 0) + 1);
      const history = histories.get(caseId) ?? { events: [], versions: [] };
      history.events.push(...events);
      history.versions.push({ at: now(), events: history.events.length });
      histories.set(caseId, history);
    },
    looked: (life, caseId, version) => void Object.assign(seenBy(life, caseId), { version, looked: (sequence += 1) }),
    sawPresence: (life, absences) => void seenPresence.set(life, { absences, name: absences.map(({ until }) => until).join() }),
    recorded: (life, caseId, made) => {
      const begun = made.filter(({ state }) => state === 'unclear').map(({ slot }) => slot);
      Object.assign(seenBy(life, caseId), { begun, recorded: (sequence += 1) });
      for (const { slot, state, messageId } of made) {
        if (state === 'sent' && (messageId === undefined || !slot.endsWith(`/${stands.get(messageId) ?? '?'}`)))
          faults.other.push(`recorded as sent and never arrived: ${caseId} ${slot}`);
      }
    },
    begun: (life, message, clockAt) => {
      const caseId = caseOf(message.prompt);
      if (caseId === undefined) return { caseId, slots: [], clockAt };
      const isFresh = message.replaces === undefined;
      if (isFresh) checkBegun(life, caseId, message, clockAt);
      return { caseId, slots: isFresh ? seenBy(life, caseId).begun : [], clockAt };
    },
    arrived: noteArrival,
    vanished: noteVanished,
    hasFound: () => Object.values(faults).some(({ length }) => length > 0),
    accounts,
  };
}

/** Case, decision, question or outcome: what else a message is about, wherever a prompt has such a thing. */
const aboutOf = (prompt: Prompt): string =>
  (['decisionId', 'questionId', 'outcome'] as const)
    .map((field) => (field in prompt ? String((prompt as unknown as Record<string, unknown>)[field]) : ''))
    .join('/');

const earlier = (one: Arrival | undefined, other: Arrival | undefined): Arrival | undefined =>
  one !== undefined && (other === undefined || one.at <= other.at) ? one : other;

/** How much of a time lies within these spans; they may overlap. */
function covered(from: number, until: number, spans: readonly Span[]): number {
  let [reached, sum] = [from, 0];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const start = Math.max(reached, span.from);
    const end = Math.min(until, span.until);
    if (end > start) {
      sum += end - start;
      reached = end;
    }
  }
  return sum;
}
