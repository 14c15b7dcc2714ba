import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Text } from '../../src/law/sources.ts';
import type { MasterKey } from '../../src/register/cryptography.ts';
import { masterKeyOf, readKey } from './masterKeyOf.ts';
import { MasterKeyRefused } from './masterKeyRefused.ts';
import { nodeCryptography } from './nodeCryptography.ts';

export type MasterKeySetting = {
  /** The value of FRISTWACHT_MASTER_KEY. */
  readonly key?: string | undefined;
  /** The value of FRISTWACHT_MASTER_KEY_FILE. */
  readonly keyFile?: string | undefined;
  /** Where the key lies if neither is set: beside the register. Without it, one of the two must be set. */
  readonly beside?: {
    readonly file: string;
    /** False as soon as there is something that was sealed: a new key would open none of it. */
    readonly mayMake: boolean;
  };
};

/** `place` names where the key came from and may be shown; `warning` is for whoever starts the bot. */
export type OpenedMasterKey = { readonly masterKey: MasterKey; readonly place: string; readonly warning?: Text };

const VARIABLE = 'FRISTWACHT_MASTER_KEY';
const FILE_VARIABLE = 'FRISTWACHT_MASTER_KEY_FILE';

/**
 * The master key from the environment, from a file, or for the embedded register from a file beside it that is made on the first start.
 * Throws MasterKeyRefused; then nothing was changed.
 */
export function openMasterKey({ key, keyFile, beside }: MasterKeySetting): OpenedMasterKey {
  const isSet = (value: string | undefined): value is string => value !== undefined && value.trim() !== '';
  if (isSet(key) && isSet(keyFile)) throw new MasterKeyRefused('namedTwice', `${VARIABLE}, ${FILE_VARIABLE}`);
  if (isSet(key)) return { masterKey: keyFrom(key, VARIABLE), place: VARIABLE };
  if (isSet(keyFile)) return { ...fromFile(keyFile.trim()), place: keyFile.trim() };
  if (beside === undefined) throw new MasterKeyRefused('missing', `${VARIABLE}, ${FILE_VARIABLE}`);
  return fromBeside(beside.file, beside.mayMake);
}

function keyFrom(written: string, place: string): MasterKey {
  const key = readKey(written);
  if (key === undefined) throw new MasterKeyRefused('notAKey', place);
  return masterKeyOf(key);
}

function fromFile(file: string): Pick<OpenedMasterKey, 'masterKey' | 'warning'> {
  const masterKey = keyFrom(readOrRefuse(file), file);
  return isOpenToOthers(file) ? { masterKey, warning: openToOthers(file) } : { masterKey };
}

function readOrRefuse(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new MasterKeyRefused('fileUnreadable', file, { cause });
  }
}

function fromBeside(file: string, mayMake: boolean): OpenedMasterKey {
  if (isThere(file)) return { ...withWarning(fromFile(file), liesBeside(file)), place: file };
  if (!mayMake) throw new MasterKeyRefused('missing', file);
  make(file);
  return { ...withWarning(fromFile(file), wasMade(file)), place: file };
}

const withWarning = (opened: Pick<OpenedMasterKey, 'masterKey' | 'warning'>, warning: Text) => ({ warning, ...opened });

const isThere = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined;

const OTHERS = 0o077;
const isOpenToOthers = (file: string): boolean => process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0;

const OWNER_ONLY = 0o600;

/**
 * Written whole under another name first and given its own by a link, which fails where another process was faster: so nobody ever
 * reads half a key, and two processes that start at once end up with the same one.
 */
function make(file: string): void {
  const draft = `${file}.${nodeCryptography.randomSalt()}`;
  try {
    writeDurably(draft, `${Buffer.from(nodeCryptography.randomKey(), 'base64url').toString('base64')}\n`);
    linkUnlessThere(draft, file);
    syncFolder(dirname(file));
  } catch (cause) {
    throw new MasterKeyRefused('notWritable', file, { cause });
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDurably(file: string, text: string): void {
  const opened = openSync(file, 'wx', OWNER_ONLY);
  try {
    writeSync(opened, text);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function linkUnlessThere(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Windows knows no such thing as a folder that is flushed. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

const wasMade = (file: string): Text => ({
  de: `Es war kein Hauptschlüssel angegeben. Ein neuer liegt jetzt in ${file}. Sichern Sie ihn getrennt vom Register: Ohne ihn lässt es sich nie mehr lesen.`,
  en: `No master key was given. A new one now lies in ${file}. Back it up apart from the register: without it, the register can never be read again.`,
});

const liesBeside = (file: string): Text => ({
  de: `Der Hauptschlüssel liegt neben dem Register (${file}). Wer den Ordner kopiert, hat beides. Für den Betrieb besser: ${VARIABLE} oder ${FILE_VARIABLE}.`,
  en: `The master key lies beside the register (${file}). Whoever copies the folder has both. Better in operation: ${VARIABLE} or ${FILE_VARIABLE}.`,
});

const openToOthers = (file: string): Text => ({
  de: `Die Schlüsseldatei ${file} können auch andere Konten dieses Rechners lesen. Nehmen Sie ihnen das Recht: chmod 600.`,
  en: `The key file ${file} can be read by other accounts of this machine. Take that right away: chmod 600.`,
});
