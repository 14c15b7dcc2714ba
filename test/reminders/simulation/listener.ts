import { DateTime } from 'luxon';
import type { CaseRecord } from '../../../src/breach/breachCase.ts';
import type { BreachEvent } from '../../../src/breach/events.ts';
import { fold } from '../../../src/breach/evolve.ts';
import type { CaseId } from '../../../src/breach/identifiers.ts';
import type { Absence, Organisation } from '../../../src/organisation.ts';
import type { OutgoingMessage } from '../../../src/ports.ts';
import { type FreeSpan, freeSpans, type Workday, workdaysOf } from './freeTime.ts';
import { audiencesOf, type Place } from './audiences.ts';
import { puttingOff } from './puttingOff.ts';
import { type Due, type Heard, type Thing, thingsOf } from './things.ts';
import { isWithin, type Span, type TroubledPlatform } from './troubledPlatform.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What machines that sleep and messages that fail several times in a row may cost. */
const TOLERANCE = 2 * HOUR;
/** A clock two hours ahead tells so much too early. */
const EARLY = 2 * HOUR + 5 * MINUTE;

/** A case between two writes. */
export type Version = { readonly at: number; readonly until: number; readonly record: CaseRecord };
/** A thing, for as long as it was owed without a break. */
type Life = { readonly thing: Thing; readonly isFirst: boolean; readonly from: number; readonly until: number };
/** Somebody must hear something after one moment and by another. */
type Demand = { readonly what: string; readonly place: Place; readonly from: number; readonly by: number; readonly life: Life };

export type Listener = {
  readonly appended: (caseId: CaseId, events: readonly BreachEvent[]) => void;
  readonly heard: (caseId: CaseId | undefined, message: OutgoingMessage) => void;
  /** What people should have heard by the words of the promise and did not. */
  readonly unheard: (of: {
    /** No instance ran, or a clock was wrong. */
    readonly troubled: readonly Span[];
    readonly wrongClocks: readonly Span[];
    /** As it was in the end. */
    readonly absences: readonly Absence[];
    readonly start: number;
  }) => readonly string[];
};

/**
 * Knows the words of the promise, what was recorded and what arrived; of the code that reminds it knows nothing, and imports nothing. For each
 * thing that is owed it asks at every step whether everybody who must hear of it did so in time, and as what it is.
 */
export function listenerOf(of: {
  readonly organisation: Organisation;
  readonly platforms: readonly TroubledPlatform[];
  readonly now: () => number;
}): Listener {
  const { organisation, platforms, now } = of;
  const events = new Map<CaseId, BreachEvent[]>();
  const versions = new Map<CaseId, { readonly at: number; readonly record: CaseRecord }[]>();
  const ears = new Map<string, Heard[]>();
  const began = now();

  function appended(caseId: CaseId, added: readonly BreachEvent[]): void {
    const all = [...(events.get(caseId) ?? []), ...added];
    events.set(caseId, all);
    const record = fold(all);
    if (record.status === 'none') throw new Error('A case begins with its report.');
    versions.set(caseId, [...(versions.get(caseId) ?? []), { at: now(), record }]);
  }

  const hear = (caseId: CaseId | undefined, message: OutgoingMessage): void => {
    const { platform, kind, id } = message.to;
    const name = `${caseId ?? ''} ${platform}:${kind}:${id}`;
    ears.set(name, [...(ears.get(name) ?? []), heardIn(message, now())]);
  };

  type Setting = Parameters<Listener['unheard']>[0];

  function unheard({ troubled, wrongClocks, absences, start }: Setting): readonly string[] {
    const end = now() - 10 * MINUTE;
    const workdays = workdaysOf(organisation, began, end);
    const free = workdays === undefined ? [] : freeSpans(workdays);
    const spansFor = troublesFor(platforms, troubled);
    const found: string[] = [];
    const tell = (caseId: CaseId, demand: Demand, late: string): void =>
      void found.push(
        `${caseId} ${demand.what}, due ${show(demand.from)} by ${show(demand.by)}: ${late} at ${demand.place.name}`,
      );

    for (const [caseId, kept] of versions) {
      const course = kept.map(({ at, record }, place): Version => ({ at, record, until: kept[place + 1]?.at ?? end }));
      const check = checkOf({ caseId, course, free, spansFor, absences, wrongClocks, tell });
      for (const life of livesOf(course, organisation, free)) check(life);
    }
    return [...found, ...digestsMissed({ workdays, absences, spansFor, start, end })];
  }

  type Checked = {
    readonly caseId: CaseId;
    readonly course: readonly Version[];
    readonly free: readonly FreeSpan[];
    readonly spansFor: (place: Place, since: 'alsoGone' | 'outages') => readonly Span[];
    readonly absences: readonly Absence[];
    readonly wrongClocks: readonly Span[];
    readonly tell: (caseId: CaseId, demand: Demand, late: string) => void;
  };

  function checkOf({ caseId, course, free, spansFor, absences, wrongClocks, tell }: Checked): (life: Life) => void {
    const audiences = audiencesOf({ organisation, platforms: platforms.map(({ platform }) => platform), absences, course });
    const put = puttingOff(organisation, course, free);
    const arrivals = (place: Place): readonly Heard[] => ears.get(`${caseId} ${place.name}`) ?? [];
    const fits = ({ at }: Heard, from: number, until: number): boolean =>
      at <= until && (at >= from - 5_000 || (at >= from - EARLY && isWithin(wrongClocks, at)));

    /** Answers by when it must be there; undefined where the thing ended before. */
    function limit(life: Life, by: number, place: Place, trouble: 'alsoGone' | 'outages'): number | undefined {
      const until = settled(by, TOLERANCE, spansFor(place, trouble));
      return until > life.until || until > now() - 10 * MINUTE ? undefined : until;
    }

    function check(demand: Demand, trouble: 'alsoGone' | 'outages', isIt: (heard: Heard) => boolean): void {
      const { life, place, from, by } = demand;
      const until = limit(life, by, place, trouble);
      if (until === undefined || arrivals(place).some((one) => fits(one, from, until) && isIt(one))) return;
      tell(caseId, demand, 'never heard in time');
    }

    function checkDue(life: Life, { at, firm, lastHourUntil }: Due): void {
      const { thing } = life;
      const by = firm ? at : put.latest(at, thing, life.until) + thing.slackHours * HOUR;
      const what = lastHourUntil === undefined ? thing.key : `last working hour of ${thing.key}`;
      for (const place of audiences.of(thing.to, at, settledBy(by))) {
        const demand = { what, place, from: at, by, life };
        check(demand, 'alsoGone', thing.isHeardIn);
        if (lastHourUntil !== undefined && isMistaken(arrivals(place), thing, at, lastHourUntil)) {
          tell(caseId, demand, 'not told as the last working hour');
        }
      }
      checkInsteadOfChannels(life, at, firm ? at : Math.max(by, put.latest(at + HOUR, thing, life.until)));
    }

    /** Something was said in the last working hour, and not that it is one. What came just as it began may have been written before. */
    function isMistaken(heard: readonly Heard[], { isHeardIn }: Thing, from: number, until: number): boolean {
      const said = heard.filter((one) => one.kind === 'reminder' && one.at >= from && one.at < until && isHeardIn(one));
      const isClear = said.some(({ at }) => at >= from + 20 * MINUTE && !isWithin(wrongClocks, at));
      return isClear && !said.some(({ inLastHour }) => inLastHour);
    }

    /** What a channel that is gone does not hear, those of the office who are there hear in person, and why. */
    function checkInsteadOfChannels(life: Life, at: number, by: number): void {
      if (typeof life.thing.to !== 'string' || life.thing.to === 'deciders') return;
      for (const { platform, gone } of platforms) {
        const span = gone.find(({ from, until }) => from <= at && settledBy(by) < until);
        if (span === undefined || wasToldEarly(life, at, platform)) continue;
        for (const place of audiences.of('everybodyOfOffice', at, settledBy(by))) {
          const demand = { what: `${life.thing.key}, for the channel that is gone on ${platform}`, place, from: at, by, life };
          if ((limit(life, by, place, 'outages') ?? Infinity) >= span.until) continue;
          const isIt = (heard: Heard): boolean =>
            heard.kind === 'reminder' &&
            heard.gone.includes(platform) &&
            (life.thing.isHeardIn(heard) || heard.purpose === 'channelGone');
          check(demand, 'outages', isIt);
        }
      }
    }

    /** Before its channel was gone a wrong clock had told it there already. */
    const wasToldEarly = ({ thing }: Life, at: number, platform: string): boolean =>
      audiences
        .of(thing.to, at, at)
        .filter((place) => place.isChannel && place.platform === platform)
        .some((place) => arrivals(place).some((heard) => heard.at < at && fits(heard, at, at) && thing.isHeardIn(heard)));

    /** Who comes to it later must hear what fell due while they were not there. */
    function checkHandovers(life: Life, dues: readonly Due[]): void {
      if (life.thing.to !== 'office' || life.thing.once) return;
      for (const { place, at, awaySince } of audiences.arrivals(life.from, life.until)) {
        const missed = dues.findLast((due) => awaySince < due.at && due.at < at);
        if (missed === undefined) continue;
        // Perhaps they heard it already, in the place of a channel.
        const by = put.latest(at, life.thing, life.until);
        const demand = { what: `${life.thing.key}, handed over`, place, from: missed.at, by, life };
        if (audiences.isThere(place, at, settledBy(demand.by))) check(demand, 'alsoGone', life.thing.isHeardIn);
      }
    }

    return (life) => {
      const since = life.isFirst ? Math.max(life.from, life.thing.knownFrom) : life.from;
      const all = life.thing.dues(life.until);
      const dues = all
        .filter(({ at, lastHourUntil }) => (life.isFirst ? lastHourUntil === undefined || lastHourUntil > since : at >= since))
        .map((due) => ({ ...due, at: Math.max(due.at, since) }))
        .filter(({ at }) => at < life.until)
        .filter((due, place, them) => them.findIndex(({ at, firm }) => at === due.at && firm === due.firm) === place);
      for (const due of dues) checkDue(life, due);
      checkHandovers(life, dues);
    };
  }

  // ------------------------------------------------------------ the digest of each working day

  function digestsMissed(of_: {
    readonly workdays: readonly Workday[] | undefined;
    readonly absences: readonly Absence[];
    readonly spansFor: Checked['spansFor'];
    readonly start: number;
    readonly end: number;
  }): readonly string[] {
    const { workdays, absences, spansFor, start, end } = of_;
    const mornings = workdays?.map(({ from }) => from) ?? weekdayMornings(organisation.timeZone, start, end);
    const names = platforms.map(({ platform }) => platform);
    const found: string[] = [];
    for (const at of mornings.filter((morning) => morning > start + 2 * HOUR && morning < end)) {
      const audiences = audiencesOf({ organisation, platforms: names, absences, course: [] });
      const endOfDay = DateTime.fromMillis(at, { zone: organisation.timeZone }).endOf('day').toMillis();
      for (const place of audiences.of('digest', at, settledBy(at))) {
        const until = settled(at, TOLERANCE, spansFor(place, 'alsoGone'));
        const isOpen = [...versions.values()].some((kept) => isOpenThroughout(kept, at, until, place));
        if (until > Math.min(end, endOfDay) || !isOpen) continue;
        const heard = (ears.get(` ${place.name}`) ?? []).some(
          (one) => one.kind === 'digest' && one.at >= at - EARLY && one.at <= until,
        );
        if (!heard) found.push(`digest of ${show(at)}: never heard in time at ${place.name}`);
      }
    }
    return found;
  }

  function isOpenThroughout(
    kept: readonly { readonly at: number; readonly record: CaseRecord }[],
    from: number,
    until: number,
    { person }: Place,
  ): boolean {
    const before = kept.findLast(({ at }) => at <= from - EARLY);
    const during = kept.filter(({ at }) => at > from - EARLY && at <= until);
    return (
      before !== undefined &&
      [before, ...during].every(
        ({ record }) =>
          record.status === 'open' &&
          record.duties.some(({ end }) => end === undefined) &&
          (person === undefined || !record.excluded.includes(person)),
      )
    );
  }

  return { appended, heard: hear, unheard };
}

const settledBy = (by: number): number => by + TOLERANCE;
const show = (moment: number): string => (Number.isFinite(moment) ? new Date(moment).toISOString().slice(0, 16) : String(moment));

/** Half past eight on Monday to Friday, where nothing is said of working time. */
function weekdayMornings(zone: string, start: number, end: number): readonly number[] {
  const found: number[] = [];
  for (let day = DateTime.fromMillis(start, { zone }).startOf('day'); day.toMillis() < end; day = day.plus({ days: 1 })) {
    if (day.weekday <= 5) found.push(day.set({ hour: 8, minute: 30 }).toMillis());
  }
  return found;
}

/** Each thing from when it was owed to when it was not any more. */
function livesOf(course: readonly Version[], organisation: Organisation, free: readonly FreeSpan[]): readonly Life[] {
  const lives: Life[] = [];
  const known = new Set<string>();
  let going = new Map<string, Life>();
  for (const { at, until, record } of course) {
    const next = new Map<string, Life>();
    for (const thing of thingsOf({ record, organisation }, free)) {
      const before = going.get(thing.key);
      next.set(
        thing.key,
        before === undefined ? { thing, isFirst: !known.has(thing.key), from: at, until } : { ...before, until },
      );
      known.add(thing.key);
    }
    lives.push(...[...going].flatMap(([key, life]) => (next.has(key) ? [] : [life])));
    going = next;
  }
  return [...lives, ...going.values()];
}

function heardIn({ prompt, replaces }: OutgoingMessage, at: number): Heard {
  const of = prompt as unknown as Readonly<Record<string, unknown>>;
  const duties = (Array.isArray(of.duties) ? of.duties : []) as readonly {
    readonly id?: string;
    readonly kind: Heard['dutyKinds'][number];
  }[];
  return {
    ...{ at, kind: prompt.kind, isFresh: replaces === undefined },
    ...(typeof of.purpose === 'string' ? { purpose: of.purpose } : {}),
    duties: duties.flatMap(({ id }) => id ?? []),
    dutyKinds: duties.map(({ kind }) => kind),
    gone: prompt.kind === 'reminder' ? (prompt.channelsGone ?? []) : [],
    inLastHour: prompt.kind === 'reminder' && prompt.lastWorkingHour !== undefined,
    about: [of.decisionId, of.questionId].find((id) => typeof id === 'string') ?? '',
    measures: typeof of.openMeasures === 'number' ? of.openMeasures : 0,
    noticeTasks: prompt.kind === 'reminder' || prompt.kind === 'caseCard' ? prompt.noticeTasks.map(({ kind }) => kind) : [],
    missing: prompt.kind === 'reminder' ? prompt.missing : [],
  };
}

/** Nobody can be told there while the platform is silent, no instance runs or a clock is wrong; nor in a channel that is gone. */
function troublesFor(platforms: readonly TroubledPlatform[], troubled: readonly Span[]): Checked_['spansFor'] {
  const merged = new Map<string, readonly Span[]>();
  return ({ platform, isChannel }, trouble) => {
    const name = `${platform} ${isChannel && trouble === 'alsoGone'}`;
    const known = merged.get(name);
    if (known !== undefined) return known;
    const own = platforms.find((one) => one.platform === platform);
    const gone = isChannel && trouble === 'alsoGone' ? (own?.gone ?? []) : [];
    const spans = inOneRow([...troubled, ...(own?.outages ?? []), ...gone]);
    merged.set(name, spans);
    return spans;
  };
}
type Checked_ = { readonly spansFor: (place: Place, trouble: 'alsoGone' | 'outages') => readonly Span[] };

function inOneRow(spans: readonly Span[]): readonly Span[] {
  const row: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = row.at(-1);
    if (last !== undefined && span.from <= last.until)
      row[row.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
    else row.push(span);
  }
  return row;
}

/** The moment by which so much time without trouble has passed. */
function settled(from: number, tolerance: number, troubles: readonly Span[]): number {
  let until = from + tolerance;
  for (const trouble of troubles) {
    if (trouble.from >= until) break;
    if (trouble.until > from) until += trouble.until - Math.max(trouble.from, from);
  }
  return until;
}
