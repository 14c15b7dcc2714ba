import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { type DeskPage, openDeskPage } from './deskPage.ts';
import { type RunningDesk, startDesk } from './runningDesk.ts';

// A whole story with a server of its own; on a busy machine it takes its time.
vi.setConfig({ testTimeout: 90_000 });

const factsOf = (no: string) => EDPB_01_2021.find((published) => published.no === no)!.facts;

const says = async (where: Locator, text: string | RegExp): Promise<void> => where.getByText(text).first().waitFor();

/** What the assessment says of the duties that are owed to somebody outside. */
async function statusesIn(assessment: Locator): Promise<Readonly<Record<string, string>>> {
  const text = await assessment.innerText();
  const found = text.matchAll(
    /^(Meldung an die Aufsichtsbehörde|Benachrichtigung der betroffenen Personen) \(Art[^]*?^(nach Einschätzung (?:nicht )?geschuldet|\? vorsorglich)/gm,
  );
  return Object.fromEntries([...found].map(([, duty = '', status = '']) => [duty, status]));
}

describeWithBrowser('a breach at the desk, by clicking', (browser) => {
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

  const report = async (text: string): Promise<void> => {
    const { employee, answerTo, press } = desk;
    await press(answerTo(employee), 'Verdacht melden');
    await desk.shoot('report-form', 'left');
    await answerTo(employee).getByLabel('Was ist passiert?').fill(text);
    await press(answerTo(employee), 'Melden');
    await says(answerTo(employee), /Ü-\d{4}-0001: Verdacht festgehalten/);
  };
  const completeRecord = async (): Promise<void> => {
    const { channel, officer, answerTo, press } = desk;
    await press(channel, 'Dokumentation abschließen');
    await answerTo(officer).getByLabel('Tatsachen').fill('Angriff auf einen Server, bemerkt durch eine Kollegin.');
    await answerTo(officer).getByLabel('Auswirkungen').fill('Siehe Einschätzung.');
    await answerTo(officer).getByLabel('Abhilfe').fill('System neu aufgesetzt, Zugänge gesperrt.');
    await press(answerTo(officer), 'Dokumentation abschließen');
  };
  const close = async (): Promise<void> => {
    const { channel, officer, answerTo, press } = desk;
    await says(channel, /Bereit zum Abschluss: Ü-/);
    await press(channel, 'Vorgang abschließen');
    await press(answerTo(officer), 'Vorgang abschließen');
    await says(channel, 'abgeschlossen');
  };

  it('EDPB case 04: triaged to owed and owed, reminded, notified late with reasons, told to the persons, documented, closed', async () => {
    const { employee, channel, officer, answerTo, press, triage, forward, shoot } = desk;
    const form = answerTo(officer);

    await report('Der Server für den Fahrkartenverkauf ist verschlüsselt, und jemand verlangt Lösegeld.');
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
    await says(form, /: Einschätzung$/);
    expect(await statusesIn(form)).toEqual({
      'Meldung an die Aufsichtsbehörde': 'nach Einschätzung geschuldet',
      'Benachrichtigung der betroffenen Personen': 'nach Einschätzung geschuldet',
    });
    await shoot('assessment', 'right');

    for (const step of ['+ 12 Std.', '+ 12 Std.', '+ 1 Std.']) await forward(step);
    // Nobody recorded anything for a day, and at the desk there is neither deputy nor management.
    await says(channel, /Niemand steht dahinter: Ü-/);
    await says(officer, /Niemand steht dahinter: Ü-/);
    await shoot('reminder', 'channel');

    for (let times = 0; times < 4; times += 1) await forward('+ 12 Std.');
    await says(channel, /Frist überschritten: Ü-/);
    await press(channel, 'Meldung festhalten');
    await form.getByRole('radio', { name: /Aufsichtsbehörde/ }).check();
    await form.getByLabel('Wann abgegeben?').fill('jetzt');
    await form.getByLabel('An wen?').fill('LDI NRW');
    await form.getByLabel('Auf welchem Weg?').fill('Online-Formular');
    await form.getByLabel('Aktenzeichen', { exact: true }).fill('AZ 4711');
    await press(form, 'Abgabe festhalten');
    await form.getByLabel('Gründe der Verzögerung').waitFor();
    expect(await form.getByLabel('Aktenzeichen', { exact: true }).inputValue()).toBe('AZ 4711');
    expect(await form.getByLabel('An wen?').inputValue()).toBe('LDI NRW');
    await shoot('notice-form-with-fault', 'right');
    await form.getByLabel('Gründe der Verzögerung').fill('Der Umfang war erst nach der Auswertung der Protokolle klar.');
    await press(form, 'Abgabe festhalten');
    await says(form, /Abgabe festgehalten/);
    await says(form, /Die Frist war schon vorbei/);
    await shoot('notice-late', 'right');

    await press(channel, 'Meldung festhalten');
    await form.getByRole('radio', { name: /Benachrichtigung/ }).check();
    await form.getByLabel('Wann abgegeben?').fill('jetzt');
    await form.getByLabel('An wen?').fill('Alle Kundinnen und Kunden des Fahrkartenverkaufs');
    await form.getByLabel('Auf welchem Weg?').fill('E-Mail und Aushang');
    await press(form, 'Abgabe festhalten');
    await says(form, /Abgabe festgehalten/);
    await completeRecord();
    await close();
    await shoot('closed', 'right');
    expect(desk.troubles).toEqual([]);
  });

  it('EDPB case 01: triaged to not owed, decided not to notify with reasons, documented, closed', async () => {
    const { employee, channel, officer, answerTo, press, triage, forward, shoot } = desk;
    const form = answerTo(officer);

    await report('Ein Rechner in der Fertigung ist verschlüsselt. Die Sicherung ist da.');
    await press(employee, 'Angriff oder Schadprogramm');
    await press(channel, 'Angaben klären');
    await triage(factsOf('01'));
    await says(form, /: Einschätzung$/);
    await shoot('assessment-not-owed', 'right');
    await forward('+ 12 Std.');
    await forward('+ 12 Std.');
    await forward('+ 1 Std.');
    await says(channel, /Erinnerung: Ü-|Entscheidung fehlt: Ü-|Niemand steht dahinter: Ü-/);

    await server.crashAndRestart();
    await press(form, 'Nicht melden: Entscheidung festhalten');
    await shoot('decision-form', 'right');
    await form.getByRole('radio').last().check();
    await form
      .getByLabel('Warum wird nicht gemeldet')
      .fill(
        'Die Daten waren nach dem Stand der Technik verschlüsselt, der Schlüssel ist sicher, die Sicherung war am selben Tag eingespielt.',
      );
    await form.getByLabel('Wer hat für den Verantwortlichen entschieden?').fill('Geschäftsführung');
    await form.getByLabel('geraten?').fill('Nicht melden, dokumentieren.');
    await press(form, 'Entscheidung festhalten');
    await says(form, /Entscheidung festgehalten/);
    await shoot('decision', 'right');
    await completeRecord();
    await close();
    await shoot('closed-without-notice', 'right');
    expect(desk.troubles).toEqual([]);
  });
});
