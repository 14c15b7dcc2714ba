// @ts-check
/** Draws an Adaptive Card with Microsoft's renderer, in the look of this page. */

/** @typedef {{ verb: string, data: Record<string, string>, inputs: Record<string, string> }} Press */

const { AdaptiveCard, HostConfig, ExecuteAction, OpenUrlAction } = /** @type {any} */ (globalThis).AdaptiveCards;

/** @param {string} name */
const colour = (name) => ({ default: `var(--${name})`, subtle: `var(--${name}-soft)` });
const foregroundColors = {
  default: colour('text'),
  dark: colour('text'),
  light: colour('text'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
};
/** @param {string} background */
const container = (background) => ({ backgroundColor: `var(--${background})`, foregroundColors });

const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  fontTypes: { default: { fontFamily: 'inherit' }, monospace: { fontFamily: 'ui-monospace, monospace' } },
  fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 19, default: 22, medium: 23, large: 25, extraLarge: 30 },
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  supportsInteractivity: true,
  containerStyles: {
    default: container('surface'),
    emphasis: container('emphasis'),
    accent: container('accent-tint'),
    good: container('good-tint'),
    warning: container('warning-tint'),
    attention: container('attention-tint'),
  },
  actions: {
    maxActions: 20,
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
    spacing: 'medium',
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder' },
  },
  factSet: {
    title: { color: 'default', weight: 'default', isSubtle: true, wrap: true, maxWidth: 170 },
    value: { wrap: true },
    spacing: 12,
  },
});

/** @param {string} text */
const escapeHtml = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Bold, italic and a backslash before a sign that is meant as itself: all that our cards use of the markdown of Teams. @param {string} text */
function inline(text) {
  /** @type {string[]} */
  const kept = [];
  const held = text.replace(/\\([\\`*_{}[\]()#+\-.!~>|])/g, (_whole, sign) => `\u0000${kept.push(escapeHtml(sign)) - 1}\u0000`);
  return escapeHtml(held)
    .replace(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\p{L}\p{N}_])_([^_\n]+)_(?![\p{L}\p{N}_])/gu, '<em>$1</em>')
    .replaceAll('\n', '<br>')
    .replace(/\u0000(\d+)\u0000/g, (_whole, index) => kept[Number(index)] ?? '');
}

/** Paragraphs and lists. @param {string} text */
function markdown(text) {
  const blocks = text.split(/\n{2,}/);
  return blocks
    .map((block) => {
      const lines = block.split(/\n/);
      const isList = lines.every((line) => /^[-*] /.test(line));
      return isList ? `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>` : `<p>${inline(block)}</p>`;
    })
    .join('');
}

AdaptiveCard.onProcessMarkdown = (
  /** @type {string} */ text,
  /** @type {{ outputHtml?: string, didProcess: boolean }} */ result,
) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};

/** The same card with what was typed into it, so that nothing is lost when it is drawn again. @param {any} node @param {Record<string, string>} typed @returns {any} */
function withTyped(node, typed) {
  if (Array.isArray(node)) return node.map((part) => withTyped(part, typed));
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, name === 'data' ? value : withTyped(value, typed)]),
  );
  const kept = typeof copy.type === 'string' && copy.type.startsWith('Input.') ? typed[copy.id] : undefined;
  return kept === undefined ? copy : { ...copy, value: kept };
}

/** @param {any} card @returns {Record<string, string>} */
const typedInto = (card) =>
  Object.fromEntries(
    card
      .getAllInputs()
      .flatMap((/** @type {any} */ input) =>
        input.value === undefined || input.value === '' ? [] : [[input.id, String(input.value)]],
      ),
  );

/** @param {unknown} data @returns {Record<string, string>} */
const textsOf = (data) =>
  typeof data === 'object' && data !== null
    ? Object.fromEntries(Object.entries(data).filter(([, value]) => typeof value === 'string'))
    : {};

/**
 * @param {object} json the card
 * @param {Record<string, string>} typed what to fill in
 * @param {(press: Press, button: HTMLElement | undefined) => void} onPress
 * @returns {{ element: HTMLElement, typed: () => Record<string, string> }}
 */
export function drawCard(json, typed, onPress) {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(withTyped(json, typed));
  card.onExecuteAction = (/** @type {any} */ action) => {
    if (action instanceof OpenUrlAction) window.open(action.url, '_blank', 'noopener,noreferrer');
    if (!(action instanceof ExecuteAction)) return;
    // `data` has the inputs mixed in by now; the card as it was sent tells which is which.
    onPress(
      {
        verb: action.verb ?? '',
        data: textsOf(action.toJSON().data),
        inputs: action.associatedInputs === 'none' ? {} : typedInto(card),
      },
      action.renderedElement,
    );
  };
  const element = card.render();
  element.removeAttribute('tabindex');
  // A label makes the whole group readable; the renderer gives it to single fields only.
  for (const group of element.querySelectorAll('.ac-choiceSetInput-expanded')) group.setAttribute('role', 'radiogroup');
  return { element, typed: () => typedInto(card) };
}
