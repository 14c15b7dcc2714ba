import type { DatabaseSync } from 'node:sqlite';
import type { Register } from '../../../src/ports.ts';
import { caseHeads } from './caseHeads.ts';
import { claims } from './claims.ts';
import { deliveries } from './deliveries.ts';
import { entries } from './entries.ts';
import { looks } from './looks.ts';
import { openDatabase } from './openDatabase.ts';
import { orUnavailable } from './transaction.ts';

/** How long a write waits for another process before it gives up. Waiting holds up this process, so it is short. */
const BUSY_MILLISECONDS = 5000;

/**
 * The register in one file on a local disk. Several processes on the same machine may open it at once.
 *
 * Makes the file and its folder where they are missing, readable for the owner alone. Throws RegisterRefused with the reason and
 * what to do: written by a newer version, not a register, damaged, not writable, no local disk.
 */
export function openSqliteRegister(file: string, busyMilliseconds = BUSY_MILLISECONDS): Register {
  const database = openDatabase(file, busyMilliseconds);
  return guarded({
    ...entries(database),
    ...caseHeads(database),
    ...claims(database),
    ...deliveries(database),
    ...looks(database),
    close: async () => close(database),
  });
}

function close(database: DatabaseSync): void {
  if (database.isOpen) database.close();
}

/** Every failure of the engine leaves by the one name the port knows. */
const guarded = (engine: Register): Register => ({
  append: orUnavailable(engine.append),
  read: orUnavailable(engine.read),
  findByNumber: orUnavailable(engine.findByNumber),
  findByCommand: orUnavailable(engine.findByCommand),
  nextOrdinal: orUnavailable(engine.nextOrdinal),
  list: orUnavailable(engine.list),
  recordLook: orUnavailable(engine.recordLook),
  looksAt: orUnavailable(engine.looksAt),
  claimDue: orUnavailable(engine.claimDue),
  claimCase: orUnavailable(engine.claimCase),
  deliveries: orUnavailable(engine.deliveries),
  recordDelivery: orUnavailable(engine.recordDelivery),
  settle: orUnavailable(engine.settle),
  earliestDue: orUnavailable(engine.earliestDue),
  wakeAll: orUnavailable(engine.wakeAll),
  close: orUnavailable(engine.close),
});
