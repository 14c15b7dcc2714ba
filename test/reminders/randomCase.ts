import fc from 'fast-check';
import type { BreachEvent, DutyKind } from '../../src/breach/events.ts';
import { personId } from '../../src/breach/identifiers.ts';
import { acknowledged, assessed, dora, duty, hours, notified, reported, reportedAt, theCase, number } from './sampleCase.ts';

const KINDS: readonly DutyKind[] = ['art33-1', 'art34-1', 'art33-2', 'art33-4', 'art33-5', 'neighbour', 'neighbour-question'];
const kind = fc.constantFrom(...KINDS);
const status = fc.constantFrom('owed' as const, 'presumed' as const, 'not-owed' as const);
const minutes = (most: number) => fc.integer({ min: 0, max: most * 60 }).map((count) => count / 60);

const happening = fc.oneof(
  fc.record({ kind, status, startsAt: minutes(100) }).map(
    ({ kind: what, status: how, startsAt }) =>
      (at: number): BreachEvent =>
        assessed(hours(at), { kind: what, status: how, startsAt: hours(Math.min(at, startsAt)) }),
  ),
  fc.record({ kind, status }).map(
    ({ kind: what, status: how }) =>
      (at: number): BreachEvent =>
        assessed(hours(at), { kind: what, status: how }),
  ),
  minutes(24).map(
    (length) =>
      (at: number): BreachEvent =>
        acknowledged(hours(at), hours(at + 0.25 + length)),
  ),
  kind.map(
    (what) =>
      (at: number): BreachEvent =>
        notified(hours(at), what),
  ),
  fc.record({ id: fc.integer({ min: 0, max: 2 }), due: minutes(300) }).map(
    ({ id, due }) =>
      (at: number): BreachEvent => ({
        type: 'MeasurePlanned',
        at: hours(at),
        by: dora,
        measureId: `m-${id}-${at}`,
        text: 'x',
        dueBy: hours(due),
        owner: 'x',
      }),
  ),
  fc.constant(
    (at: number): BreachEvent => ({
      type: 'QuestionAskedOfPerson',
      at: hours(at),
      by: dora,
      questionId: `q-${at}`,
      person: personId('desk:max'),
      text: 'x',
    }),
  ),
  kind.map(
    (what) =>
      (at: number): BreachEvent => ({
        ...{ type: 'DecisionRecorded', at: hours(at), by: dora, decisionId: `d-${at}` },
        decision: { kind: 'not-notifying', duties: [duty({ kind: what }).id], againstAssessment: false },
        ...{ reasons: 'x', decidedBy: 'x', dpoAdvice: '', counts: false },
      }),
  ),
  kind.map(
    (what) =>
      (at: number): BreachEvent => ({
        type: 'DutyReopened',
        at: hours(at),
        by: dora,
        duty: duty({ kind: what }).id,
        cause: 'case-reopened',
      }),
  ),
  fc.constant((at: number): BreachEvent => ({ type: 'ReporterTold', at: hours(at), by: dora, outcome: 'handled' })),
  fc.constant((at: number): BreachEvent => ({ type: 'PersonExcluded', at: hours(at), by: dora, person: dora, reasons: 'x' })),
);
const ending = fc.constantFrom<(at: number) => readonly BreachEvent[]>(
  () => [],
  () => [],
  (at) => [{ type: 'CaseClosed', at: hours(at), by: dora, note: '' }],
  (at) => [
    { type: 'CaseClosed', at: hours(at), by: dora, note: '' },
    { type: 'CaseReopened', at: hours(at + 1), by: dora, reasons: 'x' },
  ],
  (at) => [{ type: 'JoinedInto', at: hours(at), by: dora, main: theCase, mainNumber: number }],
);

/** Events of a case in any order people might bring about, each a while after the one before. */
export const randomEvents: fc.Arbitrary<readonly BreachEvent[]> = fc
  .record({
    first: fc.subarray([...KINDS], { minLength: 1 }),
    course: fc.array(fc.tuple(minutes(20), happening), { maxLength: 12 }),
    ending,
  })
  .map(({ first, course, ending: end }) => {
    let at = 0;
    const events = course.map(([wait, make]) => make((at += wait)));
    return [reported, assessed(reportedAt, ...first.map((what) => ({ kind: what }))), ...events, ...end(at + 1)];
  });

/** Hours after the report: mostly while things happen, sometimes years later. */
export const randomHours = fc.oneof(
  { weight: 4, arbitrary: minutes(260) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 87_600 * 60 }).map((count) => count / 60) },
);
