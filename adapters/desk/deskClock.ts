import type { Clock } from '../../src/ports.ts';
import { type Instant, instant } from '../../src/rules/instant.ts';
import type { DeskStore } from './deskStore.ts';

/** The desk's own time: the machine's, and what somebody put it forward by. It never goes back, not even across a restart. */
export type DeskClock = Clock & {
  /** Puts the clock forward to this moment; does nothing where it is past. */
  readonly forwardTo: (moment: Instant) => Instant;
};

const LEAD = 'clock-lead-ms';

/** @param real the machine's present moment */
export function openDeskClock(
  store: Pick<DeskStore, 'readSetting' | 'writeSetting' | 'latestMoment'>,
  real: () => string,
): DeskClock {
  let leadMs = Number(store.readSetting(LEAD) ?? '0');
  // The machine's clock may have been set back since; what was shown at a time stays in the past.
  let last = Date.parse(store.latestMoment() ?? '1970-01-01T00:00:00.000Z');

  const now = (): Instant => {
    last = Math.max(last, Date.parse(real()) + leadMs);
    return instant(new Date(last).toISOString());
  };
  const forwardTo = (moment: Instant): Instant => {
    const ahead = Date.parse(moment) - Date.parse(now());
    if (ahead <= 0) return now();
    // From the machine's own time, not from `now`: after the machine was set back the two differ.
    const lead = Date.parse(moment) - Date.parse(real());
    store.writeSetting(LEAD, String(lead));
    leadMs = lead;
    return now();
  };
  return { now, forwardTo };
}
