import { describe, expect, it } from 'vitest';
import {
  allowedAnswers,
  ANSWERS,
  DATA_SET_FACTS,
  FACT_NAMES,
  type FactDefinition,
  FACTS,
  factsJsonSchema,
  parseFactSheet,
} from '../../src/rules/facts.ts';
import { EDPB_01_2021 } from '../cases/edpb-01-2021.ts';
import { sheetOf } from '../cases/publishedCase.ts';

describe.each(FACT_NAMES.map((name): FactDefinition => FACTS[name]))('the fact $name', (fact) => {
  it('asks, explains and says why, in both languages', () => {
    for (const text of [fact.question, fact.help, fact.why]) {
      expect(text.de.length).toBeGreaterThan(10);
      expect(text.en.length).toBeGreaterThan(10);
    }
    expect(fact.question.de).toMatch(/\?$/);
    expect(fact.question.en).toMatch(/\?$/);
    expect(fact.cites.some(({ source }) => source !== 'OPEN_QUESTION')).toBe(true);
  });

  it('offers answers short enough for a button, all different, in the order of risk', () => {
    expect(fact.answers.map(({ id }) => id)).toEqual(ANSWERS[fact.name]);
    for (const lang of ['de', 'en'] as const) {
      const labels = fact.answers.map(({ label }) => label[lang]);
      expect(new Set(labels).size).toBe(labels.length);
      for (const label of labels) expect(label.length).toBeLessThanOrEqual(75);
    }
  });
});

it('German texts carry German quotation marks, and no text carries a straight one', () => {
  const texts = FACT_NAMES.flatMap((name) => [FACTS[name].question, FACTS[name].help, FACTS[name].why]);
  for (const { de, en } of texts) {
    expect(de).not.toMatch(/["“”](?=\w)|"/);
    expect(en).not.toMatch(/["„]/);
  }
});

describe('a fact sheet from outside', () => {
  it.each(EDPB_01_2021)('case $no is read as it stands', ({ facts }) => {
    expect(parseFactSheet(sheetOf(facts))).toEqual({ sheet: sheetOf(facts) });
  });

  it('with many faults names them all, each with its place and what may stand there', () => {
    const read = parseFactSheet({
      incident: { personalData: 'perhaps' },
      dataSets: [
        { id: 'a', controller: 'acme', role: 'boss', facts: { access: 'happend', encryptoin: 'none' } },
        { id: 'a', controller: '', role: 'controller', facts: { highRiskAverted: 'unknown' } },
      ],
      comment: 'x',
    });
    if ('sheet' in read) throw new Error('This sheet must not be read.');
    expect(read.faults.map(({ path, allowed }) => [path, allowed])).toEqual([
      ['incident.personalData', ['no', 'yes', 'unknown']],
      ['dataSets[0].role', ['controller', 'processor', 'unknown']],
      ['dataSets[0].facts.access', ['none', 'possible', 'happened', 'unknown']],
      ['dataSets[0].facts.encryptoin', DATA_SET_FACTS],
      ['dataSets[1].controller', []],
      ['dataSets[1].facts.highRiskAverted', ['yes', 'no']],
      ['comment', ['incident', 'dataSets']],
    ]);
    for (const { says } of read.faults) expect(says.de).not.toBe(says.en);
  });

  it('repeats nothing of what was written into it', () => {
    const read = parseFactSheet({ incident: { personalData: 'Erika Mustermann' }, dataSets: [] });
    expect(JSON.stringify(read)).not.toContain('Mustermann');
  });

  it('that names no data set has one: our own', () => {
    const implicit = { id: 'data', controller: 'own', role: 'controller' };
    expect(parseFactSheet({})).toEqual({ sheet: { incident: {}, dataSets: [{ ...implicit, facts: {} }] } });
    expect(parseFactSheet({ dataSets: [{ facts: { access: 'none' } }] })).toEqual({
      sheet: { incident: {}, dataSets: [{ ...implicit, facts: { access: 'none' } }] },
    });
  });

  it('with two data sets of one name is refused', () => {
    const dataSet = { id: 'a', controller: 'acme', role: 'controller', facts: {} };
    expect(parseFactSheet({ incident: {}, dataSets: [dataSet, dataSet] })).toMatchObject({
      faults: [{ path: 'dataSets[1].id' }],
    });
  });

  it.each([null, 'text', 7, [], { dataSets: [] }, { incident: {}, dataSets: 'a' }, { incident: [] }])(
    'that is %j is refused, never thrown at',
    (value) => {
      expect(parseFactSheet(value)).toHaveProperty('faults');
    },
  );
});

describe('the vocabulary as JSON Schema', () => {
  const schema = JSON.stringify(factsJsonSchema());

  it('names every fact with the answers it allows', () => {
    for (const name of FACT_NAMES) expect(schema).toContain(`"enum":${JSON.stringify(allowedAnswers(name))}`);
  });

  it('says by which draft it is to be read, and lets nothing unknown in', () => {
    expect(factsJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
    });
  });
});
