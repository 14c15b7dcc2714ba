import type { Document } from 'mongodb';
import { matches } from './matches.ts';
import { DuplicateKey, idIndex, type Index, IndexEntries } from './uniqueness.ts';
import { compare, copyOf, keyOf, valueAt } from './values.ts';

export type Search = {
  readonly sort?: Document | undefined;
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
};

/** The documents of one collection in memory, with their indexes; in the order they were first inserted. */
export class Collection {
  readonly namespace: string;
  private readonly documents = new Map<string, Document>();
  private readonly entries = new Map<string, IndexEntries>([[idIndex.name, new IndexEntries(idIndex)]]);

  constructor(namespace: string) {
    this.namespace = namespace;
  }

  get indexes(): readonly Index[] {
    return [...this.entries.values()].map(({ index }) => index);
  }

  /** Stores a document, new or changed. A second one under a unique key is refused, and nothing has changed then. */
  put(document: Document): void {
    const id = keyOf(document._id);
    const kept = copyOf(document);
    for (const entries of this.entries.values())
      if (entries.isTaken(id, kept)) throw new DuplicateKey(this.namespace, entries.index, kept);
    this.delete(document, true);
    this.documents.set(id, kept);
    for (const entries of this.entries.values()) entries.add(id, kept);
  }

  has(document: Document): boolean {
    return this.documents.has(keyOf(document._id));
  }

  delete(document: Document, keepsPlace = false): void {
    const id = keyOf(document._id);
    const stored = this.documents.get(id);
    if (stored === undefined) return;
    for (const entries of this.entries.values()) entries.remove(id, stored);
    if (!keepsPlace) this.documents.delete(id);
  }

  find(query: Document, { sort, skip, limit }: Search = {}): Document[] {
    const found = this.candidates(query).filter((document) => matches(document, query));
    if (sort !== undefined) found.sort((left, right) => inOrder(left, right, sort));
    const from = skip ?? 0;
    return found.slice(from, limit === undefined || limit === 0 ? undefined : from + Math.abs(limit)).map(copyOf);
  }

  addIndex(index: Index): void {
    const entries = new IndexEntries(index);
    for (const [id, document] of this.documents) {
      if (entries.isTaken(id, document)) throw new DuplicateKey(this.namespace, index, document);
      entries.add(id, document);
    }
    this.entries.set(index.name, entries);
  }

  dropIndex(name: string): void {
    if (name !== idIndex.name) this.entries.delete(name);
  }

  private candidates(query: Document): Document[] {
    for (const entries of this.entries.values()) {
      const ids = entries.idsFor(query);
      if (ids !== undefined) return [...ids].flatMap((id) => this.documents.get(id) ?? []);
    }
    return [...this.documents.values()];
  }
}

function inOrder(left: Document, right: Document, sort: Document): number {
  for (const [path, direction] of Object.entries(sort)) {
    const order = compare(valueAt(left, path), valueAt(right, path)) * Number(direction);
    if (order !== 0) return order;
  }
  return 0;
}

/** What a projection leaves of a document: fields named with 1, or all but those named with 0. */
export function projected(document: Document, projection: Document | undefined): Document {
  const fields = Object.entries(projection ?? {});
  if (fields.length === 0) return document;
  if (fields.some(([, shown]) => typeof shown !== 'number' && typeof shown !== 'boolean'))
    throw new Error('The stand-in knows projections by 0 and 1 only.');
  const shown = fields.filter(([path]) => path !== '_id');
  const withId = projection?._id === undefined || Boolean(projection._id);
  const names = new Set(shown.map(([path]) => path.split('.')[0]));
  if (shown.some(([path]) => path.includes('.'))) throw new Error('The stand-in does not project into documents.');
  const including = shown.length > 0 ? Boolean(shown[0]?.[1]) : Boolean(projection?._id);
  return Object.fromEntries(
    Object.entries(document).filter(([name]) => (name === '_id' ? withId : names.has(name) === including)),
  );
}
