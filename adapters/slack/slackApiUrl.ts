/** The addresses under which Slack itself answers: for everybody, and for authorities of the United States. */
const SLACK = ['https://slack.com/api/', 'https://slack-gov.com/api/'] as const;
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

export type ApiUrl = { readonly apiUrl: string } | { readonly refused: 'notLoopback' | 'notForTrying' | 'noAddress' };

/**
 * Where the bot calls Slack. Another address would be sent the token, so it is taken only for trying out (`NODE_ENV` is `test` or
 * `development`) and only on this machine.
 */
export function slackApiUrl(env: Readonly<Record<string, string | undefined>>): ApiUrl {
  const wanted = env.SLACK_API_URL?.trim() ?? '';
  if (wanted === '') return { apiUrl: SLACK[0] };
  if (SLACK.some((known) => known === wanted)) return { apiUrl: wanted };
  const read = URL.parse(wanted);
  if (read === null || !/^https?:$/.test(read.protocol)) return { refused: 'noAddress' };
  if (!LOOPBACK.includes(read.hostname)) return { refused: 'notLoopback' };
  if (env.NODE_ENV !== 'test' && env.NODE_ENV !== 'development') return { refused: 'notForTrying' };
  return { apiUrl: wanted.endsWith('/') ? wanted : `${wanted}/` };
}
