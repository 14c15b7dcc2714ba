import { chosenIn } from '../src/prompt/forms.ts';
import type { Prompt } from '../src/prompt/prompt.ts';
import type { Lang } from '../src/words/citations.ts';
import { wordsOf } from '../src/words/wordsOf.ts';
import { type ActionBlock, ALL_ROOM, type Block, type InputBlock, withColon } from './blocks.ts';
import { layout } from './layout.ts';
import { visibleText } from './visibleText.ts';

/** The prompt as text, buttons (where there is somebody to press them) numbered in the order of `plainActions`: for transcripts, and where nothing else can be drawn. */
export function plain(prompt: Prompt, language: Lang, { buttons = true }: { readonly buttons?: boolean } = {}): string {
  const numbered = counter();
  return blocksOf(prompt, language)
    .filter(({ block }) => buttons || block !== 'actions')
    .flatMap((block) => lines(block, numbered))
    .join('\n');
}

/** The buttons of the prompt in the order of their numbers: `[1]` is the first. */
export const plainActions = (prompt: Prompt, language: Lang): readonly ActionBlock[] =>
  blocksOf(prompt, language).flatMap(actionsIn);

const blocksOf = (prompt: Prompt, language: Lang): readonly Block[] =>
  layout({ words: wordsOf(language), room: ALL_ROOM }, prompt);

function actionsIn(block: Block): readonly ActionBlock[] {
  if (block.block === 'actions') return block.actions;
  return block.block === 'disclosure' || block.block === 'group' ? block.blocks.flatMap(actionsIn) : [];
}

function counter(): () => number {
  let last = 0;
  return () => (last += 1);
}

/** Every line of a person stands behind a bar, so that it cannot pass for a button or a line of ours. */
const behindBar = (text: string): readonly string[] =>
  visibleText(text)
    .split('\n')
    .map((line) => `  │ ${line}`);

/** One line, whatever was in it. */
const oneLine = (text: string): string => visibleText(text).replace(/\s*\n\s*/g, ' ');

function lines(block: Block, number: () => number): readonly string[] {
  switch (block.block) {
    case 'heading':
      return block.level === 1 ? [oneLine(block.text)] : ['', oneLine(block.text)];
    case 'paragraph':
      return [oneLine(block.text)];
    case 'rows':
      return block.rows.map(({ label, value }) => oneLine(`${withColon(label)} ${value}`));
    case 'list':
      return block.items.map((item) => `- ${oneLine(item)}`);
    case 'note':
      return [oneLine(block.text)];
    case 'link':
      return [`${oneLine(block.label)}: ${block.url}`];
    case 'quote':
      return behindBar(block.text);
    case 'input':
      return inputLines(block);
    case 'group':
      return block.blocks.flatMap((inner) => lines(inner, number));
    case 'actions': {
      const labels = block.actions.map(({ label }) => `[${number()}] ${oneLine(label)}`);
      return block.stacked ? labels : [labels.join('  ')];
    }
    case 'disclosure':
      return [`${oneLine(block.title)}:`, ...block.blocks.flatMap((inner) => lines(inner, number)).map((line) => `  ${line}`)];
  }
}

function inputLines({ input, label, hint, placeholder, value, required, choices }: InputBlock): readonly string[] {
  const labelOf = (chosen: string): string => choices.find(({ id }) => id === chosen)?.label ?? chosen;
  const known = input === 'choices' ? chosenIn(value).map(labelOf).join(', ') : labelOf(value);
  const box = input === 'choices' ? '[ ]' : '( )';
  const shown = known === '' ? (placeholder === undefined ? '' : ` (${placeholder})`) : '';
  return [
    `${oneLine(label)}${required ? ' *' : ''}${shown}`,
    ...(hint === undefined ? [] : [`  ${oneLine(hint)}`]),
    ...choices.map((choice) => `  ${box} ${oneLine(choice.label)}`),
    ...(known === '' ? [] : behindBar(known)),
  ];
}
