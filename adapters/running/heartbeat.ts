/** How long the other side may take to answer. */
const TIMEOUT_MS = 10_000;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The address of the sign of life; undefined where it is none, or would cross a network unprotected. */
export function heartbeatAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return isSafe ? url : undefined;
}

/** Calls the address once, with nothing in it. True where it was answered with success; never throws. */
export async function beat(url: URL, timeoutMs = TIMEOUT_MS): Promise<boolean> {
  try {
    const answer = await fetch(url, { method: 'GET', redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
