import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { projectRoot } from './arrows.ts';

/** A program that serves as one MongoDB server. Only a genuine mongod can form a replica set. */
export type MongodProgram = {
  readonly name: string;
  readonly genuine: boolean;
  readonly command: string;
  readonly arguments: readonly string[];
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The genuine mongod of this machine: `MONGOD` if set, else on the PATH, else in the cache folder. The same order as `.ci/mongod`. */
export function findMongod(environment: Environment): MongodProgram | undefined {
  const command = placesOf(environment).find(isExecutable);
  return command === undefined ? undefined : { name: nameOf(command), genuine: true, command, arguments: quietMongod };
}

/** Our own program that speaks MongoDB's protocol; what it lacks is said at its top. */
export const standIn: MongodProgram = {
  name: 'the stand-in for MongoDB',
  genuine: false,
  command: process.execPath,
  arguments: [join(projectRoot, 'test/support/mongodStandIn/standIn.ts')],
};

/** Reached from this machine only, small, and without the recording of its own condition. */
const quietMongod = [
  '--quiet',
  '--nounixsocket',
  ...['--bind_ip', '127.0.0.1'],
  ...['--wiredTigerCacheSizeGB', '0.25'],
  ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
];

function placesOf(environment: Environment): string[] {
  const named = environment.MONGOD;
  if (named !== undefined && named !== '') return [named];
  const cache = environment.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders, join(cache, 'fristwacht', 'mongod')].map((folder) => join(folder, 'mongod'));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** "mongod 8.0.4", as the program says of itself. One that does not run is an error: it was named, or it is broken. */
function nameOf(command: string): string {
  const said = execFileSync(command, ['--version'], { encoding: 'utf8' });
  return `mongod ${/db version v(\S+)/.exec(said)?.[1] ?? 'of unknown version'}`;
}
