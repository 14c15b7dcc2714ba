import { openAsItIs } from './openDatabase.ts';
import { registerFile } from './schema.ts';

/** True where the file is a register with at least one sealed entry. Makes nothing and changes nothing. Throws as `openDatabase`. */
export function holdsEntries(file: string, busyMilliseconds: number): boolean {
  const opened = openAsItIs(file, registerFile, busyMilliseconds);
  if (opened === undefined) return false;
  const { database, version } = opened;
  try {
    return version === registerFile.version && database.prepare('SELECT 1 FROM entry LIMIT 1').get() !== undefined;
  } finally {
    database.close();
  }
}
