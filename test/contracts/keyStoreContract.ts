import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RegisterUnavailable } from '../../src/ports.ts';
import type { KeyRing, KeyStore } from '../../src/register/keyStore.ts';

/** Opens the key store of the present test: the first call makes it, every further call opens the same one again. */
export type OpenKeyStore = () => Promise<KeyStore>;

const WRITERS = 32;

/** What every key store must hold. `prepare` gives each test a store of its own and takes it away afterwards. */
export function keyStoreContract(
  name: string,
  prepare: () => Promise<{ open: OpenKeyStore; remove: () => Promise<void> }>,
): void {
  describe(`the key store on ${name}`, () => {
    let keyStore: KeyStore;
    let open: OpenKeyStore;
    let remove: () => Promise<void>;

    beforeEach(async () => {
      ({ open, remove } = await prepare());
      keyStore = await open();
    });
    afterEach(async () => {
      await keyStore.close();
      await remove();
    });

    const ring = (id: string, wanted: Partial<KeyRing> = {}): KeyRing => ({
      id,
      stream: 'case/c-1',
      fingerprint: '0123456789abcdef',
      wrapped: { by: `by of ${id}`, '0/text': `text of ${id}`, '0/source.informant': `informant of ${id}` },
      ...wanted,
    });
    const idsOf = (rings: readonly KeyRing[]) => rings.map(({ id }) => id);

    describe('a ring', () => {
      it('comes back as it was put', async () => {
        expect(await keyStore.put(ring('r-1'))).toEqual(ring('r-1'));
        expect(await keyStore.ring('r-1')).toEqual(ring('r-1'));
        expect(await keyStore.ring('r-2')).toBeUndefined();
      });

      it('is put once; whoever comes later gets the first one', async () => {
        await keyStore.put(ring('r-1'));
        expect(await keyStore.put(ring('r-1', { wrapped: { by: 'another' } }))).toEqual(ring('r-1'));
        expect(await keyStore.ring('r-1')).toEqual(ring('r-1'));
      });

      it(`is the same one for ${WRITERS} writers at once`, async () => {
        const others = await Promise.all([open(), open(), open()]);
        const doors = [keyStore, ...others];
        const answers = await Promise.all(
          Array.from({ length: WRITERS }, (_, writer) =>
            doors[writer % doors.length]!.put(ring('r-1', { wrapped: { by: `writer ${writer}` } })),
          ),
        );
        await Promise.all(others.map((other) => other.close()));
        const kept = await keyStore.ring('r-1');
        expect(kept).toBeDefined();
        for (const answer of answers) expect(answer).toEqual(kept);
      });

      it('is found by its stream, and no other is', async () => {
        await keyStore.put(ring('r-2'));
        await keyStore.put(ring('r-1'));
        await keyStore.put(ring('r-3', { stream: 'case/c-11' }));
        expect(idsOf(await keyStore.ringsOf('case/c-1')).toSorted()).toEqual(['r-1', 'r-2']);
        expect(await keyStore.ringsOf('case/c-11')).toEqual([ring('r-3', { stream: 'case/c-11' })]);
        expect(await keyStore.ringsOf('case/c-9')).toEqual([]);
      });

      it('outlives a restart', async () => {
        await keyStore.put(ring('r-1'));
        await keyStore.close();
        keyStore = await open();
        expect(await keyStore.ring('r-1')).toEqual(ring('r-1'));
      });
    });

    describe('destroying', () => {
      beforeEach(async () => {
        for (const id of ['r-1', 'r-2']) await keyStore.put(ring(id));
        await keyStore.put(ring('r-3', { stream: 'looks/c-1' }));
      });

      it('takes the keys of the named parts, and leaves the others', async () => {
        await keyStore.destroy('r-1', ['0/text', '0/source.informant', 'never there']);
        expect(await keyStore.ring('r-1')).toEqual(ring('r-1', { wrapped: { by: 'by of r-1' } }));
        expect(await keyStore.ring('r-2')).toEqual(ring('r-2'));
      });

      it('takes the whole ring where no part is named', async () => {
        await keyStore.destroy('r-1');
        expect(await keyStore.ring('r-1')).toBeUndefined();
        expect(idsOf(await keyStore.ringsOf('case/c-1'))).toEqual(['r-2']);
      });

      it('takes every ring of one stream', async () => {
        await keyStore.destroyStream('case/c-1');
        expect(await keyStore.ringsOf('case/c-1')).toEqual([]);
        expect(idsOf(await keyStore.ringsOf('looks/c-1'))).toEqual(['r-3']);
      });

      it('may be said again, and of what was never there', async () => {
        await keyStore.destroy('r-1', ['by']);
        await keyStore.destroy('r-1', ['by']);
        await keyStore.destroy('r-1');
        await keyStore.destroy('r-1');
        await keyStore.destroy('r-9', ['by']);
        await keyStore.destroyStream('case/c-9');
        expect(await keyStore.ring('r-1')).toBeUndefined();
        expect(await keyStore.ring('r-9')).toBeUndefined();
      });

      it('outlives a restart', async () => {
        await keyStore.destroy('r-1', ['0/text']);
        await keyStore.close();
        keyStore = await open();
        expect(Object.keys((await keyStore.ring('r-1'))!.wrapped).toSorted()).toEqual(['0/source.informant', 'by']);
      });
    });

    describe('a change of the master key', () => {
      const renewed = (id: string): KeyRing => {
        const wrapped = Object.fromEntries(Object.keys(ring(id).wrapped).map((part) => [part, `new ${part} of ${id}`]));
        return ring(id, { fingerprint: 'fedcba9876543210', wrapped });
      };

      it('walks through all rings in the order of their ids', async () => {
        for (const id of ['r-3', 'r-1', 'r-2', 'R-1', 'r-11']) await keyStore.put(ring(id, { stream: `case/${id}` }));
        const walked: string[] = [];
        for (let last = ''; walked.length < 9; ) {
          const page = idsOf(await keyStore.after(last, 2));
          if (page.length === 0) break;
          walked.push(...page);
          last = page.at(-1)!;
        }
        expect(walked).toEqual(['R-1', 'r-1', 'r-11', 'r-2', 'r-3']);
      });

      it('puts the renewed ring in the place of the one that was read', async () => {
        await keyStore.put(ring('r-1'));
        expect(await keyStore.rewrap(ring('r-1'), renewed('r-1'))).toBe(true);
        expect(await keyStore.ring('r-1')).toEqual(renewed('r-1'));
      });

      it('never brings back a ring that was destroyed meanwhile', async () => {
        await keyStore.put(ring('r-1'));
        await keyStore.destroy('r-1');
        expect(await keyStore.rewrap(ring('r-1'), renewed('r-1'))).toBe(false);
        expect(await keyStore.ring('r-1')).toBeUndefined();
      });

      it('never brings back one key that was destroyed meanwhile', async () => {
        await keyStore.put(ring('r-1'));
        await keyStore.destroy('r-1', ['0/text']);
        const kept = await keyStore.ring('r-1');
        expect(await keyStore.rewrap(ring('r-1'), renewed('r-1'))).toBe(false);
        expect(await keyStore.ring('r-1')).toEqual(kept);
      });

      it('is done by one of two who try', async () => {
        await keyStore.put(ring('r-1'));
        const tries = await Promise.all([1, 2].map(() => keyStore.rewrap(ring('r-1'), renewed('r-1'))));
        expect(tries.toSorted()).toEqual([false, true]);
      });

      it('does not depend on the order in which the parts are named', async () => {
        await keyStore.put(ring('r-1'));
        const turned = Object.fromEntries(Object.entries(ring('r-1').wrapped).toReversed());
        expect(await keyStore.rewrap(ring('r-1', { wrapped: turned }), renewed('r-1'))).toBe(true);
      });
    });

    describe('closing', () => {
      it('may be said twice', async () => {
        await keyStore.close();
        await expect(keyStore.close()).resolves.toBeUndefined();
      });

      it('makes every further call unavailable, not wrong', async () => {
        await keyStore.close();
        await expect(keyStore.put(ring('r-1'))).rejects.toBeInstanceOf(RegisterUnavailable);
        await expect(keyStore.ring('r-1')).rejects.toBeInstanceOf(RegisterUnavailable);
      });
    });
  });
}
