// A prompt laid out for Slack, before it becomes a message or a window.
import type { Prompt } from '../../src/prompt/prompt.ts';
import type { Lang } from '../../src/words/citations.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import type { ActionBlock, Block, Room } from '../blocks.ts';
import { layout } from '../layout.ts';
import { markingMoments, withoutMarks } from './dateMarks.ts';
import type { FieldScope } from './slackInput.ts';

export type LaidOut = FieldScope & { readonly blocks: readonly Block[] };

export function layOut(prompt: Prompt, language: Lang, room: Room): LaidOut {
  const words = markingMoments(wordsOf(language));
  const zone = 'zone' in prompt ? prompt.zone : 'UTC';
  return { words, zone, scope: scopeOf(prompt), blocks: layout({ words, room }, withoutMarks(prompt)) };
}

/** Names the form within a window that shows one form after another. */
function scopeOf(prompt: Prompt): string {
  if (prompt.kind === 'form') return `form.${prompt.form}`;
  if (prompt.kind === 'question') return `question.${prompt.fact}.${prompt.dataSet ?? ''}`;
  if (prompt.kind === 'personQuestion') return `question.${prompt.questionId}`;
  return prompt.kind;
}

export const inputsIn = (blocks: readonly Block[]): boolean =>
  blocks.some(
    (block) => block.block === 'input' || ((block.block === 'group' || block.block === 'disclosure') && inputsIn(block.blocks)),
  );

const actionsIn = (blocks: readonly Block[]): readonly ActionBlock[] =>
  blocks.flatMap((block) => (block.block === 'actions' ? block.actions : []));

/** What sends a form off: the button that stands out, or else the last one that takes along what was typed. */
export function submitOf({ blocks }: LaidOut): ActionBlock | undefined {
  if (!inputsIn(blocks)) return undefined;
  const sending = actionsIn(blocks).filter(({ takesInputs }) => takesInputs);
  return sending.findLast(({ style }) => style !== undefined) ?? sending.at(-1);
}
