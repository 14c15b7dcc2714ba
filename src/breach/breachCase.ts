import type { Lang } from '../law/sources.ts';
import type { DutyStatus } from '../rules/assess.ts';
import type { DataSet, Facts } from '../rules/facts.ts';
import type { Instant } from '../rules/instant.ts';
import type { Neighbour } from '../rules/neighbours/neighbour.ts';
import type { Contradiction } from '../rules/contradictions.ts';
import type { SecondOpinionMethod } from '../rules/severity/secondOpinion.ts';
import type { SeverityAnswers } from '../rules/severity/severityInputs.ts';
import type {
  Decision,
  DutyId,
  DutyKind,
  GroupCount,
  Hints,
  NeighbourAnswer,
  NoticeKind,
  ProofKind,
  ReporterOutcome,
  ReportSource,
  TimeKind,
} from './events.ts';
import type { CaseId, CaseNumber, PersonId } from './identifiers.ts';
import type { NoticeFieldName, PersonGroup } from './noticeFields.ts';

/** One setting of a duty's clock; a later one never erases an earlier one. */
export type ClockSetting = {
  /** Counts from 1; a corrected start or a reopening makes a new one. */
  readonly clock: number;
  /** `event`: runs from a moment that a neighbouring regime names; it says nothing of awareness under the GDPR. */
  readonly basis: 'precautionary' | 'awareness' | 'event';
  readonly startsAt: Instant;
  readonly dueBy?: Instant;
  readonly setAt: Instant;
};

/** How a duty ended. Nothing else ends one: no timeout, no delete, no calculation (DESIGN, invariant 1). */
export type DutyEnd =
  | { readonly how: 'notice'; readonly at: Instant; readonly sentAt: Instant }
  | { readonly how: 'record'; readonly at: Instant }
  | { readonly how: 'decision'; readonly at: Instant; readonly decisionId: string; readonly statusThen: DutyStatus }
  | { readonly how: 'never-applied'; readonly at: Instant }
  /** The trigger question of a neighbouring regime was answered; a report of it, because it turned out not to apply. */
  | { readonly how: 'answered'; readonly at: Instant }
  | { readonly how: 'joined'; readonly at: Instant };

export type DutyState = {
  readonly id: DutyId;
  readonly kind: DutyKind;
  readonly owedBy: string;
  readonly recipient: string;
  readonly status: DutyStatus;
  /** At least one; the last one is in force. */
  readonly clocks: readonly [ClockSetting, ...ClockSetting[]];
  /** The earliest last moment any clock of this duty ever named; stays visible for good. */
  readonly earliestDueBy?: Instant;
  readonly end?: DutyEnd;
};

export type NamedTime = {
  readonly time: TimeKind;
  readonly moment: Instant;
  readonly source: string;
  readonly reasons: string;
  readonly recordedAt: Instant;
  readonly by: PersonId;
};

export type DecisionState = {
  readonly decisionId: string;
  readonly decision: Decision;
  readonly reasons: string;
  readonly decidedBy: string;
  readonly dpoAdvice: string;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
  readonly counts: boolean;
  /** Who confirmed so far; complete once it counts. */
  readonly confirmations: readonly PersonId[];
  /** Rejected or taken back before it counted. */
  readonly withdrawn?: { readonly at: Instant; readonly by: PersonId; readonly reasons: string };
};

export type NoticeState = {
  readonly duty: DutyId;
  readonly sentAt: Instant;
  readonly to: string;
  readonly means: string;
  readonly reference: string;
  readonly missing: string;
  readonly late: boolean;
  readonly reasonsForDelay: string;
  readonly notice?: NoticeKind;
  readonly proof?: ProofKind;
  readonly proofText?: string;
  /** When the authority confirmed it with its reference. */
  readonly receivedAt?: Instant;
  readonly recordedAt: Instant;
  readonly by: PersonId;
};

/** What was said last for a field of the notice. */
export type NoticeFieldState = {
  readonly answer: 'said' | 'to-be-determined';
  readonly value: string;
  readonly at: Instant;
  readonly by: PersonId;
};

export type GroupState = {
  readonly group: PersonGroup;
  readonly kind: GroupCount;
  readonly count: string;
  readonly detail: string;
  readonly at: Instant;
  readonly by: PersonId;
};

/** A controller from a list, with the terms of its contract as they were listed last. */
export type ListedController = {
  readonly controller: string;
  readonly name: string;
  readonly contact: string;
  readonly hours?: number;
  readonly confidentiality: string;
  readonly at: Instant;
  readonly by: PersonId;
};

export type AuthorityQuestion = {
  readonly questionId: string;
  readonly duty: DutyId;
  readonly text: string;
  readonly receivedAt: Instant;
  readonly dueBy: Instant;
  readonly answered?: { readonly sentAt: Instant; readonly means: string; readonly proof: string };
};

/** The record of Art. 33(5) GDPR that one duty asks for. */
export type RecordState = {
  readonly duty: DutyId;
  readonly facts: string;
  readonly effects: string;
  readonly remedialAction: string;
  /** When it was last completed. */
  readonly at: Instant;
};

/** A neighbouring regime of this case: what the configuration settled when it was asked, and the last answer. */
export type NeighbourState = {
  readonly neighbour: Neighbour;
  readonly zone: string;
  readonly owedBy: string;
  /** The duty that stands for the open question. */
  readonly question: DutyId;
  readonly askedAt: Instant;
  /** An earlier moment that a duplicate brought after the answer; whoever answers anew has seen it. */
  readonly earlierNamed?: Instant;
  readonly answered?: {
    readonly answer: NeighbourAnswer;
    readonly reasons: string;
    readonly decidedBy: string;
    readonly at: Instant;
    readonly by: PersonId;
  };
};

export type MeasureState = {
  readonly measureId: string;
  readonly text: string;
  readonly dueBy: Instant;
  readonly owner: string;
  readonly finishedAt?: Instant;
  readonly note: string;
  /** Which risk it reduces, and what it came to. */
  readonly against?: string;
  readonly effect?: string;
};

export type PersonQuestion = {
  readonly questionId: string;
  readonly person: PersonId;
  readonly text: string;
  readonly askedAt: Instant;
  readonly askedBy: PersonId;
  readonly answer?: { readonly text: string; readonly at: Instant; readonly authorName: string };
};

/** All that is known of one suspected or confirmed breach, folded from its events. */
export type CaseRecord = {
  /** `erased`: closed, and its content is gone for good; number, dates and duties remain. */
  readonly status: 'open' | 'closed' | 'joined' | 'erased';
  readonly number: CaseNumber;
  readonly closedAt?: Instant;
  /** Kept at least until then, by a decision with reasons. */
  readonly retainUntil?: Instant;
  readonly joinedNumbers: readonly CaseNumber[];
  readonly joinedInto?: { readonly main: CaseId; readonly number: CaseNumber };
  readonly openedAt: Instant;
  readonly reporter: PersonId;
  readonly reporterName: string;
  readonly reporterLanguage: Lang;
  readonly source: ReportSource;
  readonly text: string;
  readonly additions: readonly {
    readonly text: string;
    readonly authorName: string;
    readonly at: Instant;
    readonly by: PersonId;
  }[];
  readonly hints: Hints;
  readonly incident: Facts;
  readonly dataSets: readonly (DataSet & { readonly label: string })[];
  /** Every moment ever named, in the order recorded. */
  readonly times: readonly NamedTime[];
  /** The earliest moment ever named for noticing or being told; the precautionary clock runs from it. */
  readonly earliestNamed: Instant;
  /** Awareness as recorded for a controller, by controller id, once it counts. */
  readonly awareness: Readonly<Record<string, { readonly moment: Instant; readonly decisionId: string }>>;
  readonly risk: 'unlikely' | 'low' | 'risk' | 'high';
  readonly ruleSet: string;
  readonly openFacts: number;
  /** Rules that contradicted each other at the last assessment, by id. No duty is lost by it, but somebody must mend them. */
  readonly contradictingRules: readonly Contradiction[];
  readonly duties: readonly DutyState[];
  readonly decisions: readonly DecisionState[];
  readonly notices: readonly NoticeState[];
  /** What the notices to the authority need and the facts do not hold. Nothing of it moves a duty. */
  readonly noticeFields: Readonly<Partial<Record<NoticeFieldName, NoticeFieldState>>>;
  readonly groups: readonly GroupState[];
  readonly authorityQuestions: readonly AuthorityQuestion[];
  readonly toldInAdvance: readonly {
    readonly duty: DutyId;
    readonly toldAt: Instant;
    readonly spokeWith: string;
    readonly note: string;
  }[];
  /** Whom we process for, as far as a list was read into the case; absent where none was. */
  readonly listedControllers?: readonly ListedController[];
  readonly neighbours: readonly NeighbourState[];
  /** One for each controller that owes one, in the order first completed. */
  readonly records: readonly RecordState[];
  /** What was said for second opinions; shown beside the assessment, and nothing else comes of it. */
  readonly secondOpinions: Readonly<Partial<Record<SecondOpinionMethod, SeverityAnswers>>>;
  readonly measures: readonly MeasureState[];
  readonly questions: readonly PersonQuestion[];
  readonly acknowledged?: { readonly by: PersonId; readonly at: Instant; readonly until: Instant };
  readonly told: readonly { readonly outcome: ReporterOutcome; readonly at: Instant }[];
  readonly excluded: readonly PersonId[];
  /** Texts that were erased, by their place in the register. */
  readonly erasedTexts: readonly { readonly sequence: number; readonly part: string; readonly at: Instant }[];
  /** The moment of the last event that moved the case on; an acknowledgement or a look does not. */
  readonly movedAt: Instant;
  /** When each person last moved the case on. An acknowledgement or a look does not. */
  readonly movedBy?: readonly { readonly by: PersonId; readonly at: Instant }[];
  readonly reopenedTimes: number;
};

export type BreachCase = { readonly status: 'none' } | CaseRecord;

export const none: BreachCase = { status: 'none' };
