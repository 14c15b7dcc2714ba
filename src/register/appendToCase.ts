import { type CaseNumber, partsOfCaseNumber } from '../breach/identifiers.ts';
import { type AppendOutcome, type AppendRequest, RegisterUnavailable } from '../ports.ts';
import { PART_NAME } from './clearEntry.ts';
import { NO_ENTRY } from './entryHash.ts';
import { keepRing } from './keepRing.ts';
import type { CaseIndex, EngineAppendOutcome, StreamEnd } from './registerEngine.ts';
import { type EntryDraft, sealEntry } from './sealEntry.ts';
import type { Sealing } from './sealing.ts';
import { openStream } from './openStream.ts';
import { caseOf, caseStream } from './streams.ts';
import type { Vault } from './vault.ts';

/** The number is no secret, so it is its own name. */
export const nameOfNumber = (number: CaseNumber): string => `number:${number}`;

/** One command into one case: its keys first, then the entry, whose place and names the engine guards. */
export async function appendToCase(vault: Vault, request: AppendRequest): Promise<AppendOutcome> {
  refuseMistakes(request);
  const end = await vault.engine.end(caseStream(request.caseId));
  if ((end?.sequence ?? 0) !== request.expectedVersion) return (await repeated(vault, request)) ?? { outcome: 'conflict' };
  if (end === undefined && !(await isNextNumber(vault, numberOf(request)))) {
    return (await repeated(vault, request)) ?? { outcome: 'number-taken' };
  }
  const index = await indexAfter(vault, request, end);
  const outcome = await write(vault, request, end, index);
  return answerTo(vault, request, outcome);
}

/** What would be wrong for good: a mistake of the program, never of a person. */
function refuseMistakes({ events }: AppendRequest): void {
  for (const event of events) {
    if (event.type === 'TextErased' && !PART_NAME.test(event.part)) throw new RangeError('An entry has no part of this name.');
  }
}

/** One name for the command and for the messages it came with, so that neither is ever done twice. */
const messageNames = (sealing: Sealing, { commandId, inboundIds }: AppendRequest): readonly string[] =>
  [...new Set([commandId, ...inboundIds])].map((id) => sealing.pseudonym('message', id));

async function repeated(vault: Vault, request: AppendRequest): Promise<AppendOutcome | undefined> {
  for (const name of messageNames(vault.sealing, request)) {
    const found = await vault.engine.findName(name);
    if (found !== undefined) return repeatedIn(vault, found);
  }
  return undefined;
}

async function repeatedIn({ engine }: Vault, { stream }: Pick<StreamEnd, 'stream'>): Promise<AppendOutcome> {
  const caseId = caseOf(stream);
  if (caseId === undefined) throw new RangeError('Only entries of a case are named after a command.');
  return { outcome: 'repeated', caseId, version: (await engine.end(stream))?.sequence ?? 0 };
}

function numberOf({ number }: AppendRequest): CaseNumber {
  if (number === undefined) throw new RangeError('The write that opens a case brings its number.');
  return number;
}

/** A number further on would leave a gap, so it is refused like one that is taken: ask for the next one. */
async function isNextNumber({ engine }: Vault, number: CaseNumber): Promise<boolean> {
  const { series, year, ordinal } = partsOfCaseNumber(number);
  return ordinal === 1 + (await engine.highestOrdinal(series, year));
}

async function indexAfter(vault: Vault, request: AppendRequest, end: StreamEnd | undefined): Promise<CaseIndex> {
  const { caseId, summary } = request;
  if (end === undefined) return { ...firstIndex(vault.sealing, request), ...summary, caseId };
  const found = await vault.engine.find(caseId);
  if (found === undefined) throw new RegisterUnavailable('The index of a case is behind its entries.');
  const { number, series, year, ordinal, reporter, openedAt } = found;
  // Nobody finds an erased case by who reported it.
  const kept = summary.status === 'erased' ? NOBODY : reporter;
  return { caseId, number, series, year, ordinal, reporter: kept, openedAt, ...summary };
}

/** In place of the pseudonym; no pseudonym is empty. */
const NOBODY = '';

/** What never changes about a case. */
function firstIndex(
  sealing: Sealing,
  request: Pick<AppendRequest, 'events' | 'number' | 'caseId'>,
): Pick<CaseIndex, 'caseId' | 'number' | 'series' | 'year' | 'ordinal' | 'reporter' | 'openedAt'> {
  const [report] = request.events;
  if (report.type !== 'BreachReported') throw new RangeError('The first entry of a case must report the breach.');
  const { number, reporter, at: openedAt } = report;
  if (number !== request.number) throw new RangeError('The report and its write name two different numbers.');
  return {
    caseId: request.caseId,
    number,
    ...partsOfCaseNumber(number),
    reporter: sealing.pseudonym('person', reporter),
    openedAt,
  };
}

async function write(
  { engine, sealing }: Vault,
  request: AppendRequest,
  end: StreamEnd | undefined,
  index: CaseIndex,
): Promise<EngineAppendOutcome> {
  const { caseId, at, by, events } = request;
  const names = messageNames(sealing, request);
  const draft: EntryDraft = {
    stream: caseStream(caseId),
    sequence: request.expectedVersion + 1,
    previous: end?.hash ?? NO_ENTRY,
    at,
    by,
    names: end === undefined ? [...names, nameOfNumber(index.number)] : names,
    body: { events },
  };
  const entry = await keepRing(sealing, () => sealEntry(sealing, draft));
  return engine.append({ entry, at, index });
}

/** What was recorded is recorded: keys that cannot be destroyed just now are destroyed with the next reading. */
async function destroyErased(vault: Vault, { caseId, events }: AppendRequest): Promise<void> {
  if (!events.some(({ type }) => type === 'TextErased' || type === 'CaseErased')) return;
  try {
    await openStream(vault, caseStream(caseId));
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
  }
}

async function answerTo(vault: Vault, request: AppendRequest, written: EngineAppendOutcome): Promise<AppendOutcome> {
  switch (written.outcome) {
    case 'appended':
      await destroyErased(vault, request);
      return { outcome: 'appended', version: request.expectedVersion + 1 };
    case 'conflict':
      return { outcome: 'conflict' };
    case 'name-taken':
      return messageNames(vault.sealing, request).includes(written.name)
        ? repeatedIn(vault, written)
        : { outcome: 'number-taken' };
  }
}
