import type { Instant } from '../rules/instant.ts';
import { minutesBetween } from './health.ts';
import { organisationReaders } from './addressees.ts';
import { healthPrompt } from './owedByOrganisation.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { digest } from './fingerprint.ts';
import { inTime } from './inTime.ts';
import { attemptSeconds } from './send.ts';
import { addresseeName } from './slot.ts';
import type { Unreachable } from './unreachable.ts';

type TellingWorld = Pick<RemindersWorld, 'channels' | 'clock' | 'organisation' | 'timer' | 'leaseSeconds'>;

const AGAIN_AFTER_MINUTES = 60;

/**
 * The alarm that the register itself does not answer. Nothing can be claimed or recorded then, so it is told straight to everybody and remembered
 * here alone: of several instances each tells it, and one that is started anew tells it again. Only from the second check on that finds the
 * register gone, every hour while it lasts, and its end once.
 */
export function tellWithoutRegister(world: TellingWorld): (isReached: boolean) => Promise<void> {
  let gone: { readonly since: Instant; readonly toldAt?: Instant } | undefined;
  return async (isReached) => {
    const now = world.clock.now();
    if (isReached) {
      const ended = gone;
      gone = undefined;
      if (ended?.toldAt !== undefined) await tell(world, ended.since, 'over');
      return;
    }
    if (gone === undefined) {
      gone = { since: now };
      return;
    }
    if (gone.toldAt !== undefined && Math.abs(minutesBetween(gone.toldAt, now)) < AGAIN_AFTER_MINUTES) return;
    gone = { since: gone.since, toldAt: now };
    await tell(world, gone.since, 'trouble');
  };
}

async function tell(world: TellingWorld, since: Instant, state: 'trouble' | 'over'): Promise<void> {
  const { channels, clock, organisation, timer } = world;
  const now = clock.now();
  const platforms = channels.map(({ platform }) => platform);
  const health = {
    since,
    troubles: [{ trouble: 'registerUnavailable' as const, count: 1 }],
    ...(state === 'over' && { overAt: now }),
  };
  const prompt = healthPrompt(health, organisation, now);
  const gone: Unreachable[] = [];
  const tried = new Set<string>();
  // Anew after each: whom it does not reach is stood in for.
  for (;;) {
    const readers = organisationReaders({ organisation, platforms, unreachable: gone }, now);
    const next = readers.find(({ to }) => !tried.has(addresseeName(to)));
    if (next === undefined) return;
    const { to, language } = next;
    tried.add(addresseeName(to));
    const key = digest(`register gone ${state} ${state === 'over' ? since : now} ${to.platform} ${to.id}`);
    const channel = channels.find(({ platform }) => platform === to.platform);
    const message = { to, language, prompt, key, mayBeRepeated: false };
    // Whom it does not reach is told an hour later again; the others must not wait for it.
    const told = await inTime(timer, attemptSeconds(world), async () => channel?.deliver(message)).catch(() => undefined);
    if (told !== 'timeOver' && told?.result === 'unreachable') gone.push({ to, since: now, times: 1, tryAgainAt: now });
  }
}
