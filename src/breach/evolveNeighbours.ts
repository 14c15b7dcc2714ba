// What runs beside the GDPR: the trigger question of each neighbouring regime, its answer, and the reports that follow.
import type { CaseRecord, NeighbourState } from './breachCase.ts';
import { earliest, type Instant } from '../rules/instant.ts';
import { dutyById } from './duties.ts';
import type { BreachEventOf } from './events.ts';
import { ended, newDuty, reopened, withClock, withDuty } from './evolveDuties.ts';

export function recordNeighbourAsked(record: CaseRecord, event: BreachEventOf<'NeighbourAsked'>): CaseRecord {
  const { neighbour, zone, duty, at } = event;
  const asked: NeighbourState = { neighbour, zone, owedBy: duty.owedBy, question: duty.id, askedAt: at };
  return { ...record, neighbours: [...record.neighbours, asked], duties: [...record.duties, newDuty(duty, 'event', event)] };
}

const belongsTo = (recipient: string, { neighbour }: NeighbourState): boolean => recipient.startsWith(`${neighbour.id}/`);

/**
 * „Applies“ and „does not apply“ end the question; „unknown“ opens it again. Where a regime turned out not to apply, its open reports
 * end with the same answer and the same reasons.
 */
export function recordNeighbourAnswered(record: CaseRecord, event: BreachEventOf<'NeighbourAnswered'>): CaseRecord {
  const { answer, reasons, decidedBy, at, by } = event;
  const state = record.neighbours.find(({ neighbour }) => neighbour.id === event.neighbour);
  if (state === undefined) return record;
  const { earlierNamed: _, ...before } = state;
  const answeredNow: NeighbourState = { ...before, answered: { answer, reasons, decidedBy, at, by } };
  const neighbours = record.neighbours.map((known) => (known === state ? answeredNow : known));
  const end = ended({ how: 'answered', at });
  const answered = withDuty({ ...record, neighbours }, state.question, answer.kind === 'unknown' ? reopened : end);
  if (answer.kind !== 'not-applicable') return answered;
  const duties = answered.duties.map((duty) =>
    duty.kind === 'neighbour' && duty.end === undefined && belongsTo(duty.recipient, state) ? end(duty) : duty,
  );
  return { ...answered, duties };
}

/** Opens a report, or opens it again and sets its clock anew; an earlier last moment stays visible. */
export function recordNeighbourStage(record: CaseRecord, event: BreachEventOf<'NeighbourStageOpened'>): CaseRecord {
  const { duty } = event;
  if (dutyById(record, duty.id)) {
    return withDuty(record, duty.id, (known) => withClock(reopened(known), 'event', duty, event));
  }
  return { ...record, duties: [...record.duties, newDuty(duty, 'event', event)] };
}

/** Somebody knew earlier than whoever answered could know. What that moves, the regime says; here it is only kept. */
export function knownEarlier(state: NeighbourState, moment: Instant): NeighbourState {
  const answer = state.answered?.answer;
  if (answer?.kind !== 'applies') return state;
  const isEarlier = moment < answer.startsAt || moment < answer.awareAt;
  return isEarlier ? { ...state, earlierNamed: earliest(moment, state.earlierNamed ?? moment) } : state;
}
