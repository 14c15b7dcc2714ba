import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realTimer } from '../../../adapters/timer/realTimer.ts';
import { openFiles } from '../../../adapters/files/openFiles.ts';
import type { Notes } from '../../../adapters/notes/notes.ts';
import { openNotes } from '../../../adapters/notes/openNotes.ts';
import { openEmbeddedRegister, REGISTER_FILE } from '../../../adapters/stores/openEmbeddedRegister.ts';
import { openTeams, type TransportName } from '../../../adapters/teams/openTeams.ts';
import { MESSAGES_PATH } from '../../../adapters/teams/teamsServer.ts';
import type { DialogueWorld } from '../../../src/dialogue/turn.ts';
import { type Organisation, personsWithRole } from '../../../src/organisation.ts';
import type { Register } from '../../../src/ports.ts';
import { reconcileCase, reconcileDue } from '../../../src/reminders/reconcile.ts';
import type { RemindersWorld } from '../../../src/reminders/remindersWorld.ts';
import { addHours, instant, type Instant } from '../../../src/rules/instant.ts';
import type { Member } from './connectorHost.ts';
import { APP_ID, BOT_ID, CHANNEL, closed, type FakeTeams, listening, openFakeTeams, SECRET, TENANT } from './fakeTeams.ts';

type Json = Readonly<Record<string, unknown>>;
/** A button on a card: what a client would send when it is pressed. */
export type Button = { readonly type: string; readonly title: string; readonly verb: string; readonly data: Json };
export type Reply = { readonly status: number; readonly body: unknown };

/** The bot as a whole, over real HTTP, beside a Teams service; register and notes lie in a folder of their own. */
export class RunningBot {
  now: Instant = instant('2026-11-23T16:40:00Z');
  elapsedMs = 0;
  readonly teams: FakeTeams;
  readonly failures: string[] = [];
  register!: Register;
  readonly #organisation: Organisation;
  readonly #transport: TransportName;
  readonly #folder = mkdtempSync(join(tmpdir(), 'fristwacht-teams-'));
  #notes!: Notes;
  #server!: Server;
  #reminders!: RemindersWorld;
  #address = '';
  #activities = 0;

  private constructor(teams: FakeTeams, organisation: Organisation, transport: TransportName) {
    this.teams = teams;
    this.#organisation = organisation;
    this.#transport = transport;
  }

  static async open(organisation: Organisation, transport: TransportName): Promise<RunningBot> {
    const bot = new RunningBot(await openFakeTeams(), organisation, transport);
    for (const { name, accounts } of organisation.persons) {
      if (accounts.teams !== undefined) bot.teams.addMember({ aadObjectId: accounts.teams, name });
    }
    await bot.#start();
    return bot;
  }

  async #start(): Promise<void> {
    const ids = { next: () => randomUUID() };
    const clock = { now: () => this.now };
    const organisation = this.#organisation;
    this.register = await openEmbeddedRegister(join(this.#folder, REGISTER_FILE), { ids });
    this.#notes = await openNotes({ folder: this.#folder, ids });
    const { endpoints } = this.teams;
    const credential = { by: 'secret', secret: SECRET } as const;
    const { channel, serving } = openTeams({
      account: { kind: 'registered', appId: APP_ID, tenantId: TENANT, credential, host: '127.0.0.1', port: 0 },
      ...{ transport: this.#transport, notes: this.#notes, organisation, clock, ids, endpoints, timeoutMs: 500 },
      monotonicNow: () => this.elapsedMs,
      reportFailure: (kind) => void this.failures.push(kind),
    });
    this.#reminders = {
      ...{ register: this.register, channels: [channel], clock, organisation, leaseSeconds: 60, timer: realTimer },
      alarm: ({ what }) => void this.failures.push(what),
    };
    const { exports, router } = openFiles({
      ...{ register: this.register, clock, organisationFor: async () => organisation },
      publicUrl: () => new URL(this.#address).origin,
      reportFailure: (kind) => void this.failures.push(kind),
    });
    const dialogue: DialogueWorld = {
      ...{ register: this.register, clock, ids, organisation, exports },
      afterAppend: (caseId) => reconcileCase(this.#reminders, caseId),
    };
    this.#server = createServer(serving(dialogue, router));
    this.#address = (await listening(this.#server)) + MESSAGES_PATH;
  }

  async #stop(): Promise<void> {
    await closed(this.#server);
    await this.#notes.close();
    await this.register.close();
  }

  /** Another process over the same files. */
  async restart(): Promise<void> {
    await this.#stop();
    await this.#start();
  }

  async end(): Promise<void> {
    await this.#stop();
    await this.teams.close();
    rmSync(this.#folder, { recursive: true });
  }

  /** Lets time pass and delivers what is due then. */
  async pass(hours: number): Promise<void> {
    this.now = addHours(this.now, hours);
    this.elapsedMs += hours * 3_600_000;
    await reconcileDue(this.#reminders);
  }

  officer(): Member {
    const [dpo] = personsWithRole(this.#organisation, 'dpo');
    const found = [...this.teams.connector.members.values()].find(({ aadObjectId }) => aadObjectId === dpo?.accounts.teams);
    if (!found) throw new Error('There is no officer.');
    return found;
  }

  /** What Teams sends, signed; in the personal chat of this member unless another conversation is named. */
  async sends(member: Member, activity: Json, conversationId?: string): Promise<Reply> {
    const { serviceUrl } = this.teams;
    const room = conversationId ?? this.teams.connector.personalRoomOf(member).id;
    const isChannel = room.startsWith(CHANNEL);
    this.#activities += 1;
    const body = {
      ...{ id: `activity-${String(this.#activities)}`, channelId: 'msteams', serviceUrl, locale: 'de-DE', timestamp: this.now },
      from: { id: member.id, name: member.name, aadObjectId: member.aadObjectId },
      recipient: { id: BOT_ID, name: 'Fristwacht' },
      conversation: { id: room, conversationType: conversationId === undefined ? 'personal' : 'channel', tenantId: TENANT },
      channelData: { tenant: { id: TENANT }, ...(isChannel ? { channel: { id: CHANNEL } } : {}) },
      ...activity,
    };
    const response = await fetch(this.#address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.teams.token()}` },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  says(member: Member, text: string, more: Json = {}, conversationId?: string): Promise<Reply> {
    return this.sends(member, { type: 'message', text, ...more }, conversationId);
  }

  /** Presses a button as a client would: at once, or opening a dialog. */
  presses(
    member: Member,
    { type, verb, data }: Button,
    inputs: Json = {},
    where: Json = {},
    conversationId?: string,
  ): Promise<Reply> {
    const all = { ...data, ...inputs };
    const value =
      type === 'Action.Execute'
        ? { name: 'adaptiveCard/action', value: { action: { type, verb, data: all }, trigger: 'manual' } }
        : { name: 'msteams' in data ? 'task/fetch' : 'task/submit', value: { data: all } };
    return this.sends(member, { type: 'invoke', ...value, ...where }, conversationId);
  }
}
