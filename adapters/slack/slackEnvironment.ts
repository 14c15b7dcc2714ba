import type { SlackEntry } from '../configuration/configurationFile.ts';
import { slackApiUrl } from './slackApiUrl.ts';
import type { SlackSetting } from './slackSetting.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is missing or wrong; each has a sentence in the words of the command line. */
export type SlackEnvironmentFault =
  | 'botTokenMissing'
  | 'botTokenKind'
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
  ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'].some((name) => given(env, name) !== undefined);

const given = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

/** The setting by environment and configuration file, or everything that is wrong with it. */
export function slackEnvironment(env: Environment, entry: SlackEntry = {}): SlackSetting | readonly SlackEnvironmentFault[] {
  const [botToken, signingSecret, appToken] = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'].map((name) =>
    given(env, name),
  );
  const kind = entry.transport ?? (appToken !== undefined && signingSecret === undefined ? 'socket' : 'http');
  const api = slackApiUrl(env);
  const faults: SlackEnvironmentFault[] = [];
  if (botToken === undefined) faults.push('botTokenMissing');
  else if (!botToken.startsWith('xoxb-') && !botToken.startsWith('xoxe.xoxb-')) faults.push('botTokenKind');
  if (kind === 'http' && signingSecret === undefined) faults.push('signingSecretMissing');
  if (kind === 'socket' && appToken === undefined) faults.push('appTokenMissing');
  if (kind === 'socket' && appToken !== undefined && !appToken.startsWith('xapp-')) faults.push('appTokenKind');
  if ('refused' in api) faults.push(API_URL_FAULTS[api.refused]);
  if (faults.length > 0 || botToken === undefined || 'refused' in api) return faults;
  return {
    botToken: async () => botToken,
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
