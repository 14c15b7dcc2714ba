import type { CaseRecord } from '../breach/breachCase.ts';
import type { Platform } from '../organisation.ts';
import { type Claim, type Delivery } from '../ports.ts';
import { caseCard } from '../prompt/caseCard.ts';
import { addHours, type Instant } from '../rules/instant.ts';
import { channelReaders, officeReaders, type Reader } from './addressees.ts';
import { afterLostAnswers } from './backoff.ts';
import { digest } from './fingerprint.ts';
import type { CaseInTime } from './owed.ts';
import type { RemindersWorld } from './remindersWorld.ts';
import { send } from './send.ts';
import { addresseeName } from './slot.ts';

/** So long the bot tries to take its messages away: a platform may be down, or not connected for some days. */
const TRIED_FOR_HOURS = 7 * 24;
/** With nobody to tell, it is looked at again so much later. */
const NOBODY_AGAIN_HOURS = 24;

const TOLD = 'leftBehind/';

/** What was told of messages that stayed; it holds nothing of the case, and is not taken away itself. */
export const isToldSlot = (slot: string): boolean => slot.startsWith(TOLD);

/** The last erasure, from which on the trying counts. */
const erasedAt = ({ status, movedAt, erasedTexts }: CaseRecord): Instant | undefined =>
  status === 'erased'
    ? movedAt
    : erasedTexts
        .map(({ at }) => at)
        .toSorted()
        .at(-1);

/** Whether it was tried for long enough: from then on only a person can take away what is still there. */
export function isTriedEnough(at: CaseInTime): boolean {
  const since = erasedAt(at.record);
  return since !== undefined && addHours(since, TRIED_FOR_HOURS) <= at.now;
}

export type ToldOffice =
  | { readonly told: 'everybody' | 'claimLost' }
  /** Somebody could not be told yet. */
  | { readonly told: 'later'; readonly again: Instant };

/** Tells the office once on which platforms messages stayed that somebody has to remove by hand. */
export async function tellOffice(
  world: RemindersWorld,
  claim: Claim,
  at: CaseInTime,
  recorded: readonly Delivery[],
  leftOn: readonly Platform[],
): Promise<ToldOffice> {
  const readers = readersOf(at);
  if (readers.length === 0) return { told: 'later', again: addHours(at.now, NOBODY_AGAIN_HOURS) };
  const waits: Instant[] = [];
  for (const reader of readers) {
    const told = await tell(world, claim, at, recorded, leftOn, reader);
    if (told === 'claimLost') return { told: 'claimLost' };
    if (told !== 'told') waits.push(told);
  }
  const [again] = waits.toSorted();
  return again === undefined ? { told: 'everybody' } : { told: 'later', again };
}

/** The channels of the office; only where there is none, its people. Who was excluded is not known any more once a case is erased. */
function readersOf(at: CaseInTime): readonly Reader[] {
  const channels = channelReaders(at);
  return channels.length > 0 ? channels : officeReaders(at);
}

async function tell(
  world: RemindersWorld,
  claim: Claim,
  at: CaseInTime,
  recorded: readonly Delivery[],
  leftOn: readonly Platform[],
  { to, language }: Reader,
): Promise<'told' | 'claimLost' | Instant> {
  const slot = `${TOLD}${erasedAt(at.record) ?? ''}/${[...leftOn].toSorted().join('+')}/${addresseeName(to)}`;
  const before = recorded.find((delivery) => delivery.slot === slot);
  if (before?.state === 'sent') return 'told';
  const lost = before?.attempts ?? 0;
  const notBefore = before && lost > 0 ? afterLostAnswers(before.at, lost) : at.now;
  if (notBefore > at.now) return notBefore;
  const prompt = caseCard({ ...at, asOf: at.now, leftOn });
  const message = { to, key: digest(`${at.caseId}\n${slot}`), prompt, language, mayBeRepeated: lost > 0 };
  const sent = await send(world, claim, { message, slots: [slot], overtaken: [], dueAt: erasedAt(at.record) ?? at.now, lost });
  if (sent.sent === 'later') return sent.at;
  return sent.sent === 'delivered' ? 'told' : 'claimLost';
}
