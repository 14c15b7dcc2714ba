import type { Channel, Claim, Delivery } from '../ports.ts';
import { caseCard } from '../prompt/caseCard.ts';
import { ERASED_TEXT } from '../register/erased.ts';
import type { Instant } from '../rules/instant.ts';
import { afterRefusal } from './backoff.ts';
import type { CaseInTime } from './owed.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { addresseeIn } from './slot.ts';

/** `again`: something could not be taken away yet, and may be tried from then on. */
export type Cleared =
  | { readonly done: 'claimLost'; readonly again?: undefined }
  | { readonly done: 'all' | 'some'; readonly again?: Instant };

/**
 * Takes away what the bot wrote and what was erased since: of an erased case every message, of an erased question the message that asked
 * it. What could not be taken away is tried again; at the end of an erased case the addresses themselves are forgotten.
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
  let again: Instant | undefined;
  for (const group of groups) {
    const outcome = await takeAway(world, at, group);
    if (outcome.done === 'later') again = again === undefined || outcome.at < again ? outcome.at : again;
    else if (!(await world.register.recordDeliveries(claim, group.map(withoutMessage)))) return { done: 'claimLost' };
  }
  if (again !== undefined) return { done: 'some', again };
  if (at.record.status === 'erased' && recorded.length > 0) await world.register.forgetDeliveries(claim.caseId);
  return { done: 'all' };
}

/** Which slots stand for something that must not be read any more. */
function goneSlots({ record }: CaseInTime): (slot: string) => boolean {
  if (record.status === 'erased') return () => true;
  const erased = record.questions.filter(({ text }) => text === ERASED_TEXT).map(({ questionId }) => `question/${questionId}/`);
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

/** Where nothing can be taken away, the card at least says that the content is gone, and what is to be removed by hand. */
async function drawErased(world: RemindersWorld, channel: Channel, at: CaseInTime, group: readonly Delivery[]): Promise<Taken> {
  const [first] = group;
  const card = group.find(({ slot }) => slot.startsWith('card/'));
  const to = card && addresseeIn(card.slot);
  if (first === undefined || card?.messageId === undefined || to === undefined || at.record.status !== 'erased') return taken;
  const keptOn = world.channels.filter(({ remove }) => remove === undefined).map(({ platform }) => platform);
  const message = {
    ...{ to, key: `erased ${at.caseId}`, language: at.organisation.language, replaces: card.messageId, mayBeRepeated: false },
    prompt: caseCard({ ...at, asOf: at.record.movedAt, keptOn }),
  };
  try {
    const { result } = await channel.deliver(message);
    return result === 'delivered' || result === 'gone' ? taken : later(world, first, undefined);
  } catch {
    return later(world, first, undefined);
  }
}
