import type { Lang } from '../../src/law/sources.ts';
import type { ComparedRuleSet, Comparison, Side } from '../../src/rules/comparison.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { assessWords } from './assessWords.ts';

function sideText(side: Side | undefined, lang: Lang, zone: string): string {
  const words = assessWords[lang];
  if (side === undefined) return words.doesNotExist;
  const to = words.recipients(side.recipients);
  if (side.status === 'not-owed') return `${words.statuses[side.status]}, ${to}`;
  const dueBy = side.dueBy === undefined ? undefined : wordsOf(lang).momentWithOffset(side.dueBy, zone);
  const planned = side.hours === undefined ? words.withoutDelay : words.afterAwareness(side.hours);
  return `${words.statuses[side.status]}, ${dueBy === undefined ? planned : words.dueBy(dueBy)}, ${to}`;
}

/** A proposal says of itself that it is none of the law. */
const standingOf = (ruleSet: ComparedRuleSet, lang: Lang): readonly string[] =>
  ruleSet.standing === 'simulation' ? [ruleSet.says[lang]] : [];

/** What changes from one rule set to the other on the same facts. */
export function comparisonPage({ first, second, differences }: Comparison, lang: Lang, zone: string): string {
  const words = assessWords[lang];
  const changes = differences.flatMap(({ duty, owedBy, first: before, second: after }) => [
    '',
    `${words.duties[duty]}  [${duty}:${owedBy}]`,
    `  ${first.id}: ${sideText(before, lang, zone)}`,
    `  ${second.id}: ${sideText(after, lang, zone)}`,
  ]);
  const lines = [words.comparison(first.id, second.id), ...standingOf(first, lang), ...standingOf(second, lang)];
  return `${[...lines, ...(changes.length === 0 ? [words.noDifference] : changes)].join('\n')}\n`;
}

const ruleSetJson = (ruleSet: ComparedRuleSet, lang: Lang) => {
  const [says] = standingOf(ruleSet, lang);
  return { id: ruleSet.id, standing: ruleSet.standing, ...(says === undefined ? {} : { says }) };
};

/** The same for programs. */
export const comparisonJson = ({ first, second, differences }: Comparison, lang: Lang) => ({
  first: ruleSetJson(first, lang),
  second: ruleSetJson(second, lang),
  differences,
});
