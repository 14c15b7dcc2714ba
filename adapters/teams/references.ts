import { z } from 'zod';
import { RegisterUnavailable } from '../../src/ports.ts';
import type { Notes } from '../notes/notes.ts';
import { type Activity, tenantsOf } from './activity.ts';
import { zoneOf } from './readText.ts';

/** Where a person can be written to. */
export type PersonReference = {
  readonly serviceUrl: string;
  /** Their id for this bot, `29:…`. */
  readonly memberId: string;
  /** Absent until there is a personal chat. */
  readonly conversationId?: string | undefined;
  /** The zone of their clock, as their client said last. */
  readonly zone?: string | undefined;
};

/** A channel or a group chat in which the bot is. */
export type SharedReference = { readonly serviceUrl: string; readonly kind: 'channel' | 'groupChat' };

/** Where the messages of one case stand in a channel. */
export type Thread = { readonly conversationId: string };

/**
 * What the bot remembers of Teams beyond a restart, sealed beside the register. Every activity refreshes it, for Microsoft changes the
 * address under which a conversation is reached.
 */
export type References = {
  readonly remember: (activity: Activity) => Promise<void>;
  readonly person: (aadObjectId: string) => Promise<PersonReference | undefined>;
  readonly rememberPerson: (aadObjectId: string, reference: PersonReference) => Promise<void>;
  readonly shared: (id: string) => Promise<SharedReference | undefined>;
  /** The address that was heard of last, from anybody. */
  readonly serviceUrl: () => Promise<string | undefined>;
  readonly thread: (channelId: string, caseId: string) => Promise<Thread | undefined>;
  readonly rememberThread: (channelId: string, caseId: string, thread: Thread) => Promise<void>;
  readonly forgetThread: (conversationId: string) => Promise<void>;
  /** The case a message of a person went into. */
  readonly caseOf: (conversationId: string, activityId: string) => Promise<string | undefined>;
  readonly rememberCase: (conversationId: string, activityId: string, caseId: string) => Promise<void>;
};

const personShape = z.object({
  serviceUrl: z.string(),
  memberId: z.string(),
  conversationId: z.string().optional(),
  zone: z.string().optional(),
});
const sharedShape = z.object({ serviceUrl: z.string(), kind: z.enum(['channel', 'groupChat']) });
const threadShape = z.object({ conversationId: z.string() });
const rootShape = z.object({ channelId: z.string(), caseId: z.string() });
const serviceShape = z.object({ serviceUrl: z.string() });
const caseShape = z.object({ caseId: z.string() });

const personName = (aadObjectId: string): string => `teams/person/${aadObjectId}`;
const sharedName = (id: string): string => `teams/shared/${id}`;
const threadName = (channelId: string, caseId: string): string => `teams/thread/${channelId}/${caseId}`;
const rootName = (conversationId: string): string => `teams/root/${conversationId}`;
const saidName = (conversationId: string, activityId: string): string => `teams/said/${conversationId}/${activityId}`;
const SERVICE = 'teams/service';

/** A thread is named by its channel and the message it began with. */
export const channelOf = (conversationId: string): string => conversationId.split(';')[0] ?? conversationId;

/**
 * Where the notes cannot be read or written the conversation goes on without them; `onFailure` hears of it. A report must not be lost
 * because an address could not be noted.
 */
export function references(notes: Notes, onFailure: () => void): References {
  const shelf = remembering(notes, onFailure);
  const person = (aadObjectId: string) => shelf.read(personName(aadObjectId), personShape);
  const rememberPerson = (aadObjectId: string, reference: PersonReference) => shelf.write(personName(aadObjectId), reference);
  return {
    person,
    rememberPerson,
    remember: async (activity) => {
      const { serviceUrl, conversation, from } = activity;
      if (typeof serviceUrl !== 'string' || !conversation || tenantsOf(activity).length === 0) return;
      await shelf.write(SERVICE, { serviceUrl });
      const kind = kindOf(activity);
      if (kind !== 'personal') await rememberShared(shelf, activity, { serviceUrl, kind });
      const aadObjectId = from?.aadObjectId;
      if (!from || typeof aadObjectId !== 'string') return;
      const before = await person(aadObjectId);
      const conversationId = kind === 'personal' ? conversation.id : before?.conversationId;
      const zone = zoneOf(activity) ?? before?.zone;
      await rememberPerson(aadObjectId, {
        serviceUrl,
        memberId: from.id,
        ...(conversationId === undefined ? {} : { conversationId }),
        ...(zone === undefined ? {} : { zone }),
      });
    },
    shared: (id) => shelf.read(sharedName(id), sharedShape),
    serviceUrl: async () => (await shelf.read(SERVICE, serviceShape))?.serviceUrl,
    thread: (channelId, caseId) => shelf.read(threadName(channelId, caseId), threadShape),
    rememberThread: async (channelId, caseId, thread) => {
      await shelf.write(rootName(thread.conversationId), { channelId, caseId });
      await shelf.write(threadName(channelId, caseId), thread);
    },
    forgetThread: async (conversationId) => {
      const root = await shelf.read(rootName(conversationId), rootShape);
      if (root === undefined) return;
      await shelf.forget(threadName(root.channelId, root.caseId));
      await shelf.forget(rootName(conversationId));
    },
    caseOf: async (conversationId, activityId) => (await shelf.read(saidName(conversationId, activityId), caseShape))?.caseId,
    rememberCase: (conversationId, activityId, caseId) => shelf.write(saidName(conversationId, activityId), { caseId }),
  };
}

export type ConversationKind = 'personal' | SharedReference['kind'];

export function kindOf({ conversation }: Activity): ConversationKind {
  const { conversationType, id = '' } = conversation ?? {};
  if (conversationType === 'channel' || conversationType === 'groupChat') return conversationType;
  if (typeof conversationType === 'string') return 'personal';
  return kindOfId(id);
}

/** By the form Microsoft gives its ids, where nothing was heard from there yet. */
export function kindOfId(id: string): ConversationKind {
  if (/@thread\.(?:tacv2|skype)/.test(id)) return 'channel';
  return id.includes('@thread.v2') ? 'groupChat' : 'personal';
}

/** Where the bot was taken out again there is nothing left to write to. */
async function rememberShared(shelf: Shelf, activity: Activity, reference: SharedReference): Promise<void> {
  const { conversation, channelData, recipient, membersRemoved } = activity;
  const id =
    reference.kind === 'channel' ? (channelData?.channel?.id ?? channelOf(conversation?.id ?? '')) : (conversation?.id ?? '');
  const isRemoved =
    (activity.type === 'installationUpdate' && activity.action?.startsWith('remove') === true) ||
    membersRemoved?.some((member) => member.id === recipient?.id) === true;
  await (isRemoved ? shelf.forget(sharedName(id)) : shelf.write(sharedName(id), reference));
}

type Shelf = {
  readonly read: <Shape extends z.ZodType>(name: string, shape: Shape) => Promise<z.output<Shape> | undefined>;
  readonly write: (name: string, value: unknown) => Promise<void>;
  readonly forget: (name: string) => Promise<void>;
};

const MOST_IN_MIND = 5000;

/** Writes only what changed, so that not every message costs a write to the disk. What cannot be read is as good as not there. */
function remembering(notes: Notes, onFailure: () => void): Shelf {
  const inMind = new Map<string, string>();
  const keepInMind = (name: string, text: string): void => {
    if (inMind.size >= MOST_IN_MIND) inMind.clear();
    inMind.set(name, text);
  };
  const ifPossible = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof RegisterUnavailable)) throw error;
      onFailure();
      return undefined;
    }
  };
  return {
    read: async (name, shape) => {
      const text = await ifPossible(() => notes.read(name));
      if (text === undefined) return undefined;
      const read = shape.safeParse(JSON.parse(text));
      return read.success ? read.data : undefined;
    },
    write: async (name, value) => {
      const text = JSON.stringify(value);
      if (inMind.get(name) === text) return;
      await ifPossible(async () => {
        await notes.write(name, text);
        keepInMind(name, text);
      });
    },
    forget: async (name) => {
      inMind.delete(name);
      await ifPossible(() => notes.forget(name));
    },
  };
}
