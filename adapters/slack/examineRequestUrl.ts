import { createHmac } from 'node:crypto';

/**
 * What is wrong with the address that Slack is to call. `elsewhere`: somebody answers there, and it is not Fristwacht. `nobodyBehind`: a
 * server in front of it answers, and Fristwacht does not.
 */
export type RequestUrlFault =
  | 'nameUnknown'
  | 'refused'
  | 'noAnswer'
  | 'certificate'
  | 'unreachable'
  | 'wrongSecret'
  | 'elsewhere'
  | 'nobodyBehind';

const WAITS_MS = 5000;
const UNAUTHORIZED = 401;
const SERVER_ERRORS = 500;

/**
 * Calls the address as Slack does when it is entered there: signed, with a word that must come back. Sends nothing but that; follows no
 * redirection, as Slack does not. Undefined where all is well.
 */
export async function examineRequestUrl(
  secret: string,
  url: string,
  now: string,
  waitsMs = WAITS_MS,
): Promise<RequestUrlFault | undefined> {
  const challenge = 'fristwacht-doctor';
  const body = JSON.stringify({ type: 'url_verification', challenge });
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(waitsMs),
    });
    return faultIn(response.status, await response.text(), challenge);
  } catch (error) {
    return faultOf(error);
  }
}

function faultIn(status: number, answered: string, challenge: string): RequestUrlFault | undefined {
  if (status === UNAUTHORIZED) return 'wrongSecret';
  if (status >= SERVER_ERRORS) return 'nobodyBehind';
  return status === 200 && answered.includes(challenge) ? undefined : 'elsewhere';
}

function faultOf(error: unknown): RequestUrlFault {
  if (error instanceof Error && error.name === 'TimeoutError') return 'noAnswer';
  const code = codeOf(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'nameUnknown';
  if (code === 'ECONNREFUSED') return 'refused';
  return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME|ISSUER/u.test(code) ? 'certificate' : 'unreachable';
}

/** The innermost cause that has a code. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? '' : codeOf(cause);
}
