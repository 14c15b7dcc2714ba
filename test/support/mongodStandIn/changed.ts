import type { Document } from 'mongodb';
import { unknownOperator } from './matches.ts';
import { compare, copyOf, same, valuesAt } from './values.ts';

/** The document after an update: operators, or a whole replacement that keeps the `_id`. Pipelines are refused. */
export function changed(document: Document, update: Document | Document[], inserting: boolean): Document {
  if (Array.isArray(update)) throw new Error('The stand-in does not know updates by pipeline.');
  const isReplacement = !Object.keys(update).some((key) => key.startsWith('$'));
  if (isReplacement) return { _id: document._id as unknown, ...copyOf(update) };
  const after = copyOf(document);
  for (const [operator, fields] of Object.entries(update)) {
    if (operator === '$setOnInsert' && !inserting) continue;
    for (const [path, value] of Object.entries(fields as Document)) apply(operator, after, path, value);
  }
  if (document._id !== undefined && !same(document._id, after._id)) throw new Error('The field _id cannot be changed.');
  return after;
}

function apply(operator: string, document: Document, path: string, value: unknown): void {
  if (operator === '$unset') remove(document, path);
  else put(document, path, valueAfter(operator, valuesAt(document, path)[0], value));
}

function valueAfter(operator: string, before: unknown, value: unknown): unknown {
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return value;
    case '$inc':
      return Number(before ?? 0) + Number(value);
    case '$max':
      return before === undefined || compare(value, before) > 0 ? value : before;
    case '$min':
      return before === undefined || compare(value, before) < 0 ? value : before;
    case '$push':
      return [...list(before), ...items(value)];
    case '$addToSet':
      return items(value).reduce<unknown[]>(
        (all, item) => (all.some((old) => same(old, item)) ? all : [...all, item]),
        list(before),
      );
    case '$pull':
      return list(before).filter((old) => !same(old, value));
    case '$currentDate':
      return new Date();
    default:
      throw unknownOperator(operator);
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function items(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || !('$each' in value)) return [value];
  const other = Object.keys(value).find((key) => key !== '$each');
  if (other !== undefined) throw unknownOperator(other);
  return value.$each as unknown[];
}

function put(document: Document, path: string, value: unknown): void {
  const { holder, last } = holderOf(document, path);
  holder[last] = value;
}

function remove(document: Document, path: string): void {
  const { holder, last } = holderOf(document, path);
  Reflect.deleteProperty(holder, last);
}

function holderOf(document: Document, path: string): { holder: Document; last: string } {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let holder = document;
  for (const step of steps) {
    holder[step] ??= {};
    holder = holder[step] as Document;
  }
  return { holder, last };
}
