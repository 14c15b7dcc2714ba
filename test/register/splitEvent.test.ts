import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import { PART_NAME } from '../../src/register/clearEntry.ts';
import { joinEvent } from '../../src/register/joinEvent.ts';
import { splitEvent } from '../../src/register/splitEvent.ts';
import { randomEvent, SECRET } from '../contracts/randomEvent.ts';
import { ada, nine, opening } from '../contracts/sampleWrites.ts';

const SEED = 20260327;
const RUNS = process.env.FRISTWACHT_PROOF === '1' ? 50_000 : 1000;
const [reported] = opening('c-1').events;
const sealedIn = (event: BreachEvent) =>
  Object.fromEntries(splitEvent(event, ada).sealed.map(({ path, value }) => [path, value]));

describe('an event', () => {
  it('is the same again after it was split and joined, and no secret stays in the clear', () => {
    fc.assert(
      fc.property(randomEvent, fc.boolean(), (event, isBySomebodyElse) => {
        const entryBy = isBySomebodyElse ? ada : event.by;
        const { clear, sealed } = splitEvent(event, entryBy);
        expect(joinEvent(clear, new Map(sealed.map(({ path, value }) => [path, value])), entryBy)).toEqual(event);
        expect(JSON.stringify(clear)).not.toContain(SECRET);
        for (const { path } of sealed) expect(`0/${path}`).toMatch(PART_NAME);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('keeps kind, times, number and language in the clear', () => {
    expect(splitEvent(reported, ada).clear).toEqual({
      type: 'BreachReported',
      at: nine,
      number: 'DP-2026-0001',
      noticedAt: nine,
      language: 'de',
      source: { by: 'self' },
    });
    expect(Object.keys(sealedIn(reported))).toEqual(['text', 'reporter', 'reporterName']);
  });

  it('tells the kind of incident openly, and only where it is one', () => {
    const hint = { type: 'HintGiven', at: nine, by: ada, hint: 'incident' } as const;
    expect(sealedIn({ ...hint, answer: 'attack' })).toEqual({});
    expect(sealedIn({ ...hint, answer: 'Herr Petrov war es' })).toEqual({ answer: 'Herr Petrov war es' });
    expect(sealedIn({ ...hint, hint: 'concerned', answer: 'customers' })).toEqual({ answer: 'customers' });
  });

  it('seals whatever nobody planned for: a new field, a new kind, a list or an object in the wrong place', () => {
    const odd = { ...reported, mood: 'gereizt', source: { by: 'self', mood: { is: 'gereizt' } }, text: ['a'] };
    expect(sealedIn(odd as unknown as BreachEvent)).toMatchObject({
      mood: 'gereizt',
      'source.mood': { is: 'gereizt' },
      text: ['a'],
    });
    const unknown = { type: 'Damaged', at: nine, by: ada, text: 'Kunden', toString: 'x' } as unknown as BreachEvent;
    expect(splitEvent(unknown, ada).clear).toEqual({ type: 'Damaged', at: nine });
  });

  it('is not joined with parts that have no place in it', () => {
    const { clear } = splitEvent(reported, ada);
    for (const path of ['text.deep', 'nowhere.text', '__proto__.polluted', 'constructor.prototype']) {
      expect(() => joinEvent(clear, new Map([[path, 'x']]), ada)).toThrow(RangeError);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
