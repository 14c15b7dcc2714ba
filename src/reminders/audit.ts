import { openDuties } from '../breach/duties.ts';
import type { DutyId } from '../breach/events.ts';
import type { CaseId } from '../breach/identifiers.ts';
import type { Delivery } from '../ports.ts';
import { hoursBetween, type Instant } from '../rules/instant.ts';
import { officeReaders } from './addressees.ts';
import { nextChange } from './nextChange.ts';
import { owed } from './owed.ts';
import { type Announcement, announcements, type CaseKnown } from './owedAnnouncements.ts';
import { latestDue, nextDue } from './stepSeries.ts';
import { slotName } from './slot.ts';

/** A case as the register has it: its state, what was delivered, and when it is looked at next. */
export type AuditedCase = CaseKnown & { readonly deliveries: readonly Delivery[]; readonly nextDueAt: Instant | undefined };

export type Finding =
  /** An open duty has neither a reminder owed now nor one to come. */
  | { readonly finding: 'dutySilent'; readonly caseId: CaseId; readonly duty: DutyId }
  /** Nobody who is reminded of this case can be reached on a connected platform. */
  | { readonly finding: 'nobodyToTell'; readonly caseId: CaseId }
  /** Something is owed for longer than it may be and was neither delivered nor overtaken. */
  | { readonly finding: 'deliveryLate'; readonly caseId: CaseId; readonly slot: string; readonly dueAt: Instant }
  /** The register would look at the case too late, or never. */
  | { readonly finding: 'lookMissing'; readonly caseId: CaseId; readonly neededAt: Instant };

const LATE_HOURS = 10 / 60;

/** Checks the promise from outside the machinery that keeps it: nothing is silent, nothing is late, nobody is forgotten. */
export const audit = (cases: readonly AuditedCase[], now: Instant): readonly Finding[] =>
  cases.flatMap((audited) => [
    ...nobodyToTell(audited),
    ...silentDuties(audited, now),
    ...lateDeliveries(audited, now),
    ...missingLook(audited, now),
  ]);

function nobodyToTell(audited: AuditedCase): readonly Finding[] {
  const { caseId, record } = audited;
  return record.status === 'open' && officeReaders(audited).length === 0 ? [{ finding: 'nobodyToTell', caseId }] : [];
}

function silentDuties(audited: AuditedCase, now: Instant): readonly Finding[] {
  const { caseId, record, deliveries } = audited;
  if (record.status !== 'open') return [];
  // That others are told keeps nobody's duty alive: the reminders themselves must go on.
  const reminding = announcements({ ...audited, now }).filter(({ slots }) => slots.purpose !== 'escalation');
  return openDuties(record)
    .filter(
      ({ id }) => !reminding.some((announcement) => announcement.slots.about === id && speaks(announcement, deliveries, now)),
    )
    .map(({ id }) => ({ finding: 'dutySilent', caseId, duty: id }));
}

function speaks({ slots, steps }: Announcement, deliveries: readonly Delivery[], now: Instant): boolean {
  const step = latestDue(steps, now);
  const isOwed = step !== undefined && !isDone(slotName(slots, step.name), deliveries);
  return isOwed || nextDue(steps, now) !== undefined;
}

const isDone = (slot: string, deliveries: readonly Delivery[]): boolean =>
  deliveries.some((delivery) => delivery.slot === slot && delivery.state !== 'unclear');

const lateDeliveries = (audited: AuditedCase, now: Instant): readonly Finding[] =>
  owed({ ...audited, now })
    .filter(
      ({ kind, slot, dueAt }) =>
        kind === 'announcement' && hoursBetween(dueAt, now) > LATE_HOURS && !isDone(slot, audited.deliveries),
    )
    .map(({ slot, dueAt }) => ({ finding: 'deliveryLate', caseId: audited.caseId, slot, dueAt }));

/** Reckoned from now, the case must be looked at again when something changes, or before. */
function missingLook(audited: AuditedCase, now: Instant): readonly Finding[] {
  const { caseId, nextDueAt } = audited;
  const neededAt = nextChange({ ...audited, now });
  const isInTime = neededAt === undefined || (nextDueAt !== undefined && nextDueAt <= neededAt);
  return isInTime ? [] : [{ finding: 'lookMissing', caseId, neededAt }];
}
