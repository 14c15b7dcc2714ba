import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE, type Knowledge, type KnownMoment, proposeAwareness } from '../../src/rules/awareness.ts';
import { addHours, instant } from '../../src/rules/instant.ts';
import { runs } from './arbitraryInput.ts';

const at = (knowledge: Knowledge, moment: string): KnownMoment => ({ knowledge, moment: instant(moment) });
const proposed = (...moments: readonly KnownMoment[]) => {
  const proposal = proposeAwareness(moments);
  return (
    proposal && { moment: proposal.moment, ground: proposal.ground, warnings: proposal.warnings.map(({ warning }) => warning) }
  );
};

describe('decided cases', () => {
  it('Booking: the hint an employee did not follow up counts, not the security team nor the report', () => {
    expect(
      proposed(
        at('suspicion', '2019-01-09T10:00:00+01:00'),
        at('ignored', '2019-01-13T10:00:00+01:00'),
        at('told-inside', '2019-01-31T10:00:00+01:00'),
        at('certainty', '2019-02-04T10:00:00+01:00'),
      ),
    ).toEqual({
      moment: instant('2019-01-13T10:00:00+01:00'),
      ground: 'constructive',
      warnings: ['investigation-not-short', 'inside-later'],
    });
  });

  it('Maynooth: the organisation knew a month before its data protection officer', () => {
    expect(proposed(at('certainty', '2018-10-08T10:00:00+01:00'), at('told-inside', '2018-11-08T10:00:00Z'))).toEqual({
      moment: instant('2018-10-08T10:00:00+01:00'),
      ground: 'certainty',
      warnings: ['inside-later'],
    });
  });
});

describe('the earliest defensible moment', () => {
  const hint = at('suspicion', '2026-11-23T10:00:00+01:00');
  const began = at('investigation-began', '2026-11-23T11:00:00+01:00');

  it('is certainty after a short investigation, without a warning', () => {
    expect(proposed(hint, began, at('certainty', '2026-11-24T10:00:00+01:00'))).toEqual({
      moment: instant('2026-11-24T10:00:00+01:00'),
      ground: 'certainty',
      warnings: [],
    });
  });

  it('is warned about a minute later, and where the investigation did not begin at once', () => {
    expect(proposed(hint, began, at('certainty', '2026-11-24T10:01:00+01:00'))?.warnings).toEqual(['investigation-not-short']);
    const late = at('investigation-began', '2026-11-23T15:00:00+01:00');
    expect(proposed(hint, late, at('certainty', '2026-11-24T09:00:00+01:00'))?.warnings).toEqual(['began-late']);
  });

  it('is reckoned where it took long: when a short investigation, begun at once, would have ended', () => {
    const idle = [
      at('suspicion', '2026-10-01T10:00:00+02:00'),
      at('investigation-began', '2026-10-20T10:00:00+02:00'),
      at('certainty', '2026-11-10T10:00:00+01:00'),
    ];
    expect(proposed(...idle)).toEqual({
      moment: instant('2026-10-02T10:00:00+02:00'),
      ground: 'not-investigated-in-time',
      warnings: ['investigation-not-short', 'began-late'],
    });
    const [proposal] = [proposeAwareness(idle)];
    expect(proposal?.says.de).toContain('ein späterer ist zu begründen');
    expect(proposal?.cites.map(({ source }) => source)).toContain('NO_ARGON');
  });

  it('is certainty a day after the first hint at the latest', () => {
    const reckoned = instant('2026-11-24T10:00:00+01:00');
    expect(proposed(hint, began, at('certainty', '2026-11-24T10:00:00+01:00'))).toMatchObject({ ground: 'certainty' });
    expect(proposed(hint, began, at('certainty', '2026-11-24T10:01:00+01:00'))).toMatchObject({
      moment: reckoned,
      ground: 'not-investigated-in-time',
    });
  });

  it('is what the processor told, when it told it', () => {
    expect(proposed(at('told-by-processor', '2026-11-23T12:00:00+01:00'))?.ground).toBe('told-by-processor');
  });

  it('is the suspicion as long as nobody names certainty', () => {
    expect(proposed(hint, began)).toMatchObject({ moment: hint.moment, ground: 'suspicion-alone' });
  });

  it('is never put off by what the office in charge learned, and is that where nothing else is named', () => {
    expect(proposed(at('told-inside', '2026-11-23T12:00:00+01:00'))?.ground).toBe('told-inside');
    const earlier = at('told-inside', '2026-11-23T09:00:00+01:00');
    expect(proposed(hint, earlier)?.moment).toBe(earlier.moment);
  });

  it('is nothing where nobody named a moment', () => {
    expect(proposeAwareness([])).toBeUndefined();
  });
});

const arbitraryMoment: fc.Arbitrary<KnownMoment> = fc.record({
  knowledge: fc.constantFrom(...KNOWLEDGE),
  moment: fc.integer({ min: 0, max: 200 }).map((hours) => instant(new Date(Date.UTC(2026, 10, 1, hours)).toISOString())),
});

it('is always one of the moments named, or a day after one where it is reckoned, whatever their order, with a reason and a source in both languages', () => {
  fc.assert(
    fc.property(fc.array(arbitraryMoment, { minLength: 1, maxLength: 6 }), (moments) => {
      const proposal = proposeAwareness(moments);
      const isReckoned = proposal?.ground === 'not-investigated-in-time';
      expect(moments.map(({ moment }) => (isReckoned ? addHours(moment, 24) : moment))).toContain(proposal?.moment);
      expect(proposeAwareness(moments.toReversed())?.moment).toBe(proposal?.moment);
      expect(proposal?.says.de !== '' && proposal?.says.en !== '' && (proposal?.cites.length ?? 0) > 0).toBe(true);
    }),
    runs(0.1),
  );
});

it('one more moment never makes it later once there is certainty, unless a known sign takes the place of a reckoned moment', () => {
  const settled = fc.array(arbitraryMoment, { maxLength: 5 }).map((more) => [at('certainty', '2026-11-05T00:00:00Z'), ...more]);
  fc.assert(
    fc.property(settled, arbitraryMoment, (moments, more) => {
      const [before, after] = [proposeAwareness(moments)?.moment, proposeAwareness([...moments, more])?.moment];
      const isKnownNow = more.knowledge === 'ignored' && proposeAwareness(moments)?.ground === 'not-investigated-in-time';
      expect(before !== undefined && after !== undefined && (after <= before || isKnownNow)).toBe(true);
    }),
    runs(0.1),
  );
});
