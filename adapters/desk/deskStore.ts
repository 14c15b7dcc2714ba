import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Lang } from '../../src/law/sources.ts';
import type { Instant } from '../../src/rules/instant.ts';

/** A card as the renderer takes it; made by `cards/adaptiveCard.ts`. */
export type CardJson = Readonly<Record<string, unknown>>;

/** Drawn in both languages when it is delivered, so that the page can change its language and an old card stays as it was. */
export type Drawing = { readonly cards: readonly CardJson[]; readonly plain: string };
export type Drawings = Readonly<Record<Lang, Drawing>>;

/** Where something is shown: one person's own conversation, or a channel. */
export type Place = `person:${string}` | `channel:${string}`;
export const personPlace = (account: string): Place => `person:${account}`;
export const channelPlace = (channel: string): Place => `channel:${channel}`;

export type ItemContent =
  /** The bot wrote; everybody in the place reads along. */
  | { readonly type: 'message'; readonly drawings: Drawings }
  /** A direct answer, for the person in this place alone; one per place, replaced by the next. */
  | { readonly type: 'answer'; readonly drawings: Drawings }
  /** The person in this place wrote. */
  | { readonly type: 'own'; readonly text: string }
  /** The bot took it away; the page shows nothing in its place. */
  | { readonly type: 'removed' };

export type DeskItem = {
  readonly id: string;
  readonly place: Place;
  readonly at: Instant;
  /** Later than `at` where it was redrawn since. */
  readonly changedAt: Instant;
  /** Rises with every item posted; the order on the page. */
  readonly ordinal: number;
  /** Rises with every write; what a page has not seen yet is everything after the last change it knows. */
  readonly change: number;
  readonly content: ItemContent;
};

export type Posting = {
  readonly id: string;
  readonly key: string;
  readonly place: Place;
  readonly at: Instant;
  readonly content: ItemContent;
};

/**
 * What the desk has shown, and its clock: a small file of its own beside the register, for a chat platform too keeps its
 * messages outside of it. Every write is on the disk before it returns.
 */
export type DeskStore = {
  /** Shows something new; what stood under the same id is replaced and moves to the end. */
  readonly post: (posting: Posting) => DeskItem;
  /** Shows something else in the same spot; undefined where there is no such item. */
  readonly redraw: (id: string, key: string, at: Instant, content: ItemContent) => DeskItem | undefined;
  /** Takes what was shown away for good; nothing happens where it is not there. */
  readonly remove: (id: string, at: Instant) => void;
  readonly findByKey: (place: Place, key: string) => DeskItem | undefined;
  readonly find: (id: string) => DeskItem | undefined;
  /** What changed after this change, in the order of the changes. 0 for everything. */
  readonly changedAfter: (change: number) => readonly DeskItem[];
  /** The latest moment anything was shown at. */
  readonly latestMoment: () => Instant | undefined;
  readonly readSetting: (name: string) => string | undefined;
  readonly writeSetting: (name: string, value: string) => void;
  /** Calls back after each write, until the returned function is called. */
  readonly onChange: (listener: (item: DeskItem) => void) => () => void;
  readonly close: () => void;
};

const SCHEMA = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA trusted_schema = OFF;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS item(
    id TEXT PRIMARY KEY, place TEXT NOT NULL, key TEXT NOT NULL, at TEXT NOT NULL, changed_at TEXT NOT NULL,
    ordinal INTEGER NOT NULL UNIQUE, change INTEGER NOT NULL UNIQUE, content TEXT NOT NULL, UNIQUE(place, key)) STRICT;
  CREATE TABLE IF NOT EXISTS setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

const COLUMNS = 'id, place, at, changed_at, ordinal, change, content';

type Row = { id: string; place: string; at: string; changed_at: string; ordinal: number; change: number; content: string };

const itemOf = (row: Row): DeskItem => ({
  id: row.id,
  place: row.place as Place,
  at: row.at as Instant,
  changedAt: row.changed_at as Instant,
  ordinal: row.ordinal,
  change: row.change,
  content: JSON.parse(row.content) as ItemContent,
});

/** Opens the file, or makes it. Throws where the file cannot be used. */
export function openDeskStore(file: string): DeskStore {
  // What people wrote stands in it: for the owner alone, and so are the two files the engine keeps beside it.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file);
  database.exec(SCHEMA);
  const listeners = new Set<(item: DeskItem) => void>();
  const one = (sql: string, ...values: string[]): DeskItem | undefined => {
    const row = database.prepare(`SELECT ${COLUMNS} FROM item WHERE ${sql}`).get(...values);
    return row === undefined ? undefined : itemOf(row as Row);
  };
  const find = (id: string): DeskItem | undefined => one('id = ?', id);
  const written = (id: string): DeskItem | undefined => {
    const item = find(id);
    if (item) for (const listener of listeners) listener(item);
    return item;
  };
  return {
    post: ({ id, key, place, at, content }) => {
      database.prepare(INSERT).run(id, place, key, at, at, JSON.stringify(content));
      return written(id) ?? vanished();
    },
    redraw: (id, key, at, content) => {
      database.prepare(REDRAW).run(key, at, JSON.stringify(content), id);
      return written(id);
    },
    remove: (id, at) => {
      database.prepare(REDRAW).run(`removed:${id}`, at, JSON.stringify({ type: 'removed' } satisfies ItemContent), id);
      // What stood there must not stay in the log beside the file.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      written(id);
    },
    find,
    findByKey: (place, key) => one('place = ? AND key = ?', place, key),
    changedAfter: (change) =>
      database
        .prepare(AFTER)
        .all(change)
        .map((row) => itemOf(row as Row)),
    latestMoment: () =>
      (database.prepare('SELECT max(changed_at) AS at FROM item').get()?.at ?? undefined) as Instant | undefined,
    readSetting: (name) => database.prepare('SELECT value FROM setting WHERE name = ?').get(name)?.value as string | undefined,
    writeSetting: (name, value) => void database.prepare(SET).run(name, value),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => database.close(),
  };
}

// One statement each, so that the two counters cannot come apart from what they count.
const INSERT = `INSERT INTO item(id, place, key, at, changed_at, ordinal, change, content)
  SELECT ?, ?, ?, ?, ?, coalesce(max(ordinal), 0) + 1, coalesce(max(change), 0) + 1, ? FROM item WHERE true
  ON CONFLICT(id) DO UPDATE SET place = excluded.place, key = excluded.key, at = excluded.at, changed_at = excluded.changed_at,
    ordinal = excluded.ordinal, change = excluded.change, content = excluded.content`;
const REDRAW = `UPDATE item SET key = ?, changed_at = ?, content = ?, change = (SELECT max(change) + 1 FROM item) WHERE id = ?`;
const AFTER = `SELECT ${COLUMNS} FROM item WHERE change > ? ORDER BY change`;
const SET = 'INSERT INTO setting(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value';

function vanished(): never {
  throw new Error('The desk lost a message that it had just written.');
}
