// Draws every sample card with Microsoft's renderer, to be looked at by people:
// `npx node test/cards/contactSheet.ts <folder> [beginning of a name]`
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { argv, env, getuid, stdout } from 'node:process';
import { chromium, type Page } from 'playwright-core';
import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import { samplePrompts, type SamplePrompt } from '../support/samplePrompts.ts';
import { drawCards, pageOf } from './drawnCards.ts';

const WIDTHS = { desktop: 900, phone: 320 } as const;
const PER_SHEET = { desktop: 6, phone: 15 } as const;
const LANGUAGES = ['de', 'en'] as const;

const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');

async function drawSheet(
  page: Page,
  samples: readonly SamplePrompt[],
  language: 'de' | 'en',
  width: number,
  file: string,
): Promise<void> {
  const cards = samples.map(({ name, prompt }) => ({ name, json: adaptiveCard(prompt, language) }));
  await page.setContent(pageOf(language));
  await page.addScriptTag({ content: renderer });
  await page.evaluate(drawCards, { cards, width });
  await page.screenshot({ path: file, fullPage: true });
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
