import { afterEach, describe, expect, it } from 'vitest';
import { readCarried } from '../../cards/slack/slackActions.ts';
import { buttonsIn, textShown } from '../cards/slack/shownBySlack.ts';
import { OFFICE, RunningSlack, SCOPES, until, type Wanted } from './runningSlack.ts';

let running: RunningSlack;
afterEach(async () => {
  expect(running.slack.findings).toEqual([]);
  await running.close();
});

const open = async (wanted: Wanted = {}): Promise<RunningSlack> => (running = await RunningSlack.open(wanted));

describe('who is who', () => {
  it('a member of the user group is a data protection officer, anybody else is not', async () => {
    await open({
      scopes: [...SCOPES, 'usergroups:read'],
      setting: { officerGroup: 'S0DSB' },
      prepare: ({ workspace }) => void workspace.groups.set('S0DSB', ['GRETA']),
    });
    await running.report('ADA');
    for (const who of ['GRETA', 'EVA']) {
      await running.user(who).command('/datenpanne', 'liste');
      await running.settled();
    }
    expect(textShown(running.user('GRETA').window!.view)).toContain('DP-2026-0001');
    expect(running.user('EVA').window).toBeUndefined();
    expect(textShown(running.user('EVA').messages())).not.toContain('DP-2026-0001');
  });

  it('a group that cannot be asked takes nobody’s role away', async () => {
    await open({ scopes: [...SCOPES, 'usergroups:read'], setting: { officerGroup: 'S0GONE' } });
    await running.report('ADA');
    await running.user('DORA').command('/datenpanne', 'liste');
    await running.settled();
    expect(textShown(running.user('DORA').window!.view)).toContain('DP-2026-0001');
  });

  it('everybody is spoken to in the language of their profile, and by their name', async () => {
    await open({ prepare: ({ workspace }) => void workspace.addUser('JOHN', { name: 'John Doe', locale: 'en-GB' }) });
    await running.report('JOHN');
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
    await running.report('ADA');
    await running.user('DORA').command('/datenpanne', typed, OFFICE);
    await running.settled();
    expect(textShown(running.user('DORA').window!.view)).toContain(says);
  });

  it.each(['hilfe', 'help', 'status', 'heute'])('/datenpanne %s is answered to whoever asked alone', async (typed) => {
    await open();
    const dora = running.user('DORA');
    await dora.command('/datenpanne', typed, OFFICE);
    await running.settled();
    expect(dora.messages(OFFICE).map(({ onlyFor }) => onlyFor)).toEqual(['DORA']);
  });

  it('the home shows the open cases of the office, and to anybody else their own reports', async () => {
    await open();
    await running.report('ADA');
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
  await running.report('ADA');
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

describe('rights by being in the channel of the office', () => {
  const on = { setting: { membersAreOfficers: true } } as const;
  const join = (who: string) => running.slack.workspace.conversations.get(OFFICE)!.members.add(who);
  const leave = (who: string) => running.slack.workspace.conversations.get(OFFICE)!.members.delete(who);
  const list = async (who: string): Promise<string> => {
    const person = running.user(who);
    person.closeWindow();
    await person.command('/datenpanne', 'liste');
    await running.settled();
    return textShown([person.window?.view, person.messages().at(-1)]);
  };
  /** As if so many minutes had passed for what the bot keeps in mind. */
  const later = async (): Promise<void> => {
    await running.bot.close();
    await running.startBot();
  };

  it('are off unless they are switched on', async () => {
    await open();
    join('GUDRUN');
    running.user('GUDRUN');
    await running.report('ADA');
    expect(await list('GUDRUN')).not.toContain('DP-2026-0001');
    expect(running.slack.callsOf('conversations.members')).toEqual([]);
  });

  it('are given to whoever is in it, and to nobody else', async () => {
    await open(on);
    join('GUDRUN');
    running.user('GUDRUN');
    await running.report('ADA');
    expect(await list('GUDRUN')).toContain('DP-2026-0001');
    expect(await list('EVA')).not.toContain('DP-2026-0001');
  });

  it('Slack is asked once for some minutes, however often people ask', async () => {
    await open(on);
    join('GUDRUN');
    running.user('GUDRUN');
    for (let time = 0; time < 3; time += 1) await list('GUDRUN');
    expect(running.slack.callsOf('conversations.members')).toHaveLength(1);
  });

  it('end with the membership', async () => {
    await open(on);
    join('GUDRUN');
    running.user('GUDRUN');
    await running.report('ADA');
    expect(await list('GUDRUN')).toContain('DP-2026-0001');
    leave('GUDRUN');
    await later();
    expect(await list('GUDRUN')).not.toContain('DP-2026-0001');
  });

  it('come from all pages of a long list', async () => {
    await open(on);
    for (let count = 0; count < 450; count += 1) join(`MEMBER${count}`);
    running.user('MEMBER449');
    await running.report('ADA');
    expect(await list('MEMBER449')).toContain('DP-2026-0001');
    expect(running.slack.callsOf('conversations.members')).toHaveLength(3);
  });

  it('nobody gets them from a channel that is public or shared, nor a guest', async () => {
    await open(on);
    join('GUDRUN');
    join('GAST');
    running.user('GUDRUN');
    running.slack.workspace.addUser('GAST', { guest: 'restricted' });
    await running.report('ADA');
    expect(await list('GAST')).toContain('Hier kann ich Ihnen nicht helfen');
    running.slack.workspace.conversations.get(OFFICE)!.shared = true;
    await later();
    expect(await list('GUDRUN')).not.toContain('DP-2026-0001');
  });

  it('while Slack cannot be asked nothing is shown, the reason is said, and reports and reminders go on', async () => {
    await open(on);
    join('GUDRUN');
    running.user('GUDRUN');
    await running.report('ADA');
    running.slack.treat = ({ method }) => (method === 'conversations.members' ? { status: 503 } : 'take');
    await later();
    expect(await list('GUDRUN')).toContain('Gerade nicht zu klären');
    expect(await list('DORA')).toContain('DP-2026-0001');
    await running.report('EVA', 'Noch einer.');
    expect(await running.cases()).toHaveLength(2);
    for (let day = 0; day < 4; day += 1) await running.pass(24);
    expect(textShown(running.user('DORA').messages())).toMatch(/überschritten|abgelaufen|vorbei/u);
  });
});

describe('guests and people from elsewhere', () => {
  it.each([
    ['a guest of some channels', { guest: 'restricted' }],
    ['a guest of one channel', { guest: 'ultra_restricted' }],
    ['somebody of another workspace', { team: 'T0OTHER' }],
  ] as const)('%s is told whom to turn to', async (_, more) => {
    await open({ prepare: ({ workspace }) => void workspace.addUser('GAST', more) });
    const gast = running.user('GAST');
    await gast.command('/datenpanne');
    await running.settled();
    expect(textShown(gast.messages())).toContain('Hier kann ich Ihnen nicht helfen');
    expect(textShown(gast.messages())).toContain('0211 123456');
    await gast.write('Ein Laptop ist weg.');
    await gast.openHome();
    await running.settled();
    expect(textShown(running.slack.workspace.homes.get('GAST')!.view)).toContain('Hier kann ich Ihnen nicht helfen');
    expect(await running.cases()).toEqual([]);
  });

  it('whoever the configuration names may be a guest: an external data protection officer', async () => {
    await open({ prepare: ({ workspace }) => void (workspace.users.get('DORA')!.guest = 'restricted') });
    await running.report('ADA');
    await running.user('DORA').command('/datenpanne', 'liste');
    await running.settled();
    expect(textShown(running.user('DORA').window!.view)).toContain('DP-2026-0001');
  });

  it('where Slack does not say who somebody is, a report is not lost', async () => {
    await open();
    running.slack.treat = ({ method }) => (method === 'users.info' ? { status: 503 } : 'take');
    await running.report('ADA');
    expect(await running.cases()).toHaveLength(1);
  });
});

describe('words after the command', () => {
  const say = async (who: string, typed: string): Promise<void> => {
    await running.user(who).command('/datenpanne', typed);
    await running.settled();
  };

  it('one that is none we know opens the form with it, and the commands are told', async () => {
    await open();
    await say('DORA', 'lsite');
    const dora = running.user('DORA');
    expect(JSON.stringify(dora.window!.view)).toContain('lsite');
    expect(textShown(dora.messages())).toContain('Dieses Wort kenne ich nicht als Befehl');
  });

  it('a whole sentence is a report, without a word about commands', async () => {
    await open();
    await say('ADA', 'Mein Laptop ist weg');
    expect(JSON.stringify(running.user('ADA').window!.view)).toContain('Mein Laptop ist weg');
    expect(running.user('ADA').messages()).toEqual([]);
  });

  it('all of them can be pressed in the home of the app too', async () => {
    await open();
    await running.report('ADA');
    await running.user('DORA').openHome();
    await running.settled();
    const carried = buttonsIn(running.slack.workspace.homes.get('DORA')!.view).map(({ value }) => readCarried(String(value))!);
    expect(carried.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['openReport', 'openCases', 'openCase', 'digest', 'status', 'registerLooks']),
    );
    expect(carried.map(({ data }) => data.form)).toEqual(expect.arrayContaining(['export', 'search', 'onBehalf']));
  });

  it.each(['status', 'digest', 'openCases'])('„%s“ pressed there opens in a window', async (verb) => {
    await open();
    await running.report('ADA');
    const dora = running.user('DORA');
    await dora.openHome();
    await running.settled();
    const home = running.slack.workspace.homes.get('DORA')!;
    const before = dora.messages().length;
    await dora.press({ home }, buttonsIn(home.view).find(({ value }) => readCarried(String(value))?.verb === verb)!);
    await running.settled();
    expect(dora.window).toBeDefined();
    expect(dora.messages()).toHaveLength(before);
  });
});

it('the home of the office says how Fristwacht is, what is due today by time left, and the open cases', async () => {
  await open();
  await running.report('ADA');
  await running.report('ADA', 'Noch einer.');
  await running.user('DORA').openHome();
  await running.settled();
  const text = textShown(running.slack.workspace.homes.get('DORA')!.view);
  const places = ['Womit kann ich helfen?', 'Zuletzt nachgesehen', 'Heute offen: ', 'Offene Vorgänge (2)'].map((part) =>
    text.indexOf(part),
  );
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
  expect(text).not.toMatch(/Laptop|Noch einer/u);
});
