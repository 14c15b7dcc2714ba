// What anybody outside the office reads.
import type { ReporterOutcome } from '../breach/events.ts';
import type { AbsencePrompt, Contact, RecordedThing, Warning } from '../prompt/prompt.ts';
import type { HintAnswer, Incident, Advice, FieldWords } from './wordShapes.ts';

export type PersonWords = {
  readonly home: {
    readonly title: string;
    readonly intro: string;
    readonly officeIntro: (openCases: number) => string;
    readonly ownReports: (count: number) => string;
  };
  readonly reportForm: {
    readonly title: string;
    readonly intro: string;
    readonly factsOnly: string;
    readonly text: FieldWords;
    readonly noticedAt: FieldWords;
  };
  readonly recorded: Readonly<Record<RecordedThing, { readonly title: string; readonly text: string }>>;
  /** „I am on it“: until when the reminders wait, and why not longer. */
  readonly paused: { readonly until: (moment: string) => string; readonly cut: string };
  readonly warnings: Readonly<Record<Exclude<Warning['warning'], 'awarenessGap'>, string>> & {
    readonly awarenessGap: (hours: number) => string;
  };
  readonly receipt: {
    readonly title: (number: string) => string;
    readonly thanks: string;
    readonly noDisadvantage: string;
    readonly closed: string;
    readonly doNow: string;
    readonly pleaseDoNot: string;
    readonly optional: string;
    readonly addLater: string;
  };
  readonly advice: Readonly<Record<Incident, Advice>>;
  readonly adviceBeforeHints: Advice;
  /** Said first, or nothing. */
  readonly adviceContained: Readonly<Record<HintAnswer<'contained'>, (contact: Contact) => string>>;
  readonly adviceAlways: Advice;
  readonly ownReports: {
    readonly title: string;
    readonly none: string;
    readonly entry: (reported: string, closed: boolean) => string;
  };
  readonly whichCase: { readonly title: string; readonly intro: string; readonly text: FieldWords };
  readonly personQuestion: {
    readonly title: (number: string) => string;
    readonly reminderTitle: (number: string) => string;
    readonly intro: (asked: string) => string;
    readonly factsOnly: string;
    readonly answered: string;
    readonly text: FieldWords;
  };
  readonly absence: {
    readonly titles: Readonly<Record<AbsencePrompt['what'], (until: string) => string>>;
    readonly ended: string;
    readonly notAway: string;
    /** What happens meanwhile, by role, where somebody stands in. */
    readonly standIn: (names: readonly string[], role: NonNullable<AbsencePrompt['role']>) => string;
    /** Where nobody does: it is accepted all the same. */
    readonly nobody: (role: NonNullable<AbsencePrompt['role']>) => string;
    readonly afterwards: string;
    readonly deadline: (number: string, dueBy: string) => string;
    readonly deadlineAlone: (number: string, dueBy: string) => string;
  };
  readonly outcomes: Readonly<Record<ReporterOutcome, { readonly title: string; readonly text: string }>>;
};
