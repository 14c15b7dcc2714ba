import type { SlackEntry } from '../configuration/configurationFile.ts';
import { given } from '../configuration/given.ts';
import { slackApiUrl } from './slackApiUrl.ts';
import type { RotationSetting, SlackSetting } from './slackSetting.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is missing or wrong; each has a sentence in the words of the command line. */
export type SlackEnvironmentFault =
  | 'botTokenMissing'
  | 'botTokenKind'
  | 'refreshTokenMissing'
  | 'refreshTokenKind'
  | 'refreshTokenNotNeeded'
  | 'clientMissing'
  | 'signingSecretMissing'
  | 'appTokenMissing'
  | 'appTokenKind'
  | 'apiUrlNotLoopback'
  | 'apiUrlNotForTrying'
  | 'apiUrlNoAddress';

const API_URL_FAULTS = {
  notLoopback: 'apiUrlNotLoopback',
  notForTrying: 'apiUrlNotForTrying',
  noAddress: 'apiUrlNoAddress',
} as const;
const USUAL_PORT = 3000;

/** Whether the environment asks for Slack at all. */
export const wantsSlack = (env: Environment): boolean =>
  ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'].some((name) => given(env[name]) !== undefined);

/** The setting by environment and configuration file, or everything that is wrong with it. */
export function slackEnvironment(env: Environment, entry: SlackEntry = {}): SlackSetting | readonly SlackEnvironmentFault[] {
  const [botToken, signingSecret, appToken] = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'].map((name) =>
    given(env[name]),
  );
  const rotation = rotationIn(env, botToken);
  const kind = entry.transport ?? (appToken !== undefined && signingSecret === undefined ? 'socket' : 'http');
  const api = slackApiUrl(env);
  const faults: SlackEnvironmentFault[] = [];
  if (botToken === undefined) faults.push('botTokenMissing');
  else if (!botToken.startsWith('xoxb-') && !isRotating(botToken)) faults.push('botTokenKind');
  if (rotation !== undefined && !('seed' in rotation)) faults.push(...rotation);
  if (kind === 'http' && signingSecret === undefined) faults.push('signingSecretMissing');
  if (kind === 'socket' && appToken === undefined) faults.push('appTokenMissing');
  if (kind === 'socket' && appToken !== undefined && !appToken.startsWith('xapp-')) faults.push('appTokenKind');
  if ('refused' in api) faults.push(API_URL_FAULTS[api.refused]);
  if (faults.length > 0 || botToken === undefined || 'refused' in api) return faults;
  return {
    botToken: async () => botToken,
    ...(rotation !== undefined && 'seed' in rotation ? { rotation } : {}),
    transport:
      kind === 'http'
        ? { kind, signingSecret: signingSecret ?? '', port: Number(entry.port ?? USUAL_PORT), host: entry.host ?? '127.0.0.1' }
        : { kind, appToken: appToken ?? '' },
    teamId: entry.team,
    enterpriseId: entry.enterprise,
    officerGroup: entry.officerGroup,
    membersAreOfficers: entry.membersAreOfficers === true,
    exportsTo: entry.exports ?? 'link',
    filesAt: { port: Number(entry.port ?? USUAL_PORT), host: entry.host ?? '127.0.0.1' },
    apiUrl: api.apiUrl,
  };
}

/** The tokens of an app with token rotation say so themselves: they begin with `xoxe`. */
const isRotating = (botToken: string): boolean => botToken.startsWith('xoxe.xoxb-');

/** What it takes to renew the token; undefined where it is none that ends. */
function rotationIn(
  env: Environment,
  botToken: string | undefined,
): RotationSetting | readonly SlackEnvironmentFault[] | undefined {
  const [seed, clientId, clientSecret] = ['SLACK_REFRESH_TOKEN', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'].map((name) =>
    given(env[name]),
  );
  const rotates = botToken !== undefined && isRotating(botToken);
  if (!rotates) return seed === undefined || botToken === undefined ? undefined : ['refreshTokenNotNeeded'];
  if (seed === undefined) return ['refreshTokenMissing'];
  if (!seed.startsWith('xoxe-')) return ['refreshTokenKind'];
  if (clientId === undefined || clientSecret === undefined) return ['clientMissing'];
  return { seed, firstToken: botToken, clientId, clientSecret };
}
