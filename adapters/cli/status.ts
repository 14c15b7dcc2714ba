import { existsSync } from 'node:fs';
import { plain } from '../../cards/plain.ts';
import type { StatusPrompt } from '../../src/prompt/prompt.ts';
import { statusOf } from '../../src/reminders/status.ts';
import { instant } from '../../src/rules/instant.ts';
import { openRegister } from '../stores/openRegister.ts';
import { given } from '../configuration/given.ts';
import { configuredZone } from './configuredZone.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { masterKeyWanted, registerCommand, registerPlace, say } from './registerCommand.ts';
import { statusCommandWords } from './statusWords.ts';

/**
 * `fristwacht status`: how Fristwacht is doing, from the configured register, whether it runs or not. Reads only.
 *
 * @returns 0 when all is well, 1 when something is wrong or the register does not answer, 2 when asked wrongly
 */
export function run(args: readonly string[], world: CommandWorld): Promise<number> {
  const language = preferredLanguage(world.env);
  const words = statusCommandWords[language];
  const about = { name: 'status', help: () => words.help, takesFolder: false, alsoInMongo: true } as const;
  return registerCommand(args, world, about, async ({ noRegister }) => {
    const zone = configuredZone(world.env);
    if ('faulty' in zone) return say(world, words.configurationFaulty(zone.faulty), 1);
    const mongodbUri = given(world.env.MONGODB_URI);
    const { folder, file } = registerPlace(world.env);
    if (mongodbUri === undefined && !existsSync(file)) return say(world, noRegister(file), 1);
    const register = await openRegister({
      ...{ mongodbUri, folder, ids: { next: world.randomId }, masterKey: masterKeyWanted(world.env) },
      purpose: 'as-it-is',
    });
    try {
      const status = await statusOf(register, instant(world.now()));
      const prompt: StatusPrompt = { kind: 'status', zone: zone.zone, status };
      world.write(`${plain(prompt, language, { buttons: false })}\n`);
      return status.troubles.length === 0 ? 0 : 1;
    } finally {
      await register.close();
    }
  });
}
