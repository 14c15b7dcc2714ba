// Every card, drawn by Microsoft's renderer in a real browser: on a phone of 320 points nothing is cut off, and nothing overlaps.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { adaptiveCard } from '../../cards/adaptiveCard.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { samplePrompts } from '../support/samplePrompts.ts';
import { cutOff, drawCards, pageOf } from './drawnCards.ts';

const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');

describeWithBrowser('every card', (browser) => {
  it.each(['de', 'en'] as const)('on a phone, in %s, shows every button and every text whole', async (language) => {
    const width = 320;
    const page = await browser().newPage({ viewport: { width: width + 40, height: 800 } });
    const cards = samplePrompts.map(({ name, prompt }) => ({ name, json: adaptiveCard(prompt, language) }));
    await page.setContent(pageOf(language));
    await page.addScriptTag({ content: renderer });
    await page.evaluate(drawCards, { cards, width, unfolded: true });
    expect(await page.evaluate(cutOff)).toEqual([]);
    await page.close();
  });
});
