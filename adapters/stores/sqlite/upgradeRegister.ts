import type { DatabaseSync } from 'node:sqlite';
import { fold } from '../../../src/breach/evolve.ts';
import { partsOfCaseNumber } from '../../../src/breach/identifiers.ts';
import type { Text } from '../../../src/law/sources.ts';
import { RegisterUnavailable } from '../../../src/ports.ts';
import { type CaseSummary, caseSummary } from '../../../src/register/caseSummary.ts';
import { NO_ENTRY } from '../../../src/register/entryHash.ts';
import { keepRing } from '../../../src/register/keepRing.ts';
import type { CaseIndex, RegisterEngine } from '../../../src/register/registerEngine.ts';
import { type EntryDraft, sealEntry } from '../../../src/register/sealEntry.ts';
import { sealedRegister } from '../../../src/register/sealedRegister.ts';
import { type Keys, openSealing, type Sealing } from '../../../src/register/sealing.ts';
import { caseStream } from '../../../src/register/streams.ts';
import { openAsItIs } from './openDatabase.ts';
import { dropPlain, type PlainEntry, type PlainHead, plainRegister, putPlainAside } from './plainRegister.ts';
import { PLAIN_SCHEMA_VERSION, REGISTER_SCHEMA, registerFile } from './schema.ts';
import { engineOn } from './sqliteEngine.ts';
import { engineCode } from './transaction.ts';

const CONVERTED: Text = {
  de: 'Das Register stammte von einer älteren Version und ist jetzt versiegelt. Die früheren Einträge im Klartext sind aus der Datei entfernt; in älteren Sicherungen stehen sie noch. Der frühere Prüfwert jedes Eintrags ist mit übernommen.',
  en: 'The register came from an older version and is sealed now. The earlier entries in plain text are gone from the file; older backups still hold them. The earlier check value of each entry was taken along.',
};

/**
 * Seals the register of an older version, in one transaction: killed at any moment, it is as it was or it is done. Answers what to tell
 * whoever started it, or undefined where there was nothing to do. Throws as `openDatabase`.
 */
export async function upgradeRegister(file: string, keys: Keys, busyMilliseconds: number): Promise<Text | undefined> {
  const opened = openAsItIs(file, registerFile, busyMilliseconds);
  if (opened === undefined) return undefined;
  const { database, version } = opened;
  try {
    if (version === PLAIN_SCHEMA_VERSION) await inOneTransaction(database, () => seal(database, keys));
    return finishUpgrade(database) ? CONVERTED : undefined;
  } catch (error) {
    if (engineCode(error) === undefined) throw error;
    throw new RegisterUnavailable('The register could not be converted; it is as it was.', { cause: error });
  } finally {
    database.close();
  }
}

async function inOneTransaction(database: DatabaseSync, work: () => Promise<void>): Promise<void> {
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been faster.
    if (database.prepare('PRAGMA user_version').get()?.user_version === PLAIN_SCHEMA_VERSION) await work();
    database.exec('COMMIT');
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK');
  }
}

async function seal(database: DatabaseSync, keys: Keys): Promise<void> {
  putPlainAside(database);
  database.exec(REGISTER_SCHEMA);
  const plain = plainRegister(database);
  const engine = engineOn(database);
  const sealing = await openSealing(keys, async () => true);
  const heads = plain.heads();
  for (const head of heads) await sealCase(engine, sealing, head, plain.entries(head.case_id));
  const register = await sealedRegister({ engine, ...keys });
  for (const look of plain.looks()) await register.recordLook(look);
  const carry = carryOver(database);
  for (const head of heads) {
    const claim = await register.claimCase(head.case_id, head.opened_at, 0);
    if (claim) await register.recordDeliveries(claim, plain.deliveries(head.case_id));
    carry(head);
  }
  dropPlain(database);
  database.exec(`INSERT INTO upkeep (task) VALUES ('sweep')`);
  database.exec(`PRAGMA user_version = ${registerFile.version}`);
}

/** The fence goes on from where it was: a worker of the older version must never be taken for a later one. */
function carryOver(database: DatabaseSync): (head: PlainHead) => void {
  const carry = database.prepare(
    `UPDATE case_index SET next_due_at = :due, lease_until = '', fence = fence + :fence WHERE case_id = :caseId`,
  );
  return ({ case_id: caseId, next_due_at: due, fence }) => void carry.run({ caseId, due, fence });
}

async function sealCase(
  engine: RegisterEngine,
  sealing: Sealing,
  head: PlainHead,
  entries: readonly PlainEntry[],
): Promise<void> {
  let previous = NO_ENTRY;
  for (const plain of entries) {
    const draft = draftOf(sealing, head, plain, previous);
    const entry = await keepRing(sealing, () => sealEntry(sealing, draft));
    const isLast = plain.sequence === entries.length;
    const index = isLast ? { index: indexOf(sealing, head, entries) } : {};
    const { outcome } = await engine.append({ entry, at: plain.at, ...index });
    if (outcome !== 'appended') throw new Error(`An entry of the older register cannot be taken over: ${outcome}.`);
    previous = entry.hash;
  }
}

function draftOf(sealing: Sealing, { case_id: caseId, number }: PlainHead, plain: PlainEntry, previous: string): EntryDraft {
  const { sequence, at, by, commandId, inboundIds, events, hash } = plain;
  const messages = [commandId, ...inboundIds].map((id) => sealing.pseudonym('message', id));
  const names = [...messages, ...(sequence === 1 ? [`number:${number}`] : [])];
  return { stream: caseStream(caseId), ...{ sequence, previous, at, by, names }, body: { events }, earlier: { hash, commandId } };
}

function indexOf(sealing: Sealing, head: PlainHead, entries: readonly PlainEntry[]): CaseIndex {
  const { case_id: caseId, number, reporter, opened_at: openedAt } = head;
  return {
    ...{ caseId, number, ...partsOfCaseNumber(number), openedAt },
    reporter: sealing.pseudonym('person', reporter),
    ...summaryOf(head, entries),
  };
}

/** Of a case that cannot be read stands in the index what stood there before. */
function summaryOf({ status }: PlainHead, entries: readonly PlainEntry[]): CaseSummary {
  try {
    const folded = fold(entries.flatMap(({ events }) => events));
    if (folded.status !== 'none') return caseSummary(folded);
  } catch {
    // Its events are kept as they are; the case says so when it is read.
  }
  return { status, openDuties: [] };
}

/**
 * Takes the plain text out of every corner of the file: the log is cut off and the file written anew. Where another process is in the way,
 * the next start does it. Answers whether there was something to do and it is done.
 */
function finishUpgrade(database: DatabaseSync): boolean {
  if (countTasks(database) === 0) return false;
  try {
    database.exec('VACUUM');
    if (database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy !== 0) return false;
    database.exec('DELETE FROM upkeep');
    return true;
  } catch (error) {
    if (engineCode(error) === undefined) throw error;
    return false;
  }
}

function countTasks(database: DatabaseSync): number {
  const isSealed = database.prepare('PRAGMA user_version').get()?.user_version === registerFile.version;
  return isSealed ? Number(database.prepare('SELECT count(*) AS tasks FROM upkeep').get()?.tasks) : 0;
}
