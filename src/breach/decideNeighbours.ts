import type { CaseRecord, NeighbourState } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting, Refusal } from './commands.ts';
import { metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';
import type { BreachEventOf, NeighbourAnswer } from './events.ts';
import { evolve } from './evolve.ts';
import { isSaidElsewhere, opensNextStages, periodInForce, periodOfVariant, startInForce } from './neighbourCourse.ts';
import { clockStart } from './times.ts';

type Answered = BreachCommandOf<'AnswerNeighbour'>;

/**
 * Whether a neighbouring regime applies. „Applies“ names the moment its clock starts; „does not apply“ needs reasons and who decided
 * so; „unknown“ is kept and leaves the question open.
 */
export function answerNeighbour(command: Answered, record: CaseRecord, setting: CaseSetting): Decided {
  const state = record.neighbours.find(({ neighbour }) => neighbour.id === command.neighbour);
  if (state === undefined || isSaidElsewhere(state, record, setting)) return refuse('noSuchNeighbour');
  const said = { ...command, reasons: command.reasons.trim(), decidedBy: command.decidedBy.trim() };
  if (isSame(said, state)) return NOTHING_NEW;
  const refusal = refusalOf(said, state);
  if (refusal) return refusal;
  const meta = metaOf(command);
  const { neighbour, reasons, decidedBy } = said;
  const answer = withAwareness(said.answer, state, record);
  const answered: BreachEventOf<'NeighbourAnswered'> = {
    ...meta,
    type: 'NeighbourAnswered',
    neighbour,
    answer,
    reasons,
    decidedBy,
  };
  const after = evolve(record, answered);
  return after.status === 'none' ? [answered] : [answered, ...opensNextStages(state, after, meta)];
}

function isSame({ answer, reasons, decidedBy }: Answered, state: NeighbourState): boolean {
  const { answered } = state;
  if (answered === undefined || answered.reasons !== reasons || answered.decidedBy !== decidedBy) return false;
  // Said again after a duplicate moved it, the same moment is a new answer: it insists.
  const isSameStart = answer.kind !== 'applies' || startInForce(state) === answer.startsAt;
  return answered.answer.kind === answer.kind && isSameStart && variantOf(answered.answer) === variantOf(answer);
}

const variantOf = (answer: Answered['answer'] | NeighbourAnswer): string | undefined =>
  answer.kind === 'applies' ? answer.variant : undefined;

/** A later start, or a variant with more time, moves a deadline back; and that is never done without a word. */
function givesMoreTime(answer: Extract<Answered['answer'], { readonly kind: 'applies' }>, state: NeighbourState): boolean {
  const before = startInForce(state);
  if (before === undefined) return false;
  return answer.startsAt > before || (periodOfVariant(state, answer.variant) ?? 0) > (periodInForce(state) ?? 0);
}

function refusalOf({ answer, reasons, decidedBy, at }: Answered, state: NeighbourState): Refusal | undefined {
  if (answer.kind === 'not-applicable') {
    if (reasons === '') return refuse('reasonsMissing');
    return decidedBy === '' ? refuse('deciderMissing') : undefined;
  }
  const before = startInForce(state);
  // Reports may be open already, and „nobody knows“ ends none of them.
  if (answer.kind === 'unknown') return before === undefined ? undefined : refuse('unknownAnswer');
  if (answer.startsAt > at) return refuse('momentInFuture');
  if (answer.variant !== undefined && periodOfVariant(state, answer.variant) === undefined) return refuse('unknownAnswer');
  return givesMoreTime(answer, state) && reasons === '' ? refuse('reasonsMissing') : undefined;
}

/** Awareness as the case knows it: recorded, or else the earliest named moment, which can only bring a report forward. */
const withAwareness = (answer: Answered['answer'], { owedBy }: NeighbourState, record: CaseRecord): NeighbourAnswer =>
  answer.kind === 'applies' ? { ...answer, awareAt: clockStart(record, owedBy) } : answer;
