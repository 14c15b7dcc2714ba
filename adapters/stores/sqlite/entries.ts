import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { BreachEvent } from '../../../src/breach/events.ts';
import { type CaseId, type CaseNumber, type PersonId, partsOfCaseNumber } from '../../../src/breach/identifiers.ts';
import type { AppendOutcome, AppendRequest, CaseHead, Register, StoredCase, StoredEntry } from '../../../src/ports.ts';
import { canonicalJson } from '../../../src/register/canonicalJson.ts';
import { CaseUnreadable } from '../../../src/register/caseUnreadable.ts';
import { entryHash, NO_ENTRY, type Sha256 } from '../../../src/register/entryHash.ts';
import { headAfter } from '../../../src/register/headAfter.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { prepare } from './rows.ts';
import { inTransaction } from './transaction.ts';

type EntryRow = {
  readonly case_id: CaseId;
  readonly sequence: number;
  readonly command_id: string;
  readonly at: Instant;
  readonly actor: PersonId;
  readonly content: string;
  readonly hash: string;
};
type HeadRow = {
  readonly number: CaseNumber;
  readonly status: CaseHead['status'];
  readonly reporter: PersonId;
  readonly opened_at: Instant;
  readonly version: number;
  readonly hash: string;
};
type Place = { readonly case_id: CaseId; readonly sequence: number };

const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Writing to cases and reading them. One append is one row in `entry`; whatever else it needs is in the same transaction. */
export function entries(database: DatabaseSync): Pick<Register, 'append' | 'read' | 'findByCommand'> {
  const statements = prepareAll(database);
  return {
    append: async (request) => inTransaction(database, () => append(statements, request)),
    read: async (caseId) => {
      const rows = statements.entriesOf.all({ caseId });
      return rows.length === 0 ? undefined : storedCase(caseId, rows);
    },
    findByCommand: async (commandId) => {
      const place = placeOf(statements, commandId);
      return place && { caseId: place.case_id, sequence: place.sequence };
    },
  };
}

type Statements = ReturnType<typeof prepareAll>;
function prepareAll(database: DatabaseSync) {
  return {
    head: prepare<HeadRow>(
      database,
      `SELECT number, status, reporter, opened_at, version, hash FROM case_head
       JOIN entry ON entry.case_id = case_head.case_id AND entry.sequence = version WHERE case_head.case_id = :caseId`,
    ),
    byCommand: prepare<Place>(database, 'SELECT case_id, sequence FROM entry WHERE command_id = :id'),
    byInbound: prepare<Place>(database, 'SELECT case_id, sequence FROM inbound WHERE inbound_id = :id'),
    highestOrdinal: prepare<{ ordinal: number | null }>(
      database,
      'SELECT max(ordinal) AS ordinal FROM case_head WHERE series = :series AND year = :year',
    ),
    addHead: prepare(
      database,
      `INSERT INTO case_head (case_id, series, year, ordinal, number, status, reporter, opened_at, version, next_due_at)
       VALUES (:caseId, :series, :year, :ordinal, :number, :status, :reporter, :openedAt, 1, :at)`,
    ),
    moveHead: prepare(
      database,
      `UPDATE case_head SET status = :status, version = :version, next_due_at = min(coalesce(next_due_at, :at), :at)
       WHERE case_id = :caseId`,
    ),
    addEntry: prepare(
      database,
      `INSERT INTO entry (case_id, sequence, command_id, at, actor, content, previous, hash)
       VALUES (:caseId, :sequence, :commandId, :at, :actor, :content, :previous, :hash)`,
    ),
    addInbound: prepare(database, 'INSERT INTO inbound (inbound_id, case_id, sequence) VALUES (:id, :caseId, :sequence)'),
    entriesOf: prepare<EntryRow>(
      database,
      'SELECT case_id, sequence, command_id, at, actor, content, hash FROM entry WHERE case_id = :caseId ORDER BY sequence',
    ),
  };
}

function append(statements: Statements, request: AppendRequest): AppendOutcome {
  const done = whatIsDone(statements, request);
  if (done)
    return { outcome: 'repeated', caseId: done.case_id, version: headOf(statements, done.case_id)?.version ?? done.sequence };
  const head = headOf(statements, request.caseId);
  if ((head?.version ?? 0) !== request.expectedVersion) return { outcome: 'conflict' };
  if (head === undefined && !isNextNumber(statements, numberOf(request))) return { outcome: 'number-taken' };
  return { outcome: 'appended', version: write(statements, request, head) };
}

const headOf = (statements: Statements, caseId: CaseId): HeadRow | undefined => statements.head.first({ caseId });

const placeOf = (statements: Statements, id: string): Place | undefined =>
  statements.byCommand.first({ id }) ?? statements.byInbound.first({ id });

function whatIsDone(statements: Statements, { commandId, inboundIds }: AppendRequest): Place | undefined {
  const command = statements.byCommand.first({ id: commandId });
  return command ?? inboundIds.map((id) => statements.byInbound.first({ id })).find((place) => place !== undefined);
}

function numberOf(request: AppendRequest): CaseNumber {
  if (request.number === undefined) throw new RangeError('The write that opens a case brings its number.');
  return request.number;
}

/** A number further on would leave a gap, so it is refused like one that is taken: ask for the next one. */
function isNextNumber(statements: Statements, number: CaseNumber): boolean {
  const { series, year, ordinal } = partsOfCaseNumber(number);
  return ordinal === 1 + (statements.highestOrdinal.first({ series, year })?.ordinal ?? 0);
}

function write(statements: Statements, request: AppendRequest, before: HeadRow | undefined): number {
  const version = request.expectedVersion + 1;
  writeHead(statements, request, before, version);
  writeEntry(statements, request, version, before?.hash ?? NO_ENTRY);
  for (const id of new Set(request.inboundIds)) statements.addInbound.run({ id, caseId: request.caseId, sequence: version });
  return version;
}

function writeHead(statements: Statements, request: AppendRequest, before: HeadRow | undefined, version: number): void {
  const { caseId, at } = request;
  const { number, status, reporter, openedAt } = headAfter(before && { ...before, openedAt: before.opened_at }, request.events);
  if (before !== undefined) {
    statements.moveHead.run({ caseId, status, version, at });
    return;
  }
  if (number !== request.number) throw new RangeError('The report and its write name two different numbers.');
  statements.addHead.run({ caseId, ...partsOfCaseNumber(number), number, status, reporter, openedAt, at });
}

function writeEntry(statements: Statements, request: AppendRequest, sequence: number, previous: string): void {
  const { caseId, commandId, at, by, events } = request;
  const hash = entryHash({ caseId, sequence, commandId, at, by, events }, previous, sha256);
  statements.addEntry.run({ caseId, sequence, commandId, at, actor: by, content: canonicalJson(events), previous, hash });
}

const storedCase = (caseId: CaseId, rows: readonly EntryRow[]): StoredCase => ({
  caseId,
  version: rows.at(-1)?.sequence ?? 0,
  entries: rows.map(storedEntry),
});

const storedEntry = (row: EntryRow): StoredEntry => ({
  caseId: row.case_id,
  sequence: row.sequence,
  commandId: row.command_id,
  at: row.at,
  by: row.actor,
  events: readEvents(row),
  hash: row.hash,
});

/** The parser's own error would quote the content, so it is not passed on. */
function readEvents(row: EntryRow): readonly BreachEvent[] {
  try {
    return JSON.parse(row.content) as readonly BreachEvent[];
  } catch {
    throw new CaseUnreadable(row.case_id);
  }
}
