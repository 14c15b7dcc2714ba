import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDuties } from '../../src/breach/duties.ts';
import { fingerprint } from '../../src/reminders/fingerprint.ts';
import { nextChange } from '../../src/reminders/nextChange.ts';
import { type CaseInTime, owed } from '../../src/reminders/owed.ts';
import { addHours, type Instant, instant, isBefore } from '../../src/rules/instant.ts';
import { acknowledged, assessed, caseAt, dora, hours, notified, organisation, reported, reportedAt } from './sampleCase.ts';
import { randomEvents, randomHours } from './randomCase.ts';

const opened = [reported, assessed(reportedAt, { kind: 'art33-1' })];
const justBefore = (moment: Instant): Instant => instant(new Date(Date.parse(moment) - 1).toISOString());
const shown = (at: CaseInTime): readonly string[] =>
  owed(at).map(({ slot, dueAt, prompt, language }) => `${slot} ${dueAt} ${fingerprint(prompt, language)}`);
const seeded = { seed: 20_260_327, numRuns: 400 };

describe('the moment at which something changes', () => {
  it.each([
    ['on the hour the card is redrawn', hours(0), '2026-03-27T17:00:00.000Z'],
    ['in the last six hours every quarter', hours(67), '2026-03-30T11:45:00.000Z'],
    ['six hours before the deadline the quarters begin', instant('2026-03-30T10:39:00Z'), '2026-03-30T10:40:00.000Z'],
    ['at the deadline', instant('2026-03-30T16:39:00Z'), '2026-03-30T16:40:00.000Z'],
    ['past the deadline on the hour again', hours(72.5), '2026-03-30T18:00:00.000Z'],
    ['days past the deadline with the next reminder', instant('2026-04-08T00:40:00Z'), '2026-04-08T04:40:00.000Z'],
  ])('%s', (_, now, expected) => {
    expect(nextChange(caseAt(now, opened))).toBe(expected);
  });

  it('comes when „I am on it“ is over', () => {
    const busy = [...opened, notified(hours(1)), acknowledged(hours(2), hours(26.5))];
    expect(nextChange(caseAt(hours(26), busy))).toBe(hours(26.5));
  });

  it('comes for a closed case thirty days before its retention ends, and never for an erased one', () => {
    const closed = { type: 'CaseClosed', at: hours(2), by: dora, note: '' } as const;
    const life = [...opened, acknowledged(hours(1), hours(20)), notified(hours(1)), closed];
    expect(nextChange(caseAt(hours(3), life))).toBe('2029-12-01T22:59:59.999Z');
    const erased = { type: 'CaseErased', at: hours(4), by: dora, retention: '', reasons: 'x' } as const;
    expect(nextChange(caseAt(hours(5), [...life, erased]))).toBeUndefined();
  });

  it('comes within the hour for an open case that nobody can be told of', () => {
    const alone = [reported, assessed(reportedAt, { kind: 'art34-1' })];
    expect(nextChange(caseAt(hours(3), alone, { platforms: [] }))).toBe(hours(4));
    expect(nextChange(caseAt(hours(3), alone, { organisation: { ...organisation, persons: [], channels: {} } }))).toBe(hours(4));
  });
});

describe('for any case at any time', () => {
  it('nothing changes before that moment', () => {
    fc.assert(
      fc.property(randomEvents, randomHours, fc.double({ min: 0, max: 1, noNaN: true }), (events, after, part) => {
        const at = caseAt(hours(after), events);
        const next = nextChange(at);
        const last = next === undefined ? addHours(at.now, 10_000) : justBefore(next);
        const between = instant(
          new Date(Date.parse(at.now) + Math.floor((Date.parse(last) - Date.parse(at.now)) * part)).toISOString(),
        );
        expect(shown({ ...at, now: between })).toEqual(shown(at));
        expect(shown({ ...at, now: last })).toEqual(shown(at));
      }),
      seeded,
    );
  });

  it('an open case is never left without a next moment, however late', () => {
    fc.assert(
      fc.property(randomEvents, randomHours, (events, after) => {
        const at = caseAt(hours(after), events);
        const next = nextChange(at);
        if (at.record.status !== 'open') return;
        expect(next).toBeDefined();
        expect(isBefore(at.now, next as Instant)).toBe(true);
      }),
      seeded,
    );
  });

  it('every open duty is recalled again within a day of the end of any pause: never silence', () => {
    let seen = 0;
    fc.assert(
      fc.property(randomEvents, randomHours, (events, after) => {
        const at = caseAt(hours(after + 260), events);
        if (at.record.status !== 'open') return;
        const pauseEnd = at.record.acknowledged?.until ?? at.now;
        const later = { ...at, now: addHours(pauseEnd > at.now ? pauseEnd : at.now, 24) };
        const known = new Set(owed(at).map(({ slot }) => slot));
        const fresh = owed(later).filter(({ slot }) => !known.has(slot));
        for (const { id } of openDuties(at.record)) {
          seen += 1;
          expect(fresh.some(({ slot }) => slot.includes(`/${id}/`))).toBe(true);
        }
      }),
      seeded,
    );
    expect(seen).toBeGreaterThan(200);
  });

  it('no two things owed bear the same name', () => {
    fc.assert(
      fc.property(randomEvents, randomHours, (events, after) => {
        const slots = owed(caseAt(hours(after), events, { platforms: ['desk', 'slack'] })).map(({ slot }) => slot);
        expect(new Set(slots).size).toBe(slots.length);
      }),
      seeded,
    );
  });

  it('what the card shows never goes back in time', () => {
    fc.assert(
      fc.property(randomEvents, randomHours, randomHours, (events, one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map((after) => {
          const card = owed(caseAt(hours(after), events)).find(({ slot }) => slot.startsWith('card/'));
          return card?.prompt.kind === 'caseCard' ? card.prompt.asOf : undefined;
        });
        expect(earlier !== undefined && later !== undefined && earlier <= later).toBe(true);
      }),
      seeded,
    );
  });
});
