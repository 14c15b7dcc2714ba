import type { Box } from '../../src/register/cryptography.ts';

/**
 * Small things that the adapter of a chat platform must know again after a restart, and that belong to no case: where a person can be
 * written to, under which address the platform is reached. Nobody who has the file can tell what they are or whose.
 * Every method may throw RegisterUnavailable, and writes are durable before they answer.
 */
export type Notes = {
  readonly read: (name: string) => Promise<string | undefined>;
  readonly write: (name: string, text: string) => Promise<void>;
  readonly forget: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What an engine keeps of them; it knows pseudonyms and sealed boxes only. */
export type NoteShelf = {
  readonly read: (name: string) => Promise<Box | undefined>;
  readonly write: (name: string, box: Box) => Promise<void>;
  readonly forget: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};
