// Looks whether everything at Slack is as the bot needs it. Changes nothing, and writes to nobody.
import type { Organisation } from '../../src/organisation.ts';
import type { ChannelFault } from '../../src/words/slackWords.ts';
import { channelCheck } from './channelCheck.ts';
import { examineRequestUrl, type RequestUrlFault } from './examineRequestUrl.ts';
import { type CallResult, type SlackCalls, slackCalls } from './slackCalls.ts';
import type { SlackSetting } from './slackSetting.ts';

/** What the bot cannot do without, and what only some need; `manifest/slack.yaml` says what for. */
const NEEDED_SCOPES = ['commands', 'chat:write', 'im:history', 'users:read', 'groups:read'] as const;
const GROUP_SCOPE = 'usergroups:read';
const FILES_SCOPE = 'files:write';
/** Somebody may want it or not; see the manifest. */
const HISTORY_SCOPE = 'groups:history';

export type Examined =
  | { readonly about: 'token' | 'rotation' | 'team' | 'scopes' | 'channel' | 'appToken' | 'requestUrl'; readonly well: true }
  /** The token can no longer be renewed. */
  | { readonly about: 'rotation'; readonly well: false }
  | { readonly about: 'account'; readonly name: string; readonly well: true }
  | { readonly about: 'token' | 'appToken'; readonly well: false; readonly code: string }
  | { readonly about: 'team'; readonly well: false; readonly found: string }
  | { readonly about: 'scopes'; readonly well: false; readonly missing: readonly string[]; readonly more: readonly string[] }
  | { readonly about: 'channel'; readonly well: false; readonly fault: ChannelFault }
  | { readonly about: 'account'; readonly name: string; readonly well: false; readonly gone: boolean }
  | { readonly about: 'requestUrl'; readonly well: false; readonly fault: RequestUrlFault }
  | { readonly about: 'rotation'; readonly well: 'unknown'; readonly because: 'asEntered' | 'ended' | 'notesUnreadable' }
  /** Could not be looked at. */
  | { readonly about: 'token' | 'channel' | 'account' | 'appToken' | 'requestUrl'; readonly well: 'unknown' };

export type Examination = {
  readonly setting: SlackSetting;
  readonly organisation: Organisation;
  readonly requestUrl: string | undefined;
  readonly now: () => string;
  readonly monotonicNow: () => number;
};

export async function examine(examination: Examination): Promise<readonly Examined[]> {
  const { setting, organisation } = examination;
  const calls = slackCalls(setting, 'worker');
  const asked = await calls('auth.test', {});
  if (!asked.ok)
    return [asked.kind === 'error' ? { about: 'token', well: false, code: asked.code } : { about: 'token', well: 'unknown' }];
  const channel = organisation.channels.slack;
  return [
    { about: 'token', well: true },
    ...teamOf(setting, asked.answer),
    ...scopesOf(setting, asked.answer),
    ...(channel === undefined ? [] : [await channelOf(calls, channel, examination)]),
    ...(await accountsOf(calls, organisation)),
    await transportOf(examination),
  ];
}

function teamOf({ teamId }: SlackSetting, { team_id: found }: Readonly<Record<string, unknown>>): readonly Examined[] {
  if (teamId === undefined || typeof found !== 'string') return [];
  return [found === teamId ? { about: 'team', well: true } : { about: 'team', well: false, found }];
}

/** Slack says with every answer what the token may do. */
function scopesOf({ officerGroup, exportsTo }: SlackSetting, answer: Readonly<Record<string, unknown>>): readonly Examined[] {
  const { scopes } = (answer.response_metadata ?? {}) as { readonly scopes?: readonly string[] };
  if (scopes === undefined) return [];
  const needed: readonly string[] = [
    ...NEEDED_SCOPES,
    ...(officerGroup === undefined ? [] : [GROUP_SCOPE]),
    ...(exportsTo === 'channel' ? [FILES_SCOPE] : []),
  ];
  const missing = needed.filter((scope) => !scopes.includes(scope));
  const more = scopes.filter((scope) => !needed.includes(scope) && ![GROUP_SCOPE, HISTORY_SCOPE].includes(scope));
  return [missing.length + more.length === 0 ? { about: 'scopes', well: true } : { about: 'scopes', well: false, missing, more }];
}

async function channelOf(calls: SlackCalls, channel: string, { monotonicNow }: Examination): Promise<Examined> {
  const state = await channelCheck(calls, monotonicNow)(channel);
  if (state === 'unknown') return { about: 'channel', well: 'unknown' };
  return state.usable ? { about: 'channel', well: true } : { about: 'channel', well: false, fault: state.fault };
}

async function accountsOf(calls: SlackCalls, { persons }: Organisation): Promise<readonly Examined[]> {
  const found: Examined[] = [];
  for (const { name, accounts } of persons) {
    if (accounts.slack === undefined) continue;
    found.push(accountIn(name, await calls('users.info', { user: accounts.slack })));
  }
  return found;
}

function accountIn(name: string, asked: CallResult): Examined {
  if (!asked.ok)
    return asked.kind === 'error' ? { about: 'account', name, well: false, gone: false } : { about: 'account', well: 'unknown' };
  const { deleted } = (asked.answer.user ?? {}) as { readonly deleted?: unknown };
  return deleted === true ? { about: 'account', name, well: false, gone: true } : { about: 'account', name, well: true };
}

async function transportOf({ setting, requestUrl, now }: Examination): Promise<Examined> {
  const { transport } = setting;
  if (transport.kind === 'http') return requestUrlOf(transport.signingSecret, requestUrl, now);
  const { appToken } = transport;
  const opened = await slackCalls({ apiUrl: setting.apiUrl, botToken: async () => appToken }, 'worker')(
    'apps.connections.open',
    {},
  );
  if (opened.ok) return { about: 'appToken', well: true };
  return opened.kind === 'error' ? { about: 'appToken', well: false, code: opened.code } : { about: 'appToken', well: 'unknown' };
}

async function requestUrlOf(secret: string, url: string | undefined, now: () => string): Promise<Examined> {
  if (url === undefined) return { about: 'requestUrl', well: 'unknown' };
  const fault = await examineRequestUrl(secret, url, now());
  return fault === undefined ? { about: 'requestUrl', well: true } : { about: 'requestUrl', well: false, fault };
}
