// Draws every sample card with Microsoft's renderer, to be looked at by people:
// `npx node test/cards/contactSheet.ts <folder> [beginning of a name]`
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv, env, getuid, stdout } from 'node:process';
import { chromium, type Page } from 'playwright-core';
import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import { samplePrompts, type SamplePrompt } from '../support/samplePrompts.ts';

const WIDTHS = { desktop: 900, phone: 320 } as const;
const PER_SHEET = { desktop: 6, phone: 15 } as const;
const LANGUAGES = ['de', 'en'] as const;

const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');

/** Roughly the look of Teams: what matters here is wrapping, order and length. */
const STYLE = `
  body { font: 14px/1.45 'Segoe UI', system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif; margin: 0; padding: 12px; background: #f0f0f0 }
  main { display: flex; flex-wrap: wrap; gap: 14px; align-items: flex-start }
  section { background: #fff; border: 1px solid #d1d1d1; border-radius: 8px; padding: 4px }
  h6 { margin: 0; padding: 6px 12px 0; font: 11px monospace; color: #777 }
  .ac-pushButton { font: inherit; font-weight: 600; padding: 6px 12px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff }
  .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; border-color: transparent }
  .ac-input { font: inherit; padding: 5px 8px; border: 1px solid #bbb; border-radius: 4px }
  textarea.ac-input { min-height: 64px }
`;

const HOST = {
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
  },
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  inputs: { label: { requiredInputs: { weight: 'bolder', suffix: ' *' }, optionalInputs: { weight: 'bolder' } } },
};

async function drawSheet(
  page: Page,
  samples: readonly SamplePrompt[],
  language: 'de' | 'en',
  width: number,
  file: string,
): Promise<void> {
  const cards = samples.map(({ name, prompt }) => ({ name, json: adaptiveCard(prompt, language) }));
  await page.setContent(`<!doctype html><html lang="${language}"><style>${STYLE}</style><main></main></html>`);
  await page.addScriptTag({ content: renderer });
  await page.evaluate(draw, { cards, width, host: HOST });
  await page.screenshot({ path: file, fullPage: true });
}

type Element = { append: (...children: unknown[]) => void; style: { width: string } };
/** The little of a browser that is used here; these tests are typed for Node. */
type BrowserGlobals = {
  readonly AdaptiveCards: {
    readonly AdaptiveCard: new () => { hostConfig: unknown; parse: (json: unknown) => void; render: () => unknown };
    readonly HostConfig: new (host: unknown) => unknown;
  };
  readonly document: { createElement: (name: string) => Element; querySelector: (selector: string) => Element };
};

/** Runs in the browser. */
function draw({ cards, width, host }: { cards: readonly { name: string; json: unknown }[]; width: number; host: unknown }): void {
  const { AdaptiveCards, document } = globalThis as unknown as BrowserGlobals;
  const { AdaptiveCard, HostConfig } = AdaptiveCards;
  for (const { name, json } of cards) {
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(host);
    card.parse(json);
    const section = document.createElement('section');
    section.style.width = `${width}px`;
    section.append(Object.assign(document.createElement('h6'), { textContent: name }), card.render());
    document.querySelector('main').append(section);
  }
}

async function drawAll(folder: string, beginning: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const chosen = samplePrompts.filter(({ name }) => name.startsWith(beginning));
  const executablePath = env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: getuid?.() !== 0,
    args: ['--disable-background-networking'],
  });
  for (const [device, width] of Object.entries(WIDTHS) as [keyof typeof WIDTHS, number][]) {
    const page = await browser.newPage({
      viewport: { width: device === 'phone' ? 5 * (width + 24) + 24 : 2 * (width + 24) + 24, height: 800 },
    });
    for (const language of LANGUAGES) {
      for (let from = 0; from < chosen.length; from += PER_SHEET[device]) {
        const file = join(folder, `${beginning || 'all'}-${device}-${language}-${String(from).padStart(3, '0')}.png`);
        await drawSheet(page, chosen.slice(from, from + PER_SHEET[device]), language, width, file);
        stdout.write(`${file}\n`);
      }
    }
  }
  await browser.close();
}

const [, , folder, beginning = ''] = argv;
if (folder === undefined) throw new Error('Where to? npx node test/cards/contactSheet.ts <folder> [beginning of a name]');
await drawAll(folder, beginning);
