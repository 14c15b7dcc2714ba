import type { Notes } from '../../adapters/notes/notes.ts';

/** Notes without a disk; they outlive whoever uses them. */
export function memoryNotes(): Notes {
  const kept = new Map<string, string>();
  return {
    read: async (name) => kept.get(name),
    write: async (name, text) => void kept.set(name, text),
    change: async (name, change) => {
      const after = change(kept.get(name));
      if (after === undefined) kept.delete(name);
      else kept.set(name, after);
    },
    forget: async (name) => void kept.delete(name),
    close: async () => undefined,
  };
}
