import type { OpenedEntry } from '../ports.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { ClearEntry } from './clearEntry.ts';
import type { Sha256 } from './entryHash.ts';
import { joinedOrNothing, valueIn } from './readEntry.ts';
import { caseOf } from './streams.ts';

/** The format that knew no parts: the hash covered one digest over all events. */
const EARLIER_FORMAT = 1;

/**
 * What the hash of this entry was in format 1, told from its opened parts. Undefined where it never had one, and where a part is not
 * shown, so that nobody can tell.
 */
export function earlierHash(
  { stream, sequence, parts }: OpenedEntry,
  { earlierHash: kept, parts: digests, events: clear, at }: ClearEntry,
  previous: string,
  sha256: Sha256,
): string | undefined {
  const values = new Map(parts.flatMap(({ name, opened }) => (opened === undefined ? [] : [[name, valueIn(opened)] as const])));
  if (kept === undefined || values.size < Object.keys(digests).length) return undefined;
  const by = String(values.get('by'));
  const events = joinedOrNothing(clear ?? [], values, by);
  const entry = { format: EARLIER_FORMAT, caseId: caseOf(stream), sequence, commandId: values.get('command'), at, by, previous };
  return events && sha256(canonicalJson({ ...entry, content: sha256(canonicalJson(events)) }));
}
