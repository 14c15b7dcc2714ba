/** What the checker tells a program. It is plain JavaScript, because it also stands alone beside an export. */
export type ExportFault = {
  readonly because: string;
  readonly stream?: string;
  readonly sequence?: number;
  readonly number?: string;
  readonly line?: number;
  readonly name?: string;
  /** The part of the entry, where it is about one. */
  readonly part?: string;
};
export type ExportCheck = {
  /** In the order found; empty where everything holds. */
  readonly faults: readonly ExportFault[];
  readonly entries: number;
  /** `unexplained`: neither erased nor left out; a fault, unless the case is named as unreadable. */
  readonly parts: { readonly erased: number; readonly withheld: number; readonly unexplained: number };
};
/** Throws what the file system throws. */
export function checkExport(path: string, heads?: readonly { readonly number: string; readonly hash: string }[]): ExportCheck;
/** `--help`, `FILE [--head NUMBER:HASH]`. Answers 0 when whole, 1 when not, 2 when asked wrongly. */
export function runChecker(
  args: readonly string[],
  world: {
    readonly language: 'de' | 'en';
    readonly write: (text: string) => void;
    readonly writeError: (text: string) => void;
  },
): number;
