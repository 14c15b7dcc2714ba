import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';

/** Texts of persons may stand in it, so it is the owner's alone. */
const OWNER_ONLY = 0o600;

export type NewFile = {
  readonly write: (text: string | Uint8Array) => void;
  /** On the disk, and closed. */
  readonly keep: () => void;
  /** Closed, and not there any more. */
  readonly discard: () => void;
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
    discard: () => {
      close();
      rmSync(path, { force: true });
    },
  };
}

/** Where the files of an export are put. Names are paths on the disk, and plain names anywhere else. */
export type FilePlace = {
  readonly open: (path: string) => NewFile;
  /** What is given along as it is; replaces one of another version. Answers its name. */
  readonly give: (path: string, content: Uint8Array) => string;
};

export const onDisk: FilePlace = {
  open: newFile,
  give: (path, content) => {
    rmSync(path, { force: true });
    writeFileSync(path, content);
    return path;
  },
};
