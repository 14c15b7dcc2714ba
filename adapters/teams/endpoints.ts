/** Where Microsoft answers. Other clouds, and the tests, have other addresses. */
export type TeamsEndpoints = {
  /** Says which keys sign what Teams sends. */
  readonly openIdMetadata: string;
  readonly issuer: string;
  /** Before the tenant. */
  readonly login: string;
  /** What a token for the connector is asked for; the permission is this and `/.default`. */
  readonly audience: string;
  /** Where a person is first written to whom no activity has come from yet. */
  readonly connector: string;
  /** The service of the machine that gives out tokens for a managed identity. */
  readonly machineIdentity: string;
  /** Plain HTTP is refused everywhere else. */
  readonly onlyLoopback?: true;
};

export const PUBLIC_CLOUD: TeamsEndpoints = {
  openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.com',
  login: 'https://login.microsoftonline.com',
  audience: 'https://api.botframework.com',
  connector: 'https://smba.trafficmanager.net/teams/',
  machineIdentity: 'http://169.254.169.254/metadata/identity/oauth2/token',
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host) || host === '::1';

/**
 * May the bot post there? The address comes with each activity, and a token goes to it: encrypted, or never off this machine
 * where the bot runs for trying out.
 */
export function mayPostTo(serviceUrl: string, { onlyLoopback }: Pick<TeamsEndpoints, 'onlyLoopback'>): boolean {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  return onlyLoopback ? isLoopback(url.hostname) : url.protocol === 'https:';
}
