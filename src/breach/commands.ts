import type { Lang } from '../law/sources.ts';
import type { Answer, DataSet, FactName, Facts, Role, Sides } from '../rules/facts.ts';
import type { ControllerProfile } from '../rules/assess.ts';
import type { Instant } from '../rules/instant.ts';
import type { Neighbour } from '../rules/neighbours/neighbour.ts';
import type { RuleSetInForce } from '../rules/rulesets.ts';
import type { SecondOpinionMethod } from '../rules/severity/secondOpinion.ts';
import type { SeverityAnswers } from '../rules/severity/severityInputs.ts';
import type {
  Decision,
  DecisionKind,
  DutyId,
  GroupCount,
  HintKind,
  Meta,
  NoticeKind,
  ProofKind,
  ReporterOutcome,
  ReportSource,
  TimeKind,
} from './events.ts';
import type { CaseId, CaseNumber, PersonId } from './identifiers.ts';
import type { RetentionSetting } from './retention.ts';

/** What people (through the dialogue) ask a case to do. Ids and times are given, so that a failure repeats. */
export type BreachCommand = Meta &
  (
    | {
        readonly type: 'ReportBreach';
        readonly number: CaseNumber;
        readonly text: string;
        readonly noticedAt: Instant;
        readonly reporter: PersonId;
        readonly reporterName: string;
        readonly language: Lang;
        readonly source: ReportSource;
      }
    | { readonly type: 'AddToReport'; readonly text: string; readonly authorName: string }
    | { readonly type: 'GiveHint'; readonly hint: HintKind; readonly answer: string }
    | ({
        readonly type: 'RecordDataSet';
        readonly dataSet: string;
        readonly label: string;
        readonly controller: string;
        readonly role: Role;
        readonly reasons?: string;
        /** What is not said of the others who have a part in the data is meant to be gone; else it stays as it was. */
        readonly sidesComplete?: true;
      } & Sides)
    | {
        readonly type: 'AnswerFact';
        readonly dataSet?: string;
        readonly fact: FactName;
        readonly answer: Answer;
        readonly reasons?: string;
      }
    | {
        readonly type: 'RecordTime';
        readonly time: TimeKind;
        readonly moment: Instant;
        readonly source: string;
        readonly reasons: string;
      }
    | { readonly type: 'Assess' }
    | {
        readonly type: 'RecordDecision';
        readonly decisionId: string;
        readonly decision: Decision;
        readonly reasons: string;
        readonly decidedBy: string;
        readonly dpoAdvice: string;
      }
    | {
        readonly type: 'AnswerNeighbour';
        readonly neighbour: string;
        readonly answer:
          | { readonly kind: 'applies'; readonly startsAt: Instant; readonly variant?: string }
          | { readonly kind: 'not-applicable' }
          | { readonly kind: 'unknown' };
        readonly reasons: string;
        readonly decidedBy: string;
      }
    | { readonly type: 'AnswerSecondOpinion'; readonly method: SecondOpinionMethod; readonly answers: SeverityAnswers }
    | { readonly type: 'ConfirmDecision'; readonly decisionId: string }
    | { readonly type: 'WithdrawDecision'; readonly decisionId: string; readonly reasons: string }
    | {
        readonly type: 'RecordNotice';
        readonly duty: DutyId;
        readonly sentAt: Instant;
        readonly to: string;
        readonly means: string;
        readonly reference: string;
        readonly missing: string;
        readonly reasonsForDelay: string;
        /** Of notices to an authority. Left out it follows from the course: the first, and then the final one where nothing is missing. */
        readonly notice?: NoticeKind;
        /** No notice to an authority is recorded without proof; a reference given is one. */
        readonly proof?: ProofKind;
        /** Where the proof is kept, or what stands in it; asked for of every proof but the file number. */
        readonly proofText?: string;
        /** Where the authority gave no reference yet: who asks for it, and until when. */
        readonly referenceTask?: NoticeTask;
      }
    /** `task`: who finds it out and until when. */
    | {
        readonly type: 'AnswerNoticeField';
        readonly field: string;
        readonly answer: 'said' | 'to-be-determined';
        readonly value: string;
        readonly task?: NoticeTask;
      }
    /** Several fields of one page: all of them are recorded, or none. Each field at most once. */
    | { readonly type: 'AnswerNoticeFields'; readonly answers: readonly NoticeFieldAnswer[] }
    | {
        readonly type: 'CountGroup';
        readonly group: string;
        readonly kind: GroupCount;
        readonly count: string;
        readonly detail: string;
      }
    | { readonly type: 'ExplainMeasure'; readonly measureId: string; readonly against: string; readonly effect: string }
    | {
        readonly type: 'RecordAuthorityQuestion';
        readonly questionId: string;
        readonly duty: DutyId;
        readonly text: string;
        readonly receivedAt: Instant;
        readonly dueBy: Instant;
        readonly owner: string;
      }
    | {
        readonly type: 'RecordAuthorityAnswer';
        readonly questionId: string;
        readonly sentAt: Instant;
        readonly means: string;
        readonly proof: string;
      }
    | {
        readonly type: 'TellInAdvance';
        readonly duty: DutyId;
        readonly toldAt: Instant;
        readonly spokeWith: string;
        readonly note: string;
      }
    | { readonly type: 'RecordReference'; readonly duty: DutyId; readonly reference: string; readonly receivedAt: Instant }
    /**
     * Whom we process for, from a list. `like`: the data whose answers hold for the data of each new one; `contactTask`: who finds out how
     * those are reached whose contact is missing, its text followed by the name of each.
     */
    | {
        readonly type: 'ListControllers';
        readonly controllers: readonly ControllerTerms[];
        readonly like?: string;
        readonly contactTask?: NoticeTask;
      }
    | {
        readonly type: 'CompleteRecord';
        readonly duty: DutyId;
        readonly facts: string;
        readonly effects: string;
        readonly remedialAction: string;
      }
    /** `tomorrow`: until nine o'clock the next day, on the spot. */
    | { readonly type: 'Acknowledge'; readonly hours: number | 'tomorrow' }
    | {
        readonly type: 'PlanMeasure';
        readonly measureId: string;
        readonly text: string;
        readonly dueBy: Instant;
        readonly owner: string;
      }
    | { readonly type: 'FinishMeasure'; readonly measureId: string; readonly note: string }
    | { readonly type: 'AskPerson'; readonly questionId: string; readonly person: PersonId; readonly text: string }
    | { readonly type: 'AnswerAsPerson'; readonly questionId: string; readonly text: string; readonly authorName: string }
    | { readonly type: 'TellReporter'; readonly outcome: ReporterOutcome }
    | { readonly type: 'ExcludePerson'; readonly person: PersonId; readonly reasons: string }
    | { readonly type: 'ReadmitPerson'; readonly person: PersonId; readonly reasons: string }
    | {
        readonly type: 'TakeInDuplicate';
        readonly duplicate: CaseId;
        readonly duplicateNumber: CaseNumber;
        readonly earliestNamed: Instant;
        /** What was answered there; nothing of it is lost, and a worse answer counts. */
        readonly incident: Facts;
        readonly dataSets: readonly (DataSet & { readonly label: string })[];
        /** What was written there, the report first. */
        readonly texts: readonly { readonly text: string; readonly authorName: string }[];
        /** The neighbouring regimes asked about there; what this case does not ask about yet, it asks from now on. */
        readonly neighbours: readonly Neighbour[];
        /** What was asked there and is not answered yet; goes on being asked here. */
        readonly questions: readonly { readonly questionId: string; readonly person: PersonId; readonly text: string }[];
      }
    | { readonly type: 'JoinInto'; readonly main: CaseId; readonly mainNumber: CaseNumber }
    | { readonly type: 'CloseCase'; readonly note: string }
    | { readonly type: 'ReopenCase'; readonly reasons: string }
    | { readonly type: 'ExtendRetention'; readonly until: Instant; readonly reasons: string }
    /** `sequence` and `part` as the register names the places of its texts. */
    | {
        readonly type: 'EraseText';
        readonly sequence: number;
        readonly part: string;
        readonly reasons: string;
        /** Every text of the case that can be erased by itself; a place beside them is refused. */
        readonly texts: readonly TextInCase[];
        /** Further places that say the same of the same thing, and go with it. */
        readonly alike: readonly TextInCase[];
      }
    | {
        readonly type: 'EraseCase';
        readonly reasons: string;
        /** In words: until when it was to be kept, and why that long. */
        readonly retention: string;
        /** Said expressly: although its retention has not ended. */
        readonly beforeEnd: boolean;
        /** Of a duplicate: the case it went on in, which is erased in the same breath. */
        readonly withMain?: CaseId;
      }
  );

/** What is said of one field, or that it has to be found out. */
export type NoticeFieldAnswer = {
  readonly field: string;
  readonly answer: 'said' | 'to-be-determined';
  readonly value: string;
  readonly task?: NoticeTask;
};

/** Who clears up what is open in a notice, and until when. It becomes a task, so that the reminders of tasks ask for it. */
export type NoticeTask = { readonly text: string; readonly owner: string; readonly dueBy: Instant };

/** What the contract with a controller says. `hours`: within how many of them it wants to be told; an empty contact is missing. */
export type ControllerTerms = {
  readonly controller: string;
  readonly name: string;
  readonly contact: string;
  readonly hours?: number;
  readonly confidentiality: string;
};

/** The place of one text within its case. */
export type TextInCase = { readonly sequence: number; readonly part: string };

export type BreachCommandOf<T extends BreachCommand['type']> = Extract<BreachCommand, { readonly type: T }>;

/** What the organisation's configuration settles for every case. */
export type CaseSetting = {
  /** `toldWithinHours`: where we are its processor, within how many hours the contract wants it told. */
  readonly controllers: readonly (ControllerProfile & { readonly toldWithinHours?: number })[];
  /** Our own organisation, as one of `controllers`. */
  readonly self: string;
  /** True where the organisation also processes for others: the role of a new data set is then open until somebody says it. */
  readonly processesForOthers: boolean;
  /** The decisions that count only once a decider has confirmed them. */
  readonly confirmation: readonly DecisionKind[];
  readonly deciders: readonly PersonId[];
  /** The neighbouring regimes that concern our own organisation at all; none where it names none. */
  readonly neighbours?: readonly Neighbour[];
  /** IANA name of the place whose days and months count for them. */
  readonly timeZone?: string;
  /** The decider of a controller that names its own, by controller id; for the others any decider may speak. */
  readonly decidersOf: Readonly<Record<string, PersonId>>;
  /** How long a closed case is kept, by how it came out; the default where the configuration says nothing. */
  readonly retention?: RetentionSetting;
  /** The rule sets by day, the oldest first; by default those of this version. */
  readonly ruleSets?: readonly RuleSetInForce[];
};

/** A refusal is an answer for the person, not an error: the dialogue turns it into a sentence that says what to do next. */
export type Refusal = { readonly refused: RefusalReason; readonly open?: readonly string[] };

export const REFUSAL_REASONS = [
  'noSuchCase',
  'alreadyReported',
  'caseClosed',
  'caseNotClosed',
  'caseJoined',
  'textMissing',
  'reasonsMissing',
  'deciderMissing',
  'momentInFuture',
  'beforeTheLaw',
  'beforeOccurred',
  'afterKnown',
  'unknownDataSet',
  'unknownController',
  'dataSetNameTaken',
  'notifierNotJoint',
  'worksForController',
  'processorForItself',
  'unknownAnswer',
  'noSuchDuty',
  'dutyAlreadyEnded',
  'notDischargedThisWay',
  'againstAssessment',
  'reasonsForDelayMissing',
  'noticeDetailsMissing',
  'sentBeforeKnown',
  'recordIncomplete',
  'noSuchDecision',
  'decisionOvertaken',
  'notADecider',
  'noSuchMeasure',
  'noSuchQuestion',
  'notAskedOfYou',
  'hoursOutOfRange',
  'cannotJoinItself',
  'duplicateHandled',
  'dutiesOpen',
  'measuresOpen',
  'decisionsUnconfirmed',
  'cannotExcludeLastOfficer',
  'noSuchNeighbour',
  'startMissing',
  'reasonsForLateReportMissing',
  'caseErased',
  'noSuchText',
  'copyOutOfReach',
  'retentionNotLonger',
  'retentionRunning',
  'ownerMissing',
  'dueInThePast',
  'numberMissing',
  'proofMissing',
  'nothingSentYet',
  'noticeKindUnfit',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
