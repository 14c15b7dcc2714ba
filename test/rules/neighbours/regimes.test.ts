import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUTES } from '../../../src/law/statutes.ts';
import { addHours, instant } from '../../../src/rules/instant.ts';
import { FINANCIAL_ENTITIES, neighboursInForce, regimeOn, REGIMES } from '../../../src/rules/neighbours/neighbour.ts';
import { citeNeighbour, NEIGHBOUR_SOURCES } from '../../../src/rules/neighbours/neighbourSources.ts';
import { ADDRESSEES, REGIME_IDS, type Regime } from '../../../src/rules/neighbours/regime.ts';
import { readStageRecipient, stageRecipient } from '../../../src/rules/neighbours/stageName.ts';
import { owedStages, type NeighbourCourse, type SentReport } from '../../../src/rules/neighbours/stages.ts';
import { runs } from '../arbitraryInput.ts';

describe('every regime', () => {
  it('has a version for each word the configuration knows', () => {
    expect(REGIME_IDS.filter((id) => !REGIMES.some((regime) => regime.id === id))).toEqual([]);
  });

  it.each(REGIMES)('$id from $validFrom is cited, asks in both languages, and names a first stage', (regime) => {
    expect(regime.cites.length).toBeGreaterThan(0);
    const texts = [regime.name, regime.trigger, regime.start, ...regime.stages.map(({ name }) => name)];
    for (const { de, en } of texts) expect([de, en].every((text) => text.trim() !== '')).toBe(true);
    for (const { de, en } of [regime.trigger]) expect([de, en].every((text) => text.endsWith('?'))).toBe(true);
    expect(regime.stages.some(({ after }) => after === undefined)).toBe(true);
  });

  it.each(REGIMES)('$id from $validFrom: what follows follows an earlier stage of its own', ({ stages }) => {
    for (const [place, { after }] of stages.entries()) {
      if (after !== undefined) expect(stages.slice(0, place).map(({ id }) => id)).toContain(after);
    }
    expect(new Set(stages.map(({ id }) => id)).size).toBe(stages.length);
  });

  it.each(REGIME_IDS)('%s holds in one version a day', (id) => {
    const versions = REGIMES.filter((regime) => regime.id === id).toSorted((one, other) =>
      one.validFrom < other.validFrom ? -1 : 1,
    );
    for (const [place, { validUntil }] of versions.slice(0, -1).entries()) {
      expect(validUntil! < versions[place + 1]!.validFrom).toBe(true);
    }
    expect(versions.at(-1)?.validUntil).toBeUndefined();
  });
});

describe('a source', () => {
  it.each(Object.entries(NEIGHBOUR_SOURCES))('%s is dated and cited by some regime', (name, { textAsOf, comparedOn }) => {
    expect(comparedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(textAsOf).toMatch(/^20\d\d(-\d\d){0,2}$/);
    expect(REGIMES.some(({ cites }) => cites.some(({ source }) => source === name))).toBe(true);
  });

  it.each(['TKG_169', 'SGB_X'] as const)('%s is backed as well as the statute itself, by the same text', (name) => {
    const statute = STATUTES[name === 'TKG_169' ? 'TKG' : name];
    expect(NEIGHBOUR_SOURCES[name]).toMatchObject({ evidence: statute.evidence, textAsOf: statute.textAsOf });
  });

  it('that nobody compared with the original says so', () => {
    const printed = (id: Regime['id']) => regimeOn(id, '2027-12-31')!.cites.map((citation) => citeNeighbour(citation, 'de'));
    expect(printed('nis2')).toEqual(['§ 32 BSIG [Sekundärquelle]', 'Art. 23 Abs. 4 RL (EU) 2022/2555 [Sekundärquelle]']);
    expect(printed('kritis')).toEqual(['§ 18 KRITIS-Dachgesetz, Art. 15 RL (EU) 2022/2557 [nicht am Original geprüft]']);
    expect(printed('tkg-169')).toEqual(['§ 169 TKG', 'Art. 2 VO (EU) Nr. 611/2013']);
    expect(printed('contract')).toEqual(['laut Vertrag']);
  });
});

describe('which regimes are in force', () => {
  const all = REGIME_IDS.map((id) => ({ id, regime: id }));
  const on = (moment: string) => neighboursInForce(all, instant(moment), 'Europe/Berlin').map(({ id }) => id);

  it('is settled by the configuration: none of it, none of them', () => {
    expect(neighboursInForce([], instant('2026-12-01T09:00:00+01:00'), 'Europe/Berlin')).toEqual([]);
  });

  it('the Cyber Resilience Act from 11 September 2026, by the day on the spot', () => {
    expect(on('2026-09-10T23:59:00+02:00')).not.toContain('cra-incident');
    expect(on('2026-09-11T00:00:00+02:00')).toEqual(expect.arrayContaining(['cra-incident', 'cra-vulnerability']));
  });

  it('the AI Act not yet', () => {
    expect(on('2026-12-01T09:00:00+01:00')).not.toContain('ai-act');
    expect(on('2027-12-02T09:00:00+01:00')).toContain('ai-act');
  });

  it('the KRITIS umbrella act not before the Bundesrat agreed to it', () => {
    expect(on('2026-03-06T12:00:00+01:00')).not.toContain('kritis');
    expect(on('2026-11-23T12:00:00+01:00')).toContain('kritis');
  });

  it('§ 168 TKG knows the stages of NIS2 since 6 December 2025', () => {
    expect(regimeOn('tkg-168', '2025-12-05')?.stages.map(({ id }) => id)).toEqual(['notification']);
    expect(regimeOn('tkg-168', '2025-12-06')?.stages.map(({ id }) => id)).toEqual(['warning', 'notification', 'final']);
    expect(regimeOn('tkg-168', '2025-12-06')?.validUntil).toBeUndefined();
  });

  it('§ 32 BSIG is cited since 6 December 2025', () => {
    expect(regimeOn('nis2', '2025-12-05')?.cites.map(({ source }) => source)).toEqual(['NIS2']);
    expect(regimeOn('nis2', '2025-12-06')?.cites.map(({ source }) => source)).toEqual(['BSIG', 'NIS2']);
    expect(regimeOn('nis2', '2024-10-17')).toBeUndefined();
  });
});

describe('the name of a stage', () => {
  it('is read back as it was written', () => {
    expect(readStageRecipient(stageRecipient('contract.hoster', 'notice', 'partner'))).toEqual({
      ...{ neighbour: 'contract.hoster', regime: 'contract', stage: 'notice', to: 'partner' },
    });
    expect(readStageRecipient('nis2')).toEqual({ neighbour: 'nis2', regime: 'nis2' });
  });

  it.each(['', 'gdpr', 'nis2/warning', 'nis2/warning/nobody', 'nis2/never/bsi', 'nis2/warning/bsi/more', 'nis2/toString/bsi'])(
    '%j is refused, never guessed',
    (recipient) => {
      expect(() => readStageRecipient(recipient)).toThrow(RangeError);
    },
  );
});

describe('whatever the regime and whatever was sent', () => {
  const moment = fc.integer({ min: 0, max: 24 * 800 }).map((hours) => addHours(instant('2026-01-01T00:00:00Z'), hours));
  const anyCourse: fc.Arbitrary<NeighbourCourse> = fc.constantFrom(...REGIMES).chain((regime) => {
    const stages = regime.stages.flatMap(({ id, to }) => to.map((addressee) => [id, addressee] as const));
    const report: fc.Arbitrary<SentReport> = fc
      .tuple(fc.constantFrom(...stages), moment, fc.boolean())
      .map(([[stage, to], sentAt, ongoing]) => ({ stage, to, sentAt, ongoing }));
    return fc.record({
      neighbour: fc.record({
        id: fc.constant(regime.id),
        regime: fc.constant(regime.id),
        entity: fc.constantFrom(...FINANCIAL_ENTITIES),
        hours: fc.constantFrom(1, 24, 72),
        country: fc.constantFrom('DE', 'FR'),
      }),
      regime: fc.constant(regime),
      startsAt: moment,
      zone: fc.constantFrom('Europe/Berlin', 'Europe/London', 'UTC'),
      sent: fc.array(report, { maxLength: 5 }),
    });
  });

  it('a stage that follows another is never owed before that one was sent, and counts from its sending', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const { stage, to, startsAt } of owedStages(course)) {
          const { after, again } = course.regime.stages.find(({ id }) => id === stage)!;
          if (after === undefined) continue;
          const sendings = course.sent.filter(
            (report) => report.to === to && (report.stage === after || (again && report.stage === stage)),
          );
          expect(sendings.map(({ sentAt }) => sentAt)).toContain(startsAt);
        }
      }),
      runs(0.2),
    );
  });

  it('nothing is due before it starts, and only DORA ever waits for a working day', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const strict = { ...course, neighbour: { ...course.neighbour, entity: 'excluded' as const } };
        for (const [place, { startsAt, dueBy }] of owedStages(course).entries()) {
          if (dueBy === undefined) continue;
          expect(dueBy > startsAt).toBe(true);
          if (course.regime.calendar === 'elapsed') expect(owedStages(strict)[place]?.dueBy).toBe(dueBy);
          else expect(dueBy >= owedStages(strict)[place]!.dueBy!).toBe(true);
        }
      }),
      runs(0.2),
    );
  });

  it('more that was sent never opens a stage to anybody whom the regime does not name', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const { to } of owedStages(course)) expect(Object.keys(ADDRESSEES)).toContain(to);
        const names = owedStages(course).map(({ stage, to }) => `${stage}/${to}`);
        expect(new Set(names).size).toBe(names.length);
      }),
      runs(0.2),
    );
  });

  it('what is owed from the start stays owed while its report was not sent, whatever else was', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const owed = new Set(owedStages(course).map(({ stage, to }) => `${stage}/${to}`));
        for (const { id, to } of course.regime.stages.filter(({ after }) => after === undefined)) {
          for (const addressee of to) {
            const isSent = course.sent.some((report) => report.stage === id && report.to === addressee);
            if (!isSent) expect(owed).toContain(`${id}/${addressee}`);
          }
        }
      }),
      runs(0.2),
    );
  });

  it('the order in which reports were written down makes no difference', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const moments = course.sent.map(({ sentAt }) => sentAt);
        fc.pre(new Set(moments).size === moments.length);
        expect(owedStages({ ...course, sent: course.sent.toReversed() })).toEqual(owedStages(course));
      }),
      runs(0.2),
    );
  });
});
