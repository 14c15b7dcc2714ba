import { join, resolve } from 'node:path';
import type { Text } from '../../src/law/sources.ts';
import { RegisterUnavailable } from '../../src/ports.ts';
import { given } from '../configuration/given.ts';
import { type MasterKeyWanted, REGISTER_FILE } from '../stores/openEmbeddedRegister.ts';
import { refusalText } from '../stores/openRegister.ts';
import { BackupRefused } from '../stores/sqlite/backupRefused.ts';
import type { CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';
import { registerWords } from './registerWords.ts';

type Words = (typeof registerWords)['de'];
type Environment = CommandWorld['env'];

/** The register that a command works on, by FRISTWACHT_DATA. */
export function registerPlace(env: Environment): { readonly folder: string; readonly file: string } {
  const folder = resolve(given(env.FRISTWACHT_DATA) ?? './data');
  return { folder, file: join(folder, REGISTER_FILE) };
}

export const masterKeyWanted = (env: Environment): MasterKeyWanted => ({
  key: given(env.FRISTWACHT_MASTER_KEY),
  keyFile: given(env.FRISTWACHT_MASTER_KEY_FILE),
});

/** What every command on the register has in common: help, strangers, and a refusal that is said and not thrown. */
export async function registerCommand(
  args: readonly string[],
  world: CommandWorld,
  about: {
    readonly name: string;
    readonly help: (words: Words) => string;
    readonly takesFolder: boolean;
    readonly alsoInMongo?: true;
    /** The command reads what follows by itself. */
    readonly takesOptions?: true;
  },
  work: (words: Words, folder: string) => Promise<number>,
): Promise<number> {
  const words = registerWords[preferredLanguage(world.env)];
  if (args.includes('--help') || args.includes('-h')) {
    world.write(about.help(words));
    return 0;
  }
  const rest = about.takesOptions ? [] : args;
  const [folder, ...strangers] = about.takesFolder ? rest : [undefined, ...rest];
  const stranger = folder?.startsWith('-') ? folder : strangers[0];
  if (stranger !== undefined) return say(world, words.unknownOption(stranger), 2);
  if (about.takesFolder && folder === undefined) return say(world, words.folderMissing + about.help(words), 2);
  if (!about.alsoInMongo && given(world.env.MONGODB_URI) !== undefined) return say(world, words.embeddedOnly(about.name), 1);
  try {
    return await work(words, folder === undefined ? '' : resolve(folder));
  } catch (error) {
    const said = sayingOf(error, world, words);
    if (said === undefined) throw error;
    return say(world, said, 1);
  }
}

export function say(world: CommandWorld, message: string, exitCode: number): number {
  world.writeError(message);
  return exitCode;
}

export const sayNote =
  (world: CommandWorld) =>
  (text: Text): void =>
    world.writeError(`${text[preferredLanguage(world.env)]}\n`);

/** What a person is told of a failure that has a name; undefined for one that has none. */
function sayingOf(error: unknown, world: CommandWorld, words: Words): string | undefined {
  const refusal = error instanceof BackupRefused ? error.text : refusalText(error);
  if (refusal !== undefined) return `${refusal[preferredLanguage(world.env)]}\n`;
  if (error instanceof RegisterUnavailable) return words.unavailable;
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    return words.unusable('path' in error ? String(error.path) : '', String(error.code));
  }
  return undefined;
}
