import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personId } from '../../src/breach/identifiers.ts';
import { type Register, RegisterUnavailable, type Timer } from '../../src/ports.ts';
import type { DigestPrompt } from '../../src/prompt/prompt.ts';
import { CaseUnreadable } from '../../src/register/caseUnreadable.ts';
import { ORGANISATION } from '../../src/register/organisationStream.ts';
import { digestOfToday, nextDigest } from '../../src/reminders/digestMoment.ts';
import { reconcileCase, reconcileDue } from '../../src/reminders/reconcile.ts';
import type { RemindersWorld } from '../../src/reminders/remindersWorld.ts';
import { addHours, type Instant, instant } from '../../src/rules/instant.ts';
import type { Shown } from '../support/fakePlatform.ts';
import { reminderStage, type Stage } from './reminderStage.ts';
import { assessed, dora, duty, notified, organisation, reportedAt, theCase } from './sampleCase.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await reminderStage();
  // The house begins on the Friday evening of the report.
  await reconcileCase(stage.worker(), ORGANISATION);
});
afterEach(() => stage.close());

const seven = { from: '07:00', to: '16:00' };
/** Half past eight in Berlin, after the clocks went forward on Sunday. */
const monday = instant('2026-03-30T06:30:00Z');
const days = (count: number): Instant => addHours(monday, 24 * count);
const digests = (shown: readonly Shown[] = stage.desk.arrived) => shown.filter(({ prompt }) => prompt.kind === 'digest');
const lastDigest = (to = 'office') => digests().findLast((shown) => shown.to.id === to)?.prompt as DigestPrompt;

async function serveAt(now: Instant, wanted: Partial<RemindersWorld> = {}): Promise<void> {
  stage.clock.set(now);
  await reconcileDue(stage.worker(wanted));
}

describe('when the digest is told', () => {
  it.each([
    ['on Monday before half past eight', '2026-03-30T06:29:59Z', undefined, '2026-03-30T06:30:00.000Z'],
    ['on Monday at half past eight', '2026-03-30T06:30:00Z', '2026-03-30', '2026-03-31T06:30:00.000Z'],
    ['on Monday night', '2026-03-30T21:59:00Z', '2026-03-30', '2026-03-31T06:30:00.000Z'],
    ['on Friday before the clocks go forward', '2026-03-27T12:00:00Z', '2026-03-27', '2026-03-30T06:30:00.000Z'],
    ['on Saturday', '2026-03-28T12:00:00Z', undefined, '2026-03-30T06:30:00.000Z'],
    ['on the Monday after they went back', '2026-10-26T07:30:00Z', '2026-10-26', '2026-10-27T07:30:00.000Z'],
  ])('%s', (_, now, today, next) => {
    expect(digestOfToday(instant(now), organisation)?.day).toBe(today);
    expect(nextDigest(instant(now), organisation)).toBe(next);
  });

  it.each([
    ['on the Thursday before Good Friday', '2026-04-02T06:00:00Z', '2026-04-02', '2026-04-07T05:00:00.000Z'],
    ['on Good Friday', '2026-04-03T10:00:00Z', undefined, '2026-04-07T05:00:00.000Z'],
    ['between the years, while the house is closed', '2026-12-28T10:00:00Z', undefined, '2027-01-04T06:00:00.000Z'],
  ])('%s, when work begins at seven', (_, now, today, next) => {
    const hours = { mon: seven, tue: seven, wed: seven, thu: seven, fri: seven };
    const closed = [{ from: '2026-12-24', to: '2027-01-03' }];
    const workingTime = { hours, holidaysOf: { country: 'DE', state: 'NW' }, holidays: [], closed };
    const place = { ...organisation, workingTime };
    expect(digestOfToday(instant(now), place)?.day).toBe(today);
    expect(nextDigest(instant(now), place)).toBe(next);
  });

  it('follows the mornings it is given, beyond a row of holidays', () => {
    const onThe10th = (day: { readonly day: number; toISO: () => string }) =>
      day.day === 10 ? addHours(instant(day.toISO()), 7) : undefined;
    expect(nextDigest(monday, organisation, onThe10th)).toBe('2026-04-10T05:00:00.000Z');
  });
});

describe('the daily digest', () => {
  it('goes to the officer in person and to the channel, once, on the morning of a working day', async () => {
    await stage.open(theCase, 1);
    for (let hour = 0; hour < 100; hour += 1) await serveAt(addHours(reportedAt, hour));
    expect(digests().map(({ to, at }) => [to.id, at])).toEqual([
      ['dora-desk', '2026-03-30T06:40:00.000Z'],
      ['office', '2026-03-30T06:40:00.000Z'],
      ['dora-desk', '2026-03-31T06:40:00.000Z'],
      ['office', '2026-03-31T06:40:00.000Z'],
    ]);
  });

  it('names every open duty, what is due first first, and who is on it', async () => {
    await stage.open(theCase, 1, assessed(reportedAt, duty({ kind: 'art33-5' }), duty({ kind: 'art33-1' })));
    await stage.open('case-2', 2, assessed(reportedAt, duty({ kind: 'art34-1' }), duty({ kind: 'art33-1', dueBy: days(0.1) })));
    const until = days(0.2);
    await stage.append(theCase, { type: 'CaseAcknowledged', at: reportedAt, by: dora, until });
    await serveAt(monday);
    expect(lastDigest().rows.map(({ number, duty: { kind }, onIt }) => [number, kind, onIt?.name])).toEqual([
      ['DP-2026-0002', 'art33-1', undefined],
      ['DP-2026-0001', 'art33-1', 'dora'],
      ['DP-2026-0002', 'art34-1', undefined],
      ['DP-2026-0001', 'art33-5', 'dora'],
    ]);
  });

  it('leaves out for a person the cases that person is excluded from, and only those', async () => {
    await stage.open(theCase, 1);
    await stage.open('case-2', 2);
    await stage.append(theCase, { type: 'PersonExcluded', at: reportedAt, by: personId('udo'), person: dora, reasons: 'x' });
    await serveAt(monday);
    expect(lastDigest('dora-desk').rows.map(({ number }) => number)).toEqual(['DP-2026-0002']);
    expect(lastDigest('office').rows).toHaveLength(2);
  });

  it('goes to the deputy while the officer is away', async () => {
    await stage.open(theCase, 1);
    const absences = async () => [{ person: dora, from: reportedAt, until: days(0.5) }];
    await serveAt(monday, { absences });
    expect(digests().map(({ to }) => to.id)).toEqual(['udo-desk', 'office']);
    await serveAt(days(1), { absences });
    expect(digests().map(({ to }) => to.id)).toEqual(['udo-desk', 'office', 'dora-desk', 'office']);
  });

  it('with nothing open is one line, at most once a week', async () => {
    for (let day = 0; day < 21; day += 1) await serveAt(days(day));
    const toDora = digests().filter(({ to }) => to.id === 'dora-desk');
    expect(toDora.map(({ at }) => at)).toEqual([days(0), days(7), days(14)]);
    expect(toDora.map(({ prompt }) => (prompt as DigestPrompt).rows)).toEqual([[], [], []]);
  });

  it('after an outage of a week is one, not seven', async () => {
    await stage.open(theCase, 1);
    await serveAt(monday);
    await serveAt(addHours(days(7), 3));
    await serveAt(addHours(days(7), 4));
    expect(digests().map(({ to, at }) => [to.id, at])).toEqual([
      ...[
        ['dora-desk', monday],
        ['office', monday],
      ],
      ...[
        ['dora-desk', addHours(days(7), 3)],
        ['office', addHours(days(7), 3)],
      ],
    ]);
  });

  it('is not told of a morning before the house began', async () => {
    const fresh = await reminderStage();
    try {
      fresh.clock.set(addHours(monday, 2));
      await reconcileCase(fresh.worker(), ORGANISATION);
      expect(fresh.desk.arrived).toEqual([]);
      fresh.clock.set(days(1));
      await reconcileDue(fresh.worker());
      expect(digests(fresh.desk.arrived)).toHaveLength(2);
    } finally {
      await fresh.close();
    }
  });

  it('tells of a case that cannot be read what stands in the clear, and of the others as usual', async () => {
    await stage.open(theCase, 1);
    await stage.open('case-2', 2);
    const read: Register['read'] = async (id) => {
      if (id === theCase) throw new CaseUnreadable(theCase);
      return stage.register.read(id);
    };
    await serveAt(monday, { register: { ...stage.register, read } });
    expect(lastDigest().unreadable).toEqual([{ number: 'DP-2026-0001', duties: ['art33-1'], dueBy: addHours(reportedAt, 72) }]);
    expect(lastDigest().rows.map(({ number }) => number)).toEqual(['DP-2026-0002']);
  });

  it('names what only waits to be closed', async () => {
    await stage.open(theCase, 1);
    await stage.append(theCase, notified(reportedAt));
    await serveAt(monday);
    expect(lastDigest()).toMatchObject({ rows: [], readyToClose: ['DP-2026-0001'] });
  });
});

describe('the digest under failures', () => {
  beforeEach(() => stage.open(theCase, 1));

  it('of several instances at once is told once', async () => {
    stage.clock.set(monday);
    await Promise.all(Array.from({ length: 5 }, () => reconcileDue(stage.worker())));
    expect(digests()).toHaveLength(2);
    await Promise.all(Array.from({ length: 5 }, () => reconcileCase(stage.worker(), ORGANISATION)));
    expect(digests()).toHaveLength(2);
  });

  it('that dies between sending and recording comes once more, marked', async () => {
    stage.clock.set(monday);
    let calls = 0;
    const recordDeliveries: Register['recordDeliveries'] = async (...given) => {
      if ((calls += 1) === 2) throw new RegisterUnavailable('killed here');
      return stage.register.recordDeliveries(...given);
    };
    await reconcileCase(stage.worker({ register: { ...stage.register, recordDeliveries } }), ORGANISATION);
    expect(digests().map(({ to, mayBeRepeated }) => [to.id, mayBeRepeated])).toEqual([['dora-desk', false]]);
    for (let minute = 1; minute <= 10; minute += 1) await serveAt(addHours(monday, minute / 60));
    expect(
      digests()
        .map(({ to, mayBeRepeated }) => [to.id, mayBeRepeated])
        .toSorted(),
    ).toEqual([
      ['dora-desk', false],
      ['dora-desk', true],
      ['office', false],
    ]);
  });

  it('while the register is down is told as soon as it is back, the same day', async () => {
    stage.clock.set(monday);
    const claimDue: Register['claimDue'] = () => Promise.reject(new RegisterUnavailable());
    await reconcileDue(stage.worker({ register: { ...stage.register, claimDue } }));
    expect(digests()).toEqual([]);
    await serveAt(addHours(monday, 5));
    expect(digests()).toHaveLength(2);
  });

  it('goes to the deputy the same morning where the officer cannot be written to any more, and no longer once she can', async () => {
    stage.desk.treat = ({ to }) => (to.id === 'dora-desk' ? 'unreachable' : 'take');
    for (let minute = 0; minute <= 60; minute += 1) await serveAt(addHours(monday, minute / 60));
    expect(digests().map(({ to }) => to.id)).toEqual(['udo-desk', 'office']);
    stage.desk.treat = () => 'take';
    await serveAt(addHours(monday, 2.1));
    await serveAt(days(1));
    expect(
      digests()
        .slice(2)
        .map(({ to }) => to.id),
    ).toEqual(['dora-desk', 'dora-desk', 'office']);
  });

  it('leaves a platform that gives no answer alone: it is waited for once, not once for each reader', async () => {
    stage.clock.set(monday);
    const waited: number[] = [];
    const timer: Timer = (seconds) => (waited.push(seconds), { over: Promise.resolve(), cancel: () => undefined });
    const channels = [{ ...stage.desk, deliver: () => new Promise<never>(() => undefined) }];
    await reconcileCase(stage.worker({ channels, timer }), ORGANISATION);
    expect(waited).toHaveLength(1);
  });

  it('that the platform refuses is owed until it arrives', async () => {
    stage.desk.treat = () => 'refuse';
    await serveAt(monday);
    await serveAt(addHours(monday, 0.5));
    expect(digests()).toEqual([]);
    stage.desk.treat = () => 'take';
    for (let minute = 0; minute <= 20; minute += 1) await serveAt(addHours(monday, 1 + minute / 60));
    expect(digests()).toHaveLength(2);
  });

  it.each([
    ['back', -2],
    ['ahead', 2],
  ])('is not told twice where the clock is set %s', async (_, by) => {
    await serveAt(monday);
    await serveAt(addHours(monday, by));
    await serveAt(addHours(monday, 0.1));
    await serveAt(addHours(monday, 1));
    expect(digests()).toHaveLength(2);
  });

  it('is forgotten long after nobody can ask for it any more', async () => {
    for (let day = 0; day < 60; day += 1) await serveAt(days(day));
    const kept = (await stage.register.deliveries(ORGANISATION)).map(({ at }) => at).toSorted();
    expect(kept.length).toBeGreaterThan(40);
    expect(kept[0]! > days(15)).toBe(true);
  });
});
