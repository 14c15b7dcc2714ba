import type { DatabaseSync } from 'node:sqlite';
import { NO_ENTRY } from '../../../src/register/entryHash.ts';
import type {
  EngineAppend,
  EngineAppendOutcome,
  KeptEntry,
  KeptPart,
  RegisterEngine,
  StreamEnd,
  StreamName,
} from '../../../src/register/registerEngine.ts';
import { indexWriter } from './caseIndex.ts';
import { prepare } from './rows.ts';
import { inTransaction } from './transaction.ts';

type EntryRow = {
  readonly id: number;
  readonly stream: StreamName;
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
  readonly key_ring: string;
  readonly clear: string;
};
type PartRow = KeptPart & { readonly entry: number };
type NameRow = { readonly entry: number; readonly name: string };
type Place = { readonly stream: StreamName; readonly sequence: number };

/** The stream the ends of all others are entered into; its own end is entered nowhere. */
const OWN_STREAM: StreamName = 'register';

/** Writing entries and reading them. One append is one row in `entry`; whatever else it needs is in the same transaction. */
export function entries(database: DatabaseSync): Pick<RegisterEngine, 'append' | 'entries' | 'end' | 'findName'> {
  const statements = prepareAll(database);
  return {
    append: async (wanted) => inTransaction(database, () => append(statements, wanted)),
    entries: async (stream, from = 1) => readEntries(statements, stream, from),
    end: async (stream) => statements.end.first({ stream }),
    findName: async (name) => statements.place.first({ name }),
  };
}

type Statements = ReturnType<typeof prepareAll>;
function prepareAll(database: DatabaseSync) {
  const since = 'entry.stream = :stream AND entry.sequence >= :from';
  return {
    end: prepare<StreamEnd>(database, 'SELECT stream, sequence, hash FROM stream_end WHERE stream = :stream'),
    place: prepare<Place>(
      database,
      'SELECT stream, sequence FROM name JOIN entry ON entry.id = name.entry WHERE name.name = :name',
    ),
    addEntry: prepare<{ id: number }>(
      database,
      `INSERT INTO entry (stream, sequence, previous, hash, key_ring, clear)
       VALUES (:stream, :sequence, :previous, :hash, :keyRing, :clear) RETURNING id`,
    ),
    addPart: prepare(database, 'INSERT INTO part (entry, position, name, box) VALUES (:entry, :position, :name, :box)'),
    addName: prepare(database, 'INSERT INTO name (name, entry, position) VALUES (:name, :entry, :position)'),
    addEnd: prepare(
      database,
      'INSERT INTO stream_end (stream, sequence, hash, anchored) VALUES (:stream, :sequence, :hash, :anchored)',
    ),
    moveEnd: prepare(
      database,
      'UPDATE stream_end SET sequence = :sequence, hash = :hash, anchored = :anchored WHERE stream = :stream',
    ),
    entriesOf: prepare<EntryRow>(database, `SELECT * FROM entry WHERE ${since} ORDER BY sequence`),
    partsOf: prepare<PartRow>(
      database,
      `SELECT part.entry, part.name, part.box FROM entry JOIN part ON part.entry = entry.id WHERE ${since} ORDER BY entry.sequence, position`,
    ),
    namesOf: prepare<NameRow>(
      database,
      `SELECT name.entry, name.name FROM entry JOIN name ON name.entry = entry.id WHERE ${since} ORDER BY entry.sequence, position`,
    ),
    index: indexWriter(database),
  };
}

function append(statements: Statements, { entry, at, index }: EngineAppend): EngineAppendOutcome {
  for (const name of entry.names) {
    const place = statements.place.first({ name });
    if (place) return { outcome: 'name-taken', name, ...place };
  }
  const end = statements.end.first({ stream: entry.stream });
  if (!follows(entry, end)) return { outcome: 'conflict' };
  if (index) statements.index({ ...index, version: entry.sequence, hash: entry.hash }, at);
  write(statements, entry, end);
  return { outcome: 'appended' };
}

const follows = ({ sequence, previous }: KeptEntry, end: StreamEnd | undefined): boolean =>
  sequence === 1 + (end?.sequence ?? 0) && previous === (end?.hash ?? NO_ENTRY);

function write(statements: Statements, entry: KeptEntry, before: StreamEnd | undefined): void {
  const { stream, sequence, previous, hash, keyRing, clear } = entry;
  const id = statements.addEntry.first({ stream, sequence, previous, hash, keyRing, clear })?.id ?? vanished();
  for (const [position, { name, box }] of entry.parts.entries()) statements.addPart.run({ entry: id, position, name, box });
  for (const [position, name] of [...new Set(entry.names)].entries()) statements.addName.run({ entry: id, position, name });
  const end = { stream, sequence, hash, anchored: stream === OWN_STREAM ? 1 : 0 };
  (before ? statements.moveEnd : statements.addEnd).run(end);
}

function vanished(): never {
  throw new Error('The engine wrote an entry and does not say where.');
}

/** Each of the three is read by itself: an entry that another process adds meanwhile brings parts that belong to none, and is left out. */
function readEntries(statements: Statements, stream: StreamName, from: number): readonly KeptEntry[] {
  const rows = statements.entriesOf.all({ stream, from });
  const parts = Map.groupBy(statements.partsOf.all({ stream, from }), ({ entry }) => entry);
  const names = Map.groupBy(statements.namesOf.all({ stream, from }), ({ entry }) => entry);
  return rows.map((row) => ({
    ...{ stream: row.stream, sequence: row.sequence, previous: row.previous, hash: row.hash, clear: row.clear },
    parts: (parts.get(row.id) ?? []).map(({ name, box }) => ({ name, box })),
    keyRing: row.key_ring,
    names: (names.get(row.id) ?? []).map(({ name }) => name),
  }));
}
