import { describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import { upcast, type UpcastStep, VOCABULARY } from '../../src/register/upcast.ts';
import { ada, nine } from '../contracts/sampleWrites.ts';

const closed: BreachEvent = { type: 'CaseClosed', at: nine, by: ada, note: 'a' };
const told: BreachEvent = { type: 'ReporterTold', at: nine, by: ada, outcome: 'handled' };
const appending =
  (letter: string): UpcastStep =>
  (event) =>
    event.type === 'CaseClosed' ? { ...event, note: event.note + letter } : event;

describe('an event of an older vocabulary', () => {
  const steps = [appending('b'), appending('c')];

  it.each([
    [1, 'abc'],
    [2, 'ac'],
    [3, 'a'],
  ])('is lifted from %i on, one step after the other', (vocabulary, note) => {
    expect(upcast([closed, told], vocabulary, steps)).toEqual([{ ...closed, note }, told]);
  });

  it.each([4, 0, -1, 1.5, Number.NaN])('is not read in vocabulary %d, which this version does not know', (vocabulary) => {
    expect(upcast([closed], vocabulary, steps)).toBeUndefined();
  });

  it('is read as it is where nothing changed since', () => {
    expect(upcast([closed, told], VOCABULARY)).toEqual([closed, told]);
    expect(upcast([closed], VOCABULARY + 1)).toBeUndefined();
  });
});
