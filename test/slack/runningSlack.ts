// The bot in Slack as it runs, over a real register, with Slack's stand-in on the other side.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openFiles } from '../../adapters/files/openFiles.ts';
import { openSlack, type OpenSlack } from '../../adapters/slack/openSlack.ts';
import type { SlackReport, SlackSetting } from '../../adapters/slack/slackSetting.ts';
import type { Notes } from '../../adapters/notes/notes.ts';
import { realTimer } from '../../adapters/timer/realTimer.ts';
import { openEmbeddedRegister } from '../../adapters/stores/openEmbeddedRegister.ts';
import type { CaseRecord } from '../../src/breach/breachCase.ts';
import type { CaseId, CaseNumber } from '../../src/breach/identifiers.ts';
import { handle } from '../../src/dialogue/handle.ts';
import type { DialogueWorld } from '../../src/dialogue/turn.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { Channel, Register } from '../../src/ports.ts';
import { readCase } from '../../src/register/readCase.ts';
import { reconcileCase, reconcileDue } from '../../src/reminders/reconcile.ts';
import type { Alarm, RemindersWorld } from '../../src/reminders/remindersWorld.ts';
import { addHours, instant, type Instant } from '../../src/rules/instant.ts';
import { acme } from '../dialogue/conversation.ts';
import { FakeSlack } from '../support/fakeSlack/fakeSlack.ts';
import { memoryNotes } from '../support/memoryNotes.ts';
import { SlackUser } from '../support/fakeSlack/slackUser.ts';

export const OFFICE = 'C0OFFICE';
/** The scopes of the manifest. */
export const SCOPES = ['commands', 'chat:write', 'im:history', 'users:read', 'groups:read'];

export const acmeInSlack: Organisation = { ...acme, channels: { slack: OFFICE } };

export type Transport = 'http' | 'socket';
export type Wanted = {
  readonly transport?: Transport;
  readonly organisation?: Organisation;
  readonly setting?: Partial<SlackSetting>;
  readonly scopes?: readonly string[];
  readonly tokenLifeMs?: number;
  /** Before the bot starts. */
  readonly prepare?: (slack: FakeSlack) => void;
  /** Stands between the dialogue and the register. */
  readonly register?: (register: Register) => Register;
  readonly otherChannels?: readonly Channel[];
};

export class RunningSlack {
  readonly slack: FakeSlack;
  readonly register: Register;
  readonly reports: SlackReport[] = [];
  readonly alarms: Alarm[] = [];
  readonly failures: string[] = [];
  now: Instant = instant('2026-11-23T17:40:00+01:00');
  bot!: OpenSlack;
  /** They outlive the bot. */
  readonly notes: Notes = memoryNotes();
  #background = new Set<Promise<void>>();
  readonly #folder: string;
  readonly #wanted: Wanted;
  #reminders!: RemindersWorld;

  private constructor(slack: FakeSlack, folder: string, register: Register, wanted: Wanted) {
    this.slack = slack;
    this.#folder = folder;
    this.register = register;
    this.#wanted = wanted;
  }

  static async open(wanted: Wanted = {}): Promise<RunningSlack> {
    const slack = await FakeSlack.start({
      ...{ scopes: wanted.scopes ?? SCOPES, transport: wanted.transport ?? 'http' },
      ...(wanted.tokenLifeMs === undefined ? {} : { tokenLifeMs: wanted.tokenLifeMs }),
    });
    const organisation = wanted.organisation ?? acmeInSlack;
    const office = organisation.persons.flatMap(({ roles, accounts }) =>
      roles.includes('dpo') && accounts.slack ? [accounts.slack] : [],
    );
    slack.workspace.addConversation(OFFICE, 'private', [slack.workspace.botUserId, ...office]);
    for (const { accounts, name } of organisation.persons) if (accounts.slack) slack.workspace.addUser(accounts.slack, { name });
    wanted.prepare?.(slack);
    const folder = mkdtempSync(join(tmpdir(), 'fristwacht-slack-'));
    const register = await openEmbeddedRegister(join(folder, 'register.sqlite'), { ids: { next: () => randomUUID() } });
    const running = new RunningSlack(slack, folder, wanted.register?.(register) ?? register, wanted);
    await running.startBot();
    return running;
  }

  /** Starts the bot over the same register; again after it was closed. */
  async startBot(): Promise<void> {
    const connected = (): number => this.reports.filter(({ what }) => what === 'connected').length;
    const before = connected();
    const { slack, register } = this;
    const organisation = this.#wanted.organisation ?? acmeInSlack;
    const transport =
      slack.transport === 'http'
        ? ({ kind: 'http', signingSecret: slack.signingSecret, port: 0, host: '127.0.0.1' } as const)
        : ({ kind: 'socket', appToken: slack.appToken } as const);
    const setting: SlackSetting = {
      botToken: async () => slack.botToken,
      transport,
      apiUrl: slack.apiUrl,
      ...(slack.rotation === undefined ? {} : { rotation: slack.rotation.firstPair() }),
      filesAt: { port: 0, host: '127.0.0.1' },
      ...this.#wanted.setting,
    };
    const report = (each: SlackReport): void => void this.reports.push(each);
    const now = (): string => new Date(slack.workspace.now()).toISOString();
    this.bot = openSlack({ setting, organisation, notes: this.notes, report, now, monotonicNow: () => performance.now() });
    const clock = { now: () => this.now };
    this.#reminders = {
      ...{ register, clock, organisation, leaseSeconds: 60, timer: realTimer, resting: new Map() },
      channels: [this.bot.channel, ...(this.#wanted.otherChannels ?? [])],
      alarm: (alarm) => void this.alarms.push(alarm),
    };
    const files = openFiles({
      ...{ register, clock, organisationFor: this.bot.organisationFor, publicUrl: () => `http://127.0.0.1:${this.bot.port()}` },
      reportFailure: (kind) => void this.failures.push(kind),
    });
    const exports = setting.exportsTo === 'channel' ? this.bot.exportsToChannel({ register, clock }) : files.exports;
    const world: Omit<DialogueWorld, 'organisation'> = {
      ...{ register, clock, ids: { next: () => randomUUID() }, exports },
      afterAppend: async (caseId) => this.#aside(reconcileCase(this.#reminders, caseId)),
    };
    await this.bot.start({
      register,
      files: files.router,
      handle: (inbound, now) => handle(inbound, { ...world, organisation: now }),
    });
    const port = this.bot.port();
    if (port !== undefined && slack.transport === 'http') slack.botUrl = `http://127.0.0.1:${port}/slack/events`;
    // Connections of an earlier bot may still be counted over there.
    if (slack.transport === 'socket') await until(() => connected() >= before + 2);
  }

  #aside(work: Promise<void>): void {
    const tracked = work.finally(() => this.#background.delete(tracked));
    this.#background.add(tracked);
  }

  /** Until nothing is under way any more: no answer, no message that a deed has made due. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      const calls = this.slack.calls.length;
      await Promise.all(this.#background);
      await wait(5);
      const isQuiet = this.bot.isIdle() && this.#background.size === 0 && this.slack.calls.length === calls;
      quiet = isQuiet ? quiet + 1 : 0;
    }
  }

  async tick(): Promise<void> {
    await reconcileDue(this.#reminders);
  }

  async pass(hours: number): Promise<void> {
    this.now = addHours(this.now, hours);
    await this.tick();
  }

  user(id: string): SlackUser {
    return new SlackUser(this.slack, id);
  }

  /** Reported by command and window; the window is closed again. */
  async report(who = 'ADA', text = 'Ein Laptop ist weg.'): Promise<CaseId> {
    const person = this.user(who);
    await person.command('/datenpanne');
    await this.settled();
    person.fill({ window: person.window! }, { text });
    await person.submit();
    person.closeWindow();
    await this.settled();
    return (await this.cases())[0]!;
  }

  async cases(): Promise<readonly CaseId[]> {
    return (await this.register.list({ limit: 50 })).map(({ caseId }) => caseId);
  }

  async record(id: CaseId): Promise<CaseRecord> {
    const stored = await this.register.read(id);
    const record = stored && readCase(stored);
    if (!record || record.status === 'none') throw new Error('There is no such case.');
    return record;
  }

  async byNumber(number: string): Promise<CaseId> {
    const found = await this.register.findByNumber(number as CaseNumber);
    if (!found) throw new Error('There is no such number.');
    return found;
  }

  async close(): Promise<void> {
    await this.bot.close();
    await Promise.all(this.#background);
    await this.slack.stop();
    await this.register.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export async function until(holds: () => boolean, ms = 5000): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > ms) throw new Error('It did not come to pass in time.');
    await wait(10);
  }
}
