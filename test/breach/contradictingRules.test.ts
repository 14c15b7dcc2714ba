import { describe, expect, it } from 'vitest';
import type { CaseSetting } from '../../src/breach/commands.ts';
import type { FactName } from '../../src/rules/facts.ts';
import { AUTHORITY, dutyOf, givenDone, givenDoneUnder, type LooseCommand, PERSONS, report, setting } from '../support/given.ts';
import { CONTRADICTING, FEW_STOLEN } from '../support/plantedContradiction.ts';

const planted: CaseSetting = { ...setting, ruleSets: CONTRADICTING };
const answers: readonly LooseCommand[] = Object.entries(FEW_STOLEN).map(([fact, answer]) => ({
  ...{ type: 'AnswerFact', fact: fact as FactName, answer },
}));

describe('a planted contradiction between two rules', () => {
  const { record } = givenDoneUnder(planted, report, ...answers);

  it('is recorded by the ids of the rules, with the assessment it was found in', () => {
    expect(record.ruleSet).toBe('planted');
    expect(record.contradictingRules).toContainEqual({ first: 'planted/few', second: 'art34/high-risk/criminal-hands' });
  });

  it('takes no duty away: the union of what both say is owed', () => {
    expect(dutyOf(record, AUTHORITY).status).toBe('owed');
    expect(dutyOf(record, PERSONS).status).toBe('owed');
    const clean = givenDone(report, ...answers).record;
    expect(record.duties.map(({ id, status }) => [id, status])).toEqual(clean.duties.map(({ id, status }) => [id, status]));
  });

  it('stays quiet while nothing of it changed, and is gone once the rules are mended', () => {
    const known = givenDoneUnder(planted, report, ...answers);
    known.when({ type: 'Assess' }).thenNothing();
    const mended = known.under(setting).when({ type: 'Assess' }).thenHappens('AssessmentRecorded');
    expect(mended.contradictingRules).toEqual([]);
  });

  it('is found in no case under the rules of this version', () => {
    expect(givenDone(report, ...answers).record.contradictingRules).toEqual([]);
  });
});
