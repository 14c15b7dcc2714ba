import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import type { CaseId } from '../../src/breach/identifiers.ts';
import type { DialogueWorld } from '../../src/dialogue/turn.ts';
import type { Organisation } from '../../src/organisation.ts';
import type { Absences, Channel, Clock, Ids, Register } from '../../src/ports.ts';
import { ORGANISATION } from '../../src/register/organisationStream.ts';
import { storedAbsences } from '../../src/register/storedAbsences.ts';
import { dailyAnchor } from '../../src/reminders/anchorDaily.ts';
import { noteTick, type CheckedWorld } from '../../src/reminders/checkHealth.ts';
import { reconcileCase, reconcileDue } from '../../src/reminders/reconcile.ts';
import type { Alarm, RemindersWorld } from '../../src/reminders/remindersWorld.ts';
import { noteFailure, statusOf } from '../../src/reminders/status.ts';
import { wakeWhenSetBack } from '../../src/reminders/wakeWhenSetBack.ts';
import { instant } from '../../src/rules/instant.ts';
import { realTimer } from '../timer/realTimer.ts';
import { startTicking } from '../timer/tick.ts';
import { keepChecking } from './keepChecking.ts';
import { watchDeliveries } from './watchDeliveries.ts';

export type KeepingSetting = {
  /** Open; it is closed by `stop`. */
  readonly register: Register;
  /** Any number of platforms, one for each; what they deliver is watched. */
  readonly channels: readonly Channel[];
  readonly organisation: Organisation;
  /** What the reminders go by. */
  readonly clock: Clock;
  /** The machine's present moment; the same as the clock's everywhere but at the desk. */
  readonly machineNow: () => string;
  /** Milliseconds from any start, which no change of the machine's clock moves. */
  readonly monotonicNow: () => number;
  readonly ids: Ids;
  /** How long a worker has a case for itself; a message is begun only in the first half of it. */
  readonly leaseSeconds?: number;
  /** How often is looked at what is due, 1 to 60. */
  readonly tickSeconds?: number;
  /** How often the check runs that knows nothing of the reminders. */
  readonly checkSeconds?: number;
  /** Called after each check that found nothing, and after no other. */
  readonly heartbeat?: URL | undefined;
  /** The log: ids and kinds only. Must not throw. */
  readonly alarm: (alarm: Alarm) => void;
};

export type Keeping = {
  readonly register: Register;
  readonly absences: Absences;
  /** For `handle`: everything but the inbound itself. */
  readonly dialogueWorld: DialogueWorld;
  /** Brings the messages of this case up to date; part of `dialogueWorld` too. Never rejects. */
  readonly afterAppend: (caseId: CaseId) => Promise<void>;
  /** Looks once more at what is due, without waiting for the tick. Never rejects. */
  readonly runNow: () => Promise<void>;
  /** Checks once more, without waiting for its time. Never rejects. */
  readonly checkNow: () => Promise<void>;
  /** Begins nothing more, waits for what is under way, and closes the register. */
  readonly stop: () => Promise<void>;
};

const LEASE_SECONDS = 60;
const TICK_SECONDS = 60;
const MS_PER_SECOND = 1000;

/**
 * Everything that every way of running needs, whichever chat it serves: every open case is woken, then ticks, daily entries, digests, the check
 * of its own health and the sign of life go on until `stop`. Any number of instances may run on one register. The first run through everything
 * due has begun when it answers, and ends on its own: a platform that is slow must not keep the others from listening. Whoever wants to wait
 * for it calls `runNow`. May throw RegisterUnavailable.
 */
export async function keepReminding(setting: KeepingSetting): Promise<Keeping> {
  const { register, clock, organisation, monotonicNow } = setting;
  const absences = storedAbsences(register, clock);
  const deliveries = watchDeliveries(monotonicNow);
  const alarm = alarmThatIsNoted(setting);
  const reminders: RemindersWorld = {
    ...{ register, clock, organisation, alarm, absences: absences.list },
    channels: setting.channels.map(deliveries.watched),
    timer: realTimer,
    resting: new Map(),
    leaseSeconds: setting.leaseSeconds ?? LEASE_SECONDS,
  };
  await register.wakeAll(clock.now());
  await register.wake(ORGANISATION, clock.now());
  let lastRunMs = monotonicNow();
  const world: CheckedWorld = {
    ...reminders,
    instance: setting.ids.next(),
    machineNow: () => instant(setting.machineNow()),
    vitals: () => ({ tickAgeSeconds: (monotonicNow() - lastRunMs) / MS_PER_SECOND, ...deliveries.waiting() }),
    runAgain: () => ticking.runNow(),
  };
  const ticking = tickingFor(world, setting, () => (lastRunMs = monotonicNow()));
  const checking = keepChecking(world, setting);
  const underWay = new Set<Promise<void>>();
  const afterAppend = (caseId: CaseId): Promise<void> => {
    const work = reconcileCase(reminders, caseId).finally(() => underWay.delete(work));
    underWay.add(work);
    return work;
  };
  return {
    ...{ register, absences, afterAppend, runNow: ticking.runNow, checkNow: checking.checkNow },
    dialogueWorld: { ...dialogueWorldFor(setting, afterAppend), absences },
    stop: async () => {
      await Promise.all([checking.stop(), ticking.stop()]);
      await Promise.all(underWay);
      await register.close();
    },
  };
}

const dialogueWorldFor = (setting: KeepingSetting, afterAppend: Keeping['afterAppend']): DialogueWorld => {
  const { register, clock, ids, organisation, channels, machineNow } = setting;
  return {
    ...{ register, clock, ids, organisation, afterAppend },
    status: () => statusOf(register, instant(machineNow())),
    connected: channels.map(({ platform }) => platform),
    keptOn: channels.filter(({ remove }) => remove === undefined).map(({ platform }) => platform),
    letOthersGo: () => nextTurnOfTheLoop(),
  };
};

const NOTED_EVERY_MS = 45_000;

/**
 * At every tick: what is due, then the daily entry of all heads, and once a minute the note that this instance lives. Each case that is settled
 * counts as a sign of life: after an outage there may be more to do than fits between two ticks.
 */
function tickingFor(world: CheckedWorld, { tickSeconds = TICK_SECONDS, monotonicNow }: KeepingSetting, onRun: () => void) {
  const { register } = world;
  const settle: Register['settle'] = async (...given) => {
    const settled = await register.settle(...given);
    onRun();
    return settled;
  };
  const ticked = { ...world, register: { ...register, settle } };
  const enterHeads = dailyAnchor(world);
  const wakeIfSetBack = wakeWhenSetBack(world);
  let notedMs = Number.NEGATIVE_INFINITY;
  return startTicking({
    work: async () => {
      await wakeIfSetBack();
      await reconcileDue(ticked);
      onRun();
      await enterHeads();
      if (monotonicNow() - notedMs < NOTED_EVERY_MS) return;
      notedMs = monotonicNow();
      await noteTick(world);
    },
    everySeconds: tickSeconds,
    monotonicNow,
    onFault: ({ kind }) => world.alarm({ what: kind === 'hung' ? 'tickHung' : 'tickFailed' }),
  });
}

/** Says it to the log, and notes the last one beside the cases, where `fristwacht status` reads it; at most once a minute. */
function alarmThatIsNoted({ register, clock, monotonicNow, alarm }: KeepingSetting): (alarm: Alarm) => void {
  let notedMs = Number.NEGATIVE_INFINITY;
  return (raised) => {
    alarm(raised);
    if (raised.what === 'wellAgain' || monotonicNow() - notedMs < NOTED_EVERY_MS) return;
    notedMs = monotonicNow();
    // Where the register is what failed, it may be written later or not at all; the log has it.
    void noteFailure(register, clock, raised.what).catch(() => undefined);
  };
}
