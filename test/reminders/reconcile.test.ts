import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BreachEvent } from '../../src/breach/events.ts';
import type { CaseId } from '../../src/breach/identifiers.ts';
import { type OutgoingMessage, type Register, RegisterUnavailable } from '../../src/ports.ts';
import { reconcileCase, reconcileDue } from '../../src/reminders/reconcile.ts';
import { addHours, instant } from '../../src/rules/instant.ts';
import { announced, reminderStage, remindersTo, type Stage, summaryOf } from './reminderStage.ts';
import { acknowledged, assessed, dora, hours, notified, reported, reportedAt } from './sampleCase.ts';

let stage: Stage;
let theCase: CaseId;
beforeEach(async () => {
  stage = await reminderStage();
  theCase = await stage.open('case-1', 1);
});
afterEach(() => stage.close());

const DORA = 'dora-desk';
const OFFICE = 'office';
const steps = async (): Promise<readonly string[]> =>
  (await stage.register.deliveries(theCase))
    .filter(({ slot }) => slot.startsWith('reminder/') && slot.endsWith(DORA))
    .map(({ slot, state }) => `${slot.split('/')[3] ?? ''} ${state}`);
const nextDueAt = async () => (await stage.register.list({ limit: 10 })).find(({ caseId }) => caseId === theCase)?.nextDueAt;

describe('a case that was just reported', () => {
  it('is told at once: receipt to the reporter, one message to the officer, the card to the channel', async () => {
    await reconcileCase(stage.worker(), theCase);
    expect(stage.desk.arrived.map(({ to, prompt }) => `${prompt.kind} ${to.id}`)).toEqual([
      'receipt rita',
      'caseCard office',
      'reminder dora-desk',
    ]);
    expect(remindersTo(stage.desk.arrived, DORA)[0]?.prompt).toMatchObject({ purpose: 'new', overtaken: 0 });
  });

  it('has the card in the channel stand for the first message: every slot bears its id', async () => {
    await reconcileCase(stage.worker(), theCase);
    const toOffice = (await stage.register.deliveries(theCase)).filter(({ slot }) => slot.endsWith(':office'));
    expect(toOffice.map(({ slot, state, messageId }) => [slot.split('/')[0], state, messageId])).toEqual([
      ['card', 'sent', 'desk-2'],
      ['new', 'sent', 'desk-2'],
      ['reminder', 'sent', 'desk-2'],
    ]);
  });

  it('stays quiet when it is reconciled again', async () => {
    for (let again = 0; again < 5; again += 1) await reconcileCase(stage.worker(), theCase);
    await reconcileDue(stage.worker());
    expect(stage.desk.tried).toHaveLength(3);
  });

  it('is looked at again when something changes', async () => {
    await reconcileCase(stage.worker(), theCase);
    expect(await nextDueAt()).toBe('2026-03-27T17:00:00.000Z');
  });
});

describe('over the days', () => {
  it('reminds at each step once, over the change of clocks and past the deadline', async () => {
    await stage.tickUntil(hours(80), 5);
    expect(remindersTo(stage.desk.arrived, DORA).map(({ at }) => at)).toEqual([
      '2026-03-27T16:40:00.000Z',
      '2026-03-28T16:40:00.000Z',
      '2026-03-29T16:40:00.000Z',
      '2026-03-30T04:40:00.000Z',
      '2026-03-30T10:40:00.000Z',
      '2026-03-30T14:40:00.000Z',
      '2026-03-30T15:40:00.000Z',
      '2026-03-30T16:40:00.000Z',
      '2026-03-30T20:40:00.000Z',
      '2026-03-31T00:40:00.000Z',
    ]);
    expect(
      remindersTo(stage.desk.arrived, DORA).every(
        ({ mayBeRepeated, prompt }) => !mayBeRepeated && prompt.kind === 'reminder' && prompt.overtaken === 0,
      ),
    ).toBe(true);
  });

  it('redraws the card in its place, hourly and at the end every quarter, and posts it once', async () => {
    await stage.tickUntil(hours(72), 5);
    const cards = stage.desk.arrived.filter(({ prompt }) => prompt.kind === 'caseCard');
    expect(new Set(cards.map(({ messageId }) => messageId)).size).toBe(1);
    const gaps = cards.slice(1).map(({ at }, place) => (Date.parse(at) - Date.parse(cards[place]?.at ?? at)) / 60_000);
    expect(Math.min(...gaps.slice(1, 60))).toBe(60);
    expect(cards.filter(({ at }) => at > hours(66)).length).toBeGreaterThan(20);
  });

  it('ends with the notice, then says that the case can be closed', async () => {
    await stage.tickUntil(hours(30), 30);
    await stage.append(theCase, notified(hours(30)));
    const before = stage.desk.arrived.length;
    await stage.tickUntil(hours(30 + 49), 30);
    const after = remindersTo(stage.desk.arrived.slice(before), DORA);
    expect(after.map(({ prompt }) => prompt.kind === 'reminder' && prompt.purpose)).toEqual([
      'readyToClose',
      'readyToClose',
      'readyToClose',
    ]);
  });

  it('tells several duties together, in one message', async () => {
    await stage.append(theCase, assessed(reportedAt, { kind: 'art34-1' }, { kind: 'art33-2' }, { kind: 'art33-5' }));
    await reconcileDue(stage.worker());
    expect(remindersTo(stage.desk.arrived, DORA)).toHaveLength(1);
    expect(remindersTo(stage.desk.arrived, DORA)[0]?.prompt).toMatchObject({
      duties: [{ kind: 'art33-1' }, { kind: 'art34-1' }, { kind: 'art33-2' }, { kind: 'art33-5' }],
    });
    stage.clock.set(hours(4));
    await reconcileDue(stage.worker());
    expect(remindersTo(stage.desk.arrived, DORA)).toHaveLength(2);
    const together = (await stage.register.deliveries(theCase)).filter(({ slot, at }) => slot.endsWith(DORA) && at === hours(4));
    expect(together).toHaveLength(2);
    expect(new Set(together.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('lets „I am on it“ hold a reminder back and send it by itself when the time is over', async () => {
    await stage.tickUntil(hours(47), 30);
    await stage.append(theCase, acknowledged(hours(47), hours(51)));
    await stage.tickUntil(hours(52), 30);
    expect(remindersTo(stage.desk.arrived, DORA).map(({ at }) => at)).toEqual([reportedAt, hours(24), hours(51)]);
  });

  it('tells the reporter how it ended, once, also after the case was closed', async () => {
    await stage.tickUntil(hours(1), 30);
    const meta = { at: hours(1), by: dora };
    await stage.append(
      theCase,
      notified(hours(1)),
      { ...meta, type: 'CaseClosed', note: '' },
      { ...meta, type: 'ReporterTold', outcome: 'handled' },
    );
    await stage.tickUntil(hours(100), 60);
    expect(
      announced(stage.desk.arrived)
        .slice(1)
        .map(({ prompt, to }) => [prompt.kind, to.id]),
    ).toEqual([['outcome', 'rita']]);
    // Thirty days before the retention of the closed case ends.
    expect(await nextDueAt()).toBe('2029-12-01T22:59:59.999Z');
  });
});

describe('one announcement for one reader in one tick', () => {
  it('leaves the second for the next tick, and forgets none', async () => {
    await reconcileDue(stage.worker());
    const ask = (questionId: string): BreachEvent => ({
      type: 'QuestionAskedOfPerson',
      at: reportedAt,
      by: dora,
      questionId,
      person: dora,
      text: '?',
    });
    await stage.append(theCase, ask('q-1'), ask('q-2'));
    await reconcileDue(stage.worker());
    expect(announced(stage.desk.arrived)).toHaveLength(2);
    stage.clock.set(addHours(reportedAt, 1 / 60));
    await reconcileDue(stage.worker());
    expect(
      announced(stage.desk.arrived)
        .slice(1)
        .map(({ prompt }) => prompt.kind === 'personQuestion' && prompt.questionId),
    ).toEqual(['q-1', 'q-2']);
  });
});

describe('a channel that takes the card only when there is more to say', () => {
  it('gets one message in a tick: first the card, in the next tick what cannot stand on it', async () => {
    stage.desk.treat = ({ to }) => (to.kind === 'channel' ? 'refuse' : 'take');
    await stage.tickUntil(hours(24), 30);
    stage.desk.treat = () => 'take';
    const toChannel = () => stage.desk.arrived.filter(({ to }) => to.kind === 'channel').map(({ prompt }) => prompt.kind);
    stage.clock.set(hours(25));
    await reconcileDue(stage.worker());
    expect(toChannel()).toEqual(['caseCard']);
    stage.clock.set(hours(25 + 1 / 60));
    await reconcileDue(stage.worker());
    expect(toChannel()).toEqual(['caseCard', 'reminder']);
    expect(stage.desk.arrived.at(-1)?.prompt).toMatchObject({ purpose: 'escalation' });
  });
});

describe('a platform that is down', () => {
  it('for three days: one message afterwards, which counts what it stands for', async () => {
    await stage.tickUntil(hours(1), 30);
    stage.desk.treat = () => 'refuse';
    await stage.tickUntil(hours(1 + 96), 30);
    stage.desk.treat = () => 'take';
    const before = stage.desk.arrived.length;
    await stage.tickUntil(hours(1 + 97), 30);
    const after = remindersTo(stage.desk.arrived.slice(before), DORA);
    expect(after).toHaveLength(1);
    // 24, 48, 60, 66, 70, 71 hours, the deadline and five steps after it; the sixth is the one that is told. Beside them the question of
    // awareness on each of three days; on the fourth it is told too. There is no management.
    expect(after[0]).toMatchObject({
      mayBeRepeated: false,
      prompt: { purpose: 'escalation', escalation: { because: 'deadline', told: 'nobody' }, overtaken: 12 + 3 },
    });
    const [toChannel, ...more] = announced(stage.desk.arrived.slice(before)).filter(({ to }) => to.kind === 'channel');
    expect(more).toEqual([]);
    expect(toChannel?.prompt.kind === 'reminder' && toChannel.prompt.overtaken).toBe(12 + 3);
    const entered = await steps();
    expect(entered.filter((step) => step.endsWith('overtaken'))).toHaveLength(12);
    expect(entered).toContain('overdue-6 sent');
  });

  it('for ten years: one message afterwards, and only the latest hundred steps get an entry', async () => {
    await stage.tickUntil(hours(1), 30);
    stage.clock.set(instant('2036-03-30T16:40:00Z'));
    const before = performance.now();
    await reconcileDue(stage.worker());
    expect(performance.now() - before).toBeLessThan(5000);
    expect(remindersTo(stage.desk.arrived, DORA)).toHaveLength(2);
    // 21 926 steps, of which the first was told before and the last is told now; and the question of awareness on 3 656 days.
    expect(remindersTo(stage.desk.arrived, DORA)[1]?.prompt).toMatchObject({ overtaken: 21_924 + 3655 });
    expect((await steps()).filter((step) => step.endsWith('overtaken'))).toHaveLength(100);
  });

  it('takes no other platform down', async () => {
    const both = stage.worker({ channels: [stage.desk, stage.slack] });
    stage.desk.treat = () => 'break';
    await reconcileDue(both);
    expect(stage.slack.arrived.map(({ prompt }) => prompt.kind)).toEqual(['caseCard', 'reminder']);
    expect(stage.desk.arrived).toEqual([]);
  });

  it('takes no other case and no other reader down', async () => {
    await stage.open('case-2', 2);
    stage.desk.treat = ({ to, prompt }) => (to.id === DORA && 'caseId' in prompt && prompt.caseId === theCase ? 'break' : 'take');
    await reconcileDue(stage.worker());
    expect(stage.desk.arrived.map(({ to }) => to.id)).toEqual(['rita', OFFICE, 'rita', OFFICE, DORA]);
  });

  it('is tried again after a minute, then less often, and when it says so', async () => {
    // Without a countdown nothing but the failures wakes this case.
    const calm = await stage.open('case-2', 2, assessed(reportedAt, { kind: 'art34-1' }));
    const isCalm = (message: OutgoingMessage) =>
      message.to.id === DORA && 'caseId' in message.prompt && message.prompt.caseId === calm;
    const tries = () => stage.desk.tried.filter(isCalm).map(({ at }) => (Date.parse(at) - Date.parse(reportedAt)) / 60_000);
    stage.desk.treat = (message) => (isCalm(message) ? 'refuse' : 'take');
    await stage.tickUntil(hours(1));
    expect(tries()).toEqual([0, 1, 2, 4, 9, 14, 29, 44, 59]);
    stage.desk.treat = (message) => (isCalm(message) ? { retryAfterSeconds: 1800 } : 'take');
    await stage.tickUntil(hours(2));
    expect(tries().slice(9)).toEqual([74, 104]);
  });

  it('that names no time still gets the message as soon as it is back', async () => {
    stage.desk.treat = () => 'refuse';
    await stage.tickUntil(hours(1));
    stage.desk.treat = () => 'take';
    await stage.tickUntil(hours(1.3));
    expect(remindersTo(stage.desk.arrived, DORA)).toHaveLength(1);
  });
});

describe('an answer that was lost on the wire', () => {
  const lose = (times: number) => {
    let lost = 0;
    stage.desk.treat = ({ prompt }) => (prompt.kind === 'reminder' && (lost += 1) <= times ? 'loseAnswer' : 'take');
  };

  it('brings exactly one marked repetition, on a later tick', async () => {
    lose(1);
    await reconcileDue(stage.worker());
    expect(remindersTo(stage.desk.arrived, DORA)).toHaveLength(1);
    await stage.tickUntil(hours(5));
    expect(remindersTo(stage.desk.arrived, DORA).map(({ mayBeRepeated }) => mayBeRepeated)).toEqual([false, true]);
  });

  it('three times brings three repetitions, each marked, each with the same key', async () => {
    lose(3);
    await stage.tickUntil(hours(5));
    const seen = remindersTo(stage.desk.arrived, DORA);
    expect(seen.map(({ mayBeRepeated }) => mayBeRepeated)).toEqual([false, true, true, true]);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
    expect(
      (await stage.register.deliveries(theCase)).find(({ slot }) => slot.startsWith('new/') && slot.endsWith(DORA)),
    ).toMatchObject({ state: 'sent', attempts: 4 });
  });

  it('a refusal in between is no lost answer', async () => {
    const course = ['refuse', 'loseMessage', 'refuse', 'take'] as const;
    let next = 0;
    stage.desk.treat = ({ prompt }) => (prompt.kind === 'reminder' ? (course[next++] ?? 'take') : 'take');
    await stage.tickUntil(hours(5));
    expect(stage.desk.tried.filter(({ prompt }) => prompt.kind === 'reminder').map(({ mayBeRepeated }) => mayBeRepeated)).toEqual(
      [false, false, true, true],
    );
  });

  it('of a card that was redrawn repeats nothing: the same message is drawn again', async () => {
    await reconcileDue(stage.worker());
    let lost = 0;
    stage.desk.treat = ({ prompt }) => (prompt.kind === 'caseCard' && (lost += 1) === 1 ? 'loseAnswer' : 'take');
    await stage.tickUntil(hours(0.5));
    const cards = stage.desk.arrived.filter(({ prompt }) => prompt.kind === 'caseCard');
    expect(cards.map(({ messageId, mayBeRepeated }) => [messageId, mayBeRepeated])).toEqual([
      ['desk-2', false],
      ['desk-2', false],
      ['desk-2', false],
    ]);
  });

  it('of a fresh card is repeated once, marked', async () => {
    let lost = 0;
    stage.desk.treat = ({ prompt }) => (prompt.kind === 'caseCard' && (lost += 1) === 1 ? 'loseAnswer' : 'take');
    await stage.tickUntil(hours(0.2));
    const cards = stage.desk.arrived.filter(({ prompt }) => prompt.kind === 'caseCard');
    expect(cards.map(({ mayBeRepeated }) => mayBeRepeated)).toEqual([false, true]);
  });
});

describe('a card that somebody deleted', () => {
  it('is posted afresh at once', async () => {
    await reconcileDue(stage.worker());
    stage.desk.treat = ({ replaces }) => (replaces === 'desk-2' ? 'gone' : 'take');
    await stage.tickUntil(hours(3), 10);
    const cards = stage.desk.arrived.filter(({ prompt }) => prompt.kind === 'caseCard');
    expect(cards.length).toBeGreaterThan(3);
    expect(cards.slice(1).every(({ messageId }) => messageId === cards[1]?.messageId && messageId !== 'desk-2')).toBe(true);
  });
});

/** The register, with one of its methods failing as told. */
const failing = (register: Register, wanted: Partial<Register>): Register => ({ ...register, ...wanted });

describe('crashes and failing stores', () => {
  it('between posting and recording: one marked repetition, no silent double', async () => {
    let crashed = false;
    const register = failing(stage.register, {
      recordDeliveries: async (claim, deliveries) => {
        if (!crashed && deliveries.some(({ state, slot }) => state === 'sent' && slot.endsWith(DORA))) {
          crashed = true;
          throw new RegisterUnavailable();
        }
        return stage.register.recordDeliveries(claim, deliveries);
      },
    });
    await reconcileDue(stage.worker({ register }));
    expect(stage.alarms).toEqual([{ caseId: theCase, what: 'registerUnavailable' }]);
    await stage.tickUntil(hours(1));
    expect(remindersTo(stage.desk.arrived, DORA).map(({ mayBeRepeated }) => mayBeRepeated)).toEqual([false, true]);
  });

  it('before posting: nothing was sent, and it is sent later', async () => {
    let crashed = false;
    const register = failing(stage.register, {
      recordDeliveries: async (claim, deliveries) => {
        if (crashed) return stage.register.recordDeliveries(claim, deliveries);
        crashed = true;
        throw new RegisterUnavailable();
      },
    });
    await reconcileDue(stage.worker({ register }));
    expect(stage.desk.arrived).toEqual([]);
    await stage.tickUntil(hours(0.1));
    expect(stage.desk.arrived.map(({ prompt }) => prompt.kind)).toEqual(['receipt', 'caseCard', 'reminder']);
  });

  it('a register that is down is told, and nothing is thrown', async () => {
    const down = async (): Promise<never> => {
      throw new RegisterUnavailable();
    };
    const world = stage.worker({ register: failing(stage.register, { claimDue: down, claimCase: down }) });
    await expect(reconcileDue(world)).resolves.toBe(0);
    await expect(reconcileCase(world, theCase)).resolves.toBeUndefined();
    expect(stage.alarms).toEqual([{ what: 'registerUnavailable' }, { caseId: theCase, what: 'registerUnavailable' }]);
  });

  it('one unreadable case raises an alarm, stops nobody else and is looked at again', async () => {
    const other = await stage.open('case-2', 2);
    const unknown = { type: 'FromTheFuture', at: reportedAt, by: dora } as unknown as BreachEvent;
    let isUnreadable = true;
    const register = failing(stage.register, {
      read: async (id) => {
        const stored = await stage.register.read(id);
        const [first, ...rest] = stored?.entries ?? [];
        return stored && first && id === theCase && isUnreadable
          ? { ...stored, entries: [{ ...first, events: [...first.events, unknown] }, ...rest] }
          : stored;
      },
    });
    await reconcileDue(stage.worker({ register }));
    expect(stage.alarms).toEqual([{ caseId: theCase, what: 'caseUnreadable' }]);
    const of = (id: CaseId) =>
      stage.desk.arrived.flatMap(({ prompt }) => ('caseId' in prompt && prompt.caseId === id ? [prompt] : []));
    expect(of(theCase)).toMatchObject([{ purpose: 'unreadable' }, { purpose: 'unreadable' }]);
    expect(of(other)).toHaveLength(3);
    isUnreadable = false;
    stage.clock.set(hours(0.1));
    await reconcileDue(stage.worker({ register }));
    expect(remindersTo(stage.desk.arrived, DORA)).toHaveLength(3);
  });

  it('a case that cannot even be read from the store stops nobody else', async () => {
    await stage.open('case-2', 2);
    const register = failing(stage.register, {
      read: async (id) => {
        if (id === theCase) throw new Error('damaged');
        return stage.register.read(id);
      },
    });
    await expect(reconcileDue(stage.worker({ register }))).resolves.toBe(2);
    expect(stage.desk.arrived.filter(({ prompt }) => prompt.kind !== 'reminder' || prompt.purpose !== 'unreadable')).toHaveLength(
      3,
    );
  });
});

describe('two workers', () => {
  it('at once on the same register post nothing twice', async () => {
    for (let ordinal = 2; ordinal <= 6; ordinal += 1) await stage.open(`case-${ordinal}`, ordinal);
    const workers = [stage.worker(), stage.worker(), stage.worker()];
    await Promise.all([...workers.map(reconcileDue), ...workers.map((worker) => reconcileCase(worker, theCase))]);
    await Promise.all(workers.map(reconcileDue));
    expect(stage.desk.arrived).toHaveLength(18);
    expect(new Set(stage.desk.arrived.map(({ key }) => key)).size).toBe(18);
  });

  it('one that was paused until its claim was lost begins nothing more, and what it had begun is repeated, marked', async () => {
    let isFirst = true;
    const deliver = async (message: OutgoingMessage) => {
      const result = await stage.desk.deliver(message);
      if (isFirst) {
        isFirst = false;
        stage.clock.set(hours(0.1));
        await reconcileDue(stage.worker());
      }
      return result;
    };
    await reconcileDue(stage.worker({ channels: [{ platform: 'desk', deliver }] }));
    expect(stage.desk.arrived.map(({ prompt, mayBeRepeated }) => [prompt.kind, mayBeRepeated])).toEqual([
      ['receipt', false],
      ['receipt', true],
      ['caseCard', false],
      ['reminder', false],
    ]);
  });

  it('a claim taken over by another worker writes nothing: the other one’s record stands', async () => {
    const register = failing(stage.register, {
      claimCase: async (id, now, leaseSeconds) => {
        const claim = await stage.register.claimCase(id, now, leaseSeconds);
        await stage.register.claimCase(id, addHours(now, 1), leaseSeconds); // another worker, after this one's lease ran out
        return claim;
      },
    });
    await reconcileCase(stage.worker({ register }), theCase);
    expect(stage.desk.tried).toEqual([]);
    expect(await stage.register.deliveries(theCase)).toEqual([]);
  });

  it('with little of the lease left claim the case again before they go on', async () => {
    let claims = 0;
    const register = failing(stage.register, {
      claimCase: async (...given) => {
        claims += 1;
        return stage.register.claimCase(...given);
      },
    });
    stage.desk.treat = () => {
      stage.clock.set(addHours(stage.clock.now(), 40 / 3600));
      return 'take';
    };
    await reconcileCase(stage.worker({ register }), theCase);
    expect(claims).toBe(3);
    expect(stage.desk.arrived).toHaveLength(3);
  });
});

describe('a case that moves while it is served', () => {
  it('is read again before the next message: what is no longer owed is not begun', async () => {
    stage.clock.set(hours(24));
    stage.desk.treat = ({ prompt }) => {
      if (prompt.kind === 'receipt') stage.clock.set(addHours(stage.clock.now(), 1 / 3600));
      return 'take';
    };
    const register = failing(stage.register, {
      recordDeliveries: async (claim, deliveries) => {
        const isRecorded = await stage.register.recordDeliveries(claim, deliveries);
        const isReceipt = deliveries.some(({ slot, state }) => slot.startsWith('receipt/') && state === 'sent');
        if (isReceipt && stage.desk.arrived.length === 1) {
          await stage.append(theCase, notified(stage.clock.now()), {
            type: 'CaseClosed',
            at: stage.clock.now(),
            by: dora,
            note: '',
          });
        }
        return isRecorded;
      },
    });
    await reconcileCase(stage.worker({ register }), theCase);
    expect(announced(stage.desk.arrived)).toEqual([]);
    expect(stage.desk.arrived.at(-1)?.prompt).toMatchObject({ kind: 'caseCard', status: 'closed' });
  });
});

describe('a clock that is set', () => {
  it('an hour back and forth again doubles nothing and loses nothing', async () => {
    await stage.tickUntil(hours(24.5), 10);
    stage.clock.set(hours(23));
    await stage.tickUntil(hours(26), 10);
    stage.clock.set(hours(49));
    await reconcileDue(stage.worker());
    stage.clock.set(hours(47));
    await stage.tickUntil(hours(50), 10);
    const seen = remindersTo(stage.desk.arrived, DORA).map(({ prompt }) => prompt.kind === 'reminder' && prompt.asOf);
    expect(seen).toEqual([reportedAt, instant('2026-03-28T16:40:00Z'), instant('2026-03-29T17:00:00Z')]);
  });
});

describe('a report delivered twice', () => {
  it('is one case with one set of messages', async () => {
    await reconcileDue(stage.worker());
    const again = {
      caseId: theCase,
      expectedVersion: 0,
      commandId: 'open case-1',
      inboundIds: [],
      at: reportedAt,
      by: dora,
    } as const;
    expect(await stage.register.append({ ...again, events: [reported], summary: summaryOf([reported]) })).toMatchObject({
      outcome: 'repeated',
    });
    await reconcileDue(stage.worker());
    expect(stage.desk.arrived).toHaveLength(3);
  });
});
