import { BSON } from 'mongodb';
import type { Document } from 'mongodb';
import { changed } from './changed.ts';
import { Collection, projected, type Search } from './collection.ts';
import { type Entry, Journal } from './journal.ts';
import { DuplicateKey, idIndex, type Index } from './uniqueness.ts';

export type Change = {
  readonly query: Document;
  readonly update: Document | Document[];
  readonly upsert: boolean;
  readonly many: boolean;
  readonly sort?: Document | undefined;
};

export type Changed = { readonly before: Document | undefined; readonly after: Document; readonly inserted: boolean };

/** All collections, and the journal that outlives the process. Every change is journalled; `settle` puts it on the disk. */
export class Database {
  private readonly collections = new Map<string, Collection>();
  private readonly journal: Journal;
  private pending: Entry[] = [];

  constructor(folder: string) {
    this.journal = new Journal(folder, (entry) => this.replay(entry));
  }

  /** To be called before each answer. */
  settle(): void {
    const entries = this.pending;
    this.pending = [];
    this.journal.write(entries);
  }

  close(): void {
    this.journal.close();
  }

  names(database: string): string[] {
    return [...this.collections.keys()].flatMap((name) =>
      name.startsWith(`${database}.`) ? [name.slice(database.length + 1)] : [],
    );
  }

  indexes(namespace: string): readonly Index[] | undefined {
    return this.collections.get(namespace)?.indexes;
  }

  find(namespace: string, query: Document, search: Search & { readonly projection?: Document | undefined } = {}): Document[] {
    const found = this.collections.get(namespace)?.find(query, search) ?? [];
    return found.map((document) => projected(document, search.projection));
  }

  insert(namespace: string, document: Document): void {
    const complete = { _id: (document._id as unknown) ?? new BSON.ObjectId(), ...document };
    if (Array.isArray(complete._id)) throw new Error("The '_id' value cannot be of type array.");
    this.refuseIfThere(namespace, complete);
    this.put(namespace, complete);
  }

  change(namespace: string, { query, update, upsert, many, sort }: Change): Changed[] {
    const found = this.collection(namespace).find(query, { sort, limit: many ? 0 : 1 });
    if (found.length === 0) return upsert ? [this.insertChanged(namespace, query, update)] : [];
    return found.map((before) => {
      const after = changed(before, update, false);
      this.put(namespace, after);
      return { before, after, inserted: false };
    });
  }

  remove(namespace: string, query: Document, search: Search): Document[] {
    const found = this.collections.get(namespace)?.find(query, search) ?? [];
    for (const document of found) this.apply({ kind: 'delete', namespace, document: { _id: document._id as unknown } });
    return found;
  }

  addIndex(namespace: string, index: Index): void {
    this.apply({ kind: 'index', namespace, index });
  }

  dropIndex(namespace: string, name: string): void {
    this.apply({ kind: 'dropIndex', namespace, name });
  }

  drop(namespace: string): boolean {
    const existed = this.collections.has(namespace);
    if (existed) this.apply({ kind: 'drop', namespace });
    return existed;
  }

  private insertChanged(namespace: string, query: Document, update: Document | Document[]): Changed {
    const exact = Object.entries(query).filter(([key, value]) => !key.startsWith('$') && !hasOperators(value));
    const named = exact.map(([key, value]) => [key, hasEquals(value) ? (value.$eq as unknown) : value] as const);
    const seed = changed({}, { $set: Object.fromEntries(named) }, true);
    const { _id: id, ...fields } = changed(seed, update, true);
    const after = { _id: (id as unknown) ?? new BSON.ObjectId(), ...fields };
    this.refuseIfThere(namespace, after);
    this.put(namespace, after);
    return { before: undefined, after, inserted: true };
  }

  private refuseIfThere(namespace: string, document: Document): void {
    if (this.collection(namespace).has(document)) throw new DuplicateKey(namespace, idIndex, document);
  }

  private put(namespace: string, document: Document): void {
    this.apply({ kind: 'put', namespace, document });
  }

  private apply(entry: Entry): void {
    this.replay(entry);
    this.pending.push(entry);
  }

  private replay(entry: Entry): void {
    const collection = this.collection(entry.namespace);
    switch (entry.kind) {
      case 'put':
        collection.put(entry.document);
        break;
      case 'delete':
        collection.delete(entry.document);
        break;
      case 'index':
        collection.addIndex(entry.index);
        break;
      case 'dropIndex':
        collection.dropIndex(entry.name);
        break;
      case 'drop':
        this.collections.delete(entry.namespace);
        break;
    }
  }

  private collection(namespace: string): Collection {
    const known = this.collections.get(namespace) ?? new Collection(namespace);
    this.collections.set(namespace, known);
    return known;
  }
}

const hasEquals = (value: unknown): value is Document => typeof value === 'object' && value !== null && '$eq' in value;
const hasOperators = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).some((key) => key.startsWith('$') && key !== '$eq');
