import type { CaseNumber } from '../breach/identifiers.ts';
import type { Refusal } from '../breach/commands.ts';
import { dutyRows } from '../prompt/caseCard.ts';
import type { Action } from '../prompt/action.ts';
import type { RefusalPrompt } from '../prompt/prompt.ts';
import type { Opened, Turn } from './turn.ts';

type More = {
  readonly given?: readonly string[];
  readonly number?: CaseNumber;
  readonly duties?: RefusalPrompt['duties'];
  readonly actions?: readonly Action[];
};

/** A polite no; the words say what happened, what it means and what to do, the contact whom to ask. */
export function refuse(
  turn: Turn,
  reason: RefusalPrompt['reason'],
  { number, given = [], duties = [], actions = [] }: More = {},
): RefusalPrompt {
  const { contactPoint, timeZone } = turn.organisation;
  return {
    kind: 'refusal',
    reason,
    ...(number === undefined ? {} : { number }),
    ...(given.length === 0 ? {} : { given }),
    duties,
    zone: timeZone,
    contact: contactPoint,
    actions,
  };
}

/** What the case itself refused, with the duties that stand in the way and the steps that lead on. */
export function refuseFor(
  turn: Turn,
  refusal: Refusal,
  opened: Opened | undefined,
  actions: readonly Action[] = [],
  given: readonly string[] = [],
): RefusalPrompt {
  if (!opened) return refuse(turn, refusal.refused, { actions, given });
  const inTheWay = refusal.open ?? [];
  const duties = dutyRows(opened.record, turn.organisation, turn.now).filter((row) => inTheWay.includes(row.id));
  return refuse(turn, refusal.refused, { number: opened.record.number, duties, actions, given });
}
