import { checkMessage } from '../../cards/slack/checkBlockKit.ts';
import { slackMessage } from '../../cards/slack/slackMessage.ts';
import type { Addressee, Channel, DeliveryResult, OutgoingMessage, RemovalResult } from '../../src/ports.ts';
import { slackWords } from '../../src/words/slackWords.ts';
import type { ChannelCheck } from './channelCheck.ts';
import { findMessage, MARKER } from './findMessage.ts';
import type { CallResult, SlackCalls } from './slackCalls.ts';
import type { SlackReport } from './slackSetting.ts';

export type SlackChannelWorld = {
  /** The worker's client. */
  readonly calls: SlackCalls;
  readonly check: ChannelCheck;
  readonly report: (report: SlackReport) => void;
  readonly monotonicNow: () => number;
  readonly botUserId: () => string | undefined;
};

/** What Slack calls a message: where it stands, and when it was posted. */
export const messageId = (channel: string, ts: string): string => `${channel}:${ts}`;
function readMessageId(id: string): { readonly channel: string; readonly ts: string } {
  const [channel = '', ts = ''] = id.split(':');
  return { channel, ts };
}

/** Errors after which this channel or person cannot be written to any more. */
const UNREACHABLE = [
  ...['channel_not_found', 'not_in_channel', 'is_archived', 'user_not_found', 'user_disabled', 'users_not_found'],
  ...[
    'cannot_dm_bot',
    'messages_tab_disabled',
    'restricted_action',
    'restricted_action_read_only_channel',
    'team_access_not_granted',
  ],
];
const GONE = ['message_not_found', 'cant_update_message', 'edit_window_closed'];
/** The token or the app, not the message: an operator has to mend it. */
const REFUSED_TOKEN = [
  'invalid_auth',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'not_authed',
  'missing_scope',
  'no_permission',
];

/** Delivers what is owed, each message once. What Slack asked to wait is only told: the reminders decide who is left alone. */
export function slackChannel(world: SlackChannelWorld): Channel {
  const direct = new Map<string, string>();
  return {
    platform: 'slack',
    deliver: async (message) => {
      const refused = await refusal(world, message.to);
      if (refused !== undefined) return refused;
      const result = await post(world, message);
      if (result.ok && message.to.kind === 'person' && typeof result.answer.channel === 'string')
        direct.set(message.to.id, result.answer.channel);
      return delivered(world, message, result);
    },
    find: findMessage({ ...world, directOf: (account) => direct.get(account) }),
    remove: async ({ messageId: id }) => removed(await world.calls('chat.delete', readMessageId(id))),
  };
}

/** A channel is looked at before anything is said in it. */
async function refusal({ check, report }: SlackChannelWorld, to: Addressee): Promise<DeliveryResult | undefined> {
  if (to.kind !== 'channel') return undefined;
  const state = await check(to.id);
  if (state === 'unknown') return { result: 'not-sent' };
  if (state.usable) return undefined;
  report({ what: 'channelRefused', channel: to.id, fault: state.fault });
  return { result: 'unreachable' };
}

async function post(world: SlackChannelWorld, outgoing: OutgoingMessage): Promise<CallResult> {
  const { to, prompt, language, key, replaces, mayBeRepeated } = outgoing;
  const message = slackMessage(prompt, language, mayBeRepeated ? slackWords[language].repeated : undefined);
  const findings = checkMessage(message);
  if (findings.length > 0) world.report({ what: 'payloadTooLarge', findings });
  const shown = { text: message.text, blocks: message.blocks, unfurl_links: false, unfurl_media: false };
  if (replaces !== undefined) return world.calls('chat.update', { ...readMessageId(replaces), ...shown });
  // Opaque, so that whoever may read metadata learns nothing of a case.
  const metadata = { event_type: MARKER, event_payload: { v: 1, key } };
  return world.calls('chat.postMessage', { channel: to.id, ...shown, ...threadOf(outgoing), metadata });
}

/** Under the card of the case; what is overdue or passed on also stands in the channel itself, for nobody need follow a thread. */
function threadOf({ thread, prompt }: OutgoingMessage): Readonly<Record<string, unknown>> {
  if (thread === undefined) return {};
  const isUrgent = prompt.kind === 'escalation' || (prompt.kind === 'reminder' && prompt.purpose === 'overdue');
  return { thread_ts: readMessageId(thread).ts, ...(isUrgent ? { reply_broadcast: true } : {}) };
}

function delivered(world: SlackChannelWorld, message: OutgoingMessage, result: CallResult): DeliveryResult {
  if (result.ok) {
    const { channel, ts } = result.answer;
    if (typeof channel === 'string' && typeof ts === 'string') return { result: 'delivered', messageId: messageId(channel, ts) };
    return { result: 'unclear' };
  }
  switch (result.kind) {
    case 'rateLimited':
      return { result: 'not-sent', retryAfterSeconds: result.retryAfterSeconds };
    case 'notSent':
      return { result: 'not-sent' };
    case 'unclear':
      return { result: 'unclear' };
    case 'error':
      return refusedWith(world, message, result.code);
  }
}

function refusedWith({ report }: SlackChannelWorld, { replaces }: OutgoingMessage, code: string): DeliveryResult {
  if (replaces !== undefined && GONE.includes(code)) return { result: 'gone' };
  report(REFUSED_TOKEN.includes(code) ? { what: 'tokenRefused' } : { what: 'callFailed', method: 'chat', code });
  return UNREACHABLE.includes(code) ? { result: 'unreachable' } : { result: 'not-sent' };
}

function removed(result: CallResult): RemovalResult {
  if (result.ok || (result.kind === 'error' && [...GONE, 'channel_not_found'].includes(result.code)))
    return { result: 'removed' };
  return result.kind === 'rateLimited'
    ? { result: 'not-removed', retryAfterSeconds: result.retryAfterSeconds }
    : { result: 'not-removed' };
}
