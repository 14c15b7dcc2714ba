import type { Db } from 'mongodb';
import type { RegisterEngine } from '../../../src/register/registerEngine.ts';
import { anchors } from './anchors.ts';
import { caseList } from './caseList.ts';
import { claims } from './claims.ts';
import { deliveries } from './deliveries.ts';
import { shelves as shelvesOf } from './documents.ts';
import { entries } from './entries.ts';
import { allOrUnavailable } from './unavailable.ts';

/**
 * The engine on a database of MongoDB that `migrate` has prepared. Every write is to a single document, so a standalone server, a
 * replica set and compatible servers all serve; any number of instances may work on one database.
 */
export function mongoEngine(database: Db): RegisterEngine {
  const shelves = shelvesOf(database);
  return allOrUnavailable<RegisterEngine>({
    ...entries(shelves),
    ...caseList(shelves),
    ...claims(shelves),
    ...deliveries(shelves),
    ...anchors(shelves),
    close: () => database.client.close(),
  });
}
