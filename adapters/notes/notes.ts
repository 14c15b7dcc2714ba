import type { RegisterEngine } from '../../src/register/registerEngine.ts';

/**
 * Small things that the adapter of a chat platform must know again after a restart, or that several instances must know of each other, and
 * that belong to no case: where a person can be written to, which token holds now, what was answered already. Nobody who has the file can
 * tell what they are or whose. Every method may throw RegisterUnavailable, and writes are durable before they answer.
 */
export type Notes = {
  readonly read: (name: string) => Promise<string | undefined>;
  readonly write: (name: string, text: string) => Promise<void>;
  /**
   * Writes what `change` makes of the text as it stands (undefined: none), and nothing where it stays the same; asks again where another
   * writer was faster, so `change` must do nothing but answer.
   */
  readonly change: (name: string, change: (before: string | undefined) => string | undefined) => Promise<void>;
  readonly forget: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What an engine keeps of them, with the same statements as for the register's own notes; it knows pseudonyms and sealed boxes only. */
export type NoteShelf = Pick<RegisterEngine, 'note' | 'changeNote'> & { readonly close: () => Promise<void> };
