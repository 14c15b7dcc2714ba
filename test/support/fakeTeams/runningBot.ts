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
import { APP_ID, closed, type FakeTeams, listening, openFakeTeams, SECRET, TENANT } from './fakeTeams.ts';
import { type Reply, type TeamsWire, teamsWire } from './teamsWire.ts';

type Json = Readonly<Record<string, unknown>>;
/** A button on a card: what a client would send when it is pressed. */
export type Button = { readonly type: string; readonly title: string; readonly verb: string; readonly data: Json };
export type { Reply } from './teamsWire.ts';

type Process = {
  readonly server: Server;
  readonly address: string;
  readonly register: Register;
  readonly notes: Notes;
  readonly reminders: RemindersWorld;
};

/** The bot as a whole, over real HTTP, beside a Teams service; register and notes lie in a folder of their own. */
export class RunningBot {
  now: Instant = instant('2026-11-23T16:40:00Z');
  elapsedMs = 0;
  readonly teams: FakeTeams;
  readonly failures: string[] = [];
  readonly #organisation: Organisation;
  readonly #transport: TransportName;
  readonly #folder = mkdtempSync(join(tmpdir(), 'fristwacht-teams-'));
  /** The first is the bot; others may run beside it, over the same files. */
  #processes: Process[] = [];
  #answering = 0;
  readonly #wire: TeamsWire;

  private constructor(teams: FakeTeams, organisation: Organisation, transport: TransportName) {
    this.teams = teams;
    this.#organisation = organisation;
    this.#transport = transport;
    this.#wire = teamsWire(
      teams,
      () => this.#at(this.#answering).address,
      () => this.now,
    );
  }

  static async open(organisation: Organisation, transport: TransportName): Promise<RunningBot> {
    const bot = new RunningBot(await openFakeTeams(), organisation, transport);
    for (const { name, accounts } of organisation.persons) {
      if (accounts.teams !== undefined) bot.teams.addMember({ aadObjectId: accounts.teams, name });
    }
    await bot.#start();
    return bot;
  }

  get register(): Register {
    return this.#at(0).register;
  }

  #at(place: number): Process {
    const found = this.#processes[place];
    if (!found) throw new Error('There is no such process.');
    return found;
  }

  /** One more process over the same files. */
  async startAnother(): Promise<void> {
    await this.#start();
  }

  /** What the work sends goes to this process. */
  async to<Result>(place: number, work: () => Promise<Result>): Promise<Result> {
    this.#answering = place;
    const result = work();
    // A request is on its way before anything is awaited that could change it.
    return result.finally(() => {
      this.#answering = 0;
    });
  }

  async #start(): Promise<void> {
    const ids = { next: () => randomUUID() };
    const clock = { now: () => this.now };
    const organisation = this.#organisation;
    const register = await openEmbeddedRegister(join(this.#folder, REGISTER_FILE), { ids });
    const notes = await openNotes({ folder: this.#folder, ids });
    const { endpoints } = this.teams;
    const credential = { by: 'secret', secret: SECRET } as const;
    const { channel, serving } = openTeams({
      account: { kind: 'registered', appId: APP_ID, tenantId: TENANT, credential, host: '127.0.0.1', port: 0 },
      ...{ transport: this.#transport, notes, organisation, clock, ids, endpoints, timeoutMs: 500 },
      monotonicNow: () => this.elapsedMs,
      reportFailure: (kind) => void this.failures.push(kind),
    });
    const reminders: RemindersWorld = {
      ...{ register, channels: [channel], clock, organisation, leaseSeconds: 60, timer: realTimer, resting: new Map() },
      alarm: ({ what }) => void this.failures.push(what),
    };
    const { exports, router } = openFiles({
      ...{ register, clock, organisationFor: async () => organisation },
      publicUrl: () => new URL(this.#at(0).address).origin,
      reportFailure: (kind) => void this.failures.push(kind),
    });
    const dialogue: DialogueWorld = {
      ...{ register, clock, ids, organisation, exports },
      afterAppend: (caseId) => reconcileCase(reminders, caseId),
    };
    const server = createServer(serving(dialogue, router));
    this.#processes.push({ server, register, notes, reminders, address: (await listening(server)) + MESSAGES_PATH });
  }

  async #stop(): Promise<void> {
    for (const { server, notes, register } of this.#processes) {
      await closed(server);
      await notes.close();
      await register.close();
    }
    this.#processes = [];
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
    await reconcileDue(this.#at(0).reminders);
  }

  officer(): Member {
    const [dpo] = personsWithRole(this.#organisation, 'dpo');
    const found = [...this.teams.connector.members.values()].find(({ aadObjectId }) => aadObjectId === dpo?.accounts.teams);
    if (!found) throw new Error('There is no officer.');
    return found;
  }

  /** What Teams sends, signed; in the personal chat of this member unless another conversation is named. */
  sends(member: Member, activity: Json, conversationId?: string): Promise<Reply> {
    return this.#wire.sends(member, activity, conversationId);
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
