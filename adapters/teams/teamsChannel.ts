import type { Channel, DeliveryResult, Ids, OutgoingMessage, RemovalResult } from '../../src/ports.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { TeamsEndpoints } from './endpoints.ts';
import { officerIds } from './officers.ts';
import { channelOf, kindOfId, type References } from './references.ts';
import { cardMessage, type Dressing } from './teamsCard.ts';
import type { OutgoingActivity, Place, TeamsTransport, WireResult } from './transport.ts';

export type TeamsChannelWorld = {
  readonly transport: TeamsTransport;
  readonly references: References;
  readonly organisation: Organisation;
  readonly endpoints: Pick<TeamsEndpoints, 'connector'>;
  readonly botId: string;
  readonly tenantId: string;
  readonly ids: Ids;
  /** While trying out: the client at the other end knows no dialogs. */
  readonly withoutDialogs?: true;
};

/** Where a message of ours stands: its conversation and its own id. */
const messageIdOf = ({ conversationId }: Place, activityId: string): string => `${conversationId} ${activityId}`;

function readMessageId(messageId: string): { readonly conversationId: string; readonly activityId: string } {
  const at = messageId.lastIndexOf(' ');
  return { conversationId: messageId.slice(0, at), activityId: messageId.slice(at + 1) };
}

/**
 * Teams as a channel of the reminders: each message is tried once, and what became of it is told as it is. The messages of one case
 * stand in one thread. What Teams asked to wait is only told: the reminders decide who is left alone.
 */
export function teamsChannel(world: TeamsChannelWorld): Channel {
  return {
    platform: 'teams',
    deliver: (message) => deliver(world, message),
    remove: async ({ messageId }) => remove(world, messageId),
  };
}

async function deliver(world: TeamsChannelWorld, message: OutgoingMessage): Promise<DeliveryResult> {
  const activity = cardMessage([message.prompt], await dressing(world, message));
  if (message.replaces !== undefined) return redraw(world, message.replaces, activity);
  return message.to.kind === 'person' ? deliverToPerson(world, message.to.id, activity) : toShared(world, message, activity);
}

async function dressing(world: TeamsChannelWorld, { to, prompt, language, mayBeRepeated }: OutgoingMessage): Promise<Dressing> {
  const { ids, withoutDialogs } = world;
  const common = { drawing: ids.next(), language, isRepeated: mayBeRepeated, ...(withoutDialogs ? { withoutDialogs } : {}) };
  if (to.kind === 'person') {
    const zone = (await world.references.person(to.id))?.zone;
    return { ...common, place: 'kept', ...(zone === undefined ? {} : { zone }) };
  }
  if (prompt.kind !== 'caseCard') return { ...common, place: 'office' };
  const memberIds = await officerIds(world.organisation, world.references);
  return { ...common, place: 'office', officers: { memberIds, caseId: prompt.caseId } };
}

const serviceUrlFor = async (
  { references, endpoints }: Pick<TeamsChannelWorld, 'references' | 'endpoints'>,
  known: string | undefined,
): Promise<string> => known ?? (await references.serviceUrl()) ?? endpoints.connector;

// ---------------------------------------------------------------- a person

type PersonalWorld = Pick<TeamsChannelWorld, 'transport' | 'references' | 'endpoints' | 'botId' | 'tenantId'>;

/** Into the personal chat; where there is none yet, or it is gone, one is opened. */
export async function deliverToPerson(
  world: PersonalWorld,
  aadObjectId: string,
  activity: OutgoingActivity,
): Promise<DeliveryResult> {
  const known = await world.references.person(aadObjectId);
  const serviceUrl = await serviceUrlFor(world, known?.serviceUrl);
  if (known?.conversationId !== undefined) {
    const place = { serviceUrl, conversationId: known.conversationId };
    const sent = await world.transport.send(place, activity);
    if (!isGone(sent)) return told(place, sent);
  }
  const memberId = known?.memberId ?? aadObjectId;
  const { botId, tenantId } = world;
  const opened = await world.transport.createConversation(serviceUrl, { start: 'personal', botId, memberId, tenantId });
  // An unclear opening is no message: opening it again finds the same chat.
  if (opened.outcome === 'unclear') return { result: 'not-sent' };
  if (opened.outcome !== 'done') return notSent(opened);
  const place = { serviceUrl, conversationId: opened.value.conversationId };
  if (known !== undefined) await world.references.rememberPerson(aadObjectId, { ...known, conversationId: place.conversationId });
  return told(place, await world.transport.send(place, activity));
}

// ---------------------------------------------------------------- channel or group chat

async function toShared(
  world: TeamsChannelWorld,
  { to, prompt }: OutgoingMessage,
  activity: OutgoingActivity,
): Promise<DeliveryResult> {
  const known = await world.references.shared(to.id);
  const serviceUrl = await serviceUrlFor(world, known?.serviceUrl);
  if ((known?.kind ?? kindOfId(to.id)) !== 'channel') {
    const place = { serviceUrl, conversationId: to.id };
    return told(place, await world.transport.send(place, activity));
  }
  const caseId = 'caseId' in prompt ? prompt.caseId : undefined;
  const thread = caseId === undefined ? undefined : await world.references.thread(to.id, caseId);
  if (thread !== undefined) {
    const place = { serviceUrl, conversationId: thread.conversationId };
    const sent = await world.transport.send(place, activity);
    if (!isGone(sent)) return told(place, sent);
    // Somebody deleted the message it began with: the case goes on in a thread of its own.
    await world.references.forgetThread(thread.conversationId);
  }
  return startThread(world, { channelId: to.id, serviceUrl, caseId }, activity);
}

async function startThread(
  { transport, references }: TeamsChannelWorld,
  {
    channelId,
    serviceUrl,
    caseId,
  }: { readonly channelId: string; readonly serviceUrl: string; readonly caseId: string | undefined },
  activity: OutgoingActivity,
): Promise<DeliveryResult> {
  const started = await transport.createConversation(serviceUrl, { start: 'thread', channelId, activity });
  if (started.outcome !== 'done') return notSent(started);
  const { conversationId } = started.value;
  // Not every answer names the message; the thread is named by it.
  const activityId = started.value.activityId ?? /;messageid=(.+)$/.exec(conversationId)?.[1];
  if (activityId === undefined) return { result: 'unclear' };
  if (caseId !== undefined) await references.rememberThread(channelId, caseId, { conversationId });
  return { result: 'delivered', messageId: messageIdOf({ serviceUrl, conversationId }, activityId) };
}

// ---------------------------------------------------------------- messages that are there

const placeOf = async (world: TeamsChannelWorld, conversationId: string): Promise<Place> => {
  const known = await world.references.shared(channelOf(conversationId));
  return { conversationId, serviceUrl: await serviceUrlFor(world, known?.serviceUrl) };
};

async function redraw(world: TeamsChannelWorld, messageId: string, activity: OutgoingActivity): Promise<DeliveryResult> {
  const { conversationId, activityId } = readMessageId(messageId);
  const updated = await world.transport.update(await placeOf(world, conversationId), activityId, activity);
  if (updated.outcome === 'done') return { result: 'delivered', messageId };
  if (!isGone(updated)) return notSent(updated);
  await world.references.forgetThread(conversationId);
  return { result: 'gone' };
}

async function remove(world: TeamsChannelWorld, messageId: string): Promise<RemovalResult> {
  const { conversationId, activityId } = readMessageId(messageId);
  const removed = await world.transport.remove(await placeOf(world, conversationId), activityId);
  const isAway = removed.outcome === 'done' || isGone(removed);
  if (isAway && conversationId.endsWith(`;messageid=${activityId}`)) await world.references.forgetThread(conversationId);
  if (isAway) return { result: 'removed' };
  const seconds = removed.outcome === 'refused' ? removed.retryAfterSeconds : undefined;
  return { result: 'not-removed', ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }) };
}

// ---------------------------------------------------------------- what it means

const isGone = (result: WireResult<unknown>): boolean => result.outcome === 'refused' && result.status === 404;

const told = (place: Place, sent: WireResult<{ readonly id: string }>): DeliveryResult =>
  sent.outcome === 'done' ? { result: 'delivered', messageId: messageIdOf(place, sent.value.id) } : notSent(sent);

/** 403: the bot was blocked or taken out, or the team is archived. 404: there is no such place. Both last until somebody changes them. */
function notSent(result: Exclude<WireResult<unknown>, { readonly outcome: 'done' }>): DeliveryResult {
  switch (result.outcome) {
    case 'unclear':
      return { result: 'unclear' };
    case 'notBegun':
      return { result: 'not-sent' };
    case 'refused': {
      if (result.status === 403 || result.status === 404) return { result: 'unreachable' };
      const { retryAfterSeconds } = result;
      return { result: 'not-sent', ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
    }
  }
}
