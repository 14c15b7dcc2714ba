import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock, Ids } from '../../src/ports.ts';
import type { TeamsEndpoints } from './endpoints.ts';
import type { Credential } from './teamsAccount.ts';
import type { Tokens } from './transport.ts';

export type TokensWorld = {
  readonly appId: string;
  readonly tenantId: string;
  readonly credential: Credential;
  readonly endpoints: TeamsEndpoints;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Milliseconds from any start, which no change of the machine's clock moves. */
  readonly monotonicNow: () => number;
  readonly timeoutMs?: number;
};

const USUAL_TIMEOUT_MS = 5000;
/** A token is fetched anew so long before it runs out. */
const EARLY_SECONDS = 300;
/** Who was refused a token is refused the next one too; asking on every message would only make it worse. */
const AGAIN_MS = 2000;
const ASSERTION_SECONDS = 300;

/** A managed identity may say when its token ends instead of how long it lasts. */
const tokenShape = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
  expires_on: z.coerce.number().positive().optional(),
});

type Kept = { readonly token: string; readonly until: number };

/** Tokens for the connector: one at a time, kept until shortly before it runs out. */
export function tokens(world: TokensWorld): Tokens {
  const { monotonicNow } = world;
  let kept: Kept | undefined;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;
  const refresh = async (): Promise<void> => {
    try {
      const { access_token: token, expires_in, expires_on } = tokenShape.parse(await fetchToken(world));
      const seconds = expires_in ?? (expires_on ?? 0) - Date.parse(world.clock.now()) / 1000;
      kept = { token, until: monotonicNow() + Math.max(seconds - EARLY_SECONDS, seconds / 2) * 1000 };
    } catch {
      // What went wrong may hold the secret in its address or its body; that it went wrong is all that is told.
      refusedAt = monotonicNow();
    } finally {
      fetching = undefined;
    }
  };
  return {
    token: async () => {
      if (kept !== undefined && kept.until > monotonicNow()) return kept.token;
      kept = undefined;
      if (monotonicNow() - refusedAt >= AGAIN_MS) await (fetching ??= refresh());
      return (kept as Kept | undefined)?.token;
    },
    forget: (token) => {
      if (kept?.token === token) kept = undefined;
    },
  };
}

/** While trying out nobody asks for one. */
export const noTokens: Tokens = { token: async () => '', forget: () => undefined };

async function fetchToken(world: TokensWorld): Promise<unknown> {
  const response = await tokenResponse(world);
  if (!response.ok) throw new TypeError('No token was given out.');
  return response.json();
}

export type TokenRequest = Omit<TokensWorld, 'monotonicNow'>;

/** What the identity service answers to our proof; throws where it cannot be reached. */
export async function tokenResponse(world: TokenRequest): Promise<Response> {
  const signal = AbortSignal.timeout(world.timeoutMs ?? USUAL_TIMEOUT_MS);
  return world.credential.by === 'managedIdentity'
    ? fetchFromMachine(world, signal)
    : fetch(tokenAddress(world), { method: 'POST', body: await proof(world), signal, redirect: 'error' });
}

const tokenAddress = ({ endpoints, tenantId }: TokenRequest): string => `${endpoints.login}/${tenantId}/oauth2/v2.0/token`;

async function proof(world: TokenRequest): Promise<URLSearchParams> {
  const { appId, credential, endpoints } = world;
  const asks = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    scope: `${endpoints.audience}/.default`,
  });
  if (credential.by === 'secret') asks.set('client_secret', credential.secret);
  if (credential.by === 'certificate') {
    asks.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    asks.set('client_assertion', await assertion(world, credential));
  }
  return asks;
}

/** Signed with the key of the certificate, for one request at this address. */
function assertion(
  { appId, clock, ids, ...world }: TokenRequest,
  { certificate, privateKey }: Extract<Credential, { readonly by: 'certificate' }>,
): Promise<string> {
  const now = Math.floor(Date.parse(clock.now()) / 1000);
  const digest = createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url');
  return new SignJWT({})
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': digest })
    .setIssuer(appId)
    .setSubject(appId)
    .setAudience(tokenAddress({ appId, clock, ids, ...world }))
    .setJti(ids.next())
    .setNotBefore(now)
    .setExpirationTime(now + ASSERTION_SECONDS)
    .sign(createPrivateKey(privateKey));
}

/** The machine in Azure knows whose it is; nothing secret is configured. */
function fetchFromMachine({ appId, credential, endpoints }: TokenRequest, signal: AbortSignal): Promise<Response> {
  const own = credential.by === 'managedIdentity' ? credential.endpoint : undefined;
  const address = new URL(own?.address ?? endpoints.machineIdentity);
  address.searchParams.set('api-version', own === undefined ? '2018-02-01' : '2019-08-01');
  address.searchParams.set('resource', endpoints.audience);
  address.searchParams.set('client_id', appId);
  const headers: Record<string, string> = own === undefined ? { metadata: 'true' } : { 'x-identity-header': own.header };
  return fetch(address, { headers, signal, redirect: 'error' });
}
