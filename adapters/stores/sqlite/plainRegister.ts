import type { DatabaseSync } from 'node:sqlite';
import type { BreachEvent } from '../../../src/breach/events.ts';
import type { CaseId, CaseNumber, PersonId } from '../../../src/breach/identifiers.ts';
import type { CaseHead, Delivery, Look } from '../../../src/ports.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import { prepare } from './rows.ts';

/** The register as the first version of Fristwacht wrote it: entries in the clear, one table for what is found of a case. */

export type PlainHead = {
  readonly case_id: CaseId;
  readonly number: CaseNumber;
  readonly status: CaseHead['status'];
  readonly reporter: PersonId;
  readonly opened_at: Instant;
  readonly next_due_at: Instant | null;
  readonly fence: number;
};

export type PlainEntry = {
  readonly sequence: number;
  readonly commandId: string;
  readonly inboundIds: readonly string[];
  readonly at: Instant;
  readonly by: PersonId;
  readonly events: readonly BreachEvent[];
  readonly hash: string;
};

/** The tables of that version, those that name others first. */
const TABLES = ['delivery', 'look', 'inbound', 'entry', 'case_head'] as const;
const plain = (table: (typeof TABLES)[number]): string => `plain_${table}`;

/** Puts the old tables aside, so that the new ones can take their names. */
export function putPlainAside(database: DatabaseSync): void {
  const triggers = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
  for (const table of TABLES) database.exec(`ALTER TABLE ${table} RENAME TO ${plain(table)}`);
}

export function dropPlain(database: DatabaseSync): void {
  for (const table of TABLES) database.exec(`DROP TABLE ${plain(table)}`);
}

/** What the tables put aside hold. */
export function plainRegister(database: DatabaseSync) {
  const heads = prepare<PlainHead>(database, `SELECT * FROM ${plain('case_head')} ORDER BY opened_at, year, ordinal, series`);
  const entriesOf = prepare<EntryRow>(
    database,
    `SELECT sequence, command_id, at, actor, content, hash FROM ${plain('entry')} WHERE case_id = :caseId ORDER BY sequence`,
  );
  const inboundOf = prepare<{ sequence: number; inbound_id: string }>(
    database,
    `SELECT sequence, inbound_id FROM ${plain('inbound')} WHERE case_id = :caseId ORDER BY inbound_id`,
  );
  const looks = prepare<LookRow>(database, `SELECT case_id, actor, at, what, allowed FROM ${plain('look')} ORDER BY position`);
  const deliveriesOf = prepare<DeliveryRow>(database, `SELECT * FROM ${plain('delivery')} WHERE case_id = :caseId ORDER BY slot`);
  return {
    heads: (): readonly PlainHead[] => heads.all(),
    entries: (caseId: CaseId): readonly PlainEntry[] => {
      const inbound = Map.groupBy(inboundOf.all({ caseId }), ({ sequence }) => sequence);
      return entriesOf.all({ caseId }).map((row) => plainEntry(row, inbound.get(row.sequence) ?? []));
    },
    looks: (): readonly Look[] => looks.all().map(look),
    deliveries: (caseId: CaseId): readonly Delivery[] => deliveriesOf.all({ caseId }).map(delivery),
  };
}

type EntryRow = {
  readonly sequence: number;
  readonly command_id: string;
  readonly at: Instant;
  readonly actor: PersonId;
  readonly content: string;
  readonly hash: string;
};

const plainEntry = (row: EntryRow, inbound: readonly { readonly inbound_id: string }[]): PlainEntry => ({
  sequence: row.sequence,
  commandId: row.command_id,
  inboundIds: inbound.map(({ inbound_id: id }) => id),
  at: row.at,
  by: row.actor,
  events: readEvents(row),
  hash: row.hash,
});

/**
 * A damaged text is carried along whole, as an event that no version knows: its case stays unreadable, as it was, and nothing that stood
 * there is lost.
 */
function readEvents({ content, at, actor }: EntryRow): readonly BreachEvent[] {
  try {
    return JSON.parse(content) as readonly BreachEvent[];
  } catch {
    return [{ type: 'Damaged', at, by: actor, text: content } as unknown as BreachEvent];
  }
}

type LookRow = {
  readonly case_id: CaseId | null;
  readonly actor: PersonId;
  readonly at: Instant;
  readonly what: string;
  readonly allowed: 0 | 1;
};

const look = ({ case_id: caseId, actor: by, at, what, allowed }: LookRow): Look => ({
  ...{ caseId: caseId ?? undefined, by, at, what },
  allowed: allowed === 1,
});

type DeliveryRow = {
  readonly case_id: CaseId;
  readonly slot: string;
  readonly state: Delivery['state'];
  readonly at: Instant;
  readonly attempts: number;
  readonly message_id: string | null;
  readonly shown: string | null;
};

const delivery = ({ case_id: caseId, slot, state, at, attempts, message_id: messageId, shown }: DeliveryRow): Delivery => ({
  ...{ caseId, slot, state, at, attempts },
  ...(messageId !== null && { messageId }),
  ...(shown !== null && { shown }),
});
