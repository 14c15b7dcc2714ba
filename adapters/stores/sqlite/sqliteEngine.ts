import type { DatabaseSync } from 'node:sqlite';
import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import { anchoring } from './anchoring.ts';
import { caseIndex } from './caseIndex.ts';
import { claims } from './claims.ts';
import { deliveries } from './deliveries.ts';
import { entries } from './entries.ts';
import { notes } from './notes.ts';
import { BUSY_MILLISECONDS, openDatabase } from './openDatabase.ts';
import { registerFile } from './schema.ts';
import { orUnavailable } from './transaction.ts';

/**
 * What the register keeps, in one file on a local disk. Several processes on the same machine may open it at once.
 *
 * Makes the file and its folder where they are missing, readable for the owner alone. Throws RegisterRefused with the reason and
 * what to do: written by a newer version, not a register, damaged, not writable, no local disk.
 */
export function sqliteEngine(file: string, busyMilliseconds = BUSY_MILLISECONDS): RegisterEngine {
  return engineOn(openDatabase(file, registerFile, busyMilliseconds));
}

/** The engine over an open database whose tables are there. Within a transaction that is under way, its writes are part of that. */
export function engineOn(database: DatabaseSync): RegisterEngine {
  return guarded({
    ...entries(database),
    ...caseIndex(database),
    ...claims(database),
    ...deliveries(database),
    ...notes(database),
    ...anchoring(database),
    close: async () => {
      if (database.isOpen) database.close();
    },
  });
}

/** Every failure of the engine leaves by the one name the port knows. */
const guarded = (engine: RegisterEngine): RegisterEngine => ({
  append: orUnavailable(engine.append),
  entries: orUnavailable(engine.entries),
  end: orUnavailable(engine.end),
  findName: orUnavailable(engine.findName),
  highestOrdinal: orUnavailable(engine.highestOrdinal),
  list: orUnavailable(engine.list),
  find: orUnavailable(engine.find),
  claimDue: orUnavailable(engine.claimDue),
  claimCase: orUnavailable(engine.claimCase),
  settle: orUnavailable(engine.settle),
  earliestDue: orUnavailable(engine.earliestDue),
  wakeAll: orUnavailable(engine.wakeAll),
  wake: orUnavailable(engine.wake),
  neglected: orUnavailable(engine.neglected),
  deliveries: orUnavailable(engine.deliveries),
  recordDeliveries: orUnavailable(engine.recordDeliveries),
  forgetDeliveries: orUnavailable(engine.forgetDeliveries),
  note: orUnavailable(engine.note),
  changeNote: orUnavailable(engine.changeNote),
  unanchored: orUnavailable(engine.unanchored),
  markAnchored: orUnavailable(engine.markAnchored),
  close: orUnavailable(engine.close),
});
