import { afterEach, describe, expect, it } from 'vitest';
import { readCarried } from '../../cards/slack/slackActions.ts';
import { buttonsIn, textShown } from '../cards/slack/shownBySlack.ts';
import { OFFICE, RunningSlack, until, type Wanted } from './runningSlack.ts';

let running: RunningSlack;
afterEach(async () => {
  expect(running.slack.findings).toEqual([]);
  await running.close();
});

const open = async (wanted: Wanted = {}): Promise<RunningSlack> => (running = await RunningSlack.open(wanted));

const report = async (who: string, text = 'Ein Laptop ist weg.'): Promise<void> => {
  const person = running.user(who);
  await person.command('/datenpanne');
  await running.settled();
  person.fill({ window: person.window! }, { text });
  await person.submit();
  person.closeWindow();
  await running.settled();
};

describe('who is who', () => {
  it('a member of the user group is a data protection officer, anybody else is not', async () => {
    await open({ setting: { officerGroup: 'S0DSB' }, prepare: ({ workspace }) => void workspace.groups.set('S0DSB', ['GRETA']) });
    await report('ADA');
    for (const who of ['GRETA', 'EVA']) {
      await running.user(who).command('/datenpanne', 'liste');
      await running.settled();
    }
    expect(textShown(running.user('GRETA').window!.view)).toContain('DP-2026-0001');
    expect(running.user('EVA').window).toBeUndefined();
    expect(textShown(running.user('EVA').messages())).not.toContain('DP-2026-0001');
  });

  it('a group that cannot be asked takes nobody’s role away', async () => {
    await open({ setting: { officerGroup: 'S0GONE' } });
    await report('ADA');
    await running.user('DORA').command('/datenpanne', 'liste');
    await running.settled();
    expect(textShown(running.user('DORA').window!.view)).toContain('DP-2026-0001');
  });

  it('everybody is spoken to in the language of their profile, and by their name', async () => {
    await open({ prepare: ({ workspace }) => void workspace.addUser('JOHN', { name: 'John Doe', locale: 'en-GB' }) });
    await report('JOHN');
    expect(textShown(running.user('JOHN').messages())).toContain('Your report');
    const [id] = await running.cases();
    expect((await running.record(id!)).reporterName).toBe('John Doe');
    expect(textShown(running.user('DORA').messages(OFFICE))).toContain('Pflichten');
  });

  it('a profile that does not come in time holds nobody up', async () => {
    await open();
    running.slack.treat = ({ method }) => (method === 'users.info' ? { delayMs: 2400 } : 'take');
    const ada = running.user('ADA');
    await ada.command('/datenpanne');
    await until(() => ada.window !== undefined, 2000);
  });
});

describe('what the data protection officer can ask for', () => {
  it.each<[string, string]>([
    ['liste', 'Offene Vorgänge'],
    ['list', 'Offene Vorgänge'],
    ['fall DP-2026-0001', 'Ein Laptop ist weg.'],
    ['case DP-2026-0001', 'Ein Laptop ist weg.'],
    ['suche Laptop', 'DP-2026-0001'],
  ])('/datenpanne %s opens it in a window', async (typed, says) => {
    await open();
    await report('ADA');
    await running.user('DORA').command('/datenpanne', typed, OFFICE);
    await running.settled();
    expect(textShown(running.user('DORA').window!.view)).toContain(says);
  });

  it.each(['hilfe', 'help', 'status', 'export'])('/datenpanne %s is answered to whoever asked alone', async (typed) => {
    await open();
    const dora = running.user('DORA');
    await dora.command('/datenpanne', typed, OFFICE);
    await running.settled();
    expect(dora.messages(OFFICE).map(({ onlyFor }) => onlyFor)).toEqual(['DORA']);
  });

  it('the home shows the open cases of the office, and to anybody else their own reports', async () => {
    await open();
    await report('ADA');
    for (const who of ['DORA', 'ADA']) await running.user(who).openHome();
    await running.settled();
    const home = (who: string) => running.slack.workspace.homes.get(who)!.view;
    const verbs = (who: string) => buttonsIn(home(who)).map(({ value }) => readCarried(String(value))?.verb);
    expect(textShown(home('DORA'))).toContain('DP-2026-0001');
    expect(verbs('DORA')).toEqual(expect.arrayContaining(['openReport', 'openCase', 'openForm']));
    expect(textShown(home('ADA'))).toContain('DP-2026-0001');
    expect(verbs('ADA')).toContain('openAddition');
    expect(verbs('ADA')).not.toContain('openCase');
    expect(JSON.stringify([home('DORA'), home('ADA')])).not.toContain('Laptop');
  });
});

it('reminders in the channel stand in the thread of the card', async () => {
  await open();
  await report('ADA');
  const [card] = running.user('DORA').messages(OFFICE);
  for (let hour = 0; hour < 96; hour += 1) await running.pass(1);
  await running.settled();
  const later = running.user('DORA').messages(OFFICE).slice(1);
  expect(later.length).toBeGreaterThan(1);
  expect(later.map(({ thread }) => thread)).toEqual(later.map(() => card!.ts));
  expect(
    running.slack
      .callsOf('chat.postMessage')
      .some(({ given }) => given.thread_ts === card!.ts && given.reply_broadcast === 'true'),
  ).toBe(true);
});
