import type { OpenedEntry } from '../ports.ts';
import { type Head, readClear } from './clearEntry.ts';
import type { Sha256 } from './entryHash.ts';
import { caseErasedAt } from './erasures.ts';
import type { StreamName } from './registerEngine.ts';
import { caseOfLooks, REGISTER } from './streams.ts';
import { type ChainFault, verifyChain } from './verifyChain.ts';

/** `lost`: the register entered this place of the stream, and it is not there. `head`: something else is there. */
export type RegisterFault = {
  readonly stream: StreamName;
  readonly sequence: number;
  readonly because: ChainFault | 'lost' | 'head';
};
export type RegisterCheck = {
  /** In the order of the streams as they came; empty where everything holds. */
  readonly faults: readonly RegisterFault[];
  readonly streams: number;
  readonly entries: number;
  readonly erased: number;
  readonly withheld: number;
};

/**
 * Checks all streams that are there, each by itself and against the heads that the daily entries carry. `isWhole` says that this is the
 * whole register: then a stream that is missing altogether is lost, and not merely left out.
 */
export function verifyRegister(all: readonly OpenedEntry[], sha256: Sha256, isWhole: boolean): RegisterCheck {
  const streams = Map.groupBy(all, ({ stream }) => stream);
  const checks = [...streams].map(([stream, entries]) => {
    const ofCase = streams.get(caseOfLooks(stream)) ?? [];
    return { stream, check: verifyChain(entries, sha256, caseErasedAt(ofCase.map(({ clear }) => readClear(clear)))) };
  });
  const broken = checks.flatMap(({ stream, check }) =>
    check.intact ? [] : [{ stream, sequence: check.sequence, because: check.because }],
  );
  const missing = (streams.get(REGISTER) ?? []).flatMap((entry) => missingHeads(entry, streams, isWhole));
  const count = (of: 'erased' | 'withheld'): number => checks.reduce((sum, { check }) => sum + (check.intact ? check[of] : 0), 0);
  return {
    faults: [...broken, ...missing],
    streams: streams.size,
    entries: all.length,
    erased: count('erased'),
    withheld: count('withheld'),
  };
}

function missingHeads(
  daily: OpenedEntry,
  streams: ReadonlyMap<StreamName, readonly OpenedEntry[]>,
  isWhole: boolean,
): readonly RegisterFault[] {
  return (readClear(daily.clear)?.heads ?? []).flatMap((head) => {
    const entries = streams.get(head.stream);
    const because = entries === undefined && !isWhole ? undefined : headFault(head, entries ?? []);
    return because === undefined ? [] : [{ stream: head.stream, sequence: head.sequence, because }];
  });
}

function headFault({ sequence, hash }: Head, entries: readonly OpenedEntry[]): 'lost' | 'head' | undefined {
  const entry = entries.find((candidate) => candidate.sequence === sequence);
  if (entry === undefined) return 'lost';
  return entry.hash === hash ? undefined : 'head';
}
