// One contract, both transports: what was done, what surely was not, and what nobody can know; and never a second try behind our back.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { botbuilderTransport } from '../../../adapters/teams/botbuilderTransport.ts';
import { restTransport } from '../../../adapters/teams/restTransport.ts';
import { tokens } from '../../../adapters/teams/tokens.ts';
import type { OutgoingActivity, Place, TeamsTransport } from '../../../adapters/teams/transport.ts';
import { instant } from '../../../src/rules/instant.ts';
import { projectRoot, sourceFilesUnder } from '../../support/arrows.ts';
import type { Failure, Operation } from '../../support/fakeTeams/connectorHost.ts';
import {
  APP_ID,
  BOT_ID,
  CHANNEL,
  closed,
  type FakeTeams,
  GROUP_CHAT,
  listening,
  openFakeTeams,
  SECRET,
  TENANT,
} from '../../support/fakeTeams/fakeTeams.ts';

const TIMEOUT_MS = 400;
const card = (title: string) => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: title }] });
const saying = (title: string): OutgoingActivity => ({
  ...{ type: 'message', summary: `Summary of ${title}` },
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card(title) }],
});

describe.each([
  ['rest', restTransport],
  ['botbuilder', botbuilderTransport],
] as const)('the transport %s', (name, open) => {
  let teams: FakeTeams;
  let transport: TeamsTransport;
  let room: Place;

  beforeEach(async () => {
    teams = await openFakeTeams();
    const ids = { next: () => 'id' };
    const clock = { now: () => instant('2026-11-23T16:40:00Z') };
    const credential = { by: 'secret', secret: SECRET } as const;
    const identity = { appId: APP_ID, tenantId: TENANT, credential, endpoints: teams.endpoints };
    transport = open({ tokens: tokens({ ...identity, clock, ids, monotonicNow: () => 0 }), timeoutMs: TIMEOUT_MS });
    room = { serviceUrl: teams.serviceUrl, conversationId: GROUP_CHAT };
  });
  afterEach(() => teams.close());

  const posts = (id = GROUP_CHAT) => teams.connector.rooms.get(id)?.posts ?? [];
  async function sent(title: string): Promise<string> {
    const result = await transport.send(room, saying(title));
    if (result.outcome !== 'done') throw new Error(`It was not sent: ${result.outcome}.`);
    return result.value.id;
  }

  it('sends a message as it is, and says under which id', async () => {
    const id = await sent('A');
    expect(posts()).toEqual([{ id, activity: saying('A'), updates: 0, removed: false }]);
  });

  it('draws a message anew, and takes it away', async () => {
    const id = await sent('A');
    expect(await transport.update(room, id, saying('B'))).toEqual({ outcome: 'done', value: undefined });
    expect(posts()[0]).toMatchObject({ updates: 1, activity: { summary: 'Summary of B', attachments: saying('B').attachments } });
    expect(await transport.remove(room, id)).toEqual({ outcome: 'done', value: undefined });
    expect(posts()[0]?.removed).toBe(true);
  });

  it('begins a thread in a channel with its first message, and goes on in it', async () => {
    const started = await transport.createConversation(teams.serviceUrl, {
      ...{ start: 'thread', channelId: CHANNEL, activity: saying('A') },
    });
    const conversationId = `${CHANNEL};messageid=${posts(CHANNEL)[0]?.id ?? ''}`;
    expect(started).toEqual({ outcome: 'done', value: { conversationId, activityId: posts(CHANNEL)[0]?.id } });
    await transport.send({ ...room, conversationId }, saying('B'));
    expect(posts(CHANNEL).map(({ activity }) => activity.summary)).toEqual(['Summary of A']);
    expect(posts(conversationId).map(({ activity }) => activity.summary)).toEqual(['Summary of A', 'Summary of B']);
  });

  it('opens the conversation with one person', async () => {
    const ada = teams.addMember({ aadObjectId: 'ada', name: 'Ada' });
    const asked = { start: 'personal', botId: BOT_ID, memberId: ada.id, tenantId: TENANT } as const;
    const started = await transport.createConversation(teams.serviceUrl, asked);
    expect(started).toEqual({ outcome: 'done', value: { conversationId: teams.connector.personalRoomOf(ada).id } });
  });

  it('asks for one token and uses it for everything', async () => {
    await Promise.all([sent('A'), sent('B'), sent('C')]);
    await sent('D');
    expect(teams.identity.given()).toBe(1);
  });

  it('a token that is taken no longer is fetched anew, once', async () => {
    await sent('A');
    teams.identity.revokeAll();
    await sent('B');
    expect(teams.identity.given()).toBe(2);
    expect(posts()).toHaveLength(2);
  });

  it('where every token is refused it says so after the second', async () => {
    teams.connector.failNext('send', { status: 401 }, { status: 401 });
    expect(await transport.send(room, saying('A'))).toEqual({ outcome: 'refused', status: 401 });
    expect(teams.connector.asked).toHaveLength(2);
  });

  it('where no token is given out nothing was begun', async () => {
    teams.registration = { ...teams.registration, secret: 'another one' };
    expect(await transport.send(room, saying('A'))).toEqual({ outcome: 'notBegun' });
    expect(teams.connector.asked).toEqual([]);
  });

  it('where nobody is there nothing was begun', async () => {
    const server = createServer();
    const nowhere = { ...room, serviceUrl: await listening(server) };
    await closed(server);
    expect(await transport.send(nowhere, saying('A'))).toEqual({ outcome: 'notBegun' });
  });

  const work: Readonly<Record<Exclude<Operation, 'member'>, () => Promise<unknown>>> = {
    send: () => transport.send(room, saying('X')),
    update: async () => transport.update(room, posts()[0]?.id ?? '', saying('X')),
    remove: async () => transport.remove(room, posts()[0]?.id ?? ''),
    create: () => transport.createConversation(teams.serviceUrl, { start: 'thread', channelId: CHANNEL, activity: saying('X') }),
  };

  describe.each(Object.keys(work) as (keyof typeof work)[])('%s', (operation) => {
    it.each<[string, Failure, unknown]>([
      ['429 with a time', { status: 429, retryAfter: '7' }, { outcome: 'refused', status: 429, retryAfterSeconds: 7 }],
      ['429 without a time', { status: 429 }, { outcome: 'refused', status: 429 }],
      ['429 with a date', { status: 429, retryAfter: 'Mon, 23 Nov 2026 17:00:00 GMT' }, { outcome: 'refused', status: 429 }],
      ['412', { status: 412 }, { outcome: 'refused', status: 412 }],
      ['403', { status: 403 }, { outcome: 'refused', status: 403 }],
      ['404', { status: 404 }, { outcome: 'refused', status: 404 }],
      ['413', { status: 413 }, { outcome: 'refused', status: 413 }],
      ['500', { status: 500 }, { outcome: 'unclear' }],
      ['502', { status: 502 }, { outcome: 'unclear' }],
      ['503', { status: 503, retryAfter: '3' }, { outcome: 'unclear' }],
      ['504', { status: 504 }, { outcome: 'unclear' }],
      ['a connection that breaks', 'breakBefore', { outcome: 'unclear' }],
      ['an answer that is lost', 'loseReply', { outcome: 'unclear' }],
      ['a connector that says nothing', 'hang', { outcome: 'unclear' }],
    ])('%s is told as it is, after one single try', async (_, failure, told) => {
      if (operation === 'update' || operation === 'remove') await sent('before');
      const before = teams.connector.asked.length;
      teams.connector.failNext(operation, failure);
      const begun = Date.now();
      expect(await work[operation]()).toEqual(told);
      expect(Date.now() - begun).toBeLessThan(TIMEOUT_MS + 1500);
      expect(teams.connector.asked).toHaveLength(before + 1);
    });
  });

  it('what was done although its answer was lost stands there once', async () => {
    teams.connector.failNext('send', 'loseReply');
    await transport.send(room, saying('A'));
    expect(posts()).toHaveLength(1);
  });

  it('a card beyond 28 KB is refused, and nothing was done', async () => {
    const result = await transport.send(room, saying('x'.repeat(15_000)));
    expect(result).toEqual({ outcome: 'refused', status: 413 });
    expect(posts()).toEqual([]);
  });

  it.runIf(name === 'rest')('shows a message in a shared conversation to one member only', async () => {
    const ada = teams.addMember({ aadObjectId: 'ada', name: 'Ada' });
    expect(await transport.sendTargeted?.(room, ada.id, saying('A'))).toMatchObject({ outcome: 'done' });
    expect(posts()).toMatchObject([{ onlyFor: ada.id }]);
    expect(await transport.sendTargeted?.(room, '29:nobody', saying('A'))).toEqual({ outcome: 'refused', status: 400 });
  });

  it.runIf(name === 'botbuilder')('cannot show a message to one member only, and says so by not offering it', () => {
    expect(transport.sendTargeted).toBeUndefined();
  });
});

describe('the SDK of Microsoft', () => {
  it('is known to one single file', () => {
    const files = ['src', 'cards', 'adapters'].flatMap((folder) => sourceFilesUnder(projectRoot, folder));
    const knowing = files.filter((file) => /['"]bot(?:builder|framework)[^'"]*['"]/.test(codeIn(file)));
    expect(knowing.map((file) => file.replace(/^.*adapters/, 'adapters'))).toEqual(['adapters/teams/botbuilderTransport.ts']);
  });

  const codeIn = (file: string): string =>
    readFileSync(file.startsWith('/') ? file : `${projectRoot}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => /\b(?:import|from|require)\b/.test(line))
      .join('\n');
});
