import { BSON } from 'mongodb';
import type { Document } from 'mongodb';

/** How MongoDB orders values of different types; what is not listed, the stand-in refuses. */
const rank = (value: unknown): number => {
  if (value === undefined || value === null) return 1;
  if (typeof value === 'number' || typeof value === 'bigint') return 2;
  if (typeof value === 'string') return 3;
  if (Array.isArray(value)) return 5;
  if (value instanceof BSON.Binary) return 6;
  if (value instanceof BSON.ObjectId) return 7;
  if (typeof value === 'boolean') return 8;
  if (value instanceof Date) return 9;
  if (isPlain(value)) return 4;
  throw new Error('The stand-in does not know how to order such a value.');
};

const isPlain = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A document as a caller may change it without changing what is stored. */
export const copyOf = (document: Document): Document => BSON.deserialize(BSON.serialize(document));

/** Equal values have equal keys: numbers by their value, documents field by field in order. */
export const keyOf = (value: unknown): string => BSON.EJSON.stringify({ value: value ?? null }, { relaxed: true });

export const same = (left: unknown, right: unknown): boolean => rank(left) === rank(right) && keyOf(left) === keyOf(right);

export function compare(left: unknown, right: unknown): number {
  const byType = rank(left) - rank(right);
  if (byType !== 0) return byType;
  if (left === undefined || left === null) return 0;
  const [a, b] = [orderable(left), orderable(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function orderable(value: unknown): number | string {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  if (value instanceof BSON.ObjectId) return value.toHexString();
  if (value instanceof BSON.Binary) return value.toString('hex');
  return keyOf(value);
}

/** Every value a dotted path leads to: an array on the way is entered, by index or element by element. */
export function valuesAt(document: unknown, path: string): unknown[] {
  return walk(document, path.split('.'));
}

function walk(value: unknown, steps: readonly string[]): unknown[] {
  const [step, ...further] = steps;
  if (step === undefined) return [value];
  if (Array.isArray(value)) {
    const byIndex = /^\d+$/.test(step) && Number(step) < value.length ? walk(value[Number(step)], further) : [];
    return [...byIndex, ...value.flatMap((element) => (isPlain(element) ? walk(element, steps) : []))];
  }
  return isPlain(value) ? walk(value[step], further) : [undefined];
}

/** The value for sorting and unique indexes, which the stand-in keeps to plain fields. */
export function valueAt(document: Document, path: string): unknown {
  const [only, ...others] = valuesAt(document, path);
  if (others.length > 0 || Array.isArray(only)) throw new Error(`The stand-in cannot sort or index the array at ${path}.`);
  return only;
}
