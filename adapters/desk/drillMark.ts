import { closeSync, existsSync, fsyncSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Lies in the data folder of a drill register for good, and says so to whoever opens the folder. */
export const DRILL_MARK = 'UEBUNG-DRILL.txt';

const WORDS = `Dieser Ordner enthält ein Übungsregister von Fristwacht (Nummern Ü-...). Es wird nie zu einem echten Register.
Bitte diese Datei nicht löschen: An ihr erkennt Fristwacht, dass hier nichts Echtes liegt.

This folder holds a drill register of Fristwacht (numbers Ü-...). It never becomes a real register.
Please do not delete this file: by it Fristwacht knows that nothing real lies here.
`;

/**
 * What the folder holds. `unmarked`: files of a register without the mark, so it may be a real one and must not be
 * used for drills.
 */
export type FolderKind = 'empty' | 'drill' | 'unmarked';

export function folderKind(folder: string): FolderKind {
  if (existsSync(join(folder, DRILL_MARK))) return 'drill';
  if (!existsSync(folder)) return 'empty';
  return readdirSync(folder).some((name) => /\.(?:sqlite|db)(?:\.keys)?(?:-wal|-shm|-journal)?$/.test(name))
    ? 'unmarked'
    : 'empty';
}

/** Marks the folder, durably and before anything else is written there. */
export function markAsDrill(folder: string): void {
  const file = openSync(join(folder, DRILL_MARK), 'w', 0o600);
  try {
    writeSync(file, WORDS);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
