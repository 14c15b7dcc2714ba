// Tasks that stand for something open around a notice. They are kept as measures are, so that they are recalled and closing waits for
// them; but nobody should read them as steps to remedy the breach.
import type { CaseRecord, MeasureState } from './breachCase.ts';
import { isNoticeTask } from './decideNotices.ts';
import { openMeasures } from './duties.ts';

/** A question of the authority, how a controller is reached, a field to be found out, and the reference of the authority. */
export const NOTICE_TASK_KINDS = ['question', 'controller', 'field', 'reference'] as const;
export type NoticeTaskKind = (typeof NOTICE_TASK_KINDS)[number];

export const noticeTaskKind = (measureId: string): NoticeTaskKind | undefined =>
  isNoticeTask(measureId) ? NOTICE_TASK_KINDS.find((kind) => measureId.startsWith(`notice:${kind}/`)) : undefined;

/** Open measures against the breach itself. */
export const openRemedies = (record: CaseRecord): readonly MeasureState[] =>
  openMeasures(record).filter(({ measureId }) => !isNoticeTask(measureId));

/** How many tasks of one kind are open, and the date of the next of them. */
export type OpenNoticeTasks = { readonly kind: NoticeTaskKind; readonly count: number; readonly dueBy: MeasureState['dueBy'] };

export const openNoticeTasks = (record: CaseRecord): readonly OpenNoticeTasks[] =>
  NOTICE_TASK_KINDS.flatMap((kind) => {
    const dates = openMeasures(record).flatMap(({ measureId, dueBy }) => (noticeTaskKind(measureId) === kind ? [dueBy] : []));
    const [dueBy] = dates.toSorted();
    return dueBy === undefined ? [] : [{ kind, count: dates.length, dueBy }];
  });
