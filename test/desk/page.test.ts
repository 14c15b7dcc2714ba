import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXAMPLE_ANSWERS } from '../../adapters/desk/example.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { projectRoot } from '../support/arrows.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { type DeskPage, openDeskPage } from './deskPage.ts';
import { type RunningDesk, startDesk } from './runningDesk.ts';

// A whole story with a server of its own; on a busy machine it takes its time.
vi.setConfig({ testTimeout: 90_000 });

describeWithBrowser('the page of the desk', (browser) => {
  let server: RunningDesk;
  let desk: DeskPage;
  beforeEach(async () => {
    server = await startDesk();
    desk = await openDeskPage(browser(), server.address());
  });
  afterEach(async () => {
    await desk.page.context().close();
    await server.dispose();
    expect(desk.troubles).toEqual([]);
  });

  it('takes a report from the keyboard alone, and the answer is where the keyboard goes on', async () => {
    const { page, employee, answerTo } = desk;
    const focusOn = async (name: string): Promise<void> => {
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate<string | null>(
          "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent",
        );
        const label = await page.evaluate<string | undefined>('document.activeElement.labels?.[0]?.textContent');
        if (focused === name || label?.startsWith(name) === true) return;
      }
      throw new Error(`The keyboard does not reach „${name}“.`);
    };
    await focusOn('Verdacht melden');
    await page.keyboard.press('Enter');
    await page.locator('article:focus').getByText('Was ist passiert?').waitFor();
    await focusOn('Was ist passiert?');
    await page.keyboard.type('Ein Brief ging an die falsche Adresse.');
    await focusOn('Melden');
    await page.keyboard.press('Space');
    await answerTo(employee)
      .getByText(/Verdacht festgehalten/)
      .waitFor();
    expect(await page.evaluate("document.activeElement.getAttribute('data-item')")).toBe('answer:employee');
  });

  it('opens the page of an export in a window of its own, takes the code there, and downloads the file', async () => {
    const { page, employee, officer, channel, answerTo, press } = desk;
    await employee.getByLabel('Nachricht von Kim Beispiel').fill('Ein Laptop ist weg.');
    await page.keyboard.press('Enter');
    await press(employee, 'Melden');
    await press(channel, 'Vorgang öffnen');
    await answerTo(officer).getByRole('button', { name: 'Weitere Schritte' }).first().click();
    await press(answerTo(officer), 'Exportieren');
    const said = await answerTo(officer).innerText();
    const [, code = ''] = /Code:\s+(\d{4}\s\d{4})/u.exec(said) ?? [];
    expect(code, said).not.toBe('');
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      answerTo(officer).getByText('Export abholen').click(),
    ]);
    await opened.getByLabel('Code (acht Ziffern)').fill(code);
    const [download] = await Promise.all([
      opened.waitForEvent('download'),
      opened.getByRole('button', { name: 'Herunterladen' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^fristwacht-Ü-\d{4}-0001-.*\.zip$/u);
  });

  it('sends what is written with Enter, starts a new line with Shift and Enter, and keeps it across a reload', async () => {
    const { page, employee, answerTo } = desk;
    const field = employee.getByLabel('Nachricht von Kim Beispiel');
    await field.focus();
    await page.keyboard.type('Ein Laptop ist weg.');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('Seit gestern.');
    await page.keyboard.press('Enter');
    await answerTo(employee).getByLabel('Was ist passiert?').waitFor();
    expect(await employee.locator('.own p').innerText()).toBe('Ein Laptop ist weg.\nSeit gestern.');
    expect(await answerTo(employee).getByLabel('Was ist passiert?').inputValue()).toContain('Seit gestern.');
    await page.reload();
    await employee.locator('.own').waitFor();
    expect(await answerTo(employee).getByLabel('Was ist passiert?').inputValue()).toContain('Ein Laptop ist weg.');
  });

  it('speaks English, with what was typed kept', async () => {
    const { page, employee, officer, answerTo, press } = desk;
    await press(answerTo(employee), 'Verdacht melden');
    await answerTo(employee).getByLabel('Was ist passiert?').fill('A list went to the wrong person.');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await answerTo(employee).getByLabel('What happened?').inputValue()).toBe('A list went to the wrong person.');
    await press(answerTo(employee), 'Report');
    await officer.getByText(/New suspicion: Ü-/).waitFor();
    const shown = await page.locator('body').innerText();
    expect(shown).toContain('For trying out and for drills only.');
    expect(shown).not.toMatch(/\b(?:und|nicht|Uhr|Frist|Meldung)\b/);
  });

  it('brings new messages without a reload, and tells those who listen rather than look', async () => {
    const { page, employee, channel, answerTo, press } = desk;
    await press(answerTo(employee), 'Verdacht melden');
    await answerTo(employee).getByLabel('Was ist passiert?').fill('Ein Laptop ist weg.');
    await press(answerTo(employee), 'Melden');
    await channel
      .getByText(/^Ü-\d{4}-0001/)
      .first()
      .waitFor();
    await page.locator('#announcer', { hasText: /^Neu, / }).waitFor({ state: 'attached' });
    expect(await page.locator('#announcer').innerText()).not.toContain('Laptop');
  });

  it('says when the server is away, keeps what was typed, and a second try under the same id is recorded once', async () => {
    const { page, employee, answerTo, press } = desk;
    await press(answerTo(employee), 'Verdacht melden');
    await answerTo(employee).getByLabel('Was ist passiert?').fill('Ein Laptop ist weg.');
    await server.crash();
    const ids: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/act')) ids.push((JSON.parse(request.postData() ?? '{}') as { id: string }).id);
    });
    await answerTo(employee).getByRole('button', { name: 'Melden', exact: true }).click();
    await page.getByText('Die Verbindung ist unterbrochen.').waitFor();
    await employee.getByRole('button', { name: 'Noch einmal senden' }).waitFor({ timeout: 15_000 });
    expect(await answerTo(employee).getByLabel('Was ist passiert?').inputValue()).toBe('Ein Laptop ist weg.');
    await server.restart();
    await employee.getByRole('button', { name: 'Noch einmal senden' }).click();
    await answerTo(employee)
      .getByText(/Verdacht festgehalten/)
      .waitFor();
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('shows one column at a time on a phone, goes to the answer, and counts what came elsewhere', async () => {
    const { page, employee, channel, officer, answerTo, press } = desk;
    await page.setViewportSize({ width: 390, height: 844 });
    expect([await employee.isVisible(), await channel.isVisible(), await officer.isVisible()]).toEqual([true, false, false]);
    await press(answerTo(employee), 'Verdacht melden');
    await answerTo(employee).getByLabel('Was ist passiert?').fill('Ein Laptop ist weg.');
    await press(answerTo(employee), 'Melden');
    await page
      .getByRole('button', { name: /^Kanal/ })
      .getByLabel(/neue/)
      .waitFor();
    await page.getByRole('button', { name: /^Kanal/ }).click();
    await press(channel, 'Angaben klären');
    expect([await employee.isVisible(), await channel.isVisible(), await officer.isVisible()]).toEqual([false, false, true]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('puts the clock forward to the next message, and the clock stays there after a restart', async () => {
    const { page, employee, channel, answerTo, press, forward } = desk;
    await press(answerTo(employee), 'Verdacht melden');
    await answerTo(employee).getByLabel('Was ist passiert?').fill('Ein Laptop ist weg.');
    await press(answerTo(employee), 'Melden');
    await channel
      .getByText(/^Ü-\d{4}-0001/)
      .first()
      .waitFor();
    const shown = async (): Promise<number> => Date.parse((await page.locator('#now[datetime]').getAttribute('datetime')) ?? '');
    const before = await shown();
    const messages = await channel.locator('.item').count();
    await forward('Zur nächsten Erinnerung');
    await channel.locator('.item').nth(messages).waitFor();
    const after = await shown();
    expect(after - before).toBeGreaterThan(3_000_000);
    await server.crashAndRestart();
    await page.reload();
    expect(await shown()).toBeGreaterThanOrEqual(after);
  });

  it('has a name for every control and every region', async () => {
    const { page, employee, answerTo, press } = desk;
    await press(answerTo(employee), 'Verdacht melden');
    const nameless = await page.evaluate<string[]>(`
      [...document.querySelectorAll('button, input, textarea, select, section, nav, [role=region]')]
        .filter((node) => !(node.labels?.length > 0))
        .filter((node) => !(node.getAttribute('aria-label') || node.getAttribute('aria-labelledby') || node.textContent.trim()))
        .map((node) => node.outerHTML.slice(0, 80))
    `);
    expect(nameless).toEqual([]);
  });
});

const WITH_MANAGEMENT = `
organisation: { name: Beispiel GmbH, country: DE, land: BE, sector: private }
contactPoint: { name: Datenschutz, email: datenschutz@beispiel.example }
persons:
  - { id: berger, name: Anna Berger, roles: [dpo], accounts: { desk: dpo } }
  - { id: vogt, name: Max Vogt, roles: [management], accounts: { desk: vogt } }
`;

describeWithBrowser('a desk with more people', (browser) => {
  it('lets each of them sit down, with a conversation of their own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fristwacht-people-'));
    writeFileSync(join(folder, 'fristwacht.yaml'), WITH_MANAGEMENT);
    const server = await startDesk({ env: { FRISTWACHT_CONFIG: join(folder, 'fristwacht.yaml') } });
    const { page, officer, answerTo, press, troubles } = await openDeskPage(browser(), server.address());
    const chooser = officer.getByLabel('Wer sitzt hier?');
    expect(await chooser.locator('option').allInnerTexts()).toEqual(['Anna Berger', 'Max Vogt']);
    await answerTo(officer).getByRole('button', { name: 'Für jemanden melden' }).waitFor();
    await chooser.selectOption('Max Vogt');
    await officer.getByText('Sieht Nummern, Pflichten und Fristen').waitFor();
    expect(await answerTo(officer).getByRole('button', { name: 'Für jemanden melden' }).count()).toBe(0);
    await press(answerTo(officer), 'Verdacht melden');
    await chooser.selectOption('Anna Berger');
    await answerTo(officer).getByRole('button', { name: 'Für jemanden melden' }).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
    await server.dispose();
    rmSync(folder, { recursive: true });
  });
});

describe('the words and the code of the page', () => {
  it('says everything in both languages', async () => {
    const file = pathToFileURL(join(projectRoot, 'adapters/desk/page/words.js'));
    const { words } = (await import(file.href)) as { words: Record<'de' | 'en', object> };
    const keysOf = (value: object): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === 'object' && inner !== null ? keysOf(inner as object).map((name) => `${key}.${name}`) : [key],
      );
    expect(keysOf(words.en)).toEqual(keysOf(words.de));
  });

  it('type-checks', () => {
    const compiler = join(projectRoot, 'node_modules/typescript/bin/tsc');
    expect(() =>
      execFileSync(process.execPath, [compiler, '--noEmit', '-p', 'adapters/desk/tsconfig.page.json'], { cwd: projectRoot }),
    ).not.toThrow();
  });
});

it('the example answers as the published case does', () => {
  expect(EXAMPLE_ANSWERS).toEqual(EDPB_01_2021.find(({ no }) => no === '04')?.facts);
});
