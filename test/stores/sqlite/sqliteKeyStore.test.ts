import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { sqliteKeyStore } from '../../../adapters/stores/sqlite/sqliteKeyStore.ts';
import type { KeyRing } from '../../../src/register/keyStore.ts';
import { RegisterUnavailable } from '../../../src/ports.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const path = temporaryFolder();
const box = (): string => randomBytes(60).toString('base64url');

function ringOf(id: string, { parts = 5, stream = `case/${id}`, fingerprint = 'first-key' } = {}): KeyRing {
  const names = Array.from({ length: parts }, (_, index) => `${index}/text`);
  return { id, stream, fingerprint, wrapped: Object.fromEntries(names.map((name) => [name, box()])) };
}

/** Every byte that the store keeps: the key file, and what the engine keeps beside it. */
const everything = (): Buffer => {
  const folder = path('');
  const files = readdirSync(folder).filter((name) => name.startsWith('register.keys'));
  return Buffer.concat(files.map((name) => readFileSync(join(folder, name))));
};
const boxesFound = (rings: readonly KeyRing[]): number => {
  const bytes = everything();
  return rings.flatMap(({ wrapped }) => Object.values(wrapped)).filter((each) => bytes.includes(each)).length;
};

describe('a destroyed key', () => {
  it('is found in no byte of the files, and no other key is touched', async () => {
    const store = sqliteKeyStore(path('register.keys'));
    const rings = Array.from({ length: 200 }, () =>
      ringOf(randomBytes(16).toString('hex'), { parts: 1 + (randomBytes(1)[0]! % 12) }),
    );
    for (const ring of rings) await store.put(ring);
    // The search finds what is there; without this it would show nothing.
    expect(boxesFound(rings)).toBe(rings.reduce((sum, { wrapped }) => sum + Object.keys(wrapped).length, 0));

    const [gone, stay] = [rings.filter((_, index) => index % 3 === 0), rings.filter((_, index) => index % 3 !== 0)];
    for (const { id } of gone) await store.destroy(id);
    expect(boxesFound(gone)).toBe(0);
    for (const ring of stay) expect(await store.ring(ring.id)).toEqual(ring);
    expect(boxesFound(stay)).toBe(stay.reduce((sum, { wrapped }) => sum + Object.keys(wrapped).length, 0));
    await store.close();
    expect(boxesFound(gone)).toBe(0);
  });

  it('leaves the log with the next write, where another process read while it was destroyed', async () => {
    const store = sqliteKeyStore(path('register.keys'), 50);
    const ring = ringOf('a');
    await store.put(ring);
    const other = new DatabaseSync(path('register.keys'), { readOnly: true });
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM sqlite_schema').get();
    await expect(store.destroy('a')).rejects.toThrow(RegisterUnavailable);
    expect(boxesFound([ring])).toBeGreaterThan(0);
    other.exec('COMMIT');
    other.close();
    await store.put(ringOf('b'));
    expect(boxesFound([ring])).toBe(0);
    await store.close();
  });

  it('is gone alone where only its part was named', async () => {
    const store = sqliteKeyStore(path('register.keys'));
    const ring = ringOf('r-1');
    await store.put(ring);
    await store.destroy('r-1', ['1/text', '3/text']);
    const { '1/text': one, '3/text': three, ...left } = ring.wrapped;
    expect(await store.ring('r-1')).toEqual({ ...ring, wrapped: left });
    expect([one, three].map((each) => everything().includes(each!))).toEqual([false, false]);
    await store.close();
  });

  it('is gone from the log of a process that ended before it could cut it off', async () => {
    const file = path('register.keys');
    const store = sqliteKeyStore(file);
    const ring = ringOf('r-1');
    await store.put(ring);
    // A reader of another process keeps the log from being cut.
    const reader = new DatabaseSync(file);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM ring').get();
    const hasty = sqliteKeyStore(file, 1);
    await expect(hasty.destroy('r-1')).rejects.toBeInstanceOf(RegisterUnavailable);
    expect(boxesFound([ring])).toBeGreaterThan(0);
    reader.close();
    await hasty.destroy('r-1');
    expect(boxesFound([ring])).toBe(0);
    await hasty.close();
    await store.close();
  });

  it('does not come back by a change of the master key that had read it before', async () => {
    const store = sqliteKeyStore(path('register.keys'));
    const before = ringOf('r-1', { parts: 2 });
    await store.put(before);
    const after: KeyRing = { ...before, fingerprint: 'second-key', wrapped: { '0/text': box(), '1/text': box() } };
    await store.destroy('r-1', ['1/text']);
    expect(await store.rewrap(before, after)).toBe(false);
    expect((await store.ring('r-1'))?.wrapped).toEqual({ '0/text': before.wrapped['0/text'] });
    await store.close();
  });
});

describe('a changed master key', () => {
  it('leaves nothing that the old one wrapped', async () => {
    const store = sqliteKeyStore(path('register.keys'));
    const rings = Array.from({ length: 50 }, (_, index) => ringOf(`r-${index}`));
    for (const ring of rings) await store.put(ring);
    for (const ring of rings) {
      const wrapped = Object.fromEntries(Object.keys(ring.wrapped).map((part) => [part, box()]));
      expect(await store.rewrap(ring, { ...ring, fingerprint: 'second-key', wrapped })).toBe(true);
    }
    await store.close();
    expect(boxesFound(rings)).toBe(0);
    expect(existsSync(`${path('register.keys')}-wal`)).toBe(false);
  });

  it('takes no new ring under the old one, for that would be lost with it', async () => {
    const store = sqliteKeyStore(path('register.keys'));
    const ring = ringOf('r-1');
    await store.put(ring);
    const changed = {
      ...ring,
      fingerprint: 'second-key',
      wrapped: Object.fromEntries(Object.keys(ring.wrapped).map((part) => [part, box()])),
    };
    await store.rewrap(ring, changed);
    await expect(store.put(ringOf('r-2'))).rejects.toBeInstanceOf(RegisterUnavailable);
    expect(await store.ring('r-2')).toBeUndefined();
    expect(await store.put(ringOf('r-3', { fingerprint: 'second-key' }))).toMatchObject({ id: 'r-3' });
    // Changing back makes the old one good again.
    await store.rewrap(changed, ring);
    expect(await store.put(ringOf('r-4'))).toMatchObject({ id: 'r-4' });
    await store.close();
  });
});
