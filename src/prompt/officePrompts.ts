// What one person of the data protection office opens for themselves, and the list the management sees.
import type {
  DutyId,
  DecisionKind,
  DutyKind,
  ExceptionGround,
  Hints,
  NeighbourAnswer,
  ReportSource,
  TimeKind,
} from '../breach/events.ts';
import type { CaseId, CaseNumber } from '../breach/identifiers.ts';
import type { Citation, Text } from '../law/sources.ts';
import type { Instant } from '../rules/instant.ts';
import type { Contradiction } from '../rules/contradictions.ts';
import type { SecondOpinion } from '../rules/severity/secondOpinion.ts';
import type { NeighbourLabel } from './neighbourLabel.ts';
import type { Action, FormKind } from './action.ts';
import type { Part } from './dataSetPart.ts';
import type { FieldName, FormInput } from './form.ts';
import type { CaseReference, DutyRow, FieldFault, FormValues, Warning } from './promptParts.ts';
import type { CaseCardPrompt, DecidedAwareness } from './channelPrompts.ts';

/** The whole case, opened by a press, for that person alone. */
export type CaseDetailsPrompt = CaseReference & {
  readonly kind: 'caseDetails';
  readonly card: CaseCardPrompt;
  readonly text: string;
  readonly reporterName: string;
  readonly source: ReportSource;
  readonly additions: readonly { readonly text: string; readonly authorName: string; readonly at: Instant }[];
  readonly hints: Hints;
  readonly dataSets: readonly DataSetRow[];
  readonly answers: readonly AnsweredFact[];
  readonly times: readonly {
    readonly time: TimeKind;
    readonly moment: Instant;
    readonly source: string;
    readonly reasons: string;
  }[];
  readonly decisions: readonly {
    readonly decisionId: string;
    readonly kind: DecisionKind;
    readonly ground?: ExceptionGround;
    readonly awareness?: DecidedAwareness;
    readonly reasons: string;
    readonly decidedBy: string;
    readonly dpoAdvice: string;
    readonly at: Instant;
    readonly counts: boolean;
  }[];
  /** Neighbouring regimes this case was asked about; absent where the configuration names none. */
  readonly neighbours?: readonly {
    readonly question: Text;
    /** Absent until somebody said something. */
    readonly answer?: NeighbourAnswer['kind'];
    readonly startsAt?: Instant;
    /** Which of several periods, where the regime knows several and somebody said so. */
    readonly variant?: Text;
    readonly reasons: string;
    readonly decidedBy: string;
  }[];
  readonly notices: readonly {
    readonly duty: DutyKind;
    readonly under?: Text;
    readonly neighbour?: NeighbourLabel;
    readonly sentAt: Instant;
    readonly to: string;
    readonly means: string;
    readonly reference: string;
    readonly missing: string;
    readonly late: boolean;
    readonly reasonsForDelay: string;
  }[];
  /** One for each controller that owes one; named where there are several controllers. */
  readonly records: readonly {
    readonly controllerName?: string;
    readonly facts: string;
    readonly effects: string;
    readonly remedialAction: string;
  }[];
  readonly measures: readonly {
    readonly measureId: string;
    readonly text: string;
    readonly dueBy: Instant;
    readonly owner: string;
    readonly finishedAt?: Instant;
    readonly note: string;
  }[];
  readonly questions: readonly {
    readonly personName: string;
    readonly text: string;
    readonly askedAt: Instant;
    readonly answer?: { readonly text: string; readonly authorName: string };
  }[];
  readonly actions: readonly Action[];
};

/** A data set, and who has a part in it. */
export type DataSetRow = {
  readonly dataSet: string;
  /** Empty for the first one as long as nobody has named it; so wherever a data set is labelled. */
  readonly label: string;
  readonly controllerName: string;
  readonly part: Part;
  /** The other joint controllers, by name. */
  readonly jointWith: readonly string[];
  /** Who notifies by their arrangement, by name. */
  readonly notifier?: string;
  /** The processor we work for, by name. */
  readonly worksFor?: string;
  /** Where the persons concerned live: a country, in Germany with the Land. */
  readonly residence: readonly string[];
  /** The law of these data, where it is not that of the controller. */
  readonly law?: Text;
};

export type DataSetListPrompt = CaseReference & {
  readonly kind: 'dataSetList';
  readonly dataSets: readonly DataSetRow[];
  readonly mayChange: boolean;
};

export type AnsweredFact = {
  readonly fact: string;
  readonly dataSet?: string;
  readonly dataSetLabel?: string;
  readonly question: Text;
  readonly answer: Text;
};

export type UnaskedFact = Omit<AnsweredFact, 'answer'>;

export type CaseListPrompt = { readonly kind: 'caseList'; readonly cases: readonly CaseCardPrompt[]; readonly zone: string };

/** One question of the triage. */
export type QuestionPrompt = CaseReference & {
  readonly kind: 'question';
  readonly fact: string;
  readonly dataSet?: string;
  /** Named where the case has more than one data set. */
  readonly dataSetLabel?: string;
  readonly question: Text;
  readonly help: Text;
  readonly why: Text;
  readonly cites: readonly Citation[];
  readonly choices: readonly { readonly answer: string; readonly label: Text }[];
  readonly mayBeUnknown: boolean;
  /** An act of an authority: none of the questions that are counted, somebody chose to record it. */
  readonly unasked?: true;
  /** How many facts can still change a duty, this one included. */
  readonly open: number;
  /** The answer given before; set when it is being corrected, and then reasons are asked for. */
  readonly before?: string;
  readonly faults: readonly FieldFault[];
  readonly values: FormValues;
};

export type FactListPrompt = CaseReference & {
  readonly kind: 'factList';
  readonly answers: readonly AnsweredFact[];
  /** What nobody is asked for and can be recorded as soon as it happens. */
  readonly unasked: readonly UnaskedFact[];
};

export type AssessmentPrompt = CaseReference & {
  readonly kind: 'assessment';
  readonly ruleSet: string;
  readonly risk: 'unlikely' | 'low' | 'risk' | 'high';
  readonly openFacts: number;
  /** Whether we are controller or processor is not settled for some of the data; both roles' duties are presumed meanwhile. */
  readonly isRoleOpen: boolean;
  /** Answers that cannot all be true; each is warned of, and the assessment stands on them until somebody mends them. */
  readonly contradictions: readonly {
    readonly says: Text;
    /** Named where the case has more than one data set. */
    readonly dataSetLabel?: string;
  }[];
  /** Rules that contradict each other on these facts, by id. */
  readonly contradictingRules: readonly Contradiction[];
  /** What to know beside the duties; nothing is owed because of it. */
  readonly hints: readonly { readonly says: Text; readonly cites: readonly Citation[] }[];
  /** Each method compared with the rules; none of them can bring or take a duty. */
  readonly opinions: readonly SecondOpinion[];
  /** Whether what a method still lacks may be said now. */
  readonly mayAnswerOpinions: boolean;
  readonly duties: readonly (DutyRow & {
    /** Art. 34(3)(c) GDPR: by a public communication instead of one by one. */
    readonly publicly?: true;
    /** Where Reg. 1182/71 would let the hours of an act of the Union end; shown for information, never reminded by. */
    readonly hourReading?: Instant;
    readonly because: readonly {
      readonly mark: 'holds' | 'fails' | 'open';
      readonly says: Text;
      readonly cites: readonly Citation[];
      /** Where the reasons of another data set begin, in a case that has several. */
      readonly dataSetLabel?: string;
    }[];
  })[];
  readonly actions: readonly Action[];
};

export type FormField = {
  readonly name: FieldName;
  readonly input: FormInput;
  readonly required: boolean;
  /** For `choice` and `choices`: the ids; the card's words know those of the form, `label` carries the others (a duty, a person). */
  readonly choices?: readonly { readonly id: string; readonly label?: Text }[];
  /** Something to know beside the hint, only where the case has it: an incomplete final report counts as a progress report. */
  readonly beside?: 'progressReport';
};

export type FormPrompt = {
  readonly kind: 'form';
  readonly form: FormKind;
  /** Absent only for `onBehalf`, which opens a case. */
  readonly caseId?: CaseId;
  readonly number?: CaseNumber;
  readonly zone: string;
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly faults: readonly FieldFault[];
  /** Said above the fields where it holds. */
  readonly warnings: readonly Warning[];
  /** Only for awareness: the earliest moment that can be defended. It fills the field and binds nobody. */
  readonly proposal?: AwarenessProposalShown;
  /** Only where it is about how long the case is kept. */
  readonly retention?: { readonly until: Instant; readonly reasons: string };
};

/** `basis`: what of the case it rests on, and who said so. */
export type AwarenessProposalShown = {
  readonly moment: Instant;
  readonly says: Text;
  readonly cites: readonly Citation[];
  readonly basis?: { readonly time: TimeKind; readonly source: string };
  readonly warnings: readonly { readonly says: Text; readonly cites: readonly Citation[] }[];
};

/** What management sees: number, duty and time. */
export type DutyListPrompt = {
  readonly kind: 'dutyList';
  readonly zone: string;
  readonly cases: readonly { readonly number: CaseNumber; readonly duties: readonly DutyRow[] }[];
};

/** Who looked, the latest first, in pages; at one case, or at what belongs to no single one. */
export type LooksPrompt = Partial<Pick<CaseReference, 'caseId' | 'number'>> & {
  readonly kind: 'looks';
  readonly zone: string;
  readonly looks: readonly { readonly name: string; readonly at: Instant; readonly what: string; readonly allowed: boolean }[];
  /** Counts from 1. */
  readonly page: number;
  readonly pages: number;
};

/** What an export holds: one case, only the draft of a notice for this `duty` of it, or what was reported in a span of days (`2026-03-27`, both included). */
export type ExportScopeShown = {
  readonly number?: CaseNumber;
  readonly caseId?: CaseId;
  readonly duty?: DutyId;
  readonly from?: string;
  readonly until?: string;
};

/**
 * Where an export can be fetched, once and for a short time, and the code that is asked for there. For this person alone, and nowhere it would be
 * kept: link and code together are the file.
 */
export type ExportOfferPrompt = {
  readonly kind: 'exportOffer';
  readonly scope: ExportScopeShown;
  readonly url: string;
  readonly code: string;
  readonly until: Instant;
  readonly zone: string;
};

/** The export lies in the channel of the data protection office. */
export type ExportPostedPrompt = { readonly kind: 'exportPosted'; readonly scope: ExportScopeShown };

/** What a search found: the form again as it was filled in, and the cases this person may see, newest number first. */
export type SearchResultPrompt = {
  readonly kind: 'searchResult';
  readonly form: FormPrompt;
  readonly cases: readonly CaseCardPrompt[];
  readonly zone: string;
  /** Where there may be more: the number the next page begins before. */
  readonly before?: CaseNumber;
};
