// Blocks as elements of an Adaptive Card 1.5. Text runs carry all text: unlike text blocks they know no Markdown.
import type { Words } from '../src/words/words.ts';
import type { ActionBlock, Block, InputBlock } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { inertText } from './visibleText.ts';

export type Json = { readonly [key: string]: unknown };

/** Elements that fold need ids, unique within the card; the place of a block gives them. */
export const elements = (words: Words, blocks: readonly Block[], place = 'part'): readonly Json[] =>
  blocks.flatMap((block, at) => element(words, block, `${place}-${at}`));

function element(words: Words, block: Block, place: string): readonly Json[] {
  switch (block.block) {
    case 'heading':
      return [heading(block.text, block.level)];
    case 'paragraph':
      return lines(block.text, block.tone === 'strong' ? { weight: 'Bolder' } : block.tone === 'quiet' ? { isSubtle: true } : {});
    case 'rows':
      return block.rows.map(({ label, value }) =>
        rich([run(`${label}: `, { weight: 'Bolder' }), run(value)], { spacing: 'Small' }),
      );
    case 'list':
      return block.items.map((item) => rich([run(`• ${item}`)], { spacing: 'Small' }));
    case 'note':
      return [
        box(
          block.tone === 'warning' ? 'warning' : 'accent',
          lines(block.text, block.tone === 'warning' ? { weight: 'Bolder' } : {}),
        ),
      ];
    case 'quote':
      return [box('emphasis', lines(block.text, {}))];
    case 'input':
      return input(block);
    case 'actions':
      return actionSets(words, block.actions, place);
    case 'disclosure':
      return disclosure(words, block.title, block.blocks, place);
  }
}

const run = (text: string, look: Json = {}): Json => ({ type: 'TextRun', text: inertText(text), ...look });
const rich = (inlines: readonly Json[], look: Json = {}): Json => ({ type: 'RichTextBlock', inlines, ...look });

/** One block of text for each line that people wrote; empty lines are only distance. */
function lines(text: string, look: Json): readonly Json[] {
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

function input(block: InputBlock): readonly Json[] {
  const { name, label, value, required, missing } = block;
  const hint = block.hint === undefined ? [] : [rich([run(block.hint, { isSubtle: true, size: 'Small' })], { spacing: 'None' })];
  const common = { id: name, ...(required ? { isRequired: true, errorMessage: missing } : {}) };
  const placeholder = block.placeholder === undefined ? {} : { placeholder: block.placeholder };
  const given = value === '' ? {} : { value };
  switch (block.input) {
    case 'toggle':
      return [
        { type: 'Input.Toggle', ...common, title: inertText(label), wrap: true, valueOn: 'true', valueOff: 'false', ...given },
        ...hint,
      ];
    case 'choice':
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
  style: block.choices.length <= LIMITS.adaptiveCard.expandedChoices ? 'expanded' : 'compact',
  wrap: true,
  choices: block.choices.map(({ id, label }) => ({ title: inertText(label), value: id })),
});

/** The first six stay in sight, the others behind „Weitere Schritte“, six to a row. */
function actionSets(words: Words, all: readonly ActionBlock[], place: string): readonly Json[] {
  const most = LIMITS.adaptiveCard.actions;
  if (all.length <= most) return [actionSet(all.map(action))];
  const first = all.slice(0, most - 1);
  const more = Array.from({ length: Math.ceil((all.length - first.length) / most) }, (_, at) =>
    all.slice(first.length + at * most, first.length + (at + 1) * most),
  );
  return [
    actionSet([...first.map(action), toggle(words.moreSteps, place)]),
    { type: 'Container', id: place, isVisible: false, items: more.map((row) => actionSet(row.map(action))) },
  ];
}

const actionSet = (given: readonly Json[]): Json => ({ type: 'ActionSet', actions: given });

const action = ({ label, verb, data, style, about, takesInputs }: ActionBlock): Json => ({
  type: 'Action.Execute',
  title: inertText(label),
  verb,
  data,
  associatedInputs: takesInputs ? 'auto' : 'none',
  ...(style === 'primary' ? { style: 'positive' } : style === 'danger' ? { style: 'destructive' } : {}),
  ...(about === undefined ? {} : { tooltip: inertText(`${label}: ${about}`) }),
});

const toggle = (title: string, target: string): Json => ({ type: 'Action.ToggleVisibility', title, targetElements: [target] });

const disclosure = (words: Words, title: string, blocks: readonly Block[], place: string): readonly Json[] => [
  actionSet([toggle(title, place)]),
  { type: 'Container', id: place, isVisible: false, items: elements(words, blocks, place) },
];
