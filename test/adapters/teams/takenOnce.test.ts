import { expect, it } from 'vitest';
import { takenOnce } from '../../../adapters/teams/takenOnce.ts';
import { RegisterUnavailable } from '../../../src/ports.ts';
import { memoryNotes } from '../../support/memoryNotes.ts';

const world = () => {
  const state = { nowMs: Date.parse('2026-11-24T08:00:00Z'), waited: 0 };
  const notes = memoryNotes();
  const instance = () =>
    takenOnce({
      ...{ notes, nowMs: () => state.nowMs },
      wait: async (ms) => {
        state.waited += ms;
        state.nowMs += ms;
        await new Promise(setImmediate);
      },
    });
  return { state, instance };
};

it('is done by one of two instances, and the other waits until it is done', async () => {
  const { instance } = world();
  const done: string[] = [];
  let finish = (): void => undefined;
  const first = instance()('a', async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    done.push('first');
  });
  await new Promise(setImmediate);
  const second = instance()('a', async () => void done.push('second'));
  await new Promise(setImmediate);
  expect(done).toEqual([]);
  finish();
  await Promise.all([first, second]);
  expect(done).toEqual(['first']);
});

it('is done by another where the one that began died over it, and not before ten seconds', async () => {
  const { state, instance } = world();
  void instance()('a', () => new Promise(() => undefined));
  await new Promise(setImmediate);
  let done = 0;
  await instance()('a', async () => void (done += 1));
  expect([done, state.waited]).toEqual([1, 10_000]);
});

it('may come again where it failed', async () => {
  const { instance } = world();
  await expect(instance()('a', () => Promise.reject(new Error('planted')))).rejects.toThrow('planted');
  let done = 0;
  await instance()('a', async () => void (done += 1));
  await instance()('a', async () => void (done += 1));
  expect(done).toBe(1);
});

it('is forgotten after an hour', async () => {
  const { state, instance } = world();
  let done = 0;
  await instance()('a', async () => void (done += 1));
  state.nowMs += 3_600_001;
  await instance()('a', async () => void (done += 1));
  expect(done).toBe(2);
});

it('is done where the notes do not answer', async () => {
  const change = async (): Promise<void> => {
    throw new RegisterUnavailable('The notes did not answer.');
  };
  let done = 0;
  await takenOnce({ notes: { change }, nowMs: () => 1 })('a', async () => void (done += 1));
  expect(done).toBe(1);
});
