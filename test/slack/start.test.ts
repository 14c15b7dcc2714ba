import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandWorld } from '../../adapters/cli/commandWorld.ts';
import { run as doctorCommand } from '../../adapters/cli/doctor.ts';
import { run as startCommand } from '../../adapters/cli/start.ts';
import { DRILL_MARK } from '../../adapters/desk/drillMark.ts';
import { linksIn, textShown } from '../cards/slack/shownBySlack.ts';
import { fetchFile, openedArchive } from '../support/fetchedFile.ts';
import { projectRoot } from '../support/arrows.ts';
import { FakeSlack } from '../support/fakeSlack/fakeSlack.ts';
import { SlackUser } from '../support/fakeSlack/slackUser.ts';
import { SCOPES, until } from './runningSlack.ts';

// Every test starts the program as a user does.
vi.setConfig({ testTimeout: 60_000 });

const configuration = (transport: 'http' | 'socket', more = ''): string => `organisation:
  id: acme
  name: Acme Verkehr GmbH
  country: DE
  land: NW
  sector: private
contactPoint:
  name: Datenschutzstelle
  phone: 0211 123456
persons:
  - id: dora
    name: Dora Datenschutz
    roles: [dpo]
    accounts:
      slack: DORA
channels:
  slack: C0OFFICE
slack:
  transport: ${transport}
  port: 0
${more}`;

let folder = '';
let slack: FakeSlack;
let child: ChildProcess | undefined;
let output = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fristwacht-start-'));
  output = '';
});
afterEach(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL');
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function prepare(transport: 'http' | 'socket', more = ''): Promise<void> {
  slack = await FakeSlack.start({ transport, scopes: SCOPES });
  slack.workspace.addUser('DORA');
  slack.workspace.addConversation('C0OFFICE', 'private', ['DORA', slack.workspace.botUserId]);
  writeFileSync(join(folder, 'fristwacht.yaml'), configuration(transport, more));
}

const secrets = (): Readonly<Record<string, string>> =>
  slack.transport === 'http'
    ? { SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret }
    : { SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken };

function launch(command: string, env: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const started = spawn(process.execPath, [join(projectRoot, 'adapters/cli/launch.mjs'), command], {
    cwd: folder,
    env: {
      PATH,
      HOME,
      LC_ALL: 'de_DE.UTF-8',
      FRISTWACHT_DATA: join(folder, 'data'),
      SLACK_API_URL: slack.apiUrl,
      NODE_ENV: 'test',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child = started;
  return started;
}

async function start(env: Readonly<Record<string, string>> = {}): Promise<void> {
  launch('start', { ...secrets(), ...env });
  await until(() => output.includes('Beenden mit'), 20_000);
  const port = /127\.0\.0\.1:(\d+)\/slack\/events/.exec(output)?.[1];
  if (port !== undefined) slack.botUrl = `http://127.0.0.1:${port}/slack/events`;
}

/** What ends by itself needs no process of its own: how a process ends is tested with every other command. */
async function ended(command: 'start' | 'doctor', env: Readonly<Record<string, string>>): Promise<number> {
  const write = (words: string): void => void (output += words);
  const world: CommandWorld = {
    env: {
      ...{ LC_ALL: 'de_DE.UTF-8', FRISTWACHT_DATA: join(folder, 'data'), FRISTWACHT_CONFIG: join(folder, 'fristwacht.yaml') },
      ...{ SLACK_API_URL: slack.apiUrl, NODE_ENV: 'test' },
      ...env,
    },
    ...{ write, writeError: write, readStdin: async () => '', randomId: () => randomUUID() },
    now: () => new Date().toISOString(),
  };
  return (command === 'start' ? startCommand : doctorCommand)([], world);
}

describe.each(['http', 'socket'] as const)('fristwacht start with Slack over %s', (transport) => {
  it('takes a report into the real register, tells the office, and keeps it across a restart', async () => {
    await prepare(transport);
    await start();
    if (transport === 'socket') await until(() => slack.connections === 2);
    const ada = new SlackUser(slack, 'ADA');
    expect((await ada.command('/datenpanne')).status).toBe(200);
    await until(() => ada.window !== undefined);
    ada.fill({ window: ada.window! }, { text: 'Ein Laptop ist weg.' });
    expect((await ada.submit()).status).toBe(200);
    expect(textShown(ada.window!.view)).toMatch(/DP-\d{4}-0001/u);
    await until(() => new SlackUser(slack, 'DORA').messages('C0OFFICE').length === 1);
    child!.kill('SIGTERM');
    expect(await once(child!, 'exit')).toEqual([0, null]);
    expect(output).toContain('Fristwacht ist beendet.');
    expect(output).not.toContain('Laptop');
    output = '';
    await start();
    if (transport === 'socket') await until(() => slack.connections === 2);
    await ada.command('/datenpanne', 'meine meldungen');
    await until(() => textShown(ada.messages().filter(({ onlyFor }) => onlyFor === 'ADA')).includes('-0001'));
    expect(new SlackUser(slack, 'DORA').messages('C0OFFICE')).toHaveLength(1);
  });
});

describe('an export from fristwacht start', () => {
  it.each(['http', 'socket'] as const)('is fetched over %s with link and code', async (transport) => {
    await prepare(transport);
    appendFileSync(join(folder, 'fristwacht.yaml'), 'files:\n  publicUrl: https://fristwacht.example.org/\n');
    const port = await freePort();
    writeFileSync(
      join(folder, 'fristwacht.yaml'),
      readFileSync(join(folder, 'fristwacht.yaml'), 'utf8').replace('port: 0', `port: ${port}`),
    );
    await start();
    if (transport === 'socket') await until(() => slack.connections === 2);
    const ada = new SlackUser(slack, 'ADA');
    await ada.command('/datenpanne');
    await until(() => ada.window !== undefined);
    ada.fill({ window: ada.window! }, { text: 'Ein Laptop ist weg.' });
    await ada.submit();
    const dora = new SlackUser(slack, 'DORA');
    await dora.command('/datenpanne', 'export');
    await until(() => dora.window !== undefined);
    await dora.submit();
    const [link = ''] = linksIn(dora.window!.view);
    expect(link).toMatch(/^https:\/\/fristwacht\.example\.org\/files\/[\w-]{43}$/u);
    const here = link.replace('https://fristwacht.example.org', `http://127.0.0.1:${port}`);
    const code = /\d{4} \d{4}/u.exec(textShown(dora.window!.view).replace(link, ''))?.[0] ?? '';
    const { status, content } = await fetchFile(here, code);
    expect(status).toBe(200);
    const { faults, lines } = openedArchive(content);
    expect([faults, lines.includes('Ein Laptop ist weg.')]).toEqual([[], true]);
    expect(output).not.toContain(link.slice(-43));
    expect(output).not.toContain(code);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

describe('fristwacht start', () => {
  it('goes on with a token that Slack refuses, and says so', async () => {
    await prepare('http');
    await start({ SLACK_BOT_TOKEN: 'xoxb-wrong' });
    await until(() => output.includes('tokenRefused'));
    expect(child!.exitCode).toBeNull();
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['no signing secret', { SLACK_BOT_TOKEN: 'xoxb-x' }, 'SLACK_SIGNING_SECRET fehlt'],
    ['a token of another kind', { SLACK_BOT_TOKEN: 'geheim', SLACK_SIGNING_SECRET: 's' }, 'Es beginnt mit xoxb-'],
    [
      'a stand-in that is not on this machine',
      { SLACK_BOT_TOKEN: 'xoxb-x', SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'https://slack.example.org/api/' },
      'zeigt nicht auf diesen Rechner',
    ],
    [
      'a stand-in in operation',
      { SLACK_BOT_TOKEN: 'xoxb-x', SLACK_SIGNING_SECRET: 's', NODE_ENV: 'production' },
      'gilt nur zum Ausprobieren',
    ],
  ])('does not start with %s, and says what to do', async (_, env, says) => {
    await prepare('http');
    expect(await ended('start', env)).toBe(2);
    expect(output).toContain(says);
    expect(output).not.toContain('geheim');
  });

  it('does not start without a configuration, nor on a drill register', async () => {
    await prepare('http');
    rmSync(join(folder, 'fristwacht.yaml'));
    expect(await ended('start', secrets())).toBe(1);
    expect(output).toContain('fristwacht.example.yaml');
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', DRILL_MARK), '');
    expect(await ended('start', secrets())).toBe(1);
    expect(output).toContain('Übungsregister');
  });
});

describe('fristwacht start with Slack and Teams in one environment', () => {
  const GUID = '11111111-1111-4111-8111-111111111111';
  const forTeams = (port: string) => ({
    ...{ TEAMS_APP_ID: GUID, TEAMS_TENANT_ID: GUID, TEAMS_APP_SECRET: 'geheim', TEAMS_PORT: port },
  });
  const bothChannels = (primary = ''): string =>
    configuration('http').replace('  slack: C0OFFICE\n', `  slack: C0OFFICE\n  teams: '19:office@thread.tacv2'\n${primary}`);

  it('serves both, each at its own address, also where Slack refuses the token', async () => {
    await prepare('http');
    writeFileSync(join(folder, 'fristwacht.yaml'), bothChannels('  primary: slack\n'));
    await start({ ...forTeams('0'), SLACK_BOT_TOKEN: 'xoxb-wrong' });
    const address = /http:\S+\/api\/messages/.exec(output)?.[0] ?? '';
    expect((await fetch(address, { method: 'POST', body: '{"type":"message"}' })).status).toBe(401);
    expect((await new SlackUser(slack, 'ADA').command('/datenpanne')).status).toBe(200);
    expect(output).toContain('tokenRefused');
    expect(output).not.toContain('geheim');
    child!.kill('SIGTERM');
    expect(await once(child!, 'exit')).toEqual([0, null]);
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['two channels and none of them the primary one', forTeams('0'), '', 'channels.primary'],
    ['Teams for trying out only', { TEAMS_DEVELOPMENT: 'yes' }, '  primary: slack\n', 'TEAMS_DEVELOPMENT geht nicht neben Slack'],
    ['half of what Teams needs', { TEAMS_TENANT_ID: GUID }, '  primary: slack\n', 'TEAMS_APP_ID fehlt'],
  ])('does not start with %s, and says what to do', async (_, env, primary, says) => {
    await prepare('http');
    writeFileSync(join(folder, 'fristwacht.yaml'), bothChannels(primary));
    expect(await ended('start', { ...secrets(), ...env })).toBe(2);
    expect(output).toContain(says);
  });

  it('does not start with one port for both', async () => {
    await prepare('http');
    writeFileSync(join(folder, 'fristwacht.yaml'), bothChannels('  primary: teams\n').replace('port: 0', 'port: 3978'));
    expect(await ended('start', { ...secrets(), ...forTeams('3978') })).toBe(2);
    expect(output).toContain('beide auf Port 3978');
  });
});

describe('fristwacht doctor', () => {
  it('finds everything in order', async () => {
    await prepare('socket', '  team: T0ACME\n');
    expect(await ended('doctor', secrets())).toBe(0);
    expect(output).toContain('✓ Der Kanal der Datenschutzstelle');
    expect(output).toContain('Alles in Ordnung.');
  });

  it('says what is to be mended, each with what to do', async () => {
    await prepare('socket', '  team: T0OTHER\n');
    slack.scopes.delete('im:history');
    slack.scopes.add('channels:history');
    slack.workspace.conversations.get('C0OFFICE')!.shared = true;
    slack.workspace.users.get('DORA')!.deleted = true;
    expect(await ended('doctor', { ...secrets(), SLACK_APP_TOKEN: 'xapp-wrong' })).toBe(1);
    for (const said of [
      'Workspace T0ACME',
      'Es fehlt: im:history',
      'Mehr als nötig: channels:history',
      'Slack Connect',
      'deaktiviert',
      '✗ Das App-Level-Token',
    ]) {
      expect(output).toContain(said);
    }
    expect(slack.workspace.messages).toEqual([]);
  });

  it('misses the permission for files where exports go to the channel, and nowhere else', async () => {
    await prepare('socket', '  exports: channel\n');
    expect(await ended('doctor', secrets())).toBe(1);
    expect(output).toContain('Es fehlt: files:write');
    output = '';
    slack.scopes.add('files:write');
    expect(await ended('doctor', secrets())).toBe(0);
  });

  it('says that the token is refused, and looks at nothing more', async () => {
    await prepare('socket');
    expect(await ended('doctor', { ...secrets(), SLACK_BOT_TOKEN: 'xoxb-wrong' })).toBe(1);
    expect(output).toContain('invalid_auth');
    expect(output).not.toContain('Der Kanal');
  });
});
