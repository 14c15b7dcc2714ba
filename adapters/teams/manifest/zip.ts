import { crc32 } from 'node:zlib';

export type Packed = { readonly name: string; readonly content: Buffer };

/** A day that never changes, so that the same files make the same archive: 1 January 2026. */
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const VERSION = 20;

/** An archive of a few small files, stored as they are. */
export function zip(files: readonly Packed[]): Buffer {
  let at = 0;
  const parts = files.map(({ name, content }) => {
    const local = Buffer.concat([numbers([4, 0x04034b50], ...about({ name, content })), Buffer.from(name), content]);
    const entry = numbers([4, 0x02014b50], [2, VERSION], ...about({ name, content }), [2, 0], [2, 0], [2, 0], [4, 0], [4, at]);
    at += local.length;
    return { local, listed: Buffer.concat([entry, Buffer.from(name)]) };
  });
  const listed = Buffer.concat(parts.map((part) => part.listed));
  const count = files.length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, at], [2, 0]);
  return Buffer.concat([...parts.map(({ local }) => local), listed, end]);
}

type Field = readonly [bytes: 2 | 4, value: number];

/** What both the entry and the list say of a file. */
const about = ({ name, content }: Packed): readonly Field[] => [
  [2, VERSION],
  [2, UTF8_NAMES],
  [2, 0],
  [2, 0],
  [2, DATE],
  [4, crc32(content)],
  [4, content.length],
  [4, content.length],
  [2, Buffer.byteLength(name)],
  [2, 0],
];

const numbers = (...fields: readonly Field[]): Buffer =>
  Buffer.concat(
    fields.map(([bytes, value]) => {
      const written = Buffer.alloc(bytes);
      if (bytes === 2) written.writeUInt16LE(value);
      else written.writeUInt32LE(value);
      return written;
    }),
  );
