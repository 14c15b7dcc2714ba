import type { Action } from '../src/prompt/action.ts';
import type { Contact } from '../src/prompt/prompt.ts';
import type { Words } from '../src/words/words.ts';
import { type ActionBlock, actions, type Block, quiet, row, rows, type Room } from './blocks.ts';

/** What every part of a layout needs: the words of the reader's language, and how much room there is. */
export type Drawing = { readonly words: Words; readonly room: Room };

/** A button with its usual label. */
export const button = ({ words }: Drawing, { verb, data, style }: Action): ActionBlock => ({
  label: words.buttons[verb](data),
  verb,
  data,
  takesInputs: true,
  ...(style === undefined ? {} : { style }),
});

/** „I am on it“ has a line of its own, so that it stays in sight however many steps there are. */
export function buttons(drawing: Drawing, given: readonly Action[]): readonly Block[] {
  const pauses = given.filter(({ verb }) => verb === 'acknowledge');
  return [
    ...actions(...given.filter((action) => !pauses.includes(action)).map((action) => button(drawing, action))),
    ...actions(...pauses.map((action, place) => pauseButton(drawing, action, place > 0))),
  ];
}

/** After the first one the measure alone is enough to read; what a screen reader says is always the whole. */
function pauseButton(drawing: Drawing, action: Action, isFurther: boolean): ActionBlock {
  const whole = button(drawing, action);
  return isFurther ? { ...whole, label: drawing.words.pauseFurther(action.data['hours'] ?? ''), about: whole.label } : whole;
}

/** A way out of a form: it sends nothing that was typed. */
export const wayOut = (action: ActionBlock): ActionBlock => ({ ...action, takesInputs: false });

/** Words of a person, cut visibly where they find no room. */
export function shortened({ words, room }: Drawing, text: string): string {
  if (text.length <= room.text) return text;
  // A sign outside the basic plane takes two units; it is kept whole or left out.
  const kept = text.slice(0, room.text).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()} ${words.shortened}`;
}

export const quote = (drawing: Drawing, text: string): Block => ({ block: 'quote', text: shortened(drawing, text) });

/** The report itself: what is read first keeps most of the room. */
export const foremostQuote = ({ words, room }: Drawing, text: string): Block =>
  quote({ words, room: { ...room, text: room.text * 6 } }, text);

/** The first entries, as far as there is room, and a line that says how many more there are. */
export function entries<E>(drawing: Drawing, all: readonly E[], draw: (entry: E) => readonly Block[]): readonly Block[] {
  const left = Math.max(0, all.length - drawing.room.entries);
  return [...all.slice(0, all.length - left).flatMap(draw), ...leftOut(drawing, left)];
}

/** The last entries, as far as there is room: of what happened in a case, the newest counts most. */
export function latestEntries<E>(drawing: Drawing, all: readonly E[], draw: (entry: E) => readonly Block[]): readonly Block[] {
  const left = Math.max(0, all.length - drawing.room.entries);
  return [...leftOut(drawing, left), ...all.slice(left).flatMap(draw)];
}

const leftOut = ({ words }: Drawing, count: number): readonly Block[] => (count === 0 ? [] : [quiet(words.moreEntries(count))]);

/** Left out where nothing of the contact is known. */
export const contactLine = ({ words }: Drawing, contact: Contact): readonly Block[] =>
  rows(row(words.labels.contact, words.contactLine(contact)));

/** A drill says so wherever its number stands; its numbers begin with „Ü“. */
export const drillNote = ({ words }: Drawing, number: string): readonly Block[] =>
  number.startsWith('Ü') ? [{ block: 'note', text: words.drill, tone: 'info' }] : [];
