import { beforeEach, describe, expect, it } from 'vitest';
import { masterKeyOf } from '../../adapters/vault/masterKeyOf.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import { changeMasterKey } from '../../src/register/changeMasterKey.ts';
import type { MasterKey } from '../../src/register/cryptography.ts';
import type { KeyRing, KeyStore } from '../../src/register/keyStore.ts';
import { caseId } from '../../src/breach/identifiers.ts';
import { RegisterUnavailable } from '../../src/ports.ts';
import { ada, nine, openCases } from '../contracts/sampleWrites.ts';
import { registerOn, testMasterKey } from '../contracts/store.ts';
import { memoryEngine, memoryKeyStore } from '../support/memoryEngine.ts';

const [from, to, third] = [1, 2, 3].map(() => masterKeyOf(nodeCryptography.randomKey())) as [MasterKey, MasterKey, MasterKey];
const keys = new Map<string, string>();

function ringUnder(master: MasterKey, id: string): KeyRing {
  const parts = ['by', '0/text'].map((part) => {
    const key = nodeCryptography.randomKey();
    keys.set(`${id}/${part}`, key);
    return [part, master.wrap(key, `${id}/${part}`)] as const;
  });
  return { id, stream: `case/${id}`, fingerprint: master.fingerprint, wrapped: Object.fromEntries(parts) };
}

/** Which of the keys in the store this master key opens. */
async function openedBy(master: MasterKey, keyStore: KeyStore): Promise<number> {
  const rings = await keyStore.after('', 1000);
  const opened = rings.flatMap(({ id, wrapped }) =>
    Object.entries(wrapped).filter(([part, box]) => master.unwrap(box, `${id}/${part}`) === keys.get(`${id}/${part}`)),
  );
  return opened.length;
}

const RINGS = 230;

describe('a change of the master key', () => {
  let keyStore: KeyStore;
  beforeEach(async () => {
    keyStore = memoryKeyStore();
    await keyStore.put(ringUnder(from, 'pseudonyms'));
    for (let ring = 1; ring < RINGS; ring += 1) await keyStore.put(ringUnder(from, `ring-${ring}`));
  });

  it('leaves every key as it was, under the new master key alone', async () => {
    expect(await changeMasterKey({ keyStore, from, to })).toEqual({
      outcome: 'changed',
      changed: RINGS,
      already: 0,
      unopened: 0,
    });
    expect(await openedBy(to, keyStore)).toBe(2 * RINGS);
    expect(await openedBy(from, keyStore)).toBe(0);
  });

  it('has nothing to do when it is repeated', async () => {
    await changeMasterKey({ keyStore, from, to });
    const before = await keyStore.after('', 1000);
    expect(await changeMasterKey({ keyStore, from, to })).toEqual({
      outcome: 'changed',
      changed: 0,
      already: RINGS,
      unopened: 0,
    });
    expect(await keyStore.after('', 1000)).toEqual(before);
  });

  it('goes on where it was stopped, and changes first what every start opens', async () => {
    let left = 100;
    const stopped: KeyStore = {
      ...keyStore,
      rewrap: (before, after) => {
        if ((left -= 1) < 0) throw new Error('killed');
        return keyStore.rewrap(before, after);
      },
    };
    await expect(changeMasterKey({ keyStore: stopped, from, to })).rejects.toThrow('killed');
    expect((await keyStore.ring('pseudonyms'))?.fingerprint).toBe(to.fingerprint);
    const resumed = await changeMasterKey({ keyStore, from, to });
    expect(resumed).toEqual({ outcome: 'changed', changed: RINGS - 100, already: 100, unopened: 0 });
    expect(await openedBy(to, keyStore)).toBe(2 * RINGS);
  });

  it('is refused under a wrong key, and changes nothing', async () => {
    const before = await keyStore.after('', 1000);
    const refused = { outcome: 'foreign-key', fingerprint: from.fingerprint };
    expect(await changeMasterKey({ keyStore, from: third, to })).toEqual(refused);
    expect(await keyStore.after('', 1000)).toEqual(before);
  });

  it('passes a key by that fits none, and says so', async () => {
    const [by] = Object.entries(ringUnder(third, 'ring-0').wrapped);
    const torn: KeyRing = { ...ringUnder(from, 'ring-0'), wrapped: { by: by![1] } };
    await keyStore.put(torn);
    expect(await changeMasterKey({ keyStore, from, to })).toMatchObject({ outcome: 'changed', unopened: 1 });
    expect((await keyStore.ring('ring-0'))?.wrapped).toEqual(torn.wrapped);
  });

  it('brings back no key that is destroyed under its hands, and finds what is left of the ring', async () => {
    const meddled: KeyStore = {
      ...keyStore,
      rewrap: async (before, after) => {
        if (before.id === 'ring-7') await keyStore.destroy('ring-7', ['by']);
        return keyStore.rewrap(before, after);
      },
    };
    expect(await changeMasterKey({ keyStore: meddled, from, to })).toMatchObject({ outcome: 'changed', changed: RINGS });
    const ring = (await keyStore.ring('ring-7'))!;
    expect(Object.keys(ring.wrapped)).toEqual(['0/text']);
    expect(ring.fingerprint).toBe(to.fingerprint);
  });
});

describe('a register that still runs with the old key', () => {
  it('is unavailable for reading, looks and deliveries, instead of saying that nothing is there', async () => {
    const keyStore = memoryKeyStore();
    const register = await registerOn({ engine: memoryEngine(), keyStore });
    await openCases(register, 'c-1');
    await register.recordLook({ caseId: caseId('c-1'), by: ada, at: nine, what: 'openCase', allowed: true });
    const claim = (await register.claimCase(caseId('c-1'), nine, 60))!;
    const sent = { caseId: caseId('c-1'), slot: 'card/slack:dpo', state: 'sent', at: nine, attempts: 1, messageId: 'm' } as const;
    expect(await register.recordDeliveries(claim, [sent])).toBe(true);

    await changeMasterKey({ keyStore, from: testMasterKey, to });
    await expect(register.read(caseId('c-1'))).rejects.toThrow(RegisterUnavailable);
    await expect(register.looksAt(caseId('c-1'))).rejects.toThrow(RegisterUnavailable);
    await expect(register.deliveries(caseId('c-1'))).rejects.toThrow(RegisterUnavailable);
  });
});
