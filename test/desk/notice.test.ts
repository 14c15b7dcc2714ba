import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { describeWithBrowser } from '../support/browser.ts';
import { type DeskPage, openDeskPage } from './deskPage.ts';
import { type RunningDesk, startDesk } from './runningDesk.ts';

// A server of its own; on a busy machine it takes its time.
vi.setConfig({ testTimeout: 90_000 });

describeWithBrowser('a notice at the desk, by clicking', (browser) => {
  let server: RunningDesk;
  let desk: DeskPage;
  beforeEach(async () => {
    server = await startDesk();
    desk = await openDeskPage(browser(), server.address());
  });
  afterEach(async () => {
    await desk.page.context().close();
    await server.dispose();
  });

  it('is prepared page by page: what is typed stays, what is open gets somebody, and a restart loses none of it', async () => {
    const { employee, channel, officer, answerTo, press, shoot } = desk;
    const form = answerTo(officer);
    await press(answerTo(employee), 'Verdacht melden');
    await answerTo(employee).getByLabel('Was ist passiert?').fill('Eine Rundmail ging mit offenem Verteiler an 120 Familien.');
    await press(answerTo(employee), 'Melden');

    await press(channel, 'Meldung vorbereiten');
    await form.getByText('Hier wird nichts versandt.').first().waitFor();
    await shoot('notice-plan', 'right');
    expect(await channel.innerText()).not.toContain('Rundmail');

    await press(form, 'Nächste Angaben eintragen');
    const story = form.getByRole('textbox', { name: 'Sachverhalt' });
    expect(await story.inputValue()).toBe('Eine Rundmail ging mit offenem Verteiler an 120 Familien.');
    await shoot('notice-page', 'right');
    await form.getByRole('checkbox', { name: 'Ursache' }).check();
    await press(form, 'Festhalten und weiter');
    await form.getByText('Angaben bitte noch einmal ansehen').first().waitFor();
    await shoot('notice-page-faults', 'right');
    await form.getByLabel('Wer klärt es?').fill('IT');
    await form.getByLabel('Bis wann?').fill('31.12.2099 12:00');
    await press(form, 'Festhalten und weiter');
    await form.getByText('Wann ist es geschehen?').first().waitFor();

    await server.crashAndRestart();
    await press(channel, 'Meldung vorbereiten');
    await form.getByText('IT, bis').first().waitFor();
    await shoot('notice-plan-open', 'right');
  });
});
