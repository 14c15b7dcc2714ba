// Several processes on one register: a balancer sends what Teams delivers, and delivers again, wherever it likes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Organisation } from '../../../src/organisation.ts';
import { acme } from '../../dialogue/conversation.ts';
import { nodesOf } from '../../support/adaptiveCardsLibrary.ts';
import type { Member } from '../../support/fakeTeams/connectorHost.ts';
import { CHANNEL } from '../../support/fakeTeams/fakeTeams.ts';
import { type Button, RunningBot } from '../../support/fakeTeams/runningBot.ts';

const organisation: Organisation = { ...acme, channels: { teams: CHANNEL } };
const LOST = 'Mein Notizbuch mit Kundendaten ist im Zug liegen geblieben';

type Ours = { readonly fristwacht?: { readonly verb: string } };

function button(card: unknown, verb: string): Button {
  const found = nodesOf(card).find(({ data }) => (data as Ours | undefined)?.fristwacht?.verb === verb);
  if (!found) throw new Error(`No button for ${verb}.`);
  return { type: String(found.type), title: String(found.title), verb, data: found.data as Button['data'] };
}

describe.each(['rest', 'botbuilder'] as const)('two processes in Teams over %s', (transport) => {
  let bot: RunningBot;
  let ada: Member;
  let dora: Member;

  beforeEach(async () => {
    bot = await RunningBot.open(organisation, transport);
    await bot.startAnother();
    ada = bot.teams.addMember({ aadObjectId: 'ada', name: 'Adelheid Muster' });
    dora = bot.officer();
  });
  afterEach(() => bot.end());

  const chat = (member: Member) => bot.teams.connector.personalRoomOf(member).posts.filter(({ removed }) => !removed);
  /** The message a thread begins with stands in two rooms, and is one. */
  const office = () => [
    ...new Set([...bot.teams.connector.rooms.values()].filter(({ id }) => id.startsWith(CHANNEL)).flatMap(({ posts }) => posts)),
  ];
  const atBoth = <Result>(work: () => Promise<Result>) => Promise.all([bot.to(0, work), bot.to(1, work)]);
  const cases = () => bot.register.list({ limit: 10 });
  const eventsOfFirst = async () => {
    const [head] = await cases();
    return (head && (await bot.register.read(head.caseId)))?.entries.flatMap(({ events }) => events) ?? [];
  };

  it('a message delivered to both at once is answered once', async () => {
    const replies = await atBoth(() => bot.says(ada, LOST, { id: 'same' }));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(chat(ada)).toHaveLength(1);
  });

  it('a message that the one has answered is not answered again by the other, nor after a restart', async () => {
    await bot.says(ada, LOST, { id: 'same' });
    await bot.to(1, () => bot.says(ada, LOST, { id: 'same' }));
    await bot.restart();
    await bot.says(ada, LOST, { id: 'same' });
    expect(chat(ada)).toHaveLength(1);
  });

  it('a report pressed once and delivered to both is one case, one receipt and one card', async () => {
    await bot.says(ada, LOST);
    const form = chat(ada).at(-1);
    const press = button(form?.activity, 'report');
    const answers = await atBoth(() => bot.presses(ada, press, { text: LOST, noticedAt: '' }, { replyToId: form?.id }));
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain('DP-2026-0001');
    }
    expect(await cases()).toHaveLength(1);
    expect(chat(ada).filter(({ activity }) => JSON.stringify(activity).includes('"giveHint"'))).not.toHaveLength(0);
    expect(chat(ada)).toHaveLength(2);
    expect(office()).toHaveLength(1);
  });

  it('an old card pressed at both by the office is recorded once, and each answers with the present one', async () => {
    await bot.says(ada, LOST);
    await bot.presses(ada, button(chat(ada).at(-1)?.activity, 'report'), { text: LOST, noticedAt: '' });
    const old = button((await bot.presses(dora, button(office()[0]?.activity, 'openCase'), {}, {}, CHANNEL)).body, 'acknowledge');
    const answers = await atBoth(() => bot.presses(dora, old, {}, {}, CHANNEL));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await eventsOfFirst()).filter(({ type }) => type === 'CaseAcknowledged')).toHaveLength(1);
  });

  it('an edit delivered to both is added once', async () => {
    await bot.says(ada, LOST, { id: 'said' });
    await bot.presses(ada, button(chat(ada).at(-1)?.activity, 'report'), { text: LOST, noticedAt: '' });
    const changed = {
      type: 'messageUpdate',
      id: 'said',
      text: 'Es war doch der Laptop',
      channelData: { eventType: 'editMessage', tenant: { id: '22222222-2222-4222-8222-222222222222' } },
    };
    await atBoth(() => bot.sends(ada, changed));
    expect((await eventsOfFirst()).filter(({ type }) => type === 'ReportAdded')).toHaveLength(1);
  });
});
