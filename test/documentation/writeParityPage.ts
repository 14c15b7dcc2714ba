// Plays the conformance suite on Slack and Teams and writes `docs/parity.md` from what came of it: `npm run docs:parity`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Suite, SUITES } from '../contracts/features.ts';
import { projectRoot } from '../support/arrows.ts';
import { type Played, parityPage } from './parityPage.ts';

const reportShape = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() })),
    }),
  ),
});

const folder = mkdtempSync(join(tmpdir(), 'fristwacht-parity-'));
const file = join(folder, 'results.json');
const SUITE_FILES = ['test/slack/conformance.test.ts', 'test/adapters/teams/conformance.test.ts'];
try {
  const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const asked = [vitest, 'run', '--reporter=json', `--outputFile=${file}`, ...SUITE_FILES];
  spawnSync(process.execPath, asked, { cwd: projectRoot, stdio: 'inherit' });
  const report = reportShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  const results = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ ancestorTitles, title, status }): readonly Played[] => {
      const suite = (Object.keys(SUITES) as readonly Suite[]).find((name) =>
        ancestorTitles.some((one) => one.endsWith(` ${name}`)),
      );
      return suite === undefined ? [] : [{ suite, title, passed: status === 'passed' }];
    });
  writeFileSync(join(projectRoot, 'docs', 'parity.md'), parityPage(results));
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
