import { addHours, type Instant } from '../rules/instant.ts';
import type { DutyState } from './breachCase.ts';

/** The last moment of a duty: of its law, or for a processor the one its contract names. */
export function lastMoment(
  kind: DutyState['kind'],
  { startsAt, dueBy }: { readonly startsAt: Instant; readonly dueBy?: Instant },
  toldWithinHours: number | undefined,
): Instant | undefined {
  if (dueBy !== undefined || kind !== 'art33-2' || toldWithinHours === undefined) return dueBy;
  return addHours(startsAt, toldWithinHours);
}
