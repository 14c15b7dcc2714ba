// The state of a workspace as Slack keeps it: people, channels, messages, windows.
import type { Json } from '../../../cards/adaptiveElements.ts';

export type FakeUser = {
  readonly id: string;
  name: string;
  locale: string;
  tz: string;
  deleted: boolean;
  /** A guest of some channels, or of one. */
  guest?: 'restricted' | 'ultra_restricted';
  /** The workspace they belong to, where it is another one. */
  team?: string;
};
export type FakeConversation = {
  readonly id: string;
  readonly kind: 'private' | 'public' | 'direct';
  readonly members: Set<string>;
  archived: boolean;
  shared: boolean;
};
export type FakeMessage = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  text: string;
  blocks: readonly Json[];
  readonly thread?: string | undefined;
  readonly metadata?: Json | undefined;
  /** Seen by this one person alone, until they load the page again. */
  readonly onlyFor?: string | undefined;
  readonly unfurls: boolean;
};
export type FakeWindow = {
  readonly id: string;
  readonly user: string;
  hash: string;
  view: Json;
  /** What was typed and chosen, by block; what was not touched stands as the view brought it. */
  readonly typed: Map<string, Json>;
};
export type TypedState = Readonly<Record<string, Readonly<Record<string, Json>>>>;

export class FakeWorkspace {
  readonly teamId: string = 'T0ACME';
  readonly appId = 'A0FRIST';
  readonly botUserId = 'U0BOT';
  readonly botId = 'B0BOT';
  readonly users = new Map<string, FakeUser>();
  readonly conversations = new Map<string, FakeConversation>();
  readonly groups = new Map<string, readonly string[]>();
  readonly messages: FakeMessage[] = [];
  /** The windows of each person, the topmost last. */
  readonly windows = new Map<string, FakeWindow[]>();
  readonly homes = new Map<string, FakeWindow>();
  readonly triggers = new Map<string, { readonly at: number; readonly user: string; used: boolean }>();
  readonly files: { readonly name: string; readonly channel: string; readonly content: Buffer }[] = [];
  /** What was uploaded and belongs to no conversation yet, by its id. */
  readonly uploads = new Map<string, { readonly name: string; readonly length: number; content?: Buffer }>();
  /** Where uploads go. */
  uploadUrl = '';
  /** Milliseconds this workspace is ahead of the machine. */
  ahead = 0;
  #counter = 0;

  now(): number {
    return Date.now() + this.ahead;
  }

  next(prefix: string): string {
    this.#counter += 1;
    return `${prefix}${String(this.#counter).padStart(6, '0')}`;
  }

  /** Rises with every message, as Slack's do. */
  nextTs(): string {
    this.#counter += 1;
    return `${Math.floor(this.now() / 1000)}.${String(this.#counter).padStart(6, '0')}`;
  }

  addUser(id: string, more: Partial<Omit<FakeUser, 'id'>> = {}): FakeUser {
    const user = { id, name: `Name of ${id}`, locale: 'de-DE', tz: 'Europe/Berlin', deleted: false, ...more };
    this.users.set(id, user);
    return user;
  }

  addConversation(id: string, kind: FakeConversation['kind'], members: readonly string[]): FakeConversation {
    const conversation = { id, kind, members: new Set(members), archived: false, shared: false };
    this.conversations.set(id, conversation);
    return conversation;
  }

  /** The conversation of this person with the bot. */
  directOf(user: string): FakeConversation {
    return this.conversations.get(`D${user}`) ?? this.addConversation(`D${user}`, 'direct', [user, this.botUserId]);
  }

  /** What this person reads there, oldest first. */
  visibleTo(user: string, channel: string): readonly FakeMessage[] {
    return this.messages.filter(
      (message) => message.channel === channel && (message.onlyFor === undefined || message.onlyFor === user),
    );
  }

  window(user: string): FakeWindow | undefined {
    return this.windows.get(user)?.at(-1);
  }

  trigger(user: string): string {
    const id = this.next('trigger.');
    this.triggers.set(id, { at: this.now(), user, used: false });
    return id;
  }
}

/** A window's state as Slack sends it along: of each field what was typed, or what the view put there. */
export function stateOf({ view, typed }: Pick<FakeWindow, 'view' | 'typed'>): TypedState {
  return fieldsState(view.blocks as readonly Json[], typed);
}

export function fieldsState(blocks: readonly Json[], typed: ReadonlyMap<string, Json>): TypedState {
  const inputs = blocks.filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id: id, element }) => {
      const { action_id: action } = element as Json;
      return [String(id), { [String(action)]: typed.get(String(id)) ?? untouched(element as Json) }];
    }),
  );
}

function untouched({
  type,
  initial_value: text,
  initial_option: option,
  initial_options: options,
  initial_date_time: seconds,
}: Json): Json {
  switch (type) {
    case 'datetimepicker':
      return { type, selected_date_time: seconds ?? null };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: options ?? [] };
    case 'radio_buttons':
    case 'static_select':
      return { type, selected_option: option ?? null };
    default:
      return { type, value: text ?? null };
  }
}
