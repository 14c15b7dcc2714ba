import { ORGANISATION } from '../register/organisationStream.ts';
import type { Instant } from '../rules/instant.ts';
import type { RemindersWorld } from './remindersWorld.ts';

/**
 * To be called at every tick, before it: where the clock was set back since the last one, every open case is looked at again, and
 * what belongs to none (the digest). What was reckoned while it went wrong (when to try again, when to look next) may lie hours ahead.
 */
export function wakeWhenSetBack({ register, clock }: Pick<RemindersWorld, 'register' | 'clock'>): () => Promise<void> {
  let last: Instant | undefined;
  return async () => {
    const now = clock.now();
    const isSetBack = last !== undefined && now < last;
    if (isSetBack) {
      await register.wakeAll(now);
      await register.wake(ORGANISATION, now);
    }
    last = now;
  };
}
