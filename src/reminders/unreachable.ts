import type { Addressee, Delivery } from '../ports.ts';
import { addHours, type Instant } from '../rules/instant.ts';
import { addresseeIn, addresseeName, isReachSlot, reachSlot } from './slot.ts';

/** A channel or person that cannot be written to just now, as it stands beside the case. */
export type Unreachable = {
  readonly to: Addressee;
  readonly since: Instant;
  /** The how manieth time; each has slots of its own. */
  readonly times: number;
  readonly tryAgainAt: Instant;
};

/** An archived channel may be opened again, a bot invited again; nobody tells it so. */
const TRY_AGAIN_HOURS = 1;

export const unreachableIn = (recorded: readonly Delivery[]): readonly Unreachable[] =>
  recorded
    .filter(({ slot, state }) => state === 'unreachable' && isReachSlot(slot))
    .flatMap(({ slot, at, since = at, attempts }) => {
      const to = addresseeIn(slot);
      return to === undefined ? [] : [{ to, since, times: attempts, tryAgainAt: addHours(at, TRY_AGAIN_HOURS) }];
    });

/** As just after a try. */
export const leftAlone = (one: Unreachable, now: Instant): Unreachable => ({
  ...one,
  tryAgainAt: addHours(now, TRY_AGAIN_HOURS),
});

/** Whether nothing reached it when it was tried last. */
export const isLost = (unreachable: readonly Unreachable[], to: Addressee): boolean => lossOf(unreachable, to) !== undefined;

const lossOf = (unreachable: readonly Unreachable[], to: Addressee): Unreachable | undefined =>
  unreachable.find((one) => addresseeName(one.to) === addresseeName(to));

/** Since when none of them can be written to; undefined while one of them can, and where there is none. */
export function lostSince(
  unreachable: readonly Unreachable[],
  readers: readonly { readonly to: Addressee }[],
): Instant | undefined {
  const lost = readers.flatMap(({ to }) => lossOf(unreachable, to)?.since ?? []);
  return lost.length < readers.length ? undefined : lost.toSorted().at(-1);
}

/** Whether nothing is to be sent there now. A last try in the future is the mark of a clock that was set back since. */
export const isLeftAlone = (unreachable: readonly Unreachable[], to: Addressee, now: Instant): boolean =>
  unreachable.some(
    (one) =>
      addresseeName(one.to) === addresseeName(to) && one.tryAgainAt > now && addHours(one.tryAgainAt, -TRY_AGAIN_HOURS) <= now,
  );

type Reach = Omit<Delivery, 'caseId'>;

/** What to record when the platform says that this addressee is gone; `before` is what was recorded of it last. */
export function lostReach(to: Addressee, before: Delivery | undefined, at: Instant): Reach {
  const slot = reachSlot(to);
  if (before?.state === 'unreachable')
    return { slot, state: 'unreachable', at, attempts: before.attempts, since: before.since ?? at };
  return { slot, state: 'unreachable', at, attempts: (before?.attempts ?? 0) + 1, since: at };
}

/** What to record when something arrived there; nothing where it was never lost. */
export const regainedReach = (to: Addressee, before: Delivery | undefined, at: Instant): readonly Reach[] =>
  before?.state === 'unreachable' ? [{ slot: reachSlot(to), state: 'reachable', at, attempts: before.attempts }] : [];
