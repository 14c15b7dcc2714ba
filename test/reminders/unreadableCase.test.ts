import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../cards/plain.ts';
import { sqliteEngine } from '../../adapters/stores/sqlite/sqliteEngine.ts';
import { keyFileOf, sqliteKeyStore } from '../../adapters/stores/sqlite/sqliteKeyStore.ts';
import { nodeCryptography } from '../../adapters/vault/nodeCryptography.ts';
import type { BreachEvent, DutyKind } from '../../src/breach/events.ts';
import { caseNumber, personId } from '../../src/breach/identifiers.ts';
import type { CaseHead, Register } from '../../src/ports.ts';
import { canonicalJson } from '../../src/register/canonicalJson.ts';
import { reconcileCase, reconcileDue } from '../../src/reminders/reconcile.ts';
import type { Alarm, RemindersWorld } from '../../src/reminders/remindersWorld.ts';
import { latestDue, nextDue } from '../../src/reminders/stepSeries.ts';
import { owedOfUnreadable, unreadableSeries } from '../../src/reminders/unreadableCase.ts';
import { addHours, hoursBetween, type Instant } from '../../src/rules/instant.ts';
import { registerOn, type Store } from '../contracts/store.ts';
import { temporaryFolder } from '../stores/sqlite/temporaryFolder.ts';
import { fakePlatform, type FakePlatform } from '../support/fakePlatform.ts';
import { prepareMemoryStore } from '../support/memoryStore.ts';
import { summaryOf } from './reminderStage.ts';
import { assessed, dora, hours, number, organisation, reported, reportedAt, theCase } from './sampleCase.ts';

const path = temporaryFolder();
const ENGINES: readonly [string, () => Promise<Store>][] = [
  ['memory', async () => (await prepareMemoryStore()).open()],
  ['SQLite', async () => ({ engine: sqliteEngine(path('r.db')), keyStore: sqliteKeyStore(keyFileOf(path('r.db'))) })],
];

describe.each(ENGINES)('a case that cannot be read, on %s', (_, open) => {
  let store: Store;
  let register: Register;
  let desk: FakePlatform;
  let alarms: Alarm[];
  let now: Instant;
  let isMended: boolean;
  beforeEach(async () => {
    [alarms, now, isMended] = [[], reportedAt, false];
    store = await open();
    register = await registerOn(store);
    desk = fakePlatform('desk', { now: () => now });
    await write(0, [reported, assessed(now, { kind: 'art33-1' }, { kind: 'art33-5' })]);
  });
  afterEach(() => register.close());

  const write = (
    expectedVersion: number,
    events: readonly [BreachEvent, ...BreachEvent[]],
    before: readonly BreachEvent[] = [],
  ) =>
    register.append({
      ...{ caseId: theCase, expectedVersion, commandId: `write ${expectedVersion}`, inboundIds: [], at: now, by: dora, events },
      summary: summaryOf([...before, ...events]),
      ...(expectedVersion === 0 ? { number } : {}),
    });
  const world = (wanted: Partial<RemindersWorld> = {}): RemindersWorld => ({
    ...{ register, clock: { now: () => now }, organisation, channels: [desk], leaseSeconds: 60 },
    alarm: (alarm) => void alarms.push(alarm),
    ...wanted,
  });
  const tickUntil = async (until: Instant, wanted: Partial<RemindersWorld> = {}): Promise<void> => {
    for (; now <= until; now = addHours(now, 1 / 4)) await reconcileDue(world(wanted));
    now = until;
  };
  const toldOfIt = (to = 'dora-desk') =>
    desk.arrived.filter(({ prompt, to: { id } }) => prompt.kind === 'reminder' && prompt.purpose === 'unreadable' && id === to);

  /** The key of a text is gone, though nobody erased it. */
  async function damage(): Promise<void> {
    const [ring] = await store.keyStore.ringsOf(`case/${theCase}`);
    await store.keyStore.destroy(ring!.id, ['0/text']);
  }

  /** An entry as a later version of Fristwacht might write it. */
  async function newer(): Promise<void> {
    const [end, index] = [(await store.engine.end(`case/${theCase}`))!, (await store.engine.find(theCase))!];
    const place = { stream: `case/${theCase}`, sequence: 2, previous: end.hash, names: [] } as const;
    const clear = canonicalJson({ ...place, format: 2, vocabulary: 2, at: now, parts: {}, events: [{ type: 'FromTheFuture' }] });
    const entry = { ...place, clear, hash: nodeCryptography.sha256(clear), parts: [], keyRing: '' };
    expect(await store.engine.append({ entry, at: now, index })).toEqual({ outcome: 'appended' });
  }

  it.each([
    ['because an entry is damaged', damage],
    ['because a newer version wrote to it', newer],
  ])('%s, is told to the office at once: number, open duties, the earliest deadline, and whom to call', async (__, spoil) => {
    await spoil();
    await reconcileCase(world(), theCase);
    expect(alarms).toEqual([{ caseId: theCase, what: 'caseUnreadable' }]);
    expect(desk.arrived.map(({ to }) => to.id)).toEqual(['dora-desk', 'office']);
    const text = plain(desk.arrived[1]!.prompt, 'de');
    expect(text).toContain('Vorgang nicht lesbar: DP-2026-0001');
    expect(text).toContain('rufen Sie die Technik');
    expect(text).toMatch(/Offene Pflichten: .*Meldung.*Dokumentation/);
    expect(text).toMatch(/Spätestens: .*30\.03\.2026.*18:40/);
    expect(plain(desk.arrived[0]!.prompt, 'en')).toContain('cannot read this case');
    expect(text).not.toMatch(/Brief|Rita/);
  });

  it('stays quiet when it is looked at again before the next step', async () => {
    await damage();
    await tickUntil(hours(3));
    expect(desk.arrived).toHaveLength(2);
    expect(alarms.length).toBeGreaterThan(10);
  });

  it('is recalled daily, closer before the deadline, and every four hours after it, each step once', async () => {
    await damage();
    await tickUntil(hours(84));
    expect(toldOfIt().map(({ at }) => hoursBetween(reportedAt, at))).toEqual([0, 24, 48, 60, 66, 70, 71, 72, 76, 80, 84]);
    expect(toldOfIt('office')).toHaveLength(11);
    expect(toldOfIt().every(({ prompt }) => prompt.kind === 'reminder' && prompt.overtaken === 0)).toBe(true);
    const told = (await register.deliveries(theCase)).filter(({ slot }) => slot.startsWith('unreadable/'));
    expect(new Set(told.map(({ slot }) => slot)).size).toBe(22);
    expect(told.every(({ state, messageId }) => state === 'sent' && messageId !== undefined)).toBe(true);
  });

  it('goes on with the usual reminders once it can be read, and tells none of them twice', async () => {
    await newer();
    const read: Register['read'] = async (id) => {
      const stored = await register.read(id).catch(() => undefined);
      return stored ?? (isMended ? { caseId: id, version: 2, entries: [await mendedEntry()] } : await register.read(id));
    };
    const patched = { register: { ...register, read } };
    isMended = true;
    await tickUntil(hours(25), patched);
    const before = desk.arrived.filter(({ prompt }) => prompt.kind === 'reminder').length;
    isMended = false;
    await tickUntil(hours(30), patched);
    expect(toldOfIt()).toHaveLength(1);
    isMended = true;
    await tickUntil(hours(50), patched);
    const usual = desk.arrived.filter(
      ({ prompt, to }) => prompt.kind === 'reminder' && to.id === 'dora-desk' && !isUnreadable(prompt),
    );
    expect(before).toBeGreaterThan(0);
    expect(usual.map(({ at }) => hoursBetween(reportedAt, at))).toEqual([0, 24, 48]);
    expect(toldOfIt()).toHaveLength(1);
  });

  const isUnreadable = (prompt: FakePlatform['arrived'][number]['prompt']): boolean =>
    prompt.kind === 'reminder' && prompt.purpose === 'unreadable';
  async function mendedEntry() {
    const { hash } = (await register.head(theCase))!;
    const events = [reported, assessed(reportedAt, { kind: 'art33-1' })];
    return { caseId: theCase, sequence: 2, at: reportedAt, by: dora, events, hash };
  }

  it('is told later where the platform is down, once, and says what it stands for', async () => {
    await damage();
    desk.treat = () => 'refuse';
    await tickUntil(hours(1));
    expect(desk.arrived).toEqual([]);
    desk.treat = () => 'take';
    await tickUntil(hours(2));
    expect(toldOfIt()).toHaveLength(1);
    desk.treat = () => 'refuse';
    await tickUntil(hours(70.5));
    desk.treat = () => 'take';
    await tickUntil(hours(70.9));
    expect(toldOfIt()[1]?.prompt).toMatchObject({ overtaken: 4 });
  });

  it('repeats a message whose answer was lost, marked, with the same key', async () => {
    await damage();
    desk.treat = ({ to }) => (to.id === 'office' ? 'take' : 'loseAnswer');
    await reconcileCase(world(), theCase);
    desk.treat = () => 'take';
    now = hours(0.1);
    await reconcileDue(world());
    expect(toldOfIt().map(({ mayBeRepeated }) => mayBeRepeated)).toEqual([false, true]);
    expect(new Set(toldOfIt().map(({ key }) => key)).size).toBe(1);
  });

  it('writes nothing under a claim that another worker has taken over', async () => {
    await damage();
    const other = { ...register, recordDeliveries: async () => false };
    await reconcileCase(world({ register: other }), theCase);
    expect(desk.tried).toEqual([]);
    expect(await register.deliveries(theCase)).toEqual([]);
  });

  it('is told to nobody who was excluded from it', async () => {
    const excluded: BreachEvent = { type: 'PersonExcluded', at: now, by: dora, person: personId('dora'), reasons: 'Betroffen' };
    await write(1, [excluded], [reported, assessed(now, { kind: 'art33-1' })]);
    await damage();
    await reconcileCase(world(), theCase);
    expect(desk.arrived.map(({ to }) => to.id)).toEqual(['udo-desk', 'office']);
  });

  it('is told to the channel alone where it cannot be read who was excluded', async () => {
    const excluded: BreachEvent = { type: 'PersonExcluded', at: now, by: dora, person: personId('dora'), reasons: 'Betroffen' };
    await write(1, [excluded], [reported, assessed(now, { kind: 'art33-1' })]);
    const ring = (await store.engine.entries(`case/${theCase}`))[1]!.keyRing;
    await store.keyStore.destroy(ring, ['0/person']);
    await reconcileCase(world(), theCase);
    expect(desk.arrived.map(({ to }) => to.id)).toEqual(['office']);
  });

  it('that is closed and owes nothing raises the alarm alone', async () => {
    const closed: BreachEvent = { type: 'CaseClosed', at: now, by: dora, note: '' };
    const request = { caseId: theCase, expectedVersion: 1, commandId: 'close', inboundIds: [], at: now, by: dora } as const;
    await register.append({ ...request, events: [closed], summary: { status: 'closed', openDuties: [], closedAt: now } });
    await damage();
    await tickUntil(hours(1));
    expect(desk.arrived).toEqual([]);
    expect(alarms.length).toBeGreaterThan(1);
  });
});

describe('an open duty in the index', () => {
  const KINDS: readonly DutyKind[] = ['art33-1', 'art34-1', 'art33-2', 'art33-4', 'art33-5', 'neighbour', 'neighbour-question'];
  const head = fc
    .record({
      version: fc.integer({ min: 1, max: 50 }),
      openDuties: fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1 }),
      due: fc.option(fc.integer({ min: -5_000_000, max: 50_000_000 }), { nil: undefined }),
      status: fc.constantFrom('open' as const, 'closed' as const),
    })
    .map(
      ({ due, ...rest }): CaseHead => ({
        ...rest,
        ...{ caseId: theCase, number: caseNumber('DP', 2026, 1), openedAt: reportedAt, hash: 'f'.repeat(64) },
        ...(due === undefined ? {} : { firstDueBy: addHours(reportedAt, due / 3600) }),
      }),
    );
  const moment = fc.integer({ min: 0, max: 100_000_000 }).map((seconds) => addHours(reportedAt, seconds / 3600));

  it('is never silent: a step is owed now, and another within a day, within four hours once the deadline is over', () => {
    fc.assert(
      fc.property(head, moment, (of, at) => {
        const owed = owedOfUnreadable({ head: of, excluded: [], organisation, platforms: ['desk'] }, at);
        expect(owed.map(({ to }) => to.id)).toEqual(['dora-desk', 'office']);
        const steps = unreadableSeries(of);
        const [last, next] = [latestDue(steps, at)!, nextDue(steps, at)!];
        const isPast = of.firstDueBy === undefined || at >= of.firstDueBy;
        expect(hoursBetween(last.dueAt, at)).toBeLessThanOrEqual(isPast ? 4.001 : 24.001);
        expect(hoursBetween(at, next)).toBeLessThanOrEqual(isPast ? 4.001 : 24.001);
        if (of.firstDueBy !== undefined && of.firstDueBy > at) expect(next <= of.firstDueBy).toBe(true);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it('is told to somebody, whoever is excluded', () => {
    fc.assert(
      fc.property(head, fc.subarray(['dora', 'udo']), (of, names) => {
        const excluded = names.map(personId);
        for (const who of [excluded, 'unknown' as const])
          expect(owedOfUnreadable({ head: of, excluded: who, organisation, platforms: ['desk'] }, reportedAt)).not.toEqual([]);
      }),
      { seed: 12, numRuns: 100 },
    );
  });
});
