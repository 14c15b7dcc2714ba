import type { Platform } from '../organisation.ts';
import type { Addressee } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { addMinutes } from './backoff.ts';
import type { Sent } from './send.ts';
import { addresseeName } from './slot.ts';

type Rest = { readonly from: Instant; readonly until: Instant };

/**
 * Who is left alone, and until when: a platform that gave no answer, a person or channel for which the platform asked to wait
 * (`Retry-After`). Shared by all cases. Only remembered, never recorded: a process that starts anew asks once more.
 */
export type Resting = Map<string, Rest>;

/** A platform that gave no answer is left alone for so long. */
const REST_MINUTES = 1;

/** Until when nothing is to be sent there; undefined: it may be sent. A rest that begins in the future is the mark of a clock that was set back. */
export function restsUntil(resting: Resting, to: Addressee, now: Instant): Instant | undefined {
  return [to.platform, addresseeName(to)]
    .flatMap((name) => {
      const rest = resting.get(name);
      return rest !== undefined && rest.from <= now && now < rest.until ? [rest.until] : [];
    })
    .toSorted()
    .at(-1);
}

/** Heeds what became of a message that comes later: a silent platform rests for all it serves, a limit for whom it was named. */
export function letRest(
  resting: Resting,
  to: Addressee,
  { at, rests }: Pick<Extract<Sent, { sent: 'later' }>, 'at' | 'rests'>,
  now: Instant,
): void {
  if (rests === 'platform') resting.set(to.platform satisfies Platform, { from: now, until: addMinutes(now, REST_MINUTES) });
  if (rests === 'addressee') resting.set(addresseeName(to), { from: now, until: at });
}
