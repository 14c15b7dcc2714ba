// When a measure is recalled, or a task that stands for something open around a notice.
import type { CaseRecord } from '../breach/breachCase.ts';
import type { NoticeTaskKind } from '../breach/noticeTasks.ts';
import type { CadenceKind, Organisation } from '../organisation.ts';
import type { Instant } from '../rules/instant.ts';
import { cadenceOf } from './cadence.ts';
import { holdingOf, OTHERS } from './held.ts';
import { type StepSeries, stepSeries } from './stepSeries.ts';

const CADENCE_OF: Readonly<Record<NoticeTaskKind, CadenceKind>> = {
  question: 'authority-question',
  field: 'measure',
  reference: 'measure',
  controller: 'measure',
};

/** Around its date. The date an authority set is a last moment too: within a day of it nothing waits for the morning. */
export function taskSeries(
  known: { readonly record: CaseRecord; readonly organisation: Organisation },
  kind: NoticeTaskKind | undefined,
  dueBy: Instant,
): StepSeries {
  const { record, organisation } = known;
  const cadence = cadenceOf(kind === undefined ? 'measure' : CADENCE_OF[kind], organisation.cadence);
  const { pause, deferral } = holdingOf(known, OTHERS);
  const ahead = { at: Date.parse(dueBy), knownSince: Date.parse(record.openedAt) };
  const waits = deferral && kind === 'question' ? { ...deferral, deadlines: [...deferral.deadlines, ahead] } : deferral;
  return stepSeries(cadence, { startsAt: dueBy, since: record.movedAt }, { pause, deferral: waits });
}
