import type { CommandWorld } from './commandWorld.ts';
import { commandLineWords } from './commandLineWords.ts';
import { preferredLanguage } from './preferredLanguage.ts';

/** `fristwacht help`: the commands, one line each. */
export function run(_args: readonly string[], world: CommandWorld): Promise<number> {
  const { intro, summaries } = commandLineWords[preferredLanguage(world.env)];
  const names = Object.entries(summaries);
  const width = Math.max(...names.map(([name]) => name.length));
  const lines = names.map(([name, summary]) => `  fristwacht ${name.padEnd(width)}  ${summary}`);
  world.write(`${intro}\n\n${lines.join('\n')}\n`);
  return Promise.resolve(0);
}
