import type { Addressee, FoundResult } from '../../src/ports.ts';
import type { CallResult, SlackCalls } from './slackCalls.ts';

export type FindWorld = {
  /** The worker's client. */
  readonly calls: SlackCalls;
  readonly botUserId: () => string | undefined;
  /** The conversation with this person, once something was said in it. */
  readonly directOf: (account: string) => string | undefined;
  readonly monotonicNow: () => number;
};

export type Sought = { readonly to: Addressee; readonly key: string; readonly thread?: string };

const PER_PAGE = 100;
/** What was lost was sent lately; further back nobody looks. */
const PAGES_AT_MOST = 3;
/** Without the scope it is not asked for again so soon; somebody may add it. */
const NOT_ALLOWED_FOR_MS = 3_600_000;
/** The scope was not granted, or this kind of token may not look. */
const NOT_ALLOWED = ['missing_scope', 'not_allowed_token_type', 'no_permission', 'access_denied'];

/**
 * Looks in Slack for a message of ours whose answer was lost, by the marker in its metadata. Only the bot's own messages count: metadata can be
 * written by anybody's app. Where the bot may not read there (the scope is optional), or Slack does not answer, it is unknown, and the
 * message is sent again and says so.
 */
export function findMessage({ calls, botUserId, directOf, monotonicNow }: FindWorld): (sought: Sought) => Promise<FoundResult> {
  const notAllowedUntil = new Map<Addressee['kind'], number>();
  return async ({ to, key, thread }) => {
    const channel = to.kind === 'channel' ? to.id : directOf(to.id);
    const [bot, until] = [botUserId(), notAllowedUntil.get(to.kind)];
    if (channel === undefined || bot === undefined) return { result: 'unknown' };
    if (until !== undefined && until > monotonicNow()) return { result: 'unknown' };
    let cursor = '';
    for (let page = 0; page < PAGES_AT_MOST; page += 1) {
      const asked = await pageOf(calls, channel, thread, cursor);
      if (!asked.ok) {
        if (asked.kind === 'error' && NOT_ALLOWED.includes(asked.code))
          notAllowedUntil.set(to.kind, monotonicNow() + NOT_ALLOWED_FOR_MS);
        return { result: 'unknown' };
      }
      const ts = ownWith(asked.answer.messages, bot, key);
      if (ts !== undefined) return { result: 'found', messageId: `${channel}:${ts}` };
      cursor = nextCursor(asked.answer);
      if (cursor === '') return { result: 'absent' };
    }
    return { result: 'unknown' };
  };
}

function pageOf(calls: SlackCalls, channel: string, thread: string | undefined, cursor: string): Promise<CallResult> {
  const page = { channel, include_all_metadata: true, limit: PER_PAGE, ...(cursor === '' ? {} : { cursor }) };
  if (thread === undefined) return calls('conversations.history', page);
  return calls('conversations.replies', { ...page, ts: thread.split(':')[1] ?? '' });
}

function ownWith(messages: unknown, bot: string, key: string): string | undefined {
  if (!Array.isArray(messages)) return undefined;
  const found = (messages as readonly Readonly<Record<string, unknown>>[]).find(({ user, metadata }) => {
    const { event_type: type, event_payload: payload } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
    return user === bot && type === MARKER && (payload as { readonly key?: unknown } | undefined)?.key === key;
  });
  return typeof found?.ts === 'string' ? found.ts : undefined;
}

/** What our messages bear in their metadata; beside it only an opaque key and a version. */
export const MARKER = 'fristwacht';

function nextCursor(answer: Readonly<Record<string, unknown>>): string {
  const { next_cursor: next } = (answer.response_metadata ?? {}) as { readonly next_cursor?: unknown };
  return typeof next === 'string' ? next : '';
}
