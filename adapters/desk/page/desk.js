// @ts-check
/** The page of the desk: two seats, the channel between them, a clock. */
import { element, firstLine, messageList } from './pane.js';
import { seatPane } from './seatPane.js';
import { post, postOnce } from './sending.js';
import { words } from './words.js';

/** @typedef {import('./pane.js').Item} Item */
/** @typedef {import('./seatPane.js').Seat} Seat */
/** @typedef {{ now: string, nextDue?: string }} DeskTime */
/** @typedef {DeskTime & { organisation: string, timeZone: string, language: 'de' | 'en', seats: Seat[], channel?: string, items: Item[] }} State */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const response = await fetch('/state');
const state = /** @type {State} */ (await response.json());
let language = /** @type {'de' | 'en'} */ (localStorage.getItem('language') ?? state.language);
let known = 0;

/** @param {string} at @param {Intl.DateTimeFormatOptions} parts */
const format = (at, parts) =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { timeZone: state.timeZone, ...parts }).format(new Date(at));
/** @type {import('./pane.js').Manner} */
const manner = {
  language: () => language,
  words: () => words[language],
  time: (at) => format(at, { hour: '2-digit', minute: '2-digit' }),
  day: (at) => format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
};
/** @param {string} at */
const fullTime = (at) =>
  format(at, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

// ---------------------------------------------------------------- columns

/** @param {'direct' | 'channel'} place @returns {import('./seatPane.js').Act} */
const acting = (place) => async (seat, content, id) => {
  const { answer } = await post('/act', { seat: seat.account, id, language, place, content });
  return answer;
};

/** A press in the channel is answered in the own conversation of whoever pressed. @type {import('./seatPane.js').Act} */
const answeredRight = async (seat, content, id) => {
  const answer = await acting('channel')(seat, content, id);
  chooseTab('right');
  return answer;
};

const left = seatPane(
  byId('left'),
  state.seats.filter(({ office }) => !office),
  manner,
  acting('direct'),
  nameTabs,
);
const officeSeats = state.seats.filter(({ office }) => office);
const right = seatPane(byId('right'), officeSeats.length > 0 ? officeSeats : state.seats, manner, acting('direct'), () => {
  channel.relabel();
  nameTabs();
});
const channel = channelPane(byId('channel'));

/** @param {HTMLElement} section */
function channelPane(section) {
  const title = element('h2', { id: 'channel-title' });
  const note = element('p', {});
  const empty = element('p', { class: 'empty' });
  const list = element('ol', { class: 'items' });
  const scroller = element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'channel-title' },
    empty,
    list,
  );
  section.append(element('header', { class: 'pane-head' }, element('div', {}, title, note)), scroller);
  const messages = messageList(
    scroller,
    list,
    manner,
    (press, card) => void right.give({ type: 'press', ...press }, card, answeredRight),
  );
  const relabel = () => {
    title.textContent = `# ${manner.words().channel}`;
    note.textContent = manner.words().channelNote;
    empty.textContent = manner.words().emptyChannel;
    messages.redraw();
  };
  relabel();
  return {
    relabel,
    toEnd: messages.toEnd,
    /** @param {Item} item */
    show: (item) => {
      const isNew = item.place === `channel:${state.channel}` && messages.show(item);
      empty.hidden = !messages.isEmpty();
      return isNew;
    },
  };
}

/** @typedef {'left' | 'channel' | 'right'} Tab */
/** @type {Tab[]} */
const tabs = ['left', 'channel', 'right'];
const panes = { left, channel, right };
/** @type {Record<Tab, number>} */
const unread = { left: 0, channel: 0, right: 0 };
/** @type {Tab} */
let tab = 'left';
/** @param {Tab} name */
const tabName = (name) => manner.words().tabs[name];

/** On a narrow screen one column is shown at a time. @param {Tab} chosen */
function chooseTab(chosen) {
  tab = chosen;
  unread[chosen] = 0;
  document.body.dataset.tab = chosen;
  panes[chosen].toEnd();
  nameTabs();
}

function nameTabs() {
  for (const name of tabs) {
    const button = /** @type {HTMLElement} */ (document.querySelector(`.tabs [data-tab="${name}"]`));
    const count = unread[name];
    const badge =
      count > 0 && name !== tab
        ? [element('span', { class: 'badge', 'aria-label': manner.words().unread(count) }, String(count))]
        : [];
    button.replaceChildren(element('span', {}, tabName(name)), ...badge);
    if (name === tab) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
}

/** @param {Item} item @param {boolean} tell whether somebody should hear of it */
function show(item, tell) {
  known = Math.max(known, item.change);
  for (const name of tabs) {
    if (!panes[name].show(item) || !tell || item.content.type !== 'message') continue;
    unread[name] += 1;
    byId('announcer').textContent = manner.words().newIn(tabName(name), firstLine(item, language));
  }
  if (tell) nameTabs();
}

// ---------------------------------------------------------------- clock

/** @type {{ time: DeskTime, heardAt: number }} */
let clock = { time: state, heardAt: performance.now() };

function showClock() {
  const now = new Date(Date.parse(clock.time.now) + performance.now() - clock.heardAt).toISOString();
  byId('now').textContent = fullTime(now);
  byId('now').setAttribute('datetime', now);
}

/** @param {DeskTime} time */
function setClock(time) {
  clock = { time, heardAt: performance.now() };
  showClock();
}

const SAID_FOR_MS = 6000;
let silence = 0;

/** Says something about the page itself, for a while or until it is over. @param {string} text @param {boolean} [untilOver] */
function say(text, untilOver = false) {
  clearTimeout(silence);
  byId('status').textContent = text;
  if (!untilOver) silence = window.setTimeout(() => void (byId('status').textContent = ''), SAID_FOR_MS);
}

/** Rests the button while something is on its way, and says so where it fails. @param {HTMLButtonElement} button @param {() => Promise<void>} work */
async function during(button, work) {
  button.disabled = true;
  try {
    await work();
  } catch (error) {
    const sentences = /** @type {Record<string, string>} */ (manner.words().faults);
    say(sentences[/** @type {{ fault?: string }} */ (error).fault ?? 'failed'] ?? manner.words().faults.failed);
  } finally {
    button.disabled = false;
    button.focus();
  }
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-forward]'))) {
  const by = button.dataset.forward ?? '';
  button.addEventListener('click', () =>
    during(button, async () => {
      const before = clock.time.now;
      const time = /** @type {DeskTime} */ (
        await postOnce('/clock', by === 'next' ? { to: 'nextMessage' } : { hours: Number(by) })
      );
      setClock(time);
      say(
        by === 'next' && Date.parse(time.now) - Date.parse(before) < 1000
          ? manner.words().nothingDue
          : manner.words().movedTo(fullTime(time.now)),
      );
    }),
  );
}

const example = /** @type {HTMLButtonElement} */ (byId('example'));
example.addEventListener('click', () =>
  during(example, async () => {
    say(manner.words().examplePlaying, true);
    const { played } = await postOnce('/example', {});
    say(played ? manner.words().exampleDone : manner.words().exampleThere);
  }),
);

// ---------------------------------------------------------------- language

function relabel() {
  document.documentElement.lang = language;
  const all = /** @type {Record<string, unknown>} */ (manner.words());
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-words]')))
    node.textContent = String(all[node.dataset.words ?? '']);
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-words-label]')))
    node.setAttribute('aria-label', String(all[node.dataset.wordsLabel ?? '']));
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-language]')))
    button.setAttribute('aria-pressed', String(button.dataset.language === language));
  byId('organisation').textContent = state.organisation;
  left.relabel();
  right.relabel();
  channel.relabel();
  nameTabs();
  showClock();
}

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-language]'))) {
  button.addEventListener('click', () => {
    language = button.dataset.language === 'en' ? 'en' : 'de';
    localStorage.setItem('language', language);
    say('');
    relabel();
  });
}
for (const name of tabs) document.querySelector(`.tabs [data-tab="${name}"]`)?.addEventListener('click', () => chooseTab(name));

// ---------------------------------------------------------------- what comes in

/** Listens for what changes; after a break it goes on where it was. */
function listen() {
  const events = new EventSource(`/events?after=${known}`);
  let wasLost = false;
  events.addEventListener('item', (event) => show(JSON.parse(event.data), true));
  events.addEventListener('time', (event) => setClock(JSON.parse(event.data)));
  events.addEventListener('open', () => {
    if (wasLost) say(manner.words().online);
    wasLost = false;
  });
  events.addEventListener('error', () => {
    wasLost = true;
    say(manner.words().offline, true);
    if (events.readyState !== EventSource.CLOSED) return;
    setTimeout(listen, 1500);
  });
}

for (const item of state.items) show(item, false);
relabel();
for (const name of tabs) panes[name].toEnd();
chooseTab('left');
setInterval(showClock, 1000);
listen();
