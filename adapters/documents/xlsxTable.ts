import { createHash } from 'node:crypto';
import writeExcel from 'write-excel-file/node';
import type { NewFile } from './newFile.ts';
import type { Table } from './table.ts';

const WIDTHS = [16, 8, 24, 30, 24, 60, 80, 20, 66];
/** What a sheet holds, with its heading. */
const MOST_ROWS = 1_048_576;

/** More rows than a sheet of Excel holds. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

/**
 * A table for Excel. It is put together in memory. Each cell is written as text, which a spreadsheet never runs as a formula. Throws what the
 * file system throws, and TooManyRows.
 */
export function xlsxTable(file: NewFile, sheet: string, columns: readonly string[]): Table {
  const rows = [columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))] as TextCell[][];
  return {
    row: (cells) => {
      if (rows.length >= MOST_ROWS) throw new TooManyRows('A sheet of Excel holds no more rows.');
      rows.push(cells.map((value) => ({ value, type: String, wrap: true, alignVertical: 'top' as const })));
    },
    finish: async () => {
      const widths = WIDTHS.map((width) => ({ width }));
      const bytes = await writeExcel(rows, { columns: widths, sheet, stickyRowsCount: 1 }).toBuffer();
      file.write(bytes);
      file.keep();
      return createHash('sha256').update(bytes).digest('hex');
    },
    discard: file.discard,
  };
}

type TextCell = { readonly value: string; readonly type: StringConstructor };
