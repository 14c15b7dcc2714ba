import { z } from 'zod';
import { askConnector, type ConnectorRequest } from './connectorRequest.ts';
import {
  conversationParameters,
  type OutgoingActivity,
  type Place,
  type TeamsTransport,
  type TransportWorld,
  type WireResult,
} from './transport.ts';

const sentShape = z.object({ id: z.string().min(1) });
const startedShape = z.object({ id: z.string().min(1), activityId: z.string().min(1).nullish() });

/** Writes to Teams by its own protocol, without any SDK. */
export function restTransport(world: TransportWorld): TeamsTransport {
  const ask = (request: ConnectorRequest) => askConnector(world, request);
  const send = async (to: Place, activity: unknown, query = '') => {
    const path = `${activities(to)}${query}`;
    return reading(sentShape, await ask({ method: 'POST', serviceUrl: to.serviceUrl, path, body: activity }));
  };
  return {
    send,
    update: async (to, activityId, activity) =>
      withoutValue(await ask({ method: 'PUT', serviceUrl: to.serviceUrl, path: one(to, activityId), body: activity })),
    remove: async (to, activityId) =>
      withoutValue(await ask({ method: 'DELETE', serviceUrl: to.serviceUrl, path: one(to, activityId) })),
    createConversation: async (serviceUrl, conversation) => {
      const body = conversationParameters(conversation);
      const created = reading(startedShape, await ask({ method: 'POST', serviceUrl, path: 'conversations', body }));
      if (created.outcome !== 'done') return created;
      const { id: conversationId, activityId } = created.value;
      return { outcome: 'done', value: { conversationId, ...(typeof activityId === 'string' ? { activityId } : {}) } };
    },
    sendTargeted: (to, memberId, activity: OutgoingActivity) =>
      send(to, { ...activity, recipient: { id: memberId } }, '?isTargetedActivity=true'),
  };
}

const activities = ({ conversationId }: Place): string => `conversations/${encodeURIComponent(conversationId)}/activities`;
const one = (to: Place, activityId: string): string => `${activities(to)}/${encodeURIComponent(activityId)}`;

const withoutValue = (result: WireResult<unknown>): WireResult<undefined> =>
  result.outcome === 'done' ? { outcome: 'done', value: undefined } : result;

/** An answer that says nothing we know is one that was lost. */
function reading<Shape extends z.ZodType>(shape: Shape, result: WireResult<unknown>): WireResult<z.output<Shape>> {
  if (result.outcome !== 'done') return result;
  const read = shape.safeParse(result.value);
  return read.success ? { outcome: 'done', value: read.data } : { outcome: 'unclear' };
}
