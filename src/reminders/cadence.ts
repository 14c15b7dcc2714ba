import type { DutyKind } from '../breach/events.ts';
import type { CadenceKind, CadenceOverrides } from '../organisation.ts';
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
  // Daily, then twice a day: what was missing has to follow „without undue further delay“.
  'art33-4': { atHours: [24, 48, 72], thenEveryHours: 12 },
  'art33-5': { atHours: [24], thenEveryHours: 24 },
  // Where a neighbouring report has a last moment, `reportSeries` leads up to it; this is for those owed „unverzüglich“.
  neighbour: { atHours: [0, 4], thenEveryHours: 12 },
  'neighbour-question': { atHours: [0], thenEveryHours: 24 },
};

/**
 * The notice to the authority where its law names no hours (DSG-EKD, Art. 24 FADP): daily up to the target of practice, then twice a day.
 * It has no deadline, so it is never called overdue.
 */
const WITHOUT_HOURS_CADENCE: Cadence = { atHours: [0, 24, 48, PRACTICE_TARGET_HOURS], thenEveryHours: 12 };

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

/**
 * A case still in suspicion: nobody has decided whether and when there was awareness. The investigation before that must be short
 * (EDPB Guidelines 9/2022, paras. 33 to 36), so after a day it is asked for daily.
 */
const INVESTIGATION_CADENCE: Cadence = { atHours: [24], thenEveryHours: 24 };

/** Around the date a measure is due by. */
export const MEASURE_CADENCE: Cadence = { atHours: [-24], deadlineAtHours: 0, thenEveryHours: 24 };

/** Around the date an authority sets for its answer: it is a deadline of hers, so it is recalled earlier and more closely. */
const AUTHORITY_QUESTION_CADENCE: Cadence = { atHours: [-72, -24, -4], deadlineAtHours: 0, thenEveryHours: 12 };

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

/** The usual cadence of every kind that `reminders: cadence:` may give another one. */
export const USUAL_CADENCES: Readonly<Record<CadenceKind, Cadence>> = {
  ...DUTY_CADENCE,
  'art33-1-without-hours': WITHOUT_HOURS_CADENCE,
  investigation: INVESTIGATION_CADENCE,
  'decision-art33-1': DECISION_CADENCE['art33-1'],
  // The same for every other kind of duty.
  decision: DECISION_CADENCE['art34-1'],
  measure: MEASURE_CADENCE,
  'authority-question': AUTHORITY_QUESTION_CADENCE,
  close: CLOSING_CADENCE,
  question: QUESTION_CADENCE,
};

/** The cadence of a kind as the organisation wants it; the last moment stays what it is. */
export const cadenceOf = (kind: CadenceKind, overrides: CadenceOverrides = {}): Cadence => ({
  ...USUAL_CADENCES[kind],
  ...overrides[kind],
});

/** A slot outside working time waits for the next working moment only if so much then remains to the earliest open deadline. */
export const LEFT_AFTER_WAITING_HOURS = 24;
/** What is owed „unverzüglich“ and has no deadline waits over a night, not over a weekend; anything else over Easter, not over a closing of weeks. */
export const PRESSING_WAITS_AT_MOST_HOURS = 24;
export const OTHERS_WAIT_AT_MOST_HOURS = 120;
