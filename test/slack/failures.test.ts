import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { readCarried } from '../../cards/slack/slackActions.ts';
import { buttonsIn, textShown } from '../cards/slack/shownBySlack.ts';
import type { Call, Treatment } from '../support/fakeSlack/fakeSlack.ts';
import { fakePlatform } from '../support/fakePlatform.ts';
import { acmeInSlack, OFFICE, RunningSlack, SCOPES, type Transport, until, type Wanted } from './runningSlack.ts';

let running: RunningSlack;
afterEach(() => running.close());

const open = async (wanted: Wanted = {}): Promise<RunningSlack> => (running = await RunningSlack.open(wanted));

/** Treats the first call to this channel so, and takes every other. */
const first = (channel: string, treatment: Treatment, method = 'chat.postMessage') => {
  let done = false;
  return (call: Call): Treatment => {
    if (done || call.method !== method || call.given.channel !== channel) return 'take';
    done = true;
    return treatment;
  };
};

const cards = () => running.user('DORA').messages(OFFICE);

describe('a card that Slack does not take at once', () => {
  it.each<[string, Treatment]>([
    ['429', { retryAfterSeconds: 1 }],
    ['an error by name', { error: 'ratelimited' }],
  ])('%s: the case is kept, and the card comes later, once', async (_, treatment) => {
    await open();
    running.slack.treat = first(OFFICE, treatment);
    await running.report();
    expect(await running.cases()).toHaveLength(1);
    expect(cards()).toHaveLength(0);
    await wait(1100);
    await running.pass(0.2);
    await running.settled();
    expect(cards()).toHaveLength(1);
    expect(textShown(cards()[0])).not.toContain('wiederholt');
  });

  it('told to wait, it is not tried before the time is over, whatever falls due; then it comes', async () => {
    await open();
    running.slack.treat = first(OFFICE, { retryAfterSeconds: 60 });
    await running.report();
    const tries = () => running.slack.callsOf('chat.postMessage').filter(({ given }) => given.channel === OFFICE).length;
    const before = tries();
    await running.report('DORA', 'Ein Schlüssel ist weg.');
    await running.pass(20 / 3600);
    await running.pass(20 / 3600);
    expect(tries()).toBe(before);
    await running.pass(30 / 3600);
    expect(tries()).toBe(before + 2);
  });

  it.each<[string, Treatment, number]>([
    ['the answer is lost', 'loseAnswer', 2],
    ['the message is lost', 'loseMessage', 1],
    ['an error 500', { status: 500 }, 1],
  ])('%s: it is sent again, and says so', async (_, treatment, posted) => {
    await open();
    running.slack.treat = first(OFFICE, treatment);
    await running.report();
    await running.pass(1);
    await running.settled();
    expect(cards()).toHaveLength(posted);
    expect(textShown(cards().at(-1))).toContain('wiederholt');
    await running.pass(1);
    await running.settled();
    expect(cards()).toHaveLength(posted);
  });
});

describe('an answer of Slack’s that is lost, where the bot may look', () => {
  const posted = () => running.slack.callsOf('chat.postMessage').filter(({ given }) => given.channel === OFFICE);

  it('the card that arrived is found by its marker, and not sent again', async () => {
    await open({ scopes: [...SCOPES, 'groups:history'] });
    running.slack.treat = first(OFFICE, 'loseAnswer');
    await running.report();
    await running.pass(1);
    await running.settled();
    expect(cards()).toHaveLength(1);
    expect(posted()).toHaveLength(1);
    await running
      .user('DORA')
      .press(
        { message: cards()[0]! },
        buttonsIn(cards()[0]).find(({ value }) => readCarried(String(value))?.verb === 'acknowledge')!,
      );
    await running.settled();
    expect(textShown(cards()[0])).not.toContain('wiederholt');
    expect(running.slack.callsOf('chat.update').map(({ given }) => given.ts)).toContain(cards()[0]!.ts);
  });

  it('the card that never arrived is sent again, and says so', async () => {
    await open({ scopes: [...SCOPES, 'groups:history'] });
    running.slack.treat = first(OFFICE, 'loseMessage');
    await running.report();
    await running.pass(1);
    await running.settled();
    expect(cards()).toHaveLength(1);
    expect(textShown(cards()[0])).toContain('wiederholt');
  });

  it('a message in the thread of the card is looked for there', async () => {
    await open({ scopes: [...SCOPES, 'groups:history'] });
    await running.report();
    let lost = 0;
    running.slack.treat = ({ method, given }) => {
      if (method !== 'chat.postMessage' || given.channel !== OFFICE || given.thread_ts === undefined || lost > 0) return 'take';
      lost += 1;
      return 'loseAnswer';
    };
    for (let hour = 0; hour < 80 && lost === 0; hour += 1) await running.pass(1);
    const [arrived] = cards().slice(-1);
    await running.pass(0.1);
    await running.settled();
    expect(lost).toBe(1);
    expect(running.slack.callsOf('conversations.replies').length).toBeGreaterThan(0);
    expect(cards().at(-1)).toBe(arrived);
  });

  it('in the conversation with a person it is found without a further scope', async () => {
    await open();
    await running.report();
    running.slack.treat = first('DORA', 'loseAnswer');
    const before = running.user('DORA').messages().length;
    for (let hour = 0; hour < 30 && running.user('DORA').messages().length === before; hour += 1) await running.pass(1);
    await running.pass(0.1);
    await running.settled();
    expect(running.slack.callsOf('conversations.history').length).toBeGreaterThan(0);
    expect(running.user('DORA').messages()).toHaveLength(before + 1);
    expect(textShown(running.user('DORA').messages().at(-1))).not.toContain('wiederholt');
  });

  it('the marker in a message of somebody else’s app counts for nothing', async () => {
    await open({ scopes: [...SCOPES, 'groups:history'] });
    running.slack.treat = (call) => {
      if (call.method === 'chat.postMessage' && call.given.channel === OFFICE) {
        const { workspace } = running.slack;
        const metadata = JSON.parse(String(call.given.metadata)) as Record<string, unknown>;
        workspace.messages.push({
          ts: workspace.nextTs(),
          channel: OFFICE,
          user: 'U0OTHERBOT',
          text: 'x',
          blocks: [],
          metadata,
          unfurls: false,
        });
        running.slack.treat = () => 'take';
        return 'loseMessage';
      }
      return 'take';
    };
    await running.report();
    await running.pass(1);
    await running.settled();
    expect(cards().map(({ user }) => user)).toEqual(['U0OTHERBOT', 'U0BOT']);
    expect(textShown(cards()[1])).toContain('wiederholt');
  });

  it('without the scope Slack is asked once, not with every message', async () => {
    await open();
    running.slack.treat = ({ method, given }) =>
      method === 'chat.postMessage' && given.channel === OFFICE ? 'loseMessage' : 'take';
    await running.report();
    for (let turn = 0; turn < 3; turn += 1) await running.pass(1);
    await running.settled();
    expect(running.slack.callsOf('conversations.history').filter(({ given }) => given.channel === OFFICE)).toHaveLength(1);
  });
});

describe('a channel that must not be told', () => {
  it.each<[string, string, (running: Parameters<NonNullable<Wanted['prepare']>>[0]) => void]>([
    [
      'public',
      'notAllowed',
      ({ workspace }) =>
        void workspace.conversations.set(OFFICE, {
          id: OFFICE,
          kind: 'public',
          members: new Set(['U0BOT']),
          archived: false,
          shared: false,
        }),
    ],
    ['shared with another organisation', 'shared', ({ workspace }) => void (workspace.conversations.get(OFFICE)!.shared = true)],
    ['archived', 'archived', ({ workspace }) => void (workspace.conversations.get(OFFICE)!.archived = true)],
    ['one the bot is not in', 'notFound', ({ workspace }) => void workspace.conversations.get(OFFICE)!.members.delete('U0BOT')],
  ])('%s: nothing is posted there, it is said why, and the officer is reached in person', async (_, fault, prepare) => {
    await open({ prepare });
    await running.report();
    expect(running.slack.workspace.messages.filter(({ channel }) => channel === OFFICE)).toEqual([]);
    expect(running.reports).toContainEqual({ what: 'channelRefused', channel: OFFICE, fault });
    expect(textShown(running.user('DORA').messages())).toContain('DP-2026-0001');
  });

  it('public, and the bot could see it: refused for what it is', async () => {
    await open({
      scopes: ['commands', 'chat:write', 'im:history', 'users:read', 'groups:read', 'channels:read'],
      prepare: ({ workspace }) =>
        void workspace.conversations.set(OFFICE, {
          id: OFFICE,
          kind: 'public',
          members: new Set(['U0BOT']),
          archived: false,
          shared: false,
        }),
    });
    await running.report();
    expect(running.reports).toContainEqual({ what: 'channelRefused', channel: OFFICE, fault: 'public' });
  });
});

describe('Slack away, or a token that is refused', () => {
  it.each<Transport>(['http', 'socket'])(
    'a token refused at the start (%s) stops nothing, and works once it is mended',
    async (transport) => {
      await open({
        transport,
        prepare: (slack) => void (slack.botToken = 'xoxb-another'),
        setting: { botToken: async () => token },
      });
      let token = 'xoxb-wrong';
      const ada = running.user('ADA');
      await ada.command('/datenpanne');
      await running.settled();
      expect(ada.window).toBeUndefined();
      expect(running.reports).toContainEqual({ what: 'tokenRefused' });
      token = 'xoxb-another';
      await ada.command('/datenpanne');
      await running.settled();
      expect(ada.window).toBeDefined();
    },
  );

  it.each<Transport>(['http', 'socket'])(
    'Slack down at the start (%s): others are served meanwhile, and Slack once it is back',
    async (transport) => {
      const desk = fakePlatform('desk', { now: () => running.now });
      const organisation = { ...acmeInSlack, channels: { slack: OFFICE, desk: 'office' } };
      await open({ transport, otherChannels: [desk], organisation });
      await running.report();
      const { port } = running.slack;
      await running.bot.close();
      await running.slack.stop();
      const before = { slack: running.user('DORA').messages().length, desk: desk.arrived.length };
      const starting = running.startBot();
      await running.pass(30);
      expect(desk.arrived.length).toBeGreaterThan(before.desk);
      expect(running.user('DORA').messages()).toHaveLength(before.slack);
      await running.slack.listen(port);
      await starting;
      await running.pass(1);
      await running.settled();
      expect(running.user('DORA').messages().length).toBeGreaterThan(before.slack);
      expect((await running.user('ADA').command('/datenpanne')).status).toBe(200);
      expect(running.alarms).toEqual([]);
    },
  );

  it('a token that is revoked is reported with every reminder that does not go out, and the reminder stays owed', async () => {
    await open({ setting: { botToken: async () => 'xoxb-of-the-tests' } });
    await running.report();
    running.slack.botToken = 'xoxb-new';
    running.reports.length = 0;
    await running.pass(30);
    await running.settled();
    expect(running.reports).toContainEqual({ what: 'tokenRefused' });
    const seen = running.user('DORA').messages().length;
    running.slack.botToken = 'xoxb-of-the-tests';
    await running.pass(1);
    await running.settled();
    expect(running.user('DORA').messages().length).toBeGreaterThan(seen);
  });
});

describe('a store that is slow', () => {
  it('the window waits, and then says what became of it', async () => {
    let slow = false;
    await open({
      register: (register) => ({
        ...register,
        append: async (request) => {
          if (slow) await wait(2400);
          return register.append(request);
        },
      }),
    });
    const ada = running.user('ADA');
    await ada.command('/datenpanne');
    await running.settled();
    ada.fill({ window: ada.window! }, { text: 'Langsam.' });
    slow = true;
    const acknowledged = await ada.submit();
    expect(acknowledged.status).toBe(200);
    expect(acknowledged.afterMs).toBeLessThan(3000);
    expect(textShown(ada.window!.view)).toContain('noch gespeichert');
    await until(() => textShown(ada.window!.view).includes('DP-2026-0001'));
    expect(await running.cases()).toHaveLength(1);
  });

  it('a window that would come too late is opened in time and filled later', async () => {
    let slow = false;
    await open({
      register: (register) => ({
        ...register,
        list: async (filter) => {
          if (slow) await wait(1500);
          return register.list(filter);
        },
      }),
    });
    slow = true;
    const dora = running.user('DORA');
    await dora.command('/datenpanne', 'liste');
    await until(() => dora.window !== undefined);
    expect(textShown(dora.window!.view)).toContain('Einen Moment');
    await until(() => !textShown(dora.window!.view).includes('Einen Moment'));
  });
});

it('a trigger that ran out: the person is told, and can press again', async () => {
  await open();
  running.slack.treat = ({ method }) => (method === 'views.open' ? { error: 'expired_trigger_id' } : 'take');
  const ada = running.user('ADA');
  await ada.command('/datenpanne');
  await running.settled();
  expect(textShown(ada.messages())).toContain('noch einmal');
});

it.each<Transport>(['http', 'socket'])('ended in the middle of a submission (%s), it loses nothing', async (transport) => {
  let slow = false;
  await open({
    transport,
    register: (register) => ({
      ...register,
      append: async (request) => {
        if (slow) await wait(400);
        return register.append(request);
      },
    }),
  });
  const ada = running.user('ADA');
  await ada.command('/datenpanne');
  await running.settled();
  ada.fill({ window: ada.window! }, { text: 'Kurz vor dem Ende.' });
  slow = true;
  const submitting = ada.submit();
  await wait(100);
  await running.bot.close();
  expect((await submitting).status).toBe(200);
  expect(await running.cases()).toHaveLength(1);
});

describe('Socket Mode', () => {
  it('while one connection is renewed the other serves every command', async () => {
    await open({ transport: 'socket' });
    const ada = running.user('ADA');
    running.slack.refreshConnection(0);
    const acknowledged = [];
    for (let at = 0; at < 10; at += 1) acknowledged.push((await ada.command('/datenpanne')).status);
    expect(acknowledged).toEqual(Array(10).fill(200));
    await until(() => running.slack.connections === 2);
  });

  it('comes back by itself after Slack was away', async () => {
    await open({ transport: 'socket' });
    const { port } = running.slack;
    await running.slack.stop();
    await wait(700);
    await running.slack.listen(port);
    await until(() => running.slack.connections === 2, 10_000);
    expect((await running.user('ADA').command('/datenpanne')).status).toBe(200);
  });
});
