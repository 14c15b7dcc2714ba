import { defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/**
 * The tests that say what the rules decide. Those that draw sheets by the thousand draw one here (`runs` reads `FRISTWACHT_MUTATION`): a
 * mutant should fall to an example somebody can read. docs/rules-mutation.md says how it is run.
 */
export default defineConfig({
  test: {
    ...base.test,
    env: { ...base.test?.env, FRISTWACHT_MUTATION: '1' },
    include: ['test/rules/*.test.ts', 'test/rules/{severity,profiles,neighbours}/*.test.ts', 'test/law/*.test.ts'],
    exclude: ['test/rules/{properties,everyLaw}.test.ts'],
    testNamePattern: /^(?!.*(?:as a user|over every combination|compared with trying every completion|prints them))/,
    reporters: ['default'],
  },
});
