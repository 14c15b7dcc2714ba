import { z } from 'zod';
import type { Activity } from './activity.ts';
import { askConnector } from './connectorRequest.ts';
import type { TransportWorld } from './transport.ts';

export type People = {
  /** Whether whoever sent this works here: no guest, nobody of another tenant. */
  readonly isOurs: (activity: Activity) => Promise<boolean>;
};

export type PeopleWorld = TransportWorld & { readonly tenantId: string; readonly monotonicNow: () => number };

const memberShape = z.object({
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

const ASKED_AGAIN_MS = 3_600_000;
const MOST_IN_MIND = 10_000;

/**
 * Asks Teams what kind of member somebody is, and remembers it for an hour. Where Teams gives no answer the message is taken: a
 * report must not be lost to that, and whoever is not named in the configuration sees nothing but what they wrote themselves.
 */
export function people({ tenantId, monotonicNow, ...connector }: PeopleWorld): People {
  const known = new Map<string, { readonly isOurs: boolean; readonly at: number }>();
  return {
    isOurs: async ({ serviceUrl, conversation, from }) => {
      const account = from?.aadObjectId;
      if (typeof serviceUrl !== 'string' || !conversation || !from || typeof account !== 'string') return false;
      const before = known.get(account);
      if (before && monotonicNow() - before.at < ASKED_AGAIN_MS) return before.isOurs;
      const path = `conversations/${encodeURIComponent(conversation.id)}/members/${encodeURIComponent(from.id)}`;
      const asked = await askConnector(connector, { method: 'GET', serviceUrl, path });
      const read = asked.outcome === 'done' ? memberShape.safeParse(asked.value) : undefined;
      if (read?.success !== true) return before?.isOurs ?? true;
      const isOurs = isOwnMember(read.data, tenantId);
      if (known.size >= MOST_IN_MIND) known.clear();
      known.set(account, { isOurs, at: monotonicNow() });
      return isOurs;
    },
  };
}

/** While trying out there is nobody to ask, and nobody from elsewhere. */
export const everybody: People = { isOurs: async ({ from }) => typeof from?.aadObjectId === 'string' };

function isOwnMember({ tenantId, userRole, userPrincipalName }: z.output<typeof memberShape>, own: string): boolean {
  const isGuest = userRole === 'guest' || userRole === 'anonymous' || userPrincipalName?.includes('#EXT#') === true;
  return !isGuest && (typeof tenantId !== 'string' || tenantId === own);
}
