import { basename } from 'node:path';
import type { Register } from '../../src/ports.ts';
import type { Taken } from '../../src/dialogue/takeExport.ts';
import type { FilePlace, NewFile } from '../documents/newFile.ts';
import type { TableStyle } from '../documents/tableRow.ts';
import { writeExport } from '../documents/writeExport.ts';
import { TooManyRows } from '../documents/xlsxTable.ts';
import { zip } from '../teams/manifest/zip.ts';

export type ExportArchive = { readonly name: string; readonly content: Buffer };

/** Put together in memory, so that nothing of a case lies on a disk in the clear. */
const MOST_BYTES = 96 * 1024 * 1024;

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * An export as one archive: the table for reading, the lines for checking, and the checker. What Excel cannot hold comes as CSV. Throws
 * RegisterUnavailable.
 */
export async function exportArchive(
  register: Register,
  taken: Taken,
  style: TableStyle,
  mostBytes = MOST_BYTES,
): Promise<ExportArchive | 'tooLarge'> {
  const name = nameOf(taken);
  try {
    return { name: `${name}.zip`, content: await packed(register, taken, style, `${name}.xlsx`, mostBytes) };
  } catch (error) {
    if (error instanceof TooLarge) return 'tooLarge';
    if (!(error instanceof TooManyRows)) throw error;
  }
  try {
    return { name: `${name}.zip`, content: await packed(register, taken, style, `${name}.csv`, mostBytes) };
  } catch (error) {
    if (error instanceof TooLarge) return 'tooLarge';
    throw error;
  }
}

async function packed(
  register: Register,
  { part, heading }: Taken,
  style: TableStyle,
  path: string,
  mostBytes: number,
): Promise<Buffer> {
  const files = new Map<string, Buffer>();
  const format = path.endsWith('.csv') ? 'csv' : 'xlsx';
  await writeExport(register, { path, format, part, heading, style, place: inMemory(files, mostBytes) });
  return zip([...files].map(([name, content]) => ({ name, content })));
}

function inMemory(files: Map<string, Buffer>, mostBytes: number): FilePlace {
  let size = 0;
  const open = (path: string): NewFile => {
    const parts: Buffer[] = [];
    return {
      write: (text) => {
        const part = Buffer.from(text);
        size += part.length;
        if (size > mostBytes) throw new TooLarge('Too much to be held in memory.');
        parts.push(part);
      },
      keep: () => void files.set(basename(path), Buffer.concat(parts)),
      discard: () => void files.delete(basename(path)),
    };
  };
  return {
    open,
    give: (path, content) => {
      const file = open(path);
      file.write(content);
      file.keep();
      return basename(path);
    },
  };
}

/** The same as on the command line. */
function nameOf({ heading: { scope, exportedAt } }: Taken): string {
  const moment = exportedAt.slice(0, 19).replaceAll(':', '');
  return `fristwacht-${'case' in scope ? `${scope.case}-` : ''}${moment}Z`;
}
