import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import { type PersonId, personId } from '../../src/breach/identifiers.ts';
import type { Absence, Organisation } from '../../src/organisation.ts';
import type { Delivery } from '../../src/ports.ts';
import { audit } from '../../src/reminders/audit.ts';
import { nextChange } from '../../src/reminders/nextChange.ts';
import { type CaseInTime, type OwedAnnouncement, owed } from '../../src/reminders/owed.ts';
import { plan } from '../../src/reminders/plan.ts';
import type { Instant } from '../../src/rules/instant.ts';
import { assessed, caseAt, dirk, dora, hours, organisation, reported, reportedAt, theCase } from './sampleCase.ts';

const udo = personId('udo');
const staffed: Organisation = {
  ...organisation,
  persons: [
    ...organisation.persons,
    { id: personId('mara'), name: 'Mara', roles: ['management'], language: 'de', accounts: { desk: 'mara-desk' } },
    { id: personId('dino'), name: 'Dino', roles: ['decider'], language: 'de', accounts: { desk: 'dino-desk' } },
  ],
};
const opened: readonly BreachEvent[] = [reported, assessed(reportedAt, { kind: 'art33-1' })];
const away = (person: PersonId, from: number, until: number): Absence => ({ person, from: hours(from), until: hours(until) });

const at = (now: Instant, absences: readonly Absence[], events = opened): CaseInTime =>
  caseAt(now, events, { organisation: staffed, absences });
const owedTo = (id: string, known: CaseInTime): readonly OwedAnnouncement[] =>
  owed(known)
    .filter((one) => one.kind === 'announcement')
    .filter(({ to }) => to.id === id);
const remindersTo = (id: string, known: CaseInTime): readonly string[] =>
  owedTo(id, known).flatMap(({ slot }) => (slot.startsWith('reminder/') ? [slot.split('/')[3] ?? ''] : []));

describe('an officer who is away', () => {
  const absent = [away(dora, 10, 50)];

  it('is told until then, and not while away', () => {
    expect(remindersTo('dora-desk', at(hours(9), absent))).toEqual(['at-once']);
    expect(remindersTo('dora-desk', at(hours(24), absent))).toEqual([]);
    expect(owedTo('dora-desk', at(hours(24), absent))).toEqual([]);
  });

  it('hands the reminders over to the deputy at once, and only for that time', () => {
    expect(remindersTo('udo-desk', at(hours(9), absent))).toEqual([]);
    expect(owedTo('udo-desk', at(hours(10), absent)).map(({ slot, dueAt }) => [slot.split('/')[0], dueAt])).toEqual([
      ['reminder', hours(10)],
    ]);
    expect(remindersTo('udo-desk', at(hours(24), absent))).toEqual(['24h']);
    expect(remindersTo('udo-desk', at(hours(50), absent))).toEqual([]);
  });

  it('is not announced to the deputy as new when it is not', () => {
    const first = owedTo('udo-desk', at(hours(10), absent))[0]!;
    expect(first.prompt).toMatchObject({ kind: 'reminder', purpose: 'step' });
    expect(plan(theCase, [first], []).sendings[0]?.message.prompt).toMatchObject({ overtaken: 0 });
  });

  it('is told after the return what fell due meanwhile, as one message that reproaches nothing', () => {
    const told: readonly Delivery[] = owedTo('dora-desk', at(hours(9), absent)).map(({ slot }) => ({
      ...{ caseId: theCase, slot, state: 'sent', at: reportedAt, attempts: 1, messageId: 'm1' },
    }));
    const back = owedTo('dora-desk', at(hours(50), absent));
    expect(remindersTo('dora-desk', at(hours(50), absent))).toEqual(['48h']);
    const { sendings, more } = plan(theCase, back, told);
    expect(sendings).toHaveLength(1);
    expect(more).toBe(false);
    expect(sendings[0]?.message.prompt).toMatchObject({ kind: 'reminder', overtaken: 0 });
    expect(sendings[0]?.dueAt).toBe(hours(50));
  });

  it('changes nothing for the channel', () => {
    expect(remindersTo('office', at(hours(24), absent))).toEqual(remindersTo('office', at(hours(24), [])));
  });

  it('is looked at again when they leave and when they come back', () => {
    expect(nextChange(at(hours(9.9), absent))! <= hours(10)).toBe(true);
    expect(nextChange(at(hours(49.95), absent))! <= hours(50)).toBe(true);
  });
});

describe('the second officer', () => {
  it('is enough: the deputy is left in peace', () => {
    const two: Organisation = {
      ...staffed,
      persons: [...staffed.persons, { id: personId('doro'), name: 'Doro', roles: ['dpo'], accounts: { desk: 'doro-desk' } }],
    };
    const known = caseAt(hours(12), opened, { organisation: two, absences: [away(dora, 10, 50)] });
    expect(remindersTo('doro-desk', known)).toEqual(['at-once']);
    expect(remindersTo('udo-desk', known)).toEqual([]);
  });
});

describe('everybody of the office away', () => {
  const absent = [away(dora, 10, 50), away(udo, 12, 40)];

  it('everybody is told as if they were there', () => {
    expect(remindersTo('dora-desk', at(hours(24), absent))).toEqual(['24h']);
    expect(remindersTo('udo-desk', at(hours(24), absent))).toEqual(['24h']);
  });

  it('management is told at once, and of number, duty and time alone', () => {
    expect(owedTo('mara-desk', at(hours(11), absent))).toEqual([]);
    const [told] = owedTo('mara-desk', at(hours(12), absent));
    expect(told?.prompt).toMatchObject({ kind: 'escalation', because: 'nobodyThere' });
    expect(told?.dueAt).toBe(hours(12));
  });

  it('a deputy’s stage goes to management at once', () => {
    expect(owedTo('mara-desk', at(hours(24), absent)).map(({ slot }) => slot.split('/').at(-2))).toContain('deputy-quiet-24h');
  });
});

describe('a decider who is away', () => {
  const waiting: readonly BreachEvent[] = [
    ...opened,
    {
      ...{ type: 'DecisionRecorded', at: hours(1), by: dora, decisionId: 'd-1', counts: false },
      decision: { kind: 'no-breach', againstAssessment: true },
      ...{ reasons: 'x', decidedBy: 'x', dpoAdvice: '' },
    },
  ];
  const asked = (absences: readonly Absence[]): readonly string[] =>
    owed(at(hours(3), absences, waiting)).flatMap(({ slot, to }) => (slot.startsWith('confirmation/') ? [to.id] : []));

  it('leaves the confirmation to the others', () => {
    expect(asked([])).toEqual(['dirk-desk', 'dino-desk']);
    expect(asked([away(dirk, 2, 50)])).toEqual(['dino-desk']);
  });
  it('is asked anyway where no other is there', () => {
    expect(asked([away(dirk, 2, 50), away(personId('dino'), 0, 30)])).toEqual(['dirk-desk', 'dino-desk']);
  });
});

describe('whoever is away', () => {
  const persons = ['dora', 'udo', 'dirk', 'mara', 'dino'].map(personId);
  const absences = fc.array(
    fc
      .record({
        person: fc.constantFrom(...persons),
        from: fc.integer({ min: 0, max: 200 }),
        length: fc.integer({ min: 1, max: 100 }),
      })
      .map(({ person, from, length }) => away(person, from, from + length)),
    { maxLength: 6 },
  );

  it('never makes an open duty silent: a person and the channel are told of each step', () => {
    fc.assert(
      fc.property(absences, fc.integer({ min: 0, max: 300 * 60 }), (absent, minutes) => {
        const known = at(hours(minutes / 60), absent);
        const reminded = owed(known).filter(({ slot }) => slot.startsWith('reminder/'));
        expect(reminded.some(({ to }) => to.kind === 'channel')).toBe(true);
        expect(reminded.some(({ to }) => to.kind === 'person')).toBe(true);
        const next = nextChange(known)!;
        expect(audit([{ ...known, deliveries: [], nextDueAt: next }], known.now).map(({ finding }) => finding)).not.toContain(
          'dutySilent',
        );
        expect(audit([{ ...known, deliveries: [], nextDueAt: next }], known.now).map(({ finding }) => finding)).not.toContain(
          'lookMissing',
        );
      }),
      { seed: 20260327, numRuns: 500 },
    );
  });
});
