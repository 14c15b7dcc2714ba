import { defineConfig } from 'vitest/config';
import { PlainLineReporter } from './test/support/plainLineReporter.ts';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    reporters: ['default', new PlainLineReporter()],
    // By itself it leaves one core idle; of two that is half of the machine.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    passWithNoTests: false,
    // Nobody's zone, and off by a quarter of an hour: whoever reads the machine's local time by accident fails here, not at a user's.
    env: { TZ: 'Asia/Kathmandu' },
  },
});
