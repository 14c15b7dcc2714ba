import { commandLineWords } from './commandLineWords.ts';
import type { Command, CommandWorld } from './commandWorld.ts';
import { preferredLanguage } from './preferredLanguage.ts';

/** Each command is loaded only when it is asked for, so that `fristwacht version` does not wait for a web server. */
const commands = {
  start: () => import('./start.ts'),
  doctor: () => import('./doctor.ts'),
  assess: () => import('./assess.ts'),
  facts: () => import('./facts.ts'),
  sources: () => import('./sources.ts'),
  status: () => import('./status.ts'),
  notice: () => import('./notice.ts'),
  authority: () => import('./authority.ts'),
  export: () => import('./export.ts'),
  verify: () => import('./verify.ts'),
  letter: () => import('./letter.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  'rotate-key': () => import('./rotateKey.ts'),
  'teams-manifest': () => import('./teamsManifest.ts'),
  help: () => import('./help.ts'),
  version: () => import('./version.ts'),
} satisfies Record<string, () => Promise<Command>>;

export type CommandName = keyof typeof commands;

const aliases: Readonly<Record<string, CommandName>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-v': 'version',
};

/**
 * Runs the command that the first argument names; without one it shows the help.
 *
 * @returns the exit code; 2 for a command that does not exist
 */
export async function runCommandLine(args: readonly string[], world: CommandWorld): Promise<number> {
  const [asked = 'help', ...rest] = args;
  const name = aliases[asked] ?? asked;
  if (!isCommandName(name)) {
    world.writeError(commandLineWords[preferredLanguage(world.env)].unknownCommand(asked, Object.keys(commands)));
    return 2;
  }
  const command: Command = await commands[name]();
  return command.run(rest, world);
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
