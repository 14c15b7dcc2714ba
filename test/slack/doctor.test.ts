import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../adapters/cli/doctor.ts';
import { openNotes } from '../../adapters/notes/openNotes.ts';
import { examineRequestUrl, type RequestUrlFault } from '../../adapters/slack/examineRequestUrl.ts';
import { rotatingToken } from '../../adapters/slack/rotatingToken.ts';
import type { CallResult } from '../../adapters/slack/slackCalls.ts';
import { openEmbeddedRegister, REGISTER_FILE } from '../../adapters/stores/openEmbeddedRegister.ts';
import { FakeSlack } from '../support/fakeSlack/fakeSlack.ts';
import { selfSigned } from '../support/selfSigned.ts';
import { OFFICE, RunningSlack, SCOPES, type Transport } from './runningSlack.ts';

const ids = { next: () => randomUUID() };

describe('the address that Slack is to call', () => {
  let servers: Server[];
  beforeEach(() => {
    servers = [];
  });
  afterEach(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });
  const listening = async (server: Server): Promise<string> => {
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const answering = async (answer: RequestListener): Promise<string> =>
    `http://${await listening(createServer(answer))}/slack/events`;
  const now = (): string => new Date().toISOString();

  it('is well where Fristwacht answers with the word it was sent, and not where the secret is another', async () => {
    const running = await RunningSlack.open();
    const { signingSecret, botUrl } = running.slack;
    expect(await examineRequestUrl(signingSecret, botUrl, now())).toBeUndefined();
    expect(await examineRequestUrl('another secret', botUrl, now())).toBe('wrongSecret');
    expect(await examineRequestUrl(signingSecret, botUrl.replace('/slack/events', '/'), now())).toBe('elsewhere');
    await running.close();
  });

  it.each<[RequestUrlFault, RequestListener]>([
    ['elsewhere', (_, response) => void response.writeHead(200).end('<h1>Willkommen</h1>')],
    ['elsewhere', (_, response) => void response.writeHead(302, { location: '/anmelden' }).end()],
    ['elsewhere', (_, response) => void response.writeHead(404).end()],
    ['nobodyBehind', (_, response) => void response.writeHead(502).end()],
    ['nobodyBehind', (_, response) => void response.writeHead(503).end('fristwacht-doctor')],
    ['noAnswer', () => undefined],
  ])('%s', async (fault, answer) => {
    expect(await examineRequestUrl('secret', await answering(answer), now(), 400)).toBe(fault);
  });

  it('that nobody takes calls at, nobody knows, or whose certificate nobody trusts, is told apart', async () => {
    const { certificate, privateKey } = selfSigned('fristwacht.example.org');
    const secure = await listening(
      createSecureServer({ cert: certificate, key: privateKey }, (_, response) => void response.end()),
    );
    expect(await examineRequestUrl('secret', `https://${secure}/slack/events`, now())).toBe('certificate');
    const gone = await answering(() => undefined);
    servers.pop()!.close();
    expect(await examineRequestUrl('secret', gone, now())).toBe('refused');
    expect(await examineRequestUrl('secret', 'https://fristwacht.invalid/slack/events', now())).toBe('nameUnknown');
  });
});

describe('fristwacht doctor', () => {
  let folder: string;
  let slack: FakeSlack;
  let said: string;
  let ahead: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fristwacht-doctor-'));
    ahead = 0;
  });
  afterEach(async () => {
    await slack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const configuration = (transport: Transport, requestUrl?: string): string =>
    [
      ...['organisation:', '  id: acme', '  name: Acme Verkehr GmbH', '  country: DE', '  land: NW', '  sector: private'],
      ...['contactPoint:', '  name: Datenschutzstelle', '  phone: 0211 123456'],
      ...['persons:', '  - id: dora', '    name: Dora Datenschutz', '    roles: [dpo]', '    accounts:', '      slack: DORA'],
      ...['channels:', `  slack: ${OFFICE}`, 'slack:', `  transport: ${transport}`],
      ...(requestUrl === undefined ? [] : [`  requestUrl: ${requestUrl}`]),
    ].join('\n');

  const prepare = async (transport: Transport, requestUrl?: string, tokenLifeMs?: number): Promise<void> => {
    slack = await FakeSlack.start({ transport, scopes: SCOPES, ...(tokenLifeMs === undefined ? {} : { tokenLifeMs }) });
    slack.workspace.addUser('DORA');
    slack.workspace.addConversation(OFFICE, 'private', ['DORA', slack.workspace.botUserId]);
    writeFileSync(join(folder, 'fristwacht.yaml'), configuration(transport, requestUrl));
  };

  const doctor = async (more: Readonly<Record<string, string>> = {}, lang = 'de_DE.UTF-8'): Promise<number> => {
    said = '';
    const write = (words: string): void => void (said += words);
    const env = {
      ...{ LC_ALL: lang, NODE_ENV: 'test', FRISTWACHT_CONFIG: join(folder, 'fristwacht.yaml'), FRISTWACHT_DATA: folder },
      ...{ SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: slack.botToken },
      ...(slack.transport === 'http' ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
      ...more,
    };
    const now = (): string => new Date(Date.now() + ahead).toISOString();
    return run([], { env, write, writeError: write, now, readStdin: async () => '', randomId: () => randomUUID() });
  };

  it.each<[string, string, string, (fake: FakeSlack) => void]>([
    [
      'public and seen',
      'Der eingestellte Kanal ist öffentlich',
      'is public',
      (fake) => {
        fake.scopes.add('channels:read');
        fake.workspace.addConversation(OFFICE, 'public', ['DORA', fake.workspace.botUserId]);
      },
    ],
    [
      'public',
      'ein öffentlicher Kanal wird nicht benutzt',
      'a public channel is not used',
      (fake) => void fake.workspace.addConversation(OFFICE, 'public', ['U0BOT']),
    ],
    [
      'shared with others',
      'Slack Connect',
      'Slack Connect',
      (fake) => void (fake.workspace.conversations.get(OFFICE)!.shared = true),
    ],
    ['archived', 'archiviert', 'archived', (fake) => void (fake.workspace.conversations.get(OFFICE)!.archived = true)],
    [
      'without the bot',
      'Laden Sie die App in den privaten Kanal ein',
      'Invite the app',
      (fake) => void fake.workspace.conversations.get(OFFICE)!.members.delete('U0BOT'),
    ],
    [
      'not there',
      'Laden Sie die App in den privaten Kanal ein',
      'Invite the app',
      (fake) => void fake.workspace.conversations.delete(OFFICE),
    ],
    [
      'not to be looked at',
      'fehlt die Berechtigung groups:read',
      'groups:read',
      (fake) => void fake.scopes.delete('groups:read'),
    ],
  ])('says of a channel that is %s what to do, in both languages', async (_, de, en, prepareFake) => {
    await prepare('socket');
    prepareFake(slack);
    expect(await doctor()).toBe(1);
    expect(said).toContain('✗ Der Kanal der Datenschutzstelle');
    expect(said).toContain(de);
    expect(await doctor({}, 'en_GB.UTF-8')).toBe(1);
    expect(said).toContain(en);
  });

  it('says what is wrong with the address, and that it was not looked at where none is entered', async () => {
    await prepare('http', 'https://fristwacht.invalid/slack/events');
    expect(await doctor()).toBe(1);
    expect(said).toContain('✗ Die Adresse für Slack');
    expect(said).toContain('Diesen Namen kennt niemand');
    writeFileSync(join(folder, 'fristwacht.yaml'), configuration('http'));
    expect(await doctor()).toBe(0);
    expect(said).toContain('? Die Adresse für Slack');
    expect(said).not.toContain('Alles in Ordnung');
  });

  describe('of a token that ends', () => {
    const LIFE = 12 * 3_600_000;
    const pair = (): Readonly<Record<string, string>> => {
      const { seed, firstToken, clientId, clientSecret } = slack.rotation!.firstPair();
      return {
        SLACK_BOT_TOKEN: firstToken,
        SLACK_REFRESH_TOKEN: seed,
        SLACK_CLIENT_ID: clientId,
        SLACK_CLIENT_SECRET: clientSecret,
      };
    };
    /** As a start of Fristwacht does; `answer` is what Slack says to it. */
    const renewedOnce = async (answer?: CallResult): Promise<void> => {
      await (await openEmbeddedRegister(join(folder, REGISTER_FILE), { ids })).close();
      const notes = await openNotes({ folder, ids });
      const setting = slack.rotation!.firstPair();
      const calls = async (_: string, given: Readonly<Record<string, unknown>>): Promise<CallResult> =>
        answer ?? { ok: true, answer: slack.rotation!.renewed(given) };
      const wait = async (): Promise<undefined> => undefined;
      await rotatingToken({ setting, notes, calls, now: () => Date.now(), wait, report: () => undefined }).keepFresh();
      await notes.close();
    };

    it('nobody started with yet: it is used as it was entered, and not renewed', async () => {
      await prepare('socket', undefined, LIFE);
      expect(await doctor(pair())).toBe(0);
      expect(said).toContain('sobald Fristwacht läuft');
      expect(said).toContain('✓ Das Bot-Token');
      expect(slack.rotation!.tokens).toHaveLength(1);
    });

    it('that was renewed: it asks with the one that holds now', async () => {
      await prepare('socket', undefined, LIFE);
      await renewedOnce();
      expect(await doctor(pair())).toBe(0);
      expect(said).toContain('✓ Die Erneuerung des Tokens');
      expect(slack.calls.filter(({ method }) => method === 'auth.test').map(({ token }) => token)).toEqual([
        slack.rotation!.tokens[1],
      ]);
      expect(slack.rotation!.tokens).toHaveLength(2);
    });

    it('that can no longer be renewed: it says what to do', async () => {
      await prepare('socket', undefined, LIFE);
      await renewedOnce({ ok: false, kind: 'error', code: 'invalid_refresh_token' });
      expect(await doctor(pair())).toBe(1);
      expect(said).toContain('✗ Die Erneuerung des Tokens');
      expect(said).toContain('SLACK_REFRESH_TOKEN neu ein');
    });

    it('that ended while nothing ran, or lies under another key: it says so and asks Slack nothing', async () => {
      await prepare('socket', undefined, LIFE);
      await renewedOnce();
      ahead = 2 * LIFE;
      expect(await doctor(pair())).toBe(0);
      expect(said).toContain('abgelaufen, während Fristwacht nicht lief');
      expect(await doctor({ ...pair(), FRISTWACHT_MASTER_KEY: Buffer.alloc(32, 9).toString('base64') })).toBe(0);
      expect(said).toContain('Hauptschlüssel');
      expect(slack.calls).toEqual([]);
    });
  });
});
