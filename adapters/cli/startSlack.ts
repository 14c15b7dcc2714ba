import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { folderKind } from '../desk/drillMark.ts';
import { openNotes } from '../notes/openNotes.ts';
import { heartbeatAddress } from '../running/heartbeat.ts';
import { serveSlack } from '../slack/serveSlack.ts';
import type { SlackReport, SlackSetting } from '../slack/slackSetting.ts';
import { openRegister } from '../stores/openRegister.ts';
import { given } from '../configuration/given.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { masterKeyWanted, sayNote } from './registerCommand.ts';
import { slackConfiguration } from './slackConfiguration.ts';
import { slackReportAdvice, slackStartWords } from './slackCommandWords.ts';
import { openTeamsPart } from './startTeams.ts';
import { startWords } from './startWords.ts';
import { type TeamsConfiguration, teamsConfiguration } from './teamsConfiguration.ts';
import { teamsStartWords } from './teamsStartWords.ts';
import { wantsTeams } from './wantedChats.ts';

/** `fristwacht start` with Slack, and with Teams beside it on the same register where both are wanted, until SIGINT or SIGTERM. Throws what `openRegister` throws where the register cannot be used. */
export async function startSlack(world: CommandWorld, signalled: () => Promise<undefined>): Promise<number> {
  const language = preferredLanguage(world.env);
  const [words, slackWords] = [startWords[language], slackStartWords[language]];
  const folder = resolve(given(world.env.FRISTWACHT_DATA) ?? './data');
  if (folderKind(folder) === 'drill') {
    world.writeError(words.folderIsDrill(folder));
    return 1;
  }
  const configured = slackConfiguration(world);
  if ('says' in configured) {
    world.writeError(configured.says);
    return configured.exitCode;
  }
  const teamsConfigured = wantsTeams(world.env) ? teamsConfiguration(world) : undefined;
  const unfit = teamsConfigured === undefined ? undefined : unfitBeside(configured.setting, teamsConfigured, language);
  if (unfit !== undefined) {
    world.writeError(unfit.says);
    return unfit.exitCode;
  }
  const mongodbUri = given(world.env.MONGODB_URI);
  const address = given(world.env.FRISTWACHT_HEARTBEAT_URL);
  const heartbeat = address === undefined ? undefined : heartbeatAddress(address);
  if (address !== undefined && heartbeat === undefined) {
    world.writeError(words.heartbeatInvalid);
    return 2;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ids = { next: world.randomId };
  const stored = { mongodbUri, folder, ids, masterKey: masterKeyWanted(world.env) };
  const register = await openRegister({ ...stored, purpose: 'real', note: sayNote(world) });
  const teams =
    teamsConfigured === undefined || 'says' in teamsConfigured ? undefined : await openTeamsPart(teamsConfigured, stored, world);
  const served = await serveSlack({
    ...{ setting: configured.setting, organisation: configured.organisation, register, ids },
    notes: await openNotes(stored),
    ...{ now: world.now, heartbeat, publicUrl: configured.publicUrl },
    monotonicNow: () => performance.now(),
    alarm: ({ what, caseId, rules = [] }) => world.writeError(words.alarm([what, ...rules].join(' '), caseId)),
    report: (report) => world.writeError(slackWords.report(reportLine(report)) + adviceOn(report, language)),
    beside: teams,
  });
  const close = async (): Promise<void> => {
    teams?.refuseMore();
    await served.close();
    await teams?.close();
  };
  const refused = teams?.refused();
  if (refused !== undefined) {
    world.writeError(refused);
    await close();
    return 1;
  }
  const place = mongodbUri === undefined ? words.data(folder) : words.dataInMongo;
  const lines = [
    whereTo(configured.setting, served.port(), slackWords),
    ...(teams === undefined ? [] : [teams.listens()]),
    ...[slackWords.real, place, words.configuration(configured.file), words.howToEnd],
  ];
  world.write(`${lines.join('\n')}\n`);
  await signalled();
  await close();
  world.write(`${words.ended}\n`);
  return 0;
}

type Says = { readonly says: string; readonly exitCode: number };

/** Why Teams cannot run beside Slack as it is set up; undefined where it can. */
function unfitBeside({ transport }: SlackSetting, teams: TeamsConfiguration | Says, language: 'de' | 'en'): Says | undefined {
  if ('says' in teams) return teams;
  const { kind, port } = teams.account;
  const ours = teamsStartWords[language];
  // What nobody checked never comes into a real register.
  if (kind === 'development') return { says: ours.developmentBesideSlack, exitCode: 2 };
  const isSamePort = transport.kind === 'http' && port !== 0 && transport.port === port;
  return isSamePort ? { says: ours.portOfSlack(port), exitCode: 2 } : undefined;
}

const whereTo = ({ transport }: SlackSetting, port: number | undefined, words: (typeof slackStartWords)['de' | 'en']): string =>
  transport.kind === 'http' ? words.http(transport.host, port) : words.socket;

const adviceOn = ({ what }: SlackReport, language: 'de' | 'en'): string =>
  what === 'tokenLost' ? `${slackReportAdvice[what][language]}\n` : '';

/** Codes and ids only. */
function reportLine(report: SlackReport): string {
  switch (report.what) {
    case 'callFailed':
      return `callFailed ${report.method} ${report.code}`;
    case 'payloadTooLarge':
      return `payloadTooLarge ${report.findings.join(', ')}`;
    case 'channelRefused':
      return `channelRefused ${report.channel} ${report.fault}`;
    case 'listenerFailed':
    case 'tokenNotRenewed':
      return `${report.what} ${report.code}`;
    case 'tokenRefused':
    case 'connected':
    case 'disconnected':
    case 'cannotConnect':
    case 'cannotListen':
    case 'otherWorkspace':
    case 'uninstalled':
    case 'tokenLost':
    case 'tokenNotStored':
      return report.what;
  }
}
