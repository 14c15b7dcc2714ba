import type { CaseRecord } from '../../breach/breachCase.ts';
import { assessCase } from '../../breach/assessCase.ts';
import type { DutyId } from '../../breach/events.ts';
import { citeAll } from '../../law/sources.ts';
import type { TraceStep } from '../../rules/assess.ts';
import type { PaperSetting } from './paperSetting.ts';

const MARKS: Readonly<Record<TraceStep['mark'], string>> = { holds: '✓', fails: '✗', open: '?' };
/** As many as a page holds beside reasons of usual length. */
const MOST_STEPS = 8;

/** What the rules looked at for these duties, in the order that tells most: what carries the result first, each sentence once. */
export function traceRows(
  record: CaseRecord,
  duties: readonly DutyId[],
  { setting, lang }: PaperSetting,
): {
  readonly rows: readonly (readonly string[])[];
  readonly further: number;
} {
  const because = assessCase(record, setting)
    .duties.filter(({ id }) => duties.includes(id))
    .flatMap((duty) => duty.because);
  const said = because.filter(
    (step, at) => because.findIndex((other) => other.says[lang] === step.says[lang] && other.mark === step.mark) === at,
  );
  const [rules, conditions] = [said.filter(({ part }) => part === 'rule'), said.filter(({ part }) => part === 'condition')];
  const shown = [...rules, ...conditions].slice(0, MOST_STEPS);
  return {
    rows: shown.map((step) => [MARKS[step.mark], step.says[lang], citeAll(step.cites, lang)]),
    further: said.length - shown.length,
  };
}
