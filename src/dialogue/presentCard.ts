import type { CaseId } from '../breach/identifiers.ts';
import type { Lang } from '../law/sources.ts';
import { caseCard } from '../prompt/caseCard.ts';
import type { CaseCardPrompt } from '../prompt/prompt.ts';
import type { Inbound } from './inbound.ts';
import { permission, readIfPossible } from './look.ts';
import { type DialogueWorld, headOf, turnOf } from './turn.ts';

/**
 * The card of a case as it stands now, for somebody who looks at an older one in the channel of the office. It says no more than what
 * stands in that channel anyway, so it is no look; undefined for whoever may not open the case. May throw RegisterUnavailable.
 */
export async function presentCard(
  inbound: Inbound,
  caseId: CaseId,
  world: DialogueWorld,
): Promise<{ readonly language: Lang; readonly prompt: CaseCardPrompt } | undefined> {
  const turn = turnOf(inbound, world);
  const opened = await readIfPossible(turn, caseId);
  if (!opened || !permission(turn, 'openCase', opened).may) return undefined;
  const { organisation, now: asOf, language } = turn;
  const beside = { organisation, asOf, head: headOf(opened), keptOn: world.keptOn ?? [] };
  return { language, prompt: caseCard({ caseId, record: opened.record, ...beside }) };
}
