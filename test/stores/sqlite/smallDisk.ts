import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type SmallDisk = {
  readonly folder: string;
  /** Leaves no more than so many bytes free. */
  readonly fill: (left: number) => void;
  readonly clear: () => void;
  readonly remove: () => void;
};

/** A genuine file system of a few megabytes; undefined where this process may not make one. */
export function smallDisk(folder: string): SmallDisk | undefined {
  mkdirSync(folder);
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: (left) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
    },
    clear: () => rmSync(ballast, { force: true }),
    remove: () => void execFileSync('/bin/umount', [folder]),
  };
}
