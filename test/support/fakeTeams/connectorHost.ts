import type { Express, Request, Response } from 'express';
import express from 'express';
import { z } from 'zod';

/** What happens to one request instead of what was asked: an answer, silence, or work that is done while its answer is lost. */
export type Failure =
  | { readonly status: number; readonly retryAfter?: string; readonly code?: string }
  | 'hang'
  /** The connection breaks before anything was done. */
  | 'breakBefore'
  /** It is done, and the answer never arrives. */
  | 'loseReply';

export type Operation = 'create' | 'send' | 'update' | 'remove' | 'member';

export type Posted = {
  readonly id: string;
  activity: Readonly<Record<string, unknown>>;
  /** How often it was drawn anew. */
  updates: number;
  removed: boolean;
  /** Only this member sees it. */
  readonly onlyFor?: string;
};

export type Room = {
  readonly id: string;
  readonly kind: 'personal' | 'channel' | 'groupChat' | 'thread';
  readonly posts: Posted[];
  /** `archived`: nothing may be written. `gone`: as if it had never been. `botRemoved`: the bot is no longer in it. */
  state: 'open' | 'archived' | 'gone' | 'botRemoved';
};

export type Member = {
  /** `29:…` */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly tenantId: string;
  readonly userRole: 'user' | 'guest';
};

export type ConnectorHost = {
  readonly rooms: Map<string, Room>;
  readonly members: Map<string, Member>;
  /** Everything that was asked, in order. */
  readonly asked: { readonly operation: Operation; readonly path: string; readonly body: unknown }[];
  /** Fails the next request of this kind; several are used one after the other. */
  readonly failNext: (operation: Operation, ...failures: readonly Failure[]) => void;
  readonly personalRoomOf: (member: Member) => Room;
};

/** The smallest limit that any Teams surface names, measured as UTF-16. */
const MOST_BYTES = 28 * 1024;

const posting = z.looseObject({
  type: z.enum(['message', 'typing']),
  from: z.looseObject({ id: z.string() }).optional(),
  text: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).optional(),
});
const creating = z.looseObject({
  isGroup: z.boolean(),
  bot: z.looseObject({ id: z.string() }).optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  activity: posting.optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).optional(),
      channel: z.looseObject({ id: z.string() }).optional(),
    })
    .optional(),
});

/** What Teams offers a bot: conversations, messages in them, and their members, with its refusals and its limits. */
export function connectorHost(app: Express, takesToken: (token: string | undefined) => boolean, botId: string): ConnectorHost {
  const rooms = new Map<string, Room>();
  const members = new Map<string, Member>();
  const asked: ConnectorHost['asked'] = [];
  const failures = new Map<Operation, Failure[]>();
  let lastId = 1_700_000_000_000;
  const nextId = (): string => String((lastId += 1));

  const personalRoomOf = ({ id }: Member): Room => roomNamed(`a:personal-${id}`, 'personal');
  function roomNamed(id: string, kind: Room['kind']): Room {
    const found = rooms.get(id) ?? { id, kind, posts: [], state: 'open' };
    rooms.set(id, found);
    return found;
  }

  type Work = (request: Request, response: Response) => unknown;
  const refuse = (response: Response, status: number, code: string): void =>
    void response.status(status).json({ error: { code, message: code } });
  const handler =
    (operation: Operation, work: Work): Work =>
    (request, response) => {
      const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
      asked.push({ operation, path: request.originalUrl, body: request.body });
      const failure = failures.get(operation)?.shift();
      if (failure === 'hang') return;
      if (failure === 'breakBefore') request.socket.destroy();
      else if (typeof failure === 'object') {
        if (failure.retryAfter !== undefined) response.set('Retry-After', failure.retryAfter);
        refuse(response, failure.status, failure.code ?? 'ScriptedFailure');
      } else if (!takesToken(token)) refuse(response, 401, 'Unauthorized');
      else if (failure === 'loseReply') work(request, deaf(request, response));
      else work(request, response);
    };
  /** Lets the work be done and breaks the connection instead of answering. */
  const deaf = (request: Request, response: Response): Response => {
    response.json = () => {
      request.socket.destroy();
      return response;
    };
    response.end = () => {
      request.socket.destroy();
      return response;
    };
    return response;
  };

  const roomFor = (request: Request, response: Response): Room | undefined => {
    const id = String(request.params.conversation);
    const [channel = '', root] = id.split(';messageid=');
    const room = rooms.get(id);
    const place = rooms.get(channel);
    if (room === undefined || room.state === 'gone' || place?.state === 'gone') refuse(response, 404, 'ConversationNotFound');
    else if (room.state !== 'open' || (root !== undefined && place?.state !== 'open'))
      refuse(response, 403, 'BotNotInConversationRoster');
    else return room;
    return undefined;
  };
  const fits = (body: unknown, response: Response): boolean => {
    const isFit = JSON.stringify(body).length * 2 <= MOST_BYTES;
    if (!isFit) refuse(response, 413, 'MessageSizeTooBig');
    return isFit;
  };
  const readPosting = (body: unknown, response: Response): boolean => {
    const isReadable = posting.safeParse(body).success;
    if (!isReadable) refuse(response, 400, 'BadSyntax');
    return isReadable && fits(body, response);
  };
  const put = (room: Room, activity: unknown, onlyFor?: string): Posted => {
    const posted: Posted = {
      ...{ id: nextId(), activity: activity as Posted['activity'], updates: 0, removed: false },
      ...(onlyFor === undefined ? {} : { onlyFor }),
    };
    room.posts.push(posted);
    return posted;
  };

  const send: Work = (request, response) => {
    const room = roomFor(request, response);
    if (room === undefined || !readPosting(request.body, response)) return;
    const { recipient } = request.body as { readonly recipient?: { readonly id?: string } };
    const isTargeted = request.query.isTargetedActivity === 'true';
    if (isTargeted && (recipient?.id === undefined || !members.has(recipient.id))) refuse(response, 400, 'BadArgument');
    else if (isTargeted && room.kind === 'personal') refuse(response, 400, 'BadArgument');
    else response.status(201).json({ id: put(room, request.body, isTargeted ? recipient?.id : undefined).id });
  };
  const path = '/connector/v3/conversations/:conversation';
  app.use('/connector', express.json({ limit: '10mb' }));
  app.post(`${path}/activities`, handler('send', send));
  app.post(`${path}/activities/:activity`, handler('send', send));
  app.put(
    `${path}/activities/:activity`,
    handler('update', (request, response) => {
      const room = roomFor(request, response);
      if (room === undefined || !readPosting(request.body, response)) return;
      const posted = room.posts.find(({ id, removed }) => id === request.params.activity && !removed);
      if (posted === undefined) {
        refuse(response, 404, 'ActivityNotFoundInConversation');
        return;
      }
      posted.activity = request.body as Posted['activity'];
      posted.updates += 1;
      response.json({ id: posted.id });
    }),
  );
  app.delete(
    `${path}/activities/:activity`,
    handler('remove', (request, response) => {
      const room = roomFor(request, response);
      const posted = room?.posts.find(({ id, removed }) => id === request.params.activity && !removed);
      if (room === undefined) return;
      if (posted === undefined) {
        refuse(response, 404, 'ActivityNotFoundInConversation');
        return;
      }
      posted.removed = true;
      response.status(200).end();
    }),
  );
  app.get(
    `${path}/members/:member`,
    handler('member', (request, response) => {
      const room = roomFor(request, response);
      if (room === undefined) return;
      const wanted = request.params.member;
      const member = [...members.values()].find(({ id, aadObjectId }) => id === wanted || aadObjectId === wanted);
      if (member === undefined) refuse(response, 404, 'MemberNotFoundInConversation');
      else response.json({ ...member, objectId: member.aadObjectId, userPrincipalName: `${member.name}@example.org` });
    }),
  );
  app.get(
    `${path}/pagedmembers`,
    handler('member', (request, response) => {
      if (roomFor(request, response) === undefined) return;
      const from = Number(request.query.continuationToken ?? 0);
      const size = Number(request.query.pageSize ?? 200);
      const page = [...members.values()].slice(from, from + size);
      const more = from + size < members.size ? { continuationToken: String(from + size) } : {};
      response.json({ members: page.map((member) => ({ ...member, objectId: member.aadObjectId })), ...more });
    }),
  );
  app.post(
    '/connector/v3/conversations',
    handler('create', (request, response) => {
      const read = creating.safeParse(request.body);
      if (!read.success) {
        refuse(response, 400, 'BadSyntax');
        return undefined;
      }
      const start = read.data.isGroup ? startThread : startPersonal;
      start(read.data, response);
      return undefined;
    }),
  );
  function startThread({ channelData, activity }: z.output<typeof creating>, response: Response): undefined {
    const channel = rooms.get(channelData?.channel?.id ?? '');
    if (activity === undefined || channelData?.channel === undefined) {
      refuse(response, 400, 'BadArgument');
      return undefined;
    }
    if (channel?.kind !== 'channel' || channel.state === 'gone') {
      refuse(response, 404, 'ConversationNotFound');
      return undefined;
    }
    if (channel.state !== 'open') {
      refuse(response, 403, 'BotNotInConversationRoster');
      return undefined;
    }
    if (!fits(activity, response)) return undefined;
    const posted = put(channel, activity);
    const thread = roomNamed(`${channel.id};messageid=${posted.id}`, 'thread');
    thread.posts.push(posted);
    return void response.status(201).json({ id: thread.id, activityId: posted.id });
  }
  function startPersonal(
    { bot, members: named, tenantId, channelData }: z.output<typeof creating>,
    response: Response,
  ): undefined {
    const wanted = named?.[0]?.id;
    const member = [...members.values()].find(({ id, aadObjectId }) => id === wanted || aadObjectId === wanted);
    const tenant = tenantId ?? channelData?.tenant?.id;
    if (bot?.id !== botId || named?.length !== 1 || tenant === undefined) {
      refuse(response, 400, 'BadArgument');
      return undefined;
    }
    if (member === undefined) {
      refuse(response, 403, 'BotNotInConversationRoster');
      return undefined;
    }
    const room = personalRoomOf(member);
    if (room.state !== 'open') {
      refuse(response, 403, 'BotNotInConversationRoster');
      return undefined;
    }
    return void response.status(201).json({ id: room.id });
  }

  return {
    rooms,
    members,
    asked,
    failNext: (operation, ...next) => void failures.set(operation, [...(failures.get(operation) ?? []), ...next]),
    personalRoomOf,
  };
}
