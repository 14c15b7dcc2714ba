import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { masterKeyOf } from '../../adapters/vault/masterKeyOf.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { caseId, caseNumber, personId } from '../../src/breach/identifiers.ts';
import { type Register, RegisterUnavailable } from '../../src/ports.ts';
import { canonicalJson } from '../../src/register/canonicalJson.ts';
import { CaseUnreadable } from '../../src/register/caseUnreadable.ts';
import { ERASED_TEXT } from '../../src/register/erased.ts';
import { KeysRefused } from '../../src/register/keysRefused.ts';
import { readCase } from '../../src/register/readCase.ts';
import type { StreamName } from '../../src/register/registerEngine.ts';
import { sealedRegister } from '../../src/register/sealedRegister.ts';
import { verifyChain } from '../../src/register/verifyChain.ts';
import { verifyRegister } from '../../src/register/verifyRegister.ts';
import { memoryKeyStore } from '../support/memoryEngine.ts';
import { EVENT_TYPES, eventOfType, SECRET } from './randomEvent.ts';
import { ada, adding, hoursAfterNine, nine, openCases, opening } from './sampleWrites.ts';
import { countedIds, type PrepareStore, registerOn, type Store } from './store.ts';

const { sha256 } = nodeCryptography;
const SEED = 20260327;
const RUNS = process.env.FRISTWACHT_PROOF === '1' ? 60 : 4;
const LOOKERS = 32;

/** What the register must keep to itself on every engine, what it must show, and what it must be able to forget. */
export function sealedContract(name: string, prepare: PrepareStore): void {
  describe(`the sealed register on ${name}`, () => {
    let store: Store;
    let openStore: () => Promise<Store>;
    let register: Register;
    let remove: () => Promise<void>;
    let ids = countedIds();

    beforeEach(async () => {
      const prepared = await prepare();
      ({ open: openStore, remove } = prepared);
      ids = countedIds();
      store = await openStore();
      register = await registerOn(store, ids);
    });
    afterEach(async () => {
      await register.close();
      await remove();
    });

    const one = caseId('c-1');
    const entriesOf = async (named = 'c-1') => (await register.read(caseId(named)))!.entries;
    const eventAt = async (sequence: number) => (await entriesOf())[sequence - 1]!.events[0]!;
    const write = async (version: number, ...events: readonly [BreachEvent, ...BreachEvent[]]) =>
      expect(await register.append(adding('c-1', version, { events }))).toMatchObject({ outcome: 'appended' });
    const meta = { at: hoursAfterNine(1), by: ada };
    const textErased = (sequence: number, part: string): BreachEvent => ({
      ...{ ...meta, type: 'TextErased', sequence, part },
      reasons: 'Versehentlich genannt',
    });
    const caseErased: BreachEvent = { ...meta, type: 'CaseErased', retention: 'drei Jahre', reasons: 'Frist vorbei' };

    /** Every text that lies in the store, in the clear or sealed. */
    const kept = async (...cases: readonly string[]): Promise<string> => {
      const streams: readonly StreamName[] = [
        'register',
        'looks/register',
        ...cases.flatMap((named) => [`case/${named}`, `looks/${named}`] as const),
      ];
      const entries = await Promise.all(streams.map((stream) => store.engine.entries(stream)));
      const found = await Promise.all(cases.map((named) => store.engine.find(caseId(named))));
      const deliveries = await Promise.all(cases.map((named) => store.engine.deliveries(caseId(named))));
      return JSON.stringify([entries, found, deliveries, await store.keyStore.after('', 10_000)]);
    };
    const keysOf = async (stream: StreamName) =>
      (await store.keyStore.ringsOf(stream)).flatMap((ring) => Object.keys(ring.wrapped)).toSorted();

    describe('in the clear', () => {
      it('there is never a text, a name or a person, whatever the event; and all of it is read back', async () => {
        let ordinal = 0;
        for (const type of EVENT_TYPES) {
          await fc.assert(
            fc.asyncProperty(eventOfType(type), async (random) => {
              const named = `c-${(ordinal += 1)}`;
              const secret = { by: random.by, inboundIds: [`${SECRET} in ${named}`] };
              const [reported] = opening(named, { ordinal, by: random.by }).events;
              const number = caseNumber('DP', 2026, ordinal);
              const first = random.type === 'BreachReported' ? { ...random, number } : reported;
              await register.append(
                opening(named, { ordinal, ...secret, commandId: `${SECRET} opens ${named}`, events: [first] }),
              );
              const further = random.type === 'BreachReported' ? first : random;
              const next = { ...secret, inboundIds: [], commandId: `${SECRET} in ${named} again`, events: [further] as const };
              if (random.type !== 'BreachReported') await register.append(adding(named, 1, next));
              expect((await entriesOf(named)).at(-1)).toMatchObject({ by: random.by, events: [further] });
              expect(await kept(named)).not.toContain(SECRET);
            }),
            { seed: SEED, numRuns: RUNS },
          );
        }
      }, 60_000);

      it('the event of somebody else in the same entry keeps its author', async () => {
        const told: BreachEvent = { ...meta, type: 'ReporterTold', by: personId(`desk:${SECRET}`), outcome: 'handled' };
        const [reported] = opening('c-1').events;
        await register.append(opening('c-1', { events: [reported, told] }));
        expect((await entriesOf())[0]?.events).toEqual([reported, told]);
        expect(await kept('c-1')).not.toContain(SECRET);
      });

      it('there is nothing of who looked, at what, and of what was delivered to whom', async () => {
        await openCases(register, 'c-1');
        const look = { caseId: one, by: personId(SECRET), at: nine, what: `Suche nach ${SECRET}`, allowed: true };
        await register.recordLook(look);
        await register.recordLook({ ...look, caseId: undefined });
        const claim = await register.claimCase(one, nine, 60);
        const sent = { caseId: one, slot: `card/${SECRET}`, state: 'sent', at: nine, attempts: 1 } as const;
        await register.recordDeliveries(claim!, [{ ...sent, messageId: SECRET, shown: SECRET }]);
        expect(await kept('c-1')).not.toContain(SECRET);
        expect(await register.looksAt(one)).toEqual([look]);
      });

      it('one person has one pseudonym in all cases, which is no mere digest of the name', async () => {
        await openCases(register, 'c-1', 'c-2');
        await register.append(opening('c-3', { ordinal: 3, by: personId('ben') }));
        const heads = await Promise.all(['c-1', 'c-2', 'c-3'].map((named) => store.engine.find(caseId(named))));
        const [first, second, third] = heads.map((head) => head!.reporter);
        expect(first).toMatch(/^[0-9a-f]{64}$/);
        expect(second).toBe(first);
        expect(third).not.toBe(first);
        expect([sha256('ada'), sha256('person ada')]).not.toContain(first);
      });

      it('the same text twice looks like two', async () => {
        await openCases(register, 'c-1');
        await write(1, { ...meta, type: 'CaseReopened', reasons: 'nein' }, { ...meta, type: 'CaseReopened', reasons: 'nein' });
        const { clear, parts } = (await store.engine.entries('case/c-1', 2))[0]!;
        const { parts: digests } = JSON.parse(clear) as { parts: Record<string, string> };
        expect(digests['0/reasons']).not.toBe(digests['1/reasons']);
        expect(new Set(parts.map(({ box }) => box)).size).toBe(parts.length);
      });
    });

    describe('opened for a check', () => {
      it('an entry shows the exact texts that its digests cover', async () => {
        await openCases(register, 'c-1');
        const [entry] = await register.openedEntries('case/c-1');
        const { parts: digests, ...clear } = JSON.parse(entry!.clear) as { parts: Record<string, string> };
        expect(clear).toMatchObject({ format: 2, vocabulary: 1, stream: 'case/c-1', sequence: 1, at: nine, previous: '0' });
        expect(entry!.clear).toBe(canonicalJson({ ...clear, parts: digests }));
        expect(entry!.hash).toBe(sha256(entry!.clear));
        const texts = entry!.parts.map(({ name: part, opened }) => [part, JSON.parse(opened!).value] as const);
        expect(Object.fromEntries(texts)).toMatchObject({ by: 'ada', '0/reporter': 'ada', '0/reporterName': 'Ada Ähnlich' });
        for (const { name: part, opened } of entry!.parts) expect(sha256(opened!)).toBe(digests[part]);
      });

      it(`${LOOKERS} looks at once stand in one chain, each in a place of its own`, async () => {
        const doors = [register, await registerOn(await openStore(), ids)];
        await Promise.all(
          Array.from({ length: LOOKERS }, (_, looker) =>
            doors[looker % 2]!.recordLook({ caseId: one, by: ada, at: nine, what: `look ${looker}`, allowed: looker % 3 > 0 }),
          ),
        );
        await doors[1]!.close();
        const whats = (await register.looksAt(one)).map(({ what }) => what);
        expect(new Set(whats).size).toBe(LOOKERS);
        expect(verifyChain(await register.openedEntries('looks/c-1'), sha256)).toMatchObject({ intact: true });
      });
    });

    describe('erasing a text', () => {
      beforeEach(() => openCases(register, 'c-1'));

      it('takes it for good, and nothing else', async () => {
        const before = await eventAt(1);
        await write(1, textErased(1, '0/text'));
        expect(await eventAt(1)).toEqual({ ...before, text: ERASED_TEXT });
        expect(await eventAt(2)).toEqual(textErased(1, '0/text'));
        const names = (await store.keyStore.ringsOf('case/c-1')).map((ring) => Object.keys(ring.wrapped).includes('0/text'));
        expect(names).not.toContain(true);
      });

      it('leaves a chain that holds, with the place of the text in it', async () => {
        await write(1, textErased(1, '0/text'));
        const entries = await register.openedEntries('case/c-1');
        expect(verifyChain(entries, sha256)).toMatchObject({ intact: true, erased: 1, withheld: 0 });
        expect(entries[0]?.parts.find((part) => part.name === '0/text')).toEqual({ name: '0/text' });
      });

      it('reaches into what a person said of others, and an author', async () => {
        const source = { by: 'email', toldAt: nine, informant: 'Herr Petrov' } as const;
        const [reported] = opening('c-2', { ordinal: 2 }).events;
        await register.append(opening('c-2', { ordinal: 2, events: [{ ...reported, source } as BreachEvent] }));
        await register.append(adding('c-2', 1, { events: [textErased(1, '0/source.informant'), textErased(1, 'by')] }));
        const [first] = await entriesOf('c-2');
        expect(first).toMatchObject({ by: ERASED_TEXT, events: [{ source: { ...source, informant: ERASED_TEXT } }] });
        expect(readCase((await register.read(caseId('c-2')))!)).toMatchObject({ status: 'open' });
      });

      it('may name a part that is not there, or be said twice', async () => {
        await write(1, textErased(1, '7/text'), textErased(9, '0/text'));
        await write(2, textErased(1, '0/text'));
        await write(3, textErased(1, '0/text'));
        expect(await eventAt(1)).toMatchObject({ text: ERASED_TEXT, reporterName: 'Ada Ähnlich' });
      });

      it('names a part and never a text', async () => {
        await expect(register.append(adding('c-1', 1, { events: [textErased(1, 'Herr Petrov')] }))).rejects.toThrow(RangeError);
        expect(await register.head(one)).toMatchObject({ version: 1 });
      });
    });

    describe('erasing a case', () => {
      const look = { caseId: one, by: ada, at: nine, what: 'openCase', allowed: true };
      beforeEach(async () => {
        await openCases(register, 'c-1', 'c-2');
        await write(1, { ...meta, at: nine, type: 'CaseClosed', note: 'fertig' });
        await register.recordLook(look);
      });

      it('takes every text and person before it, and keeps number, times and its own reasons', async () => {
        await write(2, caseErased);
        const [first, second, last] = await entriesOf();
        expect(first).toMatchObject({ at: nine, by: ERASED_TEXT, events: [{ number: 'DP-2026-0001', text: ERASED_TEXT }] });
        expect(second).toMatchObject({ events: [{ type: 'CaseClosed', at: nine, by: ERASED_TEXT, note: ERASED_TEXT }] });
        expect(last).toMatchObject({ by: 'ada', events: [caseErased] });
        const state = readCase((await register.read(one))!);
        expect(state).toMatchObject({ status: 'erased', number: 'DP-2026-0001', openedAt: nine, closedAt: nine });
        expect(await register.head(one)).toMatchObject({ status: 'erased', number: 'DP-2026-0001' });
      });

      it('leaves of the keys those of the erasing entry alone', async () => {
        await write(2, caseErased);
        expect(await keysOf('case/c-1')).toEqual(['0/reasons', '0/retention', 'by']);
        expect(await keysOf('looks/c-1')).toEqual([]);
        expect(await keysOf('case/c-2')).not.toEqual([]);
      });

      it('takes the pseudonym of the reporting person out of the index, of this case alone', async () => {
        const before = (await store.engine.find(one))!.reporter;
        const reporter = (await entriesOf())[0]!.events[0]! as Extract<BreachEvent, { type: 'BreachReported' }>;
        const found = async () => (await register.list({ reporter: reporter.reporter, limit: 9 })).map((head) => head.caseId);
        expect((await found()).toSorted()).toEqual(['c-1', 'c-2']);
        await write(2, { ...caseErased });
        expect(before).not.toBe('');
        expect((await store.engine.find(one))?.reporter).toBe('');
        expect(await found()).toEqual(['c-2']);
      });

      it('changes no entry: what the chain covers stays byte for byte', async () => {
        const clear = async () => (await register.openedEntries('case/c-1')).map((entry) => [entry.clear, entry.hash]);
        const before = await clear();
        await write(2, textErased(1, '0/text'));
        await write(3, { ...caseErased });
        expect((await clear()).slice(0, before.length)).toEqual(before);
      });

      it('leaves chains that hold', async () => {
        await write(2, caseErased);
        const entries = await register.openedEntries('case/c-1');
        expect(verifyChain(entries, sha256)).toMatchObject({ intact: true, erased: 6, withheld: 0 });
        const looks = await register.openedEntries('looks/c-1');
        const { at } = caseErased;
        expect(verifyChain(looks, sha256, at)).toMatchObject({ intact: true, erased: 2, withheld: 0 });
        expect(verifyRegister([...entries, ...looks], sha256, false)).toMatchObject({ faults: [], erased: 8, withheld: 0 });
        expect(verifyChain(await register.openedEntries('case/c-2'), sha256)).toMatchObject({ intact: true, erased: 0 });
      });

      it('takes who looked before, and not who looks at what remains', async () => {
        await write(2, caseErased);
        const later = { ...look, by: personId('dora'), at: hoursAfterNine(2) };
        await register.recordLook(later);
        await register.read(one);
        expect(await register.looksAt(one)).toEqual([{ ...look, by: ERASED_TEXT, what: ERASED_TEXT }, later]);
      });

      it('takes the key of what was delivered, where that is to be forgotten', async () => {
        const claim = await register.claimCase(one, nine, 60);
        await register.recordDeliveries(claim!, [{ caseId: one, slot: 'card', state: 'sent', at: nine, attempts: 1 }]);
        expect(await store.keyStore.ring('deliveries/c-1')).toBeDefined();
        await register.forgetDeliveries(one);
        expect(await store.keyStore.ring('deliveries/c-1')).toBeUndefined();
        expect(await register.deliveries(one)).toEqual([]);
      });
    });

    describe('an erasure that broke off', () => {
      const brokenOff = async (event: BreachEvent) => {
        const destroy = async () => Promise.reject(new RegisterUnavailable('gone for a moment'));
        const half = await registerOn({ ...store, keyStore: { ...store.keyStore, destroy, destroyStream: destroy } }, ids);
        expect(await half.append(adding('c-1', 1, { events: [event] }))).toEqual({ outcome: 'appended', version: 2 });
        return half;
      };
      beforeEach(async () => {
        await openCases(register, 'c-1');
        await register.recordLook({ caseId: one, by: ada, at: nine, what: 'openCase', allowed: true });
      });

      it('counts all the same: nobody reads the text any more', async () => {
        const half = await brokenOff(textErased(1, '0/text'));
        expect(await keysOf('case/c-1')).toContain('0/text');
        expect((await half.read(one))?.entries[0]?.events[0]).toMatchObject({ text: ERASED_TEXT });
        const [opened] = await half.openedEntries('case/c-1');
        expect(opened?.parts.find((part) => part.name === '0/text')).toEqual({ name: '0/text' });
      });

      it.each([
        ['text', textErased(1, '0/text'), ['0/reasons', '0/reporter', '0/reporterName', 'by', 'by'], ['by', 'what']],
        ['case', caseErased, ['0/reasons', '0/retention', 'by'], []],
      ] as const)('of a %s is brought to its end by the next reading', async (_, event, left, leftOfLooks) => {
        await brokenOff(event);
        await register.read(one);
        expect(await keysOf('case/c-1')).toEqual(left);
        expect(await keysOf('looks/c-1')).toEqual(leftOfLooks);
      });
    });

    describe('a case that cannot be read', () => {
      beforeEach(() => openCases(register, 'c-1', 'c-2'));

      const appendRaw = async (change: object) => {
        const end = (await store.engine.end('case/c-1'))!;
        const index = (await store.engine.find(one))!;
        const own = {
          format: 2,
          vocabulary: 1,
          stream: 'case/c-1',
          sequence: 2,
          at: nine,
          previous: end.hash,
          names: [],
          parts: {},
          events: [],
        };
        const clear = canonicalJson({ ...own, ...change });
        const entry = {
          stream: 'case/c-1',
          sequence: 2,
          previous: end.hash,
          hash: sha256(clear),
          clear,
          parts: [],
          keyRing: '',
          names: [],
        } as const;
        expect(await store.engine.append({ entry, at: nine, index })).toEqual({ outcome: 'appended' });
      };

      it.each([
        ['of a newer format', { format: 3 }],
        ['in a newer vocabulary', { vocabulary: 2 }],
        ['that names another case', { stream: 'case/c-2' }],
        ['that names a part it does not have', { parts: { '0/text': sha256('x') } }],
        ['without anything in it', { format: undefined }],
      ])('holds an entry %s; it stops nobody else', async (_, change) => {
        await appendRaw(change);
        await expect(register.read(one)).rejects.toBeInstanceOf(CaseUnreadable);
        await expect(register.read(one)).rejects.toThrow('The case c-1 cannot be read by this version.');
        expect(await register.read(caseId('c-2'))).toMatchObject({ version: 1 });
        expect(await register.list({ limit: 9 })).toHaveLength(2);
        expect(await register.head(one)).toMatchObject({ version: 2, status: 'open' });
        expect(await register.openedEntries('case/c-1')).toHaveLength(2);
        expect(await register.anchorHeads(nine)).toBe(2);
      });

      it('lacks a key that nobody erased', async () => {
        const [ring] = await store.keyStore.ringsOf('case/c-1');
        await store.keyStore.destroy(ring!.id, ['0/text']);
        await expect(register.read(one)).rejects.toBeInstanceOf(CaseUnreadable);
        expect(verifyChain(await register.openedEntries('case/c-1'), sha256)).toMatchObject({ intact: true, withheld: 1 });
      });
    });

    describe('the keys', () => {
      it('of another operator open nothing, and change nothing', async () => {
        await openCases(register, 'c-1');
        const before = await kept('c-1');
        const masterKey = masterKeyOf(nodeCryptography.randomKey());
        const opening2 = sealedRegister({ ...store, cryptography: nodeCryptography, masterKey, ids });
        await expect(opening2).rejects.toMatchObject({ name: 'KeysRefused', reason: 'wrongKey' });
        expect(await kept('c-1')).toBe(before);
      });

      it.each(['an opened case', 'a look'])('that are lost are missed as soon as there is %s', async (what) => {
        if (what === 'a look') await register.recordLook({ caseId: undefined, by: ada, at: nine, what: 'list', allowed: true });
        else await openCases(register, 'c-1');
        const keyStore = memoryKeyStore();
        await expect(registerOn({ ...store, keyStore }, ids)).rejects.toEqual(new KeysRefused('keysLost'));
        expect(await keyStore.after('', 9)).toEqual([]);
        await register.anchorHeads(nine);
        await expect(registerOn({ ...store, keyStore }, ids)).rejects.toEqual(new KeysRefused('keysLost'));
      });

      it('are made once, by whoever of several comes first', async () => {
        const doors = await Promise.all(Array.from({ length: 4 }, async () => registerOn(await openStore(), ids)));
        expect(await doors[0]!.append(opening('c-1', { inboundIds: ['m-1'] }))).toMatchObject({ outcome: 'appended' });
        expect(await doors[3]!.append(opening('c-2', { ordinal: 2, inboundIds: ['m-1'] }))).toMatchObject({
          outcome: 'repeated',
        });
        expect(await doors[2]!.read(one)).toEqual(await register.read(one));
        await Promise.all(doors.map((door) => door.close()));
      });
    });

    describe('the daily entry', () => {
      const everything = async (...streams: readonly StreamName[]) =>
        (await Promise.all(streams.map((stream) => register.openedEntries(stream)))).flat();
      const ALL = ['case/c-1', 'case/c-2', 'looks/c-1', 'register'] as const;
      beforeEach(async () => {
        await openCases(register, 'c-1', 'c-2');
        await register.recordLook({ caseId: one, by: ada, at: nine, what: 'openCase', allowed: true });
      });

      it('carries every head that changed, and says how many', async () => {
        expect(await register.anchorHeads(nine)).toBe(3);
        const [entry] = await register.openedEntries('register');
        const ends = await Promise.all(
          (['case/c-1', 'case/c-2', 'looks/c-1'] as const).map((stream) => store.engine.end(stream)),
        );
        const { heads, at } = JSON.parse(entry!.clear) as { heads: { stream: string }[]; at: string };
        expect(heads.toSorted((left, right) => (left.stream < right.stream ? -1 : 1))).toEqual(ends);
        expect(at).toBe(nine);
      });

      it('is not written where nothing changed', async () => {
        await register.anchorHeads(nine);
        expect(await register.anchorHeads(hoursAfterNine(24))).toBe(0);
        expect(await register.openedEntries('register')).toHaveLength(1);
        await write(1, { ...meta, type: 'CaseClosed', note: '' });
        expect(await register.anchorHeads(hoursAfterNine(24))).toBe(1);
        expect(verifyChain(await register.openedEntries('register'), sha256)).toMatchObject({ intact: true });
      });

      it('may be written by two at once: no head is missing', async () => {
        const other = await registerOn(await openStore(), ids);
        const counts = await Promise.all([register.anchorHeads(nine), other.anchorHeads(nine)]);
        await other.close();
        expect(Math.max(...counts)).toBe(3);
        expect(verifyRegister(await everything(...ALL), sha256, true)).toMatchObject({ faults: [], streams: 4 });
      });

      it('gives away a dropped tail, a lost case and a tail that was written anew', async () => {
        await write(1, { ...meta, type: 'CaseClosed', note: '' });
        await register.anchorHeads(nine);
        const all = await everything(...ALL);
        const check = (entries: typeof all, isWhole = true) => verifyRegister(entries, sha256, isWhole).faults;
        expect(check(all)).toEqual([]);
        const isTail = ({ stream, sequence }: (typeof all)[number]): boolean => stream === 'case/c-1' && sequence === 2;
        expect(check(all.filter((entry) => !isTail(entry)))).toEqual([{ stream: 'case/c-1', sequence: 2, because: 'lost' }]);
        const withoutCase = all.filter(({ stream }) => stream !== 'case/c-2');
        expect(check(withoutCase)).toEqual([{ stream: 'case/c-2', sequence: 1, because: 'lost' }]);
        expect(check(withoutCase, false)).toEqual([]);
        const anew = all.map((entry) => (isTail(entry) ? rewritten(entry) : entry));
        expect(check(anew)).toEqual([{ stream: 'case/c-1', sequence: 2, because: 'head' }]);
      });

      const rewritten = (entry: Awaited<ReturnType<typeof everything>>[number]): typeof entry => {
        const clear = canonicalJson({ ...JSON.parse(entry.clear), at: hoursAfterNine(48) });
        return { ...entry, clear, hash: sha256(clear) };
      };
    });
  });
}
