import { webApi } from '@slack/bolt';
import { silentLogger } from './silentLogger.ts';
import type { SlackSetting } from './slackSetting.ts';

/** How a call ended. `unclear`: perhaps it was done, the answer never came. */
export type CallResult =
  | { readonly ok: true; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly kind: 'error'; readonly code: string }
  | { readonly ok: false; readonly kind: 'rateLimited'; readonly retryAfterSeconds: number }
  /** Never left this machine. */
  | { readonly ok: false; readonly kind: 'notSent'; readonly code: string }
  | { readonly ok: false; readonly kind: 'unclear'; readonly code: string };

export type SlackCalls = (method: string, given: Readonly<Record<string, unknown>>) => Promise<CallResult>;

const INTERACTIVE_MS = 2500;
const WORKER_MS = 10_000;

/** One client for people who wait, one for messages that are owed: neither holds up the other, and neither ever tries twice by itself. */
export function slackCalls(setting: Pick<SlackSetting, 'apiUrl' | 'botToken'>, purpose: 'interactive' | 'worker'): SlackCalls {
  const call = callsWithoutToken(setting, purpose);
  const withToken = async (method: string, given: Readonly<Record<string, unknown>>, refused?: string) => {
    const token = await setting.botToken(refused).catch((): undefined => undefined);
    return token === undefined || token === refused ? undefined : { token, result: await call(method, { token, ...given }) };
  };
  return async (method, given) => {
    const first = await withToken(method, given);
    if (first === undefined) return { ok: false, kind: 'notSent', code: 'no_token' };
    const { token, result } = first;
    // Surely nothing was done; another instance may have renewed the token in the same moment.
    const isEnded = !result.ok && result.kind === 'error' && ENDED_TOKEN.includes(result.code);
    return (isEnded ? await withToken(method, given, token) : undefined)?.result ?? result;
  };
}

/** The same for what needs no token, or brings its own. */
export function callsWithoutToken({ apiUrl }: Pick<SlackSetting, 'apiUrl'>, purpose: 'interactive' | 'worker'): SlackCalls {
  const client = new webApi.WebClient(undefined, {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    logger: silentLogger,
    timeout: purpose === 'interactive' ? INTERACTIVE_MS : WORKER_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  });
  return async (method, given) => {
    try {
      return { ok: true, answer: (await client.apiCall(method, { ...given })) as unknown as Record<string, unknown> };
    } catch (error) {
      return failure(error);
    }
  };
}

/** Slack's answers to a token that held once. */
const ENDED_TOKEN = ['token_expired', 'token_revoked', 'invalid_auth'];
/** Errors of Slack's that mean it had trouble itself; what was asked may have been done. */
const DOUBTFUL = ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable', 'team_added_to_org'];
/** Before anything was sent: no such name, nobody listening. */
const NEVER_LEFT = ['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

function failure(error: unknown): Exclude<CallResult, { ok: true }> {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { ok: false, kind: 'rateLimited', retryAfterSeconds: error.retryAfter };
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    return { ok: false, kind: DOUBTFUL.includes(code) ? 'unclear' : 'error', code };
  }
  if (error instanceof webApi.WebAPIHTTPError) return httpFailure(error);
  if (error instanceof webApi.WebAPIRequestError) {
    const code = causeOf(error.original);
    return { ok: false, kind: NEVER_LEFT.includes(code) ? 'notSent' : 'unclear', code };
  }
  return { ok: false, kind: 'unclear', code: 'unknown' };
}

/** Below 500 Slack refused what it read; from there on nobody knows. */
function httpFailure({ statusCode, headers }: InstanceType<typeof webApi.WebAPIHTTPError>): Exclude<CallResult, { ok: true }> {
  if (statusCode === 429) return { ok: false, kind: 'rateLimited', retryAfterSeconds: Number(headers['retry-after'] ?? 30) };
  return { ok: false, kind: statusCode < 500 ? 'error' : 'unclear', code: `http_${statusCode}` };
}

/** The innermost cause that has a code. */
function causeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? 'unknown' : causeOf(cause);
}
