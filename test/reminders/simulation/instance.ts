import type {
  Channel,
  Claim,
  Clock,
  Delivery,
  ListFilter,
  NoteName,
  OutgoingMessage,
  Register,
  Timer,
} from '../../../src/ports.ts';
import type { CaseId } from '../../../src/breach/identifiers.ts';
import type { Instant } from '../../../src/rules/instant.ts';
import type { Absence } from '../../../src/organisation.ts';
import type { Chance } from './chance.ts';
import type { Presence } from './house.ts';
import type { Judge } from './judge.ts';
import type { PartOfRegister } from './plainRegister.ts';
import type { Answer, TroubledPlatform } from './troubledPlatform.ts';
import type { VirtualTime } from './virtualTime.ts';

/** A machine with a clock of its own that may be wrong, and that may sleep. */
export type Host = { readonly number: number; clockOffMs: number; sleepsUntil: number };
/** One process on it, from its start until it is stopped; a stopped one hears nothing any more. */
export type Life = { readonly host: Host; isAlive: boolean; readonly name: string };

/** How likely each call to a port is the last one of its process, or is followed by a sleep of the machine. */
export type Hazards = { readonly stop: number; readonly sleep: number };

export type Surroundings = {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly register: PartOfRegister;
  readonly platforms: readonly TroubledPlatform[];
  readonly judge: Judge;
  readonly presence: Presence;
  /** A fault planted on purpose: the platform says that it took such a message, and nobody ever sees it. */
  readonly isSwallowed: (message: OutgoingMessage) => boolean;
  readonly hazards: () => Hazards;
  readonly stopped: (life: Life) => void;
  readonly slept: () => void;
};

export type Ports = {
  readonly register: Register;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  readonly timer: Timer;
  readonly append: Register['append'];
  readonly absences: () => Promise<readonly Absence[]>;
  /** A step that is not the register's: something of this process's own. */
  readonly step: <T>(effect: () => Promise<T>) => Promise<T>;
};

type Received = ReturnType<TroubledPlatform['receive']>;
const LONGEST_SLEEP_MS = 45 * 60_000;

/** Everything one process sees of the world. Each call is a step: before its effect and after it the process may be stopped. */
export function portsOf(around: Surroundings, life: Life): Ports {
  const { time, chance, judge, register, platforms, presence } = around;
  const { host } = life;
  const clock: Clock = { now: () => new Date(time.now() + host.clockOffMs).toISOString() as Instant };

  /** What is heard is heard when the machine is awake, by a process that still lives. */
  function hear(after: number, heard: () => void): void {
    time.at(time.now() + after, () => {
      if (!life.isAlive) return;
      if (host.sleepsUntil > time.now()) hear(host.sleepsUntil - time.now(), heard);
      else heard();
    });
  }

  /** Draws whether this call is the last one. Says whether its request still leaves the machine. */
  function mishap(): 'none' | 'stopped before' | 'stopped after' | 'slept before' {
    const { stop, sleep } = around.hazards();
    const drawn = chance.next();
    if (drawn < stop) {
      around.stopped(life);
      return chance.isLikely(0.5) ? 'stopped before' : 'stopped after';
    }
    if (drawn >= stop + sleep) return 'none';
    around.slept();
    host.sleepsUntil = time.now() + Math.floor(chance.between(1_000, LONGEST_SLEEP_MS));
    return chance.isLikely(0.5) ? 'slept before' : 'none';
  }

  function step<T>(effect: () => Promise<T>): Promise<T> {
    const happened = mishap();
    return new Promise<T>((resolve, reject) => {
      if (happened === 'stopped before') return;
      const travels = chance.whole(1, 15);
      const sent = happened === 'slept before' ? host.sleepsUntil : time.now();
      time.at(sent + travels, async () => {
        try {
          const result = await effect();
          hear(chance.whole(0, 10), () => resolve(result));
        } catch (error) {
          hear(chance.whole(0, 10), () =>
            reject(error instanceof Error ? error : new Error('Something else than an error was thrown.')),
          );
        }
      });
    });
  }

  const timer: Timer = (seconds) => {
    let isCancelled = false;
    const over = new Promise<void>((resolve) => {
      hear(seconds * 1000, () => {
        if (!isCancelled) resolve();
      });
    });
    return { over, cancel: () => void (isCancelled = true) };
  };

  const over = <T>(answer: Answer<T>, resolve: (value: T) => void, reject: (error: Error) => void): void => {
    if (answer === 'nothing') return;
    hear(chance.whole(5, 300), () => (answer === 'broken' ? reject(new Error('The connection broke.')) : resolve(answer)));
  };

  /** The request leaves at once: what is on the wire arrives, whatever becomes of the process. */
  const channelOf = (platform: TroubledPlatform): Channel => ({
    platform: platform.platform,
    deliver: (message: OutgoingMessage) => {
      const begun = judge.begun(life, message, clock.now());
      return new Promise((resolve, reject) => {
        time.at(time.now() + chance.whole(5, 200), () => {
          const { answer, post, vanished }: Received = around.isSwallowed(message)
            ? { answer: { result: 'delivered', messageId: 'nowhere' } }
            : platform.receive(message, time.now());
          if (vanished !== undefined) judge.vanished(begun, vanished);
          if (post !== undefined) judge.arrived(begun, message, post);
          if (chance.isLikely(around.hazards().stop)) around.stopped(life);
          over(answer, resolve, reject);
        });
      });
    },
    ...(platform.platform === 'slack' && {
      find: ({ to, key }) =>
        new Promise((resolve, reject) => {
          time.at(time.now() + chance.whole(5, 200), () => over(platform.find(to, key, time.now()), resolve, reject));
        }),
    }),
  });

  const append: Register['append'] = (request) =>
    step(async () => {
      const outcome = await register.append(request);
      if (outcome.outcome === 'appended') judge.appended(request);
      return outcome;
    });
  const stepped = {
    append,
    read: (id: CaseId) =>
      step(async () => {
        const stored = await register.read(id);
        judge.looked(life, id, stored?.version);
        return stored;
      }),
    head: (id: CaseId) =>
      step(async () => {
        const head = await register.head(id);
        judge.looked(life, id, head?.version);
        return head;
      }),
    deliveries: (id: CaseId) => step(() => register.deliveries(id)),
    recordDeliveries: (claim: Claim, made: readonly Delivery[]) =>
      step(async () => {
        const isRecorded = await register.recordDeliveries(claim, made);
        if (isRecorded) judge.recorded(life, claim.caseId, made);
        return isRecorded;
      }),
    forgetDeliveries: (id: CaseId, names?: readonly string[]) => step(() => register.forgetDeliveries(id, names)),
    claimDue: (now: Instant, seconds: number) => step(() => register.claimDue(now, seconds)),
    claimCase: (id: CaseId, now: Instant, seconds: number) => step(() => register.claimCase(id, now, seconds)),
    settle: (claim: Claim, version: number, at: Instant | undefined) => step(() => register.settle(claim, version, at)),
    earliestDue: () => step(() => register.earliestDue()),
    wakeAll: (now: Instant) => step(() => register.wakeAll(now)),
    wake: (id: CaseId, now: Instant) => step(() => register.wake(id, now)),
    list: (filter: ListFilter) => step(() => register.list(filter)),
    note: (name: NoteName) => step(() => register.note(name)),
    changeNote: (name: NoteName, change: (before: string | undefined) => string | undefined) =>
      step(() => register.changeNote(name, change)),
  };
  const absences = (): Promise<readonly Absence[]> =>
    step(async () => {
      judge.sawPresence(life, presence.list());
      return presence.list();
    });
  return { register: stepped as unknown as Register, channels: platforms.map(channelOf), clock, timer, append, absences, step };
}
