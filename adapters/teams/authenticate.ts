import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '../../src/ports.ts';
import { type Activity, activityShape, tenantsOf } from './activity.ts';
import { mayPostTo, type TeamsEndpoints } from './endpoints.ts';
import type { SigningKey, SigningKeys } from './signingKeys.ts';

/** Why a request was turned away; for the log of the operator, never for whoever sent it. */
export type Because =
  | 'notAnActivity'
  | 'noToken'
  | 'tokenUnreadable'
  | 'wrongAlgorithm'
  | 'wrongIssuer'
  | 'wrongAudience'
  | 'unknownKey'
  | 'keysUnavailable'
  | 'signatureOrTimes'
  | 'notEndorsed'
  | 'otherServiceUrl'
  | 'foreignTenant';

export type Authenticated =
  | { readonly authentic: true; readonly activity: Activity }
  | { readonly authentic: false; readonly status: 400 | 401 | 403 | 503; readonly because: Because };

export type Authentication = {
  readonly appId: string;
  /** Whoever belongs to another tenant is turned away, however genuine their message is. */
  readonly tenants: readonly string[];
  readonly endpoints: TeamsEndpoints;
  readonly keys: SigningKeys;
  readonly clock: Clock;
};

/** Checks one request: `body` as parsed JSON, `authorization` as the header came. */
export type Authenticate = (authorization: string | undefined, body: unknown) => Promise<Authenticated>;

const PLATFORM = 'msteams';
/** The one algorithm that the connector signs with; whatever else a token names is an attack. */
const ALGORITHM = 'RS256';
/** Clocks may differ by this much; the same five minutes that Microsoft allows. */
const TOLERANCE_SECONDS = 300;

/**
 * Says whether Teams sent this for our bot, from a tenant we serve: signature, algorithm, issuer, audience, times, endorsement of the
 * key, service URL, tenant. Never throws for anything that can be sent; where the keys cannot be fetched the answer is 503, for Teams
 * then tries again.
 */
export const authenticate =
  (authentication: Authentication): Authenticate =>
  async (authorization, body) => {
    const read = activityShape.safeParse(body);
    if (!read.success) return refused(400, 'notAnActivity');
    const activity = read.data;
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return refused(401, 'noToken');
    const hasPassed = await checkToken(token, activity, authentication);
    if (hasPassed !== true) return hasPassed;
    const tenants = tenantsOf(activity);
    const isOurs = tenants.length > 0 && tenants.every((tenant) => authentication.tenants.includes(tenant));
    return isOurs ? { authentic: true, activity } : refused(403, 'foreignTenant');
  };

type Refused = Extract<Authenticated, { readonly authentic: false }>;
const refused = (status: Refused['status'], because: Because): Refused => ({ authentic: false, status, because });

async function checkToken(token: string, activity: Activity, authentication: Authentication): Promise<true | Refused> {
  const named = readUnverified(token);
  if (named === undefined) return refused(401, 'tokenUnreadable');
  const { header, claims } = named;
  // What can be told without the keys is told without them: nonsense never makes us ask Microsoft for anything.
  if (header.alg !== ALGORITHM) return refused(401, 'wrongAlgorithm');
  if (claims.iss !== authentication.endpoints.issuer) return refused(401, 'wrongIssuer');
  if (claims.aud !== authentication.appId) return refused(401, 'wrongAudience');
  if (header.kid === undefined) return refused(401, 'unknownKey');
  const found = await authentication.keys.find(header.kid);
  if (found === 'unavailable') return refused(503, 'keysUnavailable');
  if (found === 'unknown') return refused(401, 'unknownKey');
  const verified = await verify(token, found, authentication);
  if (verified === undefined) return refused(401, 'signatureOrTimes');
  if (activity.channelId !== PLATFORM || !found.endorsements.includes(PLATFORM)) return refused(401, 'notEndorsed');
  const { serviceUrl } = activity;
  const isNamed = typeof serviceUrl === 'string' && verified.serviceurl === serviceUrl;
  return isNamed && mayPostTo(serviceUrl, authentication.endpoints) ? true : refused(401, 'otherServiceUrl');
}

function readUnverified(token: string) {
  try {
    return { header: decodeProtectedHeader(token), claims: decodeJwt(token) };
  } catch (error) {
    if (error instanceof TypeError || error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

async function verify(
  token: string,
  { key }: SigningKey,
  { appId, endpoints, clock }: Authentication,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: endpoints.issuer,
      audience: appId,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(clock.now()),
      requiredClaims: ['exp'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/**
 * For trying out without an account: nothing is signed, so nothing is known of the sender. Only for a bot that listens on this machine
 * alone, and it posts nowhere else.
 */
export const withoutAuthentication: Authenticate = async (_authorization, body) => {
  const read = activityShape.safeParse(body);
  if (!read.success) return refused(400, 'notAnActivity');
  const { serviceUrl } = read.data;
  if (typeof serviceUrl !== 'string' || !mayPostTo(serviceUrl, { onlyLoopback: true })) return refused(401, 'otherServiceUrl');
  return { authentic: true, activity: read.data };
};
