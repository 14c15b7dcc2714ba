// A stand-in for Slack: the Web API over HTTP, and payloads to the bot over signed HTTP requests or over Socket Mode.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer as readBuffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from '../../../cards/adaptiveElements.ts';
import { RotatingTokens } from './rotatingTokens.ts';
import { callMethod } from './webApi.ts';
import { FakeWorkspace } from './workspace.ts';

/**
 * How Slack treats one call. `loseAnswer`: it does what was asked, and the answer is lost on the wire. `loseMessage`: the same from
 * outside, but nothing was done.
 */
export type Treatment =
  | 'take'
  | 'loseAnswer'
  | 'loseMessage'
  | { readonly retryAfterSeconds: number }
  | { readonly status: number }
  | { readonly error: string }
  | { readonly delayMs: number };

export type Call = { readonly method: string; readonly given: Readonly<Record<string, unknown>>; readonly token: string };

/** How the bot answered a payload. `status` is 0 where nobody was there, 408 where nothing came within the three seconds Slack waits. */
export type Acknowledgement = { readonly status: number; readonly body: Json; readonly afterMs: number };

export type FakeSlackOptions = {
  readonly scopes: readonly string[];
  readonly transport: 'http' | 'socket';
  /** The bot token ends after so long, and has to be renewed. */
  readonly tokenLifeMs?: number;
};

const PATIENCE_MS = 3000;

export class FakeSlack {
  readonly workspace = new FakeWorkspace();
  readonly signingSecret = 'signing-secret-of-the-tests';
  botToken = 'xoxb-of-the-tests';
  readonly appToken = 'xapp-of-the-tests';
  readonly calls: Call[] = [];
  /** Everything the bot sent that Slack would not have taken. */
  readonly findings: string[] = [];
  readonly scopes: Set<string>;
  readonly transport: FakeSlackOptions['transport'];
  readonly rotation: RotatingTokens | undefined;
  treat: (call: Call) => Treatment = () => 'take';
  /** Where the bot listens, over HTTP. */
  botUrl = '';
  /** Where it listens, or listened last. */
  port = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #connections: WebSocket[] = [];
  readonly #waiting = new Map<string, (payload: Json) => void>();
  #turn = 0;

  private constructor({ scopes, transport, tokenLifeMs }: FakeSlackOptions) {
    this.scopes = new Set(scopes);
    this.transport = transport;
    this.rotation = tokenLifeMs === undefined ? undefined : new RotatingTokens(tokenLifeMs, () => this.workspace.now());
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    const sockets = new WebSocketServer({ noServer: true });
    this.#server.on('upgrade', (request, socket, head) => {
      sockets.handleUpgrade(request, socket, head, (connection) => this.#connected(connection));
    });
  }

  static async start(options: FakeSlackOptions): Promise<FakeSlack> {
    const fake = new FakeSlack(options);
    await fake.listen(0);
    return fake;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(port, '127.0.0.1', () => listening()));
    this.port = (this.#server.address() as AddressInfo).port;
    this.workspace.uploadUrl = `http://127.0.0.1:${this.port}/upload/`;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.port}/api/`;
  }

  get connections(): number {
    return this.#connections.length;
  }

  /** Every connection is cut, as when a machine dies. */
  async stop(): Promise<void> {
    for (const connection of this.#connections) connection.terminate();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((closed) => this.#server.close(() => closed()));
  }

  callsOf(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  // ---------------------------------------------------------------- what the bot calls

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    const bytes = await readBuffer(request).catch(() => Buffer.alloc(0));
    const body = bytes.toString('utf8');
    const upload = this.workspace.uploads.get(path.replace('/upload/', ''));
    if (path.startsWith('/upload/') && upload !== undefined) upload.content = bytes;
    if (!path.startsWith('/api/')) {
      response.writeHead(200).end('ok');
      return;
    }
    const method = path.slice('/api/'.length);
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const call = { method, token, given: argumentsIn(request.headers['content-type'] ?? '', body) };
    this.calls.push(call);
    await this.#treated(call, response);
  }

  async #treated(call: Call, response: ServerResponse): Promise<void> {
    const treatment = this.treat(call);
    if (treatment === 'loseMessage') {
      cut(response);
      return;
    }
    if (typeof treatment === 'object') {
      if ('delayMs' in treatment) await wait(treatment.delayMs);
      if ('retryAfterSeconds' in treatment) {
        response.writeHead(429, { 'Retry-After': String(treatment.retryAfterSeconds) });
        response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
        return;
      }
      if ('status' in treatment) {
        response.writeHead(treatment.status).end('a page that says sorry');
        return;
      }
      if ('error' in treatment) {
        send(response, { ok: false, error: treatment.error });
        return;
      }
    }
    const answer = this.#called(call);
    if (treatment === 'loseAnswer') cut(response);
    else send(response, answer, [...this.scopes].join(','));
  }

  #called({ method, given, token }: Call): Json {
    if (method === 'apps.connections.open') {
      if (token !== this.appToken) return { ok: false, error: 'invalid_auth' };
      return { ok: true, url: `ws://127.0.0.1:${this.port}/socket` };
    }
    if (method === 'oauth.v2.access') return this.rotation?.renewed(given) ?? { ok: false, error: 'token_rotation_not_enabled' };
    const refused = this.rotation === undefined ? token !== this.botToken && 'invalid_auth' : this.rotation.refusal(token);
    if (typeof refused === 'string') return { ok: false, error: refused };
    return callMethod(this.workspace, this.scopes, this.findings, method, given);
  }

  #connected(connection: WebSocket): void {
    this.#connections.push(connection);
    connection.on('close', () => this.#connections.splice(this.#connections.indexOf(connection), 1));
    connection.on('message', (data) => {
      const { envelope_id: id, payload = {} } = JSON.parse((data as Buffer).toString('utf8')) as {
        envelope_id: string;
        payload?: Json;
      };
      this.#waiting.get(id)?.(payload);
    });
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#connections.length,
        connection_info: { app_id: this.workspace.appId },
      }),
    );
  }

  /** Slack recycles a connection: the bot is told to connect anew. */
  refreshConnection(place: number): void {
    this.#connections[place]?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
  }

  // ---------------------------------------------------------------- what the bot is sent

  /** A command, a press, a submission, a shortcut. Slack sends it once and waits three seconds. */
  interact(kind: 'interactive' | 'slash_commands', payload: Json): Promise<Acknowledgement> {
    if (this.transport === 'socket') return this.#overSocket(kind, payload);
    const form = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Readonly<Record<string, string>>);
    return this.#overHttp('application/x-www-form-urlencoded', new URLSearchParams(form).toString());
  }

  /** An event. Slack repeats it when it is not acknowledged; `retry` says which time this is. */
  event(
    event: Json,
    { eventId = this.workspace.next('Ev'), retry = 0, team = this.workspace.teamId }: EventOptions = {},
  ): Promise<Acknowledgement> {
    const body = {
      ...{ token: 'verification', team_id: team, api_app_id: this.workspace.appId, type: 'event_callback', event_id: eventId },
      ...{ event_time: Math.floor(this.workspace.now() / 1000), event },
      authorizations: [{ team_id: team, user_id: this.workspace.botUserId, is_bot: true, is_enterprise_install: false }],
    };
    if (this.transport === 'socket') return this.#overSocket('events_api', body, retry);
    const headers = retry === 0 ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' };
    return this.#overHttp('application/json', JSON.stringify(body), headers);
  }

  async #overHttp(type: string, body: string, more: Readonly<Record<string, string>> = {}): Promise<Acknowledgement> {
    const timestamp = Math.floor(Date.now() / 1000);
    return this.post(type, body, { ...this.signature(body, timestamp), ...more });
  }

  signature(body: string, timestamp: number, secret = this.signingSecret): Readonly<Record<string, string>> {
    const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` };
  }

  /** A request to the bot with whatever headers, signed or not. */
  async post(type: string, body: string, headers: Readonly<Record<string, string>>): Promise<Acknowledgement> {
    const began = performance.now();
    const afterMs = (): number => performance.now() - began;
    try {
      const response = await fetch(this.botUrl, {
        method: 'POST',
        headers: { 'content-type': type, ...headers },
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const answered = await response.text();
      return { status: response.status, body: readJson(answered), afterMs: afterMs() };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { status: timedOut ? 408 : 0, body: {}, afterMs: afterMs() };
    }
  }

  async #overSocket(type: string, payload: Json, retry = 0): Promise<Acknowledgement> {
    const began = performance.now();
    const open = this.#connections.filter(({ readyState }) => readyState === 1);
    const connection = open[(this.#turn += 1) % Math.max(1, open.length)];
    if (connection === undefined) return { status: 0, body: {}, afterMs: 0 };
    const id = this.workspace.next('envelope.');
    const answered = new Promise<Json>((resolve) => this.#waiting.set(id, resolve));
    connection.send(
      JSON.stringify({
        type,
        envelope_id: id,
        payload,
        accepts_response_payload: type !== 'events_api',
        retry_attempt: retry,
        retry_reason: '',
      }),
    );
    const late = Symbol('late');
    const body = await Promise.race([answered, wait(PATIENCE_MS, late)]);
    this.#waiting.delete(id);
    return typeof body === 'symbol'
      ? { status: 408, body: {}, afterMs: PATIENCE_MS }
      : { status: 200, body, afterMs: performance.now() - began };
  }
}

export type EventOptions = { readonly eventId?: string; readonly retry?: number; readonly team?: string };

const send = (response: ServerResponse, answer: Json, scopes = ''): void => {
  response.writeHead(200, { 'content-type': 'application/json', ...(scopes === '' ? {} : { 'x-oauth-scopes': scopes }) });
  response.end(JSON.stringify(answer));
};

const cut = (response: ServerResponse): void => void response.socket?.destroy();

function argumentsIn(type: string, body: string): Readonly<Record<string, unknown>> {
  if (type.includes('json')) return JSON.parse(body) as Record<string, unknown>;
  return Object.fromEntries(new URLSearchParams(body));
}

function readJson(body: string): Json {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return body === '' ? {} : { text: body };
  }
}
