// What a prompt shows, as blocks of Block Kit.
import type { Words } from '../../src/words/words.ts';
import { slackWords } from '../../src/words/slackWords.ts';
import type { Json } from '../adaptiveElements.ts';
import { type ActionBlock, type Block, withColon } from '../blocks.ts';
import { type Piece, piecesOf, withoutDates } from './dateMarks.ts';
import { type Atom, richTextBlocks } from './richText.ts';
import { type Carried, plainText, slackButton } from './slackActions.ts';
import { type FieldScope, slackInput } from './slackInput.ts';
import { SLACK_LIMITS } from './slackLimits.ts';

/** A part that is folded away: its title, and what it shows once somebody asks. */
export type Folded = { readonly title: string; readonly blocks: readonly Block[] };

export type Drawn = { readonly blocks: readonly Json[]; readonly folded: readonly Folded[] };

export type SlackDrawing = FieldScope & {
  /** Becomes the button of the window and is therefore not drawn. */
  readonly submit?: ActionBlock | undefined;
  /** What opens a folded part; without it the parts stand open. */
  readonly unfold?: ((part: number) => Carried) | undefined;
  /** How many folded parts come before these blocks. */
  readonly foldedBefore?: number;
};

/** Text gathers until something else comes. */
type Draft = { atoms: Atom[]; readonly blocks: Json[]; readonly folded: Folded[]; buttons: number };

/** Every block in its order. Texts that are too long go on in further blocks; nothing is cut. */
export function drawBlocks(drawing: SlackDrawing, blocks: readonly Block[]): Drawn {
  const draft: Draft = { atoms: [], blocks: [], folded: [], buttons: 0 };
  for (const block of blocks) add(drawing, draft, block);
  flush(draft);
  return { blocks: draft.blocks, folded: draft.folded };
}

function flush(draft: Draft): void {
  draft.blocks.push(...richTextBlocks(draft.atoms));
  draft.atoms = [];
}

const own = (text: string): readonly Piece[] => piecesOf(text);

function add(drawing: SlackDrawing, draft: Draft, block: Block): void {
  switch (block.block) {
    case 'heading':
      flush(draft);
      if (block.level === 1 && withoutDates(block.text).length <= SLACK_LIMITS.header) {
        draft.blocks.push({ type: 'header', text: plainText(block.text, SLACK_LIMITS.header) });
      } else draft.atoms.push({ as: 'line', pieces: own(block.text), bold: true });
      return;
    case 'paragraph':
      addLines(draft, block.text, block.tone === 'strong');
      return;
    case 'note':
      addLines(draft, block.text, block.tone === 'warning');
      return;
    case 'rows':
      for (const { label, value } of block.rows) {
        draft.atoms.push({ as: 'line', pieces: [...own(`${withColon(label)} `), ...own(value)] });
      }
      return;
    case 'list':
      draft.atoms.push(...block.items.map((item): Atom => ({ as: 'bullet', pieces: own(item) })));
      return;
    case 'link':
      draft.atoms.push({ as: 'line', pieces: [{ label: block.label, url: block.url }] });
      return;
    case 'quote':
      draft.atoms.push({ as: 'quote', pieces: own(block.text) });
      return;
    case 'group':
      flush(draft);
      for (const inner of block.blocks) add(drawing, draft, inner);
      return;
    case 'input':
      addInput(drawing, draft, block);
      return;
    case 'actions':
      addActions(drawing, draft, block.actions, block.stacked === true);
      return;
    case 'disclosure':
      addFolded(drawing, draft, block);
      return;
  }
}

function addLines(draft: Draft, text: string, bold: boolean): void {
  draft.atoms.push({ as: 'line', pieces: own(text), ...(bold ? { bold: true } : {}) });
}

function addInput(drawing: SlackDrawing, draft: Draft, block: Extract<Block, { readonly block: 'input' }>): void {
  const { said, blocks } = slackInput(drawing, block);
  if (said.length > 0) draft.atoms.push({ as: 'line', pieces: own(withColon(block.label)), bold: true }, ...said);
  flush(draft);
  draft.blocks.push(...blocks);
}

/** A label up to this many characters is read whole on a button of a phone. */
const SHORT_LABEL = 34;

function addActions(drawing: SlackDrawing, draft: Draft, all: readonly ActionBlock[], stacked: boolean): void {
  const drawn = all.filter((action) => action !== drawing.submit);
  flush(draft);
  if (stacked && drawn.some(({ label }) => label.length > SHORT_LABEL)) {
    draft.blocks.push(...drawn.map((action) => choiceInFull(drawing.words, draft, action)));
    return;
  }
  const long = drawn.filter(({ label }) => label.length > SLACK_LIMITS.button.text);
  draft.atoms.push(...long.map(({ label }): Atom => ({ as: 'line', pieces: own(label) })));
  flush(draft);
  for (let at = 0; at < drawn.length; at += SLACK_LIMITS.actions) {
    const elements = drawn.slice(at, at + SLACK_LIMITS.actions).map((action) => slackButton(buttonId(draft), action, action));
    draft.blocks.push({ type: 'actions', elements });
  }
}

const buttonId = (draft: Draft): string => String((draft.buttons += 1));

/** A long answer is read in full beside the button that chooses it. */
function choiceInFull(words: Words, draft: Draft, action: ActionBlock): Json {
  const { choose } = slackWords[words.language];
  return {
    type: 'section',
    text: plainText(action.label, SLACK_LIMITS.section.text),
    accessory: slackButton(buttonId(draft), { ...action, label: choose, about: action.label }, action),
  };
}

/** Slack folds nothing: a part opens in place of the rest, or stands here where nothing could open it. */
function addFolded(
  drawing: SlackDrawing,
  draft: Draft,
  { title, about, blocks }: Extract<Block, { readonly block: 'disclosure' }>,
): void {
  const { unfold, foldedBefore = 0 } = drawing;
  if (unfold === undefined) {
    draft.atoms.push({ as: 'line', pieces: own(title), bold: true });
    for (const inner of blocks) add(drawing, draft, inner);
    return;
  }
  flush(draft);
  draft.folded.push({ title, blocks });
  const button = { label: title, ...(about === undefined ? {} : { about }) };
  const element = slackButton(buttonId(draft), button, unfold(foldedBefore + draft.folded.length - 1));
  const last = draft.blocks.at(-1);
  // Parts that follow each other stand side by side.
  if (last?.type === 'actions' && last.folds === true) appendTo(draft, last, element);
  else draft.blocks.push({ type: 'actions', folds: true, elements: [element] });
}

function appendTo(draft: Draft, last: Json, element: Json): void {
  const elements = last.elements as readonly Json[];
  if (elements.length < SLACK_LIMITS.actions)
    draft.blocks[draft.blocks.length - 1] = { ...last, elements: [...elements, element] };
  else draft.blocks.push({ type: 'actions', folds: true, elements: [element] });
}

/** Without what only the drawing itself needed to know. */
export const finished = (blocks: readonly Json[]): readonly Json[] => blocks.map(({ folds: _, ...block }) => block);
