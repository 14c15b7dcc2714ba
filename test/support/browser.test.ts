import { expect, it } from 'vitest';
import { describeWithBrowser } from './browser.ts';

describeWithBrowser('the browser of the tests', (browser) => {
  it('draws a page and answers a click', async () => {
    const page = await browser().newPage();
    await page.setContent('<button onclick="this.textContent=\'gemeldet\'">melden</button>');
    await page.getByRole('button', { name: 'melden' }).click();
    expect(await page.getByRole('button').textContent()).toBe('gemeldet');
    await page.close();
  });
});
