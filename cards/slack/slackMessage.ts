// Prompts as messages.
import type { Prompt } from '../../src/prompt/prompt.ts';
import { LONGEST_INPUT } from '../../src/prompt/form.ts';
import { wordsOf } from '../../src/words/wordsOf.ts';
import { slackWords } from '../../src/words/slackWords.ts';
import type { Lang } from '../../src/words/citations.ts';
import type { Json } from '../adaptiveElements.ts';
import { ALL_ROOM, type Block, type InputBlock, type Room, warning } from '../blocks.ts';
import { summary } from '../summary.ts';
import { withOffsets } from './dateMarks.ts';
import { escapeText } from './escapeText.ts';
import { clipped, slackButton } from './slackActions.ts';
import { drawBlocks, finished } from './slackBlocks.ts';
import { SLACK_LIMITS } from './slackLimits.ts';
import { reopening } from './slackPlace.ts';
import { type LaidOut, layOut } from './slackPrompt.ts';
import { sliced } from './richText.ts';

/** `text`: what a notification and a screen reader say; never content. */
export type SlackMessage = { readonly text: string; readonly blocks: readonly Json[] };

/** From plenty to hardly any: the first that fits is taken. What is left out is said, and opens on a press. */
const ROOMS: readonly Room[] = [
  ALL_ROOM,
  { text: 3000, entries: 12, duties: 'full' },
  { text: 1000, entries: 8, duties: 'full' },
  { text: 400, entries: 5, duties: 'full' },
  { text: 200, entries: 3, duties: 'one line' },
];
const LEAST: Room = { text: 60, entries: 0, duties: 'one line' };

/** One message with the prompt in it, and before it a line where something is to be known of the message itself. */
export function slackMessage(prompt: Prompt, language: Lang, before?: string): SlackMessage {
  const drawn = ROOMS.map((room) => () => draw(prompt, language, room, before));
  for (const drawAs of drawn) {
    const blocks = drawAs();
    if (fitsMessage(blocks)) return { text: messageText(prompt, language), blocks };
  }
  const least = draw(prompt, language, LEAST, before);
  // Only a case with more duties than any message takes: its first lines and its buttons remain.
  const actions = least.filter(({ type }) => type === 'actions').slice(-2);
  return {
    text: messageText(prompt, language),
    blocks: fitsMessage(least) ? least : [...firstThatFit(least, actions), ...actions],
  };
}

/** Several prompts one after the other, in as many messages as it takes. */
export const slackMessages = (prompts: readonly Prompt[], language: Lang): readonly SlackMessage[] =>
  prompts.flatMap((prompt) => {
    const text = messageText(prompt, language);
    return inMessages(draw(prompt, language, ALL_ROOM)).map((blocks) => ({ text, blocks }));
  });

/** Says what it is about and opens it in a window, where a message must not show it. */
export function slackSummary(prompt: Prompt, language: Lang): SlackMessage {
  const text = clipped(inText(prompt, language), SLACK_LIMITS.section.text);
  const opens = reopening(prompt);
  const said: Json = { type: 'section', text: { type: 'plain_text', text, emoji: false } };
  if (opens === undefined) return { text: escapeText(text), blocks: [said] };
  const button = slackButton('1', { label: slackWords[language].open, style: 'primary' }, opens);
  return { text: escapeText(text), blocks: [said, { type: 'actions', elements: [button] }] };
}

const inText = (prompt: Prompt, language: Lang): string => summary(prompt, language, withOffsets(wordsOf(language)));

const messageText = (prompt: Prompt, language: Lang): string =>
  clipped(escapeText(inText(prompt, language)), SLACK_LIMITS.message.textAdvised);

const fitsMessage = (blocks: readonly Json[]): boolean =>
  blocks.length <= SLACK_LIMITS.ours.messageBlocks && JSON.stringify(blocks).length <= SLACK_LIMITS.ours.messageJson;

function firstThatFit(blocks: readonly Json[], last: readonly Json[]): readonly Json[] {
  const others = blocks.filter((block) => !last.includes(block));
  let kept: readonly Json[] = [];
  for (const block of others) if (fitsMessage([...kept, block, ...last])) kept = [...kept, block];
  return kept;
}

function inMessages(blocks: readonly Json[]): readonly (readonly Json[])[] {
  const messages: Json[][] = [[]];
  for (const block of blocks) {
    const current = messages.at(-1) ?? [];
    if (current.length > 0 && !fitsMessage([...current, block])) messages.push([block]);
    else current.push(block);
  }
  return messages.filter((message) => message.length > 0);
}

function draw(prompt: Prompt, language: Lang, room: Room, before?: string): readonly Json[] {
  const laidOut = layOut(prompt, language, room);
  const said: readonly Block[] = before === undefined ? [] : [warning(before)];
  return finished(drawBlocks(laidOut, [...said, ...typedThatFits(laidOut, language)]).blocks);
}

/** Somebody's own long message cannot stand in the field of another message; it is said that only the beginning does. */
function typedThatFits({ blocks }: LaidOut, language: Lang): readonly Block[] {
  const isTooLong = (block: Block): block is InputBlock => block.block === 'input' && block.value.length > LONGEST_INPUT.longText;
  return blocks.flatMap((block): readonly Block[] =>
    isTooLong(block)
      ? [
          warning(slackWords[language].onlyTheBeginning),
          { ...block, value: sliced(block.value, LONGEST_INPUT.longText)[0] ?? '' },
        ]
      : [block],
  );
}
