import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { instant, type Instant } from '../../../src/rules/instant.ts';

export type SigningPair = Awaited<ReturnType<typeof generateKeyPair>> & { readonly kid: string };

export const newPair = async (kid: string): Promise<SigningPair> => ({ ...(await generateKeyPair('RS256')), kid });

/** As Microsoft publishes them: the platforms a key may sign for stand beside it. */
export const published = async ({ publicKey, kid }: SigningPair, endorsements: readonly string[]) => ({
  ...(await exportJWK(publicKey)),
  ...{ kid, use: 'sig', alg: 'RS256', endorsements },
});

export const ISSUER = 'https://api.botframework.com';

/** What a token says; every part can be made wrong. */
export type Claims = {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string | undefined;
  readonly from?: Instant;
  readonly until?: Instant;
  readonly more?: Readonly<Record<string, unknown>>;
};

const seconds = (moment: Instant): number => Math.floor(Date.parse(moment) / 1000);

export function signed(
  pair: SigningPair,
  { issuer = ISSUER, audience, serviceUrl, from, until, more = {} }: Claims,
): Promise<string> {
  const token = new SignJWT({ ...(serviceUrl === undefined ? {} : { serviceurl: serviceUrl }), ...more })
    .setProtectedHeader({ alg: 'RS256', kid: pair.kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setNotBefore(seconds(from ?? instant('2026-11-23T16:00:00Z')))
    .setExpirationTime(seconds(until ?? instant('2030-01-01T00:00:00Z')));
  return (audience === undefined ? token : token.setAudience(audience)).sign(pair.privateKey);
}
