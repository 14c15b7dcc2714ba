import { describe, expect, it } from 'vitest';
import { assess, type AssessmentInput, type ControllerProfile } from '../../src/rules/assess.ts';
import { type DataSet, type Facts, parseFactSheet } from '../../src/rules/facts.ts';
import { instant } from '../../src/rules/instant.ts';

const acme: ControllerProfile = { id: 'acme', country: 'DE', land: 'NW', sector: 'private', authority: 'de-nw' };
const beta: ControllerProfile = { id: 'beta', country: 'FR', sector: 'private', authority: 'fr-cnil' };
const region: ControllerProfile = { id: 'region', country: 'IT', sector: 'public', authority: 'it-gpdp' };
const monday = instant('2026-11-23T10:00:00+01:00');
const tuesday = instant('2026-11-24T10:00:00+01:00');

/** Taken by criminals, and grave: everything is owed that the role can owe. */
const HIGH: Facts = {
  access: 'happened',
  encryption: 'none',
  recipient: 'criminal',
  sensitivity: 'severe',
  outflow: 'shown',
  persons: 'many',
  availability: 'unaffected',
  alteration: 'none',
  exceptionToInforming: 'none',
};
/** Encrypted with a safe key: a breach without a risk. */
const HARMLESS: Facts = {
  access: 'happened',
  encryption: 'state-of-the-art',
  keySecret: 'yes',
  availability: 'unaffected',
  alteration: 'none',
};

const dataSet = (as: Partial<DataSet>): DataSet => ({ id: 'data', controller: 'acme', role: 'controller', facts: HIGH, ...as });
const input = (dataSets: readonly DataSet[], startsAt: AssessmentInput['startsAt'] = {}): AssessmentInput => ({
  sheet: { incident: { personalData: 'yes' }, dataSets },
  controllers: [acme, beta, region],
  self: 'acme',
  startsAt,
});
const owed = (of: AssessmentInput) => assess(of).duties.flatMap(({ id, status }) => (status === 'owed' ? [id] : []));
const rulesOf = (of: AssessmentInput, id: string) =>
  assess(of)
    .duties.find((duty) => duty.id === id)
    ?.because.map(({ rule, mark }) => `${mark} ${rule}`) ?? [];

describe('joint controllers', () => {
  const joint = dataSet({ jointWith: ['beta'] });

  it('owe each for itself, and each notifies its own authority', () => {
    expect(owed(input([joint]))).toEqual([
      'art33-5:acme:register',
      'art33-1:acme:de-nw',
      'art34-1:acme:persons',
      'art33-5:beta:register',
      'art33-1:beta:fr-cnil',
      'art34-1:beta:persons',
    ]);
  });

  it('stay bound whatever their arrangement says; the reasons name it', () => {
    const arranged = input([{ ...joint, notifier: 'beta' }]);
    expect(owed(arranged)).toEqual(owed(input([joint])));
    expect(rulesOf(arranged, 'art33-1:acme:de-nw')).toContain('holds art33/arrangement/other');
    expect(rulesOf(arranged, 'art33-1:beta:fr-cnil')).toContain('holds art33/arrangement/this');
    expect(rulesOf(arranged, 'art34-1:acme:persons')).toContain('holds art33/arrangement/other');
  });

  it('without an arrangement the question stays open in the reasons; a single controller has none', () => {
    expect(rulesOf(input([joint]), 'art33-1:acme:de-nw')).toContain('open art33/arrangement/unnamed');
    expect(rulesOf(input([dataSet({})]), 'art33-1:acme:de-nw').join()).not.toContain('arrangement');
  });

  it('have each a clock of their own', () => {
    const { duties } = assess(input([joint], { acme: monday, beta: tuesday }));
    expect(duties.filter(({ duty }) => duty === 'art33-1').map(({ dueBy }) => dueBy)).toEqual([
      instant('2026-11-26T10:00:00+01:00'),
      instant('2026-11-27T10:00:00+01:00'),
    ]);
  });

  it('are told one by one by their processor', () => {
    expect(owed(input([dataSet({ controller: 'beta', jointWith: ['region', 'beta'], role: 'processor' })]))).toEqual([
      'art33-2:acme:beta',
      'art33-2:acme:region',
    ]);
  });

  it('named twice owe once', () => {
    expect(owed(input([dataSet({ jointWith: ['acme'] })]))).toHaveLength(3);
  });
});

describe('a processor', () => {
  it('tells every controller without a test of risk', () => {
    const harmless = dataSet({ controller: 'beta', role: 'processor', facts: HARMLESS });
    expect(owed(input([harmless]))).toEqual(['art33-2:acme:beta']);
  });

  it('that works for another processor tells that one, by its own clock; the controller’s clock is not touched', () => {
    const sub = dataSet({ controller: 'beta', role: 'processor', worksFor: 'hoster' });
    const { duties } = assess(input([sub], { acme: monday, beta: tuesday }));
    expect(duties.map(({ id, startsAt, dueBy }) => [id, startsAt, dueBy])).toEqual([['art33-2:acme:hoster', monday, undefined]]);
    expect(rulesOf(input([sub]), 'art33-2:acme:hoster')[0]).toBe('holds art33/tell-processor');
  });

  it('does not take over the clock of the controller when its own is not known yet', () => {
    const sub = dataSet({ controller: 'beta', role: 'processor', worksFor: 'hoster' });
    expect(assess(input([sub], { beta: tuesday })).duties[0]).not.toHaveProperty('startsAt');
  });
});

/** LAZIOcrea (Garante, 2024): processor for several public bodies and controller of systems of its own, in one incident. */
it('both roles in one incident: each body is told, and for our own systems we notify ourselves', () => {
  const dataSets = [
    dataSet({ id: 'own' }),
    dataSet({ id: 'region', controller: 'region', role: 'processor' }),
    dataSet({ id: 'hospital', controller: 'hospital', role: 'processor' }),
  ];
  expect(owed(input(dataSets))).toEqual([
    'art33-5:acme:register',
    'art33-1:acme:de-nw',
    'art34-1:acme:persons',
    'art33-2:acme:region',
    'art33-2:acme:hospital',
  ]);
});

it('two subsidiaries hit by one fault notify each for itself', () => {
  const dataSets = [dataSet({ id: 'a' }), dataSet({ id: 'b', controller: 'beta' })];
  expect(owed(input(dataSets)).filter((id) => id.startsWith('art33-1'))).toEqual(['art33-1:acme:de-nw', 'art33-1:beta:fr-cnil']);
});

it('an unknown role presumes all of it: every joint controller’s duties, and telling each of them and the processor between', () => {
  const unclear = dataSet({ controller: 'beta', jointWith: ['region'], worksFor: 'hoster', role: 'unknown' });
  const { duties } = assess(input([unclear]));
  expect(duties.every(({ status }) => status === 'presumed')).toBe(true);
  expect(duties.map(({ id }) => id)).toEqual([
    'art33-5:beta:register',
    'art33-1:beta:fr-cnil',
    'art34-1:beta:persons',
    'art33-5:region:register',
    'art33-1:region:it-gpdp',
    'art34-1:region:persons',
    'art33-2:acme:hoster',
    'art33-2:acme:beta',
    'art33-2:acme:region',
  ]);
});

describe('on the sheet', () => {
  const read = (entry: object) => parseFactSheet({ dataSets: [{ controller: 'acme', ...entry }] });

  it('the parts of others are read, and may all be left out', () => {
    const sides = { jointWith: ['beta'], notifier: 'beta', residence: ['FR', 'DE-NW'], profile: 'telecom' };
    expect(read(sides)).toMatchObject({ sheet: { dataSets: [sides] } });
    expect(read({})).toEqual({
      sheet: { incident: {}, dataSets: [{ id: 'data', controller: 'acme', role: 'controller', facts: {} }] },
    });
  });

  it.each([
    ['notifier', { jointWith: ['beta'], notifier: 'gamma' }],
    ['worksFor', { worksFor: 'hoster' }],
    ['worksFor', { role: 'processor', worksFor: 'acme' }],
    ['residence[0]', { residence: ['France'] }],
    ['profile', { profile: 'bank' }],
  ])('a %s that makes no sense is named with its place', (place, entry) => {
    const result = read(entry);
    expect('faults' in result ? result.faults.map(({ path }) => path) : []).toEqual([`dataSets[0].${place}`]);
  });
});
