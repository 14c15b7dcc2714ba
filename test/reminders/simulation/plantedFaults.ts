import type { CaseId } from '../../../src/breach/identifiers.ts';
import type { Claim, Delivery } from '../../../src/ports.ts';
import { type Memory, newMemory } from '../../support/memoryEngine.ts';
import { type PartOfRegister, plainRegister } from './plainRegister.ts';

/** Registers that are wrong on purpose, to see whether the simulation finds out. */

/** Whoever once had a case may go on writing: no fencing number is asked for. */
export function withoutFencing(): PartOfRegister {
  const memory = newMemory();
  const register = plainRegister(memory);
  return {
    ...register,
    recordDeliveries: (claim, made) => register.recordDeliveries(asHeld(memory, claim), made),
    settle: (claim, version, nextDueAt) => register.settle(asHeld(memory, claim), version, nextDueAt),
  };
}

function asHeld({ cases }: Memory, claim: Claim): Claim {
  const held = cases.get(claim.caseId);
  if (held === undefined) return claim;
  held.leaseUntil ??= claim.leaseUntil;
  return { ...claim, fence: held.fence };
}

const CLOCK = /\/clock-\d+\//;
const CLOCKS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What was delivered on one clock counts for every other clock of the same duty. */
export function withoutClockNumber(): PartOfRegister {
  const register = plainRegister();
  const onEach = (delivery: Delivery): readonly Delivery[] =>
    CLOCK.test(delivery.slot)
      ? CLOCKS.map((clock) => ({ ...delivery, slot: delivery.slot.replace(CLOCK, `/clock-${clock}/`) }))
      : [delivery];
  return {
    ...register,
    deliveries: async (caseId: CaseId) => (await register.deliveries(caseId)).flatMap(onEach),
    recordDeliveries: (claim, made) =>
      register.recordDeliveries(
        claim,
        made.map((delivery) => ({ ...delivery, slot: delivery.slot.replace(CLOCK, '/clock-1/') })),
      ),
  };
}

/** A message counts as sent from the moment it is begun. */
export function recordedBeforeSent(): PartOfRegister {
  const register = plainRegister();
  const early = (delivery: Delivery): Delivery =>
    delivery.state === 'unclear' && delivery.attempts > 0 ? { ...delivery, state: 'sent', messageId: 'to come' } : delivery;
  return { ...register, recordDeliveries: (claim, made) => register.recordDeliveries(claim, made.map(early)) };
}
