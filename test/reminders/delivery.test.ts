import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CaseId, personId } from '../../src/breach/identifiers.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { Channel, FoundResult, Timer } from '../../src/ports.ts';
import { ORGANISATION } from '../../src/register/organisationStream.ts';
import { audit } from '../../src/reminders/audit.ts';
import { noteHealth } from '../../src/reminders/health.ts';
import { owed } from '../../src/reminders/owed.ts';
import { reconcileCase, reconcileDue } from '../../src/reminders/reconcile.ts';
import type { RemindersWorld } from '../../src/reminders/remindersWorld.ts';
import { wakeWhenSetBack } from '../../src/reminders/wakeWhenSetBack.ts';
import { addHours } from '../../src/rules/instant.ts';
import type { FakePlatform } from '../support/fakePlatform.ts';
import { announced, reminderStage, remindersTo, type Stage } from './reminderStage.ts';
import { assessed, caseAt, dora, hours, notified, organisation, recordOf, reported, reportedAt } from './sampleCase.ts';

let stage: Stage;
let theCase: CaseId;
beforeEach(async () => {
  stage = await reminderStage();
  theCase = await stage.open('case-1', 1);
});
afterEach(() => stage.close());

const DORA = 'dora-slack';
const UDO = 'udo-slack';
const CHANNEL = 'C042';

/** Runs out at once, and tells how long it was asked to wait. */
const asked: number[] = [];
const impatient: Timer = (seconds) => {
  asked.push(seconds);
  let handle: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    handle = setTimeout(resolve, 15);
  });
  return { over, cancel: () => clearTimeout(handle) };
};
const silent = (platform: FakePlatform): Channel => ({ ...platform, deliver: () => new Promise(() => undefined) });
const onSlack = (wanted: Partial<RemindersWorld> = {}): RemindersWorld =>
  stage.worker({ channels: [stage.slack], timer: impatient, ...wanted });
const deliveryOf = async (start: string) => (await stage.register.deliveries(theCase)).find(({ slot }) => slot.startsWith(start));

describe('a platform that never answers', () => {
  it('is waited for a part of the lease, and what was begun counts as unclear', async () => {
    asked.length = 0;
    await reconcileCase(onSlack({ channels: [silent(stage.slack)], leaseSeconds: 40 }), theCase);
    expect(new Set(asked)).toEqual(new Set([5]));
    expect(await deliveryOf('card/')).toMatchObject({ state: 'unclear', attempts: 1 });
  });

  it('is waited for ten seconds at most, however long the lease', async () => {
    asked.length = 0;
    await reconcileCase(onSlack({ channels: [silent(stage.slack)], leaseSeconds: 600 }), theCase);
    expect(new Set(asked)).toEqual(new Set([10]));
  });

  it('takes no other platform down', async () => {
    await reconcileCase(onSlack({ channels: [silent(stage.slack), stage.desk] }), theCase);
    expect(stage.desk.arrived.map(({ to }) => to.id)).toEqual(['rita', 'office', 'dora-desk']);
  });

  it('is waited for once in a tick, not once for every case', async () => {
    for (let more = 2; more <= 6; more += 1) await stage.open(`case-${more}`, more);
    asked.length = 0;
    await reconcileDue(onSlack({ channels: [silent(stage.slack)] }));
    expect(asked).toHaveLength(1);
    expect((await stage.register.deliveries(theCase)).filter(({ slot }) => slot.endsWith(DORA))).toEqual([]);
  });

  it('gets each message again with a mark, only where it was begun', async () => {
    await reconcileCase(onSlack({ channels: [silent(stage.slack)] }), theCase);
    stage.clock.set(addHours(stage.clock.now(), 1));
    await reconcileDue(onSlack());
    expect(stage.slack.arrived.map(({ to, mayBeRepeated }) => [to.id, mayBeRepeated])).toEqual([
      [CHANNEL, true],
      [DORA, false],
    ]);
  });
});

describe('a channel for which the platform wants to be left alone', () => {
  const toChannel = () => stage.slack.tried.filter(({ to }) => to.id === CHANNEL);
  const inSeconds = (seconds: number): void => stage.clock.set(addHours(stage.clock.now(), seconds / 3600));
  beforeEach(async () => {
    for (let more = 2; more <= 4; more += 1) await stage.open(`case-${more}`, more);
    stage.slack.treat = ({ to }) => (to.id === CHANNEL ? { retryAfterSeconds: 90 } : 'take');
  });

  it('is left alone by every case until then, and everybody else is told', async () => {
    await reconcileDue(onSlack());
    expect(toChannel()).toHaveLength(1);
    expect(remindersTo(stage.slack.arrived, DORA)).toHaveLength(4);
    stage.slack.treat = () => 'take';
    inSeconds(89);
    await reconcileDue(onSlack());
    expect(toChannel()).toHaveLength(1);
    inSeconds(1);
    await reconcileDue(onSlack());
    expect(stage.slack.arrived).toHaveLength(8);
    expect(stage.slack.arrived.some(({ mayBeRepeated }) => mayBeRepeated)).toBe(false);
  });

  it('is left alone too by a case that is served for another reason, and by the organisation', async () => {
    const world = onSlack({ resting: new Map() });
    await reconcileDue(world);
    await stage.register.wakeAll(stage.clock.now());
    inSeconds(30);
    await reconcileCase(world, theCase);
    await noteHealth(stage.register, [{ trouble: 'lookLate', count: 1 }], stage.clock.now());
    await reconcileCase(world, ORGANISATION);
    expect(toChannel()).toHaveLength(1);
    expect(stage.slack.arrived.filter(({ prompt }) => prompt.kind === 'health').map(({ to }) => to.id)).toEqual([DORA]);
    stage.slack.treat = () => 'take';
    inSeconds(60);
    await reconcileDue(world);
    expect(stage.slack.arrived.filter(({ prompt }) => prompt.kind === 'health').map(({ to }) => to.id)).toEqual([DORA, CHANNEL]);
  });

  it('is asked again once the clock was set back: how long it rests is not known any more', async () => {
    const world = onSlack({ resting: new Map() });
    await reconcileDue(world);
    inSeconds(-3600);
    await reconcileCase(world, theCase);
    expect(toChannel()).toHaveLength(2);
  });
});

describe('a message whose answer was lost', () => {
  const looking = (find: (key: string) => FoundResult): Channel => ({ ...stage.slack, find: async ({ key }) => find(key) });
  const loseOne = async (arrives: boolean): Promise<void> => {
    stage.slack.treat = ({ to }) => (to.id !== DORA ? 'take' : arrives ? 'loseAnswer' : 'loseMessage');
    await reconcileCase(onSlack(), theCase);
    stage.slack.treat = () => 'take';
    stage.clock.set(addHours(stage.clock.now(), 2 / 60));
  };

  it('is looked for, and where it stands there nothing is sent again', async () => {
    await loseOne(true);
    const lost = stage.slack.arrived.find(({ to }) => to.id === DORA);
    const before = stage.slack.tried.length;
    await reconcileDue(
      onSlack({
        channels: [looking((key) => (key === lost?.key ? { result: 'found', messageId: lost.messageId } : { result: 'absent' }))],
      }),
    );
    expect(stage.slack.tried).toHaveLength(before);
    const toDora = (await stage.register.deliveries(theCase)).filter(({ slot }) => slot.endsWith(DORA));
    expect(toDora.map(({ state, messageId }) => [state, messageId])).toEqual([
      ['sent', lost?.messageId],
      ['sent', lost?.messageId],
    ]);
  });

  it.each(['absent', 'unknown'] as const)('is repeated with a mark where the look says %s', async (result) => {
    await loseOne(false);
    await reconcileDue(onSlack({ channels: [looking(() => ({ result }))] }));
    expect(remindersTo(stage.slack.arrived, DORA).map(({ mayBeRepeated }) => mayBeRepeated)).toEqual([true]);
  });

  it('is repeated with a mark where the look itself gets no answer, or fails', async () => {
    await loseOne(false);
    await reconcileDue(onSlack({ channels: [{ ...stage.slack, find: () => new Promise(() => undefined) }] }));
    expect(remindersTo(stage.slack.arrived, DORA)).toHaveLength(1);
  });

  it('is never looked for where nothing was lost', async () => {
    let looks = 0;
    const counted: Channel = { ...stage.slack, find: async () => ((looks += 1), { result: 'absent' }) };
    await reconcileCase(onSlack({ channels: [counted] }), theCase);
    await stage.tickUntil(hours(1), 10);
    expect(looks).toBe(0);
  });

  it('as a card is recognised, and then drawn as it should be', async () => {
    stage.slack.treat = ({ to }) => (to.id === CHANNEL ? 'loseAnswer' : 'take');
    await reconcileCase(onSlack(), theCase);
    const card = stage.slack.arrived.find(({ to }) => to.id === CHANNEL);
    stage.slack.treat = () => 'take';
    stage.clock.set(addHours(stage.clock.now(), 2 / 60));
    await reconcileDue(onSlack({ channels: [looking(() => ({ result: 'found', messageId: card?.messageId ?? '' }))] }));
    const toChannel = stage.slack.arrived.filter(({ to }) => to.id === CHANNEL);
    expect(toChannel.map(({ replaces }) => replaces)).toEqual([undefined, card?.messageId]);
    expect((await stage.register.deliveries(theCase)).every(({ state }) => state === 'sent')).toBe(true);
  });
});

describe('a machine that slept between entering a message and sending it', () => {
  const sleeping = (seconds: number, meanwhile: () => Promise<void> = async () => undefined): RemindersWorld => {
    let slept = false;
    const { register } = stage;
    return onSlack({
      register: {
        ...register,
        recordDeliveries: async (claim, made) => {
          const isRecorded = await register.recordDeliveries(claim, made);
          if (slept) return isRecorded;
          slept = true;
          await meanwhile();
          stage.clock.set(addHours(stage.clock.now(), seconds / 3600));
          return isRecorded;
        },
      },
    });
  };

  it('begins nothing past the half of its lease, takes its entry back, and begins anew under a fresh one', async () => {
    await reconcileCase(sleeping(31), theCase);
    expect(stage.slack.arrived.map(({ to, mayBeRepeated }) => [to.id, mayBeRepeated])).toEqual([
      [CHANNEL, false],
      [DORA, false],
    ]);
  });

  it('says nothing of what was ended while it slept', async () => {
    await stage.append(theCase, notified(stage.clock.now(), 'art33-2'));
    await reconcileCase(
      sleeping(5, () => stage.append(theCase, notified(stage.clock.now()))),
      theCase,
    );
    const [told] = remindersTo(stage.slack.arrived, DORA);
    expect(told?.prompt).toMatchObject({ duties: [] });
    expect(stage.slack.tried.every(({ mayBeRepeated }) => !mayBeRepeated)).toBe(true);
  });
});

describe('a channel that is gone', () => {
  const archive = (): void => {
    stage.slack.treat = ({ to }) => (to.id === CHANNEL ? 'unreachable' : 'take');
  };
  beforeEach(async () => {
    await reconcileCase(onSlack(), theCase);
    archive();
  });
  const tick = async (until: number, from: number): Promise<void> => {
    for (let minute = from * 60; minute <= until * 60; minute += 10) {
      stage.clock.set(hours(minute / 60));
      await reconcileDue(onSlack());
    }
  };

  it('is stood in for by officer and deputy in person, who are told why', async () => {
    await tick(24, 0.5);
    const instead = remindersTo(stage.slack.arrived, UDO);
    expect(instead.map(({ prompt }) => prompt)).toMatchObject([
      { purpose: 'channelGone', channelsGone: ['slack'], overtaken: 0 },
      { channelsGone: ['slack'], overtaken: 0 },
    ]);
    expect(remindersTo(stage.slack.arrived, DORA).map(({ prompt }) => prompt)).toMatchObject([
      { purpose: 'new' },
      { purpose: 'channelGone', channelsGone: ['slack'] },
      { channelsGone: ['slack'] },
    ]);
    expect(stage.alarms).toEqual([{ caseId: theCase, what: 'unreachable' }]);
  });

  describe('when stages of the escalation fall due', () => {
    const withManagement: Organisation = {
      ...organisation,
      persons: [
        ...organisation.persons,
        { id: personId('mara'), name: 'Mara', roles: ['management'], language: 'de', accounts: { slack: 'mara-slack' } },
      ],
    };
    const slots = (of: Organisation, id: string, hour: number, lostAt: number): readonly string[] =>
      owed(
        caseAt(hours(hour), [reported, assessed(reportedAt, { kind: 'art33-2', status: 'owed' })], {
          ...{ organisation: of, platforms: ['slack'] },
          unreachable: [
            {
              to: { platform: 'slack', kind: 'channel', id: CHANNEL },
              since: hours(lostAt),
              times: 1,
              tryAgainAt: hours(hour + 0.5),
            },
          ],
        }),
      ).flatMap(({ slot, to }) => (slot.startsWith('escalation/') && to.id === id ? [slot.split('/').at(-2) ?? ''] : []));

    it('has the officer told in its place what was meant for the deputy, where nobody stands behind them', () => {
      expect(slots(organisation, DORA, 24, 10)).toEqual(['deputy-quiet-24h']);
      expect(slots(organisation, UDO, 24, 10)).toEqual(['deputy-quiet-24h']);
    });

    it('has the deputy told in its place what was meant for management', () => {
      expect(slots(withManagement, UDO, 71, 10)).toEqual(['deputy-quiet-24h']);
      expect(slots(withManagement, UDO, 72, 10)).toEqual(['management-quiet-72h']);
      expect(slots(withManagement, DORA, 72, 10)).toEqual(['management-quiet-72h']);
    });

    it('tells of what came before it was lost only the last', () => {
      expect(slots(organisation, DORA, 26, 25)).toEqual(['deputy-quiet-24h']);
      expect(slots(organisation, DORA, 80, 75)).toEqual(['management-quiet-72h']);
      expect(slots(withManagement, UDO, 80, 75)).toEqual(['management-quiet-72h']);
    });

    it('leaves in peace who is away, while somebody is here', () => {
      const absences = [{ person: dora, from: hours(1), until: hours(100) }];
      const events = [reported, assessed(reportedAt, { kind: 'art33-1' })];
      const unreachable = [
        { to: { platform: 'slack', kind: 'channel', id: CHANNEL }, since: hours(10), times: 1, tryAgainAt: hours(13) },
      ] as const;
      const told = owed(caseAt(hours(12), events, { platforms: ['slack'], unreachable, absences }));
      expect(new Set(told.flatMap(({ kind, to }) => (kind === 'announcement' ? [to.id] : [])))).toEqual(new Set([UDO]));
    });
  });

  it('is tried again once an hour, also by a process that has just started', async () => {
    await tick(6, 0.5);
    const tries = stage.slack.tried.filter(({ to }) => to.id === CHANNEL).slice(1);
    const gaps = tries.slice(1).map(({ at }, place) => (Date.parse(at) - Date.parse(tries[place]?.at ?? at)) / 60_000);
    expect(gaps.length).toBeGreaterThan(3);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(60);
    expect(await deliveryOf('unreachable/')).toMatchObject({ state: 'unreachable', attempts: 1 });
  });

  it('gets its card and one message that says what it missed, as soon as it is back', async () => {
    await tick(49, 0.5);
    stage.slack.treat = () => 'take';
    const before = stage.slack.arrived.length;
    await tick(51, 49 + 1 / 6);
    const back = stage.slack.arrived.slice(before);
    expect(announced(back).map(({ to, prompt }) => [to.id, prompt.kind])).toEqual([[CHANNEL, 'reminder']]);
    const { prompt } = announced(back)[0] ?? {};
    expect(prompt?.kind === 'reminder' && prompt.overtaken).toBeGreaterThan(0);
    expect(await deliveryOf('unreachable/')).toMatchObject({ state: 'reachable', attempts: 1 });
    await tick(60, 51);
    // An escalation reaches the deputy in any case; what belongs to the channel does so no more.
    const handedOver = remindersTo(stage.slack.arrived.slice(before), UDO).filter(
      ({ prompt }) => prompt.kind === 'reminder' && prompt.purpose !== 'escalation',
    );
    expect(handedOver).toEqual([]);
  });

  it('that is lost a second time is told of a second time', async () => {
    await tick(3, 0.5);
    stage.slack.treat = () => 'take';
    await tick(6, 3);
    archive();
    await tick(9, 6);
    const told = remindersTo(stage.slack.arrived, UDO).filter(
      ({ prompt }) => prompt.kind === 'reminder' && prompt.purpose === 'channelGone',
    );
    expect(told).toHaveLength(2);
    expect(await deliveryOf('unreachable/')).toMatchObject({ state: 'unreachable', attempts: 2 });
  });

  it('is no finding of the audit: what is owed is delivered elsewhere', async () => {
    await tick(30, 0.5);
    const deliveries = await stage.register.deliveries(theCase);
    const entries = (await stage.register.read(theCase))?.entries ?? [];
    const record = recordOf(...entries.flatMap(({ events }) => events));
    const nextDueAt = (await stage.register.head(theCase))?.nextDueAt;
    const audited = { caseId: theCase, record, organisation, platforms: ['slack'] as const, deliveries, nextDueAt };
    expect(audit([audited], hours(30.5))).toEqual([]);
  });
});

describe('a person who cannot be written to any more', () => {
  it('is tried once an hour, and told everything in one message when it works again', async () => {
    stage.slack.treat = ({ to }) => (to.id === DORA ? 'unreachable' : 'take');
    for (let minute = 0; minute <= 300; minute += 10) {
      stage.clock.set(hours(minute / 60));
      await reconcileDue(onSlack());
    }
    expect(stage.slack.tried.filter(({ to }) => to.id === DORA)).toHaveLength(6);
    stage.slack.treat = () => 'take';
    stage.clock.set(hours(6));
    await reconcileDue(onSlack());
    expect(remindersTo(stage.slack.arrived, DORA)).toHaveLength(1);
  });

  const alone: Organisation = { ...organisation, channels: {} };
  it('and is the only officer is stood in for by the deputy, from then on and until it works again', async () => {
    stage.slack.treat = ({ to }) => (to.id === DORA ? 'unreachable' : 'take');
    const world = onSlack({ organisation: alone });
    const tickAt = async (hour: number): Promise<void> => {
      stage.clock.set(hours(hour));
      await reconcileDue(world);
    };
    await tickAt(0);
    expect(remindersTo(stage.slack.arrived, UDO)).toHaveLength(1);
    for (let hour = 1; hour <= 48; hour += 1) await tickAt(hour);
    const before = remindersTo(stage.slack.arrived, UDO).length;
    expect(before).toBeGreaterThanOrEqual(3);
    stage.slack.treat = () => 'take';
    for (let hour = 49; hour <= 66; hour += 1) await tickAt(hour);
    const after = remindersTo(stage.slack.arrived, UDO).slice(before);
    expect(after.filter(({ prompt }) => prompt.kind === 'reminder' && prompt.purpose !== 'escalation')).toEqual([]);
    expect(remindersTo(stage.slack.arrived, DORA).length).toBeGreaterThan(0);
  });
});

describe('a clock that was set back', () => {
  it('has every open case looked at again, once', async () => {
    let woken = 0;
    const wake = wakeWhenSetBack({ clock: stage.clock, register: { ...stage.register, wakeAll: async () => void (woken += 1) } });
    for (const hour of [1, 2, 0.5, 0.5, 1, 3]) {
      stage.clock.set(hours(hour));
      await wake();
    }
    expect(woken).toBe(1);
  });

  it('has the digest looked at again, too, whose next moment lay days ahead', async () => {
    const woken: CaseId[] = [];
    const wake = wakeWhenSetBack({
      clock: stage.clock,
      register: { ...stage.register, wake: async (id: CaseId) => void woken.push(id) },
    });
    for (const hour of [48, 0.5, 1]) {
      stage.clock.set(hours(hour));
      await wake();
    }
    expect(woken).toEqual([ORGANISATION]);
  });

  it('does not make a lost answer wait for the hours it went ahead', async () => {
    stage.clock.set(hours(2));
    stage.slack.treat = ({ to }) => (to.id === DORA ? 'loseMessage' : 'take');
    await reconcileCase(onSlack(), theCase);
    stage.slack.treat = () => 'take';
    stage.clock.set(hours(0.1));
    await stage.register.wakeAll(stage.clock.now());
    await reconcileDue(onSlack());
    expect(remindersTo(stage.slack.arrived, DORA)).toHaveLength(1);
  });
});
