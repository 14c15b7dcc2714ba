/** Written into the file, so that nobody mistakes another program's database for a register: „FRWT“ as four bytes. */
export const APPLICATION_ID = 0x46_52_57_54;

/** Raised with every change of the tables. A file with a higher number was written by a newer version and is refused. */
export const SCHEMA_VERSION = 1;

/** Nobody writes over or takes away what was entered, not even by `INSERT OR REPLACE`, which fires no trigger for a deletion. */
const onlyGrows = (table: string, taken: string): string => `
CREATE TRIGGER ${table}_keeps BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER ${table}_once BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${taken})
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;`;

/**
 * entry: the cases themselves, one row for one write. inbound: which messages are done, in the same write.
 * case_head: what is found without opening a case, and who serves it just now. delivery: what became of each slot.
 * look: who looked; apart from the cases, so that a look changes none.
 */
export const SCHEMA = `
CREATE TABLE case_head (
  case_id TEXT NOT NULL PRIMARY KEY,
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal > 0),
  number TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('open', 'closed', 'joined')),
  reporter TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  next_due_at TEXT,
  lease_until TEXT NOT NULL DEFAULT '',
  fence INTEGER NOT NULL DEFAULT 0,
  woken INTEGER NOT NULL DEFAULT 0,
  UNIQUE (series, year, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_head_newest ON case_head (year, ordinal, series);
CREATE INDEX case_head_status ON case_head (status, year, ordinal, series);
CREATE INDEX case_head_reporter ON case_head (reporter, year, ordinal, series);
CREATE INDEX case_head_due ON case_head (next_due_at, case_id) WHERE next_due_at IS NOT NULL;

CREATE TRIGGER case_head_stays BEFORE DELETE ON case_head BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER case_head_once BEFORE INSERT ON case_head
WHEN EXISTS (SELECT 1 FROM case_head WHERE case_id = NEW.case_id OR number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER case_head_keeps BEFORE UPDATE OF case_id, series, year, ordinal, number, reporter, opened_at ON case_head
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER case_head_forward BEFORE UPDATE OF version, fence ON case_head
WHEN NEW.version < OLD.version OR NEW.fence < OLD.fence
BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
CREATE TRIGGER case_head_gapless BEFORE INSERT ON case_head
WHEN NEW.ordinal <> 1 + coalesce((SELECT max(ordinal) FROM case_head WHERE series = NEW.series AND year = NEW.year), 0)
BEGIN SELECT RAISE(ABORT, 'case numbers have no gaps'); END;

CREATE TABLE entry (
  case_id TEXT NOT NULL REFERENCES case_head (case_id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  command_id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  content TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (case_id, sequence)
) STRICT, WITHOUT ROWID;
${onlyGrows('entry', '(case_id = NEW.case_id AND sequence = NEW.sequence) OR command_id = NEW.command_id')}
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM entry WHERE case_id = NEW.case_id), 0)
  OR NEW.previous <> coalesce((SELECT hash FROM entry WHERE case_id = NEW.case_id AND sequence = NEW.sequence - 1), '0')
BEGIN SELECT RAISE(ABORT, 'the entry does not follow the one before'); END;

CREATE TABLE inbound (
  inbound_id TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  FOREIGN KEY (case_id, sequence) REFERENCES entry (case_id, sequence)
) STRICT, WITHOUT ROWID;
${onlyGrows('inbound', 'inbound_id = NEW.inbound_id')}

CREATE TABLE delivery (
  case_id TEXT NOT NULL REFERENCES case_head (case_id),
  slot TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sent', 'overtaken', 'unclear')),
  at TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  message_id TEXT,
  shown TEXT,
  fence INTEGER NOT NULL,
  PRIMARY KEY (case_id, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE look (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  allowed INTEGER NOT NULL CHECK (allowed IN (0, 1))
) STRICT;
CREATE INDEX look_case ON look (case_id, position);
${onlyGrows('look', 'position = NEW.position')}
`;
