// Blocks as elements of an Adaptive Card 1.5. Text runs carry all text: unlike text blocks they know no Markdown.
import type { Words } from '../src/words/words.ts';
import { type ActionBlock, type Block, type BlockOf, type InputBlock, paragraph, withColon } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { inertText } from './visibleText.ts';

export type Json = { readonly [key: string]: unknown };

/** Elements that fold need ids, unique within the card; the place of a block gives them. */
export const elements = (words: Words, blocks: readonly Block[], place = 'part'): readonly Json[] =>
  blocks.flatMap((block, at) => element(words, block, `${place}-${at}`));

const TONES = { strong: { weight: 'Bolder' }, quiet: { isSubtle: true } } as const;

function element(words: Words, block: Block, place: string): readonly Json[] {
  switch (block.block) {
    case 'heading':
      return [heading(block.text, block.level)];
    case 'paragraph':
      return lines(block.text, block.tone && TONES[block.tone]);
    case 'rows':
      return block.rows.map(({ label, value }) =>
        rich([run(`${withColon(label)} `, { weight: 'Bolder' }), run(value)], { spacing: 'Small' }),
      );
    case 'list':
      return block.items.map((item) => rich([run(`• ${item}`)], { spacing: 'Small' }));
    case 'note':
      return [
        box(
          block.tone === 'warning' ? 'warning' : 'accent',
          lines(block.text, block.tone === 'warning' ? TONES.strong : undefined),
        ),
      ];
    case 'link':
      return [actionSet([{ type: 'Action.OpenUrl', title: inertText(block.label), url: block.url }])];
    case 'quote':
      return [box('emphasis', lines(block.text))];
    case 'input':
      return input(words, block);
    case 'group':
      return [group(elements(words, block.blocks, place))];
    case 'actions':
      return block.stacked ? block.actions.map((each) => actionSet([action(each)])) : actionSets(words, block.actions, place);
    case 'disclosure':
      return disclosure(words, block, place);
  }
}

/** Without a look a run is only its text: Microsoft's schema takes a string for it, and the card stays small. */
const run = (text: string, look?: Json): Json | string =>
  look === undefined ? inertText(text) : { type: 'TextRun', text: inertText(text), ...look };
const rich = (inlines: readonly (Json | string)[], look: Json = {}): Json => ({ type: 'RichTextBlock', inlines, ...look });

/** One block of text for each line that people wrote; empty lines are only distance. */
function lines(text: string, look?: Json): readonly Json[] {
  const written = text.split('\n').filter((line) => line.trim() !== '');
  return written.map((line, at) => rich([run(line, look)], at === 0 ? {} : { spacing: 'Small' }));
}

const heading = (text: string, level: 1 | 2): Json => ({
  type: 'TextBlock',
  text: withoutMarkdown(text),
  style: 'heading',
  wrap: true,
  weight: 'Bolder',
  size: level === 1 ? 'Large' : 'Medium',
  ...(level === 2 ? { spacing: 'Large' } : {}),
});

/** Headings are our own words and numbers, but a text block reads Markdown: its signs are escaped. */
const withoutMarkdown = (text: string): string => inertText(text).replace(/([*_[\]~`\\])/g, '\\$1');

const box = (style: string, items: readonly Json[]): Json => ({ type: 'Container', style, items });

function input(words: Words, block: InputBlock): readonly Json[] {
  const { name, label, value, required, missing } = block;
  const hint = block.hint === undefined ? [] : [rich([run(block.hint, { isSubtle: true, size: 'Small' })], { spacing: 'None' })];
  const common = { id: name, ...(required ? { isRequired: true, errorMessage: missing } : {}) };
  const placeholder = block.placeholder === undefined ? {} : { placeholder: block.placeholder };
  const given = value === '' ? {} : { value };
  switch (block.input) {
    case 'toggle':
      return [
        {
          type: 'Input.Toggle',
          ...common,
          label: inertText(label),
          title: words.ticked,
          wrap: true,
          valueOn: 'true',
          valueOff: 'false',
          ...given,
        },
        ...hint,
      ];
    case 'choice':
    case 'choices':
      return [
        { type: 'Input.ChoiceSet', ...common, label: inertText(label), ...placeholder, ...given, ...choices(block) },
        ...hint,
      ];
    case 'text':
    case 'moment':
      return [
        { type: 'Input.Text', ...common, label: inertText(label), ...placeholder, ...given, maxLength: LIMITS.adaptiveCard.text },
        ...hint,
      ];
    case 'longText':
      return [
        {
          type: 'Input.Text',
          ...common,
          label: inertText(label),
          ...placeholder,
          ...given,
          isMultiline: true,
          maxLength: LIMITS.adaptiveCard.longText,
        },
        ...hint,
      ];
  }
}

const choices = (block: InputBlock): Json => ({
  ...(block.input === 'choices' ? { isMultiSelect: true } : {}),
  style: block.choices.length <= LIMITS.adaptiveCard.expandedChoices ? 'expanded' : 'compact',
  wrap: true,
  choices: block.choices.map(({ id, label }) => ({ title: inertText(label), value: id })),
});

/** The first six stay in sight, the others behind „Weitere Schritte“. */
function actionSets(words: Words, all: readonly ActionBlock[], place: string): readonly Json[] {
  const most = LIMITS.adaptiveCard.actions;
  if (all.length <= most) return inLines(all).map((line) => actionSet(line.map(action)));
  const cut = cutFor(all, most - 1);
  const [first, more] = [all.slice(0, cut), all.slice(cut)];
  return [
    ...inLines(first).map((line) => actionSet(line.map(action))),
    actionSet([toggle(words.moreSteps, place)]),
    { type: 'Container', id: place, isVisible: false, items: inLines(more).map((line) => actionSet(line.map(action))) },
  ];
}

/** Buttons that do the same in different measure („2 Std.“, „4 Std.“) stay together, on whichever side of the cut. Every form is a step of its own. */
function cutFor(all: readonly ActionBlock[], most: number): number {
  const [before, after] = [all[most - 1], all[most]];
  const isOneChoice = before !== undefined && before.verb === after?.verb && before.verb !== 'openForm';
  return isOneChoice && most > 1 ? cutFor(all, most - 1) : most;
}

/** As many buttons to a line as fit side by side; a client that does not wrap them would cut the last one off. */
function inLines(all: readonly ActionBlock[]): readonly (readonly ActionBlock[])[] {
  const full: ActionBlock[][] = [];
  for (const next of all) {
    const line = full.at(-1);
    if (line !== undefined && lineLength([...line, next]) <= LIMITS.adaptiveCard.lineOfActions) line.push(next);
    else full.push([next]);
  }
  return full;
}

/** In characters; the frame of a button takes about as much as four. */
const lineLength = (line: readonly ActionBlock[]): number => line.reduce((length, { label }) => length + label.length + 4, 0);

const actionSet = (given: readonly Json[]): Json => ({ type: 'ActionSet', actions: given });

const action = ({ label, verb, data, style, about, takesInputs }: ActionBlock): Json => ({
  type: 'Action.Execute',
  title: inertText(label),
  verb,
  data,
  ...(takesInputs ? {} : { associatedInputs: 'none' }),
  ...(style === 'primary' ? { style: 'positive' } : style === 'danger' ? { style: 'destructive' } : {}),
  ...tooltip(label, about),
});

/** Said where the title alone is not enough, and where a narrow client may cut it off. */
function tooltip(title: string, about: string | undefined): Json {
  if (about !== undefined) return { tooltip: inertText(`${title}: ${about}`) };
  return title.length > LIMITS.adaptiveCard.shortTitle ? { tooltip: inertText(title) } : {};
}

const toggle = (title: string, target: string, about?: string): Json => ({
  type: 'Action.ToggleVisibility',
  title: inertText(title),
  targetElements: [target],
  ...tooltip(title, about),
});

const disclosure = (words: Words, { title, about, blocks }: BlockOf<'disclosure'>, place: string): readonly Json[] => [
  actionSet([toggle(title, place, about)]),
  { type: 'Container', id: place, isVisible: false, items: elements(words, blocks.flatMap(lean), place) },
];

/**
 * What is folded away can be long, and every element costs more room than its text: there labels go without weight, and what
 * people wrote stands behind a bar instead of in a box.
 */
function lean(block: Block): readonly Block[] {
  if (block.block === 'rows') return block.rows.map(({ label, value }) => paragraph(`${withColon(label)} ${value}`));
  if (block.block === 'paragraph' && block.tone === 'quiet') return [paragraph(block.text)];
  if (block.block === 'quote') return [paragraph(block.text.replace(/^(?=.*\S)/gm, '│ '))];
  return [block];
}

/** The lines of a group stand closer to each other than to what comes before. */
const group = (items: readonly Json[]): Json => ({
  type: 'Container',
  spacing: 'Medium',
  items: items.map((item, at) => (at === 0 ? item : { ...item, spacing: 'Small' })),
});
