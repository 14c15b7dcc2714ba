// What prompts of several readers are made of.
import type { DutyKind } from '../breach/events.ts';
import type { CaseId, CaseNumber } from '../breach/identifiers.ts';
import type { Text } from '../law/sources.ts';
import type { DutyStatus } from '../rules/assess.ts';
import type { Instant } from '../rules/instant.ts';
import type { NeighbourLabel } from './neighbourLabel.ts';

export type CaseReference = { readonly caseId: CaseId; readonly number: CaseNumber; readonly zone: string };

export type Contact = { readonly name: string; readonly email: string; readonly phone: string };

/** One duty as shown anywhere: kind, state and times, never content. */
export type DutyRow = {
  readonly id: string;
  readonly kind: DutyKind;
  /** Who owes it, by name, where the organisation has more than one controller: the controller, under Art. 33(2) GDPR the processor. */
  readonly owedBy?: string;
  readonly recipient: string;
  readonly status: DutyStatus;
  readonly basis: 'precautionary' | 'awareness' | 'event';
  readonly startsAt: Instant;
  readonly dueBy?: Instant;
  /** An earlier deadline that a corrected start moved; stays visible. */
  readonly earlierDueBy?: Instant;
  /** Hours from `asOf` to the deadline; negative when it is past. */
  readonly hoursLeft?: number;
  /** The last moment is near: better notified incompletely than late (Art. 33(4) GDPR). */
  readonly sendIncomplete?: true;
  /** Of a follow-up without a last moment: the target of practice, no deadline. */
  readonly target?: Instant;
  readonly end?: {
    readonly how: 'notice' | 'record' | 'decision' | 'never-applied' | 'answered' | 'joined';
    readonly at: Instant;
  };
  /** The provision it is owed by, where that is not the GDPR; it then stands in the place of the article. */
  readonly under?: Text;
  /** What it is called where it belongs to a neighbouring regime; it then goes before the words for the kind. */
  readonly neighbour?: NeighbourLabel;
};

/** Values as typed, so that nothing given is lost when something else was wrong. */
export type FormValues = Readonly<Record<string, string>>;

/** One thing to put right, by field. Cards print the sentence from the words. */
export type FieldFault = { readonly field: string; readonly fault: Fault; readonly candidates?: readonly Instant[] };

export const FAULTS = [
  'missing',
  'tooLong',
  'timeUnreadable',
  'timeDoesNotExist',
  'timeExistsTwice',
  'timeInFuture',
  'chooseOne',
  'unknownNumber',
  'reasonsForDelay',
  'reasonsForLateReport',
  'reasonsForLater',
  'reasonsForRole',
  'confirmAgainstAssessment',
  'beforeKnown',
  'beforeTheLaw',
  'beforeOccurred',
  'afterKnown',
  'unknownPerson',
  'nameTaken',
  'notJoint',
  'worksForController',
  'otherController',
  'numberInvalid',
  'dayUnreadable',
  'confirmBeforeEnd',
  'untilUnreadable',
  'untilPast',
  'untilTooFar',
  'wholeNumber',
  'proofMissing',
  'proofWithoutNumber',
  'proofWithoutPlace',
  'noticeKindUnfit',
  'beforeThat',
  'numberUncalledFor',
] as const;

export type Fault = (typeof FAULTS)[number];

export type Warning =
  | { readonly warning: 'awarenessGap'; readonly hours: number }
  | { readonly warning: 'noticeLate' }
  | { readonly warning: 'followUpOpened' }
  /** A report of a neighbouring regime came late. */
  | { readonly warning: 'reportLate' }
  /** Another report of a neighbouring regime is owed from now on. */
  | { readonly warning: 'reportOpened' }
  | { readonly warning: 'noticeIncomplete' }
  | { readonly warning: 'dutiesNeverApplied' }
  | { readonly warning: 'againstAssessment' };
