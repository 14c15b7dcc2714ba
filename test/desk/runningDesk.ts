import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../support/arrows.ts';

const READY_WITHIN_MS = 15_000;

/** `fristwacht start` as a user runs it: a process of its own, on a free port, with a folder of its own. */
export type RunningDesk = {
  readonly folder: string;
  readonly address: () => string;
  /** Everything written to the terminal so far, of all starts. */
  readonly output: () => string;
  /** Ends the process at once, as a power cut would, and starts it again on the same data and port. */
  readonly crashAndRestart: () => Promise<void>;
  /** Ends the process at once. */
  readonly crash: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Asks it to end; answers the exit code. */
  readonly terminate: () => Promise<number | null>;
  readonly dispose: () => Promise<void>;
};

export type Setting = { readonly env?: Readonly<Record<string, string>>; readonly args?: readonly string[] };

/** Runs `fristwacht start` to its end; for starts that are refused. */
export async function tryToStart(
  folder: string,
  { env = {}, args = [] }: Setting = {},
): Promise<{ code: number | null; output: string }> {
  const child = launch(folder, { PORT: '0', ...env }, args);
  const output = listenTo(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, output: output.join('') };
}

/** Starts it and waits until it says that it is ready. */
export async function startDesk({ env = {}, args = [] }: Setting = {}): Promise<RunningDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'fristwacht-'));
  const outputs: string[][] = [];
  let address = '';
  let child: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const port = address === '' ? '0' : new URL(address).port;
    const started = launch(folder, { PORT: port, ...env }, args);
    const output = listenTo(started);
    outputs.push(output);
    child = started;
    address = await readyAddress(started, output);
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exited = once(child, 'exit');
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  };

  await start();
  const crash = async (): Promise<void> => {
    await end('SIGKILL');
  };
  return {
    folder,
    address: () => address,
    output: () => outputs.flat().join(''),
    crash,
    restart: start,
    crashAndRestart: async () => {
      await crash();
      await start();
    },
    terminate: () => end('SIGTERM'),
    dispose: async () => {
      await crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The Node of the tests is new enough, so the launcher goes on in the same process and a signal meets the server itself. */
function launch(folder: string, env: Readonly<Record<string, string>>, args: readonly string[]): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [join(projectRoot, 'adapters/cli/launch.mjs'), 'start', ...args], {
    cwd: folder,
    env: { PATH, HOME, LC_ALL: 'de_DE.UTF-8', FRISTWACHT_DATA: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function listenTo(child: ChildProcess): string[] {
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')));
  return output;
}

async function readyAddress(child: ChildProcess, output: readonly string[]): Promise<string> {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until && child.exitCode === null) {
    const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output.join(''))?.[0];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`The desk did not become ready. It said: ${output.join('')}`);
}
