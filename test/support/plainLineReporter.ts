import type { Reporter, TestModule } from 'vitest/node';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Prints one plain last line, so that a person or a script can read the outcome without knowing vitest. */
export class PlainLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tally = count(modules);
    tally.failed += unhandledErrors.length;
    // The default reporter writes its summary in the same turn; the line has to come after it.
    process.once('exit', () => {
      process.stdout.write(`${plainLine(tally)}\n`);
    });
  }
}

/** "N passed, N failed", and ", N skipped" only when something was. */
export function plainLine({ passed, failed, skipped }: Tally): string {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}

function count(modules: readonly TestModule[]): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') tally.passed += 1;
      else if (state === 'failed') tally.failed += 1;
      else tally.skipped += 1;
    }
    tally.failed += brokenOutsideTests(module);
  }
  return tally;
}

/** A file that does not load, or a hook that throws, has no failed test of its own, yet it is a failure. */
function brokenOutsideTests(module: TestModule): number {
  const suites = [...module.children.allSuites()];
  return [module, ...suites].filter((suite) => suite.errors().length > 0).length;
}
