import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { type DeskPage, openDeskPage } from './deskPage.ts';
import { type RunningDesk, startDesk } from './runningDesk.ts';

const factsOf = (no: string) => EDPB_01_2021.find((published) => published.no === no)!.facts;

describeWithBrowser('a breach at the desk, by clicking', (browser) => {
  let server: RunningDesk;
  let desk: DeskPage;
  beforeEach(async () => {
    server = await startDesk();
    desk = await openDeskPage(browser(), server.address());
  });
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await desk.page.screenshot({ path: '/tmp/deskscratch/fail.png' });
    await desk.page.context().close();
    await server.dispose();
  });

  const report = async (text: string): Promise<void> => {
    const { employee, answerTo, press } = desk;
    await press(answerTo(employee), 'Verdacht melden');
    await desk.shoot('report-form', 'left');
    await answerTo(employee).getByLabel('Was ist passiert?').fill(text);
    await press(answerTo(employee), 'Melden');
  };
  const says = async (where: ReturnType<DeskPage['answerTo']>, text: string | RegExp): Promise<void> =>
    where.getByText(text).first().waitFor();

  it('EDPB case 04: reported, triaged to owed and owed, reminded, notified late with reasons, told to the persons, documented, closed', async () => {
    const { page, employee, channel, officer, answerTo, press, triage, forward, shoot } = desk;

    await report('Der Server für den Fahrkartenverkauf ist verschlüsselt, und jemand verlangt Lösegeld.');
    await says(answerTo(employee), /Ü-\d{4}-0001: Verdacht festgehalten/);
    for (const tap of ['Angriff oder Schadprogramm', 'Nein, läuft noch', 'Kunden']) await press(employee, tap);
    await shoot('receipt', 'left');

    await channel.getByRole('button', { name: 'Angaben klären' }).first().waitFor();
    expect(await channel.innerText()).not.toContain('Fahrkartenverkauf');
    await shoot('case-card', 'channel');
    await press(channel, 'Angaben klären');
    await shoot('triage-question', 'right');
    const before = await triage(factsOf('04'), 3);
    expect(before).toHaveLength(3);

    await server.crashAndRestart();
    const after = await triage(factsOf('04'));
    expect(after.filter((fact) => before.includes(fact))).toEqual([]);
    await says(answerTo(officer), /Einschätzung/);
    expect((await answerTo(officer).innerText()).match(/^geschuldet$/gm)).toHaveLength(3);
    await shoot('assessment', 'right');

    await forward('+ 12 Std.');
    await forward('+ 12 Std.');
    await forward('+ 1 Std.');
    await says(channel, /Erinnerung: Ü-/);
    await says(officer, /Erinnerung: Ü-/);
    await shoot('reminder', 'channel');

    for (let times = 0; times < 4; times += 1) await forward('+ 12 Std.');
    await says(channel, /Frist überschritten: Ü-/);
    await press(channel, 'Meldung festhalten');
    const form = answerTo(officer);
    await form.getByRole('radio', { name: /Aufsichtsbehörde/ }).check();
    await form.getByLabel('Wann abgegeben?').fill('jetzt');
    await form.getByLabel('An wen?').fill('LDI NRW');
    await form.getByLabel('Auf welchem Weg?').fill('Online-Formular');
    await form.getByLabel('Aktenzeichen').fill('AZ 4711');
    await press(form, 'Abgabe festhalten');
    await form.getByLabel('Gründe der Verzögerung').waitFor();
    expect(await form.getByLabel('Aktenzeichen').inputValue()).toBe('AZ 4711');
    expect(await form.getByLabel('An wen?').inputValue()).toBe('LDI NRW');
    await shoot('notice-form-with-fault', 'right');
    await form.getByLabel('Gründe der Verzögerung').fill('Der Umfang war erst nach der Auswertung der Protokolle klar.');
    await press(form, 'Abgabe festhalten');
    await says(form, /Abgabe festgehalten|Meldung festgehalten/);
    await shoot('notice-late', 'right');
    expect(page).toBeDefined();
    expect(desk.troubles).toEqual([]);
  });
});
