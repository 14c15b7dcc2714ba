// Several processes of the bot over one register, behind a balancer that delivers where the test says.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../arrows.ts';
import { APP_ID, CHANNEL, type FakeTeams, openFakeTeams, SECRET, TENANT } from './fakeTeams.ts';
import { type TeamsWire, teamsWire } from './teamsWire.ts';

const CONFIGURATION = `organisation: { id: acme, name: Acme Verkehr GmbH, country: DE, land: NW, sector: private }
contactPoint: { name: Datenschutzstelle, phone: 0211 123456 }
persons:
  - { id: dora, name: Dora Datenschutz, roles: [dpo], accounts: { teams: dora } }
channels: { teams: '${CHANNEL}' }
workingTime: none
teams: { transport: rest }
`;

export type TeamsInstance = { readonly child: ChildProcess; readonly output: () => string; readonly address: string };

export class TeamsProcesses {
  readonly teams: FakeTeams;
  readonly folder = mkdtempSync(join(tmpdir(), 'fristwacht-teams-instances-'));
  readonly wire: TeamsWire;
  readonly #env: Readonly<Record<string, string>>;
  readonly #instances: TeamsInstance[] = [];
  #address = '';

  private constructor(teams: FakeTeams, env: Readonly<Record<string, string>>) {
    this.teams = teams;
    this.#env = env;
    this.wire = teamsWire(
      teams,
      () => this.#address,
      () => new Date().toISOString(),
    );
  }

  /** `env`: where the register is, beside the folder. */
  static async prepare(env: Readonly<Record<string, string>> = {}): Promise<TeamsProcesses> {
    const processes = new TeamsProcesses(await openFakeTeams(), env);
    writeFileSync(join(processes.folder, 'fristwacht.yaml'), CONFIGURATION);
    return processes;
  }

  get dataFolder(): string {
    return join(this.folder, 'data');
  }

  async start(): Promise<TeamsInstance> {
    const { PATH = '', HOME = '' } = process.env;
    const account = { TEAMS_APP_ID: APP_ID, TEAMS_TENANT_ID: TENANT, TEAMS_APP_SECRET: SECRET, TEAMS_PORT: '0' };
    const place = { FRISTWACHT_DATA: this.dataFolder, FRISTWACHT_CONFIG: join(this.folder, 'fristwacht.yaml') };
    const child = spawn(process.execPath, [join(projectRoot, 'test/support/fakeTeams/teamsProcess.ts')], {
      env: {
        ...{ PATH, HOME, LC_ALL: 'de_DE.UTF-8', NODE_ENV: 'test' },
        ...account,
        ...place,
        ...{ FAKE_TEAMS: JSON.stringify(this.teams.endpoints) },
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    const address = (): string | undefined => /http:\/\/127\.0\.0\.1:\d+\/api\/messages/.exec(output)?.[0];
    for (let waited = 0; address() === undefined && child.exitCode === null && waited < 30_000; waited += 50) await pause(50);
    const found = address();
    if (found === undefined) throw new Error(`It did not start: ${output}`);
    const instance = { child, output: () => output, address: found };
    this.#instances.push(instance);
    if (this.#address === '') this.#address = found;
    return instance;
  }

  /** What the work sends goes to this instance; the address is taken in the moment the work begins. */
  at<T>({ address }: TeamsInstance, work: () => Promise<T>): Promise<T> {
    this.#address = address;
    return work();
  }

  async kill({ child }: TeamsInstance, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** Until Teams hears nothing more of the bot. */
  async settled(): Promise<void> {
    const { asked } = this.teams.connector;
    for (let quiet = 0, calls = -1; quiet < 6; ) {
      await pause(50);
      quiet = asked.length === calls ? quiet + 1 : 0;
      calls = asked.length;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#instances.map((instance) => this.kill(instance, 'SIGKILL')));
    await this.teams.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
