import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { projectRoot } from './support/arrows.ts';
import { trackedFiles } from './support/trackedFiles.ts';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program as a user's terminal would: without what npm and vitest put into the environment of this test, so that the
 * machine's own Node starts the launcher, whatever Node runs the tests.
 */
function run(cwd: string, program: string, ...args: string[]): Promise<Outcome> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|VITEST|NODE_|LC_|LANG)/i.test(name)));
  env.PATH = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules') && !folder.includes('node-gyp-bin'))
    .join(delimiter);
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

const version = new RegExp(`^fristwacht ${RegExp.escape(manifest.version)} \\(Node (?:2[4-9]|[3-9]\\d)\\.\\d+\\.\\d+\\)\\n$`);
const unreachable = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ENETUNREACH|ENOTCACHED/;

describe('the command in a clone', () => {
  it('runs the TypeScript directly, on a Node that is recent enough', async () => {
    const { code, stdout, stderr } = await run(projectRoot, 'npx', 'fristwacht', 'version');
    expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: expect.stringMatching(version) });
  });

  it('answers an unknown command kindly, with exit code 2', async () => {
    const { code, stderr } = await run(projectRoot, 'npx', 'fristwacht', 'asess');
    expect(code).toBe(2);
    expect(stderr).toContain('There is no command “asess”.');
  });
});

describe('the packed package, installed elsewhere', () => {
  let folder = '';
  let home = '';
  let packing: Outcome = { code: 1, stdout: '', stderr: 'not packed' };
  let installing: Outcome = { code: 1, stdout: '', stderr: 'not installed' };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fristwacht-packed-'));
    packing = await run(copyOfTheClone(join(folder, 'clone')), 'npm', 'pack', '--pack-destination', folder);
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (archive === undefined) return;
    home = join(folder, 'elsewhere');
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{ "name": "elsewhere", "private": true }\n');
    installing = await run(home, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, archive));
  }, 170_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('packs', () => {
    expect(packing.code, packing.stdout + packing.stderr).toBe(0);
  });

  it('carries plain JavaScript and no TypeScript, no test and no data', () => {
    expect(packing.stderr).toContain('dist/adapters/main.js');
    expect(packing.stderr).not.toMatch(/\.ts\b|\btest\/|\bdata\/|node_modules/);
  });

  it('installs and runs, on a Node that is recent enough', async (context) => {
    const offline = installing.code !== 0 && unreachable.test(installing.stderr) && process.env.CI !== 'true';
    context.skip(offline, 'skipped: the packages cannot be fetched from here');
    expect(installing.code, installing.stderr).toBe(0);
    const { code, stdout, stderr } = await run(home, 'npx', 'fristwacht', 'version');
    expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: expect.stringMatching(version) });
  });

  /** Packs a copy, so that a test run leaves no `dist` in the clone and two runs do not meet in it. */
  function copyOfTheClone(target: string): string {
    for (const path of trackedFiles()) {
      mkdirSync(dirname(join(target, path)), { recursive: true });
      cpSync(join(projectRoot, path), join(target, path));
    }
    symlinkSync(join(projectRoot, 'node_modules'), join(target, 'node_modules'), 'junction');
    return target;
  }
});
