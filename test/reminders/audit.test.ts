import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/ports.ts';
import { audit, type AuditedCase } from '../../src/reminders/audit.ts';
import { nextChange } from '../../src/reminders/nextChange.ts';
import { owed } from '../../src/reminders/owed.ts';
import { addHours, type Instant } from '../../src/rules/instant.ts';
import { randomEvents, randomHours } from './randomCase.ts';
import { assessed, caseAt, dora, hours, notified, organisation, reported, reportedAt, theCase } from './sampleCase.ts';

const opened = [reported, assessed(reportedAt, { kind: 'art33-1' })];

/** A case of which everything owed by `now` was delivered and which is looked at again in time. */
function wellServed(events: Parameters<typeof caseAt>[1], now: Instant): AuditedCase {
  const at = caseAt(now, events);
  const deliveries = owed(at).map(({ slot }): Delivery => ({ caseId: theCase, slot, state: 'sent', at: now, attempts: 1 }));
  return { ...at, deliveries, nextDueAt: nextChange(at) };
}

describe('the audit', () => {
  it('finds nothing where everything is as it should be', () => {
    expect(audit([wellServed(opened, hours(49))], hours(49))).toEqual([]);
  });

  it('finds a reminder that was not delivered ten minutes after it fell due, and not before', () => {
    const case1 = { ...wellServed(opened, hours(47)), nextDueAt: hours(47) };
    const slot = 'reminder/art33-1:muster:de-nw/clock-1/48h/desk:channel:office';
    expect(audit([case1], addHours(hours(48), 10 / 60))).toEqual([]);
    expect(audit([case1], addHours(hours(48), 11 / 60))).toContainEqual({
      finding: 'deliveryLate',
      caseId: theCase,
      slot,
      dueAt: hours(48),
    });
  });

  it('takes an unclear answer for what it is: not delivered', () => {
    const served = wellServed(opened, hours(48));
    const deliveries = served.deliveries.map((delivery) =>
      delivery.slot.startsWith('reminder/') && delivery.slot.includes('/48h/')
        ? { ...delivery, state: 'unclear' as const }
        : delivery,
    );
    expect(audit([{ ...served, deliveries }], hours(49)).filter(({ finding }) => finding === 'deliveryLate')).toHaveLength(2);
  });

  it('finds a case that the register would look at too late, or never', () => {
    const served = wellServed(opened, hours(49));
    const missing = { finding: 'lookMissing', caseId: theCase, neededAt: nextChange(caseAt(hours(49), opened)) };
    expect(audit([{ ...served, nextDueAt: undefined }], hours(49))).toEqual([missing]);
    expect(audit([{ ...served, nextDueAt: hours(52) }], hours(49))).toEqual([missing]);
  });

  it('finds a case of which nobody can be told', () => {
    const alone = { ...wellServed(opened, hours(1)), organisation: { ...organisation, persons: [], channels: {} } };
    expect(audit([alone], hours(1)).map(({ finding }) => finding)).toEqual(['nobodyToTell', 'dutySilent']);
  });

  it('has nothing to say of a closed case that is looked at again before its retention ends', () => {
    const closed = [...opened, notified(hours(2)), { type: 'CaseClosed', at: hours(3), by: dora, note: '' } as const];
    expect(audit([wellServed(closed, hours(4))], hours(500))).toEqual([]);
    const forgotten = audit([{ ...wellServed(closed, hours(4)), nextDueAt: undefined }], hours(500));
    expect(forgotten.map(({ finding }) => finding)).toEqual(['lookMissing']);
  });

  it('finds every open duty spoken for, in any case at any time', () => {
    fc.assert(
      fc.property(randomEvents, randomHours, (events, after) => {
        const served = wellServed(
          [...events, { type: 'PersonReadmitted', at: hours(300), by: dora, person: dora, reasons: 'x' }],
          hours(after),
        );
        expect(audit([served], hours(after))).toEqual([]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
