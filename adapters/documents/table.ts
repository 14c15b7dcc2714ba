/** A table that is being written; every cell is text. */
export type Table = {
  readonly row: (cells: readonly string[]) => void;
  /** Brings it to the disk, and answers the SHA-256 of the file. */
  readonly finish: () => Promise<string>;
  /** Takes the unfinished file away. */
  readonly discard: () => void;
};
