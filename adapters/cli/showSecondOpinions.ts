import { citeText, type Lang } from '../../src/law/sources.ts';
import type { SecondOpinion } from '../../src/rules/severity/secondOpinion.ts';
import { DATA_CLASSES, type SeverityName } from '../../src/rules/severity/severityInputs.ts';
import { citedOnPage } from './citedOnPage.ts';
import { scoreText, secondOpinionWords, zoneText } from '../../src/words/secondOpinions.ts';

function resultText({ result }: SecondOpinion, lang: Lang): string {
  // `simple` is missing where no class of data was named at all.
  const nameOf = (name: SeverityName) => (name === 'simple' ? DATA_CLASSES.join(' | ') : name);
  if ('missing' in result) return secondOpinionWords[lang].missing(result.missing.map(nameOf));
  return 'band' in result ? scoreText(result, lang) : zoneText(result, lang);
}

function opinionLines(opinion: SecondOpinion, lang: Lang): readonly string[] {
  const words = secondOpinionWords[lang];
  const { verdict, result } = opinion;
  const says = verdict.kind === 'agrees' ? words.agrees : verdict.says[lang];
  const isLacking = verdict.kind === 'silent' && 'missing' in result;
  return [
    `  ${words.methods[opinion.method]}: ${resultText(opinion, lang)} (${citedOnPage(opinion.cites, lang)})`,
    ...(isLacking ? [] : [`      ${says}`]),
  ];
}

/** The part of the page below the duties. */
export const secondOpinionLines = (opinions: readonly SecondOpinion[], lang: Lang): readonly string[] =>
  opinions.length === 0
    ? []
    : ['', `${secondOpinionWords[lang].title}:`, ...opinions.flatMap((opinion) => opinionLines(opinion, lang))];

/** For programs. */
export const secondOpinionJson =
  (lang: Lang) =>
  ({ method, result, verdict, cites }: SecondOpinion) => {
    const { cites: _cited, ...plain } = { cites, ...result };
    return {
      method,
      ...plain,
      verdict: verdict.kind,
      says: verdict.kind === 'agrees' ? null : verdict.says[lang],
      cites: cites.map((citation) => citeText(citation, lang)),
    };
  };
