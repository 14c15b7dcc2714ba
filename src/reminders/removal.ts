import type { Channel, Claim, Delivery } from '../ports.ts';
import { caseCard } from '../prompt/caseCard.ts';
import { personQuestion } from '../prompt/personQuestion.ts';
import type { Prompt } from '../prompt/prompt.ts';
import { ERASED_TEXT } from '../register/erased.ts';
import type { Instant } from '../rules/instant.ts';
import { afterRefusal } from './backoff.ts';
import { isToldSlot, isTriedEnough, tellOffice } from './leftBehind.ts';
import type { CaseInTime } from './owed.ts';
import { isWithdrawn } from './owedAnnouncements.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { addresseeIn } from './slot.ts';

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
): Promise<Cleared> {
  const isGone = goneSlots(at);
  const theirs = recorded.filter(({ slot, messageId }) => messageId !== undefined && isGone(slot));
  const groups = [...Map.groupBy(theirs, ({ slot, messageId }) => `${addressed(slot)} ${messageId}`).values()];
  const waits: Instant[] = [];
  const left: Delivery[] = [];
  for (const group of groups) {
    const outcome = await takeAway(world, at, group);
    if (outcome.done === 'taken') {
      if (!(await world.register.recordDeliveries(claim, group.map(withoutMessage)))) return { done: 'claimLost' };
    } else if (isTriedEnough(at)) left.push(...group);
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

type Taken = { readonly done: 'taken' } | { readonly done: 'later'; readonly at: Instant };
const taken: Taken = { done: 'taken' };

/** One message, whatever number of slots it stands for. */
async function takeAway(world: RemindersWorld, at: CaseInTime, group: readonly Delivery[]): Promise<Taken> {
  const [first] = group;
  const to = first && addresseeIn(first.slot);
  if (first?.messageId === undefined || to === undefined) return taken;
  const channel = world.channels.find(({ platform }) => platform === to.platform);
  // A platform that is not connected may be so again tomorrow; until then the address is needed.
  if (channel === undefined) return later(world, first, undefined);
  if (channel.remove === undefined) return drawErased(world, channel, at, group);
  try {
    const result = await channel.remove({ to, messageId: first.messageId });
    return result.result === 'removed' ? taken : later(world, first, result.retryAfterSeconds);
  } catch {
    return later(world, first, undefined);
  }
}

const later = ({ clock }: RemindersWorld, { at }: Delivery, retryAfterSeconds: number | undefined): Taken => ({
  done: 'later',
  at: afterRefusal(at, clock.now(), retryAfterSeconds),
});

/** Where nothing can be taken away, card and question are at least drawn anew without their text, and say what is to be removed by hand. */
async function drawErased(world: RemindersWorld, channel: Channel, at: CaseInTime, group: readonly Delivery[]): Promise<Taken> {
  const redrawn = group.flatMap((delivery) => {
    const [to, prompt] = [addresseeIn(delivery.slot), promptInstead(world, at, delivery.slot)];
    return to && prompt && delivery.messageId !== undefined ? [{ to, prompt, replaces: delivery.messageId, delivery }] : [];
  })[0];
  if (redrawn === undefined) return taken;
  const { delivery, ...rest } = redrawn;
  const language = at.organisation.language;
  try {
    const { result } = await channel.deliver({ ...rest, key: `erased ${at.caseId}`, language, mayBeRepeated: false });
    return result === 'delivered' || result === 'gone' ? taken : later(world, delivery, undefined);
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
