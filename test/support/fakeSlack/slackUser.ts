// Somebody in front of Slack: types, presses, fills in windows, and sees what Slack would show them.
import type { Json } from '../../../cards/adaptiveElements.ts';
import { escapeText } from '../../../cards/slack/escapeText.ts';
import type { Acknowledgement, EventOptions, FakeSlack } from './fakeSlack.ts';
import { openWindow, redrawWindow } from './webApi.ts';
import { type FakeMessage, type FakeWindow, fieldsState, stateOf } from './workspace.ts';

/** Where a button stands. */
export type Container = { readonly message: FakeMessage } | { readonly window: FakeWindow } | { readonly home: FakeWindow };

export class SlackUser {
  readonly id: string;
  readonly #slack: FakeSlack;
  /** What the window said was wrong with which field, after the last submission. */
  errors: Readonly<Record<string, string>> = {};
  #typedInMessages = new Map<string, Map<string, Json>>();

  constructor(slack: FakeSlack, id: string) {
    this.#slack = slack;
    this.id = id;
    if (!slack.workspace.users.has(id)) slack.workspace.addUser(id);
  }

  get #workspace() {
    return this.#slack.workspace;
  }
  get direct(): string {
    return this.#workspace.directOf(this.id).id;
  }
  get window(): FakeWindow | undefined {
    return this.#workspace.window(this.id);
  }
  messages(channel = this.direct): readonly FakeMessage[] {
    return this.#workspace.visibleTo(this.id, channel);
  }

  get #who(): Json {
    const { teamId, appId } = this.#workspace;
    return {
      team: { id: teamId, domain: 'acme' },
      user: { id: this.id, name: this.id.toLowerCase(), team_id: teamId },
      api_app_id: appId,
      token: 'verification',
      enterprise: null,
      is_enterprise_install: false,
    };
  }

  command(command: string, text = '', channel = this.direct): Promise<Acknowledgement> {
    const { teamId, appId } = this.#workspace;
    const kind = this.#workspace.conversations.get(channel)?.kind;
    const name = kind === 'direct' ? 'directmessage' : kind === 'private' ? 'privategroup' : 'allgemein';
    return this.#slack.interact('slash_commands', {
      ...{ token: 'verification', team_id: teamId, team_domain: 'acme', api_app_id: appId, is_enterprise_install: 'false' },
      ...{ channel_id: channel, channel_name: name, user_id: this.id, user_name: this.id.toLowerCase(), command, text },
      ...{ response_url: `http://127.0.0.1:${this.#slack.port}/response`, trigger_id: this.#workspace.trigger(this.id) },
    });
  }

  shortcut(callbackId: string): Promise<Acknowledgement> {
    const trigger = this.#workspace.trigger(this.id);
    return this.#slack.interact('interactive', {
      type: 'shortcut',
      ...this.#who,
      callback_id: callbackId,
      trigger_id: trigger,
      action_ts: this.#workspace.nextTs(),
    });
  }

  messageShortcut(
    callbackId: string,
    channel: string,
    message: { readonly ts: string; readonly text: string },
  ): Promise<Acknowledgement> {
    const kind = this.#workspace.conversations.get(channel)?.kind;
    const name = kind === 'direct' ? 'directmessage' : kind === 'private' ? 'privategroup' : 'allgemein';
    return this.#slack.interact('interactive', {
      ...{ type: 'message_action', ...this.#who, callback_id: callbackId, trigger_id: this.#workspace.trigger(this.id) },
      ...{ action_ts: this.#workspace.nextTs(), message_ts: message.ts, channel: { id: channel, name } },
      message: { type: 'message', user: 'U0OTHER', ts: message.ts, text: escapeText(message.text) },
      response_url: `http://127.0.0.1:${this.#slack.port}/response`,
    });
  }

  /** Writes to the bot; Slack escapes what is typed. */
  async write(
    text: string,
    { thread, files = 0, ...options }: EventOptions & { readonly thread?: string; readonly files?: number } = {},
  ): Promise<FakeMessage> {
    const message: FakeMessage = {
      ts: this.#workspace.nextTs(),
      channel: this.direct,
      user: this.id,
      text: escapeText(text),
      blocks: [],
      thread,
      unfurls: true,
    };
    this.#workspace.messages.push(message);
    await this.#slack.event(this.#messageEvent(message, files), options);
    return message;
  }

  #messageEvent({ ts, channel, text, thread }: FakeMessage, files = 0): Json {
    const attached =
      files === 0
        ? {}
        : { subtype: 'file_share', files: Array.from({ length: files }, (_, at) => ({ id: `F${at}`, name: 'x.pdf' })) };
    return {
      type: 'message',
      channel_type: 'im',
      channel,
      user: this.id,
      ts,
      text,
      event_ts: ts,
      team: this.#workspace.teamId,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...attached,
    };
  }

  async edit(message: FakeMessage, text: string, options: EventOptions = {}): Promise<Acknowledgement> {
    const before = this.#messageEvent(message);
    message.text = escapeText(text);
    const event = {
      type: 'message',
      subtype: 'message_changed',
      channel_type: 'im',
      channel: message.channel,
      hidden: true,
      ts: this.#workspace.nextTs(),
      message: this.#messageEvent(message),
      previous_message: before,
    };
    return this.#slack.event(event, options);
  }

  async remove(message: FakeMessage, options: EventOptions = {}): Promise<Acknowledgement> {
    this.#workspace.messages.splice(this.#workspace.messages.indexOf(message), 1);
    const event = {
      type: 'message',
      subtype: 'message_deleted',
      channel_type: 'im',
      channel: message.channel,
      hidden: true,
      ts: this.#workspace.nextTs(),
      deleted_ts: message.ts,
      previous_message: this.#messageEvent(message),
    };
    return this.#slack.event(event, options);
  }

  openHome(): Promise<Acknowledgement> {
    return this.#slack.event({
      type: 'app_home_opened',
      user: this.id,
      channel: this.direct,
      tab: 'home',
      event_ts: this.#workspace.nextTs(),
    });
  }

  /** Types or chooses; a text goes into as many fields as the form has for it. */
  fill(where: Container, values: Readonly<Record<string, string>>): void {
    const [blocks, typed] =
      'message' in where ? [where.message.blocks, this.#typedIn(where.message)] : [blocksOf(where), windowOf(where).typed];
    for (const [name, value] of Object.entries(values)) {
      const block = blocks.find(({ type, block_id: id }) => type === 'input' && String(id).endsWith(`|${name}`));
      if (block === undefined)
        throw new Error(`There is no field ${name}; there are ${blocks.map(({ block_id: id }) => String(id)).join(', ')}.`);
      typed.set(String(block.block_id), typedValue(block.element as Json, value));
    }
  }

  #typedIn(message: FakeMessage): Map<string, Json> {
    const typed = this.#typedInMessages.get(message.ts) ?? new Map<string, Json>();
    this.#typedInMessages.set(message.ts, typed);
    return typed;
  }

  /** `again`: the very same press delivered once more. */
  press(where: Container, button: Json, again?: Json): Promise<Acknowledgement> {
    return this.#slack.interact('interactive', again ?? this.pressed(where, button));
  }

  pressed(where: Container, button: Json): Json {
    const action = { ...button, action_ts: this.#workspace.nextTs(), block_id: 'b' };
    const common = { type: 'block_actions', ...this.#who, trigger_id: this.#workspace.trigger(this.id), actions: [action] };
    if (!('message' in where)) {
      const window = windowOf(where);
      return { ...common, container: { type: 'view', view_id: window.id }, view: this.#viewPayload(window) };
    }
    const { message } = where;
    return {
      ...common,
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: message.onlyFor !== undefined,
      },
      channel: {
        id: message.channel,
        name: this.#workspace.conversations.get(message.channel)?.kind === 'direct' ? 'directmessage' : 'privategroup',
      },
      message: { ts: message.ts, text: message.text, blocks: message.blocks },
      state: { values: fieldsState(message.blocks, this.#typedIn(message)) },
      response_url: `http://127.0.0.1:${this.#slack.port}/response`,
    };
  }

  #viewPayload(window: FakeWindow): Json {
    return {
      ...window.view,
      id: window.id,
      hash: window.hash,
      team_id: this.#workspace.teamId,
      root_view_id: window.id,
      state: { values: stateOf(window) },
    };
  }

  submission(): Json {
    const { window } = this;
    if (window === undefined) throw new Error('There is no window open.');
    return {
      type: 'view_submission',
      ...this.#who,
      trigger_id: this.#workspace.trigger(this.id),
      view: this.#viewPayload(window),
      response_urls: [],
    };
  }

  /** Sends the open window off, unless Slack itself stops it because a field is empty that must be filled. */
  async submit(payload = this.submission()): Promise<Acknowledgement> {
    const { window } = this;
    const acknowledged = await this.#slack.interact('interactive', payload);
    this.errors = {};
    if (acknowledged.status === 200 && window !== undefined) this.#follow(window, acknowledged.body);
    return acknowledged;
  }

  #follow(window: FakeWindow, { response_action: action, errors, view }: Json): void {
    switch (action) {
      case 'errors': {
        const fields = new Set(
          (window.view.blocks as readonly Json[]).filter(({ type }) => type === 'input').map(({ block_id: id }) => String(id)),
        );
        const named = Object.keys(errors as object);
        if (named.length === 0 || named.some((id) => !fields.has(id))) this.#slack.findings.push('errors: not on an input block');
        this.errors = Object.fromEntries(
          Object.entries(errors as Record<string, string>).map(([id, says]) => [id.slice(id.lastIndexOf('|') + 1), says]),
        );
        return;
      }
      case 'update':
        redrawWindow(this.#workspace, window, view as Json);
        return;
      case 'push':
        openWindow(this.#workspace, this.id, view as Json);
        return;
      case 'clear':
        this.#workspace.windows.set(this.id, []);
        return;
      default:
        this.#workspace.windows.get(this.id)?.pop();
    }
  }

  closeWindow(): void {
    this.#workspace.windows.set(this.id, []);
  }
}

const windowOf = (where: Exclude<Container, { readonly message: FakeMessage }>): FakeWindow =>
  'home' in where ? where.home : where.window;
const blocksOf = (where: Exclude<Container, { readonly message: FakeMessage }>): readonly Json[] =>
  windowOf(where).view.blocks as readonly Json[];

function typedValue(element: Json, value: string): Json {
  const { type } = element;
  const groups = element.option_groups as readonly { readonly options: readonly Json[] }[] | undefined;
  const options = groups?.flatMap((group) => group.options) ?? ((element.options ?? []) as readonly Json[]);
  const option = (wanted: string): Json => {
    const found = options.find((each) => each.value === wanted);
    if (found === undefined)
      throw new Error(`There is no choice ${wanted}; there are ${options.map((each) => String(each.value)).join(', ')}.`);
    return found;
  };
  if (type === 'datetimepicker') return { type, selected_date_time: value === '' ? null : Math.floor(Date.parse(value) / 1000) };
  if (type === 'checkboxes' || type === 'multi_static_select')
    return { type, selected_options: value === '' ? [] : value.split(',').map(option) };
  if (type === 'radio_buttons' || type === 'static_select') return { type, selected_option: value === '' ? null : option(value) };
  if (value.length > Number(element.max_length)) throw new Error('Slack lets nobody type more than that.');
  return { type, value: value === '' ? null : value };
}
