import { retentionEnd, retentionOutcome, retentionPeriod } from '../breach/retention.ts';
import { caseSetting } from '../organisation.ts';
import { TOGGLE_ON } from '../prompt/forms.ts';
import { wordsOf } from '../words/wordsOf.ts';
import { commit, type Committed } from './commit.ts';
import { readCase } from './look.ts';
import type { Filled } from './readForm.ts';
import type { Opened, Turn } from './turn.ts';

/**
 * Erases a closed case and, before it, every duplicate that went on in it: what was reported twice would otherwise stay there. Each under
 * a command id of its own from the same inbound, so that a crash in between is repaired by the repetition.
 */
export async function eraseWithDuplicates(turn: Turn, main: Opened, filled: Filled): Promise<Committed> {
  const order = orderToErase(turn, main, filled);
  if (main.record.status === 'closed' && isDue(turn, main, order.beforeEnd)) {
    const stopped = await eraseDuplicates(turn, main, order);
    if (stopped) return stopped;
  }
  return commit(turn, main.caseId, 'eraseCase', order);
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

/** A duplicate has no retention of its own: nothing of it is erased before its main case may be. */
function isDue({ organisation, now }: Turn, { record }: Opened, beforeEnd: boolean): boolean {
  const end = retentionEnd(record, caseSetting(organisation));
  return beforeEnd || end === undefined || now > end;
}

async function eraseDuplicates(turn: Turn, main: Opened, order: ReturnType<typeof orderToErase>): Promise<Committed | undefined> {
  for (const number of main.record.joinedNumbers) {
    const duplicate = await turn.world.register.findByNumber(number);
    const opened = duplicate === undefined ? undefined : await readCase(turn, duplicate);
    if (opened === undefined || opened.record.status === 'erased') continue;
    const how = { part: `#erase:${number}`, grantedBy: main };
    const done = await commit(turn, opened.caseId, 'eraseCase', { ...order, withMain: main.caseId }, how);
    if (done.outcome !== 'recorded' && done.outcome !== 'nothingNew') return done;
  }
  return undefined;
}
