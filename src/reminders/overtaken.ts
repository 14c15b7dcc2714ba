import type { Delivery } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import type { OwedAnnouncement } from './owed.ts';
import { addresseeName, slotName } from './slot.ts';
import { stepName, stepsBetween } from './stepSeries.ts';

/** So many overtaken steps get an entry of their own; those before them are only counted. */
const ENTRIES_AT_MOST = 100;

const REMINDERS = [
  ...['new/', 'reminder/', 'escalation/', 'decisionMissing/', 'investigation/', 'measure/', 'readyToClose/', 'retention/'],
  'unreadable/',
];

/** The earlier steps of this row that nobody was told of, newest first, back to the last one that has an entry. */
export function overtakenSlots(
  { series, ordinal }: OwedAnnouncement,
  recorded: ReadonlyMap<string, Delivery>,
): readonly string[] {
  const slots: string[] = [];
  for (let earlier = ordinal - 1; earlier >= 0 && slots.length < ENTRIES_AT_MOST; earlier -= 1) {
    const slot = slotName(series.slots, stepName(series.steps, earlier));
    const state = recorded.get(slot)?.state;
    if (state === 'sent' || state === 'overtaken') break;
    slots.push(slot);
  }
  return slots;
}

/** How many steps fell due one after another since this reader was last reminded of the case, and were never told. */
export function missedSteps(group: readonly OwedAnnouncement[], deliveries: readonly Delivery[]): number {
  const [first] = group;
  const last = first && lastTold(addresseeName(first.to), deliveries);
  // Stages fall due beside the reminders; they are counted only where there is nothing else.
  const reminding = group.filter(({ series }) => series.slots.purpose !== 'escalation');
  return (reminding.length > 0 ? reminding : group).reduce((count, { series, ordinal, dueAt }) => {
    const step = { name: stepName(series.steps, ordinal), ordinal, dueAt };
    return count + stepsBetween(series.steps, last, step);
  }, 0);
}

const lastTold = (reader: string, deliveries: readonly Delivery[]): Instant | undefined =>
  deliveries
    .filter(
      ({ slot, state }) =>
        state === 'sent' && slot.endsWith(`/${reader}`) && REMINDERS.some((purpose) => slot.startsWith(purpose)),
    )
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
