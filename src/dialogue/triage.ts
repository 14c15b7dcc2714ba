import { assessCase, assessmentInput } from '../breach/assessCase.ts';
import type { CaseId } from '../breach/identifiers.ts';
import { caseSetting } from '../organisation.ts';
import { LONGEST_INPUT } from '../prompt/form.ts';
import { answeredFacts, unaskedFacts } from '../prompt/answeredFacts.ts';
import { assessmentPrompt } from '../prompt/assessmentPrompt.ts';
import type { FieldFault, FormValues } from '../prompt/prompt.ts';
import { question } from '../prompt/question.ts';
import { nextQuestion } from '../rules/nextQuestion.ts';
import { FACTS } from '../rules/facts.ts';
import { answerTo, goOn } from './answerWith.ts';
import { commit, type Committed } from './commit.ts';
import { lookAt } from './look.ts';
import type { Opened, Prompts, Turn } from './turn.ts';
import type { IntentOf, NamedFact } from './understand.ts';

/** The next question that can still change a duty, or the assessment when nothing is left to ask. */
function whatNext(turn: Turn, opened: Opened): Prompts {
  const asked = nextQuestion(assessmentInput(opened.record, caseSetting(turn.organisation)));
  return asked ? [question({ ...opened, organisation: turn.organisation, ...asked })] : assessed(turn, opened);
}

/** What the rules say of the case as it stands. */
export function assessed(turn: Turn, opened: Opened): Prompts {
  const assessment = assessCase(opened.record, caseSetting(turn.organisation));
  return [assessmentPrompt({ ...opened, assessment, organisation: turn.organisation, asOf: turn.now })];
}

export async function triage(turn: Turn, caseId: CaseId): Promise<Prompts> {
  const seen = await lookAt(turn, caseId, 'triage');
  return 'refused' in seen ? seen.refused : whatNext(turn, seen.opened);
}

export async function assessment(turn: Turn, caseId: CaseId): Promise<Prompts> {
  const seen = await lookAt(turn, caseId, 'assessment');
  return 'refused' in seen ? seen.refused : assessed(turn, seen.opened);
}

export async function chooseFact(turn: Turn, caseId: CaseId): Promise<Prompts> {
  const seen = await lookAt(turn, caseId, 'factList');
  if ('refused' in seen) return seen.refused;
  const { record } = seen.opened;
  const listed = { answers: answeredFacts(record), unasked: unaskedFacts(record) };
  return [{ kind: 'factList', caseId, number: record.number, zone: turn.organisation.timeZone, ...listed }];
}

/** The answer that stands, and in which data set; a case with one data set need not name it. */
function standing({ record }: Opened, { fact, dataSet }: NamedFact): { readonly dataSet?: string; readonly before?: string } {
  if (FACTS[fact].scope === 'incident') return withBefore({}, record.incident[fact]);
  const [only, ...others] = record.dataSets;
  const meant = dataSet === undefined && others.length === 0 ? only : record.dataSets.find(({ id }) => id === dataSet);
  return meant ? withBefore({ dataSet: meant.id }, meant.facts[fact]) : {};
}

const withBefore = <T extends object>(place: T, before: string | undefined) =>
  before === undefined ? place : { ...place, before };

/** That question again, with what was answered; reasons are asked for where an answer is to be corrected. */
function askAgain(
  turn: Turn,
  opened: Opened,
  named: NamedFact,
  values: FormValues = {},
  faults: readonly FieldFault[] = [],
): Prompts {
  const place = standing(opened, named);
  return [question({ ...opened, organisation: turn.organisation, fact: named.fact, ...place, values, faults })];
}

export async function openFact(turn: Turn, named: NamedFact): Promise<Prompts> {
  const seen = await lookAt(turn, named.caseId, 'triage');
  return 'refused' in seen ? seen.refused : askAgain(turn, seen.opened, named);
}

const orderOf = ({ fact, dataSet }: NamedFact, answer: string, reasons: string) =>
  ({
    type: 'AnswerFact',
    fact,
    answer,
    ...(dataSet === undefined ? {} : { dataSet }),
    ...(reasons === '' ? {} : { reasons }),
  }) as const;

export async function answerFact(turn: Turn, intent: IntentOf<'answerFact'>): Promise<Prompts> {
  const committed = await commit(turn, intent.caseId, 'answerFact', orderOf(intent, intent.answer, ''));
  return afterAnswer(turn, committed, intent, { answer: intent.answer });
}

export async function correctFact(turn: Turn, intent: IntentOf<'correctFact'>): Promise<Prompts> {
  const { answer, reasons } = intent;
  if (reasons.length > LONGEST_INPUT.longText) {
    const seen = await lookAt(turn, intent.caseId, 'correctFact');
    const tooLong = { field: 'reasons', fault: 'tooLong' } as const;
    return 'refused' in seen ? seen.refused : askAgain(turn, seen.opened, intent, { answer, reasons }, [tooLong]);
  }
  const committed = await commit(turn, intent.caseId, 'correctFact', orderOf(intent, answer, reasons));
  return afterAnswer(turn, committed, intent, { answer, reasons });
}

/** A different answer to what is answered already corrects it: then the reasons are asked for, and nothing typed is lost. */
async function afterAnswer(turn: Turn, committed: Committed, named: NamedFact, values: FormValues): Promise<Prompts> {
  if (committed.outcome === 'recorded') return goOn(turn, committed, 'triage', (opened) => whatNext(turn, opened));
  if (committed.outcome === 'nothingNew') return triage(turn, named.caseId);
  const fault = committed.outcome === 'refused' ? faultOf(committed.refusal.refused) : undefined;
  if (!fault || committed.outcome !== 'refused') return answerTo(turn, committed, named.caseId);
  const seen = await lookAt(turn, named.caseId, 'triage');
  return 'refused' in seen ? seen.refused : askAgain(turn, seen.opened, named, values, [fault]);
}

function faultOf(refused: string): FieldFault | undefined {
  if (refused === 'reasonsMissing') return { field: 'reasons', fault: 'missing' };
  return refused === 'unknownAnswer' ? { field: 'answer', fault: 'chooseOne' } : undefined;
}
