import type { BreachEvent } from '../breach/events.ts';
import type { CaseHead } from '../ports.ts';

/** What the events of a case say about its head; version and due time are the engine's. */
export type HeadFacts = Pick<CaseHead, 'number' | 'status' | 'reporter' | 'openedAt'>;

/**
 * The head of a case after some more events, without reading the earlier ones: an engine keeps it in the same write.
 * Throws RangeError where the first event opens no case.
 */
export function headAfter(before: HeadFacts | undefined, events: readonly BreachEvent[]): HeadFacts {
  const after = events.reduce(withEvent, before);
  if (after === undefined) throw new RangeError('The first entry of a case must report the breach.');
  return after;
}

/** The few events that a head shows. All others leave it as it is. */
function withEvent(head: HeadFacts | undefined, event: BreachEvent): HeadFacts | undefined {
  if (event.type === 'BreachReported') {
    return { number: event.number, status: 'open', reporter: event.reporter, openedAt: event.at };
  }
  const status = statusAfter(event);
  return head === undefined || status === undefined ? head : { ...head, status };
}

function statusAfter(event: BreachEvent): CaseHead['status'] | undefined {
  if (event.type === 'CaseClosed') return 'closed';
  if (event.type === 'CaseReopened') return 'open';
  if (event.type === 'JoinedInto') return 'joined';
  return undefined;
}
