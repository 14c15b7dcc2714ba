// Slack and Teams in one process, over one register, with both stand-ins on the wire.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTeamsPart, type TeamsPart } from '../../../adapters/cli/startTeams.ts';
import { type ServedSlack, serveSlack } from '../../../adapters/slack/serveSlack.ts';
import { openNotes } from '../../../adapters/notes/openNotes.ts';
import { openRegister } from '../../../adapters/stores/openRegister.ts';
import { personId } from '../../../src/breach/identifiers.ts';
import type { Organisation } from '../../../src/organisation.ts';
import type { Register } from '../../../src/ports.ts';
import { textShown } from '../../cards/slack/shownBySlack.ts';
import { acme } from '../../dialogue/conversation.ts';
import { OFFICE, SCOPES, until } from '../../slack/runningSlack.ts';
import { FakeSlack } from '../../support/fakeSlack/fakeSlack.ts';
import { SlackUser } from '../../support/fakeSlack/slackUser.ts';
import { APP_ID, CHANNEL, type FakeTeams, openFakeTeams, SECRET, TENANT } from '../../support/fakeTeams/fakeTeams.ts';
import { buttonsOf, linesOf } from '../../support/fakeTeams/teamsCardShown.ts';
import { type SeenPost, TeamsUser } from '../../support/fakeTeams/teamsUser.ts';
import { type TeamsWire, teamsWire } from '../../support/fakeTeams/teamsWire.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Dora is in Teams alone, Emil in Slack alone; Chris has an account on each. The office works in Teams. */
const organisation: Organisation = {
  ...acme,
  persons: [
    { id: personId('dora'), name: 'Dora Datenschutz', roles: ['dpo'], accounts: { teams: 'dora' } },
    { id: personId('emil'), name: 'Emil Zweitamt', roles: ['dpo'], accounts: { slack: 'EMIL' } },
    { id: personId('chris'), name: 'Chris Beides', roles: ['dpo'], accounts: { slack: 'CHRIS', teams: 'chris' } },
  ],
  channels: { teams: CHANNEL },
};
const NOW = '2026-11-23T16:40:00.000Z';
const LOST = 'Ein Laptop mit Kundendaten ist weg.';

let folder = '';
let slack: FakeSlack;
let teams: FakeTeams;
let register: Register;
let part: TeamsPart;
let served: ServedSlack;
let wire: TeamsWire;
let said: string[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fristwacht-both-'));
  said = [];
  [slack, teams] = await Promise.all([FakeSlack.start({ scopes: SCOPES, transport: 'http' }), openFakeTeams()]);
  slack.workspace.addConversation(OFFICE, 'private', [slack.workspace.botUserId]);
});
afterEach(async () => {
  part.refuseMore();
  await served.close();
  await part.close();
  await Promise.all([slack.stop().catch(() => undefined), teams.close().catch(() => undefined)]);
  rmSync(folder, { recursive: true, force: true });
});

async function start(botToken = slack.botToken, office: Organisation = organisation): Promise<void> {
  const ids = { next: () => randomUUID() };
  register = await openRegister({ folder, purpose: 'real', ids, mongodbUri: undefined, masterKey: {}, note: () => undefined });
  const world = {
    ...{ env: { LANG: 'de_DE.UTF-8' }, readStdin: async () => '', now: () => NOW, randomId: () => randomUUID() },
    ...{ write: () => undefined, writeError: (text: string) => void said.push(text) },
  };
  const credential = { by: 'secret', secret: SECRET } as const;
  const account = { kind: 'registered', appId: APP_ID, tenantId: TENANT, credential, host: '127.0.0.1', port: 0 } as const;
  const configured = {
    file: '',
    organisation: office,
    account,
    transport: 'rest',
    publicUrl: undefined,
    messagingEndpoint: undefined,
  } as const;
  part = await openTeamsPart(configured, { folder, ids }, world, teams.endpoints);
  served = await serveSlack({
    notes: await openNotes({ folder, ids }),
    ...{ organisation: office, register, ids, now: world.now, heartbeat: undefined, monotonicNow: () => performance.now() },
    setting: {
      botToken: async () => botToken,
      transport: { kind: 'http', signingSecret: slack.signingSecret, port: 0, host: '127.0.0.1' },
      apiUrl: slack.apiUrl,
    },
    alarm: ({ what }) => void said.push(what),
    report: ({ what }) => void said.push(what),
    beside: part,
  });
  slack.botUrl = `http://127.0.0.1:${String(served.port())}/slack/events`;
  const address = /http:\/\/127\.0\.0\.1:\d+\/api\/messages/.exec(part.listens())?.[0] ?? '';
  wire = teamsWire(
    teams,
    () => address,
    () => NOW,
  );
}

const inTeams = (aadObjectId: string): TeamsUser => new TeamsUser(wire, teams.addMember({ aadObjectId, name: aadObjectId }));
const inSlack = (id: string): SlackUser => new SlackUser(slack, id);
const text = ({ card }: SeenPost): string => linesOf(card, true).join('\n');
const slackText = (user: SlackUser, channel?: string): string =>
  user
    .messages(channel)
    .map((one) => textShown(one.blocks))
    .join('\n');
const channelText = (): string => JSON.stringify([...teams.connector.rooms.values()].filter(({ id }) => id.startsWith(CHANNEL)));
const chatText = (user: TeamsUser): string => JSON.stringify(teams.connector.personalRoomOf(user.member).posts);

async function reportInSlack(user: SlackUser): Promise<void> {
  expect((await user.command('/datenpanne')).status).toBe(200);
  await until(() => user.window !== undefined);
  user.fill({ window: user.window! }, { text: LOST });
  expect((await user.submit()).status).toBe(200);
}

async function reportInTeams(user: TeamsUser): Promise<void> {
  await user.writes(LOST);
  const [form] = await user.chat();
  await pressOn(user, form!, 'report');
}

async function pressOn(
  user: TeamsUser,
  post: SeenPost,
  verb: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  await user.press(post.card, actionOn(post.card, verb, more), {}, post);
}

function actionOn(card: SeenPost['card'], verb: string, more: Readonly<Record<string, string>> = {}) {
  const carried = (data: unknown) =>
    (data as { readonly fristwacht?: { readonly verb: string; readonly data: Readonly<Record<string, string>> } }).fristwacht;
  const found = buttonsOf(card).find(({ data }) => {
    const ours = carried(data);
    return ours?.verb === verb && Object.entries(more).every(([name, value]) => ours.data[name] === value);
  });
  return found ?? expect.unreachable(`no button ${verb} on: ${linesOf(card, true).join(' | ')}`);
}

describe('Slack and Teams on one register', () => {
  it('an employee reports in Slack, an officer answers in Teams, and the answer is read in Slack', async () => {
    await start();
    const [ada, dora] = [inSlack('ADA'), inTeams('dora')];
    await reportInSlack(ada);
    await until(() => slackText(ada).includes('DP-2026-0001') && channelText().includes('DP-2026-0001'));
    const [card] = await dora.channel();
    await pressOn(dora, card!, 'openCase');
    expect(linesOf(dora.dialog, false).join('\n')).toContain(LOST);
    await dora.press(dora.dialog!, actionOn(dora.dialog!, 'tellReporter', { outcome: 'being-handled' }), {}, 'dialog');
    await until(() => /kümmer|bearbeite|in Bearbeitung/u.test(slackText(ada)));
    expect(channelText()).not.toContain('Laptop');
    expect(await register.list({ limit: 9 })).toHaveLength(1);
  });

  it('an employee reports in Teams, and an officer in Slack works on the same case', async () => {
    await start();
    const [ada, emil] = [inTeams('ada'), inSlack('EMIL')];
    await reportInTeams(ada);
    await until(() => slackText(emil).includes('DP-2026-0001'));
    await emil.write('DP-2026-0001');
    await until(() => emil.messages().length > 2);
    const [head] = await register.list({ limit: 9 });
    expect(head?.number).toBe('DP-2026-0001');
    expect((await register.looksAt(head!.caseId)).map(({ by }) => by)).toEqual(['emil']);
  });

  it('each officer is told where they have an account, somebody with two accounts on both, and the channel is the primary one', async () => {
    await start();
    const [dora, chrisInTeams] = [inTeams('dora'), inTeams('chris')];
    const [emil, chrisInSlack] = [inSlack('EMIL'), inSlack('CHRIS')];
    await reportInSlack(inSlack('ADA'));
    await until(() => [emil, chrisInSlack].every((user) => slackText(user).includes('DP-2026-0001')));
    await until(() => [dora, chrisInTeams].every((user) => chatText(user).includes('DP-2026-0001')));
    await until(() => channelText().includes('DP-2026-0001'));
    expect(slack.workspace.messages.filter(({ channel }) => channel === OFFICE)).toEqual([]);
  });

  it('somebody with two accounts is one person: what they begin in Teams is theirs in Slack', async () => {
    await start();
    const chris = inTeams('chris');
    await reportInSlack(inSlack('ADA'));
    await until(() => channelText().includes('DP-2026-0001'));
    await chris.writes('Hilfe');
    const [card] = await chris.channel();
    await pressOn(chris, card!, 'openCase');
    await chris.press(chris.dialog!, actionOn(chris.dialog!, 'acknowledge', { hours: '2' }), {}, 'dialog');
    const [head] = await register.list({ limit: 9 });
    const stored = await register.read(head!.caseId);
    const taken = stored?.entries.flatMap(({ events }) => events).find(({ type }) => type === 'CaseAcknowledged');
    expect(taken).toMatchObject({ by: 'chris' });
  });

  it('while Slack refuses the token, Teams and the register go on', async () => {
    await start('xoxb-wrong');
    expect(said).toContain('tokenRefused');
    const ada = inTeams('ada');
    inTeams('dora');
    await reportInTeams(ada);
    await until(() => channelText().includes('DP-2026-0001'));
    expect(await register.list({ limit: 9 })).toHaveLength(1);
    expect((await ada.chat()).map(text).join('\n')).toContain('DP-2026-0001');
  });

  it('while nobody answers for Slack, Teams and the register go on', async () => {
    await slack.stop();
    await start();
    const ada = inTeams('ada');
    await reportInTeams(ada);
    await until(() => channelText().includes('DP-2026-0001'));
    expect((await ada.chat()).map(text).join('\n')).toContain('DP-2026-0001');
  });

  it('while Teams gives out no token, Slack and the register go on', async () => {
    teams.registration = { ...teams.registration, secret: 'another one' };
    await start();
    const [ada, emil] = [inSlack('ADA'), inSlack('EMIL')];
    await reportInSlack(ada);
    await until(() => slackText(ada).includes('DP-2026-0001') && slackText(emil).includes('DP-2026-0001'));
    expect(channelText()).not.toContain('DP-2026-0001');
    expect(await register.list({ limit: 9 })).toHaveLength(1);
  });

  it('while nobody answers for Teams, Slack and the register go on', async () => {
    await teams.close();
    await start();
    const [ada, emil] = [inSlack('ADA'), inSlack('EMIL')];
    await reportInSlack(ada);
    await until(() => slackText(ada).includes('DP-2026-0001') && slackText(emil).includes('DP-2026-0001'), 20_000);
  });

  it('where Slack is the primary channel the office works there, and the channel in Teams hears nothing', async () => {
    await start(slack.botToken, { ...organisation, channels: { slack: OFFICE } });
    await reportInTeams(inTeams('ada'));
    await until(() =>
      slack.workspace.messages.some(({ channel, blocks }) => channel === OFFICE && textShown(blocks).includes('DP-2026-0001')),
    );
    expect(channelText()).not.toContain('DP-2026-0001');
  });

  it('when Slack goes away later, whoever has an account on each is told in Teams, and the work goes on there', async () => {
    await start();
    const chris = inTeams('chris');
    await reportInSlack(inSlack('ADA'));
    await until(() => chatText(chris).includes('DP-2026-0001'));
    await slack.stop();
    const ada = inTeams('ada');
    await reportInTeams(ada);
    await until(() => chatText(chris).includes('DP-2026-0002') && channelText().includes('DP-2026-0002'), 20_000);
    expect((await ada.chat()).map(text).join('\n')).toContain('DP-2026-0002');
    expect(await register.list({ limit: 9 })).toHaveLength(2);
  });

  it('when Teams goes away later, whoever has an account on each is told in Slack, and a report there is still taken', async () => {
    await start();
    const [ada, chris] = [inSlack('ADA'), inSlack('CHRIS')];
    await reportInTeams(inTeams('ada'));
    await until(() => slackText(chris).includes('DP-2026-0001'));
    await teams.close();
    await reportInSlack(ada);
    await until(() => slackText(ada).includes('DP-2026-0002') && slackText(chris).includes('DP-2026-0002'), 20_000);
    expect(await register.list({ limit: 9 })).toHaveLength(2);
  });
});
