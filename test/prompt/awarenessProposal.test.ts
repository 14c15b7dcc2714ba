import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRecord, NamedTime } from '../../src/breach/breachCase.ts';
import type { TimeKind } from '../../src/breach/events.ts';
import { readMoment } from '../../src/dialogue/readMoment.ts';
import { awarenessProposal, typedIn } from '../../src/prompt/awarenessProposal.ts';
import { TIME_KINDS } from '../../src/prompt/forms.ts';
import { addHours, earliest, type Instant } from '../../src/rules/instant.ts';
import { givenDone, hour, officer, report } from '../support/given.ts';

const { record } = givenDone(report);
const named = (time: TimeKind, moment: Instant): NamedTime => ({
  ...{ time, moment, source: 'Protokoll', reasons: '', recordedAt: hour(1), by: officer },
});
const knowing = (...times: readonly NamedTime[]): CaseRecord => ({
  ...record,
  times,
  earliestNamed: earliest(hour(0), ...times.filter(({ time }) => time !== 'occurred').map(({ moment }) => moment)),
});
const says = (...times: readonly NamedTime[]) => {
  const proposed = awarenessProposal(knowing(...times));
  return proposed && { moment: proposed.moment, basis: proposed.basis?.time, warnings: proposed.warnings.length };
};

describe('the moment of awareness that is proposed', () => {
  it('is the first hint as long as nobody named more', () => {
    expect(says(named('noticed', hour(-1)), named('reported', hour(0)))).toEqual({
      ...{ moment: hour(-1), basis: 'noticed', warnings: 1 },
    });
  });

  it('is certainty once somebody named it, and the report before it was one of a suspicion', () => {
    const times = [named('noticed', hour(-1)), named('reported', hour(0)), named('certain', hour(5))];
    expect(says(...times)).toEqual({ moment: hour(5), basis: 'certain', warnings: 0 });
  });

  it('is warned about where certainty came more than a day after the first hint', () => {
    expect(says(named('noticed', hour(-1)), named('certain', hour(23)))?.warnings).toBe(0);
    expect(says(named('noticed', hour(-1)), named('certain', hour(24)))?.warnings).toBe(1);
  });

  it('is reckoned where certainty came late: the end of a short investigation, with no named moment behind it', () => {
    expect(says(named('noticed', hour(-1)), named('certain', hour(700)))).toEqual({
      ...{ moment: hour(23), basis: undefined, warnings: 1 },
    });
  });

  it('is the sign that nobody followed up, and what a processor told', () => {
    expect(says(named('signIgnored', hour(-40)), named('reported', hour(0)))?.moment).toBe(hour(-40));
    expect(says(named('toldByProcessor', hour(-3)), named('reported', hour(0)))?.basis).toBe('toldByProcessor');
  });

  it('counts the earliest moment of a duplicate, whose times stayed there', () => {
    const joined = { ...knowing(named('noticed', hour(-1))), earliestNamed: hour(-9) };
    expect(awarenessProposal(joined)).toMatchObject({ moment: hour(-9) });
    expect(awarenessProposal(joined)).not.toHaveProperty('basis');
  });

  const someTimes = fc.array(fc.tuple(fc.constantFrom(...TIME_KINDS), fc.integer({ min: -200, max: 200 })), { maxLength: 8 });

  it('is always a moment somebody named for knowing of it, or a day after one, and says why', () => {
    fc.assert(
      fc.property(someTimes, (times) => {
        const known = knowing(...times.map(([time, hours]) => named(time, hour(hours))));
        const proposed = awarenessProposal(known)!;
        const moments = known.times.filter(({ time }) => time !== 'occurred').map(({ moment }) => moment);
        const possible = [known.earliestNamed, ...moments].flatMap((moment) => [moment, addHours(moment, 24)]);
        expect(possible).toContain(proposed.moment);
        expect(proposed.cites.length).toBeGreaterThan(0);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('a moment that fills a field', () => {
  const anyMoment = fc.integer({ min: 0, max: 24 * 365 * 3 * 60 }).map((minutes) => addHours(hour(-9000), minutes / 60));

  it('is always read back as the same minute, also where the clocks show it twice', () => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom('Europe/Berlin', 'UTC', 'America/St_Johns'), (moment, zone) => {
        expect(readMoment(typedIn(moment, zone), zone, moment)).toEqual({ moment });
      }),
      { seed: 3, numRuns: 500, examples: [[addHours(hour(0), -696.5), 'Europe/Berlin']] },
    );
  });
});
