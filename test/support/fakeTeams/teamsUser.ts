import type { CardNode } from '../adaptiveCardsLibrary.ts';
import type { Member, Posted } from './connectorHost.ts';
import { CHANNEL } from './fakeTeams.ts';
import type { Reply, TeamsWire } from './teamsWire.ts';
import { fieldsOf } from './teamsCardShown.ts';

type Inputs = Readonly<Record<string, string>>;
type Json = Readonly<Record<string, unknown>>;

/** Where a card is before somebody: in a message, or in the dialog that lies over everything. */
export type Before = { readonly post: Posted; readonly room: string } | 'dialog';
/** A message as this person sees it just now. */
export type SeenPost = { readonly post: Posted; readonly room: string; readonly card: CardNode };

const CARD = 'application/vnd.microsoft.card.adaptive';
const SENTENCE = 'application/vnd.microsoft.activity.message';

/**
 * Somebody at a client of Teams. The client does what Microsoft says of it: it asks for the card again for those the card names, keeps an
 * answered card until the message is drawn anew, holds back what a required field lacks, and shows a dialog page by page.
 */
export class TeamsUser {
  readonly member: Member;
  /** The page of the dialog that is open. */
  dialog: CardNode | undefined;
  /** A sentence that answered the last deed. */
  sentence = '';
  /** The message whose card was answered by another one. */
  answered: Posted | undefined;
  /** What the client says of fields it holds back. */
  readonly held = new Map<string, string>();
  readonly #wire: TeamsWire;
  readonly #views = new Map<Posted, { readonly card: CardNode; readonly updates: number }>();
  #typed = new Map<string, string>();
  #typedOn: unknown;

  constructor(wire: TeamsWire, member: Member) {
    this.#wire = wire;
    this.member = member;
  }

  async writes(text: string): Promise<void> {
    this.#begin();
    this.dialog = undefined;
    this.#expect(await this.#wire.says(this.member, text));
  }

  /** The personal chat with the bot, what came last first. */
  async chat(): Promise<readonly SeenPost[]> {
    const { id } = this.#wire.teams.connector.personalRoomOf(this.member);
    return this.#seen(id);
  }

  /** The channel of the office with its threads, what came last first. */
  async channel(): Promise<readonly SeenPost[]> {
    const { rooms } = this.#wire.teams.connector;
    // A thread begins with a message that stands in the channel too; it is pressed in its thread.
    const threads = [...rooms.keys()].filter((id) => id.startsWith(`${CHANNEL};`));
    const inThreads = (await Promise.all(threads.map((room) => this.#seen(room)))).flat();
    const beside = (await this.#seen(CHANNEL)).filter(({ post }) => inThreads.every((one) => one.post !== post));
    const seen = [...inThreads, ...beside];
    return seen.toSorted((left, right) => Number(right.post.id) - Number(left.post.id));
  }

  async #seen(room: string): Promise<readonly SeenPost[]> {
    const posts = (this.#wire.teams.connector.rooms.get(room)?.posts ?? []).filter(
      ({ removed, onlyFor }) => !removed && (onlyFor === undefined || onlyFor === this.member.id),
    );
    const seen: SeenPost[] = [];
    for (const post of posts.toReversed()) seen.push({ post, room, card: await this.#cardOn(post, room) });
    return seen;
  }

  async #cardOn(post: Posted, room: string): Promise<CardNode> {
    const view = this.#views.get(post);
    if (view?.updates === post.updates) return view.card;
    const [attachment] = post.activity.attachments as readonly { readonly content: CardNode }[];
    const base = attachment?.content ?? {};
    const { refresh } = base as { readonly refresh?: { readonly action: CardNode; readonly userIds: readonly string[] } };
    if (refresh?.userIds.includes(this.member.id) !== true) return base;
    const reply = await this.#execute(refresh.action, refresh.action.data as Json, { post, room }, 'automatic');
    const card = cardIn(reply) ?? base;
    this.#views.set(post, { card, updates: post.updates });
    return card;
  }

  /** What stands in the fields, with what was typed into them. */
  valuesOn(card: CardNode): Inputs {
    const given = fieldsOf(card).map(({ id, value }) => [id, typeof value === 'string' ? value : ''] as const);
    return { ...Object.fromEntries(given), ...(this.#typedOn === card ? Object.fromEntries(this.#typed) : {}) };
  }

  /** Types into the fields of this card and presses one of its buttons. */
  async press(card: CardNode, action: CardNode, inputs: Inputs, where: Before): Promise<void> {
    this.#begin();
    if (where !== 'dialog') this.dialog = undefined;
    const values = this.#type(card, inputs);
    const isWithInputs = action.associatedInputs !== 'none';
    if (isWithInputs && this.#holdsBack(card, values)) return;
    const data = { ...(action.data as Json), ...(isWithInputs ? sent(card, values) : {}) };
    if (where === 'dialog') this.#turnPage(await this.#ask('task/submit', data, this.#place(this.#dialogFrom)));
    else if (action.type === 'Action.Execute') this.#answer(await this.#execute(action, data, where, 'manual'), where.post);
    else {
      this.#dialogFrom = where;
      this.#turnPage(await this.#ask('task/fetch', data, this.#place(where)));
    }
  }

  /** The action on a message of somebody, from its menu. */
  async reportsMessage(content: string): Promise<void> {
    this.#begin();
    const value = {
      ...{ commandId: 'reportBreach', commandContext: 'message' },
      messagePayload: { body: { content, contentType: 'html' } },
    };
    const asked = { type: 'invoke', name: 'composeExtension/fetchTask', value };
    this.#dialogFrom = undefined;
    this.#turnPage(this.#expect(await this.#wire.sends(this.member, asked, CHANNEL)));
  }

  /** A slash command in the channel, which Teams shows to nobody else. */
  async asksInChannel(text: string): Promise<void> {
    this.#begin();
    const recipient = { id: 'bot', name: 'Fristwacht', isTargeted: true };
    this.#expect(await this.#wire.says(this.member, text, { recipient }, CHANNEL));
  }

  #dialogFrom: Exclude<Before, 'dialog'> | undefined;

  #begin(): void {
    this.sentence = '';
    this.answered = undefined;
    this.held.clear();
  }

  #type(card: CardNode, inputs: Inputs): Inputs {
    if (this.#typedOn !== card) this.#typed = new Map();
    this.#typedOn = card;
    const fields = fieldsOf(card);
    for (const [name, value] of Object.entries(inputs)) {
      const field = fields.find(({ id }) => id === name);
      if (field === undefined) throw new Error(`There is no field ${name}; there are ${fields.map(({ id }) => id).join(', ')}.`);
      const choices = field.choices as readonly { readonly value: string }[] | undefined;
      const wanted = choices === undefined || value === '' ? [] : value.split(',');
      if (wanted.some((one) => choices?.every((choice) => choice.value !== one) === true))
        throw new Error(`${name} has no choice ${value}.`);
      this.#typed.set(name, value);
    }
    return this.valuesOn(card);
  }

  #holdsBack(card: CardNode, values: Inputs): boolean {
    for (const { id, type, isRequired, errorMessage, valueOn } of fieldsOf(card)) {
      const isGiven = type === 'Input.Toggle' ? values[id] === valueOn : values[id] !== '';
      if (isRequired === true && !isGiven) this.held.set(id, String(errorMessage));
    }
    return this.held.size > 0;
  }

  #place(where: Exclude<Before, 'dialog'> | undefined): { readonly room: string | undefined; readonly replyToId?: string } {
    if (where === undefined) return { room: undefined };
    const personal = this.#wire.teams.connector.personalRoomOf(this.member).id;
    return { room: where.room === personal ? undefined : where.room, replyToId: where.post.id };
  }

  async #ask(name: string, data: Json, { room, ...where }: { readonly room: string | undefined }): Promise<unknown> {
    return this.#expect(await this.#wire.sends(this.member, { type: 'invoke', name, value: { data }, ...where }, room));
  }

  async #execute(action: CardNode, data: Json, where: Exclude<Before, 'dialog'>, trigger: string): Promise<unknown> {
    const { room, ...replyTo } = this.#place(where);
    const value = { action: { type: 'Action.Execute', verb: action.verb, data }, trigger };
    return this.#expect(
      await this.#wire.sends(this.member, { type: 'invoke', name: 'adaptiveCard/action', value, ...replyTo }, room),
    );
  }

  #expect({ status, body }: Reply): unknown {
    if (status !== 200) throw new Error(`Teams was answered with ${String(status)}.`);
    return body;
  }

  #answer(body: unknown, post: Posted): void {
    const { type, value } = body as { readonly type?: string; readonly value?: unknown };
    const card = cardIn(body);
    if (type === SENTENCE && typeof value === 'string') this.sentence = value;
    else if (card === undefined) throw new Error('The answer to a press is neither a card nor a sentence.');
    else {
      this.#views.set(post, { card, updates: post.updates });
      this.answered = post;
    }
  }

  #turnPage(body: unknown): void {
    const { task } = body as { readonly task?: { readonly type: string; readonly value: unknown } };
    this.dialog = undefined;
    if (task?.type === 'message' && typeof task.value === 'string') this.sentence = task.value;
    else if (task?.type === 'continue')
      this.dialog = (task.value as { readonly card: { readonly content: CardNode } }).card.content;
    else throw new Error('A dialog was answered with neither a page nor a sentence.');
  }
}

/** Empty fields that are optional are not sent at all. */
const sent = (card: CardNode, values: Inputs): Inputs =>
  Object.fromEntries(fieldsOf(card).flatMap(({ id }) => (values[id] === '' ? [] : [[id, values[id] ?? ''] as const])));

const cardIn = (body: unknown): CardNode | undefined => {
  const { type, value } = body as { readonly type?: string; readonly value?: unknown };
  return type === CARD ? (value as CardNode) : undefined;
};
