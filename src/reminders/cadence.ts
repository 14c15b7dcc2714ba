import type { DutyKind } from '../breach/events.ts';
import { PRACTICE_TARGET_HOURS } from '../rules/art33/practiceTarget.ts';

/** When a duty is recalled, in elapsed hours. There is no last step: the repetition goes on until the duty has ended. */
export type Cadence = {
  /** Counted from the start of the clock (for a measure: from its due date), ascending; 0 is „at once“. */
  readonly atHours: readonly number[];
  /**
   * The last moment, where there is one; a step of its own that nothing defers. A `dueBy` of the clock goes before this
   * number. Steps that would come later are dropped, and the repetition is counted from here.
   */
  readonly deadlineAtHours?: number;
  /** The distance of all further steps from the last one named above. */
  readonly thenEveryHours: number;
};

/** While the duty is owed or presumed. Art. 33(1) GDPR: 72 hours; the others „unverzüglich“, so they begin at once and press on. */
export const DUTY_CADENCE: Readonly<Record<DutyKind, Cadence>> = {
  'art33-1': { atHours: [0, 24, 48, 60, 66, 70, 71], deadlineAtHours: 72, thenEveryHours: 4 },
  'art34-1': { atHours: [0, 4], thenEveryHours: 12 },
  'art33-2': { atHours: [0], thenEveryHours: 4 },
  'art33-4': { atHours: [24], thenEveryHours: 24 },
  'art33-5': { atHours: [24], thenEveryHours: 24 },
  // Where a neighbouring report has a last moment, `reportSeries` leads up to it; this is for those owed „unverzüglich“.
  neighbour: { atHours: [0, 4], thenEveryHours: 12 },
  'neighbour-question': { atHours: [0], thenEveryHours: 24 },
};

/**
 * The notice to the authority where its law names no hours (DSG-EKD, Art. 24 FADP): daily up to the target of practice, then twice a day.
 * It has no deadline, so it is never called overdue.
 */
export const WITHOUT_HOURS_CADENCE: Cadence = { atHours: [0, 24, 48, PRACTICE_TARGET_HOURS], thenEveryHours: 12 };

/** A period shorter than this has no room for the steps of the 72 hours. */
export const SHORT_PERIOD_HOURS = 48;

/** Towards the last moment of a report that is not the 72nd hour: of a neighbouring regime, or the 24th hour of § 169 TKG; and after it. */
export const REPORT_HOURS_BEFORE = 1;
/** One more step, a day before, where this many hours or more were given. */
export const REPORT_DAY_BEFORE_FROM_HOURS = 96;
export const REPORT_OVERDUE_EVERY_HOURS = 4;

/** While the rules say „not owed“ and nobody has decided so: a calculation ends nothing. */
export const DECISION_CADENCE: Readonly<Record<DutyKind, Cadence>> = {
  'art33-1': { atHours: [24, 48, 66, 71, 72], thenEveryHours: 24 },
  'art34-1': { atHours: [24], thenEveryHours: 24 },
  'art33-2': { atHours: [24], thenEveryHours: 24 },
  'art33-4': { atHours: [24], thenEveryHours: 24 },
  'art33-5': { atHours: [24], thenEveryHours: 24 },
  neighbour: { atHours: [24], thenEveryHours: 24 },
  'neighbour-question': { atHours: [24], thenEveryHours: 24 },
};

/** Around the date a measure is due by. */
export const MEASURE_CADENCE: Cadence = { atHours: [-24], deadlineAtHours: 0, thenEveryHours: 24 };

/** Every duty and every measure is done, and nobody has closed the case. */
export const CLOSING_CADENCE: Cadence = { atHours: [0], thenEveryHours: 24 };

/** News on a closed case, until somebody takes it up. */
export const NEWS_CADENCE: Cadence = { atHours: [0], thenEveryHours: 24 };

const WEEK = 7 * 24;
/** The end of the period a closed case is kept for: a month before, each week, and after it until somebody has decided. */
export const RETENTION_CADENCE: Cadence = {
  atHours: [-720, -3 * WEEK, -2 * WEEK, -WEEK],
  deadlineAtHours: 0,
  thenEveryHours: WEEK,
};

/** A question to one person, until it is answered. */
export const QUESTION_CADENCE: Cadence = { atHours: [0], thenEveryHours: 24 };

/** A decision that waits for its confirmation, while the earliest deadline is far … */
export const CONFIRMATION_CADENCE: Cadence = { atHours: [0], thenEveryHours: 12 };
/** … and from this many hours before it, and ever after. */
export const CONFIRMATION_URGENT_HOURS = 12;
export const CONFIRMATION_URGENT_EVERY_HOURS = 4;
