// The reasons for one duty as lines of a page: what stood above is not explained again, and a source that holds for many lines is named on
// the first of them.
import type { Citation, Lang } from '../../src/law/sources.ts';
import type { TraceStep } from '../../src/rules/assess.ts';
import { type Reason, tellingReasons } from '../../src/rules/tellingReasons.ts';
import { assessWords } from './assessWords.ts';
import { citedOnPage } from './citedOnPage.ts';

export const MARKS: Readonly<Record<TraceStep['mark'], string>> = { holds: '✓', fails: '✗', open: '?' };

/** How a page is written: in which language, on whose clocks, and whether data sets and duties have to be told apart. */
export type Manner = { readonly lang: Lang; readonly zone: string; readonly hasSeveral: boolean };

/** `heading`: the provision above the lines. `saidAbove`: the reasons of the duties before this one. */
type Above = { readonly heading: Citation | undefined; readonly saidAbove: readonly TraceStep[] };

/** Papers and doubts that many rules share; pinpoints of cases and provisions stay on every line. */
const isShared = ({ source }: Citation): boolean => source === 'DSK_KP_18' || source === 'OPEN_QUESTION';

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Without the shared sources that a line above has named, as long as another source is left. */
function unnamed(cites: readonly Citation[], above: readonly TraceStep[]): readonly Citation[] {
  const left = cites.filter((cited) => !isShared(cited) || !above.some((step) => step.cites.some((one) => isSame(one, cited))));
  return left.length === 0 ? cites : left;
}

function linesOfReason(
  { rule, conditions, isSetAside, hasConditions }: Reason,
  above: Above & { readonly before: readonly TraceStep[] },
  lang: Lang,
) {
  const { exceptionBelow, seeAbove } = assessWords[lang];
  const lineOf = (step: TraceStep, indent: string, cited: string) => `${indent}${MARKS[step.mark]} ${step.says[lang]} (${cited})`;
  const isSaid = rule !== undefined && hasConditions && above.saidAbove.some((step) => isSame(step, rule));
  if (isSaid) return [lineOf(rule, '  ', seeAbove)];
  const cited = (cites: readonly Citation[]) => citedOnPage(unnamed(cites, above.before), lang, above.heading);
  return [
    ...(rule === undefined ? [] : [`${lineOf(rule, '  ', cited(rule.cites))}${isSetAside ? ` ${exceptionBelow}` : ''}`]),
    ...conditions.map((step) => lineOf(step, '      ', cited(step.cites))),
  ];
}

const stepsIn = ({ rule, conditions }: Reason): readonly TraceStep[] => [...(rule === undefined ? [] : [rule]), ...conditions];

function linesOf(steps: readonly TraceStep[], lang: Lang, above: Above): readonly string[] {
  const reasons = tellingReasons(steps);
  return reasons.flatMap((reason, at) =>
    linesOfReason(reason, { ...above, before: reasons.slice(0, at).flatMap(stepsIn) }, lang),
  );
}

/** The reasons for one duty, data set by data set. */
export function reasonLines(steps: readonly TraceStep[], { lang, hasSeveral }: Manner, above: Above): readonly string[] {
  const names = [...new Set(steps.map(({ dataSet }) => dataSet ?? ''))].toSorted((one, other) =>
    one === '' ? -1 : other === '' ? 1 : 0,
  );
  return names.flatMap((name) => {
    const own = linesOf(
      steps.filter((step) => (step.dataSet ?? '') === name),
      lang,
      above,
    );
    return name !== '' && hasSeveral ? [`  ${assessWords[lang].dataSet(name)}:`, ...own] : own;
  });
}
