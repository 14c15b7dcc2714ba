// @ts-check
/** One conversation on the page: its messages from the oldest to the newest, each in its spot. */
import { drawCard } from './cardView.js';

/** @typedef {import('./cardView.js').Press} Press */
/** @typedef {{ cards: object[], plain: string }} Drawing */
/** @typedef {{ type: 'message' | 'answer', drawings: Record<string, Drawing> } | { type: 'own', text: string } | { type: 'removed' }} Content */
/** @typedef {{ id: string, place: string, at: string, changedAt: string, ordinal: number, change: number, content: Content }} Item */
/** @typedef {{ language: () => string, words: () => typeof import('./words.js').words.de, time: (at: string) => string, day: (at: string) => string }} Manner */
/** @typedef {(press: Press, card: HTMLElement) => void} OnPress */
/** @typedef {Record<string, string>[]} Typed what was typed, card by card */

const CONTROLS = 'button, input, textarea, select';

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The first line of what a message says, for those who hear it. @param {Item} item @param {string} language */
export const firstLine = (item, language) =>
  item.content.type === 'own'
    ? item.content.text
    : item.content.type === 'removed'
      ? ''
      : (item.content.drawings[language]?.plain.split('\n')[0] ?? '');

/** @param {HTMLElement} scroller */
const isAtEnd = (scroller) => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;

/** @param {Item} item @param {HTMLElement} box @param {Manner} manner */
function botRow(item, box, manner) {
  const words = manner.words();
  const isAnswer = item.content.type === 'answer';
  const changed = item.changedAt === item.at ? [] : [element('span', {}, words.changed(manner.time(item.changedAt)))];
  const note = isAnswer ? [element('span', { class: 'private' }, words.onlyYou)] : [];
  const time = element('time', { datetime: item.at }, manner.time(item.at));
  const head = element('header', {}, element('b', {}, words.bot), time, ...changed, ...note);
  const label = `${words.bot}, ${manner.time(item.at)}: ${firstLine(item, manner.language())}`;
  const article = element('article', { tabindex: '-1', 'data-item': item.id, 'aria-label': label }, head, box);
  return element('li', { class: isAnswer ? 'item item-answer' : 'item' }, article);
}

/** @param {Item} item @param {string} text @param {Manner} manner */
function ownRow(item, text, manner) {
  const time = element('time', { datetime: item.at }, manner.time(item.at));
  return element('li', { class: 'item' }, element('article', { class: 'own' }, element('p', {}, text), time));
}

/** @param {Item} item @param {Typed} typed @param {Manner} manner @param {OnPress} onPress */
function draw(item, typed, manner, onPress) {
  if (item.content.type === 'removed') return { row: element('li', { hidden: '' }), typed: () => [] };
  if (item.content.type === 'own') return { row: ownRow(item, item.content.text, manner), typed: () => [] };
  const drawing = item.content.drawings[manner.language()] ?? { cards: [], plain: '' };
  const box = element('div', { class: 'card' });
  const drawn = drawing.cards.map((card, index) => drawCard(card, typed[index] ?? {}, (press) => onPress(press, box)));
  box.append(...drawn.map((card) => card.element));
  return { row: botRow(item, box, manner), typed: () => drawn.map((card) => card.typed()) };
}

/** Puts the rows in order, with a line between two days. @param {HTMLElement} list @param {readonly { item: Item, row: HTMLElement }[]} rows @param {Manner} manner */
function arrange(list, rows, manner) {
  let day = '';
  const nodes = rows
    .toSorted((one, other) => one.item.ordinal - other.item.ordinal)
    .flatMap(({ item, row }) => {
      const before = day;
      day = manner.day(item.at);
      return before === day ? [row] : [element('li', { class: 'day' }, element('span', {}, day)), row];
    });
  for (const old of list.querySelectorAll('.day')) old.remove();
  // Rows stay where they are if they can, for a moved row would lose the focus.
  nodes.forEach((node, index) => {
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
}

/** A button that is replaced between pressing it and letting go would swallow the press. @param {HTMLElement} row */
const isHeld = (row) => row.querySelector('button:active') !== null;

/** Which of its controls has the focus, by its place among them; -1 for none. @param {HTMLElement} row */
const focusedControl = (row) => [...row.querySelectorAll(CONTROLS)].findIndex((control) => control === document.activeElement);

/** @param {HTMLElement} row @param {number} place */
const focusControl = (row, place) => /** @type {HTMLElement | undefined} */ ([...row.querySelectorAll(CONTROLS)][place])?.focus();

/**
 * @param {HTMLElement} scroller what scrolls
 * @param {HTMLElement} list where the messages go
 * @param {Manner} manner
 * @param {OnPress} onPress
 */
export function messageList(scroller, list, manner, onPress) {
  /** @type {Map<string, { item: Item, row: HTMLElement, typed: () => Typed }>} */
  const shown = new Map();
  const conversation = {
    /** Shows the item, or shows it as it is now. Answers whether it is new here. @param {Item} item */
    show(item) {
      const before = shown.get(item.id);
      if (before && before.item.change >= item.change) return false;
      const stay = isAtEnd(scroller);
      // The next answer takes the place of the last one, but it is another card: what was typed there is not for it.
      const same = before?.item.ordinal === item.ordinal ? before : undefined;
      if (same && isHeld(same.row)) {
        document.addEventListener('pointerup', () => setTimeout(() => conversation.show(item)), { once: true });
        return false;
      }
      const focus = same ? focusedControl(same.row) : -1;
      const made = draw(item, same?.typed() ?? [], manner, onPress);
      shown.set(item.id, { item, ...made });
      before?.row.replaceWith(made.row);
      arrange(list, [...shown.values()], manner);
      focusControl(made.row, focus);
      if (stay) scroller.scrollTop = scroller.scrollHeight;
      return same === undefined;
    },
    /** Draws everything anew, in the language of now, with what was typed. */
    redraw() {
      const stay = isAtEnd(scroller);
      for (const [id, { item, row, typed }] of shown) {
        const made = draw(item, typed(), manner, onPress);
        row.replaceWith(made.row);
        shown.set(id, { item, ...made });
      }
      arrange(list, [...shown.values()], manner);
      if (stay) scroller.scrollTop = scroller.scrollHeight;
    },
    /** Brings the item to the top of what is visible and gives it the focus. @param {string} id */
    goTo(id) {
      const article = shown.get(id)?.row.querySelector('article');
      if (!article) return;
      article.focus({ preventScroll: true });
      scroller.scrollTop += article.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
    },
    toEnd: () => void (scroller.scrollTop = scroller.scrollHeight),
    isEmpty: () => [...shown.values()].every(({ item }) => item.content.type === 'removed'),
  };
  return conversation;
}
