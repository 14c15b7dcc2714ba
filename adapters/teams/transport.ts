/** What the bot writes: only what is really sent. */
export type OutgoingActivity = {
  readonly type: 'message';
  /** What a notification shows. Never content. */
  readonly summary: string;
  readonly attachments: readonly { readonly contentType: string; readonly content: unknown }[];
};

/** A conversation, and the address under which it is reached just now. */
export type Place = { readonly serviceUrl: string; readonly conversationId: string };

export type NewConversation =
  /** A new thread in a channel, with its first message. */
  | { readonly start: 'thread'; readonly channelId: string; readonly activity: OutgoingActivity }
  /** The conversation with one person; the one that is there already, where there is one. */
  | { readonly start: 'personal'; readonly botId: string; readonly memberId: string; readonly tenantId: string };

/** `activityId`: the message that a thread begins with. */
export type Started = { readonly conversationId: string; readonly activityId?: string };

/** What became of one request. Nothing is ever tried twice behind the back of whoever asked. */
export type WireResult<Value> =
  | { readonly outcome: 'done'; readonly value: Value }
  /** The connector said no: surely nothing was done. */
  | { readonly outcome: 'refused'; readonly status: number; readonly retryAfterSeconds?: number }
  /** Nothing left this machine, or no token was given out: surely nothing was done. */
  | { readonly outcome: 'notBegun' }
  /** The answer was lost, or was a failure of the server: perhaps done, perhaps not. */
  | { readonly outcome: 'unclear' };

/** All that an SDK may do for us. One try each, with a time limit of our own. */
export type TeamsTransport = {
  readonly send: (to: Place, activity: OutgoingActivity) => Promise<WireResult<{ readonly id: string }>>;
  readonly update: (to: Place, activityId: string, activity: OutgoingActivity) => Promise<WireResult<undefined>>;
  readonly remove: (to: Place, activityId: string) => Promise<WireResult<undefined>>;
  readonly createConversation: (serviceUrl: string, conversation: NewConversation) => Promise<WireResult<Started>>;
  /** A message in a shared conversation that only this member sees. Absent where the transport cannot do it. */
  readonly sendTargeted?: (
    to: Place,
    memberId: string,
    activity: OutgoingActivity,
  ) => Promise<WireResult<{ readonly id: string }>>;
};

/** Gives out what the bot proves its identity to the connector with. */
export type Tokens = {
  /** Undefined where none was given out. `''`: none is needed, while trying out. */
  readonly token: () => Promise<string | undefined>;
  /** The connector took this one no longer. */
  readonly forget: (token: string) => void;
};

export type TransportWorld = { readonly tokens: Tokens; readonly timeoutMs?: number };

/** Teams delivers again what was not answered within 15 seconds; whatever we wait for must end before that. */
export const USUAL_TIMEOUT_MS = 10_000;

/** What the connector is asked for a new conversation. */
export function conversationParameters(conversation: NewConversation) {
  if (conversation.start === 'thread') {
    const { channelId, activity } = conversation;
    return { isGroup: true, channelData: { channel: { id: channelId } }, activity };
  }
  const { botId, memberId, tenantId } = conversation;
  return { isGroup: false, bot: { id: botId }, members: [{ id: memberId }], tenantId, channelData: { tenant: { id: tenantId } } };
}

/** What a status says about whether something was done. Beyond 499 the server failed, perhaps after it had done it. */
export function notDone(status: number, retryAfter: string | undefined): WireResult<never> {
  if (status >= 500 || status < 400) return { outcome: 'unclear' };
  const seconds = retryAfter === undefined ? undefined : secondsOf(retryAfter);
  return { outcome: 'refused', status, ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) };
}

/** The header also knows dates; those are left to our own waiting times. */
function secondsOf(retryAfter: string): number | undefined {
  const seconds = Number(retryAfter);
  return Number.isFinite(seconds) && seconds >= 0 && retryAfter.trim() !== '' ? Math.ceil(seconds) : undefined;
}

/** Failures after which surely nothing has arrived anywhere: no connection came about. */
const NEVER_CONNECTED = [
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
];

/** An error of the connection, or one that was wrapped around it. */
export function failedOnTheWay(error: unknown): WireResult<never> {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? at.code : undefined;
    if (typeof code === 'string' && NEVER_CONNECTED.includes(code)) return { outcome: 'notBegun' };
  }
  return { outcome: 'unclear' };
}

/** A token that was taken back is told by 401, and then surely nothing was done: once more with a fresh one. */
export async function withToken<Value>(
  { token, forget }: Tokens,
  ask: (token: string) => Promise<WireResult<Value>>,
): Promise<WireResult<Value>> {
  const first = await token();
  if (first === undefined) return { outcome: 'notBegun' };
  const result = await ask(first);
  if (result.outcome !== 'refused' || result.status !== 401 || first === '') return result;
  forget(first);
  const second = await token();
  return second === undefined ? { outcome: 'notBegun' } : ask(second);
}
