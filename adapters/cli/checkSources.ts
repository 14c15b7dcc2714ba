import { comparisonOf, type Comparison } from '../../src/law/comparison.ts';
import { type Citation, citeText, evidenceOf, type Lang, type Source, type SourceName, SOURCES } from '../../src/law/sources.ts';
import { citingPlaces, uncited } from '../../src/rules/citations.ts';
import type { RuleSet } from '../../src/rules/rulesets.ts';
import { sourcesWords } from './sourcesWords.ts';

/** How one rule set stands with its sources. */
type CheckedRuleSet = {
  readonly id: string;
  readonly places: number;
  readonly uncited: readonly string[];
  readonly citedBy: Readonly<Partial<Record<SourceName, number>>>;
};
export type CheckedSources = {
  readonly asOf: string;
  readonly sources: readonly (Source & { readonly name: SourceName; readonly comparison: Comparison })[];
  readonly ruleSets: readonly CheckedRuleSet[];
  readonly weaker: readonly Citation[];
};

const distinct = (citations: readonly Citation[]): readonly Citation[] => [
  ...new Map(citations.map((citation) => [JSON.stringify(citation), citation])).values(),
];

const isWeaker = (citation: Citation): boolean =>
  citation.source !== 'OPEN_QUESTION' && ['secondary', 'unverified'].includes(evidenceOf(citation));

function checkRuleSet(ruleSet: RuleSet): CheckedRuleSet {
  const places = citingPlaces(ruleSet);
  const names = Object.keys(SOURCES) as SourceName[];
  const citing = (name: SourceName) => places.filter(({ cites }) => cites.some(({ source }) => source === name)).length;
  const citedBy: CheckedRuleSet['citedBy'] = Object.fromEntries(names.map((name) => [name, citing(name)]));
  return { id: ruleSet.id, places: places.length, uncited: uncited(ruleSet), citedBy };
}

/** What there is to say of the sources of these rule sets on a day (YYYY-MM-DD). */
export function checkSources(ruleSets: readonly RuleSet[], asOf: string): CheckedSources {
  const names = Object.keys(SOURCES) as SourceName[];
  const cited = ruleSets.flatMap(citingPlaces).flatMap(({ cites }) => cites);
  return {
    asOf,
    sources: names.map((name) => ({ name, ...SOURCES[name], comparison: comparisonOf(name, asOf) })),
    ruleSets: ruleSets.map(checkRuleSet),
    weaker: distinct(cited).filter(isWeaker),
  };
}

/** Only a rule without a source is a fault. That time passed is none. */
export const isSound = ({ ruleSets }: CheckedSources): boolean => ruleSets.every((ruleSet) => ruleSet.uncited.length === 0);

/** For programs: the same facts, `null` where a day is not known. */
export function sourcesJson(checked: CheckedSources, lang: Lang): string {
  const sources = checked.sources.map(({ title, textAsOf, comparedOn, ...source }) => ({
    ...source,
    title: title[lang],
    textAsOf: textAsOf ?? null,
    comparedOn: comparedOn ?? null,
  }));
  const weaker = checked.weaker.map((citation) => citeText(citation, lang));
  return `${JSON.stringify({ asOf: checked.asOf, sound: isSound(checked), sources, ruleSets: checked.ruleSets, weaker }, null, 2)}\n`;
}

function sourceLines(checked: CheckedSources, lang: Lang): readonly string[] {
  const words = sourcesWords[lang];
  return checked.sources.flatMap(({ name, title, version, url, textAsOf, comparedOn, comparison, evidence }) => {
    const compared = comparison === 'own' ? words.ownDerivation : (comparedOn ?? words.never);
    const citedBy = checked.ruleSets.map((ruleSet) => words.citedBy(ruleSet.id, ruleSet.citedBy[name] ?? 0));
    return [
      '',
      title[lang],
      `  ${version}  ${url}`,
      `  ${words.textAsOf}: ${textAsOf ?? words.dayUnknown} · ${words.comparedOn}: ${compared} · ${words.evidence[evidence]}`,
      `  ${citedBy.join(' · ')}`,
    ];
  });
}

function listed(heading: (count: number) => string, items: readonly string[], mark: string): readonly string[] {
  return items.length === 0 ? [] : ['', `${mark} ${heading(items.length)}`, ...items.map((item) => `    ${item}`)];
}

/** For people: every source with its evidence, then the warnings, then whether each rule names one. */
export function sourcesPage(checked: CheckedSources, lang: Lang): string {
  const words = sourcesWords[lang];
  const titled = (comparison: Comparison) =>
    checked.sources.filter((source) => source.comparison === comparison).map(({ title }) => title[lang]);
  const verdicts = checked.ruleSets.flatMap(({ id, places, uncited: without }) =>
    without.length === 0 ? ['', `✓ ${words.allCited(id, places)}`] : listed((count) => words.uncited(id, count), without, '✗'),
  );
  const lines = [
    words.title(checked.asOf),
    ...sourceLines(checked, lang),
    '',
    words.weaker,
    ...checked.weaker.map((citation) => `  ${citeText(citation, lang)}`),
    ...listed(words.old, titled('old'), '?'),
    ...listed(words.neverCompared, titled('never'), '?'),
    ...verdicts,
  ];
  return `${lines.join('\n')}\n`;
}
