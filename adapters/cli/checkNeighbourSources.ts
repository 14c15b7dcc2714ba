import { ageOf, type Comparison } from '../../src/law/comparison.ts';
import type { Lang } from '../../src/law/sources.ts';
import {
  citeNeighbour,
  NEIGHBOUR_SOURCES,
  type NeighbourCitation,
  type NeighbourSource,
  type NeighbourSourceName,
} from '../../src/rules/neighbours/neighbourSources.ts';
import type { Regime } from '../../src/rules/neighbours/regime.ts';
import { sourcesWords } from './sourcesWords.ts';

/** How the neighbouring regimes stand with their sources. They decide no duty of the GDPR, so they are told apart from the rules. */
export type CheckedNeighbours = {
  readonly sources: readonly (NeighbourSource & {
    readonly name: NeighbourSourceName;
    readonly comparison: Comparison;
    readonly citedBy: number;
  })[];
  readonly places: number;
  readonly uncited: readonly string[];
  readonly weaker: readonly NeighbourCitation[];
};

/** An agreement is what the parties say it is; there is nothing to compare it with. */
const comparisonOf = (name: NeighbourSourceName, asOf: string): Comparison =>
  name === 'AGREEMENT' ? 'own' : ageOf(NEIGHBOUR_SOURCES[name].comparedOn, asOf);

const isWeaker = ({ source }: NeighbourCitation): boolean =>
  source !== 'AGREEMENT' && ['secondary', 'unverified'].includes(NEIGHBOUR_SOURCES[source].evidence);

const distinct = (citations: readonly NeighbourCitation[]): readonly NeighbourCitation[] => [
  ...new Map(citations.map((citation) => [JSON.stringify(citation), citation])).values(),
];

/** @param asOf the day from which one looks back, as YYYY-MM-DD */
export function checkNeighbourSources(asOf: string, regimes: readonly Regime[]): CheckedNeighbours {
  const names = Object.keys(NEIGHBOUR_SOURCES) as NeighbourSourceName[];
  const citing = (name: NeighbourSourceName) => regimes.filter(({ cites }) => cites.some(({ source }) => source === name)).length;
  return {
    sources: names.map((name) => ({
      ...NEIGHBOUR_SOURCES[name],
      ...{ name, comparison: comparisonOf(name, asOf), citedBy: citing(name) },
    })),
    places: regimes.length,
    uncited: regimes.filter(({ cites }) => cites.length === 0).map(({ id, validFrom }) => `${id}/${validFrom}`),
    weaker: distinct(regimes.flatMap(({ cites }) => cites)).filter(isWeaker),
  };
}

/** One block of lines for each source, as the page prints it. */
export function neighbourSourceLines({ sources }: CheckedNeighbours, lang: Lang): readonly string[] {
  const words = sourcesWords[lang];
  return sources.flatMap(({ title, url, textAsOf, comparedOn, comparison, evidence, citedBy }) => [
    '',
    title[lang],
    `  ${url}`,
    comparison === 'own'
      ? `  ${words.asAgreed}`
      : `  ${words.textAsOf}: ${textAsOf} · ${words.comparedOn}: ${comparedOn} · ${words.evidence[evidence]}`,
    `  ${words.citedByRegimes(citedBy)}`,
  ]);
}

export const neighbourCitations = ({ weaker }: CheckedNeighbours, lang: Lang): readonly string[] =>
  weaker.map((citation) => citeNeighbour(citation, lang));
