// The reasons for one duty as lines of a page. What the trace carries in full is put together here: rules that fail for the same reason
// stand together, what stood above is not explained again, and a source that holds for many lines is named on the first of them.
import type { Citation, Lang } from '../../src/law/sources.ts';
import type { TraceStep } from '../../src/rules/assess.ts';
import { assessWords } from './assessWords.ts';
import { citedOnPage } from './citedOnPage.ts';

export const MARKS: Readonly<Record<TraceStep['mark'], string>> = { holds: '✓', fails: '✗', open: '?' };

/** How a page is written: in which language, on whose clocks, and whether data sets and duties have to be told apart. */
export type Manner = { readonly lang: Lang; readonly zone: string; readonly hasSeveral: boolean };

/** `heading`: the provision above the lines. `saidAbove`: the reasons of the duties before this one. */
type Above = { readonly heading: Citation | undefined; readonly saidAbove: readonly TraceStep[] };

/** A rule with the conditions below it that a reader needs. Conditions that belong to no rule have none. */
type Block = { readonly rule?: TraceStep; readonly conditions: readonly TraceStep[] };

/** One failed condition is reason enough; where nothing failed, what was unclear, or else all. The JSON carries every condition. */
function telling(rule: TraceStep, conditions: readonly TraceStep[]): readonly TraceStep[] {
  if (rule.mark !== 'fails') return conditions;
  const failed = conditions.find(({ mark }) => mark === 'fails');
  if (failed !== undefined) return [failed];
  const shown = conditions.some(({ mark }) => mark === 'open') ? 'open' : 'holds';
  return conditions.filter(({ mark }) => mark === shown);
}

function blocksOf(steps: readonly TraceStep[]): readonly Block[] {
  const rules = new Set(steps.filter(({ part }) => part === 'rule').map(({ rule }) => rule));
  return steps.flatMap((step): readonly Block[] => {
    if (step.part === 'condition') return rules.has(step.rule) ? [] : [{ conditions: [step] }];
    const own = steps.filter(({ part, rule }) => part === 'condition' && rule === step.rule);
    return [{ rule: step, conditions: telling(step, own) }];
  });
}

/** What a failed rule failed for, where that is one condition. */
function failureOf({ rule, conditions: [condition, ...others] }: Block): string | undefined {
  if (rule?.mark !== 'fails' || condition?.mark !== 'fails' || others.length > 0) return undefined;
  return condition.says.de;
}

/** Rules that fail for the same reason, one below the other, at the place of the first. */
function grouped(blocks: readonly Block[]): readonly Block[] {
  const isFirst = (block: Block, at: number) => blocks.findIndex((other) => failureOf(other) === failureOf(block)) === at;
  return blocks.flatMap((block, at) => {
    if (failureOf(block) === undefined) return [block];
    return isFirst(block, at) ? blocks.filter((other) => failureOf(other) === failureOf(block)) : [];
  });
}

/** All it asks for may be met, and yet it does not hold: an exception that stands further down is proven. */
const isSetAside = ({ mark }: TraceStep, conditions: readonly TraceStep[]): boolean =>
  mark === 'fails' && conditions.length > 0 && conditions.every((condition) => condition.mark !== 'fails');

/** Papers and doubts that many rules share; pinpoints of cases and provisions stay on every line. */
const isShared = ({ source }: Citation): boolean => source === 'DSK_KP_18' || source === 'OPEN_QUESTION';

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Without the shared sources that a line above has named, as long as another source is left. */
function unnamed(cites: readonly Citation[], above: readonly TraceStep[]): readonly Citation[] {
  const left = cites.filter((cited) => !isShared(cited) || !above.some((step) => step.cites.some((one) => isSame(one, cited))));
  return left.length === 0 ? cites : left;
}

function blockLines(block: Block, next: Block | undefined, lines: Above & { readonly before: readonly TraceStep[] }, lang: Lang) {
  const { rule, conditions } = block;
  const lineOf = (step: TraceStep, indent: string, cited: string) => `${indent}${MARKS[step.mark]} ${step.says[lang]} (${cited})`;
  const isSaid = rule !== undefined && conditions.length > 0 && lines.saidAbove.some((step) => isSame(step, rule));
  if (isSaid) return [lineOf(rule, '  ', assessWords[lang].seeAbove)];
  const isSaidBelow = failureOf(block) !== undefined && next !== undefined && failureOf(next) === failureOf(block);
  const cited = (cites: readonly Citation[]) => citedOnPage(unnamed(cites, lines.before), lang, lines.heading);
  const exceptionBelow = rule !== undefined && isSetAside(rule, conditions) ? ` ${assessWords[lang].exceptionBelow}` : '';
  return [
    ...(rule === undefined ? [] : [`${lineOf(rule, '  ', cited(rule.cites))}${exceptionBelow}`]),
    ...(isSaidBelow ? [] : conditions.map((step) => lineOf(step, '      ', cited(step.cites)))),
  ];
}

function linesOf(steps: readonly TraceStep[], lang: Lang, above: Above): readonly string[] {
  const blocks = grouped(blocksOf(steps));
  return blocks.flatMap((block, at) => {
    const before = blocks.slice(0, at).flatMap(({ rule, conditions }) => [...(rule === undefined ? [] : [rule]), ...conditions]);
    return blockLines(block, blocks[at + 1], { ...above, before }, lang);
  });
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
