import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { projectRoot } from './arrows.ts';

describe('the plain last line', () => {
  let folder = '';
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs vitest with the project's own configuration over one test file, and gives its exit code and its lines. */
  function runTests(source: string): { status: number | null; lines: string[] } {
    folder = mkdtempSync(join(tmpdir(), 'fristwacht-tests-'));
    mkdirSync(join(folder, 'test'));
    writeFileSync(join(folder, 'test', 'planted.test.ts'), source);
    const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
    const args = [vitest, 'run', '--globals', '--root', folder, '--config', join(projectRoot, 'vitest.config.ts')];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return { status, lines: stdout.trimEnd().split('\n') };
  }

  it('counts what passed', () => {
    const { status, lines } = runTests(`it('holds', () => {}); it('holds too', () => {});`);
    expect([status, lines.at(-1)]).toEqual([0, '2 passed, 0 failed']);
  });

  it('counts what failed, and names what was not run', () => {
    const { status, lines } = runTests(
      `it('holds', () => {}); it('fails', () => { throw new Error('no'); }); it.skip('rests', () => {});`,
    );
    expect([status, lines.at(-1)]).toEqual([1, '1 passed, 1 failed, 1 skipped']);
    expect(lines.at(-2)).toBe('not run: rests');
  });

  it('counts a file that does not load', () => {
    const { status, lines } = runTests(`throw new Error('no'); it('is never reached', () => {});`);
    expect([status, lines.at(-1)]).toEqual([1, '0 passed, 1 failed']);
  });

  it('counts a hook that throws', () => {
    const { status, lines } = runTests(
      `describe('d', () => { afterAll(() => { throw new Error('no'); }); it('holds', () => {}); });`,
    );
    expect([status, lines.at(-1)]).toEqual([1, '1 passed, 1 failed']);
  });

  it('counts a rejection that nobody waited for', () => {
    const { status, lines } = runTests(
      `it('holds', async () => { void Promise.reject(new Error('no')); await new Promise((r) => setTimeout(r, 20)); });`,
    );
    expect([status, lines.at(-1)]).toEqual([1, '1 passed, 1 failed']);
  });
});
