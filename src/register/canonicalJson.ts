/**
 * The one spelling of a JSON value, after RFC 8785: keys sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them. Two programs that agree on the value agree on every byte, so a digest over it can be checked by others.
 *
 * A property that is `undefined` is left out. Half a surrogate pair, which a cut-off emoji leaves behind, is written as U+FFFD:
 * refusing it would lose a report. Throws TypeError on what JSON cannot say (a function, NaN, a hole in a list).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isPlainObject(value)) return `{${membersOf(value).join(',')}}`;
  throw new TypeError(`JSON has no spelling for a ${typeof value} of this kind.`);
}

const membersOf = (value: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(value)
    .sort(byCodeUnits)
    .filter((key) => value[key] !== undefined)
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key])}`);

/** `<` compares UTF-16 code units, as the standard asks; `localeCompare` would not. */
const byCodeUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
