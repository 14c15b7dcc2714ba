import { expect, it } from 'vitest';
import { seenIds } from '../../adapters/slack/seenIds.ts';
import { RegisterUnavailable } from '../../src/ports.ts';
import { memoryNotes } from '../support/memoryNotes.ts';

it('an id that came to one instance is known to the others, for an hour and no longer', async () => {
  let nowMs = Date.parse('2026-11-24T08:00:00Z');
  const notes = memoryNotes();
  const instance = () => seenIds({ notes, nowMs: () => nowMs });
  expect(await instance()('Ev1')).toBe(false);
  expect(await instance()('Ev1')).toBe(true);
  expect(await instance()('Ev2')).toBe(false);
  nowMs += 3_600_001;
  expect(await instance()('Ev1')).toBe(false);
  expect(await instance()('Ev1')).toBe(true);
});

it('of many instances that get one id at the same moment exactly one takes it', async () => {
  const notes = memoryNotes();
  const answers = await Promise.all(Array.from({ length: 20 }, () => seenIds({ notes, nowMs: () => 1 })('Ev1')));
  expect(answers.filter((isRepeated) => !isRepeated)).toHaveLength(1);
});

it('what is kept of ids stays small: however many come, they lie in 256 notes', async () => {
  const names = new Set<string>();
  const isRepeated = seenIds({ notes: { change: async (name) => void names.add(name) }, nowMs: () => 1 });
  for (let at = 0; at < 5000; at += 1) await isRepeated(`Ev${at}`);
  expect(names.size).toBe(256);
});

it('without the notes nothing counts as repeated but what this instance saw itself', async () => {
  const change = async (): Promise<void> => {
    throw new RegisterUnavailable('The notes did not answer.');
  };
  const isRepeated = seenIds({ notes: { change }, nowMs: () => 1 });
  expect([await isRepeated('Ev1'), await isRepeated('Ev1')]).toEqual([false, true]);
});
