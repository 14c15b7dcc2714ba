import { slackWords } from '../../src/words/slackWords.ts';
import type { Examined } from '../slack/examine.ts';
import { wantsSlack } from '../slack/slackEnvironment.ts';
import type { CommandWorld } from './commandWorld.ts';
import { type DoctorResult, doctorTeams } from './doctorTeams.ts';
import { examineSlack } from './examineSlack.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { doctorWords, slackReportAdvice } from './slackCommandWords.ts';
import { slackConfiguration } from './slackConfiguration.ts';
import { wantsTeams } from './startTeams.ts';
import { startWords } from './startWords.ts';

type Language = ReturnType<typeof preferredLanguage>;

/** `fristwacht doctor`: 0 where all is well, 1 where something is to be mended, 2 where it is set up wrongly. */
export async function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const language = preferredLanguage(world.env);
  const words = doctorWords[language];
  const [option] = args;
  if (option === '--help' || option === '-h') {
    world.write(words.help);
    return 0;
  }
  if (option !== undefined) {
    world.writeError(startWords[language].unknownOption(option));
    return 2;
  }
  // Where neither is set up, Slack says what it misses.
  const platforms = wantsTeams(world.env) ? [...(wantsSlack(world.env) ? [doctorSlack] : []), doctorTeams] : [doctorSlack];
  const results: DoctorResult[] = [];
  for (const platform of platforms) results.push(await platform(world));
  if (results.every(({ complete }) => complete)) world.write(words.allWell);
  return Math.max(...results.map(({ exitCode }) => exitCode));
}

async function doctorSlack(world: CommandWorld): Promise<DoctorResult> {
  const language = preferredLanguage(world.env);
  const configured = slackConfiguration(world);
  if ('says' in configured) {
    world.writeError(configured.says);
    return { exitCode: configured.exitCode, complete: false };
  }
  const { requestUrl } = configured;
  const examined = await examineSlack(configured, world);
  for (const each of examined) world.write(sentence(each, language, requestUrl));
  const isWell = examined.every(({ well }) => well !== false);
  return { exitCode: isWell ? 0 : 1, complete: examined.every(({ well }) => well === true) };
}

function sentence(examined: Examined, language: Language, requestUrl: string | undefined): string {
  const words = doctorWords[language];
  const title = titleOf(examined, language);
  if (examined.well === true) return words.good(title);
  if (examined.well === 'unknown') return words.unclear(title, whyUnclear(examined, language, requestUrl));
  return words.bad(title, remedyOf(examined, language));
}

type Unclear = Extract<Examined, { readonly well: 'unknown' }>;

function whyUnclear(examined: Unclear, language: Language, requestUrl: string | undefined): string {
  const words = doctorWords[language];
  if (examined.about === 'requestUrl') return requestUrl === undefined ? words.requestUrlNotSet : words.notReached;
  return examined.about === 'rotation' ? words.rotationUnclear[examined.because] : words.notReached;
}

function titleOf(examined: Examined, language: Language): string {
  const words = doctorWords[language];
  return examined.about === 'account' ? words.account('name' in examined ? examined.name : '?') : words[examined.about];
}

function remedyOf(examined: Extract<Examined, { readonly well: false }>, language: Language): string {
  const words = doctorWords[language];
  switch (examined.about) {
    case 'token':
      return words.tokenRefused(examined.code);
    case 'rotation':
      return slackReportAdvice.tokenLost[language];
    case 'appToken':
      return words.appTokenRefused(examined.code);
    case 'team':
      return words.otherTeam(examined.found);
    case 'scopes': {
      const { missing, more } = examined;
      const said = [
        missing.length > 0 ? words.scopesMissing(missing.join(', ')) : '',
        more.length > 0 ? words.scopesMore(more.join(', ')) : '',
      ];
      return said.filter((line) => line !== '').join(' ');
    }
    case 'channel':
      return slackWords[language].channelRefused[examined.fault];
    case 'account':
      return examined.gone ? words.accountGone : words.accountUnknown;
    case 'requestUrl':
      return words.requestUrlWrong[examined.fault];
  }
}
