// `fristwacht doctor` with Teams: each thing that can be wrong is named with what to do about it, in both languages, and nothing is changed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run as doctor } from '../../../adapters/cli/doctor.ts';
import { doctorTeams } from '../../../adapters/cli/doctorTeams.ts';
import { openNotes } from '../../../adapters/notes/openNotes.ts';
import { openEmbeddedRegister, REGISTER_FILE } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { activityShape } from '../../../adapters/teams/activity.ts';
import { authenticate, withoutAuthentication } from '../../../adapters/teams/authenticate.ts';
import { examineEndpoints } from '../../../adapters/teams/examineEndpoints.ts';
import { references } from '../../../adapters/teams/references.ts';
import { signingKeys } from '../../../adapters/teams/signingKeys.ts';
import { MESSAGES_PATH, teamsServer } from '../../../adapters/teams/teamsServer.ts';
import { instant } from '../../../src/rules/instant.ts';
import {
  APP_ID,
  CHANNEL,
  closed,
  type FakeTeams,
  listening,
  openFakeTeams,
  SECRET,
  TENANT,
} from '../../support/fakeTeams/fakeTeams.ts';
import type { Member } from '../../support/fakeTeams/connectorHost.ts';
import { selfSigned } from '../../support/selfSigned.ts';

const NOW = '2026-11-23T16:40:00.000Z';
const ids = { next: () => randomUUID() };

let folder = '';
let teams: FakeTeams;
let bot: Server;
let dora: Member;
let base = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fristwacht-doctor-'));
  teams = await openFakeTeams();
  dora = teams.addMember({ aadObjectId: 'dora', name: 'Dora' });
  bot = createServer(checkingBot());
  base = await listening(bot);
});
afterEach(async () => {
  await closed(bot);
  await teams.close();
  rmSync(folder, { recursive: true });
});

const taken = { onActivity: async () => ({ status: 200 }), reportFailure: () => undefined };
const checkingBot = () =>
  teamsServer({
    ...taken,
    authenticate: authenticate({
      ...{ appId: APP_ID, tenants: [TENANT], endpoints: teams.endpoints },
      keys: signingKeys({ endpoints: teams.endpoints, monotonicNow: () => 0 }),
      clock: { now: () => instant(NOW) },
    }),
  });

const configuration = (channel: string): string => `organisation: { name: Acme, country: DE, land: NW, sector: private }
contactPoint: { name: Datenschutz, email: datenschutz@example.org }
persons:
  - { id: dora, name: Dora, roles: [dpo], accounts: { teams: dora } }
channels: { teams: '${channel}' }
`;

/** As after some days of operation: the bot has heard of Dora and of its channel. */
async function ranBefore(): Promise<void> {
  const register = await openEmbeddedRegister(join(folder, REGISTER_FILE), { ids });
  const notes = await openNotes({ folder, ids });
  const known = references(notes, () => undefined);
  const heard = { type: 'message', serviceUrl: teams.serviceUrl, from: { id: dora.id, aadObjectId: 'dora' } };
  const tenant = { channelData: { tenant: { id: TENANT } } };
  const { id } = teams.connector.personalRoomOf(dora);
  await known.remember(activityShape.parse({ ...heard, ...tenant, conversation: { id, conversationType: 'personal' } }));
  await known.remember(activityShape.parse({ ...heard, ...tenant, conversation: { id: CHANNEL, conversationType: 'channel' } }));
  await notes.close();
  await register.close();
}

type Asked = { readonly env?: Record<string, string>; readonly channel?: string; readonly now?: string };

function world({ env = {}, channel = CHANNEL, now = NOW }: Asked) {
  const file = join(folder, 'fristwacht.yaml');
  writeFileSync(file, configuration(channel));
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const registered = { TEAMS_APP_ID: APP_ID, TEAMS_TENANT_ID: TENANT, TEAMS_APP_SECRET: SECRET };
  const place = { FRISTWACHT_CONFIG: file, FRISTWACHT_DATA: folder, LANG: 'de_DE.UTF-8', TEAMS_PORT: new URL(base).port };
  const given = {
    ...{ env: { ...registered, ...place, ...env }, readStdin: async () => '', write: say, writeError: say },
    ...{ now: () => now, randomId: () => randomUUID() },
  };
  return { given, said: () => said.join('') };
}

async function asked(about: Asked = {}) {
  const { given, said } = world(about);
  const result = await doctorTeams(given, teams.endpoints);
  return { ...result, said: said() };
}

describe('what is in order', () => {
  it('is said line by line, and nothing is written anywhere', async () => {
    await ranBefore();
    const { exitCode, said } = await asked();
    expect(said.split('\n').filter((line) => line.startsWith('✓'))).toEqual([
      '✓ Die Anmeldung des Bots bei Microsoft',
      '✓ Die Schlüssel, mit denen Teams unterschreibt',
      '✓ Fristwacht auf diesem Rechner',
      '✓ Nachrichten von Teams',
      '✓ Der Kanal der Datenschutzstelle',
      '✓ Das Konto von Dora',
    ]);
    expect(said).toContain('? Der Messaging-Endpunkt\n  Er wurde nicht geprüft.');
    expect(exitCode).toBe(0);
    expect(teams.connector.asked.every(({ operation }) => operation === 'member')).toBe(true);
  });

  it('speaks English too', async () => {
    await ranBefore();
    const { said } = await asked({ env: { LANG: 'en_GB.UTF-8' } });
    expect(said).toContain('✓ The channel of the data protection office');
  });

  it('before the first message it says what has not been heard of yet, and that is no fault', async () => {
    const { exitCode, complete, said } = await asked();
    expect(said).toContain('? Nachrichten von Teams\n  Es kam noch keine an.');
    expect(said).toContain('? Das Konto von Dora');
    expect([exitCode, complete]).toEqual([0, false]);
  });

  /** Good from the first of January 2026 to the first of January 2036. */
  const withCertificate = () => {
    const { certificate, privateKey } = selfSigned('ours');
    writeFileSync(join(folder, 'bot.crt'), certificate);
    writeFileSync(join(folder, 'bot.key'), privateKey);
    teams.registration = { ...teams.registration, certificate };
    return {
      TEAMS_APP_SECRET: '',
      ...{ TEAMS_CERTIFICATE_FILE: join(folder, 'bot.crt'), TEAMS_PRIVATE_KEY_FILE: join(folder, 'bot.key') },
    };
  };

  it('a certificate is taken instead of a secret', async () => {
    const { said } = await asked({ env: withCertificate() });
    expect(said).toContain('✓ Das Zertifikat des Bots\n✓ Die Anmeldung des Bots bei Microsoft');
  });

  it.each([
    ['2035-12-15T12:00:00.000Z', '? Das Zertifikat des Bots\n  Es gilt nur noch 16 Tage.'],
    ['2036-01-02T12:00:00.000Z', '✗ Das Zertifikat des Bots\n  Es ist abgelaufen.'],
    ['2025-12-31T12:00:00.000Z', '✗ Das Zertifikat des Bots\n  Es gilt noch nicht.'],
  ])('at %s it says of that certificate what has come of it', async (now, words) => {
    expect((await asked({ env: withCertificate(), now })).said).toContain(words);
  });

  it('a managed identity needs no secret', async () => {
    const { said } = await asked({ env: { TEAMS_APP_SECRET: '', TEAMS_APP_TYPE: 'UserAssignedMSI' } });
    expect(said).toContain('✓ Die Anmeldung des Bots bei Microsoft');
  });
});

describe('what is wrong with the account', () => {
  const other = '99999999-9999-4999-8999-999999999999';

  it.each<[string, Record<string, string>, RegExp]>([
    ['the secret', { TEAMS_APP_SECRET: 'wrong' }, /Clientschlüssel stimmt nicht \(AADSTS7000215\)/],
    ['the app', { TEAMS_APP_ID: other }, /gibt es diese App nicht \(AADSTS700016\)/],
    ['the tenant', { TEAMS_TENANT_ID: other }, /Mandanten gibt es nicht \(AADSTS90002\)/],
  ])('%s: it says so, asks Teams nothing, and never repeats a secret', async (_, env, words) => {
    const { exitCode, said } = await asked({ env });
    expect(said).toMatch(words);
    expect(said).not.toContain('wrong');
    expect(exitCode).toBe(1);
    expect(teams.connector.asked).toEqual([]);
  });

  it('a key of another certificate, and one that Entra does not know', async () => {
    const [ours, theirs] = [selfSigned('ours'), selfSigned('theirs')];
    writeFileSync(join(folder, 'bot.crt'), ours.certificate);
    writeFileSync(join(folder, 'bot.key'), theirs.privateKey);
    teams.registration = { ...teams.registration, certificate: ours.certificate };
    const files = { TEAMS_CERTIFICATE_FILE: join(folder, 'bot.crt'), TEAMS_PRIVATE_KEY_FILE: join(folder, 'bot.key') };
    const { said, exitCode } = await asked({ env: { ...files, TEAMS_APP_SECRET: '' } });
    expect(said).toContain('nicht der Schlüssel dieses Zertifikats');
    expect(said).toContain('AADSTS700027');
    expect(said).not.toContain('PRIVATE KEY');
    expect(exitCode).toBe(1);
  });

  it('a certificate that is none', async () => {
    writeFileSync(join(folder, 'bot.crt'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    writeFileSync(join(folder, 'bot.key'), '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n');
    const files = { TEAMS_CERTIFICATE_FILE: join(folder, 'bot.crt'), TEAMS_PRIVATE_KEY_FILE: join(folder, 'bot.key') };
    const { said, exitCode } = await asked({ env: { ...files, TEAMS_APP_SECRET: '' } });
    expect(said).toContain('✗ Das Zertifikat des Bots\n  Zertifikat oder Schlüssel sind nicht lesbar.');
    expect(exitCode).toBe(1);
  });

  it('what is missing in the environment is said as by start, with exit code 2', async () => {
    const { given, said } = world({ env: { TEAMS_APP_ID: '' } });
    expect(await doctor([], given)).toBe(2);
    expect(said()).toContain('TEAMS_APP_ID fehlt');
  });

  it('keys that cannot be fetched, and keys of which none is for Teams', async () => {
    teams.identity.keysDown = 503;
    expect((await asked()).said).toContain('? Die Schlüssel, mit denen Teams unterschreibt\n  Sie waren nicht zu holen.');
    teams.identity.keysDown = undefined;
    teams.identity.onlyFor = 'webchat';
    const { said, exitCode } = await asked();
    expect(said).toContain('Keiner davon gilt für Teams.');
    expect(exitCode).toBe(1);
  });

  it('nobody reachable at all: it says what could not be looked at', async () => {
    await teams.close();
    const { said } = await asked();
    expect(said).toContain('? Die Anmeldung des Bots bei Microsoft\n  Die Anmeldung war nicht zu erreichen.');
  });
});

describe('the channel and the people', () => {
  it.each<[string, () => void, RegExp]>([
    ['the bot was taken out', () => void (teams.connector.rooms.get(CHANNEL)!.state = 'botRemoved'), /Der Bot ist dort nicht/],
    ['there is no such channel', () => void teams.connector.rooms.delete(CHANNEL), /Diesen Kanal gibt es nicht/],
    [
      'a guest reads along',
      () => void teams.addMember({ aadObjectId: 'gast', name: 'Gast', userRole: 'guest' }),
      /Dort liest ein Gast mit/,
    ],
    ['the officer is not in it', () => void teams.connector.members.delete(dora.id), /nicht im Kanal der Datenschutzstelle/],
    [
      'the officer took the app out',
      () => void (teams.connector.personalRoomOf(dora).state = 'botRemoved'),
      /Der persönliche Chat ist zu/,
    ],
  ])('%s', async (_, happens, words) => {
    await ranBefore();
    happens();
    const { said, exitCode } = await asked();
    expect(said).toMatch(words);
    expect(exitCode).toBe(1);
  });

  it('a channel as it stands in a link is no id', async () => {
    const { said } = await asked({ channel: '19%3Aoffice%40thread.tacv2' });
    expect(said).toContain('%3A ein Doppelpunkt');
  });

  it('in a large team the guest on the last page is found too', async () => {
    for (let at = 0; at < 450; at += 1) teams.addMember({ aadObjectId: `m${String(at)}`, name: 'M' });
    teams.addMember({ aadObjectId: 'gast', name: 'Gast', userRole: 'guest' });
    expect((await asked()).said).toContain('Dort liest ein Gast mit');
  });

  it('where Teams gives no clear answer, that is what it says', async () => {
    teams.connector.failNext('member', { status: 500 });
    expect((await asked()).said).toContain('? Der Kanal der Datenschutzstelle\n  Teams war nicht zu erreichen');
  });
});

describe('the endpoint', () => {
  const account = { kind: 'registered', appId: APP_ID, tenantId: TENANT, credential: { by: 'secret', secret: SECRET } } as const;
  const examined = (messagingEndpoint: string | undefined) =>
    examineEndpoints({
      ...{ account: { ...account, host: '127.0.0.1', port: Number(new URL(base).port) }, messagingEndpoint, timeoutMs: 400 },
    });
  const outside = async (answer: Parameters<typeof createServer>[1] & object) => {
    const proxy = createServer(answer);
    const address = (await listening(proxy)) + MESSAGES_PATH;
    try {
      return (await examined(address))[1];
    } finally {
      await closed(proxy);
    }
  };

  it('through a proxy that leads to the bot it is well', async () => {
    expect(await examined(base + MESSAGES_PATH)).toEqual([
      { about: 'listening', well: true },
      { about: 'messagingEndpoint', well: true },
    ]);
  });

  it.each([
    [302, 'moved'],
    [401, 'login'],
    [404, 'notFound'],
    [502, 'badGateway'],
    [200, 'unchecked'],
    [500, 'other'],
  ] as const)('a proxy that answers %i to everything is not the bot: %s', async (status, fault) => {
    const found = await outside((_request, response) => void response.writeHead(status).end());
    expect(found).toEqual({ about: 'messagingEndpoint', well: false, fault, status: String(status) });
  });

  it('silence and a closed port are told as nobody', async () => {
    expect(await outside(() => undefined)).toMatchObject({ well: false, fault: 'nobody', status: 'TimeoutError' });
    await closed(bot);
    expect(await examined(undefined)).toEqual([
      { about: 'listening', well: false, fault: 'nobody', status: 'ECONNREFUSED' },
      { about: 'messagingEndpoint', well: 'unknown' },
    ]);
  });

  it('a bot that checks nobody is found out', async () => {
    const found = await outside(teamsServer({ ...taken, authenticate: withoutAuthentication }));
    expect(found).toMatchObject({ well: false, fault: 'unchecked' });
  });

  it('while trying out only this machine is looked at', async () => {
    const { given, said } = world({ env: { TEAMS_APP_ID: '', TEAMS_DEVELOPMENT: 'yes' } });
    expect(await doctor([], given)).toBe(0);
    expect(said()).toContain('Nur zum Ausprobieren');
    expect(said()).toContain('✓ Fristwacht auf diesem Rechner');
  });

  it('where Slack is set up too, both are looked at', async () => {
    const { given, said } = world({ env: { TEAMS_APP_ID: '', TEAMS_DEVELOPMENT: 'yes', SLACK_SIGNING_SECRET: 's' } });
    expect(await doctor([], given)).toBe(2);
    expect(said()).toContain('✓ Fristwacht auf diesem Rechner');
    expect(said().split('✓ Fristwacht')[0]).toMatch(/SLACK_BOT_TOKEN|channels\.slack/);
  });
});
