import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textShown, buttonsIn, valuesShown } from '../cards/slack/shownBySlack.ts';
import { readCarried } from '../../cards/slack/slackActions.ts';
import { OFFICE, RunningSlack, type Transport } from './runningSlack.ts';

describe.each<Transport>(['http', 'socket'])('a report over %s', (transport) => {
  let running: RunningSlack;
  beforeEach(async () => {
    running = await RunningSlack.open({ transport });
  });
  afterEach(async () => {
    expect(running.slack.findings).toEqual([]);
    await running.close();
  });

  it('opens with the command, is stored before the window changes, and its receipt comes as a direct message', async () => {
    const ada = running.user('ADA');
    expect((await ada.command('/datenpanne')).status).toBe(200);
    await running.settled();
    ada.fill({ window: ada.window! }, { text: 'Ein Laptop ist weg.', noticedAt: '2026-11-23T16:30:00+01:00' });
    const acknowledged = await ada.submit();
    expect(acknowledged.status).toBe(200);
    const [id] = await running.cases();
    expect((await running.record(id!)).text).toBe('Ein Laptop ist weg.');
    expect(textShown(ada.window!.view)).toContain('DP-2026-0001');
    await running.settled();
    const [receipt] = ada.messages();
    expect(textShown(receipt)).toContain('DP-2026-0001');
    expect(receipt!.onlyFor).toBeUndefined();
    const [card] = running.user('DORA').messages(OFFICE);
    expect(textShown(card)).toContain('DP-2026-0001');
    expect(JSON.stringify(card)).not.toContain('Laptop');
  });

  it('keeps the window open where a field is wrong, with everything in it', async () => {
    const ada = running.user('ADA');
    await ada.command('/breach');
    await running.settled();
    ada.fill({ window: ada.window! }, { text: 'Ein Laptop ist weg.', noticedAt: '2027-01-01T10:00:00+01:00' });
    await ada.submit();
    expect(Object.keys(ada.errors)).toEqual(['noticedAt']);
    expect(await running.cases()).toEqual([]);
    ada.fill({ window: ada.window! }, { noticedAt: '' });
    await ada.submit();
    expect(await running.cases()).toHaveLength(1);
  });

  it('submitted twice is one case', async () => {
    const ada = running.user('ADA');
    await ada.command('/datenpanne');
    await running.settled();
    ada.fill({ window: ada.window! }, { text: 'Einmal.' });
    const payload = ada.submission();
    const both = await Promise.all([ada.submit(payload), ada.submit(payload)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await running.cases()).toHaveLength(1);
    await running.settled();
    expect(ada.messages()).toHaveLength(1);
  });

  it('begun from a message keeps where it stands and not what it says, and warns of a public channel', async () => {
    const ada = running.user('ADA');
    running.slack.workspace.addConversation('C0ALL', 'public', ['ADA']);
    await ada.messageShortcut('report_message', 'C0ALL', { ts: '1764000000.000100', text: 'die Liste der Kranken' });
    await running.settled();
    expect(valuesShown(ada.window!.view).text).toContain('https://acme.slack.com/archives/C0ALL/p1764000000000100');
    expect(JSON.stringify(running.slack.calls)).not.toContain('Kranken');
    expect(textShown(ada.messages())).toContain('öffentlichen Kanal');
  });

  it('begun from a message in a private channel or a conversation warns of nothing', async () => {
    const ada = running.user('ADA');
    await ada.messageShortcut('report_message', OFFICE, { ts: '1764000000.000100', text: 'x' });
    await running.settled();
    expect(ada.window).toBeDefined();
    expect(ada.messages()).toEqual([]);
  });

  it('opens with the shortcut and from the home of the app', async () => {
    const ada = running.user('ADA');
    await ada.shortcut('report_breach');
    await running.settled();
    expect(ada.window).toBeDefined();
    ada.closeWindow();
    await ada.openHome();
    await running.settled();
    const home = running.slack.workspace.homes.get('ADA')!;
    const button = buttonsIn(home.view).find(({ value }) => readCarried(String(value))?.verb === 'openReport')!;
    await ada.press({ home }, button);
    await running.settled();
    ada.fill({ window: ada.window! }, { text: 'Von der Startseite.' });
    await ada.submit();
    expect(await running.cases()).toHaveLength(1);
  });

  it('written to the bot comes back in a form that is sent off from there', async () => {
    const ada = running.user('ADA');
    await ada.write('Ich habe <!channel> & eine Mail <https://a|b> falsch verschickt.');
    await running.settled();
    const form = ada.messages().at(-1)!;
    expect(valuesShown(form).text).toBe('Ich habe <!channel> & eine Mail <https://a|b> falsch verschickt.');
    const send = buttonsIn(form).find(({ value }) => readCarried(String(value))?.verb === 'report')!;
    await ada.press({ message: form }, send);
    await running.settled();
    const [id] = await running.cases();
    expect((await running.record(id!)).text).toBe('Ich habe <!channel> & eine Mail <https://a|b> falsch verschickt.');
    expect(textShown(form)).toContain('DP-2026-0001');
    expect(valuesShown(form)).toEqual({});
  });
});
