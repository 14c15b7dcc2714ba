import { MongoError } from 'mongodb';
import { NO_ENTRY } from '../../../src/register/entryHash.ts';
import type { EngineAppend, EngineAppendOutcome, KeptEntry, RegisterEngine } from '../../../src/register/registerEngine.ts';
import { type EntryDocument, entryId, type Shelves } from './documents.ts';
import { follow } from './followEntries.ts';
import { isDuplicate, untilSeen } from './unavailable.ts';

type Entries = Pick<RegisterEngine, 'append' | 'entries' | 'end' | 'findName' | 'highestOrdinal'>;

/** Writing entries and reading them. All that is asked here is answered from the entries themselves, never from what follows them. */
export function entries(shelves: Shelves): Entries {
  const { entries: kept } = shelves;
  return {
    append: async (append) => write(shelves, append),
    entries: async (stream, from = 1) => {
      const found = kept.find({ stream, sequence: { $gte: from } }, { sort: { sequence: 1 } });
      return (await found.toArray()).map(keptEntry);
    },
    end: async (stream) => {
      const sort = { sequence: -1 } as const;
      const last = await kept.findOne({ stream }, { sort, projection: { sequence: 1, hash: 1 } });
      return last === null ? undefined : { stream, sequence: last.sequence, hash: last.hash };
    },
    findName: async (name) => {
      const found = await kept.findOne({ names: name }, { projection: { stream: 1, sequence: 1 } });
      return found === null ? undefined : { stream: found.stream, sequence: found.sequence };
    },
    highestOrdinal: async (series, year) => {
      const sort = { 'index.ordinal': -1 } as const;
      const asked = { 'index.series': series, 'index.year': year };
      const last = await kept.findOne(asked, { sort, projection: { index: 1 } });
      return last?.index?.ordinal ?? 0;
    },
  };
}

async function write(shelves: Shelves, append: EngineAppend): Promise<EngineAppendOutcome> {
  const { entry } = append;
  if (!(await follows(shelves, entry))) return (await takenName(shelves, entry)) ?? { outcome: 'conflict' };
  const document = entryDocument(append);
  try {
    await shelves.entries.insertOne(document);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return untilSeen(() => whoWasFirst(shelves, entry));
  }
  await followNow(shelves, document);
  return { outcome: 'appended' };
}

/** An entry that is there stays there, so a look before the write is enough: nothing can take away what it follows. */
async function follows({ entries }: Shelves, { stream, sequence, previous }: KeptEntry): Promise<boolean> {
  if (sequence === 1) return previous === NO_ENTRY;
  const before = await entries.findOne({ _id: entryId(stream, sequence - 1) }, { projection: { hash: 1 } });
  return before?.hash === previous;
}

/** Names before places: a command that comes again is told so, whatever place it asks for. */
async function whoWasFirst(shelves: Shelves, entry: KeptEntry): Promise<EngineAppendOutcome | undefined> {
  const taken = await takenName(shelves, entry);
  if (taken !== undefined) return taken;
  const place = { _id: entryId(entry.stream, entry.sequence) };
  const other = await shelves.entries.findOne(place, { projection: { _id: 1 } });
  return other === null ? undefined : { outcome: 'conflict' };
}

async function takenName({ entries }: Shelves, { names }: KeptEntry): Promise<EngineAppendOutcome | undefined> {
  if (names.length === 0) return undefined;
  const projection = { stream: 1, sequence: 1, names: 1 } as const;
  const holders = await entries.find({ names: { $in: [...names] } }, { projection }).toArray();
  for (const name of names) {
    const holder = holders.find((candidate) => candidate.names.includes(name));
    if (holder) return { outcome: 'name-taken', name, stream: holder.stream, sequence: holder.sequence };
  }
  return undefined;
}

/** The entry is durable, so the answer is clear whatever becomes of the rest: the mark on the entry has the next claim make up for it. */
async function followNow(shelves: Shelves, document: EntryDocument): Promise<void> {
  try {
    await follow(shelves, document);
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
  }
}

function entryDocument({ entry, at, index }: EngineAppend): EntryDocument {
  const _id = entryId(entry.stream, entry.sequence);
  const { stream, sequence, previous, hash, clear, parts, keyRing, names } = entry;
  const kept = { stream, sequence, previous, hash, clear, parts, keyRing };
  // A unique index takes two empty lists for the same, so an entry without a name is called by its place.
  return { _id, ...kept, names: names.length === 0 ? [_id] : names, at, ...(index && { index }), behind: true };
}

function keptEntry({ _id, stream, sequence, previous, hash, clear, parts, keyRing, names }: EntryDocument): KeptEntry {
  return { stream, sequence, previous, hash, clear, parts, keyRing, names: names.filter((name) => name !== _id) };
}
