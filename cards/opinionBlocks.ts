// What stands beside the duties of an assessment: hints, and second opinions that decide nothing.
import type { FormKind } from '../src/prompt/action.ts';
import type { AssessmentPrompt } from '../src/prompt/prompt.ts';
import { citeText } from '../src/words/citations.ts';
import { partsText, scoreText, secondOpinionWords, zoneText } from '../src/words/secondOpinions.ts';
import { actions, type Block, disclosure, heading, info, paragraph, quiet, strong } from './blocks.ts';
import { button, type Drawing, entries } from './drawing.ts';

type Opinion = AssessmentPrompt['opinions'][number];

const cited = ({ words: { language } }: Drawing, text: string, cites: Opinion['cites']): string =>
  `${text} (${cites.map((citation) => citeText(citation, language)).join('; ')})`;

export const hintBlocks = (drawing: Drawing, { hints }: AssessmentPrompt): readonly Block[] =>
  hints.length === 0
    ? []
    : [
        heading(drawing.words.assessment.hints, 2),
        ...hints.map(({ says, cites }) => info(cited(drawing, says[drawing.words.language], cites))),
      ];

/** Whether a method disagrees must not be overlooked; how it came to that may be unfolded. */
export function secondOpinionBlocks(drawing: Drawing, prompt: AssessmentPrompt): readonly Block[] {
  const { language } = drawing.words;
  const disagreeing = prompt.opinions.flatMap(({ verdict }) =>
    verdict.kind === 'milder' || verdict.kind === 'graver' ? [info(verdict.says[language])] : [],
  );
  const { title } = secondOpinionWords[language];
  return [
    ...disagreeing,
    ...disclosure(
      title,
      prompt.number,
      entries(drawing, prompt.opinions, (opinion) => opinionBlocks(drawing, prompt, opinion)),
    ),
  ];
}

const FORM_OF: Readonly<Record<Opinion['method'], FormKind>> = { 'enisa-2013': 'enisaOpinion', 'dsk-kp-18': 'dskOpinion' };

function opinionBlocks(drawing: Drawing, prompt: AssessmentPrompt, opinion: Opinion): readonly Block[] {
  const { language } = drawing.words;
  const words = secondOpinionWords[language];
  const { method, verdict } = opinion;
  const form = { case: prompt.caseId, form: FORM_OF[method] };
  return [
    strong(words.methods[method]),
    ...resultBlocks(drawing, opinion),
    ...(verdict.kind === 'agrees' ? [paragraph(words.agrees)] : []),
    ...(verdict.kind === 'silent' ? [paragraph(verdict.says[language])] : []),
    ...(prompt.mayAnswerOpinions ? actions(button(drawing, { verb: 'openForm', data: form })) : []),
  ];
}

/** What a method lacks is said by its verdict, and asked by its form. */
function resultBlocks(drawing: Drawing, { result, cites }: Opinion): readonly Block[] {
  const { language } = drawing.words;
  if ('missing' in result) return [];
  if ('band' in result)
    return [paragraph(cited(drawing, scoreText(result, language), cites)), quiet(partsText(result, language))];
  return [paragraph(cited(drawing, zoneText(result, language), cites))];
}
