import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type Assessment, type AssessmentInput } from '../../src/rules/assess.ts';
import { allowedAnswers, FACT_NAMES, INCIDENT_FACTS } from '../../src/rules/facts.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { inputOf } from '../cases/publishedCase.ts';
import { arbitraryInput, arbitraryPlace, IS_LARGE_RUN, runs, withAnswer } from './arbitraryInput.ts';
import { checkPlace, checkPlaceUnder, expectKept } from './keptDuties.ts';
import { freeze, reversed } from './sameFacts.ts';

/** Neighbours of neighbours meet again and again; each is assessed once. */
function assessedOnce(): (input: AssessmentInput) => Assessment {
  const known = new Map<string, Assessment>();
  return (input) => {
    const { incident, dataSets } = input.sheet;
    const key = JSON.stringify(
      [incident, ...dataSets.map(({ facts }) => facts)].map((facts) => Object.entries(facts).toSorted()),
    );
    const assessment = known.get(key) ?? assess(input);
    known.set(key, assessment);
    return assessment;
  };
}

/** Every step names its rule and a source that is not our own, in both languages. */
function expectReasoned({ duties }: Assessment): void {
  for (const { because, id } of duties) {
    if (because.length === 0) throw new Error(`${id} has no reasons.`);
    for (const step of because) {
      if (!step.cites.some(({ source }) => source !== 'OPEN_QUESTION')) throw new Error(`${step.rule} names no source.`);
      if (step.says.de === '' || step.says.en === '' || step.rule === '') throw new Error(`${id} has an empty step.`);
    }
  }
}

/** Each data set brings every duty of our role, owed or not. */
function expectEveryDutyOfOurRole({ sheet }: AssessmentInput, { duties }: Assessment): void {
  const ids = new Set(duties.map(({ id }) => id));
  for (const { controller, role, jointWith = [] } of sheet.dataSets) {
    const hasOthers = jointWith.length > 0;
    if (role !== 'processor' && !ids.has(`art33-5:${controller}:register`)) throw new Error('The record is missing.');
    if (role !== 'processor' && !ids.has(`art34-1:${controller}:persons`)) throw new Error('The persons are missing.');
    const told = controller === 'acme' ? 'unknown' : controller;
    const isTold = role === 'unknown' || (role === 'processor' && controller !== 'acme');
    if (isTold && !ids.has(`art33-2:acme:${told}`) && !hasOthers) throw new Error('The controller is missing.');
    if (controller === 'acme' && !ids.has('art33-5:acme:register')) throw new Error('Our own duties are missing.');
    if (ids.has('art33-2:acme:acme')) throw new Error('Nobody tells oneself.');
  }
}

/** A duty is presumed only while a question or our role is open. */
function expectSettledWhereNothingIsAsked({ sheet }: AssessmentInput, { duties, ask }: Assessment): void {
  const isRoleOpen = sheet.dataSets.some(({ role }) => role === 'unknown');
  const presumed = duties.some(({ status }) => status === 'presumed');
  if (!isRoleOpen && presumed !== ask.length > 0) throw new Error('Presumed and asked do not agree.');
}

describe('what no answer may ever do', () => {
  it('unknown or absent yields every duty any answer yields, a worse answer keeps each duty, and none is due later', {
    timeout: 900_000,
  }, () => {
    fc.assert(fc.property(arbitraryInput, arbitraryPlace, checkPlace), runs());
  });

  it.each(EDPB_01_2021)('the same holds for every one-fact neighbour of case $no', { timeout: 900_000 }, ({ no, facts }) => {
    // Every neighbour, always; of the places to look at from there every eighth in the daily run, other ones for each case and reading.
    (['strict', 'de'] as const).forEach((reading, turn) => {
      const places = FACT_NAMES.filter((_, at) => IS_LARGE_RUN || (at + Number(no) + 4 * turn) % 8 === 0);
      const once = assessedOnce();
      for (const fact of FACT_NAMES) {
        for (const answer of [undefined, ...allowedAnswers(fact)]) {
          const neighbour = withAnswer(inputOf(facts, reading), { fact, at: 0 }, answer);
          for (const other of places) checkPlaceUnder(once, neighbour, { fact: other, at: 0 });
        }
      }
    });
  });

  it('would notice a rule that unknown switches off', () => {
    const input = inputOf({ personalData: 'yes', access: 'happened' });
    const innocent = assess(inputOf({ personalData: 'yes', access: 'none', availability: 'unaffected', alteration: 'none' }));
    expect(() => expectKept(assess(input), innocent, false)).toThrow('was lost');
  });
});

describe('what every assessment is', () => {
  it('the same for the same facts, in whatever order they were written, and it leaves them untouched', {
    timeout: 900_000,
  }, () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const first = JSON.stringify(assess(freeze(input)));
        if (first !== JSON.stringify(assess(reversed(input)))) throw new Error('Order made a difference.');
      }),
      runs(),
    );
  });

  // One sheet is assessed once for all three.
  it('reasoned, complete, and settled where nothing is asked', { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        const assessment = assess(input);
        expectReasoned(assessment);
        expectEveryDutyOfOurRole(input, assessment);
        expectSettledWhereNothingIsAsked(input, assessment);
      }),
      runs(),
    );
  });

  it('would notice a duty without reasons, a missing duty, and one that stays open unasked', () => {
    const input = inputOf({ personalData: 'yes', access: 'happened' });
    const honest = assess(input);
    const bare = { ...honest, duties: honest.duties.map((duty) => ({ ...duty, because: [] })) };
    expect(() => expectReasoned(bare)).toThrow('has no reasons');
    const forgetful = { ...honest, duties: honest.duties.filter(({ duty }) => duty !== 'art34-1') };
    expect(() => expectEveryDutyOfOurRole(input, forgetful)).toThrow('persons are missing');
    expect(() => expectSettledWhereNothingIsAsked(input, { ...honest, ask: [] })).toThrow('do not agree');
  });
});

it('the facts of the incident are asked once, the others for each data set', () => {
  expect(INCIDENT_FACTS).toEqual(['personalData', 'delayRequested']);
  expect(FACT_NAMES).toHaveLength(20);
});
