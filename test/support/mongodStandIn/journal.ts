import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { BSON } from 'mongodb';
import type { Document } from 'mongodb';
import type { Index } from './uniqueness.ts';

export type Entry =
  | { readonly kind: 'put' | 'delete'; readonly namespace: string; readonly document: Document }
  | { readonly kind: 'index'; readonly namespace: string; readonly index: Index }
  | { readonly kind: 'dropIndex'; readonly namespace: string; readonly name: string }
  | { readonly kind: 'drop'; readonly namespace: string };

/** What the stand-in has acknowledged: one file, written to the disk before each answer. A last entry that was cut off is dropped. */
export class Journal {
  private readonly file: number;

  constructor(folder: string, replay: (entry: Entry) => void) {
    mkdirSync(folder, { recursive: true });
    this.file = openSync(join(folder, 'journal.bson'), 'a+');
    const kept = readFileSync(this.file);
    let at = 0;
    while (kept.length >= at + 4 && kept.length >= at + kept.readInt32LE(at)) {
      const length = kept.readInt32LE(at);
      replay(BSON.deserialize(kept.subarray(at, at + length)) as Entry);
      at += length;
    }
    ftruncateSync(this.file, at);
  }

  write(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const bytes = Buffer.concat(entries.map((entry) => BSON.serialize(entry)));
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
    fsyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}
