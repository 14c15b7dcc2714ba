import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Register } from '../../src/ports.ts';
import { type ExportedPart, exportedStreams } from '../../src/register/exportedStreams.ts';
import type { ExportHeading } from '../../src/register/exportLines.ts';
import { exportRows } from '../../src/register/exportRows.ts';
import { csvTable } from './csvTable.ts';
import { exportWriter } from './exportWriter.ts';
import { type FilePlace, onDisk } from './newFile.ts';
import type { Table } from './table.ts';
import { tableRow, type TableStyle } from './tableRow.ts';
import { tableWords } from './tableWords.ts';
import { xlsxTable } from './xlsxTable.ts';

/** The name under which the checker lies next to an export. */
const CHECKER = 'checkExport.mjs';

export type ExportAsked = {
  /** The file to write; must not be there yet. */
  readonly path: string;
  readonly format: 'jsonl' | 'json' | 'csv' | 'xlsx';
  readonly part: ExportedPart;
  readonly heading: ExportHeading;
  readonly style: TableStyle;
  /** On the disk, unless somewhere else is named. */
  readonly place?: FilePlace;
};
export type Exported = {
  readonly entries: number;
  /** The file with the lines, where the one that was asked for is a table. */
  readonly lines?: string;
  readonly checker: string;
  readonly unreadable: readonly string[];
};

/** Where the lines lie from which this file is drawn; the file itself where it holds lines. */
export const linesBeside = (path: string, format: ExportAsked['format']): string =>
  format === 'csv' || format === 'xlsx' ? `${path.slice(0, -extname(path).length)}.jsonl` : path;

/**
 * Writes an export, the lines beside it where it is a table, and the checker. Leaves nothing half-written. Throws RegisterUnavailable,
 * TooManyRows, and what the file system throws, also where one of the files is there already.
 */
export async function writeExport(register: Register, asked: ExportAsked): Promise<Exported> {
  const { path, format, heading, part, style, place = onDisk } = asked;
  const lines = linesBeside(path, format);
  const writer = exportWriter(place.open(lines), format === 'json' ? 'json' : 'jsonl', heading);
  let table: Table | undefined;
  try {
    table = tableFor(asked, place);
    const leftOut = new Set(heading.leftOut);
    const unreadable: string[] = [];
    for await (const stream of exportedStreams(register, part)) {
      if (stream.unreadable) unreadable.push(stream.number ?? stream.stream);
      for (const entry of stream.entries) writer.entry(entry);
      if (table !== undefined) for (const row of exportRows(stream, leftOut)) table.row(tableRow(row, style));
    }
    const files = table === undefined ? [] : [{ name: basename(path), sha256: await table.finish() }];
    const { entries } = writer.finish({ unreadable, files });
    return {
      entries,
      unreadable,
      checker: place.give(join(dirname(path), CHECKER), checkerFile()),
      ...(lines === path ? {} : { lines }),
    };
  } catch (error) {
    writer.discard();
    table?.discard();
    throw error;
  }
}

function tableFor({ path, format, style }: ExportAsked, place: FilePlace): Table | undefined {
  const { columns, sheet } = tableWords[style.language];
  if (format === 'csv') return csvTable(place.open(path), columns);
  return format === 'xlsx' ? xlsxTable(place.open(path), sheet, columns) : undefined;
}

/** A later one reads earlier exports too. */
const checkerFile = (): Uint8Array => readFileSync(fileURLToPath(new URL(CHECKER, import.meta.url)));
