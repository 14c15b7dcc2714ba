import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { FACTS, type FactName } from '../../src/rules/facts.ts';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 10_000;

/** The page as somebody sees it who sits at the desk. */
export type DeskPage = {
  readonly page: Page;
  readonly employee: Locator;
  readonly channel: Locator;
  readonly officer: Locator;
  /** The direct answer that stands in this seat. */
  readonly answerTo: (seat: Locator) => Locator;
  /** Presses a button and waits until the answer to it has the focus. */
  readonly press: (where: Locator, name: string | RegExp) => Promise<void>;
  /** Answers question after question as given, at most so many; answers which facts were asked for. */
  readonly triage: (answers: Readonly<Partial<Record<FactName, string>>>, atMost?: number) => Promise<readonly string[]>;
  readonly forward: (button: string) => Promise<void>;
  /** With FRISTWACHT_SHOTS set: pictures of this pane at two widths and in two languages. */
  readonly shoot: (name: string, pane: 'left' | 'channel' | 'right') => Promise<void>;
  /** Errors of the page, and requests that left this machine; both should stay empty. */
  readonly troubles: readonly string[];
};

/** While the server is down, failed requests are what is being tested. */
const SERVER_IS_DOWN = /ERR_CONNECTION_(?:REFUSED|RESET)|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_NETWORK_IO|ERR_SOCKET/;

export async function openDeskPage(browser: Browser, address: string): Promise<DeskPage> {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'de-DE' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const troubles = listenForTroubles(page);
  await page.goto(address);
  const pane = (id: string): Locator => page.locator(`#${id}`);
  const [employee, channel, officer] = [pane('left'), pane('channel'), pane('right')];
  const answerTo = (seat: Locator): Locator => seat.locator('.item-answer');
  await answerTo(officer).waitFor();

  const press = async (where: Locator, name: string | RegExp): Promise<void> => {
    await where.getByRole('button', { name, exact: true }).last().click();
    await answered(page);
  };
  const triage: DeskPage['triage'] = async (answers, atMost = 60) => {
    const asked: string[] = [];
    for (let count = 0; count < atMost; count += 1) {
      const fact = await factAskedFor(answerTo(officer));
      if (fact === undefined) return asked;
      asked.push(fact);
      await press(answerTo(officer), labelOf(fact, answers[fact] ?? 'unknown'));
    }
    return asked;
  };
  const forward = async (button: string): Promise<void> => {
    const moved = page.waitForResponse((response) => response.url().endsWith('/clock'));
    await page.getByRole('button', { name: button, exact: true }).click();
    await (await moved).finished();
  };
  return { page, employee, channel, officer, answerTo, press, triage, forward, shoot: shooting(page), troubles };
}

/** The answer to a press takes the focus, so that a screen reader reads it and the keyboard goes on from there. */
const answered = async (page: Page): Promise<void> => {
  await page.locator('article[data-item^="answer:"]:focus').waitFor();
};

function listenForTroubles(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !SERVER_IS_DOWN.test(message.text())) troubles.push(message.text());
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== '127.0.0.1' && protocol !== 'data:') troubles.push(`asked ${hostname}`);
  });
  return troubles;
}

async function factAskedFor(answer: Locator): Promise<FactName | undefined> {
  const text = await answer.innerText();
  return (Object.keys(FACTS) as FactName[]).find((fact) => text.includes(FACTS[fact].question.de));
}

function labelOf(fact: FactName, answer: string): string {
  const known = FACTS[fact].answers.find(({ id }) => id === answer);
  return known?.label.de ?? 'Weiß niemand';
}

function shooting(page: Page): DeskPage['shoot'] {
  const folder = process.env.FRISTWACHT_SHOTS;
  if (folder === undefined || folder === '') return () => Promise.resolve();
  mkdirSync(folder, { recursive: true });
  let count = 0;
  return async (name, pane) => {
    count += 1;
    const stem = `${String(count).padStart(2, '0')}-${name}`;
    for (const language of ['EN', 'DE']) {
      await page.getByRole('button', { name: language === 'EN' ? 'English' : 'Deutsch' }).click();
      for (const [width, size] of [['phone', PHONE] as const, ['desktop', DESKTOP] as const]) {
        await page.setViewportSize(size);
        if (width === 'phone') await page.locator(`.tabs [data-tab="${pane}"]`).click();
        await page
          .locator(`#${pane} article`)
          .last()
          .evaluate((article) => article.scrollIntoView({ block: 'start' }));
        await page.screenshot({ path: join(folder, `${stem}-${width}-${language.toLowerCase()}.png`) });
      }
    }
  };
}
