import type { ChannelFault } from '../../src/words/slackWords.ts';
import type { SlackCalls } from './slackCalls.ts';

/** `unknown`: Slack could not be asked; nothing is posted until it can be. */
export type ChannelState = { readonly usable: true } | { readonly usable: false; readonly fault: ChannelFault } | 'unknown';

export type ChannelCheck = (channel: string) => Promise<ChannelState>;

/** A channel can be made public or shared while the bot runs; it is looked at again this often. */
const GOOD_FOR_MS = 10 * 60_000;
/** What was refused may have been mended. */
const REFUSED_FOR_MS = 60_000;

const ERRORS: Readonly<Record<string, ChannelFault>> = {
  channel_not_found: 'notFound',
  missing_scope: 'notAllowed',
  not_in_channel: 'notMember',
  is_archived: 'archived',
};

/** Looks whether a channel may be told of cases: private, not shared with others, and the bot is in it. */
export function channelCheck(calls: SlackCalls, monotonicNow: () => number): ChannelCheck {
  const known = new Map<string, { readonly state: Exclude<ChannelState, 'unknown'>; readonly until: number }>();
  return async (channel) => {
    const before = known.get(channel);
    if (before !== undefined && before.until > monotonicNow()) return before.state;
    const state = await lookAtChannel(calls, channel);
    if (state !== 'unknown') known.set(channel, { state, until: monotonicNow() + (state.usable ? GOOD_FOR_MS : REFUSED_FOR_MS) });
    return state;
  };
}

/** The same, asked anew each time. */
export async function lookAtChannel(calls: SlackCalls, channel: string): Promise<ChannelState> {
  const asked = await calls('conversations.info', { channel });
  if (!asked.ok) {
    const fault = asked.kind === 'error' ? ERRORS[asked.code] : undefined;
    return fault === undefined ? 'unknown' : { usable: false, fault };
  }
  const found = asked.answer.channel as Readonly<Record<string, unknown>>;
  const fault = faultOf(found);
  return fault === undefined ? { usable: true } : { usable: false, fault };
}

function faultOf(channel: Readonly<Record<string, unknown>>): ChannelFault | undefined {
  if (channel.is_private !== true || channel.is_im === true || channel.is_mpim === true) return 'public';
  if (channel.is_ext_shared === true || channel.is_shared === true || channel.is_pending_ext_shared === true) return 'shared';
  if (channel.is_archived === true) return 'archived';
  return channel.is_member === false ? 'notMember' : undefined;
}
