import { parentPort, workerData } from 'node:worker_threads';
import { BUSY_MILLISECONDS, openDatabase } from '../../../adapters/stores/sqlite/openDatabase.ts';
import type { Opening } from './openedAtOnce.test.ts';

/** A thread that opens the same new files as the others, each at the same moment as they do, and says what was refused. */
const { files, kind, threads, gates } = workerData as Opening;
const arrived = new Int32Array(gates);
const refused: string[] = [];
for (const [place, file] of files.entries()) {
  Atomics.add(arrived, place, 1);
  // No sleep until the others are there: waking up would pull the threads apart again.
  while (Atomics.load(arrived, place) < threads);
  try {
    openDatabase(file, kind, BUSY_MILLISECONDS).close();
  } catch (error) {
    refused.push(String(error));
  }
}
parentPort!.postMessage(refused);
