import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { MongodProgram } from './mongodProgram.ts';

const startsWithinMs = 30_000;
const stopsWithinMs = 10_000;
const folderName = 'fristwacht-mongod-';

/** One running server, its port and its folder. Both stay the same over `kill` and `restart`. */
export type MongodProcess = {
  readonly port: number;
  readonly processId: () => number | undefined;
  /** Resident memory in MiB; undefined where the machine does not tell. */
  readonly memory: () => number | undefined;
  /** SIGKILL, as if the power had failed for this one process; answers when it is gone. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data; answers when it does. */
  readonly restart: () => Promise<void>;
  /** Ends the process and removes its folder. */
  readonly stop: () => Promise<void>;
};

/** Whatever runs or lies around when the tests end without having cleaned up. */
const running = new Set<ChildProcess>();
const folders = new Set<string>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export async function startMongod(program: MongodProgram, further: readonly string[] = []): Promise<MongodProcess> {
  removeOrphans();
  const folder = mkdtempSync(join(tmpdir(), `${folderName}${process.pid}-`));
  folders.add(folder);
  const port = await freePort();
  const start = (): Promise<ChildProcess> => startIn(program, folder, port, further);
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
    folders.delete(folder);
  };
  let child = await start().catch((error: unknown) => {
    remove();
    throw error;
  });
  const end = (signal: NodeJS.Signals): Promise<void> => endProcess(child, signal);
  return {
    port,
    processId: () => (hasEnded(child) ? undefined : child.pid),
    memory: () => (child.pid === undefined ? undefined : residentMemory(child.pid)),
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGTERM');
      child = await start();
    },
    stop: async () => {
      await end('SIGTERM');
      remove();
    },
  };
}

async function startIn(program: MongodProgram, folder: string, port: number, further: readonly string[]): Promise<ChildProcess> {
  const log = join(folder, 'mongod.log');
  const logged = program.genuine ? ['--logpath', log, '--logappend'] : [];
  const [command, ...first] = endingWithUs(program.command);
  const options = [...first, ...program.arguments, '--port', String(port), '--dbpath', folder, ...logged, ...further];
  const child = spawn(command, options, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2_000);
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  child.on('error', (error) => {
    said = error.message;
  });
  if (await answers(child, port)) return child;
  await endProcess(child, 'SIGKILL');
  throw new Error(`${program.name} did not start on port ${port}: ${said}${existsSync(log) ? lastLinesOf(log) : ''}`);
}

const setpriv = '/usr/bin/setpriv';

/** Whether the kernel of this machine ends a server together with the tests, even if those are killed. */
export const endsWithUs = existsSync(setpriv);

const endingWithUs = (command: string): [string, ...string[]] =>
  endsWithUs ? [setpriv, '--pdeathsig', 'KILL', command] : [command];

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

async function answers(child: ChildProcess, port: number): Promise<boolean> {
  const deadline = performance.now() + startsWithinMs;
  while (!hasEnded(child) && performance.now() < deadline) {
    if (await pings(port)) return !hasEnded(child);
    await pause(50);
  }
  return false;
}

async function pings(port: number): Promise<boolean> {
  const client = new MongoClient(directUri(port), { serverSelectionTimeoutMS: 300 });
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

/** This one server, whatever set it belongs to. */
export const directUri = (port: number): string => `mongodb://127.0.0.1:${port}/?directConnection=true`;

async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs);
  await gone;
  clearTimeout(late);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return address.port;
}

/** Folders of test runs that were killed: their names carry the process that made them. */
function removeOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const maker = new RegExp(`^${folderName}(\\d+)-`).exec(name)?.[1];
    if (maker !== undefined && !isAlive(Number(maker))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function residentMemory(processId: number): number | undefined {
  const status = `/proc/${processId}/status`;
  const kibibytes = existsSync(status) ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return kibibytes === undefined ? undefined : Math.round(Number(kibibytes) / 1024);
}

const lastLinesOf = (log: string): string => readFileSync(log, 'utf8').split('\n').slice(-5).join('\n');
