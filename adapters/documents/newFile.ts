import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';

/** Texts of persons may stand in it, so it is the owner's alone. */
const OWNER_ONLY = 0o600;

export type NewFile = {
  readonly write: (text: string | Uint8Array) => void;
  /** On the disk, and closed. */
  readonly keep: () => void;
  /** Closed as it is; may be called again. */
  readonly close: () => void;
};

/** A file that was not there. Throws what the file system throws, with EEXIST where it was. */
export function newFile(path: string): NewFile {
  const file = openSync(path, 'wx', OWNER_ONLY);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: (text) => writeFileSync(file, text),
    keep: () => {
      fsyncSync(file);
      close();
    },
    close,
  };
}
