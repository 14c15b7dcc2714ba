import { createHash } from 'node:crypto';
import type { OpenedEntry } from '../../src/ports.ts';
import {
  digestLine,
  endLine,
  entryLine,
  type ExportEnd,
  type ExportHeading,
  headingLine,
} from '../../src/register/exportLines.ts';
import type { StreamEnd } from '../../src/register/registerEngine.ts';
import type { NewFile } from './newFile.ts';

/**
 * `jsonl`: one line after another. `json`: the very same lines as one list, so that the digest is the same and whoever takes brackets and commas
 * away has the other form.
 */
export type LineFormat = 'jsonl' | 'json';

export type ExportWriter = {
  readonly entry: (entry: OpenedEntry) => void;
  /** Writes the end and brings everything to the disk. */
  readonly finish: (end: Pick<ExportEnd, 'unreadable' | 'files'>) => { readonly entries: number };
  /** Takes the unfinished file away. */
  readonly discard: () => void;
};

/** Writes an export into a new file. Throws what the file system throws. */
export function exportWriter(file: NewFile, format: LineFormat, heading: ExportHeading): ExportWriter {
  const leftOut = new Set(heading.leftOut);
  const digest = createHash('sha256');
  const ends = new Map<StreamEnd['stream'], StreamEnd>();
  const frame = format === 'json' ? { first: '[', between: ',\n', last: ']\n' } : { first: '', between: '\n', last: '\n' };
  let entries = 0;
  const write = (line: string, before: string): void => {
    digest.update(`${line}\n`);
    file.write(before + line);
  };
  write(headingLine(heading), frame.first);
  return {
    entry: (entry) => {
      entries += 1;
      ends.set(entry.stream, { stream: entry.stream, sequence: entry.sequence, hash: entry.hash });
      write(entryLine(entry, leftOut), frame.between);
    },
    finish: (end) => {
      write(endLine({ ...end, entries, streams: [...ends.values()] }), frame.between);
      file.write(frame.between + digestLine(digest.digest('hex')) + frame.last);
      file.keep();
      return { entries };
    },
    discard: file.discard,
  };
}
