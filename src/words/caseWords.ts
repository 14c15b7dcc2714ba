// Words that any prompt may need: times, duties, the case, buttons.
import type {
  DecisionKind,
  DutyKind,
  ExceptionGround,
  HintKind,
  NeighbourAnswer,
  ReportSource,
  TimeKind,
} from '../breach/events.ts';
import type { ActionData, Verb } from '../prompt/action.ts';
import type { Part } from '../prompt/dataSetPart.ts';
import type { CaseCardPrompt, DutyRow } from '../prompt/prompt.ts';
import type { Instant } from '../rules/instant.ts';
import type { HintAnswer, Incident, Risk, DutyEndHow, DutyWords } from './wordShapes.ts';

export type CaseWords = {
  readonly moment: (moment: Instant, zone: string) => string;
  readonly momentWithOffset: (moment: Instant, zone: string) => string;
  /** With the day written out: for the last moment in a reminder, where nobody should have to look twice. */
  readonly longMoment: (moment: Instant, zone: string) => string;
  /** The same with the name of the local time and its distance to UTC. */
  readonly longMomentWithOffset: (moment: Instant, zone: string) => string;
  /** A local time as people here type it, for an input that is filled in already. */
  readonly typedMoment: (parts: {
    readonly year: string;
    readonly month: string;
    readonly day: string;
    readonly hour: string;
    readonly minute: string;
  }) => string;
  /** The same with its distance to UTC, the way the bot reads it back: to choose between two times of the same name. */
  readonly typedMomentWithOffset: (moment: Instant, zone: string) => string;
  readonly momentPlaceholder: string;
  /** For somebody whose own clock shows another time. */
  readonly typedInZone: (zone: string) => string;
  /** Hours to a deadline; negative when it is past. */
  readonly hoursLeft: (hours: number) => string;

  readonly duties: Readonly<Record<DutyKind, DutyWords>>;
  readonly statuses: Readonly<Record<DutyRow['status'], string>>;
  readonly recipient: (kind: DutyKind, id: string) => string;
  readonly ends: Readonly<Record<DutyEndHow, (kind: DutyKind, at: string) => string>>;
  /** Who owes it: the controller, or for the word to the controller (Art. 33(2) GDPR) the processor. */
  readonly owedBy: (kind: DutyKind, name: string) => string;
  readonly to: (recipient: string) => string;
  readonly dueBy: (moment: string, left: string | undefined) => string;
  readonly withoutDelay: string;
  /** Near the last moment of a notice: it may go although it lacks something. */
  readonly sendIncomplete: string;
  /** Of practice, where the law names no last moment for what follows. */
  readonly target: (moment: string) => string;
  readonly noStatutoryPeriod: string;
  readonly basis: Readonly<Record<DutyRow['basis'], (start: string) => string>>;
  readonly earlierDeadline: (moment: string) => string;
  /** What runs beside the GDPR. */
  readonly neighbours: {
    /** In the place of a status, and of a last moment, while its question is open. */
    readonly notAnswered: string;
    readonly answerSoon: string;
    readonly owed: string;
    readonly heading: string;
    readonly startsAt: string;
    readonly answers: Readonly<Record<NeighbourAnswer['kind'], string>>;
  };

  readonly caseStatuses: Readonly<Record<CaseCardPrompt['status'], string>>;
  readonly risks: Readonly<Record<Risk, string>>;
  readonly riskWhileOpen: (risk: Risk) => string;
  readonly incidents: Readonly<Record<Incident, string>>;
  readonly incidentUnknown: string;
  readonly hintQuestions: Readonly<Record<HintKind, string>>;
  readonly hintNames: Readonly<Record<HintKind, string>>;
  readonly hintAnswers: { readonly [K in HintKind]: Readonly<Record<HintAnswer<K>, string>> };
  readonly decisions: Readonly<Record<DecisionKind, string>>;
  readonly grounds: Readonly<Record<ExceptionGround, string>>;
  readonly times: Readonly<Record<TimeKind, string>>;
  readonly sources: Readonly<Record<ReportSource['by'], string>>;
  /** Our part in a data set. */
  readonly roles: Readonly<Record<Part, string>>;
  /** Choices of forms that are no answer of the case itself, by id (`all` duties, a `new` data set). */
  readonly specialChoices: Readonly<Record<string, string>>;
  /** As it was named; the first one until then. */
  readonly dataSetName: (label: string) => string;
  readonly drill: string;
  readonly labels: {
    readonly state: string;
    readonly reported: string;
    readonly noticed: string;
    readonly risk: string;
    readonly openFacts: string;
    readonly measures: string;
    readonly awaiting: string;
    readonly joinedNumbers: string;
    readonly mainNumber: string;
    readonly onIt: string;
    readonly asOf: string;
    readonly contact: string;
    readonly ruleSet: string;
    readonly why: string;
    readonly recordedAt: string;
    /** Of a closed case: until when it is kept. */
    readonly retainedUntil: string;
    /** The last hash of the chain. Named so that nobody is frightened by it. */
    readonly head: string;
  };
  /** The check value with the number of entries it stands for. */
  readonly head: (hash: string, entries: number) => string;
  /** Under it on the receipt, for somebody who wonders what it is. */
  readonly headMeans: string;
  /** Of an erased case; `leftOn` also after one text was erased. */
  readonly erased: {
    readonly means: string;
    readonly keptOn: (platforms: readonly string[]) => string;
    readonly leftOn: (platforms: readonly string[]) => string;
  };
  readonly platforms: Readonly<Record<string, string>>;
  readonly endOfYear: (year: string) => string;
  readonly openFacts: (count: number) => string;
  readonly awaitingConfirmation: (count: number) => string;
  /** `name` is that of the configuration, where it is known. */
  readonly onItUntil: (moment: string, name: string | undefined) => string;
  readonly nobodyOnIt: string;
  /** Two of our rules contradict each other on the facts of this case. */
  readonly rulesContradict: string;
  readonly dutiesHeading: string;
  readonly noDuties: string;

  readonly buttons: Readonly<Record<Verb, (data: ActionData) => string>>;
  /** A further button beside „I am on it“: how long alone. */
  readonly pauseFurther: (hours: string) => string;
  readonly addTo: (number: string) => string;
  readonly open: (number: string) => string;
  readonly newReport: string;
  readonly unknownAnswer: string;
  readonly readAndDecide: string;
  /** A decider does not confirm. */
  readonly reject: string;
  readonly moreSteps: string;
  readonly cancel: string;
};
