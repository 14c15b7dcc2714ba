import { factsJsonSchema } from '../../src/rules/facts.ts';
import { assessWords } from './assessWords.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';

/**
 * `fristwacht facts --json-schema`: the vocabulary of facts, for whoever writes a sheet by program.
 *
 * @returns 0 when shown, 2 for anything but `--json-schema` and `--help`
 */
export function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const [option] = args;
  if (option === '--json-schema' && args.length === 1) {
    world.write(`${JSON.stringify(factsJsonSchema(), null, 2)}\n`);
    return Promise.resolve(0);
  }
  const words = assessWords[preferredLanguage(world.env)];
  if (option === '--help' && args.length === 1) {
    world.write(words.usage);
    return Promise.resolve(0);
  }
  const stranger = args.find((given) => given !== '--json-schema');
  world.writeError(`${stranger === undefined ? '' : `${words.unknownOption(stranger, ['--json-schema'])}\n`}${words.usage}`);
  return Promise.resolve(2);
}
