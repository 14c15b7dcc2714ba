import type { Collection, UpdateFilter } from 'mongodb';
import type { CaseIndex, StreamName } from '../../../src/register/registerEngine.ts';
import type { CaseDocument, EndDocument, EntryDocument, Shelves } from './documents.ts';
import { isDuplicate, untilSeen } from './unavailable.ts';

const AT_ONCE = 100;

/** What of an entry its case and its stream need to follow it. */
type Followed = Pick<EntryDocument, '_id' | 'stream' | 'sequence' | 'hash' | 'at' | 'index'>;

/**
 * Brings the case and the end of the stream up to this entry. May be repeated, may come late and from several instances at once:
 * neither ever steps back.
 */
export async function follow(shelves: Shelves, entry: Followed): Promise<void> {
  const { entries, cases, ends } = shelves;
  await Promise.all([
    raise(ends, entry.stream, 'sequence', entry.sequence, endAfter(entry)),
    entry.index && raise(cases, entry.index.caseId, 'version', entry.sequence, caseAfter(entry, entry.index)),
  ]);
  if (entry.index?.reporter === '') await forgetReporter(entries, entry.stream);
  await entries.updateOne({ _id: entry._id }, { $unset: { behind: '' } });
}

/** Every entry carries the index as it stood; of an erased case none names the reporting person any more. */
async function forgetReporter(entries: Shelves['entries'], stream: StreamName): Promise<void> {
  await entries.updateMany({ stream, 'index.reporter': { $exists: true, $ne: '' } }, { $set: { 'index.reporter': '' } });
}

/** Makes up for every writer that died after its entry: of this stream, or of all. Costs one look where there is none. */
export async function followBehind(shelves: Shelves, stream?: StreamName): Promise<void> {
  const found = shelves.entries
    .find({ behind: true, ...(stream !== undefined && { stream }) })
    .project<Followed>({ stream: 1, sequence: 1, hash: 1, at: 1, index: 1 })
    .limit(AT_ONCE);
  for (const entry of await found.toArray()) await follow(shelves, entry);
}

function endAfter({ stream, sequence, hash }: Followed): UpdateFilter<EndDocument> {
  // The register's own stream is where ends are entered; entering its own end there would never come to one.
  return { $set: { sequence, hash, open: stream !== 'register' } };
}

function caseAfter({ sequence, hash, at }: Followed, index: CaseIndex): UpdateFilter<CaseDocument> {
  return {
    $set: { index, place: listPlace(index), version: sequence, hash },
    $min: { nextDueAt: at },
    $setOnInsert: { leaseUntil: '', fence: 0, woken: false },
  };
}

const ORDINAL_DIGITS = 9;

/** Text order is the order of the list: by year, then ordinal, then series. */
export const listPlace = ({ year, ordinal, series }: Pick<CaseIndex, 'year' | 'ordinal' | 'series'>): string =>
  `${year}/${String(ordinal).padStart(ORDINAL_DIGITS, '0')}/${series}`;

type Counted<Counter extends string> = { readonly _id: string } & { readonly [Name in Counter]: number };

/** Updates or makes the document, unless its counter is there already. */
async function raise<Kept extends Counted<Counter>, Counter extends 'version' | 'sequence'>(
  collection: Collection<Kept>,
  id: Kept['_id'],
  counter: Counter,
  count: number,
  update: UpdateFilter<Kept>,
): Promise<void> {
  // The types of the driver cannot follow a field whose name is a parameter.
  const shelf = collection as unknown as Collection<{ _id: string; version: number; sequence: number }>;
  const raised = async (): Promise<true | undefined> => {
    try {
      const change = update as unknown as UpdateFilter<{ _id: string; version: number; sequence: number }>;
      await shelf.updateOne({ _id: id, [counter]: { $lt: count } }, change, { upsert: true });
      return true;
    } catch (error) {
      // There it is, but not below the count: it is further on, or somebody made it in this moment and it is to be raised.
      if (!isDuplicate(error)) throw error;
      const ahead = await shelf.findOne({ _id: id, [counter]: { $gte: count } }, { projection: { _id: 1 } });
      return ahead === null ? undefined : true;
    }
  };
  await untilSeen(raised);
}
