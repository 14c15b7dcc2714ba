import manifest from '../../package.json' with { type: 'json' };
import type { CommandWorld } from './commandWorld.ts';

/** `fristwacht version`: name and version, and the Node that runs it, which is the first thing a maintainer asks. */
export function run(_args: readonly string[], world: CommandWorld): Promise<number> {
  world.write(`${manifest.name} ${manifest.version} (Node ${process.versions.node})\n`);
  return Promise.resolve(0);
}
