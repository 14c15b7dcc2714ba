import { createHash } from 'node:crypto';
import type { NewFile } from './newFile.ts';
import type { Table } from './table.ts';

/** Excel in Germany wants a semicolon, and without the mark it takes UTF-8 for something else. */
const MARK = '\ufeff';
const BETWEEN = ';';
const LINE_END = '\r\n';

/** How a spreadsheet recognises a formula, also behind white space and in the wide letters of East Asia. */
const FORMULA = /^[\s\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^\t/;

/** An apostrophe in front makes text of what a spreadsheet would run. A line break is shown: a careless reader would begin a new row there. */
function cell(text: string): string {
  const line = text.replaceAll('\n', ' ⏎ ');
  return `"${(FORMULA.test(line) ? `'${line}` : line).replaceAll('"', '""')}"`;
}

/** A table as comma-separated values, written row by row. Throws what the file system throws. */
export function csvTable(file: NewFile, columns: readonly string[]): Table {
  const digest = createHash('sha256');
  const write = (text: string): void => {
    digest.update(text);
    file.write(text);
  };
  const writeRow = (cells: readonly string[]): void => write(cells.map(cell).join(BETWEEN) + LINE_END);
  write(MARK);
  writeRow(columns);
  return {
    row: writeRow,
    finish: () => {
      file.keep();
      return Promise.resolve(digest.digest('hex'));
    },
    discard: file.discard,
  };
}
