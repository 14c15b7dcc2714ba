import fc from 'fast-check';
import type { BreachEvent } from '../../../src/breach/events.ts';
import type { CaseSetting } from '../../../src/breach/commands.ts';
import { acknowledge } from '../../../src/breach/decideCourse.ts';
import { fold } from '../../../src/breach/evolve.ts';
import { type CaseId, caseId, caseNumber, personId } from '../../../src/breach/identifiers.ts';
import { addHours, type Instant } from '../../../src/rules/instant.ts';
import { randomEvents } from '../randomCase.ts';
import { dirk, dora, duty, reportedAt, rita } from '../sampleCase.ts';
import type { Chance } from './chance.ts';

const MS_PER_HOUR = 3_600_000;

/** What people say to the bot of one case, message by message. */
export type Inbound = {
  readonly id: string;
  readonly caseId: CaseId;
  readonly at: number;
  readonly ordinal: number;
  readonly events: readonly [BreachEvent, ...BreachEvent[]];
};

type Wanted = {
  readonly seed: number;
  readonly cases: number;
  readonly start: number;
  readonly withinHours: number;
  readonly chance: Chance;
  readonly setting: Pick<CaseSetting, 'timeZone' | 'controllers'>;
  /** A fault planted on purpose: „I am on it“ lasts as long as somebody wishes. */
  readonly endlessPauses: boolean;
};

/** Cases as people might bring them about, beginning within so many hours after `start`; most of them end. */
export function courses({ seed, cases, start, withinHours, chance, ...pauses }: Wanted): readonly Inbound[] {
  const drawn = fc.sample(randomEvents, { seed, numRuns: cases });
  // Numbers are given in the order of the reports.
  const openings = drawn.map(() => start + Math.floor(chance.between(0, withinHours) * MS_PER_HOUR)).toSorted((a, b) => a - b);
  return drawn.flatMap((events, place) => {
    const name = caseId(`case-${place + 1}`);
    const opensAt = openings[place] ?? start;
    const course = inOrder([...events, ...besides(events, chance)]);
    const moved = shifted([...course, ...theEnd(course, chance)], opensAt - Date.parse(reportedAt));
    const [first, assessed, ...rest] = asBought(moved, pauses);
    if (first === undefined || assessed === undefined) throw new Error('A course begins with a report and an assessment.');
    const report = { ...first, number: caseNumber('DP', 2026, place + 1) } as BreachEvent;
    return [[report, assessed] as const, ...rest.map((event) => [event] as const)].map((said, count): Inbound => {
      const about = { id: `${name}/${count}`, caseId: name, ordinal: place + 1 };
      return { ...about, at: Date.parse(said[0].at), events: said };
    });
  });
}

const isEnd = ({ type }: BreachEvent): boolean => type === 'CaseClosed' || type === 'CaseReopened' || type === 'JoinedInto';

/** In the order in which it was said; the report and its assessment stand first, what ends the case stays last. */
function inOrder(events: readonly BreachEvent[]): readonly BreachEvent[] {
  const [report, assessment, ...rest] = events;
  const ends = rest.filter(isEnd);
  const endsAt = ends[0]?.at ?? '9';
  const course = rest
    .filter((event) => !isEnd(event) && event.at < endsAt)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
  return [report, assessment, ...course, ...ends].filter((event) => event !== undefined);
}

/** What else people do in a case, before it ends: each of it in some cases. */
function besides(events: readonly BreachEvent[], chance: Chance): readonly BreachEvent[] {
  const hoursOpen =
    (Date.parse(events.findLast((event) => !isEnd(event))?.at ?? reportedAt) - Date.parse(reportedAt)) / MS_PER_HOUR;
  const later = (): Instant => addHours(reportedAt, chance.between(0.1, Math.max(1, hoursOpen)));
  const some = (probability: number, made: () => readonly BreachEvent[]): readonly BreachEvent[] =>
    chance.isLikely(probability) ? made() : [];
  return [
    ...some(0.3, () => confirmed(later(), chance)),
    ...some(0.3, () => [aware(later())]),
    ...some(0.3, () => [report(later(), chance)]),
    ...some(0.2, () => [{ type: 'ReportAdded', at: later(), by: rita, text: 'x', authorName: 'Rita' }]),
    ...events.flatMap((event) => followedUp(event, chance, hoursOpen)),
  ];
}

/** Measures are done, questions answered, excluded persons let in again: some of them. */
function followedUp(event: BreachEvent, chance: Chance, hoursOpen: number): readonly BreachEvent[] {
  const at = addHours(event.at, chance.between(0.1, Math.max(1, hoursOpen / 2)));
  const isLate = Date.parse(at) > Date.parse(addHours(reportedAt, hoursOpen));
  if (isLate || chance.isLikely(0.5)) return [];
  if (event.type === 'MeasurePlanned') {
    return [{ type: 'MeasureFinished', at, by: dora, measureId: event.measureId, note: '' }];
  }
  if (event.type === 'QuestionAskedOfPerson') {
    return [{ type: 'PersonAnswered', at, by: event.person, questionId: event.questionId, text: 'x', authorName: 'Max' }];
  }
  if (event.type === 'PersonExcluded') {
    return [{ type: 'PersonReadmitted', at, by: personId('udo'), person: event.person, reasons: 'x' }];
  }
  return [];
}

/** A decision that waits for its decider, and what becomes of it: confirmed, withdrawn, or nothing. */
function confirmed(at: Instant, chance: Chance): readonly BreachEvent[] {
  const decisionId = `waiting-${at}`;
  const decided: BreachEvent = {
    ...{ type: 'DecisionRecorded', at, by: dora, decisionId, reasons: 'x', decidedBy: 'x', dpoAdvice: '', counts: false },
    decision: { kind: 'not-notifying', duties: [duty({ kind: 'art33-1' }).id], againstAssessment: true },
  };
  const afterwards = addHours(at, chance.between(0.5, 60));
  if (chance.isLikely(0.4)) return [decided];
  return chance.isLikely(0.5)
    ? [decided, { type: 'DecisionConfirmed', at: afterwards, by: dirk, decisionId, complete: true }]
    : [decided, { type: 'DecisionWithdrawn', at: afterwards, by: dora, decisionId, reasons: 'x' }];
}

const aware = (at: Instant): BreachEvent => ({
  ...{
    type: 'DecisionRecorded',
    at,
    by: dora,
    decisionId: `aware-${at}`,
    reasons: 'x',
    decidedBy: 'x',
    dpoAdvice: '',
    counts: true,
  },
  decision: { kind: 'awareness', controller: 'muster', moment: reportedAt },
});

/** A report under another law, owed within hours or days. */
const report = (at: Instant, chance: Chance): BreachEvent => ({
  ...{ type: 'NeighbourStageOpened', at, by: dora },
  duty: {
    ...duty({ kind: 'neighbour', startsAt: at, dueBy: addHours(at, chance.oneOf([4, 24, 72, 240])) }),
    id: 'neighbour:muster:nis2/notification/nis2-office',
    recipient: 'nis2/notification/nis2-office',
  },
});

/** „I am on it“ as it is bought in the chat: for some hours or until tomorrow, and by the rules for as long as may be. */
function asBought(
  events: readonly BreachEvent[],
  { setting, endlessPauses }: Pick<Wanted, 'setting' | 'endlessPauses'>,
): readonly BreachEvent[] {
  if (endlessPauses)
    return events.map((event) => (event.type === 'CaseAcknowledged' ? { ...event, until: addHours(event.at, 40) } : event));
  return events.flatMap((event, place) => {
    if (event.type !== 'CaseAcknowledged') return [event];
    const state = fold(events.slice(0, place));
    if (state.status === 'none') return [];
    const wished = (Date.parse(event.until) - Date.parse(event.at)) / MS_PER_HOUR;
    const hours = wished < 6 ? 2 : wished < 12 ? 4 : ('tomorrow' as const);
    const { at, by } = event;
    const decided = acknowledge({ type: 'Acknowledge', at, by, hours }, state, setting);
    return 'refused' in decided ? [] : decided;
  });
}

const CLOSED_IN_THE_END = 0.85;

/** What is still open is mostly closed within six days more; the rest is reminded to the end of the run. */
function theEnd(events: readonly BreachEvent[], chance: Chance): readonly BreachEvent[] {
  const state = fold(events);
  if (state.status !== 'open' || !chance.isLikely(CLOSED_IN_THE_END)) return [];
  const last = Date.parse(events.at(-1)?.at ?? reportedAt);
  const at = new Date(last + chance.between(1, 144) * MS_PER_HOUR).toISOString() as Instant;
  return [{ type: 'CaseClosed', at, by: dora, note: '' }];
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Every moment in it, moved by so many milliseconds. */
function shifted<T>(value: T, by: number): T {
  if (typeof value === 'string') return (INSTANT.test(value) ? new Date(Date.parse(value) + by).toISOString() : value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => shifted(one, by)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shifted(one as unknown, by)])) as T;
}
