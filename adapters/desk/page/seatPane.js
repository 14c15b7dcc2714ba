// @ts-check
/** The column of one seat: who sits there, their conversation, a field to write in. */
import { element, messageList } from './pane.js';

/** @typedef {import('./pane.js').Item} Item */
/** @typedef {import('./pane.js').Manner} Manner */
/** @typedef {{ account: string, name: string, roles: string[], office: boolean }} Seat */
/** @typedef {{ type: 'text', text: string, files: number } | ({ type: 'press' } & import('./cardView.js').Press)} ActContent */
/** @typedef {(seat: Seat, content: ActContent, id: string) => Promise<Item | null>} Act Rejects with SendingFailed. */

/** The name of the role that says most. @param {Manner} manner @param {Seat} seat */
function roleName(manner, seat) {
  const names = /** @type {Record<string, string>} */ (manner.words().roles);
  return names[seat.roles[0] ?? 'employee'] ?? '';
}

/** @param {HTMLElement} section @param {readonly Seat[]} seats */
function build(section, seats) {
  const id = section.id;
  const parts = {
    title: element('h2', { id: `${id}-title` }),
    role: element('p'),
    chooser: element('select', {}, ...seats.map(({ account, name }) => element('option', { value: account }, name))),
    home: element('button', { type: 'button', class: 'quiet' }),
    scroller: element('div', { class: 'scroll', tabindex: '0', role: 'region' }),
    empty: element('p', { class: 'empty' }),
    fault: element('div', { class: 'fault', role: 'alert', hidden: '' }),
    label: element('label', { class: 'unseen', for: `${id}-text` }),
    field: element('textarea', { id: `${id}-text`, rows: '1', 'aria-describedby': `${id}-hint` }),
    hint: element('span', { class: 'unseen', id: `${id}-hint` }),
    send: element('button', { type: 'submit', class: 'primary' }),
  };
  const { title, role, chooser, home, scroller, fault, label, field, hint, send } = parts;
  const several = seats.length > 1;
  if (several) title.className = 'unseen';
  const composer = element('form', { class: 'composer' }, label, field, hint, send);
  const who = element('div', {}, title, ...(several ? [chooser] : []), role);
  section.append(element('header', { class: 'pane-head' }, who, home), scroller, fault, composer);
  return { ...parts, composer };
}

/** The field grows with what is typed, Enter sends. @param {ReturnType<typeof build>} parts @param {(text: string) => Promise<boolean>} onText */
function letWrite({ composer, field }, onText) {
  const grow = () => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight + 2, 180)}px`;
  };
  const write = async () => {
    const text = field.value;
    if (text.trim() === '') return;
    field.value = '';
    grow();
    const arrived = await onText(text);
    if (!arrived && field.value === '') field.value = text;
    grow();
  };
  composer.addEventListener('submit', (event) => {
    event.preventDefault();
    void write();
  });
  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void write();
  });
}

/** Says what did not work and offers to send the same once more. @param {HTMLElement} box @param {unknown} error @param {Manner} manner @param {() => void} again */
function showFault(box, error, manner, again) {
  const words = manner.words();
  const sentences = /** @type {Record<string, string>} */ (words.faults);
  const name = /** @type {{ fault?: string }} */ (error).fault ?? 'failed';
  const retry = element('button', { type: 'button', class: 'quiet' }, words.retry);
  retry.addEventListener('click', again);
  box.replaceChildren(element('p', {}, sentences[name] ?? words.faults.failed), retry);
  box.hidden = false;
}

/** Lets nothing be pressed twice while something is on its way; answers how to end that. @param {HTMLElement | undefined} source */
function rest(source) {
  const buttons = [...(source?.querySelectorAll('button') ?? [])].filter((button) => !button.disabled);
  for (const button of buttons) button.disabled = true;
  source?.classList.add('is-busy');
  return () => {
    for (const button of buttons) button.disabled = false;
    source?.classList.remove('is-busy');
  };
}

/** @param {ReturnType<typeof build>} parts @param {Seat} seat @param {Manner} manner */
function nameEverything(parts, seat, manner) {
  const words = manner.words();
  parts.title.textContent = seat.name;
  parts.role.textContent = roleName(manner, seat);
  parts.chooser.setAttribute('aria-label', words.whoSits);
  parts.home.textContent = words.home;
  parts.home.setAttribute('aria-label', words.homeOf(seat.name));
  parts.scroller.setAttribute('aria-label', seat.name);
  parts.empty.textContent = words.emptySeat;
  parts.label.textContent = words.writeAs(seat.name);
  parts.field.placeholder = words.write;
  parts.hint.textContent = words.enterSends;
  parts.send.textContent = words.send;
}

/**
 * @param {HTMLElement} section
 * @param {readonly Seat[]} seats those who may sit here; at least one
 * @param {Manner} manner
 * @param {Act} act
 * @param {() => void} onSeat called when somebody else sits down
 */
export function seatPane(section, seats, manner, act, onSeat) {
  const parts = build(section, seats);
  let seat = /** @type {Seat} */ (seats[0]);
  const conversations = new Map(
    seats.map(({ account }) => {
      const list = element('ol', { class: 'items' });
      const messages = messageList(parts.scroller, list, manner, (press, card) => void give({ type: 'press', ...press }, card));
      return [account, { list, messages }];
    }),
  );
  /** @param {string} account */
  const of = (account) => /** @type {NonNullable<ReturnType<typeof conversations.get>>} */ (conversations.get(account));
  const showEmpty = () => void (parts.empty.hidden = !of(seat.account).messages.isEmpty());

  /** @param {Item} item */
  function show(item) {
    const owner = seats.find(({ account }) => item.place === `person:${account}`);
    const isNew = owner !== undefined && of(owner.account).messages.show(item);
    showEmpty();
    return isNew;
  }

  /**
   * Sends; after a failure the same press can be sent again under the same id. Answers whether it arrived.
   * @param {ActContent} content
   * @param {HTMLElement} [source] what was used; its buttons rest while it is on its way
   * @param {Act} [by] for a press in another place than this one
   * @param {string} [id]
   */
  async function give(content, source, by = act, id = crypto.randomUUID()) {
    const sender = seat;
    const wake = rest(source);
    parts.fault.hidden = true;
    try {
      const answer = await by(sender, content, id);
      if (answer) show(answer);
      if (answer) of(sender.account).messages.goTo(answer.id);
      return true;
    } catch (error) {
      showFault(parts.fault, error, manner, () => void give(content, source, by, id));
      return false;
    } finally {
      wake();
    }
  }

  function sit() {
    const { list, messages } = of(seat.account);
    parts.scroller.replaceChildren(parts.empty, list);
    parts.fault.hidden = true;
    nameEverything(parts, seat, manner);
    showEmpty();
    messages.toEnd();
  }

  parts.chooser.addEventListener('change', () => {
    seat = seats.find(({ account }) => account === parts.chooser.value) ?? seat;
    sit();
    onSeat();
  });
  parts.home.addEventListener(
    'click',
    () => void give({ type: 'press', verb: 'home', data: {}, inputs: {} }, parts.home.parentElement ?? undefined),
  );
  letWrite(parts, (text) => give({ type: 'text', text, files: 0 }, parts.composer));
  sit();
  return {
    show,
    give,
    seat: () => seat,
    relabel: () => {
      for (const { messages } of conversations.values()) messages.redraw();
      nameEverything(parts, seat, manner);
    },
    toEnd: () => of(seat.account).messages.toEnd(),
  };
}
