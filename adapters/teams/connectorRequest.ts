import { failedOnTheWay, notDone, type TransportWorld, USUAL_TIMEOUT_MS, type WireResult, withToken } from './transport.ts';

export type ConnectorRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly serviceUrl: string;
  /** Below `v3/`, with every part encoded; a question mark begins the query. */
  readonly path: string;
  readonly body?: unknown;
};

/** Asks the connector once, without any SDK; the answer is its JSON, or undefined where it has none. */
export const askConnector = (
  { tokens, timeoutMs = USUAL_TIMEOUT_MS }: TransportWorld,
  request: ConnectorRequest,
): Promise<WireResult<unknown>> => withToken(tokens, (token) => ask(request, token, timeoutMs));

async function ask({ method, serviceUrl, path, body }: ConnectorRequest, token: string, timeoutMs: number) {
  try {
    const response = await fetch(`${serviceUrl.replace(/\/*$/, '')}/v3/${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    const text = await response.text();
    if (!response.ok) return notDone(response.status, response.headers.get('retry-after') ?? undefined);
    return { outcome: 'done', value: text === '' ? undefined : (JSON.parse(text) as unknown) } as const;
  } catch (error) {
    return failedOnTheWay(error);
  }
}
