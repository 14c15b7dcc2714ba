import type { BreachEvent } from '../breach/events.ts';
import { EVENT_FIELDS, type Treatment } from './eventFields.ts';

type Plain = Readonly<Record<string, unknown>>;
/** The table as the walk sees it; its own type has made sure that it is complete. */
type Plan = Treatment | { readonly [field: string]: Plan } | ((event: never) => Treatment);

/** A value that gets a part of its own, and where in the event it belongs: `text`, `source.informant`. */
export type SealedField = { readonly path: string; readonly value: unknown };
export type SplitEvent = { readonly clear: Plain; readonly sealed: readonly SealedField[] };

/** Parts one event into what the chain covers as it is and what is sealed. Who brought it about stands in the entry, and here only where it was somebody else. */
export function splitEvent(event: BreachEvent, entryBy: string): SplitEvent {
  const { type, at, by, ...fields } = event;
  const sealed: SealedField[] = by === entryBy ? [] : [{ path: 'by', value: by }];
  // An event that this version does not know, taken over from a damaged entry, is sealed as a whole.
  const plan: Plan = Object.hasOwn(EVENT_FIELDS, type) ? EVENT_FIELDS[type] : {};
  return { clear: { type, at, ...splitObject(fields, plan, '', sealed, event) }, sealed };
}

function splitObject(value: Plain, plan: Plan, path: string, sealed: SealedField[], event: BreachEvent): Plain {
  const members = Object.entries(value).flatMap(([field, inner]) => {
    if (inner === undefined) return [];
    const kept = splitValue(inner, planFor(plan, field), `${path}${field}`, sealed, event);
    return kept === undefined ? [] : [[field, kept] as const];
  });
  return Object.fromEntries(members);
}

/** What stays in the clear of this value; undefined where all of it is sealed. */
function splitValue(value: unknown, plan: Plan, path: string, sealed: SealedField[], event: BreachEvent): unknown {
  const treatment = typeof plan === 'function' ? plan(event as never) : plan;
  if (treatment === 'clear') return value;
  if (typeof treatment === 'object') {
    // A list stays in the clear where nothing in it is sealed, and is sealed as a whole otherwise: a hole in it would have no place to come back to.
    if (Array.isArray(value) && treatment.each !== undefined && isClear(treatment.each)) return value;
    if (isObject(value)) return splitObject(value, treatment, `${path}.`, sealed, event);
  }
  sealed.push({ path, value });
  return undefined;
}

const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

const planFor = (plan: Plan, field: string): Plan =>
  typeof plan === 'object' && Object.hasOwn(plan, field) ? (plan[field] ?? 'sealed') : 'sealed';

const isClear = (plan: Plan): boolean =>
  plan === 'clear' || (typeof plan === 'object' && Object.values(plan).every((inner) => isClear(inner)));
