import type { OpenedEntry } from '../ports.ts';
import { type ClearEntry, readClear } from './clearEntry.ts';
import { NO_ENTRY, type Sha256 } from './entryHash.ts';
import { erasuresIn } from './erasures.ts';
import { earlierHash } from './earlierHash.ts';

/**
 * `order`: an entry is missing, doubled or from another stream. `hash`: it, or the hash beside it, is not what was written. `part`: an
 * opened part is not what the entry committed itself to. `earlier`: an entry taken over from format 1 is not what it was there.
 * `format`: damaged, or written by a newer version.
 */
export type ChainFault = 'order' | 'hash' | 'part' | 'earlier' | 'format';
/** `erased`: parts whose erasure is on record. `withheld`: parts that are not shown here, of which only the digest can be seen. */
export type ChainCheck =
  | { readonly intact: true; readonly head: string; readonly erased: number; readonly withheld: number }
  | { readonly intact: false; readonly sequence: number; readonly because: ChainFault };

/**
 * Checks the entries of one stream from the first on and names the first broken one by the sequence it should have.
 * A dropped tail does not show here: that takes the head as somebody else kept it; see `verifyRegister`.
 * Of looks at a case that was erased, `caseErased` says when: `caseErasedAt` of that case's own entries.
 */
export function verifyChain(entries: readonly OpenedEntry[], sha256: Sha256, caseErased?: string): ChainCheck {
  const clears = entries.map(({ clear }) => readClear(clear));
  let head = NO_ENTRY;
  let earlier = NO_ENTRY;
  for (const [place, entry] of entries.entries()) {
    const clear = clears[place];
    const because = faultOf(entry, clear, { sequence: place + 1, stream: entries[0]?.stream, head, earlier }, sha256);
    if (because !== undefined) return { intact: false, sequence: place + 1, because };
    head = entry.hash;
    earlier = clear?.earlierHash ?? NO_ENTRY;
  }
  return { intact: true, head, ...unopened(entries, clears, caseErased) };
}

type Expected = {
  readonly sequence: number;
  readonly stream: OpenedEntry['stream'] | undefined;
  readonly head: string;
  readonly earlier: string;
};

function faultOf(entry: OpenedEntry, clear: ClearEntry | undefined, expected: Expected, sha256: Sha256): ChainFault | undefined {
  if (entry.sequence !== expected.sequence || entry.stream !== expected.stream) return 'order';
  if (entry.hash !== sha256(entry.clear)) return 'hash';
  if (clear === undefined) return 'format';
  if (clear.sequence !== expected.sequence || clear.stream !== expected.stream) return 'order';
  if (clear.previous !== expected.head) return 'hash';
  if (!entry.parts.every((part) => isAsCommitted(part, clear, sha256))) return 'part';
  const before = earlierHash(entry, clear, expected.earlier, sha256);
  return before === undefined || before === clear.earlierHash ? undefined : 'earlier';
}

function isAsCommitted({ name, opened }: OpenedEntry['parts'][number], clear: ClearEntry, sha256: Sha256): boolean {
  const digest = Object.hasOwn(clear.parts, name) ? clear.parts[name] : undefined;
  return digest !== undefined && (opened === undefined || sha256(opened) === digest);
}

function unopened(entries: readonly OpenedEntry[], clears: readonly (ClearEntry | undefined)[], caseErased: string | undefined) {
  const isErased = erasuresIn(clears, caseErased);
  const missing = entries.flatMap(({ sequence, parts }, place) => {
    const shown = new Set(parts.flatMap(({ name, opened }) => (opened === undefined ? [] : [name])));
    const names = Object.keys(clears[place]?.parts ?? {}).filter((name) => !shown.has(name));
    return names.map((name) => isErased(sequence, name));
  });
  const erased = missing.filter((wasErased) => wasErased).length;
  return { erased, withheld: missing.length - erased };
}
