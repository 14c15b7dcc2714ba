// What exactly was decided: for whoever confirms it, and for the office.
import type { ConfirmationRequestPrompt, DecidedAwareness } from '../src/prompt/prompt.ts';
import type { Words } from '../src/words/words.ts';
import { type Block, paragraph, row, type Row, rows, warning } from './blocks.ts';
import type { Drawing } from './drawing.ts';

/** The moment, and the controller where that is not plain. */
export const awarenessRows = (
  words: Words,
  awareness: DecidedAwareness | undefined,
  zone: string,
): readonly (Row | undefined)[] =>
  awareness === undefined
    ? []
    : [
        row(words.decisions.awareness, words.moment(awareness.moment, zone)),
        row(words.roles.controller, awareness.controllerName ?? ''),
      ];

/** Only in the opened request: the announcement of a decision names its kind alone. */
export function decisionBlocks({ words }: Drawing, prompt: ConfirmationRequestPrompt): readonly Block[] {
  const { awareness, ground, againstAssessment, zone } = prompt;
  const { confirmation, moment } = words;
  const gap = awareness?.gap;
  return [
    ...rows(...awarenessRows(words, awareness, zone)),
    ...(awareness === undefined || gap === undefined
      ? []
      : [
          warning(words.pleaseNote(confirmation.gap(gap.hours, moment(gap.earliestNamed, zone), moment(awareness.moment, zone)))),
        ]),
    ...(ground === undefined ? [] : [paragraph(words.grounds[ground])]),
    ...(againstAssessment === true ? [warning(words.pleaseNote(confirmation.against))] : []),
    ...(againstAssessment === false ? [paragraph(confirmation.notAgainst)] : []),
  ];
}
