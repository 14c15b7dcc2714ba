import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Register, RegisterUnavailable } from '../../src/ports.ts';
import { CaseUnreadable } from '../../src/register/caseUnreadable.ts';
import { dailyAnchor } from '../../src/reminders/anchorDaily.ts';
import { reconcileDue } from '../../src/reminders/reconcile.ts';
import { instant } from '../../src/rules/instant.ts';
import { notified, theCase } from './sampleCase.ts';
import { reminderStage, type Stage } from './reminderStage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await reminderStage();
  await stage.open(theCase, 1);
});
afterEach(() => stage.close());

/** Shortly before and after midnight in Berlin, on the night on which the clocks go forward. */
const [before, after] = [instant('2026-03-28T22:30:00Z'), instant('2026-03-28T23:30:00Z')];
const heads = async (): Promise<readonly (readonly { readonly stream: string; readonly hash: string }[])[]> =>
  (await stage.register.openedEntries('register')).map(({ clear }) => JSON.parse(clear).heads);

describe('the daily entry of all heads', () => {
  it('is made at the first tick of a local day and no second time', async () => {
    const enter = dailyAnchor(stage.worker());
    stage.clock.set(before);
    await enter();
    await stage.append(theCase, notified(before));
    await enter();
    expect(await heads()).toHaveLength(1);
    stage.clock.set(after);
    await enter();
    expect(await heads()).toHaveLength(2);
  });

  it('carries the head of each case as the register has it', async () => {
    await dailyAnchor(stage.worker())();
    const [[entry] = []] = await heads();
    expect(entry).toMatchObject({ stream: `case/${theCase}`, hash: (await stage.register.head(theCase))?.hash });
  });

  it('is not made again after a restart on the same day', async () => {
    stage.clock.set(before);
    await dailyAnchor(stage.worker())();
    await stage.append(theCase, notified(before));
    await dailyAnchor(stage.worker())();
    expect(await heads()).toHaveLength(1);
    stage.clock.set(after);
    await dailyAnchor(stage.worker())();
    expect(await heads()).toHaveLength(2);
  });

  it('is safe from several instances at once: no head is missing, and none of them fails', async () => {
    await stage.open('case-2', 2);
    const workers = Array.from({ length: 4 }, () => dailyAnchor(stage.worker()));
    await Promise.all(workers.map((enter) => enter()));
    const entered = new Set((await heads()).flat().map(({ stream }) => stream));
    expect([...entered].toSorted()).toEqual(['case/case-1', 'case/case-2']);
    expect(stage.alarms).toEqual([]);
  });

  it('that fails raises an alarm and is tried at the next tick', async () => {
    let fails = true;
    const register: Register = {
      ...stage.register,
      anchorHeads: async (at) => {
        if (fails) throw new RegisterUnavailable();
        return stage.register.anchorHeads(at);
      },
    };
    const enter = dailyAnchor(stage.worker({ register }));
    await enter();
    expect(stage.alarms).toEqual([{ what: 'registerUnavailable' }]);
    fails = false;
    await enter();
    expect(await heads()).toHaveLength(1);
  });
});

describe('a case that cannot be read', () => {
  it('raises an alarm and stops neither the others nor the daily entry', async () => {
    const other = await stage.open('case-2', 2);
    const register: Register = {
      ...stage.register,
      read: async (id) => {
        if (id === theCase) throw new CaseUnreadable(theCase);
        return stage.register.read(id);
      },
    };
    await reconcileDue(stage.worker({ register }));
    await dailyAnchor(stage.worker({ register }))();
    expect(stage.alarms).toContainEqual({ caseId: theCase, what: 'caseUnreadable' });
    expect(stage.desk.arrived.some(({ prompt }) => 'caseId' in prompt && prompt.caseId === other)).toBe(true);
    expect((await heads()).flat()).toHaveLength(2);
  });
});
