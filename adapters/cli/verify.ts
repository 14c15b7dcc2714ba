import { runChecker } from '../documents/checkExport.mjs';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';

/**
 * `fristwacht verify FILE`: checks an export, by the very program that lies next to each of them.
 *
 * @returns 0 when whole, 1 when not, 2 when asked wrongly
 */
export function run(args: readonly string[], { env, write, writeError }: CommandWorld): Promise<number> {
  return Promise.resolve(runChecker(args, { language: preferredLanguage(env), write, writeError }));
}
