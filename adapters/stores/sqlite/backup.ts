import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backup as copyRunning, DatabaseSync } from 'node:sqlite';
import { BackupRefused } from './backupRefused.ts';
import { BUSY_MILLISECONDS, type FileKind, openAsItIs } from './openDatabase.ts';
import { RegisterRefused } from './registerRefused.ts';
import { keyFile, registerFile } from './schema.ts';
import { keyFileOf } from './sqliteKeyStore.ts';

/** Where the two files of a backup lie: the entries and the keys in folders of their own, so that they can be kept apart. */
export const backupFiles = (folder: string, name: string): { readonly entries: string; readonly keys: string } => ({
  entries: join(folder, 'register', name),
  keys: join(folder, 'keys', basename(keyFileOf(name))),
});

const README = `Sicherung eines Registers von Fristwacht
  register/  die Einträge, versiegelt
  keys/      ihre Schlüssel, verschlossen mit dem Hauptschlüssel
Der Hauptschlüssel liegt nicht hier; ohne ihn ist beides nicht zu öffnen. Bewahren Sie alle drei getrennt auf.
Einspielen: fristwacht restore ORDNER, mit einem neuen Ordner in FRISTWACHT_DATA.
Schlüssel gelöschter Texte stehen in älteren Sicherungen noch. Nach einem Wechsel des Hauptschlüssels (fristwacht rotate-key)
öffnet sie nur noch der alte Hauptschlüssel: Vernichten Sie diesen.

Backup of a Fristwacht register
  register/  the entries, sealed
  keys/      their keys, locked by the master key
The master key is not in here; without it neither can be opened. Keep the three apart.
To restore: fristwacht restore FOLDER, with a new folder in FRISTWACHT_DATA.
Keys of erased texts still stand in older backups. After a change of the master key (fristwacht rotate-key)
only the old master key opens those: destroy it.
`;

/**
 * Copies a register that may be in use into a new folder, entries and keys apart, with those of its other files that say what it is
 * (`beside`, names). The entries come first: a key is written before the entry that needs it, so the keys copied later hold those of
 * every entry copied. Throws BackupRefused, RegisterRefused and RegisterUnavailable, and what the file system throws; then it leaves nothing.
 */
export async function backupRegister(file: string, folder: string, beside: readonly string[] = []): Promise<void> {
  if (!existsSync(file)) throw new BackupRefused('noRegister', file);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new BackupRefused('folderNotEmpty', folder);
  try {
    await copyAll(file, folder, beside);
  } catch (error) {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) rmSync(join(folder, name), { recursive: true });
    throw error;
  }
}

async function copyAll(file: string, folder: string, beside: readonly string[]): Promise<void> {
  const to = backupFiles(folder, basename(file));
  for (const made of [folder, dirname(to.entries), dirname(to.keys)]) mkdirSync(made, { recursive: true, mode: 0o700 });
  for (const name of beside) {
    if (existsSync(join(dirname(file), name))) copyFileSync(join(dirname(file), name), join(folder, name));
  }
  await copy(file, registerFile, to.entries);
  await copy(keyFileOf(file), keyFile, to.keys);
  writeFileSync(join(folder, 'README.txt'), README);
  for (const made of [to.entries, to.keys, dirname(to.entries), dirname(to.keys), folder]) sync(made);
}

/** All pages in one step: a consistent picture, also while somebody writes, who is not held up by it. */
const ALL_PAGES = 2 ** 31 - 1;

async function copy(from: string, kind: FileKind, to: string): Promise<void> {
  const source = openPresent(from, kind);
  if (source === undefined) throw new BackupRefused('noKeys', from);
  try {
    await copyRunning(source, to, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
  chmodSync(to, 0o600);
  makeWhole(to);
}

/** Opens a file of this version; undefined where there is none or nothing in it. Throws as `openDatabase`. */
export function openPresent(file: string, kind: FileKind): DatabaseSync | undefined {
  const opened = openAsItIs(file, kind, BUSY_MILLISECONDS);
  if (opened === undefined || opened.version === kind.version) return opened?.database;
  opened.database.close();
  throw new RegisterRefused('olderVersion', file);
}

/** One file without a log beside it, and sound: a backup that cannot be read is found now and not on the day it is needed. */
function makeWhole(file: string): void {
  const copied = new DatabaseSync(file);
  try {
    copied.exec('PRAGMA journal_mode = DELETE');
    if (!isSound(copied)) throw new BackupRefused('brokenCopy', file);
  } finally {
    copied.close();
  }
}

export const isSound = (database: DatabaseSync): boolean =>
  database.prepare('PRAGMA integrity_check').get()?.integrity_check === 'ok';

/** On the disk for good. Windows knows no such thing as a folder that is flushed. */
export function sync(path: string): void {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return;
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
