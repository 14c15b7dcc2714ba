import type { Lang } from '../law/sources.ts';
import type { DutyKind as AssessedDutyKind, DutyStatus } from '../rules/assess.ts';
import type { Answer, FactName, Role, Sides } from '../rules/facts.ts';
import type { Instant } from '../rules/instant.ts';
import type { Neighbour } from '../rules/neighbours/neighbour.ts';
import type { Contradiction } from '../rules/contradictions.ts';
import type { SecondOpinionMethod } from '../rules/severity/secondOpinion.ts';
import type { SeverityAnswers } from '../rules/severity/severityInputs.ts';
import type { CaseId, CaseNumber, PersonId } from './identifiers.ts';
import type { NoticeFieldName, NumberKind, PersonGroup } from './noticeFields.ts';

/**
 * What runs beside the GDPR: the question whether a neighbouring regime applies, and each report it then asks for. Their recipient
 * names regime, stage and addressee (`src/rules/neighbours/stageName.ts`).
 */
export type NeighbourDutyKind = 'neighbour-question' | 'neighbour';

/**
 * Every duty a case can carry: those the rules assess, the follow-up that an incomplete notice opens (Art. 33(4) GDPR), and those of
 * neighbouring regimes.
 */
export type DutyKind = AssessedDutyKind | 'art33-4' | NeighbourDutyKind;

/** `kind:owedBy:recipient`; the identity of a duty within a case. */
export type DutyId = string;

/** A duty as the entry that assessed it keeps it; `evolve` calls no rule. */
export type RecordedDuty = {
  readonly id: DutyId;
  readonly kind: DutyKind;
  readonly owedBy: string;
  readonly recipient: string;
  readonly status: DutyStatus;
  /** The moment its clock starts: awareness, or until that is recorded the earliest named moment. */
  readonly startsAt: Instant;
  /** The last moment; absent where the statute says only „unverzüglich“ (Arts. 33(2), 33(4), 34(1)) or names no period (Art. 33(5)). */
  readonly dueBy?: Instant;
};

/** How the bot came to know: the person wrote themselves, or somebody recorded it for them. */
export type ReportSource =
  | { readonly by: 'self' }
  | {
      readonly by: 'telephone' | 'email' | 'letter' | 'in-person' | 'other';
      readonly toldAt: Instant;
      readonly informant: string;
    };

/**
 * Moments other than awareness, which is a decision. `signIgnored`: a clear sign that nobody followed up. `investigationBegan`: somebody
 * began to look into it. `certain`: somebody knew with reasonable certainty.
 */
export type TimeKind = 'occurred' | 'noticed' | 'signIgnored' | 'investigationBegan' | 'certain' | 'reported' | 'toldByProcessor';

/** What the reporting person may add with one tap; never a fact for the rules, only a hint for the DPO. */
export type HintKind = 'incident' | 'contained' | 'concerned';
export type Hints = {
  readonly incident?: 'wrong-recipient' | 'lost-or-stolen' | 'attack' | 'seen-by-others' | 'not-available' | 'other';
  readonly contained?: 'yes' | 'no' | 'unknown';
  readonly concerned?: 'customers' | 'employees' | 'patients-or-children' | 'others' | 'unknown';
};

export type ExceptionGround = 'art34-3-a' | 'art34-3-b' | 'art34-3-c' | 'bdsg-29';

/** What the controller decides and the DPO advises on. */
export type Decision =
  | { readonly kind: 'awareness'; readonly controller: string; readonly moment: Instant }
  | { readonly kind: 'no-breach'; readonly againstAssessment: boolean }
  | { readonly kind: 'exception'; readonly duties: readonly DutyId[]; readonly ground: ExceptionGround }
  | { readonly kind: 'not-notifying'; readonly duties: readonly DutyId[]; readonly againstAssessment: boolean };
export type DecisionKind = Decision['kind'];

/** What the reporting person is told in the end; no details. */
export type ReporterOutcome = 'being-handled' | 'handled' | 'no-breach';

/** Why an ended duty is open again. */
export type ReopeningCause = 'assessment-worsened' | 'case-reopened';

/**
 * What was said on a neighbouring regime. `startsAt` is the moment its trigger question asks for, `awareAt` what the case knew as
 * awareness then, `variant` which of several periods of the regime. `unknown`: asked, nobody can say yet; the question stays open.
 */
export type NeighbourAnswer =
  | { readonly kind: 'applies'; readonly startsAt: Instant; readonly awareAt: Instant; readonly variant?: string }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'unknown' };

/**
 * What a notice to the authority is in the row of all of them: an incomplete first one is followed up until the final one; a correction puts
 * right what was said, a withdrawal takes all of it back.
 */
export type NoticeKind = 'first' | 'follow-up' | 'final' | 'correction' | 'withdrawal';

/** What shows that a notice reached an authority; which of them it gives is data in `src/authorities`. */
export type ProofKind = 'file-number' | 'mail-with-code' | 'pdf-receipt' | 'confirmation' | 'own-copy' | 'postal';

/** How many of a group; `to-be-determined`: not counted yet; `not-concerned`: the group turned out to have no part in it. */
export type GroupCount = NumberKind | 'to-be-determined' | 'not-concerned';

/** Who and when; the time comes with the command and is never read here. */
export type Meta = { readonly at: Instant; readonly by: PersonId };

export type BreachEvent = Meta &
  (
    | {
        readonly type: 'BreachReported';
        readonly number: CaseNumber;
        readonly text: string;
        readonly noticedAt: Instant;
        readonly reporter: PersonId;
        readonly reporterName: string;
        readonly language: Lang;
        readonly source: ReportSource;
      }
    | { readonly type: 'ReportAdded'; readonly text: string; readonly authorName: string }
    | { readonly type: 'HintGiven'; readonly hint: HintKind; readonly answer: string }
    | ({
        readonly type: 'DataSetRecorded';
        readonly dataSet: string;
        readonly label: string;
        readonly controller: string;
        readonly role: Role;
        /** Why a data set that was known has another controller or role now. */
        readonly reasons?: string;
      } & Sides)
    | { readonly type: 'FactAnswered'; readonly dataSet?: string; readonly fact: FactName; readonly answer: Answer }
    | {
        readonly type: 'FactCorrected';
        readonly dataSet?: string;
        readonly fact: FactName;
        readonly answer: Answer;
        readonly before: Answer;
        readonly reasons: string;
      }
    | {
        readonly type: 'TimeRecorded';
        readonly time: TimeKind;
        readonly moment: Instant;
        readonly source: string;
        readonly reasons: string;
      }
    | {
        readonly type: 'AssessmentRecorded';
        readonly ruleSet: string;
        readonly risk: 'unlikely' | 'low' | 'risk' | 'high';
        readonly duties: readonly RecordedDuty[];
        /** How many facts could still change a duty. */
        readonly openFacts: number;
        /** Rules that contradict each other on these facts, by id; the graver result counted. Absent where none do. */
        readonly contradictions?: readonly Contradiction[];
      }
    /** A fact of role or profile shows that the duty never applied (Art. 4 No. 7, 8 GDPR). */
    | { readonly type: 'DutyNeverApplied'; readonly duty: DutyId }
    | { readonly type: 'DutyReopened'; readonly duty: DutyId; readonly cause: ReopeningCause }
    | { readonly type: 'FollowUpOpened'; readonly duty: RecordedDuty }
    /** The configuration names this regime, so the case must say whether it applies; what it settled is kept here for good. */
    | { readonly type: 'NeighbourAsked'; readonly neighbour: Neighbour; readonly zone: string; readonly duty: RecordedDuty }
    | {
        readonly type: 'NeighbourAnswered';
        readonly neighbour: string;
        readonly answer: NeighbourAnswer;
        readonly reasons: string;
        readonly decidedBy: string;
      }
    /** What a person said for a second opinion, all of it for this method. It is shown beside the assessment and moves no duty. */
    | { readonly type: 'SecondOpinionAnswered'; readonly method: SecondOpinionMethod; readonly answers: SeverityAnswers }
    /** A report of a neighbouring regime is owed from now on, or its clock is set anew. */
    | { readonly type: 'NeighbourStageOpened'; readonly duty: RecordedDuty }
    | {
        readonly type: 'DecisionRecorded';
        readonly decisionId: string;
        readonly decision: Decision;
        readonly reasons: string;
        /** Who decided for the controller, by name or function. */
        readonly decidedBy: string;
        readonly dpoAdvice: string;
        /** False while the configuration asks for a decider's confirmation that has not come. */
        readonly counts: boolean;
      }
    /** `complete`: with it the decision counts; false while another controller's decider has not confirmed. */
    | { readonly type: 'DecisionConfirmed'; readonly decisionId: string; readonly complete: boolean }
    /** Rejected by a decider, or taken back by the office, before it counted. */
    | { readonly type: 'DecisionWithdrawn'; readonly decisionId: string; readonly reasons: string }
    | {
        readonly type: 'NoticeRecorded';
        readonly duty: DutyId;
        readonly sentAt: Instant;
        readonly to: string;
        readonly means: string;
        readonly reference: string;
        /** What the notice still lacks (Art. 33(4) GDPR), in the DPO's words; empty where it is complete. */
        readonly missing: string;
        readonly late: boolean;
        /** Art. 33(1), second sentence GDPR: mandatory where late. */
        readonly reasonsForDelay: string;
        /** Absent where a notice was recorded without saying which it is. */
        readonly notice?: NoticeKind;
        readonly proof?: ProofKind;
        /** Where the proof is kept, or what it says. */
        readonly proofText?: string;
      }
    /** What somebody said for a field of the notice, or that it has to be found out first. Moves no duty. */
    | {
        readonly type: 'NoticeFieldAnswered';
        readonly field: NoticeFieldName;
        readonly answer: 'said' | 'to-be-determined';
        readonly value: string;
      }
    | {
        readonly type: 'GroupCounted';
        readonly group: PersonGroup;
        readonly kind: GroupCount;
        readonly count: string;
        readonly detail: string;
      }
    | { readonly type: 'MeasureExplained'; readonly measureId: string; readonly against: string; readonly effect: string }
    | {
        readonly type: 'AuthorityQuestionReceived';
        readonly questionId: string;
        readonly duty: DutyId;
        readonly text: string;
        readonly receivedAt: Instant;
        readonly dueBy: Instant;
      }
    | {
        readonly type: 'AuthorityQuestionAnswered';
        readonly questionId: string;
        readonly sentAt: Instant;
        readonly means: string;
        readonly proof: string;
      }
    | {
        readonly type: 'ToldInAdvance';
        readonly duty: DutyId;
        readonly toldAt: Instant;
        readonly spokeWith: string;
        readonly note: string;
      }
    /** Of the notice sent last for this duty. */
    | { readonly type: 'ReferenceReceived'; readonly duty: DutyId; readonly reference: string; readonly receivedAt: Instant }
    /** A controller we process for, with the terms of its contract, as a list named it. An empty contact is missing. */
    | {
        readonly type: 'ControllerListed';
        readonly controller: string;
        readonly name: string;
        readonly contact: string;
        readonly hours?: number;
        readonly confidentiality: string;
      }
    /** Art. 33(5) GDPR: facts, effects and remedial action. */
    | {
        readonly type: 'RecordCompleted';
        readonly duty: DutyId;
        readonly facts: string;
        readonly effects: string;
        readonly remedialAction: string;
      }
    | { readonly type: 'CaseAcknowledged'; readonly until: Instant }
    | {
        readonly type: 'MeasurePlanned';
        readonly measureId: string;
        readonly text: string;
        readonly dueBy: Instant;
        readonly owner: string;
      }
    | { readonly type: 'MeasureFinished'; readonly measureId: string; readonly note: string }
    | { readonly type: 'QuestionAskedOfPerson'; readonly questionId: string; readonly person: PersonId; readonly text: string }
    | { readonly type: 'PersonAnswered'; readonly questionId: string; readonly text: string; readonly authorName: string }
    | { readonly type: 'ReporterTold'; readonly outcome: ReporterOutcome }
    | { readonly type: 'PersonExcluded'; readonly person: PersonId; readonly reasons: string }
    | { readonly type: 'PersonReadmitted'; readonly person: PersonId; readonly reasons: string }
    /** This case took in a duplicate; the earliest time counts, both numbers stay. */
    | {
        readonly type: 'DuplicateJoined';
        readonly duplicate: CaseId;
        readonly duplicateNumber: CaseNumber;
        readonly earliestNamed: Instant;
      }
    /** This case is a duplicate and goes on under another number. */
    | { readonly type: 'JoinedInto'; readonly main: CaseId; readonly mainNumber: CaseNumber }
    | { readonly type: 'CaseClosed'; readonly note: string }
    | { readonly type: 'CaseReopened'; readonly reasons: string }
    /** One text was erased: the part of that entry (for example a person named by mistake). Its digest stays. */
    | { readonly type: 'TextErased'; readonly sequence: number; readonly part: string; readonly reasons: string }
    /** The closed case is kept longer than the configuration says. */
    | { readonly type: 'RetentionExtended'; readonly until: Instant; readonly reasons: string }
    /** All content of the closed case was erased. `retention` says in words which period had ended and why that long. */
    | { readonly type: 'CaseErased'; readonly retention: string; readonly reasons: string }
  );

export type BreachEventOf<T extends BreachEvent['type']> = Extract<BreachEvent, { readonly type: T }>;
