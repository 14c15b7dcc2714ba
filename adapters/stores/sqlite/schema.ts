import { ORGANISATION } from '../../../src/register/organisationStream.ts';
import type { FileKind } from './openDatabase.ts';

/** Nobody writes over or takes away what was entered, not even by `INSERT OR REPLACE`, which fires no trigger for a deletion. */
const onlyGrows = (table: string, taken: string): string => `
CREATE TRIGGER ${table}_keeps BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER ${table}_once BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${taken})
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;`;

/** The entries, their sealed parts and their names; the ends of the streams, of which `anchored` ones stand in the register's own stream. */
const STREAMS = `
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  key_ring TEXT NOT NULL,
  clear TEXT NOT NULL,
  UNIQUE (stream, sequence)
) STRICT;
${onlyGrows('entry', 'id = NEW.id OR (stream = NEW.stream AND sequence = NEW.sequence)')}
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM entry WHERE stream = NEW.stream), 0)
  OR NEW.previous <> coalesce((SELECT hash FROM entry WHERE stream = NEW.stream AND sequence = NEW.sequence - 1), '0')
BEGIN SELECT RAISE(ABORT, 'the entry does not follow the one before'); END;

CREATE TABLE part (
  entry INTEGER NOT NULL REFERENCES entry (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  box TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
${onlyGrows('part', 'entry = NEW.entry AND (position = NEW.position OR name = NEW.name)')}

CREATE TABLE name (
  name TEXT NOT NULL PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entry (id),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX name_entry ON name (entry, position);
${onlyGrows('name', 'name = NEW.name')}

CREATE TABLE stream_end (
  stream TEXT NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL,
  anchored INTEGER NOT NULL CHECK (anchored IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX stream_end_unanchored ON stream_end (stream) WHERE anchored = 0;
CREATE TRIGGER stream_end_stays BEFORE DELETE ON stream_end BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER stream_end_once BEFORE INSERT ON stream_end
WHEN EXISTS (SELECT 1 FROM stream_end WHERE stream = NEW.stream)
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER stream_end_forward BEFORE UPDATE OF stream, sequence, hash ON stream_end
WHEN NEW.stream <> OLD.stream OR NEW.sequence <> OLD.sequence + 1
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
`;

/** What is found without opening a case, and who serves it just now. `open_duty` only finds; what counts is `open_duties` beside it. */
const CASES = `
CREATE TABLE case_index (
  case_id TEXT NOT NULL PRIMARY KEY,
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal > 0),
  number TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('open', 'closed', 'joined', 'erased')),
  reporter TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  open_duties TEXT NOT NULL,
  first_due_by TEXT,
  kind TEXT,
  closed_at TEXT,
  version INTEGER NOT NULL CHECK (version > 0),
  hash TEXT NOT NULL,
  next_due_at TEXT,
  lease_until TEXT NOT NULL DEFAULT '',
  fence INTEGER NOT NULL DEFAULT 0,
  woken INTEGER NOT NULL DEFAULT 0,
  UNIQUE (series, year, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_index_newest ON case_index (year, ordinal, series);
CREATE INDEX case_index_status ON case_index (status, year, ordinal, series);
CREATE INDEX case_index_reporter ON case_index (reporter, year, ordinal, series);
CREATE INDEX case_index_kind ON case_index (kind, year, ordinal, series) WHERE kind IS NOT NULL;
CREATE INDEX case_index_opened ON case_index (opened_at);
CREATE INDEX case_index_due ON case_index (next_due_at, case_id) WHERE next_due_at IS NOT NULL;

CREATE TRIGGER case_index_stays BEFORE DELETE ON case_index BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER case_index_once BEFORE INSERT ON case_index
WHEN EXISTS (SELECT 1 FROM case_index WHERE case_id = NEW.case_id OR number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER case_index_keeps BEFORE UPDATE OF case_id, series, year, ordinal, number, opened_at ON case_index
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER case_index_forward BEFORE UPDATE OF version, fence ON case_index
WHEN NEW.version < OLD.version OR NEW.fence < OLD.fence
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;

CREATE TABLE open_duty (
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  series TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_index (case_id),
  PRIMARY KEY (kind, year, ordinal, series)
) STRICT, WITHOUT ROWID;
CREATE INDEX open_duty_case ON open_duty (case_id);
`;

/** What became of each slot, sealed, beside the case. */
const DELIVERIES = `
CREATE TABLE delivery (
  case_id TEXT NOT NULL REFERENCES case_index (case_id),
  name TEXT NOT NULL,
  box TEXT NOT NULL,
  PRIMARY KEY (case_id, name)
) STRICT, WITHOUT ROWID;
`;

/**
 * What belongs to no case: the organisation's stream, claimed and served like a case, and notes of the program for itself. Added to a register
 * of this version that has no such tables yet; an older program does not mind them.
 */
const REGISTER_ADDITIONS = `
CREATE TABLE IF NOT EXISTS organisation (
  case_id TEXT NOT NULL PRIMARY KEY CHECK (case_id = '${ORGANISATION}'),
  version INTEGER NOT NULL DEFAULT 0 CHECK (version = 0),
  next_due_at TEXT,
  lease_until TEXT NOT NULL DEFAULT '',
  fence INTEGER NOT NULL DEFAULT 0,
  woken INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO organisation (case_id) VALUES ('${ORGANISATION}');
CREATE TRIGGER IF NOT EXISTS organisation_stays BEFORE DELETE ON organisation
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER IF NOT EXISTS organisation_forward BEFORE UPDATE OF fence ON organisation WHEN NEW.fence < OLD.fence
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;

CREATE TABLE IF NOT EXISTS organisation_delivery (
  case_id TEXT NOT NULL REFERENCES organisation (case_id),
  name TEXT NOT NULL,
  box TEXT NOT NULL,
  PRIMARY KEY (case_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS note (
  name TEXT NOT NULL PRIMARY KEY,
  box TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS case_index_never ON case_index (case_id) WHERE status = 'open' AND next_due_at IS NULL;
`;

/** What is still to be done on the file as a whole; see `finishUpgrade`. */
const UPKEEP = 'CREATE TABLE upkeep (task TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;';

export const REGISTER_SCHEMA = STREAMS + CASES + DELIVERIES + UPKEEP + REGISTER_ADDITIONS;

/** Written by the first version of Fristwacht: entries in the clear. `upgradeRegister` re-encodes it. */
export const PLAIN_SCHEMA_VERSION = 1;

/** The register itself. Its application id is „FRWT“ as four bytes. */
export const registerFile: FileKind = {
  applicationId: 0x46_52_57_54,
  version: 2,
  schema: REGISTER_SCHEMA,
  additions: REGISTER_ADDITIONS,
};

/**
 * The wrapped keys. A key is never moved by the engine, only added at the end and written over in its place: a copy left behind in
 * some corner of a page would outlive its erasure. `retired` names the master keys that were changed for another one.
 */
const KEYS = `
CREATE TABLE ring (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  stream TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX ring_stream ON ring (stream, number);
CREATE INDEX ring_fingerprint ON ring (fingerprint);

CREATE TABLE wrapped_key (
  position INTEGER PRIMARY KEY,
  ring INTEGER NOT NULL,
  part TEXT NOT NULL,
  box TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX wrapped_key_ring ON wrapped_key (ring, part);

CREATE TABLE retired (fingerprint TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
`;

/** The key file beside the register: „FRWK“ as four bytes. */
export const keyFile: FileKind = { applicationId: 0x46_52_57_4b, version: 1, schema: KEYS };
