import type { Channel, Claim, Delivery, DeliveryResult, OutgoingMessage } from '../ports.ts';
import type { Instant } from '../rules/instant.ts';
import { afterLostAnswers, afterRefusal } from './backoff.ts';
import { inTime } from './inTime.ts';
import type { Sending } from './plan.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { lostReach, regainedReach } from './unreachable.ts';

/**
 * `found`: an earlier attempt had arrived after all, and nothing was sent. `unreachable`, `regained`: recorded of the reader, so that what
 * is owed differs now. `later`: not before `at`; `rests` names who is to be left alone: the platform that gives no answer, or the addressee
 * for whom it asked to wait until then.
 * `changed`: the case moved on before the message was begun. `tooLate`: so did the lease. `claimLost`: another worker has the case now,
 * and nothing more may be done.
 */
export type Sent =
  | { readonly sent: 'delivered' | 'found' | 'regained' | 'unreachable' | 'changed' | 'tooLate' | 'claimLost' }
  | { readonly sent: 'later'; readonly at: Instant; readonly unclear: boolean; readonly rests?: 'platform' | 'addressee' };

/** Looked at once more just before the message leaves. */
export type LastLook = () => Promise<'asRead' | 'changed'>;

/** For what has no entries of its own, or cannot be read. */
const nothingMoves: LastLook = async () => 'asRead';

/** A look for a lost message and two attempts fit between the half and the end of a lease. */
const PARTS_OF_LEASE = 8;
const ATTEMPT_SECONDS_AT_MOST = 10;
const MS_PER_SECOND = 1000;

/** How long a platform may take to answer. */
export const attemptSeconds = ({ leaseSeconds }: Pick<RemindersWorld, 'leaseSeconds'>): number =>
  Math.min(ATTEMPT_SECONDS_AT_MOST, leaseSeconds / PARTS_OF_LEASE);

/** Whether so much of the lease is left that a message may be begun. */
export const mayBegin = ({ clock, leaseSeconds }: RemindersWorld, { leaseUntil }: Claim): boolean =>
  (Date.parse(leaseUntil) - Date.parse(clock.now())) * 2 >= leaseSeconds * MS_PER_SECOND;

/**
 * Sends one message once and records what became of it. What would stand there twice if it were sent again is entered as
 * unclear before it is begun, so that a crash between posting and recording leaves a marked repetition and never a silent double.
 * Where the platform lets the bot look, an attempt whose answer was lost is looked for first.
 */
export async function send(
  world: RemindersWorld,
  claim: Claim,
  sending: Sending,
  lastLook: LastLook = nothingMoves,
): Promise<Sent> {
  const found = await findLost(world, sending);
  if (found !== undefined) return recordFound(world, claim, sending, found);
  const isFresh = sending.message.replaces === undefined;
  if (isFresh && !(await record(world, claim, sending, { state: 'unclear', attempts: sending.lost + 1 })))
    return { sent: 'claimLost' };
  const looked = await lastLook();
  // Nothing is awaited between these looks and the attempt: a machine that slept meanwhile begins nothing stale.
  if (looked === 'changed') return takenBack(world, claim, sending, { sent: 'changed' });
  if (!mayBegin(world, claim)) return takenBack(world, claim, sending, { sent: 'tooLate' });
  return settled(world, claim, sending, lastLook, await attempt(world, sending.message));
}

function settled(world: RemindersWorld, claim: Claim, sending: Sending, lastLook: LastLook, result: Attempted): Promise<Sent> {
  switch (result.result) {
    case 'delivered':
      return delivered(world, claim, sending, result.messageId);
    case 'timeOver':
      return unclear(world, claim, sending, 'platform');
    case 'unclear':
      return unclear(world, claim, sending);
    case 'not-sent':
      return refused(world, claim, sending, result.retryAfterSeconds);
    case 'unreachable':
      return unreachable(world, claim, sending);
    case 'gone':
      return sending.message.replaces === undefined
        ? refused(world, claim, sending, undefined)
        : send(world, claim, { ...sending, message: afresh(sending.message) }, lastLook);
  }
}

type Attempted = DeliveryResult | { readonly result: 'timeOver' };

/** A platform that throws, or does not answer in time, has said nothing: it may have taken the message or not. */
async function attempt(world: RemindersWorld, message: OutgoingMessage): Promise<Attempted> {
  const channel = channelFor(world, message);
  if (channel === undefined) return { result: 'not-sent' };
  try {
    const result = await inTime(world.timer, attemptSeconds(world), async () => channel.deliver(message));
    return result === 'timeOver' ? { result: 'timeOver' } : result;
  } catch {
    return { result: 'unclear' };
  }
}

const channelFor = ({ channels }: RemindersWorld, { to }: OutgoingMessage): Channel | undefined =>
  channels.find(({ platform }) => platform === to.platform);

/**
 * The id under which the lost message stands there; nothing where it does not, or nobody can say. It is then repeated with the mark even
 * so: what hung on a machine that slept may still arrive.
 */
async function findLost(world: RemindersWorld, { message, lostMessage }: Sending): Promise<string | undefined> {
  const channel = channelFor(world, message);
  if (lostMessage === undefined || channel?.find === undefined) return undefined;
  const { find } = channel;
  const sought = { to: message.to, key: lostMessage.key, ...(message.thread === undefined ? {} : { thread: message.thread }) };
  try {
    const looked = await inTime(world.timer, attemptSeconds(world), async () => find(sought));
    return looked !== 'timeOver' && looked.result === 'found' ? looked.messageId : undefined;
  } catch {
    return undefined;
  }
}

/** What it showed is not known any more, so a surface is drawn anew in its place. */
async function recordFound(world: RemindersWorld, claim: Claim, sending: Sending, messageId: string): Promise<Sent> {
  const isRecorded = await world.register.recordDeliveries(claim, [
    ...deliveriesOf(world, claim, sending.overtaken, { state: 'overtaken', attempts: 0, messageId }),
    ...deliveriesOf(world, claim, sending.lostMessage?.slots ?? [], { state: 'sent', attempts: sending.lost, messageId }),
    ...regained(world, claim, sending),
  ]);
  return { sent: isRecorded ? 'found' : 'claimLost' };
}

function afresh({ replaces: _, ...message }: OutgoingMessage): OutgoingMessage {
  return { ...message, mayBeRepeated: false };
}

/** In one write with what it overtakes: once the message itself is entered, nobody looks behind it any more. */
async function delivered(world: RemindersWorld, claim: Claim, sending: Sending, messageId: string): Promise<Sent> {
  const shown = sending.surface?.shown;
  const done = { state: 'sent', attempts: sending.lost + 1, messageId } as const;
  const back = regained(world, claim, sending);
  const isRecorded = await world.register.recordDeliveries(claim, [
    ...deliveriesOf(world, claim, sending.overtaken, { state: 'overtaken', attempts: 0, messageId }),
    ...deliveriesOf(world, claim, slotsOf(sending), shown === undefined ? done : { ...done, shown }),
    ...back,
  ]);
  if (!isRecorded) return { sent: 'claimLost' };
  return { sent: back.length === 0 ? 'delivered' : 'regained' };
}

const regained = ({ clock }: RemindersWorld, { caseId }: Claim, { message, reach }: Sending): readonly Delivery[] =>
  regainedReach(message.to, reach, clock.now()).map((back) => ({ ...back, caseId }));

/** A fresh message was entered as unclear before it was begun; of one drawn anew only its last look is in doubt. */
async function unclear(world: RemindersWorld, claim: Claim, sending: Sending, rests?: 'platform'): Promise<Sent> {
  const lost = sending.lost + 1;
  const { replaces } = sending.message;
  const isRecorded =
    replaces === undefined || (await record(world, claim, sending, { state: 'unclear', attempts: lost, messageId: replaces }));
  if (!isRecorded) return { sent: 'claimLost' };
  return { sent: 'later', at: afterLostAnswers(world.clock.now(), lost), unclear: true, ...(rests && { rests }) };
}

/** Surely not sent: the entry made beforehand is taken back to the answers that were really lost. */
function refused(world: RemindersWorld, claim: Claim, sending: Sending, retryAfterSeconds: number | undefined): Promise<Sent> {
  const at = afterRefusal(sending.dueAt, world.clock.now(), retryAfterSeconds);
  const rests = retryAfterSeconds === undefined ? {} : ({ rests: 'addressee' } as const);
  return takenBack(world, claim, sending, { sent: 'later', at, unclear: false, ...rests });
}

async function takenBack(world: RemindersWorld, claim: Claim, sending: Sending, outcome: Sent): Promise<Sent> {
  const isFresh = sending.message.replaces === undefined;
  const isOurs = !isFresh || (await record(world, claim, sending, { state: 'unclear', attempts: sending.lost }));
  return isOurs ? outcome : { sent: 'claimLost' };
}

/** In one write with what is taken back, and told to those who run the bot when it is news. */
async function unreachable(world: RemindersWorld, claim: Claim, sending: Sending): Promise<Sent> {
  const { message, reach } = sending;
  const lost = { ...lostReach(message.to, reach, world.clock.now()), caseId: claim.caseId };
  const isFresh = message.replaces === undefined;
  const back = isFresh ? deliveriesOf(world, claim, slotsOf(sending), { state: 'unclear', attempts: sending.lost }) : [];
  if (!(await world.register.recordDeliveries(claim, [...back, lost]))) return { sent: 'claimLost' };
  if (reach?.state !== 'unreachable') world.alarm({ caseId: claim.caseId, what: 'unreachable' });
  return { sent: 'unreachable' };
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
