import type { ActionData, Verb } from '../src/prompt/action.ts';

/**
 * What a prompt becomes before any platform draws it: blocks of plain text. No block carries markup, so a platform that knows
 * markup has to neutralise every text it is given.
 */
export type Block =
  | { readonly block: 'heading'; readonly text: string; readonly level: 1 | 2 }
  /** `quiet`: what may be read later. `strong`: the name of what follows. */
  | { readonly block: 'paragraph'; readonly text: string; readonly tone?: 'quiet' | 'strong' }
  | { readonly block: 'rows'; readonly rows: readonly Row[] }
  | { readonly block: 'list'; readonly items: readonly string[] }
  /** What must not be overlooked. Its text says so itself, so that it is understood without any colour. */
  | { readonly block: 'note'; readonly text: string; readonly tone: 'info' | 'warning' }
  /** Lines that belong together, a little apart from the next ones. */
  | { readonly block: 'group'; readonly blocks: readonly Block[] }
  /** Words of people, set apart so that nobody takes them for ours. */
  | { readonly block: 'quote'; readonly text: string }
  | InputBlock
  /** `stacked`: one below the other, for answers that are long and are read before one is chosen. */
  | { readonly block: 'actions'; readonly actions: readonly ActionBlock[]; readonly stacked?: true }
  /** An address of ours, never one that people wrote. */
  | { readonly block: 'link'; readonly label: string; readonly url: string }
  /** Folded away until somebody asks for it. `about` is said aloud where several have the same title. */
  | { readonly block: 'disclosure'; readonly title: string; readonly about?: string; readonly blocks: readonly Block[] };

export type BlockOf<B extends Block['block']> = Extract<Block, { readonly block: B }>;

export type Row = { readonly label: string; readonly value: string };

export type InputBlock = {
  readonly block: 'input';
  readonly input: 'text' | 'longText' | 'moment' | 'choice' | 'choices' | 'toggle';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** As typed before; never changed on the way. */
  readonly value: string;
  readonly required: boolean;
  readonly missing: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
};

export type ActionBlock = {
  readonly label: string;
  readonly verb: Verb;
  readonly data: ActionData;
  readonly style?: 'primary' | 'danger';
  /** What a screen reader says where the label alone would be the same on several buttons. */
  readonly about?: string;
  /** False for a way out of a form: it takes no inputs along and asks for none. */
  readonly takesInputs: boolean;
};

/** How much finds room: characters of each text people wrote, entries of each list, lines of each duty. What is left out is said. */
export type Room = { readonly text: number; readonly entries: number; readonly duties: 'full' | 'one line' };
export const ALL_ROOM: Room = { text: Number.POSITIVE_INFINITY, entries: Number.POSITIVE_INFINITY, duties: 'full' };

export const heading = (text: string, level: 1 | 2 = 1): Block => ({ block: 'heading', text, level });
export const paragraph = (text: string): Block => ({ block: 'paragraph', text });
export const quiet = (text: string): Block => ({ block: 'paragraph', text, tone: 'quiet' });
export const strong = (text: string): Block => ({ block: 'paragraph', text, tone: 'strong' });
export const info = (text: string): Block => ({ block: 'note', text, tone: 'info' });
export const warning = (text: string): Block => ({ block: 'note', text, tone: 'warning' });
export const list = (items: readonly string[]): readonly Block[] => (items.length === 0 ? [] : [{ block: 'list', items }]);
export const rows = (...entries: readonly (Row | undefined)[]): readonly Block[] => {
  const present = entries.filter((row) => row !== undefined);
  return present.length === 0 ? [] : [{ block: 'rows', rows: present }];
};
/** A label that asks needs no colon. */
export const withColon = (label: string): string => (/[?:]\)?$/.test(label) ? label : `${label}:`);
export const row = (label: string, value: string): Row | undefined => (value === '' ? undefined : { label, value });
export const disclosure = (title: string, about: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [{ block: 'disclosure', title, about, blocks }];
export const link = (label: string, url: string): Block => ({ block: 'link', label, url });
export const group = (...blocks: readonly Block[]): Block => ({ block: 'group', blocks });
export const stacked = (entries: readonly ActionBlock[]): Block => ({ block: 'actions', actions: entries, stacked: true });
export const actions = (...entries: readonly (ActionBlock | undefined)[]): readonly Block[] => {
  const present = entries.filter((entry) => entry !== undefined);
  return present.length === 0 ? [] : [{ block: 'actions', actions: present }];
};
