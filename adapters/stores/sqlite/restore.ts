import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backupFiles, isSound, openPresent, sync } from './backup.ts';
import { BackupRefused } from './backupRefused.ts';
import { brokenChain } from './checkChains.ts';
import type { FileKind } from './openDatabase.ts';
import { keyFile, registerFile } from './schema.ts';
import { keyFileOf } from './sqliteKeyStore.ts';

/**
 * Brings a backup back as the register `file`, which must not be there yet. Checks the copies first, beside their later place: both files
 * are sound, every chain holds, and `opens` (which opens the copied register with the master key and closes it) does not throw. Only then they
 * get their names, with the files `beside` them. Throws BackupRefused, what `opens` throws, and what the file system throws.
 */
export async function restoreRegister(
  folder: string,
  file: string,
  opens: (copied: string) => Promise<void>,
  beside: readonly string[] = [],
): Promise<void> {
  const from = backupFiles(folder, basename(file));
  if (!existsSync(from.entries) || !existsSync(from.keys)) throw new BackupRefused('noBackup', folder);
  if (existsSync(file)) throw new BackupRefused('registerThere', file);
  if (existsSync(keyFileOf(file))) throw new BackupRefused('keysThere', keyFileOf(file));
  const waiting = join(dirname(file), 'restoring');
  rmSync(waiting, { recursive: true, force: true });
  mkdirSync(waiting, { recursive: true, mode: 0o700 });
  try {
    const copied = join(waiting, basename(file));
    take(from.entries, copied);
    take(from.keys, keyFileOf(copied));
    checkCopies(copied);
    await opens(copied);
    for (const name of beside) if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(dirname(file), name));
    putInPlace(copied, file);
  } finally {
    rmSync(waiting, { recursive: true, force: true });
  }
}

function take(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}

function checkCopies(copied: string): void {
  check(keyFileOf(copied), keyFile, () => undefined);
  check(copied, registerFile, brokenChain);
}

function check(file: string, kind: FileKind, broken: typeof brokenChain): void {
  const database = openPresent(file, kind);
  if (database === undefined) throw new BackupRefused('brokenCopy', file);
  try {
    if (!isSound(database)) throw new BackupRefused('brokenCopy', file);
    const place = broken(database);
    if (place !== undefined) throw new BackupRefused('brokenChain', place);
  } finally {
    database.close();
  }
}

/** The register comes last: where it stands, everything it needs does. All logs were closed, so nothing lies beside the two files. */
function putInPlace(copied: string, file: string): void {
  for (const path of [copied, keyFileOf(copied)]) sync(path);
  const left = readdirSync(dirname(copied)).filter((name) => name.endsWith('-wal'));
  if (left.length > 0) throw new BackupRefused('brokenCopy', copied);
  renameSync(keyFileOf(copied), keyFileOf(file));
  renameSync(copied, file);
  sync(dirname(file));
}
