import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** The same tests, with far more runs where a sentence says never or always. Tests read `FRISTWACHT_PROOF`. */
export default mergeConfig(
  base,
  defineConfig({
    test: { env: { FRISTWACHT_PROOF: '1' }, testTimeout: 900_000, hookTimeout: 120_000 },
  }),
);
