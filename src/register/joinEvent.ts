import type { BreachEvent } from '../breach/events.ts';

type Members = { [field: string]: unknown };

/**
 * The event as it was before it was split. `sealed` holds the values of its own parts by their place in the event. Throws RangeError
 * where a part has no place in it: then entry and parts do not belong together.
 */
export function joinEvent(clear: object, sealed: ReadonlyMap<string, unknown>, entryBy: string): BreachEvent {
  const event: Members = { ...clear, by: sealed.get('by') ?? entryBy };
  for (const [path, value] of sealed) setAt(event, path.split('.'), value);
  return event as BreachEvent;
}

function setAt(target: Members, path: readonly string[], value: unknown): void {
  const [field, ...rest] = path;
  if (field === undefined) return;
  if (rest.length === 0) {
    target[field] = value;
    return;
  }
  const inner = Object.hasOwn(target, field) ? target[field] : undefined;
  if (typeof inner !== 'object' || inner === null) throw new RangeError('A part of this entry has no place in it.');
  const copied: Members = { ...inner };
  target[field] = copied;
  setAt(copied, rest, value);
}
