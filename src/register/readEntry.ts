import type { BreachEvent } from '../breach/events.ts';
import type { CaseId, PersonId } from '../breach/identifiers.ts';
import type { StoredEntry } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { NO_ENTRY, type Sha256 } from './entryHash.ts';
import { ERASED_TEXT } from './erased.ts';
import { joinEvent } from './joinEvent.ts';
import type { ReadEntry } from './openEntries.ts';
import { upcast } from './upcast.ts';

/**
 * The entries of one case as the rest of the house reads them, chain and digests checked on the way. Undefined where one of them is
 * damaged, of a newer version, or lacks a key that nobody erased.
 */
export function storedEntries(caseId: CaseId, entries: readonly ReadEntry[], sha256: Sha256): readonly StoredEntry[] | undefined {
  const stored: StoredEntry[] = [];
  let previous = NO_ENTRY;
  for (const entry of entries) {
    const { kept, clear } = entry;
    if (clear?.previous !== previous || kept.hash !== sha256(kept.clear)) return undefined;
    if (clear.stream !== kept.stream || clear.sequence !== kept.sequence) return undefined;
    const read = storedEntry(caseId, entry);
    if (read === undefined) return undefined;
    stored.push(read);
    previous = kept.hash;
  }
  return stored;
}

function storedEntry(caseId: CaseId, entry: ReadEntry): StoredEntry | undefined {
  const values = partValues(entry);
  const { clear, kept } = entry;
  if (values === undefined || clear?.events === undefined) return undefined;
  const by = values.get('by') as PersonId;
  const events = readEvents(clear.events, values, by, clear.vocabulary);
  return events && { caseId, sequence: kept.sequence, at: clear.at as Instant, by, events, hash: kept.hash };
}

/** What each part holds, with the marker where it was erased. Undefined where one does not open or the entry names others. */
function partValues({ clear, parts }: ReadEntry): ReadonlyMap<string, unknown> | undefined {
  const names = Object.keys(clear?.parts ?? {});
  const isWhole = names.length === parts.length && parts.every(({ name, state }) => names.includes(name) && isReadable(state));
  return isWhole ? new Map(parts.map(({ name, text }) => [name, text === undefined ? ERASED_TEXT : valueIn(text)])) : undefined;
}

const isReadable = (state: ReadEntry['parts'][number]['state']): boolean => state === 'opened' || state === 'erased';

/** What a part says, without its salt. Undefined where it is no part at all. */
export function valueIn(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && 'value' in read ? read.value : undefined;
  } catch {
    return undefined;
  }
}

function readEvents(
  clear: readonly object[],
  values: ReadonlyMap<string, unknown>,
  by: string,
  vocabulary: number,
): readonly BreachEvent[] | undefined {
  const joined = joinedOrNothing(clear, values, by);
  return joined && upcast(joined, vocabulary);
}

/** Clear and sealed together again, as they were written. Undefined where they do not belong together. */
export function joinedOrNothing(
  clear: readonly object[],
  values: ReadonlyMap<string, unknown>,
  by: string,
): readonly BreachEvent[] | undefined {
  try {
    return clear.map((event, place) => joinEvent(event, valuesOf(values, place), by));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The parts that belong to the event in this place, by their place in the event. */
function valuesOf(values: ReadonlyMap<string, unknown>, place: number): ReadonlyMap<string, unknown> {
  const prefix = `${place}/`;
  const own = [...values].filter(([name]) => name.startsWith(prefix));
  return new Map(own.map(([name, value]) => [name.slice(prefix.length), value]));
}
