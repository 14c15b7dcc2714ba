// An export as somebody fetches it, and as somebody checks it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkExport, type ExportFault } from '../../adapters/documents/checkExport.mjs';

export type Fetched = { readonly status: number; readonly content: Buffer; readonly headers: Headers; readonly text: string };

/** Types the code into the page behind the link. */
export async function fetchFile(link: string, code: string): Promise<Fetched> {
  const response = await fetch(link, { method: 'POST', body: new URLSearchParams({ code }) });
  const content = Buffer.from(await response.arrayBuffer());
  return { status: response.status, content, headers: response.headers, text: content.toString('utf8') };
}

/** The files of an archive in which everything is stored as it is. */
export function unpacked(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [size, nameLength, more] = [
      archive.readUInt32LE(at + 18),
      archive.readUInt16LE(at + 26),
      archive.readUInt16LE(at + 28),
    ];
    const name = archive.toString('utf8', at + 30, at + 30 + nameLength);
    const from = at + 30 + nameLength + more;
    files.set(name, archive.subarray(from, from + size));
    at = from + size;
  }
  return files;
}

export type OpenedArchive = {
  readonly names: readonly string[];
  readonly faults: readonly ExportFault[];
  readonly lines: string;
};

/** What is in it, and what the checker says of it once it lies in a folder. */
export function openedArchive(archive: Buffer): OpenedArchive {
  const files = unpacked(archive);
  const folder = mkdtempSync(join(tmpdir(), 'fristwacht-unpacked-'));
  try {
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    const lines = [...files.keys()].find((name) => name.endsWith('.jsonl')) ?? '';
    const { faults } = checkExport(join(folder, lines));
    return { names: [...files.keys()].toSorted(), faults, lines: files.get(lines)?.toString('utf8') ?? '' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
