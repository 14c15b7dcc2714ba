import type { CaseRecord, DutyState } from '../../../src/breach/breachCase.ts';
import type { DutyKind } from '../../../src/breach/events.ts';
import { type Organisation, rolesOf } from '../../../src/organisation.ts';
import * as words from './wordsOfThePromise.ts';
import type { Recall, Stage } from './wordsOfThePromise.ts';

const HOUR = 3_600_000;

/** One message as it stood somewhere: what it was, and what it said. */
export type Heard = {
  readonly at: number;
  readonly kind: string;
  /** Posted anew, not drawn in the place of an older one. */
  readonly isFresh: boolean;
  readonly purpose?: string;
  readonly duties: readonly string[];
  readonly dutyKinds: readonly DutyKind[];
  readonly gone: readonly string[];
  readonly inLastHour: boolean;
  /** Decision or question. */
  readonly about: string;
  readonly measures: number;
  /** Kinds of what is open around the notices. */
  readonly noticeTasks: readonly string[];
  readonly missing: readonly string[];
};

/** When something must be heard; what is firm is put off by nothing. */
export type Due = { readonly at: number; readonly firm: boolean; readonly lastHourUntil?: number };

/** One thing somebody must be told of for as long as it stays as it is. */
export type Thing = {
  /** The same for as long as the same is owed; a corrected clock makes another. */
  readonly key: string;
  readonly knownFrom: number;
  /** In order; all up to this moment. */
  readonly dues: (until: number) => readonly Due[];
  readonly to: 'office' | Stage | 'deciders' | { readonly account: string };
  readonly putOffAtMostHours: number;
  /** „I am on it“ puts it off. */
  readonly isPausable: boolean;
  /** Where what was recorded last begins it anew, as far as it is put off. */
  readonly movesOn: boolean;
  /** Said once to those who are there: nobody hands it over. */
  readonly once: boolean;
  /** So much later it may come all the same: the steps are laid otherwise towards a deadline, but lie no further apart. */
  readonly slackHours: number;
  readonly isHeardIn: (heard: Heard) => boolean;
};

type In = { readonly record: CaseRecord; readonly organisation: Organisation };
export type Spans = readonly { readonly from: number; readonly until: number }[];

const isReminder = ({ kind, purpose }: Heard): boolean =>
  kind === 'reminder' && !['news', 'retention', 'unreadable'].includes(purpose ?? '');
/** A card that appears says all that a first message would. */
const isTelling = (heard: Heard): boolean => isReminder(heard) || (heard.kind === 'caseCard' && heard.isFresh);

/** What the office and others must hear of this case as it stands. */
export function thingsOf(of: In, free: Spans): readonly Thing[] {
  const { record } = of;
  if (record.status !== 'open') return [];
  const open = record.duties.filter(({ end }) => end === undefined);
  return [
    firstMessage(of),
    ...open.flatMap((duty) => [recalled(of, duty, free), ...escalated(of, duty)]),
    ...investigation(of, open),
    ...measures(of),
    ...noticeTasks(of),
    ...closing(of, open),
    ...confirmations(of),
    ...questions(of),
  ];
}

const usual = {
  isPausable: true,
  movesOn: false,
  once: false,
  slackHours: 0,
  putOffAtMostHours: words.OTHERS_PUT_OFF_AT_MOST_HOURS,
} as const;

const firstMessage = ({ record }: In): Thing => ({
  ...{ ...usual, key: 'new', knownFrom: Date.parse(record.openedAt), to: 'office', once: true, isHeardIn: isTelling },
  dues: () => [{ at: Date.parse(record.openedAt), firm: true }],
});

const clockOf = ({ clocks }: DutyState) => {
  const clock = clocks.at(-1) ?? clocks[0];
  return { clock: clock.clock, start: Date.parse(clock.startsAt), setAt: Date.parse(clock.setAt), dueBy: clock.dueBy };
};

/** Of the law, or for a processor the hours of its contract. */
export function lastMomentOf(duty: DutyState, { controllers }: Organisation): number | undefined {
  const { start, dueBy } = clockOf(duty);
  if (dueBy !== undefined) return Date.parse(dueBy);
  const hours = duty.kind === 'art33-2' ? controllers.find(({ id }) => id === duty.recipient)?.toldWithinHours : undefined;
  return hours === undefined ? undefined : start + hours * HOUR;
}

export const setAtOf = (duty: DutyState): number => clockOf(duty).setAt;

/** Steps at these hours, then one every so many hours after the last of them (or after `tailFrom`), up to a moment. */
function grid(start: number, { at, thenEvery }: Recall, until: number, tailFrom?: number): readonly Due[] {
  const named = at.map((hour) => ({ at: start + hour * HOUR, firm: hour === 0 }));
  const from = tailFrom ?? start + (at.at(-1) ?? 0) * HOUR;
  const count = Math.max(0, Math.floor((until - from) / (thenEvery * HOUR)));
  return [...named, ...Array.from({ length: count }, (_, place) => ({ at: from + (place + 1) * thenEvery * HOUR, firm: false }))];
}

function recalled({ organisation }: In, duty: DutyState, free: Spans): Thing {
  const { kind, id, status } = duty;
  const { clock, setAt } = clockOf(duty);
  const isOwed = status !== 'not-owed';
  const waits = !isOwed || words.PUT_OFF_LONGER.includes(kind);
  return {
    ...usual,
    key: `${id}/clock-${clock}/${isOwed ? 'owed' : 'decision'}`,
    knownFrom: setAt,
    to: 'office',
    putOffAtMostHours: waits ? words.OTHERS_PUT_OFF_AT_MOST_HOURS : words.PRESSING_PUT_OFF_AT_MOST_HOURS,
    dues: (until) => (isOwed ? owedDues(duty, organisation, free, until) : decisionDues(duty, until)),
    isHeardIn: (heard) => isTelling(heard) && heard.duties.includes(id),
  };
}

function decisionDues(duty: DutyState, until: number): readonly Due[] {
  const { start, dueBy } = clockOf(duty);
  const isArt33 = duty.kind === 'art33-1' && dueBy !== undefined;
  return grid(start, isArt33 ? words.DECISION_MISSING_ART33 : words.DECISION_MISSING, until);
}

function owedDues(duty: DutyState, organisation: Organisation, free: Spans, until: number): readonly Due[] {
  const { start, setAt } = clockOf(duty);
  const last = lastMomentOf(duty, organisation);
  const recall = words.RECALL[duty.kind];
  if (last === undefined) return grid(start, recall, until);
  const since = Math.min(Math.max(start, setAt), last);
  const { dayBeforeFromHours, dayBefore, hourBefore, thenEvery } = words.LED_UP_TO;
  const led = [
    { at: since, firm: true },
    { at: since + (last - since) / 2, firm: false },
    ...(last - since >= dayBeforeFromHours * HOUR ? [{ at: last - dayBefore * HOUR, firm: false }] : []),
    { at: last - hourBefore * HOUR, firm: false },
  ];
  const before = duty.kind === 'art33-1' ? grid(start, { ...recall, thenEvery: Infinity }, until) : led;
  const after = grid(last, { at: [], thenEvery: duty.kind === 'art33-1' ? recall.thenEvery : thenEvery }, until, last);
  const lastHours = free.filter((span) => span.from < last && span.from > since && span.until + 24 * HOUR > last);
  return [
    ...before.filter(({ at }) => at < last),
    ...lastHours.map((span) => ({ at: Math.max(span.from - HOUR, since), firm: true, lastHourUntil: span.from })),
    { at: last, firm: true },
    ...after,
  ];
}

function escalated({ record, organisation }: In, duty: DutyState): readonly Thing[] {
  const { start, setAt, clock, dueBy } = clockOf(duty);
  const isOwed = duty.status !== 'not-owed';
  const last = isOwed ? lastMomentOf(duty, organisation) : undefined;
  const moved = (record.movedBy ?? [])
    .filter(({ by }) => rolesOf(organisation, by).some((role) => role === 'dpo' || role === 'deputy'))
    .map(({ at }) => Date.parse(at));
  const quietSince = Math.max(setAt, ...moved);
  const key = `${duty.id}/clock-${clock}/${isOwed ? 'owed' : 'decision'}`;
  return (['deputy', 'management'] as const).flatMap((stage): readonly Thing[] => {
    const { left, quiet, after } = words.ESCALATIONS[isOwed ? duty.kind : 'decision'][stage];
    const share = last === undefined ? 1 : Math.min(1, (last - start) / (words.WHOLE_PERIOD_HOURS * HOUR));
    const silent = quiet ?? (last === undefined && dueBy === undefined ? words.QUIET_WITHOUT_LAST_MOMENT[stage] : undefined);
    const thing = {
      ...usual,
      knownFrom: setAt,
      to: stage,
      isHeardIn: (heard: Heard) =>
        (heard.kind === 'reminder' && heard.purpose === 'escalation' && heard.duties.includes(duty.id)) ||
        (heard.kind === 'escalation' && heard.dutyKinds.includes(duty.kind)),
    };
    const firm = (at: number): Due => ({ at, firm: true });
    const counting: readonly Thing[] =
      last === undefined
        ? []
        : [
            {
              ...thing,
              key: `${stage} of ${key}`,
              dues: (until) => [
                ...(left === undefined ? [] : [firm(last - left * share * HOUR)]),
                ...(after === undefined
                  ? []
                  : [firm(last), ...grid(last, { at: [], thenEvery: after }, until, last).map(({ at }) => firm(at))]),
              ],
            },
          ];
    const silence: readonly Thing[] =
      silent === undefined
        ? []
        : [{ ...thing, key: `${stage} of ${key}, quiet since ${quietSince}`, dues: () => [firm(quietSince + silent * HOUR)] }];
    return [...counting, ...silence];
  });
}

function investigation({ record }: In, open: readonly DutyState[]): readonly Thing[] {
  const undecided = open.filter(
    ({ kind, status, owedBy }) => kind === 'art33-1' && status !== 'not-owed' && record.awareness[owedBy] === undefined,
  );
  if (undecided.length === 0 || record.reopenedTimes > 0) return [];
  const opened = Date.parse(record.openedAt);
  return [
    {
      ...{ ...usual, key: 'investigation', knownFrom: opened, to: 'office' },
      dues: (until) => grid(opened, words.INVESTIGATION, until),
      isHeardIn: (heard) => isReminder(heard) && heard.missing.includes('awareness'),
    },
  ];
}

const measures = ({ record }: In): readonly Thing[] =>
  record.measures
    .filter(({ finishedAt, measureId }) => finishedAt === undefined && !measureId.startsWith('notice:'))
    .map(({ measureId, dueBy }): Thing => {
      const last = Date.parse(dueBy);
      return {
        ...{ ...usual, key: `measure ${measureId}`, knownFrom: Date.parse(record.openedAt), to: 'office', movesOn: true },
        dues: (until) => [
          { at: last - words.MEASURE_BEFORE_HOURS * HOUR, firm: false },
          { at: last, firm: true },
          ...grid(last, { at: [], thenEvery: words.MEASURE_EVERY_HOURS }, until, last),
        ],
        isHeardIn: (heard) => isTelling(heard) && heard.measures > 0,
      };
    });

/** What an authority asked, what a processor owes us, what a notice lacks: around its date, and told as what it is. */
const noticeTasks = ({ record }: In): readonly Thing[] =>
  record.measures.flatMap(({ measureId, dueBy, finishedAt }): readonly Thing[] => {
    const kind = Object.keys(words.NOTICE_TASKS).find((one) => measureId.startsWith(`notice:${one}/`));
    if (kind === undefined || finishedAt !== undefined) return [];
    const { before, thenEvery } = words.NOTICE_TASKS[kind as keyof typeof words.NOTICE_TASKS];
    const last = Date.parse(dueBy);
    return [
      {
        ...{ ...usual, key: measureId, knownFrom: Date.parse(record.openedAt), to: 'office', movesOn: true },
        dues: (until) => [
          ...before.map((hours) => ({ at: last - hours * HOUR, firm: false })),
          { at: last, firm: true },
          ...grid(last, { at: [], thenEvery }, until, last),
        ],
        isHeardIn: (heard) => isTelling(heard) && heard.noticeTasks.includes(kind),
      },
    ];
  });

function closing({ record }: In, open: readonly DutyState[]): readonly Thing[] {
  if (open.length > 0 || record.measures.some(({ finishedAt }) => finishedAt === undefined)) return [];
  const ends = record.duties.flatMap(({ end }) => (end === undefined ? [] : [Date.parse(end.at)]));
  const finished = record.measures.flatMap(({ finishedAt }) => (finishedAt === undefined ? [] : [Date.parse(finishedAt)]));
  const done = Math.max(Date.parse(record.openedAt), ...ends, ...finished);
  return [
    {
      ...{ ...usual, key: `close ${done} ${record.reopenedTimes}`, knownFrom: done, to: 'office', movesOn: true },
      dues: (until) => grid(done, words.CLOSING, until),
      isHeardIn: (heard) => isReminder(heard) && heard.duties.length === 0,
    },
  ];
}

/** A decision that would still end something and waits for its decider. */
const confirmations = ({ record }: In): readonly Thing[] =>
  record.decisions
    .filter(({ counts, withdrawn, decision }) => {
      const ids = decision.kind === 'not-notifying' ? decision.duties : [];
      return !counts && withdrawn === undefined && record.duties.some(({ id, end }) => end === undefined && ids.includes(id));
    })
    .map(({ decisionId, recordedAt }): Thing => {
      const at = Date.parse(recordedAt);
      return {
        ...{
          ...usual,
          key: `confirm ${decisionId}`,
          knownFrom: at,
          to: 'deciders',
          isPausable: false,
          slackHours: words.CONFIRMATION_URGENT_HOURS,
        },
        dues: (until) => grid(at, words.CONFIRMATION, until),
        isHeardIn: ({ kind, about }) => kind === 'confirmationRequest' && about === decisionId,
      };
    });

const questions = ({ record }: In): readonly Thing[] =>
  record.questions
    .filter(({ answer, person }) => answer === undefined && person === 'desk:max')
    .map(({ questionId, askedAt }): Thing => {
      const at = Date.parse(askedAt);
      return {
        ...{ ...usual, key: `question ${questionId}`, knownFrom: at, to: { account: 'desk:person:max' }, isPausable: false },
        dues: (until) => grid(at, words.QUESTION, until),
        isHeardIn: ({ kind, about }) => kind === 'personQuestion' && about === questionId,
      };
    });
