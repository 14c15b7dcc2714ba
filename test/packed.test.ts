import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { projectRoot } from './support/arrows.ts';
import { trackedFiles } from './support/trackedFiles.ts';
import { type Outcome, runAsUser } from './support/userTerminal.ts';

const version = new RegExp(`^fristwacht ${RegExp.escape(manifest.version)} \\(Node (?:2[4-9]|[3-9]\\d)\\.\\d+\\.\\d+\\)\\n$`);
const unreachable = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ENETUNREACH|ENOTCACHED/;

describe('the command in a clone', () => {
  it('runs the TypeScript directly, on a Node that is recent enough', async () => {
    const { code, stdout, stderr } = await runAsUser(projectRoot, 'npx', 'fristwacht', 'version');
    expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: expect.stringMatching(version) });
  });

  it('runs under the Node of the machine too, which may be an old one', async () => {
    const { code, stdout, stderr } = await runAsUser(projectRoot, 'node', 'adapters/cli/launch.mjs', 'version');
    expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: expect.stringMatching(version) });
  });

  it('answers an unknown command kindly, with exit code 2', async () => {
    const { code, stderr } = await runAsUser(projectRoot, 'npx', 'fristwacht', 'asess');
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
    packing = await runAsUser(copyOfTheClone(join(folder, 'clone')), 'npm', 'pack', '--pack-destination', folder);
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (archive === undefined) return;
    home = join(folder, 'elsewhere');
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{ "name": "elsewhere", "private": true }\n');
    installing = await runAsUser(home, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, archive));
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

  it('carries what an adapter reads or serves beside its code', () => {
    const assets = trackedFiles().filter((path) =>
      /^adapters\/(?:.*\.(?:html|css|js|svg|yaml|json|ttf)|documents\/.*\.mjs)$/.test(path),
    );
    expect(assets.filter((path) => !packing.stderr.includes(`dist/${path}`))).toEqual([]);
  });

  it('installs and runs, on a Node that is recent enough', async (context) => {
    const offline = installing.code !== 0 && unreachable.test(installing.stderr) && process.env.CI !== 'true';
    context.skip(offline, 'skipped: the packages cannot be fetched from here');
    expect(installing.code, installing.stderr).toBe(0);
    const byNpx = await runAsUser(home, 'npx', 'fristwacht', 'version');
    expect(byNpx, byNpx.stderr).toMatchObject({ code: 0, stdout: expect.stringMatching(version) });
    const byMachine = await runAsUser(home, 'node', 'node_modules/fristwacht/adapters/cli/launch.mjs', 'version');
    expect(byMachine, byMachine.stderr).toMatchObject({ code: 0, stdout: expect.stringMatching(version) });
    writeFileSync(join(home, 'facts.json'), '{}');
    const assessed = await runAsUser(home, 'npx', 'fristwacht', 'assess', '--facts', 'facts.json', '--json');
    expect(assessed.code, assessed.stderr).toBe(0);
    // Nothing is known, so nothing is ruled out: every duty is presumed, and there is something to ask.
    const { duties, ask } = JSON.parse(assessed.stdout) as { duties: { duty: string; status: string }[]; ask: unknown[] };
    expect(duties).toContainEqual(expect.objectContaining({ duty: 'art33-1', status: 'presumed' }));
    expect(ask.length).toBeGreaterThan(0);
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
