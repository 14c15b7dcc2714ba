import type { Claim, Delivery, DeliveryResult, OutgoingMessage } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { afterLostAnswers, afterRefusal } from './backoff.ts';
import type { Sending } from './plan.ts';
import type { RemindersWorld } from './remindersWorld.ts';

/** `later`: not before `at`. `claimLost`: another worker has the case now, and nothing more may be done. */
export type Sent =
  | { readonly sent: 'delivered' }
  | { readonly sent: 'later'; readonly at: Instant }
  | { readonly sent: 'claimLost' };

/**
 * Sends one message once and records what became of it. What would stand there twice if it were sent again is entered as
 * unclear before it is begun, so that a crash between posting and recording leaves a marked repetition and never a silent double.
 */
export async function send(world: RemindersWorld, claim: Claim, sending: Sending): Promise<Sent> {
  const isFresh = sending.message.replaces === undefined;
  if (isFresh && !(await record(world, claim, sending, { state: 'unclear', attempts: sending.lost + 1 })))
    return { sent: 'claimLost' };
  const result = await attempt(world, sending.message);
  switch (result.result) {
    case 'delivered':
      return delivered(world, claim, sending, result.messageId);
    case 'unclear':
      return unclear(world, claim, sending);
    case 'not-sent':
      return refused(world, claim, sending, result.retryAfterSeconds);
    case 'unreachable':
      return refused(world, claim, sending, undefined);
    case 'gone':
      return isFresh
        ? refused(world, claim, sending, undefined)
        : send(world, claim, { ...sending, message: afresh(sending.message) });
  }
}

/** A platform that throws has said nothing: it may have taken the message or not. */
async function attempt({ channels }: RemindersWorld, message: OutgoingMessage): Promise<DeliveryResult> {
  const channel = channels.find(({ platform }) => platform === message.to.platform);
  if (channel === undefined) return { result: 'not-sent' };
  try {
    return await channel.deliver(message);
  } catch {
    return { result: 'unclear' };
  }
}

function afresh({ replaces: _, ...message }: OutgoingMessage): OutgoingMessage {
  return { ...message, mayBeRepeated: false };
}

/** In one write with what it overtakes: once the message itself is entered, nobody looks behind it any more. */
async function delivered(world: RemindersWorld, claim: Claim, sending: Sending, messageId: string): Promise<Sent> {
  const shown = sending.surface?.shown;
  const done = { state: 'sent', attempts: sending.lost + 1, messageId } as const;
  const isRecorded = await world.register.recordDeliveries(claim, [
    ...deliveriesOf(world, claim, sending.overtaken, { state: 'overtaken', attempts: 0, messageId }),
    ...deliveriesOf(world, claim, slotsOf(sending), shown === undefined ? done : { ...done, shown }),
  ]);
  return isRecorded ? { sent: 'delivered' } : { sent: 'claimLost' };
}

/** A fresh message was entered as unclear before it was begun; of one drawn anew only its last look is in doubt. */
async function unclear(world: RemindersWorld, claim: Claim, sending: Sending): Promise<Sent> {
  const lost = sending.lost + 1;
  const { replaces } = sending.message;
  const isRecorded =
    replaces === undefined || (await record(world, claim, sending, { state: 'unclear', attempts: lost, messageId: replaces }));
  return isRecorded ? { sent: 'later', at: afterLostAnswers(world.clock.now(), lost) } : { sent: 'claimLost' };
}

/** Surely not sent: the entry made beforehand is taken back to the answers that were really lost. */
async function refused(
  world: RemindersWorld,
  claim: Claim,
  sending: Sending,
  retryAfterSeconds: number | undefined,
): Promise<Sent> {
  const isFresh = sending.message.replaces === undefined;
  if (isFresh && !(await record(world, claim, sending, { state: 'unclear', attempts: sending.lost })))
    return { sent: 'claimLost' };
  return { sent: 'later', at: afterRefusal(sending.dueAt, world.clock.now(), retryAfterSeconds) };
}

type Outcome = Omit<Delivery, 'caseId' | 'slot' | 'at'>;

/** False where the claim turns out to be lost: then none of it was entered. */
const record = (world: RemindersWorld, claim: Claim, sending: Sending, outcome: Outcome): Promise<boolean> =>
  world.register.recordDeliveries(claim, deliveriesOf(world, claim, slotsOf(sending), outcome));

const slotsOf = ({ slots, surface }: Sending): readonly string[] => (surface ? [...slots, surface.slot] : slots);

function deliveriesOf(
  { clock }: RemindersWorld,
  { caseId }: Claim,
  slots: readonly string[],
  outcome: Outcome,
): readonly Delivery[] {
  const at = clock.now();
  return slots.map((slot) => ({ ...outcome, caseId, slot, at }));
}
