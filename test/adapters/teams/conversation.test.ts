// What is Teams' own in a conversation, over real HTTP and through both transports; what every platform must do is in the conformance suite.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Organisation } from '../../../src/organisation.ts';
import { LIMITS } from '../../../cards/limits.ts';
import { acme } from '../../dialogue/conversation.ts';
import { findingsOn, nodesOf } from '../../support/adaptiveCardsLibrary.ts';
import type { Member } from '../../support/fakeTeams/connectorHost.ts';
import { CHANNEL } from '../../support/fakeTeams/fakeTeams.ts';
import { fetchFile, openedArchive } from '../../support/fetchedFile.ts';
import { type Button, type Reply, RunningBot } from '../../support/fakeTeams/runningBot.ts';

const organisation: Organisation = { ...acme, channels: { teams: CHANNEL } };
const LOST = 'Mein Notizbuch mit Kundendaten ist im Zug liegen geblieben';

const isOurs = (
  data: unknown,
): data is { readonly fristwacht: { readonly verb: string; readonly data: Record<string, string> } } =>
  typeof data === 'object' && data !== null && 'fristwacht' in data;

/** The buttons of whatever holds a card, also those that are folded away. */
const buttons = (card: unknown): readonly (Button & { readonly asks: Record<string, string> })[] =>
  nodesOf(card).flatMap(({ type, title, data }) =>
    isOurs(data) && typeof type === 'string'
      ? [{ type, title: String(title), verb: data.fristwacht.verb, data, asks: data.fristwacht.data }]
      : [],
  );
function button(card: unknown, verb: string, asks: Record<string, string> = {}): Button {
  const found = buttons(card).find(
    (one) => one.verb === verb && Object.entries(asks).every(([name, value]) => one.asks[name] === value),
  );
  if (!found)
    throw new Error(
      `No button for ${verb} among ${buttons(card)
        .map((one) => one.verb)
        .join(', ')}.`,
    );
  return found;
}

describe.each(['rest', 'botbuilder'] as const)('in Teams over %s', (transport) => {
  let bot: RunningBot;
  let ada: Member;
  let dora: Member;

  beforeEach(async () => {
    bot = await RunningBot.open(organisation, transport);
    ada = bot.teams.addMember({ aadObjectId: 'ada', name: 'Adelheid Muster' });
    dora = bot.officer();
  });
  afterEach(async () => {
    // Whatever was written in the course of a test was a faultless card within the limits.
    for (const { activity } of [...bot.teams.connector.rooms.values()].flatMap(({ posts }) => posts)) {
      expect(JSON.stringify(activity).length * 2).toBeLessThanOrEqual(LIMITS.adaptiveCard.bytes);
      for (const { content } of activity.attachments as readonly { readonly content: unknown }[])
        expect(findingsOn(content)).toEqual([]);
    }
    await bot.end();
  });

  const chat = (member: Member) => bot.teams.connector.personalRoomOf(member).posts.filter(({ removed }) => !removed);
  const last = (member: Member) => chat(member).at(-1)?.activity;
  const channelPosts = () =>
    [...bot.teams.connector.rooms.values()].filter(({ id }) => id.startsWith(CHANNEL)).flatMap(({ posts }) => posts);
  const cases = () => bot.register.list({ limit: 50 });
  const events = async () => {
    const [head] = await cases();
    const stored = head && (await bot.register.read(head.caseId));
    return stored?.entries.flatMap((entry) => entry.events) ?? [];
  };
  const additions = async () => (await events()).flatMap((event) => (event.type === 'ReportAdded' ? [event.text] : []));
  const textIn = (value: unknown): string => JSON.stringify(value);
  const shown = ({ status, body }: Reply): unknown => {
    expect(status).toBe(200);
    return body;
  };

  async function reports(member = ada, text = LOST): Promise<unknown> {
    await bot.says(member, text);
    const form = last(member);
    return shown(
      await bot.presses(member, button(form, 'report'), { text, noticedAt: '' }, { replyToId: chat(member).at(-1)?.id }),
    );
  }

  describe('an export', () => {
    const fetched = async (page: unknown) => {
      const [link] = nodesOf(page).flatMap(({ type, url }) => (type === 'Action.OpenUrl' ? [String(url)] : []));
      const code = /\d{4} \d{4}/u.exec(textIn(page).replaceAll(link ?? '', ''))?.[0] ?? '';
      return fetchFile(link ?? '', code);
    };

    it('shows link and code in a dialog alone, and they bring the file', async () => {
      await reports();
      await bot.says(dora, 'export DP-2026-0001');
      expect(textIn(chat(dora))).toContain('Export: DP-2026-0001');
      const open = button(last(dora), 'export');
      expect(open).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } });
      const { status, content } = await fetched(shown(await bot.presses(dora, open)));
      expect(status).toBe(200);
      const { faults, lines } = openedArchive(content);
      expect([faults, lines.includes(LOST)]).toEqual([[], true]);
      expect(textIn([chat(dora), channelPosts()])).not.toContain('/files/');
    });

    it('of a span of days is asked for in the dialog too', async () => {
      await reports();
      await bot.says(dora, 'Hilfe');
      const page = shown(await bot.presses(dora, button(last(dora), 'openForm', { form: 'export' })));
      const offer = shown(await bot.presses(dora, button(page, 'submitForm', { form: 'export' }), { openedFrom: '01.11.2026' }));
      expect((await fetched(offer)).status).toBe(200);
    });

    it('is for nobody else', async () => {
      await reports();
      await bot.says(ada, 'export DP-2026-0001');
      expect(textIn(chat(ada))).not.toContain('Der Export liegt bereit');
    });
  });

  describe('reporting', () => {
    it('by a message to the bot: the form comes back with the words, and one press records them', async () => {
      const answer = await reports();
      expect(textIn(answer)).toContain('DP-2026-0001');
      expect(await cases()).toHaveLength(1);
      // The answer stands where the form was, also when the chat is opened again; the receipt stays below it.
      expect(textIn(chat(ada)[0]?.activity)).toContain('DP-2026-0001');
      expect(chat(ada)).toHaveLength(2);
      expect(channelPosts().length).toBeGreaterThan(0);
    });

    it('from a message of somebody else: the dialog holds its words as text', async () => {
      const content = '<p>Hallo,</p><p>die Liste ging an <b>alle</b> &amp; extern &lt;raus&gt;</p>';
      const value = {
        commandId: 'reportBreach',
        commandContext: 'message',
        messagePayload: { body: { content, contentType: 'html' } },
      };
      const page = shown(await bot.sends(ada, { type: 'invoke', name: 'composeExtension/fetchTask', value }, CHANNEL));
      const [field] = nodesOf(page).filter(({ id }) => id === 'text');
      expect(field?.value).toBe('Hallo,\ndie Liste ging an alle & extern <raus>');
      const { data } = button(page, 'report');
      const submit = {
        type: 'invoke',
        name: 'composeExtension/submitAction',
        value: { data: { ...data, text: field?.value, noticedAt: '' } },
      };
      expect(textIn(shown(await bot.sends(ada, submit, CHANNEL)))).toContain('DP-2026-0001');
    });

    it('in a channel: the answer comes in person, and the channel hears no word of it', async () => {
      const entities = [{ type: 'mention', text: '<at>Fristwacht</at>', mentioned: { id: 'bot' } }];
      await bot.says(ada, `<at>Fristwacht</at> ${LOST}`, { entities }, `${CHANNEL};messageid=1`);
      expect(textIn(last(ada))).toContain(LOST);
      expect(textIn(last(ada))).not.toContain('<at>');
      expect(textIn(channelPosts())).not.toContain('Notizbuch');
    });

    it.runIf(transport === 'rest')('with a slash command: the form is shown in the channel to this person alone', async () => {
      const recipient = { id: 'bot', name: 'Fristwacht', isTargeted: true };
      await bot.says(ada, LOST, { recipient }, CHANNEL);
      expect(channelPosts()).toMatchObject([{ onlyFor: ada.id }]);
      expect(chat(ada)).toEqual([]);
    });

    it('a file is not taken, and the reason is said', async () => {
      await bot.says(ada, 'Siehe Anhang', {
        attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info' }],
      });
      expect(textIn(last(ada))).toMatch(/Datei/);
      await bot.says(ada, 'Ohne', { attachments: [{ contentType: 'text/html', content: '<p>Ohne</p>' }] });
      expect(textIn(last(ada))).not.toMatch(/Datei/);
    });

    it('speaks the language of the client', async () => {
      await bot.says(ada, 'help', { locale: 'en-GB' });
      expect(textIn(last(ada))).toContain('"lang":"en"');
      await bot.says(ada, 'Hilfe', { locale: 'de-AT' });
      expect(textIn(last(ada))).toContain('"lang":"de"');
    });
  });

  describe('the zone of the client', () => {
    const LISBON = { entities: [{ type: 'clientInfo', locale: 'de-DE', country: 'PT', timezone: 'Europe/Lisbon' }] };

    it('is that of the times in answers, with the distance to UTC; what stands in the channel stays in the organisation’s', async () => {
      await reports();
      await bot.says(dora, 'Hilfe', LISBON);
      expect(textIn(last(dora))).toMatch(/\d\d:40 Uhr \(UTC\)|\d\d:40 \(UTC\)/u);
      expect(textIn(channelPosts())).not.toContain('(UTC)');
    });

    it('is remembered for what comes by itself and for presses that do not name it', async () => {
      await bot.says(ada, LOST, LISBON);
      const form = last(ada);
      // Typed times count in the organisation's zone, and the form says so to whoever sits elsewhere.
      expect(textIn(form)).toContain('gilt in der Zeitzone Europe/Berlin');
      await bot.presses(ada, button(form, 'report'), { text: LOST, noticedAt: '23.11.2026 16:00' });
      expect(textIn(chat(ada))).toContain('15:00 Uhr (UTC)');
      const [reported] = (await events()).flatMap((event) => (event.type === 'BreachReported' ? [event.noticedAt] : []));
      expect(reported).toBe('2026-11-23T15:00:00.000Z');
      await bot.restart();
      await bot.says(ada, 'Meine Meldungen');
      expect(textIn(last(ada))).toContain('(UTC)');
    });

    it('that nobody has is left aside, and one with the same time says nothing of UTC', async () => {
      await reports();
      await bot.says(dora, 'Hilfe', { entities: [{ type: 'clientInfo', timezone: 'Mond/Krater' }] });
      expect(textIn(last(dora))).not.toContain('(UTC');
      await bot.says(dora, 'Hilfe', { localTimezone: 'Europe/Madrid' });
      expect(textIn(last(dora))).not.toContain('(UTC');
    });
  });

  describe('what comes twice', () => {
    it('the same message is answered once', async () => {
      await Promise.all([bot.says(ada, LOST, { id: 'same' }), bot.says(ada, LOST, { id: 'same' })]);
      await bot.says(ada, LOST, { id: 'same' });
      expect(chat(ada)).toHaveLength(1);
    });

    it('the same press is recorded once, under whatever id it comes, also after a restart', async () => {
      await bot.says(ada, LOST);
      const press = button(last(ada), 'report');
      const typed = { text: LOST, noticedAt: '' };
      await Promise.all([bot.presses(ada, press, typed), bot.presses(ada, press, typed)]);
      await bot.restart();
      expect(textIn(shown(await bot.presses(ada, press, typed)))).toContain('DP-2026-0001');
      expect(await cases()).toHaveLength(1);
    });

    it('but another text on the same form is another report', async () => {
      await bot.says(ada, LOST);
      const press = button(last(ada), 'report');
      await bot.presses(ada, press, { text: LOST, noticedAt: '' });
      await bot.presses(ada, press, { text: 'Noch etwas anderes', noticedAt: '' });
      expect(await cases()).toHaveLength(2);
    });

    it('somebody else who presses the same button is somebody else', async () => {
      const ben = bot.teams.addMember({ aadObjectId: 'ben', name: 'Ben' });
      await bot.says(ada, LOST);
      const press = button(last(ada), 'report');
      await bot.presses(ada, press, { text: LOST, noticedAt: '' });
      await bot.presses(ben, press, { text: LOST, noticedAt: '' });
      expect(await cases()).toHaveLength(2);
    });
  });

  describe('what follows in the personal chat', () => {
    it('a hint on the receipt is answered below it, and the receipt stays', async () => {
      await reports();
      const receipt = chat(ada).findLast(({ activity }) => buttons(activity).some(({ verb }) => verb === 'giveHint'));
      const reply = shown(await bot.presses(ada, button(receipt?.activity, 'giveHint'), {}, { replyToId: receipt?.id }));
      expect(reply).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: '' });
      expect((await events()).some(({ type }) => type === 'HintGiven')).toBe(true);
      expect(chat(ada).some(({ id }) => id === receipt?.id)).toBe(true);
      expect(textIn(last(ada))).toContain('DP-2026-0001');
    });

    it('a message that was changed or deleted afterwards goes to the case, and the old words stay', async () => {
      await bot.says(ada, LOST, { id: 'said' });
      await bot.presses(ada, button(last(ada), 'report'), { text: LOST, noticedAt: '' });
      const changed = {
        type: 'messageUpdate',
        id: 'said',
        text: 'Es war doch der Laptop',
        channelData: { eventType: 'editMessage', tenant: tenant() },
      };
      await bot.sends(ada, changed);
      await bot.sends(ada, changed);
      expect(await additions()).toEqual(['Die Nachricht wurde im Chat geändert. Sie lautet jetzt: „Es war doch der Laptop“']);
      await bot.sends(ada, {
        type: 'messageDelete',
        id: 'said',
        channelData: { eventType: 'softDeleteMessage', tenant: tenant() },
      });
      expect(await additions()).toHaveLength(2);
      expect((await events()).some((event) => event.type === 'BreachReported' && event.text === LOST)).toBe(true);
    });

    it('a change of what never went into a case is as good as a new message, and its deletion nothing', async () => {
      await bot.says(ada, 'Hilfe', { id: 'said' });
      await bot.sends(ada, { type: 'messageDelete', id: 'said' });
      expect(chat(ada)).toHaveLength(1);
      await bot.sends(ada, { type: 'messageUpdate', id: 'said', text: LOST });
      expect(textIn(last(ada))).toContain(LOST);
    });
    const tenant = () => ({ id: '22222222-2222-4222-8222-222222222222' });
  });

  describe('the home in the personal chat', () => {
    it('shows the office how Fristwacht is doing and the open cases by time left, with a way to each, to search and to report', async () => {
      await reports();
      await bot.pass(5);
      await reports(bot.teams.addMember({ aadObjectId: 'ben', name: 'Ben' }), 'Der Schlüssel zum Archiv ist weg');
      await bot.says(dora, 'Hilfe');
      const shownHome = textIn(last(dora));
      for (const word of ['DP-2026-0001', 'DP-2026-0002', 'Meldung an die Aufsichtsbehörde', 'noch 7'])
        expect(shownHome).toContain(word);
      expect(shownHome).toMatch(/Fristwacht läuft|Zustand|Stand|läuft/);
      const verbs = buttons(last(dora)).map(({ verb }) => verb);
      for (const verb of ['openReport', 'openCase', 'openForm', 'registerLooks']) expect(verbs).toContain(verb);
      expect(shownHome).not.toContain('Notizbuch');
      expect(buttons(last(dora)).filter(({ verb }) => verb === 'openCase')).toHaveLength(2);
    });

    it('shows an employee their own reports and nothing of others', async () => {
      const ben = bot.teams.addMember({ aadObjectId: 'ben', name: 'Ben' });
      await reports();
      await bot.says(ada, 'Hilfe');
      await bot.says(ben, 'Hilfe');
      expect(textIn(last(ada))).toContain('DP-2026-0001');
      expect(textIn(last(ben))).not.toContain('DP-2026');
    });

    it('comes with the button too, in place, and in a channel shows no case', async () => {
      await reports();
      await bot.says(dora, 'offene Vorgänge');
      const start = button(last(dora), 'home');
      expect(textIn(shown(await bot.presses(dora, start, {}, { replyToId: chat(dora).at(-1)?.id })))).toContain('DP-2026-0001');
      const entities = [{ type: 'mention', text: '<at>Fristwacht</at>', mentioned: { id: 'bot' } }];
      await bot.says(dora, '<at>Fristwacht</at> Hilfe', { entities }, `${CHANNEL};messageid=1`);
      expect(textIn(last(dora))).not.toContain('DP-2026-0001');
    });
  });

  describe('the office in its channel', () => {
    const card = () => channelPosts().find(({ activity }) => textIn(activity).includes('"openCase"'))?.activity;

    it('whoever opens the case sees it in a dialog, alone; the look is recorded, and the channel holds no word of it', async () => {
      await reports();
      const page = shown(await bot.presses(dora, button(card(), 'openCase'), {}, {}, CHANNEL));
      expect(textIn(page)).toContain(LOST);
      expect(buttons(page).every(({ type }) => type === 'Action.Submit')).toBe(true);
      const [head] = await cases();
      expect(await bot.register.looksAt(head?.caseId)).toMatchObject([{ what: 'openCase', allowed: true }]);
      for (const post of channelPosts()) {
        expect(textIn(post)).not.toContain('Notizbuch');
        expect(textIn(post)).not.toContain('Adelheid');
      }
    });

    it('somebody who is not of the office gets a polite no, in the dialog', async () => {
      await reports();
      const page = shown(
        await bot.presses(bot.teams.addMember({ aadObjectId: 'ben', name: 'Ben' }), button(card(), 'openCase'), {}, {}, CHANNEL),
      );
      expect(textIn(page)).not.toContain('Notizbuch');
      expect(page).toMatchObject({ task: { type: 'continue' } });
    });

    it('a long form in a dialog comes back with everything that was typed, and closes nothing by itself', async () => {
      await reports();
      const whole = shown(await bot.presses(dora, button(card(), 'openCase'), {}, {}, CHANNEL));
      const form = shown(await bot.presses(dora, button(whole, 'openForm', { form: 'measure' }), {}, {}, CHANNEL));
      const typed = { text: 'Notizbuch sperren lassen', dueBy: 'irgendwann', owner: 'Technik' };
      const again = shown(await bot.presses(dora, button(form, 'submitForm'), typed, {}, CHANNEL));
      for (const word of Object.values(typed)) expect(textIn(again)).toContain(word);
      expect((await events()).some(({ type }) => type === 'MeasurePlanned')).toBe(false);
    });

    it('what an officer asks for in the personal chat opens in a dialog, and the chat keeps no word of the case', async () => {
      await reports();
      await bot.says(dora, 'DP-2026-0001');
      expect(textIn(chat(dora))).not.toContain('Notizbuch');
      const open = button(last(dora), 'openCase');
      const whole = shown(await bot.presses(dora, open, {}, { replyToId: chat(dora).at(-1)?.id }));
      expect(textIn(whole)).toContain(LOST);
      expect(whole).toMatchObject({ task: { type: 'continue' } });
      expect(textIn(chat(dora))).not.toContain('Notizbuch');
    });

    it('the card is drawn again for the officer with all steps, and for nobody else', async () => {
      await bot.says(dora, 'Hilfe');
      await reports();
      const refresh = button(card(), 'present');
      const own = shown(await bot.presses(dora, refresh, {}, {}, CHANNEL));
      expect(buttons(own).map(({ verb }) => verb)).toContain('acknowledge');
      expect(textIn(own)).not.toContain('Notizbuch');
      const others = shown(await bot.presses(ada, refresh, {}, {}, CHANNEL));
      expect(others).toMatchObject({ value: '' });
      expect(findingsOn((own as { readonly value: unknown }).value)).toEqual([]);
    });

    it('an old card is safe: pressed twice it counts once, and both times it is answered with the present one', async () => {
      await bot.says(dora, 'Hilfe');
      await reports();
      const own = shown(await bot.presses(dora, button(card(), 'present'), {}, {}, CHANNEL));
      const press = button(own, 'acknowledge');
      const first = shown(await bot.presses(dora, press, {}, {}, CHANNEL));
      const second = shown(await bot.presses(dora, press, {}, {}, CHANNEL));
      for (const answer of [first, second]) {
        expect(answer).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
        expect(buttons(answer).map(({ verb }) => verb)).toContain('openCase');
      }
      expect((await events()).filter(({ type }) => type === 'CaseAcknowledged')).toHaveLength(1);
    });

    it('after each change the card in the channel is drawn anew in its place', async () => {
      await bot.says(dora, 'Hilfe');
      await reports();
      const [before] = channelPosts();
      const own = shown(await bot.presses(dora, button(card(), 'present'), {}, {}, CHANNEL));
      await bot.presses(dora, button(own, 'acknowledge'), {}, {}, CHANNEL);
      expect(before?.updates).toBeGreaterThan(0);
    });

    it('reminders come after a restart, in the thread of the case and in person', async () => {
      await bot.says(dora, 'Hilfe');
      await reports();
      const [inPerson, inChannel] = [chat(dora).length, channelPosts().length];
      await bot.restart();
      for (let hours = 0; hours < 72; hours += 1) await bot.pass(1);
      expect(chat(dora).length).toBeGreaterThan(inPerson);
      expect(channelPosts().length).toBeGreaterThan(inChannel);
      const roots = bot.teams.connector.rooms.get(CHANNEL)?.posts ?? [];
      expect(roots.filter(({ activity }) => textIn(activity).includes('DP-2026-0001'))).toHaveLength(1);
    });
  });

  describe('who is not ours', () => {
    it.each([
      ['a guest', { userRole: 'guest' as const }],
      ['somebody of another tenant', { tenantId: '99999999-9999-4999-8999-999999999999' }],
    ])('%s is told politely, and nothing is taken from them', async (_, more) => {
      const guest = bot.teams.addMember({ aadObjectId: 'gast', name: 'Gast', ...more });
      await bot.says(guest, LOST);
      expect(textIn(last(guest))).toContain('nur für Beschäftigte');
      expect(buttons(last(guest))).toEqual([]);
      await reports();
      const open = button(channelPosts()[0]?.activity, 'openCase');
      expect(shown(await bot.presses(guest, open, {}, {}, CHANNEL))).toMatchObject({ task: { type: 'message' } });
    });

    it('while Teams cannot say who somebody is, a report is taken all the same', async () => {
      bot.teams.connector.failNext('member', { status: 503 }, { status: 503 });
      await reports();
      expect(await cases()).toHaveLength(1);
    });

    it('what no person sent is passed over', async () => {
      const { status } = await bot.sends(ada, { type: 'message', text: LOST, from: { id: '28:another-bot', name: 'Bot' } });
      expect(status).toBe(200);
      expect(chat(ada)).toEqual([]);
    });
  });

  describe('what cannot be', () => {
    it('an invoke nobody knows is 501, one that cannot be read 400', async () => {
      expect((await bot.sends(ada, { type: 'invoke', name: 'signin/verifyState', value: {} })).status).toBe(501);
      expect((await bot.sends(ada, { type: 'invoke', name: 'task/fetch', value: { data: { msteams: {} } } })).status).toBe(400);
      expect((await bot.sends(ada, { type: 'invoke', name: 'adaptiveCard/action' })).status).toBe(400);
      expect(
        (await bot.sends(ada, { type: 'invoke', name: 'composeExtension/fetchTask', value: { commandId: 'x' } })).status,
      ).toBe(400);
    });

    it('a forged button does nothing but be answered politely', async () => {
      const data = { fristwacht: { verb: 'eraseEverything', data: {}, drawing: 'x' } };
      const reply = await bot.presses(ada, { type: 'Action.Execute', title: '', verb: 'x', data });
      expect(textIn(shown(reply))).toContain('AdaptiveCard');
      expect(await cases()).toEqual([]);
    });

    it('an answer that cannot be written is told to the operator without a word of it, and Teams is not asked to try again', async () => {
      bot.teams.connector.failNext('send', 'hang');
      expect((await bot.says(ada, LOST)).status).toBe(200);
      expect(bot.failures).toEqual(['answer unclear']);
    });
  });
});
