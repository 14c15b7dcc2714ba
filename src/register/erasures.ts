import type { ClearEntry } from './clearEntry.ts';

/** Whether this part of this entry was erased. */
export type IsErased = (sequence: number, part: string) => boolean;

type Entries = readonly (ClearEntry | undefined)[];

/**
 * What the entries of one stream say of what was erased in it. The event counts, not the key: a key that is still there is overdue. Looks are
 * erased with the case they were at, whose stream says so: `caseErased` is its `caseErasedAt`.
 */
export function erasuresIn(entries: Entries, caseErased?: string): IsErased {
  let erasedBefore = 0;
  const texts = new Set<string>();
  const looks = new Set<number>();
  const [withErased, converted] = [new Set<string>(), new Set<number>()];
  for (const entry of entries) {
    for (const event of entry?.events ?? []) {
      if (event.type === 'CaseErased') erasedBefore = Math.max(erasedBefore, entry?.sequence ?? 0);
      if (event.type !== 'TextErased') continue;
      texts.add(`${String(event.sequence)} ${String(event.part)}`);
      withErased.add(String(event.sequence));
    }
    if (entry?.earlierHash !== undefined) converted.add(entry.sequence);
    if (entry?.look !== undefined && caseErased !== undefined && entry.at <= caseErased) looks.add(entry.sequence);
  }
  // The hash an entry had in format 1 stands in the clear, unsalted; what keeps anybody from guessing an erased text against it is that
  // the id of the command goes with the text.
  const isCommandOfErased = (sequence: number, part: string): boolean =>
    part === 'command' && converted.has(sequence) && withErased.has(String(sequence));
  return (sequence, part) =>
    sequence < erasedBefore || texts.has(`${sequence} ${part}`) || looks.has(sequence) || isCommandOfErased(sequence, part);
}

/** When the case of these entries was erased: the looks at it up to then went with it. */
export const caseErasedAt = (entries: Entries): string | undefined =>
  entries.findLast((entry) => entry?.events?.some(({ type }) => type === 'CaseErased'))?.at;
