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
import { startWords } from './startWords.ts';

/** `fristwacht start` with Slack, until SIGINT or SIGTERM. Throws what `openRegister` throws where the register cannot be used. */
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
  const served = await serveSlack({
    ...{ setting: configured.setting, organisation: configured.organisation, register, ids },
    notes: await openNotes(stored),
    ...{ now: world.now, heartbeat, publicUrl: configured.publicUrl },
    monotonicNow: () => performance.now(),
    alarm: ({ what, caseId, rules = [] }) => world.writeError(words.alarm([what, ...rules].join(' '), caseId)),
    report: (report) => world.writeError(slackWords.report(reportLine(report)) + adviceOn(report, language)),
  });
  const place = mongodbUri === undefined ? words.data(folder) : words.dataInMongo;
  world.write(
    `${[whereTo(configured.setting, served.port(), slackWords), slackWords.real, place, words.configuration(configured.file), words.howToEnd].join('\n')}\n`,
  );
  await signalled();
  await served.close();
  world.write(`${words.ended}\n`);
  return 0;
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
