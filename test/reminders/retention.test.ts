import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realTimer } from '../../adapters/timer/realTimer.ts';
import { plain } from '../../cards/plain.ts';
import type { BreachEvent } from '../../src/breach/events.ts';
import { retentionEnd } from '../../src/breach/retention.ts';
import type { Channel, Delivery, Timer } from '../../src/ports.ts';
import { ERASED_TEXT } from '../../src/register/erased.ts';
import { addressees } from '../support/readers.ts';
import { nextChange } from '../../src/reminders/nextChange.ts';
import { owed } from '../../src/reminders/owed.ts';
import { reconcileCase, reconcileDue } from '../../src/reminders/reconcile.ts';
import type { Resting } from '../../src/reminders/resting.ts';
import { addresseeIn, slotName, surfaceSlot } from '../../src/reminders/slot.ts';
import { addHours, type Instant, instant } from '../../src/rules/instant.ts';
import { reminderStage, type Stage } from './reminderStage.ts';
import {
  assessed,
  caseAt,
  dora,
  hours,
  notified,
  organisation,
  recordOf,
  reported,
  reportedAt,
  rita,
  theCase,
} from './sampleCase.ts';

const closedAt = hours(30);
const closed: BreachEvent = { type: 'CaseClosed', at: closedAt, by: dora, note: '' };
const life = [reported, assessed(reportedAt, { kind: 'art33-1' }), notified(hours(20)), closed];
const erased = (at: Instant): BreachEvent => ({
  type: 'CaseErased',
  at,
  by: dora,
  retention: 'bis Ende 2029',
  reasons: 'Frist vorbei',
});
/** The end of 2029 in Berlin, for a case closed in March 2026. */
const end = instant('2029-12-31T23:59:59.999+01:00');
const days = (count: number): Instant => addHours(end, count * 24);

const retentionOwed = (now: Instant, events: readonly BreachEvent[] = life) =>
  owed(caseAt(now, events)).flatMap(({ prompt, slot }) =>
    prompt.kind === 'reminder' && prompt.purpose === 'retention' ? [{ slot, prompt }] : [],
  );

describe('the end of the retention', () => {
  it('is what the rules of retention say', () => expect(retentionEnd(recordOf(...life), organisation)).toBe(end));

  it('is told from thirty days before, to the data protection office and its channel', () => {
    expect(retentionOwed(days(-30.01))).toEqual([]);
    expect(addressees(retentionOwed(days(-30)).map(({ slot }) => slot))).toEqual(['dora-desk', 'office']);
  });

  it('says until when, and offers to erase or to keep longer', () => {
    const [first] = retentionOwed(days(-29));
    expect(first?.prompt.retainedUntil).toBe(end);
    expect(first?.prompt.actions.map(({ data, verb }) => data['form'] ?? verb)).toEqual([
      'openCase',
      'eraseCase',
      'extendRetention',
    ]);
  });

  it('is told again, a year after it as well, until somebody has decided', () => {
    const steps = [-30, -20, -13, -6, 0.1, 8, 400].map((day) => retentionOwed(days(day))[0]?.slot);
    expect(new Set(steps).size).toBe(steps.length);
    expect(steps).not.toContain(undefined);
  });

  it('is told no more once the case is kept longer, until the new end comes near', () => {
    const until = instant('2031-12-31T23:59:59.999+01:00');
    const kept = [...life, { type: 'RetentionExtended', at: days(1), by: dora, until, reasons: 'Verfahren' } as const];
    expect(retentionOwed(days(2), kept)).toEqual([]);
    expect(retentionOwed(addHours(until, -29 * 24), kept)).not.toEqual([]);
  });

  it('is told no more once the case is erased; nothing else is either', () => {
    const at = caseAt(days(400), [...life, erased(days(1))]);
    expect(owed(at)).toEqual([]);
    expect(nextChange(at)).toBeUndefined();
  });

  it('wakes the case by itself years later', () => {
    expect(nextChange(caseAt(hours(40), life))).toBe(days(-30));
  });
});

describe('a slot', () => {
  it.each([
    { platform: 'slack', kind: 'channel', id: 'C042' },
    { platform: 'teams', kind: 'channel', id: '19:privacy/office@thread.tacv2' },
    { platform: 'desk', kind: 'person', id: 'slack:person:odd' },
  ] as const)('tells to whom it was sent: $platform $id', (to) => {
    const about = 'neighbour:acme:nis2/warning/nis2-office';
    if (to.id !== 'slack:person:odd') {
      expect(addresseeIn(slotName({ purpose: 'reminder', about, clock: 2, to }, '48h'))).toEqual(to);
    }
    expect(addresseeIn(surfaceSlot('card', to))).toEqual(to);
  });
});

describe('an erased case', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await reminderStage();
    await stage.open(theCase, 1);
    await reconcileDue(stage.worker({ channels: [stage.desk, stage.slack] }));
    await stage.append(theCase, notified(hours(20)), closed);
    await reconcileDue(stage.worker({ channels: [stage.desk, stage.slack] }));
  });
  afterEach(() => stage.close());

  const posted = (): readonly string[] =>
    [...new Set([...stage.desk.arrived, ...stage.slack.arrived].map(({ messageId }) => messageId))].toSorted();
  const eraseAt = async (at: Instant): Promise<void> => {
    stage.clock.set(at);
    await stage.append(theCase, erased(at));
  };
  const deliveries = (): Promise<readonly Delivery[]> => stage.register.deliveries(theCase);
  /** Slack as one would have it that lets nothing be removed. */
  const keeping = ({ platform, deliver }: Channel): Channel => ({ platform, deliver });

  it('has every message of the bot taken away, and then the addresses themselves', async () => {
    const before = posted();
    expect(before.length).toBeGreaterThan(4);
    await eraseAt(days(1));
    await reconcileCase(stage.worker({ channels: [stage.desk, stage.slack] }), theCase);
    expect([...stage.desk.removed, ...stage.slack.removed].toSorted()).toEqual(before);
    expect(await deliveries()).toEqual([]);
    expect((await stage.register.head(theCase))?.nextDueAt).toBeUndefined();
    expect(stage.alarms).toEqual([]);
  });

  it('tries again what a platform did not take away, and nothing twice', async () => {
    await eraseAt(days(1));
    stage.slack.treatRemoval = () => 'break';
    await reconcileCase(stage.worker({ channels: [stage.desk, stage.slack] }), theCase);
    expect(stage.slack.removed).toEqual([]);
    expect((await deliveries()).length).toBeGreaterThan(0);
    stage.slack.treatRemoval = () => 'take';
    stage.clock.set(days(1.1));
    await reconcileDue(stage.worker({ channels: [stage.desk, stage.slack] }));
    expect([...stage.desk.removed, ...stage.slack.removed].toSorted()).toEqual(posted());
    expect(await deliveries()).toEqual([]);
  });

  it('waits once for a platform that gives no answer, not once for each message, and not for another case', async () => {
    await eraseAt(days(1));
    let asked = 0;
    const silent = { ...stage.slack, remove: () => ((asked += 1), new Promise<never>(() => undefined)) };
    const [timer, resting]: [Timer, Resting] = [() => realTimer(0.05), new Map()];
    await reconcileCase(stage.worker({ channels: [stage.desk, silent], timer, resting }), theCase);
    expect(asked).toBe(1);
    expect(stage.desk.removed.length).toBeGreaterThan(1);
    stage.clock.set(days(1.1));
    await reconcileDue(stage.worker({ channels: [stage.desk, stage.slack], resting }));
    expect([...stage.desk.removed, ...stage.slack.removed].toSorted()).toEqual(posted());
    expect(await deliveries()).toEqual([]);
  });

  it('that has more messages than fit into one lease loses them all the same, in several', async () => {
    await eraseAt(days(1));
    const remove: NonNullable<Channel['remove']> = async (message) => {
      stage.clock.set(addHours(stage.clock.now(), 20 / 3600));
      return stage.desk.remove?.(message) ?? { result: 'not-removed' };
    };
    const worker = stage.worker({ channels: [{ ...stage.desk, remove }, stage.slack] });
    await reconcileDue(worker);
    expect([...stage.desk.removed, ...stage.slack.removed].toSorted()).toEqual(posted());
    expect(await deliveries()).toEqual([]);
  });

  it('waits for a platform that is not connected, without forgetting its messages', async () => {
    await eraseAt(days(1));
    await reconcileCase(stage.worker({ channels: [stage.desk] }), theCase);
    expect((await deliveries()).some(({ slot, messageId }) => messageId !== undefined && slot.includes('slack:'))).toBe(true);
    stage.clock.set(days(2));
    await reconcileDue(stage.worker({ channels: [stage.desk, stage.slack] }));
    expect(stage.slack.removed.length).toBeGreaterThan(0);
    expect(await deliveries()).toEqual([]);
  });

  describe('on a platform that is never connected again', () => {
    const without = () => stage.worker({ channels: [stage.desk] });
    const toldOf = () => stage.desk.arrived.filter(({ prompt }) => prompt.kind === 'caseCard' && prompt.leftOn !== undefined);

    it('is forgotten after a week, once the office knows where to remove messages by hand', async () => {
      await eraseAt(days(1));
      await reconcileCase(without(), theCase);
      stage.clock.set(days(7.9));
      await reconcileDue(without());
      expect(toldOf()).toEqual([]);
      expect((await deliveries()).length).toBeGreaterThan(0);
      stage.clock.set(days(8.1));
      await reconcileDue(without());
      expect(toldOf().map(({ to, prompt }) => [to.id, prompt])).toMatchObject([
        ['office', { kind: 'caseCard', status: 'erased', leftOn: ['slack'] }],
      ]);
      expect(plain(toldOf()[0]!.prompt, 'de')).toMatch(
        /In Slack stehen noch Nachrichten .* Bitte lassen Sie sie von Hand löschen\./,
      );
      expect(await deliveries()).toEqual([]);
      expect((await stage.register.head(theCase))?.nextDueAt).toBeUndefined();
    });

    it('is told once, and comes to its end too where the platform always refuses', async () => {
      await eraseAt(days(1));
      stage.slack.treatRemoval = () => 'refuse';
      for (const day of [1, 3, 9, 12]) {
        stage.clock.set(days(day));
        await stage.register.wakeAll(days(day));
        await reconcileCase(stage.worker({ channels: [stage.desk, stage.slack] }), theCase);
      }
      const told = [...stage.desk.arrived, ...stage.slack.arrived].filter(
        ({ prompt }) => prompt.kind === 'caseCard' && prompt.leftOn !== undefined,
      );
      expect(told.map(({ to }) => to.id)).toEqual(['office', 'C042']);
      expect(await deliveries()).toEqual([]);
    });

    it('forgets nothing before it could be told', async () => {
      await eraseAt(days(1));
      stage.desk.treat = () => 'refuse';
      stage.clock.set(days(9));
      await reconcileDue(without());
      expect((await deliveries()).some(({ messageId, slot }) => messageId !== undefined && slot.includes('slack:'))).toBe(true);
      stage.desk.treat = () => 'take';
      stage.clock.set(days(9.1));
      await reconcileDue(without());
      expect(toldOf()).toHaveLength(1);
      expect(await deliveries()).toEqual([]);
    });

    it('is told again only marked as a repetition where the answer of the platform was lost', async () => {
      await eraseAt(days(1));
      stage.desk.treat = () => 'loseAnswer';
      stage.clock.set(days(9));
      await reconcileDue(without());
      stage.desk.treat = () => 'take';
      stage.clock.set(days(9.1));
      await reconcileDue(without());
      expect(toldOf().map(({ mayBeRepeated }) => mayBeRepeated)).toEqual([false, true]);
      expect(await deliveries()).toEqual([]);
    });
  });

  it('leaves on a platform that keeps messages a card that says so', async () => {
    const seen = stage.slack.arrived.length;
    await eraseAt(days(1));
    await reconcileCase(stage.worker({ channels: [stage.desk, keeping(stage.slack)] }), theCase);
    expect(stage.slack.arrived.slice(seen).map(({ prompt }) => prompt)).toMatchObject([
      { kind: 'caseCard', status: 'erased', keptOn: ['slack'] },
    ]);
    expect(await deliveries()).toEqual([]);
  });

  it('is left in peace afterwards', async () => {
    await eraseAt(days(1));
    await reconcileCase(stage.worker({ channels: [stage.desk, stage.slack] }), theCase);
    const [tried, taken] = [stage.desk.tried.length, stage.desk.removed.length];
    await stage.register.wakeAll(days(2));
    stage.clock.set(days(3));
    await reconcileDue(stage.worker({ channels: [stage.desk, stage.slack] }));
    expect([stage.desk.tried.length, stage.desk.removed.length]).toEqual([tried, taken]);
  });
});

describe('a question whose text was erased', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await reminderStage();
    await stage.open(theCase, 1);
    const asked = { type: 'QuestionAskedOfPerson', at: reportedAt, by: dora, questionId: 'q-1', person: rita } as const;
    await stage.append(theCase, { ...asked, text: 'Hat Frau Geheim die Liste?' });
    await stage.tickUntil(hours(1));
  });
  afterEach(() => stage.close());

  it('is taken away from the person who was asked, and asked no more', async () => {
    const asked = () => stage.desk.arrived.filter(({ prompt }) => prompt.kind === 'personQuestion');
    expect(asked()).toHaveLength(1);
    await stage.append(theCase, { type: 'TextErased', at: hours(1), by: dora, sequence: 2, part: '0/text', reasons: 'Name' });
    await stage.tickUntil(hours(80), 30);
    expect(stage.desk.removed).toEqual([asked()[0]?.messageId]);
    expect(asked()).toHaveLength(1);
    expect(JSON.stringify(stage.desk.arrived.at(-1))).not.toContain(ERASED_TEXT);
  });

  it('loses its text where messages cannot be taken away', async () => {
    const asked = () =>
      stage.desk.arrived.flatMap((shown) =>
        shown.prompt.kind === 'personQuestion' ? [{ ...shown, text: shown.prompt.text }] : [],
      );
    await stage.append(theCase, { type: 'TextErased', at: hours(1), by: dora, sequence: 2, part: '0/text', reasons: 'Name' });
    const { platform, deliver } = stage.desk;
    await reconcileDue(stage.worker({ channels: [{ platform, deliver }] }));
    expect(asked().map(({ text }) => text)).toEqual(['Hat Frau Geheim die Liste?', ERASED_TEXT]);
    expect(asked()[1]?.messageId).toBe(asked()[0]?.messageId);
  });
});

describe('a question whose person was erased', () => {
  it('is taken away and asked no more; on a platform that is gone the office hears of it after a week', async () => {
    const stage = await reminderStage();
    await stage.open(theCase, 1);
    const asked = { type: 'QuestionAskedOfPerson', at: reportedAt, by: dora, questionId: 'q-1', person: rita } as const;
    await stage.append(theCase, { ...asked, text: 'Was war es?' });
    await stage.tickUntil(hours(1));
    const [question] = stage.desk.arrived.filter(({ prompt }) => prompt.kind === 'personQuestion');
    await stage.append(theCase, { type: 'TextErased', at: hours(1), by: dora, sequence: 2, part: '0/person', reasons: 'Name' });
    await reconcileDue(stage.worker({ channels: [stage.slack] }));
    expect(stage.desk.removed).toEqual([]);
    stage.clock.set(hours(1 + 8 * 24));
    await reconcileDue(stage.worker({ channels: [stage.slack] }));
    const told = stage.slack.arrived.filter(({ prompt }) => prompt.kind === 'caseCard' && prompt.leftOn !== undefined);
    expect(told.map(({ to, prompt }) => [to.id, prompt])).toMatchObject([['C042', { status: 'open', leftOn: ['desk'] }]]);
    await stage.tickUntil(hours(1 + 9 * 24), 60);
    expect(stage.desk.removed).not.toContain(question?.messageId);
    expect(stage.desk.arrived.filter(({ prompt }) => prompt.kind === 'personQuestion')).toHaveLength(1);
    await stage.close();
  });
});

describe('the check value', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await reminderStage();
    await stage.open(theCase, 1);
  });
  afterEach(() => stage.close());

  it('stands on card and receipt, and both are drawn anew with each entry', async () => {
    const shown = () =>
      stage.desk.arrived.flatMap(({ prompt }) =>
        prompt.kind === 'caseCard' || prompt.kind === 'receipt' ? [{ kind: prompt.kind, head: prompt.head }] : [],
      );
    await reconcileDue(stage.worker());
    const first = await stage.register.head(theCase);
    expect(new Set(shown().map(({ head }) => head?.hash))).toEqual(new Set([first?.hash]));
    await stage.append(theCase, { type: 'HintGiven', at: stage.clock.now(), by: rita, hint: 'contained', answer: 'yes' });
    await reconcileDue(stage.worker());
    const second = await stage.register.head(theCase);
    expect(second?.hash).not.toBe(first?.hash);
    expect(
      shown()
        .slice(-2)
        .map(({ kind, head }) => [kind, head])
        .toSorted(),
    ).toEqual([
      ['caseCard', { entries: 2, hash: second?.hash }],
      ['receipt', { entries: 2, hash: second?.hash }],
    ]);
  });
});
