import { importJWK } from 'jose';
import { z } from 'zod';
import type { TeamsEndpoints } from './endpoints.ts';

export type SigningKey = {
  readonly key: Awaited<ReturnType<typeof importJWK>>;
  /** The platforms whose activities this key may sign. */
  readonly endorsements: readonly string[];
};

export type SigningKeys = {
  /** `unknown`: no key of that name. `unavailable`: the keys could not be fetched, so nothing can be said. */
  readonly find: (kid: string) => Promise<SigningKey | 'unknown' | 'unavailable'>;
};

export type SigningKeysWorld = {
  readonly endpoints: Pick<TeamsEndpoints, 'openIdMetadata'>;
  /** Milliseconds from any start, which no change of the machine's clock moves. */
  readonly monotonicNow: () => number;
  readonly timeoutMs?: number;
};

const DAY_MS = 86_400_000;
/** Keys stay usable for some days while the host that tells them is down. */
const KEPT_MS = 7 * DAY_MS;
/** A name nobody knows makes us ask again, but not more often than this: else every forged token would be a request to Microsoft. */
const UNKNOWN_AGAIN_MS = 300_000;
const FAILED_AGAIN_MS = 2000;
const USUAL_TIMEOUT_MS = 5000;

const metadataShape = z.object({ jwks_uri: z.string() });
const keysShape = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional(), endorsements: z.array(z.string()).optional() })),
});

type Kept = { readonly keys: ReadonlyMap<string, SigningKey>; readonly at: number };

/** The keys that sign what Teams sends: fetched when first needed, kept for a day, fetched again when an unknown one turns up. */
export function signingKeys({ endpoints, monotonicNow, timeoutMs = USUAL_TIMEOUT_MS }: SigningKeysWorld): SigningKeys {
  let kept: Kept | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;

  const refresh = async (): Promise<void> => {
    try {
      kept = { keys: await fetchKeys(endpoints.openIdMetadata, timeoutMs), at: monotonicNow() };
      failedAt = Number.NEGATIVE_INFINITY;
    } catch {
      // Why it failed is of no use to whoever is turned away; that it did is told by „unavailable“.
      failedAt = monotonicNow();
    } finally {
      fetching = undefined;
    }
  };
  const isWanted = (kid: string): boolean => {
    if (monotonicNow() - failedAt < FAILED_AGAIN_MS) return false;
    if (kept === undefined) return true;
    const age = monotonicNow() - kept.at;
    return age > DAY_MS || (!kept.keys.has(kid) && age > UNKNOWN_AGAIN_MS);
  };
  return {
    find: async (kid) => {
      if (fetching !== undefined) await fetching;
      if (isWanted(kid)) await (fetching ??= refresh());
      if (kept === undefined || monotonicNow() - kept.at > KEPT_MS) return 'unavailable';
      // A name that is not among the kept keys says nothing while the newer ones cannot be fetched.
      return kept.keys.get(kid) ?? (failedAt > kept.at ? 'unavailable' : 'unknown');
    },
  };
}

/** The keys as they are told just now, by name; throws where they cannot be had. */
export async function fetchKeys(openIdMetadata: string, timeoutMs: number): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri: address } = metadataShape.parse(await fetchJson(openIdMetadata, timeoutMs));
  // Whoever can change the metadata on its way could otherwise name any keys as the right ones.
  if (new URL(address).protocol !== new URL(openIdMetadata).protocol) throw new TypeError('The keys lie under another protocol.');
  const { keys } = keysShape.parse(await fetchJson(address, timeoutMs));
  const read = keys.flatMap(({ kid, endorsements = [], ...jwk }) =>
    kid === undefined || jwk.kty !== 'RSA' ? [] : [{ kid, endorsements, jwk }],
  );
  const imported = await Promise.all(
    read.map(async ({ kid, endorsements, jwk }) => [kid, { key: await importJWK(jwk, 'RS256'), endorsements }] as const),
  );
  return new Map(imported);
}

async function fetchJson(address: string, timeoutMs: number): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
  if (!response.ok) throw new TypeError('The keys were not given out.');
  return response.json();
}
