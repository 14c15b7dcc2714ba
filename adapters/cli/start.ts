import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Organisation } from '../../src/organisation.ts';
import { RegisterUnavailable } from '../../src/ports.ts';
import type { Alarm } from '../../src/reminders/remindersWorld.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import { deskServer } from '../desk/deskServer.ts';
import { folderKind } from '../desk/drillMark.ts';
import type { Played } from '../desk/example.ts';
import { type OpenDesk, openDesk } from '../desk/openDesk.ts';
import { heartbeatAddress } from '../running/heartbeat.ts';
import { refusalText } from '../stores/openRegister.ts';
import { given } from '../configuration/given.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { masterKeyWanted, sayNote } from './registerCommand.ts';
import { wantsSlack } from '../slack/slackEnvironment.ts';
import { startSlack } from './startSlack.ts';
import { startTeams, wantsTeams } from './startTeams.ts';
import { startWords } from './startWords.ts';

const USUAL_PORT = 7272;

/** Something is not as it must be: what to say, and the exit code. */
class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

type Words = (typeof startWords)['de'];
type Setting = {
  readonly port: number;
  readonly folder: string;
  readonly mongodbUri: string | undefined;
  readonly heartbeat: URL | undefined;
  readonly configuration: string | undefined;
  readonly organisation: Organisation;
};

/** `fristwacht start`: the page for trying out, until SIGINT or SIGTERM. */
export async function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const words = startWords[preferredLanguage(world.env)];
  const [unknown] = args.filter((option) => !['--example', '--help', '-h'].includes(option));
  if (unknown !== undefined) return say(world, words.unknownOption(unknown), 2);
  if (args.includes('--help') || args.includes('-h')) {
    world.write(words.help);
    return 0;
  }
  try {
    const folder = resolve(given(world.env.FRISTWACHT_DATA) ?? './data');
    if (wantsSlack(world.env)) return await startSlack(world, signalled);
    if (wantsTeams(world.env)) {
      refuseChat(world.env, folder, words, /^SLACK_/);
      return await startTeams(world, signalled);
    }
    await serve(readSetting(world, words), args.includes('--example'), world, words);
    return 0;
  } catch (error) {
    if (error instanceof CannotStart) return say(world, error.message, error.exitCode);
    if (error instanceof RegisterUnavailable) return say(world, words.registerUnavailable, 1);
    // The register says itself why it stays shut, and what to do.
    const refusal = refusalText(error);
    if (refusal !== undefined) return say(world, `${refusal[preferredLanguage(world.env)]}\n`, 1);
    throw error;
  }
}

function say(world: CommandWorld, message: string, exitCode: number): number {
  world.writeError(message);
  return exitCode;
}

// ---------------------------------------------------------------- what was set

function readSetting({ env }: CommandWorld, words: Words): Setting {
  const folder = resolve(given(env.FRISTWACHT_DATA) ?? './data');
  refuseChat(env, folder, words);
  const port = readPort(given(env.PORT), words);
  const heartbeat = readHeartbeat(given(env.FRISTWACHT_HEARTBEAT_URL), words);
  return { port, folder, mongodbUri: given(env.MONGODB_URI), heartbeat, ...readOrganisation(env, words) };
}

/** A drill register and a chat platform never come together. */
function refuseChat(env: CommandWorld['env'], folder: string, words: Words, platform = /^(?:SLACK|TEAMS)_/): void {
  const names = Object.keys(env).filter((name) => platform.test(name) && given(env[name]) !== undefined);
  if (names.length === 0) return;
  const drill = folderKind(folder) === 'drill' ? words.folderIsDrill(folder) : '';
  throw new CannotStart(words.chatNotYet(names.toSorted()) + drill);
}

function readPort(port: string | undefined, words: Words): number {
  if (port === undefined) return USUAL_PORT;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new CannotStart(words.portInvalid(port), 2);
  return Number(port);
}

/** The address may hold a key, so it is never said again. */
function readHeartbeat(address: string | undefined, words: Words): URL | undefined {
  if (address === undefined) return undefined;
  const url = heartbeatAddress(address);
  if (url === undefined) throw new CannotStart(words.heartbeatInvalid, 2);
  return url;
}

function readOrganisation(env: CommandWorld['env'], words: Words): Pick<Setting, 'configuration' | 'organisation'> {
  const named = given(env.FRISTWACHT_CONFIG);
  const file = resolve(named ?? 'fristwacht.yaml');
  const isThere = named !== undefined || existsSync(file);
  const read = readConfiguration(isThere ? readText(file, words) : undefined, { platform: 'desk' });
  if (read.ok) return { configuration: isThere ? file : undefined, organisation: read.organisation };
  const faults = read.faults.map(({ key, value, remedy }) => words.faultAt(key, value, remedy[preferredLanguage(env)]));
  throw new CannotStart(words.configurationFaulty(file) + faults.join(''), 2);
}

function readText(file: string, words: Words): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotStart(words.configurationUnreadable(file, codeOf(error)));
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

// ---------------------------------------------------------------- running

async function serve(setting: Setting, withExample: boolean, world: CommandWorld, words: Words): Promise<void> {
  let listensAt = 0;
  const opened = await open(setting, world, words, () => `http://127.0.0.1:${listensAt}`);
  const app = deskServer({
    desk: opened.desk,
    files: opened.files,
    playExample: opened.playExample,
    reportFailure: (kind) => world.writeError(words.requestFailed(kind)),
  });
  const server = createServer(app);
  try {
    await listen(server, setting.port, words);
    listensAt = (server.address() as AddressInfo).port;
    const played = withExample ? await opened.playExample() : undefined;
    greet(setting, server, world, words, played);
    await signalled();
  } finally {
    server.closeAllConnections();
    server.close();
    await opened.close();
  }
  world.write(`${words.ended}\n`);
}

async function open(
  { folder, mongodbUri, heartbeat, organisation }: Setting,
  world: CommandWorld,
  words: Words,
  address: () => string,
): Promise<OpenDesk> {
  const opened = await openDesk({
    folder,
    organisation,
    now: world.now,
    monotonicNow: () => performance.now(),
    ids: { next: world.randomId },
    alarm: (alarm) => world.writeError(words.alarm(alarmText(alarm), alarm.caseId)),
    ...{ mongodbUri, heartbeat, address },
    masterKey: masterKeyWanted(world.env),
    note: sayNote(world),
  }).catch((error: unknown) => {
    if (refusalText(error) !== undefined || error instanceof RegisterUnavailable) throw error;
    throw new CannotStart(words.folderUnusable(folder, codeOf(error)));
  });
  if (opened === 'unmarked') throw new CannotStart(words.folderIsReal(folder));
  return opened;
}

/** Kinds, ids of rules and numbers: all that the log hears of it. */
const alarmText = ({ what, rules = [], troubles = [] }: Alarm): string =>
  [what, ...rules, ...troubles.map(({ trouble, count }) => `${trouble}=${count}`)].join(' ');

async function listen(server: Server, port: number, words: Words): Promise<void> {
  const { promise, resolve: listening, reject } = Promise.withResolvers<undefined>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', () => listening(undefined));
  await promise.catch((error: unknown) => {
    const code = codeOf(error);
    throw new CannotStart(code === 'EADDRINUSE' ? words.portTaken(port) : words.cannotListen(port, code));
  });
}

function greet(
  { folder, mongodbUri, configuration }: Setting,
  server: Server,
  world: CommandWorld,
  words: Words,
  played: Played | undefined,
): void {
  const { port } = server.address() as AddressInfo;
  const lines = [
    words.address(`http://127.0.0.1:${port}/`),
    words.drill,
    mongodbUri === undefined ? words.data(folder) : words.dataInMongo,
    words.configuration(configuration),
    ...(played === 'alreadyThere' ? [words.exampleThere] : []),
    words.howToEnd,
  ];
  world.write(`${lines.join('\n')}\n`);
}

function signalled(): Promise<undefined> {
  const { promise, resolve: ended } = Promise.withResolvers<undefined>();
  process.once('SIGINT', () => ended(undefined));
  process.once('SIGTERM', () => ended(undefined));
  return promise;
}
