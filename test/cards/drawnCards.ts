// Draws cards with Microsoft's renderer. What is exported as a function runs in the browser and may use nothing around it.

/** Roughly the look of Teams: what matters here is wrapping, order and length. */
const STYLE = `
  body { font: 14px/1.45 'Segoe UI', system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif; margin: 0; padding: 12px; background: #f0f0f0 }
  main { display: flex; flex-wrap: wrap; gap: 14px; align-items: flex-start }
  section { background: #fff; border: 1px solid #d1d1d1; border-radius: 8px; padding: 4px; box-sizing: border-box }
  h6 { margin: 0; padding: 6px 12px 0; font: 11px monospace; color: #777; overflow-wrap: anywhere }
  .ac-pushButton { font: inherit; font-weight: 600; padding: 6px 12px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff }
  .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; border-color: transparent }
  .ac-pushButton.style-destructive { color: #c4314b }
  .ac-input { font: inherit; padding: 5px 8px; border: 1px solid #bbb; border-radius: 4px }
  textarea.ac-input { min-height: 64px }
`;

export const pageOf = (language: 'de' | 'en'): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${STYLE}</style><main></main></html>`;

type Style = { width: string; display: string };
type Node = {
  append: (...children: unknown[]) => void;
  readonly style: Style;
  readonly dataset: { name?: string };
  readonly textContent: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  getBoundingClientRect: () => { readonly right: number; readonly left: number; readonly width: number };
  querySelectorAll: (selector: string) => Iterable<Node>;
  querySelector: (selector: string) => Node;
};
/** The little of a browser that is used here; these tests are typed for Node. */
type BrowserGlobals = {
  readonly AdaptiveCards: {
    readonly AdaptiveCard: new () => { hostConfig: unknown; parse: (json: unknown) => void; render: () => unknown };
    readonly HostConfig: new (host: unknown) => unknown;
  };
  readonly document: Node & { createElement: (name: string) => Node };
};

export type Drawn = {
  readonly cards: readonly { readonly name: string; readonly json: unknown }[];
  readonly width: number;
  /** Shows what is folded away too. */
  readonly unfolded?: boolean;
};

/** Each card in a section of its own, under its name. */
export function drawCards({ cards, width, unfolded = false }: Drawn): void {
  const { AdaptiveCards, document } = globalThis as unknown as BrowserGlobals;
  const { AdaptiveCard, HostConfig } = AdaptiveCards;
  const host = {
    supportsInteractivity: true,
    fontFamily: 'inherit',
    spacing: { small: 4, default: 8, medium: 12, large: 18, extraLarge: 24, padding: 12 },
    fontSizes: { small: 12, default: 14, medium: 16, large: 19, extraLarge: 24 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 25, extraLarge: 32 },
    containerStyles: {
      default: { backgroundColor: '#ffffff' },
      emphasis: { backgroundColor: '#f0f0f0' },
      accent: { backgroundColor: '#e8ebfa' },
      warning: { backgroundColor: '#fff4ce' },
      attention: { backgroundColor: '#fcf4f6' },
    },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    inputs: { label: { requiredInputs: { weight: 'bolder', suffix: ' *' }, optionalInputs: { weight: 'bolder' } } },
  };
  const shown = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shown);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (key === 'isVisible' ? [] : [[key, shown(one)]])));
  };
  for (const { name, json } of cards) {
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(host);
    card.parse(unfolded ? shown(json) : json);
    const section = document.createElement('section');
    section.style.width = `${String(width)}px`;
    section.dataset.name = name;
    section.append(Object.assign(document.createElement('h6'), { textContent: name }), card.render());
    document.querySelector('main').append(section);
  }
}

/** What reaches beyond its card, or is longer than the place it has: the name of the card and the words. */
export function cutOff(): readonly string[] {
  const { document } = globalThis as unknown as BrowserGlobals;
  const found: string[] = [];
  for (const section of document.querySelectorAll('section')) {
    const { right } = section.getBoundingClientRect();
    for (const element of section.querySelectorAll(
      '.ac-pushButton, .ac-pushButton *, .ac-textBlock, .ac-textRun, .ac-input, label',
    )) {
      const isBeyond = element.getBoundingClientRect().right > right - 12;
      const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if (isBeyond || isCut) found.push(`${section.dataset.name ?? ''}: ${element.textContent.slice(0, 60)}`);
    }
  }
  return found;
}
