import { withAssessment } from './assessCase.ts';
import type { CaseRecord } from './breachCase.ts';
import type { BreachCommandOf, CaseSetting } from './commands.ts';
import { metaOf, NOTHING_NEW, refuse, type Decided } from './decided.ts';

/** The main case takes a duplicate in: its earliest moment counts from now on, and both numbers stay. */
export function takeInDuplicate(command: BreachCommandOf<'TakeInDuplicate'>, record: CaseRecord, setting: CaseSetting): Decided {
  const { duplicate, duplicateNumber, earliestNamed } = command;
  if (duplicateNumber === record.number) return refuse('cannotJoinItself');
  if (record.joinedNumbers.includes(duplicateNumber)) return NOTHING_NEW;
  if (earliestNamed > command.at) return refuse('momentInFuture');
  const meta = metaOf(command);
  const joined = { ...meta, type: 'DuplicateJoined', duplicate, duplicateNumber, earliestNamed } as const;
  return withAssessment(record, [joined], setting, meta, 'onlyUp');
}

/** The duplicate goes on under the number of the main case, and every open duty with it. */
export function joinInto(command: BreachCommandOf<'JoinInto'>, record: CaseRecord): Decided {
  const { main, mainNumber } = command;
  if (record.joinedInto) return record.joinedInto.main === main ? NOTHING_NEW : refuse('caseJoined');
  if (mainNumber === record.number) return refuse('cannotJoinItself');
  return [{ ...metaOf(command), type: 'JoinedInto', main, mainNumber }];
}
