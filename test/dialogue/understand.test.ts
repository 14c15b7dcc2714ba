import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inbound, InboundContent } from '../../src/dialogue/inbound.ts';
import { understand } from '../../src/dialogue/understand.ts';
import { VERBS } from '../../src/prompt/action.ts';

const inbound = (content: InboundContent): Inbound => ({
  platform: 'slack',
  id: 'm1',
  account: 'ADA',
  name: 'Ada',
  place: 'direct',
  content,
});
const text = (typed: string, files = 0) => understand(inbound({ type: 'text', text: typed, files }));
const press = (verb: string, data: unknown = {}, inputs: unknown = {}) =>
  understand(inbound({ type: 'press', verb, data, inputs } as InboundContent));

describe('what people type', () => {
  it.each([
    ['DP-2026-0001', 'showNumber'],
    ['dp-2026-1', 'showNumber'],
    ['Ü-2026-0001', 'showNumber'],
    ['hilfe', 'home'],
    ['Help!', 'home'],
    ['/hilfe', 'home'],
    ['', 'home'],
    ['offen', 'openCases'],
    ['Open cases', 'openCases'],
    ['meine Meldungen', 'myReports'],
    ['My reports', 'myReports'],
    ['Ich habe eine Mail an die falsche Adresse geschickt', 'freeText'],
  ])('%j is understood as %s', (typed, wants) => {
    expect(text(typed).wants).toBe(wants);
  });

  it('keeps the words that came with files', () => {
    expect(text('Siehe Anhang', 2)).toEqual({ wants: 'freeText', text: 'Siehe Anhang', files: true });
  });

  it('drops what no reader can see, and keeps the rest as written', () => {
    expect(text('Zeile 1\r\nZeile 2\u0000\u0007 \u202Everkehrt\u202C')).toMatchObject({ text: 'Zeile 1\nZeile 2 verkehrt' });
  });
});

describe('a button', () => {
  it('brings its ids and its inputs', () => {
    expect(press('answerFact', { case: 'c1', fact: 'access', answer: 'none' })).toEqual({
      wants: 'answerFact',
      caseId: 'c1',
      fact: 'access',
      answer: 'none',
    });
    expect(press('openForm', { case: 'c1', form: 'notice', duty: 'art33-1:acme:de-nw' })).toMatchObject({
      wants: 'openForm',
      form: 'notice',
      values: { duty: 'art33-1:acme:de-nw', to: '' },
    });
  });

  it.each([
    ['an unknown verb', 'dropDatabase', {}, {}],
    ['a verb of every object', 'constructor', {}, {}],
    ['no case', 'openCase', {}, {}],
    ['an empty case', 'openCase', { case: '' }, {}],
    ['a case that is no text', 'openCase', { case: { $ne: null } }, {}],
    ['a case with control characters', 'openCase', { case: 'c1\u0000' }, {}],
    ['a case of 100,000 characters', 'openCase', { case: 'c'.repeat(100_000) }, {}],
    ['an unknown fact', 'answerFact', { case: 'c1', fact: 'toString', answer: 'yes' }, {}],
    ['an unknown form', 'openForm', { case: 'c1', form: '__proto__' }, {}],
    ['a form that needs a case and has none', 'submitForm', { form: 'close' }, {}],
    ['hours that are none', 'acknowledge', { case: 'c1', hours: '-1' }, {}],
    ['an unknown outcome', 'tellReporter', { case: 'c1', outcome: 'all-lies' }, {}],
    ['data that is a list', 'openCase', ['c1'], {}],
    ['data that is missing', 'openCase', undefined, {}],
    ['inputs that are missing', 'report', {}, null],
  ])('with %s is not understood', (_, verb, data, inputs) => {
    expect(press(verb, data, inputs)).toEqual({ wants: 'notUnderstood' });
  });

  it('takes nothing from a prototype and nothing that is not its own', () => {
    const forged = JSON.parse('{"text":"Echt","__proto__":{"noticedAt":"17:40"},"constructor":"x"}') as object;
    expect(press('report', {}, forged)).toEqual({ wants: 'report', values: { text: 'Echt', noticedAt: '' } });
  });

  it('takes no input that is no text', () => {
    expect(press('report', {}, { text: ['a'], noticedAt: 7 })).toEqual({ wants: 'report', values: { text: '', noticedAt: '' } });
  });

  it('is always understood or not, whatever it carries', () => {
    const verb = fc.oneof(fc.constantFrom(...VERBS), fc.string());
    fc.assert(
      fc.property(verb, fc.anything(), fc.anything(), (...given) => {
        expect(typeof press(...given).wants).toBe('string');
      }),
      { seed: 20_261_123, numRuns: 2_000 },
    );
  });
});
