import type { Db } from 'mongodb';
import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import { anchors } from './anchors.ts';
import { caseList } from './caseList.ts';
import { claims } from './claims.ts';
import type { Connected } from './connected.ts';
import { deliveries } from './deliveries.ts';
import { shelves as shelvesOf } from './documents.ts';
import { entries } from './entries.ts';
import { notes } from './notes.ts';
import { guarded } from './unavailable.ts';

/** All open cases, each in a write of its own; the rest of the work is for one case. */
const WAKE_ALL_MS = 600_000;

/**
 * The engine on a database of MongoDB that `migrate` has prepared. Every write is to a single document, so a standalone server, a
 * replica set and compatible servers all serve; any number of instances may work on one database.
 */
export function mongoEngine(connected: Connected): RegisterEngine {
  const engineOn = (database: Db): Omit<RegisterEngine, 'close'> => {
    const shelves = shelvesOf(database);
    const served = { ...claims(shelves), ...deliveries(shelves), ...notes(shelves) };
    return { ...entries(shelves), ...caseList(shelves), ...served, ...anchors(shelves) };
  };
  const limits = { wakeAll: WAKE_ALL_MS };
  return { ...guarded(connected, ({ register }) => register, engineOn, limits), close: connected.close };
}
