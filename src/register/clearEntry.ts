import type { StreamName } from './registerEngine.ts';

/** Raised when the shape of an entry changes; a reader then knows which reading to use. Format 1 knew no parts; see `reencode.ts`. */
export const ENTRY_FORMAT = 2;

/** An event without what is sealed. */
export type ClearEvent = { readonly type: string; readonly [field: string]: unknown };
export type Head = { readonly stream: StreamName; readonly sequence: number; readonly hash: string };

/** What an entry says openly: the text that the chain covers, read. */
export type ClearEntry = {
  readonly format: typeof ENTRY_FORMAT;
  readonly stream: StreamName;
  readonly sequence: number;
  readonly at: string;
  readonly previous: string;
  /** Keyed pseudonym of who brought it about; absent where nobody did (the daily entry). */
  readonly actor?: string;
  readonly names: readonly string[];
  /** The vocabulary its events are written in. */
  readonly vocabulary: number;
  readonly events?: readonly ClearEvent[];
  readonly look?: { readonly allowed: boolean };
  readonly heads?: readonly Head[];
  /** The digest of each sealed part, by its name. */
  readonly parts: Readonly<Record<string, string>>;
  /** The hash this entry had in format 1. */
  readonly earlierHash?: string;
};

/** How a part may be called: `by`, `what`, `command`, or `<place of the event>/<field>`. */
export const PART_NAME = /^(?:by|what|command|\d+\/[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)$/;

/** Reads what an entry says openly. Undefined where it is damaged or of another format: then nothing may be concluded from it. */
export function readClear(text: string): ClearEntry | undefined {
  const read = parsed(text);
  if (!isMembers(read) || read.format !== ENTRY_FORMAT) return undefined;
  const { sequence, previous, stream, at, names, vocabulary, parts, events } = read;
  const isWhole =
    isPlace(sequence) &&
    [stream, at, previous].every((value) => typeof value === 'string') &&
    typeof vocabulary === 'number' &&
    Array.isArray(names) &&
    isMembers(parts) &&
    Object.entries(parts).every(([name, digest]) => PART_NAME.test(name) && typeof digest === 'string') &&
    (events === undefined ||
      (Array.isArray(events) && events.every((event) => isMembers(event) && typeof event.type === 'string')));
  return isWhole ? (read as unknown as ClearEntry) : undefined;
}

/** The parser's own error would quote the text, so it is not passed on. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;
const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
