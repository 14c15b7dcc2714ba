// Buttons, and what travels with them: a verb and ids, never content.
import type { ActionData } from '../../src/prompt/action.ts';
import type { Json } from '../adaptiveElements.ts';
import type { ActionBlock } from '../blocks.ts';
import { withoutDates } from './dateMarks.ts';
import { SLACK_LIMITS } from './slackLimits.ts';

/** Raised when old buttons could no longer be read. */
const VERSION = 1;

/** What a button or a form brings back. Nothing of it is trusted. */
export type Carried = {
  readonly verb: string;
  readonly data: ActionData;
  /** Which page of what is opened, from 1; which of its folded parts, from 0. */
  readonly page?: number;
  readonly part?: number;
};

export const carry = ({ verb, data, page, part }: Carried): string =>
  JSON.stringify({ v: VERSION, verb, data, ...(page === undefined ? {} : { page }), ...(part === undefined ? {} : { part }) });

/** Undefined for what no button of ours carries, or one of a version that is not known. */
export function readCarried(value: string | undefined): Carried | undefined {
  const read = parsed(value);
  if (typeof read !== 'object' || read === null) return undefined;
  const { v, verb, data, page, part } = read as Readonly<Record<string, unknown>>;
  if (v !== VERSION || typeof verb !== 'string' || typeof data !== 'object' || data === null) return undefined;
  const texts = Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { verb, data: Object.fromEntries(texts), ...ordinal('page', page), ...ordinal('part', part) };
}

const ordinal = (name: 'page' | 'part', value: unknown): Partial<Carried> =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? { [name]: value } : {};

function parsed(value: string | undefined): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Cut where it must be, and visibly; whole signs only. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd()}…`;
}

export const plainText = (text: string, most: number): Json => ({
  type: 'plain_text',
  // Slack takes no empty text; a name of signs that nobody sees is one.
  text: clipped(withoutDates(text), most) || '–',
  emoji: false,
});

/** `id`: unique within the block. */
export function slackButton(
  id: string,
  { label, about, style }: Pick<ActionBlock, 'label' | 'about' | 'style'>,
  carried: Carried,
): Json {
  return {
    type: 'button',
    action_id: `${carried.verb}.${id}`,
    text: plainText(label, SLACK_LIMITS.button.text),
    value: carry(carried),
    ...(style === undefined ? {} : { style }),
    ...(about === undefined
      ? {}
      : { accessibility_label: clipped(withoutDates(`${label}: ${about}`), SLACK_LIMITS.button.accessibility) }),
  };
}
