import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realTimer } from '../../adapters/timer/realTimer.ts';
import { type CaseId, caseId } from '../../src/breach/identifiers.ts';
import { type Register, RegisterUnavailable, type Timer } from '../../src/ports.ts';
import type { HealthPrompt } from '../../src/prompt/prompt.ts';
import { CaseUnreadable } from '../../src/register/caseUnreadable.ts';
import { ORGANISATION } from '../../src/register/organisationStream.ts';
import { type CheckedWorld, checkHealth, noteTick, type Vitals } from '../../src/reminders/checkHealth.ts';
import { healthAfter } from '../../src/reminders/health.ts';
import { reconcileCase, reconcileDue } from '../../src/reminders/reconcile.ts';
import type { RemindersWorld } from '../../src/reminders/remindersWorld.ts';
import { auditTurn } from '../../src/reminders/rollingAudit.ts';
import { statusOf } from '../../src/reminders/status.ts';
import { tellWithoutRegister } from '../../src/reminders/tellWithoutRegister.ts';
import { addHours, type Instant } from '../../src/rules/instant.ts';
import { reminderStage, type Stage } from './reminderStage.ts';
import { reportedAt, theCase } from './sampleCase.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await reminderStage();
  await stage.open(theCase, 1);
  await reconcileDue(stage.worker());
});
afterEach(() => stage.close());

const minutes = (count: number): Instant => addHours(reportedAt, count / 60);
const fine: Vitals = { tickAgeSeconds: 5, waiting: 0, stuck: 0 };

function checked(wanted: Partial<RemindersWorld> = {}, vitals: Partial<Vitals> = {}, instance = 'one'): CheckedWorld {
  const reminders = stage.worker(wanted);
  return {
    ...reminders,
    instance,
    machineNow: stage.clock.now,
    vitals: () => ({ ...fine, ...vitals }),
    runAgain: async () => {
      await reconcileDue(reminders);
    },
  };
}

/** Nobody would look at this case ever again. */
async function loseLook(id: CaseId = theCase, next?: Instant): Promise<void> {
  const claim = await stage.register.claimCase(id, stage.clock.now(), 1);
  await stage.register.settle(claim!, (await stage.register.head(id))!.version, next);
}

const told = () =>
  stage.desk.arrived.flatMap(({ prompt, to, at }) => (prompt.kind === 'health' ? [[to.id, prompt.state, at] as const] : []));
const lastTold = () => stage.desk.arrived.findLast(({ prompt }) => prompt.kind === 'health')?.prompt as HealthPrompt;
const lookOf = async (id: CaseId = theCase) => (await stage.register.head(id))?.nextDueAt;

describe('the check', () => {
  it('finds nothing where all is well, and tells nobody', async () => {
    const before = stage.desk.arrived.length;
    expect(await checkHealth(checked())).toMatchObject({ register: 'reached', troubles: [] });
    expect(stage.desk.arrived).toHaveLength(before);
  });

  it('heals a look that was missing, and tells the officer that it was', async () => {
    const look = await lookOf();
    await loseLook();
    expect(await checkHealth(checked())).toMatchObject({ troubles: [{ trouble: 'lookMissing', count: 1 }] });
    expect(await lookOf()).toBe(look);
    expect(told().map(([to, state]) => [to, state])).toEqual([
      ['dora-desk', 'trouble'],
      ['office', 'trouble'],
    ]);
  });

  it('lets a machine that slept look first, and finds nothing wrong then', async () => {
    stage.clock.set(minutes(60 * 30));
    expect(await checkHealth(checked())).toMatchObject({ troubles: [] });
    expect(await stage.register.neglected(stage.clock.now(), 9)).toEqual([]);
  });

  it('finds what is overdue for more than ten minutes and stays so, also while somebody holds it', async () => {
    const due = (await lookOf())!;
    stage.clock.set(addHours(due, 11 / 60));
    await stage.register.claimCase(theCase, stage.clock.now(), 60);
    const world = checked({}, {});
    const result = await checkHealth({ ...world, runAgain: async () => undefined });
    expect(result).toMatchObject({ troubles: [{ trouble: 'lookLate', count: 1 }] });
  });

  it('finds that nothing ran for three minutes, and tells it by itself', async () => {
    await checkHealth(checked({}, { tickAgeSeconds: 200 }));
    expect(lastTold().troubles).toEqual([{ trouble: 'tickOld', count: 1 }]);
  });

  it('finds deliveries that are stuck, and tells it on the platform that is left', async () => {
    stage.slack.treat = () => 'refuse';
    await checkHealth(checked({ channels: [stage.slack, stage.desk] }, { stuck: 2 }));
    expect(lastTold().troubles).toEqual([{ trouble: 'deliveriesStuck', count: 2 }]);
    expect(stage.slack.arrived).toEqual([]);
  });

  it('finds a reminder that did not arrive, a case nobody can be told of, and one that cannot be read', async () => {
    stage.desk.treat = ({ prompt }) => (prompt.kind === 'health' ? 'take' : 'refuse');
    stage.clock.set(minutes(24 * 60 + 30));
    expect(await checkHealth(checked())).toMatchObject({ troubles: [{ trouble: 'deliveryLate', count: 1 }] });
    const read: Register['read'] = () => Promise.reject(new CaseUnreadable(theCase));
    expect(await checkHealth(checked({ register: { ...stage.register, read } }))).toMatchObject({
      troubles: [{ trouble: 'caseUnreadable', count: 1 }],
    });
    const nobody = { ...stage.worker().organisation, persons: [], channels: {} };
    const alone = await checkHealth(checked({ organisation: nobody }));
    expect(alone).toMatchObject({
      troubles: [
        { trouble: 'dutySilent', count: 1 },
        { trouble: 'nobodyToTell', count: 1 },
      ],
    });
  });

  it('finds after a jump of the clock and back that a look lies too far ahead, and heals it', async () => {
    const look = await lookOf();
    stage.clock.set(minutes(120));
    await stage.register.wakeAll(minutes(120));
    await reconcileDue(stage.worker());
    stage.clock.set(minutes(1));
    expect((await lookOf())! > look!).toBe(true);
    expect(await checkHealth(checked())).toMatchObject({ troubles: [{ trouble: 'lookMissing', count: 1 }] });
    expect(await lookOf()).toBe(look);
  });

  it('says that the register cannot be reached, and does not throw', async () => {
    const neglected: Register['neglected'] = () => Promise.reject(new RegisterUnavailable());
    expect(await checkHealth(checked({ register: { ...stage.register, neglected } }))).toEqual({ register: 'unreachable' });
  });
});

describe('an alarm about Fristwacht itself', () => {
  const sick: Partial<Vitals> = { tickAgeSeconds: 999 };
  const checkAt = async (minute: number, vitals: Partial<Vitals> = {}, instance?: string) => {
    stage.clock.set(minutes(minute));
    await checkHealth(checked({}, vitals, instance));
  };

  it('comes once, hourly while it lasts, and once when it is over', async () => {
    for (let minute = 5; minute <= 150; minute += 5) await checkAt(minute, minute <= 130 ? sick : {});
    for (let minute = 155; minute <= 400; minute += 5) await checkAt(minute);
    const toOfficer = told().filter(([to]) => to === 'dora-desk');
    expect(toOfficer.map(([, state, at]) => [state, at])).toEqual([
      ['trouble', minutes(5)],
      ['trouble', minutes(65)],
      ['trouble', minutes(125)],
      ['over', minutes(140)],
    ]);
  });

  it.each([
    ['the officer cannot be written to any more', 'dora-desk', ['udo-desk', 'office']],
    ['the channel is gone', 'office', ['dora-desk', 'udo-desk']],
  ])('reaches the deputy at once where %s; the lost one is tried hourly, and hears the rest', async (_, lost, toldFirst) => {
    stage.desk.treat = ({ to }) => (to.id === lost ? 'unreachable' : 'take');
    for (let minute = 5; minute <= 130; minute += 5) await checkAt(minute, sick);
    expect(
      told()
        .slice(0, 2)
        .map(([to]) => to),
    ).toEqual(toldFirst);
    expect(stage.desk.tried.filter(({ to, prompt }) => to.id === lost && prompt.kind === 'health')).toHaveLength(3);
    expect(stage.alarms.filter((alarm) => alarm.what === 'unreachable' && alarm.caseId === ORGANISATION)).toHaveLength(1);
    stage.desk.treat = () => 'take';
    for (let minute = 135; minute <= 250; minute += 5) await checkAt(minute, minute < 230 ? sick : {});
    expect(told().filter(([to, state]) => to === lost && state === 'trouble')).toHaveLength(1);
    const ends = told().filter(([, state]) => state === 'over');
    expect(ends.map(([to]) => to).toSorted()).toEqual(['dora-desk', 'office', 'udo-desk']);
  });

  it('that comes and goes within minutes is one', async () => {
    for (let minute = 5; minute <= 55; minute += 5) await checkAt(minute, minute % 10 === 0 ? {} : sick);
    expect(told().map(([to, state]) => [to, state])).toEqual([
      ['dora-desk', 'trouble'],
      ['office', 'trouble'],
    ]);
  });

  it('of several instances is told once; it is over only when none of them finds anything', async () => {
    for (let minute = 5; minute <= 50; minute += 5) {
      stage.clock.set(minutes(minute));
      await Promise.all(['one', 'two', 'three'].map((name) => checkHealth(checked({}, name === 'two' ? sick : {}, name))));
    }
    expect(told().map(([to, state]) => [to, state])).toEqual([
      ['dora-desk', 'trouble'],
      ['office', 'trouble'],
    ]);
  });

  it('of an instance that is gone ends by itself', async () => {
    await checkAt(5, sick, 'one');
    for (let minute = 10; minute <= 60; minute += 5) await checkAt(minute, {}, 'two');
    expect(told().at(-1)).toEqual(['office', 'over', minutes(30)]);
  });

  it('that dies between sending and recording comes once more, marked', async () => {
    let calls = 0;
    const recordDeliveries: Register['recordDeliveries'] = async (claim, made) => {
      if (claim.caseId === ORGANISATION && (calls += 1) === 2) throw new RegisterUnavailable('killed here');
      return stage.register.recordDeliveries(claim, made);
    };
    await checkHealth(checked({ register: { ...stage.register, recordDeliveries } }, sick));
    for (let minute = 5; minute <= 15; minute += 5) await checkAt(minute, sick);
    const toOfficer = stage.desk.arrived.filter(({ prompt, to }) => prompt.kind === 'health' && to.id === 'dora-desk');
    expect(toOfficer.map(({ mayBeRepeated }) => mayBeRepeated)).toEqual([false, true]);
  });

  it('ends also where the clock was set back in between', async () => {
    await checkAt(120, sick);
    for (let minute = 0; minute <= 30; minute += 5) await checkAt(minute);
    expect(told().at(-1)?.[1]).toBe('over');
  });

  it('begins anew where it returns after its end', () => {
    const found = [{ trouble: 'tickOld', count: 1 }] as const;
    const first = healthAfter(undefined, found, minutes(0));
    const ended = healthAfter(first, [], minutes(10));
    expect(ended).toMatchObject({ since: minutes(0), overAt: minutes(10) });
    expect(healthAfter(ended, [], minutes(20))).toBe(ended);
    expect(healthAfter(ended, found, minutes(20))).toEqual({ since: minutes(20), seenAt: minutes(20), troubles: found });
  });
});

describe('the alarm that the register itself is gone', () => {
  it('is told straight from the second check on, hourly, and its end once', async () => {
    const tell = tellWithoutRegister(stage.worker({ channels: [stage.desk, stage.slack] }));
    const checkedAt = async (minute: number, isReached: boolean) => {
      stage.clock.set(minutes(minute));
      await tell(isReached);
    };
    for (let minute = 0; minute <= 75; minute += 5) await checkedAt(minute, false);
    await checkedAt(80, true);
    await checkedAt(85, true);
    const toOfficer = told().filter(([to]) => to === 'dora-desk');
    expect(toOfficer.map(([, state, at]) => [state, at])).toEqual([
      ['trouble', minutes(5)],
      ['trouble', minutes(65)],
      ['over', minutes(80)],
    ]);
    expect(stage.slack.arrived.filter(({ prompt }) => prompt.kind === 'health').length).toBe(6);
  });

  it('reaches the others where one platform never answers', async () => {
    const silent = { ...stage.desk, deliver: () => new Promise<never>(() => undefined) };
    const quick: Timer = () => realTimer(0.02);
    const tell = tellWithoutRegister(stage.worker({ channels: [silent, stage.slack], timer: quick }));
    await tell(false);
    await tell(false);
    expect(stage.slack.arrived.map(({ to }) => to.id)).toEqual(['dora-slack', 'C042']);
  });

  it('reaches the deputy where neither officer nor channel can be written to any more', async () => {
    stage.desk.treat = ({ to }) => (to.id === 'udo-desk' ? 'take' : 'unreachable');
    const tell = tellWithoutRegister(stage.worker());
    for (const minute of [0, 5]) {
      stage.clock.set(minutes(minute));
      await tell(false);
    }
    expect(told().map(([to, state]) => [to, state])).toEqual([['udo-desk', 'trouble']]);
  });

  it('is not told where it lasted for one check only, and one platform that throws keeps it from no other', async () => {
    stage.desk.treat = () => 'break';
    const tell = tellWithoutRegister(stage.worker({ channels: [stage.desk, stage.slack] }));
    for (const isReached of [false, true, false, true]) await tell(isReached);
    expect(stage.slack.arrived).toEqual([]);
    await tell(false);
    await tell(false);
    expect(stage.slack.arrived).toHaveLength(2);
  });
});

describe('the rolling audit', () => {
  it('looks at every open case once a round, a slice at a time, and goes on after a restart', async () => {
    for (let ordinal = 2; ordinal <= 23; ordinal += 1) await stage.open(`case-${ordinal}`, ordinal);
    await reconcileDue(stage.worker());
    const read: string[] = [];
    const register: Register = {
      ...stage.register,
      read: async (id) => {
        read.push(id);
        return stage.register.read(id);
      },
    };
    const turns: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) turns.push((await auditTurn(stage.worker({ register }))).looked);
    expect(turns).toEqual([5, 5, 5, 5, 3, 0, 0, 0]);
    expect(new Set(read).size).toBe(23);
    stage.clock.set(minutes(12 * 60));
    await reconcileDue(stage.worker());
    expect((await auditTurn(stage.worker())).looked).toBe(5);
  });

  it('is shared by several instances: none of them looks at what another one took', async () => {
    for (let ordinal = 2; ordinal <= 20; ordinal += 1) await stage.open(`case-${ordinal}`, ordinal);
    await reconcileDue(stage.worker());
    const read: string[] = [];
    const register: Register = {
      ...stage.register,
      read: async (id) => {
        read.push(id);
        return stage.register.read(id);
      },
    };
    for (let turn = 0; turn < 6; turn += 1) {
      await Promise.all([auditTurn(stage.worker({ register })), auditTurn(stage.worker({ register }))]);
    }
    expect(read).toHaveLength(20);
    expect(new Set(read).size).toBe(20);
  });

  it('looks at what it found again and again until nothing is wrong with it any more', async () => {
    const broken = caseId('case-2');
    await stage.open(broken, 2);
    await reconcileDue(stage.worker());
    let isBroken = true;
    const read: Register['read'] = async (id) => {
      if (isBroken && id === broken) throw new CaseUnreadable(broken);
      return stage.register.read(id);
    };
    const world = stage.worker({ register: { ...stage.register, read } });
    const troubles = async () => (await auditTurn(world)).troubles;
    expect(await troubles()).toEqual([{ trouble: 'caseUnreadable', count: 1 }]);
    expect(await troubles()).toEqual([{ trouble: 'caseUnreadable', count: 1 }]);
    isBroken = false;
    expect(await troubles()).toEqual([]);
    expect((await auditTurn(world)).looked).toBe(0);
  });
});

describe('the status', () => {
  it('tells from the register alone when it last ran, what is open, what comes next', async () => {
    await noteTick(checked({}, { waiting: 3 }));
    const later = minutes(2);
    expect(await statusOf(stage.register, later)).toEqual({
      ...{ asOf: later, lastTick: reportedAt, instances: 1, waiting: 3, openCases: 1, openDuties: 1, troubles: [] },
      firstDueBy: addHours(reportedAt, 72),
      nextLook: await stage.register.earliestDue(),
    });
  });

  it('says that nothing runs, where nothing ever ran or the last run is long ago', async () => {
    expect(await statusOf(stage.register, reportedAt)).toMatchObject({ instances: 0, troubles: [{ trouble: 'tickOld' }] });
    await noteTick(checked());
    expect((await statusOf(stage.register, minutes(3))).troubles).toEqual([]);
    expect(await statusOf(stage.register, minutes(4))).toMatchObject({
      ...{ lastTick: reportedAt, instances: 0 },
      troubles: [{ trouble: 'tickOld', count: 1 }],
    });
  });

  it('tells troubles while they last, and what is neglected even if nobody checks', async () => {
    await checkHealth(checked({}, { stuck: 2 }));
    await noteTick(checked());
    expect((await statusOf(stage.register, reportedAt)).troubles).toEqual([{ trouble: 'deliveriesStuck', count: 2 }]);
    await loseLook();
    expect((await statusOf(stage.register, reportedAt)).troubles).toEqual([
      { trouble: 'lookMissing', count: 1 },
      { trouble: 'deliveriesStuck', count: 2 },
    ]);
  });

  it('changes nothing', async () => {
    await loseLook();
    await statusOf(stage.register, reportedAt);
    expect(await lookOf()).toBeUndefined();
  });

  it('follows a clock that was put ahead of the machine’s', async () => {
    const world = checked();
    stage.clock.set(minutes(24 * 60));
    await reconcileCase(world, theCase);
    await noteTick({ ...world, machineNow: () => reportedAt });
    expect(await statusOf(stage.register, minutes(1))).toMatchObject({ asOf: minutes(24 * 60 + 1), instances: 1, troubles: [] });
  });
});
