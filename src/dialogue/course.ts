import type { CaseId } from '../breach/identifiers.ts';
import { dataSetList } from '../prompt/dataSetList.ts';
import { personName } from '../prompt/caseDetails.ts';
import { decisionsOf } from './access.ts';
import { answerTo } from './answerWith.ts';
import { commit } from './commit.ts';
import { lookAt } from './look.ts';
import type { Prompts, Turn } from './turn.ts';
import type { IntentOf } from './understand.ts';

/** „I am on it“: buys hours once, never silence. */
export async function acknowledge(turn: Turn, { caseId, hours }: IntentOf<'acknowledge'>): Promise<Prompts> {
  return answerTo(turn, await commit(turn, caseId, 'acknowledge', { type: 'Acknowledge', hours }), caseId);
}

export async function tellReporter(turn: Turn, { caseId, outcome }: IntentOf<'tellReporter'>): Promise<Prompts> {
  return answerTo(turn, await commit(turn, caseId, 'tellReporter', { type: 'TellReporter', outcome }), caseId);
}

/** A decider confirms; where a controller names its own decider, only that one. */
export async function confirmDecision(
  turn: Turn,
  { caseId, decision: decisionId }: IntentOf<'confirmDecision'>,
): Promise<Prompts> {
  const committed = await commit(turn, caseId, 'confirmDecision', ({ record }) => {
    const mine = decisionsOf(turn.person, turn.organisation, record).some((decision) => decision.decisionId === decisionId);
    const known = record.decisions.some((decision) => decision.decisionId === decisionId);
    if (known && !mine) return { refused: 'notADecider' };
    return { type: 'ConfirmDecision', decisionId };
  });
  return answerTo(turn, committed, caseId);
}

/** The data sets of the case, and who has a part in each. */
export async function dataSets(turn: Turn, caseId: CaseId): Promise<Prompts> {
  const seen = await lookAt(turn, caseId, 'dataSets');
  return 'refused' in seen ? seen.refused : [dataSetList({ ...seen.opened, organisation: turn.organisation })];
}

/** Who looked at this case, and who tried to. */
export async function looks(turn: Turn, caseId: CaseId): Promise<Prompts> {
  const seen = await lookAt(turn, caseId, 'looks');
  if ('refused' in seen) return seen.refused;
  const { record } = seen.opened;
  const recorded = await turn.world.register.looksAt(caseId);
  const named = recorded.map(({ by, at, what, allowed }) => ({
    name: personName(by, record, turn.organisation),
    at,
    what,
    allowed,
  }));
  return [{ kind: 'looks', caseId, number: record.number, zone: turn.organisation.timeZone, looks: named }];
}
