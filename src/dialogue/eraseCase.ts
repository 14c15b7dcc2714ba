import { retentionEnd, retentionOutcome, retentionPeriod } from '../breach/retention.ts';
import { caseSetting } from '../organisation.ts';
import { TOGGLE_ON } from '../prompt/forms.ts';
import { CaseUnreadable } from '../register/caseUnreadable.ts';
import { familyOf } from '../reminders/finishErasures.ts';
import { wordsOf } from '../words/wordsOf.ts';
import { commit, type Committed } from './commit.ts';
import { finishErasing } from './finishErasing.ts';
import type { Filled } from './readForm.ts';
import type { Opened, Turn } from './turn.ts';

/**
 * Erases a closed case and then every duplicate that went on in it: what was reported twice would otherwise stay there. A duplicate has no
 * retention of its own and is no case for itself, so whoever may erase the main case erases it along with it.
 */
export async function eraseCase(turn: Turn, main: Opened, filled: Filled): Promise<Committed> {
  const { unreadable } = await familyOf(turn.world.register, main.caseId);
  const [first] = unreadable;
  // A duplicate that cannot be read could not be erased either, and would be forgotten behind an erased case.
  if (first !== undefined) throw new CaseUnreadable(first);
  return finishErasing(turn, await commit(turn, main.caseId, 'eraseCase', orderToErase(turn, main, filled)));
}

function orderToErase({ organisation }: Turn, { record }: Opened, { text }: Filled) {
  const { retention, moment } = wordsOf(organisation.language);
  const setting = caseSetting(organisation);
  const { years, reasons } = retentionPeriod(record, setting);
  const end = retentionEnd(record, setting);
  const until = end === undefined ? '' : moment(end, organisation.timeZone);
  return {
    type: 'EraseCase',
    reasons: text('reasons'),
    retention: retention.recorded(retention.outcomes[retentionOutcome(record)], years, until, reasons),
    beforeEnd: text('beforeEnd') === TOGGLE_ON,
  } as const;
}
