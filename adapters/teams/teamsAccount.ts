import type { Text } from '../../src/law/sources.ts';
import { given as really } from '../configuration/given.ts';
import { isLoopback } from './endpoints.ts';
import { accountWords } from './accountWords.ts';

/** How the bot proves to Microsoft who it is. */
export type Credential =
  | { readonly by: 'secret'; readonly secret: string }
  /** PEM texts. */
  | { readonly by: 'certificate'; readonly certificate: string; readonly privateKey: string }
  /** The machine in Azure vouches for the bot; the app id is the id of the managed identity. */
  | { readonly by: 'managedIdentity'; readonly endpoint?: { readonly address: string; readonly header: string } };

export type TeamsAccount =
  | {
      readonly kind: 'registered';
      readonly appId: string;
      readonly tenantId: string;
      readonly credential: Credential;
      readonly host: string;
      readonly port: number;
    }
  /** Nobody is checked and nothing is sent off this machine. */
  | { readonly kind: 'development'; readonly host: string; readonly port: number };

export type AccountRead = { readonly account: TeamsAccount } | { readonly refused: Text };

export type AccountWorld = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The text of a file; undefined where it cannot be read. */
  readonly readFile: (path: string) => string | undefined;
};

const USUAL_HOST = '127.0.0.1';
const USUAL_PORT = 3978;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const refused = (text: Text): AccountRead => ({ refused: text });

/**
 * Reads the TEAMS_* variables. What is missing or cannot be is told in both languages, and the bot then does not start; above all
 * never without an app id, which would mean that nobody is checked.
 */
export function readTeamsAccount(world: AccountWorld): AccountRead {
  const given = (name: string): string | undefined => really(world.env[name]);
  const host = given('TEAMS_HOST') ?? USUAL_HOST;
  const port = Number(given('TEAMS_PORT') ?? USUAL_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return refused(accountWords.port);
  if (given('TEAMS_DEVELOPMENT') === 'yes') return development(host, port, given('TEAMS_APP_ID'));
  const appId = given('TEAMS_APP_ID');
  const tenantId = given('TEAMS_TENANT_ID');
  const kind = (given('TEAMS_APP_TYPE') ?? 'SingleTenant').toLowerCase();
  if (kind === 'multitenant') return refused(accountWords.multiTenant);
  if (kind !== 'singletenant' && kind !== 'userassignedmsi') return refused(accountWords.appType);
  if (appId === undefined) return refused(accountWords.appIdMissing);
  if (tenantId === undefined) return refused(accountWords.tenantMissing);
  if (!GUID.test(appId) || !GUID.test(tenantId)) return refused(accountWords.noGuid);
  const credential = kind === 'userassignedmsi' ? managedIdentity(given) : readCredential(given, world);
  if ('refused' in credential) return credential;
  return { account: { kind: 'registered', appId, tenantId, credential, host, port } };
}

function development(host: string, port: number, appId: string | undefined): AccountRead {
  if (appId !== undefined) return refused(accountWords.developmentWithAppId);
  if (!isLoopback(host)) return refused(accountWords.developmentElsewhere);
  return { account: { kind: 'development', host, port } };
}

type Given = (name: string) => string | undefined;

function managedIdentity(given: Given): Credential {
  const [address, header] = [given('IDENTITY_ENDPOINT'), given('IDENTITY_HEADER')];
  if (address === undefined || header === undefined) return { by: 'managedIdentity' };
  return { by: 'managedIdentity', endpoint: { address, header } };
}

function readCredential(given: Given, { readFile }: AccountWorld): Credential | { readonly refused: Text } {
  const secret = given('TEAMS_APP_SECRET');
  const files = [given('TEAMS_CERTIFICATE_FILE'), given('TEAMS_PRIVATE_KEY_FILE')] as const;
  const [certificateFile, keyFile] = files;
  if (secret !== undefined && files.some((file) => file !== undefined)) return { refused: accountWords.twoCredentials };
  if (secret !== undefined) return { by: 'secret', secret };
  if (certificateFile === undefined || keyFile === undefined) return { refused: accountWords.credentialMissing };
  const [certificate, privateKey] = [readFile(certificateFile), readFile(keyFile)];
  if (certificate?.includes('-----BEGIN CERTIFICATE-----') !== true || privateKey?.includes('PRIVATE KEY-----') !== true)
    return { refused: accountWords.certificateUnreadable };
  return { by: 'certificate', certificate, privateKey };
}
