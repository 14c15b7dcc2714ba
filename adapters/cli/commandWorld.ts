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
