import type { ClearEntry } from './clearEntry.ts';

/** Whether this part of this entry was erased. */
export type IsErased = (sequence: number, part: string) => boolean;

/** What the entries of one case say of what was erased in it. The event counts, not the key: a key that is still there is overdue. */
export function erasuresIn(entries: readonly (ClearEntry | undefined)[]): IsErased {
  let erasedBefore = 0;
  const texts = new Set<string>();
  for (const entry of entries) {
    for (const event of entry?.events ?? []) {
      if (event.type === 'CaseErased') erasedBefore = Math.max(erasedBefore, entry?.sequence ?? 0);
      if (event.type === 'TextErased') texts.add(`${String(event.sequence)} ${String(event.part)}`);
    }
  }
  return (sequence, part) => sequence < erasedBefore || texts.has(`${sequence} ${part}`);
}
