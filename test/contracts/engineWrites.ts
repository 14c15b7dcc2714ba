import { type CaseId, caseId, caseNumber } from '../../src/breach/identifiers.ts';
import type { CaseIndex, EngineAppend, KeptEntry, RegisterEngine, StreamName } from '../../src/register/registerEngine.ts';
import { nine } from './sampleWrites.ts';

/** The hash an engine is handed; it makes none itself, so any text of that length will do. */
const hashOf = (stream: StreamName, sequence: number): string => `${stream} ${sequence} `.padEnd(64, '0');

type WantedEntry = Partial<Omit<KeptEntry, 'stream' | 'sequence'>>;

/** An entry in this place of this stream, as the layer above would hand it down. */
export function entryAt(stream: StreamName, sequence: number, wanted: WantedEntry = {}): KeptEntry {
  return {
    stream,
    sequence,
    previous: sequence === 1 ? '0' : hashOf(stream, sequence - 1),
    hash: hashOf(stream, sequence),
    clear: `{"sequence":${sequence},"stream":"${stream}"}`,
    parts: [
      { name: '0/text', box: `box-of-${stream}-${sequence}` },
      { name: 'by', box: 'a-_9' },
    ],
    keyRing: `ring of ${stream} ${sequence}`,
    names: [`command ${sequence} of ${stream}`],
    ...wanted,
  };
}

type WantedIndex = Partial<Omit<CaseIndex, 'caseId' | 'number'>>;

export function indexOf(name: string, ordinal = 1, wanted: WantedIndex = {}): CaseIndex {
  const { year = 2026, series = 'DP' } = wanted;
  return {
    caseId: caseId(name),
    number: caseNumber(series, year, ordinal),
    series,
    year,
    ordinal,
    reporter: 'pseudonym of ada',
    openedAt: nine,
    status: 'open',
    openDuties: ['art33-1', 'art33-5'],
    ...wanted,
  };
}

type WantedAppend = WantedIndex & { readonly at?: EngineAppend['at']; readonly ordinal?: number; readonly entry?: WantedEntry };

/** The write in this place of a case. The first one carries the number among its names. */
export function appendTo(
  name: string,
  sequence: number,
  { at = nine, ordinal = 1, entry, ...wanted }: WantedAppend = {},
): EngineAppend {
  const index = indexOf(name, ordinal, wanted);
  const own = entryAt(`case/${name}`, sequence, entry);
  const names = sequence === 1 ? [...own.names, `number:${index.number}`] : own.names;
  return { entry: { ...own, names }, at, index };
}

/** Opens one case per name, with the numbers 1, 2, 3 …; all due at nine. */
export async function openIn(engine: RegisterEngine, ...names: readonly string[]): Promise<readonly CaseId[]> {
  for (const [index, name] of names.entries()) await engine.append(appendTo(name, 1, { ordinal: index + 1 }));
  return names.map(caseId);
}
