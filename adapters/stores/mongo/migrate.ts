import type { Collection, Db, Document, IndexDescription } from 'mongodb';
import type { Connected } from './connected.ts';
import { DatabaseRefused } from './databaseRefused.ts';
import { type MarkDocument, marks, type Purpose, rings, shelves } from './documents.ts';
import { isDuplicate, untilSeen } from './unavailable.ts';

const PROGRAM = 'fristwacht';

/** Raised when an older version could no longer read or write what this one writes. */
export const SCHEMA_VERSION = 1;

/** Two of them are locks, not for speed: one place, one entry; one name, one entry. */
const entryIndexes: IndexDescription[] = [
  { name: 'one_place', key: { stream: 1, sequence: 1 }, unique: true },
  { name: 'one_name', key: { names: 1 }, unique: true },
  { name: 'ordinals', key: { 'index.series': 1, 'index.year': 1, 'index.ordinal': -1 } },
  { name: 'behind', key: { behind: 1, stream: 1 } },
];
const caseIndexes: IndexDescription[] = [
  { name: 'list', key: { place: -1 } },
  { name: 'list_by_status', key: { 'index.status': 1, place: -1 } },
  { name: 'list_by_reporter', key: { 'index.reporter': 1, place: -1 } },
  { name: 'list_by_duty', key: { 'index.openDuties': 1, place: -1 } },
  { name: 'list_by_kind', key: { 'index.kind': 1, place: -1 } },
  { name: 'opened', key: { 'index.openedAt': 1 } },
  { name: 'due', key: { nextDueAt: 1, _id: 1 } },
  { name: 'due_by_status', key: { 'index.status': 1, nextDueAt: 1 } },
];
const endIndexes: IndexDescription[] = [{ name: 'open', key: { open: 1, _id: 1 } }];
const ringIndexes: IndexDescription[] = [
  { name: 'stream', key: { stream: 1, _id: 1 } },
  { name: 'master_key', key: { fingerprint: 1 } },
];

/**
 * Makes the collections and indexes that are missing; to be called before every opening, and safe from several instances at once. Throws
 * DatabaseRefused before anything is changed where the database belongs to a newer version, to the other purpose or to something else.
 */
export async function migrate({ register, keys, where }: Connected, purpose: Purpose): Promise<void> {
  const { entries, cases, ends } = shelves(register);
  // In this order: an instance that is starting at the same time marks the database before it writes its first entry.
  const isUsed = (await entries.findOne({}, { projection: { _id: 1 } })) !== null;
  const mark = await marks(register).findOne({ _id: 'schema' });
  if (mark === null && isUsed) throw new DatabaseRefused('notARegister', where);
  if (mark !== null) refuseOther(mark, purpose, where);
  await makeIndexes(entries, entryIndexes);
  await makeIndexes(cases, caseIndexes);
  await makeIndexes(ends, endIndexes);
  await makeIndexes(rings(keys), ringIndexes);
  refuseOther(await untilSeen(() => markAsRegister(register, purpose)), purpose, where);
}

/** Throws DatabaseRefused where the database holds no register of this version or an older one. Changes nothing. */
export async function refuseUnlessRegister({ register, where }: Connected): Promise<void> {
  const mark = await marks(register).findOne({ _id: 'schema' });
  if (mark === null) throw new DatabaseRefused('notARegister', where);
  refuseOther(mark, mark.purpose, where);
}

function refuseOther(mark: MarkDocument, purpose: Purpose, where: string): void {
  if (mark.program !== PROGRAM) throw new DatabaseRefused('notARegister', where);
  if (mark.version > SCHEMA_VERSION) throw new DatabaseRefused('newerVersion', where);
  if (mark.purpose !== purpose) throw new DatabaseRefused(mark.purpose === 'drill' ? 'onlyForDrills' : 'notForDrills', where);
}

/** Two instances that start at once may both want to make the mark: one does, and what it says holds for both. */
async function markAsRegister(register: Db, purpose: Purpose): Promise<MarkDocument | undefined> {
  const mark = { $setOnInsert: { program: PROGRAM, purpose }, $max: { version: SCHEMA_VERSION } };
  try {
    const marked = await marks(register).findOneAndUpdate({ _id: 'schema' }, mark, { upsert: true, returnDocument: 'after' });
    return marked ?? undefined;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return undefined;
  }
}

async function makeIndexes<Kept extends Document>(collection: Collection<Kept>, indexes: IndexDescription[]): Promise<void> {
  await collection.createIndexes(indexes);
}
