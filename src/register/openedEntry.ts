import type { OpenedEntry } from '../ports.ts';
import type { ReadEntry } from './openEntries.ts';

/** An entry as an export carries it. A part that was altered is handed on as it is: its digest gives it away. */
export function openedEntry({ kept, parts }: ReadEntry): OpenedEntry {
  return {
    stream: kept.stream,
    sequence: kept.sequence,
    clear: kept.clear,
    hash: kept.hash,
    parts: parts.map(({ name, text }) => (text === undefined ? { name } : { name, opened: text })),
  };
}
