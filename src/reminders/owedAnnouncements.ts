import type { CaseRecord, DecisionState, DutyState, PersonQuestion } from '../breach/breachCase.ts';
import { mayConfirm } from '../breach/confirmation.ts';
import { clockInForce, isDischarged, openDuties, openMeasures, unconfirmedDecisions } from '../breach/duties.ts';
import type { CaseId, PersonId } from '../breach/identifiers.ts';
import { noticeTaskKind } from '../breach/noticeTasks.ts';
import { retentionEnd } from '../breach/retention.ts';
import { type Absence, caseSetting, type Organisation, personsWithRole, type Platform, rolesOf } from '../organisation.ts';
import type { ChainHead } from '../prompt/caseCard.ts';
import { confirmationRequest } from '../prompt/confirmationRequest.ts';
import { outcome } from '../prompt/outcome.ts';
import { personQuestion } from '../prompt/personQuestion.ts';
import type { Prompt, ReminderPurpose } from '../prompt/prompt.ts';
import { reminder } from '../prompt/reminder.ts';
import { ERASED_TEXT } from '../register/erased.ts';
import { addHours, type Instant } from '../rules/instant.ts';
import { officeReaders, presentOrAll, type Reader, readersFor } from './addressees.ts';
import {
  cadenceOf,
  CONFIRMATION_CADENCE,
  CONFIRMATION_URGENT_EVERY_HOURS,
  CONFIRMATION_URGENT_HOURS,
  NEWS_CADENCE,
  RETENTION_CADENCE,
} from './cadence.ts';
import { dutySeries } from './dutySeries.ts';
import { insteadOfChannel } from './insteadOfChannel.ts';
import { deferralOf, dutyTerms, holdingOf, isPressing, lastWorkingHourAt, OTHERS } from './held.ts';
import { escalations } from './owedEscalations.ts';
import { openQuestions } from './openQuestions.ts';
import { taskSeries } from './taskSeries.ts';
import type { Purpose, SlotSeries } from './slot.ts';
import { type DueStep, isLastHour, onceSeries, pressingSeries, type StepSeries, stepSeries } from './stepSeries.ts';
import type { Unreachable } from './unreachable.ts';

/** A case as somebody sees it who must tell people: who they are, and on which platforms they can be reached just now. */
export type CaseKnown = {
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: Organisation;
  readonly platforms: readonly Platform[];
  /** Who is away, or was until a short while ago. */
  readonly absences?: readonly Absence[];
  /** The last entry of the chain, shown on card and receipt. */
  readonly head?: ChainHead;
  /** The present moment, where it is known who is there: it decides who is told, never what falls due when. */
  readonly now?: Instant;
  /** Whom the platforms said cannot be written to any more. */
  readonly unreachable?: readonly Unreachable[];
};

/** One reason to write to one reader, with all its steps. Independent of the present moment. */
export type Announcement = {
  readonly reader: Reader;
  readonly slots: SlotSeries;
  readonly steps: StepSeries;
  /** What is due together under one group goes to the reader as one message. */
  readonly group: string;
  readonly prompt: (step: DueStep, asOf: Instant) => Prompt;
};

/** Everything that is or will be announced of this case as it stands, and as people are there. A closed case keeps what its reporter is told, and news. */
export const announcements = (known: CaseKnown): readonly Announcement[] =>
  insteadOfChannel(known, usualAnnouncements(known)).flatMap(asReaderIsThere);

/** Who came back, or stands in, is told what was due before in one message; what is said only once is said to those who were there. */
function asReaderIsThere(announcement: Announcement): readonly Announcement[] {
  const { reader, steps } = announcement;
  if (reader.since === undefined) return [announcement];
  const since = Date.parse(reader.since);
  if (reader.standsIn && steps.tail === undefined && steps.steps.every(({ at }) => at < since)) return [];
  return [{ ...announcement, steps: { ...steps, since: Math.max(steps.since, since) } }];
}

function usualAnnouncements(known: CaseKnown): readonly Announcement[] {
  // Nothing of an erased case is told to anybody any more.
  if (known.record.status === 'erased') return [];
  const told = outcomes(known);
  if (known.record.status !== 'open') {
    return [...told, ...officeReaders(known).flatMap((reader) => [...news(known, reader), ...retention(known, reader)])];
  }
  return [
    ...officeReaders(known).flatMap((reader) => news(known, reader)),
    ...officeReaders(known).flatMap((reader) => reminders(known, reader)),
    ...escalations(known),
    ...confirmations(known),
    ...questions(known),
    ...told,
  ];
}

function reminders(known: CaseKnown, reader: Reader): readonly Announcement[] {
  const { record } = known;
  const first = reminderOf(known, reader, { purpose: 'new', about: 'case', clock: 1 }, onceSeries(record.openedAt));
  const duties = openDuties(record).map((duty) => dutyReminder(known, reader, duty));
  return [first, ...duties, ...investigation(known, reader), ...measures(known, reader), ...closing(known, reader)];
}

/** `decisionMissing` where the rules say „not owed“: the duty stays until somebody has decided so. */
function dutyReminder(known: CaseKnown, reader: Reader, duty: DutyState): Announcement {
  const { clock, startsAt, dueBy, setAt } = clockInForce(duty);
  const purpose = duty.status === 'not-owed' ? 'decisionMissing' : 'reminder';
  const times = { startsAt, since: setAt, ...(dueBy === undefined ? {} : { dueBy }) };
  const steps = dutySeries(duty, times, holdingOf(known, isPressing(duty)), dutyTerms(known.record, known.organisation, duty));
  return reminderOf(known, reader, { purpose, about: duty.id, clock }, steps);
}

/**
 * The case is still in suspicion: nobody has decided whether and when somebody became aware who may owe the authority a notice. Where the
 * rules say „not owed“, another decision is missing, and that one is asked for.
 */
function investigation(known: CaseKnown, reader: Reader): readonly Announcement[] {
  const { record, organisation } = known;
  const undecided = openDuties(record).filter(
    ({ kind, status, owedBy }) => kind === 'art33-1' && status !== 'not-owed' && record.awareness[owedBy] === undefined,
  );
  if (undecided.length === 0) return [];
  const setAt = undecided.map((duty) => clockInForce(duty).setAt).toSorted();
  const since = record.reopenedTimes === 0 ? record.openedAt : (setAt.at(-1) ?? record.openedAt);
  const times = { startsAt: since, since };
  const steps = stepSeries(cadenceOf('investigation', organisation.cadence), times, holdingOf(known, OTHERS));
  const slot = { purpose: 'investigation', about: 'case', clock: record.reopenedTimes + 1 } as const;
  return [reminderOf(known, reader, slot, steps)];
}

/** What came from outside the office: an addition, or the answer to a question. It is told without its content. */
function newsItems({ record, organisation }: CaseKnown): readonly Instant[] {
  const answers = record.questions.flatMap(({ person: by, answer }) => (answer ? [{ at: answer.at, by }] : []));
  return [...record.additions, ...answers].filter(({ by }) => !isOfficer(organisation, by)).map(({ at }) => at);
}

const isOfficer = (organisation: Organisation, person: PersonId): boolean =>
  rolesOf(organisation, person).some((role) => role === 'dpo' || role === 'deputy');

/**
 * Each is told once. On a closed case nothing else would make anybody look, so there it is told daily until somebody says „I am
 * on it“ or opens the case again.
 */
function news(known: CaseKnown, reader: Reader): readonly Announcement[] {
  const { record } = known;
  return newsItems(known).flatMap((at, place) => {
    const steps = record.status === 'open' ? onceSeries(at, deferralOf(known, OTHERS)) : newsOfClosed(known, at);
    if (steps === undefined) return [];
    const told = reminderOf(known, reader, { purpose: 'news', about: String(place + 1), clock: 1 }, steps);
    return [{ ...told, group: 'news' }];
  });
}

function newsOfClosed(known: CaseKnown, at: Instant): StepSeries | undefined {
  const { closedAt, acknowledged } = known.record;
  const isSeen = acknowledged !== undefined && acknowledged.at >= at;
  if (closedAt === undefined || at < closedAt || isSeen) return undefined;
  return stepSeries(NEWS_CADENCE, { startsAt: at, since: at }, { deferral: deferralOf(known, OTHERS) });
}

/** The slot names the moment, so that an extension begins a row of its own. */
function retention(known: CaseKnown, reader: Reader): readonly Announcement[] {
  const { record, organisation } = known;
  const end = retentionEnd(record, organisation);
  if (end === undefined) return [];
  const times = { startsAt: end, dueBy: end, since: record.closedAt ?? record.openedAt };
  const steps = stepSeries(RETENTION_CADENCE, times, { deferral: deferralOf(known, OTHERS) });
  const told = reminderOf(known, reader, { purpose: 'retention', about: end, clock: record.reopenedTimes + 1 }, steps);
  return [{ ...told, group: 'retention' }];
}

const measures = (known: CaseKnown, reader: Reader): readonly Announcement[] =>
  openMeasures(known.record).map(({ measureId, dueBy }) => {
    const kind = noticeTaskKind(measureId);
    const purpose = kind === undefined ? 'measure' : 'noticeTask';
    return reminderOf(known, reader, { purpose, about: measureId, clock: 1 }, taskSeries(known, kind, dueBy));
  });

/** The slot names the moment everything was done, so that a case which became ready a second time is told of again. */
function closing(known: CaseKnown, reader: Reader): readonly Announcement[] {
  const { record } = known;
  if (openDuties(record).length > 0 || openMeasures(record).length > 0) return [];
  const startsAt = lastDone(record);
  const cadence = cadenceOf('close', known.organisation.cadence);
  const steps = stepSeries(cadence, { startsAt, since: record.movedAt }, holdingOf(known, OTHERS));
  return [reminderOf(known, reader, { purpose: 'readyToClose', about: startsAt, clock: record.reopenedTimes + 1 }, steps)];
}

function lastDone(record: CaseRecord): Instant {
  const duties = record.duties.filter(isDischarged).map((duty) => duty.end.at);
  const finished = record.measures.flatMap(({ finishedAt }) => (finishedAt === undefined ? [] : [finishedAt]));
  return [...duties, ...finished].reduce((latest, at) => (at > latest ? at : latest), record.openedAt);
}

type OfficeSlot = Omit<SlotSeries, 'to' | 'purpose'> & { readonly purpose: OfficePurpose };
type OfficePurpose = Extract<
  Purpose,
  'new' | 'reminder' | 'decisionMissing' | 'investigation' | 'measure' | 'noticeTask' | 'news' | 'readyToClose' | 'retention'
>;

function reminderOf(known: CaseKnown, reader: Reader, slot: OfficeSlot, steps: StepSeries): Announcement {
  return {
    reader,
    slots: { ...slot, to: reader.to },
    steps,
    group: 'reminder',
    prompt: (step, asOf) => {
      const lastWorkingHour = lastWorkingHourAt(known, asOf);
      const purpose = said(slot.purpose, step, lastWorkingHour !== undefined);
      return reminder({ ...known, purpose, asOf, lastWorkingHour, openQuestions: openQuestions(known) });
    },
  };
}

/** The last working hour is told as such only while it lasts; a message that comes later is a reminder like any other. */
const said = (purpose: OfficePurpose, { name }: DueStep, inLastHour: boolean): ReminderPurpose => {
  if (purpose !== 'reminder') return purpose;
  if (isLastHour(name)) return inLastHour ? 'lastWorkingHour' : 'step';
  return name === 'deadline' || name.startsWith('overdue') ? 'overdue' : 'step';
};

function confirmations(known: CaseKnown): readonly Announcement[] {
  const { record } = known;
  const pressing = earliestDeadline(record);
  return unconfirmedDecisions(record).flatMap((decision) => {
    const { decisionId, recordedAt } = decision;
    const times = {
      startsAt: recordedAt,
      since: pressing !== undefined && pressing.setAt > recordedAt ? pressing.setAt : recordedAt,
      everyHours: CONFIRMATION_CADENCE.thenEveryHours,
      urgent: pressing && {
        ...{ dueBy: pressing.dueBy, from: addHours(pressing.dueBy, -CONFIRMATION_URGENT_HOURS) },
        everyHours: CONFIRMATION_URGENT_EVERY_HOURS,
      },
    };
    const steps = pressingSeries(times, { deferral: deferralOf(known, OTHERS) });
    return readersToConfirm(known, decision).map((reader) => ({
      reader,
      slots: { purpose: 'confirmation' as const, about: decisionId, clock: pressing?.clock ?? 1, to: reader.to },
      steps,
      group: `confirmation/${decisionId}`,
      prompt: (_step: DueStep, asOf: Instant) =>
        confirmationRequest({ ...known, decision, asOf, lastWorkingHour: lastWorkingHourAt(known, asOf) }),
    }));
  });
}

/** Only whose confirmation is needed and still missing. */
function readersToConfirm(known: CaseKnown, { decision, confirmations }: DecisionState): readonly Reader[] {
  const missing = personsWithRole(known.organisation, 'decider')
    .map(({ id }) => id)
    .filter((id) => mayConfirm(id, decision, known.record, caseSetting(known.organisation)) && !confirmations.includes(id));
  return presentOrAll(known, missing).flatMap((id) => readersFor(known, id));
}

function earliestDeadline(
  record: CaseRecord,
): { readonly dueBy: Instant; readonly setAt: Instant; readonly clock: number } | undefined {
  const deadlines = openDuties(record).flatMap((duty) => {
    const { dueBy, setAt, clock } = clockInForce(duty);
    return dueBy === undefined ? [] : [{ dueBy, setAt, clock }];
  });
  return deadlines.toSorted((one, other) => (one.dueBy < other.dueBy ? -1 : 1))[0];
}

/** A question cannot be answered any more once its text was erased, or the person it was put to. */
export const isWithdrawn = ({ text, person }: PersonQuestion): boolean => text === ERASED_TEXT || person === ERASED_TEXT;

const questions = (known: CaseKnown): readonly Announcement[] =>
  known.record.questions
    .filter((question) => question.answer === undefined && !isWithdrawn(question))
    .flatMap((question) => readersFor(known, question.person).map((reader) => questionTo(known, reader, question)));

function questionTo(known: CaseKnown, reader: Reader, question: PersonQuestion): Announcement {
  const { questionId, askedAt } = question;
  return {
    reader,
    slots: { purpose: 'question', about: questionId, clock: 1, to: reader.to },
    steps: stepSeries(
      cadenceOf('question', known.organisation.cadence),
      { startsAt: askedAt, since: askedAt },
      { deferral: deferralOf(known, OTHERS) },
    ),
    group: `question/${questionId}`,
    prompt: ({ ordinal }) => personQuestion({ ...known, question, reminder: ordinal > 0 }),
  };
}

/** Every outcome is a message of its own, in the order it was told. */
const outcomes = (known: CaseKnown): readonly Announcement[] =>
  known.record.told.flatMap((told, place) =>
    reporterReaders(known).map((reader) => ({
      reader,
      slots: { purpose: 'outcome' as const, about: told.outcome, clock: place + 1, to: reader.to },
      steps: onceSeries(told.at),
      group: `outcome/${place + 1}`,
      prompt: () => outcome({ ...known, outcome: told.outcome }),
    })),
  );

/** The person who reported, in the language they reported in; nobody where somebody else recorded it for them. */
export const reporterReaders = (known: CaseKnown): readonly Reader[] => {
  const { record } = known;
  if (record.source.by !== 'self') return [];
  return readersFor(known, record.reporter).map(({ to }) => ({ to, language: record.reporterLanguage }));
};
