import type { Instant } from '../../src/rules/instant.ts';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;

/** Date and time as a ZIP archive has carried them since MS-DOS: two seconds exact, from 1980 on. */
function dosTime(at: Instant): { readonly time: number; readonly date: number } {
  const moment = new Date(at);
  return {
    time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
    date: (Math.max(moment.getUTCFullYear() - 1980, 0) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  };
}

/** The same archive with every file of this moment, instead of when it was packed. Throws on what is no archive without extra disks. */
export function withFixedTimes(archive: Uint8Array, at: Instant): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { time, date } = dosTime(at);
  const end = bytes.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== END_OF_CENTRAL) throw new Error('A ZIP archive ends with its table of contents.');
  const count = view.getUint16(end + 10, true);
  let place = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    const local = view.getUint32(place + 42, true);
    if (view.getUint32(place, true) !== CENTRAL_HEADER || view.getUint32(local, true) !== LOCAL_HEADER)
      throw new Error('The table of contents of a ZIP archive names what is not there.');
    view.setUint16(place + 12, time, true);
    view.setUint16(place + 14, date, true);
    view.setUint16(local + 10, time, true);
    view.setUint16(local + 12, date, true);
    place += 46 + view.getUint16(place + 28, true) + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  return bytes;
}
