import type { Reporter, TestCase, TestModule } from 'vitest/node';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Ends a run with one plain line, so that a person or a script can read the outcome without knowing vitest.
 * Before it, every skipped test is named: what was not proven must not look proven.
 */
export class PlainLineReporter implements Reporter {
  #lastWords: string | undefined;

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    // The default reporter writes its summary in the same turn, and others write when they close; this has to come after all.
    if (this.#lastWords === undefined) process.once('exit', () => process.stdout.write(this.#lastWords ?? ''));
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const skipped = tests.filter((test) => test.result().state === 'skipped').map((test) => `not run: ${test.fullName}\n`);
    this.#lastWords = `${skipped.join('')}${plainLine(count(tests, brokenOutsideTests(modules) + unhandledErrors.length))}\n`;
  }
}

/** "N passed, N failed", and ", N skipped" only when something was. */
function plainLine({ passed, failed, skipped }: Tally): string {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}

function count(tests: readonly TestCase[], failedOutsideTests: number): Tally {
  const states = tests.map((test) => test.result().state);
  const passed = states.filter((state) => state === 'passed').length;
  const skipped = states.filter((state) => state === 'skipped').length;
  // A test that never came to an end ("pending") has not passed, so it counts as failed.
  return { passed, skipped, failed: states.length - passed - skipped + failedOutsideTests };
}

/** A file that does not load, or a hook that throws, has no failed test of its own, yet it is a failure. */
function brokenOutsideTests(modules: readonly TestModule[]): number {
  const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  return suites.filter((suite) => suite.errors().length > 0).length;
}
