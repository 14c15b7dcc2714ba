// Several processes of the program over one register, behind a balancer that delivers where the test says.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../support/arrows.ts';
import { FakeSlack } from '../support/fakeSlack/fakeSlack.ts';
import { OFFICE, SCOPES, type Transport, until } from './runningSlack.ts';

const configuration = (transport: Transport): string => `organisation:
  id: acme
  name: Acme Verkehr GmbH
  country: DE
  land: NW
  sector: private
contactPoint:
  name: Datenschutzstelle
  phone: 0211 123456
persons:
  - id: dora
    name: Dora Datenschutz
    roles: [dpo]
    accounts:
      slack: DORA
channels:
  slack: ${OFFICE}
workingTime: none
slack:
  transport: ${transport}
  port: 0
`;

/** One process, as it was started. */
export type Instance = { readonly child: ChildProcess; readonly output: () => string; readonly url: string };

export type ProcessesSetting = {
  readonly transport: Transport;
  readonly tokenLifeMs?: number;
  /** Where the register is, beside the folder. */
  readonly env?: Readonly<Record<string, string>>;
};

export class SlackProcesses {
  readonly slack: FakeSlack;
  readonly folder = mkdtempSync(join(tmpdir(), 'fristwacht-instances-'));
  readonly #env: Readonly<Record<string, string>>;
  readonly #instances: Instance[] = [];

  private constructor(slack: FakeSlack, env: Readonly<Record<string, string>>) {
    this.slack = slack;
    this.#env = env;
  }

  static async prepare({ transport, tokenLifeMs, env = {} }: ProcessesSetting): Promise<SlackProcesses> {
    const slack = await FakeSlack.start({ transport, scopes: SCOPES, ...(tokenLifeMs === undefined ? {} : { tokenLifeMs }) });
    slack.workspace.addUser('DORA');
    slack.workspace.addConversation(OFFICE, 'private', ['DORA', slack.workspace.botUserId]);
    const processes = new SlackProcesses(slack, env);
    writeFileSync(join(processes.folder, 'fristwacht.yaml'), configuration(transport));
    return processes;
  }

  get dataFolder(): string {
    return join(this.folder, 'data');
  }

  get #secrets(): Readonly<Record<string, string>> {
    const { slack } = this;
    const way: Readonly<Record<string, string>> =
      slack.transport === 'http' ? { SLACK_SIGNING_SECRET: slack.signingSecret } : { SLACK_APP_TOKEN: slack.appToken };
    if (slack.rotation === undefined) return { SLACK_BOT_TOKEN: slack.botToken, ...way };
    const { seed, firstToken, clientId, clientSecret } = slack.rotation.firstPair();
    const pair = { SLACK_BOT_TOKEN: firstToken, SLACK_REFRESH_TOKEN: seed };
    return { ...pair, SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, ...way };
  }

  /** A command of the program, and everything it says. */
  launch(command: string, more: Readonly<Record<string, string>> = {}): Omit<Instance, 'url'> {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [join(projectRoot, 'adapters/cli/launch.mjs'), command], {
      cwd: this.folder,
      env: {
        ...{ PATH, HOME, LC_ALL: 'de_DE.UTF-8', NODE_ENV: 'test' },
        ...{ FRISTWACHT_DATA: this.dataFolder, SLACK_API_URL: this.slack.apiUrl },
        ...this.#secrets,
        ...this.#env,
        ...more,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    return { child, output: () => output };
  }

  async start(more: Readonly<Record<string, string>> = {}): Promise<Instance> {
    const { child, output } = this.launch('start', more);
    await until(() => output().includes('Beenden mit') || child.exitCode !== null, 30_000);
    if (child.exitCode !== null) throw new Error(`It did not start: ${output()}`);
    const port = /127\.0\.0\.1:(\d+)\/slack\/events/.exec(output())?.[1];
    const instance = { child, output, url: port === undefined ? '' : `http://127.0.0.1:${port}/slack/events` };
    this.#instances.push(instance);
    if (this.slack.botUrl === '') this.slack.botUrl = instance.url;
    return instance;
  }

  /** What the work sends goes to this instance. */
  at<T>({ url }: Instance, work: () => Promise<T>): Promise<T> {
    this.slack.botUrl = url;
    return work();
  }

  async kill({ child }: Instance, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** Until Slack hears nothing more of the bot. */
  async settled(): Promise<void> {
    for (let quiet = 0, calls = -1; quiet < 4; ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      quiet = this.slack.calls.length === calls ? quiet + 1 : 0;
      calls = this.slack.calls.length;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#instances.map((instance) => this.kill(instance, 'SIGKILL')));
    await this.slack.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
