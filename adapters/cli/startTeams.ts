import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { instant } from '../../src/rules/instant.ts';
import { folderKind, markAsDrill } from '../desk/drillMark.ts';
import { openFiles } from '../files/openFiles.ts';
import { type NotesSetting, openNotes } from '../notes/openNotes.ts';
import { heartbeatAddress } from '../running/heartbeat.ts';
import { keepReminding } from '../running/keepReminding.ts';
import type { BesideSlack } from '../slack/serveSlack.ts';
import { openRegister } from '../stores/openRegister.ts';
import type { TeamsEndpoints } from '../teams/endpoints.ts';
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

export { wantsTeams } from './wantedChats.ts';

/**
 * `fristwacht start` with Teams, until SIGINT or SIGTERM. Throws what `openRegister` throws where the register cannot be used.
 * `endpoints`: other than Microsoft's public cloud.
 */
export async function startTeams(
  world: CommandWorld,
  signalled: () => Promise<undefined>,
  endpoints?: TeamsEndpoints,
): Promise<number> {
  const language = preferredLanguage(world.env);
  const words = startWords[language];
  const configured = teamsConfiguration(world);
  if ('says' in configured) return say(world, configured.says, configured.exitCode);
  const folder = resolve(given(world.env.FRISTWACHT_DATA) ?? './data');
  const refusal = refuseFolder(configured.account, folder, words);
  if (refusal !== undefined) return say(world, refusal, 1);
  const address = given(world.env.FRISTWACHT_HEARTBEAT_URL);
  const heartbeat = address === undefined ? undefined : heartbeatAddress(address);
  if (address !== undefined && heartbeat === undefined) return say(world, words.heartbeatInvalid, 2);
  const running = await open(configured, { folder, heartbeat, endpoints }, world);
  try {
    if (running.refused !== undefined) return say(world, running.refused, 1);
    greet(configured, running.listens, folder, world);
    await signalled();
  } finally {
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

async function open(
  configured: TeamsConfiguration,
  {
    folder,
    heartbeat,
    endpoints,
  }: { readonly folder: string; readonly heartbeat: URL | undefined; readonly endpoints: TeamsEndpoints | undefined },
  world: CommandWorld,
) {
  const { account, organisation } = configured;
  const isDrill = account.kind === 'development';
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isDrill && folderKind(folder) === 'empty') markAsDrill(folder);
  const ids = { next: world.randomId };
  const stored = { mongodbUri: given(world.env.MONGODB_URI), folder, ids, masterKey: masterKeyWanted(world.env) };
  const register = await openRegister({ ...stored, purpose: isDrill ? 'drill' : 'real', note: sayNote(world) });
  const teams = await openTeamsPart(configured, stored, world, endpoints);
  const keeping = await keepReminding({
    ...{ register, organisation, ids, heartbeat, channels: [teams.channel] },
    clock: { now: () => instant(world.now()) },
    monotonicNow: () => performance.now(),
    machineNow: world.now,
    alarm: ({ what, caseId, rules = [] }) =>
      world.writeError(startWords[preferredLanguage(world.env)].alarm([what, ...rules].join(' '), caseId)),
  });
  await teams.start(isDrill ? { ...keeping.dialogueWorld, drill: true } : keeping.dialogueWorld);
  return {
    ...{ refused: teams.refused(), listens: teams.listens() },
    close: async () => {
      teams.refuseMore();
      await keeping.stop();
      await teams.close();
    },
  };
}

/** Teams over an open register, alone or beside another platform. */
export type TeamsPart = BesideSlack & {
  /** Once started: what keeps it from listening, or where it listens. */
  readonly refused: () => string | undefined;
  readonly listens: () => string;
  readonly refuseMore: () => void;
  readonly close: () => Promise<void>;
};

/** The register must have been opened before: the notes lie under its keys. `endpoints`: other than Microsoft's public cloud. */
export async function openTeamsPart(
  { account, transport, organisation, publicUrl }: TeamsConfiguration,
  stored: NotesSetting,
  world: CommandWorld,
  endpoints?: TeamsEndpoints,
): Promise<TeamsPart> {
  const language = preferredLanguage(world.env);
  const ours = teamsStartWords[language];
  const notes = await openNotes(stored);
  const report = (line: string): void => world.writeError(ours.report(line));
  const clock = { now: () => instant(world.now()) };
  const teams = openTeams({
    ...{ account, transport, notes, organisation, clock, ids: stored.ids },
    ...(endpoints === undefined ? {} : { endpoints }),
    monotonicNow: () => performance.now(),
    reportFailure: report,
    onRefused: (status, because) => report(`${status} ${because}`),
  });
  let server: Server | undefined;
  let refused: string | undefined;
  const { host, port } = account;
  return {
    channel: teams.channel,
    start: async (dialogue) => {
      // Beside another platform that hands exports out, its way is everybody's.
      const files =
        publicUrl === undefined || dialogue.exports !== undefined
          ? undefined
          : openFiles({
              ...{ register: dialogue.register, clock, organisationFor: async () => organisation, publicUrl: () => publicUrl },
              reportFailure: report,
            });
      const handedOut = files === undefined ? {} : { exports: files.exports };
      server = createServer(teams.serving({ ...dialogue, ...handedOut }, files?.router));
      const code = await listen(server, host, port);
      if (code === undefined) return;
      refused = code === 'EADDRINUSE' ? ours.portTaken(port) : startWords[language].cannotListen(port, code);
    },
    refused: () => refused,
    listens: () => ours.listening(host, (server?.address() as AddressInfo | null)?.port ?? port, MESSAGES_PATH),
    refuseMore: () => {
      server?.closeAllConnections();
      server?.close();
    },
    close: () => notes.close(),
  };
}

/** The code of the failure; undefined where it listens. */
async function listen(server: Server, host: string, port: number): Promise<string | undefined> {
  const { promise, resolve: done } = Promise.withResolvers<string | undefined>();
  server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'unknown'));
  server.listen(port, host, () => done(undefined));
  return promise;
}

function greet({ account, file }: TeamsConfiguration, listens: string, folder: string, world: CommandWorld): void {
  const language = preferredLanguage(world.env);
  const [words, ours] = [startWords[language], teamsStartWords[language]];
  const lines = [
    listens,
    account.kind === 'development' ? ours.development : ours.real,
    given(world.env.MONGODB_URI) === undefined ? words.data(folder) : words.dataInMongo,
    words.configuration(file),
    words.howToEnd,
  ];
  world.write(`${lines.join('\n')}\n`);
}
