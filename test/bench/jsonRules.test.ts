// The comparison of speed is worth something only if both engines decide the same. This sees to it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTIFIED_FROM } from '../../src/rules/art33/notify.ts';
import { assess } from '../../src/rules/assess.ts';
import { allowedAnswers, FACT_NAMES, type Facts } from '../../src/rules/facts.ts';
import { orderedToInform } from '../../src/rules/art34/authorityOrder.ts';
import { GDPR } from '../../src/rules/rulesets.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { inputOf } from '../cases/publishedCase.ts';
import { runs } from '../rules/arbitraryInput.ts';
import { decideWith, engineFor, jsonRules } from './jsonRules.ts';

const engine = engineFor(GDPR);
const READINGS = ['strict', 'de'] as const;

/** What our rules leave standing: owed, or presumed because something is missing. */
function decided(facts: Facts, reading: 'strict' | 'de') {
  const stands = Object.fromEntries(
    assess(inputOf(facts, reading)).duties.map(({ duty, status }) => [duty, status !== 'not-owed']),
  );
  return { document: stands['art33-5'], notify: stands['art33-1'], inform: stands['art34-1'] };
}

it('carries every rule of the set', () => {
  const ours = GDPR.areas.flatMap(({ general, exceptions, aggravations }) => [general, ...exceptions, ...aggravations]);
  expect(jsonRules(GDPR).map(({ name }) => name)).toEqual([...ours, ...GDPR.noNeedToInform, orderedToInform].map(({ id }) => id));
});

describe.each(EDPB_01_2021)('json-rules-engine on EDPB case $no', ({ facts, actions }) => {
  it.each(READINGS)('decides as published under the reading "%s"', async (reading) => {
    const decision = await decideWith(engine, facts, NOTIFIED_FROM[reading]);
    expect(decision).toEqual({ document: true, notify: actions.notify.needed, inform: actions.inform.needed });
  });
});

it('decides like our rules on any sheet', { timeout: 60_000 }, async () => {
  const answers = Object.fromEntries(FACT_NAMES.map((name) => [name, fc.constantFrom(...allowedAnswers(name))]));
  const arbitraryFacts: fc.Arbitrary<Facts> = fc.record(answers, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(arbitraryFacts, fc.constantFrom(...READINGS), async (facts, reading) => {
      expect(await decideWith(engine, facts, NOTIFIED_FROM[reading])).toEqual(decided(facts, reading));
    }),
    runs(0.05),
  );
});
