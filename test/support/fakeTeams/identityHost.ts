import { createHash, X509Certificate } from 'node:crypto';
import type { Express } from 'express';
import express from 'express';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { published, type SigningPair } from './signing.ts';

export type Registration = {
  readonly appId: string;
  readonly tenantId: string;
  readonly secret: string;
  /** PEM; a bot that comes with a certificate must hold its key. */
  readonly certificate?: string;
};

export type IdentityHost = {
  /** Whether this is a token we gave out and still take. */
  readonly takes: (token: string | undefined) => boolean;
  /** From now on no token given out before is taken. */
  readonly revokeAll: () => void;
  /** How many tokens were given out. */
  readonly given: () => number;
  /** The keys that are told; a second one is a change of keys. */
  readonly publish: (pair: SigningPair, endorsements: readonly string[]) => void;
  /** What the host of the keys answers instead, while it is down. */
  keysDown: 'hang' | number | undefined;
  /** All keys are told as those of one other platform. */
  onlyFor: string | undefined;
  /** How often the keys were asked for. */
  readonly keysAsked: () => number;
  expiresInSeconds: number;
  /** As a playground does that knows no tokens. */
  takesAnything: boolean;
};

/** The two hosts of Microsoft that are about identity: the one that tells the keys, and the one that gives out tokens. */
export function identityHost(app: Express, base: () => string, registration: () => Registration): IdentityHost {
  const keys: { readonly pair: SigningPair; readonly endorsements: readonly string[] }[] = [];
  const tokens = new Set<string>();
  let count = 0;
  let asked = 0;
  const host: IdentityHost = {
    takes: (token) => host.takesAnything || (token !== undefined && tokens.has(token)),
    revokeAll: () => tokens.clear(),
    given: () => count,
    publish: (pair, endorsements) => void keys.push({ pair, endorsements }),
    keysDown: undefined,
    onlyFor: undefined,
    keysAsked: () => asked,
    expiresInSeconds: 3600,
    takesAnything: false,
  };
  const give = () => {
    count += 1;
    const token = `outbound-token-${String(count)}`;
    tokens.add(token);
    return { token_type: 'Bearer', access_token: token, expires_in: host.expiresInSeconds };
  };
  app.get('/openid', (_request, response) => {
    if (host.keysDown === 'hang') return;
    if (host.keysDown !== undefined) response.status(host.keysDown).end();
    else response.json({ issuer: 'https://api.botframework.com', jwks_uri: `${base()}/keys` });
  });
  app.get('/keys', async (_request, response) => {
    asked += 1;
    response.json({
      keys: await Promise.all(
        keys.map(({ pair, endorsements }) => published(pair, host.onlyFor === undefined ? endorsements : [host.onlyFor])),
      ),
    });
  });
  app.post('/login/:tenant/oauth2/v2.0/token', express.urlencoded({ extended: false }), async (request, response) => {
    const asks = request.body as Readonly<Record<string, string>>;
    const { appId, tenantId } = registration();
    const isOurs =
      request.params.tenant === tenantId &&
      asks.client_id === appId &&
      asks.grant_type === 'client_credentials' &&
      asks.scope === 'https://api.botframework.com/.default';
    const proves = isOurs && (await isProof(asks, registration(), `${base()}/login/${tenantId}/oauth2/v2.0/token`));
    if (proves) response.json(give());
    else
      response
        .status(401)
        .json({ error: 'invalid_client', error_codes: [refusalCode(request.params.tenant, asks, registration())] });
  });
  app.get('/identity', (request, response) => {
    const { resource, client_id: clientId } = request.query;
    const isRight =
      request.get('metadata') === 'true' && resource === 'https://api.botframework.com' && clientId === registration().appId;
    if (isRight) response.json({ ...give(), expires_in: String(host.expiresInSeconds) });
    else response.status(400).end();
  });
  // As an App Service answers: another header, and a moment instead of a duration.
  app.get('/identity-of-app-service', (request, response) => {
    const isRight =
      request.get('x-identity-header') === 'header-of-the-service' && request.query.client_id === registration().appId;
    const { token_type, access_token } = give();
    const end = Math.floor(Date.parse(TESTED_AT) / 1000) + host.expiresInSeconds;
    if (isRight) response.json({ token_type, access_token, expires_on: String(end) });
    else response.status(400).end();
  });
  return host;
}

/** The clock of the tests that bring a certificate. */
const TESTED_AT = '2026-11-23T16:40:00Z';

/** The numbers under which Entra tells why. */
function refusalCode(tenant: string, asks: Readonly<Record<string, string>>, { appId, tenantId }: Registration): number {
  if (tenant !== tenantId) return 90_002;
  if (asks.client_id !== appId) return 700_016;
  return asks.client_secret === undefined ? 700_027 : 7_000_215;
}

async function isProof(asks: Readonly<Record<string, string>>, { appId, secret, certificate }: Registration, address: string) {
  if (asks.client_secret !== undefined) return asks.client_secret === secret;
  if (asks.client_assertion_type !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer') return false;
  const assertion = asks.client_assertion ?? '';
  if (certificate === undefined) return false;
  const x509 = new X509Certificate(certificate);
  const digest = createHash('sha256').update(x509.raw).digest('base64url');
  if (decodeProtectedHeader(assertion)['x5t#S256'] !== digest) return false;
  const checks = {
    issuer: appId,
    subject: appId,
    audience: address,
    algorithms: ['PS256'],
    requiredClaims: ['exp', 'jti'],
    currentDate: new Date(TESTED_AT),
  };
  return jwtVerify(assertion, x509.publicKey, checks).then(
    () => true,
    () => false,
  );
}
