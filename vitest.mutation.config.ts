import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/**
 * The tests that say what the rules decide, without those that draw thousands of sheets: a mutant should fall to an example somebody
 * can read. docs/rules-mutation.md says how it is run.
 */
export default defineConfig({
  test: {
    ...base.test,
    include: [
      'test/rules/{edpbCases,edpbNeighbours,assess,contradictions,deadline,ranks}.test.ts',
      'test/rules/severity/*.test.ts',
      'test/law/sources.test.ts',
    ],
    testNamePattern: /^(?!.*(?:as a user|never falls when|changes no assessment|prints them))/,
    reporters: ['default'],
  },
});
