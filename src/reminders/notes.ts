import type { z } from 'zod';
import type { NoteName, Register } from '../ports.ts';

type Notes = Pick<Register, 'note' | 'changeNote'>;

/** A note as this version writes it; undefined where there is none, or one of another version, which is then written anew. */
function readAs<T>(shape: z.ZodType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export const readNote = async <T>(register: Notes, name: NoteName, shape: z.ZodType<T>): Promise<T | undefined> =>
  readAs(shape, await register.note(name));

/** Writes what becomes of the note as it stands, and answers it; `change` may be asked more than once. */
export async function updateNote<T>(
  register: Notes,
  name: NoteName,
  shape: z.ZodType<T>,
  change: (before: T | undefined) => T | undefined,
): Promise<T | undefined> {
  let after: T | undefined;
  await register.changeNote(name, (text) => {
    after = change(readAs(shape, text));
    return after === undefined ? undefined : JSON.stringify(after);
  });
  return after;
}
