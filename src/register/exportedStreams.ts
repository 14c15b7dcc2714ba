import type { CaseId, CaseNumber } from '../breach/identifiers.ts';
import type { CaseHead, ListFilter, OpenedEntry, Register } from '../ports.ts';
import { CaseUnreadable } from './caseUnreadable.ts';
import { readClear } from './clearEntry.ts';
import { readCase } from './readCase.ts';
import { caseErasedAt } from './erasures.ts';
import type { StreamName } from './registerEngine.ts';
import { caseOfLooks, caseStream, looksStream, REGISTER } from './streams.ts';

export type ExportedStream = {
  readonly stream: StreamName;
  readonly entries: readonly OpenedEntry[];
  /** The case it belongs to. */
  readonly number?: CaseNumber;
  /** The case cannot be read; its entries come as they are. */
  readonly unreadable?: true;
  /** Of looks: when the case they were at was erased. */
  readonly caseErased?: string;
};

/** Which streams: all of them, those of the cases that a filter finds, or those of one case. */
export type ExportedPart =
  | { readonly of: 'all' }
  | ({ readonly of: 'opened' } & Pick<ListFilter, 'openedFrom' | 'openedBefore'>)
  | { readonly of: 'case'; readonly caseId: CaseId; readonly number: CaseNumber };

const CASES_PER_PAGE = 200;

/**
 * The streams of an export, one after another, so that no more than one is held at a time. The daily entries come first: whatever they
 * name was written before, so it is found afterwards even while others go on writing. May throw RegisterUnavailable.
 */
export async function* exportedStreams(register: Register, part: ExportedPart): AsyncGenerator<ExportedStream> {
  const daily = await register.openedEntries(REGISTER);
  yield { stream: REGISTER, entries: daily };
  const seen = new Set<StreamName>([REGISTER]);
  const once = async function* (streams: AsyncIterable<ExportedStream>): AsyncGenerator<ExportedStream> {
    for await (const one of streams) {
      seen.add(one.stream);
      yield one;
    }
  };
  for await (const { caseId, number } of casesOf(register, part)) yield* once(streamsOfCase(register, caseId, number));
  if (part.of !== 'all') return;
  yield* once(otherStreams(register, [looksStream(undefined)]));
  // An index may have lost what the daily entries still know of.
  yield* otherStreams(
    register,
    namedIn(daily).filter((stream) => !seen.has(stream)),
  );
}

type Named = Pick<CaseHead, 'caseId' | 'number'>;
async function* casesOf(register: Register, part: ExportedPart): AsyncGenerator<Named> {
  if (part.of === 'case') {
    yield part;
    return;
  }
  const filter = part.of === 'opened' ? withoutName(part) : {};
  let before: CaseNumber | undefined;
  do {
    const page = await register.list({ ...filter, limit: CASES_PER_PAGE, ...(before === undefined ? {} : { before }) });
    yield* page;
    before = page.at(-1)?.number;
  } while (before !== undefined);
}

const withoutName = ({ of: _, ...filter }: Extract<ExportedPart, { of: 'opened' }>): Omit<ListFilter, 'limit'> => filter;

async function* streamsOfCase(register: Register, caseId: CaseId, number: CaseNumber): AsyncGenerator<ExportedStream> {
  // The looks first: should the case be erased just then, its entries are read afterwards and say so.
  const looks = await register.openedEntries(looksStream(caseId));
  const entries = await register.openedEntries(caseStream(caseId));
  const whole = { stream: caseStream(caseId), entries, number };
  yield (await isReadable(register, caseId)) ? whole : { ...whole, unreadable: true };
  if (looks.length > 0) yield { stream: looksStream(caseId), entries: looks, number, ...erasure(entries) };
}

function erasure(ofCase: readonly OpenedEntry[]): Pick<ExportedStream, 'caseErased'> {
  const caseErased = caseErasedAt(ofCase.map(({ clear }) => readClear(clear)));
  return caseErased === undefined ? {} : { caseErased };
}

async function isReadable(register: Register, caseId: CaseId): Promise<boolean> {
  try {
    const stored = await register.read(caseId);
    return stored !== undefined && readCase(stored).status !== 'none';
  } catch (error) {
    if (error instanceof CaseUnreadable) return false;
    throw error;
  }
}

async function* otherStreams(register: Register, streams: readonly StreamName[]): AsyncGenerator<ExportedStream> {
  for (const stream of streams) {
    const entries = await register.openedEntries(stream);
    const of = caseOfLooks(stream);
    const told = of === stream ? {} : erasure(await register.openedEntries(of));
    if (entries.length > 0) yield { stream, entries, ...told };
  }
}

const namedIn = (daily: readonly OpenedEntry[]): readonly StreamName[] => [
  ...new Set(daily.flatMap(({ clear }) => readClear(clear)?.heads ?? []).map(({ stream }) => stream)),
];
