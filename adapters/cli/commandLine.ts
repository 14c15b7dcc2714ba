import { commandLineWords } from './commandLineWords.ts';
import { preferredLanguage } from './preferredLanguage.ts';

/** All that a command may know of the machine it runs on. */
export interface CommandWorld {
  /** The environment as it was when the program started. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads standard input to its end. */
  readonly readStdin: () => Promise<string>;
  /** Writes to standard output, exactly as given: a line brings its own line end. */
  readonly write: (words: string) => void;
  /** Writes to standard error, exactly as given. */
  readonly writeError: (words: string) => void;
  /** The present moment as an ISO 8601 instant in UTC, to the millisecond. */
  readonly now: () => string;
  /** An identifier that nobody can guess and that never comes twice. */
  readonly randomId: () => string;
}

/** What the module of a command exports. The number is the exit code: 0 done, 1 could not be done, 2 was asked wrongly. */
export interface Command {
  readonly run: (args: readonly string[], world: CommandWorld) => Promise<number>;
}

/** Each command is loaded only when it is asked for, so that `fristwacht version` does not wait for a web server. */
const commands = {
  start: () => import('./start.ts'),
  assess: () => import('./assess.ts'),
  facts: () => import('./facts.ts'),
  sources: () => import('./sources.ts'),
  export: () => import('./export.ts'),
  verify: () => import('./verify.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  'rotate-key': () => import('./rotateKey.ts'),
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
