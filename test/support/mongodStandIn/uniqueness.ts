import type { Document } from 'mongodb';
import { matches } from './matches.ts';
import { keyOf, valuesAt } from './values.ts';

export type Index = {
  readonly name: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly partialFilterExpression?: Document;
};

export const idIndex: Index = { name: '_id_', key: { _id: 1 }, unique: true };

/** What a second document under a unique key is answered with; code and fields as MongoDB gives them. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';
  readonly index: Index;
  readonly keyValue: Document;

  constructor(namespace: string, index: Index, document: Document) {
    super(`E11000 duplicate key error collection: ${namespace} index: ${index.name}`);
    this.index = index;
    this.keyValue = Object.fromEntries(Object.keys(index.key).map((path) => [path, valuesAt(document, path)[0]]));
  }
}

const unknownOptions = ['expireAfterSeconds', 'collation', 'wildcardProjection', 'hidden', 'textIndexVersion'];

export function readIndex(asked: Document): Index {
  const other = unknownOptions.find((option) => option in asked);
  if (other !== undefined) throw new Error(`The stand-in does not know the index option ${other}.`);
  return asked as Index;
}

/** Where each key of one index is: the key of an index entry leads to the keys of the documents that have it. */
export class IndexEntries {
  readonly index: Index;
  private readonly documents = new Map<string, Set<string>>();

  constructor(index: Index) {
    this.index = index;
  }

  add(id: string, document: Document): void {
    for (const key of this.keysOf(document)) this.documents.set(key, (this.documents.get(key) ?? new Set<string>()).add(id));
  }

  remove(id: string, document: Document): void {
    for (const key of this.keysOf(document)) {
      const holders = this.documents.get(key);
      holders?.delete(id);
      if (holders?.size === 0) this.documents.delete(key);
    }
  }

  isTaken(id: string, document: Document): boolean {
    if (this.index.unique !== true) return false;
    return this.keysOf(document).some((key) => [...(this.documents.get(key) ?? [])].some((holder) => holder !== id));
  }

  /** The documents that a query for exact values of all fields can meet; undefined where this index does not help. */
  idsFor(query: Document): ReadonlySet<string> | undefined {
    if (this.index.partialFilterExpression !== undefined || this.index.sparse === true) return undefined;
    const wanted = Object.keys(this.index.key).map((path) => query[path] as unknown);
    if (!wanted.every((value) => typeof value === 'string' || typeof value === 'number')) return undefined;
    return this.documents.get(JSON.stringify(wanted.map(keyOf))) ?? new Set<string>();
  }

  /** One key per combination of values: an array has one per element, an empty one counts as missing, and missing counts as null. */
  private keysOf(document: Document): string[] {
    const { key, sparse, partialFilterExpression } = this.index;
    if (partialFilterExpression !== undefined && !matches(document, partialFilterExpression)) return [];
    const perField = Object.keys(key).map((path) => valuesAt(document, path).flat());
    if (sparse === true && perField.every((values) => values.every((value) => value === undefined))) return [];
    const combined = perField.reduce<string[][]>(
      (rows, values) => rows.flatMap((row) => (values.length === 0 ? [null] : values).map((value) => [...row, keyOf(value)])),
      [[]],
    );
    return [...new Set(combined.map((row) => JSON.stringify(row)))];
  }
}
