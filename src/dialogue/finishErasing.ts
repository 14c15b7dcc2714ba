import { RegisterUnavailable } from '../ports.ts';
import { finishErasures } from '../reminders/finishErasures.ts';
import type { Committed } from './commit.ts';
import type { Turn } from './turn.ts';

/**
 * After one case, the others that are joined with it. „Erased“ is said only once it is gone everywhere; what cannot be reached now is
 * finished by the same inbound delivered again, or by the next service of the case.
 */
export async function finishErasing(turn: Turn, committed: Committed): Promise<Committed> {
  if (committed.outcome !== 'recorded' && committed.outcome !== 'nothingNew') return committed;
  try {
    const { unreadable } = await finishErasures(turn.world, committed.opened.caseId, turn.now);
    return unreadable.length === 0 ? committed : { outcome: 'notConfirmedYet' };
  } catch (error) {
    if (error instanceof RegisterUnavailable) return { outcome: 'notConfirmedYet' };
    throw error;
  }
}
