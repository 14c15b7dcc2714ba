import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { FileKind } from '../../../adapters/stores/sqlite/openDatabase.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** What each thread is given. */
export type Opening = {
  readonly files: readonly string[];
  readonly kind: FileKind;
  readonly threads: number;
  readonly gates: SharedArrayBuffer;
};

const path = temporaryFolder();
const THREADS = 2;
const FILES = 150;

it(`${THREADS} starts on ${FILES} new files, at the same moment: none takes the file for a stranger's`, async () => {
  const opening: Opening = {
    files: Array.from({ length: FILES }, (_, place) => path(`new-${place}.sqlite`)),
    kind: { applicationId: 0x46_57_54_31, version: 1, schema: 'CREATE TABLE entries (id INTEGER PRIMARY KEY) STRICT' },
    threads: THREADS,
    gates: new SharedArrayBuffer(FILES * Int32Array.BYTES_PER_ELEMENT),
  };
  const said = Array.from({ length: THREADS }, async () => {
    const thread = new Worker(new URL('openingThread.ts', import.meta.url), { workerData: opening });
    const [refused] = (await once(thread, 'message')) as [readonly string[]];
    return refused;
  });
  expect((await Promise.all(said)).flat()).toEqual([]);
});
