import { crc32, inflateRawSync } from 'node:zlib';

const END = 0x0605_4b50;
const ENTRY = 0x0201_4b50;

/** The files of a zip archive by name, read by its directory as an unpacker does; throws where a checksum is wrong. */
export function filesIn(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.length - 22;
  if (archive.readUInt32LE(end) !== END) throw new Error('The archive has no directory at its end.');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error('An entry of the directory is none.');
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    files.set(
      name,
      contentAt(archive, archive.readUInt32LE(at + 42), archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 10)),
    );
    if (crc32(files.get(name)!) !== archive.readUInt32LE(at + 16)) throw new Error(`The checksum of ${name} is wrong.`);
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

function contentAt(archive: Buffer, local: number, size: number, method: number): Buffer {
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(from, from + size);
  return method === 0 ? packed : inflateRawSync(packed);
}
