import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { caseId, caseNumber, personId } from '../../src/breach/identifiers.ts';
import { type AppendRequest, type Claim, type Register, RegisterUnavailable } from '../../src/ports.ts';
import { exportedStreams } from '../../src/register/exportedStreams.ts';
import { ORGANISATION } from '../../src/register/organisationStream.ts';
import { readCase } from '../../src/register/readCase.ts';
import { storedAbsences } from '../../src/register/storedAbsences.ts';
import { verifyChain } from '../../src/register/verifyChain.ts';
import type { Instant } from '../../src/rules/instant.ts';
import { ada, adding, hoursAfterNine, nine, openCases, opening } from './sampleWrites.ts';
import { countedIds, type PrepareStore, registerOn } from './store.ts';

const { sha256 } = nodeCryptography;
const WRITERS = 32;

/** What the register must hold on every engine; `sealedContract` says what it must keep to itself. */
export function registerContract(engine: string, prepare: PrepareStore): void {
  describe(`the register on ${engine}`, () => {
    let register: Register;
    let open: () => Promise<Register>;
    let remove: () => Promise<void>;

    beforeEach(async () => {
      const store = await prepare();
      const ids = countedIds();
      open = async () => registerOn(await store.open(), ids);
      ({ remove } = store);
      register = await open();
    });
    afterEach(async () => {
      await register.close();
      await remove();
    });

    const versionOf = async (name: string) => (await register.read(caseId(name)))?.version;
    const mustClaim = async (name: string, now = nine, leaseSeconds = 60): Promise<Claim> => {
      const claim = await register.claimCase(caseId(name), now, leaseSeconds);
      return claim ?? expect.unreachable(`nobody holds ${name}`);
    };
    const dueAt = async (name: string) => {
      const heads = await register.list({ limit: 100 });
      return heads.find((head) => head.caseId === name)?.nextDueAt;
    };

    describe('writing to a case', () => {
      it('keeps the entries in the order written, with who, when and what', async () => {
        expect(await register.append(opening('c-1'))).toEqual({ outcome: 'appended', version: 1 });
        const later = { at: hoursAfterNine(1), by: personId('ben') };
        expect(await register.append(adding('c-1', 1, later))).toEqual({ outcome: 'appended', version: 2 });

        const stored = await register.read(caseId('c-1'));
        expect(stored?.version).toBe(2);
        expect(stored?.entries.map(({ hash: _, ...entry }) => entry)).toEqual([
          { caseId: 'c-1', sequence: 1, at: nine, by: 'ada', events: opening('c-1').events },
          { caseId: 'c-1', sequence: 2, ...later, events: adding('c-1', 1, later).events },
        ]);
      });

      it('keeps all events of one command in one entry', async () => {
        const [reported] = opening('c-1').events;
        const told: BreachEvent = { type: 'ReporterTold', at: nine, by: ada, outcome: 'being-handled' };
        await register.append(opening('c-1', { events: [reported, told] }));
        const stored = await register.read(caseId('c-1'));
        expect(stored?.entries.map((entry) => entry.events)).toEqual([[reported, told]]);
      });

      it('chains every entry to the one before', async () => {
        await register.append(opening('c-1'));
        for (const version of [1, 2, 3]) await register.append(adding('c-1', version));
        const entries = await register.openedEntries('case/c-1');
        expect(verifyChain(entries, sha256)).toEqual({ intact: true, head: entries[3]?.hash, erased: 0, withheld: 0 });
        expect(await register.head(caseId('c-1'))).toMatchObject({ version: 4, hash: entries[3]?.hash });
        expect((await register.read(caseId('c-1')))!.entries.map(({ hash }) => hash)).toEqual(entries.map(({ hash }) => hash));
      });

      it('gives back a case that folds to its state', async () => {
        await register.append(opening('c-1'));
        expect(readCase((await register.read(caseId('c-1')))!)).toMatchObject({ status: 'open', number: 'DP-2026-0001' });
      });

      it('knows nothing of a case that was never opened', async () => {
        expect(await register.read(caseId('c-9'))).toBeUndefined();
        expect(await register.head(caseId('c-9'))).toBeUndefined();
        expect(await register.openedEntries('case/c-9')).toEqual([]);
        expect(await register.looksAt(caseId('c-9'))).toEqual([]);
        expect(await register.deliveries(caseId('c-9'))).toEqual([]);
      });

      it('keeps half an emoji from losing a report', async () => {
        const [reported] = opening('c-1').events;
        const cut: BreachEvent = { ...reported, type: 'ReportAdded', text: 'abgeschnitten \ud83d', authorName: 'Ada' };
        await register.append(opening('c-1', { events: [reported, cut] }));
        const { entries } = (await register.read(caseId('c-1')))!;
        expect(verifyChain(await register.openedEntries('case/c-1'), sha256)).toMatchObject({ intact: true });
        expect(entries[0]?.events[1]).toMatchObject({ text: 'abgeschnitten \ufffd' });
      });
    });

    describe('the expected version', () => {
      beforeEach(() => openCases(register, 'c-1'));

      it.each([
        ['behind', 0],
        ['ahead', 2],
      ])('refuses a write that is %s, and writes nothing', async (_, expectedVersion) => {
        const number = caseNumber('DP', 2026, 2);
        expect(await register.append({ ...adding('c-1', expectedVersion), number })).toEqual({ outcome: 'conflict' });
        expect(await versionOf('c-1')).toBe(1);
        expect(await register.findByCommand(`add ${expectedVersion} to c-1`)).toBeUndefined();
      });

      it('refuses a write to a case that is not there', async () => {
        expect(await register.append(adding('c-9', 1))).toEqual({ outcome: 'conflict' });
      });

      it(`lets exactly one of ${WRITERS} writers have each place`, async () => {
        const others = await Promise.all([open(), open(), open()]);
        const doors = [register, ...others];
        for (const version of [1, 2, 3, 4, 5]) {
          const attempts = Array.from({ length: WRITERS }, (_, writer) =>
            doors[writer % doors.length]!.append(adding('c-1', version, { commandId: `writer ${writer} at ${version}` })),
          );
          const outcomes = (await Promise.all(attempts)).map(({ outcome }) => outcome);
          expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
          expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(WRITERS - 1);
        }
        await Promise.all(others.map((other) => other.close()));
        expect(await versionOf('c-1')).toBe(6);
      });
    });

    describe('a repeated command', () => {
      const request = (name: string): AppendRequest => opening(name, { inboundIds: ['slack m-1', 'slack m-2'] });

      it('is recognised by its id, whatever version it names', async () => {
        await register.append(request('c-1'));
        await register.append(adding('c-1', 1));
        expect(await register.append(request('c-1'))).toEqual({ outcome: 'repeated', caseId: 'c-1', version: 2 });
        expect(await versionOf('c-1')).toBe(2);
      });

      it.each(['slack m-1', 'slack m-2'])(
        'is recognised by the inbound id „%s“, also where it would open another case',
        async (id) => {
          await register.append(request('c-1'));
          const again = opening('c-2', { ordinal: 2, inboundIds: ['slack m-7', id] });
          expect(await register.append(again)).toEqual({ outcome: 'repeated', caseId: 'c-1', version: 1 });
          expect(await register.read(caseId('c-2'))).toBeUndefined();
          expect(await register.findByCommand('slack m-7')).toBeUndefined();
        },
      );

      it('may name an inbound id twice in one write', async () => {
        expect(await register.append(opening('c-1', { inboundIds: ['m-1', 'm-1'] }))).toMatchObject({ outcome: 'appended' });
      });

      it('is found by its id, so that an answer that was lost can be cleared up', async () => {
        await register.append(opening('c-1'));
        await register.append(adding('c-1', 1, { inboundIds: ['slack m-3'] }));
        expect(await register.findByCommand('add 1 to c-1')).toEqual({ caseId: 'c-1', sequence: 2 });
        expect(await register.findByCommand('slack m-3')).toEqual({ caseId: 'c-1', sequence: 2 });
        expect(await register.findByCommand('never sent')).toBeUndefined();
      });

      it(`is written once where it comes ${WRITERS} times at once`, async () => {
        const outcomes = await Promise.all(Array.from({ length: WRITERS }, () => register.append(request('c-1'))));
        expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
        expect(outcomes.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(WRITERS - 1);
      });
    });

    describe('case numbers', () => {
      it('count from one, for each series and year', async () => {
        await openCases(register, 'c-1', 'c-2');
        expect(await register.nextOrdinal('DP', 2026)).toBe(3);
        expect(await register.nextOrdinal('DP', 2027)).toBe(1);
        expect(await register.nextOrdinal('Ü', 2026)).toBe(1);
      });

      it('are not taken by asking', async () => {
        await register.nextOrdinal('DP', 2026);
        expect(await register.nextOrdinal('DP', 2026)).toBe(1);
      });

      it('are given once', async () => {
        await openCases(register, 'c-1');
        expect(await register.append(opening('c-2', { ordinal: 1 }))).toEqual({ outcome: 'number-taken' });
        expect(await register.read(caseId('c-2'))).toBeUndefined();
      });

      it('leave no gap', async () => {
        expect(await register.append(opening('c-1', { ordinal: 2 }))).toEqual({ outcome: 'number-taken' });
        expect(await register.nextOrdinal('DP', 2026)).toBe(1);
      });

      it(`stay without gap and double when ${WRITERS} reports race`, async () => {
        const report = async (name: string): Promise<void> => {
          for (;;) {
            const ordinal = await register.nextOrdinal('DP', 2026);
            const { outcome } = await register.append(opening(name, { ordinal }));
            if (outcome === 'appended') return;
            expect(outcome).toBe('number-taken');
          }
        };
        await Promise.all(Array.from({ length: WRITERS }, (_, index) => report(`c-${index}`)));
        const numbers = (await register.list({ limit: 100 })).map((head) => head.number);
        expect(numbers).toEqual(Array.from({ length: WRITERS }, (_, index) => caseNumber('DP', 2026, WRITERS - index)));
      });

      it('lead to their case', async () => {
        await openCases(register, 'c-1', 'c-2');
        expect(await register.findByNumber(caseNumber('DP', 2026, 2))).toBe('c-2');
        expect(await register.findByNumber(caseNumber('DP', 2026, 3))).toBeUndefined();
      });
    });

    describe('the list', () => {
      const closed = (name: string) => adding(name, 1, { events: [{ type: 'CaseClosed', at: nine, by: ada, note: '' }] });

      it('shows of a case what its head says', async () => {
        await openCases(register, 'c-1');
        const summary = { status: 'open', openDuties: ['art33-1'], firstDueBy: hoursAfterNine(72), kind: 'attack' } as const;
        await register.append(adding('c-1', 1, { summary }));
        const [head] = await register.list({ limit: 1 });
        expect(head).toEqual({
          ...summary,
          caseId: 'c-1',
          number: 'DP-2026-0001',
          openedAt: nine,
          version: 2,
          hash: (await register.read(caseId('c-1')))?.entries[1]?.hash,
          nextDueAt: nine,
        });
        expect(await register.head(caseId('c-1'))).toEqual(head);
      });

      it('follows closing, reopening and joining', async () => {
        const [one] = await openCases(register, 'c-1', 'c-2');
        await register.append(closed('c-1'));
        const joined: BreachEvent = { type: 'JoinedInto', at: nine, by: ada, main: one!, mainNumber: caseNumber('DP', 2026, 1) };
        await register.append(adding('c-2', 1, { events: [joined] }));
        expect((await register.list({ limit: 9 })).map(({ status }) => status)).toEqual(['joined', 'closed']);
        await register.append(adding('c-1', 2, { events: [{ type: 'CaseReopened', at: nine, by: ada, reasons: 'neu' }] }));
        expect((await register.list({ limit: 9 })).map(({ status, version }) => [status, version])).toEqual([
          ['joined', 2],
          ['open', 3],
        ]);
      });

      it('is paged, newest first, without gap or double', async () => {
        await openCases(register, ...Array.from({ length: 7 }, (_, index) => `c-${index + 1}`));
        await register.append(opening('c-8', { year: 2027 }));
        const pages: string[][] = [];
        for (let before = {}; pages.length < 9; ) {
          const page = await register.list({ limit: 3, ...before });
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

      it('can be narrowed to a status and to who reported', async () => {
        await openCases(register, 'c-1', 'c-2');
        await register.append(opening('c-3', { ordinal: 3, by: personId('ben') }));
        await register.append(closed('c-1'));
        const found = async (filter: object) => (await register.list({ limit: 9, ...filter })).map((head) => head.caseId);
        expect(await found({ status: ['open'] })).toEqual(['c-3', 'c-2']);
        expect(await found({ status: ['closed', 'joined'] })).toEqual(['c-1']);
        expect(await found({ status: ['closed', 'open'] })).toEqual(['c-3', 'c-2', 'c-1']);
        expect(await found({ status: ['closed', 'open'], limit: 2 })).toEqual(['c-3', 'c-2']);
        expect(await found({ status: [] })).toEqual([]);
        expect(await found({ reporter: ada })).toEqual(['c-2', 'c-1']);
        expect(await found({ reporter: personId('eva') })).toEqual([]);
        expect(await found({ reporter: ada, status: ['open'], before: caseNumber('DP', 2026, 3) })).toEqual(['c-2']);
      });

      it('can be narrowed to open duties, kinds and the time of opening', async () => {
        await register.append(opening('c-1', { ordinal: 1, summary: { status: 'open', openDuties: ['art33-1', 'art33-5'] } }));
        await register.append(
          opening('c-2', { ordinal: 2, summary: { status: 'open', openDuties: ['art34-1'], kind: 'attack' } }),
        );
        await register.append(opening('c-3', { ordinal: 3, at: hoursAfterNine(2) }));
        const found = async (filter: object) => (await register.list({ limit: 9, ...filter })).map((head) => head.caseId);
        expect(await found({ openDuty: ['art33-5'] })).toEqual(['c-1']);
        expect(await found({ openDuty: ['art33-5', 'art34-1'] })).toEqual(['c-2', 'c-1']);
        expect(await found({ kind: ['attack', 'other'] })).toEqual(['c-2']);
        expect(await found({ openedFrom: hoursAfterNine(1) })).toEqual(['c-3']);
        expect(await found({ openedBefore: hoursAfterNine(2) })).toEqual(['c-2', 'c-1']);
      });

      it('of nothing is empty', async () => {
        await openCases(register, 'c-1');
        expect(await register.list({ limit: 0 })).toEqual([]);
        expect(await register.list({ limit: -1 })).toEqual([]);
      });
    });

    describe('looks', () => {
      const look = { caseId: caseId('c-1'), by: ada, at: nine, what: 'openCase', allowed: true };

      it('are kept in order and change no version', async () => {
        await openCases(register, 'c-1', 'c-2');
        const refused = { ...look, by: personId('ben'), at: hoursAfterNine(1), allowed: false };
        await register.recordLook(look);
        await register.recordLook({ ...look, caseId: caseId('c-2') });
        await register.recordLook(refused);
        expect(await register.looksAt(caseId('c-1'))).toEqual([look, refused]);
        expect(await versionOf('c-1')).toBe(1);
      });

      it('may be at no case at all, such as a number that nobody has', async () => {
        await register.recordLook({ ...look, caseId: undefined });
        expect(await register.looksAt(caseId('c-1'))).toEqual([]);
      });
    });

    describe('claims', () => {
      it('take the case that is longest due, and each only once', async () => {
        await register.append(opening('c-1', { ordinal: 1, at: hoursAfterNine(2) }));
        await register.append(opening('c-2', { ordinal: 2, at: hoursAfterNine(1) }));
        const now = hoursAfterNine(3);
        expect(await register.claimDue(now, 60)).toMatchObject({ caseId: 'c-2', leaseUntil: '2026-03-27T12:01:00.000Z' });
        expect(await register.claimDue(now, 60)).toMatchObject({ caseId: 'c-1' });
        expect(await register.claimDue(now, 60)).toBeUndefined();
      });

      it('take nothing before it is due', async () => {
        await register.append(opening('c-1', { at: hoursAfterNine(1) }));
        expect(await register.claimDue(nine, 60)).toBeUndefined();
        expect(await register.claimDue(hoursAfterNine(1), 60)).toMatchObject({ caseId: 'c-1' });
      });

      it('may name a case that is not due, but not one that somebody serves', async () => {
        await register.append(opening('c-1', { at: hoursAfterNine(1) }));
        expect(await register.claimCase(caseId('c-1'), nine, 60)).toMatchObject({ caseId: 'c-1' });
        expect(await register.claimCase(caseId('c-1'), nine, 60)).toBeUndefined();
        expect(await register.claimCase(caseId('c-9'), nine, 60)).toBeUndefined();
      });

      it(`go to one of ${WRITERS} workers`, async () => {
        await openCases(register, 'c-1');
        const claims = await Promise.all(Array.from({ length: WRITERS }, () => register.claimDue(nine, 60)));
        expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
      });

      it('fall to another worker when their time is over, under a higher fence', async () => {
        await openCases(register, 'c-1');
        const first = await mustClaim('c-1');
        expect(await register.claimDue(hoursAfterNine(0.01), 60)).toBeUndefined();
        const second = await mustClaim('c-1', hoursAfterNine(1));
        expect(second.fence).toBeGreaterThan(first.fence);
      });

      it('outlive a restart of the engine', async () => {
        await openCases(register, 'c-1');
        const claim = await mustClaim('c-1');
        await register.close();
        register = await open();
        expect(await register.claimCase(caseId('c-1'), nine, 60)).toBeUndefined();
        expect(await register.settle(claim, 1, undefined)).toBe(true);
      });
    });

    describe('settling', () => {
      beforeEach(() => openCases(register, 'c-1'));

      it('stores when to look again, and frees the case', async () => {
        expect(await register.settle(await mustClaim('c-1'), 1, hoursAfterNine(5))).toBe(true);
        expect(await dueAt('c-1')).toBe(hoursAfterNine(5));
        expect(await register.claimDue(hoursAfterNine(4), 60)).toBeUndefined();
        expect(await register.claimDue(hoursAfterNine(5), 60)).toMatchObject({ caseId: 'c-1' });
      });

      it('may say never, until something happens', async () => {
        await register.settle(await mustClaim('c-1'), 1, undefined);
        expect(await register.earliestDue()).toBeUndefined();
        await register.append(adding('c-1', 1, { at: hoursAfterNine(9) }));
        expect(await register.earliestDue()).toBe(hoursAfterNine(9));
      });

      it('leaves the case due when something was written in between', async () => {
        const claim = await mustClaim('c-1');
        await register.append(adding('c-1', 1, { at: hoursAfterNine(0.001) }));
        expect(await register.settle(claim, 1, hoursAfterNine(24))).toBe(true);
        expect(await register.claimDue(hoursAfterNine(0.01), 60)).toMatchObject({ caseId: 'c-1' });
      });

      it('leaves the case due when everything was woken in between', async () => {
        const claim = await mustClaim('c-1');
        await register.wakeAll(hoursAfterNine(0.001));
        await register.settle(claim, 1, hoursAfterNine(24));
        expect(await register.claimDue(hoursAfterNine(0.01), 60)).toMatchObject({ caseId: 'c-1' });
      });

      it('is refused once the claim was lost, and changes nothing', async () => {
        const lost = await mustClaim('c-1');
        const held = await mustClaim('c-1', hoursAfterNine(1));
        expect(await register.settle(lost, 1, undefined)).toBe(false);
        expect(await dueAt('c-1')).toBe(nine);
        expect(await register.claimCase(caseId('c-1'), hoursAfterNine(1), 60)).toBeUndefined();
        expect(await register.settle(held, 1, undefined)).toBe(true);
      });

      it('ends the claim: nothing more is written under it', async () => {
        const claim = await mustClaim('c-1');
        await register.settle(claim, 1, undefined);
        expect(await register.settle(claim, 1, nine)).toBe(false);
        expect(await dueAt('c-1')).toBeUndefined();
      });
    });

    describe('deliveries', () => {
      const sent = {
        caseId: caseId('c-1'),
        slot: 'card/desk:dpo',
        state: 'sent',
        at: nine,
        attempts: 1,
        messageId: 'm-1',
        shown: 'abc',
      } as const;
      beforeEach(() => openCases(register, 'c-1', 'c-2'));

      it('are kept by slot; a later one takes the place of the earlier', async () => {
        const claim = await mustClaim('c-1');
        const unclear = { caseId: sent.caseId, slot: 'reminder/1', state: 'unclear', at: nine, attempts: 1 } as const;
        expect(await register.recordDeliveries(claim, [sent])).toBe(true);
        expect(await register.recordDeliveries(claim, [unclear])).toBe(true);
        const again = { ...unclear, state: 'sent', at: hoursAfterNine(1), attempts: 2, messageId: 'm-2' } as const;
        expect(await register.recordDeliveries(claim, [again])).toBe(true);
        expect(await register.deliveries(caseId('c-1'))).toEqual([sent, again]);
        expect(await register.deliveries(caseId('c-2'))).toEqual([]);
      });

      it('forget what the later one no longer says', async () => {
        const claim = await mustClaim('c-1');
        await register.recordDeliveries(claim, [sent]);
        const { messageId: _, shown: __, ...bare } = sent;
        await register.recordDeliveries(claim, [bare]);
        expect(await register.deliveries(caseId('c-1'))).toEqual([bare]);
      });

      it('are not written under a claim that was lost', async () => {
        const lost = await mustClaim('c-1');
        await mustClaim('c-1', hoursAfterNine(1));
        expect(await register.recordDeliveries(lost, [sent, { ...sent, slot: 'another' }])).toBe(false);
        expect(await register.deliveries(caseId('c-1'))).toEqual([]);
      });

      it('come in one write, however many', async () => {
        const claim = await mustClaim('c-1');
        const slots = ['a', 'b', 'c'].map((slot) => ({ ...sent, slot }));
        expect(await register.recordDeliveries(claim, slots.toReversed())).toBe(true);
        expect(await register.deliveries(caseId('c-1'))).toEqual(slots);
      });

      it('of another case are a mistake', async () => {
        const claim = await mustClaim('c-1');
        await expect(register.recordDeliveries(claim, [sent, { ...sent, caseId: caseId('c-2') }])).rejects.toThrow(RangeError);
        expect(await register.deliveries(caseId('c-1'))).toEqual([]);
      });

      it('are forgotten for good, and those of other cases are not', async () => {
        await register.recordDeliveries(await mustClaim('c-2'), [{ ...sent, caseId: caseId('c-2') }]);
        const claim = await mustClaim('c-1');
        await register.recordDeliveries(claim, [sent]);
        await register.forgetDeliveries(caseId('c-1'));
        expect(await register.deliveries(caseId('c-1'))).toEqual([]);
        expect(await register.deliveries(caseId('c-2'))).toHaveLength(1);
        expect(await register.recordDeliveries(claim, [{ ...sent, slot: 'new' }])).toBe(true);
        expect(await register.deliveries(caseId('c-1'))).toEqual([{ ...sent, slot: 'new' }]);
      });

      it('are not written under a claim that was settled', async () => {
        const claim = await mustClaim('c-1');
        await register.settle(claim, 1, undefined);
        expect(await register.recordDeliveries(claim, [sent])).toBe(false);
      });

      it('are still written when the time is over but nobody else came', async () => {
        const claim = await mustClaim('c-1', nine, 1);
        expect(await register.recordDeliveries(claim, [{ ...sent, at: hoursAfterNine(1) }])).toBe(true);
      });

      it('change neither the version nor the due time of the case', async () => {
        await register.recordDeliveries(await mustClaim('c-1'), [sent]);
        expect(await versionOf('c-1')).toBe(1);
        expect(await dueAt('c-1')).toBe(nine);
      });
    });

    describe('what it notes for itself', () => {
      it('comes back as it was written, and is gone when it is taken away', async () => {
        expect(await register.note('health')).toBeUndefined();
        await register.changeNote('health', () => '„ü“ 🙈');
        expect(await register.note('health')).toBe('„ü“ 🙈');
        expect(await register.note('running')).toBeUndefined();
        await register.changeNote('health', () => undefined);
        expect(await register.note('health')).toBeUndefined();
      });

      it(`loses nothing of ${WRITERS} writers at once, from several doors`, async () => {
        const other = await open();
        const add = (door: Register) => door.changeNote('running', (before = '') => `${before}x`);
        await Promise.all(Array.from({ length: WRITERS }, (_, writer) => add(writer % 2 === 0 ? register : other)));
        expect(await other.note('running')).toBe('x'.repeat(WRITERS));
        await other.close();
      });

      it('outlives a restart', async () => {
        await register.changeNote('begun', () => nine);
        await register.close();
        register = await open();
        expect(await register.note('begun')).toBe(nine);
      });
    });

    describe('absences', () => {
      const ben = personId('ben');
      const clockAt = (now: Instant) => ({ now: () => now });
      const at = (hour: number) => storedAbsences(register, clockAt(hoursAfterNine(hour)));
      const away = { person: ada, from: nine, until: hoursAfterNine(48) };

      it('are there until they end, and a while after; then they are gone for good', async () => {
        await at(0).set(away);
        expect(await at(1).list()).toEqual([away]);
        expect(await at(48 + 39 * 24).list()).toEqual([away]);
        expect(await at(48 + 40 * 24).list()).toEqual([]);
        expect(await register.note('absences')).toBeUndefined();
      });

      it('are one per person: a new one takes the place of the one that lasts', async () => {
        await at(0).set(away);
        await at(0).set({ person: ben, from: nine, until: hoursAfterNine(9) });
        const longer = { ...away, until: hoursAfterNine(96) };
        await at(1).set(longer);
        expect(await at(1).list()).toEqual([{ person: ben, from: nine, until: hoursAfterNine(9) }, longer]);
      });

      it('end when somebody comes back; one that had not begun was never one', async () => {
        await at(0).set(away);
        await at(0).set({ person: ben, from: hoursAfterNine(24), until: hoursAfterNine(48) });
        await at(5).end(ada);
        await at(5).end(ben);
        await at(6).end(ada);
        expect(await at(6).list()).toEqual([{ ...away, until: hoursAfterNine(5) }]);
      });

      it('are seen by every instance, survive a restart, and race without loss', async () => {
        const other = await open();
        const doors = [at(0), storedAbsences(other, clockAt(nine))];
        const persons = Array.from({ length: 10 }, (_, count) => personId(`p-${count}`));
        await Promise.all(persons.map((person, count) => doors[count % 2]!.set({ ...away, person })));
        expect((await doors[1]!.list()).map(({ person }) => person).toSorted()).toEqual(persons);
        await other.close();
        await register.close();
        register = await open();
        expect(await at(1).list()).toHaveLength(10);
      });
    });

    describe('the organisation’s stream', () => {
      const delivery = (slot: string) => ({ caseId: ORGANISATION, slot, state: 'sent', at: nine, attempts: 1 }) as const;

      it('is claimed, delivered for and settled like a case, and is none', async () => {
        await openCases(register, 'c-1');
        await register.wake(ORGANISATION, nine);
        const claim = await mustClaim(ORGANISATION);
        expect(await register.recordDeliveries(claim, [delivery('digest/a'), delivery('digest/b')])).toBe(true);
        expect(await register.settle(claim, 0, hoursAfterNine(3))).toBe(true);
        await register.forgetDeliveries(ORGANISATION, ['digest/a']);
        expect(await register.deliveries(ORGANISATION)).toEqual([delivery('digest/b')]);
        expect((await register.list({ limit: 9 })).map((head) => head.caseId)).toEqual(['c-1']);
        expect([await register.read(ORGANISATION), await register.head(ORGANISATION)]).toEqual([undefined, undefined]);
        expect(await register.nextOrdinal('DP', 2026)).toBe(2);
      });

      it('stands in no export', async () => {
        await openCases(register, 'c-1');
        const claim = await mustClaim(ORGANISATION);
        await register.recordDeliveries(claim, [delivery('digest/a')]);
        await register.anchorHeads(nine);
        const streams: string[] = [];
        for await (const { stream } of exportedStreams(register, { of: 'all' })) streams.push(stream);
        expect(streams.filter((stream) => stream.includes('organisation'))).toEqual([]);
        expect(streams).toContain('case/c-1');
      });
    });

    describe('due times', () => {
      it('are now after every write, unless the case was due before', async () => {
        await openCases(register, 'c-1');
        await register.append(adding('c-1', 1, { at: hoursAfterNine(2) }));
        expect(await dueAt('c-1')).toBe(nine);
        await register.settle(await mustClaim('c-1'), 2, hoursAfterNine(24));
        await register.append(adding('c-1', 2, { at: hoursAfterNine(3) }));
        expect(await dueAt('c-1')).toBe(hoursAfterNine(3));
      });

      it('have an earliest one, or none at all', async () => {
        expect(await register.earliestDue()).toBeUndefined();
        await register.append(opening('c-1', { ordinal: 1, at: hoursAfterNine(2) }));
        await register.append(opening('c-2', { ordinal: 2, at: hoursAfterNine(1) }));
        expect(await register.earliestDue()).toBe(hoursAfterNine(1));
      });

      it('are all now when everything is woken, of open cases only', async () => {
        await openCases(register, 'c-1', 'c-2', 'c-3');
        await register.append(adding('c-3', 1, { events: [{ type: 'CaseClosed', at: nine, by: ada, note: '' }] }));
        await register.settle(await mustClaim('c-1'), 1, undefined);
        await register.settle(await mustClaim('c-2'), 1, hoursAfterNine(1));
        await register.settle(await mustClaim('c-3'), 2, undefined);
        await register.wakeAll(hoursAfterNine(2));
        expect(await dueAt('c-1')).toBe(hoursAfterNine(2));
        expect(await dueAt('c-2')).toBe(hoursAfterNine(1));
        expect(await dueAt('c-3')).toBeUndefined();
      });
    });

    describe('closing', () => {
      it('keeps everything for the next start', async () => {
        await register.append(opening('c-1', { inboundIds: ['m-1'] }));
        await register.recordLook({ caseId: caseId('c-1'), by: ada, at: nine, what: 'openCase', allowed: true });
        const before = await register.read(caseId('c-1'));
        await register.close();
        register = await open();
        expect(await register.read(caseId('c-1'))).toEqual(before);
        expect(await register.looksAt(caseId('c-1'))).toHaveLength(1);
        expect(await register.append(opening('c-1'))).toMatchObject({ outcome: 'repeated' });
        expect(await register.append(adding('c-1', 1))).toEqual({ outcome: 'appended', version: 2 });
      });

      it('may be said twice', async () => {
        await register.close();
        await expect(register.close()).resolves.toBeUndefined();
      });

      it('makes every further call unavailable, not wrong', async () => {
        await register.close();
        await expect(register.append(opening('c-1'))).rejects.toBeInstanceOf(RegisterUnavailable);
        await expect(register.list({ limit: 1 })).rejects.toBeInstanceOf(RegisterUnavailable);
      });
    });
  });
}
