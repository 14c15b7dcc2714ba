import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessCase } from '../../src/breach/assessCase.ts';
import { assess, type Assessment } from '../../src/rules/assess.ts';
import { FIRST_DAY, GDPR, RULE_SETS, ruleSetOn, type RuleSetInForce } from '../../src/rules/rulesets.ts';
import { simulate, SIMULATION_NAMES, SIMULATIONS } from '../../src/rules/simulations.ts';
import { instant } from '../../src/rules/instant.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { inputOf } from '../cases/publishedCase.ts';
import { givenDone, report, setting } from '../support/given.ts';
import { arbitraryInput, runs } from './arbitraryInput.ts';

const factsOf = (no: string) => EDPB_01_2021.find((published) => published.no === no)?.facts ?? {};

describe('the rules of a day', () => {
  it('are those of the GDPR from its first day on', () => {
    expect(ruleSetOn('2018-05-25')).toBe(GDPR);
    expect(ruleSetOn('2026-11-23')).toBe(GDPR);
  });

  it.each(['2018-05-24', '1995-10-24'])('%s has none, and that is said', (day) => {
    expect(ruleSetOn(day)).toEqual({ noRuleSet: 'before-the-law', firstDay: FIRST_DAY });
  });

  it.each(['2026-02-30', '2026-11-23T10:00:00Z', 'gestern', ''])('"%s" is no day', (day) => {
    expect(ruleSetOn(day)).toEqual({ noRuleSet: 'not-a-day', firstDay: FIRST_DAY });
  });

  it('change on the day a new set begins, and end on the last day of the old one', () => {
    const old: RuleSetInForce = { ...GDPR, validUntil: '2030-01-31' };
    const next: RuleSetInForce = { ...GDPR, id: 'gdpr-2030.1', validFrom: '2030-02-02' };
    const on = (day: string) => {
      const found = ruleSetOn(day, [old, next]);
      return 'noRuleSet' in found ? found.noRuleSet : found.id;
    };
    expect([on('2030-01-31'), on('2030-02-01'), on('2030-02-02')]).toEqual(['gdpr-2018.1', 'before-the-law', 'gdpr-2030.1']);
  });

  it('stand one after the other, without an overlap', () => {
    RULE_SETS.forEach(({ validFrom }, at) => {
      const before = RULE_SETS[at - 1];
      if (before !== undefined) expect((before.validUntil ?? '9999') < validFrom).toBe(true);
    });
  });
});

describe('the proposal of the Digital Omnibus', () => {
  const differences = (no: string) =>
    simulate(inputOf(factsOf(no)), 'omnibus').differences.map(({ duty, first, second }) => [
      duty,
      [first?.status, first?.recipients],
      [second?.status, second?.recipients],
    ]);

  it('would leave case 2 without a notice: the risk is not high', () => {
    expect(differences('02')).toEqual([['art33-1', ['owed', ['de-nw']], ['not-owed', ['single-entry-point']]]]);
  });

  it('would give case 4 its 96 hours, through the single entry point', () => {
    const { wouldBe } = simulate(inputOf(factsOf('04')), 'omnibus');
    expect(wouldBe.find(({ duty }) => duty === 'art33-1')).toMatchObject({
      recipient: 'single-entry-point',
      status: 'owed',
      startsAt: '2026-03-27T16:40:00.000Z',
      dueBy: '2026-03-31T16:40:00.000Z',
    });
  });

  it('would notify exactly the nine cases in which people are informed', () => {
    const notified = EDPB_01_2021.filter(({ facts }) =>
      simulate(inputOf(facts), 'omnibus').wouldBe.some(({ duty, status }) => duty === 'art33-1' && status === 'owed'),
    );
    expect(notified.map(({ no }) => no)).toEqual(EDPB_01_2021.filter(({ actions }) => actions.inform.needed).map(({ no }) => no));
    expect(notified).toHaveLength(9);
  });

  it('would leave documenting, informing and telling the controller as they are, on every sheet', { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const touched = simulate(input, 'omnibus').differences.filter(({ duty }) => duty !== 'art33-1');
        if (touched.length > 0) throw new Error(`${touched[0]?.duty ?? ''} changed.`);
      }),
      runs(0.05),
    );
  });

  it('leaves laws in the place of Art. 33 as they are', () => {
    const input = inputOf(factsOf('04'));
    const telecom = { ...input, controllers: input.controllers.map((one) => ({ ...one, profile: 'telecom' as const })) };
    expect(simulate(telecom, 'omnibus').differences).toEqual([]);
  });
});

describe('a simulation never becomes the rule set of a case', () => {
  const { omnibus } = SIMULATIONS;

  it('by its type: neither assess nor a case takes it, and what it gives is no assessment', () => {
    const input = inputOf(factsOf('04'));
    // @ts-expect-error A proposal is no law.
    expect(() => assess(input, omnibus)).toThrow(TypeError);
    // @ts-expect-error Nor can it be put among the sets of law.
    const smuggled: RuleSetInForce = omnibus;
    expect(RULE_SETS).not.toContain(smuggled);
    // @ts-expect-error What it gives is no assessment.
    const taken: Assessment = simulate(input, 'omnibus');
    expect(taken).not.toHaveProperty('ruleSet');
    expect(taken).not.toHaveProperty('duties');
  });

  it('on no day, near or far', () => {
    for (let year = 2018; year < 2100; year += 1) {
      const found = ruleSetOn(`${year}-12-31`);
      if (!('noRuleSet' in found)) expect(SIMULATION_NAMES.map((name) => SIMULATIONS[name].id)).not.toContain(found.id);
    }
  });

  it('and a case is assessed by the law of its day', () => {
    const { record } = givenDone(report);
    expect(assessCase(record, setting).ruleSet).toBe(GDPR.id);
    expect(record.ruleSet).toBe(GDPR.id);
  });

  it('says in every sentence of its own that it is one', () => {
    const { notice, says } = omnibus;
    for (const text of [says, notice?.duty?.says, notice?.threshold?.says, notice?.deadline?.says]) {
      expect(text?.de).toMatch(/^Simulation/);
      expect(text?.en).toMatch(/^Simulation/);
    }
  });
});

describe('a moment before the law', () => {
  const early = instant('2018-05-24T23:59:00Z');

  it('is refused as a time that starts the clock, not as the time it happened', () => {
    const named = { type: 'RecordTime', moment: early, source: 'Akte', reasons: 'Jahr' } as const;
    givenDone(report)
      .when({ ...named, time: 'noticed' })
      .thenRefused('beforeTheLaw');
    givenDone(report)
      .when({ ...named, time: 'occurred' })
      .thenHappens('TimeRecorded');
  });

  it('is refused as awareness', () => {
    givenDone(report)
      .when({
        type: 'RecordDecision',
        decisionId: 'a',
        decision: { kind: 'awareness', controller: 'acme', moment: early },
        reasons: 'Akte',
        decidedBy: 'Leitung',
        dpoAdvice: '',
      })
      .thenRefused('beforeTheLaw');
  });
});
