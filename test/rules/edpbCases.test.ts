import { describe, expect, it } from 'vitest';
import { citeText } from '../../src/law/sources.ts';
import { assess } from '../../src/rules/assess.ts';
import type { Facts } from '../../src/rules/facts.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { CONTROLLER_DUTIES, inputOf, type PublishedCase } from '../cases/publishedCase.ts';
import { askedFor } from './questionnaire.ts';

const READINGS = ['strict', 'de'] as const;

const statuses = (facts: Facts, reading: 'strict' | 'de') =>
  Object.fromEntries(assess(inputOf(facts, reading)).duties.map(({ duty, status }) => [duty, status]));

const expected = ({ actions }: PublishedCase) => ({
  'art33-5': 'owed',
  'art33-1': actions.notify.needed ? 'owed' : 'not-owed',
  'art34-1': actions.inform.needed ? 'owed' : 'not-owed',
});

it('the list holds all 18 cases, 01 to 18', () => {
  const numbers = Array.from({ length: 18 }, (_, at) => String(at + 1).padStart(2, '0'));
  expect(EDPB_01_2021.map(({ no }) => no)).toEqual(numbers);
});

it('12 of them are notified and 9 of them told to the people, as published', () => {
  expect(EDPB_01_2021.filter(({ actions }) => actions.notify.needed)).toHaveLength(12);
  expect(EDPB_01_2021.filter(({ actions }) => actions.inform.needed)).toHaveLength(9);
});

describe.each(EDPB_01_2021)('EDPB 01/2021, case $no: $title', (published) => {
  it.each(READINGS)('reaches the published actions under the reading "%s"', (reading) => {
    expect(statuses(published.facts, reading)).toEqual(expected(published));
  });

  it.each(READINGS)('has nothing left to ask under the reading "%s"', (reading) => {
    expect(assess(inputOf(published.facts, reading)).ask).toEqual([]);
  });

  it('names a source behind every step of every reason, in both languages', () => {
    const { duties } = assess(inputOf(published.facts));
    expect(duties.map(({ duty }) => duty)).toEqual(CONTROLLER_DUTIES);
    for (const step of duties.flatMap(({ because }) => because)) {
      const real = step.cites.filter(({ source }) => source !== 'OPEN_QUESTION');
      expect(real, step.rule).not.toEqual([]);
      expect(step.says.de).not.toBe(step.says.en);
      expect(citeText(real[0] ?? { source: 'DSK_KP_18' }, 'de')).toMatch(/DSGVO|EDSA|DSK|UODO|BDSG/);
    }
  });
});

describe('the questions of a case', () => {
  it.each(EDPB_01_2021)('case $no ends in the published actions by the questions alone', (published) => {
    const asked = askedFor(published.facts);
    const answers = Object.fromEntries(asked.map((fact) => [fact, published.facts[fact] ?? 'unknown']));
    expect(statuses(answers, 'strict')).toEqual(expected(published));
    expect(
      asked.every((fact) => published.facts[fact] !== undefined),
      asked.join(),
    ).toBe(true);
  });
});
