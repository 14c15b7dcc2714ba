import type { CaseId } from '../../../src/breach/identifiers.ts';
import type { Organisation } from '../../../src/organisation.ts';
import type { Claim, Delivery } from '../../../src/ports.ts';
import { type Memory, newMemory } from '../../support/memoryEngine.ts';
import { type PartOfRegister, plainRegister } from './plainRegister.ts';

/** Registers that are wrong on purpose, and houses the bot mistakes, to see whether the simulation finds out. */

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

/** What is sent counts as said for the step after it, too. */
export function nextStepOvertaken(): PartOfRegister {
  const register = plainRegister();
  const AFTER = { '/at-once/': '/4h/', '/24h/': '/48h/', '/4h/': '/16h/', '/deadline/': '/overdue-1/' };
  const andNext = (delivery: Delivery): readonly Delivery[] => {
    const step = Object.entries(AFTER).find(([name]) => delivery.slot.startsWith('reminder/') && delivery.slot.includes(name));
    if (step === undefined || delivery.state !== 'sent') return [delivery];
    return [delivery, { ...delivery, state: 'overtaken', slot: delivery.slot.replace(...step) }];
  };
  return { ...register, recordDeliveries: (claim, made) => register.recordDeliveries(claim, made.flatMap(andNext)) };
}

const DIGEST = /^digest\/(?<day>\d{4}-\d{2}-\d{2})\//;
const DAY_MS = 86_400_000;

/** After the first digest none is told any more: it counts for the days after it. */
export function digestOnce(): PartOfRegister {
  const register = plainRegister();
  const andLater = (delivery: Delivery): readonly Delivery[] => {
    const day = DIGEST.exec(delivery.slot)?.groups?.day;
    if (day === undefined || delivery.state !== 'sent') return [delivery];
    const later = [1, 2, 3, 4, 5, 6].map((count) => new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10));
    return [delivery, ...later.map((other) => ({ ...delivery, slot: delivery.slot.replace(day, other) }))];
  };
  return { ...register, recordDeliveries: (claim, made) => register.recordDeliveries(claim, made.flatMap(andLater)) };
}

/** Nobody keeps that a channel cannot be reached any more, so nobody is told in its place. */
export function channelGoneForgotten(): PartOfRegister {
  const register = plainRegister();
  return {
    ...register,
    recordDeliveries: (claim, made) =>
      register.recordDeliveries(
        claim,
        made.filter(({ state }) => state !== 'unreachable'),
      ),
  };
}

/** The bot believes that work begins five hours later than it does. */
export const worksLater = (organisation: Organisation): Organisation => {
  const { workingTime } = organisation;
  if (workingTime === undefined) return organisation;
  const hours = Object.fromEntries(
    Object.entries(workingTime.hours).map(([day, { from, to }]) => [day, { from: `${Number(from.slice(0, 2)) + 5}:00`, to }]),
  );
  return { ...organisation, workingTime: { ...workingTime, hours } };
};

/** No stage of the management ever comes. */
export const withoutManagementStage = (organisation: Organisation): Organisation => ({
  ...organisation,
  escalation: Object.fromEntries(ESCALATION_KINDS.map((kind) => [kind, { management: { withoutMovementHours: 10_000 } }])),
});
const ESCALATION_KINDS = [
  ...['art33-1', 'art34-1', 'art33-2', 'art33-4', 'art33-5', 'neighbour', 'neighbour-question', 'decision'],
] as const;
