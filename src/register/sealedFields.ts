import { EVENT_FIELDS } from './eventFields.ts';

type Plan = 'clear' | 'sealed' | ((event: never) => unknown) | { readonly [field: string]: Plan };

/** Parts of an entry that belong to no event: who brought it about, what was looked at, the command of an entry of format 1. */
const OF_THE_ENTRY = ['by', 'what', 'command'];

/** Who is named anywhere: by id or by name. */
export const PERSON_FIELDS: readonly string[] = [
  ...['by', 'reporter', 'reporterName', 'authorName', 'source.informant', 'person', 'owner', 'decidedBy'],
];

/** Every field that is sealed in a part of its own, by the name it has in its event; what may be left out of an export. */
export const SEALED_FIELDS: readonly string[] = [
  ...new Set([...OF_THE_ENTRY, ...Object.values(EVENT_FIELDS).flatMap((plan) => sealedIn(plan as Plan, ''))]),
].sort();

function sealedIn(plan: Plan, path: string): readonly string[] {
  if (plan === 'clear') return [];
  if (plan === 'sealed' || typeof plan === 'function') return [path];
  return Object.entries(plan).flatMap(([field, inner]) => sealedIn(inner, field === 'each' ? path : join(path, field)));
}

function join(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}
