import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeskItem, type DeskStore, openDeskStore, personPlace, type Posting } from '../../adapters/desk/deskStore.ts';
import { instant } from '../../src/rules/instant.ts';

const nine = instant('2026-03-02T09:00:00Z');
const ten = instant('2026-03-02T10:00:00Z');
const own = (text: string) => ({ type: 'own', text }) as const;
const posting = (id: string, change: Partial<Posting> = {}): Posting => ({
  ...{ id, key: `key of ${id}`, place: personPlace('employee'), at: nine, content: own(id) },
  ...change,
});

describe('the store of the desk', () => {
  let folder: string;
  let store: DeskStore;
  const file = (): string => join(folder, 'desk.sqlite');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fristwacht-desk-'));
    store = openDeskStore(file());
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  it('keeps what was shown, in its order, across a restart', () => {
    store.post(posting('one'));
    store.post(posting('two', { at: ten }));
    store.close();
    store = openDeskStore(file());
    expect(store.changedAfter(0).map(({ id, ordinal, at }) => ({ id, ordinal, at }))).toEqual([
      { id: 'one', ordinal: 1, at: nine },
      { id: 'two', ordinal: 2, at: ten },
    ]);
    expect(store.latestMoment()).toBe(ten);
  });

  it('shows a redrawn message in its old spot, as a new change', () => {
    store.post(posting('one'));
    store.post(posting('two'));
    const redrawn = store.redraw('one', 'new key', ten, own('anew'));
    expect(redrawn).toMatchObject({ id: 'one', ordinal: 1, change: 3, at: nine, changedAt: ten, content: own('anew') });
    expect(store.changedAfter(2).map(({ id }) => id)).toEqual(['one']);
  });

  it('says that there is nothing to redraw where the message is gone', () => {
    expect(store.redraw('never posted', 'key', ten, own('anew'))).toBeUndefined();
  });

  it('moves the next answer under the same id to the end', () => {
    store.post(posting('answer:employee', { key: 'answer' }));
    store.post(posting('two'));
    store.post(posting('answer:employee', { key: 'answer', content: own('the next one') }));
    const items = store.changedAfter(0);
    expect(items.map(({ id, ordinal, change }) => ({ id, ordinal, change }))).toEqual([
      { id: 'two', ordinal: 2, change: 2 },
      { id: 'answer:employee', ordinal: 3, change: 3 },
    ]);
  });

  it('finds a message that was posted and not recorded by its key, in its own place only', () => {
    store.post(posting('one', { key: 'reminder' }));
    expect(store.findByKey(personPlace('employee'), 'reminder')?.id).toBe('one');
    expect(store.findByKey(personPlace('dpo'), 'reminder')).toBeUndefined();
  });

  it('takes no second message under the same key', () => {
    store.post(posting('one', { key: 'reminder' }));
    expect(() => store.post(posting('two', { key: 'reminder' }))).toThrow(/UNIQUE/);
  });

  it('tells each write to those who listen, and to nobody who stopped', () => {
    const heard: DeskItem[] = [];
    const stop = store.onChange((item) => heard.push(item));
    store.post(posting('one'));
    stop();
    store.post(posting('two'));
    expect(heard.map(({ id }) => id)).toEqual(['one']);
  });
});
