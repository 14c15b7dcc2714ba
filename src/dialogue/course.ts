import type { CaseId } from '../breach/identifiers.ts';
import { wantedUntil } from '../breach/pauseUntil.ts';
import { dataSetList } from '../prompt/dataSetList.ts';
import type { RecordedPrompt } from '../prompt/prompt.ts';
import { addHours } from '../rules/instant.ts';
import { decisionsOf } from './access.ts';
import { answerTo } from './answerWith.ts';
import { commit, type Recorded } from './commit.ts';
import { lookAt } from './look.ts';
import type { Prompts, Turn } from './turn.ts';
import type { IntentOf } from './understand.ts';

/** „I am on it“: buys hours once, never silence. Said is until when, and why that is sooner than asked for. */
export async function acknowledge(turn: Turn, { caseId, hours }: IntentOf<'acknowledge'>): Promise<Prompts> {
  const committed = await commit(turn, caseId, 'acknowledge', { type: 'Acknowledge', hours });
  const answered = answerTo(turn, committed, caseId);
  const paused = committed.outcome === 'recorded' ? pausedBy(turn, committed, hours) : undefined;
  if (paused === undefined) return answered;
  return answered.map((prompt) => (prompt.kind === 'recorded' ? { ...prompt, paused } : prompt));
}

function pausedBy(
  { organisation }: Turn,
  { events }: Recorded,
  hours: number | 'tomorrow',
): NonNullable<RecordedPrompt['paused']> | undefined {
  const event = events.find(({ type }) => type === 'CaseAcknowledged');
  if (event?.type !== 'CaseAcknowledged') return undefined;
  const { at, until } = event;
  const wanted = hours === 'tomorrow' ? wantedUntil('tomorrow', at, organisation.timeZone) : addHours(at, hours);
  return { until, cut: until < wanted };
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
