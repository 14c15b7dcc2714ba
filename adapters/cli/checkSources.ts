import { comparisonOf, type Comparison } from '../../src/law/comparison.ts';
import { type Citation, citeText, evidenceOf, type Lang, type Source, type SourceName, SOURCES } from '../../src/law/sources.ts';
import { citingPlaces, type CitingPlace, uncited } from '../../src/rules/citations.ts';
import { shownOnly } from '../../src/rules/lawBeside.ts';
import { REGIMES } from '../../src/rules/neighbours/neighbour.ts';
import type { Regime } from '../../src/rules/neighbours/regime.ts';
import type { RuleSet } from '../../src/rules/rulesets.ts';
import {
  checkNeighbourSources,
  type CheckedNeighbours,
  neighbourCitations,
  neighbourSourceLines,
} from './checkNeighbourSources.ts';
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
  /** What is only shown (second opinions, proposals), never part of a rule set. */
  readonly shownOnly: Readonly<Partial<Record<SourceName, number>>>;
  readonly weaker: readonly Citation[];
  readonly neighbours: CheckedNeighbours;
};

const distinct = (citations: readonly Citation[]): readonly Citation[] => [
  ...new Map(citations.map((citation) => [JSON.stringify(citation), citation])).values(),
];

const isWeaker = (citation: Citation): boolean =>
  citation.source !== 'OPEN_QUESTION' && ['secondary', 'unverified'].includes(evidenceOf(citation));

/** How many of these places rest on each source; one that none rests on counts 0. */
function countBySource(places: readonly CitingPlace[]): Readonly<Partial<Record<SourceName, number>>> {
  const names = Object.keys(SOURCES) as SourceName[];
  const citing = (name: SourceName) => places.filter(({ cites }) => cites.some(({ source }) => source === name)).length;
  return Object.fromEntries(names.map((name) => [name, citing(name)]));
}

function checkRuleSet(ruleSet: RuleSet): CheckedRuleSet {
  const places = citingPlaces(ruleSet);
  return { id: ruleSet.id, places: places.length, uncited: uncited(ruleSet), citedBy: countBySource(places) };
}

/** What there is to say of the sources of these rule sets on a day (YYYY-MM-DD). */
export function checkSources(ruleSets: readonly RuleSet[], asOf: string, regimes: readonly Regime[] = REGIMES): CheckedSources {
  const names = Object.keys(SOURCES) as SourceName[];
  const cited = ruleSets.flatMap(citingPlaces).flatMap(({ cites }) => cites);
  return {
    asOf,
    sources: names.map((name) => ({ name, ...SOURCES[name], comparison: comparisonOf(name, asOf) })),
    ruleSets: ruleSets.map(checkRuleSet),
    shownOnly: countBySource(shownOnly()),
    weaker: distinct(cited).filter(isWeaker),
    neighbours: checkNeighbourSources(asOf, regimes),
  };
}

/** Only a rule or a regime without a source is a fault. That time passed is none. */
export const isSound = ({ ruleSets, neighbours }: CheckedSources): boolean =>
  [...ruleSets, neighbours].every(({ uncited: without }) => without.length === 0);

/** For programs: the same facts, `null` where a day is not known. */
export function sourcesJson(checked: CheckedSources, lang: Lang): string {
  const sources = checked.sources.map(({ title, textAsOf, comparedOn, ...source }) => ({
    ...source,
    title: title[lang],
    textAsOf: textAsOf ?? null,
    comparedOn: comparedOn ?? null,
  }));
  const weaker = checked.weaker.map((citation) => citeText(citation, lang));
  const neighbours = {
    ...checked.neighbours,
    sources: checked.neighbours.sources.map(({ title, ...source }) => ({ ...source, title: title[lang] })),
    weaker: neighbourCitations(checked.neighbours, lang),
  };
  const { asOf, ruleSets, shownOnly: shown } = checked;
  return `${JSON.stringify({ asOf, sound: isSound(checked), sources, ruleSets, shownOnly: shown, weaker, neighbours }, null, 2)}\n`;
}

function sourceLines(checked: CheckedSources, lang: Lang): readonly string[] {
  const words = sourcesWords[lang];
  return checked.sources.flatMap(({ name, title, version, url, textAsOf, comparedOn, comparison, evidence }) => {
    const compared = comparison === 'own' ? words.ownDerivation : (comparedOn ?? words.never);
    const shown = checked.shownOnly[name] ?? 0;
    const citedBy = [
      ...checked.ruleSets.map((ruleSet) => words.citedBy(ruleSet.id, ruleSet.citedBy[name] ?? 0)),
      ...(shown === 0 ? [] : [words.citedByShown(shown)]),
    ];
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

function neighbourVerdict({ places, uncited: without }: CheckedNeighbours, lang: Lang): readonly string[] {
  const words = sourcesWords[lang];
  return without.length === 0
    ? ['', `✓ ${words.allRegimesCited(places)}`]
    : listed((count) => words.uncitedRegimes(count), without, '✗');
}

/** For people: every source with its evidence, then the warnings, then whether each rule names one. */
export function sourcesPage(checked: CheckedSources, lang: Lang): string {
  const words = sourcesWords[lang];
  const titled = (comparison: Comparison) =>
    [...checked.sources, ...checked.neighbours.sources]
      .filter((source) => source.comparison === comparison)
      .map(({ title }) => title[lang]);
  const verdicts = checked.ruleSets.flatMap(({ id, places, uncited: without }) =>
    without.length === 0 ? ['', `✓ ${words.allCited(id, places)}`] : listed((count) => words.uncited(id, count), without, '✗'),
  );
  const lines = [
    words.title(checked.asOf),
    ...sourceLines(checked, lang),
    '',
    words.neighbours,
    ...neighbourSourceLines(checked.neighbours, lang),
    '',
    words.weaker,
    ...checked.weaker.map((citation) => `  ${citeText(citation, lang)}`),
    ...neighbourCitations(checked.neighbours, lang).map((citation) => `  ${citation}`),
    ...listed(words.old, titled('old'), '?'),
    ...listed(words.neverCompared, titled('never'), '?'),
    ...verdicts,
    ...neighbourVerdict(checked.neighbours, lang),
  ];
  return `${lines.join('\n')}\n`;
}
