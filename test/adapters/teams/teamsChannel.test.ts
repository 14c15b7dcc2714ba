// The channel as the reminders see it: what became of each message, one thread per case, and messages after a restart.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notes } from '../../../adapters/notes/notes.ts';
import { activityShape } from '../../../adapters/teams/activity.ts';
import { botbuilderTransport } from '../../../adapters/teams/botbuilderTransport.ts';
import { type References, references } from '../../../adapters/teams/references.ts';
import { restTransport } from '../../../adapters/teams/restTransport.ts';
import { teamsChannel } from '../../../adapters/teams/teamsChannel.ts';
import { tokens } from '../../../adapters/teams/tokens.ts';
import type { Channel, OutgoingMessage } from '../../../src/ports.ts';
import type { Prompt } from '../../../src/prompt/prompt.ts';
import { caseId } from '../../../src/breach/identifiers.ts';
import { instant } from '../../../src/rules/instant.ts';
import { acme } from '../../dialogue/conversation.ts';
import type { Failure, Member } from '../../support/fakeTeams/connectorHost.ts';
import {
  APP_ID,
  BOT_ID,
  CHANNEL,
  type FakeTeams,
  GROUP_CHAT,
  openFakeTeams,
  SECRET,
  TENANT,
} from '../../support/fakeTeams/fakeTeams.ts';
import { nodesOf } from '../../support/adaptiveCardsLibrary.ts';
import { memoryNotes } from '../../support/memoryNotes.ts';
import { sampleCard, samplePrompts } from '../../support/samplePrompts.ts';

const reminder = samplePrompts.find(({ prompt }) => prompt.kind === 'reminder')?.prompt as Extract<Prompt, { kind: 'reminder' }>;
const isOurs = (data: unknown): data is { readonly fristwacht: object } =>
  typeof data === 'object' && data !== null && 'fristwacht' in data;
const personal = (aadObjectId: string) => ({ platform: 'teams', kind: 'person', id: aadObjectId }) as const;
const shared = (id: string) => ({ platform: 'teams', kind: 'channel', id }) as const;

describe.each([
  ['rest', restTransport],
  ['botbuilder', botbuilderTransport],
] as const)('the channel over %s', (_name, open) => {
  let teams: FakeTeams;
  let notes: Notes;
  let known: References;
  let channel: Channel;
  let dora: Member;

  const restart = () => {
    let count = 0;
    const ids = { next: () => `drawing-${String((count += 1))}` };
    known = references(notes, () => undefined);
    const identity = { appId: APP_ID, tenantId: TENANT, credential: { by: 'secret', secret: SECRET } as const };
    const clock = { now: () => instant('2026-11-23T16:40:00Z') };
    const source = tokens({ ...identity, endpoints: teams.endpoints, clock, ids, monotonicNow: () => 0 });
    channel = teamsChannel({
      ...{ transport: open({ tokens: source, timeoutMs: 400 }), references: known, organisation: acme },
      ...{ endpoints: teams.endpoints, botId: BOT_ID, tenantId: TENANT, ids },
    });
  };
  beforeEach(async () => {
    teams = await openFakeTeams();
    notes = memoryNotes();
    dora = teams.addMember({ aadObjectId: 'dora@acme', name: 'Dora Datenschutz' });
    restart();
  });
  afterEach(() => teams.close());

  const message = (to: OutgoingMessage['to'], more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
    ...{ to, key: 'key', prompt: reminder, language: 'de', mayBeRepeated: false },
    ...more,
  });
  const inChannel = (more: Partial<OutgoingMessage> = {}) => message(shared(CHANNEL), more);
  const posts = (id: string) => teams.connector.rooms.get(id)?.posts ?? [];
  const wrote = (member: Member) =>
    known.remember(
      activityShape.parse({
        ...{ type: 'message', serviceUrl: teams.serviceUrl, from: { id: member.id, aadObjectId: member.aadObjectId } },
        conversation: { id: teams.connector.personalRoomOf(member).id, conversationType: 'personal', tenantId: TENANT },
      }),
    );
  async function delivered(given: OutgoingMessage): Promise<string> {
    const result = await channel.deliver(given);
    if (result.result !== 'delivered') throw new Error(`Not delivered: ${result.result}.`);
    return result.messageId;
  }

  it('writes to a person who wrote before, also after a restart', async () => {
    await wrote(dora);
    restart();
    await delivered(message(personal('dora@acme')));
    expect(posts(teams.connector.personalRoomOf(dora).id)).toHaveLength(1);
    expect(teams.connector.asked.map(({ operation }) => operation)).toEqual(['send']);
  });

  it('opens the chat with a person who never wrote, once', async () => {
    teams.connector.failNext('send');
    await delivered(message(personal('dora@acme')));
    expect(posts(teams.connector.personalRoomOf(dora).id)).toHaveLength(1);
  });

  it('goes to the address Teams named last', async () => {
    await wrote(dora);
    await known.remember(
      activityShape.parse({
        ...{ type: 'message', serviceUrl: teams.serviceUrl.replace('127.0.0.1', 'localhost') },
        from: { id: dora.id, aadObjectId: dora.aadObjectId },
        conversation: { id: teams.connector.personalRoomOf(dora).id, conversationType: 'personal', tenantId: TENANT },
      }),
    );
    expect((await known.person('dora@acme'))?.serviceUrl).toContain('localhost');
    expect(await known.serviceUrl()).toContain('localhost');
  });

  it('puts all messages of one case into one thread, also after a restart; another case gets its own', async () => {
    const card = await delivered(inChannel({ prompt: sampleCard }));
    restart();
    await delivered(inChannel({ prompt: { ...reminder, caseId: sampleCard.caseId } }));
    await delivered(inChannel({ prompt: { ...sampleCard, caseId: caseId('another') } }));
    expect(posts(CHANNEL)).toHaveLength(2);
    const [thread = ''] = card.split(' ');
    expect(posts(thread)).toHaveLength(2);
  });

  it('draws the card of a case anew in its place', async () => {
    const id = await delivered(inChannel({ prompt: sampleCard }));
    restart();
    expect(await channel.deliver(inChannel({ prompt: sampleCard, replaces: id }))).toEqual({
      result: 'delivered',
      messageId: id,
    });
    expect(posts(CHANNEL)).toMatchObject([{ updates: 1 }]);
  });

  it('a card somebody deleted is gone; the fresh one begins a thread of its own', async () => {
    const id = await delivered(inChannel({ prompt: sampleCard }));
    const [post] = posts(CHANNEL);
    if (post) post.removed = true;
    expect(await channel.deliver(inChannel({ prompt: sampleCard, replaces: id }))).toEqual({ result: 'gone' });
    await delivered(inChannel({ prompt: sampleCard }));
    expect(posts(CHANNEL).filter(({ removed }) => !removed)).toHaveLength(1);
  });

  it('a thread that is gone is followed by another one', async () => {
    const [thread = ''] = (await delivered(inChannel({ prompt: sampleCard }))).split(' ');
    const room = teams.connector.rooms.get(thread);
    if (room) room.state = 'gone';
    await delivered(inChannel({ prompt: { ...reminder, caseId: sampleCard.caseId } }));
    expect(posts(CHANNEL)).toHaveLength(2);
  });

  it('takes its own messages away, and what is away stays so', async () => {
    const id = await delivered(inChannel({ prompt: sampleCard }));
    expect(await channel.remove?.({ to: shared(CHANNEL), messageId: id })).toEqual({ result: 'removed' });
    expect(await channel.remove?.({ to: shared(CHANNEL), messageId: id })).toEqual({ result: 'removed' });
    expect(posts(CHANNEL)).toMatchObject([{ removed: true }]);
    expect(await known.thread(CHANNEL, sampleCard.caseId)).toBeUndefined();
    teams.connector.failNext('remove', { status: 429, retryAfter: '9' });
    expect(await channel.remove?.({ to: shared(CHANNEL), messageId: id })).toEqual({
      result: 'not-removed',
      retryAfterSeconds: 9,
    });
  });

  it('writes into a group chat as into any other room', async () => {
    await delivered(message(shared(GROUP_CHAT)));
    expect(posts(GROUP_CHAT)).toHaveLength(1);
  });

  it.each<[string, Failure, object]>([
    ['429 with a time', { status: 429, retryAfter: '30' }, { result: 'not-sent', retryAfterSeconds: 30 }],
    ['429 without a time', { status: 429 }, { result: 'not-sent' }],
    ['412', { status: 412 }, { result: 'not-sent' }],
    ['413', { status: 413 }, { result: 'not-sent' }],
    ['403', { status: 403 }, { result: 'unreachable' }],
    ['404', { status: 404 }, { result: 'unreachable' }],
    ['502', { status: 502 }, { result: 'unclear' }],
    ['a lost answer', 'loseReply', { result: 'unclear' }],
    ['silence', 'hang', { result: 'unclear' }],
  ])('%s is told as what it is', async (_, failure, told) => {
    teams.connector.failNext('send', failure);
    teams.connector.failNext('create', failure);
    expect(await channel.deliver(inChannel())).toEqual(told);
    expect(await channel.deliver(message(shared(GROUP_CHAT)))).toEqual(told);
    expect(teams.connector.asked).toHaveLength(2);
  });

  it('a person who took the bot out, or whom nobody knows, cannot be reached', async () => {
    await wrote(dora);
    teams.connector.personalRoomOf(dora).state = 'botRemoved';
    expect(await channel.deliver(message(personal('dora@acme')))).toEqual({ result: 'unreachable' });
    expect(await channel.deliver(message(personal('nobody')))).toEqual({ result: 'unreachable' });
  });

  it('a repetition says that it is one', async () => {
    await delivered(inChannel({ mayBeRepeated: true }));
    expect(JSON.stringify(posts(CHANNEL)[0]?.activity)).toContain('Diese Nachricht wird wiederholt');
  });

  it('the card in the channel offers everybody to open the case, and is drawn again for the officers Teams knows', async () => {
    await wrote(dora);
    await delivered(inChannel({ prompt: sampleCard }));
    const nodes = nodesOf(posts(CHANNEL)[0]?.activity);
    const presses = nodes.filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit');
    expect(presses.map(({ type, data }) => [type, (data as { fristwacht: { verb: string } }).fristwacht.verb])).toEqual([
      ['Action.Submit', 'openCase'],
      ['Action.Execute', 'present'],
    ]);
    expect(nodes.find(({ refresh }) => refresh !== undefined)?.refresh).toMatchObject({ userIds: [dora.id] });
  });

  it('nothing but ids travels with a button, and a summary names no more than number, duty and time', async () => {
    await delivered(inChannel({ prompt: sampleCard }));
    const [post] = posts(CHANNEL);
    const carried = nodesOf(post?.activity).flatMap(({ data }) => (isOurs(data) ? [data] : []));
    expect(carried.length).toBeGreaterThan(3);
    for (const { fristwacht } of carried) {
      expect(Object.keys(fristwacht).every((key) => ['verb', 'data', 'drawing', 'kept', 'card', 'said'].includes(key))).toBe(
        true,
      );
    }
    expect(Object.keys(post?.activity ?? {}).toSorted()).toEqual(['attachments', 'summary', 'type']);
  });
});
