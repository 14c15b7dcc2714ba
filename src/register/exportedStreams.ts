import type { CaseRecord } from '../breach/breachCase.ts';
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
  | ({ readonly of: 'opened'; readonly admits?: Admits } & Pick<ListFilter, 'openedFrom' | 'openedBefore'>)
  | { readonly of: 'case'; readonly caseId: CaseId; readonly number: CaseNumber; readonly admits?: Admits };

/**
 * Whether a case may be in this export, as it stands once its entries are read; without it every case may. Of one that cannot be read nobody can
 * say who is kept out of it: it is named, and nothing of it is shown.
 */
export type Admits = (caseId: CaseId, record: CaseRecord) => Promise<boolean>;

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
  for await (const { caseId, number } of casesOf(register, part)) yield* once(streamsOfCase(register, part, { caseId, number }));
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

const withoutName = ({ of: _, admits: __, ...filter }: Extract<ExportedPart, { of: 'opened' }>): Omit<ListFilter, 'limit'> =>
  filter;

async function* streamsOfCase(register: Register, part: ExportedPart, { caseId, number }: Named): AsyncGenerator<ExportedStream> {
  const admits = part.of === 'all' ? undefined : part.admits;
  // The looks first: should the case be erased just then, its entries are read afterwards and say so.
  const looks = await register.openedEntries(looksStream(caseId));
  const entries = await register.openedEntries(caseStream(caseId));
  const record = await readable(register, caseId);
  const whole = { stream: caseStream(caseId), entries, number };
  if (record === undefined) {
    yield { ...whole, ...(admits === undefined ? {} : { entries: [] }), unreadable: true };
    if (admits !== undefined) return;
  } else {
    if (admits !== undefined && !(await admits(caseId, record))) return;
    yield whole;
  }
  if (looks.length > 0) yield { stream: looksStream(caseId), entries: looks, number, ...erasure(entries) };
}

function erasure(ofCase: readonly OpenedEntry[]): Pick<ExportedStream, 'caseErased'> {
  const caseErased = caseErasedAt(ofCase.map(({ clear }) => readClear(clear)));
  return caseErased === undefined ? {} : { caseErased };
}

async function readable(register: Register, caseId: CaseId): Promise<CaseRecord | undefined> {
  try {
    const stored = await register.read(caseId);
    const record = stored && readCase(stored);
    return record?.status === 'none' ? undefined : record;
  } catch (error) {
    if (error instanceof CaseUnreadable) return undefined;
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
