import type { Addressee, Channel, Claim, Delivery } from '../ports.ts';
import { caseCard } from '../prompt/caseCard.ts';
import { personQuestion } from '../prompt/personQuestion.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { ERASED_TEXT } from '../register/erased.ts';
import type { Instant } from '../rules/instant.ts';
import { afterRefusal } from './backoff.ts';
import { inTime } from './inTime.ts';
import { isToldSlot, isTriedEnough, tellOffice } from './leftBehind.ts';
import type { CaseInTime } from './owed.ts';
import { isWithdrawn } from './owedAnnouncements.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { letRest, type Resting, restsUntil } from './resting.ts';
import { attemptSeconds, mayBegin } from './send.ts';
import { addresseeIn } from './slot.ts';

/** Nothing can be drawn anew in an archived channel; it may be opened again one day. */
const UNREACHABLE_AGAIN_SECONDS = 3600;

/** `again`: something could not be taken away yet, and may be tried from then on. */
export type Cleared =
  | { readonly done: 'claimLost'; readonly again?: undefined }
  | { readonly done: 'all' | 'some'; readonly again?: Instant };

/**
 * Takes away what the bot wrote and what was erased since: of an erased case every message, of an erased question the message that asked
 * it. What could not be taken away is tried again, for some days; then the office is told where a person has to remove it. At the end of
 * an erased case the addresses themselves are forgotten.
 */
export async function clearAway(
  world: RemindersWorld,
  claim: Claim,
  at: CaseInTime,
  recorded: readonly Delivery[],
  resting: Resting,
): Promise<Cleared> {
  const isGone = goneSlots(at);
  const theirs = recorded.filter(({ slot, messageId }) => messageId !== undefined && isGone(slot));
  const groups = [...Map.groupBy(theirs, ({ slot, messageId }) => `${addressed(slot)} ${messageId}`).values()];
  const waits: Instant[] = [];
  const left: Delivery[] = [];
  for (const group of groups) {
    const outcome = mayBegin(world, claim)
      ? await takeAway({ ...world, resting }, at, group)
      : ({ done: 'notTried', at: world.clock.now() } as const);
    if (outcome.done === 'taken') {
      if (!(await world.register.recordDeliveries(claim, group.map(withoutMessage)))) return { done: 'claimLost' };
    } else if (outcome.done === 'later' && isTriedEnough(at)) left.push(...group);
    else waits.push(outcome.at);
  }
  const given = await giveUp(world, claim, at, recorded, left);
  if (given === 'claimLost') return { done: 'claimLost' };
  const [again] = [...waits, ...given].toSorted();
  if (again !== undefined) return { done: 'some', again };
  if (at.record.status === 'erased' && recorded.length > 0) await world.register.forgetDeliveries(claim.caseId);
  return { done: 'all' };
}

/** Says where messages stay, and only then lets them go. When to try again, where that could not be said yet. */
async function giveUp(
  world: RemindersWorld,
  claim: Claim,
  at: CaseInTime,
  recorded: readonly Delivery[],
  left: readonly Delivery[],
): Promise<readonly Instant[] | 'claimLost'> {
  const leftOn = [...new Set(left.flatMap(({ slot }) => addresseeIn(slot)?.platform ?? []))];
  if (leftOn.length === 0) return [];
  const outcome = await tellOffice(world, claim, at, recorded, leftOn);
  if (outcome.told === 'later') return [outcome.again];
  if (outcome.told === 'claimLost') return 'claimLost';
  return (await world.register.recordDeliveries(claim, left.map(withoutMessage))) ? [] : 'claimLost';
}

/** Which slots stand for something that must not be read any more. */
function goneSlots({ record }: CaseInTime): (slot: string) => boolean {
  if (record.status === 'erased') return (slot) => !isToldSlot(slot);
  const erased = record.questions.filter(isWithdrawn).map(({ questionId }) => `question/${questionId}/`);
  return (slot) => erased.some((start) => slot.startsWith(start));
}

const addressed = (slot: string): string => {
  const to = addresseeIn(slot);
  return to === undefined ? '' : `${to.platform} ${to.kind} ${to.id}`;
};

const withoutMessage = ({ messageId: _, shown: __, ...delivery }: Delivery): Delivery => ({ ...delivery, state: 'overtaken' });

/** `notTried`: the platform rests, or the lease is nearly over; that says nothing of whether the message can be taken away. */
type Taken = { readonly done: 'taken' } | { readonly done: 'later' | 'notTried'; readonly at: Instant };
type RestedWorld = RemindersWorld & { readonly resting: Resting };
const taken: Taken = { done: 'taken' };

/** One message, whatever number of slots it stands for. */
async function takeAway(world: RestedWorld, at: CaseInTime, group: readonly Delivery[]): Promise<Taken> {
  const [first] = group;
  const to = first && addresseeIn(first.slot);
  if (first?.messageId === undefined || to === undefined) return taken;
  const channel = world.channels.find(({ platform }) => platform === to.platform);
  // A platform that is not connected may be so again tomorrow; until then the address is needed.
  if (channel === undefined) return later(world, first, undefined);
  const rest = restsUntil(world.resting, to, world.clock.now());
  if (rest !== undefined) return { done: 'notTried', at: rest };
  const { remove } = channel;
  if (remove === undefined) return drawErased(world, channel, at, group);
  const { messageId } = first;
  try {
    const result = await answered(world, to, () => remove({ to, messageId }));
    return result.result === 'removed' ? taken : later(world, first, result.retryAfterSeconds, to);
  } catch {
    return later(world, first, undefined);
  }
}

/** Throws where the platform gives no answer in time; it is then left alone. */
async function answered<T>(world: RestedWorld, to: Addressee, ask: () => Promise<T>): Promise<T> {
  const answer = await inTime(world.timer, attemptSeconds(world), ask);
  if (answer !== 'timeOver') return answer;
  const now = world.clock.now();
  letRest(world.resting, to, { at: now, rests: 'platform' }, now);
  throw new Error('The platform gives no answer.');
}

/** `limited`: for whom the platform asked to wait. */
function later(world: RestedWorld, { at: since }: Delivery, seconds: number | undefined, limited?: Addressee): Taken {
  const now = world.clock.now();
  const at = afterRefusal(since, now, seconds);
  if (limited !== undefined && seconds !== undefined) letRest(world.resting, limited, { at, rests: 'addressee' }, now);
  return { done: 'later', at };
}

/** Where nothing can be taken away, card and question are at least drawn anew without their text, and say what is to be removed by hand. */
async function drawErased(world: RestedWorld, channel: Channel, at: CaseInTime, group: readonly Delivery[]): Promise<Taken> {
  const redrawn = group.flatMap((delivery) => {
    const [to, prompt] = [addresseeIn(delivery.slot), promptInstead(world, at, delivery.slot)];
    return to && prompt && delivery.messageId !== undefined ? [{ to, prompt, replaces: delivery.messageId, delivery }] : [];
  })[0];
  if (redrawn === undefined) return taken;
  const { delivery, ...rest } = redrawn;
  const language = at.organisation.language;
  try {
    const message = { ...rest, key: `erased ${at.caseId}`, language, mayBeRepeated: false };
    const drawn = await answered(world, rest.to, () => channel.deliver(message));
    if (drawn.result === 'delivered' || drawn.result === 'gone') return taken;
    if (drawn.result === 'not-sent') return later(world, delivery, drawn.retryAfterSeconds, rest.to);
    return later(world, delivery, drawn.result === 'unreachable' ? UNREACHABLE_AGAIN_SECONDS : undefined);
  } catch {
    return later(world, delivery, undefined);
  }
}

/** The other messages hold no text of the case. */
function promptInstead(world: RemindersWorld, at: CaseInTime, slot: string): Prompt | undefined {
  const question = at.record.questions.find(({ questionId }) => slot.startsWith(`question/${questionId}/`));
  if (question) return personQuestion({ ...at, question: { ...question, text: ERASED_TEXT }, reminder: false });
  if (!slot.startsWith('card/')) return undefined;
  const keptOn = world.channels.filter(({ remove }) => remove === undefined).map(({ platform }) => platform);
  return caseCard({ ...at, asOf: at.record.movedAt, keptOn });
}
