// When a notice should go although it lacks something, and by when the rest should follow.
import { addHours, hoursBetween, type Instant } from '../rules/instant.ts';
import type { DutyState, NoticeState } from './breachCase.ts';
import { clockInForce } from './duties.ts';

/** So many hours before the last moment an undecided case is better notified incompletely than late. */
const INCOMPLETE_HOURS_BEFORE = 12;

/** When „send it incomplete now“ begins to be proposed (Art. 33(4) GDPR): T+60 h of 72; of a shorter period the same share. */
function incompleteFrom(duty: DutyState): Instant | undefined {
  const { startsAt, dueBy } = clockInForce(duty);
  if (duty.kind !== 'art33-1' || duty.end !== undefined || duty.status === 'not-owed' || dueBy === undefined) return undefined;
  return addHours(dueBy, -Math.min(INCOMPLETE_HOURS_BEFORE, hoursBetween(startsAt, dueBy) / 6));
}

/** From then on, while the notice is open and nobody found that none is owed. */
export function proposesIncomplete(duty: DutyState, now: Instant): boolean {
  const from = incompleteFrom(duty);
  return from !== undefined && now >= from;
}

/** What follows an incomplete notice is due without undue delay; 72 hours after it are a target of practice, no statutory limit. */
const FOLLOW_UP_TARGET_HOURS = 72;
export const followUpTarget = ({ sentAt }: Pick<NoticeState, 'sentAt'>): Instant => addHours(sentAt, FOLLOW_UP_TARGET_HOURS);

/** The target of an open follow-up; none where its law names a last moment (Art. 2(3) Reg. 611/2013). */
export function targetOf(duty: DutyState): Instant | undefined {
  const { startsAt, dueBy } = clockInForce(duty);
  const isOpen = duty.kind === 'art33-4' && duty.end === undefined && duty.status !== 'not-owed';
  return isOpen && dueBy === undefined ? followUpTarget({ sentAt: startsAt }) : undefined;
}
