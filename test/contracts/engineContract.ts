import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseId, caseNumber } from '../../src/breach/identifiers.ts';
import { type Claim, RegisterUnavailable } from '../../src/ports.ts';
import type { EngineFilter, KeptEntry, RegisterEngine, StreamEnd, StreamName } from '../../src/register/registerEngine.ts';
import { ORGANISATION } from '../../src/register/organisationStream.ts';
import { appendTo, entryAt, indexOf, openIn } from './engineWrites.ts';
import { hoursAfterNine, nine } from './sampleWrites.ts';

/** Opens the engine of the present test: the first call makes it, every further call opens the same one again. */
export type OpenEngine = () => Promise<RegisterEngine>;

const WRITERS = 32;

/** What every engine must hold. `prepare` gives each test an engine of its own and takes it away afterwards. */
export function engineContract(name: string, prepare: () => Promise<{ open: OpenEngine; remove: () => Promise<void> }>): void {
  describe(`the engine on ${name}`, () => {
    let engine: RegisterEngine;
    let open: OpenEngine;
    let remove: () => Promise<void>;

    beforeEach(async () => {
      ({ open, remove } = await prepare());
      engine = await open();
    });
    afterEach(async () => {
      await engine.close();
      await remove();
    });

    const one = caseId('c-1');
    const mustClaim = async (now = nine, leaseSeconds = 60): Promise<Claim> =>
      (await engine.claimCase(one, now, leaseSeconds)) ?? expect.unreachable('nobody holds c-1');
    const dueAt = async (named = 'c-1') => (await engine.find(caseId(named)))?.nextDueAt;
    const withDoors = async (use: (doors: readonly RegisterEngine[]) => Promise<void>): Promise<void> => {
      const others = await Promise.all([open(), open(), open()]);
      await use([engine, ...others]);
      await Promise.all(others.map((other) => other.close()));
    };

    describe('an entry', () => {
      it('comes back byte for byte, in the order of its stream', async () => {
        const odd = entryAt('case/c-1', 2, { clear: '{"a":"„Süd“ 🙈 \u2028","b":1e+21}', parts: [], keyRing: '', names: [] });
        await engine.append(appendTo('c-1', 1));
        await engine.append({ entry: odd, at: nine, index: indexOf('c-1') });
        expect(await engine.entries('case/c-1')).toEqual([appendTo('c-1', 1).entry, odd]);
      });

      it('is read from where the reader left off', async () => {
        for (const sequence of [1, 2, 3, 4]) await engine.append(appendTo('c-1', sequence));
        const sequences = async (from: number) => (await engine.entries('case/c-1', from)).map((entry) => entry.sequence);
        expect(await sequences(1)).toEqual([1, 2, 3, 4]);
        expect(await sequences(3)).toEqual([3, 4]);
        expect(await sequences(5)).toEqual([]);
      });

      it('stays in order beyond the tenth', async () => {
        for (let sequence = 1; sequence <= 12; sequence += 1) {
          await engine.append({ entry: entryAt('looks/c-1', sequence), at: nine });
        }
        const entries = await engine.entries('looks/c-1');
        expect(entries.map((entry) => entry.sequence)).toEqual(Array.from({ length: 12 }, (_, place) => place + 1));
      });

      it('keeps to its own stream, also where one name begins like another', async () => {
        await openIn(engine, 'c-1', 'c-11');
        await engine.append({ entry: entryAt('looks/c-1', 1), at: nine });
        await engine.append({ entry: entryAt('register', 1), at: nine });
        const streams: readonly StreamName[] = ['case/c-1', 'case/c-11', 'looks/c-1', 'register', 'looks/c-9', 'looks/register'];
        const lengths = await Promise.all(streams.map(async (stream) => (await engine.entries(stream)).length));
        expect(lengths).toEqual([1, 1, 1, 1, 0, 0]);
      });

      it('is the end of its stream until the next one comes', async () => {
        expect(await engine.end('case/c-1')).toBeUndefined();
        for (const sequence of [1, 2]) {
          const append = appendTo('c-1', sequence);
          await engine.append(append);
          expect(await engine.end('case/c-1')).toEqual({ stream: 'case/c-1', sequence, hash: append.entry.hash });
        }
      });

      it('needs no case behind it: looks and daily entries have none', async () => {
        expect(await engine.append({ entry: entryAt('looks/register', 1), at: nine })).toEqual({ outcome: 'appended' });
        expect(await engine.list({ limit: 9 })).toEqual([]);
        expect(await engine.earliestDue()).toBeUndefined();
      });
    });

    describe('a place', () => {
      beforeEach(() => openIn(engine, 'c-1'));
      const other = (sequence: number) => appendTo('c-1', sequence, { status: 'closed', entry: { names: ['another command'] } });

      it.each([
        ['that is taken', 1],
        ['before which one is missing', 3],
        ['before the first', 0],
      ])('%s is refused, and nothing is written', async (_, sequence) => {
        const entry: KeptEntry = { ...other(2).entry, sequence };
        expect(await engine.append({ ...other(2), entry })).toEqual({ outcome: 'conflict' });
        expect(await engine.entries('case/c-1')).toEqual([appendTo('c-1', 1).entry]);
        expect(await engine.findName('another command')).toBeUndefined();
        expect(await engine.find(one)).toMatchObject({ status: 'open', version: 1 });
      });

      it('in a stream that does not exist yet is the first one', async () => {
        expect(await engine.append({ entry: entryAt('looks/c-1', 2), at: nine })).toEqual({ outcome: 'conflict' });
        expect(await engine.append({ entry: entryAt('looks/c-1', 1), at: nine })).toEqual({ outcome: 'appended' });
      });

      it(`goes to exactly one of ${WRITERS} writers`, () =>
        withDoors(async (doors) => {
          for (const sequence of [2, 3, 4, 5]) {
            const attempts = Array.from({ length: WRITERS }, (_, writer) => {
              const entry = { names: [`writer ${writer} at ${sequence}`], clear: `{"writer":${writer}}` };
              return doors[writer % doors.length]!.append(appendTo('c-1', sequence, { entry }));
            });
            const outcomes = (await Promise.all(attempts)).map(({ outcome }) => outcome);
            expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
            expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(WRITERS - 1);
            const winner = outcomes.indexOf('appended');
            const last = (await engine.entries('case/c-1')).at(-1)!;
            expect(last).toMatchObject({ sequence, clear: `{"writer":${winner}}` });
            expect(await engine.findName(`writer ${winner} at ${sequence}`)).toEqual({ stream: 'case/c-1', sequence });
            expect(await engine.findName(`writer ${(winner + 1) % WRITERS} at ${sequence}`)).toBeUndefined();
          }
        }));
    });

    describe('a name', () => {
      it('leads to its place', async () => {
        const names = ['slack m-1', 'slack m-2'];
        await openIn(engine, 'c-1');
        await engine.append(appendTo('c-1', 2, { entry: { names } }));
        for (const named of names) expect(await engine.findName(named)).toEqual({ stream: 'case/c-1', sequence: 2 });
        expect(await engine.findName('number:DP-2026-0001')).toEqual({ stream: 'case/c-1', sequence: 1 });
        expect(await engine.findName('slack m-3')).toBeUndefined();
      });

      it('is given once in the whole register; whoever comes later is told where', async () => {
        await openIn(engine, 'c-1', 'c-2');
        await engine.append(appendTo('c-1', 2, { entry: { names: ['m-1'] } }));
        const again = appendTo('c-2', 2, { entry: { names: ['m-7', 'm-1'] } });
        expect(await engine.append(again)).toEqual({ outcome: 'name-taken', name: 'm-1', stream: 'case/c-1', sequence: 2 });
        expect(await engine.end('case/c-2')).toMatchObject({ sequence: 1 });
        expect(await engine.find(caseId('c-2'))).toMatchObject({ version: 1 });
        expect(await engine.findName('m-7')).toBeUndefined();
      });

      it('that is taken goes before a place that is taken', async () => {
        await openIn(engine, 'c-1');
        const outcome = await engine.append(appendTo('c-1', 1));
        expect(outcome).toEqual({ outcome: 'name-taken', name: 'command 1 of case/c-1', stream: 'case/c-1', sequence: 1 });
      });

      it('is told in the order in which the entry names them', async () => {
        await openIn(engine, 'c-1');
        await engine.append(appendTo('c-1', 2, { entry: { names: ['m-2'] } }));
        await engine.append(appendTo('c-1', 3, { entry: { names: ['m-1'] } }));
        const again = appendTo('c-1', 4, { entry: { names: ['m-9', 'm-1', 'm-2'] } });
        expect(await engine.append(again)).toMatchObject({ name: 'm-1', sequence: 3 });
      });

      it(`is written once where it comes ${WRITERS} times at once`, () =>
        withDoors(async (doors) => {
          const attempts = Array.from({ length: WRITERS }, (_, writer) => {
            const entry = { names: ['the same command'] };
            return doors[writer % doors.length]!.append(appendTo(`c-${writer}`, 1, { ordinal: writer + 1, entry }));
          });
          const outcomes = (await Promise.all(attempts)).map(({ outcome }) => outcome);
          expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
          expect(outcomes.filter((outcome) => outcome === 'name-taken')).toHaveLength(WRITERS - 1);
          expect(await engine.list({ limit: 99 })).toHaveLength(1);
        }));

      it('may be missing: looks have none', async () => {
        for (const sequence of [1, 2, 3]) {
          const entry = entryAt('looks/register', sequence, { names: [] });
          expect(await engine.append({ entry, at: nine })).toEqual({ outcome: 'appended' });
        }
      });
    });

    describe('ordinals', () => {
      it('are highest for each series and year, beyond the fourth digit too', async () => {
        await openIn(engine, 'c-1', 'c-2');
        await engine.append(appendTo('c-3', 1, { ordinal: 9999, year: 2025 }));
        await engine.append(appendTo('c-4', 1, { ordinal: 10_000, year: 2025 }));
        await engine.append(appendTo('c-5', 1, { ordinal: 7, series: 'Ü' }));
        expect(await engine.highestOrdinal('DP', 2026)).toBe(2);
        expect(await engine.highestOrdinal('DP', 2025)).toBe(10_000);
        expect(await engine.highestOrdinal('Ü', 2026)).toBe(7);
        expect(await engine.highestOrdinal('Ü', 2025)).toBe(0);
      });
    });

    describe('the index', () => {
      it('is found as it was written, with version, hash and due time', async () => {
        const index = indexOf('c-1', 1, { firstDueBy: hoursAfterNine(72), kind: 'attack' });
        const { entry } = appendTo('c-1', 1);
        await engine.append({ entry, at: nine, index });
        expect(await engine.find(one)).toEqual({ ...index, version: 1, hash: entry.hash, nextDueAt: nine });
        expect(await engine.find(caseId('c-9'))).toBeUndefined();
      });

      it('follows the last entry, and forgets what that one no longer says', async () => {
        await engine.append({
          entry: appendTo('c-1', 1).entry,
          at: nine,
          index: indexOf('c-1', 1, { firstDueBy: hoursAfterNine(72), kind: 'attack' }),
        });
        const index = indexOf('c-1', 1, { status: 'closed', openDuties: [], closedAt: hoursAfterNine(1) });
        const { entry } = appendTo('c-1', 2);
        await engine.append({ entry, at: hoursAfterNine(1), index });
        expect(await engine.find(one)).toEqual({ ...index, version: 2, hash: entry.hash, nextDueAt: nine });
        expect(await engine.list({ limit: 9 })).toEqual([await engine.find(one)]);
      });
    });

    describe('the reporter in the index', () => {
      it('is found no more once an entry leaves it out, and stands in nothing the engine keeps of the case', async () => {
        const index = indexOf('c-1', 1);
        await engine.append({ entry: appendTo('c-1', 1).entry, at: nine, index });
        await engine.append({ entry: appendTo('c-1', 2).entry, at: nine, index });
        expect(await engine.list({ limit: 9, reporter: index.reporter })).toHaveLength(1);
        const { entry } = appendTo('c-1', 3);
        await engine.append({ entry, at: nine, index: { ...index, reporter: '', status: 'erased' } });
        expect(await engine.list({ limit: 9, reporter: index.reporter })).toEqual([]);
        expect(await engine.find(one)).toMatchObject({ reporter: '', status: 'erased' });
        const kept = [await engine.entries('case/c-1'), await engine.list({ limit: 9 })];
        expect(JSON.stringify(kept)).not.toContain(`"reporter":"${index.reporter}"`);
      });
    });

    describe('the list', () => {
      const found = async (filter: Partial<EngineFilter>) =>
        (await engine.list({ limit: 9, ...filter })).map((head) => head.caseId);

      it('is paged, newest number first, without gap or double', async () => {
        await openIn(engine, ...Array.from({ length: 6 }, (_, place) => `c-${place + 1}`));
        await engine.append(appendTo('c-7', 1, { series: 'Ü', ordinal: 6 }));
        await engine.append(appendTo('c-8', 1, { year: 2027 }));
        const pages: string[][] = [];
        for (let before = {}; pages.length < 9; ) {
          const page = await engine.list({ limit: 3, ...before });
          if (page.length === 0) break;
          pages.push(page.map((head) => head.caseId));
          before = { before: page.at(-1)!.number };
        }
        expect(pages).toEqual([
          ['c-8', 'c-7', 'c-6'],
          ['c-5', 'c-4', 'c-3'],
          ['c-2', 'c-1'],
        ]);
      });

      it('goes by number, not by spelling', async () => {
        await engine.append(appendTo('c-1', 1, { ordinal: 9999 }));
        await engine.append(appendTo('c-2', 1, { ordinal: 10_000 }));
        expect(await found({})).toEqual(['c-2', 'c-1']);
        expect(await found({ before: caseNumber('DP', 2026, 10_000) })).toEqual(['c-1']);
      });

      it('can be narrowed by everything the filter names, alone and together', async () => {
        await engine.append(appendTo('c-1', 1, { ordinal: 1, status: 'closed', openDuties: [], kind: 'attack' }));
        await engine.append(appendTo('c-2', 1, { ordinal: 2, reporter: 'pseudonym of ben', openedAt: hoursAfterNine(1) }));
        await engine.append(appendTo('c-3', 1, { ordinal: 3, kind: 'lost-or-stolen', openDuties: ['art34-1'] }));
        await engine.append(appendTo('c-4', 1, { ordinal: 4, status: 'joined', openedAt: hoursAfterNine(2) }));
        await engine.append(appendTo('c-5', 1, { ordinal: 5, status: 'erased', openDuties: [] }));

        expect(await found({ status: ['open'] })).toEqual(['c-3', 'c-2']);
        expect(await found({ status: ['closed', 'joined'] })).toEqual(['c-4', 'c-1']);
        expect(await found({ status: ['closed', 'joined', 'erased', 'open'], limit: 2 })).toEqual(['c-5', 'c-4']);
        expect(await found({ status: [] })).toEqual([]);
        expect(await found({ reporter: 'pseudonym of ben' })).toEqual(['c-2']);
        expect(await found({ reporter: 'pseudonym of eva' })).toEqual([]);
        expect(await found({ openDuty: ['art33-1'] })).toEqual(['c-4', 'c-2']);
        expect(await found({ openDuty: ['art33-5', 'art34-1'] })).toEqual(['c-4', 'c-3', 'c-2']);
        expect(await found({ openDuty: [] })).toEqual([]);
        expect(await found({ kind: ['attack', 'lost-or-stolen'] })).toEqual(['c-3', 'c-1']);
        expect(await found({ kind: [] })).toEqual([]);
        expect(await found({ openedFrom: hoursAfterNine(1) })).toEqual(['c-4', 'c-2']);
        expect(await found({ openedBefore: hoursAfterNine(2) })).toEqual(['c-5', 'c-3', 'c-2', 'c-1']);
        expect(await found({ openedFrom: hoursAfterNine(1), openedBefore: hoursAfterNine(2) })).toEqual(['c-2']);
        expect(await found({ status: ['open'], openDuty: ['art33-1'], before: caseNumber('DP', 2026, 3) })).toEqual(['c-2']);
        expect(await found({ reporter: 'pseudonym of ada', status: ['open', 'closed'], kind: ['attack'] })).toEqual(['c-1']);
      });

      it('of nothing is empty', async () => {
        await openIn(engine, 'c-1');
        expect(await engine.list({ limit: 0 })).toEqual([]);
        expect(await engine.list({ limit: -1 })).toEqual([]);
      });
    });

    describe('claims', () => {
      it('take the case that is longest due, and each only once', async () => {
        await engine.append(appendTo('c-1', 1, { ordinal: 1, at: hoursAfterNine(2) }));
        await engine.append(appendTo('c-2', 1, { ordinal: 2, at: hoursAfterNine(1) }));
        const now = hoursAfterNine(3);
        expect(await engine.claimDue(now, 60)).toEqual({ caseId: 'c-2', fence: 1, leaseUntil: '2026-03-27T12:01:00.000Z' });
        expect(await engine.claimDue(now, 60)).toMatchObject({ caseId: 'c-1' });
        expect(await engine.claimDue(now, 60)).toBeUndefined();
      });

      it('take nothing before it is due', async () => {
        await engine.append(appendTo('c-1', 1, { at: hoursAfterNine(1) }));
        expect(await engine.claimDue(nine, 60)).toBeUndefined();
        expect(await engine.claimDue(hoursAfterNine(1), 60)).toMatchObject({ caseId: 'c-1' });
      });

      it('may name a case that is not due, but not one that somebody serves', async () => {
        await engine.append(appendTo('c-1', 1, { at: hoursAfterNine(1) }));
        expect(await engine.claimCase(one, nine, 60)).toMatchObject({ caseId: 'c-1' });
        expect(await engine.claimCase(one, nine, 60)).toBeUndefined();
        expect(await engine.claimCase(caseId('c-9'), nine, 60)).toBeUndefined();
      });

      it(`go to one of ${WRITERS} workers`, () =>
        withDoors(async (doors) => {
          await openIn(engine, 'c-1');
          const claims = await Promise.all(
            Array.from({ length: WRITERS }, (_, worker) => doors[worker % doors.length]!.claimDue(nine, 60)),
          );
          expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
        }));

      it('fall to another worker when their time is over, under a higher fence', async () => {
        await openIn(engine, 'c-1');
        const first = await mustClaim();
        expect(await engine.claimDue(hoursAfterNine(0.01), 60)).toBeUndefined();
        const second = await engine.claimDue(first.leaseUntil, 60);
        expect(second!.fence).toBeGreaterThan(first.fence);
      });

      it('outlive a restart of the engine', async () => {
        await openIn(engine, 'c-1');
        const claim = await mustClaim();
        await engine.close();
        engine = await open();
        expect(await engine.claimCase(one, nine, 60)).toBeUndefined();
        expect(await engine.settle(claim, 1, undefined)).toBe(true);
      });
    });

    describe('settling', () => {
      beforeEach(() => openIn(engine, 'c-1'));

      it('stores when to look again, and frees the case', async () => {
        expect(await engine.settle(await mustClaim(), 1, hoursAfterNine(5))).toBe(true);
        expect(await dueAt()).toBe(hoursAfterNine(5));
        expect(await engine.claimDue(hoursAfterNine(4), 60)).toBeUndefined();
        expect(await engine.claimDue(hoursAfterNine(5), 60)).toMatchObject({ caseId: 'c-1' });
      });

      it('may say never, until something happens', async () => {
        await engine.settle(await mustClaim(), 1, undefined);
        expect(await dueAt()).toBeUndefined();
        expect(await engine.earliestDue()).toBeUndefined();
        await engine.append(appendTo('c-1', 2, { at: hoursAfterNine(9) }));
        expect(await engine.earliestDue()).toBe(hoursAfterNine(9));
      });

      it('leaves the case due when something was written in between', async () => {
        const claim = await mustClaim();
        await engine.append(appendTo('c-1', 2, { at: hoursAfterNine(0.001) }));
        expect(await engine.settle(claim, 1, hoursAfterNine(24))).toBe(true);
        expect(await engine.claimDue(hoursAfterNine(0.01), 60)).toMatchObject({ caseId: 'c-1' });
      });

      it('leaves the case due when everything was woken in between', async () => {
        const claim = await mustClaim();
        await engine.wakeAll(hoursAfterNine(0.001));
        await engine.settle(claim, 1, hoursAfterNine(24));
        expect(await engine.claimDue(hoursAfterNine(0.01), 60)).toMatchObject({ caseId: 'c-1' });
      });

      it('is refused once the claim was lost, and changes nothing', async () => {
        const lost = await mustClaim();
        const held = await mustClaim(hoursAfterNine(1));
        expect(await engine.settle(lost, 1, undefined)).toBe(false);
        expect(await dueAt()).toBe(nine);
        expect(await engine.claimCase(one, hoursAfterNine(1), 60)).toBeUndefined();
        expect(await engine.settle(held, 1, undefined)).toBe(true);
      });

      it('ends the claim: nothing more is written under it', async () => {
        const claim = await mustClaim();
        await engine.settle(claim, 1, undefined);
        expect(await engine.settle(claim, 1, nine)).toBe(false);
        expect(await dueAt()).toBeUndefined();
      });
    });

    describe('due times', () => {
      it('are now after every write, unless the case was due before', async () => {
        await openIn(engine, 'c-1');
        await engine.append(appendTo('c-1', 2, { at: hoursAfterNine(2) }));
        expect(await dueAt()).toBe(nine);
        await engine.settle(await mustClaim(), 2, hoursAfterNine(24));
        await engine.append(appendTo('c-1', 3, { at: hoursAfterNine(3) }));
        expect(await dueAt()).toBe(hoursAfterNine(3));
      });

      it('are untouched by a look', async () => {
        await openIn(engine, 'c-1');
        await engine.settle(await mustClaim(), 1, undefined);
        await engine.append({ entry: entryAt('looks/c-1', 1), at: hoursAfterNine(1) });
        expect(await dueAt()).toBeUndefined();
        expect(await engine.find(one)).toMatchObject({ version: 1 });
      });

      it('have an earliest one, or none at all', async () => {
        expect(await engine.earliestDue()).toBeUndefined();
        await engine.append(appendTo('c-1', 1, { ordinal: 1, at: hoursAfterNine(2) }));
        await engine.append(appendTo('c-2', 1, { ordinal: 2, at: hoursAfterNine(1) }));
        expect(await engine.earliestDue()).toBe(hoursAfterNine(1));
      });

      it('are all now when everything is woken, of open cases only', async () => {
        await openIn(engine, 'c-1', 'c-2', 'c-3');
        await engine.append(appendTo('c-3', 2, { ordinal: 3, status: 'closed' }));
        const settle = async (named: string, version: number, next?: ReturnType<typeof hoursAfterNine>) =>
          engine.settle((await engine.claimCase(caseId(named), nine, 60))!, version, next);
        await settle('c-1', 1);
        await settle('c-2', 1, hoursAfterNine(1));
        await settle('c-3', 2);
        await engine.wakeAll(hoursAfterNine(2));
        expect(await dueAt('c-1')).toBe(hoursAfterNine(2));
        expect(await dueAt('c-2')).toBe(hoursAfterNine(1));
        expect(await dueAt('c-3')).toBeUndefined();
      });
    });

    describe('one case alone', () => {
      it('is woken: due now unless it was before, and left due by a service that was under way', async () => {
        await openIn(engine, 'c-1', 'c-2');
        await engine.settle(await mustClaim(), 1, hoursAfterNine(9));
        await engine.settle((await engine.claimCase(caseId('c-2'), nine, 60))!, 1, undefined);
        await engine.wake(one, hoursAfterNine(1));
        expect([await dueAt(), await dueAt('c-2')]).toEqual([hoursAfterNine(1), undefined]);
        await engine.wake(one, hoursAfterNine(2));
        expect(await dueAt()).toBe(hoursAfterNine(1));
        const claim = await mustClaim(hoursAfterNine(2));
        await engine.wake(one, hoursAfterNine(2));
        await engine.settle(claim, 1, undefined);
        expect(await dueAt()).toBe(hoursAfterNine(1));
      });

      it('that does not exist is not made by waking it', async () => {
        await engine.wake(caseId('c-9'), nine);
        expect(await engine.find(caseId('c-9'))).toBeUndefined();
        expect(await engine.earliestDue()).toBeUndefined();
      });
    });

    describe('neglected cases', () => {
      const settleAt = async (named: string, version: number, next?: ReturnType<typeof hoursAfterNine>) =>
        engine.settle((await engine.claimCase(caseId(named), nine, 60))!, version, next);

      it('are the open ones without a next look, and those whose look is past; held or not', async () => {
        await openIn(engine, 'c-1', 'c-2', 'c-3', 'c-4');
        await settleAt('c-1', 1);
        await settleAt('c-2', 1, hoursAfterNine(1));
        await settleAt('c-3', 1, hoursAfterNine(3));
        await engine.claimCase(caseId('c-4'), nine, 60);
        expect(await engine.neglected(hoursAfterNine(2), 9)).toEqual([
          { caseId: 'c-1' },
          { caseId: 'c-4', nextDueAt: nine },
          { caseId: 'c-2', nextDueAt: hoursAfterNine(1) },
        ]);
        expect(await engine.neglected(hoursAfterNine(2), 2)).toHaveLength(2);
        expect(await engine.neglected(hoursAfterNine(2), 0)).toEqual([]);
        expect(await engine.neglected(nine, 9)).toEqual([{ caseId: 'c-1' }]);
      });

      it('are open ones: whoever is closed need not be looked at', async () => {
        await openIn(engine, 'c-1');
        await engine.append(appendTo('c-1', 2, { status: 'closed' }));
        expect(await engine.neglected(hoursAfterNine(2), 9)).toEqual([]);
        await settleAt('c-1', 2);
        expect(await engine.neglected(hoursAfterNine(2), 9)).toEqual([]);
      });

      it('never hold the organisation’s stream', async () => {
        await engine.wake(ORGANISATION, nine);
        expect(await engine.neglected(hoursAfterNine(2), 9)).toEqual([]);
      });
    });

    describe('the organisation’s stream', () => {
      const claimIt = async (now = nine) =>
        (await engine.claimCase(ORGANISATION, now, 60)) ?? expect.unreachable('nobody has it');

      it('is there from the beginning, due at no time until it is woken', async () => {
        expect(await engine.claimDue(hoursAfterNine(1000), 60)).toBeUndefined();
        expect(await engine.claimCase(ORGANISATION, nine, 60)).toMatchObject({ caseId: ORGANISATION });
        expect(await engine.claimCase(ORGANISATION, nine, 60)).toBeUndefined();
      });

      it('is claimed when it is due, settled, and due again at its time', async () => {
        await engine.wake(ORGANISATION, nine);
        expect(await engine.earliestDue()).toBe(nine);
        const claim = await engine.claimDue(nine, 60);
        expect(claim).toMatchObject({ caseId: ORGANISATION, leaseUntil: '2026-03-27T09:01:00.000Z' });
        expect(await engine.claimDue(nine, 60)).toBeUndefined();
        expect(await engine.settle(claim!, 0, hoursAfterNine(5))).toBe(true);
        expect(await engine.claimDue(hoursAfterNine(4), 60)).toBeUndefined();
        expect(await engine.earliestDue()).toBe(hoursAfterNine(5));
        const next = await engine.claimDue(hoursAfterNine(5), 60);
        expect(next!.fence).toBeGreaterThan(claim!.fence);
      });

      it('stays due where it was woken while somebody served it', async () => {
        const claim = await claimIt();
        await engine.wake(ORGANISATION, nine);
        await engine.settle(claim, 0, hoursAfterNine(5));
        expect(await engine.claimDue(nine, 60)).toMatchObject({ caseId: ORGANISATION });
      });

      it(`goes to one of ${WRITERS} workers, while cases are due beside it`, () =>
        withDoors(async (doors) => {
          await openIn(engine, 'c-1', 'c-2');
          await engine.wake(ORGANISATION, nine);
          const claims = await Promise.all(
            Array.from({ length: WRITERS }, (_, worker) => doors[worker % doors.length]!.claimDue(nine, 60)),
          );
          expect(claims.flatMap((claim) => claim?.caseId ?? []).toSorted()).toEqual(['c-1', 'c-2', ORGANISATION]);
        }));

      it(`is made once, however many of ${WRITERS} first ask for it`, () =>
        withDoors(async (doors) => {
          const claims = await Promise.all(
            Array.from({ length: WRITERS }, (_, worker) => doors[worker % doors.length]!.claimCase(ORGANISATION, nine, 60)),
          );
          expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
        }));

      it('keeps what was delivered under a claim that holds, and under no other', async () => {
        const lost = await claimIt();
        const held = await claimIt(hoursAfterNine(1));
        const digest = { name: 'pseudonym of digest', box: 'box-1' };
        expect(await engine.recordDeliveries(lost, [digest])).toBe(false);
        expect(await engine.recordDeliveries(held, [digest, { ...digest, name: 'another' }])).toBe(true);
        await engine.forgetDeliveries(ORGANISATION, ['another', 'unknown']);
        expect(await engine.deliveries(ORGANISATION)).toEqual([digest]);
      });

      it('is no case: nothing finds, lists, counts, enters or wakes it with the cases', async () => {
        await openIn(engine, 'c-1');
        await engine.wake(ORGANISATION, hoursAfterNine(5));
        await engine.recordDeliveries(await claimIt(), [{ name: 'a', box: 'b' }]);
        expect(await engine.find(ORGANISATION)).toBeUndefined();
        const filters: readonly EngineFilter[] = [
          { limit: 9 },
          { limit: 9, status: ['open'] },
          { limit: 9, before: caseNumber('DP', 2027, 1) },
        ];
        for (const filter of filters) expect((await engine.list(filter)).map((found) => found.caseId)).toEqual(['c-1']);
        expect(await engine.highestOrdinal('DP', 2026)).toBe(1);
        expect((await engine.unanchored(9)).map(({ stream }) => stream)).toEqual(['case/c-1']);
        expect(await engine.end('case/organisation')).toBeUndefined();
        await engine.wakeAll(nine);
        await engine.settle(await mustClaim(), 1, undefined);
        await engine.wakeAll(hoursAfterNine(1));
        expect(await dueAt()).toBe(hoursAfterNine(1));
      });

      it('outlives a restart of the engine', async () => {
        const claim = await claimIt();
        await engine.recordDeliveries(claim, [{ name: 'a', box: 'b' }]);
        await engine.settle(claim, 0, hoursAfterNine(3));
        await engine.close();
        engine = await open();
        expect(await engine.deliveries(ORGANISATION)).toEqual([{ name: 'a', box: 'b' }]);
        expect(await engine.earliestDue()).toBe(hoursAfterNine(3));
      });
    });

    describe('notes', () => {
      it('are written, written over and taken away, each only over what the writer saw', async () => {
        expect(await engine.note('health')).toBeUndefined();
        expect(await engine.changeNote('health', undefined, 'box-1')).toBe(true);
        expect(await engine.changeNote('health', undefined, 'box-2')).toBe(false);
        expect(await engine.changeNote('health', 'box-9', 'box-2')).toBe(false);
        expect(await engine.note('health')).toBe('box-1');
        expect(await engine.changeNote('health', 'box-1', 'box-2')).toBe(true);
        expect(await engine.changeNote('health', 'box-1', undefined)).toBe(false);
        expect(await engine.note('running')).toBeUndefined();
        expect(await engine.changeNote('health', 'box-2', undefined)).toBe(true);
        expect(await engine.note('health')).toBeUndefined();
        expect(await engine.changeNote('health', undefined, undefined)).toBe(true);
      });

      it(`go to one of ${WRITERS} writers at a time`, () =>
        withDoors(async (doors) => {
          for (const before of [undefined, 'box of the winner'] as const) {
            if (before !== undefined) await engine.changeNote('health', await engine.note('health'), before);
            const won = await Promise.all(
              Array.from({ length: WRITERS }, (_, writer) =>
                doors[writer % doors.length]!.changeNote('health', before, `box ${writer}`),
              ),
            );
            expect(won.filter(Boolean)).toHaveLength(1);
            expect(await engine.note('health')).toBe(`box ${won.indexOf(true)}`);
          }
        }));

      it('outlive a restart of the engine', async () => {
        await engine.changeNote('absences', undefined, 'box-1');
        await engine.close();
        engine = await open();
        expect(await engine.note('absences')).toBe('box-1');
      });
    });

    describe('deliveries', () => {
      const card = { name: 'pseudonym of card', box: 'box-1' };
      const reminder = { name: 'pseudonym of reminder', box: 'box-2' };
      const kept = async (named = 'c-1') =>
        (await engine.deliveries(caseId(named))).toSorted((left, right) => (left.name < right.name ? -1 : 1));
      beforeEach(() => openIn(engine, 'c-1', 'c-2'));

      it('are kept by name; a later one takes the place of the earlier', async () => {
        const claim = await mustClaim();
        expect(await engine.recordDeliveries(claim, [card, reminder])).toBe(true);
        expect(await engine.recordDeliveries(claim, [{ ...reminder, box: 'box-3' }])).toBe(true);
        expect(await kept()).toEqual([card, { ...reminder, box: 'box-3' }]);
        expect(await kept('c-2')).toEqual([]);
      });

      it('may share a name with those of another case', async () => {
        await engine.recordDeliveries(await mustClaim(), [card]);
        const claim = await engine.claimCase(caseId('c-2'), nine, 60);
        await engine.recordDeliveries(claim!, [{ ...card, box: 'box-4' }]);
        expect(await kept()).toEqual([card]);
        expect(await kept('c-2')).toEqual([{ ...card, box: 'box-4' }]);
      });

      it.each([
        ['lost', () => mustClaim(hoursAfterNine(1))],
        ['settled', (claim: Claim) => engine.settle(claim, 1, undefined)],
      ])('are all left out under a claim that was %s', async (_, end) => {
        const claim = await mustClaim();
        await engine.recordDeliveries(claim, [card]);
        await end(claim);
        expect(await engine.recordDeliveries(claim, [{ ...card, box: 'box-5' }, reminder])).toBe(false);
        expect(await kept()).toEqual([card]);
      });

      it('are still written when the time is over but nobody else came', async () => {
        const claim = await mustClaim(nine, 1);
        expect(await engine.recordDeliveries(claim, [card])).toBe(true);
      });

      it('may be none: then the answer says whether the claim holds', async () => {
        const claim = await mustClaim();
        expect(await engine.recordDeliveries(claim, [])).toBe(true);
        await engine.settle(claim, 1, undefined);
        expect(await engine.recordDeliveries(claim, [])).toBe(false);
      });

      it('change neither the version nor the due time of the case', async () => {
        await engine.recordDeliveries(await mustClaim(), [card]);
        expect(await engine.find(one)).toMatchObject({ version: 1, nextDueAt: nine });
      });

      it('are forgotten one by one where they are named', async () => {
        await engine.recordDeliveries(await mustClaim(), [card, reminder]);
        await engine.forgetDeliveries(one, [card.name, 'never there']);
        expect(await kept()).toEqual([reminder]);
        await engine.forgetDeliveries(one, []);
        expect(await kept()).toEqual([reminder]);
      });

      it('are forgotten of one case alone, and may begin anew', async () => {
        await engine.recordDeliveries((await engine.claimCase(caseId('c-2'), nine, 60))!, [card]);
        const claim = await mustClaim();
        await engine.recordDeliveries(claim, [card, reminder]);
        await engine.forgetDeliveries(one);
        await engine.forgetDeliveries(one);
        expect(await kept()).toEqual([]);
        expect(await kept('c-2')).toEqual([card]);
        expect(await engine.recordDeliveries(claim, [reminder])).toBe(true);
        expect(await kept()).toEqual([reminder]);
      });
    });

    describe('ends that the register has not entered', () => {
      const ends = async (limit = 99) => (await engine.unanchored(limit)).map(({ stream, sequence }) => `${stream} ${sequence}`);
      const all = async (): Promise<readonly StreamEnd[]> => engine.unanchored(99);

      beforeEach(async () => {
        await openIn(engine, 'c-1', 'c-2');
        await engine.append({ entry: entryAt('looks/c-1', 1), at: nine });
        await engine.append(appendTo('c-1', 2));
      });

      it('are those of every stream, each at its last place', async () => {
        expect((await ends()).toSorted()).toEqual(['case/c-1 2', 'case/c-2 1', 'looks/c-1 1']);
        const end = (await all()).find(({ stream }) => stream === 'case/c-1');
        expect(end).toEqual({ stream: 'case/c-1', sequence: 2, hash: appendTo('c-1', 2).entry.hash });
      });

      it('come in a stable order, at most so many', async () => {
        const order = await ends();
        expect(await ends()).toEqual(order);
        expect(await ends(2)).toEqual(order.slice(0, 2));
      });

      it('are gone once they are marked, until the stream moves on', async () => {
        await engine.markAnchored(await all());
        expect(await ends()).toEqual([]);
        await engine.append(appendTo('c-2', 2, { ordinal: 2 }));
        expect(await ends()).toEqual(['case/c-2 2']);
      });

      it('stay where the stream moved on before they were marked', async () => {
        const before = await all();
        await engine.append(appendTo('c-2', 2, { ordinal: 2 }));
        await engine.markAnchored(before);
        expect(await ends()).toEqual(['case/c-2 2']);
      });

      it('are not brought back by a mark that comes late', async () => {
        const before = await all();
        await engine.append(appendTo('c-2', 2, { ordinal: 2 }));
        await engine.markAnchored(await all());
        await engine.markAnchored(before);
        expect(await ends()).toEqual([]);
      });

      it('never hold the register’s own stream, which would have no end', async () => {
        await engine.markAnchored(await all());
        await engine.append({ entry: entryAt('register', 1), at: nine });
        await engine.append({ entry: entryAt('looks/register', 1), at: nine });
        expect(await ends()).toEqual(['looks/register 1']);
      });

      it('outlive a restart of the engine', async () => {
        await engine.markAnchored((await all()).filter(({ stream }) => stream !== 'looks/c-1'));
        await engine.close();
        engine = await open();
        expect(await ends()).toEqual(['looks/c-1 1']);
      });
    });

    describe('closing', () => {
      it('keeps everything for the next start', async () => {
        await openIn(engine, 'c-1');
        await engine.recordDeliveries(await mustClaim(), [{ name: 'card', box: 'box' }]);
        const found = await engine.find(one);
        await engine.close();
        engine = await open();
        expect(await engine.entries('case/c-1')).toEqual([appendTo('c-1', 1).entry]);
        expect(await engine.find(one)).toEqual(found);
        expect(await engine.deliveries(one)).toHaveLength(1);
        expect(await engine.append(appendTo('c-1', 1))).toMatchObject({ outcome: 'name-taken' });
        expect(await engine.append(appendTo('c-1', 2))).toEqual({ outcome: 'appended' });
      });

      it('may be said twice', async () => {
        await engine.close();
        await expect(engine.close()).resolves.toBeUndefined();
      });

      it('makes every further call unavailable, not wrong', async () => {
        await engine.close();
        await expect(engine.append(appendTo('c-1', 1))).rejects.toBeInstanceOf(RegisterUnavailable);
        await expect(engine.list({ limit: 1 })).rejects.toBeInstanceOf(RegisterUnavailable);
        await expect(engine.claimDue(nine, 60)).rejects.toBeInstanceOf(RegisterUnavailable);
      });
    });
  });
}
