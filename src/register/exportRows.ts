import type { CaseNumber } from '../breach/identifiers.ts';
import type { OpenedEntry } from '../ports.ts';
import { type ClearEntry, type ClearEvent, readClear } from './clearEntry.ts';
import { erasuresIn, type IsErased } from './erasures.ts';
import type { ExportedStream } from './exportedStreams.ts';
import { fieldOfPart } from './exportLines.ts';
import { valueIn } from './readEntry.ts';
import type { StreamName } from './registerEngine.ts';

/** Why a value is not shown. `unknown`: nothing says why; its key is not there, or does not fit. */
export type Missing = 'erased' | 'left-out' | 'unknown';
export type RowField =
  | { readonly field: string; readonly value: unknown }
  | { readonly field: string; readonly missing: Missing };

/** A duty as an event names it: in full where it was assessed, else by its id alone. */
export type RowDuty = {
  readonly id: string;
  readonly kind?: string;
  readonly owedBy?: string;
  readonly recipient?: string;
  readonly status?: string;
  readonly dueBy?: string;
};

/** One event as a table shows it. `kind` is its type, `Look`, `DailyEntry`, or `Unreadable` where the entry cannot be read. */
export type ExportRow = {
  readonly number?: CaseNumber;
  readonly stream: StreamName;
  readonly sequence: number;
  readonly at: string;
  readonly kind: string;
  readonly by?: RowField;
  readonly duties: readonly RowDuty[];
  readonly fields: readonly RowField[];
  /** Of the entry; several events of one entry share it. */
  readonly hash: string;
};

/** One row for each event of a stream, and one for each look and daily entry. */
export function exportRows({ entries, number, caseErased }: ExportedStream, leftOut: ReadonlySet<string>): readonly ExportRow[] {
  const clears = entries.map(({ clear }) => readClear(clear));
  const isErased = erasuresIn(clears, caseErased);
  return entries.flatMap((entry, place) => {
    const { stream, sequence, hash } = entry;
    const common = { ...(number === undefined ? {} : { number }), stream, sequence, hash };
    const clear = clears[place];
    if (clear === undefined) return [{ ...common, at: '', kind: 'Unreadable', duties: [], fields: [] }];
    return rowsOf(clear, partsOf(entry, clear, isErased, leftOut)).map((row) => ({ ...common, ...row }));
  });
}

type PlacedField = { readonly name: string; readonly shown: RowField };

function partsOf(
  entry: OpenedEntry,
  clear: ClearEntry,
  isErased: IsErased,
  leftOut: ReadonlySet<string>,
): readonly PlacedField[] {
  const opened = new Map(entry.parts.map((part) => [part.name, part.opened]));
  return Object.keys(clear.parts).map((name) => {
    const field = fieldOfPart(name);
    const text = opened.get(name);
    if (isErased(entry.sequence, name)) return { name, shown: { field, missing: 'erased' } };
    if (leftOut.has(field)) return { name, shown: { field, missing: 'left-out' } };
    return { name, shown: text === undefined ? { field, missing: 'unknown' } : { field, value: valueIn(text) } };
  });
}

type Row = Pick<ExportRow, 'at' | 'kind' | 'by' | 'duties' | 'fields'>;

function rowsOf(clear: ClearEntry, parts: readonly PlacedField[]): readonly Row[] {
  const ofEntry = parts.find(({ name }) => name === 'by')?.shown;
  if (clear.events === undefined) return [rowOfOther(clear, parts, ofEntry)];
  return clear.events.map((event, place) => {
    const own = parts.filter(({ name }) => name.startsWith(`${place}/`)).map(({ shown }) => shown);
    const by = own.find(({ field }) => field === 'by') ?? ofEntry;
    const sealed = own.filter(({ field }) => field !== 'by');
    const { duties, fields } = clearFields(event);
    const at = typeof event['at'] === 'string' ? event['at'] : clear.at;
    return { at, kind: event.type, ...(by === undefined ? {} : { by }), duties, fields: [...fields, ...sealed] };
  });
}

function rowOfOther({ at, look, heads }: ClearEntry, parts: readonly PlacedField[], by: RowField | undefined): Row {
  const what = parts.filter(({ name }) => name === 'what').map(({ shown }) => shown);
  const common = { at, ...(by === undefined ? {} : { by }), duties: [] };
  if (look !== undefined) return { ...common, kind: 'Look', fields: [...what, { field: 'allowed', value: look.allowed }] };
  return { ...common, kind: 'DailyEntry', fields: [{ field: 'heads', value: heads?.length ?? 0 }] };
}

function clearFields({ type: _, at: __, ...rest }: ClearEvent): { duties: readonly RowDuty[]; fields: readonly RowField[] } {
  const { duty, duties, ...others } = rest as { duty?: unknown; duties?: unknown; [field: string]: unknown };
  const named = [duty, ...(Array.isArray(duties) ? (duties as unknown[]) : [])].flatMap(asDuty);
  const inDecision = isMembers(others['decision']) ? others['decision']['duties'] : undefined;
  const decided = Array.isArray(inDecision) ? (inDecision as unknown[]).flatMap(asDuty) : [];
  return { duties: [...named, ...decided], fields: flat(others, '') };
}

const asDuty = (value: unknown): readonly RowDuty[] => {
  if (typeof value === 'string') return [{ id: value }];
  return isMembers(value) && typeof value['id'] === 'string' ? [value as RowDuty] : [];
};

/** Fields within fields get a name with a dot; the duties of a decision stand in a place of their own. */
function flat(value: Readonly<Record<string, unknown>>, path: string): readonly RowField[] {
  return Object.entries(value).flatMap(([name, inner]): readonly RowField[] => {
    const field = path === '' ? name : `${path}.${name}`;
    if (field === 'decision.duties') return [];
    return isMembers(inner) ? flat(inner, field) : [{ field, value: inner }];
  });
}

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
