import type { Box, MasterKey } from './cryptography.ts';
import type { KeyRing, KeyStore } from './keyStore.ts';
import { keyPlace } from './sealing.ts';

export type KeyChange = { readonly keyStore: KeyStore; readonly from: MasterKey; readonly to: MasterKey };

export type KeyChangeOutcome =
  /** All rings are under the new key, `already` of them before this run. `unopened` keys fitted no key before and fit none now. */
  | { readonly outcome: 'changed'; readonly changed: number; readonly already: number; readonly unopened: number }
  /** A ring is under neither of the two keys. Where it was the first one, nothing was changed. */
  | { readonly outcome: 'foreign-key'; readonly fingerprint: string };

const RINGS_AT_ONCE = 100;
/** The ring that every start opens: once it is changed, nobody starts with the old key any more. */
const FIRST_RING = 'pseudonyms';

/**
 * Wraps every key anew under another master key; what the keys open is not touched. May be stopped at any moment and run again with the
 * same two keys: rings that are done are passed over. Walks again until a walk finds nothing to do, for a ring may have been added behind
 * it, or a key destroyed under its hands. Throws RegisterUnavailable.
 */
export async function changeMasterKey(change: KeyChange): Promise<KeyChangeOutcome> {
  const count: Count = { changed: 0, unopened: 0 };
  for (;;) {
    const walked = await walk(change, count);
    if (walked.foreign !== undefined) return { outcome: 'foreign-key', fingerprint: walked.foreign };
    if (walked.touched === 0) return { outcome: 'changed', ...count, already: walked.done - count.changed };
  }
}

type Count = { changed: number; unopened: number };

async function walk(change: KeyChange, count: Count): Promise<{ done: number; touched: number; foreign?: string }> {
  const { keyStore, from, to } = change;
  const walked = { done: 0, touched: 0 };
  for await (const ring of rings(keyStore)) {
    if (ring.fingerprint === to.fingerprint) walked.done += 1;
    else if (ring.fingerprint !== from.fingerprint) return { ...walked, foreign: ring.fingerprint };
    else {
      walked.touched += 1;
      await changeRing(change, ring, count);
    }
  }
  return walked;
}

/** All of them; the one that every start opens comes first. */
async function* rings(keyStore: KeyStore): AsyncGenerator<KeyRing, void> {
  const first = await keyStore.ring(FIRST_RING);
  if (first) yield first;
  for (let last = ''; ; ) {
    const page = await keyStore.after(last, RINGS_AT_ONCE);
    yield* page.filter(({ id }) => id !== FIRST_RING);
    const end = page.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}

async function changeRing({ keyStore, from, to }: KeyChange, ring: KeyRing, count: Count): Promise<void> {
  const wrapped: Record<string, Box> = {};
  let unopened = 0;
  for (const [part, box] of Object.entries(ring.wrapped)) {
    const boundTo = keyPlace(ring.id, part);
    const key = from.unwrap(box, boundTo);
    if (key === undefined) unopened += 1;
    wrapped[part] = key === undefined ? box : to.wrap(key, boundTo);
  }
  if (!(await keyStore.rewrap(ring, { ...ring, fingerprint: to.fingerprint, wrapped }))) return;
  count.changed += 1;
  count.unopened += unopened;
}
