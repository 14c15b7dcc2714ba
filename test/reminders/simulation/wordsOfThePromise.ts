import type { DutyKind } from '../../../src/breach/events.ts';

/**
 * When people must hear of what, as the promise and docs/reminders.md and docs/escalation.md say it. Written down here a second time on
 * purpose and from the words: a step that is lost from the code must not be lost from here.
 */

/** Hours from the start of the clock, and the distance of all that follows. */
export type Recall = { readonly at: readonly number[]; readonly thenEvery: number };

export const RECALL: Readonly<Record<DutyKind, Recall>> = {
  // With a deadline at 72 hours; `thenEvery` is counted from there.
  'art33-1': { at: [0, 24, 48, 60, 66, 70, 71], thenEvery: 4 },
  'art34-1': { at: [0, 4], thenEvery: 12 },
  'art33-2': { at: [0], thenEvery: 4 },
  'art33-4': { at: [24, 48, 72], thenEvery: 12 },
  'art33-5': { at: [24], thenEvery: 24 },
  neighbour: { at: [0, 4], thenEvery: 12 },
  'neighbour-question': { at: [0], thenEvery: 24 },
};
/** By the rules nothing is owed, and nobody has decided so. */
export const DECISION_MISSING_ART33: Recall = { at: [24, 48, 66, 71, 72], thenEvery: 24 };
export const DECISION_MISSING: Recall = { at: [24], thenEvery: 24 };
export const INVESTIGATION: Recall = { at: [24], thenEvery: 24 };
export const CLOSING: Recall = { at: [0], thenEvery: 24 };
export const QUESTION: Recall = { at: [0], thenEvery: 24 };
export const CONFIRMATION: Recall = { at: [0], thenEvery: 12 };
/** In the last twelve hours the distance of the steps. */
export const CONFIRMATION_URGENT_HOURS = 4;
/** Around the date of the measure: a day before, on it, and daily. */
export const MEASURE_BEFORE_HOURS = 24;
export const MEASURE_EVERY_HOURS = 24;

/** Around the date an authority set, or a task was given; the deadline itself, and every so many hours after it. */
export const NOTICE_TASKS = {
  question: { before: [72, 24, 4], thenEvery: 12 },
  field: { before: [24], thenEvery: 24 },
  reference: { before: [24], thenEvery: 24 },
} as const;

/** Towards a last moment that is not the 72nd hour: at once, at half time, a day before, an hour before, then every so many hours. */
export const LED_UP_TO = { dayBeforeFromHours: 96, dayBefore: 24, hourBefore: 1, thenEvery: 4 };

/** What is still to be heard within 24 hours of a deadline is never put off. */
export const NEVER_PUT_OFF_WITHIN_HOURS = 24;
export const PRESSING_PUT_OFF_AT_MOST_HOURS = 24;
export const OTHERS_PUT_OFF_AT_MOST_HOURS = 120;
export const PUT_OFF_LONGER: readonly DutyKind[] = ['art33-4', 'art33-5', 'neighbour-question'];

/** „I am on it“ lasts until nine tomorrow at most, half of the time that is left, and two hours once a deadline is past. */
export const PAUSE_AT_MOST_HOURS = 34;
export const PAUSE_WHEN_LATE_HOURS = 2;

export type Stage = 'deputy' | 'management';
/** Hours before the last moment, hours of silence of the office, and the distance after the last moment (which is one of them). */
type Escalation = { readonly left?: number; readonly quiet?: number; readonly after?: number };
export const ESCALATIONS: Readonly<Record<DutyKind | 'decision', Readonly<Record<Stage, Escalation>>>> = {
  'art33-1': { deputy: { left: 24, quiet: 24 }, management: { left: 12, after: 24 } },
  'art34-1': { deputy: { quiet: 24 }, management: { quiet: 72 } },
  'art33-2': { deputy: { left: 24, quiet: 24 }, management: { left: 12, quiet: 72, after: 24 } },
  'art33-4': { deputy: { quiet: 72 }, management: { quiet: 168 } },
  'art33-5': { deputy: { quiet: 168 }, management: { quiet: 336 } },
  neighbour: { deputy: { left: 24 }, management: { left: 12, after: 24 } },
  'neighbour-question': { deputy: { quiet: 24 }, management: { quiet: 72 } },
  decision: { deputy: { quiet: 72 }, management: { quiet: 168 } },
};
/** Where nothing counts down, silence does. */
export const QUIET_WITHOUT_LAST_MOMENT: Readonly<Record<Stage, number>> = { deputy: 24, management: 72 };
export const WHOLE_PERIOD_HOURS = 72;

/** Days on which nobody works, by Land, in the times the simulation runs through; taken from the laws on holidays, not from a library. */
const EVERYWHERE = [
  ...['2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03', '2026-12-25', '2026-12-26'],
  ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-01', '2027-05-06'],
];
export const HOLIDAYS: Readonly<Record<string, readonly string[]>> = {
  NW: [...EVERYWHERE, '2026-06-04', '2026-11-01'],
  BY: [...EVERYWHERE, '2026-06-04', '2026-11-01', '2027-01-06'],
  BE: [...EVERYWHERE, '2027-03-08'],
};
