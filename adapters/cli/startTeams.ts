import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { instant } from '../../src/rules/instant.ts';
import { folderKind, markAsDrill } from '../desk/drillMark.ts';
import { openFiles } from '../files/openFiles.ts';
import { openNotes } from '../notes/openNotes.ts';
import { keepReminding } from '../running/keepReminding.ts';
import { openRegister } from '../stores/openRegister.ts';
import { openTeams } from '../teams/openTeams.ts';
import type { TeamsAccount } from '../teams/teamsAccount.ts';
import { MESSAGES_PATH } from '../teams/teamsServer.ts';
import { given } from '../configuration/given.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { masterKeyWanted, sayNote } from './registerCommand.ts';
import { startWords } from './startWords.ts';
import { type TeamsConfiguration, teamsConfiguration } from './teamsConfiguration.ts';
import { teamsStartWords } from './teamsStartWords.ts';

/** Whether anything in the environment speaks of Teams. */
export const wantsTeams = (env: CommandWorld['env']): boolean =>
  Object.keys(env).some((name) => name.startsWith('TEAMS_') && given(env[name]) !== undefined);

/** `fristwacht start` with Teams, until SIGINT or SIGTERM. Throws what `openRegister` throws where the register cannot be used. */
export async function startTeams(world: CommandWorld, signalled: () => Promise<undefined>): Promise<number> {
  const language = preferredLanguage(world.env);
  const words = startWords[language];
  const configured = teamsConfiguration(world);
  if ('says' in configured) return say(world, configured.says, configured.exitCode);
  const folder = resolve(given(world.env.FRISTWACHT_DATA) ?? './data');
  const refusal = refuseFolder(configured.account, folder, words);
  if (refusal !== undefined) return say(world, refusal, 1);
  const running = await open(configured, folder, world);
  const { host, port } = configured.account;
  try {
    const taken = await listen(running.server, host, port);
    if (taken !== undefined)
      return say(world, taken === 'EADDRINUSE' ? teamsStartWords[language].portTaken(port) : words.cannotListen(port, taken), 1);
    greet(configured, running.server, folder, world);
    await signalled();
  } finally {
    running.server.closeAllConnections();
    running.server.close();
    await running.close();
  }
  world.write(`${words.ended}\n`);
  return 0;
}

function say(world: CommandWorld, message: string, exitCode: number): number {
  world.writeError(message);
  return exitCode;
}

/** What nobody checked never comes into a real register, and no real case into one of drills. */
function refuseFolder({ kind }: TeamsAccount, folder: string, words: (typeof startWords)['de']): string | undefined {
  const found = folderKind(folder);
  if (kind === 'development') return found === 'unmarked' ? words.folderIsReal(folder) : undefined;
  return found === 'drill' ? words.folderIsDrill(folder) : undefined;
}

async function open({ account, transport, organisation, publicUrl }: TeamsConfiguration, folder: string, world: CommandWorld) {
  const language = preferredLanguage(world.env);
  const isDrill = account.kind === 'development';
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isDrill && folderKind(folder) === 'empty') markAsDrill(folder);
  const ids = { next: world.randomId };
  const clock = { now: () => instant(world.now()) };
  const stored = { mongodbUri: given(world.env.MONGODB_URI), folder, ids, masterKey: masterKeyWanted(world.env) };
  const register = await openRegister({ ...stored, purpose: isDrill ? 'drill' : 'real', note: sayNote(world) });
  const notes = await openNotes(stored);
  const monotonicNow = (): number => performance.now();
  const report = (line: string): void => world.writeError(teamsStartWords[language].report(line));
  const teams = openTeams({
    ...{ account, transport, notes, organisation, clock, ids, monotonicNow },
    reportFailure: report,
    onRefused: (status, because) => report(`${status} ${because}`),
  });
  const keeping = await keepReminding({
    ...{ register, organisation, clock, ids, monotonicNow, channels: [teams.channel] },
    machineNow: world.now,
    alarm: ({ what, caseId, rules = [] }) => world.writeError(startWords[language].alarm([what, ...rules].join(' '), caseId)),
  });
  const files =
    publicUrl === undefined
      ? undefined
      : openFiles({
          ...{ register, clock, organisationFor: async () => organisation, publicUrl: () => publicUrl },
          reportFailure: report,
        });
  const dialogue = {
    ...keeping.dialogueWorld,
    ...(isDrill ? { drill: true as const } : {}),
    ...(files === undefined ? {} : { exports: files.exports }),
  };
  return {
    server: createServer(teams.serving(dialogue, files?.router)),
    close: async () => {
      await keeping.stop();
      await notes.close();
    },
  };
}

/** The code of the failure; undefined where it listens. */
async function listen(server: Server, host: string, port: number): Promise<string | undefined> {
  const { promise, resolve: done } = Promise.withResolvers<string | undefined>();
  server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'unknown'));
  server.listen(port, host, () => done(undefined));
  return promise;
}

function greet({ account, file }: TeamsConfiguration, server: Server, folder: string, world: CommandWorld): void {
  const language = preferredLanguage(world.env);
  const [words, ours] = [startWords[language], teamsStartWords[language]];
  const lines = [
    ours.listening(account.host, (server.address() as AddressInfo).port, MESSAGES_PATH),
    account.kind === 'development' ? ours.development : ours.real,
    given(world.env.MONGODB_URI) === undefined ? words.data(folder) : words.dataInMongo,
    words.configuration(file),
    words.howToEnd,
  ];
  world.write(`${lines.join('\n')}\n`);
}
