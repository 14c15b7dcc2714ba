import type { Document } from 'mongodb';
import { compare, same, valuesAt } from './values.ts';

/** Whether a document meets a query. An operator that is not built is an error, never a silent yes or no. */
export function matches(document: Document, query: Document): boolean {
  return Object.entries(query).every(([key, wanted]) => {
    if (key === '$and') return (wanted as Document[]).every((part) => matches(document, part));
    if (key === '$or') return (wanted as Document[]).some((part) => matches(document, part));
    if (key === '$nor') return !(wanted as Document[]).some((part) => matches(document, part));
    if (key === '$comment') return true;
    if (key.startsWith('$')) throw unknownOperator(key);
    return fieldMatches(valuesAt(document, key), wanted);
  });
}

function fieldMatches(values: readonly unknown[], wanted: unknown): boolean {
  if (!isOperators(wanted)) return equals(values, wanted);
  return Object.entries(wanted).every(([operator, operand]) => operatorHolds(operator, operand, values, wanted));
}

const isOperators = (wanted: unknown): wanted is Document =>
  typeof wanted === 'object' && wanted !== null && Object.keys(wanted).some((key) => key.startsWith('$'));

/** An array counts as itself and as each of its elements; null also meets a field that is missing. */
const each = (values: readonly unknown[]): unknown[] =>
  values.flatMap((value) => (Array.isArray(value) ? [value as unknown, ...(value as unknown[])] : [value]));

const equals = (values: readonly unknown[], wanted: unknown): boolean => {
  if (wanted instanceof RegExp) return each(values).some((value) => typeof value === 'string' && wanted.test(value));
  if (values.length === 0) return wanted === null;
  return each(values).some((value) => same(value, wanted));
};

function operatorHolds(operator: string, operand: unknown, values: readonly unknown[], all: Document): boolean {
  switch (operator) {
    case '$eq':
      return equals(values, operand);
    case '$ne':
      return !equals(values, operand);
    case '$in':
      return (operand as unknown[]).some((wanted) => equals(values, wanted));
    case '$nin':
      return !(operand as unknown[]).some((wanted) => equals(values, wanted));
    case '$gt':
      return ordered(values, operand, (order) => order > 0);
    case '$gte':
      return ordered(values, operand, (order) => order >= 0);
    case '$lt':
      return ordered(values, operand, (order) => order < 0);
    case '$lte':
      return ordered(values, operand, (order) => order <= 0);
    case '$exists':
      return values.some((value) => value !== undefined) === Boolean(operand);
    case '$not':
      return !fieldMatches(values, operand);
    case '$size':
      return values.some((value) => Array.isArray(value) && value.length === operand);
    case '$elemMatch':
      return values.some(
        (value) => Array.isArray(value) && value.some((element) => matches(element as Document, operand as Document)),
      );
    case '$regex':
      return equals(values, new RegExp(operand instanceof RegExp ? operand.source : String(operand), String(all.$options ?? '')));
    case '$options':
      return true;
    default:
      throw unknownOperator(operator);
  }
}

/** Only values of one type are compared: a missing field is neither earlier nor later than a moment. */
function ordered(values: readonly unknown[], operand: unknown, holds: (order: number) => boolean): boolean {
  return each(values).some((value) => typeName(value) === typeName(operand) && holds(compare(value, operand)));
}

const typeName = (value: unknown): string =>
  value === undefined || value === null ? 'null' : typeof value === 'object' ? value.constructor.name : typeof value;

export const unknownOperator = (operator: string): Error => new Error(`The stand-in does not know ${operator}.`);
