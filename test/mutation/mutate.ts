// Mutation testing of the rules: `npm run mutation`, or `npm run mutation -- --mutate src/rules/awareness.ts`. Stryker and what it needs are
// not among the packages of this project, so it runs in a house of its own under `coverage/`: a copy of the tree, with packages installed
// there once. Results are kept, so that a later run looks only at what changed. See docs/rules-mutation.md.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { projectRoot } from '../support/arrows.ts';

const STRYKER = '10.1.1';
const HOUSE = join(projectRoot, 'coverage', 'mutation-house');
/** What is put there anew for each run; the packages and the results stay. */
const PARTS = ['src', 'cards', 'adapters', 'test', 'docs'];

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: projectRoot })
  .toString()
  .split('\0')
  .filter((file) => file !== '' && lstatSync(join(projectRoot, file), { throwIfNoEntry: false })?.isFile() === true);

function furnish(): void {
  mkdirSync(HOUSE, { recursive: true });
  // What was deleted in the tree must not live on in the house.
  for (const part of PARTS) rmSync(join(HOUSE, part), { recursive: true, force: true });
  for (const file of files) {
    mkdirSync(dirname(join(HOUSE, file)), { recursive: true });
    cpSync(join(projectRoot, file), join(HOUSE, file));
  }
}

/** Nobody's zone, as in the tests: on a machine that runs on UTC, code that reads its zone by accident would look right. */
const env = { ...process.env, TZ: 'Asia/Kathmandu' };
const inHouse = (command: string, args: readonly string[]): void => {
  execFileSync(command, args, { cwd: HOUSE, stdio: 'inherit', env });
};

furnish();
if (!existsSync(join(HOUSE, 'node_modules', '@stryker-mutator', 'core'))) {
  inHouse('npm', ['ci', '--no-audit', '--no-fund']);
  const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${STRYKER}`);
  inHouse('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...packages]);
}
const stryker = join(HOUSE, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
inHouse(process.execPath, [stryker, 'run', ...process.argv.slice(2)]);
