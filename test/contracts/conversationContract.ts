// How every platform must carry a breach from the first word to the end. Written once, against what people see and press.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import type { ChatDriver } from './chatDriver.ts';
import { CASES, type Feature, FEATURES, type Lacks } from './features.ts';
import { Talk } from './talk.ts';
import { fetchFile, openedArchive } from '../support/fetchedFile.ts';

const AUTHORITY = 'art33-1:acme:de-nw';
const PERSONS = 'art34-1:acme:persons';
const OWED =
  /^(Meldung an die Aufsichtsbehörde|Benachrichtigung der betroffenen Personen) \(Art[^]*?^(nach Einschätzung (?:nicht )?geschuldet|\? vorsorglich)/gmu;

/** What the assessment says of the two duties towards others. */
const statusesIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(OWED)].map(([, duty = '', status = '']) => [duty.startsWith('Meldung') ? 'notify' : 'inform', status]),
  );

const said = (needed: boolean): string => `nach Einschätzung ${needed ? '' : 'nicht '}geschuldet`;

/** `open` starts the bot on a fresh register, in German, for the organisation `acme` with one officer. */
export function conversationContract(platform: string, open: () => Promise<ChatDriver>, lacks: Lacks = {}): void {
  /** What a platform cannot do is said in the table of docs/parity.md, with the reason. */
  const feature = (name: Exclude<Feature, 'case'>, play: () => Promise<void>): void => {
    if (lacks[name] === undefined) it(FEATURES[name].en, play);
  };
  describe(`a conversation over ${platform}`, () => {
    let talk: Talk;
    beforeEach(async () => {
      talk = new Talk(await open());
    });
    afterEach(() => talk.driver.close());

    feature('report', async () => {
      const number = await talk.report('Die Liste der Kranken liegt offen im Netz.');
      expect((await talk.answer('reporter')).text).toContain(number);
      expect(await talk.read('reporter', 'own')).toContain(number);
      const office = await talk.read('officer', 'office');
      expect(office).toContain(number);
      expect(office).not.toContain('Kranken');
      for (const told of await talk.driver.notified()) expect(told).not.toContain('Kranken');
    });

    feature('lacksText', async () => {
      await talk.driver.beginReport('reporter');
      await talk.press('reporter', 'report', {}, { text: '', noticedAt: '2026-11-23T16:00:00+01:00' });
      const form = await talk.answer('reporter');
      expect(form.text).toContain('Hier fehlt noch etwas.');
      expect(form.fields.noticedAt).not.toBe('');
      expect(await talk.button('officer', 'triage', {}, 'office')).toBeUndefined();
      await talk.press('reporter', 'report', {}, { text: 'Jetzt mit Text.' });
      expect(await talk.button('officer', 'triage', {}, 'office')).toBeDefined();
    });

    feature('future', async () => {
      await talk.driver.beginReport('reporter');
      await talk.press('reporter', 'report', {}, { text: 'Etwas.', noticedAt: '2027-11-23T16:00:00+01:00' });
      expect((await talk.answer('reporter')).text).toContain('Zukunft');
      expect(await talk.button('officer', 'triage', {}, 'office')).toBeUndefined();
    });

    feature('written', async () => {
      const text = 'Eine E-Mail ging an <!channel> & an <https://a|b>: 300 Namen.';
      await talk.driver.write('reporter', text);
      const [shown] = (await talk.driver.sees('reporter')).filter(({ fields }) => fields.text !== undefined);
      expect(shown?.fields.text).toBe(text);
      await shown?.buttons.find(({ verb }) => verb === 'report')?.press();
      await talk.press('officer', 'openCase', {}, {}, 'office');
      expect((await talk.answer('officer')).text).toContain(text);
    });

    feature('hints', async () => {
      await talk.report('Der Laptop wurde gestohlen.');
      await talk.press('reporter', 'giveHint', { hint: 'incident', answer: 'lost-or-stolen' });
      await talk.press('reporter', 'giveHint', { hint: 'contained', answer: 'no' });
      await talk.press('reporter', 'giveHint', { hint: 'concerned', answer: 'customers' });
      expect(await talk.read('officer', 'office')).toMatch(/Verlust|[Vv]erloren/u);
      expect(await talk.read('reporter', 'own')).toContain('Verloren oder gestohlen');
    });

    feature('addition', async () => {
      await talk.report('Ein Telefon ist weg.');
      await talk.press('reporter', 'openAddition', {}, {}, 'own');
      await talk.press('reporter', 'submitForm', { form: 'addToReport' }, { text: 'Es war nicht gesperrt.' }, 'answer');
      await talk.press('officer', 'openCase', {}, {}, 'office');
      expect(await (await talk.answer('officer')).whole()).toContain('Es war nicht gesperrt.');
    });

    feature('writtenLater', async () => {
      await talk.report('Ein Stick ist weg.');
      const text = 'Nachtrag: <https://a|b> & 40 Namen.';
      await talk.driver.write('reporter', text);
      await talk.press('reporter', 'addToReport');
      await talk.press('officer', 'openCase', {}, {}, 'office');
      expect(await (await talk.answer('officer')).whole()).toContain(text);
    });

    feature('stranger', async () => {
      const number = await talk.report('Vertraulich.');
      await talk.driver.write('stranger', number);
      const read = await talk.read('stranger');
      expect(read).not.toContain('Vertraulich');
      expect(read).toContain('Diese Nummer kenne ich nicht');
    });

    feature('byNumber', async () => {
      const number = await talk.report('Ein Ordner fehlt.');
      await talk.driver.write('officer', number);
      const open = await talk.button('officer', 'openCase');
      await open?.press();
      expect((await talk.answer('officer')).text).toContain('Ein Ordner fehlt.');
    });

    feature('reminded', async () => {
      const number = await talk.report('Niemand rührt sich.');
      for (let day = 0; day < 4; day += 1) await talk.driver.pass(24);
      const own = await talk.read('officer', 'own');
      expect(own).toContain(number);
      expect(own).toMatch(/überschritten|abgelaufen|vorbei/u);
      expect(own).not.toContain('rührt');
    });

    feature('acknowledged', async () => {
      await talk.report('Ein Schlüssel ist weg.');
      await talk.press('officer', 'acknowledge', { hours: '4' }, {}, 'office');
      expect((await talk.answer('officer')).text).toMatch(/DP-|Ü-/u);
      expect(await talk.read('officer', 'office')).toContain('kümmert sich');
    });

    feature('fromMessage', async () => {
      await talk.driver.beginFromMessage?.('reporter', 'Die Liste liegt offen im Netz.');
      await talk.press('reporter', 'report', {}, { text: 'Siehe dort.' }, 'answer');
      expect((await talk.answer('reporter')).text).toMatch(/DP-\d{4}-0001/u);
    });

    feature('onlyThem', async () => {
      await talk.driver.askInChannel?.('reporter', 'Hilfe');
      expect((await talk.answer('reporter')).text).toContain('Womit kann ich helfen?');
      expect(await talk.read('officer', 'office')).toBe('');
      expect((await talk.driver.sees('officer')).filter(({ place }) => place === 'answer')).toEqual([]);
    });

    feature('corrected', async () => {
      await talk.report('Falsch verschickt.');
      await talk.triage({ personalData: 'yes', encryption: 'none' });
      await talk.press('officer', 'openCase', {}, {}, 'office');
      await talk.press('officer', 'chooseFact', {}, {}, 'answer');
      await talk.press('officer', 'openFact', { fact: 'personalData' }, {}, 'answer');
      await talk.press(
        'officer',
        'correctFact',
        { fact: 'personalData' },
        { answer: 'no', reasons: 'Es waren nur Zahlen.' },
        'answer',
      );
      expect(await talk.read('officer', 'office')).toContain('nach Einschätzung nicht geschuldet');
    });

    it(FEATURES.exported.en, async ({ skip }) => {
      const number = await talk.report('Ein Ordner mit 40 Namen fehlt.');
      await talk.driver.write('stranger', `export ${number}`);
      expect(await talk.read('stranger')).not.toContain('/files/');
      await talk.press('officer', 'openCase', {}, {}, 'office');
      await talk.press('officer', 'export', {}, {}, 'answer');
      const { links, text } = await talk.answer('officer');
      if (links === undefined) return skip('The driver of this platform does not tell links yet.');
      const [link = ''] = links;
      expect(await talk.read('officer', 'own')).not.toContain('/files/');
      expect(await talk.read('officer', 'office')).not.toContain('/files/');
      const code = /\d{4} \d{4}/u.exec(text.replace(link, ''))?.[0] ?? '';
      const fetched = await fetchFile(link, code);
      expect(fetched.status).toBe(200);
      expect(checkedArchive(fetched.content)).toMatchObject({ faults: [], number, said: true });
      expect((await fetchFile(link, code)).status).toBe(404);
      function checkedArchive(content: Buffer) {
        const { faults, lines } = openedArchive(content);
        return { faults, number: /"case":"([^"]+)"/u.exec(lines)?.[1], said: lines.includes('40 Namen') };
      }
    });

    it.each(CASES)(FEATURES.case.en, async (no) => {
      const { facts, actions } = EDPB_01_2021.find((published) => published.no === no)!;
      const number = await talk.report(`Fall ${no}.`);
      expect((await talk.triage(facts as Readonly<Record<string, string>>)).length).toBeGreaterThan(2);
      const needed = { notify: actions.notify.needed, inform: actions.inform.needed };
      expect(statusesIn((await talk.answer('officer')).text)).toEqual({
        notify: said(needed.notify),
        inform: said(needed.inform),
      });
      await endDuty(talk, AUTHORITY, needed.notify);
      await endDuty(talk, PERSONS, needed.inform);
      await talk.fill('completeRecord', { facts: 'Was geschah.', effects: 'Wen es traf.', remedialAction: 'Was getan wurde.' });
      await talk.fill('close', { note: '' });
      expect(await talk.read('officer', 'office')).toContain('abgeschlossen');
      await talk.driver.pass(24 * 5);
      expect(await talk.read('officer', 'own')).not.toMatch(/überschritten/u);
      expect(await talk.read('reporter', 'own')).toContain(number);
    });
  });
}

async function endDuty(talk: Talk, duty: string, needed: boolean): Promise<void> {
  if (needed)
    await talk.fill('notice', {
      duty,
      sentAt: await talk.driver.now(),
      to: 'LDI NRW',
      means: 'Online-Formular',
      reference: 'AZ 1',
    });
  else await talk.fill('notNotifying', { duty, reasons: 'Kein Risiko.', decidedBy: 'Geschäftsführung' });
  expect((await talk.answer('officer')).text).toMatch(/festgehalten/u);
}
