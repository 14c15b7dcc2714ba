import type { CaseRecord, DecisionState, NeighbourState, NoticeState } from '../breach/breachCase.ts';
import { dutyById } from '../breach/duties.ts';
import type { CaseId, PersonId } from '../breach/identifiers.ts';
import type { Instant } from '../rules/instant.ts';
import { answeredFacts } from './answeredFacts.ts';
import { caseCard, type ChainHead, dutyUnder, type PromptSetting } from './caseCard.ts';
import { dataSetRows } from './dataSetList.ts';
import { decidedAwareness } from './decidedAwareness.ts';
import { detailActions } from './detailActions.ts';
import type { Text } from '../law/sources.ts';
import type { Neighbour } from '../rules/neighbours/neighbour.ts';
import { neighbourLabel, neighbourQuestion, variantChoices } from './neighbourLabel.ts';
import type { CaseDetailsPrompt } from './prompt.ts';

/** A setting that also knows the people by name. */
export type PeopleSetting = PromptSetting & { readonly persons: readonly { readonly id: PersonId; readonly name: string }[] };

/** A person by name where the configuration or the case knows one. */
export function personName(person: PersonId, record: CaseRecord | undefined, { persons }: PeopleSetting): string {
  const configured = persons.find(({ id }) => id === person)?.name;
  return configured ?? (record?.reporter === person ? record.reporterName : person);
}

/** The whole case with its text, for the one person who opened it. */
export function caseDetails(of: {
  readonly caseId: CaseId;
  readonly record: CaseRecord;
  readonly organisation: PeopleSetting;
  readonly asOf: Instant;
  readonly head?: ChainHead | undefined;
  readonly keptOn?: readonly string[];
}): CaseDetailsPrompt {
  const { caseId, record, organisation } = of;
  const { text, reporterName, source, additions, hints, measures, number } = record;
  return {
    kind: 'caseDetails',
    caseId,
    number,
    zone: organisation.timeZone,
    card: caseCard(of),
    ...{ text, reporterName, source, additions, hints, measures },
    dataSets: dataSetRows(record, organisation),
    // Of an erased case nobody can say any more which answer it was.
    answers: record.status === 'erased' ? [] : answeredFacts(record),
    times: record.times.map(({ time, moment, source: from, reasons }) => ({ time, moment, source: from, reasons })),
    decisions: record.decisions.map((state) => decision(state, organisation)),
    ...(record.neighbours.length > 0 ? { neighbours: record.neighbours.map(neighbour) } : {}),
    notices: record.notices.map((each) => notice(each, record, organisation)),
    records: records(record, organisation),
    questions: questions(record, organisation),
    actions: detailActions({ caseId, record }),
  };
}

function records(record: CaseRecord, { controllers }: PeopleSetting): CaseDetailsPrompt['records'] {
  return record.records.map(({ duty, facts, effects, remedialAction }) => {
    const owedBy = dutyById(record, duty)?.owedBy;
    const name = controllers.find(({ id }) => id === owedBy)?.name ?? owedBy;
    const isTold = name !== undefined && (controllers.length > 1 || record.records.length > 1);
    return { ...(isTold ? { controllerName: name } : {}), facts, effects, remedialAction };
  });
}

function decision(state: DecisionState, organisation: PeopleSetting): CaseDetailsPrompt['decisions'][number] {
  const { decisionId, reasons, decidedBy, dpoAdvice, recordedAt: at, counts } = state;
  const ground = state.decision.kind === 'exception' ? { ground: state.decision.ground } : {};
  const awareness = state.decision.kind === 'awareness' ? { awareness: decidedAwareness(state.decision, organisation) } : {};
  return { decisionId, kind: state.decision.kind, ...ground, ...awareness, reasons, decidedBy, dpoAdvice, at, counts };
}

function variantSaid(of: Neighbour, variant: string | undefined): { readonly variant?: Text } {
  const named = variantChoices(of).find(({ id }) => id === variant);
  return named === undefined ? {} : { variant: named.label };
}

function neighbour({ neighbour: of, answered }: NeighbourState): NonNullable<CaseDetailsPrompt['neighbours']>[number] {
  const question = neighbourQuestion(of);
  if (answered === undefined) return { question, reasons: '', decidedBy: '' };
  const { answer, reasons, decidedBy } = answered;
  return {
    question,
    answer: answer.kind,
    ...(answer.kind === 'applies' ? { startsAt: answer.startsAt, ...variantSaid(of, answer.variant) } : {}),
    reasons,
    decidedBy,
  };
}

function notice(state: NoticeState, record: CaseRecord, setting: PeopleSetting): CaseDetailsPrompt['notices'][number] {
  const { sentAt, to, means, reference, missing, late, reasonsForDelay } = state;
  const duty = dutyById(record, state.duty);
  if (!duty) throw new RangeError('A notice was recorded for a duty that the case does not have.');
  const label = neighbourLabel(duty, setting.neighbours ?? []);
  const under = dutyUnder(duty, record, setting);
  const of = { ...(label !== undefined && { neighbour: label }), ...(under !== undefined && { under }) };
  return { duty: duty.kind, ...of, sentAt, to, means, reference, missing, late, reasonsForDelay };
}

const questions = (record: CaseRecord, organisation: PeopleSetting): CaseDetailsPrompt['questions'] =>
  record.questions.map(({ person, text, askedAt, answer }) => ({
    personName: personName(person, record, organisation),
    text,
    askedAt,
    ...(answer ? { answer: { text: answer.text, authorName: answer.authorName } } : {}),
  }));
