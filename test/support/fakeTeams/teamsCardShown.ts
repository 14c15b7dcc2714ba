// What a card shows, read as a client of Teams would.
import type { CardNode } from '../adaptiveCardsLibrary.ts';
import { nodesOf } from '../adaptiveCardsLibrary.ts';

const isNode = (value: unknown): value is CardNode => typeof value === 'object' && value !== null && !Array.isArray(value);
const nodes = (value: unknown): readonly CardNode[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** A sign that no reader sees; it keeps a client from reading markup into what people wrote. */
const JOINER = '\u2060';

/** Line by line; what is folded away only where it is asked for. The values of fields are not among it, their labels and choices are. */
export const linesOf = (card: unknown, unfolded: boolean): readonly string[] =>
  isNode(card)
    ? nodes(card.body).flatMap((element) => linesOn(element, unfolded).map((line) => line.replaceAll(JOINER, '')))
    : [];

function linesOn(element: CardNode, unfolded: boolean): readonly string[] {
  if (element.isVisible === false && !unfolded) return [];
  switch (element.type) {
    case 'TextBlock':
      // Markdown is drawn: what was escaped stands there as it was meant.
      return [String(element.text).replaceAll(/\\([*_[\]~`\\])/g, '$1')];
    case 'RichTextBlock':
      return [(element.inlines as readonly (string | CardNode)[]).map((run) => (isNode(run) ? String(run.text) : run)).join('')];
    case 'Container':
      return nodes(element.items).flatMap((item) => linesOn(item, unfolded));
    case 'ActionSet':
      return nodes(element.actions).map(({ title }) => String(title));
    case 'Input.Text':
    case 'Input.Toggle':
      return [element.label, element.title].filter((line) => typeof line === 'string');
    case 'Input.ChoiceSet':
      return [String(element.label), ...nodes(element.choices).map(({ title }) => String(title))];
    default:
      throw new Error(`A client would not know the element ${String(element.type)}.`);
  }
}

export type Field = CardNode & { readonly id: string; readonly type: string };
export const fieldsOf = (card: unknown): readonly Field[] =>
  nodesOf(card).filter((node): node is Field => typeof node.type === 'string' && node.type.startsWith('Input.'));

/** The buttons that lead to the bot, also those that are folded away. */
export const buttonsOf = (card: unknown): readonly CardNode[] =>
  nodesOf(isNode(card) ? card.body : []).filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit');
