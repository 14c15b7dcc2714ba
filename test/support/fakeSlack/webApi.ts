// Slack's Web API as far as the bot calls it, with Slack's limits, scopes and errors.
import { checkMessage, checkView } from '../../../cards/slack/checkBlockKit.ts';
import type { Json } from '../../../cards/adaptiveElements.ts';
import { SLACK_LIMITS } from '../../../cards/slack/slackLimits.ts';
import type { FakeConversation, FakeMessage, FakeWindow, FakeWorkspace } from './workspace.ts';

export type Arguments = Readonly<Record<string, unknown>>;
export type ApiAnswer = Json & { readonly ok: boolean };

/** Whichever the call is about; what depends on the kind of channel is looked at in the call. */
export const SCOPES_OF: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'views.open': [],
  'views.update': [],
  'views.push': [],
  'views.publish': [],
  'users.info': ['users:read'],
  'usergroups.users.list': ['usergroups:read'],
  'conversations.open': ['im:write'],
  'conversations.info': [],
  'conversations.members': [],
  'conversations.history': [],
  'conversations.replies': [],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
};
const READ_SCOPE: Readonly<Record<FakeConversation['kind'], string>> = {
  private: 'groups:read',
  public: 'channels:read',
  direct: 'im:read',
};

const HISTORY_SCOPE: Readonly<Record<FakeConversation['kind'], string>> = {
  private: 'groups:history',
  public: 'channels:history',
  direct: 'im:history',
};

export const KNOWN_METHODS = Object.keys(SCOPES_OF);

class ApiError extends Error {
  readonly more: Json;
  constructor(error: string, more: Json = {}) {
    super(error);
    this.more = more;
  }
}
const refuse = (error: string, more: Json = {}): never => {
  throw new ApiError(error, more);
};

/** `findings`: everything the bot sent that Slack would not take. */
export function callMethod(
  workspace: FakeWorkspace,
  scopes: ReadonlySet<string>,
  findings: string[],
  method: string,
  given: Arguments,
): ApiAnswer {
  const needed = SCOPES_OF[method];
  if (needed === undefined) return { ok: false, error: 'unknown_method' };
  const missing = needed.find((scope) => !scopes.has(scope));
  if (missing !== undefined) return { ok: false, error: 'missing_scope', needed: missing, provided: [...scopes].join(',') };
  try {
    return { ok: true, ...METHODS[method]?.(workspace, given, { scopes, findings }) };
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, error: error.message, ...error.more };
    throw error;
  }
}

type Around = { readonly scopes: ReadonlySet<string>; readonly findings: string[] };
type Method = (workspace: FakeWorkspace, given: Arguments, around: Around) => Json;

const text = (given: Arguments, name: string): string => {
  const value = given[name];
  return typeof value === 'string' ? value : '';
};
const parsed = (given: Arguments, name: string): unknown => {
  const value = given[name];
  return typeof value === 'string' ? JSON.parse(value) : value;
};

/** A channel by its id, or a person's own conversation by theirs. */
function conversationOf(workspace: FakeWorkspace, id: string): FakeConversation {
  const user = workspace.users.get(id);
  if (user?.deleted) return refuse('user_not_found');
  if (user !== undefined) return workspace.directOf(id);
  const found = workspace.conversations.get(id) ?? refuse('channel_not_found');
  if (!found.members.has(workspace.botUserId)) return refuse(found.kind === 'private' ? 'channel_not_found' : 'not_in_channel');
  if (found.archived) return refuse('is_archived');
  return found;
}

function messageIn(
  workspace: FakeWorkspace,
  given: Arguments,
  { findings }: Around,
  conversation: FakeConversation,
): FakeMessage {
  const blocks = (parsed(given, 'blocks') ?? []) as readonly Json[];
  const found = checkMessage({ text: text(given, 'text'), blocks });
  findings.push(...found);
  if (found.length > 0) refuse('invalid_blocks', { errors: found });
  return {
    ts: workspace.nextTs(),
    channel: conversation.id,
    user: workspace.botUserId,
    text: text(given, 'text'),
    blocks,
    thread: text(given, 'thread_ts') || undefined,
    metadata: parsed(given, 'metadata') as Json | undefined,
    unfurls: String(given.unfurl_links) !== 'false' || String(given.unfurl_media) !== 'false',
  };
}

function ownMessage(workspace: FakeWorkspace, given: Arguments, missing: string): FakeMessage {
  const channel = conversationOf(workspace, text(given, 'channel')).id;
  const found = workspace.messages.find(
    (message) => message.channel === channel && message.ts === text(given, 'ts') && message.onlyFor === undefined,
  );
  if (found === undefined) return refuse(missing);
  return found.user === workspace.botUserId ? found : refuse('cant_update_message');
}

function useTrigger(workspace: FakeWorkspace, given: Arguments): string {
  const trigger = workspace.triggers.get(text(given, 'trigger_id')) ?? refuse('invalid_trigger_id');
  if (trigger.used) return refuse('exchanged_trigger_id');
  if (workspace.now() - trigger.at > 3000) return refuse('expired_trigger_id');
  trigger.used = true;
  return trigger.user;
}

function viewIn(given: Arguments, findings: string[], type: string): Json {
  const view = parsed(given, 'view') as Json;
  const found = view.type === type ? checkView(view) : [`view: not a ${type}`];
  findings.push(...found);
  if (found.some((finding) => finding.startsWith('view: too large'))) refuse('view_too_large');
  if (found.length > 0) refuse('invalid_arguments', { response_metadata: { messages: found } });
  return view;
}

export function openWindow(workspace: FakeWorkspace, user: string, view: Json): FakeWindow {
  const opened: FakeWindow = { id: workspace.next('V'), user, hash: workspace.next('hash.'), view, typed: new Map() };
  const stack = workspace.windows.get(user) ?? [];
  workspace.windows.set(user, [...stack, opened]);
  return opened;
}

/** What was typed stays where block and field are the same as before. */
export function redrawWindow(workspace: FakeWorkspace, window: FakeWindow, view: Json): void {
  const ids = new Set((view.blocks as readonly Json[]).map(({ block_id: id }) => id));
  for (const id of window.typed.keys()) if (!ids.has(id)) window.typed.delete(id);
  window.view = view;
  window.hash = workspace.next('hash.');
}

const shownView = ({ id, hash, view }: FakeWindow): Json => ({ view: { ...view, id, hash } });

function mayRead(workspace: FakeWorkspace, given: Arguments, scopes: ReadonlySet<string>): string {
  const { id, kind } = conversationOf(workspace, text(given, 'channel'));
  if (id !== text(given, 'channel')) refuse('channel_not_found');
  if (!scopes.has(HISTORY_SCOPE[kind])) refuse('missing_scope', { needed: HISTORY_SCOPE[kind] });
  return id;
}

const isShown = ({ channel, onlyFor }: FakeMessage, wanted: string): boolean => channel === wanted && onlyFor === undefined;

/** Metadata comes only to whoever asks for it. */
function pageOf(given: Arguments, messages: readonly FakeMessage[]): Json {
  const [from, limit] = [Number(text(given, 'cursor') || '0'), Number(given.limit ?? 100)];
  const withMetadata = String(given.include_all_metadata) === 'true';
  const shown = messages.slice(from, from + limit).map(({ ts, user, text: says, thread, metadata }) => ({
    ...{ type: 'message', ts, user, text: says },
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
  }));
  const more = from + limit < messages.length;
  return { messages: shown, has_more: more, response_metadata: { next_cursor: more ? String(from + limit) : '' } };
}

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': ({ teamId, botUserId, botId }) => ({
    url: 'https://acme.slack.com/',
    team: 'Acme',
    user: 'fristwacht',
    team_id: teamId,
    user_id: botUserId,
    bot_id: botId,
    is_enterprise_install: false,
  }),
  'chat.postMessage': (workspace, given, around) => {
    const conversation = conversationOf(workspace, text(given, 'channel'));
    const message = messageIn(workspace, given, around, conversation);
    workspace.messages.push(message);
    return { channel: conversation.id, ts: message.ts, message: { text: message.text } };
  },
  'chat.postEphemeral': (workspace, given, around) => {
    const conversation = conversationOf(workspace, text(given, 'channel'));
    const user = text(given, 'user');
    if (!conversation.members.has(user)) refuse('user_not_in_channel');
    const message = { ...messageIn(workspace, given, around, conversation), onlyFor: user };
    workspace.messages.push(message);
    return { message_ts: message.ts };
  },
  'chat.update': (workspace, given, around) => {
    const message = ownMessage(workspace, given, 'message_not_found');
    const drawn = messageIn(workspace, given, around, conversationOf(workspace, message.channel));
    message.text = drawn.text;
    message.blocks = drawn.blocks;
    return { channel: message.channel, ts: message.ts };
  },
  'chat.delete': (workspace, given) => {
    const message = ownMessage(workspace, given, 'message_not_found');
    workspace.messages.splice(workspace.messages.indexOf(message), 1);
    return { channel: message.channel, ts: message.ts };
  },
  'views.open': (workspace, given, { findings }) => {
    const user = useTrigger(workspace, given);
    const view = viewIn(given, findings, 'modal');
    workspace.windows.set(user, []);
    return shownView(openWindow(workspace, user, view));
  },
  'views.push': (workspace, given, { findings }) => {
    const user = useTrigger(workspace, given);
    const view = viewIn(given, findings, 'modal');
    if ((workspace.windows.get(user) ?? []).length >= SLACK_LIMITS.stack) refuse('push_limit_reached');
    return shownView(openWindow(workspace, user, view));
  },
  'views.update': (workspace, given, { findings }) => {
    const window = [...workspace.windows.values()].flat().find(({ id }) => id === text(given, 'view_id')) ?? refuse('not_found');
    const hash = text(given, 'hash');
    if (hash !== '' && hash !== window.hash) refuse('hash_conflict');
    redrawWindow(workspace, window, viewIn(given, findings, 'modal'));
    return shownView(window);
  },
  'views.publish': (workspace, given, { findings }) => {
    const user = text(given, 'user_id');
    const view = viewIn(given, findings, 'home');
    const home = { id: workspace.next('V'), user, hash: workspace.next('hash.'), view, typed: new Map<string, Json>() };
    workspace.homes.set(user, home);
    return shownView(home);
  },
  'users.info': (workspace, given) => {
    const user = workspace.users.get(text(given, 'user')) ?? refuse('user_not_found');
    const { id, name, tz, deleted, guest, team } = user;
    return {
      user: {
        id,
        real_name: name,
        tz,
        deleted,
        is_bot: false,
        is_restricted: guest !== undefined,
        is_ultra_restricted: guest === 'ultra_restricted',
        team_id: team ?? workspace.teamId,
        ...(String(given.include_locale) === 'true' ? { locale: user.locale } : {}),
      },
    };
  },
  'usergroups.users.list': (workspace, given) => ({
    users: workspace.groups.get(text(given, 'usergroup')) ?? refuse('no_such_subteam'),
  }),
  'conversations.open': (workspace, given) => ({ channel: { id: workspace.directOf(text(given, 'users')).id } }),
  'conversations.info': (workspace, given, { scopes }) => {
    const found = workspace.conversations.get(text(given, 'channel')) ?? refuse('channel_not_found');
    const needed = READ_SCOPE[found.kind];
    if (!scopes.has(needed)) refuse('missing_scope', { needed });
    const isMember = found.members.has(workspace.botUserId);
    if (found.kind === 'private' && !isMember) refuse('channel_not_found');
    const { id, kind, archived, shared } = found;
    return {
      channel: {
        id,
        is_private: kind === 'private',
        is_member: isMember,
        is_archived: archived,
        is_ext_shared: shared,
        is_shared: shared,
        is_pending_ext_shared: false,
      },
    };
  },
  'conversations.members': (workspace, given, { scopes }) => {
    const found = conversationOf(workspace, text(given, 'channel'));
    if (!scopes.has(READ_SCOPE[found.kind])) refuse('missing_scope');
    const [from, limit] = [Number(text(given, 'cursor') || '0'), Number(given.limit ?? 100)];
    const members = [...found.members];
    const next = from + limit < members.length ? String(from + limit) : '';
    return { members: members.slice(from, from + limit), response_metadata: { next_cursor: next } };
  },
  'conversations.history': (workspace, given, { scopes }) => {
    const channel = mayRead(workspace, given, scopes);
    return pageOf(given, workspace.messages.filter((each) => isShown(each, channel) && each.thread === undefined).toReversed());
  },
  'conversations.replies': (workspace, given, { scopes }) => {
    const channel = mayRead(workspace, given, scopes);
    const root = text(given, 'ts');
    const thread = workspace.messages.filter((each) => isShown(each, channel) && (each.ts === root || each.thread === root));
    if (thread.length === 0) refuse('thread_not_found');
    return pageOf(given, thread);
  },
  'files.getUploadURLExternal': (workspace, given) => {
    const [name, length] = [text(given, 'filename'), Number(given.length)];
    if (name === '' || !(length > 0)) refuse('invalid_arguments');
    const id = workspace.next('F');
    workspace.uploads.set(id, { name, length });
    return { upload_url: `${workspace.uploadUrl}${id}`, file_id: id };
  },
  'files.completeUploadExternal': (workspace, given) => {
    const channel = conversationOf(workspace, text(given, 'channel_id')).id;
    const files = parsed(given, 'files') as readonly { readonly id: string }[];
    for (const { id } of files) {
      const { name, length, content } = workspace.uploads.get(id) ?? refuse('file_not_found');
      if (content?.length !== length) refuse('file_not_found');
      else workspace.files.push({ name, channel, content });
    }
    return { files };
  },
};
